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


def vacancies(
    huvudmän: Iterable[HuvudmanDraft], rows: Iterable[UppdragRow], day: date
) -> tuple[Vacancy, ...]:
    """Return the huvudmän whose seats and people differ on `day`, in the order given.

    A huvudman with no seats set is not counted: nobody has said how many there are to be.
    """
    now = [row for row in rows if serves(row.uppdrag.från, row.uppdrag.till, day)]
    found = (_vacancy(one, now) for one in huvudmän if one.platser or one.ersättarplatser)
    return tuple(one for one in found if one.ledamöter or one.ersättare)


def _vacancy(huvudman: HuvudmanDraft, now: list[UppdragRow]) -> Vacancy:
    roles = [row.uppdrag.roll for row in now if row.uppdrag.huvudman_id == huvudman.id]
    return Vacancy(
        huvudman.namn,
        huvudman.platser - sum(role in LEDAMÖTER for role in roles),
        huvudman.ersättarplatser - roles.count("ersättare"),
    )
