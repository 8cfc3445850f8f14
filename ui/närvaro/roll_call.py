"""Upprop: one sweep of the keyboard through everybody, and then the seats that are empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from nämnd.core.changes import Together
from nämnd.närvaro.meeting import At
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.närvaro.calling import (
    Mark,
    as_called,
    call_commands,
    call_rows,
    count_text,
    first_marks,
    with_all_here,
)
from ui.närvaro.frame import Frame
from ui.närvaro.gaps_panel import GapsPanel
from ui.närvaro.people_list import PeopleList
from ui.närvaro.place import Place
from ui.närvaro.rows import Kind, PersonRow
from ui.toolkit.chips import Keycap
from ui.toolkit.small import Label, button, label, row

_KEYS = {" ": Mark.HERE, "J": Mark.HERE, "F": Mark.AWAY, "D": Mark.AFAR}
_HINTS = (("J", "här"), ("F", "frånvarande"), ("D", "på distans"), ("A", "alla här"))
_TALL = 480  # design pixels of the list, where the screen has room
_LEAST = 200


def open_roll_call(desk: Desk, parent: QWidget, protokoll: Protokoll) -> "RollCallDialog":
    """Let the user call the roll."""
    return RollCallDialog(desk, parent, protokoll)


def open_gaps(desk: Desk, parent: QWidget, place: Place) -> "GapsDialog":
    """Let the user fill every empty seat at a § at once."""
    return GapsDialog(desk, parent, place)


class RollCallDialog(Frame):
    """First who is there, then who steps in."""

    def __init__(self, desk: Desk, parent: QWidget, protokoll: Protokoll) -> None:
        """Show what is known already."""
        super().__init__(desk.theme, parent, "Upprop", width=560)
        self._desk, self._protokoll = desk, protokoll
        self.marks = first_marks(protokoll)
        theme = desk.theme
        self.list = PeopleList(theme, "Upprop", (*_KEYS, "A"))
        room = self.screen().availableGeometry().height() * 3 // 5  # the rest is around it
        self.list.setMinimumHeight(max(theme.px(_LEAST), min(theme.px(_TALL), room)))
        self.count = label("", Label.STRONG, wrap=True)
        self.all_here = button("&Alla här")
        self.back = button("Ti&llbaka")
        self.gaps = GapsPanel(theme)
        self.pages = QStackedWidget()
        self._lay_out()
        self.list.pressed_key.connect(self._mark)
        self.all_here.clicked.connect(self._mark_all)
        self.back.clicked.connect(self._go_back)
        self.gaps.changed.connect(self._look)
        self._show()
        self.begin(self._go_on, self.all_here, self.back, problems=self._wrong, keep="&Klart")
        self.back.hide()
        self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        theme = self._desk.theme
        first = QWidget()
        hints: list[QWidget] = []
        for keys, text in _HINTS:
            hints += [Keycap(keys), label(text, Label.CAPTION)]
        layout = QVBoxLayout(first)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(8))
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)
        layout.addLayout(row(*hints, None, spacing=theme.px(6)))
        self.pages.addWidget(first)
        second = QWidget()
        below = QVBoxLayout(second)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(8))
        text = "Tomma platser. Välj vem som tjänstgör, eller låt platsen stå tom."
        below.addWidget(label(text, Label.MUTED, wrap=True))
        below.addWidget(self.gaps, 1)
        self.pages.addWidget(second)
        self.fill(self.pages, 1)

    def _show(self) -> None:
        self.list.show_rows(call_rows(self._protokoll, self.marks))
        self.count.setText(count_text(self._protokoll, self.marks))

    def _mark(self, letter: str, chosen: PersonRow | None) -> None:
        if letter == "⏎":
            self.keep.click()
        elif letter == "A":
            self._mark_all()
        elif chosen is not None and chosen.kind is not Kind.HEADING:
            if letter in _KEYS:
                self.marks[chosen.id] = _KEYS[letter]
            elif letter == "⌦":
                self.marks.pop(chosen.id, None)
            self._show()
            if not self.list.step(1):
                self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_all(self) -> None:
        self.marks = with_all_here(self._protokoll, self.marks)
        self._show()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _wrong(self) -> tuple[str, ...]:
        return self.gaps.problems() if self.pages.currentIndex() else ()

    def _look(self) -> None:
        self.check()
        self.warn(self.gaps.warnings())

    def _go_on(self) -> bool:
        """Go from who is there to who steps in; from there, or with no seat empty, save."""
        if self.pages.currentIndex() == 0:
            place = Place(as_called(self._protokoll, self.marks))
            self.gaps.show_gaps(place, At(0))
            if not self.gaps.empty:
                self._turn_to(1)
                self._look()
                self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        commands = call_commands(self._protokoll, self.marks)
        stepping = self.gaps.commands(None, None) if self.pages.currentIndex() else ()
        return self._desk.editor.do(Together((*commands, *stepping)), "upprop") is not None

    def _go_back(self) -> None:
        self._turn_to(0)
        self.warn("")
        self.check()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_to(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.all_here.setVisible(page == 0)
        self.back.setVisible(page == 1)


class GapsDialog(Frame):
    """The seats that are empty at a §, and who steps in from there on."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place) -> None:
        """Show the proposals."""
        title = "Tomma platser" if place.nummer is None else f"Tomma platser, § {place.nummer}"
        super().__init__(desk.theme, parent, title, width=560)
        self._desk, self._place = desk, place
        self.gaps = GapsPanel(desk.theme)
        self.gaps.show_gaps(place, place.at)
        full = label("Alla platser är tagna.", Label.MUTED)
        full.setVisible(self.gaps.empty)
        self.fill(full)
        self.fill(self.gaps, 1)
        self.gaps.changed.connect(self._look)
        self.begin(self._save, problems=self.gaps.problems, keep="&Ta in")
        self.keep.setHidden(self.gaps.empty)
        self.cancel.setText("Stäng" if self.gaps.empty else "Avbryt")
        self._look()

    def _look(self) -> None:
        self.check()
        self.warn(self.gaps.warnings())

    def _save(self) -> bool:
        tid = self._place.now(self._desk.clock()) if self._place.turning is not None else ""
        commands = self.gaps.commands(self._place.turning, tid or None)
        if not commands:
            return True
        return self._desk.editor.do(Together(commands), "ersättare tjänstgör") is not None
