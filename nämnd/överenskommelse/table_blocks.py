"""Where in a text a table is: its rows, one after another, and the row that says what they sum to.

A name may be broken over lines: «Västra» and «Götaland 1 724 529», or «Västra 1 724 529» and
«Götaland». Which it is, the names of the regions say.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nämnd.överenskommelse.names import REGIONS, recipient_key
from nämnd.överenskommelse.rules import MOST_ROWS
from nämnd.överenskommelse.table_lines import Line, Token

_MOST_PART = 40  # letters of a line that may be a part of a name
_MOST_HEAD = 15  # lines of a head that is repeated on the next page


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its whole name."""

    name: str
    tokens: tuple[Token, ...]
    page: int
    at: int  # the line
    cells: tuple[str, ...] = ()


@dataclass(slots=True)
class Block:
    """Rows that follow each other, and the last row that says what they are in all."""

    rows: list[Row] = field(default_factory=list[Row])
    total: Row | None = None


@dataclass(slots=True)
class _Finder:
    """Puts the blocks together, line by line."""

    found: list[Block] = field(default_factory=list[Block])
    block: Block = field(default_factory=Block)
    between: list[Line] = field(default_factory=list[Line])  # words since the last row

    def read(self, line: Line, at: int) -> None:
        """Take the next line."""
        if not line.text.strip():
            return
        if not line.is_row:
            self._words(line)
        elif line.name or self.between:
            self._row(line, at)
        elif len(line.tokens) > 1:  # one alone is the number of the page
            self.close()

    def close(self) -> None:
        """End the block."""
        if self.block.rows:
            self.found.append(self.block)
        self.block, self.between = Block(), []

    def _words(self, line: Line) -> None:
        self.between.append(line)
        most = _MOST_HEAD if self._is_new_page(line) else 1
        if len(self.between) > most or (most == 1 and not _is_part(line)):
            kept = self.between[-1:] if _is_part(line) and not self.block.rows else []
            self.close()
            self.between = kept

    def _row(self, line: Line, at: int) -> None:
        name = self._named(line)
        row = Row(name, line.tokens, line.page, at, line.cells)
        self.between = []
        if line.is_total:  # of nothing, when there are no rows
            self.block.total = row
            self.close()
        elif name and len(self.block.rows) < MOST_ROWS:
            self.block.rows.append(row)

    def _named(self, line: Line) -> str:
        """Return the name of a row, and give the words before it to the row that they are of."""
        if not self.between or line.is_total:
            return line.name
        part = self.between[-1].text.strip()
        if not self.block.rows:
            return line.name or (part if _is_part(self.between[-1]) else "")
        together = _joined(part, line.name)
        if not line.name or recipient_key(together) in REGIONS:
            return together
        last = self.block.rows[-1]
        before = _joined(last.name, part)
        alone = len(self.between) == 1
        if recipient_key(before) in REGIONS and alone:
            self.block.rows[-1] = replace(last, name=before)
            return line.name
        whole = recipient_key(line.name) in REGIONS or self._is_new_page(line) or not alone
        return line.name if whole else together

    def _is_new_page(self, line: Line) -> bool:
        return bool(self.block.rows) and line.page != self.block.rows[-1].page


def find_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of rows in a text, in order."""
    finder = _Finder()
    for at, line in enumerate(lines):
        finder.read(line, at)
    finder.close()
    return finder.found


def _is_part(line: Line) -> bool:
    words = line.text.strip()
    return len(words) <= _MOST_PART and words[0].isalpha() and not words.endswith((".", ":"))


def _joined(first: str, last: str) -> str:
    return f"{first[:-1]}{last}" if first.endswith("-") else f"{first} {last}".strip()
