"""What .eml and .msg have in common: names made fit to show, limits on what is attached."""

import re
import unicodedata
from dataclasses import dataclass, field
from urllib.parse import unquote

from nämnd.post.html_text import MOST
from nämnd.post.values import Attached

MOST_ATTACHED = 500
MOST_ATTACHED_BYTES = 200 * 1024 * 1024  # together
MOST_BODY = 2_000_000  # characters
_MOST_NAME = 200
_SHOWN = re.compile(r"\bcid:([^\s\"'<>)]{1,500})", re.IGNORECASE)


@dataclass(slots=True)
class Gathering:
    """What has been attached so far, and what there was no room for."""

    attached: list[Attached] = field(default_factory=list[Attached])
    left_out: list[str] = field(default_factory=list[str])
    size: int = 0

    def add(self, name: str, data: bytes | None, *, inline: bool = False) -> None:
        """Take a file; one without content (None) or too much of it is only named."""
        shown = fit_name(name)
        room = len(self.attached) < MOST_ATTACHED and data is not None
        if data is None or not room or self.size + len(data) > MOST_ATTACHED_BYTES:
            self.left_out.append(shown)
            return
        self.size += len(data)
        self.attached.append(Attached(shown, data, inline))


def shown_in(html: str) -> frozenset[str]:
    """Return the ids of the pictures that a text shows: they are part of it (RFC 2392)."""
    return frozenset(unquote(found) for found in _SHOWN.findall(html[:MOST]))


def fit_name(name: str) -> str:
    """Return the last part of what may be a path, on one line, nothing invisible in it."""
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    return one_line(last)[:_MOST_NAME] or "namnlös"


def one_line(text: str) -> str:
    """Return `text` on one line, without what is not seen."""
    seen = "".join(
        " " if char.isspace() else char for char in text if char.isspace() or char.isprintable()
    )
    return " ".join(unicodedata.normalize("NFC", seen).split())


def body_text(text: str) -> str:
    """Return a body with the usual line ends and no control characters."""
    lines = text[:MOST_BODY].replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = ("".join(char for char in line if char == "\t" or char.isprintable()) for line in lines)
    return unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in kept)).strip()
