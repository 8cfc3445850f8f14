"""Where in a file the dagordning is, and where each of its punkter begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nämnd.läsning.chain import Chain, best_chain
from nämnd.läsning.facts import is_organ, is_signature
from nämnd.läsning.headings import (
    heading_of,
    is_group,
    is_minutes_title,
    is_standing,
    minutes_signs,
    title_of,
)
from nämnd.läsning.lines import Line, with_gaps
from nämnd.läsning.markers import Marker, marker_of, time_before
from nämnd.läsning.program import is_pause

_REACH = 120  # lines between a title and the first punkt: all who are called can stand there
_TOP = 80  # lines in which a list without title must begin
_LETTERHEAD = 15
_MINUTES_ABOVE = 40
_FOOT = 14  # lines of signatures
_LONGEST_LAST = 60  # lines of the last punkt when nothing marks the end
_LEAST_NUMBERED, _LEAST_WEAK, _LEAST_STANDING = 2, 3, 2
_FEW_SIGNS = 2
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_OTHER_DOCUMENT = re.compile(
    r"(?:tjänsteskrivelse|missiv|protokollsutdrag|remissvar|remissyttrande|minnesanteckningar|bilaga(?:\s\w{1,3})?|yttrande"
    r"|delegationsordning|motion|interpellation)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Start:
    """A line that begins a punkt; no marker in a list without numbers."""

    at: int
    marker: Marker | None


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of a dagordning, divided. Lines outside it are not here, but for `before`."""

    before: tuple[Line, ...]  # a few lines above the title
    head: tuple[Line, ...]  # from the title to the first punkt
    punkter: tuple[tuple[Marker | None, tuple[Line, ...]], ...]
    foot: tuple[Line, ...]
    titled: bool
    end_marked: bool


def find_region(cleaned: Sequence[Line]) -> Region | None:
    """Return the dagordning among the cleaned lines of a file, or None."""
    lines = _without_repeated_titles(cleaned)
    titles = [at for at, line in enumerate(lines) if title_of(line.text)]
    breaks = _breaks(lines)
    numbered = _numbered(lines, titles, breaks)
    if numbered is not None:
        return numbered
    for title in titles[:_TOP]:
        found = _timed(lines, title, breaks) or _bare(lines, title, breaks)
        if found is not None:
            return found
    return None


def _without_repeated_titles(lines: Sequence[Line]) -> list[Line]:
    """Drop running heads that no page break gives away: the title and the date once more.

    A rule or space before them belongs to the line after.
    """
    seen: set[str] = set()
    out: list[Line] = []
    dropped: Line | None = None
    for line in lines:
        repeats = title_of(line.text) is not None or _ISO.fullmatch(line.text) is not None
        key = (
            re.sub(r"\W|\d", "", line.text).casefold()
            if not _ISO.fullmatch(line.text)
            else line.text
        )
        if repeats and key in seen:
            dropped = _merged(dropped, line)
            continue
        if repeats:
            seen.add(key)
        out.append(line if dropped is None else _merged(dropped, line))
        dropped = None
    return out


def _merged(before: Line | None, line: Line) -> Line:
    if before is None:
        return line
    return replace(
        line,
        blanks=max(before.blanks, line.blanks),
        ruled=before.ruled or line.ruled,
        new_page=before.new_page or line.new_page,
    )


def _breaks(lines: Sequence[Line]) -> list[int]:
    """Return where a document seems to end: at a signature or the title of another."""
    out: list[int] = []
    above: Line | None = None
    for at, line in enumerate(lines):
        if (
            is_signature(above, line)
            or is_minutes_title(line.text)
            or _OTHER_DOCUMENT.fullmatch(line.text)
        ):
            out.append(at)
        above = line
    return out


def _numbered(lines: Sequence[Line], titles: Sequence[int], breaks: Sequence[int]) -> Region | None:
    may_start = _may_start(lines, titles, breaks)
    chain = best_chain(with_gaps(lines), may_start or set(range(_TOP)), set(breaks))
    if chain is None:
        return None
    first = chain.starts[0].at
    title = next((at for at in titles if first - _REACH <= at < first), None)
    if not _is_dagordning(lines, chain, title):
        return None
    starts = [Start(candidate.at, candidate.marker) for candidate in chain.starts]
    return _divided(lines, title, starts, breaks)


def _may_start(lines: Sequence[Line], titles: Sequence[int], breaks: Sequence[int]) -> set[int]:
    """Return where a first punkt may stand: below a title, and before the end of what it opens."""
    ends = set(breaks)
    numbered = {at for at, line in enumerate(lines) if marker_of(line.text)}
    out: set[int] = set()
    for title in titles:
        begun = False
        for at in range(title + 1, min(title + 1 + _REACH, len(lines))):
            if at in ends and begun:
                break
            begun = begun or at in numbered
            out.add(at)
    return out


def _is_dagordning(lines: Sequence[Line], chain: Chain, title: int | None) -> bool:
    first, last = chain.starts[0].at, chain.starts[-1].at
    if _is_minutes(lines, first if title is None else title, last):
        return False
    count = len(chain.starts)
    standing = sum(is_standing(start.marker.rest) for start in chain.starts)
    sections = sum(heading_of(line.text) is not None for line in lines[first:last])
    if title is None:
        return count >= _LEAST_WEAK and standing >= _LEAST_STANDING
    opened = title_of(lines[title].text)
    if opened is not None and opened.strong:
        return count >= _LEAST_NUMBERED
    return count >= _LEAST_WEAK and standing + sections > 0


def _is_minutes(lines: Sequence[Line], first: int, last: int) -> bool:
    above = lines[max(0, first - _MINUTES_ABOVE) : first + 1]
    if any(is_minutes_title(line.text) for line in above):
        return True
    return minutes_signs([line.text for line in lines[max(0, first - _REACH) : last]]) >= _FEW_SIGNS


def _timed(lines: Sequence[Line], title: int, breaks: Sequence[int]) -> Region | None:
    """Return a list whose punkter have times and no numbers."""
    end = next((at for at in breaks if at > title), len(lines))
    starts: list[Start] = []
    last = ""
    for at in range(title + 1, min(end, title + _REACH)):
        tid, rest = time_before(lines[at].text)
        if tid and rest and tid >= last and not rest[0].isdigit():
            last = tid
            starts.append(Start(at, None))
    if len(starts) < _LEAST_WEAK or _is_minutes(lines, title, end):
        return None
    return _divided(lines, title, starts, breaks)


_FACT = re.compile(
    r"(?:tid|plats|datum|lokal|när|var|kallade|ledamöter|ersättare|övriga|ordförande|sekreterare|adress|telefon|e-post"
    r"|sammanträde|kallelse|möte|nämnd|organ|diarienummer|dnr|anmäl)\b.*|.*\d{4}.*|.*@.*|.*\d[.:]\d\d.*",
    re.IGNORECASE,
)
_MAX_BARE, _MAX_WORDS, _LEAST_BARE = 150, 20, 3


def _bare(lines: Sequence[Line], title: int, breaks: Sequence[int]) -> Region | None:
    """Return a list without numbers: bare lines under a title that promises a dagordning."""
    opened = title_of(lines[title].text)
    end = next((at for at in breaks if at > title), len(lines))
    if opened is None or not opened.strong or _is_minutes(lines, title, end):
        return None
    body = with_gaps(lines[title + 1 : min(end, title + _REACH)])
    starts = _bare_starts(body, title + 1)
    standing = sum(is_standing(lines[start.at].text) for start in starts)
    if len(starts) < _LEAST_BARE or standing < 1:
        return None
    return _divided(lines, title, starts, breaks)


def _bare_starts(body: Sequence[Line], offset: int) -> list[Start]:
    starts: list[Start] = []
    in_section = False
    for at, line in enumerate(body):
        if not starts and (_FACT.fullmatch(line.text) or is_organ(line.text)):
            continue
        if heading_of(line.text):
            in_section = True
        elif not in_section or line.gap or line.ruled:
            if not _looks_like_rubrik(line.text):
                break
            in_section = False
            if line.text[0].isupper() and not is_group(line.text):
                starts.append(Start(offset + at, None))
    return starts


def _looks_like_rubrik(text: str) -> bool:
    return (
        len(text) <= _MAX_BARE
        and len(text.split()) <= _MAX_WORDS
        and text[0].isalpha()
        and not text.endswith((".", ":", ";"))
    )


def _divided(
    lines: Sequence[Line], title: int | None, starts: Sequence[Start], breaks: Sequence[int]
) -> Region:
    first = starts[0].at
    top = first if title is None else title
    end, end_marked = _end(lines, starts[-1].at, breaks)
    region = with_gaps(lines[top:end])
    bounds = [*(start.at - top for start in starts), end - top]
    return Region(
        tuple(lines[max(0, top - _LETTERHEAD) : top]),
        tuple(region[: bounds[0]]),
        tuple(
            (start.marker, tuple(region[bounds[n] : bounds[n + 1]]))
            for n, start in enumerate(starts)
            if start.marker or not is_pause(time_before(lines[start.at].text)[1])
        ),
        tuple(_foot(lines, end)) if end_marked else (),
        title is not None,
        end_marked,
    )


def _end(lines: Sequence[Line], last: int, breaks: Sequence[int]) -> tuple[int, bool]:
    """Return where the last punkt ends, and whether something marks it."""
    limit = min(len(lines), last + _LONGEST_LAST)
    for at in range(last + 1, limit):
        if at in breaks:
            signed_by_name = marker_of(lines[at - 1].text) is None and at - 1 > last
            name = (
                signed_by_name
                and is_signature(lines[at - 1], lines[at])
                and len(lines[at - 1].text) < _TOP
            )
            alone = re.match(r"enligt|vid|välkom", lines[at].text, re.IGNORECASE)
            return (
                at - 1 if name and not alone and not is_signature(None, lines[at]) else at
            ), True
        if (
            lines[at].new_page
            and marker_of(lines[at].text) is None
            and not heading_of(lines[at].text)
        ):
            return at, True
    return limit, limit == len(lines)


def _foot(lines: Sequence[Line], end: int) -> list[Line]:
    """Return the signatures: to the last line with a role among the next few."""
    window = lines[end : end + _FOOT]
    last = 0
    above: Line | None = lines[end - 1] if end else None
    for at, line in enumerate(window):
        if at and line.new_page:
            break
        if is_signature(above, line):
            last = at + 1
        above = line
    return list(window[:last])
