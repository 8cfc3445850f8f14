"""What is registered of one file: rubrik, day, direction and from or to."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QWidget

from nämnd.ärende.values import HandlingDraft
from ui.inkorg.words import RIKTNING
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import day_input
from ui.toolkit.inputs import LineInput, MalformedError
from ui.toolkit.theme import Theme


class DraftForm(QWidget):
    """The fields of the line that is chosen.

    Signals:
        edited: the draft as it is now written; a day that can't be read is left as it was.
    """

    edited = Signal(object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__()
        self._draft: HandlingDraft | None = None
        self.rubrik, self.från_till = LineInput(), LineInput("myndighet eller person")
        self.day = day_input(None)
        self.riktning = Choice(theme, RIKTNING)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.px(8))
        parts: tuple[tuple[str, QWidget], ...] = (
            ("&Vad det är", self.rubrik),
            ("D&ag", self.day),
            ("Rik&tning", self.riktning),
            ("&Från eller till", self.från_till),
        )
        for text, part in parts:
            form.addRow(text, part)
            part.setAccessibleName(text.replace("&", ""))
        for line in (self.rubrik, self.day, self.från_till):
            line.textEdited.connect(self._tell)
        self.riktning.activated.connect(self._tell)

    def load(self, draft: HandlingDraft | None) -> None:
        """Show another file's; None: there is none."""
        self._draft = draft
        self.setEnabled(draft is not None)
        self.rubrik.show_value(draft.rubrik if draft else "")
        self.day.show_value(draft.datum if draft else None)
        self.riktning.choose(draft.riktning if draft else None)
        self.från_till.show_value(draft.från_till if draft else "")
        self.day.show_wrong(wrong=False)

    def _tell(self) -> None:
        if self._draft is None:
            return
        try:
            day = self.day.value()
        except MalformedError:
            day = None
        self.day.show_wrong(wrong=day is None)
        self._draft = replace(
            self._draft,
            rubrik=self.rubrik.value().strip(),
            datum=day or self._draft.datum,
            riktning=self.riktning.value() or self._draft.riktning,
            från_till=self.från_till.value().strip() or None,
        )
        self.edited.emit(self._draft)
