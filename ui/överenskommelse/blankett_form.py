"""The fields of a rekvisition or an ekonomisk redovisning, in the order of the annex."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nämnd.överenskommelse.commands import ChangeBlankett
from nämnd.överenskommelse.fields import AVSNITT, EKONOMISK_REDOVISNING, Fält, field_value, missing
from nämnd.överenskommelse.money import kronor, money_text
from nämnd.överenskommelse.queries import blankett_row
from nämnd.överenskommelse.rules import costs, left_over
from nämnd.överenskommelse.values import BlankettDraft, BlankettRow, Kostnad
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.fields import Field, check_field, date_field, line_field, parsed_field, text_field
from ui.toolkit.small import Label, label
from ui.överenskommelse.cost_rows import CostRows
from ui.överenskommelse.words import kr

_AMOUNT = "Skriv beloppet i hela kronor, till exempel 762 149 317."
_LEAST = 360  # the design's pixels
_COSTS, _DAY, _WRONG = "kostnader", "datum", "avvikelser"
_REPORTED = "Redovisning av verksamhet eller aktivitet"  # the costs follow this part
_CERTIFIED = "Ekonomichefen kan &inte intyga den (alternativ 2)"
_WHY = "Vad som avviker, enligt ekonomichefen"


class BlankettForm(Card):
    """What is filled in; each field saves by itself. It is built for the form that is shown."""

    def __init__(self, desk: Desk) -> None:
        """Show no form yet."""
        super().__init__(desk.theme)
        self._desk = desk
        self._key, self._slag = "", ""
        self.fields: dict[str, Field[Any]] = {}
        self.certified: Field[Any] | None = None
        self.sums = label("", Label.STRONG, wrap=True)
        self.setAccessibleName("Blanketten")
        self.setMinimumWidth(desk.theme.px(_LEAST))
        self.area = QScrollArea()
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.add(self.area, 1)

    def show_it(self, one: BlankettRow) -> None:
        """Show a form, or the same one read again: then what is being written stays."""
        if one.draft.slag != self._slag:
            self._build(one.draft)
        same = one.id == self._key
        self._key = one.id
        for name, field in self.fields.items():
            value = _value(one.draft, name)
            if same:
                field.show_value(value)
            else:
                field.load(value)
            field.setEnabled(one.handling_id is None)
        self._show_rest(one)

    def go_to_missing(self, draft: BlankettDraft) -> None:
        """Go to the first field that must be filled in and is not."""
        for name in missing(draft):
            if name in self.fields:
                self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
                self.area.ensureWidgetVisible(self.fields[name])
                return

    def first(self) -> QWidget:
        """Return the first field."""
        return next(iter(self.fields.values()))

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from the top."""
        inside = self.area.widget()
        parts = inside.findChildren(QWidget) if inside is not None else []
        return tuple(one for one in parts if one.focusPolicy() & Qt.FocusPolicy.TabFocus)

    def _show_rest(self, one: BlankettRow) -> None:
        lacking = set(missing(one.draft)) if one.handling_id is None else set[str]()
        for name, field in self.fields.items():
            text = field.label.text().removesuffix(" (saknas)")
            field.label.setText(f"{text} (saknas)" if name in lacking else text)
        if one.draft.slag != EKONOMISK_REDOVISNING:
            return
        left = left_over(one.draft)
        rest = "" if left is None else f" Kvar av bidraget: {kr(left)}."
        self.sums.setText(f"Kostnader i allt: {kr(costs(one.draft))}.{rest}")
        self.fields[_WRONG].setVisible(one.draft.avvikelser is not None)
        if self.certified is not None:
            self.certified.show_value(one.draft.avvikelser is not None)
            self.certified.setEnabled(one.handling_id is None)

    def _build(self, draft: BlankettDraft) -> None:
        self._slag, self.fields, self.certified = draft.slag, {}, None
        theme = self._desk.theme
        inside = QWidget()
        inside.setObjectName("scrolled")
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, self.body.spacing(), 0)  # clear of the scroll bar
        down.setSpacing(self.body.spacing())
        self._put(down, _DAY, date_field(theme, "Datum"))
        for part in AVSNITT[draft.slag]:
            down.addSpacing(theme.px(6))
            down.addWidget(label(part.rubrik, Label.HEADING, wrap=True))
            for one in part.fält:
                self._put(down, one.namn, self._field(one))
            if part.rubrik == _REPORTED:
                self._put(down, _COSTS, Field(theme, "Kostnader", CostRows(theme)))
                self.sums = label("", Label.STRONG, wrap=True)
                down.addWidget(self.sums)
            if any(one.namn == "granskare_epost" for one in part.fält):
                self._add_alternatives(down)
        down.addStretch(1)
        self.area.setWidget(inside)

    def _add_alternatives(self, down: QVBoxLayout) -> None:
        theme = self._desk.theme
        self.certified = check_field(theme, _CERTIFIED)
        self._desk.editor.watch(self.certified, self._certify)
        down.addWidget(self.certified)
        self._put(down, _WRONG, text_field(theme, _WHY, least=2))

    def _field(self, one: Fält) -> Field[Any]:
        theme = self._desk.theme
        if one.namn == "postadress":
            return text_field(theme, one.etikett, least=2)
        if one.pengar:
            return parsed_field(theme, one.etikett, kronor, write=money_text, problem=_AMOUNT)
        return line_field(theme, one.etikett)

    def _put(self, down: QVBoxLayout, name: str, field: Field[Any]) -> None:
        self.fields[name] = field
        down.addWidget(field)
        self._desk.editor.watch(field, partial(self._keep, name))

    def _certify(self, value: bool) -> None:  # noqa: FBT001 - what the field offers
        self._keep(_WRONG, "" if value else None)

    def _keep(self, name: str, value: Any) -> None:  # noqa: ANN401 - what the field offers
        key = self._key
        row = self._desk.store.ask(lambda session: blankett_row(session, key))
        draft = _with(row.draft, name, value)
        command = ChangeBlankett(blankett_id=key, draft=draft)
        what = f"fyll i {draft.slag} för {row.draft.mottagare}"
        self._desk.editor.do(command, what, merge_key=f"{key}:{name}")


def _value(draft: BlankettDraft, name: str) -> object:
    match name:
        case "datum":
            return draft.datum
        case "belopp":
            return draft.belopp
        case "kostnader":
            return draft.kostnader
        case "avvikelser":
            return draft.avvikelser or ""
        case "mottagare":
            return draft.mottagare
        case _:
            return _written(draft, name)


def _written(draft: BlankettDraft, name: str) -> object:
    """Return a field of `uppgifter`: kronor as a number where they can be read."""
    field = next(one for part in AVSNITT[draft.slag] for one in part.fält if one.namn == name)
    text = field_value(draft, field)
    return kronor(text) if field.pengar else text


def _with(draft: BlankettDraft, name: str, value: Any) -> BlankettDraft:  # noqa: ANN401 - of a field
    match name:
        case "datum":
            day: date | None = value
            return replace(draft, datum=day)
        case "belopp":
            return replace(draft, belopp=value)
        case "kostnader":
            rows: tuple[Kostnad, ...] = value
            return replace(draft, kostnader=rows)
        case "avvikelser":
            return replace(draft, avvikelser=value)
        case "mottagare":
            return replace(draft, mottagare=str(value).strip())
        case _:
            said = money_text(value) if isinstance(value, int) else str(value or "").strip()
            rest = {key: text for key, text in draft.uppgifter.items() if key != name}
            return replace(draft, uppgifter={**rest, name: said} if said else rest)
