"""The decision of one §: yrkanden, beslutsgång, omröstning, beslut, and what is noted besides."""

from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nämnd.protokoll.findings import Part, Place
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.toolkit.fields import Field
from ui.toolkit.small import Kind, Label, button, label
from ui.votering.actions import DecisionActions
from ui.votering.beslut import BeslutSection
from ui.votering.beslutsgång import BeslutsgångSection
from ui.votering.flow import flow
from ui.votering.huvudmän import HuvudmanSection
from ui.votering.lines import LineBox
from ui.votering.omröstning import OmröstningSection
from ui.votering.opinions import aside_lines, yrkande_lines
from ui.votering.saving import DecisionSaver, Shown


class DecisionEditor(QWidget):
    """Sections under each other, there only when used, and the buttons that begin them.

    Everything saves by itself. Who holds this shows the § again when the editor has changed it.
    """

    def __init__(self, desk: Desk) -> None:
        """Show no § yet."""
        super().__init__()
        self._desk = desk
        self._saver = DecisionSaver(desk)
        theme = desk.theme
        self.yrkanden_heading = label("Yrkanden", Label.LABEL)
        self.yrkanden = LineBox(theme, "Yrkanden")
        self.beslutsgång = BeslutsgångSection(desk, self._saver)
        self.omröstning = OmröstningSection(desk, self._saver)
        self.beslut = BeslutSection(desk, self._saver)
        self.asides = LineBox(theme, "Jäv, reservationer och anteckningar")
        self.huvudmän = HuvudmanSection(desk, self._saver)
        self.actions_ = DecisionActions(desk, self, self._saver)
        self.buttons: dict[str, QPushButton] = {}
        self._first: QWidget | None = None
        self._stops = 0  # how many stops Tab makes, when it was last put in order
        self._build()
        self._connect()
        self.setEnabled(False)

    @property
    def paragraf_id(self) -> str | None:
        """Return the id of the § that is shown."""
        return self._saver.shown.paragraf.id if self.isEnabled() else None

    def show_paragraf(self, protokoll: Protokoll, paragraf_id: str | None) -> None:
        """Show a §, or the same one read again: then what is being written stays."""
        same = paragraf_id is not None and paragraf_id == self.paragraf_id
        paragraf = protokoll.paragraf(paragraf_id)
        self.setEnabled(paragraf is not None)
        if paragraf is None:
            self._saver.about(None)
            return
        shown = Shown(protokoll, paragraf)
        self._saver.about(shown)
        lines = yrkande_lines(shown)
        self.yrkanden.show_lines(lines)
        for part in (self.yrkanden_heading, self.yrkanden):
            part.setVisible(bool(lines))
        self.beslutsgång.show_paragraf(shown, same=same)
        self.omröstning.show_paragraf(shown, same=same)
        self.beslut.show_paragraf(shown, same=same)
        noted = aside_lines(shown)
        self.asides.show_lines(noted)
        self.asides.setVisible(bool(noted))
        self.huvudmän.show_paragraf(shown, same=same)
        self.buttons["omedelbart"].setChecked(paragraf.omedelbart_justerad)
        self._first = self.beslut.rows[0].text.input if paragraf.beslutspunkter else None
        self._order_tabs()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to what was decided. No proxy: Tab would go there past all that stands above."""
        (self._first or self.buttons["yrkande"]).setFocus(reason)

    def unsaved(self) -> Field[Any] | None:
        """Return the first field that holds something that could not be saved."""
        return next((one for one in self._fields() if one.pending), None)

    def go_to(self, place: Place) -> QWidget | None:
        """Put the focus where a finding points; None when that is nothing of this."""
        found = self._widget_for(place)
        if found is not None:
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def _widget_for(self, place: Place) -> QWidget | None:
        match place.part:
            case Part.YRKANDE:
                return self.yrkanden.row_of(place.key or "") or self.buttons["yrkande"]
            case Part.VOTERING:
                self.omröstning.go_to(place.key)
                return self.omröstning.table if self.omröstning.votering else None
            case Part.BESLUT:
                return self.beslut.row_of(place.key)
            case Part.BESLUTSGÅNG:
                return self.beslutsgång.text
            case Part.PROPOSITIONSORDNING:
                return self.beslutsgång.order
            case Part.JÄV | Part.RESERVATION | Part.ANTECKNING | Part.DELTAR_INTE:
                return self._aside_for(place) or self.buttons["reservation"]
            case _:
                return None

    def _aside_for(self, place: Place) -> QWidget | None:
        key = f"{place.part.value}:{place.key}" if place.key else place.part.value
        return self.asides.row_of(key)

    def _fields(self) -> tuple[Field[Any], ...]:
        return (
            *self.beslutsgång.fields,
            *self.omröstning.fields,
            *self.beslut.fields,
            *self.huvudmän.fields,
        )

    def press(self, name: str) -> None:
        """Do what a button does, by its name in `buttons`: «yrkande», «votering»."""
        if self.isEnabled():
            self.buttons[name].click()

    def begin_jäv(self, person_id: str) -> None:
        """Ask about somebody's jäv in the § that is shown."""
        if self.isEnabled():
            self.actions_.jäv_of(person_id)

    def _order_tabs(self) -> None:
        """Let Tab go from the top, also through rows that were made later than the buttons."""
        stops = (
            *self.yrkanden.rows,
            *self.beslutsgång.stops,
            *self.omröstning.stops,
            *self.beslut.stops,
            *self.asides.rows,
            *self.huvudmän.stops,
            *self.buttons.values(),
        )
        if len(stops) != self._stops:  # a row has been made
            self._stops = len(stops)
            for one in stops:
                self._catch_nothing_around(one)
            for one, following in pairwise(stops):
                QWidget.setTabOrder(one, following)

    def _catch_nothing_around(self, stop: QWidget) -> None:
        """Let what is around a stop pass no focus on to it.

        It stays where it was made in the order of Tab, and would lead back from there.
        """
        around = stop.parentWidget()
        while around is not None and around is not self:
            if around.focusProxy() is not None:
                around.setFocusProxy(None)  # pyright: ignore[reportArgumentType] - Qt's «none»
            around = around.parentWidget()

    def _build(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        for part in (
            self.yrkanden_heading,
            self.yrkanden,
            self.beslutsgång,
            self.omröstning,
            self.beslut,
            self.asides,
            self.huvudmän,
        ):
            layout.addWidget(part)
        for name, (text, keys, tip) in _BUTTONS.items():
            made = button(text, Kind.NORMAL)
            made.setToolTip(f"{tip} ({keys.replace('+', ' ')})" if keys else tip)
            self.buttons[name] = made
        self.buttons["omedelbart"].setCheckable(True)
        layout.addWidget(flow(tuple(self.buttons.values()), theme.px(8)))
        layout.addStretch(1)

    def _connect(self) -> None:
        actions = self.actions_
        acts = {
            "reservation": actions.reserve,
            "anteckning": lambda: actions.note("protokollsanteckning"),
            "bordlägg": lambda: actions.wait("bordläggning"),
            "återremittera": lambda: actions.wait("återremiss"),
            "yrkande": actions.move,
            "votering": self.omröstning.add,
            "jäv": actions.jäv,
            "deltar inte": actions.stay_out,
            "yttrande": lambda: actions.note("särskilt yttrande"),
            "mening": lambda: actions.note("ersättares mening"),
            "dela": actions.split,
            "rekommendation": actions.recommend,
            "omedelbart": actions.check_at_once,
            "attsats": self.beslut.add,
        }
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for name, act in acts.items():
            made = self.buttons[name]
            made.clicked.connect(lambda _=False, act=act: act())
            keys = _BUTTONS[name][1]
            if keys:
                QShortcut(QKeySequence(keys), self, made.click, context=inside)
        self.yrkanden.opened.connect(actions.move)
        self.yrkanden.removal_wanted.connect(actions.remove_yrkande)
        self.asides.opened.connect(actions.open_aside)
        self.asides.removal_wanted.connect(actions.remove_aside)


_BUTTONS: dict[str, tuple[str, str, str]] = {
    "yrkande": ("+ Yrkande", "Alt+Shift+Y", "Lägg till ett yrkande"),
    "votering": ("+ Votering", "Alt+Shift+V", "Lägg till en omröstning"),
    "attsats": ("+ Att-sats", "Alt+Shift+A", "Lägg till en att-sats i beslutet"),
    "bordlägg": ("Bordlägg", "Alt+Shift+B", "Hela ärendet bordläggs"),
    "återremittera": ("Återremittera", "Alt+Shift+T", "Hela ärendet återremitteras"),
    "dela": ("Dela beslutet", "Alt+Shift+E", "Några punkter får ett eget utfall"),
    "reservation": ("+ Reservation", "Alt+Shift+R", "Lägg till en reservation"),
    "anteckning": ("+ Protokollsanteckning", "Alt+Shift+P", "Lägg till en protokollsanteckning"),
    "yttrande": ("Särskilt yttrande", "", "Lägg till ett särskilt yttrande"),
    "mening": ("Ersättares mening", "", "Anteckna hur en ersättare skulle ha röstat"),
    "jäv": ("+ Jäv", "Alt+Shift+J", "Någon lämnar för jäv, och en ersättare går in"),
    "deltar inte": ("Deltar inte", "Alt+Shift+D", "Någon avstår från att delta i beslutet"),
    "rekommendation": (
        "Rekommendation till huvudmännen",
        "Alt+Shift+H",
        "Beslutet riktas till huvudmännen eller ett annat organ",
    ),
    "omedelbart": ("Omedelbar justering", "Alt+Shift+O", "Paragrafen justeras genast"),
}
