"""Words into lines: breaks at spaces, after hyphens and slashes, and inside what is too long."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from nämnd.core.richtext import Runs
from nämnd.documents.links import Href
from nämnd.documents.pdf.fonts import Face, drawable, width
from nämnd.documents.pdf.style import TextStyle, emphasised

_TOKENS = re.compile(r"\n| +|[^ \n]+")
_INSIDE = re.compile(r"(?<=[^\W\d_][-–/])(?=[^\W\d_])")  # «Södra-Östra» breaks; «2019-11-22» not
_SLACK = 0.01  # rounding must not push a word down that fits


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one face; `href` makes it a link."""

    text: str
    width: float
    face: Face
    href: str = ""


Line: TypeAlias = tuple[Fragment, ...]
_Cluster: TypeAlias = list[Fragment]  # what no line break may part


def set_lines(runs: Runs, style: TextStyle, room: float, href: Href) -> list[Line]:
    """Return `runs` in lines no wider than `room` points.

    A line that was broken at a space keeps it at its end, so that words stay apart for those
    who read the text and not the page.
    """
    setter = _Setter(room, style.size)
    for cluster in _clusters(_fragments(runs, style, href)):
        setter.add(cluster)
    return setter.finished()


def natural_width(runs: Runs, style: TextStyle) -> float:
    """Return the width of `runs` on one endless line."""
    return sum(fragment.width for fragment in _fragments(runs, style, _no_link))


def longest_word(runs: Runs, style: TextStyle) -> float:
    """Return the width of what can't be broken."""
    clusters = _clusters(_fragments(runs, style, _no_link))
    return max((_width(cluster) for cluster in clusters), default=0)


def _no_link(_: str | None) -> str:
    return ""


def _fragments(runs: Runs, style: TextStyle, href: Href) -> Iterator[Fragment]:
    for run in runs:
        face = emphasised(style.face, bold=run.bold, italic=run.italic)
        link = href(run.href)
        for token in _TOKENS.findall(drawable(run.text)):
            for part in (token,) if token.isalnum() else _INSIDE.split(token):
                yield Fragment(part, width(part, face, style.size), face, link)


def _clusters(fragments: Iterable[Fragment]) -> Iterator[_Cluster]:
    """Glue what stands together over a change of style; spaces and breaks stand alone."""
    cluster: _Cluster = []
    for fragment in fragments:
        if cluster and (_apart(fragment) or _may_break_after(cluster[-1])):
            yield cluster
            cluster = []
        if _apart(fragment):
            yield [fragment]
        else:
            cluster.append(fragment)
    if cluster:
        yield cluster


def _apart(fragment: Fragment) -> bool:
    return fragment.text[0] in " \n"


def _may_break_after(fragment: Fragment) -> bool:
    return len(fragment.text) > 1 and fragment.text[-1] in "-–/" and fragment.text[-2].isalpha()


def _width(cluster: _Cluster) -> float:
    return sum(fragment.width for fragment in cluster)


class _Setter:
    """Fills line after line."""

    def __init__(self, room: float, size: float) -> None:
        self._room = max(room, 1)
        self._size = size
        self._lines: list[Line] = []
        self._line: _Cluster = []
        self._used = 0.0

    def add(self, cluster: _Cluster) -> None:
        first = cluster[0].text
        if first == "\n":
            self._end(forced=True)
        elif first[0] == " ":
            self._append_space(cluster[0])
        else:
            self._append_words(cluster)

    def finished(self) -> list[Line]:
        if self._line:
            self._end(forced=False)
        return self._lines

    def _append_space(self, space: Fragment) -> None:
        if self._line:  # none at the start of a line
            self._line.append(space)
            self._used += space.width

    def _append_words(self, cluster: _Cluster) -> None:
        wide = _width(cluster)
        if self._line and self._used + wide > self._room + _SLACK:
            self._end(forced=False)
        if wide > self._room + _SLACK:
            self._cut(cluster)
        else:
            self._line.extend(cluster)
            self._used += wide

    def _cut(self, cluster: _Cluster) -> None:
        """Set a word wider than the room character by character."""
        for fragment in cluster:
            for character in fragment.text:
                wide = width(character, fragment.face, self._size)
                if self._line and self._used + wide > self._room + _SLACK:
                    self._end(forced=False)
                self._line.append(Fragment(character, wide, fragment.face, fragment.href))
                self._used += wide

    def _end(self, *, forced: bool) -> None:
        line = self._line
        if forced and line and line[-1].text[-1] != " ":
            last = line[-1]
            line.append(Fragment(" ", 0, last.face, last.href))
        self._lines.append(_merged(line))
        self._line, self._used = [], 0.0


def _merged(line: _Cluster) -> Line:
    """Join neighbours of one face and link, so that a page holds few text operators."""
    joined: list[Fragment] = []
    for fragment in line:
        last = joined[-1] if joined else None
        if last and last.face is fragment.face and last.href == fragment.href:
            wide = last.width + fragment.width
            joined[-1] = Fragment(last.text + fragment.text, wide, last.face, last.href)
        else:
            joined.append(fragment)
    return tuple(joined)
