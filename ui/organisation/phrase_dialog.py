"""One phrase: what it is for, what it says, and the nämnd's own words for it."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from nämnd.protokoll.phrases import Phrase, misfits, phrase
from ui.desk import Desk
from ui.organisation.form import Form
from ui.toolkit.inputs import TextInput
from ui.toolkit.small import Kind, Label, button, label


class PhraseDialog(QDialog):
    """Own words beside the program's, with an example of how they read. Saves through `save`."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        one: Phrase,
        own: str,
        save: Callable[[str], bool],
    ) -> None:
        """Show the phrase with the nämnd's `own` words, if any."""
        super().__init__(parent)
        self.setWindowTitle(f"Frasen «{one.key}»")
        self._phrase = one
        self.text = TextInput(least=3)
        self.text.show_value(own or one.text)
        self.example = label("", Label.BODY, wrap=True)
        self.restore = button("Återställ programmets &text", Kind.LINK)
        self.form = Form(
            self, desk.theme, problems=self._problems, save=lambda: save(self.words()), width=600
        )
        self._build()

    def words(self) -> str:
        """Return what is written, on one line."""
        return " ".join(self.text.value().split())

    def _build(self) -> None:
        one, form = self._phrase, self.form
        form.add("Används för", label(one.use, wrap=True))
        form.add("Programmets text", label(one.text, Label.MUTED, wrap=True))
        form.add("Fält", label(_fields_text(one), Label.CAPTION, wrap=True))
        form.add("&Egen text", self.text)
        form.add("", self.restore)
        form.add("Så läses den", self.example)
        self.text.textChanged.connect(self._show)
        self.restore.clicked.connect(lambda: self.text.setPlainText(one.text))
        form.begin()
        self._show_example()

    def _show(self) -> None:
        self.form.check()
        self._show_example()

    def _show_example(self) -> None:
        self.restore.setEnabled(self.words() != self._phrase.text)
        self.example.setText("–")
        if not self._problems():
            values = {name: f"<{name}>" for name in self._phrase.fields}
            key = self._phrase.key
            self.example.setText(phrase(((key, self.words()),), key, **values))

    def _problems(self) -> tuple[str, ...]:
        odd = misfits(self._phrase.key, self.words())
        if not odd:
            return ()
        if "{" in odd:
            return ("En klammer saknar sin andra halva. Skriv fält som {personer}.",)
        names = " och ".join(f"{{{name}}}" for name in odd)
        return (f"{names} går inte att fylla i här. {_fields_text(self._phrase)}",)


def _fields_text(one: Phrase) -> str:
    if not one.fields:
        return "Frasen har inga fält att fylla i."
    names = ", ".join(f"{{{name}}}" for name in one.fields)
    said = f"Fält som fylls i: {names}."
    optional = " Det som står inom [ ] tas bort när fältet i det är tomt."
    return said + (optional if "[" in one.text else "")
