"""The text of an RTF file. Source: Rich Text Format Specification 1.9.1."""

import re

from nämnd.filtext.xml_text import MOST_TEXT

_TOKEN = re.compile(
    r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|'(?P<hex>[0-9a-fA-F]{2})|(?P<symbol>[^a-zA-Z]))"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+",
    re.DOTALL,
)
_SILENT = frozenset(
    (
        "fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "objdata", "themedata",
        "datastore", "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "filetbl",
        "latentstyles", "xmlnstbl", "fldinst", "colorschememapping", "bkmkstart", "bkmkend",
    )
)  # fmt: skip
_CHARACTERS = {
    "par": "\n", "line": "\n", "row": "\n", "sect": "\n", "page": "\n", "cell": "\t", "tab": "\t",
    "endash": "–", "emdash": "—", "bullet": "•", "lquote": "\u2018", "rquote": "\u2019",
    "ldblquote": "“",

    "rdblquote": "”", "emspace": " ", "enspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\n": "\n", "\r": "\n"}
_FETCHES = re.compile(
    rb"\\(objautlink|objupdate|objlink)\b|\\template[^}]{0,40}https?:", re.IGNORECASE
)


def rtf_text(data: bytes) -> str:
    """Return the text of `data`, at most `MOST_TEXT` characters of it. Never raises."""
    reader = _Reader()
    for token in _TOKEN.finditer(data.decode("cp1252", errors="replace")):
        reader.take(token)
        if reader.size > MOST_TEXT:
            break
    return "".join(reader.pieces)


def rtf_fetches(data: bytes) -> bool:
    """Say whether it refers to something outside that Word would fetch by itself."""
    return bool(_FETCHES.search(data))


class _Reader:
    """The state of reading: whether a group is silent, and what is skipped."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.size = 0
        self._groups: list[tuple[bool, int]] = []
        self._silent, self._after_unicode = False, 1
        self._skip = 0

    def take(self, token: re.Match[str]) -> None:
        """Take the next piece."""
        if token["brace"]:
            self._brace(token["brace"])
        elif token["word"]:
            self._word(token["word"], token["number"])
        elif token["hex"]:
            self._add(bytes((int(token["hex"], 16),)).decode("cp1252", errors="replace"))
        elif token["symbol"]:
            self._symbol(token["symbol"])
        elif token["text"]:
            self._add(token["text"])

    def _brace(self, brace: str) -> None:
        self._skip = 0
        if brace == "{":
            self._groups.append((self._silent, self._after_unicode))
        elif self._groups:
            self._silent, self._after_unicode = self._groups.pop()

    def _word(self, word: str, number: str | None) -> None:
        if word in _SILENT:
            self._silent = True
        elif word == "uc":
            self._after_unicode = min(int(number or 1), 8)
        elif word == "u" and number:
            self._add(_letter(int(number)))
            self._skip = max(self._after_unicode, 0)
        elif word in _CHARACTERS:
            self._add(_CHARACTERS[word])

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._silent = True
        else:
            self._add(_SYMBOLS.get(symbol, ""))

    def _add(self, text: str) -> None:
        if self._skip:
            skipped = min(self._skip, len(text))
            self._skip, text = self._skip - skipped, text[skipped:]
        if not self._silent and text:
            self.size += len(text)
            self.pieces.append(text)


def _letter(number: int) -> str:
    """Return the letter of 16 bits with a sign; half of a pair is joined later."""
    return chr(number % 0x10000)
