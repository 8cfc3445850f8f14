"""What keeps an archive folder from being made or read."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class NotArchivableError(NämndError):
    """Some §§ are not justerade («§§ 61–62»); «» when there is no § at all."""

    which: str


@dataclass(eq=False)
class ArkivTakenError(NämndError):
    """There is a folder of that name already."""

    name: str


@dataclass(eq=False)
class NotAnArchiveError(NämndError):
    """The folder is no archive that this program has made, or a newer one made it."""

    name: str
    newer: bool = False
