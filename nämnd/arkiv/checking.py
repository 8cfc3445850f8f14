"""Tells whether an archive folder is what it was when it was made. Nothing in it is trusted."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from nämnd.arkiv.errors import NotAnArchiveError
from nämnd.arkiv.manifest import from_json, is_inside
from nämnd.arkiv.values import CHECKSUMS, INDEX_CSV, INDEX_HTML, MANIFEST, ArkivManifest

_LARGEST_LIST = 20 << 20  # bytes of manifest or checksums
_LISTS = frozenset({MANIFEST, INDEX_HTML, INDEX_CSV, CHECKSUMS})


class ArkivFault(Enum):
    """What is wrong with a file of the folder."""

    MISSING = auto()
    CHANGED = auto()
    EXTRA = auto()  # it was not there when the folder was made
    LINK = auto()  # a link out of the folder, which is not followed
    LISTS_DISAGREE = auto()  # manifest and checksums say different things of it
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class ArkivFinding:
    """Something that is not as it was: which file."""

    kind: ArkivFault
    path: str


@dataclass(frozen=True, slots=True)
class ArkivReport:
    """What was found. `checksums`: sha256 of the list of checksums as it is now."""

    manifest: ArkivManifest
    findings: tuple[ArkivFinding, ...]
    checksums: str


def is_archive(folder: Path) -> bool:
    """Say whether a folder looks like one of ours."""
    return (folder / MANIFEST).is_file() and (folder / CHECKSUMS).is_file()


def check_archive(folder: Path) -> ArkivReport:
    """Return what is wrong with an archive folder; nothing when it is as it was made.

    Raises:
        NotAnArchiveError: it is none, or its lists can't be read.
    """
    name = folder.name
    raw, sums = _list(folder, MANIFEST), _list(folder, CHECKSUMS)
    manifest = from_json(raw, name)
    said = dict(_sums(sums, name))
    findings = [*_disagreements(manifest, said), *_files(folder, said), *_extra(folder, said)]
    return ArkivReport(manifest, tuple(findings), hashlib.sha256(sums).hexdigest())


def _list(folder: Path, name: str) -> bytes:
    path = folder / name
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST_LIST:
            raise NotAnArchiveError(folder.name)
        return path.read_bytes()
    except OSError as error:
        raise NotAnArchiveError(folder.name) from error


def _sums(data: bytes, name: str) -> Iterator[tuple[str, str]]:
    """Yield path and checksum of each line of the list."""
    try:
        lines = data.decode("utf-8").removesuffix("\n").split("\n")
    except UnicodeDecodeError as error:
        raise NotAnArchiveError(name) from error
    for line in lines:
        digest, space, path = line.partition("  ")
        if not (space and is_inside(path)):
            raise NotAnArchiveError(name)
        yield path, digest


def _disagreements(manifest: ArkivManifest, said: dict[str, str]) -> Iterator[ArkivFinding]:
    for one in manifest.filer:
        if said.get(one.path) != one.sha256:
            yield ArkivFinding(ArkivFault.LISTS_DISAGREE, one.path)
    listed = {one.path for one in manifest.filer} | _LISTS
    for path in sorted(said.keys() - listed):
        yield ArkivFinding(ArkivFault.LISTS_DISAGREE, path)
    for path in sorted(_LISTS - {CHECKSUMS} - said.keys()):
        yield ArkivFinding(ArkivFault.LISTS_DISAGREE, path)


def _files(folder: Path, said: dict[str, str]) -> Iterator[ArkivFinding]:
    for path, digest in said.items():
        file = folder / path
        if _leads_out(folder, file):
            yield ArkivFinding(ArkivFault.LINK, path)
        elif not _is_there(file):
            yield ArkivFinding(ArkivFault.MISSING, path)
        else:
            yield from _file(file, path, digest)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a name that is too long for the system
        return False


def _file(file: Path, path: str, digest: str) -> Iterator[ArkivFinding]:
    try:
        with file.open("rb") as opened:
            found = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        yield ArkivFinding(ArkivFault.UNREADABLE, path)
        return
    if found != digest:
        yield ArkivFinding(ArkivFault.CHANGED, path)


def _extra(folder: Path, said: dict[str, str]) -> Iterator[ArkivFinding]:
    for inside, folders, names in os.walk(folder):
        folders.sort()
        linked = [one for one in folders if (Path(inside) / one).is_symlink()]
        for name in sorted((*names, *linked)):
            path = (Path(inside) / name).relative_to(folder).as_posix()
            if path not in said and path != CHECKSUMS:
                yield ArkivFinding(ArkivFault.EXTRA, path)


def _leads_out(folder: Path, file: Path) -> bool:
    """Say whether a path, or a folder on the way to it, is a link."""
    steps = [file, *file.parents]
    inside = steps[: steps.index(folder)]
    try:
        return any(step.is_symlink() for step in inside)
    except OSError:
        return False  # there is no such file either
