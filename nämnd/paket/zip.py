"""The files of an utskick as a zip, with names that sort as the dagordning does."""

import re
import shutil
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nämnd.bilaga.names import safe_name, suffix_of
from nämnd.core.beside import beside
from nämnd.core.progress import Progress, Work
from nämnd.documents.pdf import pdf_bytes
from nämnd.paket.aims import with_links_to
from nämnd.paket.look import look
from nämnd.paket.plan import LeftOut, Part, Reason, UtskickPlan

_BLOCK = 1 << 20
_UNIX, _READABLE = 3, 0o644 << 16
_FIRST, _LAST = (1980, 1, 1, 0, 0, 0), (2107, 12, 31, 23, 59, 58)  # what a zip can say
_PACKED = frozenset(
    {".pdf", ".docx", ".xlsx", ".pptx", ".odt", ".ods", ".jpg", ".jpeg", ".png", ".zip", ".mp4"}
)
_DAGORDNING = "00 Dagordning.pdf"
_NUMBERED = re.compile(r"(\d+)(.*)")


@dataclass(frozen=True, slots=True)
class ZipResult:
    """What was made."""

    path: Path
    names: tuple[str, ...]  # in order
    left_out: tuple[LeftOut, ...]


def make_zip(plan: UtskickPlan, target: Path) -> Work[ZipResult]:
    """Make a zip of the dagordning and the bilagor's files as they came. Same plan, same bytes.

    Raises:
        DiskFullError: there was no room.
        FolderNotWritableError: nothing can be written there.
    """
    parts = [part for part in plan.parts if part.i_utskicket]
    names, total = tidy_names(parts), len(parts) + 1
    kept, left_out = [_DAGORDNING], list[LeftOut]()
    with beside(target) as file, zipfile.ZipFile(file, "w") as package:
        yield Progress(0, total, "Skriver dagordningen")
        dagordning = with_links_to(plan.dagordning, ())
        data = pdf_bytes(dagordning, created=plan.created)
        package.writestr(_entry(_DAGORDNING, plan.created), data)
        for number, (part, name) in enumerate(zip(parts, names, strict=True), start=1):
            yield Progress(number, total, f"Lägger till bilaga {part.beteckning}")
            reason = _add(package, part, _entry(name, plan.created))
            if reason is None:
                kept.append(name)
            else:
                left_out.append(LeftOut(part.beteckning, part.rubrik, part.filnamn, reason))
    yield Progress(total, total, "Klart")
    return ZipResult(target, tuple(kept), tuple(left_out))


def tidy_names(parts: Sequence[Part]) -> list[str]:
    """Return a name for each file: «03A Avancerad rekonstruktiv kirurgi.pdf».

    Safe on every system, each once, and sorted as the parts are. Where the beteckningar do not sort
    by themselves (Z, AA) a running number stands first.
    """
    names = [_name(part, _beteckning(part)) for part in parts]
    if sorted(names) != names:
        names = [_name(part, f"{n:03d} {part.beteckning}") for n, part in enumerate(parts, start=1)]
    taken: set[str] = set()
    return [_once(name, taken) for name in names]


def _name(part: Part, start: str) -> str:
    return safe_name(f"{start} {part.rubrik}", suffix_of(part.filnamn))


def _beteckning(part: Part) -> str:
    """Return the beteckning with two digits: «03A»; «A» of punkt 16 becomes «16A»."""
    numbered = _NUMBERED.fullmatch(part.beteckning)
    if numbered is None:
        return f"{part.punkt.nummer:02d}{part.beteckning}"
    return f"{int(numbered[1]):02d}{numbered[2]}"


def _once(name: str, taken: set[str]) -> str:
    """Return `name`, told apart from those taken: some systems don't see capitals."""
    suffix, number, free = suffix_of(name), 2, name
    while free.casefold() in taken:
        free = f"{name.removesuffix(suffix)} ({number}){suffix}"
        number += 1
    taken.add(free.casefold())
    return free


def _entry(name: str, created: datetime) -> zipfile.ZipInfo:
    when = min(max(created.timetuple()[:6], _FIRST), _LAST)
    entry = zipfile.ZipInfo(name, when)
    entry.create_system, entry.external_attr = _UNIX, _READABLE
    packed = suffix_of(name) in _PACKED
    entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
    return entry


def _add(package: zipfile.ZipFile, part: Part, entry: zipfile.ZipInfo) -> Reason | None:
    """Add a file; return why it can't be. It is read twice: no unproved byte goes in."""
    found = look(part)
    if isinstance(found, Reason) or part.path is None:
        return found if isinstance(found, Reason) else Reason.NO_FILE
    entry.file_size = part.path.stat().st_size
    with part.path.open("rb") as source, package.open(entry, "w") as held:
        shutil.copyfileobj(source, held, _BLOCK)
    return None
