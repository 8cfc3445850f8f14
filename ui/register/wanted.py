"""What is wanted of the register, as it is chosen, saved and asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields

from nämnd.register.rules import folded
from nämnd.register.values import BeslutFilter, BeslutRow

EVERY = ""  # of a choice: no matter which


@dataclass(frozen=True, slots=True)
class Read:
    """Rows that were read, and the words of each: worked out once, not at every key."""

    rows: tuple[BeslutRow, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict[str, str])

    @staticmethod
    def of(rows: tuple[BeslutRow, ...]) -> Read:
        """Return `rows` with their words."""
        return Read(rows, {one.paragraf_id: _words(one) for one in rows})


def _words(row: BeslutRow) -> str:
    return folded("\n".join((row.paragraf, row.rubrik, *row.dnr, *row.beslut, row.nämnd)))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter in words, as it is saved. «» in any: no matter which.

    `år` is a year, `nämnd` is «alla» for every nämnd in the file, `ärende` the id of an ärende.
    """

    år: str = ""
    nämnd: str = ""
    utfall: str = ""
    uppföljning: str = ""
    ärende: str = ""
    text: str = ""

    def as_villkor(self) -> dict[str, str]:
        """Return it to be saved; only what is chosen."""
        return {name: value for name, value in asdict(self).items() if value}

    @staticmethod
    def of_villkor(villkor: dict[str, str]) -> Wanted:
        """Return what was saved; what is not known is left out."""
        known = {one.name for one in fields(Wanted)}
        return Wanted(**{name: value for name, value in villkor.items() if name in known})

    @property
    def read(self) -> Wanted:
        """Return the part that says what must be read from the database."""
        return Wanted(år=self.år, nämnd=self.nämnd, ärende=self.ärende)

    def as_filter(self, nämnd_id: str) -> BeslutFilter:
        """Return it as the database is asked, by the nämnd on the screen."""
        return BeslutFilter(
            nämnd_id=None if self.nämnd else nämnd_id,
            år=int(self.år) if self.år.isdecimal() else None,
            ärende_id=self.ärende or None,
            utfall=self.utfall or None,
            uppföljning=self.uppföljning or None,
            text=self.text,
        )

    def keeper(self, read: Read) -> Callable[[BeslutRow], bool]:
        """Return what says whether a row that was read is wanted, as the database would."""
        words = folded(self.text).split()

        def keeps(row: BeslutRow) -> bool:
            if self.utfall and self.utfall not in row.utfall:
                return False
            if self.uppföljning and row.uppföljning != self.uppföljning:
                return False
            text = read.texts.get(row.paragraf_id)  # None: of what is read instead of `read`
            return text is None or all(word in text for word in words)

        return keeps
