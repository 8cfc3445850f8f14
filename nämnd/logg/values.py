"""The log as plain values. Light: packages and archives carry its head."""

import re
from dataclasses import dataclass

EXPORT = "Export"
"""The kommando of an entry about something that was saved as a file or printed."""

_HEAD = re.compile(r"\blogg ([0-9]{1,15}) ([0-9a-f]{64})\b")


@dataclass(frozen=True, slots=True)
class LogHead:
    """The newest entry of the log when something left: a later cut of the log shows.

    An empty log has number 0 and no hash.
    """

    nummer: int
    hash: str

    @property
    def text(self) -> str:
        """Return how it stands in the metadata of a file: «logg 1234 9f86…»."""
        return f"logg {self.nummer} {self.hash}"


def heads_in(text: str) -> tuple[LogHead, ...]:
    """Return the heads that stand in the metadata of a file, as `LogHead.text` writes them."""
    return tuple(LogHead(int(nummer), found) for nummer, found in _HEAD.findall(text))
