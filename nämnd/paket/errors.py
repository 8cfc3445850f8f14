"""What can keep a paper from being made."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class NothingSentError(NämndError):
    """There is no tilläggslista to make: no kallelse has gone out."""
