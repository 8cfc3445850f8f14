"""Everything the page shows of a nämnd's people, read at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from nämnd.core.swedish import short_date
from nämnd.organisation.queries import UppdragRow, huvudmän, nämnd_draft, uppdrag_rows
from nämnd.organisation.rules import (
    LEDAMÖTER,
    HuvudmanDraft,
    Mandatperiod,
    NämndDraft,
    serves,
    with_party,
)
from nämnd.organisation.seats import VacantSeat, seat_of, vacant_seats
from nämnd.sammanträde.queries import sammanträden
from ui.desk import Desk

PeopleRow: TypeAlias = UppdragRow | VacantSeat
_SEATS = ("ledamot", "ersättare")


@dataclass(frozen=True, slots=True)
class PeopleNow:
    """A nämnd, its huvudmän, every uppdrag there is or was, and the days it met."""

    nämnd_id: str
    nämnd: NämndDraft
    huvudmän: tuple[HuvudmanDraft, ...]
    rows: tuple[UppdragRow, ...]
    met: tuple[date, ...]  # newest first

    def on(self, day: date) -> tuple[UppdragRow, ...]:
        """Return the uppdrag of that day, in the order they are listed."""
        return tuple(row for row in self.rows if serves(row.uppdrag.från, row.uppdrag.till, day))

    def ledamöter(self) -> tuple[tuple[str, str], ...]:
        """Return id and name of everybody who is or was a ledamot, each once."""
        found = {
            row.person_id: with_party(row.person.namn, row.person.parti)
            for row in self.rows
            if row.uppdrag.roll in LEDAMÖTER
        }
        return tuple(found.items())

    @property
    def last(self) -> int:
        """Return the highest place in the order of service."""
        return max((row.uppdrag.ordning for row in self.rows), default=0)


NOBODY = PeopleNow("", NämndDraft(""), (), (), ())


def people_now(desk: Desk, nämnd_id: str) -> PeopleNow:
    """Read what is there now."""
    ask = desk.store.ask
    return PeopleNow(
        nämnd_id,
        ask(lambda session: nämnd_draft(session, nämnd_id)),
        ask(lambda session: huvudmän(session, nämnd_id)),
        ask(lambda session: uppdrag_rows(session, nämnd_id)),
        tuple(one.dagar[0] for one in ask(lambda s: sammanträden(s, nämnd_id)) if one.dagar),
    )


def listed(now: PeopleNow, day: date, *, everything: bool) -> tuple[PeopleRow, ...]:
    """Return what the table shows for a day: people, and after each kind its empty seats.

    With `everything` also the uppdrag of other days.
    """
    rows = now.rows if everything else now.on(day)
    empty = vacant_seats(now.huvudmän, now.rows, day)
    return tuple(_listed(rows, empty))


def _listed(rows: tuple[UppdragRow, ...], empty: tuple[VacantSeat, ...]) -> Iterator[PeopleRow]:
    for seat in _SEATS:
        yield from (row for row in rows if seat_of(row.uppdrag.roll) == seat)
        yield from (one for one in empty if one.roll == seat)
    yield from (row for row in rows if seat_of(row.uppdrag.roll) not in _SEATS)


def period_text(period: Mandatperiod) -> str:
    """Return «2023–2026» for whole years, else «15 oktober 2022 – 14 oktober 2026»."""
    från, till = period.från, period.till
    if (från.month, från.day) != (1, 1) or (till and (till.month, till.day) != (12, 31)):
        return f"{short_date(från)} – {short_date(till) if till else ''}".rstrip()
    return f"{från.year}–{till.year if till else ''}"
