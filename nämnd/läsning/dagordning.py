"""Find the dagordning in a file: its punkter, and what it says about the sammanträde.

The work goes in passes, each with a module of its own: `lines` cleans and joins, `region` (with
`chain`) finds where the list is and where each punkt begins, `punkt` (with `entries`, `details` and
`slag`) reads one punkt, `facts` the head and the signatures, `program` a timetable, `missiv` what
the papers after the dagordning propose. What none of them is sure of becomes a `Doubt`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from nämnd.core.errors import NoDagordningError
from nämnd.core.progress import Progress, Work
from nämnd.läsning import doubts
from nämnd.läsning.facts import read_facts
from nämnd.läsning.found import Doubt, FoundDagordning, FoundPunkt
from nämnd.läsning.headings import heading_of, is_group
from nämnd.läsning.lines import Line, clean_lines, text_width
from nämnd.läsning.markers import Marker, sub_marker_of, tidy_time, time_before
from nämnd.läsning.missiv import with_missiv
from nämnd.läsning.program import program_rows, with_program
from nämnd.läsning.punkt import read_punkt
from nämnd.läsning.region import Region, find_region
from nämnd.läsning.text import reading

_ONLY_HEADING = re.compile(r"beslutsärenden|(?:inledande\s)?formalia", re.IGNORECASE)
_TIME_ALONE = re.compile(
    r"(?:kl(?:ockan|\.)?\s?)?\d{1,2}[.:]\d\d(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?", re.IGNORECASE
)


def read_dagordning(path: Path) -> Work[FoundDagordning]:
    """Read the file at `path` and find the dagordning in it; fit for a helper process.

    Raises:
        NoDagordningError: the file holds none.
        NämndError: as `nämnd.läsning.text.read_lines`.
    """
    lines = yield from reading(path)
    yield Progress(0, 1, "Söker dagordningen")
    return find_dagordning(lines, path.name)


def find_dagordning(lines: Sequence[str], name: str) -> FoundDagordning:
    """Return the dagordning in the lines of a file.

    Args:
        lines: as `nämnd.läsning.text.read_lines` returns them.
        name: the file's name, for the error.

    Raises:
        NoDagordningError: there is none.
    """
    cleaned = clean_lines(lines)
    region = find_region(cleaned)
    if region is None:
        raise NoDagordningError(name)
    facts = read_facts(region.before, region.head, region.foot, _first_tid(region))
    rows = program_rows(region.head)
    punkter, program_doubts = with_program(_punkter(region), rows)
    inside = [line for _, punkt_lines in region.punkter for line in punkt_lines]
    first = (region.head or inside)[0].index
    last = max(line.index for line in (*inside, *region.foot))
    after = [line for line in cleaned if line.index > last]
    return FoundDagordning(
        organ=facts.organ,
        day=facts.day,
        from_time=facts.from_time,
        to_time=facts.to_time,
        plats=facts.plats,
        ordförande=facts.ordförande,
        sekreterare=facts.sekreterare,
        punkter=with_missiv(punkter, after, facts.organ),
        source=tuple(lines),
        first_line=first,
        last_line=last,
        doubts=(*_region_doubts(region, first, inside[-1].index), *facts.doubts, *program_doubts),
    )


def _first_tid(region: Region) -> str:
    marker, lines = region.punkter[0]
    tid = marker.tid if marker else time_before(lines[0].text)[0]
    return tid.split("–", 1)[0]


def _region_doubts(region: Region, first: int, last: int) -> list[Doubt]:
    found: list[Doubt] = []
    if not region.titled:
        found.append(doubts.title_missing(first))
    if all(marker is None for marker, _ in region.punkter):
        found.append(doubts.unnumbered(first))
    if not region.end_marked:
        found.append(doubts.last_punkt_long(last))
    for (before, _), (after, lines) in pairwise(region.punkter):
        if before and after and after.number != before.number + 1:
            found.append(doubts.jump(lines[0].index, before.written, after.written))
    return found


def _punkter(region: Region) -> list[FoundPunkt]:
    inside = [line for _, lines in region.punkter for line in lines]
    width = text_width(inside)
    grupp = _group_at_end(region.head)[1]
    times_above = bool(region.head) and bool(_time_alone(region.head[-1]))
    tid = _time_alone(region.head[-1]) if times_above else ""
    out: list[FoundPunkt] = []
    for marker, lines in region.punkter:
        own, next_tid = _time_at_end(lines) if times_above else (lines, "")
        own, next_grupp = _group_at_end(own)
        read = _with_subpunkter(own, marker, width, grupp)
        out += [replace(read[0], tid=read[0].tid or tid), *read[1:]]
        grupp, tid = next_grupp or grupp, next_tid
    return out


def _time_alone(line: Line) -> str:
    """Return the time on a line with nothing else: «Kl. 09.30»."""
    return tidy_time(line.text) if _TIME_ALONE.fullmatch(line.text) else ""


def _time_at_end(lines: Sequence[Line]) -> tuple[Sequence[Line], str]:
    """Take the time of the next punkt off the end, where times stand above their punkter."""
    tid = _time_alone(lines[-1]) if len(lines) > 1 else ""
    return (lines[:-1], tid) if tid else (lines, "")


def _group_at_end(lines: Sequence[Line]) -> tuple[Sequence[Line], str]:
    """Take a group's heading off the end of the lines before the group's first punkt."""
    if len(lines) > 1 and is_group(lines[-1].text):
        return lines[:-1], lines[-1].plain.rstrip(":")
    return lines, ""


def _with_subpunkter(
    lines: Sequence[Line], marker: Marker | None, width: int, grupp: str
) -> list[FoundPunkt]:
    """Read a punkt; «6.1», «6.2» with sections of their own become punkter after it.

    Under «2. Beslutsärenden» they are the punkter, and it is the heading of their group.
    """
    starts = _subpunkt_starts(lines, marker)
    bounds = [0, *starts, len(lines)]
    if starts and marker and _ONLY_HEADING.fullmatch(marker.rest):
        out, grupp = list[FoundPunkt](), marker.rest
    else:
        out = [read_punkt(lines[: bounds[1]], marker, width, grupp)]
    for start, end in pairwise(bounds[1:]):
        sub = sub_marker_of(lines[start].text)
        if sub is not None and marker is not None:
            own = Marker(marker.form, marker.number, sub.written, sub.rest)
            out.append(read_punkt(lines[start:end], own, width, grupp))
    return out


def _subpunkt_starts(lines: Sequence[Line], marker: Marker | None) -> list[int]:
    if marker is None:
        return []
    starts: list[int] = []
    for at, line in enumerate(lines):
        sub = sub_marker_of(line.text)
        if at and sub and sub.parent == marker.number and sub.place == len(starts) + 1:
            starts.append(at)
    bounds = [*starts, len(lines)]
    sections = any(
        heading_of(line.text) for start, end in pairwise(bounds) for line in lines[start:end]
    )
    inside_list = starts and any(heading_of(line.text) for line in lines[: starts[0]])
    grouping = _ONLY_HEADING.fullmatch(marker.rest) is not None
    return starts if (sections or grouping) and not inside_list else []
