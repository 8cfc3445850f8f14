"""Refusals of the document writers."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class LogoUnreadableError(NämndError):
    """The logo is no PNG or JPEG that can be drawn."""


@dataclass(eq=False)
class LogoTooLargeError(NämndError):
    """The logo has more pixels than a letterhead can use: `width` by `height`."""

    width: int
    height: int


@dataclass(eq=False)
class TemplateUnfitError(NämndError):
    """A Word template lacks what the program must find in it, or is no Word document.

    `missing` names styles and fields as Word shows them; empty: it can't be opened at all.
    """

    name: str
    missing: tuple[str, ...]
