"""What differs between the dagordning that went out and the one there is now."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.sammanträde.changes import Aspect, Change, Kind, changes
from nämnd.sammanträde.dagordning import Dag, FilRow, SatsRow, UnderpunktRow
from tests.builders import DAY, bilaga_row, dagordning_of, head_row, punkt_row
from tests.nämnd.sammanträde.values import dagordningar

PUNKTER = tuple(punkt_row(number, f"Punkt {number}") for number in range(1, 7))
OLD = dagordning_of(*PUNKTER)


def with_punkt(number, **facts):
    """Return OLD with one punkt changed."""
    rows = list(PUNKTER)
    rows[number - 1] = replace(rows[number - 1], **facts)
    return dagordning_of(*rows)


def test_nothing_changed_is_nothing_to_tell():
    assert changes(OLD, OLD) == ()


@settings(max_examples=30)
@given(dagordningar())
def test_no_dagordning_differs_from_itself(dagordning):
    assert changes(dagordning, dagordning) == ()


@settings(max_examples=20)
@given(dagordningar(4), dagordningar(4))
def test_everything_of_another_dagordning_is_told_once(old, new):
    found = changes(old, new)
    assert len(set(found)) == len(found)
    added = {one.where for one in found if one.kind is Kind.ADDED and not one.bilaga}
    gone = {one.where for one in found if one.kind is Kind.REMOVED and not one.bilaga}
    was = {str(punkt.nummer) for punkt in old.punkter}
    now = {str(punkt.nummer) for punkt in new.punkter}
    assert (added, gone) == (now - was, was - now)


def test_a_punkt_that_came_is_added_with_its_bilagor():
    late = punkt_row(7, "Ny fråga", bilagor=(bilaga_row("7A"), bilaga_row("7B", "Avtal")))
    assert changes(OLD, dagordning_of(late, *PUNKTER)) == (
        Change(Kind.ADDED, "7", "Ny fråga"),
        Change(Kind.ADDED, "7A", "Missiv", bilaga=True),
        Change(Kind.ADDED, "7B", "Avtal", bilaga=True),
    )


def test_a_punkt_that_went_is_removed():
    gone = dagordning_of(*PUNKTER[:2], *PUNKTER[3:])
    assert changes(OLD, gone) == (Change(Kind.REMOVED, "3", "Punkt 3"),)


def test_a_withdrawn_punkt_says_why_and_nothing_else():
    new = with_punkt(3, utgår="Ej färdigberett", rubrik="Annan rubrik")
    assert changes(OLD, new) == (
        Change(Kind.WITHDRAWN, "3", "Annan rubrik", after="Ej färdigberett"),
    )


def test_a_withdrawn_punkt_that_stays_so_is_no_change_but_a_new_reason_is():
    old = with_punkt(3, utgår="Ej färdigberett")
    assert changes(old, with_punkt(3, utgår="Ej färdigberett", rubrik="Ny")) == ()
    assert changes(old, with_punkt(3, utgår="Återtaget")) == (
        Change(Kind.WITHDRAWN, "3", "Punkt 3", after="Återtaget"),
    )


def test_a_punkt_that_comes_back_is_told():
    (found,) = changes(with_punkt(3, utgår="Ej färdigberett"), OLD)
    assert (found.kind, found.where, found.aspects) == (Kind.CHANGED, "3", (Aspect.BACK,))


@pytest.mark.parametrize(
    ("facts", "aspect"),
    [
        ({"rubrik": "Ny"}, Aspect.RUBRIK),
        ({"förslag": (SatsRow("x", "Att avslå"),)}, Aspect.FÖRSLAG),
        ({"sammanfattning": "Ny"}, Aspect.SAMMANFATTNING),
        ({"underpunkter": (UnderpunktRow("x", "Ny"),)}, Aspect.UNDERPUNKTER),
        ({"föredragande": "Anna Ek"}, Aspect.FÖREDRAGANDE),
        ({"tid": "10.15"}, Aspect.TID),
        ({"dnr": "VÅN 1"}, Aspect.ÄRENDE),
    ],
)
def test_each_part_of_a_punkt_is_told_by_name(facts, aspect):
    (found,) = changes(OLD, with_punkt(2, **facts))
    assert (found.kind, found.where, found.aspects) == (Kind.CHANGED, "2", (aspect,))


@pytest.mark.parametrize(
    "facts",
    [
        {"missivförslag": (SatsRow("x", "Annat"),)},
        {"förslag": (SatsRow("other id", "Att godkänna"),)},
        {"tillkom_efter_kallelsen": True},
        {"står": True},
    ],
)
def test_what_the_reader_never_sees_is_no_change(facts):
    assert changes(OLD, with_punkt(2, **facts)) == ()


@given(st.integers(0, 5), st.integers(0, 5))
def test_a_single_move_tells_only_of_the_punkt_that_moved(start, end):
    rows = list(PUNKTER)
    moved = rows.pop(start)
    rows.insert(end, moved)
    found = changes(OLD, dagordning_of(*rows))
    assert all(one.aspects == (Aspect.ORDER,) for one in found)
    assert len(found) == (start != end)
    if abs(start - end) > 1:  # of two that change places either may be the one that moved
        assert found[0].where == str(moved.nummer)


@given(st.permutations(PUNKTER))
def test_those_not_told_of_are_in_their_old_order(rows):
    told = {one.where for one in changes(OLD, dagordning_of(*rows))}
    rest = [punkt.nummer for punkt in rows if str(punkt.nummer) not in told]
    assert rest == sorted(rest)
    assert rest


def test_additions_and_removals_move_nobody():
    new = dagordning_of(PUNKTER[0], punkt_row(7), *PUNKTER[2:5], punkt_row(8))
    assert {one.kind for one in changes(OLD, new)} == {Kind.ADDED, Kind.REMOVED}


# Bilagor

TWO = (bilaga_row("2A"), bilaga_row("2B", "Avtal"))


def bilaga_changes(was, now):
    old = dagordning_of(punkt_row(1), punkt_row(2, bilagor=was))
    found = changes(old, dagordning_of(punkt_row(1), punkt_row(2, bilagor=now)))
    assert all(one.bilaga for one in found)
    return [(one.kind, one.where, one.aspects) for one in found]


def test_bilagor_come_and_go():
    assert bilaga_changes(TWO[:1], TWO) == [(Kind.ADDED, "2B", ())]
    assert bilaga_changes(TWO, TWO[1:]) == [(Kind.REMOVED, "2A", ())]
    assert bilaga_changes(TWO, TWO[::-1]) == []


@pytest.mark.parametrize(
    ("facts", "aspect"),
    [
        ({"rubrik": "Ny"}, Aspect.RUBRIK),
        ({"fil": FilRow("annan", "missiv.pdf", 1000, 2, 2)}, Aspect.FIL),
        ({"anmärkning": "Ny"}, Aspect.ANMÄRKNING),
        ({"i_utskicket": False}, Aspect.EJ_I_UTSKICKET),
        ({"fil": None}, Aspect.FIL_BORTA),
    ],
)
def test_each_part_of_a_bilaga_is_told_by_name(facts, aspect):
    assert bilaga_changes(TWO, (TWO[0], replace(TWO[1], **facts))) == [
        (Kind.CHANGED, "2B", (aspect,))
    ]


def test_a_file_that_comes_later_is_not_called_a_new_version():
    named = (replace(TWO[0], fil=None),)
    assert bilaga_changes(named, TWO[:1]) == [(Kind.CHANGED, "2A", (Aspect.FIL_KOM,))]


def test_a_bilaga_that_now_goes_out_is_told():
    kept_back = (replace(TWO[0], i_utskicket=False),)
    assert bilaga_changes(kept_back, TWO[:1]) == [(Kind.CHANGED, "2A", (Aspect.I_UTSKICKET,))]


def test_the_same_file_under_another_name_is_no_change():
    assert TWO[0].fil
    renamed = replace(TWO[0], fil=replace(TWO[0].fil, filnamn="b.pdf", nummer=2))
    assert bilaga_changes(TWO[:1], (renamed,)) == []


# The sammanträde itself


def head_change(**facts):
    (found,) = changes(OLD, dagordning_of(*PUNKTER, head=head_row(**facts)))
    assert (found.kind, found.where, found.rubrik) == (Kind.CHANGED, "", "")
    return found


def test_another_day_is_told_with_the_old_one():
    found = head_change(dagar=(Dag(date(2026, 4, 10), (("13.00", None),)),))
    assert found.aspects == (Aspect.DAG,)
    assert found.before == "fredag 27 mars 2026 klockan 08.30–12.00"
    assert found.after == "fredag 10 april 2026 klockan 13.00"


def test_a_change_of_the_second_day_is_told_too():
    days = (Dag(DAY, (("08.30", "12.00"),)), Dag(date(2026, 3, 28), (("09.00", None),)))
    found = head_change(dagar=days)
    assert found.before != found.after
    assert found.after.endswith(", lördag 28 mars 2026 klockan 09.00")


def test_another_place_is_told_with_the_old_one():
    found = head_change(plats="Lund")
    assert (found.aspects, found.before, found.after) == (
        (Aspect.PLATS,),
        "Stora salen, Ådala",
        "Lund",
    )


def test_a_cancelled_meeting_is_told_with_the_reason():
    found = head_change(inställt="Inga ärenden")
    assert (found.aspects, found.after) == ((Aspect.INSTÄLLT,), "Inga ärenden")


@pytest.mark.parametrize("facts", [{"ordförande": None}, {"nummer_i_året": 9}, {"sista_nummer": 6}])
def test_what_is_not_on_the_dagordning_is_no_change(facts):
    assert changes(OLD, dagordning_of(*PUNKTER, head=head_row(**facts))) == ()
