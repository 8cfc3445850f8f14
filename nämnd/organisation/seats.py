"""Seats that nobody fills, and seats filled twice."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import LEDAMÖTER, HuvudmanDraft, serves


@dataclass(frozen=True, slots=True)
class Vacancy:
    """How many seats of a huvudman are empty; negative: so many too many have been appointed."""

    huvudman: str
    ledamöter: int
    ersättare: int


@dataclass(frozen=True, slots=True)
class VacantSeat:
    """One empty seat. `roll` is «ledamot» or «ersättare»; `nummer` counts those alike, from 1."""

    huvudman_id: str
    huvudman: str
    roll: str
    nummer: int

    @property
    def id(self) -> str:
        """Return what tells the seat from others on the same day."""
        return f"vakant/{self.huvudman_id}/{self.roll}/{self.nummer}"


def seat_of(roll: str) -> str:
    """Return the kind of seat a role sits in: an ordförande sits in a ledamot's."""
    return "ledamot" if roll in LEDAMÖTER else roll


def seats_set(huvudman: HuvudmanDraft) -> bool:
    """Say whether anybody has said how many seats a huvudman has; else none can be vacant."""
    return bool(huvudman.platser or huvudman.ersättarplatser)


def vacancies(
    huvudmän: Iterable[HuvudmanDraft], rows: Iterable[UppdragRow], day: date
) -> tuple[Vacancy, ...]:
    """Return the huvudmän whose seats and people differ on `day`, in the order given.

    A huvudman with no seats set is not counted: nobody has said how many there are to be.
    """
    now = [row for row in rows if serves(row.uppdrag.från, row.uppdrag.till, day)]
    found = (_vacancy(one, now) for one in huvudmän if seats_set(one))
    return tuple(one for one in found if one.ledamöter or one.ersättare)


def vacant_seats(
    huvudmän: Iterable[HuvudmanDraft], rows: Iterable[UppdragRow], day: date
) -> tuple[VacantSeat, ...]:
    """Return every seat that is empty on `day`: all for ledamöter, then all for ersättare."""
    now = [row for row in rows if serves(row.uppdrag.från, row.uppdrag.till, day)]
    known = [(one, _vacancy(one, now)) for one in huvudmän if seats_set(one)]
    return tuple(
        VacantSeat(one.id, one.namn, roll, nummer)
        for roll in ("ledamot", "ersättare")
        for one, empty in known
        for nummer in range(1, (empty.ledamöter if roll == "ledamot" else empty.ersättare) + 1)
    )


def _vacancy(huvudman: HuvudmanDraft, now: list[UppdragRow]) -> Vacancy:
    seats = [seat_of(row.uppdrag.roll) for row in now if row.uppdrag.huvudman_id == huvudman.id]
    return Vacancy(
        huvudman.namn,
        huvudman.platser - seats.count("ledamot"),
        huvudman.ersättarplatser - seats.count("ersättare"),
    )
