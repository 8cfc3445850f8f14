"""What was found and opened since the program started: it is often wanted again."""

from dataclasses import replace

from nämnd.sök.values import Hit, Piece
from ui.sök.lines import Line, hit_line
from ui.sök.words import RECENT

_MOST = 6


class Recent:
    """The newest first, each once."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._hits: list[Hit] = []

    def add(self, hit: Hit) -> None:
        """Remember that `hit` was opened."""
        others = [one for one in self._hits if (one.kind, one.key) != (hit.kind, hit.key)]
        self._hits = [replace(hit, snippet=()), *others][:_MOST]

    def lines(self, here: str) -> tuple[Line, ...]:
        """Return them under a heading; none when there are none. `here`: see `hit_line`."""
        if not self._hits:
            return ()
        heading = Line((Piece(RECENT),), heading=True)
        return heading, *(hit_line(one, "", here) for one in self._hits)
