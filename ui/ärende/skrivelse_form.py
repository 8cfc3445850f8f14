"""The fields of a skrivelse."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nämnd.ärende.values import SkrivelseRow
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.fields import (
    Field,
    choice_field,
    date_field,
    list_field,
    prose_field,
    text_field,
)
from ui.toolkit.list_input import ListItem
from ui.toolkit.small import column, row
from ui.ärende.skrivelse_saving import SkrivelseSaver, signers_text

_SLAG = (("tjänsteskrivelse", "Tjänsteskrivelse"), ("missiv", "Missiv"))
_SIGNERS = "Namn, titel. En person på varje rad"
_LEAST = 360  # the design's pixels


class SkrivelseForm(Card):
    """What is written; each field saves by itself."""

    def __init__(self, desk: Desk) -> None:
        """Show no skrivelse yet."""
        super().__init__(desk.theme)
        theme = desk.theme
        self.setAccessibleName("Skrivelsen")
        self.setMinimumWidth(theme.px(_LEAST))
        self.slag = choice_field(theme, "&Slag", _SLAG)
        self.datum = date_field(theme, "&Datum")
        self.till = text_field(theme, "&Till", placeholder="En mottagare på varje rad", least=1)
        self.rubrik = text_field(theme, "Rubri&k", least=1, single=True)
        self.förslag = list_field(
            theme, "&Förslag till beslut", placeholder="Skriv nästa att-sats …"
        )
        self.bakgrund = prose_field(theme, "&Bakgrund")
        self.underskrifter = text_field(theme, "&Underskrift", placeholder=_SIGNERS, least=2)
        self._saver = SkrivelseSaver(desk)
        self._key = ""
        self._build()
        self._watch(desk)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in, from the top."""
        return (
            *(self.slag, self.datum, self.till, self.rubrik),
            *(self.förslag, self.bakgrund, self.underskrifter),
        )

    def show_it(self, one: SkrivelseRow) -> None:
        """Show a skrivelse, or the same one read again: then what is being written stays."""
        same = one.id == self._key
        self._key = one.id
        self._saver.about(one.id)
        for field, value in zip(self.fields, _values(one), strict=True):
            if same:
                field.show_value(value)
            else:
                field.load(value)
            field.setEnabled(not one.registrerad)

    def _build(self) -> None:
        gap = self.body.spacing()
        first = row(self.slag, self.datum, spacing=gap)
        first.setStretch(0, 1)
        first.setStretch(1, 1)
        rest = (self.till, self.rubrik, self.förslag, self.bakgrund, self.underskrifter)
        inside = QWidget()
        inside.setObjectName("scrolled")
        down = column(first, *rest, spacing=gap)
        down.addStretch(1)  # more than the fields want: they stay as high as they are
        down.setContentsMargins(0, 0, gap, 0)  # clear of the scroll bar
        inside.setLayout(down)
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        self.add(area, 1)

    def _watch(self, desk: Desk) -> None:
        saver = self._saver
        saves = (
            *(saver.slag, saver.datum, saver.till, saver.rubrik),
            *(saver.förslag, saver.bakgrund, saver.underskrifter),
        )
        for field, save in zip(self.fields, saves, strict=True):
            desk.editor.watch(field, save)


def _values(one: SkrivelseRow) -> tuple[object, ...]:
    draft = one.draft
    return (
        draft.slag,
        draft.datum,
        "\n".join(draft.till),
        draft.rubrik,
        tuple(ListItem(text, str(at)) for at, text in enumerate(draft.förslag)),
        draft.bakgrund,
        signers_text(draft.underskrifter),
    )
