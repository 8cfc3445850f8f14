"""What a bevakning's day can be counted from, read once for a dialog."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from nämnd.bevakning.calendars import calendar
from nämnd.bevakning.queries import bevakningar, responsible
from nämnd.bevakning.rules import Calendar, due
from nämnd.bevakning.values import Förfaller
from nämnd.bevakning.wording import meaning_words
from nämnd.core.swedish import short_date

if TYPE_CHECKING:
    from ui.desk import Desk

_LONGEST = 60  # characters of a choice


@dataclass(frozen=True, slots=True)
class Counting:
    """The calendar of a nämnd, with the choices a day can be counted from: id and text."""

    today: date
    calendar: Calendar
    choices: tuple[tuple[str, str], ...]
    responsible: tuple[tuple[str, str | None], ...]  # name and last address

    def meaning(self, förfaller: Förfaller) -> str:
        """Return which day it means, or why nobody can say yet."""
        found = due(förfaller, self.calendar)
        return meaning_words(förfaller, found.dag, found.hinder)


def load_counting(desk: Desk, nämnd_id: str, without: str | None = None) -> Counting:
    """Read the calendar. `without`: the bevakning itself, which is not counted from."""
    ask, today = desk.store.ask, desk.today
    known = ask(lambda session: calendar(session, nämnd_id))
    rows = ask(lambda session: bevakningar(session, nämnd_id, today))
    möten = sorted((one for one in known.möten if not one.inställt), key=lambda one: one.dag)
    ahead = [one for one in möten if one.dag >= today]
    behind = [one for one in reversed(möten) if one.dag < today]
    choices = [(one.id, _möte(one.nummer, one.dag)) for one in (*ahead, *behind)]
    choices += [(one.id, _cut(f"«{one.draft.rubrik}»")) for one in rows if one.id != without]
    names = ask(lambda session: responsible(session, nämnd_id))
    return Counting(today, known, tuple(choices), names)


def _möte(nummer: int | None, day: date) -> str:
    number = f"sammanträde {nummer}" if nummer else "sammanträdet"
    return f"{number}, {short_date(day)}"


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]}…»"
