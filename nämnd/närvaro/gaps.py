"""Seats that nobody sits on at a §, and why. Pure functions."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from nämnd.core.paragrafer import NONE
from nämnd.närvaro.meeting import At, Meeting, parts
from nämnd.närvaro.rules import ledamöter, owner, serving
from nämnd.närvaro.values import DeltagareRow


class Why(Enum):
    """Why nobody sits on a seat."""

    ABSENT = auto()
    NOT_COME = auto()
    LEFT = auto()
    JÄV = auto()
    PREPARING = auto()  # there, but only for the beredning
    VACANT = auto()  # nobody holds the seat


@dataclass(frozen=True, slots=True)
class Gap:
    """A seat that nobody sits on. `person_id` is whose it is; None for a vacant one."""

    person_id: str | None
    huvudman_id: str | None
    parti: str | None
    why: Why
    punkt: str | None = None  # a gap at that punkt of the § only
    left: str | None = None  # the ersättare who sat there and has jäv


def gaps(meeting: Meeting, at: At) -> tuple[Gap, ...]:
    """Return the seats that nobody sits on at a §: ledamöter in order, then vacant seats.

    Those at a single punkt of the § come after those of the whole.
    """
    whole, *punkter = parts(meeting, at)
    found = [*_empty(meeting, whole), *_vacant(meeting, whole)]
    for one in punkter:
        known = {gap.person_id for gap in found}
        found += [
            replace(gap, punkt=one.punkt)
            for gap in _empty(meeting, one)
            if gap.person_id not in known
        ]
    return tuple(found)


def why_not_there(meeting: Meeting, person_id: str, at: At) -> Why:
    """Return why somebody does not serve at a §; they are known not to."""
    if at.has_jäv(person_id):
        return Why.JÄV
    mine = [row for row in meeting.närvaro if row.person_id == person_id]
    if any(row.paragrafer.touches(at.nummer) for row in mine):
        return Why.PREPARING
    if any(row.paragrafer.until(at.nummer) != NONE for row in mine):
        return Why.LEFT
    return Why.NOT_COME if mine else Why.ABSENT


def _empty(meeting: Meeting, at: At) -> Iterator[Gap]:
    filled = {owner(meeting, at, seat) for seat in serving(meeting, at)}
    for one in ledamöter(meeting):
        if one.person_id not in filled:
            left = _left_for_jäv(meeting, at, one)
            why = Why.JÄV if left else why_not_there(meeting, one.person_id, at)
            yield Gap(one.person_id, one.huvudman_id, one.parti, why, left=left)


def _left_for_jäv(meeting: Meeting, at: At, ledamot: DeltagareRow) -> str | None:
    """Return the ersättare who would sit there, were it not for jäv."""
    for row in meeting.närvaro:
        here = row.för == ledamot.person_id and row.paragrafer.touches(at.nummer)
        if here and at.has_jäv(row.person_id):
            return row.person_id
    return None


def _vacant(meeting: Meeting, at: At) -> Iterator[Gap]:
    """Give the vacant seats that no ersättare has taken, of each huvudman by itself."""
    taken = Counter(
        meeting.deltagare[seat.person_id].huvudman_id
        for seat in serving(meeting, at)
        if seat.vakant and seat.person_id in meeting.deltagare
    )
    if not any(one.platser for one in meeting.huvudmän):
        for parti in meeting.vakanta_platser[taken.total() :]:
            yield Gap(None, None, parti or None, Why.VACANT)
        return
    held = Counter(one.huvudman_id for one in ledamöter(meeting))
    for huvudman in meeting.huvudmän:
        for _ in range(huvudman.platser - held[huvudman.id] - taken[huvudman.id]):
            yield Gap(None, huvudman.id, None, Why.VACANT)
