"""The running program: the open database, its pages, and the way between them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from nämnd.bilaga.files import FileStore
from nämnd.core.changes import Topic
from nämnd.core.errors import DatabaseDamagedError, NämndError, NämndUnknownError
from nämnd.core.progress import Progress, Work
from nämnd.core.swedish import sort_key
from nämnd.core.worker import Worker, warm_up
from nämnd.error_messages import message_for
from nämnd.organisation.queries import NämndRow, nämnder
from nämnd.store import Place, Store, place_of
from nämnd.store.backup import Backup, back_up_daily, backups, put_back
from ui.desk import Desk
from ui.inkorg.drops import WindowDrops
from ui.main_window import PAGES
from ui.menus import Menus
from ui.pages import page_factories
from ui.shell import Shell
from ui.toolkit.crash import CrashGuard
from ui.toolkit.editing import Editor
from ui.toolkit.jobs import Jobs
from ui.toolkit.messages import BoxMessages, Messages
from ui.toolkit.theme import load_more_fonts
from ui.ways import Ways

if TYPE_CHECKING:
    from nämnd.justering.values import JusteringView

_WARM = ("nämnd.paket.papers", "nämnd.documents.pdf.drawing", "nämnd.documents.pdf.finish")
_DATABASES = (("Databas", "*.db"),)


class Program(Ways):
    """Everything behind the window. One per run."""

    def __init__(self, shell: Shell, messages: Messages | None = None) -> None:
        """Take over the shell. Tests pass their own `messages`."""
        super().__init__(shell.window)
        self.shell, self.window = shell, shell.window
        self.messages = messages or BoxMessages(shell.window)
        self.desk: Desk | None = None
        self.guard = CrashGuard(
            shell.window,
            shell.place.files.parent / "felrapporter",
            clock=shell.clock,
            facts=f"Nämnd, Python {sys.version.split()[0]}, {sys.platform}",
            flush=self._flush,
        )
        self.guard.quit_wanted.connect(self.window.close)
        self.window.closing.connect(self._close)
        self.window.page_shown.connect(self._follow_page)
        self.window.nämnd_chosen.connect(self.to_nämnd)
        shell.go.target = self

    def open(self, wanted: str | None = None) -> bool:
        """Open the database and show the nämnd that is wanted, or the last one.

        When it can't be opened the user is told why and may choose another; False when not.
        """
        store = self._store(self.shell.place)
        if store is None:
            QTimer.singleShot(0, self.window.close)
            return False
        load_more_fonts()
        self.desk = self._lay_out(store)
        self.window.attach(self.desk, page_factories(self.desk, self, self.shell.settings))
        self.shell.overview.attach(self.desk)
        self.menus = Menus(self.window, self, self.desk)
        self.desk.editor.changed.connect(self.menus.refresh)
        self._begin_finding(self.desk)
        drops = WindowDrops(self.window)
        drops.answered.connect(self.take_answer)
        drops.dropped.connect(self._take_dropped)
        self.desk.editor.changed.connect(self._follow_nämnder)
        self._begin(wanted)
        self._begin_quiet_work(self.desk)
        QTimer.singleShot(0, self.window, self._tell_of_today)
        return True

    def _tell_of_today(self) -> None:
        """Tell once a day what is due; the first page is there by then."""
        from ui.översikt.notice import tell_of_today

        if self.desk is not None and self.window.nämnd_id is not None:
            tell_of_today(self.desk, self.window, self.shell.settings, self.window.nämnd_id)

    def read_answer(self) -> None:
        """Let the user choose answers to a justering and read them in."""
        from ui.justering.answers import choose_answers

        if self.desk is not None:
            choose_answers(self.desk, self.window, self._show_set)

    def take_answer(self, path: Path) -> None:
        """Read an answer in that the user double-clicked, and show its set of §§."""
        from ui.justering.answers import read_answers

        self.window.raise_()
        self.window.activateWindow()
        if self.desk is not None:
            read_answers(self.desk, self.window, [path], self._show_set)

    def open_door(self) -> None:
        """Let later starts of the program hand over the answers they are asked to open."""
        from ui.toolkit.door import Door, name_of

        door = Door(name_of(self.shell.place.shown), self)
        door.handed.connect(self.take_answer)
        self.window.closing.connect(door.close)

    def _show_set(self, view: JusteringView) -> None:
        """Go to a set, which may be another nämnd's than the one on the screen."""
        from ui.justering.loaded import nämnd_of

        if self.desk is not None:
            self.in_nämnd(nämnd_of(self.desk, view.sammanträde_id))
            self.to_justering(view.sammanträde_id, view.id)

    def restore(self, backup: Backup) -> None:
        """Make a backup the database, and start over on it. What is there now is kept as a copy."""
        desk = self.desk
        if desk is None:
            return
        self._put_down()
        try:
            put_back(self.shell.place, backup, now=self.shell.clock())
        except NämndError as error:
            self._tell(error)
        self.window.forget_pages()
        self.open()

    def _take_dropped(self, paths: Sequence[Path]) -> None:
        """Take files in, to the ärende on the screen if there is one."""
        page = self.menus.ärende_page()
        self.take_in(paths, page.ärende_id if page else None)

    def _follow_page(self, name: str) -> None:
        if name not in ("dagordning", "mötesdag", "justering"):  # there `to_…` says which
            self.menus.follow(None)

    def _store(self, place: Place) -> Store | None:
        while True:
            who = self.shell.settings.read().who or "okänd"
            try:
                return Store(place, who=who, clock=self.shell.clock)
            except NämndError as error:
                if isinstance(error, DatabaseDamagedError) and self._mended(place):
                    continue
                path = self._another(message_for(error))
            if path is None:
                return None
            self.shell.place = place = place_of(str(path))

    def _mended(self, place: Place) -> bool:
        """Offer the newest backup in place of a damaged database; say whether it is there now."""
        newest = next(iter(backups(place)), None)
        if newest is None:
            return False
        question = (
            f"Databasen {place.path} är skadad. Vill du återställa säkerhetskopian från "
            f"{newest.taken:%Y-%m-%d %H.%M}? Den skadade filen sparas bland kopiorna."
        )
        if not self.messages.confirm(question, yes="Återställ kopian"):
            return False
        try:
            put_back(place, newest, now=self.shell.clock())
        except NämndError as error:
            self._tell(error)
            return False
        return True

    def _another(self, why: str) -> Path | None:
        question = f"{why}\n\nVill du öppna en annan databas i stället?"
        if not self.messages.confirm(question, yes="Välj databas …"):
            return None
        return self.messages.open_file("Välj en annan databas", _DATABASES)

    def _lay_out(self, store: Store) -> Desk:
        files = FileStore(store.place.files)
        files.sweep()
        editor = Editor(store, self.shell.clock, self, messages=self.messages)
        jobs = Jobs(self)
        editor.refused.connect(self._tell)
        jobs.refused.connect(self._tell)
        return Desk(
            store=store,
            files=files,
            editor=editor,
            jobs=jobs,
            messages=self.messages,
            theme=self.shell.theme,
            preview=Worker(),
            heavy=Worker(),
            clock=self.shell.clock,
        )

    def _begin_finding(self, desk: Desk) -> None:
        """Let the box at the top find what there is, and do what the menus do."""
        from ui.sök.commands import all_commands
        from ui.sök.finding import Finding

        window, box = self.window, self.window.top.box
        self.finding = Finding(
            desk, self, window, box,
            nämnd=lambda: window.nämnd_id, here=window.chooser.currentText,
        )  # fmt: skip
        box.offer(lambda: all_commands(window.menuBar(), PAGES, self.to_page))

    def _begin(self, wanted: str | None) -> None:
        assert self.desk is not None  # noqa: S101 - just opened
        rows = self.desk.store.ask(nämnder)
        settings = self.shell.settings.read()
        if not rows or not settings.who:
            self._first_start()
            return
        keys = [row.id for row in rows]
        chosen = _named(rows, wanted) or settings.nämnd
        if wanted and not _named(rows, wanted):
            names = tuple(row.namn for row in rows)
            self._tell(NämndUnknownError(wanted, names))
        self._follow_nämnder(frozenset({Topic.NÄMND}))
        self.to_nämnd(chosen if chosen in keys else keys[0])

    def _first_start(self) -> None:
        from ui.start.login import login_name
        from ui.start.page import StartPage

        assert self.desk is not None  # noqa: S101 - just opened
        page = StartPage(self.desk, self, self.shell.settings, login_name())
        page.named.connect(self.window.who.setText)
        page.done.connect(self._started)
        self.window.show_start(page)

    def _started(self, nämnd_id: str) -> None:
        self._follow_nämnder(frozenset({Topic.NÄMND}))
        self.to_nämnd(nämnd_id)

    def _follow_nämnder(self, topics: frozenset[Topic]) -> None:
        if Topic.NÄMND not in topics or self.desk is None:
            return
        rows, shown = self.desk.store.ask(nämnder), self.window.nämnd_id
        self.window.show_nämnder(rows, shown)
        if shown is None or any(row.id == shown for row in rows):
            return
        if rows:  # the one that was shown is gone, by undo
            self.to_nämnd(rows[0].id)
        else:
            self._first_start()

    def _begin_quiet_work(self, desk: Desk) -> None:
        self.show_place()
        desk.jobs.run(_daily(desk), self, lambda _: self.show_place(), label="")
        desk.jobs.run(desk.preview.run(warm_up, _WARM), self, lambda _: None, label="")

    def show_place(self) -> None:
        """Say where the data lies and when it was last copied."""
        if self.desk is None:
            return
        place = self.desk.store.place
        newest = next(iter(backups(place)), None)
        where = "Lokal databas" if place.path else "Databas på server"
        self.window.status.show_place(where, newest and newest.taken, self.desk.clock())

    def _tell(self, error: NämndError) -> None:
        self.messages.error(message_for(error))

    def _flush(self) -> None:
        if self.desk is not None:
            self.desk.editor.flush()

    def _close(self) -> None:
        if self.desk is None:
            return
        self.shell.settings.change(
            nämnd=self.window.nämnd_id or "", geometry=self.window.saveGeometry().data()
        )
        self._put_down()

    def _put_down(self) -> None:
        if self.desk is not None:
            self.desk.editor.flush()
            self.desk.jobs.close()
            self.finding.close()
            self.desk.preview.close()
            self.desk.heavy.close()
            self.desk.store.close()
        self.desk = None


def _named(rows: tuple[NämndRow, ...], wanted: str | None) -> str | None:
    """Return the id of the nämnd called `wanted`, by name, short name or id."""
    by_name = {
        sort_key(name): row.id
        for row in rows
        for name in (row.namn, row.kortnamn or row.id, row.id)
    }
    return by_name.get(sort_key(wanted or ""))


def _daily(desk: Desk) -> Work[None]:
    yield Progress(0, 1)
    back_up_daily(desk.store.place, now=desk.clock())
