"""Bevakningar: added, moved, closed, put on a dagordning and reported; or refused."""

from datetime import date
from typing import Any

import pytest

from nämnd.bevakning.commands import (
    AddBevakningar,
    ChangeBevakning,
    CloseBevakning,
    NoteReminded,
    RemoveBevakning,
    ReopenBevakning,
)
from nämnd.bevakning.errors import (
    BevakningError,
    BevakningFault,
    HurMissingError,
    SkälMissingError,
)
from nämnd.bevakning.queries import responsible
from nämnd.bevakning.values import (
    BevakningDraft,
    Flytt,
    Förfaller,
    Hinder,
    Läge,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.sammanträde.commands import CancelSammanträde, MoveSammanträde
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.punkt_commands import RemovePunkter
from tests.builders import a_punkt
from tests.nämnd.bevakning.watch import DAYS, FOURTH, TODAY, Watch


def test_a_year_without_meetings_says_so_and_gets_its_day_when_it_is_planned(watch: Watch) -> None:
    key = watch.add()
    before = watch.row(key)
    fourth = watch.plan(*DAYS)[3]
    after = watch.row(key)
    assert (before.due, before.hinder) == (None, Hinder.FÖR_FÅ_SAMMANTRÄDEN)
    assert (after.due, after.hinder, after.sammanträde_id) == (DAYS[3], None, fourth)
    assert after.regel == "fjärde sammanträdet 2019"


def test_the_day_follows_a_moved_meeting(watch: Watch) -> None:
    key, fourth = watch.add(), watch.plan(*DAYS)[3]
    later = (Dag(date(2019, 12, 6), (("08.30", None),)),)
    watch.store.do(MoveSammanträde(sammanträde_id=fourth, dagar=later, skäl="Sjukdom"))
    assert watch.row(key).due == date(2019, 12, 6)


def test_a_meeting_moved_into_the_next_year_is_still_the_fourth_of_its_own(watch: Watch) -> None:
    key, fourth = watch.add(), watch.plan(*DAYS)[3]
    watch.plan(date(2020, 2, 14))
    later = (Dag(date(2020, 1, 17), (("08.30", None),)),)
    watch.store.do(MoveSammanträde(sammanträde_id=fourth, dagar=later, skäl="Sjukdom"))
    assert watch.row(key).due == date(2020, 1, 17)


def test_a_cancelled_meeting_gives_its_matters_to_the_next_one_of_the_year(watch: Watch) -> None:
    key, meetings = watch.add(VidSammanträde(2, 2019)), watch.plan(*DAYS)
    watch.store.do(CancelSammanträde(sammanträde_id=meetings[1], skäl="För få ärenden"))
    assert watch.row(key).sammanträde_id == meetings[2]


def test_moving_demands_a_reason_and_writes_history(watch: Watch) -> None:
    key = watch.add()
    with pytest.raises(SkälMissingError) as refused:
        watch.move(key, PåDatum(date(2020, 1, 31)), "  ")
    watch.move(key, PåDatum(date(2020, 1, 31)))
    row = watch.row(key)
    assert row.due == date(2020, 1, 31)
    said = Flytt(TODAY, "fjärde sammanträdet 2019", "2020-01-31", "Rapporten dröjer")
    assert row.historik == (said,)
    assert "Skriv varför" in message_for(refused.value)


def test_moving_to_the_same_day_writes_nothing(watch: Watch) -> None:
    key = watch.add()
    watch.move(key, FOURTH, "")
    assert watch.row(key).historik == ()


def test_changing_the_day_demands_a_reason_and_changing_the_words_does_not(watch: Watch) -> None:
    key = watch.add()
    other = BevakningDraft("Följ upp delprojekt 8 och 11", FOURTH)
    watch.store.do(ChangeBevakning(bevakning_id=key, draft=other, today=TODAY))
    moved = BevakningDraft("Följ upp", PåDatum(date(2019, 12, 1)))
    with pytest.raises(SkälMissingError):
        watch.store.do(ChangeBevakning(bevakning_id=key, draft=moved, today=TODAY))
    assert watch.row(key).draft.rubrik == "Följ upp delprojekt 8 och 11"
    watch.store.do(ChangeBevakning(bevakning_id=key, draft=moved, today=TODAY, skäl="Beslut"))
    assert watch.row(key).draft == moved
    assert len(watch.row(key).historik) == 1


@pytest.mark.parametrize("hur", ["", "   ", "\n"])
def test_nothing_is_closed_without_saying_how(watch: Watch, hur: str) -> None:
    key = watch.add()
    with pytest.raises(HurMissingError):
        watch.close(key, hur)
    assert watch.row(key).läge is Läge.ÖPPEN


def test_what_is_closed_says_how_and_can_be_opened_again(watch: Watch) -> None:
    key = watch.add()
    watch.close(key)
    row = watch.row(key)
    assert (row.läge, row.avslut, row.avslutad, row.avslutad_hur) == (
        Läge.AVSLUTAD,
        "gjord",
        TODAY,
        "Rapporten är inlämnad",
    )
    assert watch.rows() == ()
    assert [one.id for one in watch.rows(closed=True)] == [key]
    watch.store.do(ReopenBevakning(bevakning_id=key))
    assert watch.row(key).läge is Läge.ÖPPEN


def test_what_is_closed_can_not_be_changed(watch: Watch) -> None:
    key = watch.add()
    watch.close(key)
    for attempt in (lambda: watch.close(key), lambda: watch.move(key, Villkor("snarast"))):
        with pytest.raises(BevakningError) as refused:
            attempt()
        assert refused.value.why is BevakningFault.CLOSED


def test_what_comes_back_and_is_done_gives_the_next_one(watch: Watch) -> None:
    key = watch.add(PåDatum(date(2018, 9, 30)), återkommer=Återkommer("halvår"))
    watch.close(key)
    (coming,) = watch.rows()
    assert coming.id != key
    assert coming.due == date(2019, 3, 31)
    assert coming.draft.återkommer == Återkommer("halvår")


def test_what_is_not_needed_any_more_does_not_come_back(watch: Watch) -> None:
    key = watch.add(PåDatum(date(2018, 9, 30)), återkommer=Återkommer("år"))
    end = CloseBevakning(
        bevakning_id=key, avslut="inte längre aktuell", hur="Avtalet är uppsagt", today=TODAY
    )
    watch.store.do(end)
    assert watch.rows() == ()


def test_what_has_a_history_is_closed_instead_of_removed(watch: Watch) -> None:
    moved, reminded, plain = watch.add(), watch.add(), watch.add()
    watch.move(moved, PåDatum(date(2019, 1, 1)))
    watch.store.do(NoteReminded(bevakning_ids=(reminded,), till="Eva Ek", today=TODAY))
    for key in (moved, reminded):
        with pytest.raises(BevakningError) as refused:
            watch.store.do(RemoveBevakning(bevakning_id=key))
        assert refused.value.why is BevakningFault.HISTORY
    watch.store.do(RemoveBevakning(bevakning_id=plain))
    assert {one.id for one in watch.rows()} == {moved, reminded}
    assert watch.row(reminded).påmint == ((TODAY, "Eva Ek"),)


@pytest.mark.parametrize(
    ("förfaller", "why"),
    [
        (Villkor(" "), BevakningFault.VILLKOR_MISSING),
        (VidSammanträde(0, 2019), BevakningFault.NUMMER),
        (VidSammanträde(4, 19), BevakningFault.ÅR),
        (Relativt("borta", 7), BevakningFault.GONE),
        (Relativt("borta", 4000), BevakningFault.DAGAR),
    ],
)
def test_a_day_that_can_not_be_is_refused(
    watch: Watch, förfaller: Förfaller, why: BevakningFault
) -> None:
    with pytest.raises(BevakningError) as refused:
        watch.add(förfaller)
    assert refused.value.why is why
    assert watch.rows() == ()


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"rubrik": " "}, BevakningFault.RUBRIK_MISSING),
        ({"ansvarig_epost": "eva ek"}, BevakningFault.EPOST),
        ({"påminnelser": (-1,)}, BevakningFault.PÅMINNELSER),
        ({"påminnelser": tuple(range(11))}, BevakningFault.PÅMINNELSER),
    ],
)
def test_what_can_not_be_saved_is_refused(
    watch: Watch, facts: dict[str, Any], why: BevakningFault
) -> None:
    with pytest.raises(BevakningError) as refused:
        watch.add(**facts)
    assert refused.value.why is why
    assert message_for(refused.value).strip()


def test_a_day_can_not_be_counted_from_itself(watch: Watch) -> None:
    first = watch.add(PåDatum(date(2019, 1, 1)))
    second = watch.add(Relativt(first, 7))
    with pytest.raises(BevakningError) as refused:
        watch.move(first, Relativt(second, 7))
    assert refused.value.why is BevakningFault.ITSELF


def test_several_are_added_together_or_not_at_all(watch: Watch) -> None:
    good = BevakningDraft("Rekvirera medel", PåDatum(date(2018, 12, 1)), förverkande=True)
    bad = BevakningDraft("", PåDatum(date(2018, 12, 1)))
    both = AddBevakningar(nämnd_id=watch.nämnd, drafts=(good, bad), today=TODAY)
    with pytest.raises(NämndError):
        watch.store.do(both)
    assert watch.rows() == ()
    watch.store.do(AddBevakningar(nämnd_id=watch.nämnd, drafts=(good, good), today=TODAY))
    assert len(watch.rows()) == 2


def test_they_stand_in_the_order_they_are_due_and_what_has_no_day_is_last(watch: Watch) -> None:
    watch.add(Villkor("när rapporten är klar"), "Sist")
    watch.add(PåDatum(date(2019, 1, 2)), "Två")
    watch.add(PåDatum(date(2018, 1, 2)), "Ett")
    assert [one.draft.rubrik for one in watch.rows()] == ["Ett", "Två", "Sist"]
    assert [one.is_late for one in watch.rows()] == [True, False, False]


def test_the_names_used_before_are_known(watch: Watch) -> None:
    watch.add(ansvarig="Östen Ek", ansvarig_epost="osten@exempel.se")
    watch.add(ansvarig="Anna Ås")
    watch.add(ansvarig="Östen Ek")
    found = watch.store.ask(lambda session: responsible(session, watch.nämnd))
    assert found == (("Anna Ås", None), ("Östen Ek", "osten@exempel.se"))


def test_what_was_taken_off_the_dagordning_again_can_be_removed(watch: Watch) -> None:
    (meeting,) = watch.plan(DAYS[0])
    key, punkt = watch.add(), a_punkt(watch.store, meeting)
    watch.link(key, punkt)
    with pytest.raises(BevakningError):
        watch.store.do(RemoveBevakning(bevakning_id=key))
    watch.store.do(RemovePunkter(punkt_ids=(punkt,)))
    done = watch.store.do(RemoveBevakning(bevakning_id=key))
    assert watch.rows(closed=True) == ()
    assert done.inverse is not None
    watch.store.do(done.inverse)
    assert [one.id for one in watch.rows()] == [key]


def test_opened_and_closed_again_it_gives_no_second_next_one(watch: Watch) -> None:
    key = watch.add(PåDatum(TODAY), återkommer=Återkommer("år"))
    for _ in range(3):
        watch.close(key)
        watch.store.do(ReopenBevakning(bevakning_id=key))
    watch.close(key)
    assert [one.due for one in watch.rows()] == [date(2019, 6, 7)]


def test_the_words_can_be_changed_when_what_the_day_is_counted_from_is_gone(watch: Watch) -> None:
    base = watch.add(PåDatum(TODAY), "Avtalet löper ut")
    key = watch.add(Relativt(base, 7))
    watch.store.do(RemoveBevakning(bevakning_id=base))
    draft = BevakningDraft("Följ upp avtalet", Relativt(base, 7))
    watch.store.do(ChangeBevakning(bevakning_id=key, draft=draft, today=TODAY))
    assert (watch.row(key).draft.rubrik, watch.row(key).hinder) == (
        "Följ upp avtalet",
        Hinder.BORTA,
    )


@pytest.mark.parametrize(
    ("first", "varje", "days"),
    [
        (date(2019, 1, 30), "månad", ["2019-02-28", "2019-03-30", "2019-04-30", "2019-05-30"]),
        (date(2019, 1, 28), "månad", ["2019-02-28", "2019-03-28", "2019-04-28"]),
        (date(2019, 1, 31), "månad", ["2019-02-28", "2019-03-31", "2019-04-30", "2019-05-31"]),
        (date(2018, 11, 30), "kvartal", ["2019-02-28", "2019-05-31", "2019-08-31"]),
        (date(2016, 2, 29), "år", ["2019-02-28", "2020-02-29", "2021-02-28"]),
        (date(2018, 7, 15), "år", ["2019-07-15", "2020-07-15"]),
    ],
)
def test_closed_time_after_time_it_keeps_its_day_of_the_month(
    watch: Watch, first: date, varje: Any, days: list[str]
) -> None:
    watch.add(PåDatum(first), återkommer=Återkommer(varje))
    came = list[str]()
    for _ in days:
        (now,) = watch.rows()
        assert now.due is not None
        watch.close(now.id, today=max(now.due, TODAY))
        came += [one.due.isoformat() for one in watch.rows() if one.due]
    assert came == days


def test_a_day_that_somebody_moved_is_the_one_it_keeps(watch: Watch) -> None:
    key = watch.add(PåDatum(date(2019, 1, 30)), återkommer=Återkommer("månad"))
    watch.close(key)
    (february,) = watch.rows()
    watch.move(february.id, PåDatum(date(2019, 2, 27)))
    watch.close(february.id)
    assert [one.due for one in watch.rows()] == [date(2019, 3, 27)]
