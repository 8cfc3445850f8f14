"""§§ are drawn, decided, moved and taken back; nothing is typed again, what is justerat stands."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.changes import Topic
from nämnd.core.errors import (
    AlreadyHandledError,
    Draft,
    GoneError,
    InUseError,
    InvalidDraftError,
    JusteratError,
    NumberTakenError,
)
from nämnd.core.ids import new_id
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.drafts import ParagrafDraft, draft_of
from nämnd.protokoll.paragraf_commands import (
    AddParagraf,
    Decide,
    HandlePunkt,
    Klubba,
    KlubbaPunkter,
    MoveParagraf,
    NumberFrom,
    Reopen,
    SaveParagraf,
    UndrawParagraf,
)
from nämnd.protokoll.parts_commands import SaveBeslut, SaveJäv, SaveReservationer, SaveYrkanden
from nämnd.protokoll.values import ExpedieringRow, ReservationRow, TidigareRow
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
    justera,
    listed,
    numbers,
    paragrafer_in,
    protokoll_in,
)
from tests.nämnd.store.dumps import dump
from tests.protokoll_values import yrkande_row

MARCH, APRIL, MAY = date(2026, 3, 27), date(2026, 4, 24), date(2026, 5, 22)


@pytest.fixture
def nämnd_id(store):
    return a_nämnd(store)


@pytest.fixture
def sammanträde_id(store, nämnd_id):
    return a_sammanträde(store, nämnd_id, MARCH)


def refused(store, command, error):
    """Run a command that is refused; return the refusal. Nothing is changed."""
    before = dump(store.place.path)
    with pytest.raises(error) as caught:
        store.do(command)
    assert dump(store.place.path) == before
    return caught.value


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


# Numbers


def test_the_first_paragraf_of_a_sammanträde_follows_the_last_of_the_one_before(store, nämnd_id):
    january = a_sammanträde(store, nämnd_id, date(2026, 1, 30))
    march = a_sammanträde(store, nämnd_id, MARCH)
    for _ in range(3):
        an_extra(store, january)
    an_extra(store, march)
    assert numbers(store, march) == [4]


def test_each_year_and_each_nämnd_begins_at_one(store, nämnd_id):
    an_extra(store, a_sammanträde(store, nämnd_id, date(2025, 12, 12)))
    other = a_sammanträde(store, a_nämnd(store, "En annan nämnd"), date(2026, 1, 9))
    an_extra(store, other)
    mine = a_sammanträde(store, nämnd_id, MARCH)
    an_extra(store, mine)
    assert (numbers(store, mine), numbers(store, other)) == ([1], [1])


def test_a_program_that_begins_in_the_middle_of_a_year_begins_at_the_number_it_is_told(
    store, nämnd_id, sammanträde_id
):
    store.do(NumberFrom(sammanträde_id=sammanträde_id, first=59))
    for _ in range(2):
        an_extra(store, sammanträde_id)
    assert numbers(store, sammanträde_id) == [59, 60]
    store.do(NumberFrom(sammanträde_id=sammanträde_id, first=70))
    assert numbers(store, sammanträde_id) == [70, 71]
    store.do(NumberFrom(sammanträde_id=sammanträde_id, first=None))
    assert numbers(store, sammanträde_id) == [1, 2]
    zero = NumberFrom(sammanträde_id=sammanträde_id, first=0)
    assert refused(store, zero, InvalidDraftError).problems == (Draft.PARAGRAF_NOT_POSITIVE,)


def test_numbers_that_an_earlier_sammanträde_has_got_past_are_refused(store, nämnd_id):
    march, april = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL))
    for _ in range(3):
        an_extra(store, march)
    error = refused(store, NumberFrom(sammanträde_id=april, first=3), NumberTakenError)
    assert (error.first, error.last, error.day) == (3, 3, "2026-03-27")


def test_an_earlier_sammanträde_written_later_pushes_the_numbers_of_later_ones(store, nämnd_id):
    march, april, may = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL, MAY))
    an_extra(store, march)
    for _ in range(2):
        an_extra(store, april)
    an_extra(store, may)
    assert (numbers(store, april), numbers(store, may)) == ([2, 3], [4])
    an_extra(store, march)
    assert [numbers(store, key) for key in (march, april, may)] == [[1, 2], [3, 4], [5]]


def test_what_is_justerat_never_moves_and_its_numbers_are_passed_over(store, nämnd_id):
    march, april = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL))
    an_extra(store, march)
    for _ in range(3):
        an_extra(store, april)
    justera(store, april, "3")
    an_extra(store, march)
    assert (numbers(store, march), numbers(store, april)) == ([1, 4], [2, 3, 5])


def test_a_moved_paragraf_takes_its_place_in_the_numbers(store, sammanträde_id):
    *_, last = [an_extra(store, sammanträde_id, words) for words in "ABCD"]
    store.do(MoveParagraf(paragraf_id=last, to=2))
    assert listed(store, sammanträde_id) == ["1 A", "2 D", "3 B", "4 C"]
    store.do(MoveParagraf(paragraf_id=last, to=99))
    assert listed(store, sammanträde_id) == ["1 A", "2 B", "3 C", "4 D"]


def test_a_paragraf_that_is_taken_back_leaves_no_gap_and_nothing_of_itself(store, sammanträde_id):
    person_id = a_person(store)
    _first, second, _third = (an_extra(store, sammanträde_id, words) for words in "ABC")
    store.do(SaveYrkanden(paragraf_id=second, rows=(yrkande_row("y1", person_id),)))
    reservation = ReservationRow("r1", (person_id,), (), "y1", None, None)
    store.do(SaveReservationer(paragraf_id=second, rows=(reservation,)))
    store.do(SaveJäv(paragraf_id=second, rows=(JävRow("j1", person_id, None, None, None),)))
    before = dump(store.place.path)
    done = store.do(UndrawParagraf(paragraf_id=second))
    assert listed(store, sammanträde_id) == ["1 A", "2 C"]
    assert done.topics == {Topic.PROTOKOLL, Topic.NÄRVARO}
    store.do(done.inverse)
    assert dump(store.place.path) == before


def sets(store, sammanträde_id):
    found = protokoll_in(store, sammanträde_id)
    return {
        "närvaro": [row.paragrafer.text for row in found.närvaro],
        "ordförande": [row.paragrafer.text for row in found.ordförande],
        "justerare": [row.paragrafer.text for row in found.justerare],
        "justeringar": [row.paragrafer.text for row in found.justeringar],
    }


def with_sets(store, sammanträde_id, *texts):
    """Let närvaro, ordförandeskap, justerare and justering be kept for each of the sets."""
    person_id = a_person(store)
    for place, text in enumerate(texts, start=1):
        about = {"sammanträde_id": sammanträde_id, "paragrafer": text}
        who = {"person_id": person_id, "ordning": place}
        add_rows(
            store,
            Närvaro(roll="ledamot", **about, **who),
            Ordförandeskap(**about, **who),
            Justerare(**about, **who),
            Justering(**about),
        )


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda keys: MoveParagraf(paragraf_id=keys[3], to=1), ["2–4", "2–3, 5–", "1"]),
        (lambda keys: NumberFrom(sammanträde_id=keys[-1], first=59), ["–61", "59–60, 63–", "62"]),
        (lambda keys: UndrawParagraf(paragraf_id=keys[1]), ["–2", "1, 4–", "3"]),
        (lambda keys: UndrawParagraf(paragraf_id=keys[4]), ["–3", "1–2, 5–", "4"]),
    ],
    ids=["move", "from", "undraw", "undraw-last"],
)
def test_every_set_of_paragrafer_follows_a_change_of_numbers(
    store, sammanträde_id, change, expected
):
    keys = [an_extra(store, sammanträde_id, words) for words in "ABCDE"]
    with_sets(store, sammanträde_id, None, "–3", "1–2, 5–", "4")
    store.do(change([*keys, sammanträde_id]))
    for part, found in sets(store, sammanträde_id).items():
        assert set(found) == {None, *expected}, part


def test_what_was_about_a_paragraf_that_is_taken_back_goes_with_it(store, sammanträde_id):
    keys = [an_extra(store, sammanträde_id, words) for words in "ABC"]
    with_sets(store, sammanträde_id, "–1, 3–", "2")
    store.do(UndrawParagraf(paragraf_id=keys[1]))
    found = sets(store, sammanträde_id)
    assert found["närvaro"] == found["justerare"] == [None]
    assert found["ordförande"] == [None, ""]


def test_sets_of_a_later_sammanträde_follow_when_it_makes_room(store, nämnd_id):
    march, april = (a_sammanträde(store, nämnd_id, day) for day in (MARCH, APRIL))
    for _ in range(3):
        an_extra(store, april)
    with_sets(store, april, "2–")
    an_extra(store, march)
    assert numbers(store, april) == [2, 3, 4]
    assert all(texts == ["3–"] for texts in sets(store, april).values())


# What is justerat


def test_what_is_justerat_is_not_changed_moved_or_taken_back(store, sammanträde_id):
    keys = [
        a_paragraf(store, sammanträde_id, words, förslag=satser(("Att anta",))) for words in "ABC"
    ]
    justera(store, sammanträde_id, "2")
    row = paragrafer_in(store, sammanträde_id)[1]
    commands = (
        UndrawParagraf(paragraf_id=keys[1]),
        MoveParagraf(paragraf_id=keys[1], to=1),
        MoveParagraf(paragraf_id=keys[2], to=1),
        NumberFrom(sammanträde_id=sammanträde_id, first=9),
        SaveParagraf(paragraf_id=keys[1], draft=replace(draft_of(row), rubrik="B2")),
        SaveBeslut(paragraf_id=keys[1], rows=()),
        SaveYrkanden(paragraf_id=keys[1], rows=()),
        Klubba(paragraf_ids=(keys[0], keys[1])),
        Decide(paragraf_ids=(keys[1],), utfall="utgår"),
        Reopen(paragraf_id=keys[1]),
    )
    for command in commands:
        assert refused(store, command, JusteratError).nummer == 2


def test_who_gets_an_utdrag_can_be_told_after_the_justering(store, sammanträde_id):
    paragraf_id = an_extra(store, sammanträde_id)
    justera(store, sammanträde_id)
    (row,) = paragrafer_in(store, sammanträde_id)
    sent = (ExpedieringRow("Regionen", None, "2026-04-10"),)
    draft = replace(draft_of(row), expedieringar=sent)
    store.do(SaveParagraf(paragraf_id=paragraf_id, draft=draft))
    assert paragrafer_in(store, sammanträde_id)[0].expedieringar == sent
