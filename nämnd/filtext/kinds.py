"""What kind of file something is, by its content: a name can say anything."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum

from nämnd.bilaga.names import suffix_of
from nämnd.filtext.package import names_in
from nämnd.läsning.decoding import looks_binary
from nämnd.läsning.kinds import OLE_MARK

_HEAD = 1024  # bytes; a PDF's mark may stand that far in (ISO 32000-1 7.5.2, readers' practice)


class FileKind(StrEnum):
    """A kind of file, as far as its reading goes."""

    EMPTY = "tom"
    PDF = "PDF"
    WORD = "Word"
    EXCEL = "Excel"
    POWERPOINT = "PowerPoint"
    ODF = "OpenDocument"
    OLD_OFFICE = "äldre Officefil"
    LOCKED = "låst Officefil"
    TEXT = "text"
    HTML = "webbsida"
    RTF = "RTF"
    MAIL = "e-post"
    PICTURE = "bild"
    ARCHIVE = "arkivfil"
    PROGRAM = "program"
    UNKNOWN = "okänt slag"


_BMP = b"BM"  # a text can begin so too
_MARKS: tuple[tuple[bytes, FileKind], ...] = (
    (b"{\\rtf", FileKind.RTF),
    (b"\x7fELF", FileKind.PROGRAM),
    (b"\xca\xfe\xba\xbe", FileKind.PROGRAM),
    (b"\xfe\xed\xfa\xce", FileKind.PROGRAM),
    (b"\xfe\xed\xfa\xcf", FileKind.PROGRAM),
    (b"\xce\xfa\xed\xfe", FileKind.PROGRAM),
    (b"\xcf\xfa\xed\xfe", FileKind.PROGRAM),
    (b"L\x00\x00\x00\x01\x14\x02\x00", FileKind.PROGRAM),  # a shortcut of Windows
    (b"ITSF", FileKind.PROGRAM),  # compiled help: runs scripts
    (b"#!", FileKind.PROGRAM),
    (b"\x89PNG\r\n", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
    (_BMP, FileKind.PICTURE),
    (b"8BPS", FileKind.PICTURE),
    (b"7z\xbc\xaf\x27\x1c", FileKind.ARCHIVE),
    (b"Rar!", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"MSCF", FileKind.ARCHIVE),
)  # fmt: skip
_PROGRAM_SUFFIXES = frozenset(
    (
        ".app", ".bat", ".chm", ".cmd", ".com", ".cpl", ".dll", ".exe", ".gadget", ".hta", ".img",
        ".iso", ".jar", ".js", ".jse", ".lnk", ".mjs", ".msc", ".msi", ".msix", ".msp", ".pif",
        ".ps1", ".psm1", ".py", ".reg", ".scf", ".scr", ".sct", ".sh", ".sys", ".url", ".vb",
        ".vbe", ".vbs", ".vhd", ".ws", ".wsc", ".wsf", ".wsh", ".xll",
    )
)  # fmt: skip
_LONG_PROGRAM = re.compile(
    r"\.(appref-ms|desktop|library-ms|search-ms|settingcontent-ms|website|command)$", re.IGNORECASE
)
_OLE_PARTS: tuple[tuple[str, FileKind], ...] = (
    ("__properties_version1.0", FileKind.MAIL),
    ("EncryptedPackage", FileKind.LOCKED),
    ("WordDocument", FileKind.OLD_OFFICE),
    ("Workbook", FileKind.OLD_OFFICE),
    ("PowerPoint Document", FileKind.OLD_OFFICE),
)
_ZIPPED: tuple[tuple[str, FileKind], ...] = (
    ("word/document", FileKind.WORD),
    ("xl/workbook", FileKind.EXCEL),
    ("ppt/presentation", FileKind.POWERPOINT),
    ("META-INF/manifest.xml", FileKind.ODF),
    ("META-INF/MANIFEST.MF", FileKind.PROGRAM),  # Java
)
_ZIP_HEAD = 65_536  # bytes
_HEADER = re.compile(rb"\A\s*(From |[A-Za-z][A-Za-z0-9-]{1,60}:[^\r\n]*\r?\n)")
_FEW = 2  # headers of a mail that hardly begin anything else
_OF_MAIL = re.compile(
    rb"^(From|To|Subject|Date|Received|Message-ID|MIME-Version|Return-Path):",
    re.IGNORECASE | re.MULTILINE,
)
_HTML = re.compile(
    rb"\A(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.{0,500}?-->\s*)?"
    rb"<(!doctype\s+html|html|head|body)",
    re.IGNORECASE | re.DOTALL,
)
_SVG = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_PROMISED: Mapping[FileKind, frozenset[str]] = {
    FileKind.PDF: frozenset((".pdf",)),
    FileKind.WORD: frozenset((".docx", ".docm", ".dotx", ".dotm")),
    FileKind.EXCEL: frozenset((".xlsx", ".xlsm", ".xltx", ".xltm")),
    FileKind.POWERPOINT: frozenset((".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm")),
    FileKind.ODF: frozenset((".odt", ".ods", ".odp", ".odg", ".ott", ".ots", ".otp")),
    FileKind.OLD_OFFICE: frozenset((".doc", ".dot", ".xls", ".xlt", ".ppt", ".pps")),
    FileKind.RTF: frozenset((".rtf", ".doc")),  # Word writes both under that name
    FileKind.PICTURE: frozenset(
        (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp", ".heic", ".svg", ".psd")
    ),
    FileKind.TEXT: frozenset((".txt", ".csv", ".md", ".log", ".xml", ".json", ".ics", ".vcf")),
    FileKind.HTML: frozenset((".html", ".htm", ".xhtml")),
    FileKind.MAIL: frozenset((".eml", ".msg", ".mht", ".mhtml")),
    FileKind.ARCHIVE: frozenset((".zip", ".7z", ".rar", ".gz", ".tgz", ".cab")),
}  # fmt: skip
_OFFICE = (".docx", ".docm", ".xlsx", ".xlsm", ".pptx", ".pptm", ".doc", ".xls", ".ppt")
_ANYTHING = frozenset((".txt", ".log", ".md", ".csv", ".xml", ".json"))  # any text is right there


def kind_of(data: bytes, name: str) -> FileKind:
    """Return the kind of `data`. `name` only helps where content says little. Never raises."""
    if not data:
        return FileKind.EMPTY
    found = _by_content(data, suffix_of(name))
    if found in _CERTAIN:
        return found
    if suffix_of(name) in _PROGRAM_SUFFIXES or _LONG_PROGRAM.search(name):
        return FileKind.PROGRAM
    return found


def is_disguised(kind: FileKind, name: str) -> bool:
    """Say whether the name promises another kind of file than it is."""
    suffix = suffix_of(name)
    if kind in (FileKind.PROGRAM, FileKind.EMPTY) or not suffix:
        return kind is FileKind.PROGRAM and _is_promise(suffix)
    if kind is FileKind.LOCKED:
        return _is_promise(suffix) and suffix not in _OFFICE
    if kind is FileKind.HTML and suffix in _ANYTHING:
        return False
    return _is_promise(suffix) and suffix not in _PROMISED.get(kind, frozenset())


_CERTAIN = frozenset(FileKind) - {FileKind.TEXT, FileKind.ARCHIVE, FileKind.UNKNOWN, FileKind.HTML}


def _is_promise(suffix: str) -> bool:
    return any(suffix in suffixes for suffixes in _PROMISED.values())


def _by_content(data: bytes, suffix: str) -> FileKind:
    head = data[:_HEAD]
    if data.startswith(b"PK"):
        return _zip_kind(data, suffix)
    if data.startswith(OLE_MARK):
        return _ole_kind(data, suffix)
    if head.startswith(b"MZ") and looks_binary(data):
        return FileKind.PROGRAM
    for mark, kind in _MARKS:
        if head.startswith(mark) and (mark != _BMP or looks_binary(data)):
            return kind
    if b"%PDF-" in head:
        return FileKind.PDF
    if head[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif") or head[8:12] == b"WEBP":
        return FileKind.PICTURE
    return _text_kind(data, head, suffix)


def _text_kind(data: bytes, head: bytes, suffix: str) -> FileKind:
    if _is_mail(data, suffix):
        return FileKind.MAIL
    if looks_binary(data):
        return FileKind.UNKNOWN
    if _HTML.match(head):
        return FileKind.HTML
    if _SVG.search(head) and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return FileKind.PICTURE
    return FileKind.TEXT


def _is_mail(data: bytes, suffix: str) -> bool:
    """Say whether it begins with headers of which two are those of a mail (one in an .eml).

    A mail that was saved as text has them too, and is text.
    """
    if suffix in _PROMISED[FileKind.TEXT]:
        return False
    head = data[:65_536].lstrip()
    if not _HEADER.match(head):
        return False
    headers = re.split(rb"\r?\n[ \t]*\r?\n", head, maxsplit=1)[0]
    found = {found[1].lower() for found in _OF_MAIL.finditer(headers)}
    return len(found) >= (1 if suffix in _PROMISED[FileKind.MAIL] else _FEW)


def _zip_kind(data: bytes, suffix: str) -> FileKind:
    """Return the kind of a zip by the names of its parts; of a damaged one, by its first bytes.

    Where not even they say it, the name is believed: then the file is read, and found damaged.
    """
    names = names_in(data)
    if names is not None:
        return next((kind for mark, kind in _ZIPPED if _has(names, mark)), FileKind.ARCHIVE)
    head = data[:_ZIP_HEAD]
    marked = next((kind for mark, kind in _ZIPPED if mark.encode() in head), None)
    return marked or _promised(suffix, (kind for _, kind in _ZIPPED)) or FileKind.ARCHIVE


def _promised(suffix: str, kinds: Iterable[FileKind]) -> FileKind | None:
    return next((kind for kind in kinds if suffix in _PROMISED.get(kind, ())), None)


def _has(names: frozenset[str], mark: str) -> bool:
    return any(name.startswith(mark) for name in names)


def _ole_kind(data: bytes, suffix: str) -> FileKind:
    """Return the kind of an OLE file by the names in its directory, else as for a zip."""
    found = next((kind for name, kind in _OLE_PARTS if name.encode("utf-16-le") in data), None)
    return found or _promised(suffix, (kind for _, kind in _OLE_PARTS)) or FileKind.UNKNOWN
