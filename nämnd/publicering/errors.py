"""Why a review is not saved, and why nothing is published."""

from dataclasses import dataclass

from nämnd.core.errors import NämndError


@dataclass(eq=False)
class SekretessPublishedError(NämndError):
    """What is under sekretess can't be published as it is."""


@dataclass(eq=False)
class NothingMaskedError(NämndError):
    """It is to be published masked, and no words to mask are given."""


@dataclass(eq=False)
class MaskTooShortError(NämndError):
    """A single letter would be masked in every text."""

    words: str


@dataclass(eq=False)
class NotReviewedError(NämndError):
    """These («§ 62», «bilaga 3A») are not reviewed, or have changed since. Nothing was made."""

    what: tuple[str, ...]


@dataclass(eq=False)
class StillThereError(NämndError):
    """Words that are masked were found in the finished file. Nothing was made."""

    name: str
    words: tuple[str, ...]
