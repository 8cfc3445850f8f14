"""What can keep a paper from being made."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class NothingSentError(NämndError):
    """There is no tilläggslista to make: no kallelse has gone out."""


@dataclass(eq=False)
class NothingHandledError(NämndError):
    """No § is handled yet, so there is no such paper (`dokument`) to make."""

    dokument: str


@dataclass(eq=False)
class ParagraferUnknownError(NämndError):
    """Some §§ («§§ 75–80») are not in the sammanträde, which has others («§§ 59–74»)."""

    wanted: str
    known: str


@dataclass(eq=False)
class RecipientUnknownError(NämndError):
    """No § goes to such a recipient; `known` are those that there are, maybe none."""

    wanted: str
    known: tuple[str, ...]


@dataclass(eq=False)
class SkrivelseMissingError(NämndError):
    """Nothing is written in the ärende with that dnr; None: nobody said which ärende."""

    dnr: str | None
