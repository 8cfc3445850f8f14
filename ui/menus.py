"""The menus: everything the program does, each with its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from nämnd.core.changes import Topic
from nämnd.paket.paper_kinds import OF_PARAGRAFER
from ui.desk import Desk
from ui.main_window import PAGES, MainWindow
from ui.sammanträde.export_kinds import EXPORTS, OF_THE_DAY, Export
from ui.toolkit.theme import Scheme
from ui.uppföljning.menu import UppföljningMenu
from ui.ärende.menu import ÄrendeMenu

if TYPE_CHECKING:
    from nämnd.sammanträde.list_row import SammanträdeListRow
    from ui.program import Program
    from ui.ärende.page import ÄrendePage

_SCHEMES = (
    (Scheme.SYSTEM, "&Som datorn"),
    (Scheme.LIGHT, "&Ljust"),
    (Scheme.DARK, "&Mörkt"),
)
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_SHOWS = frozenset({Topic.SAMMANTRÄDE, Topic.UTSKICK, Topic.NÄMND, Topic.PROTOKOLL, Topic.ÄRENDE})
_SEND = "S&kapa kallelse …"
_PLAN = "Ctrl+N"
_PRINTED = (
    ("&Dagordningen …", "dagordning", "Ctrl+P"),
    ("&Kallelsen …", "kallelse", ""),
    ("&Tilläggslistan …", "tillagg", ""),
    ("&Protokollet …", "protokoll", ""),
    ("K&lubblistan …", "klubblista", ""),
    ("D&eltagarlistan …", "deltagarlista", ""),
)
_SIZES = (("Större text", "Ctrl+Shift++", 1.1), ("Mindre text", "Ctrl+Shift+-", 1 / 1.1))


class Menus:
    """The menu bar. What belongs to a sammanträde is on when one is open."""

    def __init__(self, window: MainWindow, program: Program, desk: Desk) -> None:
        """Fill the menu bar of `window`."""
        self._window, self._program, self._desk = window, program, desk
        self._sammanträde_id: str | None = None
        self._of_sammanträde: list[QAction] = []
        self._of_sent: list[QAction] = []
        self._of_handled: list[QAction] = []
        self._of_nämnd: list[QAction] = []
        bar = window.menuBar()
        for old in bar.findChildren(QMenu, options=_DIRECT):  # of the database before
            old.deleteLater()
        bar.clear()
        self._file(bar.addMenu("&Arkiv"))
        self._edit(bar.addMenu("&Redigera"))
        self._meeting(bar.addMenu("&Sammanträde"))
        self._ärende = ÄrendeMenu(
            bar.addMenu("&Ärende"),
            desk,
            program,
            window,
            nämnd=lambda: window.nämnd_id,
            page=self.ärende_page,
        )
        self._follow_up = UppföljningMenu(
            bar.addMenu("&Uppföljning"),
            program,
            program.shell.settings,
            nämnd=lambda: window.nämnd_id,
        )
        self._view(bar.addMenu("&Visa"))
        self._help(bar.addMenu("&Hjälp"))
        self.follow(None)

    def follow(self, sammanträde_id: str | None, *, protokoll: bool = False) -> None:
        """Let the menu be about the sammanträde on the screen; None when there is none.

        `protokoll`: its meeting day is shown, where Ctrl+N is for another ärende.
        """
        self._sammanträde_id = sammanträde_id or None
        self.plan.setShortcut(QKeySequence("" if protokoll else _PLAN))
        self._enable()

    def refresh(self, topics: frozenset[Topic]) -> None:
        """Turn on what can be done now."""
        if topics & _SHOWS:
            self._enable()

    def _file(self, menu: QMenu) -> None:
        read = "&Läs in dagordning eller utbytesfil …"
        self.plan = self._add(menu, "&Nytt sammanträde …", self._plan, _PLAN)
        self._of_nämnd += [
            self.plan,
            self._add(menu, read, self._program.import_file, "Ctrl+O"),
        ]
        self._of_nämnd.append(
            self._add(menu, "Läs in s&var på justering …", self._program.read_answer)
        )
        self._add(menu, "Öppna &justeringsfil …", self._open_package)
        menu.addSeparator()
        self._of_nämnd += [
            self._add(menu, "Ny nämn&d …", self._new_nämnd),
            self._add(menu, "Exportera &besluten …", self._export_beslut),
            self._add(menu, "Exportera nämnden till &utbytesfil …", self._exchange),
        ]
        menu.addSeparator()
        self._add(menu, "&Säkerhetskopior …", self._backups)
        self._add(menu, "&Historik …", self._history)
        self._add(menu, "&Kontrollera underskrifter …", self._control)
        self._add(menu, "K&ontrollera loggen …", self._control_log)
        menu.addSeparator()
        self._add(menu, "&Avsluta", self._window.close, "Ctrl+Q")

    def _edit(self, menu: QMenu) -> None:
        for action in self._desk.editor.actions(menu):
            menu.addAction(action)
        menu.addSeparator()
        find = self._add(menu, "&Sök överallt\tCtrl+K", self._window.top.box.begin)
        self._of_nämnd.append(find)

    def _meeting(self, menu: QMenu) -> None:
        self._about(menu, "Da&gordningen", self._program.to_sammanträde, "Ctrl+Shift+D")
        day = "&Mötesdagen och protokollet"
        self._about(menu, day, self._program.to_protokoll, "Ctrl+Shift+M")
        self._about(menu, "&Justeringen", self._program.to_justering, "Ctrl+Shift+J")
        self._about(menu, "F&rånvaro och ersättare …", self._frånvaro, "Ctrl+Shift+F")
        menu.addSeparator()
        self._about(menu, "&Ändra …", self._change)
        self._about(menu, "&Flytta …", self._move)
        self.cancel = self._about(menu, "&Ställ in …", self._cancel)
        self.hold = self._about(menu, "&Håll ändå", self._hold)
        menu.addSeparator()
        self.send = self._about(menu, _SEND, self._send, "Ctrl+Shift+K")
        self._about(menu, "Pu&blicering …", self._publish, "Ctrl+Shift+P")
        self._of_handled.append(self._about(menu, "Arki&vera …", self._archive))
        submenu = menu.addMenu("&Exportera")
        for kind in EXPORTS:
            made = self._about(submenu, kind.text, partial(self._export, kind))
            self._note(made, kind.kind.what)
        of_the_day = menu.addMenu("Exportera &protokollet")
        for kind in OF_THE_DAY:
            made = self._about(of_the_day, kind.text, partial(self._export, kind))
            self._note(made, kind.kind.what)
        printing = menu.addMenu("Skriv &ut")
        for text, what, keys in _PRINTED:
            made = self._about(printing, text, partial(self._print, what), keys)
            self._note(made, what)

    def _note(self, made: QAction, what: str) -> None:
        """Remember what there must be before a paper can be made."""
        if what == "tillagg":
            self._of_sent.append(made)
        elif what in OF_PARAGRAFER:
            self._of_handled.append(made)

    def _view(self, menu: QMenu) -> None:
        for name, text, _ in PAGES:
            go = self._add(menu, text, partial(self._program.to_page, name))
            self._of_nämnd.append(go)
        menu.addSeparator()
        look = menu.addMenu("&Utseende")
        group = QActionGroup(look)
        for scheme, text in _SCHEMES:
            one = group.addAction(self._add(look, text, partial(self._dress, scheme)))
            one.setCheckable(True)
            one.setChecked(scheme is self._desk.theme.scheme)
        for text, keys, factor in _SIZES:
            self._add(menu, text, partial(self._scale, factor), keys)

    def _help(self, menu: QMenu) -> None:
        self._add(menu, "&Kortkommandon", self._keys, "F1")
        self._add(menu, "&Om Nämnd", self._about_program)

    # What the actions do. Each imports what it needs when it is first chosen: a menu bar that is
    # only looked at costs nothing at start-up.

    def _change(self, sammanträde_id: str) -> None:
        from ui.sammanträde.dialogs import edit_sammanträde

        edit_sammanträde(self._desk, self._window, sammanträde_id)

    def _move(self, sammanträde_id: str) -> None:
        from ui.sammanträde.dialogs import move_sammanträde

        move_sammanträde(self._desk, self._window, sammanträde_id)

    def _cancel(self, sammanträde_id: str) -> None:
        from ui.sammanträde.dialogs import cancel_sammanträde

        cancel_sammanträde(self._desk, sammanträde_id)

    def _hold(self, sammanträde_id: str) -> None:
        from ui.sammanträde.dialogs import hold_sammanträde

        hold_sammanträde(self._desk, sammanträde_id)

    def _frånvaro(self, sammanträde_id: str) -> None:
        from ui.närvaro.frånvaro import open_frånvaro

        open_frånvaro(self._desk, self._window, sammanträde_id)

    def _send(self, sammanträde_id: str) -> None:
        from ui.sammanträde.send_dialog import send_kallelse

        send_kallelse(self._desk, self._window, sammanträde_id)

    def _publish(self, sammanträde_id: str) -> None:
        from ui.publicering.review import open_review

        open_review(self._desk, self._window, sammanträde_id)

    def _archive(self, sammanträde_id: str) -> None:
        from ui.arkiv.dialog import open_arkiv

        open_arkiv(self._desk, self._window, sammanträde_id)

    def _print(self, what: str, sammanträde_id: str) -> None:
        from ui.sammanträde.exports import print_paper

        print_paper(self._desk, self._window, sammanträde_id, what)

    def _keys(self) -> None:
        from ui.help import show_keys

        show_keys(self._window, self._desk.theme)

    def _about_program(self) -> None:
        from ui.help import show_about

        show_about(self._window, self._desk.theme)

    def _export(self, what: Export, sammanträde_id: str) -> None:
        from ui.sammanträde.exports import export

        export(self._desk, self._window, sammanträde_id, what)

    def _plan(self) -> None:
        from ui.sammanträde.dialogs import new_sammanträde

        nämnd_id = self._window.nämnd_id
        if nämnd_id is not None:
            new_sammanträde(self._desk, self._window, nämnd_id, self._program.to_sammanträde)

    def _new_nämnd(self) -> None:
        from ui.organisation.page import new_nämnd

        new_nämnd(self._desk, self._program)

    def _open_package(self) -> None:
        """Open a package as the one who is asked sees it, in a window of its own."""
        from ui.justera.window import KINDS, ChairWindow

        path = self._desk.messages.open_file("Öppna en justeringsfil", KINDS)
        if path is None:
            return
        settings, clock = self._program.shell.settings, self._desk.clock
        chair = ChairWindow(self._desk.theme, settings, clock=clock)
        chair.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chair.setParent(self._window, Qt.WindowType.Window)
        self._window.closing.connect(chair.put_away)
        chair.show()
        chair.open_file(path)

    def _exchange(self) -> None:
        from ui.sammanträde.exports import export_nämnd

        if self._window.nämnd_id is not None:
            export_nämnd(self._desk, self._window, self._window.nämnd_id)

    def _export_beslut(self) -> None:
        """Show the register, so that the user sees what the file will hold, and ask how."""
        from ui.register.page import BeslutPage

        page = self._window.show_page("beslut")
        assert isinstance(page, BeslutPage)  # noqa: S101 - made by `ui.pages`
        page.export_shown()

    def _backups(self) -> None:
        from ui.backups import show_backups

        program = self._program
        show_backups(self._desk, self._window, program.restore, program.show_place)

    def _history(self) -> None:
        from ui.history import show_history

        show_history(self._desk, self._window)

    def _control(self) -> None:
        from ui.kontroll.dialog import open_control

        open_control(self._desk, self._window)

    def _control_log(self) -> None:
        from ui.kontroll.dialog import open_log_control

        open_log_control(self._desk, self._window)

    def _dress(self, scheme: Scheme) -> None:
        self._desk.theme.set_scheme(scheme)
        self._program.shell.settings.change(scheme=scheme)

    def _scale(self, factor: float) -> None:
        scale = min(2.0, max(0.8, self._desk.theme.font_scale * factor))
        self._desk.theme.set_font_scale(scale)
        self._program.shell.settings.change(font_scale=scale)

    def _about(
        self, menu: QMenu, text: str, act: Callable[[str], object], keys: str = ""
    ) -> QAction:
        def of_this() -> None:
            if self._sammanträde_id is not None:
                self._desk.editor.flush()
                act(self._sammanträde_id)

        made = self._add(menu, text, of_this, keys)
        self._of_sammanträde.append(made)
        return made

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would pass «checked»
        menu.addAction(action)
        return action

    def _enable(self) -> None:
        self._ärende.refresh()
        self._follow_up.refresh()
        row = self._row()
        sent, cancelled = bool(row and row.kallelse), bool(row and row.inställt is not None)
        for action in self._of_sammanträde:
            action.setEnabled(row is not None)
        for action in self._of_sent:
            action.setEnabled(sent)
        for action in self._of_handled:
            action.setEnabled(bool(row and row.paragrafer))
        for action in self._of_nämnd:
            action.setEnabled(self._window.nämnd_id is not None)
        self.send.setText("S&kicka tillägg …" if sent else _SEND)
        self.send.setEnabled(row is not None and (sent or not cancelled))
        self.cancel.setVisible(not cancelled)
        self.hold.setVisible(cancelled)

    def ärende_page(self) -> ÄrendePage | None:
        """Return the page of an ärende, if it is the one on the screen."""
        if not self._window.has_page("ärende"):
            return None
        from ui.ärende.page import ÄrendePage

        page = self._window.page
        return page if isinstance(page, ÄrendePage) else None

    def _row(self) -> SammanträdeListRow | None:
        """Return the sammanträde on the screen, as it is now."""
        from nämnd.sammanträde.queries import sammanträden

        key, nämnd_id = self._sammanträde_id, self._window.nämnd_id
        if key is None or nämnd_id is None:
            return None
        rows = self._desk.store.ask(lambda session: sammanträden(session, nämnd_id))
        return next((row for row in rows if row.id == key), None)
