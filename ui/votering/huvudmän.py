"""What each huvudman has decided about a recommendation. Rows are kept and filled anew."""

import re
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from nämnd.core.ids import new_id
from nämnd.protokoll.values import HuvudmannabeslutRow
from ui.desk import Desk
from ui.toolkit.fields import Field, line_field, parsed_field
from ui.toolkit.inputs import LineInput, ParsedInput
from ui.toolkit.small import Label, label
from ui.votering.saving import DecisionSaver, Shown

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_DATE_PROBLEM = "Skriv datum som 2026-03-17, eller bara 2026-03 eller 2026."


class HuvudmanSection(QWidget):
    """One row for each huvudman that the beslut is directed to: datum, §, svar."""

    def __init__(self, desk: Desk, saver: DecisionSaver) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk, self._saver = desk, saver
        theme = desk.theme
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setHorizontalSpacing(theme.px(8))
        self.grid.setVerticalSpacing(theme.px(4))
        self.grid.setColumnStretch(3, 1)
        heads = ("Huvudmännens egna beslut", "Datum", "Paragraf", "Svar")
        for at, text in enumerate(heads):
            self.grid.addWidget(label(text, Label.LABEL), 0, at)
        self.rows: list[HuvudmanRow] = []

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in."""
        return tuple(field for made in self.rows for field in made.fields)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from the top."""
        return tuple(field.input for field in self.fields)

    def show_paragraf(self, shown: Shown, *, same: bool) -> None:
        """Show what is known; hidden for a beslut that is directed to no huvudman."""
        wanted = asked(shown)
        self.setVisible(bool(wanted))
        while len(self.rows) < len(wanted):
            self.rows.append(HuvudmanRow(self, self._desk, len(self.rows) + 1))
        names = {one.id: one.namn for one in shown.protokoll.huvudmän}
        known = {one.huvudman_id: one for one in shown.paragraf.huvudmannabeslut}
        for place, made in enumerate(self.rows):
            if place < len(wanted):
                key = wanted[place]
                made.show_row(key, names.get(key, key), known.get(key), same=same)
            else:
                made.clear()

    def save(self, huvudman_id: str, what: str, **values: str | None) -> None:
        """Save something that a huvudman has decided."""
        rows = self._saver.shown.paragraf.huvudmannabeslut
        known = next((one for one in rows if one.huvudman_id == huvudman_id), None)
        new = known or HuvudmannabeslutRow(new_id(), huvudman_id, None, None, None)
        changed = replace(new, **values)
        left = tuple(changed if one.id == new.id else one for one in rows)
        left = left if known else (*left, changed)
        self._saver.huvudmannabeslut(left, what, f"huvudman:{huvudman_id}:{'-'.join(values)}")


class HuvudmanRow:
    """The fields of one huvudman, in a row of the section's grid."""

    def __init__(self, section: HuvudmanSection, desk: Desk, place: int) -> None:
        """Stand empty in row `place`."""
        self._section, self._key = section, ""
        theme = desk.theme
        self.name: QLabel = label("")
        self.datum: Field[ParsedInput[str]] = parsed_field(
            theme, "", _read_date, problem=_DATE_PROBLEM, placeholder="åååå-mm-dd"
        )
        self.paragraf: Field[LineInput] = line_field(theme, "", placeholder="§")
        self.svar: Field[LineInput] = line_field(theme, "", placeholder="till exempel godkänner")
        desk.editor.watch(self.datum, lambda text: self._save(datum=text))
        desk.editor.watch(self.paragraf, lambda text: self._save(paragraf=text.strip() or None))
        desk.editor.watch(self.svar, lambda text: self._save(svar=text.strip() or None))
        self._fields: tuple[tuple[Field[LineInput] | Field[ParsedInput[str]], int], ...] = (
            (self.datum, 11), (self.paragraf, 7), (self.svar, 0),
        )  # fmt: skip
        section.grid.addWidget(self.name, place, 0, Qt.AlignmentFlag.AlignVCenter)
        for at, (field, wide) in enumerate(self._fields, start=1):
            section.grid.addWidget(field, place, at, Qt.AlignmentFlag.AlignTop)
            if wide:
                field.input.setMaximumWidth(theme.px(wide * 11))

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in."""
        return tuple(field for field, _ in self._fields)

    def show_row(self, key: str, name: str, row: HuvudmannabeslutRow | None, *, same: bool) -> None:
        """Show a huvudman; with `same` what is being written stays."""
        same = same and key == self._key
        self._key = key
        self.name.setText(name)
        values = (row.datum, row.paragraf, row.svar) if row else (None, None, None)
        for (field, _), value in zip(self._fields, values, strict=True):
            (field.show_value if same else field.load)(value)
            field.setVisible(True)
        self.name.setVisible(True)
        for field, what in ((self.datum, "datum"), (self.paragraf, "§"), (self.svar, "svar")):
            field.input.setAccessibleName(f"{name}, {what}")

    def clear(self) -> None:
        """Stand empty until there is a huvudman for it."""
        if self._key:
            self._key = ""
            for field, _ in self._fields:
                field.load(None)
        for part in (self.name, *(field for field, _ in self._fields)):
            part.setVisible(False)

    def _save(self, **values: str | None) -> None:
        if self._key:
            self._section.save(self._key, "ändra huvudmannens beslut", **values)


def asked(shown: Shown) -> tuple[str, ...]:
    """Return the huvudmän that the beslut is directed to, or that have decided already."""
    named = {key for one in shown.paragraf.beslutspunkter for key in one.riktas_till}
    named |= {one.huvudman_id for one in shown.paragraf.huvudmannabeslut}
    return tuple(one.id for one in shown.protokoll.huvudmän if one.id in named)


def _read_date(text: str) -> str | None:
    return text if _DATE.fullmatch(text) else None
