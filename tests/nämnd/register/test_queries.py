"""The register of beslut: what is in it, and what each filter lets through."""

from datetime import date

import pytest
from sqlalchemy import event

from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.parts_commands import SaveHuvudmannabeslut
from nämnd.protokoll.values import HuvudmannabeslutRow
from nämnd.register.queries import beslut, years
from nämnd.register.values import BeslutFilter, Uppföljning
from nämnd.register.wording import rättelse_texts, uppföljning_text
from nämnd.tables import Anslag, Justering, Paragraf, Ärende
from tests.builders import a_nämnd, a_sammanträde
from tests.nämnd.protokoll.meeting_day import Doing, a_paragraf, add_rows, justera
from tests.nämnd.register.decided import a_beslut, decide, names, register

LAST_YEAR = date(2025, 11, 21)


@pytest.fixture
def nämnd(store) -> str:
    return a_nämnd(store, paragrafform="§ {nr}/{år}")


@pytest.fixture
def sammanträde(store, nämnd) -> str:
    return a_sammanträde(store, nämnd)


def change(store, paragraf_id, **values):
    def act(session):
        row = session.get(Paragraf, paragraf_id)
        for name, value in values.items():
            setattr(row, name, value)

    store.do(Doing(act))


def an_ärende(store, nämnd_id, dnr="VNÅ 2026/0007", rubrik="Priser för vård"):
    key = new_id()
    add_rows(store, Ärende(id=key, nämnd_id=nämnd_id, dnr=dnr, rubrik=rubrik))
    return key


def test_the_newest_beslut_is_first_and_written_as_the_nämnd_writes_it(store, nämnd, sammanträde):
    earlier = a_sammanträde(store, nämnd, LAST_YEAR)
    a_beslut(store, earlier, "Budget")
    a_beslut(store, sammanträde, "Priser")
    a_beslut(store, sammanträde, "Verksamhetsplan")
    assert names(register(store)) == [
        "§ 2/26 Verksamhetsplan",
        "§ 1/26 Priser",
        "§ 1/25 Budget",
    ]


def test_what_is_only_proposed_is_no_beslut(store, sammanträde):
    proposed = a_paragraf(store, sammanträde, "Priser")
    decide(store, proposed, "att godkänna priserna", utfall=None)
    a_paragraf(store, sammanträde, "Information")  # no att-sats at all
    assert register(store) == ()
    change(store, proposed, klar=True)
    assert names(register(store)) == ["§ 1/26 Priser"]


def test_a_beslut_carries_its_ärende_and_its_outcomes(store, nämnd, sammanträde):
    ärende = an_ärende(store, nämnd)
    key = a_beslut(store, sammanträde, "Priser", "att sänka", "att höja", ärende_id=ärende)
    change(store, key, dnr=["VNÅ 2026/0007", "RS 2026/1"])
    (row,) = register(store)
    assert row.dnr == ("VNÅ 2026/0007", "RS 2026/1")
    assert (row.ärende_id, row.ärende_rubrik) == (ärende, "Priser för vård")
    assert row.utfall == ("enligt förslag",)
    assert row.beslut == ("att sänka", "att höja")


def test_each_filter_lets_through_what_fits_it(store, nämnd, sammanträde):
    ärende = an_ärende(store, nämnd)
    earlier = a_sammanträde(store, nämnd, LAST_YEAR)
    other = a_sammanträde(store, a_nämnd(store, "Patientnämnden"))
    a_beslut(store, earlier, "Budget", utfall="återremiss")
    a_beslut(store, sammanträde, "Priser", "att sänka priserna", ärende_id=ärende)
    a_beslut(store, other, "Klagomål")

    def found(**wanted):
        return [row.rubrik for row in register(store, **wanted)]

    assert found(nämnd_id=nämnd) == ["Priser", "Budget"]
    assert found(nämnd_id=nämnd, år=2025) == ["Budget"]
    assert found(ärende_id=ärende) == ["Priser"]
    assert found(utfall="återremiss") == ["Budget"]
    assert found(uppföljning=Uppföljning.EXPEDIERAT) == []
    assert found(text="SÄNKA priser") == ["Priser"]
    assert found(text="2026/0007") == ["Priser"]
    assert found(text="patientnämnden") == ["Klagomål"]
    assert found(text="budgeten") == []


def test_the_years_with_beslut_are_told_the_newest_first(store, nämnd, sammanträde):
    a_beslut(store, sammanträde, "Priser")
    a_beslut(store, a_sammanträde(store, nämnd, LAST_YEAR), "Budget")
    a_sammanträde(store, nämnd, date(2024, 3, 1))  # nothing was decided
    other = a_nämnd(store, "Patientnämnden")
    assert store.ask(years) == (2026, 2025)
    assert store.ask(lambda session: years(session, other)) == ()


def test_a_beslut_of_several_days_is_of_its_own_day_and_its_sammanträdes_year(store, nämnd):
    both = a_sammanträde(store, nämnd, date(2025, 12, 31), date(2026, 1, 1))
    key = a_beslut(store, both, "Budget")
    change(store, key, dag=date(2026, 1, 1))
    (row,) = register(store, år=2025)
    assert row.datum == date(2026, 1, 1)
    assert register(store, år=2026) == ()


def test_where_the_justering_stands_is_of_the_set_that_has_the_paragraf(store, sammanträde):
    a_beslut(store, sammanträde, "Ett")
    a_beslut(store, sammanträde, "Två")
    justera(store, sammanträde, "2")
    assert [(row.nummer, row.läge) for row in register(store)] == [(2, "justerat"), (1, "utkast")]


def test_it_is_expedierat_when_everybody_has_it(store, sammanträde):
    key = a_beslut(store, sammanträde, "Priser")
    half = [{"till": "Region Norr", "datum": "2026-04-01"}, {"till": "Region Syd", "datum": None}]
    change(store, key, expedieringar=half)
    justera(store, sammanträde)
    (row,) = register(store)
    assert row.uppföljning == Uppföljning.INTE_EXPEDIERAT
    change(store, key, expedieringar=[{**one, "datum": "2026-04-01"} for one in half])
    (row,) = register(store)
    assert row.uppföljning == uppföljning_text(row) == "expedierat"


def test_a_recommendation_counts_the_huvudmän_by_id_and_by_name(store, nämnd, sammanträde):
    drafts = tuple(HuvudmanDraft(f"h{n}", f"Region {n}") for n in range(1, 5))
    store.do(SaveHuvudmän(nämnd_id=nämnd, drafts=drafts))
    # h1 twice, once by name; the authority is no huvudman; h4 has answered unasked
    till = ("h1", "Region 1", "Region 2", "Socialstyrelsen")
    key = a_beslut(store, sammanträde, "Priser", riktas_till=till)
    answers = (
        HuvudmannabeslutRow(new_id(), "h2", None, None, None),
        HuvudmannabeslutRow(new_id(), "h4", None, None, None),
        HuvudmannabeslutRow(new_id(), "h1", "2026-05", "§ 3", None),
    )
    store.do(SaveHuvudmannabeslut(paragraf_id=key, rows=answers))
    justera(store, sammanträde)
    (row,) = register(store)
    assert row.huvudmän == (1, 3)
    assert row.uppföljning == Uppföljning.VÄNTAR_PÅ_HUVUDMÄN
    assert uppföljning_text(row) == "1 av 3 huvudmän har beslutat"


def announce(store, sammanträde, *notices):
    for chosen, day in notices:
        add_rows(
            store,
            Anslag(sammanträde_id=sammanträde, paragrafer=chosen, laga_kraft_bekräftad=day),
        )


def laga_kraft(store):
    return [(row.nummer, row.laga_kraft) for row in register(store)]


def test_laga_kraft_is_when_the_last_board_was_confirmed(store, sammanträde):
    for rubrik in ("Ett", "Två", "Tre"):
        a_beslut(store, sammanträde, rubrik)
    justera(store, sammanträde)
    announce(store, sammanträde, ("1", date(2026, 5, 2)), ("1–2", date(2026, 5, 9)), ("3", None))
    assert laga_kraft(store) == [(3, None), (2, date(2026, 5, 9)), (1, date(2026, 5, 9))]


def test_a_board_that_came_after_laga_kraft_was_confirmed_does_not_undo_it(store, sammanträde):
    a_beslut(store, sammanträde, "Ett")
    justera(store, sammanträde)
    announce(store, sammanträde, (None, date(2026, 5, 2)), (None, None))
    assert laga_kraft(store) == [(1, date(2026, 5, 2))]


def test_a_beslut_in_two_sets_has_laga_kraft_when_both_have(store, sammanträde):
    a_beslut(store, sammanträde, "Val")
    justera(store, sammanträde, "1 punkt 1")
    justera(store, sammanträde, "1 punkt 2")
    announce(store, sammanträde, ("1 punkt 1", date(2026, 5, 2)), ("1 punkt 2", None))
    assert laga_kraft(store) == [(1, None)]
    announce(store, sammanträde, ("1 punkt 2", date(2026, 5, 9)))
    assert laga_kraft(store) == [(1, date(2026, 5, 9))]


def test_what_is_under_sekretess_is_marked(store, sammanträde):
    change(store, a_beslut(store, sammanträde, "Priser"), sekretess_lagrum="25 kap. 1 § OSL")
    assert [row.sekretess for row in register(store)] == [True]


def test_the_number_of_statements_does_not_grow(store, nämnd, sammanträde):
    def count() -> int:
        said: list[str] = []

        def listen(*args):
            said.append(args[2])

        def ask(session):
            engine = session.get_bind()
            event.listen(engine, "before_cursor_execute", listen)
            try:
                return beslut(session, BeslutFilter(nämnd_id=nämnd))
            finally:
                event.remove(engine, "before_cursor_execute", listen)

        store.ask(ask)
        return len(said)

    a_beslut(store, sammanträde, "Ett")
    few = count()
    for number in range(5):
        a_beslut(store, a_sammanträde(store, nämnd, date(2020 + number, 3, 1)), "Fler")
    assert count() == few <= 8


def test_what_is_put_right_is_told_with_its_own_paragraf(store, sammanträde):
    a_beslut(store, sammanträde, "Ett")
    a_beslut(store, sammanträde, "Två")
    kept = [
        {"datum": "2026-05-02", "paragraf": 2, "stod": "37", "ska_vara": "73"},
        {"datum": "2026-05-03", "paragraf": 1, "stod": "a", "ska_vara": "b"},
    ]
    add_rows(store, Justering(sammanträde_id=sammanträde, läge="justerat", rättelser=kept))
    assert [rättelse_texts(row) for row in register(store)] == [
        ("Rättat 2026-05-02: «37» ska vara «73».",),
        ("Rättat 2026-05-03: «a» ska vara «b».",),
    ]
