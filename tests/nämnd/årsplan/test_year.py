"""The year as it stands in the file, and a year that is planned in one step."""

from datetime import date, timedelta

import pytest
from sqlalchemy import event

from nämnd.bevakning.commands import AddBevakning, CloseBevakning
from nämnd.bevakning.queries import bevakning
from nämnd.bevakning.values import BevakningDraft, Hinder, PåDatum, VidSammanträde, Återkommer
from nämnd.core.errors import InvalidDraftError, NämndError
from nämnd.error_messages import message_for
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.sammanträde.commands import CancelSammanträde, MoveSammanträde
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.queries import dagordning, sammanträden
from nämnd.store import Store
from nämnd.årsplan.commands import AddSpärrdagar, PlanYear, RemoveSpärrdag, SaveMötesfrister
from nämnd.årsplan.errors import (
    MötesfristUnnamedError,
    NothingPlannedError,
    SameDayTwiceError,
)
from nämnd.årsplan.queries import frister, spärrdagar, year, years
from nämnd.årsplan.values import (
    Mötesfrist,
    PlannedMeeting,
    Slag,
    SpärrdagDraft,
    Årspost,
)
from tests.builders import a_nämnd, a_sammanträde, send

TODAY = date(2018, 6, 7)
DAYS = (date(2019, 2, 8), date(2019, 5, 24), date(2019, 9, 20), date(2019, 11, 22))
MÖTEN = tuple(PlannedMeeting(day, "08.30", "15.00", "Lund") for day in DAYS)


def shown(store: Store, nämnd: str, år: int = 2019, today: date = TODAY) -> list[Årspost]:
    return list(store.ask(lambda session: year(session, nämnd, år, today)))


def lines(found: list[Årspost]) -> list[str]:
    return [f"{one.dag} {one.text}" for one in found]


def watch(store: Store, nämnd: str, **facts: object) -> str:
    draft = BevakningDraft(**facts)  # pyright: ignore[reportArgumentType]
    store.do(AddBevakning(nämnd_id=nämnd, draft=draft, today=TODAY, bevakning_id="b1"), "bevaka")
    return "b1"


def test_a_planned_year_has_its_sammanträden_numbered_with_times_and_places(store: Store) -> None:
    nämnd = a_nämnd(store)
    store.do(PlanYear(nämnd_id=nämnd, möten=tuple(reversed(MÖTEN))), "planera")
    rows = store.ask(lambda session: sammanträden(session, nämnd))
    assert [(row.nummer_i_året, row.dagar[0], row.plats) for row in reversed(rows)] == [
        (n, day, "Lund") for n, day in enumerate(DAYS, start=1)
    ]
    head = store.ask(lambda session: dagordning(session, rows[0].id)).sammanträde
    assert head.dagar[0].tider == (("08.30", "15.00"),)


def test_planning_is_one_step_and_one_undo(store: Store) -> None:
    nämnd = a_nämnd(store)
    outcome = store.do(PlanYear(nämnd_id=nämnd, möten=MÖTEN), "planera")
    assert outcome.inverse is not None
    store.do(outcome.inverse, "ångra")
    assert shown(store, nämnd) == []


def test_a_bevakning_at_the_fourth_sammanträde_gets_its_day_when_the_year_is_planned(
    store: Store,
) -> None:
    nämnd = a_nämnd(store)
    key = watch(store, nämnd, rubrik="Delprojekt 8", förfaller=VidSammanträde(4, 2019))
    before = store.ask(lambda session: bevakning(session, key, TODAY))
    assert (before.due, before.hinder) == (None, Hinder.FÖR_FÅ_SAMMANTRÄDEN)
    store.do(PlanYear(nämnd_id=nämnd, möten=MÖTEN), "planera")
    assert "2019-11-22 Delprojekt 8" in lines(shown(store, nämnd))
    fourth = next(
        row.id for row in store.ask(lambda s: sammanträden(s, nämnd)) if row.nummer_i_året == 4
    )
    moved = MoveSammanträde(
        sammanträde_id=fourth, dagar=(Dag(date(2019, 12, 6)),), skäl="krock med fullmäktige"
    )
    store.do(moved, "flytta")
    assert "2019-12-06 Delprojekt 8" in lines(shown(store, nämnd))


def test_one_more_sammanträde_renumbers_those_no_kallelse_has_gone_out_for(store: Store) -> None:
    nämnd = a_nämnd(store)
    first = a_sammanträde(store, nämnd, date(2019, 2, 8), nummer_i_året=1)
    a_sammanträde(store, nämnd, date(2019, 11, 22), nummer_i_året=2)
    send(store, first)
    store.do(PlanYear(nämnd_id=nämnd, möten=(PlannedMeeting(date(2019, 5, 24)),)), "planera")
    rows = store.ask(lambda session: sammanträden(session, nämnd))
    assert [(row.dagar[0].month, row.nummer_i_året) for row in reversed(rows)] == [
        (2, 1), (5, 2), (11, 3),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("möten", "error", "said"),
    [
        ((), NothingPlannedError, "Lägg till minst en dag"),
        ((MÖTEN[0], MÖTEN[0]), SameDayTwiceError, "8 februari 2019"),
        ((PlannedMeeting(DAYS[0], "halv nio"),), InvalidDraftError, ""),
    ],
)
def test_a_plan_that_can_not_be_is_refused_and_nothing_is_made(
    store: Store, möten: tuple[PlannedMeeting, ...], error: type[NämndError], said: str
) -> None:
    nämnd = a_nämnd(store)
    with pytest.raises(error) as caught:
        store.do(PlanYear(nämnd_id=nämnd, möten=möten), "planera")
    assert said in message_for(caught.value)
    assert shown(store, nämnd) == []


def test_a_day_the_nämnd_meets_already_is_refused_unless_that_is_cancelled(store: Store) -> None:
    nämnd = a_nämnd(store)
    there = a_sammanträde(store, nämnd, DAYS[0])
    plan = PlanYear(nämnd_id=nämnd, möten=MÖTEN)
    with pytest.raises(SameDayTwiceError):
        store.do(plan, "planera")
    store.do(CancelSammanträde(sammanträde_id=there, skäl="storm"), "ställ in")
    store.do(plan, "planera")
    assert "2019-02-08 Sammanträde 1 (inställt)" in lines(shown(store, nämnd))


def test_the_year_holds_what_is_counted_from_each_sammanträde(store: Store) -> None:
    nämnd = a_nämnd(store)
    own = (Mötesfrist("Stoppdag", -21), Mötesfrist("Beredning", -10, "arbetsdagar"))
    store.do(SaveMötesfrister(nämnd_id=nämnd, mötesfrister=own), "frister")
    store.do(PlanYear(nämnd_id=nämnd, möten=MÖTEN[3:]), "planera")
    assert lines(shown(store, nämnd)) == [
        "2019-11-01 Stoppdag, sammanträde 1",
        "2019-11-08 Beredning, sammanträde 1",
        "2019-11-15 Kallelse, sammanträde 1",
        "2019-11-22 Sammanträde 1",
        "2019-12-06 Justering, sammanträde 1",
    ]
    assert store.ask(lambda session: frister(session, nämnd)).mötesfrister == own


def test_a_day_counted_from_next_year_s_first_sammanträde_is_in_this_year(store: Store) -> None:
    nämnd = a_nämnd(store)
    own = (Mötesfrist("Stoppdag", -21),)
    store.do(SaveMötesfrister(nämnd_id=nämnd, mötesfrister=own), "frister")
    a_sammanträde(store, nämnd, date(2020, 1, 10), nummer_i_året=1)
    assert lines(shown(store, nämnd)) == ["2019-12-20 Stoppdag, sammanträde 1"]
    assert "2020-01-24 Justering, sammanträde 1" in lines(shown(store, nämnd, 2020))


def test_of_a_cancelled_sammanträde_only_itself_is_shown(store: Store) -> None:
    nämnd = a_nämnd(store)
    there = a_sammanträde(store, nämnd, DAYS[0], nummer_i_året=1)
    store.do(CancelSammanträde(sammanträde_id=there, skäl="storm"), "ställ in")
    (only,) = shown(store, nämnd)
    assert (only.text, only.inställt) == ("Sammanträde 1 (inställt)", True)


def test_what_comes_back_is_there_each_time_until_it_ends(store: Store) -> None:
    nämnd = a_nämnd(store)
    watch(
        store,
        nämnd,
        rubrik="Kvartalsrapport",
        förfaller=PåDatum(date(2018, 12, 31)),
        återkommer=Återkommer("kvartal", date(2019, 10, 1)),
    )
    found = shown(store, nämnd)
    assert [one.dag for one in found] == [date(2019, 3, 31), date(2019, 6, 30), date(2019, 9, 30)]
    assert {one.slag for one in found} == {Slag.ÅTERKOMMANDE}


def test_29_february_comes_back_on_the_28th_where_there_is_none(store: Store) -> None:
    nämnd = a_nämnd(store)
    facts = {"förfaller": PåDatum(date(2016, 2, 29)), "återkommer": Återkommer("år")}
    watch(store, nämnd, rubrik="Årsrapport", **facts)
    assert lines(shown(store, nämnd, 2019)) == ["2019-02-28 Årsrapport"]
    assert lines(shown(store, nämnd, 2020)) == ["2020-02-29 Årsrapport"]


def test_what_is_late_is_said_and_what_is_done_is_not_late(store: Store) -> None:
    nämnd = a_nämnd(store)
    key = watch(store, nämnd, rubrik="Svar", förfaller=PåDatum(date(2019, 3, 31)))
    today = date(2019, 4, 2)
    assert [(one.sen, one.klar) for one in shown(store, nämnd, today=today)] == [(True, False)]
    closed = CloseBevakning(bevakning_id=key, avslut="gjord", hur="sänt", today=today)
    store.do(closed, "avsluta")
    assert [(one.sen, one.klar) for one in shown(store, nämnd, today=today)] == [(False, True)]


def test_days_to_keep_free_are_named_by_their_huvudman_and_never_twice(store: Store) -> None:
    nämnd = a_nämnd(store)
    huvudmän = (HuvudmanDraft("h1", "Region Skåne"),)
    store.do(SaveHuvudmän(nämnd_id=nämnd, drafts=huvudmän), "huvudmän")
    row = SpärrdagDraft(date(2019, 2, 20), huvudman_id="h1")
    for _ in range(2):
        store.do(AddSpärrdagar(nämnd_id=nämnd, rows=(row, row)), "lägg till")
    assert lines(shown(store, nämnd)) == ["2019-02-20 Region Skåne, fullmäktige"]
    (kept,) = store.ask(lambda session: spärrdagar(session, nämnd, 2019))
    store.do(RemoveSpärrdag(spärrdag_id=kept.id), "ta bort")
    assert shown(store, nämnd) == []


def test_a_counted_day_must_have_a_name(store: Store) -> None:
    nämnd = a_nämnd(store)
    with pytest.raises(MötesfristUnnamedError) as caught:
        store.do(SaveMötesfrister(nämnd_id=nämnd, mötesfrister=(Mötesfrist(" ", -1),)), "x")
    assert "Stoppdag" in message_for(caught.value)


def test_the_years_to_look_at_are_those_with_sammanträden_this_and_the_next(store: Store) -> None:
    nämnd = a_nämnd(store)
    a_sammanträde(store, nämnd, date(2016, 2, 8))
    assert store.ask(lambda session: years(session, nämnd, TODAY)) == (2016, 2018, 2019)


def test_the_year_takes_as_many_statements_with_much_as_with_little(store: Store) -> None:
    nämnd = a_nämnd(store)

    def statements() -> int:
        counted: list[str] = []

        def ask(session):
            engine = session.get_bind()

            def note(*args: object) -> None:
                counted.append(str(args[2]))

            event.listen(engine, "before_cursor_execute", note)
            try:
                return year(session, nämnd, 2019, TODAY)
            finally:
                event.remove(engine, "before_cursor_execute", note)

        store.ask(ask)
        return len(counted)

    store.do(PlanYear(nämnd_id=nämnd, möten=MÖTEN[:1]), "planera")
    few = statements()
    more = tuple(PlannedMeeting(date(2019, 1, 7) + timedelta(weeks=3 * n)) for n in range(12))
    store.do(PlanYear(nämnd_id=nämnd, möten=more), "planera")
    rows = tuple(SpärrdagDraft(date(2019, 3, 1) + timedelta(days=n)) for n in range(30))
    store.do(AddSpärrdagar(nämnd_id=nämnd, rows=rows), "lägg till")
    assert statements() == few
