"""Why something can't be searched."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class SökUnavailableError(NämndError):
    """The database is no file of its own, so there is no place for an index beside it."""

    where: str


@dataclass(eq=False)
class SökindexUnwritableError(NämndError):
    """The index can't be written where it belongs."""

    path: str
    why: str
