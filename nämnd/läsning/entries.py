"""The lists inside a punkt: att-satser and bilagor."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from nämnd.läsning import doubts
from nämnd.läsning.found import Doubt, FoundBilaga
from nämnd.läsning.lines import Line, continues, joined_text
from nämnd.läsning.markers import Marker, SubMarker, marker_of, sub_marker_of

_ATT = re.compile(r"att\b", re.IGNORECASE)
_AND_LAST = re.compile(r",?\s(?:och|samt)$")  # it led over to the next att-sats
_ENTRY_ENDS = (",", ".", ";", " och", " samt", "dels")


@dataclass(slots=True)
class Entries:
    """What a list held. `stray`: lines after it that belong to no entry."""

    förslag: list[str] = field(default_factory=list[str])
    bilagor: list[FoundBilaga] = field(default_factory=list[FoundBilaga])
    doubts: list[Doubt] = field(default_factory=list[Doubt])
    stray: list[Line] = field(default_factory=list[Line])


def read_förslag(lines: Sequence[Line], width: int) -> Entries:
    """Read att-satser, without their numbers; lines that were wrapped are joined.

    In a list with numbers, letters or bullets each begins one. In a list without, each line that
    begins with «att» does, or that does not continue the line before.
    """
    marked = bool(lines) and _entry_mark(lines[0].text) is not None
    starts = _is_marked if marked else _begins_att
    groups, stray = _grouped(lines, width, starts, marked=marked)
    out = Entries(stray=stray)
    for place, group in enumerate(groups, start=1):
        mark = _entry_mark(group[0].text)
        out.förslag.append(_AND_LAST.sub("", _without_mark(group, mark)))
        if isinstance(mark, Marker) and mark.number != place:
            out.doubts.append(doubts.attsats_number(group[0].index, mark.number, place))
    return out


def _entry_mark(text: str) -> Marker | SubMarker | None:
    return marker_of(text) or sub_marker_of(text)


def _is_marked(_: Line | None, line: Line) -> bool:
    return _entry_mark(line.text) is not None


def _begins_att(before: Line | None, line: Line) -> bool:
    if before is None or not _ATT.match(line.text):
        return before is None
    return line.gap or line.text[0].isupper() or before.text.endswith(_ENTRY_ENDS)


def _without_mark(group: Sequence[Line], mark: Marker | SubMarker | None) -> str:
    text = joined_text(group)
    return text if mark is None else _cut_front(text, group[0], mark.rest)


def _cut_front(text: str, first: Line, rest: str) -> str:
    """Take the mark off a joined text: as much as `rest` is shorter than its line."""
    cut = len(" ".join(first.plain.split())) - len(" ".join(rest.replace("\t", " ").split()))
    return text[cut:].strip()


def _grouped(
    lines: Sequence[Line],
    width: int,
    starts: Callable[[Line | None, Line], bool],
    *,
    marked: bool,
) -> tuple[list[tuple[Line, ...]], list[Line]]:
    """Divide lines into entries. In a marked list what follows after a gap is stray."""
    groups: list[tuple[Line, ...]] = []
    for at, line in enumerate(lines):
        before = groups[-1][-1] if groups else None
        if before is None or starts(before, line):
            groups.append((line,))
        elif continues(before, line, width) or (marked and not line.gap and not line.ruled):
            groups[-1] += (line,)
        elif marked:
            return groups, list(lines[at:])
        else:
            groups.append((line,))
    return groups, []


_LABEL = re.compile(
    r"(?P<word>(?:bilaga|bil\.)\s?)?"
    r"(?P<label>\d{1,3}\.\d{1,2}(?!\w)|\d{1,3}\s?[A-ZÅÄÖ]{1,2}(?!\w)|\d{1,3}\s?[a-zåäö](?=[.):\s])|\d{1,3}(?!\w)|[A-ZÅÄÖ]{1,2}(?!\w)|[a-zåäö](?=[.)]))"
    r"(?P<sign>[.):,]|\s?[-–](?=\s))?\s*(?P<rest>\S.*)",
    re.IGNORECASE,
)
_NOT_IN_UTSKICK = re.compile(
    r"tillgänglig|(?:delas\sut|läggs\sut|visas|presenteras|finns|redovisas|överlämnas)\b.{0,30}\b(?:möte|sammanträde)"
    r"|(?:på|vid|under)\s(?:mötet|sammanträdet)|bifogas\s(?:ej|inte)|(?:skickas|sänds)\s(?:ej|inte)|muntlig",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\bobs\b|finns|delas|skickas|sänds|komplettera|tillgänglig|sekretess|kommer\s(?:att|senare)|läggs|inväntas|muntlig"
    r"|eftersänds|bifogas|bordslägg|mötet|sammanträdet|arbetsmaterial|utkast",
    re.IGNORECASE,
)
_LAST_BRACKET = re.compile(r"\s*\((?P<note>[^()]*)\)\s*\.?$")


@dataclass(frozen=True, slots=True)
class _Label:
    label: str
    rest: str


def read_bilagor(lines: Sequence[Line], width: int, *, number: str, note: str) -> Entries:
    """Read bilagor: label, rubrik and remark; lines that were wrapped are joined.

    Args:
        lines: the lines under the heading.
        width: letters in a full line; 0 when lines are not wrapped.
        number: the punkt's number, that a label is expected to begin with.
        note: what the heading said in brackets, about all of them.
    """
    marked = bool(lines) and _labelled(lines[0].text) is not None

    def starts(before: Line | None, line: Line) -> bool:
        if marked:
            return _labelled(line.text) is not None
        return before is None or sub_marker_of(line.text) is not None

    groups, stray = _grouped(lines, width, starts, marked=marked)
    out = Entries(stray=stray)
    all_outside = bool(_NOT_IN_UTSKICK.search(note))
    for group in groups:
        bilaga = _bilaga(group, outside=all_outside)
        if note and not all_outside:
            bilaga = replace(bilaga, anmärkning="; ".join(filter(None, (bilaga.anmärkning, note))))
        out.bilagor.append(bilaga)
        if _belongs_elsewhere(bilaga.label, number, len(out.bilagor)):
            out.doubts.append(doubts.bilaga_label(group[0].index, bilaga.label, number))
    return out


def _bilaga(group: Sequence[Line], *, outside: bool) -> FoundBilaga:
    text = joined_text(group)
    labelled = _labelled(text)
    label, rest = ("", text) if labelled is None else (labelled.label, labelled.rest)
    if labelled is None:
        bullet = sub_marker_of(text)
        rest = bullet.rest if bullet else text
    found = _LAST_BRACKET.search(rest)
    note = found["note"].strip() if found and _NOTE.search(found["note"]) else ""
    if found and note and found.start():
        rest = rest[: found.start()]
    inside = not outside and not _NOT_IN_UTSKICK.search(note)
    return FoundBilaga(label, rest.strip(), note, inside, group[0].index)


def _labelled(text: str) -> _Label | None:
    """Return the label a line begins with: «3A.», «4.», «B.», «Bilaga 2»; else None.

    A letter or number with neither sign nor the word is a word like any other («I ärendet»),
    unless it is a number with a capital («3A Missiv»).
    """
    found = _LABEL.fullmatch(text)
    if not found:
        return None
    label = re.sub(r"\s", "", found["label"])
    sure = found["sign"] or found["word"] or re.fullmatch(r"\d+(?:[A-ZÅÄÖ]{1,2}|\.\d+)", label)
    return _Label(label, found["rest"].strip()) if sure else None


def is_bilaga(text: str) -> bool:
    """Tell whether a line says itself that it names a bilaga: «Bilaga 3 Tjänsteskrivelse»."""
    found = _LABEL.fullmatch(text)
    return found is not None and found["word"] is not None


def _belongs_elsewhere(label: str, number: str, place: int) -> bool:
    digits = re.match(r"\d+", label)
    own = re.search(r"\d+", number)
    if digits is None or own is None or digits[0] == own[0]:
        return False
    return not (label.isdigit() and int(label) == place)
