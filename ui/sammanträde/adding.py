"""Takes files into the program's own store, in the background."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nämnd.bilaga.files import FileStore, KeptFile
from nämnd.bilaga.names import shown_name
from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress, Work
from nämnd.core.worker import Worker, WorkerBugError
from ui.counting import count_pages


@dataclass(frozen=True, slots=True)
class Taken:
    """The files that are in the store, and why the others are not."""

    files: tuple[KeptFile, ...]
    refused: tuple[NämndError, ...] = ()


def take_files(files: FileStore, worker: Worker, paths: Sequence[Path]) -> Work[Taken]:
    """Copy the files at `paths` in; one that can't be read stops none of the others."""
    kept: list[KeptFile] = []
    refused: list[NämndError] = []
    for number, path in enumerate(paths):
        name = shown_name(path.name)
        yield Progress(number, len(paths), f"Lägger till {name} …")
        try:
            file = files.keep(path)
        except NämndError as error:
            refused.append(error)
            continue
        pages = yield from _pages(worker, files.path_of(file.sha256))
        kept.append(replace(file, name=name, pages=pages))
    return Taken(tuple(kept), tuple(refused))


def _pages(worker: Worker, path: Path) -> Work[int | None]:
    """Return how many pages a file has; None when it has none or they can't be counted."""
    try:
        return (yield from worker.run(count_pages, path))
    except (NämndError, WorkerBugError):
        return None  # the utskick says what is wrong with the file
