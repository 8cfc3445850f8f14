"""A step back: what it undoes, and why it is taken."""

from PySide6.QtWidgets import QWidget

from nämnd.justering.commands import StepBack
from nämnd.justering.rules import step_back_to, undone_by_step_back
from nämnd.justering.values import JusteringView
from ui.desk import Desk
from ui.justering.words import set_text, undone_text
from ui.toolkit.form_frame import FormFrame, words_in
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, label

_SKÄL = "Skriv ett skäl. Det sparas och syns för den som läser senare."


class BackDialog(FormFrame):
    """Says what goes, and asks why."""

    def __init__(self, desk: Desk, parent: QWidget, view: JusteringView) -> None:
        """Show what a step back from where the set stands undoes."""
        which = set_text(view)
        super().__init__(desk.theme, parent, f"Gå tillbaka ett steg, {which}")
        self._desk, self._view = desk, view
        to = step_back_to(view)
        self.body.addWidget(label(f"{which} går från «{view.läge}» till «{to}».", Label.STRONG))
        self.undone = label(undone_text(undone_by_step_back(view)), wrap=True)
        self.body.addWidget(label("Det här gäller inte längre:"))
        self.body.addWidget(self.undone)
        self.skäl = LineInput("till exempel: fel text skickades")
        self.add("Sk&äl", self.skäl)
        self.put_rows()
        self.skäl.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Gå tillbaka")
        self.skäl.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return () if words_in(self.skäl) else (_SKÄL,)

    def _save(self) -> bool:
        command = StepBack(
            justering_id=self._view.id, skäl=words_in(self.skäl), when=self._desk.when
        )
        what = f"gå tillbaka ett steg med {set_text(self._view)}"
        return self._desk.editor.do(command, what) is not None
