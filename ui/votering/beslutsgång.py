"""Propositionsordning and beslutsgång of a §, written by the rules or by hand."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.protokoll.propositions import steps
from ui.desk import Desk
from ui.toolkit.fields import Field, prose_field
from ui.toolkit.prose import ProseInput
from ui.toolkit.small import Kind, Label, button, label, row
from ui.votering.beslutsgång_dialog import BeslutsgångDialog, Written
from ui.votering.saving import DecisionSaver, Shown


class BeslutsgångSection(QWidget):
    """The two texts, and the button that writes them. Hidden where there is nothing to tell."""

    def __init__(self, desk: Desk, saver: DecisionSaver) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk, self._saver = desk, saver
        theme = desk.theme
        self.write = button("Skriv beslutsgången", Kind.LINK)
        self.write.setToolTip("Propositionsordning och beslutsgång efter yrkanden och omröstning")
        self.by_hand = button("Skriv själv", Kind.LINK)
        self._opened = False
        self._texts: tuple[str, str] = ("", "")  # what the fields hold
        self.order: Field[ProseInput] = prose_field(theme, "Propositionsordning")
        self.text: Field[ProseInput] = prose_field(theme, "")
        self.text.input.setAccessibleName("Beslutsgång")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        head = row(
            label("Beslutsgång", Label.LABEL), None, self.by_hand, self.write, spacing=theme.px(12)
        )
        for part in (head, self.order, self.text):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        desk.editor.watch(self.order, self._save_order)
        desk.editor.watch(self.text, self._save_text)
        self.write.clicked.connect(self.open_dialog)
        self.by_hand.clicked.connect(self.begin)

    @property
    def fields(self) -> tuple[Field[ProseInput], ...]:
        """Return what can be written in."""
        return self.order, self.text

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from the top."""
        return self.by_hand, self.write, self.order.input.text, self.text.input.text

    def show_paragraf(self, shown: Shown, *, same: bool) -> None:
        """Show the texts of a §; with `same` what is being written stays."""
        paragraf = shown.paragraf
        written = bool(paragraf.beslutsgång or paragraf.propositionsordning)
        told = bool(paragraf.yrkanden or paragraf.voteringar)
        self.setVisible(written or told)
        texts = paragraf.propositionsordning, paragraf.beslutsgång
        for field, value, before in zip((self.order, self.text), texts, self._texts, strict=True):
            if value != before or field.pending:  # running text takes long to show
                (field.show_value if same else field.load)(value)
        self._texts = texts
        self._opened = self._opened and same
        self.order.setVisible(bool(paragraf.propositionsordning) or self.order.pending)
        self._show_text(shown=bool(paragraf.beslutsgång) or self.text.pending or self._opened)
        self.write.setVisible(told and bool(steps(shown.protokoll, paragraf)))

    def begin(self) -> None:
        """Let the user write the beslutsgång by hand."""
        self._opened = True
        self._show_text(shown=True)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_dialog(self) -> None:
        """Let the user say what won, and write what follows."""
        if self._desk.editor.flush():
            BeslutsgångDialog(self._desk, self, self._saver.shown, self._save)

    def _show_text(self, *, shown: bool) -> None:
        self.text.setVisible(shown)
        self.by_hand.setVisible(not shown)

    def _save(self, written: Written) -> bool:
        return self._saver.written(
            written.beslut,
            "skriv beslutsgången",
            propositionsordning=written.propositionsordning,
            beslutsgång=written.beslutsgång,
        )

    def _save_order(self, source: str) -> None:
        self._saver.paragraf("ändra propositionsordningen", key="order", propositionsordning=source)

    def _save_text(self, source: str) -> None:
        self._saver.paragraf("ändra beslutsgången", key="beslutsgång", beslutsgång=source)
