"""The handlingar of a punkt: the list, buttons to add, and what is written about the chosen one."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, PunktRow
from ui.desk import Desk
from ui.sammanträde.bilaga_actions import BilagaActions
from ui.sammanträde.bilaga_rows import bilaga_lines
from ui.sammanträde.bilaga_view import BilagaView
from ui.sammanträde.popups import entry, pop_below, popup
from ui.toolkit.fields import Field, check_field, line_field
from ui.toolkit.small import Label, button, icon_button, label, line, restyle, row
from ui.toolkit.theme import Icon

_TITLE = "Han&dlingar, släpp filer här"
_RELEASE = "Släpp filerna, så läggs de till sist bland handlingarna"


class BilagaPane(QWidget):
    """Everything about the bilagor of the shown punkt.

    Signals:
        details_shown: of another bilaga than before.

    Attributes:
        view: the list.
        details: the fields of the chosen bilaga.
    """

    details_shown = Signal()

    def __init__(self, desk: Desk, actions: BilagaActions) -> None:
        """Show no punkt yet."""
        super().__init__()
        self._desk, self._actions = desk, actions
        self._punkt: PunktRow | None = None
        self._punkter: tuple[PunktRow, ...] = ()
        self._wanted: str | None = None
        theme = desk.theme
        self.view = BilagaView(theme)
        self.details = BilagaDetails(desk, actions)
        self.hint = label("Inga handlingar än. Släpp filer här, eller lägg till dem.", Label.MUTED)
        self.hint.setWordWrap(True)
        self.add_files = button("+ Fi&ler …")
        self.add_bare = button("+ Utan fil")
        self._build()
        self._connect()

    def show_punkt(self, punkt: PunktRow, now: Dagordning, last_sent: Dagordning | None) -> None:
        """Show the bilagor of a punkt; the chosen one stays chosen if it is there."""
        other = self._punkt is None or self._punkt.id != punkt.id
        self._punkt, self._punkter = punkt, now.punkter
        if other:
            self.view.choose(None)
        self.view.show_lines(bilaga_lines(punkt.bilagor, last_sent))
        self._frame.setVisible(bool(punkt.bilagor))
        self.hint.setVisible(not punkt.bilagor)
        if self._wanted:
            self.choose(self._wanted)
        self._show_details()

    def choose(self, bilaga_id: str) -> None:
        """Go to a bilaga, as soon as it is there."""
        there = any(one.id == bilaga_id for one in self.view.lines)
        self._wanted = None if there else bilaga_id
        if there:
            self.view.choose(bilaga_id)

    def show_as_target(self, hovering: bool) -> None:  # noqa: FBT001 - one obvious meaning
        """Show that files let go now would land here."""
        restyle(self._frame, "active", "true" if hovering else None)
        self.title.setText(_RELEASE if hovering else _TITLE)

    def menu(self) -> QMenu:
        """Return the menu of what can be done with the selected bilagor."""
        menu = popup(self)
        chosen = self.view.selected()
        if len(chosen) == 1:
            entry(menu, "Öppna", partial(self._actions.open, chosen[0]))
            entry(menu, "Byt fil …", partial(self._actions.choose_replacement, chosen[0]))
        menu.addMenu(self._move_menu(menu))
        entry(menu, "Ta bort", partial(self._actions.remove, chosen))
        return menu

    def _move_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu("Flytta till punkt", parent)
        for punkt in self._punkter:
            if self._punkt is None or punkt.id != self._punkt.id:
                move = partial(self._actions.move, self.view.selected(), punkt.id)
                entry(menu, f"{punkt.nummer}  {punkt.rubrik}", move)
        menu.setEnabled(not menu.isEmpty())
        return menu

    def _build(self) -> None:
        theme = self._desk.theme
        self._frame, self._line = QFrame(), line()
        self._frame.setObjectName("fieldframe")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.setSpacing(0)
        inside.addWidget(self.view)
        inside.addWidget(self._line)
        inside.addWidget(self.details)
        self.title = label(_TITLE, Label.LABEL)
        self.title.setBuddy(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        for part in (self.title, self.hint, self._frame):
            layout.addWidget(part)
        layout.addLayout(row(self.add_files, self.add_bare, None, spacing=theme.px(8)))
        self.details.hide()
        self._line.hide()

    def _connect(self) -> None:
        self.view.chosen.connect(self._flush_and_show)
        self.view.opened.connect(self._go_on)
        self.view.moved.connect(self._move)
        self.view.removal_wanted.connect(self._actions.remove)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.add_files.clicked.connect(lambda: self._with_punkt(self._actions.choose_files))
        self.add_bare.clicked.connect(self._add_bare)
        self.details.move_to.clicked.connect(self._show_move_menu)

    def _with_punkt(self, act: Callable[[str], object]) -> None:
        if self._punkt is not None:
            act(self._punkt.id)

    def _add_bare(self) -> None:
        bilaga_id = self._punkt and self._actions.add_without_file(self._punkt.id)
        if bilaga_id:
            self.choose(bilaga_id)
            self.details.begin()

    def _move(self, ids: tuple[str, ...], to: int) -> None:
        if self._punkt is not None:
            self._actions.move(ids, self._punkt.id, to)

    def _open(self) -> None:
        bilaga_id = self.view.current()
        if bilaga_id is not None:
            self._actions.open(bilaga_id)

    def _go_on(self, _: str) -> None:
        self.details.rubrik.setFocus(Qt.FocusReason.OtherFocusReason)

    def _flush_and_show(self, _: str | None) -> None:
        self.details.flush()
        self._show_details()

    def _show_details(self) -> None:
        chosen = self.view.current()
        bilagor = self._punkt.bilagor if self._punkt else ()
        bilaga = next((one for one in bilagor if one.id == chosen), None)
        self.details.setVisible(bilaga is not None)
        self._line.setVisible(bilaga is not None)
        if bilaga is not None and self.details.show_bilaga(bilaga):
            self.details_shown.emit()

    def _show_menu(self, at: QPoint) -> None:
        if self.view.selected():
            self.menu().popup(self.view.viewport().mapToGlobal(at))

    def _show_move_menu(self) -> None:
        menu = self._move_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pop_below(self.details.move_to, menu)


class BilagaDetails(QFrame):
    """What is written about one bilaga, and what can be done with its file."""

    def __init__(self, desk: Desk, actions: BilagaActions) -> None:
        """Show none yet."""
        super().__init__()
        self._desk, self._actions, self._bilaga_id = desk, actions, ""
        theme = desk.theme
        self.title = label("", Label.STRONG)
        self.rubrik = line_field(theme, "Handlingens rubrik")
        self.anmärkning = line_field(
            theme, "Anmärkning", placeholder="till exempel: delas ut på mötet"
        )
        self.i_utskicket = check_field(theme, "Följer med i utskicket")
        self.open = button("Öppna")
        self.replace = button("Byt fil …")
        self.move_to = button("Flytta …")
        self.remove = icon_button(theme, Icon.REMOVE, "Ta bort handlingen (Delete i listan)")
        self._build()
        self._watch(self.rubrik, "rubrik")
        self._watch(self.anmärkning, "anmärkning")
        self._watch(self.i_utskicket, "i_utskicket")

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in."""
        return self.rubrik, self.anmärkning, self.i_utskicket

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in order: what removes comes last."""
        return (*self.fields, self.open, self.replace, self.move_to, self.remove)

    def show_bilaga(self, bilaga: BilagaRow) -> bool:
        """Show a bilaga, or the same one read again; say whether it is another."""
        same, self._bilaga_id = bilaga.id == self._bilaga_id, bilaga.id
        self.title.setText(f"Bilaga {bilaga.beteckning}")
        values = (bilaga.rubrik, bilaga.anmärkning or "", bilaga.i_utskicket)
        for field, value in zip(self.fields, values, strict=True):
            (field.show_value if same else field.load)(value)
        self.open.setEnabled(bilaga.fil is not None)
        self.replace.setText("Byt fil …" if bilaga.fil else "Välj fil …")
        return not same

    def begin(self) -> None:
        """Put the caret in the rubrik, ready to be replaced."""
        self.rubrik.setFocus(Qt.FocusReason.OtherFocusReason)
        self.rubrik.input.selectAll()

    def flush(self) -> None:
        """Save what is being written."""
        for field in self.fields:
            field.flush()

    def _watch(self, field: Field[Any], what: str) -> None:
        def save(value: object) -> None:
            kept = value or None if what == "anmärkning" else value
            self._actions.save(self._bilaga_id, _WORDS[what], **{what: kept})

        self._desk.editor.watch(field, save)

    def _build(self) -> None:
        theme = self._desk.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(8))
        layout.setSpacing(theme.px(8))
        layout.addLayout(row(self.title, None, self.remove, spacing=theme.px(8)))
        for field in self.fields:
            layout.addWidget(field)
        layout.addLayout(row(self.open, self.replace, self.move_to, None, spacing=theme.px(8)))
        self.open.clicked.connect(lambda: self._actions.open(self._bilaga_id))
        self.replace.clicked.connect(lambda: self._actions.choose_replacement(self._bilaga_id))
        self.remove.clicked.connect(lambda: self._actions.remove((self._bilaga_id,)))


_WORDS = {"rubrik": "rubrik", "anmärkning": "anmärkning", "i_utskicket": "om den följer med"}
