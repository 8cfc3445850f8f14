"""Which ärenden the list shows. No Qt: 15 000 rows are looked through at every keystroke."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field

from nämnd.ärende.values import DiariumRow
from ui.ärende.words import state_text

STATES = (
    ("", "Alla lägen"),
    ("öppna", "Öppna"),
    ("väntar", "Väntar på dagordning"),
    ("avslutat", "Avslutade"),
    ("makulerat", "Makulerade"),
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user has asked to see; empty is everything."""

    text: str = ""
    läge: str = ""  # a key of STATES
    handläggare: str = ""
    år: str = ""

    def as_villkor(self) -> dict[str, str]:
        """Return it as a saved filter keeps it."""
        return {key: value for key, value in asdict(self).items() if value}

    @classmethod
    def of_villkor(cls, villkor: dict[str, str]) -> Wanted:
        """Return what a saved filter says; what is not known is left out."""
        return cls(**{key: str(villkor[key]) for key in _KEYS if key in villkor})


_KEYS = ("text", "läge", "handläggare", "år")
_NO_SIGNS = str.maketrans("", "", " -–")


@dataclass(frozen=True, slots=True)
class Read:
    """Rows that were read, and the words of each by its id: made once, not at every key."""

    rows: tuple[DiariumRow, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict[str, str])

    @classmethod
    def of(cls, rows: tuple[DiariumRow, ...]) -> Read:
        """Return `rows` with their words."""
        return cls(rows, {row.id: _words(row) for row in rows})


def keeper(wanted: Wanted, words: Mapping[str, str]) -> Callable[[DiariumRow], bool] | None:
    """Return what says whether a row is shown; None: all are."""
    if not wanted.as_villkor():
        return None
    asked = wanted.text.casefold().split()
    if len(asked) == 1 and wanted == Wanted(text=wanted.text):  # what is typed most: the quick way
        word = asked[0]
        return lambda row: word in words[row.id]

    def keep(row: DiariumRow) -> bool:
        return _fits(wanted, row) and all(word in words[row.id] for word in asked)

    return keep


def years(rows: Iterable[DiariumRow]) -> tuple[int, ...]:
    """Return the years in which the ärenden were opened, newest first."""
    return tuple(sorted({row.öppnat.year for row in rows if row.öppnat}, reverse=True))


def _fits(wanted: Wanted, row: DiariumRow) -> bool:
    if wanted.handläggare and row.handläggare != wanted.handläggare:
        return False
    if wanted.år and (row.öppnat is None or str(row.öppnat.year) != wanted.år):
        return False
    match wanted.läge:
        case "":
            return True
        case "öppna":
            return state_text(row) in {"öppet", "väntar"}
        case läge:
            return state_text(row) == läge


def _words(row: DiariumRow) -> str:
    """Return what a row can be found by: «2019/88» finds «SRVN 2019/0088»."""
    plain = row.dnr.casefold()
    series, _, number = plain.rpartition("/")
    short = f"{series}/{number.lstrip('0')}" if series else ""
    said = (plain, short, short.translate(_NO_SIGNS), plain.translate(_NO_SIGNS))
    return "\n".join((*said, row.rubrik.casefold(), (row.handläggare or "").casefold()))
