"""The log as plain values. Light: packages and archives carry its head."""

from dataclasses import dataclass

EXPORT = "Export"
"""The kommando of an entry about something that was saved as a file or printed."""


@dataclass(frozen=True, slots=True)
class LogHead:
    """The newest entry of the log when something left: a later cut of the log shows.

    An empty log has number 0 and no hash.
    """

    nummer: int
    hash: str
