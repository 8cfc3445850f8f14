"""What keeps a mail from being read."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class NotAMailError(NämndError):
    """The file is no saved mail, or too damaged or too large to be read as one."""

    name: str
