"""A zip of XML (Word, Excel, PowerPoint, OpenDocument), opened with care."""

import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.filtext.xml_text import parsed
from nämnd.läsning.zip_limits import opened_zip

DAMAGED_ZIP = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)
_MOST_RELATIONS = 2 * 1024 * 1024  # bytes of one list of relations
_MOST_READ = 500 * 1024 * 1024  # bytes: parts can refer to each other over and over


class LockedError(Exception):
    """A part is encrypted."""


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to. `target` is a path in the zip, or outside it when `external`."""

    key: str
    kind: str  # the last word of its type: «image», «hyperlink»
    target: str
    external: bool


class Package:
    """An opened zip. `names`: its parts."""

    def __init__(self, data: bytes, name: str = "") -> None:
        """Open it.

        Raises:
            ForeignFileError: cut off, damaged, or it unpacks to too much.
        """
        self._zip = opened_zip(data, name, too_large=Unreadable.TOO_LARGE)
        self.names = frozenset(self._zip.namelist())
        self._room = _MOST_READ

    def part(self, path: str, most: int | None = None) -> bytes | None:
        """Return a part; None when there is none, it is damaged or larger than `most` bytes.

        None too when so much has been read that the file must be a trap.

        Raises:
            LockedError: it is encrypted.
        """
        try:
            found = self._zip.getinfo(path)
            if found.file_size > (self._room if most is None else min(most, self._room)):
                return None
            self._room -= found.file_size
            return self._zip.read(found)
        except (KeyError, *DAMAGED_ZIP):
            return None
        except RuntimeError as error:  # zipfile: a password is required
            raise LockedError from error

    def under(self, folder: str, pattern: str) -> list[str]:
        """Return the parts in `folder` whose name matches, in the order of their numbers."""
        found = [name for name in self.names if re.fullmatch(re.escape(folder) + pattern, name)]
        return sorted(found, key=lambda name: (int("0" + re.sub(r"\D", "", name)[-9:]), name))

    def relations(self, path: str) -> Mapping[str, Relation]:
        """Return what the part at `path` refers to, by id."""
        folder, _, last = path.rpartition("/")
        rels = self.part(f"{folder}/_rels/{last}.rels".lstrip("/"), _MOST_RELATIONS)
        root = parsed(rels) if rels else None
        found = [_relation(one, folder) for one in root] if root is not None else []
        return {one.key: one for one in found}


def names_in(data: bytes) -> frozenset[str] | None:
    """Return the names of the parts of a zip; None when it can't be opened."""
    try:
        return frozenset(opened_zip(data, "", too_large=Unreadable.TOO_LARGE).namelist())
    except ForeignFileError:
        return None


def _relation(element: ET.Element, folder: str) -> Relation:
    target = element.get("Target", "")
    external = element.get("TargetMode", "") == "External"
    if not external:
        joined = target if target.startswith("/") else f"{folder}/{target}"
        target = posixpath.normpath(joined).lstrip("/")
    kind = element.get("Type", "").rsplit("/", 1)[-1]
    return Relation(element.get("Id", ""), kind, target, external)
