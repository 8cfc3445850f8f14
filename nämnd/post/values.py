"""A saved mail in its parts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Attached:
    """A file in a mail. `name` is made fit to show; it is no path."""

    name: str
    data: bytes
    inline: bool = False  # a picture that stands in the text, as in a signature


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail. `body` is plain text, also when it was written as HTML."""

    subject: str
    sender: str  # «Anna Berg <anna@exempel.se>»
    to: tuple[str, ...]
    sent: datetime | None
    body: str
    attached: tuple[Attached, ...] = ()
    left_out: tuple[str, ...] = ()  # names of what was too large, too deep or too many
