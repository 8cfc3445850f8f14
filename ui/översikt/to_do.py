"""«Att göra nu»: the days to watch and what the next sammanträde lacks, each with a button.

The card paints with the first page; its rows come with the database (`to_do_rows`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.desk import Go
from ui.toolkit.chips import Card
from ui.toolkit.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from nämnd.anslag.values import Lagfrist
    from nämnd.beredning.values import Waiting
    from nämnd.översikt.queries import Next


class ToDo(Card):
    """A card of things to do."""

    def __init__(self, theme: Theme, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(theme, "Att göra nu")
        self._theme, self._go = theme, go
        self._rows = QWidget()
        self.add(self._rows)
        self.body.addStretch()

    def show_next(
        self,
        coming: Next | None,
        watched: Sequence[Lagfrist] = (),
        waiting: Sequence[Waiting] = (),
    ) -> None:
        """Show the days that are watched, what `coming` lacks, and what waits for a dagordning."""
        from ui.översikt.to_do_rows import to_do_rows

        old = self._rows
        self._rows = to_do_rows(self._theme, self._go, coming, watched, waiting)
        self.body.replaceWidget(old, self._rows)
        old.hide()
        old.deleteLater()
