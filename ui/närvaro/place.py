"""Where in a sammanträde the user is: a §, or before the first."""

from dataclasses import dataclass
from datetime import datetime

from nämnd.core.paragrafer import NONE, Paragrafer
from nämnd.närvaro.meeting import At
from nämnd.protokoll.values import ParagrafRow, Protokoll


@dataclass(frozen=True, slots=True)
class Place:
    """A sammanträde at a §; None is what comes after the last, or before the first."""

    protokoll: Protokoll
    paragraf: ParagrafRow | None = None

    @property
    def sammanträde_id(self) -> str:
        """Return the id of the sammanträde."""
        return self.protokoll.sammanträde.id

    @property
    def at(self) -> At:
        """Return what the rules ask for."""
        if self.paragraf is not None:
            return At(self.paragraf.nummer, self.paragraf.jäv)
        return At(self.nummer or 0)

    @property
    def nummer(self) -> int | None:
        """Return the § here; None before any has been handled."""
        if self.paragraf is not None:
            return self.paragraf.nummer
        last = max((one.nummer for one in self.protokoll.paragrafer), default=None)
        return None if last is None else last + 1

    @property
    def turning(self) -> int | None:
        """Return the first § that somebody who comes or goes now is, or is not, at.

        It is this one while it goes on, and the next when it is done.
        """
        if self.paragraf is not None and self.paragraf.klar:
            return self.paragraf.nummer + 1
        return self.nummer

    @property
    def first(self) -> int | None:
        """Return the first § of the sammanträde; None before any has been handled."""
        return min((one.nummer for one in self.protokoll.paragrafer), default=None)

    @property
    def last_there(self) -> int | None:
        """Return the last § of somebody who goes now; None when there is none."""
        turning, first = self.turning, self.first
        if turning is None or first is None or turning <= first:
            return None
        return turning - 1

    @property
    def places(self) -> tuple[At, ...]:
        """Return every § that has been handled."""
        return tuple(At(one.nummer, one.jäv) for one in self.protokoll.paragrafer)

    def there(self, person_id: str) -> Paragrafer:
        """Return the §§ somebody is there for, in whatever role."""
        found = NONE
        for row in self.protokoll.närvaro:
            if row.person_id == person_id:
                found = row.paragrafer if found == NONE else found.plus(row.paragrafer)
        return found

    def now(self, clock: datetime) -> str:
        """Return the time to propose: now on the day itself, else nothing."""
        days = {one.datum for one in self.protokoll.sammanträde.dagar}
        return clock.strftime("%H.%M") if clock.date() in days else ""


def place_of(protokoll: Protokoll, paragraf_id: str | None) -> Place:
    """Return the place of a § by its id."""
    return Place(protokoll, protokoll.paragraf(paragraf_id))
