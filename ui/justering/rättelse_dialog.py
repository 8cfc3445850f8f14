"""A rättelse of what is justerat: what stood, what it is to be, and why."""

from PySide6.QtWidgets import QWidget

from nämnd.error_messages import message_for
from nämnd.justering.commands import AddRättelse
from nämnd.justering.errors import Amiss, JusteringDraftError
from nämnd.justering.values import JusteringView
from ui.desk import Desk
from ui.justering.words import set_text
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, label

_WHAT = (
    "Det justerade protokollet ändras inte. Rättelsen är en egen handling som visar båda texterna, "
    "och den följer med i utdrag av paragrafen. Den är till för skrivfel, inte för nya beslut."
)


class RättelseDialog(FormFrame):
    """Both texts, which §, by whom, why and when."""

    def __init__(self, desk: Desk, parent: QWidget, view: JusteringView) -> None:
        """Begin with the first § of the set."""
        super().__init__(desk.theme, parent, f"Rättelse, {set_text(view)}", width=600)
        self._desk, self._view = desk, view
        self.body.addWidget(label(_WHAT, Label.MUTED, wrap=True))
        self.paragraf: Choice[int] = Choice(
            desk.theme, ((nummer, f"§ {nummer}") for nummer in view.numbers)
        )
        self.paragraf.choose(next(iter(view.numbers), None))
        self.stod, self.ska_vara = TextInput(most=6), TextInput(most=6)
        self.skäl, self.av = LineInput("till exempel: skrivfel"), LineInput()
        self.av.show_value(desk.store.who)
        self.day = day_input(desk.today)
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Paragraf", self.paragraf),
            ("Det st&år", self.stod),
            ("Det s&ka stå", self.ska_vara),
            ("Sk&äl", self.skäl),
            ("Rättat &av", self.av),
            ("&Dag", self.day),
        )
        for text, part in rows:
            self.add(text, part)
        self.put_rows()
        for field in (self.skäl, self.day, self.stod, self.ska_vara):
            field.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Lägg till rättelsen")
        self.paragraf.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        amiss: Amiss | None = None
        stod, new = self.stod.value().strip(), self.ska_vara.value().strip()
        if not (stod and new):
            amiss = Amiss.TEXT_MISSING
        elif stod == new:
            amiss = Amiss.TEXT_SAME
        elif not words_in(self.skäl):
            amiss = Amiss.SKÄL_MISSING
        found = (message_for(JusteringDraftError(amiss)),) if amiss else ()
        return (*found, *day_problem(self.day, latest=self._desk.today))

    def _save(self) -> bool:
        day = self.day.value()
        command = AddRättelse(
            justering_id=self._view.id,
            paragraf=self.paragraf.value() or 0,
            stod=self.stod.value(),
            ska_vara=self.ska_vara.value(),
            av=words_in(self.av),
            skäl=words_in(self.skäl),
            datum=day.isoformat() if day else "",
            today=self._desk.today.isoformat(),
        )
        what = f"rätta § {command.paragraf}"
        return self._desk.editor.do(command, what) is not None
