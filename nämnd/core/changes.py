"""What a change is: a command in, an outcome out.

A command changes mapped rows in the session it is given, and nothing else. `Store.do` sees what
changed, row by row, and from that makes the inverse (undo), the entry in the log and the refusal of
what is locked. So no command has an undo of its own to get wrong.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

if TYPE_CHECKING:  # SQLAlchemy takes longer to import than the first page takes to paint
    from sqlalchemy.orm import Session

Values: TypeAlias = dict[str, Any]


class Topic(StrEnum):
    """A kind of thing a page can show, and therefore must reload when it changes."""

    NÄMND = "nämnd"
    PERSON = "person"
    ÄRENDE = "ärende"
    SAMMANTRÄDE = "sammanträde"
    DAGORDNING = "dagordning"
    UTSKICK = "utskick"
    NÄRVARO = "närvaro"
    PROTOKOLL = "protokoll"
    JUSTERING = "justering"
    ANSLAG = "anslag"
    DELEGATION = "delegation"
    PUBLICERING = "publicering"
    HANDLING = "handling"
    BEVAKNING = "bevakning"
    DELPROJEKT = "delprojekt"
    ÖVERENSKOMMELSE = "överenskommelse"
    ÅRSPLAN = "årsplan"


class Command(Protocol):
    """One change the user can ask for: a frozen dataclass with everything it needs.

    `final` commands have no way back (a kallelse that went out can't be unsent). `of_justering`
    ones may set where a set of §§ stands that is locked (`nämnd.lås`). Both are class attributes,
    False when they are not there.
    """

    def run(self, session: Session) -> frozenset[Topic]:
        """Make the change in `session`; return what pages must reload. Never commits.

        Raises:
            NämndError: the change is refused; nothing is then changed.
        """
        ...


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after. None: the row was not there."""

    table: str
    key: str
    before: Values | None
    after: Values | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a command."""

    topics: frozenset[Topic]
    changes: tuple[RowChange, ...]
    inverse: Command | None = None  # None: nothing changed, or there is no way back


@dataclass(frozen=True, slots=True)
class Together:
    """Several commands as one step: all happen or none, and one undo takes them all back."""

    commands: tuple[Command, ...]

    @property
    def final(self) -> bool:
        """Say whether one of them has no way back: then there is none for all."""
        return any(getattr(command, "final", False) for command in self.commands)

    @property
    def of_justering(self) -> bool:
        """Say whether all of them are commands of the justering."""
        return all(getattr(command, "of_justering", False) for command in self.commands)

    def run(self, session: Session) -> frozenset[Topic]:
        """Run each in turn."""
        topics: set[Topic] = set()
        for command in self.commands:
            topics |= command.run(session)
            session.flush()
        return frozenset(topics)
