"""One punkt: its lines to rubrik, förslag, sammanfattning, bilagor and the rest."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nämnd.core.richtext import Paragraph, Run, TextBlock, TextList, write
from nämnd.läsning import doubts
from nämnd.läsning.details import (
    details_of,
    dnr_alone,
    first_dnr,
    presenter_in,
)
from nämnd.läsning.entries import Entries, is_bilaga, read_bilagor, read_förslag
from nämnd.läsning.found import Doubt, FoundBilaga, FoundPunkt
from nämnd.läsning.headings import Heading, Section, heading_of
from nämnd.läsning.lines import Line, continues, joined_text, paragraphs, statements
from nämnd.läsning.markers import (
    Marker,
    bullet_text,
    is_bullet,
    marker_of,
    sub_marker_of,
    tidy_time,
    time_before,
)
from nämnd.läsning.slag import slag_of

_DECISION = re.compile(
    r"\b(?:utses|väljs|godkänns|fastställs|läggs\still\shandlingarna|antecknas|bifalls|avslås|bordläggs|återremitteras"
    r"|beslutar|föreslås\sbesluta)\b",
    re.IGNORECASE,
)
_ATT = re.compile(r"att\b", re.IGNORECASE)
_LONG_RUBRIK = 250


@dataclass(slots=True)
class _Reading:
    """A punkt while it is being read."""

    number: str
    width: int
    dnr: str = ""
    tid: str = ""
    föredragande: str = ""
    underpunkter: list[str] = field(default_factory=list[str])
    förslag: list[str] = field(default_factory=list[str])
    blocks: list[TextBlock] = field(default_factory=list[TextBlock])
    bilagor: list[FoundBilaga] = field(default_factory=list[FoundBilaga])
    doubts: list[Doubt] = field(default_factory=list[Doubt])


@dataclass(frozen=True, slots=True)
class _Part:
    heading: Heading
    line: Line
    lines: tuple[Line, ...]


def read_punkt(
    lines: Sequence[Line], marker: Marker | None, width: int, grupp: str = ""
) -> FoundPunkt:
    """Return what the lines of one punkt say.

    Args:
        lines: from the line with the rubrik to the last before the next punkt; at least one.
        marker: the number of the punkt, None in a list without.
        width: letters in a full line; 0 when lines are not wrapped.
        grupp: heading of the group the punkt stands in.
    """
    rubrik_lines, rest = _rubrik_lines(lines, width)
    first = lines[0]
    text = marker.rest if marker else first.text
    tid, text = (marker.tid, text) if marker and marker.tid else time_before(text)
    details = details_of(_rubrik_text(text, rubrik_lines[1:]))
    reading = _Reading(
        marker.written if marker else "",
        width,
        details.dnr,
        tid or details.tid,
        details.föredragande,
    )
    for part in _parts(first, rest):
        _read_part(reading, part)
    if len(details.rubrik) > _LONG_RUBRIK:
        reading.doubts.append(doubts.long_rubrik(first.index))
    return _finished(reading, details.rubrik or joined_text(lines[:1]), first, grupp)


def _finished(reading: _Reading, rubrik: str, first: Line, grupp: str) -> FoundPunkt:
    return FoundPunkt(
        number=reading.number,
        rubrik=rubrik,
        slag=slag_of(rubrik, reading.förslag, grupp),
        grupp=grupp,
        dnr=reading.dnr,
        tid=reading.tid,
        föredragande=reading.föredragande,
        underpunkter=tuple(reading.underpunkter),
        förslag=tuple(reading.förslag),
        sammanfattning=write(tuple(reading.blocks)),
        bilagor=tuple(reading.bilagor),
        line=first.index,
        doubts=tuple(reading.doubts),
    )


def _rubrik_lines(lines: Sequence[Line], width: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """Divide after the rubrik: it goes on while lines continue and say nothing of their own."""
    at = 1
    while at < len(lines) and _goes_on(lines[at - 1], lines[at], width):
        at += 1
    return lines[:at], lines[at:]


def _goes_on(before: Line, line: Line, width: int) -> bool:
    own = (
        heading_of(line.text)
        or marker_of(line.text)
        or sub_marker_of(line.text)
        or dnr_alone(line.text)
        or presenter_in(line.plain)
    )
    return not own and continues(before, line, width)


def _rubrik_text(first: str, more: Sequence[Line]) -> str:
    if not more:
        return first
    return (
        joined_text([Line(first, 0), *more])
        if "\t" not in first
        else first + " " + joined_text(more)
    )


def _parts(first: Line, lines: Sequence[Line]) -> list[_Part]:
    """Divide the lines after the rubrik at the headings of sections."""
    parts = [_Part(Heading(Section.RUBRIK), first, ())]
    for line in lines:
        heading, last = heading_of(line.text), parts[-1]
        if is_bilaga(line.text) and last.heading.section is not Section.BILAGOR:
            parts.append(_Part(Heading(Section.BILAGOR), line, (line,)))
        elif heading is None:
            parts[-1] = _Part(last.heading, last.line, (*last.lines, line))
        else:
            inline = (Line(heading.rest, line.index),) if heading.rest else ()
            parts.append(_Part(heading, line, inline))
    return parts


def _read_part(reading: _Reading, part: _Part) -> None:
    match part.heading.section:
        case Section.RUBRIK:
            _place_statements(reading, part.lines)
        case Section.FÖRSLAG:
            _read_förslag(reading, part)
        case Section.SAMMANFATTNING:
            _read_text(reading, part)
        case Section.BILAGOR:
            note = part.heading.note
            found = read_bilagor(part.lines, reading.width, number=reading.number, note=note)
            _take(reading, found)
        case Section.FÖREDRAGANDE:
            _read_föredragande(reading, part.lines)
        case Section.DNR:
            _read_dnr(reading, part.lines)
        case Section.TID:
            reading.tid = (
                reading.tid or time_before(part.heading.rest)[0] or tidy_time(part.heading.rest)
            )
            _place_statements(reading, part.lines[1:])


def _read_förslag(reading: _Reading, part: _Part) -> None:
    heading, line = part.heading, part.line
    if heading.unusual:
        reading.doubts.append(doubts.heading_spelling(line.index, line.text))
    if heading.leads and re.search(r"fullmäktige|föreslår", line.text, re.IGNORECASE):
        reading.doubts.append(doubts.lead_dropped(line.index, line.plain))
    _take(reading, read_förslag(part.lines, reading.width))


def _take(reading: _Reading, found: Entries) -> None:
    reading.förslag += found.förslag
    reading.bilagor += found.bilagor
    reading.doubts += found.doubts
    _place_statements(reading, found.stray)


def _read_text(reading: _Reading, part: _Part) -> None:
    """Add running text; a second heading in the same punkt stays as a bold line."""
    if reading.blocks and part.lines:
        reading.blocks.append(Paragraph((Run(part.line.plain.strip(" :"), bold=True),)))
    reading.blocks += text_blocks(part.lines, reading.width)


def text_blocks(lines: Sequence[Line], width: int) -> list[TextBlock]:
    """Return running text as paragraphs and lists of bullets."""
    blocks: list[TextBlock] = []
    for group in paragraphs(lines, width):
        text = joined_text(group)
        if not is_bullet(group[0].text):
            blocks.append(Paragraph((Run(text),)))
            continue
        item = (Run(bullet_text(text)),)
        match blocks[-1:]:
            case [TextList(items)]:
                blocks[-1] = TextList((*items, item))
            case _:
                blocks.append(TextList((item,)))
    return blocks


def _read_föredragande(reading: _Reading, lines: Sequence[Line]) -> None:
    groups = statements(lines, reading.width, lambda _: False)
    if groups:
        names = joined_text(groups[0])
        reading.föredragande = "; ".join(filter(None, (reading.föredragande, names)))
        _place_statements(reading, [line for group in groups[1:] for line in group])


def _read_dnr(reading: _Reading, lines: Sequence[Line]) -> None:
    reading.dnr = reading.dnr or lines[0].plain.strip(" .")
    _place_statements(reading, lines[1:])


def _place_statements(reading: _Reading, lines: Sequence[Line]) -> None:
    """Place lines that stand under no heading, each as what it looks like."""
    groups = statements(lines, reading.width, lambda line: _mark_rest(line.text) is not None)
    text: list[Line] = []
    for group in groups:
        if not _place_known(reading, group):
            text += group
    if text:
        reading.blocks += text_blocks(text, reading.width)
        reading.doubts.append(doubts.read_as_text(text[0].index))


def _mark_rest(text: str) -> str | None:
    mark = marker_of(text) or sub_marker_of(text)
    return None if mark is None else mark.rest


def _place_known(reading: _Reading, group: Sequence[Line]) -> bool:
    """Place a statement if its kind is known; tell whether it was."""
    line, text = group[0], joined_text(group)
    mark = marker_of(text) or sub_marker_of(text)
    if is_bilaga(text):
        _take(reading, read_bilagor(group, reading.width, number=reading.number, note=""))
    elif dnr_alone(text):
        reading.dnr = reading.dnr or dnr_alone(text)
    elif presenter_in(text) and not reading.föredragande:
        reading.föredragande = presenter_in(text)
        reading.doubts.append(doubts.presenter(line.index, text))
    elif mark is not None and not _ATT.match(mark.rest):
        reading.underpunkter.append(mark.rest.replace("\t", " "))
        if isinstance(mark, Marker) and mark.number != len(reading.underpunkter):
            reading.doubts.append(doubts.odd_underpunkt(line.index, mark.number))
    elif mark is not None or _DECISION.search(text):
        reading.förslag.append(text if mark is None else mark.rest)
        reading.dnr = reading.dnr or first_dnr(text)
        if mark is None:
            reading.doubts.append(doubts.read_as_förslag(line.index))
    else:
        reading.dnr = reading.dnr or first_dnr(text)
        return False
    return True
