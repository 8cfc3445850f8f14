"""Reads answers in: each is taken whole, or refused with the reason and nothing is changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject

from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.error_messages import message_for
from nämnd.justering.commands import TakeSvar
from nämnd.justering.queries import justering_view
from nämnd.justering.values import JusteringView
from nämnd.justering.wording import shared_text, taking
from nämnd.justeringsfil.errors import PackageError, PackageFault, SvarError, SvarFault
from nämnd.justeringsfil.values import ANSWER_SUFFIX
from ui.desk import Desk
from ui.justering.words import names_of, set_text
from ui.toolkit.jobs import Cancelled, Done, Failed, JobEvent
from ui.toolkit.messages import Kinds

ANSWERS: Kinds = (("Svar på justering", f"*{ANSWER_SUFFIX}"),)
_ASK_AGAIN = {
    SvarFault.PASSPHRASE_NEEDED,
    SvarFault.WRONG_PASSPHRASE,
    PackageFault.PASSPHRASE_NEEDED,
    PackageFault.WRONG_PASSPHRASE,
}
_WRONG = {SvarFault.WRONG_PASSPHRASE, PackageFault.WRONG_PASSPHRASE}


def choose_answers(desk: Desk, owner: QObject, done: Callable[[JusteringView], object]) -> None:
    """Let the user choose answers and read them in; `done` is told the set of each."""
    found = desk.messages.open_files("Läs in svar", ANSWERS)
    read_answers(desk, owner, found, done)


def read_answers(
    desk: Desk, owner: QObject, paths: Iterable[Path], done: Callable[[JusteringView], object]
) -> None:
    """Read answers in, one after the other; `done` is told the set of each that is taken."""
    desk.editor.flush()
    reader = _Reader(desk, owner, list(paths), done)
    reader.next()


class _Reader(QObject):
    """Answers on their way in. It goes with its owner."""

    def __init__(
        self,
        desk: Desk,
        owner: QObject,
        left: list[Path],
        done: Callable[[JusteringView], object],
    ) -> None:
        super().__init__(owner)
        self._desk, self._left, self._done = desk, left, done

    def next(self) -> None:
        """Read the next one."""
        if self._left:
            self._read(self._left.pop(0), None)
        else:
            self.deleteLater()

    def _read(self, path: Path, passphrase: str | None) -> None:
        def tell(event: JobEvent) -> None:
            match event:
                case Done(TakeSvar() as command):
                    self._take(command, path)
                case Failed(NämndError() as error):
                    self._refuse(error, path)
                case Failed(error):
                    raise error  # a bug: the crash window shows it
                case Progress():
                    return
                case Cancelled() | Done():
                    pass

        work = _reading(self._desk, path, passphrase)
        self._desk.jobs.start(work, self, tell, label=f"Läser {path.name}")

    def _take(self, command: TakeSvar, path: Path) -> None:
        desk = self._desk
        if desk.editor.do(command, taking(path.name, command.also)) is not None:
            view = desk.store.ask(lambda session: justering_view(session, command.justering_id))
            name = names_of(view).get(command.person_id, "")
            said = f"{name}: {command.slag}. {set_text(view)} är nu {_now(view)}."
            if command.also:  # not in passing: they may have to be asked
                desk.messages.tell(f"{said}\n\n{shared_text(name, command.also)}")
            else:
                desk.messages.notice(said)
            self._done(view)
        self.next()

    def _refuse(self, error: NämndError, path: Path) -> None:
        why = error.why if isinstance(error, SvarError | PackageError) else None
        if why in _ASK_AGAIN:
            said = self._passphrase(path, wrong=why in _WRONG)
            if said:
                self._read(path, said)
                return
        else:
            self._desk.messages.error(f"{path.name}\n\n{message_for(error)}")
        self.next()

    def _passphrase(self, path: Path, *, wrong: bool) -> str | None:
        ask = "Lösenordet stämmer inte. Försök igen:" if wrong else "Filens lösenord:"
        return self._desk.messages.ask_text(f"Läs in {path.name}", ask)


def _reading(desk: Desk, path: Path, passphrase: str | None) -> Work[TakeSvar]:
    from nämnd.paket.justering import read_answer_file

    yield Progress(0, 1)
    return read_answer_file(desk.store, desk.files, path, now=desk.clock(), passphrase=passphrase)


def _now(view: JusteringView) -> str:
    return {
        "utskickat": "utskickade och väntar på fler svar",
        "ändringar begärda": "tillbaka för ändring",
        "godkänt": "godkända av alla",
        "justerat": "justerade",
        "utkast": "ett utkast",
    }[view.läge]
