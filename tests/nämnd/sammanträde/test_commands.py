"""Changes to a sammanträde as a whole: what each does, refuses, and that undo restores it."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.errors import Draft, GoneError, InUseError, InvalidDraftError
from nämnd.organisation.rules import StåendePunkt
from nämnd.sammanträde.commands import (
    CancelSammanträde,
    MoveSammanträde,
    PlanSammanträde,
    RemoveSammanträde,
    SaveSammanträde,
)
from nämnd.sammanträde.dagordning import Dag, Flyttning
from nämnd.sammanträde.drafts import SammanträdeDraft
from nämnd.sammanträde.punkt_commands import has_gone_out
from nämnd.sammanträde.queries import sammanträden
from tests.builders import (
    DAY,
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    dagordning_in,
    send,
)

DRAFT = SammanträdeDraft(dagar=(Dag(DAY, (("08.30", "12.00"),)),))
NEXT = date(2026, 4, 10)


def head(store, sammanträde_id):
    return dagordning_in(store, sammanträde_id).sammanträde


def refused(*problems):
    return pytest.raises(InvalidDraftError, check=lambda error: error.problems == problems)


def plan(store, draft, nämnd_id=None):
    store.do(PlanSammanträde(sammanträde_id="s1", nämnd_id=nämnd_id or a_nämnd(store), draft=draft))


# Plan


def test_a_planned_meeting_is_kept_as_drafted(store):
    chair, secretary = a_person(store, "Åsa"), a_person(store, "Örjan")
    draft = SammanträdeDraft(
        dagar=(Dag(DAY, (("08.30", "12.00"), ("13.00", None))), Dag(date(2026, 3, 28), ())),
        plats=" Stora salen ",
        nummer_i_året=7,
        beteckning="LS 10/08",
        slag="extra",
        ordförande=chair,
        sekreterare=secretary,
    )
    plan(store, draft)
    found = head(store, "s1")
    assert found.dagar == draft.dagar
    assert (found.plats, found.nummer_i_året) == ("Stora salen", 7)
    assert (found.beteckning, found.slag) == ("LS 10/08", "extra")
    assert found.ordförande
    assert found.sekreterare
    assert (found.ordförande.namn, found.sekreterare.namn) == ("Åsa", "Örjan")


@pytest.mark.parametrize(
    ("dagar", "problem"),
    [
        ((), Draft.DAG_MISSING),
        ((Dag(NEXT), Dag(DAY)), Draft.DAYS_NOT_ASCENDING),
        ((Dag(DAY), Dag(DAY)), Draft.DAYS_NOT_ASCENDING),
        ((Dag(DAY, (("8.30", None),)),), Draft.TID_MALFORMED),
        ((Dag(DAY, (("", None),)),), Draft.TID_MALFORMED),
        ((Dag(DAY, (("08.30", "lunch"),)),), Draft.TID_MALFORMED),
        ((Dag(DAY), Dag(NEXT, (("25.00", None),))), Draft.TID_MALFORMED),
    ],
)
def test_days_and_times_must_be_right(store, dagar, problem):
    nämnd_id = a_nämnd(store)
    with refused(problem):
        plan(store, SammanträdeDraft(dagar=dagar), nämnd_id)
    assert store.ask(lambda s: sammanträden(s, nämnd_id)) == ()
    there = a_sammanträde(store, nämnd_id)
    before = head(store, there)
    with refused(problem):
        store.do(SaveSammanträde(sammanträde_id=there, draft=SammanträdeDraft(dagar=dagar)))
    with refused(problem):
        store.do(MoveSammanträde(sammanträde_id=there, dagar=dagar, skäl="Lokalen"))
    assert head(store, there) == before


def test_a_meeting_belongs_to_a_body_that_is_there(store):
    with pytest.raises(GoneError):
        plan(store, DRAFT, "n9")


def test_standing_punkter_come_first_and_last_with_fresh_ids(store):
    nämnd_id = a_nämnd(
        store,
        stående_punkter=(
            StåendePunkt("Nästa sammanträde", sist=True),
            StåendePunkt("Val av justerare", "val"),
            StåendePunkt("Dagordning", "formalia", ("Att fastställa dagordningen",)),
        ),
    )
    one = dagordning_in(store, a_sammanträde(store, nämnd_id)).punkter
    two = dagordning_in(store, a_sammanträde(store, nämnd_id, NEXT)).punkter
    assert [(punkt.nummer, punkt.rubrik, punkt.slag) for punkt in one] == [
        (1, "Val av justerare", "val"),
        (2, "Dagordning", "formalia"),
        (3, "Nästa sammanträde", "formalia"),
    ]
    assert [sats.text for sats in one[1].förslag] == ["Att fastställa dagordningen"]
    assert not any(punkt.tillkom_efter_kallelsen for punkt in one)
    assert not {punkt.id for punkt in one} & {punkt.id for punkt in two}


def test_standing_punkter_can_be_left_out(store):
    nämnd_id = a_nämnd(store, stående_punkter=(StåendePunkt("Val av justerare"),))
    store.do(PlanSammanträde(sammanträde_id="s1", nämnd_id=nämnd_id, draft=DRAFT, stående=False))
    assert dagordning_in(store, "s1").punkter == ()


def test_planning_can_be_undone_standing_punkter_and_all(store):
    nämnd_id = a_nämnd(store, stående_punkter=(StåendePunkt("Val", förslag=("Att välja",)),))
    outcome = store.do(PlanSammanträde(sammanträde_id="s1", nämnd_id=nämnd_id, draft=DRAFT))
    assert {change.table for change in outcome.changes} == {
        "sammanträde",
        "sammanträdesdag",
        "punkt",
        "attsats",
    }
    store.do(outcome.inverse)
    assert store.ask(lambda s: sammanträden(s, nämnd_id)) == ()
    with pytest.raises(GoneError):
        dagordning_in(store, "s1")


def number(store, nämnd_id, *days, **facts):
    return head(store, a_sammanträde(store, nämnd_id, *days, **facts)).nummer_i_året


def test_the_number_in_the_year_is_proposed_by_counting_the_ordinary_meetings(store):
    nämnd_id, other = a_nämnd(store, "Ena"), a_nämnd(store, "Andra")
    assert number(store, nämnd_id, date(2026, 2, 6)) == 1
    assert number(store, nämnd_id, date(2026, 5, 7), date(2026, 5, 8)) == 2
    assert number(store, nämnd_id, date(2026, 3, 1), slag="extra") is None
    assert number(store, other, date(2026, 4, 1)) == 1
    assert number(store, nämnd_id, date(2025, 12, 1)) == 1
    assert number(store, nämnd_id, date(2026, 9, 1)) == 3
    assert number(store, nämnd_id, date(2026, 11, 1), nummer_i_året=9) == 9


def test_a_meeting_over_two_days_counts_once(store):
    nämnd_id = a_nämnd(store)
    a_sammanträde(store, nämnd_id, date(2026, 2, 6), date(2026, 2, 9))
    assert number(store, nämnd_id, date(2026, 2, 7)) == 2


# Save


def test_place_and_times_can_be_changed_and_undone(store):
    there = a_sammanträde(store, None, DAY, NEXT)
    before = head(store, there)
    new = SammanträdeDraft(dagar=(Dag(DAY, (("09.00", "12.00"),)),), plats="Lund", nummer_i_året=2)
    outcome = store.do(SaveSammanträde(sammanträde_id=there, draft=new))
    after = head(store, there)
    assert (after.dagar, after.plats, after.nummer_i_året) == (new.dagar, "Lund", 2)
    store.do(outcome.inverse)
    assert head(store, there) == before


def test_what_is_saved_unchanged_is_no_step_to_undo(store):
    plan(store, DRAFT)
    same = replace(DRAFT, nummer_i_året=1)
    assert store.do(SaveSammanträde(sammanträde_id="s1", draft=same)).inverse is None


def test_a_day_can_be_added(store):
    there = a_sammanträde(store)
    dagar = (Dag(DAY, (("08.30", None),)), Dag(date(2026, 3, 28), (("08.30", "12.00"),)))
    store.do(SaveSammanträde(sammanträde_id=there, draft=SammanträdeDraft(dagar=dagar)))
    assert head(store, there).dagar == dagar


def test_a_meeting_that_is_gone_cannot_be_saved(store):
    for command in (
        SaveSammanträde(sammanträde_id="s9", draft=DRAFT),
        MoveSammanträde(sammanträde_id="s9", dagar=DRAFT.dagar, skäl="Lokalen"),
        CancelSammanträde(sammanträde_id="s9", skäl="Inga ärenden"),
        RemoveSammanträde(sammanträde_id="s9"),
    ):
        with pytest.raises(GoneError):
            store.do(command)


# Move, cancel, remove


def test_every_move_is_kept_with_its_reason(store):
    there = a_sammanträde(store)
    later = Dag(NEXT, (("13.00", None),))
    store.do(MoveSammanträde(sammanträde_id=there, dagar=(later,), skäl=" Lokalen är upptagen "))
    store.do(MoveSammanträde(sammanträde_id=there, dagar=(Dag(DAY),), skäl="Lokalen blev ledig"))
    assert head(store, there).dagar == (Dag(DAY),)
    assert head(store, there).flyttningar == (
        Flyttning("2026-03-27", "Lokalen är upptagen"),
        Flyttning("2026-04-10", "Lokalen blev ledig"),
    )


def test_a_move_can_be_undone(store):
    there = a_sammanträde(store, None, DAY, date(2026, 3, 28))
    before = head(store, there)
    outcome = store.do(
        MoveSammanträde(sammanträde_id=there, dagar=(Dag(NEXT),), skäl="Lokalen är upptagen")
    )
    store.do(outcome.inverse)
    assert head(store, there) == before


def test_a_move_needs_a_reason(store):
    there = a_sammanträde(store)
    with refused(Draft.SKÄL_MISSING):
        store.do(MoveSammanträde(sammanträde_id=there, dagar=(Dag(NEXT),), skäl=" "))
    assert head(store, there).dagar[0].datum == DAY


def test_a_meeting_can_be_cancelled_for_a_reason_and_taken_back(store):
    there = a_sammanträde(store)
    with refused(Draft.SKÄL_MISSING):
        store.do(CancelSammanträde(sammanträde_id=there, skäl=" "))
    outcome = store.do(CancelSammanträde(sammanträde_id=there, skäl=" Inga ärenden "))
    assert head(store, there).inställt == "Inga ärenden"
    store.do(outcome.inverse)
    assert head(store, there).inställt is None
    store.do(CancelSammanträde(sammanträde_id=there, skäl="Inga ärenden"))
    store.do(CancelSammanträde(sammanträde_id=there, skäl=None))
    assert head(store, there).inställt is None


def test_a_removed_meeting_comes_back_whole_with_the_same_ids(store, files):
    there = a_sammanträde(store, None, DAY, NEXT)
    punkt = a_punkt(store, there, bilagor=1)
    a_bilaga(store, punkt, file=a_file(files))
    before = dagordning_in(store, there)
    outcome = store.do(RemoveSammanträde(sammanträde_id=there))
    with pytest.raises(GoneError):
        dagordning_in(store, there)
    store.do(outcome.inverse)
    assert dagordning_in(store, there) == before


def test_a_meeting_whose_kallelse_has_gone_out_is_not_removed(store):
    there = a_sammanträde(store)
    a_punkt(store, there)
    send(store, there)
    before = dagordning_in(store, there)
    with pytest.raises(InUseError):
        store.do(RemoveSammanträde(sammanträde_id=there))
    assert dagordning_in(store, there) == before
    assert store.ask(lambda s: has_gone_out(s, there))
