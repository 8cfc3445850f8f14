"""Files on their way to become handlingar."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from nämnd.bilaga.files import KeptFile
from nämnd.ärende.values import HandlingDraft, Registered


class Refused(StrEnum):
    """Why a file in a folder was not taken."""

    EMPTY = "tom"
    TOO_LARGE = "för stor"
    UNREADABLE = "går inte att läsa"
    NOT_A_FILE = "ingen fil"  # a link, a device, a pipe
    TOO_DEEP = "för djupt"
    TOO_MANY = "för många"
    SYSTEM = "systemfil"  # Thumbs.db, .DS_Store, ~$ lock files
    IN_MAIL = "hör till brevet"  # a picture in its text, a signature: kept in the mail itself


Double: TypeAlias = Registered
"""The same content is already registered."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A file that can become a handling, with what is proposed of it.

    `group`: files of the same mail have the same; the body comes first.
    """

    place: str  # where it lay, for the user: «mapp/fil.pdf», «brev.eml, bilaga.pdf»
    file: KeptFile
    draft: HandlingDraft
    warnings: tuple[str, ...]  # nämnd.filtext.values.Warning
    doubles: tuple[Double, ...] = ()
    same_as: int | None = None  # index of an earlier one here with the same content
    group: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """A file that was not taken, and why."""

    place: str
    why: Refused


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found in what somebody dropped."""

    proposed: tuple[Proposed, ...]
    left: tuple[Left, ...]
    subject: str = ""  # of the mail, when it was one: the ärende's rubrik
