"""What the columns of a table are called, when all that is left of its head are lines of words.

A name begins with a capital and goes on over lines. The names are as many as the columns, or as
those that are no percentages; one more when the first says who gets the money. Where they don't
count up, those that stand last are the names of the last columns: money stands there.
"""

import re
from collections.abc import Sequence

from nämnd.överenskommelse.table_lines import Line

_MOST_LINES = 30  # of a head
_RECIPIENT = re.compile(
    r"(?:region(?:er)?|landsting|län|kommun(?:er)?|huvudman|huvudmän|mottagare|bidragsmottagare)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\s*(?:bilaga|tabell)\s+\d+[.:]?\s*", re.IGNORECASE)
_ANNEX = re.compile(r"\s*bilaga\s+\d+[.:]?\s*(.*)", re.IGNORECASE)
_MEANS = re.compile(r"tabell\s+(\d+)\s+avser\s+(.+)", re.IGNORECASE)
_BREAK = re.compile(r"(?<=[a-zåäö])-\s+(?=[a-zåäö])")
_UNITS = {"antal", "kr", "kronor", "tkr", "mnkr", "procent", "%", "(kr)", "(tkr)"}
_BULLETS = ("• ", "- ", "– ", "\N{MINUS SIGN} ", "\N{BLACK SMALL SQUARE} ")
_ENDS = (".", ":", ";", "?", "!")
_UNIT = re.compile(
    r"(?:belopp\w*(?: anges)? i |\(|^\s*i? ?)(tkr|tusental kronor|tusen kronor|m(?:n)?kr"
    r"|miljoner kronor)(?:\W|$)",
    re.IGNORECASE,
)
_NEAR = 12  # lines over a table that say in what it counts
_MOST_NAME = 120


def above(lines: Sequence[Line], first: int) -> list[str]:
    """Return the lines of the head of the table whose first row is `lines[first]`, in order.

    It ends upwards at a title, at a sentence, or at another table.
    """
    found: list[str] = []
    for line in reversed(lines[max(first - _MOST_LINES, 0) : first]):
        words = line.text.strip()
        if line.is_total or _is_foreign(words):
            break
        if words and not _is_unit(words):
            found.append(words)
    found.reverse()
    starts = [place for place, words in enumerate(found) if _RECIPIENT.match(words)]
    return found[starts[-1] :] if starts else found


def cell_names(lines: Sequence[Line], first: int, count: int) -> list[str]:
    """Return a name for each column of a table whose columns are told apart, from its head."""
    found = [""] * count
    for line in reversed(lines[max(first - _MOST_LINES, 0) : first]):
        if line.is_row or (line.text.strip() and not line.cells):
            break
        words = (*line.cells[1:], *[""] * count)[:count]
        found = [_clean(f"{over} {under}") for over, under in zip(words, found, strict=True)]
    return found


def title(lines: Sequence[Line], first: int) -> str:
    """Return the title of the table whose first row is `lines[first]`: of its annex."""
    for place in range(first - 1, max(first - 2 * _MOST_LINES, -1), -1):
        found = _ANNEX.fullmatch(lines[place].text.strip())
        if found is None:
            continue
        after = (line.text.strip() for line in lines[place + 1 : place + 3])
        words = found[1] or next(filter(None, after), "")
        return words.rstrip(".").strip()
    return ""


def unit(lines: Sequence[Line], first: int) -> int:
    """Return how many kronor an amount counts: 1000 where the text over the table says «tkr»."""
    for line in lines[max(first - _NEAR, 0) : first]:
        found = _UNIT.search(line.text)
        if found:
            return 1000 if found[1].casefold().startswith("t") else 10**6
    return 1


def column_names(head: Sequence[str], shares: Sequence[bool]) -> list[str]:
    """Return a name for each column, empty where none can be told.

    Args:
        head: its lines.
        shares: for each column, whether it is one of percentages.
    """
    names = _of_columns(head)
    count = len(shares)
    money = [place for place, share in enumerate(shares) if not share]
    for places in (list(range(count)), money):
        if len(names) in (len(places), len(places) + 1):
            return _at(places, names[-len(places) :], count)
    last = money[-len(names) :] if names else []
    return _at(last, names[-len(last) :] if last else [], count)


def meanings(lines: Sequence[Line], first: int) -> dict[str, str]:
    """Return what the text over the table says that «Tabell 1» and «Tabell 2» are."""
    said = " ".join(line.text.strip() for line in lines[max(first - _MOST_LINES, 0) : first])
    found: dict[str, str] = {}
    for part in re.split(r"[\N{MINUS SIGN}•–]\s", said):
        match = _MEANS.match(part.strip())
        if match:
            words = _clean(re.split(r"\s+Tabell\s+\d+\s+Tabell", match[2])[0])
            found[f"Tabell {match[1]}"] = words[:1].upper() + words[1:]
    return found


def count_of(head: Sequence[str]) -> int:
    """Return how many columns a head names, beside the one that says who gets the money."""
    return len(_of_columns(head))


def _of_columns(head: Sequence[str]) -> list[str]:
    names = _names(head)
    return names[1:] if len(names) > 1 and _RECIPIENT.match(names[0]) else names


def _is_foreign(words: str) -> bool:
    titled = bool(_TITLE.match(words)) and not _is_pair(words)
    return titled or words.endswith(_ENDS) or words.startswith(_BULLETS)


def _is_unit(words: str) -> bool:
    """Say whether a line only says what is counted, under the names: «Antal Antal Antal»."""
    return set(words.casefold().split()) <= _UNITS


def _is_pair(words: str) -> bool:
    """Say whether a line is «Tabell 1  Tabell 2»: names of columns."""
    return len(re.findall(r"tabell\s+\d", words, re.IGNORECASE)) > 1


def _names(head: Sequence[str]) -> list[str]:
    """Return the names in a head: each begins with a capital letter."""
    said = " ".join(head)
    parts = re.split(r"\s+(?=[A-ZÅÄÖ][a-zåäö-])|\s{2,}", said)
    names = [words for part in parts if (words := _clean(part))]
    return names[1:] if names and names[0][0].islower() else names  # the end of a sentence


def _clean(words: str) -> str:
    one = _BREAK.sub("", " ".join(words.split()))
    return one.rstrip("*").strip()[:_MOST_NAME]


def _at(places: Sequence[int], names: Sequence[str], count: int) -> list[str]:
    found = [""] * count
    for place, name in zip(places, names, strict=True):
        found[place] = name
    return found
