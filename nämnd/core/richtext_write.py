"""Running text to its Markdown source."""

import re
import unicodedata

from nämnd.core.richtext_normal import normalise
from nämnd.core.richtext_types import Paragraph, RichText, Run, Runs, TextList, TextTable

_ESCAPED = re.compile(r"[\\`*_\[\]|<]|&(?=#?\w+;)|~(?=~)")
_BLOCK_MARK = re.compile(r"(?:[-+#>=~]|\d{1,9}[.)])")
_BULLETS, _NUMBERS = ("-", "+"), (".", ")")  # two lists side by side must differ in their marks
_APART = "[]()"  # a link without text: nothing to see, yet it parts two marks


def write(text: RichText) -> str:
    """Return the source of `text`, normalised; `parse` reads it back."""
    sources: list[str] = []
    side_by_side = 0
    previous: TextList | None = None
    for block in normalise(text):
        match block:
            case Paragraph(runs):
                sources.append(_line(runs))
                previous = None
            case TextList():
                same = previous is not None and previous.ordered == block.ordered
                side_by_side = 1 - side_by_side if same else 0
                sources.append(_list(block, side_by_side))
                previous = block
            case TextTable(rows):
                sources.append(_table(rows))
                previous = None
    return "\n\n".join(sources)


def _line(runs: Runs) -> str:
    """Return runs as one line that begins as text, not as a list, heading or quotation."""
    source = _runs(runs)
    mark = _BLOCK_MARK.match(source)
    if mark is None:
        return source
    at = mark.end() - 1
    return f"{source[:at]}\\{source[at:]}"


def _list(block: TextList, side_by_side: int) -> str:
    if block.ordered:
        mark = _NUMBERS[side_by_side]
        lines = [f"{n}{mark} {_line(item)}" for n, item in enumerate(block.items, start=1)]
    else:
        lines = [f"{_BULLETS[side_by_side]} {_line(item)}" for item in block.items]
    return "\n".join(lines)


def _table(rows: tuple[tuple[Runs, ...], ...]) -> str:
    lines = [f"| {' | '.join(map(_runs, row))} |" for row in rows]
    rule = f"|{' --- |' * len(rows[0])}"
    return "\n".join((lines[0], rule, *lines[1:]))


def _runs(runs: Runs) -> str:
    """Return runs as one line of source, each styled run in marks of its own."""
    parts: list[Runs] = []
    for run in runs:
        if parts and parts[-1][-1].href == run.href and not _need_apart(parts[-1][-1], run):
            parts[-1] += (run,)
        else:
            parts.append((run,))
    return "".join(
        (_APART if index and part[0].href is parts[index - 1][0].href is None else "") + _part(part)
        for index, part in enumerate(parts)
    )


def _part(runs: Runs) -> str:
    """Return runs of one link, or of none, that can stand side by side."""
    label = "".join(f"{_mark(run)}{_escape(run.text)}{_mark(run)}" for run in runs)
    href = runs[0].href
    if href is None:
        return label
    address = re.sub(r"[&*_\[\]]", r"\\\g<0>", href)
    return f"[{label}](<{address}>)" if re.search(r"[()]", href) else f"[{label}]({address})"


def _mark(run: Run) -> str:
    return "*" * (2 * run.bold + run.italic)


def _need_apart(before: Run, after: Run) -> bool:
    """Tell whether the marks between two runs would be misread as they stand.

    Markdown reads a mark beside a letter and a sign as pointing the other way: in `a**(b)**` the
    first mark can't open. Two marks in a row would be one.
    """
    if _mark(before) and _mark(after):
        return True
    left, right = before.text[-1], after.text[0]
    if _mark(after):
        return _is_sign(right) and not (left.isspace() or _is_sign(left))
    return _is_sign(left) and not (right.isspace() or _is_sign(right))


def _is_sign(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"


def _escape(text: str) -> str:
    return _ESCAPED.sub(r"\\\g<0>", text)
