"""The morning's list: what is to be done now and what comes, each with the button that does it."""

from datetime import date, timedelta
from typing import Any

import pytest

from nämnd.bevakning.commands import AddBevakning, CloseBevakning, LinkPunkt, NoteReminded
from nämnd.bevakning.values import (
    BevakningDraft,
    Förfaller,
    Källa,
    PåDatum,
    Relativt,
    VidSammanträde,
)
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.redovisning.answering import Spread
from nämnd.redovisning.commands import AddRedovisning
from nämnd.redovisning.values import FrågaDraft, Mottagare, RedovisningDraft
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.commands import RemoveSammanträde
from nämnd.store import Store
from nämnd.översikt.morning import morning
from nämnd.översikt.queries import findings
from nämnd.översikt.todo import Action, Morning, Todo, Vikt
from nämnd.översikt.words import finding_text
from tests.builders import a_nämnd, a_punkt, a_sammanträde

TODAY = date(2026, 3, 2)


class Desk:
    """A nämnd on a morning."""

    def __init__(self, store: Store) -> None:
        self.store, self.nämnd = store, a_nämnd(store)

    def watch(self, förfaller: Förfaller, rubrik: str = "Rekvirera medel", **facts: Any) -> str:
        new = AddBevakning(
            nämnd_id=self.nämnd, draft=BevakningDraft(rubrik, förfaller, **facts), today=TODAY
        )
        self.store.do(new)
        return new.bevakning_id

    def in_days(self, days: int, **facts: Any) -> str:
        return self.watch(PåDatum(TODAY + timedelta(days=days)), **facts)

    def morning(self, today: date = TODAY) -> Morning:
        return self.store.ask(lambda session: morning(session, self.nämnd, today))

    def of(self, action: Action, today: date = TODAY) -> list[Todo]:
        return [one for one in self.morning(today).now if one.action is action]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_a_nämnd_with_nothing_to_do_has_an_empty_morning(desk: Desk) -> None:
    assert desk.morning() == Morning((), ())


def test_what_is_late_comes_first_and_says_how_late(desk: Desk) -> None:
    desk.in_days(3, rubrik="Sedan")
    desk.in_days(-2, rubrik="Först")
    first, second = desk.morning().now
    assert (first.chip, first.sen, first.vikt) == ("2 dagar sen", True, Vikt.SEN)
    assert (second.chip, second.sen, second.vikt) == ("3 dagar kvar", False, Vikt.NU)


def test_a_right_that_is_lost_is_said(desk: Desk) -> None:
    desk.in_days(3, mottagare="Kammarkollegiet", förverkande=True)
    desk.in_days(-1, förverkande=True)
    late, near = desk.morning().now
    assert near.text == (
        "«Rekvirera medel» ska lämnas till Kammarkollegiet senast den 5 mars 2026."
    )
    assert late.text == "«Rekvirera medel» skulle ha varit klar senast den 1 mars 2026."
    assert near.förverkande
    assert late.förverkande


def test_what_can_be_lost_is_to_be_done_a_month_before(desk: Desk) -> None:
    desk.in_days(30, rubrik="Rekvirera", förverkande=True, påminnelser=())
    desk.in_days(15, rubrik="Rapportera", påminnelser=())
    found = desk.morning()
    assert [one.förverkande for one in found.now] == [True]
    assert [one.förverkande for one in found.coming] == [False]


def test_of_the_same_day_what_is_lost_stands_first(desk: Desk) -> None:
    desk.in_days(3, rubrik="Vanlig")
    desk.in_days(3, rubrik="Förverkas", förverkande=True)
    assert [one.förverkande for one in desk.morning().now] == [True, False]


def test_what_is_far_ahead_comes_later_and_only_the_next_ninety_days(desk: Desk) -> None:
    for days in (20, 60, 90, 91):
        desk.in_days(days, rubrik=f"Om {days}")
    found = desk.morning()
    assert found.now == ()
    assert [one.days_left for one in found.coming] == [20, 60, 90]
    assert [len(found.within(days)) for days in (7, 30, 90)] == [0, 1, 3]


def test_what_is_closed_is_not_told_of(desk: Desk) -> None:
    key = desk.in_days(-5)
    desk.store.do(CloseBevakning(bevakning_id=key, avslut="gjord", hur="Inskickad", today=TODAY))
    assert desk.morning().now == ()


def test_what_is_due_at_the_next_meeting_is_put_on_its_dagordning(desk: Desk) -> None:
    meeting = a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=80))
    key = desk.watch(VidSammanträde(1, 2026), "Följ upp delprojekt 8", påminnelser=())
    (todo,) = desk.of(Action.PUT_ON_DAGORDNING)
    assert todo.keys == (key, meeting)
    assert todo.text == "«Följ upp delprojekt 8» ska tas upp vid sammanträdet den 21 maj 2026."


def test_what_is_due_at_the_meeting_after_the_next_one_comes_later(desk: Desk) -> None:
    a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=20))
    a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=60))
    desk.watch(VidSammanträde(2, 2026), påminnelser=())
    assert desk.of(Action.PUT_ON_DAGORDNING) == []
    assert Action.PUT_ON_DAGORDNING in [one.action for one in desk.morning().coming]


def test_what_its_meeting_passed_over_is_put_on_the_next_one(desk: Desk) -> None:
    a_sammanträde(desk.store, desk.nämnd, TODAY - timedelta(days=10))
    after = a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=20))
    key = desk.watch(VidSammanträde(1, 2026), påminnelser=())
    (todo,) = desk.of(Action.PUT_ON_DAGORDNING)
    assert (todo.keys, todo.sen) == ((key, after), True)


def test_what_is_on_a_dagordning_is_not_to_be_done_but_comes(desk: Desk) -> None:
    meeting = a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=20))
    key = desk.watch(VidSammanträde(1, 2026), ansvarig="Eva Ek")
    punkt = a_punkt(desk.store, meeting, "Uppföljning")
    desk.store.do(LinkPunkt(bevakning_id=key, punkt_id=punkt))
    found = desk.morning()
    assert [one for one in found.now if key in one.keys] == []
    (todo,) = (one for one in found.coming if one.keys == (meeting, punkt))
    assert (todo.chip, todo.sen) == ("punkt 1", False)


def test_after_the_meeting_it_is_asked_whether_it_is_finished(desk: Desk) -> None:
    meeting = a_sammanträde(desk.store, desk.nämnd, TODAY)
    key = desk.watch(VidSammanträde(1, 2026))
    desk.store.do(LinkPunkt(bevakning_id=key, punkt_id=a_punkt(desk.store, meeting, "Uppföljning")))
    (todo,) = desk.of(Action.ASK_OUTCOME, TODAY + timedelta(days=1))
    assert todo.keys[0] == key
    assert "den 2 mars 2026. Är den klar, eller återkommer den?" in todo.text


def test_a_year_that_has_begun_with_too_few_meetings_is_told_of(desk: Desk) -> None:
    desk.watch(VidSammanträde(4, 2026))
    desk.watch(VidSammanträde(4, 2027))
    (todo,) = desk.morning().now
    assert todo.action is Action.TO_BEVAKNING
    assert "så många sammanträden är inte planerade för 2026" in todo.text


def test_what_is_counted_from_something_gone_is_told_of(desk: Desk) -> None:
    meeting = a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=40))
    desk.watch(Relativt(meeting, -7))
    desk.store.do(RemoveSammanträde(sammanträde_id=meeting))
    (todo,) = desk.morning().now
    assert "räknas från något som inte finns längre" in todo.text


def test_the_responsible_are_reminded_together_and_once(desk: Desk) -> None:
    first = desk.in_days(20, ansvarig="Eva Ek")
    second = desk.in_days(25, ansvarig="Bo Alm")
    desk.in_days(25)
    (todo,) = desk.of(Action.REMIND)
    assert todo.keys == (first, second)
    assert todo.text == "Eva Ek och Bo Alm ska påminnas om 2 bevakningar."
    desk.store.do(NoteReminded(bevakning_ids=(first, second), till="", today=TODAY))
    assert desk.of(Action.REMIND) == []
    assert desk.of(Action.REMIND, TODAY + timedelta(days=13))[0].keys == (first,)


def test_on_the_day_the_list_leads_to_the_meeting(desk: Desk) -> None:
    meeting = a_sammanträde(desk.store, desk.nämnd, TODAY)
    (todo,) = desk.of(Action.TO_PROTOKOLL)
    assert (todo.keys, todo.chip) == ((meeting,), "i dag")
    assert todo in desk.morning().today


def test_a_kallelse_is_told_of_once(desk: Desk) -> None:
    a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=25))
    found = desk.morning()
    told = [one for one in (*found.now, *found.coming) if "allelsen" in one.text]
    assert len(told) == 1


def test_meetings_to_come_stand_with_their_days(desk: Desk) -> None:
    a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=60))
    texts = [one.text for one in desk.morning().coming]
    assert texts == [
        "Kallelsen till sammanträdet den 1 maj 2026 ska vara ute.",
        "Sammanträde 1 i Stora salen.",
    ]


def test_before_the_kallelse_what_is_to_be_followed_up_there_is_missed(desk: Desk) -> None:
    meeting = a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=20))
    later = a_sammanträde(desk.store, desk.nämnd, TODAY + timedelta(days=60))
    källa = Källa(beslutsdatum=date(2024, 6, 7), beslutsparagraf=41)
    key = desk.watch(VidSammanträde(1, 2026), "Följ upp", källa=källa)

    def lacking(sammanträde_id: str) -> list[str]:
        found = desk.store.ask(lambda session: findings(session, sammanträde_id, today=TODAY))
        return [finding_text(one) for one in found if one.lack is Lack.BEVAKNING]

    said = (
        "Bevakningen «Följ upp» (§ 41 den 7 juni 2024) ska tas upp vid sammanträdet och står inte "
        "på dagordningen."
    )
    assert lacking(meeting) == lacking(later) == [said]
    link = LinkPunkt(bevakning_id=key, punkt_id=a_punkt(desk.store, meeting, "Uppföljning"))
    desk.store.do(link)
    assert lacking(meeting) == lacking(later) == []


def test_a_redovisning_waits_for_answers_in_its_last_week(desk: Desk) -> None:
    norr = HuvudmanDraft("h1", "Region Norr")
    desk.store.do(SaveHuvudmän(nämnd_id=desk.nämnd, drafts=(norr,)))
    made = AddRedovisning(
        nämnd_id=desk.nämnd,
        draft=RedovisningDraft("Delredovisning", svar_senast=TODAY + timedelta(days=3)),
        frågor=(FrågaDraft("f1", "fråga", "Vad har gjorts?"),),
        today=TODAY,
    )
    desk.store.do(made)
    desk.store.do(Spread(fråga_ids=("f1",), mottagare=(Mottagare("h1"),)))
    (todo,) = desk.of(Action.TO_REDOVISNING)
    assert todo.keys == (made.redovisning_id,)
    assert todo.text == (
        "Region Norr har inte svarat på «Delredovisning». Svaren ska komma senast den 5 mars 2026."
    )
    assert todo.chip == "3 dagar kvar"
    assert desk.of(Action.TO_REDOVISNING, TODAY - timedelta(days=10)) == []
