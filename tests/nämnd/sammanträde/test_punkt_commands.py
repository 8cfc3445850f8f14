"""Changes to the punkter of a dagordning, before and after the kallelse."""

from dataclasses import replace

import pytest

from nämnd.core.errors import Draft, GoneError, InvalidDraftError
from nämnd.sammanträde.dagordning import SatsRow, UnderpunktRow
from nämnd.sammanträde.drafts import PunktDraft, draft_of, satser
from nämnd.sammanträde.punkt_commands import (
    AddPunkt,
    MovePunkter,
    RemovePunkter,
    SavePunkt,
    WithdrawPunkt,
)
from nämnd.ärende.commands import SaveÄrende
from tests.builders import (
    a_bilaga,
    a_file,
    a_nämnd,
    a_punkt,
    a_sammanträde,
    dagordning_in,
    send,
    shown,
)

FULL = PunktDraft(
    rubrik="Priser 2026",
    slag="beslut",
    grupp="Beslutsärenden",
    sammanfattning="Ett **viktigt** ärende.",
    föredragande="Anna Ek",
    tid="09.15–09.45",
    underpunkter=(UnderpunktRow("u1", "Prislista"), UnderpunktRow("u2", "Avtal")),
    förslag=(SatsRow("a1", "Att godkänna"), SatsRow("a2", "Att föreslå regionerna")),
    missivförslag=(SatsRow("m1", "Godkänna"),),
)


@pytest.fixture
def meeting(store):
    """Return a sammanträde with the punkter A to E."""
    there = a_sammanträde(store)
    for rubrik in "ABCDE":
        a_punkt(store, there, rubrik)
    return there


def order(store, meeting):
    return "".join(punkt.rubrik for punkt in dagordning_in(store, meeting).punkter)


def keys(store, meeting, rubriker):
    found = {punkt.rubrik: punkt.id for punkt in dagordning_in(store, meeting).punkter}
    return tuple(found[rubrik] for rubrik in rubriker)


def only(store, meeting):
    (punkt,) = dagordning_in(store, meeting).punkter
    return punkt


# Add and save


def test_everything_of_a_punkt_is_kept(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveÄrende(ärende_id="e1", nämnd_id=nämnd_id, dnr="VÅN 1", rubrik="Priser"))
    there, draft = a_sammanträde(store, nämnd_id), replace(FULL, ärende_id="e1")
    store.do(AddPunkt(punkt_id="k1", sammanträde_id=there, draft=draft))
    found = only(store, there)
    assert draft_of(found) == draft
    assert (found.dnr, found.ärende_rubrik) == ("VÅN 1", "Priser")


def test_only_the_rubrik_is_needed_and_it_is_one_line(store):
    there = a_sammanträde(store)
    store.do(AddPunkt(punkt_id="k1", sammanträde_id=there, draft=PunktDraft(" Val av\njusterare ")))
    assert only(store, there).rubrik == "Val av justerare"


def test_what_nobody_can_see_is_no_rubrik(store, meeting):
    with pytest.raises(InvalidDraftError):
        a_punkt(store, meeting, "\ud83d")


@pytest.mark.parametrize(
    ("at", "expected"),
    [(None, "ABCDEx"), (1, "xABCDE"), (3, "ABxCDE"), (6, "ABCDEx"), (99, "ABCDEx"), (0, "xABCDE")],
)
def test_a_punkt_is_added_at_its_place(store, meeting, at, expected):
    a_punkt(store, meeting, "x", at=at)
    assert order(store, meeting) == expected
    assert [line.split()[0] for line in shown(store, meeting)] == list("123456")


def test_a_punkt_without_rubrik_is_refused(store, meeting):
    before = dagordning_in(store, meeting)
    with pytest.raises(InvalidDraftError, check=lambda e: e.problems == (Draft.RUBRIK_MISSING,)):
        a_punkt(store, meeting, " \n ")
    (first,) = keys(store, meeting, "A")
    with pytest.raises(InvalidDraftError):
        store.do(SavePunkt(punkt_id=first, draft=PunktDraft("")))
    assert dagordning_in(store, meeting) == before


def test_a_changed_punkt_keeps_the_ids_of_what_stays_and_can_be_undone(store):
    there = a_sammanträde(store)
    store.do(AddPunkt(punkt_id="k1", sammanträde_id=there, draft=FULL))
    before = dagordning_in(store, there)
    new = replace(
        FULL,
        grupp=None,
        föredragande="",
        förslag=(FULL.förslag[1], SatsRow("a3", "Att ge uppdrag"), FULL.förslag[0]),
        underpunkter=(UnderpunktRow("u2", "Avtalet"),),
        missivförslag=(),
    )
    outcome = store.do(SavePunkt(punkt_id="k1", draft=new))
    assert draft_of(only(store, there)) == replace(new, föredragande=None)
    store.do(outcome.inverse)
    assert dagordning_in(store, there) == before


def test_a_field_of_spaces_is_empty(store):
    there = a_sammanträde(store)
    a_punkt(store, there, "Val", grupp=" ", föredragande=" Anna\nEk ", tid="  ")
    assert draft_of(only(store, there)) == PunktDraft("Val", föredragande="Anna Ek")


def test_satser_get_ids_of_their_own():
    one, two = satser(("Att godkänna", "Att godkänna"))
    assert one.text == two.text
    assert one.id != two.id


def test_adding_can_be_undone(store, meeting):
    before = dagordning_in(store, meeting)
    outcome = store.do(AddPunkt(punkt_id="k9", sammanträde_id=meeting, draft=FULL, at=2))
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


# Move, withdraw, remove


@pytest.mark.parametrize(
    ("which", "to", "expected"),
    [
        ("A", 5, "BCDEA"),
        ("E", 1, "EABCD"),
        ("B", 3, "ACBDE"),
        ("B", 2, "ABCDE"),
        ("DB", 1, "BDACE"),
        ("AC", 3, "BDACE"),
        ("ABCDE", 4, "ABCDE"),
        ("C", 99, "ABDEC"),
        ("C", -4, "CABDE"),
        ("", 1, "ABCDE"),
    ],
)
def test_punkter_move_so_that_the_first_of_them_stands_at_the_place(
    store, meeting, which, to, expected
):
    before = dagordning_in(store, meeting)
    outcome = store.do(MovePunkter(punkt_ids=keys(store, meeting, which), to=to))
    assert order(store, meeting) == expected
    assert [line.split()[0] for line in shown(store, meeting)] == list("12345")
    if outcome.inverse:
        store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_a_withdrawn_punkt_keeps_its_place_and_number(store, meeting):
    before = dagordning_in(store, meeting)
    (third,) = keys(store, meeting, "C")
    outcome = store.do(WithdrawPunkt(punkt_id=third, skäl=" Ej färdigberett "))
    punkt = dagordning_in(store, meeting).punkter[2]
    assert (punkt.nummer, punkt.utgår) == (3, "Ej färdigberett")
    assert order(store, meeting) == "ABCDE"
    store.do(WithdrawPunkt(punkt_id=third, skäl=None))
    assert dagordning_in(store, meeting) == before
    with pytest.raises(InvalidDraftError, check=lambda e: e.problems == (Draft.SKÄL_MISSING,)):
        store.do(WithdrawPunkt(punkt_id=third, skäl=" "))
    store.do(WithdrawPunkt(punkt_id=third, skäl="Ej färdigberett"))
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_removed_punkter_close_the_gap_and_come_back_whole(store, meeting, files):
    (second,) = keys(store, meeting, "B")
    a_bilaga(store, second, file=a_file(files))
    store.do(SavePunkt(punkt_id=second, draft=replace(FULL, rubrik="B")))
    before = dagordning_in(store, meeting)
    outcome = store.do(RemovePunkter(punkt_ids=keys(store, meeting, "BD")))
    assert order(store, meeting) == "ACE"
    assert [line.split()[0] for line in shown(store, meeting)] == list("123")
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_what_is_gone_cannot_be_changed(store, meeting):
    for command in (
        AddPunkt(punkt_id="k9", sammanträde_id="s9", draft=FULL),
        SavePunkt(punkt_id="k9", draft=FULL),
        MovePunkter(punkt_ids=("k9",), to=1),
        WithdrawPunkt(punkt_id="k9", skäl=None),
        RemovePunkter(punkt_ids=("k9",)),
    ):
        with pytest.raises(GoneError):
            store.do(command)
    assert order(store, meeting) == "ABCDE"


# After the kallelse


def test_after_the_kallelse_numbers_stand_and_additions_come_after(store, meeting):
    send(store, meeting)
    store.do(MovePunkter(punkt_ids=keys(store, meeting, "E"), to=1))
    a_punkt(store, meeting, "x", at=1)
    store.do(RemovePunkter(punkt_ids=keys(store, meeting, "B")))
    assert order(store, meeting) == "xEACD"
    assert shown(store, meeting) == ["6", "5", "1", "3", "4"]
    late = [punkt.rubrik for punkt in dagordning_in(store, meeting).punkter
            if punkt.tillkom_efter_kallelsen]  # fmt: skip
    assert late == ["x"]
    assert not dagordning_in(store, meeting).punkter[0].står


def test_the_number_of_the_last_punkt_is_not_used_again_after_its_removal(store, meeting):
    send(store, meeting)
    store.do(RemovePunkter(punkt_ids=keys(store, meeting, "E")))
    a_punkt(store, meeting, "x")
    assert shown(store, meeting) == ["1", "2", "3", "4", "6"]


def test_an_addition_stands_when_it_has_gone_out_itself(store, meeting):
    send(store, meeting)
    a_punkt(store, meeting, "x")
    send(store, meeting)
    a_punkt(store, meeting, "y", at=1)
    assert shown(store, meeting) == ["7", "1", "2", "3", "4", "5", "6"]


def test_a_removal_after_the_kallelse_can_be_undone(store, meeting):
    send(store, meeting)
    before = dagordning_in(store, meeting)
    outcome = store.do(RemovePunkter(punkt_ids=keys(store, meeting, "C")))
    store.do(outcome.inverse)
    assert dagordning_in(store, meeting) == before


def test_a_standing_punkt_of_the_body_is_no_addition(store, meeting):
    send(store, meeting)
    draft = PunktDraft("Övriga frågor")
    store.do(AddPunkt(punkt_id="k9", sammanträde_id=meeting, draft=draft, stående=True))
    assert not dagordning_in(store, meeting).punkter[-1].tillkom_efter_kallelsen
