"""Names of files from elsewhere: shown so that they can't deceive, written so that they fit."""

import re
import unicodedata

MOST = 120  # characters of a written name, suffix included: fits every system with folders to spare
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')


def shown_name(name: str) -> str:
    """Return `name` for the screen: one line, no invisible or direction-changing characters."""
    plain = unicodedata.normalize("NFC", name)
    return "".join(char if char.isprintable() else "�" for char in plain) or "namnlös"


def safe_name(title: str, suffix: str = "") -> str:
    """Return a file name for `title` that is safe on every system. `suffix` as «.pdf».

    No folders, no reserved words, no invisible characters, no leading or trailing dots; at most
    `MOST` characters.
    """
    visible = "".join(char for char in unicodedata.normalize("NFC", title) if char.isprintable())
    words = " ".join(_UNSAFE.sub(" ", visible).split()).strip(". -")
    stem = words[: MOST - len(suffix)].rstrip(". -") or "namnlös"
    if _RESERVED.match(stem.split(".")[0]):
        stem = f"_{stem}"
    return stem + suffix


def title_of(name: str) -> str:
    """Return a rubrik for a file: its name without suffix, underscores as spaces."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", shown_name(name))
    return " ".join(stem.replace("_", " ").split()) or "Namnlös"


def suffix_of(name: str) -> str:
    """Return the suffix in lower case («.pdf»), «» when it has none that looks like one."""
    found = re.search(r"\.[A-Za-z0-9]{1,5}$", name)
    return found.group().lower() if found else ""
