"""The fields of a report: what the missiv says, and what stands over the åtgärder."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.swedish import short_date
from nämnd.delprojekt.commands import ChangeRapport
from nämnd.delprojekt.queries import delprojekt_view
from nämnd.delprojekt.values import RapportDraft, RapportRow
from nämnd.sammanträde.list_row import SammanträdeListRow
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.fields import (
    Field,
    choice_field,
    date_field,
    line_field,
    list_field,
    prose_field,
    text_field,
)
from ui.toolkit.list_input import ListItem
from ui.toolkit.small import Label, label, row

_LEAST = 360  # the design's pixels
_SIGNERS = "Namn, titel. En person på varje rad"
_OTHER_DAY = "ett sammanträde som inte finns i programmet"


class RapportForm(Card):
    """What is written of a report; each field saves by itself."""

    def __init__(self, desk: Desk) -> None:
        """Show no report yet."""
        super().__init__(desk.theme)
        theme = desk.theme
        self._desk = desk
        self._key = self._mother = ""
        self.setAccessibleName("Rapporten")
        self.setMinimumWidth(theme.px(_LEAST))
        self.meeting: Field[Any] = choice_field(theme, "&Till sammanträdet", ((None, _OTHER_DAY),))
        self.day = date_field(theme, "Dag för sammanträdet")
        self.datum = date_field(theme, "&Rapportens datum")
        self.missiv_datum = date_field(theme, "&Missivets datum")
        self.avsändare = line_field(theme, "Missivets a&vsändare", placeholder="namn överst")
        self.förslag = list_field(
            theme, "&Förslag till beslut", placeholder="Skriv nästa att-sats …"
        )
        self.bakgrund = prose_field(theme, "Missivets &bakgrund")
        self.ingress = prose_field(
            theme, "&Inledning till åtgärderna", placeholder="Kan lämnas tom"
        )
        self.signers = text_field(theme, "&Underskrift", placeholder=_SIGNERS, least=2)
        self._build()
        for field, name in self._named():
            desk.editor.watch(field, partial(self._keep, name))

    def offer_meetings(self, rows: tuple[SammanträdeListRow, ...], one: RapportRow) -> None:
        """Offer the sammanträden that a report may be for, and the one it is for already."""
        options = {each.id: meeting_text(each) for each in rows}
        chosen = one.draft.sammanträde_id
        if chosen is not None and chosen not in options:  # it has been
            options[chosen] = short_date(one.dag) if one.dag else "datum saknas"
        self.meeting.input.offer((*options.items(), (None, _OTHER_DAY)))

    def show_it(self, mother: str, one: RapportRow) -> None:
        """Show a report, or the same one read again: then what is being written stays."""
        same = one.id == self._key
        self._key, self._mother = one.id, mother
        for field, name in self._named():
            value = _value(one.draft, name)
            if same:
                field.show_value(value)
            else:
                field.load(value)
            field.setEnabled(not one.registrerad)
        self.day.setVisible(one.draft.sammanträde_id is None)

    def first(self) -> QWidget:
        """Return the first field."""
        return self.meeting

    def _named(self) -> tuple[tuple[Field[Any], str], ...]:
        return (
            (self.meeting, "sammanträde_id"),
            (self.day, "uppföljning_datum"),
            (self.datum, "datum"),
            (self.missiv_datum, "missiv_datum"),
            (self.avsändare, "avsändare"),
            (self.förslag, "förslag"),
            (self.bakgrund, "missiv_bakgrund"),
            (self.signers, "underskrifter"),
            (self.ingress, "ingress"),
        )

    def _keep(self, name: str, value: Any) -> None:  # noqa: ANN401 - what the field offers
        key, mother = self._key, self._mother
        view = self._desk.store.ask(lambda session: delprojekt_view(session, mother))
        one = next(each for each in view.rapporter if each.id == key)
        draft = replace(one.draft, **{name: _kept(name, value)})
        command = ChangeRapport(rapport_id=key, draft=draft)
        what = f"ändra rapport {one.ordning} i delprojekt {view.draft.nummer}"
        self._desk.editor.do(command, what, merge_key=f"{key}:{name}")

    def _build(self) -> None:
        theme, gap = self._desk.theme, self.body.spacing()
        inside = QWidget()
        inside.setObjectName("scrolled")
        down = QVBoxLayout(inside)
        down.setContentsMargins(0, 0, gap, 0)  # clear of the scroll bar
        down.setSpacing(gap)
        days = row(self.datum, self.missiv_datum, spacing=gap)
        for part in (self.meeting, self.day):
            down.addWidget(part)
        down.addLayout(days)
        down.addSpacing(theme.px(6))
        down.addWidget(label("Missivet", Label.HEADING))
        for part in (self.avsändare, self.förslag, self.bakgrund, self.signers):
            down.addWidget(part)
        down.addSpacing(theme.px(6))
        down.addWidget(label("Uppföljningsrapporten", Label.HEADING))
        said = (
            "Bakgrund, målsättning, beslut, åtgärder och behov hämtas från delprojektet. Ändra dem "
            "där, så följer de med hit tills rapporten är registrerad."
        )
        down.addWidget(label(said, Label.CAPTION, wrap=True))
        down.addWidget(self.ingress)
        down.addStretch(1)
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.add(area, 1)


def meeting_text(one: SammanträdeListRow) -> str:
    """Return a sammanträde as it is chosen."""
    day = short_date(one.dagar[0]) if one.dagar else "datum saknas"
    return " · ".join(filter(None, (day, one.plats)))


def _value(draft: RapportDraft, name: str) -> object:
    match name:
        case "förslag":
            return tuple(ListItem(text, str(at)) for at, text in enumerate(draft.förslag))
        case "underskrifter":
            return "\n".join(", ".join(filter(None, pair)) for pair in draft.underskrifter)
        case "avsändare":
            return draft.avsändare or ""
        case _:
            return getattr(draft, name)


def _kept(name: str, value: Any) -> object:  # noqa: ANN401 - what the field offers
    match name:
        case "förslag":
            return tuple(one.text for one in value)
        case "underskrifter":
            return signers(str(value))
        case "avsändare":
            return str(value).strip() or None
        case _:
            return value


def signers(text: str) -> tuple[tuple[str, str], ...]:
    """Return who signs: «Namn» or «Namn, titel» on a line."""
    found: list[tuple[str, str]] = []
    for line in text.splitlines():
        name, _, title = line.partition(",")
        if name.strip():
            found.append((" ".join(name.split()), " ".join(title.split())))
    return tuple(found)
