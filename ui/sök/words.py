"""What the search says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nämnd.core.swedish import counted
from nämnd.sök.values import Found

if TYPE_CHECKING:
    from nämnd.core.progress import Progress
    from nämnd.sök.catching_up import Left

HINT = (
    "Skriv ord, dnr, § eller namn. «Flera ord» inom citattecken söks som de står. > för kommandon."
)
LOOKING = "Söker …"
RECENT = "Nyss öppnat"
NOTHING_HERE = "Inget kommando heter så."
_MANY = 200  # changes: the index is made anew, or almost
TRY = "Prova färre ord eller en del av ett ord, eller sök på dnr, § eller namn."


def nothing(text: str) -> str:
    """Return what is said when nothing was found for `text`."""
    return f"Inget hittades för «{' '.join(text.split())}»."


def told(found: Found, behind: str = "") -> str:
    """Return how many were found; `behind`: what the search does not know yet."""
    number = len(found.hits)
    if found.more:
        count = f"De {number} bästa träffarna"
    else:
        count = counted(number, "träff", "träffar") if number else ""
    return " · ".join(filter(None, (count, behind)))


def behind_text(left: Left, progress: Progress | None) -> str:
    """Return what is not in the search yet; empty when all is.

    `progress`: of the catching up that is under way.
    """
    if left.changes > _MANY:
        total = progress.total if progress else 0
        done = f", {100 * progress.done // total} procent klart" if progress and total else ""
        return f"sökregistret byggs upp{done}"
    if left.changes and progress:
        return "det senast ändrade kommer med om ett ögonblick"
    if left.changes:
        return f"{counted(left.changes, 'ändring', 'ändringar')} är inte med än"
    if left.files:
        return f"texten i {counted(left.files, 'fil', 'filer')} är inte läst än"
    return ""
