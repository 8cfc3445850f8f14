"""What a punkt that is not handled will be about: shown in the middle until it has its §."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.core.richtext import plain_text
from nämnd.sammanträde.dagordning import PunktRow
from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Theme


class ComingPunkt(QWidget):
    """The förslag and the papers of a punkt, to read, and the button that handles it.

    Signals:
        handle_wanted: it is to become a §.
    """

    handle_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        """Show no punkt yet."""
        super().__init__()
        self.note = label("", Label.MUTED, wrap=True)
        self.handle = button("&Behandla", Kind.PRIMARY)
        self.handle.setToolTip("Ge punkten nästa paragrafnummer (Enter i listan)")
        self.förslag_label = label("Förslag", Label.LABEL)
        self.förslag = label("", wrap=True)
        self.summary_label = label("Sammanfattning", Label.LABEL)
        self.summary = label("", wrap=True)
        self.papers_label = label("Handlingar", Label.LABEL)
        self.papers = label("", wrap=True)
        layout = column(
            self.note,
            row(self.handle, None, spacing=0),
            self.förslag_label,
            self.förslag,
            self.summary_label,
            self.summary,
            self.papers_label,
            self.papers,
            None,
            spacing=theme.px(8),
        )
        self.setLayout(layout)
        self.handle.clicked.connect(self.handle_wanted)

    def show_punkt(self, punkt: PunktRow) -> None:
        """Show a punkt."""
        self.note.setText(_note(punkt))
        self._put(
            self.förslag_label,
            self.förslag,
            "\n".join(f"{n}. {one.text}" for n, one in enumerate(punkt.förslag, start=1)),
        )
        self._put(self.summary_label, self.summary, plain_text(punkt.sammanfattning))
        papers = "\n".join(f"{one.beteckning}. {one.rubrik}" for one in punkt.bilagor)
        self._put(self.papers_label, self.papers, papers)

    def _put(self, above: QLabel, text: QLabel, words: str) -> None:
        for one in (above, text):
            one.setVisible(bool(words))
        text.setText(words)


def _note(punkt: PunktRow) -> str:
    if punkt.utgår is not None:
        return (
            f"Utgår: {punkt.utgår} Punkten får ingen paragraf, om inte nämnden behandlar frågan "
            "om att den utgår."
        )
    return "Inte behandlad än. Paragrafnumret dras när den behandlas."
