"""What is seen of a file without reading all of it: its kind, what to warn of, its title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nämnd.core.errors import ForeignFileError
from nämnd.filtext.kinds import FileKind, is_disguised, kind_of
from nämnd.filtext.package import LockedError, Package
from nämnd.filtext.values import Warning  # noqa: A004 - what the user is told is one
from nämnd.filtext.xml_text import DefinesEntitiesError, local, parsed
from nämnd.läsning.decoding import decode

MOST_BYTES = 200 * 1024 * 1024
_ZIPPED = (FileKind.WORD, FileKind.EXCEL, FileKind.POWERPOINT, FileKind.ODF)
_MACROS = re.compile(r"vba(Project\.bin|Data\.xml)$|^xl/macrosheets/|/activeX/|^(Basic|Scripts)/")
_MACROS_OLE = ("_VBA_PROJECT", "VBA", "Macros")
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
    """A file at a glance. `title`: what it calls itself, «» when it doesn't."""

    kind: FileKind
    warnings: tuple[Warning, ...] = ()
    title: str = ""


def look_at(data: bytes, name: str) -> Look:
    """Return what is seen at a glance. Never raises on any bytes."""
    if len(data) > MOST_BYTES:
        return Look(FileKind.UNKNOWN, (Warning.TOO_LARGE,))
    kind = kind_of(data, name)
    found, title = _of_content(data, kind)
    if kind is FileKind.PROGRAM:
        found.add(Warning.PROGRAM)
    if is_disguised(kind, name):
        found.add(Warning.DISGUISED)
    return Look(kind, ordered(found), title)


def ordered(found: set[Warning]) -> tuple[Warning, ...]:
    """Return warnings in the order of the list of them."""
    return tuple(one for one in Warning if one in found)


def _of_content(data: bytes, kind: FileKind) -> tuple[set[Warning], str]:
    match kind:
        case FileKind.PDF:
            from nämnd.filtext.pdf_text import pdf_title, pdf_warnings

            return set(pdf_warnings(data)), pdf_title(data)
        case FileKind.WORD | FileKind.EXCEL | FileKind.POWERPOINT | FileKind.ODF:
            return _of_package(data)
        case FileKind.OLD_OFFICE:
            macros = any(one.encode("utf-16-le") + b"\0\0" in data for one in _MACROS_OLE)
            return ({Warning.MACROS} if macros else set()), ""
        case FileKind.LOCKED:
            return {Warning.LOCKED}, ""
        case FileKind.HTML:
            return _of_html(decode(data))
        case FileKind.RTF:
            from nämnd.filtext.rtf import rtf_fetches

            return ({Warning.EXTERNAL} if rtf_fetches(data) else set()), ""
        case FileKind.PICTURE:
            scripted = b"<svg" in data[:1024].lower() and b"<script" in data.lower()
            return ({Warning.PROGRAM} if scripted else set()), ""
        case _:
            return set(), ""


def _of_html(html: str) -> tuple[set[Warning], str]:
    from nämnd.post.html_text import read_page

    page = read_page(html)
    found = {Warning.EXTERNAL} if page.fetches else set[Warning]()
    if page.scripted:
        found.add(Warning.PROGRAM)
    return found, page.heading or page.title


def _of_package(data: bytes) -> tuple[set[Warning], str]:
    try:
        package = Package(data)
        return _package_warnings(package), _package_title(package)
    except ForeignFileError:
        return {Warning.DAMAGED}, ""
    except LockedError:
        return {Warning.LOCKED}, ""
    except DefinesEntitiesError:
        return {Warning.DAMAGED}, ""


def _package_warnings(package: Package) -> set[Warning]:
    found: set[Warning] = set()
    if any(_MACROS.search(name) for name in package.names):
        found.add(Warning.MACROS)
    if _fetches(package):
        found.add(Warning.EXTERNAL)
    if _carries_program(package):
        found.add(Warning.PROGRAM)
    if b"encryption-data" in (package.part("META-INF/manifest.xml", _MOST_PART) or b""):
        found.add(Warning.LOCKED)
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
