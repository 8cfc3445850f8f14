"""Running text: paragraphs, flat lists, simple tables; bold, italic and links inside them.

It is kept as a small subset of Markdown, so that a row, the exchange format and a difference are
readable as they stand: `**fet**`, `*kursiv*`, `[länk](https://…)`, `- punkt`, `1. punkt` and
`| tabell |`. Everything else in a source is literal text, headings and HTML too, and what `write`
makes means the same to any other reader of Markdown.

`parse(write(text)) == normalise(text)` for every value; `parse` takes any string at all.
"""

from nämnd.core.richtext_normal import (
    allowed_href,
    clean_lines,
    clean_text,
    normalise,
    normalise_runs,
)
from nämnd.core.richtext_parse import parse
from nämnd.core.richtext_types import (
    Paragraph,
    RichText,
    Run,
    Runs,
    TextBlock,
    TextList,
    TextTable,
)
from nämnd.core.richtext_write import write

__all__ = [
    "Paragraph",
    "RichText",
    "Run",
    "Runs",
    "TextBlock",
    "TextList",
    "TextTable",
    "allowed_href",
    "clean_lines",
    "clean_text",
    "from_plain",
    "normalise",
    "normalise_runs",
    "parse",
    "plain_runs",
    "plain_text",
    "write",
]


def from_plain(text: str) -> str:
    """Return the source of plain `text`: nothing in it is markup.

    An empty line starts a new paragraph; a line break inside a paragraph becomes a space.
    """
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return write(tuple(Paragraph((Run(" ".join(lines)),)) for lines in paragraphs))


def plain_runs(runs: Runs) -> str:
    """Return the text of `runs` without its styles and addresses."""
    return "".join(run.text for run in runs)


def plain_text(source: str) -> str:
    """Return a source as text to read or search: no markup, an empty line between blocks.

    A list has one line an item («– » or «1. » first), a table one line a row, cells between tabs.
    """
    return "\n\n".join(_plain_block(block) for block in parse(source))


def _plain_block(block: TextBlock) -> str:
    match block:
        case Paragraph(runs):
            return plain_runs(runs)
        case TextList(items, ordered):
            marks = [f"{n}. " if ordered else "– " for n in range(1, len(items) + 1)]
            return "\n".join(
                mark + plain_runs(item) for mark, item in zip(marks, items, strict=True)
            )
        case TextTable(rows):
            return "\n".join("\t".join(plain_runs(cell) for cell in row) for row in rows)
