"""The files in what somebody dropped. Links are never followed: a folder can't lead out."""

import os
import re
import stat
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from nämnd.bilaga.names import shown_name
from nämnd.core.swedish import sort_key
from nämnd.inkorg.limits import MOST_DEPTH, MOST_ENTRIES, MOST_FILE
from nämnd.inkorg.values import Left, Refused

_SYSTEM = re.compile(
    r"thumbs\.db|ehthumbs\.db|desktop\.ini|\.ds_store|\.localized|icon\r|\._.*|~\$.*|\.~lock\..*#"
    r"|\.directory|\.fuse_hidden.*|\.nfs[0-9a-f]+|.*\.(half|crdownload|part)",
    re.IGNORECASE | re.DOTALL,
)
_SYSTEM_FOLDER = re.compile(
    r"__macosx|\.git|\.svn|\$recycle\.bin|\.trash.*|\.spotlight-v100|system volume information",
    re.IGNORECASE,
)
_JUNCTION = 0xA0000003  # IO_REPARSE_TAG_MOUNT_POINT: a folder of Windows that is a link


@dataclass(frozen=True, slots=True)
class Seen:
    """A file that can be read. `place`: where it lay, for the user."""

    path: Path
    place: str


Step: TypeAlias = Seen | Left


def walk(paths: Sequence[Path]) -> Generator[Step]:
    """Yield each file in `paths` and in folders among them, or why it is left.

    Each folder in the order a reader expects: «Bilaga 2» before «Bilaga 10».
    """
    looked = 0
    waiting: list[tuple[Path, str, int]] = [
        (path, shown_name(path.name or str(path)), 0) for path in reversed(paths)
    ]
    while waiting:
        path, place, depth = waiting.pop()
        looked += 1
        if looked > MOST_ENTRIES:
            yield Left(place, Refused.TOO_MANY)
            return
        found = _look(path, place, depth)
        if isinstance(found, Seen | Left):
            yield found
        else:
            waiting += [(one, f"{place}/{shown_name(one.name)}", depth + 1) for one in found]


def _look(path: Path, place: str, depth: int) -> Step | list[Path]:
    """Return the file, why it is left, or what is in the folder, last first."""
    try:
        found = path.lstat()
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        return Left(place, Refused.UNREADABLE)
    if stat.S_ISDIR(found.st_mode) and getattr(found, "st_reparse_tag", 0) != _JUNCTION:
        return _folder(path, place, depth)
    if not stat.S_ISREG(found.st_mode):
        return Left(place, Refused.NOT_A_FILE)
    return _file(path, place, found.st_size)


def _file(path: Path, place: str, size: int) -> Step:
    if _SYSTEM.fullmatch(path.name):
        return Left(place, Refused.SYSTEM)
    if size == 0:
        return Left(place, Refused.EMPTY)
    if size > MOST_FILE:
        return Left(place, Refused.TOO_LARGE)
    return Seen(path, place)


def _folder(path: Path, place: str, depth: int) -> Left | list[Path]:
    if _SYSTEM_FOLDER.fullmatch(path.name):
        return Left(place, Refused.SYSTEM)
    if depth >= MOST_DEPTH:
        return Left(place, Refused.TOO_DEEP)
    try:
        names = list(_names(path))
    except OSError:
        return Left(place, Refused.UNREADABLE)
    return [path / name for name in sorted(names, key=_order, reverse=True)]


def _names(path: Path) -> Iterator[str]:
    """Yield the names in a folder; one more than is looked at, so that the rest is told of."""
    with os.scandir(path) as entries:
        for _, entry in zip(range(MOST_ENTRIES + 1), entries, strict=False):
            yield entry.name


def _order(name: str) -> list[tuple[int, str]]:
    """Return a key that puts 2 before 10."""
    parts = re.split(r"(\d{1,18})", sort_key(name))
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def read_bytes(path: Path) -> bytes | Refused:
    """Return the content of a file, or why it can't be had: it may not be what was seen."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        number = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except (OSError, ValueError):
        return Refused.UNREADABLE
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        return Refused.NOT_A_FILE
    try:
        with os.fdopen(number, "rb") as file:
            data = file.read(MOST_FILE + 1)
    except (OSError, MemoryError):
        return Refused.UNREADABLE
    if len(data) > MOST_FILE:
        return Refused.TOO_LARGE
    return data or Refused.EMPTY
