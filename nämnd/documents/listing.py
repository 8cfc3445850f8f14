"""What is said of a list as a whole: which year, when it was made, and for whom."""

from dataclasses import dataclass
from datetime import date

_WHOLE = "För nämndens egen del: uppgifter som kan omfattas av sekretess är med."


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `public`: for everybody; `år`: of which year, None of all."""

    made: date
    public: bool
    år: int | None = None

    def title(self, words: str) -> str:
        """Return «Diarium 2026»."""
        return f"{words} {self.år}" if self.år else words

    def extent(self, for_all: str) -> str:
        """Return whom it is for; `for_all` says what is hidden when it is for everybody."""
        return for_all if self.public else _WHOLE
