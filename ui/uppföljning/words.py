"""What the follow-up says in its list: rows of bevakningar and delprojekt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from nämnd.bevakning.values import BevakningRow, Läge
from nämnd.core.swedish import short_date
from ui.bevakningar_card import state_chip
from ui.toolkit.palette import Role

if TYPE_CHECKING:
    from nämnd.delprojekt.values import DelprojektRow

SOON = 30  # days


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: a bevakning, a delprojekt, or a delprojekt with its first bevakning."""

    bevakning: BevakningRow | None = None
    delprojekt: DelprojektRow | None = None

    @property
    def key(self) -> str:
        """Return what it is known by: the bevakning, else the delprojekt."""
        if self.bevakning is not None:
            return self.bevakning.id
        return self.delprojekt.id if self.delprojekt else ""

    @property
    def closed(self) -> bool:
        """Say whether nothing more is expected of it."""
        if self.bevakning is not None:
            return self.bevakning.avslutad is not None
        return self.delprojekt is not None and self.delprojekt.avslutat is not None

    @property
    def due(self) -> date | None:
        """Return the day it is due."""
        if self.bevakning is not None:
            return self.bevakning.due
        return self.delprojekt.due if self.delprojekt else None

    @property
    def rubrik(self) -> str:
        """Return what it is called."""
        if self.delprojekt is not None:
            return f"Delprojekt {self.delprojekt.nummer} {self.delprojekt.rubrik}"
        return self.bevakning.draft.rubrik if self.bevakning else ""

    @property
    def ansvarig(self) -> str:
        """Return who does it."""
        of_project = self.delprojekt.ansvarig if self.delprojekt else None
        own = self.bevakning.draft.ansvarig if self.bevakning else None
        return own or of_project or ""


class Show(StrEnum):
    """Which rows are shown."""

    OPEN = "Allt som är öppet"
    LATE = "Försenade"
    SOON = "Inom 30 dagar"
    LATER = "Senare"
    UNDATED = "Utan datum"
    ASK = "Klar eller återkommer?"
    CLOSED = "Avslutade"
    ALL = "Allt"


def entries(
    bevakningar: Iterable[BevakningRow], delprojekt: Sequence[DelprojektRow]
) -> tuple[Entry, ...]:
    """Return the rows by the day they are due, what is closed last.

    A delprojekt stands with its first open bevakning; its others have rows of their own.
    """
    left = {one.id: one for one in delprojekt}
    made: list[Entry] = []
    for one in bevakningar:
        key = one.draft.källa.delprojekt_id or ""
        project = left.pop(key, None) if one.avslutad is None else None
        made.append(Entry(one, project))
    made += [Entry(None, one) for one in left.values()]
    return tuple(sorted(made, key=lambda one: (one.closed, one.due or date.max)))


def shows(show: Show, one: Entry, today: date) -> bool:
    """Say whether a row is among those that are asked for."""
    if show is Show.ALL or show is Show.CLOSED:
        return show is Show.ALL or one.closed
    if one.closed:
        return False
    left = (one.due - today).days if one.due else None
    match show:
        case Show.LATE:
            return left is not None and left < 0
        case Show.SOON:
            return left is not None and 0 <= left <= SOON
        case Show.LATER:
            return left is not None and left > SOON
        case Show.UNDATED:
            return left is None
        case Show.ASK:
            return one.bevakning is not None and one.bevakning.läge is Läge.ÅTERRAPPORTERAD
        case _:
            return True


def from_text(one: Entry) -> str:
    """Return which beslut, överenskommelse or ärende it comes from."""
    if one.delprojekt is not None and one.delprojekt.beslutat is not None:
        return f"beslut {one.delprojekt.beslutat.isoformat()}"
    return one.bevakning.källa_text if one.bevakning else ""


def rule_text(one: Entry) -> str:
    """Return when it is to come back, in words."""
    if one.bevakning is not None:
        return one.bevakning.regel
    return one.delprojekt.förfaller if one.delprojekt else ""


def day_text(one: Entry) -> str:
    """Return the day that means."""
    return one.due.isoformat() if one.due else "utan datum"


def state(one: Entry) -> tuple[str, Role]:
    """Return where it stands, as a pill."""
    if one.bevakning is not None:
        return state_chip(one.bevakning)
    if one.closed:
        return "avslutat", Role.QUIET
    if one.delprojekt is not None and one.delprojekt.due is not None:
        return ("sen", Role.LATE) if one.delprojekt.sen else ("bevakas", Role.QUIET)
    return "bevakas inte", Role.WARN


def words_of(one: Entry) -> str:
    """Return all that can be searched for in a row."""
    parts = (one.rubrik, from_text(one), rule_text(one), one.ansvarig)
    draft = one.bevakning.draft if one.bevakning else None
    more = (draft.rubrik, draft.mottagare or "", draft.anteckning) if draft else ()
    return " ".join((*parts, *more, one.delprojekt.program if one.delprojekt else "")).casefold()


def history(one: BevakningRow) -> list[str]:
    """Return what has happened to a bevakning, a sentence in each line, the oldest first."""
    made = [
        (
            each.datum,
            f"flyttad från {each.från} till {each.till}: {each.skäl}"
            if each.skäl
            else f"flyttad från {each.från} till {each.till}",
        )
        for each in one.historik
    ]
    made += [(day, f"påminnelse till {whom}" if whom else "påminnelse") for day, whom in one.påmint]
    for each in one.rapporter:
        tail = f", {each.utfall}" if each.utfall else ""
        made.append((each.dag, f"{each.punkt}{tail}"))
    if one.avslutad is not None:
        how = f": {one.avslutad_hur}" if one.avslutad_hur else ""
        made.append((one.avslutad, f"avslutad, {one.avslut}{how}"))
    made.sort(key=lambda pair: pair[0] or date.min)
    return [f"{short_date(day)}: {text}" if day else text for day, text in made]
