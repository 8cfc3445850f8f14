"""Where in a file the dagordning is, and where each of its punkter begins."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nämnd.läsning.candidates import Candidate, candidates
from nämnd.läsning.chain import Chain, Ends, best_chain
from nämnd.läsning.ending import end_of, foot_from, says_what_it_is
from nämnd.läsning.facts import is_signature, is_signed
from nämnd.läsning.headings import (
    heading_of,
    is_minutes_title,
    is_standing,
    minutes_signs,
    title_of,
)
from nämnd.läsning.lines import Line, usual_blanks, with_gaps
from nämnd.läsning.markers import Marker, time_before
from nämnd.läsning.program import is_pause
from nämnd.läsning.unnumbered import bare_starts, timed_starts

_REACH = 120  # lines between a title and the first punkt: all who are called can stand there
_TOP = 80  # lines in which a list without title must begin
_LETTERHEAD = 15
_MINUTES_ABOVE = 40
_MAX_TITLES = 60
_TRIES = 6  # lists looked at, from the one with most points towards the top of the file
_LEAST_NUMBERED, _LEAST_WEAK, _LEAST_STANDING = 2, 3, 2
_FEW_SIGNS = 2
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_OTHER_DOCUMENT = re.compile(
    r"(?:tjänsteskrivelse|missiv|protokollsutdrag|remissvar|remissyttrande|minnesanteckningar|bilaga(?:\s\w{1,3})?|yttrande"
    r"|delegationsordning|motion|interpellation)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """The lines of a dagordning, divided. Lines outside it are not here, but for `before`."""

    before: tuple[Line, ...]  # a few lines above the title
    head: tuple[Line, ...]  # from the title to the first punkt
    punkter: tuple[tuple[Marker | None, tuple[Line, ...]], ...]
    foot: tuple[Line, ...]
    titled: bool
    end_marked: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """A list that may be the dagordning: the places of its title and its punkter."""

    title: int | None
    starts: tuple[tuple[int, Marker | None], ...]
    standing: int  # how many punkter come back at every meeting


def find_region(cleaned: Sequence[Line]) -> Region | None:
    """Return the dagordning among the cleaned lines of a file, or None.

    A list without numbers is taken when there is no numbered one, or when the numbered one comes
    after it, on another page or far below (the chapters of an attached report).
    """
    lines = _without_repeated_titles(cleaned)
    titles = [at for at, line in enumerate(lines) if title_of(line.text)][:_MAX_TITLES]
    ends = _ends(lines)
    breaks = sorted((*ends.signed, *ends.likely))
    numbered = _numbered(lines, titles, ends)
    bare = _unnumbered(lines, titles, breaks)
    if numbered and bare and _comes_first(bare, numbered, ends):
        numbered = None
    found = numbered or bare
    return None if found is None else _divided(lines, found, breaks)


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


def _ends(lines: Sequence[Line]) -> Ends:
    """Return where a document ends or seems to."""
    signed: list[int] = []
    likely: list[int] = []
    turns: list[int] = []
    far = usual_blanks(lines) + 2
    above: Line | None = None
    for at, line in enumerate(lines):
        if is_signed(above, line):
            signed.append(at)
        elif (
            is_signature(above, line)
            or is_minutes_title(line.text)
            or _OTHER_DOCUMENT.fullmatch(line.text)
        ):
            likely.append(at)
        if (line.new_page or line.blanks >= far) and not says_what_it_is(line.text):
            turns.append(at)
        above = line
    return Ends(tuple(signed), tuple(likely), tuple(turns))


def _comes_first(bare: _Found, numbered: _Found, ends: Ends) -> bool:
    last, first = bare.starts[-1][0], numbered.starts[0][0]
    turned = any(last < turn < first for turn in ends.turns)
    return last < first and turned and bare.standing >= _LEAST_STANDING


def _numbered(lines: Sequence[Line], titles: Sequence[int], ends: Ends) -> _Found | None:
    """Return the numbered list that is a dagordning; of several the first that is one as it stands.

    An attached report can have more numbers in a row than the dagordning before it.
    """
    every = candidates(with_gaps(lines))
    breaks = {*ends.signed, *ends.likely}
    may_start = _may_start(every, titles, breaks) or set(range(_TOP))
    chain = best_chain(every, may_start, ends)
    found: _Found | None = None
    for _ in range(_TRIES):
        if chain is None:
            break
        first = chain.starts[0].at
        title = next((at for at in titles if first - _REACH <= at < first), None)
        if _is_dagordning(lines, chain, title, least_standing=0 if found is None else 1):
            starts = tuple((start.at, start.marker) for start in chain.starts)
            found = _Found(title, starts, _standing([start.marker.rest for start in chain.starts]))
        chain = best_chain([one for one in every if one.at < first], may_start, ends)
    return found


def _standing(rubriker: Sequence[str]) -> int:
    return sum(map(is_standing, rubriker))


def _may_start(every: Sequence[Candidate], titles: Sequence[int], breaks: set[int]) -> set[int]:
    """Return where a first punkt may stand: below a title, and before the end of what it opens."""
    numbered = {one.at for one in every}
    out: set[int] = set()
    for title in titles:
        begun = False
        for at in range(title + 1, title + 1 + _REACH):
            if at in breaks and begun:
                break
            begun = begun or at in numbered
            out.add(at)
    return out


def _is_dagordning(
    lines: Sequence[Line], chain: Chain, title: int | None, *, least_standing: int
) -> bool:
    first, last = chain.starts[0].at, chain.starts[-1].at
    if _is_minutes(lines, first if title is None else title, last):
        return False
    count = len(chain.starts)
    standing = _standing([start.marker.rest for start in chain.starts])
    if standing < least_standing or sum(start.points for start in chain.starts) < 0:
        return False
    if title is None:
        return count >= _LEAST_WEAK and standing >= _LEAST_STANDING
    opened = title_of(lines[title].text)
    if opened is not None and opened.strong:
        return count >= _LEAST_NUMBERED
    sections = sum(heading_of(line.text) is not None for line in lines[first:last])
    return count >= _LEAST_WEAK and standing + sections > 0


def _is_minutes(lines: Sequence[Line], first: int, last: int) -> bool:
    above = lines[max(0, first - _MINUTES_ABOVE) : first + 1]
    if any(is_minutes_title(line.text) for line in above):
        return True
    return minutes_signs([line.text for line in lines[max(0, first - _REACH) : last]]) >= _FEW_SIGNS


def _unnumbered(
    lines: Sequence[Line], titles: Sequence[int], breaks: Sequence[int]
) -> _Found | None:
    """Return a list of times or of bare lines under one of the titles."""
    for title in titles:
        opened = title_of(lines[title].text)
        end = min(next((at for at in breaks if at > title), len(lines)), title + _REACH)
        body = with_gaps(lines[title + 1 : end])
        starts = timed_starts(body)
        if not starts and opened is not None and opened.strong:
            starts = bare_starts(body)
        if starts and not _is_minutes(lines, title, end):
            rubriker = [body[at].text for at in starts]
            places = tuple((title + 1 + at, None) for at in starts)
            return _Found(title, places, _standing(rubriker))
    return None


def _divided(lines: Sequence[Line], found: _Found, breaks: Sequence[int]) -> Region:
    places = [at for at, _ in found.starts]
    top = places[0] if found.title is None else found.title
    end, end_marked = end_of(lines, places, breaks)
    region = with_gaps(lines[top:end])
    bounds = [*(at - top for at in places), end - top]
    return Region(
        tuple(lines[max(0, top - _LETTERHEAD) : top]),
        tuple(region[: bounds[0]]),
        tuple(
            (marker, tuple(region[bounds[n] : bounds[n + 1]]))
            for n, (at, marker) in enumerate(found.starts)
            if marker or not is_pause(time_before(lines[at].text)[1])
        ),
        tuple(foot_from(lines, end)),
        found.title is not None,
        end_marked,
    )
