"""Where a dagordning ends: at signatures, another document, a new page, a space after the last."""

import re
from collections.abc import Sequence
from itertools import pairwise

from nämnd.läsning.entries import is_bilaga
from nämnd.läsning.facts import is_signature
from nämnd.läsning.headings import Section, heading_of
from nämnd.läsning.lines import Line, usual_blanks
from nämnd.läsning.markers import marker_of, sub_marker_of

_LONGEST_LAST = 60  # lines of the last punkt when nothing marks the end
_SHORTEST_LAST = 10
_FOOT = 14  # lines of signatures
_FEW = 3  # lines that are left of the file: no document of its own
_FAR = 2  # empty lines more than usual
_NAME = 80  # characters


def end_of(lines: Sequence[Line], places: Sequence[int], breaks: Sequence[int]) -> tuple[int, bool]:
    """Return where the last punkt ends, and whether something marks that.

    Args:
        lines: the cleaned lines of the file.
        places: where each punkt begins.
        breaks: where a document seems to end.
    """
    last = places[-1]
    usual = usual_blanks(lines[places[0] : last + 1])
    loose = _has_loose_text(lines, places, usual)
    limit = min(len(lines), last + _longest(places))
    section: Section | None = None
    for at in range(last + 1, limit):
        line = lines[at]
        heading = heading_of(line.text)
        section = heading.section if heading else section
        if at in breaks:
            return _without_name(lines, last, at), True
        if says_what_it_is(line.text):
            continue
        if line.new_page:
            return at, True
        space = usual + (_FAR if loose or section is Section.SAMMANFATTNING else 0)
        if line.blanks > space and len(lines) - at > _FEW:
            return at, bool(foot_from(lines, at))
    return limit, limit == len(lines)


def _longest(places: Sequence[int]) -> int:
    """Return how many lines the last punkt may have: twice the longest before it."""
    spans = [after - before for before, after in pairwise(places)]
    return min(_LONGEST_LAST, _SHORTEST_LAST + 2 * max(spans, default=0))


def _has_loose_text(lines: Sequence[Line], places: Sequence[int], usual: int) -> bool:
    """Tell whether other punkter have text under no heading with space before it."""
    for start, end in pairwise(places):
        for line in lines[start + 1 : end]:
            if heading_of(line.text):
                break
            if line.blanks > usual and not says_what_it_is(line.text):
                return True
    return False


def says_what_it_is(text: str) -> bool:
    """Tell whether a line begins with a number, a letter or a bullet, or is a heading."""
    return bool(marker_of(text) or sub_marker_of(text) or heading_of(text) or is_bilaga(text))


def _without_name(lines: Sequence[Line], last: int, at: int) -> int:
    """Step back over the name that stands above a role."""
    if at - 1 <= last or re.match(r"enligt|vid|välkom", lines[at].text, re.IGNORECASE):
        return at
    above = lines[at - 1]
    named = len(above.text) < _NAME and not says_what_it_is(above.text)
    below = is_signature(above, lines[at]) and not is_signature(None, lines[at])
    return at - 1 if named and below else at


def foot_from(lines: Sequence[Line], end: int) -> list[Line]:
    """Return the signatures that follow at once: to the last line with a role."""
    window = lines[end : end + _FOOT]
    last = 0
    above: Line | None = lines[end - 1] if end else None
    for at, line in enumerate(window):
        if at and (line.new_page or at - last > _FEW + 1):
            break
        if is_signature(above, line):
            last = at + 1
        above = line
    return list(window[:last])
