"""What is seen of a file without reading all of it: its kind, what to warn of, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.filtext.kinds import FileKind, is_disguised, kind_of
from nämnd.filtext.package import LockedError, Package
from nämnd.filtext.values import Warning as Told
from nämnd.filtext.xml_text import DefinesEntitiesError, local, parsed
from nämnd.läsning.decoding import decode
from nämnd.läsning.zip_limits import opened_zip

MOST_BYTES = 200 * 1024 * 1024
_ZIPPED = (FileKind.WORD, FileKind.EXCEL, FileKind.POWERPOINT, FileKind.ODF)
_MACROS = re.compile(r"vba(Project\.bin|Data\.xml)$|^xl/macrosheets/|/activeX/|^(Basic|Scripts)/")
_MACROS_OLE = "_VBA_PROJECT".encode("utf-16-le")  # a name in the directory
_OUTSIDE = re.compile(r"\s*(https?:|ftp:|mhtml:|//|\\\\|file:/{2,}\\\\)", re.IGNORECASE)
_WEB = re.compile(r"\s*(https?:|ftp:|mhtml:)", re.IGNORECASE)
_LINKS = frozenset(("hyperlink",))
_LOCAL = frozenset(("attachedTemplate", "externalLinkPath", "externalLink"))
"""Mostly a template or a workbook on the sender's own server: only one on the web is told of."""
_STARTS = re.compile(rb"instrText[^>]*>[^<]*\b(DDE|DDEAUTO)\b")
_EXECUTABLE = b"This program cannot be run in DOS mode"
_MOST_PART = 32 * 1024 * 1024
_MOST_EMBEDDED = 50


@dataclass(frozen=True, slots=True)
class Look:
    """A file at a glance. `title` and `heading`: what it calls itself, «» when it doesn't."""

    kind: FileKind
    warnings: tuple[Told, ...] = ()
    title: str = ""
    heading: str = ""
    pages: int | None = None


@dataclass(slots=True)
class _Seen:
    """What has been seen of the content."""

    warnings: set[Told] = field(default_factory=set[Told])
    title: str = ""
    heading: str = ""
    pages: int | None = None


def look_at(data: bytes, name: str) -> Look:
    """Return what is seen at a glance. Never raises on any bytes."""
    if len(data) > MOST_BYTES:
        return Look(FileKind.UNKNOWN, (Told.TOO_LARGE,))
    kind = kind_of(data, name)
    seen = _of_content(data, kind)
    if kind is FileKind.PROGRAM:
        seen.warnings.add(Told.PROGRAM)
    if is_disguised(kind, name):
        seen.warnings.add(Told.DISGUISED)
    return Look(kind, ordered(seen.warnings), seen.title, seen.heading, seen.pages)


def ordered(found: set[Told]) -> tuple[Told, ...]:
    """Return warnings in the order of the list of them."""
    return tuple(one for one in Told if one in found)


def _of_content(data: bytes, kind: FileKind) -> _Seen:
    match kind:
        case FileKind.PDF:
            return _of_pdf(data)
        case FileKind.WORD | FileKind.EXCEL | FileKind.POWERPOINT | FileKind.ODF:
            return _of_package(data)
        case FileKind.OLD_OFFICE:
            return _Seen({Told.MACROS} if _MACROS_OLE in data else set())
        case FileKind.LOCKED:
            return _Seen({Told.LOCKED})
        case FileKind.HTML:
            return _of_html(decode(data))
        case FileKind.RTF:
            from nämnd.filtext.rtf import rtf_fetches

            return _Seen({Told.EXTERNAL} if rtf_fetches(data) else set())
        case FileKind.ARCHIVE:
            return _Seen({Told.DAMAGED} if _is_damaged_zip(data) else set())
        case FileKind.PICTURE:
            return _Seen({Told.PROGRAM} if _is_scripted_svg(data) else set())
        case _:
            return _Seen()


def _of_pdf(data: bytes) -> _Seen:
    from nämnd.filtext.pdf_text import pdf_glance, pdf_warnings

    title, pages = pdf_glance(data)
    return _Seen(set(pdf_warnings(data)), title, pages=pages)


def _is_damaged_zip(data: bytes) -> bool:
    """Say whether a zip can't be opened; one that is large is none the worse, and is not read."""
    try:
        opened_zip(data, "", too_large=Unreadable.TOO_LARGE)
    except ForeignFileError as error:
        return data.startswith(b"PK") and error.why is Unreadable.TRUNCATED
    return False


def _is_scripted_svg(data: bytes) -> bool:
    return b"<svg" in data[:1024].lower() and b"<script" in data.lower()


def _of_html(html: str) -> _Seen:
    from nämnd.post.html_text import read_page

    page = read_page(html)
    seen = _Seen({Told.EXTERNAL} if page.fetches else set(), page.title, page.heading)
    if page.scripted:
        seen.warnings.add(Told.PROGRAM)
    return seen


def _of_package(data: bytes) -> _Seen:
    from nämnd.filtext.heading import first_heading

    try:
        package = Package(data)
        return _Seen(_package_warnings(package), _package_title(package), first_heading(package))
    except ForeignFileError as error:
        large = error.why is Unreadable.TOO_LARGE
        return _Seen({Told.TOO_LARGE if large else Told.DAMAGED})
    except LockedError:
        return _Seen({Told.LOCKED})
    except DefinesEntitiesError:
        return _Seen({Told.DAMAGED})


def _package_warnings(package: Package) -> set[Told]:
    found: set[Told] = set()
    if any(_MACROS.search(name) for name in package.names):
        found.add(Told.MACROS)
    if _fetches(package):
        found.add(Told.EXTERNAL)
    if _carries_program(package):
        found.add(Told.PROGRAM)
    if b"encryption-data" in (package.part("META-INF/manifest.xml", _MOST_PART) or b""):
        found.add(Told.LOCKED)
    return found


def _fetches(package: Package) -> bool:
    if "xl/connections.xml" in package.names:
        return True
    if _STARTS.search(package.part("word/document.xml", _MOST_PART) or b""):
        return True
    return any(
        one.external and one.kind not in _LINKS and _is_outside(one.kind, one.target)
        for name in package.names
        if name.endswith(".rels")
        for one in package.relations(name.replace("_rels/", "").removesuffix(".rels")).values()
    )


def _is_outside(kind: str, target: str) -> bool:
    return bool((_WEB if kind in _LOCAL else _OUTSIDE).match(target))


def _carries_program(package: Package) -> bool:
    embedded = [name for name in package.names if "/embeddings/" in name and name.endswith(".bin")]
    return any(
        _EXECUTABLE in (package.part(name, _MOST_PART) or b"")
        for name in sorted(embedded)[:_MOST_EMBEDDED]
    )


def _package_title(package: Package) -> str:
    """Return the title that is written in the file's properties."""
    for path in ("docProps/core.xml", "meta.xml"):
        xml = package.part(path, _MOST_PART)
        root = parsed(xml) if xml else None
        for one in root.iter() if root is not None else ():
            if local(one.tag) == "title" and one.text and one.text.strip():
                return " ".join(one.text.split())
    return ""
