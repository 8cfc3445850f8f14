"""What the planning of a year refuses."""

from dataclasses import dataclass
from datetime import date

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class NothingPlannedError(NämndError):
    """No sammanträde was left to make."""


@dataclass(eq=False)
class SameDayTwiceError(NämndError):
    """Two sammanträden were to be on one day."""

    dag: date


@dataclass(eq=False)
class MötesfristUnnamedError(NämndError):
    """A day counted from the sammanträden has no name."""
