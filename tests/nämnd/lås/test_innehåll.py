"""The checksum of a set of §§ is another when they say something else, and only then."""

from datetime import date

import pytest
from sqlalchemy import select

from nämnd.core import paragrafer
from nämnd.lås.innehåll import FREE, digest, innehåll, said
from nämnd.lås.rows import TABLES
from nämnd.tables import (
    Anteckning,
    Attsats,
    Beslutspunkt,
    Frånvaro,
    Huvudmannabeslut,
    Justerare,
    Jäv,
    Närvaro,
    Ordförandeskap,
    Paragraf,
    Person,
    Punkt,
    Reservation,
    Sammanträde,
    Sammanträdesdag,
    Votering,
    Yrkande,
)
from tests.nämnd.lås.conftest import NEXT
from tests.nämnd.protokoll.meeting_day import Doing, add_rows, an_extra

SAID = {
    "beslut": (Beslutspunkt, {"utfall": "avslag"}),
    "yrkande": (Yrkande, {"text": "återremiss"}),
    "votering": (Votering, {"utfall": "ja"}),
    "vote": (Votering, {"röster": {}}),
    "jäv": (Jäv, {"grund": None}),
    "reservation": (Reservation, {"text": "Ja."}),
    "in favour of": (Reservation, {"till_förmån_för": None}),
    "anteckning": (Anteckning, {"text": ""}),
    "role": (Närvaro, {"roll": "ersättare"}),
    "there": (Närvaro, {"paragrafer": "3"}),
    "part of a §": (Närvaro, {"paragrafer": "2 punkt 3, 3"}),
    "på distans": (Närvaro, {"på_distans": True}),
    "presides": (Ordförandeskap, {"paragrafer": "1"}),
    "checks": (Justerare, {"paragrafer": "1"}),
}
UNSAID = {
    "expedieringar": (Paragraf, {"expedieringar": [{"till": "Region Norr"}]}),
    "publicering": (Paragraf, {"publicering": "maskerad", "maskeringar": ["Anna"]}),
    "sekretess": (Paragraf, {"sekretess_lagrum": "25:1", "sekretess_datum": date(2026, 4, 1)}),
    "överklagande": (Paragraf, {"överklagande": "laglighetsprövning"}),
    "huvudmannabeslut": (Huvudmannabeslut, {"svar": "nej"}),
    "when they left": (Närvaro, {"till_tid": "11.00"}),
    "presence later": (Närvaro, {"paragrafer": "2"}),
    "presides later": (Ordförandeskap, {"paragrafer": "–3"}),
    "checks later": (Justerare, {"paragrafer": "–3"}),
    "absence": (Frånvaro, {"skäl": "Sjuk"}),
}


def _days(locked):
    query = select(Sammanträdesdag.id).order_by(Sammanträdesdag.datum)
    return locked.store.ask(lambda session: list(session.scalars(query)))


def key_of(locked, kind):
    table = kind.__tablename__
    return locked.paragrafer[1] if table == "paragraf" else locked.keys[table]


@pytest.mark.parametrize(("kind", "values"), SAID.values(), ids=list(map(ascii, SAID)))
def test_what_a_paragraf_says_is_in_it(locked, kind, values):
    before, elsewhere = locked.innehåll("2"), locked.innehåll("1, 4")
    locked.change(kind, key_of(locked, kind), **values)
    assert locked.innehåll("2") != before
    assert locked.innehåll("1, 4") == elsewhere


@pytest.mark.parametrize(("kind", "values"), UNSAID.values(), ids=list(map(ascii, UNSAID)))
def test_what_may_change_after_the_justering_is_not_in_it(locked, kind, values):
    before = locked.innehåll("2")
    outcome = locked.change(kind, key_of(locked, kind), **values)
    assert outcome.changes
    assert locked.innehåll("2") == before


OTHER = {"str": "Annat", "object": ["annat"], "bool": True, "date": NEXT, "int": 77}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(column.name, id=ascii(column.name)[1:-1])
        for column in Paragraf.__table__.columns
        if column.name not in FREE | {"id", "ordning", "sammanträde_id", "punkt_id"}
    ],
)
def test_every_column_of_a_paragraf_is_in_it_but_those_that_are_free(locked, name):
    kind = Paragraf.__table__.columns[name].type.python_type
    before = locked.innehåll("2")
    locked.change(Paragraf, locked.paragrafer[1], **{name: OTHER[kind.__name__]})
    assert locked.innehåll("2") != before


def test_the_ordförande_of_the_day_counts_when_nobody_else_presides(locked):
    for key in ("ordförandeskap", "ordförandeskap of Bo"):
        row_id = locked.keys[key]
        locked.store.do(
            Doing(lambda session, key=row_id: session.delete(session.get(Ordförandeskap, key)))
        )
    before = locked.innehåll("2")
    locked.change(Sammanträde, locked.sammanträde_id, ordförande=locked.people["Bo"])
    assert locked.innehåll("2") != before


def test_the_ordförande_of_the_day_does_not_count_beside_those_who_preside(locked):
    before = locked.innehåll()
    locked.change(Sammanträde, locked.sammanträde_id, ordförande=locked.people["Bo"])
    assert locked.innehåll() == before


def test_the_place_is_in_it(locked):
    before = locked.innehåll("2")
    locked.change(Sammanträde, locked.sammanträde_id, plats="Lilla salen")
    assert locked.innehåll("2") != before


def test_the_förslag_of_its_punkt_is_in_it_since_the_protokoll_tells_it(locked):
    before, elsewhere = locked.innehåll("2"), locked.innehåll("1, 3–")
    add_rows(locked.store, Attsats(punkt_id=locked.punkter[1], text="Att avslå", ordning=2))
    assert locked.innehåll("2") != before
    assert locked.innehåll("1, 3–") == elsewhere


def test_another_rubrik_on_the_dagordning_is_not_in_it(locked):
    before = locked.innehåll()
    locked.change(Punkt, locked.punkter[1], rubrik="Något annat")
    assert locked.innehåll() == before


def test_a_day_that_comes_after_is_not_in_it(locked):
    locked.change(Paragraf, locked.paragrafer[3], dag=NEXT)
    before, whole = locked.innehåll("2"), locked.innehåll("4")
    later = _days(locked)[1]
    locked.change(Sammanträdesdag, later, datum=date(2026, 3, 30))
    assert locked.innehåll("2") == before
    assert locked.innehåll("4") != whole


def test_when_a_day_began_and_ended_is_not_in_it(locked):
    before = locked.innehåll()
    locked.change(Sammanträdesdag, _days(locked)[0], öppnat="08.31", avslutat="12.00", tider=[])
    assert locked.innehåll() == before


def test_a_paragraf_that_comes_after_is_not_in_it_but_in_that_of_all(locked):
    before, whole = locked.innehåll("2"), locked.innehåll()
    an_extra(locked.store, locked.sammanträde_id)
    assert locked.innehåll("2") == before
    assert locked.innehåll() != whole


def test_a_name_in_the_register_is_not_in_it(locked):
    before = locked.innehåll()
    locked.change(Person, locked.people["Bo"], namn="Bo Alm")
    assert locked.innehåll() == before


def test_the_same_paragrafer_written_otherwise_are_the_same(locked):
    assert locked.innehåll("1–2, 3 och 4") == locked.innehåll("1–") == locked.innehåll(None)
    assert locked.innehåll("2") != locked.innehåll("1–2")


def test_a_set_without_paragrafer_says_nothing(locked):
    assert locked.innehåll("70–72") == locked.innehåll("")


def test_what_is_not_a_set_is_refused(locked):
    with pytest.raises(ValueError, match="om en stund"):
        locked.innehåll("om en stund")


def test_it_is_a_sha256_in_hex(locked):
    found = locked.store.ask(lambda session: innehåll(session, locked.sammanträde_id, None))
    assert len(bytes.fromhex(found)) == 32


def test_the_same_rows_have_the_same_sum_in_every_version_of_the_program():
    """Packages that are out are bound to it: another way of counting would make them void."""
    day = {"id": "d", "sammanträde_id": "s", "datum": date(2026, 3, 27), "tider": []}
    paragraf = {
        "id": "p",
        "sammanträde_id": "s",
        "punkt_id": "q",
        "nummer": 62,
        "rubrik": "Årsbudget",
        "dnr": ["VN 1"],
        "klar": True,
        "dag": None,
        "tid": "",
    }
    mine = {"sammanträde_id": "s", "person_id": "a", "ordning": 1, "paragrafer": "62 punkt 2"}
    rows = {table: {} for table in TABLES} | {
        "sammanträde": {"s": {"id": "s", "plats": "Stora salen", "ordförande": "b"}},
        "sammanträdesdag": {"d": day},
        "paragraf": {"p": paragraf},
        "beslutspunkt": {"x": {"id": "x", "paragraf_id": "p", "ordning": 1, "text": "Att anta"}},
        "attsats": {
            "y": {"id": "y", "punkt_id": "q", "ordning": 1, "slag": "förslag", "text": "Att anta"}
        },
        "närvaro": {"n": {"id": "n", "roll": "ledamot", "från_tid": "09.00", **mine}},
        "justerare": {"j": {"id": "j", **mine}},
    }
    found = digest(said(rows, "s", paragrafer.ALL))
    assert found == "b4aafc9a562283c85f223f667c7036d767fdb0cb25b913dd0112ec5465714946"
