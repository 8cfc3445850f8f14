"""What has happened in an ärende, in time order; each line leads to where it happened."""

from dataclasses import dataclass

from PySide6.QtCore import QTimer

from nämnd.beredning.values import Händelse, Slag
from nämnd.ärende.values import ÄrendeView
from ui.desk import Desk, Go
from ui.toolkit.chips import Card
from ui.toolkit.palette import Role
from ui.toolkit.small import button
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon
from ui.ärende.loaded import Loaded

_LEAST_HEIGHT = 190  # the design's pixels
_ICON = {
    Slag.ÖPPNAT: Icon.ÄRENDE,
    Slag.AVSLUTAT: Icon.CHECK,
    Slag.HANDLING: Icon.FILE,
    Slag.SKRIVELSE: Icon.EDIT,
    Slag.PUNKT: Icon.PUNKT,
    Slag.PARAGRAF: Icon.DOKUMENT,
    Slag.HUVUDMANNABESLUT: Icon.NÄMND,
    Slag.DELEGATIONSBESLUT: Icon.PERSON,
    Slag.BEVAKNING: Icon.CLOCK,
}
_NO_PLACE = frozenset({Slag.ÖPPNAT, Slag.AVSLUTAT})  # they happened on this page


@dataclass(frozen=True, slots=True)
class Line:
    """An event with its place in time order, and what it is called on the ärende's own page."""

    place: int
    of: Händelse
    what: str
    organ: str  # of another nämnd


def _line(place: int, one: Händelse, view: ÄrendeView) -> Line:
    organ = one.organ if one.nämnd_id != view.nämnd_id else ""
    if one.slag in _NO_PLACE:
        return Line(place, one, one.slag.value.capitalize(), organ)
    own = f"{view.dnr}-"
    here = one.slag is Slag.HANDLING and one.rubrik.startswith(own)
    what = f"Handling {one.rubrik.removeprefix(own)}" if here else one.rubrik
    return Line(place, one, f"Struken: {what}" if one.struken else what, organ)


def _text(one: Line) -> str:
    return one.of.text


def _organ(one: Line) -> str:
    return one.organ


def _what(one: Line) -> str:
    return one.what


def _when(one: Line) -> str:
    return one.of.datum or "utan datum"


_COLUMNS: tuple[Column[Line], ...] = (
    Column("Dag", _when, lambda one: one.place, width=10),
    Column(
        "Vad",
        _what,
        _what,
        icon=lambda one: _ICON[one.of.slag],
        role=lambda one: Role.MUTED if one.of.struken else Role.TEXT,
        tip=lambda one: f"{one.of.slag.value.capitalize()}: {one.what}",
    ),
    Column("Hur det gick", _text, _text, width=30),
    Column("Nämnd", _organ, _organ, width=18, role=lambda _: Role.MUTED, yields=1),
)
_ORGAN = len(_COLUMNS) - 1


class HändelserCard(Card):
    """The course of an ärende.

    Attributes:
        table: the list; Enter or a double click goes there.
        visit: goes to where the chosen one happened.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Händelser", band=True)
        self._go, self._shown = go, ""
        self.table: RowTable[Line] = RowTable(
            desk.theme,
            _COLUMNS,
            lambda one: (one.of.slag, one.of.key),
            name="Händelser",
            empty="Inget har hänt än.",
        )
        self.table.setMinimumHeight(desk.theme.px(_LEAST_HEIGHT))
        self.visit = button("&Gå dit")
        self.visit.setToolTip("Till handlingen, punkten, paragrafen eller beslutet (Enter)")
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.visit)
        self.add(self.table, 1)
        self.visit.clicked.connect(lambda: self._leave(self.table.current()))
        self.table.opened.connect(self._leave)
        self.table.chosen.connect(self._enable)

    def show_it(self, loaded: Loaded) -> None:
        """Show what has happened in an ärende; another one from its end, where the newest is."""
        lines = tuple(_line(at, one, loaded.view) for at, one in enumerate(loaded.gång))
        self.table.show_rows(lines)
        self.table.show_column(_ORGAN, shown=any(one.organ for one in lines))
        if loaded.view.id != self._shown:
            self._shown = loaded.view.id
            QTimer.singleShot(0, self.table, self.table.scrollToBottom)  # when it has its height
        self._enable(self.table.current())

    def _enable(self, one: Line | None) -> None:
        self.visit.setEnabled(one is not None and one.of.slag not in _NO_PLACE)

    def _leave(self, one: Line | None) -> None:
        if one is not None and one.of.slag not in _NO_PLACE:
            visit(self._go, one.of)


def visit(go: Go, one: Händelse) -> None:
    """Go to where something happened, in whichever nämnd it was."""
    if one.nämnd_id is not None:
        go.in_nämnd(one.nämnd_id)
    match one.slag:
        case Slag.SKRIVELSE:
            go.to_skrivelse(one.key)
        case Slag.DELEGATIONSBESLUT:
            go.to_delegationsbeslut(one.key)
        case Slag.BEVAKNING:
            go.to_bevakning(one.key)
        case Slag.PUNKT if one.sammanträde_id:
            go.to_sammanträde(one.sammanträde_id, one.key)
        case Slag.PARAGRAF if one.sammanträde_id:
            go.to_protokoll(one.sammanträde_id, one.key)
        case Slag.HUVUDMANNABESLUT if one.sammanträde_id:
            go.to_protokoll(one.sammanträde_id, one.paragraf_id)
        case _ if one.ärende_id:
            go.to_ärende(one.ärende_id, one.key if one.slag is Slag.HANDLING else None)
        case _:
            pass
