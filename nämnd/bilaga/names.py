"""Names of files from elsewhere: shown so that they can't deceive, written so that they fit."""

import re
import unicodedata

MOST = 120  # characters of a written name, suffix included: leaves room for folders on Windows
MOST_BYTES = 255  # in UTF-8: what Linux and macOS take
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|clock\$|(com|lpt)[\d¹²³])", re.IGNORECASE
)
_UNSAFE = re.compile(r'[<>:"/\\|?*]')
_EDGE = ". -~"  # hidden files, options of commands, and what Windows cuts off
# Letters and marks by category, but nothing is seen of them: Hangul fillers, the joiner of marks,
# the empty Braille cell.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


def shown_name(name: str) -> str:
    """Return `name` for the screen: one line, no invisible or direction-changing characters."""
    return _normal("".join(_shown(char) for char in name)) or "namnlös"


def safe_name(title: str, suffix: str = "") -> str:
    """Return a file name for `title` that is safe on every system. `suffix` as «.pdf».

    No folders, no reserved words, no invisible characters, no leading or trailing dots; at most
    `MOST` characters and `MOST_BYTES` bytes. A name made by this function is left as it is.
    """
    visible = "".join(_shown(char) for char in title).replace(_UNKNOWN, "")
    words = " ".join(_UNSAFE.sub(" ", _normal(visible)).split()).strip(_EDGE)
    stem = _cut(words, MOST - len(suffix), MOST_BYTES - len(suffix.encode())) or "namnlös"
    if _RESERVED.fullmatch((stem + suffix).split(".")[0].strip()):
        stem = _cut(f"_{stem}", MOST - len(suffix), MOST_BYTES - len(suffix.encode()))
    return stem + suffix


def title_of(name: str) -> str:
    """Return a rubrik for a file: its name without suffix, underscores as spaces."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", shown_name(name))
    return " ".join(stem.replace("_", " ").split()) or "Namnlös"


def suffix_of(name: str) -> str:
    """Return the suffix in lower case («.pdf»), «» when it has none that looks like one."""
    found = re.search(r"\.[A-Za-z0-9]{1,5}$", name)
    return found.group().lower() if found else ""


def _shown(char: str) -> str:
    if char.isspace():
        return " "
    return char if char.isprintable() and char not in _BLANK else _UNKNOWN


def _normal(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _cut(stem: str, characters: int, size: int) -> str:
    cut = stem[:characters].encode()[:size].decode(errors="ignore")
    return cut.rstrip(_EDGE)
