"""A structure as it is corrected: what each row is, its words, its order; split and joined."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QWidget

from nämnd.core.ids import new_id
from nämnd.redovisning.commands import SaveFrågor
from nämnd.redovisning.rules import structure_problem
from nämnd.redovisning.values import FrågaDraft, Frågeslag, RedovisningView
from ui.desk import Desk
from ui.redovisning.words import SLAG, counted_rows
from ui.toolkit.chips import in_card
from ui.toolkit.controls import Choice
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import TextInput
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Label, button, column, label, row
from ui.toolkit.theme import Icon

_WIDTH, _HIGH, _LIST = 980, 680, (320, 200)  # the design's pixels
_LEVELS = tuple((number, f"Nivå {number}") for number in (1, 2, 3, 4))
_HELP = (
    "Rätta det som lästes fel. Alt+pil flyttar en rad, Delete tar bort den. En rad kan delas där "
    "markören står i texten, eller slås ihop med nästa."
)
_EMPTY = "En rad saknar text. Skriv något i den eller ta bort den."
_NO_COLUMNS = "En tabell saknar kolumner. Skriv en kolumn på varje rad."


def list_rows(frågor: Sequence[FrågaDraft]) -> tuple[ListRow, ...]:
    """Return a structure as rows of a list: headings stand out, questions lie under them."""
    names = dict(SLAG)
    return tuple(
        ListRow(
            one.id,
            "",
            one.text or "(tom rad)",
            names[one.slag],
            Role.ACCENT if one.slag == "rubrik" else Role.MUTED,
            indent=0 if one.slag == "rubrik" else min(one.nivå, 2),
            tip=one.text,
            spoken=f"{names[one.slag]}, nivå {one.nivå}: {one.text}",
        )
        for one in frågor
    )


class StructureDialog(DialogFrame):
    """All of a structure; nothing is kept until it is saved.

    Attributes:
        list: the rows.
        slag, nivå, text, kolumner: what the current row is.
    """

    def __init__(self, desk: Desk, parent: QWidget, view: RedovisningView) -> None:
        """Show the structure of a redovisning."""
        super().__init__(desk.theme, parent, "Avsändarens frågor", width=_WIDTH)
        self._desk, self._view = desk, view
        self.frågor = [one.draft for one in view.frågor]
        self._busy = False
        self.list = RowList(desk.theme, name="Strukturens rader")
        self.slag: Choice[Frågeslag] = Choice(desk.theme, SLAG)
        self.nivå: Choice[int] = Choice(desk.theme, _LEVELS)
        self.text = TextInput("Rubriken, texten eller frågan", least=5, most=9)
        self.kolumner = TextInput("En kolumn på varje rad", least=3, most=6)
        self.new, self.split = button("&Ny rad"), button("&Dela vid markören")
        self.join, self.remove = button("Slå &ihop med nästa"), button("&Ta bort")
        self.count = label("", Label.CAPTION)
        self._lay_out()
        self._connect()
        self._show(self.frågor[0].id if self.frågor else None)
        self.begin(self._save, problems=self._wrong)
        self.within(_WIDTH, _HIGH)
        self.list.setFocus()

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.body.addWidget(label(_HELP, Label.CAPTION, wrap=True))
        self.list.setMinimumSize(*map(theme.px, _LIST))
        form = QFormLayout()
        form.setSpacing(theme.px(8))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for text, part in (
            ("&Slag", self.slag),
            ("Ni&vå", self.nivå),
            ("Te&xt", self.text),
            ("&Kolumner", self.kolumner),
        ):
            form.addRow(text, part)
            part.setAccessibleName(text.replace("&", ""))
        self._form = form
        acts = column(
            row(self.new, self.remove, None, spacing=theme.px(8)),
            row(self.split, self.join, None, spacing=theme.px(8)),
            spacing=theme.px(8),
        )
        side = QWidget()
        side.setLayout(column(form, acts, None, spacing=theme.px(12)))
        across = row(in_card(theme, self.list), side, spacing=theme.px(16))
        across.setStretch(0, 3)
        across.setStretch(1, 2)
        self.body.addLayout(across, 1)
        self.body.addWidget(self.count)
        theme.dress(self.new, Icon.PLUS)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show_row)
        self.list.moved.connect(self._move)
        self.list.removal_wanted.connect(self._remove)
        self.list.opened.connect(self._to_text)
        self.slag.currentIndexChanged.connect(self._written)
        self.nivå.currentIndexChanged.connect(self._written)
        self.text.textChanged.connect(self._written)
        self.kolumner.textChanged.connect(self._written)
        self.new.clicked.connect(self._add)
        self.split.clicked.connect(self._split)
        self.join.clicked.connect(self._join)
        self.remove.clicked.connect(lambda: self._remove(self.list.selected()))

    def _to_text(self, _: str) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _at(self) -> int | None:
        key = self.list.current()
        return next((at for at, one in enumerate(self.frågor) if one.id == key), None)

    def _show(self, key: str | None) -> None:
        """Show the rows, and be at one of them."""
        self.list.show_rows(list_rows(self.frågor))
        if key is not None:
            self.list.choose(key)
        self._show_row()
        self.count.setText(counted_rows(tuple(self.frågor)))
        self.check()

    def _show_row(self, _: object = None) -> None:
        at = self._at()
        self._busy = True
        one = self.frågor[at] if at is not None else FrågaDraft("", "fråga", "")
        self.slag.choose(one.slag)
        self.nivå.choose(one.nivå)
        if self.text.value() != one.text:
            self.text.show_value(one.text)
        if _columns(self.kolumner) != one.kolumner:
            self.kolumner.show_value("\n".join(one.kolumner))
        self._form.setRowVisible(self.kolumner, one.slag == "tabell")
        for part in (self.slag, self.nivå, self.text, self.kolumner, self.split, self.remove):
            part.setEnabled(at is not None)
        self.join.setEnabled(at is not None and at + 1 < len(self.frågor))
        self._busy = False

    def _written(self) -> None:
        at = self._at()
        if self._busy or at is None:
            return
        slag = self.slag.value() or "fråga"
        kolumner = _columns(self.kolumner) if slag == "tabell" else ()
        self.frågor[at] = replace(
            self.frågor[at],
            slag=slag,
            nivå=self.nivå.value() or 1,
            text=" ".join(self.text.value().split()),
            kolumner=kolumner,
        )
        self._form.setRowVisible(self.kolumner, slag == "tabell")
        self.list.show_rows(list_rows(self.frågor))
        self.count.setText(counted_rows(tuple(self.frågor)))
        self.check()

    def _add(self) -> None:
        at = self._at()
        place = len(self.frågor) if at is None else at + 1
        nivå = self.frågor[at].nivå if at is not None and self.frågor[at].answered else 1
        new = FrågaDraft(new_id(), "fråga", "", nivå)
        self.frågor.insert(place, new)
        self._show(new.id)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _split(self) -> None:
        """Let what stands after the caret be a row of its own, of the same kind."""
        at = self._at()
        if at is None:
            return
        caret, words = self.text.textCursor().position(), self.text.value()
        first, rest = words[:caret].strip(), words[caret:].strip()
        if not first or not rest:
            self.warn("Ställ markören i texten, där den nya raden ska börja.")
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.warn("")
        one = self.frågor[at]
        slag = "fråga" if one.slag == "tabell" else one.slag
        new = FrågaDraft(new_id(), slag, rest, one.nivå)
        self.frågor[at] = replace(one, text=first)
        self.frågor.insert(at + 1, new)
        self._show(new.id)

    def _join(self) -> None:
        """Let the next row be the end of this one."""
        at = self._at()
        if at is None or at + 1 >= len(self.frågor):
            return
        one, after = self.frågor[at], self.frågor.pop(at + 1)
        kolumner = one.kolumner or after.kolumner
        slag: Frågeslag = "tabell" if "tabell" in {one.slag, after.slag} else one.slag
        text = f"{one.text} {after.text}".strip()
        self.frågor[at] = replace(one, slag=slag, text=text, kolumner=kolumner)
        self._show(one.id)

    def _move(self, ids: tuple[str, ...], to: int) -> None:
        moving = [one for one in self.frågor if one.id in set(ids)]
        staying = [one for one in self.frågor if one.id not in set(ids)]
        self.frågor = [*staying[: to - 1], *moving, *staying[to - 1 :]]
        self._show(moving[0].id if moving else None)

    def _remove(self, ids: Sequence[str]) -> None:
        gone = set(ids)
        places = [at for at, one in enumerate(self.frågor) if one.id in gone]
        self.frågor = [one for one in self.frågor if one.id not in gone]
        at = min(places[0] if places else 0, len(self.frågor) - 1)
        self._show(self.frågor[at].id if at >= 0 else None)

    def _wrong(self) -> tuple[str, ...]:
        if any(not one.text.strip() for one in self.frågor):
            return (_EMPTY,)
        if any(one.slag == "tabell" and not one.kolumner for one in self.frågor):
            return (_NO_COLUMNS,)
        if structure_problem(self.frågor) is not None:
            return ("Strukturen är för stor: högst 500 rader och 20 kolumner.",)
        return ()

    def _save(self) -> bool:
        command = SaveFrågor(redovisning_id=self._view.id, frågor=tuple(self.frågor))
        return self._desk.editor.do(command, "ändra avsändarens frågor") is not None


def _columns(field: TextInput) -> tuple[str, ...]:
    return tuple(filter(None, (" ".join(one.split()) for one in field.value().splitlines())))
