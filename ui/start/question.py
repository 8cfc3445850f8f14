"""One question with one line to answer it in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.toolkit.small import Kind, Label, button, column, label, row
from ui.toolkit.theme import Theme


class Question(QWidget):
    """A question, why it is asked, a line, and a button to go on; Enter goes on too.

    Signals:
        answered: what was written, never empty.
        given_up: the user wants to go back.

    Attributes:
        answer, go_on, back: the line and the buttons.
        problem: what is wrong with the answer.
    """

    answered = Signal(str)
    given_up = Signal()

    def __init__(
        self, theme: Theme, question: str, why: str, go_on: str, *, back: bool = False
    ) -> None:
        """Ask `question`; `go_on` is the text of the button."""
        super().__init__()
        self.answer = QLineEdit()
        self.answer.setAccessibleName(question)
        self.answer.setAccessibleDescription(why)
        self.problem = label("", Label.PROBLEM, wrap=True)
        self.problem.hide()
        self.go_on = button(go_on, Kind.PRIMARY)
        self.back = button("Tillbaka", Kind.LINK)
        if not back:  # never shown before it has a parent: it would flash as a window of its own
            self.back.hide()
        buttons = row(self.go_on, self.back, None, spacing=theme.px(14))
        self.setLayout(
            column(
                label(question, Label.HEADING),
                label(why, Label.MUTED, wrap=True),
                self.answer,
                self.problem,
                buttons,
                spacing=theme.px(10),
            )
        )
        self.answer.returnPressed.connect(self.go_on.click)
        self.answer.textChanged.connect(self._show_whether)
        self.go_on.clicked.connect(self._tell)
        self.back.clicked.connect(self.given_up)
        self.setFocusProxy(self.answer)
        self._show_whether()

    def refuse(self, text: str) -> None:
        """Say why the answer won't do."""
        self.problem.setText(text)
        self.problem.show()
        self.answer.setFocus()

    def _show_whether(self) -> None:
        self.problem.hide()
        self.go_on.setEnabled(bool(self.answer.text().strip()))

    def _tell(self) -> None:
        self.answered.emit(" ".join(self.answer.text().split()))
