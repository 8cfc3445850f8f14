"""Proposes what to write where the dagordning is settled, when it was changed."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from nämnd.core.ids import new_id
from nämnd.core.swedish import counted
from nämnd.protokoll.parts_commands import SaveBeslut
from nämnd.protokoll.values import BeslutspunktRow, ParagrafRow, Protokoll
from ui.desk import Desk
from ui.protokoll.agenda_words import proposed
from ui.toolkit.small import Kind, Label, button, label


class AgendaBar(QFrame):
    """A line with the proposed sentences and a button that writes them into the beslut."""

    def __init__(self, desk: Desk) -> None:
        """Hide until there is something to propose."""
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._paragraf: ParagrafRow | None = None
        self._sentences: tuple[str, ...] = ()
        self.text = label("", Label.MUTED, wrap=True)
        self.write = button("Skriv in i beslutet", Kind.LINK)
        layout = QHBoxLayout(self)
        side = desk.theme.px(10)
        layout.setContentsMargins(side, desk.theme.px(4), side, desk.theme.px(4))
        layout.addWidget(self.text, 1)
        layout.addWidget(self.write)
        self.write.clicked.connect(self._write)
        self.hide()

    def show_paragraf(self, protokoll: Protokoll, paragraf: ParagrafRow) -> None:
        """Propose what the § lacks, if it is the one about the dagordning."""
        self._paragraf, self._sentences = paragraf, proposed(protokoll, paragraf)
        self.setVisible(bool(self._sentences))
        number = counted(len(self._sentences), "ändring", "ändringar")
        self.text.setText(f"{number} i dagordningen: {'. '.join(self._sentences)}.")

    def _write(self) -> None:
        paragraf = self._paragraf
        if paragraf is None:
            return
        self._desk.editor.flush()
        first = len(paragraf.beslutspunkter) + 1
        utfall = "enligt förslag" if paragraf.klar else None
        more = tuple(
            BeslutspunktRow(new_id(), str(number), text, utfall)
            for number, text in enumerate(self._sentences, start=first)
        )
        command = SaveBeslut(paragraf_id=paragraf.id, rows=(*paragraf.beslutspunkter, *more))
        self._desk.editor.do(command, "skriv in ändringar i dagordningen")
