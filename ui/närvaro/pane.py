"""Who is in the room, beside the §: worked with one letter each, and beslutsförhet always seen."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from nämnd.core.paragrafer import ALL, Paragrafer, of
from nämnd.närvaro.gaps import Gap
from nämnd.närvaro.rules import beslutsför
from nämnd.närvaro.tasks import Chair, presiding
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.närvaro.abilities import LETTERS, why_not
from ui.närvaro.actions import Actions
from ui.närvaro.frånvaro import open_frånvaro
from ui.närvaro.gap_box import GapBox
from ui.närvaro.guest import GuestDialog
from ui.närvaro.justering import open_justering
from ui.närvaro.people_list import PeopleList
from ui.närvaro.place import Place, place_of
from ui.närvaro.preside import lead
from ui.närvaro.presiding import open_presiding
from ui.närvaro.roll_call import open_gaps, open_roll_call
from ui.närvaro.rows import Kind, PersonRow, person_rows
from ui.närvaro.step_in_dialog import StepInDialog, accept
from ui.närvaro.words import presiding_text
from ui.toolkit.chips import Card, Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind as ButtonKind
from ui.toolkit.small import Label, button, icon_button, label, row
from ui.toolkit.theme import Icon

_COLUMNS = 3  # of buttons
_MENU = (*LETTERS, "⏎")
_MENU_TEXT = {
    "K": "Kom …",
    "G": "Gick …",
    "E": "Ersättare …",
    "D": "På distans, eller åter i rummet",
    "O": "Leder …",
    "J": "Jäv …",
    "⏎": "Ändra för hand …",
}


class NärvaroPane(Card):
    """The people of a sammanträde at a §. It runs its commands through the desk's editor.

    Signals:
        jäv_wanted: id of somebody whose jäv is to be written down.
    """

    jäv_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        """Show nothing until `show`."""
        super().__init__(desk.theme)
        self._desk = desk
        self._place: Place | None = None
        self._actions = Actions(desk, self)
        theme = desk.theme
        self.roll = button("&Upprop …")
        self.more = icon_button(theme, Icon.MORE, "Mer om närvaron")
        self.quorum, self.count = Chip(""), label("", Label.BODY, wrap=True)
        self.chair = label("", Label.MUTED, wrap=True)
        self.let_lead = button("", ButtonKind.LINK)
        self.list = PeopleList(theme, "Närvaro", (*LETTERS, "U"))
        self.gap = GapBox(theme)
        self.keys = {
            letter: button(f"{letter}  {word}", ButtonKind.PLAIN)
            for letter, word in LETTERS.items()
        }
        self._lay_out()
        self._connect()
        self.setMinimumWidth(theme.px(280))
        self.setFocusProxy(self.list)
        self.setAccessibleName("Närvaro")

    def show(self, protokoll: Protokoll | None = None, paragraf_id: str | None = None) -> None:  # pyright: ignore[reportIncompatibleMethodOverride] - the page's word for it
        """Show how it is at a §; None is after the last of them, or before the first.

        Without a protokoll the pane is empty, and shown like any widget.
        """
        if protokoll is None:
            self._place = None
            self.list.show_rows(())
            super().show()
            return
        self._place = place = place_of(protokoll, paragraf_id)
        self.list.show_rows(person_rows(place))
        self.list.choose_first()
        self._show_quorum(place)
        self._show_chair(place)
        self._follow(self.list.current())

    def menu(self) -> QMenu:
        """Return the menu of what concerns the sammanträde as a whole."""
        return self._menu(
            ("Upprop …\tU", self._call_roll),
            ("Tomma platser …", self._open_gaps),
            ("Lägg till gäst eller tjänsteman …\tIns", self._add_guest),
            ("Vem leder och vem justerar …", self._open_presiding),
            ("Plan för justeringen …", self._open_justering),
            ("Frånvaro och ersättare …", self._open_frånvaro),
        )

    def row_menu(self) -> QMenu:
        """Return the menu of the chosen person."""
        current, place = self.list.current(), self._place
        made = self._menu()
        for letter in _MENU:
            keys = "Enter" if letter == "⏎" else letter
            action = QAction(f"{_MENU_TEXT[letter]}\t{keys}", made)
            action.triggered.connect(partial(self._act, letter, current))
            able = letter == "⏎" or (place is not None and not why_not(place, current, letter))
            action.setEnabled(able)
            made.addAction(action)
        return made

    def _menu(self, *entries: tuple[str, Callable[[], object]]) -> QMenu:
        made = QMenu(self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in entries:
            action = QAction(text, made)
            action.triggered.connect(act)
            made.addAction(action)
        return made

    def _lay_out(self) -> None:
        theme = self._desk.theme
        self.body.setContentsMargins(0, theme.px(12), 0, theme.px(10))
        self.body.setSpacing(theme.px(6))
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
        head.setSpacing(theme.px(6))
        title = label("Närvaro", Label.HEADING)
        head.addLayout(row(title, None, self.roll, self.more, spacing=theme.px(4)))
        self.quorum.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addLayout(row(self.quorum, self.count, spacing=theme.px(8)))
        head.addWidget(self.chair)
        head.addWidget(self.let_lead)
        self.add(head)
        self.add(self.list, stretch=1)
        self.add(self.gap)
        grid = QGridLayout()
        grid.setContentsMargins(theme.px(12), 0, theme.px(12), 0)
        grid.setSpacing(theme.px(6))
        for at, one in enumerate(self.keys.values()):
            one.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            grid.addWidget(one, at // _COLUMNS, at % _COLUMNS)
        self.add(grid)

    def _connect(self) -> None:
        self.roll.clicked.connect(self._call_roll)
        self.more.clicked.connect(lambda: self._pop(self.menu(), self.more))
        self.let_lead.clicked.connect(self._let_lead)
        self.list.chosen.connect(self._follow)
        self.list.pressed_key.connect(self._press)
        self.list.customContextMenuRequested.connect(self._pop_row)
        self.gap.accepted.connect(self._accept)
        self.gap.other_wanted.connect(self._step_in)
        self.gap.all_wanted.connect(self._open_gaps)
        for letter, one in self.keys.items():
            one.clicked.connect(lambda _=False, letter=letter: self._press_button(letter))
            one.setAccessibleName(LETTERS[letter])
            one.setAccessibleDescription(f"Tangenten {letter} i listan")

    def _show_quorum(self, place: Place) -> None:
        found = beslutsför(place.protokoll, place.at)
        called = bool(place.protokoll.närvaro)
        punkt = f" vid punkt {found.punkt}" if found.punkt else ""
        needed = "" if found.ok else f", {found.needed} behövs"
        if called:
            words = "beslutsför" if found.ok else "inte beslutsför"
            self.quorum.show_as(words, Role.GOOD if found.ok else Role.LATE)
        else:
            self.quorum.show_as("inget upprop", Role.QUIET)
        count = f"{found.serving} av {found.seats} tjänstgör{punkt}{needed}"
        self.count.setText(count if called else "")  # empty it still keeps the chip to the left

    def _show_chair(self, place: Place) -> None:
        found = presiding(place.protokoll, place.at)
        self.chair.setText(presiding_text(place.protokoll, found))
        self.chair.setVisible(bool(place.protokoll.närvaro))
        amiss = found.state is not Chair.THERE and found.proposed is not None
        self.let_lead.setVisible(amiss and bool(place.protokoll.närvaro))
        if found.proposed:
            self.let_lead.setText(f"Låt {place.protokoll.name(found.proposed)} leda")

    def _follow(self, chosen: PersonRow | None) -> None:
        place = self._place
        for letter, one in self.keys.items():
            one.setEnabled(place is not None and not why_not(place, chosen, letter))
        if place is not None:
            self.gap.show_gaps(place, chosen)

    def _press_button(self, letter: str) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._press(letter, self.list.current())

    def _press(self, letter: str, chosen: PersonRow | None) -> None:
        match letter:
            case "U":
                self._call_roll()
            case "+":
                self._add_guest()
            case _:
                self._act(letter, chosen)

    def _act(self, letter: str, chosen: PersonRow | None) -> None:
        place = self._place
        if place is None:
            return
        if letter in LETTERS and (why := why_not(place, chosen, letter)):
            self._desk.messages.notice(why)
        elif chosen is not None and chosen.kind is not Kind.HEADING:
            if letter == "J":
                self.jäv_wanted.emit(chosen.id)
            else:
                self._actions.act(letter, place, chosen)

    def _accept(self, gap: Gap, person_id: str) -> None:
        if self._place is not None:
            accept(self._desk, self._place, gap, person_id)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_in(self, gap: Gap) -> None:
        if self._place is not None:
            StepInDialog(self._desk, self, self._place, gap=gap)

    def _let_lead(self) -> None:
        place = self._place
        found = presiding(place.protokoll, place.at) if place else None
        if place is not None and found is not None and found.proposed:
            here: Paragrafer = ALL if place.nummer is None else of([place.nummer])
            lead(self._desk, place, found.proposed, here)

    def _call_roll(self) -> None:
        if self._place is not None:
            open_roll_call(self._desk, self, self._place.protokoll)

    def _open_gaps(self) -> None:
        if self._place is not None:
            open_gaps(self._desk, self, self._place)

    def _add_guest(self) -> None:
        if self._place is not None:
            GuestDialog(self._desk, self, self._place)

    def _open_presiding(self) -> None:
        if self._place is not None:
            open_presiding(self._desk, self, self._place.protokoll)

    def _open_justering(self) -> None:
        if self._place is not None:
            open_justering(self._desk, self, self._place.protokoll)

    def _open_frånvaro(self) -> None:
        if self._place is not None:
            open_frånvaro(self._desk, self, self._place.sammanträde_id)

    def _pop_row(self, at: QPoint) -> None:
        current = self.list.current()
        if current is not None and current.kind is not Kind.HEADING:
            self.row_menu().popup(self.list.viewport().mapToGlobal(at))

    def _pop(self, menu: QMenu, anchor: QWidget) -> None:
        menu.popup(anchor.mapToGlobal(QPoint(0, anchor.height())))
