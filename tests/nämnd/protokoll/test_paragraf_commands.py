"""§§ are drawn, decided, moved and taken back; nothing is typed again, what is justerat stands."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.errors import (
    AlreadyHandledError,
    Draft,
    GoneError,
    InUseError,
    InvalidDraftError,
)
from nämnd.core.ids import new_id
from nämnd.protokoll.drafts import ParagrafDraft, draft_of
from nämnd.protokoll.paragraf_commands import (
    AddParagraf,
    Decide,
    HandlePunkt,
    Klubba,
    KlubbaPunkter,
    Reopen,
    SaveParagraf,
    UndrawParagraf,
)
from nämnd.protokoll.parts_commands import SaveBeslut
from nämnd.protokoll.values import ExpedieringRow, TidigareRow
from nämnd.sammanträde.commands import RemoveSammanträde
from nämnd.sammanträde.dagordning import UnderpunktRow
from nämnd.sammanträde.drafts import satser
from nämnd.sammanträde.punkt_commands import RemovePunkter, WithdrawPunkt
from nämnd.tables import Frånvaro, Justerare, Justering, Närvaro, Ordförandeskap
from nämnd.ärende.commands import SaveÄrende
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde
from tests.nämnd.protokoll.meeting_day import (
    a_paragraf,
    add_rows,
    an_extra,
    handle,
    listed,
    paragrafer_in,
    refused,
)
from tests.nämnd.store.dumps import dump

MARCH, APRIL, MAY = date(2026, 3, 27), date(2026, 4, 24), date(2026, 5, 22)


@pytest.fixture
def nämnd_id(store):
    return a_nämnd(store)


@pytest.fixture
def sammanträde_id(store, nämnd_id):
    return a_sammanträde(store, nämnd_id, MARCH)


# Handling


def test_a_handled_punkt_becomes_a_paragraf_with_all_that_it_says(store, nämnd_id, sammanträde_id):
    store.do(SaveÄrende(ärende_id="e1", nämnd_id=nämnd_id, dnr="VN 2026/0088", rubrik="Anslag"))
    a_punkt(store, sammanträde_id, "Upprop")
    punkt_id = a_punkt(
        store,
        sammanträde_id,
        "Nytt direktiv",
        bilagor=2,
        sammanfattning="**Kort** sagt.",
        ärende_id="e1",
        förslag=satser(("Att anta direktivet", "Att följa upp det")),
    )
    paragraf_id = handle(store, punkt_id, "09.41")
    (row,) = paragrafer_in(store, sammanträde_id)
    assert (row.id, row.punkt_id, row.nummer, row.tid, row.klar) == (
        paragraf_id, punkt_id, 1, "09.41", False,
    )  # fmt: skip
    assert (row.rubrik, row.slag, row.dnr) == ("Nytt direktiv", "beslut", ("VN 2026/0088",))
    assert row.sammanfattning == "**Kort** sagt."
    assert [(one.nummer, one.text, one.utfall) for one in row.beslutspunkter] == [
        ("1", "Att anta direktivet", None),
        ("2", "Att följa upp det", None),
    ]
    assert row.beslutsunderlag == (
        "2A. Nytt direktiv, handling 1",
        "2B. Nytt direktiv, handling 2",
    )
    assert row.anmälningar == ()


def test_what_is_reported_becomes_the_anmälningar(store, sammanträde_id):
    a_paragraf(
        store,
        sammanträde_id,
        "Anmälningar",
        slag="anmälan",
        bilagor=2,
        underpunkter=(UnderpunktRow(new_id(), "Delegationsbeslut"),),
    )
    (row,) = paragrafer_in(store, sammanträde_id)
    assert row.anmälningar == (
        "Delegationsbeslut", "A. Anmälningar, handling 1", "B. Anmälningar, handling 2",
    )  # fmt: skip
    assert row.beslutsunderlag == ()


def test_the_lines_under_a_punkt_follow_into_the_sammanfattning(store, sammanträde_id):
    lines = tuple(UnderpunktRow(new_id(), words) for words in ("Ekonomi", "Personal 1 * 2"))
    a_paragraf(store, sammanträde_id, "Information", sammanfattning="Läget.", underpunkter=lines)
    (row,) = paragrafer_in(store, sammanträde_id)
    assert row.sammanfattning == "Läget.\n\n1. Ekonomi\n2. Personal 1 \\* 2"


def test_a_paragraf_of_a_sammanträde_with_several_days_knows_its_day(store, nämnd_id):
    sammanträde_id = a_sammanträde(store, nämnd_id, MARCH, APRIL)
    first, second = a_punkt(store, sammanträde_id, "A"), a_punkt(store, sammanträde_id, "B")
    store.do(HandlePunkt(paragraf_id="g1", punkt_id=first, tid="16.40", dag=MARCH))
    store.do(KlubbaPunkter(sammanträde_id=sammanträde_id, punkt_ids=(second,), dag=APRIL))
    found = [(row.tid, row.dag) for row in paragrafer_in(store, sammanträde_id)]
    assert found == [("16.40", MARCH), (None, APRIL)]


def test_numbers_run_in_the_order_of_handling_not_of_the_dagordning(store, sammanträde_id):
    first, second, third = (a_punkt(store, sammanträde_id, words) for words in "ABC")
    for punkt_id in (third, first):
        handle(store, punkt_id)
    an_extra(store, sammanträde_id)
    handle(store, second)
    assert listed(store, sammanträde_id) == ["1 C", "2 A", "3 En extra fråga", "4 B"]


def test_a_punkt_is_handled_once(store, sammanträde_id):
    punkt_id = a_punkt(store, sammanträde_id, "Budget")
    handle(store, punkt_id)
    error = refused(
        store, HandlePunkt(paragraf_id=new_id(), punkt_id=punkt_id), AlreadyHandledError
    )
    assert (error.rubrik, error.nummer) == ("Budget", 1)
    many = KlubbaPunkter(sammanträde_id=sammanträde_id, punkt_ids=(punkt_id,))
    refused(store, many, AlreadyHandledError)


def test_a_punkt_that_is_gone_is_not_handled(store, sammanträde_id):
    refused(store, HandlePunkt(paragraf_id=new_id(), punkt_id="borta"), GoneError)
    many = KlubbaPunkter(sammanträde_id=sammanträde_id, punkt_ids=("borta",))
    refused(store, many, GoneError)


def test_a_withdrawn_punkt_has_no_paragraf_until_it_is_handled_and_then_it_utgår(
    store, sammanträde_id
):
    with_förslag = a_punkt(store, sammanträde_id, "A", förslag=satser(("Att bygga",)))
    without = a_punkt(store, sammanträde_id, "B")
    for punkt_id in (with_förslag, without):
        store.do(WithdrawPunkt(punkt_id=punkt_id, skäl="bereds vidare"))
    assert paragrafer_in(store, sammanträde_id) == ()
    for punkt_id in (with_förslag, without):
        handle(store, punkt_id)
    found = [
        (one.nummer, one.text, one.utfall, one.till)
        for row in paragrafer_in(store, sammanträde_id)
        for one in row.beslutspunkter
    ]
    assert found == [
        ("1", "Att bygga", "utgår", "bereds vidare"),
        ("", "", "utgår", "bereds vidare"),
    ]


def test_a_paragraf_without_a_punkt_needs_a_rubrik(store, sammanträde_id):
    command = AddParagraf(
        paragraf_id="g1", sammanträde_id=sammanträde_id, draft=ParagrafDraft("  ")
    )
    assert refused(store, command, InvalidDraftError).problems == (Draft.RUBRIK_MISSING,)


def test_a_handled_punkt_stays_on_the_dagordning(store, sammanträde_id):
    punkt_id = a_punkt(store, sammanträde_id)
    paragraf_id = handle(store, punkt_id)
    error = refused(store, RemovePunkter(punkt_ids=(punkt_id,)), InUseError)
    assert (error.what, error.used_by) == ("punkten", "paragrafer")
    store.do(UndrawParagraf(paragraf_id=paragraf_id))
    store.do(RemovePunkter(punkt_ids=(punkt_id,)))


def test_a_sammanträde_with_a_paragraf_stays_and_one_without_goes_with_its_people(
    store, sammanträde_id
):
    paragraf_id = a_paragraf(store, sammanträde_id)
    person_id = a_person(store)
    add_rows(
        store,
        Närvaro(sammanträde_id=sammanträde_id, person_id=person_id, roll="ledamot", ordning=1),
        Frånvaro(sammanträde_id=sammanträde_id, person_id=person_id, ordning=1),
        Ordförandeskap(sammanträde_id=sammanträde_id, person_id=person_id, ordning=1),
        Justerare(sammanträde_id=sammanträde_id, person_id=person_id, ordning=1),
        Justering(sammanträde_id=sammanträde_id),
    )
    remove = RemoveSammanträde(sammanträde_id=sammanträde_id)
    assert refused(store, remove, InUseError).used_by == "paragrafer"
    store.do(UndrawParagraf(paragraf_id=paragraf_id))
    before = dump(store.place.path)
    store.do(store.do(remove).inverse)
    assert dump(store.place.path) == before


# Deciding


def test_klubbade_paragrafer_are_decided_as_proposed_where_nothing_else_is(store, sammanträde_id):
    förslag = satser(("Att anta", "Att följa upp"))
    decided = a_paragraf(store, sammanträde_id, "A", förslag=förslag)
    told = a_paragraf(
        store, sammanträde_id, "B", slag="information", förslag=satser(("Att lägga till",))
    )
    plain = a_paragraf(store, sammanträde_id, "C", slag="information")
    rows = paragrafer_in(store, sammanträde_id)[0].beslutspunkter
    changed = (rows[0], replace(rows[1], utfall="bordläggning", till="i maj"))
    store.do(SaveBeslut(paragraf_id=decided, rows=changed))
    store.do(Klubba(paragraf_ids=(decided, told, plain)))
    assert [
        (row.klar, [(one.text, one.utfall, one.till) for one in row.beslutspunkter])
        for row in paragrafer_in(store, sammanträde_id)
    ] == [
        (True, [("Att anta", "enligt förslag", None), ("Att följa upp", "bordläggning", "i maj")]),
        (True, [("Att lägga till", "information", None)]),
        (True, []),
    ]


def test_many_punkter_are_klubbade_in_one_step_of_undo(store, sammanträde_id):
    punkter = [a_punkt(store, sammanträde_id, words) for words in "ABC"]
    before = dump(store.place.path)
    done = store.do(
        KlubbaPunkter(
            sammanträde_id=sammanträde_id, punkt_ids=(punkter[2], punkter[0]), tid="10.00"
        )
    )
    assert listed(store, sammanträde_id) == ["1 C", "2 A"]
    assert [(row.klar, row.tid) for row in paragrafer_in(store, sammanträde_id)] == [
        (True, "10.00")
    ] * 2
    store.do(done.inverse)
    assert dump(store.place.path) == before


def test_a_whole_paragraf_is_bordlagd_at_once_and_keeps_its_texts(store, sammanträde_id):
    with_texts = a_paragraf(store, sammanträde_id, "A", förslag=satser(("Att anta", "Att bygga")))
    without = a_paragraf(store, sammanträde_id, "B", slag="information")
    store.do(
        Decide(paragraf_ids=(with_texts, without), utfall="bordläggning", till="nästa sammanträde")
    )
    found = [
        (one.text, one.utfall, one.till)
        for row in paragrafer_in(store, sammanträde_id)
        for one in row.beslutspunkter
        if row.klar
    ]
    later = ("bordläggning", "nästa sammanträde")
    assert found == [("Att anta", *later), ("Att bygga", *later), ("", *later)]


def test_a_reopened_paragraf_goes_on_with_what_was_decided(store, sammanträde_id):
    paragraf_id = a_paragraf(store, sammanträde_id, förslag=satser(("Att anta",)))
    store.do(Klubba(paragraf_ids=(paragraf_id,)))
    store.do(Reopen(paragraf_id=paragraf_id))
    (row,) = paragrafer_in(store, sammanträde_id)
    assert not row.klar
    assert row.beslutspunkter[0].utfall == "enligt förslag"


def test_all_that_is_written_in_a_paragraf_is_saved(store, sammanträde_id):
    paragraf_id = an_extra(store, sammanträde_id)
    draft = ParagrafDraft(
        rubrik="Ny  rubrik",
        slag="val",
        dnr=("VN 1", "VN 2"),
        ingress="Nämnden beslutar",
        sammanfattning="*Text*",
        beslutsunderlag=("Missiv",),
        tidigare_behandling=(TidigareRow("bordlagt", "2019-08", 43, "Utskottet"),),
        upphäver="§ 76/2015",
        propositionsordning="Först bifall.",
        beslutsgång="Ordföranden frågar.",
        deltar_inte=("p1",),
        anmälningar=("A. Brev",),
        omedelbart_justerad=True,
        expedieringar=(ExpedieringRow("Regionen", "RS 1", "2026-03-30"),),
        tid="10.15",
        dag=APRIL,
    )
    store.do(SaveParagraf(paragraf_id=paragraf_id, draft=draft))
    (row,) = paragrafer_in(store, sammanträde_id)
    assert draft_of(row) == replace(draft, rubrik="Ny rubrik")
    empty = SaveParagraf(paragraf_id=paragraf_id, draft=replace(draft, rubrik=" "))
    assert refused(store, empty, InvalidDraftError).problems == (Draft.RUBRIK_MISSING,)
