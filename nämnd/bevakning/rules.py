"""On which day a bevakning is due, and when it comes back. Pure functions.

Source: RULES.md 15 (the forms in which decisions and agreements set deadlines: all real).
"""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from nämnd.bevakning.steps import ends_month, months_after, months_of, shifted
from nämnd.bevakning.values import (
    BevakningDraft,
    Förfaller,
    Hinder,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
)

_MOST = 200  # occurrences


@dataclass(frozen=True, slots=True)
class Möte:
    """An ordinarie sammanträde or another, as far as it matters to a day.

    `dag`: its first day. `år`: the year it was first planned for, which it is counted in even if it
    is moved to another.
    """

    id: str
    dag: date
    nummer: int | None
    år: int
    inställt: bool = False
    ordinarie: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """What days are counted from: the sammanträden of a nämnd, and its other bevakningar by id."""

    möten: tuple[Möte, ...] = ()
    bevakningar: Mapping[str, Förfaller] = field(default_factory=dict[str, Förfaller])

    def nth(self, nummer: int, år: int) -> Möte | None:
        """Return the n-th ordinarie sammanträde of a year; None: the year has not so many yet.

        That is the number that stands on them, when each has one of its own, or else their order.
        When it is cancelled: the next one of the year, which takes up what it should have.
        """
        known = sorted(
            (one for one in self.möten if one.ordinarie and one.år == år),
            key=lambda one: (one.dag, one.id),
        )
        numbers = [one.nummer for one in known]
        if None not in numbers and len(set(numbers)) == len(numbers):
            place = next((at for at, one in enumerate(numbers) if one == nummer), len(known))
        else:
            place = nummer - 1
        held = (one for one in known[max(place, 0) :] if not one.inställt)
        return next(held, None) if nummer > 0 else None

    def möte(self, key: str | None) -> Möte | None:
        """Return the sammanträde with that id; None: it is not there."""
        return next((one for one in self.möten if one.id == key), None)

    def after(self, day: date) -> Möte | None:
        """Return the first ordinarie sammanträde after `day` that is not cancelled."""
        ahead = [one for one in self.möten if one.ordinarie and not one.inställt and one.dag > day]
        return min(ahead, key=lambda one: (one.dag, one.id), default=None)


@dataclass(frozen=True, slots=True)
class Due:
    """The day, or what keeps anybody from saying it. `sammanträde_id`: it is due at that one."""

    dag: date | None
    hinder: Hinder | None = None
    sammanträde_id: str | None = None


def due(förfaller: Förfaller, calendar: Calendar) -> Due:
    """Return on which day it is due, as the calendar stands."""
    steps: list[Relativt] = []
    passed = set[str]()
    base = förfaller
    while isinstance(base, Relativt) and calendar.möte(base.till) is None:
        other = calendar.bevakningar.get(base.till)
        if other is None or base.till in passed:
            return Due(None, Hinder.BORTA)
        passed.add(base.till)
        steps.append(base)
        base = other
    found = _of_base(base, calendar)
    if not steps or found.dag is None:
        return Due(None, found.hinder) if steps else found
    day = found.dag
    for one in reversed(steps):
        day = shifted(day, one.dagar, one.slag)
    return Due(day)


def _of_base(förfaller: Förfaller, calendar: Calendar) -> Due:
    """Return the day of what is counted from nothing, or from a sammanträde."""
    match förfaller:
        case PåDatum(datum):
            return Due(datum)
        case VidSammanträde(nummer, år):
            möte = calendar.nth(nummer, år)
            return Due(möte.dag, None, möte.id) if möte else Due(None, Hinder.FÖR_FÅ_SAMMANTRÄDEN)
        case Relativt(till, dagar, slag):
            möte = calendar.möte(till)
            if möte is None or möte.inställt:
                return Due(None, Hinder.BORTA)
            return Due(shifted(möte.dag, dagar, slag), None, None if dagar else möte.id)
        case Villkor():
            return Due(None, Hinder.VILLKOR)


def goes_round(key: str, förfaller: Förfaller, calendar: Calendar) -> bool:
    """Say whether the day of the bevakning `key` would be counted from itself."""
    passed = {key}
    step = förfaller
    while isinstance(step, Relativt):
        if step.till in passed:
            return True
        passed.add(step.till)
        other = calendar.bevakningar.get(step.till)
        if other is None:
            return False
        step = other
    return False


def next_after(
    draft: BevakningDraft, today: date, calendar: Calendar | None = None
) -> Förfaller | None:
    """Return when it is due the next time, after this time and after `today`.

    None: it does not come back, or not that late, or nobody can say.
    """
    return next(_later(draft, today, calendar or Calendar()), None)


def occurrences(
    draft: BevakningDraft, first: date, last: date, calendar: Calendar | None = None
) -> tuple[date, ...]:
    """Return every day from `first` to `last` on which it is due, this time included."""
    calendar = calendar or Calendar()
    now = due(draft.förfaller, calendar).dag
    if now is None:
        return ()
    found = [now] if first <= now <= last else []
    for one in _later(draft, max(now, shifted(first, -1)), calendar):
        day = due(one, calendar).dag
        if day is None or day > last or len(found) > _MOST:
            break
        found.append(day)
    return tuple(found)


def _later(draft: BevakningDraft, after: date, calendar: Calendar) -> Iterator[Förfaller]:
    """Yield the times after this one that lie after a day, in order."""
    comes = draft.återkommer
    if comes is None:
        return
    months = months_of(comes.varje)
    steps = (
        _at_sammanträden(draft.förfaller, after, calendar)
        if months is None
        else _in_months(draft.förfaller, months, after, calendar)
    )
    for one in steps:
        day = due(one, calendar).dag
        if comes.till and day and day > comes.till:
            return
        if comes.till and isinstance(one, VidSammanträde) and one.år > comes.till.year:
            return
        yield one


def _in_months(
    förfaller: Förfaller, months: int, after: date, calendar: Calendar
) -> Iterator[Förfaller]:
    if isinstance(förfaller, VidSammanträde) and months % 12 == 0:
        yield from _same_number(förfaller, after, calendar)
        return
    start = due(förfaller, calendar).dag
    count = 0
    while start is not None:
        count += max(1, _gap(start, after) // months - 1) if not count else 1
        day = months_after(start, count * months)
        if day is None:
            return
        if day > max(start, after):
            yield PåDatum(day)


def own_day(day: date, draft: BevakningDraft, earlier: Iterable[date]) -> date:
    """Return the next day of what comes back, on the day of the month it had before a short month.

    «The 30th of each month» is 28 February and then 30 March; 29 February comes back in a leap
    year.

    Args:
        day: the next one, counted from this time.
        draft: this time.
        earlier: the days of the times before it, that nobody has moved.
    """
    now = draft.förfaller
    if not isinstance(now, PåDatum) or not ends_month(now.datum):
        return day
    each_year = draft.återkommer is not None and draft.återkommer.varje == "år"
    had = [one.day for one in earlier if one < now.datum and (each_year or not ends_month(one))]
    if not had:
        return day
    return day.replace(day=min(max(had), monthrange(day.year, day.month)[1]))


def _gap(start: date, after: date) -> int:
    return (after.year - start.year) * 12 + after.month - start.month


def _same_number(
    förfaller: VidSammanträde, after: date, calendar: Calendar
) -> Iterator[VidSammanträde]:
    """Yield the same sammanträde of each year to come; of one that is not planned, it is after."""
    år = max(förfaller.år + 1, after.year)
    while år <= date.max.year:
        one = replace(förfaller, år=år)
        day = due(one, calendar).dag
        if day is None or day > after:
            yield one
        år += 1


def _at_sammanträden(förfaller: Förfaller, after: date, calendar: Calendar) -> Iterator[Förfaller]:
    """Yield each ordinarie sammanträde to come, at as many days from it as this time."""
    base = förfaller if isinstance(förfaller, Relativt) else None
    of_möte = calendar.möte(base.till) if base else None
    day = of_möte.dag if of_möte else due(förfaller, calendar).dag
    found = calendar.after(day or after)
    while found is not None:
        now = found
        if of_möte is not None and base is not None:
            step: Förfaller = replace(base, till=now.id)
        else:
            step = _numbered(now, calendar)
        if (due(step, calendar).dag or now.dag) > after:
            yield step
        found = calendar.after(now.dag)


def _numbered(möte: Möte, calendar: Calendar) -> Förfaller:
    """Return it by its number, so that it can be told, when that is it; else by itself."""
    if möte.nummer is not None and calendar.nth(möte.nummer, möte.år) == möte:
        return VidSammanträde(möte.nummer, möte.år)
    return Relativt(möte.id, 0)


def reminder_days(draft: BevakningDraft, day: date | None) -> tuple[date, ...]:
    """Return the days on which the responsible is to be reminded, the first one first."""
    if day is None:
        return ()
    return tuple(sorted({shifted(day, -before) for before in draft.påminnelser}))


def reminder_is_due(
    draft: BevakningDraft, day: date | None, reminded: Sequence[date], today: date
) -> bool:
    """Say whether a step of the reminders has come that nobody was reminded at.

    Several steps that have passed are one reminder.
    """
    passed = [one for one in reminder_days(draft, day) if one <= today]
    return bool(passed) and max(reminded, default=date.min) < passed[-1]
