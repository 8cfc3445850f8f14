"""What there is to know of a delprojekt, to be read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QPushButton, QVBoxLayout

from nämnd.core.richtext import plain_text
from nämnd.core.swedish import short_date
from ui.delprojekt.loaded import Loaded
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, label


class FactsCard(Card):
    """Labels and values, only those that there are.

    Attributes:
        change: leads to the dialog.
        ärende: leads to the ärende; hidden when there is none.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Delprojektet", band=True)
        theme = desk.theme
        self.change = button("Ä&ndra …", Kind.PLAIN)
        self.ärende: QPushButton = button("", Kind.LINK)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.change)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(6))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(6))
        inside.addWidget(self.ärende)
        inside.addLayout(self._form)
        self.add(inside)

    def show_it(self, loaded: Loaded) -> None:
        """Show a delprojekt."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, text in facts(loaded):
            value = label(text, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {text}")
            said: QLabel = label(name, Label.CAPTION)
            self._form.addRow(said, value)
        self.ärende.setText(f"Ärende {loaded.view.dnr}" if loaded.view.dnr else "")
        self.ärende.setVisible(loaded.view.dnr is not None)


def facts(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Yield name and value of each fact."""
    draft = loaded.view.draft
    yield "Program", draft.program or "inget angivet"
    yield "Ansvarig", draft.ansvarig or "ingen angiven"
    if draft.kontakt:
        yield "Kontakt", draft.kontakt
    if loaded.view.avslutat:
        yield "Avslutat", short_date(loaded.view.avslutat)
    if draft.målsättning or draft.målsättning_ingress:
        aims = "\n".join(f"– {one}" for one in draft.målsättning)
        yield "Målsättning", "\n".join(filter(None, (draft.målsättning_ingress, aims)))
    if draft.bakgrund:
        yield "Bakgrund", plain_text(draft.bakgrund)
    if draft.mer_information:
        yield "Mer information", plain_text(draft.mer_information)
