"""Numbered lines, each with points for what speaks for and against its being a punkt."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nämnd.läsning.headings import Section, heading_of, is_standing
from nämnd.läsning.lines import Line
from nämnd.läsning.markers import Form, Marker, marker_of

_BASE = 2
_FORM_POINTS = {Form.PARAGRAPH: 3, Form.NAMED: 3, Form.DOT: 0, Form.PAREN: 0, Form.PLAIN: 0}
_AHEAD = 5  # lines in which the heading of a section shows that a punkt began
_MANY_RULES = 3
_LONG = 250  # characters: no rubrik
_DEEP = 3  # columns further in than the outermost number
_PERSON = re.compile(r"[^\d(]{3,60}\s\([A-ZÅÄÖ]{1,3}\)(?:,|$|\s\w+$)")  # «Anna Berg (S), ledamot»
_ATT = re.compile(r"(?:att|godkänna|fastställa|notera|lägga)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A numbered line. `at` is its place among the lines."""

    at: int
    marker: Marker
    points: int
    opens: bool  # a list begins here, if it is 1: it looks like a punkt by itself


def candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Return every numbered line with what speaks for its being a punkt."""
    marked = [(at, marker) for at, line in enumerate(lines) if (marker := marker_of(line.text))]
    rules = sum(lines[at].ruled for at, _ in marked) >= _MANY_RULES
    in_list = _list_places(lines)
    indents: dict[Form, int] = {}
    for at, marker in marked:
        indents[marker.form] = min(indents.get(marker.form, 99), lines[at].indent)
    return [
        Candidate(
            at,
            marker,
            _points(lines, at, marker, in_list[at])
            + _FORM_POINTS[marker.form]
            + _rule_points(lines[at], rules=rules)
            - 2 * (lines[at].indent >= indents[marker.form] + _DEEP),
            not in_list[at] and (is_standing(marker.rest) or _opens_section(lines, at)),
        )
        for at, marker in marked
    ]


def _rule_points(line: Line, *, rules: bool) -> int:
    if not rules:
        return 0
    return 4 if line.ruled else -2


def _points(lines: Sequence[Line], at: int, marker: Marker, in_list: int) -> int:
    points = _BASE + in_list + lines[at].gap
    if _ATT.match(marker.rest):
        points -= 4
    if _PERSON.match(marker.rest):
        points -= 4
    if len(marker.rest) > _LONG:
        points -= 3
    if marker.rest.endswith((".", ",", ";")):
        points -= 1
    if marker.tid:
        points += 2
    if is_standing(marker.rest):
        points += 1
    if _opens_section(lines, at):
        points += 2
    return points


def _opens_section(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a heading of a section comes soon, before another line of the same form."""
    form = getattr(marker_of(lines[at].text), "form", None)
    for line in lines[at + 1 : at + 1 + _AHEAD]:
        if heading_of(line.text):
            return True
        marker = marker_of(line.text)
        if marker is not None and marker.form is form and marker.number != 1:
            return False
    return False


def _list_places(lines: Sequence[Line]) -> list[int]:
    """Return for each line what it costs that it stands in a list of att-satser or bilagor.

    The first line under such a heading is surely one of the list; those that follow closely
    probably are.
    """
    out: list[int] = []
    open_list, first = False, False
    for line in lines:
        heading = heading_of(line.text)
        if heading is not None:
            open_list = heading.section in {Section.FÖRSLAG, Section.BILAGOR}
            first = open_list and not heading.rest
            out.append(0)
            continue
        if line.ruled or line.new_page or (line.gap and not first):
            open_list = False
        out.append(-6 if first and open_list else -2 if open_list else 0)
        first = False
    return out
