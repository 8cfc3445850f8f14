"""Seats that are empty, and uppdrag that end soon: who must be appointed, and by when.

People and seats are followed day by day: whoever begins takes the seat that has been empty longest,
so one who begins too late leaves a gap, and one more than the seats leaves none when they go.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import HuvudmanDraft, role_order
from nämnd.organisation.seats import seat_of, seats_set

SOON = 90  # days
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A seat that is empty, or an uppdrag that ends and what becomes of its seat.

    Attributes:
        huvudman_id, huvudman: who appoints; None where nobody does.
        roll: «ledamot» or «ersättare» for an empty seat, else the role that ends.
        from_day: the first day the seat is empty, or would be if nobody followed; for a seat that
            is empty already, the day of the report.
        ends: the uppdrag that ends; None when the seat is empty already.
        days_left: days until its last day, 0 when that is the day of the report; None likewise.
        follower: who takes the seat.
        empty_days: how long it is empty until then; None as long as nobody follows.
        vacant: whether nobody sits there from `from_day` on, for a while at least.
    """

    huvudman_id: str | None
    huvudman: str | None
    roll: str
    from_day: date
    ends: UppdragRow | None = None
    days_left: int | None = None
    follower: UppdragRow | None = None
    empty_days: int | None = None
    vacant: bool = True


@dataclass(frozen=True, slots=True)
class _Group:
    """Seats that one kind of people fill. `seats` None: nobody has said how many there are."""

    huvudman_id: str | None
    huvudman: str | None
    seat: str
    seats: int | None


def coming(
    huvudmän: Iterable[HuvudmanDraft],
    rows: Iterable[UppdragRow],
    day: date,
    *,
    within: int = SOON,
) -> tuple[Coming, ...]:
    """Return the seats empty on `day`, then the uppdrag that end on one of the `within` days after.

    An uppdrag that ends on `day` itself has 0 days left and counts; so does one that ends
    `within` days later. Empty seats stand in the order of the huvudmän, the others by last day.
    """
    last = day + timedelta(days=within)
    found = [one for group, own in _groups(huvudmän, rows) for one in _of_group(group, own, day)]
    empty = [one for one in found if one.ends is None]
    ending = [one for one in found if one.ends is not None and one.from_day - _DAY <= last]
    return (*empty, *sorted(ending, key=lambda one: (one.from_day, role_order(one.roll))))


def _groups(
    huvudmän: Iterable[HuvudmanDraft], rows: Iterable[UppdragRow]
) -> Iterator[tuple[_Group, list[UppdragRow]]]:
    by_seat: dict[tuple[str | None, str], list[UppdragRow]] = defaultdict(list)
    for row in rows:
        by_seat[row.uppdrag.huvudman_id, seat_of(row.uppdrag.roll)].append(row)
    counted = [one for one in huvudmän if seats_set(one)]
    for seat in ("ledamot", "ersättare"):
        for one in counted:
            seats = one.platser if seat == "ledamot" else one.ersättarplatser
            yield _Group(one.id, one.namn, seat, seats), by_seat.pop((one.id, seat), [])
    for (huvudman_id, seat), own in by_seat.items():
        yield _Group(huvudman_id, own[0].huvudman, seat, None), own


def _of_group(group: _Group, rows: Sequence[UppdragRow], day: date) -> list[Coming]:
    """Follow the seats of one kind from `day` on, through everybody who goes and comes."""
    alive = [row for row in rows if row.uppdrag.till is None or row.uppdrag.till >= day]
    now = [row for row in alive if row.uppdrag.från is None or row.uppdrag.från <= day]
    empty = 0 if group.seats is None else group.seats - len(now)
    found = [Coming(group.huvudman_id, group.huvudman, group.seat, day) for _ in range(empty)]
    waiting, spare = list(range(len(found))), max(0, -empty)  # places in `found`; people too many
    for when, comes, row in _events(alive, day):
        if comes and waiting:
            at = _seat_for(row, waiting, found)
            found[at] = _filled(found[at], row, when)
        elif comes:
            spare += 1
        else:
            found.append(_ending(group, row, day, vacant=not spare))
            if spare:
                spare -= 1
            else:
                waiting.append(len(found) - 1)
    return found


def _events(rows: Iterable[UppdragRow], day: date) -> list[tuple[date, bool, UppdragRow]]:
    """Return what happens after `day`, in order: when, whether somebody comes, who.

    Those who go on a day go before those who come: a seat can be filled without a gap.
    """
    goes = [(row.uppdrag.till + _DAY, False, row) for row in rows if row.uppdrag.till]
    comes = [
        (row.uppdrag.från, True, row) for row in rows if row.uppdrag.från and row.uppdrag.från > day
    ]
    return sorted([*goes, *comes], key=lambda one: one[:2])


def _seat_for(row: UppdragRow, waiting: list[int], found: Sequence[Coming]) -> int:
    """Take the seat that `row` fills: the person's own before any other, else the first empty."""
    own = (at for at in waiting if (ends := found[at].ends) and ends.person_id == row.person_id)
    at = next(own, waiting[0])
    waiting.remove(at)
    return at


def _ending(group: _Group, row: UppdragRow, day: date, *, vacant: bool) -> Coming:
    last = row.uppdrag.till or day
    return Coming(
        group.huvudman_id,
        group.huvudman,
        row.uppdrag.roll,
        last + _DAY,
        ends=row,
        days_left=(last - day).days,
        vacant=vacant,
    )


def _filled(one: Coming, row: UppdragRow, when: date) -> Coming:
    days = (when - one.from_day).days
    return replace(one, follower=row, empty_days=days, vacant=days > 0)
