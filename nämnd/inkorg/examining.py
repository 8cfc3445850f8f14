"""A kept file looked into, in a process of its own when there is one: it may be made to harm."""

from dataclasses import dataclass
from pathlib import Path

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.core.errors import WorkerDiedError
from nämnd.core.progress import Progress, Work
from nämnd.core.worker import Worker, WorkerBugError
from nämnd.filtext.kinds import FileKind
from nämnd.filtext.look import Look, look_at
from nämnd.filtext.values import Warning as Told
from nämnd.post.errors import NotAMailError
from nämnd.post.reading import read_mail
from nämnd.post.values import Mail

_MOST_BEATS = 600  # signs of life of the worker, ten a second: a minute for one file


@dataclass(frozen=True, slots=True)
class Examined(Look):
    """What was seen of a file. `mail`: its parts, when it is one."""

    mail: Mail | None = None


_DAMAGED = Examined(FileKind.UNKNOWN, (Told.DAMAGED,))


def examining(files: FileStore, kept: KeptFile, worker: Worker | None) -> Work[Examined]:
    """Look into a kept file. One that ends the worker, or takes too long, is damaged."""
    path = files.path_of(kept.sha256)
    if worker is None:
        return (yield from examine(path, kept.name))
    work = worker.run(examine, path, kept.name)
    try:
        for _ in range(_MOST_BEATS):
            yield next(work)
    except StopIteration as end:
        return end.value
    except (WorkerDiedError, WorkerBugError):
        return _DAMAGED
    finally:
        work.close()
    return _DAMAGED


def examine(path: Path, name: str) -> Work[Examined]:
    """Look into the file at `path`, which came as `name`."""
    yield Progress(0, 0, f"Läser {name}")
    try:
        return _examined(path.read_bytes(), name)
    except MemoryError:
        return Examined(FileKind.UNKNOWN, (Told.TOO_LARGE,))


def _examined(data: bytes, name: str) -> Examined:
    look = look_at(data, name)
    mail, warnings = None, look.warnings
    if look.kind is FileKind.MAIL:
        try:
            mail = read_mail(data, name)
        except NotAMailError:
            warnings = (*warnings, Told.DAMAGED)
    return Examined(look.kind, warnings, look.title, look.heading, look.pages, mail)
