"""Finds what has been done to the log itself: entries changed, removed or put in another order.

A log that was rewritten with all hashes anew, or cut at its end, fits in itself. It shows where a
head that left the program in time (in a package, a protokoll, an archive) is not there any more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice, pairwise

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.logg.chain import HASHED, entry_hash
from nämnd.logg.values import LogHead
from nämnd.tables import Loggpost

_MOST_MOVED = 300  # entries to look for among each other; more is not a move but a rewriting
_AT_ONCE = 500  # entries in memory


class Tampering(Enum):
    """What has been done."""

    CHANGED = auto()  # the entry says something else than when it was written
    REMOVED = auto()  # entries from `nummer` to `last` are not there
    MOVED = auto()  # the entry was number `last`
    CUT = auto()  # a known head had the number `last`, and the log ends before it at `nummer`
    REWRITTEN = auto()  # the entry was another when a head with its number left the program


@dataclass(frozen=True, slots=True)
class LogFinding:
    """Something that does not fit, at which entry. `tid`: its ISO time, when it is there."""

    kind: Tampering
    nummer: int
    tid: str | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class _Entry:
    """What is needed of an entry; not its changes, which may be large."""

    nummer: int
    tid: str | None
    before: str
    hash: str
    fits: bool


def verify(session: Session, known: Iterable[LogHead] = ()) -> tuple[LogFinding, ...]:
    """Return what does not fit in the log, in the order of its entries; nothing when all does.

    `known`: heads that have left the program, from wherever there are some.
    """
    entries = tuple(_entries(session))
    moved = _moved(session, [one for one in entries if not one.fits])
    own = [replace(one, nummer=moved.get(one.nummer, one.nummer)) for one in entries]
    own.sort(key=lambda one: one.nummer)  # as they were written
    found = [*_broken(entries, moved), *_missing(own), *_unknown(entries, known)]
    return tuple(sorted(set(found), key=lambda one: (one.nummer, one.kind.value, one.last or 0)))


def _entries(session: Session) -> Iterator[_Entry]:
    columns = [getattr(Loggpost, name) for name in (*HASHED, "hash")]
    rows = session.execute(
        select(*columns).order_by(Loggpost.nummer).execution_options(yield_per=_AT_ONCE)
    )
    for *values, found in rows:
        tid = values[1] if isinstance(values[1], str) else None
        yield _Entry(values[0], tid, values[-1], found, _fits(values, found))


def _fits(values: Sequence[object], found: str) -> bool:
    """Say whether an entry's hash is its own. What is no text any more has none."""
    said = [one for one in values if isinstance(one, int | str)]
    return len(said) == len(values) and entry_hash(said) == found


def _broken(entries: tuple[_Entry, ...], moved: dict[int, int]) -> Iterator[LogFinding]:
    """Yield the entries whose own hash is not theirs."""
    for one in entries:
        if one.nummer in moved:
            yield LogFinding(Tampering.MOVED, one.nummer, one.tid, moved[one.nummer])
        elif not one.fits:
            yield LogFinding(Tampering.CHANGED, one.nummer, one.tid)


def _missing(entries: Iterable[_Entry]) -> Iterator[LogFinding]:
    """Yield gaps, and entries that were changed together with their own hash."""
    start = _Entry(0, "", "", "", fits=True)
    for before, after in pairwise((start, *entries)):
        if after.nummer > before.nummer + 1:  # also where all after it was written anew to fit
            yield LogFinding(Tampering.REMOVED, before.nummer + 1, None, after.nummer - 1)
        elif after.before != before.hash and before.fits and after.fits:
            at = before if before.nummer else after
            yield LogFinding(Tampering.CHANGED, at.nummer, at.tid)


def _moved(session: Session, broken: list[_Entry]) -> dict[int, int]:
    """Return for each entry that stands under another's number which number was its own."""
    some = list(islice(broken, _MOST_MOVED))
    if len(some) < 2:  # noqa: PLR2004 - one alone has nobody to change places with
        return {}
    numbers = [one.nummer for one in some]
    columns = [getattr(Loggpost, name) for name in (*HASHED[1:], "hash")]
    rows = session.execute(select(Loggpost.nummer, *columns).where(Loggpost.nummer.in_(numbers)))
    possible = sorted({*numbers, *(one + 1 for one in numbers)})  # all may have moved up a place
    found: dict[int, int] = {}
    for nummer, *values, kept in rows:
        was = next((one for one in possible if _fits([one, *values], kept)), None)
        if was is not None:
            found[nummer] = was
    return found


def _unknown(entries: tuple[_Entry, ...], known: Iterable[LogHead]) -> Iterator[LogFinding]:
    there = {one.nummer: one for one in entries}
    newest = entries[-1] if entries else None
    for head in known:
        if head.nummer == 0:
            continue
        entry = there.get(head.nummer)
        if entry is not None and entry.hash != head.hash:
            yield LogFinding(Tampering.REWRITTEN, entry.nummer, entry.tid)
        elif entry is None and head.nummer > (newest.nummer if newest else 0):
            at = (newest.nummer, newest.tid) if newest else (0, None)
            yield LogFinding(Tampering.CUT, *at, last=head.nummer)
