"""Which form is to be made, and for whom."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from nämnd.core.ids import new_id
from nämnd.överenskommelse.commands import AddBlankett
from nämnd.överenskommelse.fields import EKONOMISK_REDOVISNING, REKVISITION
from nämnd.överenskommelse.prefill import amount_of
from nämnd.överenskommelse.queries import mottagare, new_blankett
from nämnd.överenskommelse.values import Blankettslag
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame, words_in
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, label
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import kr

_SLAG: tuple[tuple[Blankettslag, str], ...] = (
    (REKVISITION, "Rekvisition: begär pengarna"),
    (EKONOMISK_REDOVISNING, "Ekonomisk redovisning: visar hur de har använts"),
)


class NewBlankettDialog(FormFrame):
    """The kind and the recipient; the rest is filled in with what is known."""

    def __init__(
        self, desk: Desk, parent: QWidget, loaded: Loaded, done: Callable[[str], object]
    ) -> None:
        """Offer the recipients of the tables, the nämnd's own huvudmän first."""
        super().__init__(desk.theme, parent, "Ny blankett")
        self._desk, self._loaded, self._done = desk, loaded, done
        self.slag = Choice(desk.theme, _SLAG)
        self.slag.choose(REKVISITION)
        self.who = LineInput("den som får pengarna")
        self.said = label("", Label.CAPTION, wrap=True)
        ours = [one.namn for one in loaded.view.andelar if one.poster]
        key = loaded.view.id
        known = desk.store.ask(lambda session: mottagare(session, key))
        names = QCompleter(list(dict.fromkeys((*ours, *known))), self)
        names.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        names.setFilterMode(Qt.MatchFlag.MatchContains)
        self.who.setCompleter(names)
        self.who.show_value(ours[0] if ours else "")
        self.add("&Slag", self.slag)
        self.add("&Mottagare", self.who)
        self.rows.addRow("", self.said)
        self.put_rows()
        self.who.textChanged.connect(self._look)
        self._look()
        self.begin(self._save, problems=self._wrong, keep="&Fyll i")
        self.slag.setFocus()

    def _look(self) -> None:
        """Say how much the recipient gets."""
        amount = amount_of(self._loaded.view.draft.tabeller, words_in(self.who))
        found = f"Enligt tabellen: {kr(amount)}."
        self.said.setText(found if amount is not None else "Finns inte i någon tabell.")
        self.said.setVisible(bool(words_in(self.who)))
        self.check()

    def _wrong(self) -> tuple[str, ...]:
        return () if words_in(self.who) else ("Skriv vem som får pengarna.",)

    def _save(self) -> bool:
        slag, who, key = self.slag.value() or REKVISITION, words_in(self.who), new_id()
        mother, today = self._loaded.view.id, self._desk.today
        draft = self._desk.store.ask(lambda s: new_blankett(s, mother, slag, who, today))
        command = AddBlankett(överenskommelse_id=mother, draft=draft, blankett_id=key)
        if self._desk.editor.do(command, f"ny {slag} för {who}") is None:
            return False
        self._done(key)
        return True
