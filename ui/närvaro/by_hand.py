"""A row of somebody's presence, written by hand: all that can be said of it."""

from PySide6.QtWidgets import QWidget

from nämnd.core.ids import new_id
from nämnd.närvaro.commands import RemoveNärvaro, SaveNärvaro
from nämnd.närvaro.drafts import NärvaroDraft, draft_of
from nämnd.närvaro.rules import ledamöter, roll_there
from nämnd.närvaro.values import NÄRVAROROLLER, TJÄNSTGÖR, NärvaroRow
from ui.desk import Desk
from ui.närvaro.fields import set_input, set_of, time_input, unread
from ui.närvaro.frame import Frame
from ui.närvaro.place import Place
from ui.närvaro.words import VACANT, set_text
from ui.toolkit.controls import Check, Choice
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Kind, button

_TAKES_PART = (
    ("beredning och beslut", "Beredning och beslut"),
    ("beredning", "Bara beredning"),
)
_ROLES = tuple((one, one.capitalize()) for one in NÄRVAROROLLER)


class ByHandDialog(Frame):
    """Everything about one row. Several rows of the same person are chosen among at the top."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place, person_id: str) -> None:
        """Show the row at the § where the user is, else the last one, else a new one."""
        super().__init__(desk.theme, parent, place.protokoll.name(person_id), width=480)
        self._desk, self._place, self._person_id = desk, place, person_id
        theme = desk.theme
        rows = [one for one in place.protokoll.närvaro if one.person_id == person_id]
        here = [one for one in rows if one.paragrafer.touches(place.at.nummer)]
        self.which: Choice[NärvaroRow | None] = Choice(
            theme, [*((one, _row_text(one)) for one in rows), (None, "En rad till")]
        )
        self.which.choose(next(iter((*here, *reversed(rows))), None))
        self.roll: Choice[str] = Choice(theme, _ROLES)
        whom = [(one.person_id, one.name_and_party) for one in ledamöter(place.protokoll)]
        self.för: Choice[str | None] = Choice(theme, [(None, VACANT), *whom])
        self.paragrafer = set_input(place.there(person_id))
        self.från, self.till = time_input(None), time_input(None)
        self.part: Choice[str] = Choice(theme, _TAKES_PART)
        self.afar = Check(theme, "Deltar på &distans")
        self.partly = Check(theme, "Var med en del som inte är a&ntecknad")
        self.note = LineInput("skrivs i protokollet")
        self.remove = button("Ta &bort", Kind.DANGER)
        self._build(many=bool(rows))

    def draft(self) -> NärvaroDraft:
        """Return what is written.

        Raises:
            MalformedError: something can't be read.
        """
        serves = self.roll.value() == TJÄNSTGÖR[1]
        return NärvaroDraft(
            person_id=self._person_id,
            roll=self.roll.value() or NÄRVAROROLLER[0],
            för=self.för.value() if serves else None,
            paragrafer=set_of(self.paragrafer).text,
            från_tid=self.från.value(),
            till_tid=self.till.value(),
            deltar_i=self.part.value() or _TAKES_PART[0][0],
            på_distans=self.afar.isChecked(),
            delvis=self.partly.isChecked(),
            anmärkning=self.note.text() or None,
        )

    def _build(self, *, many: bool) -> None:
        for text, part in (
            ("&Rad", self.which),
            ("R&oll", self.roll),
            ("&För", self.för),
            ("&Paragrafer", self.paragrafer),
            ("Kom &klockan", self.från),
            ("&Gick klockan", self.till),
            ("Deltar &i", self.part),
            ("", self.afar),
            ("", self.partly),
            ("&Anmärkning", self.note),
        ):
            self.add(text, part)
        self.show_row(self.which, shown=many)
        self.which.currentIndexChanged.connect(self._show)
        self.roll.currentIndexChanged.connect(self._fit)
        for field in (self.paragrafer, self.från, self.till):
            field.textChanged.connect(self.check)
        self.remove.clicked.connect(self._remove)
        self._show()
        problems = lambda: unread(self.paragrafer, self.från, self.till)  # noqa: E731
        self.begin(self._save, self.remove, problems=problems)

    def _show(self) -> None:
        row = self.which.value()
        one = self._place.protokoll.deltagare.get(self._person_id)
        own = roll_there(one.roll if one else None)
        draft = draft_of(row) if row else NärvaroDraft(self._person_id, own)
        self.roll.choose(draft.roll)
        self.för.choose(draft.för)
        self.paragrafer.setText(draft.paragrafer or "")
        self.från.show_value(draft.från_tid)
        self.till.show_value(draft.till_tid)
        self.part.choose(draft.deltar_i)
        self.afar.setChecked(draft.på_distans)
        self.partly.setChecked(draft.delvis)
        self.note.setText(draft.anmärkning or "")
        self.remove.setVisible(row is not None)
        self._fit()

    def _fit(self) -> None:
        self.show_row(self.för, shown=self.roll.value() == TJÄNSTGÖR[1])

    def _save(self) -> bool:
        row = self.which.value()
        command = SaveNärvaro(
            sammanträde_id=self._place.sammanträde_id,
            närvaro_id=row.id if row else new_id(),
            draft=self.draft(),
        )
        name = self._place.protokoll.name(self._person_id)
        return self._desk.editor.do(command, f"ändra {name}s närvaro") is not None

    def _remove(self) -> None:
        row = self.which.value()
        if row is not None:
            name = self._place.protokoll.name(self._person_id)
            command = RemoveNärvaro(närvaro_id=row.id)
            if self._desk.editor.do(command, f"ta bort {name}s närvaro") is not None:
                self.accept()


def _row_text(row: NärvaroRow) -> str:
    return f"{row.roll.capitalize()}, {set_text(row.paragrafer)}"
