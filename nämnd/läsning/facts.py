"""What the head and foot of a dagordning say about the sammanträde itself."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nämnd.läsning import doubts
from nämnd.läsning.dates import WrittenDate, dates_in, times_in
from nämnd.läsning.details import NAME
from nämnd.läsning.found import Doubt
from nämnd.läsning.lines import Line, continues
from nämnd.läsning.markers import marker_of

_MAX = 200  # characters; longer lines hold no facts
_BODY = (
    r"[\wåäö-]*(?:nämnd(?:en)?|styrelsen|fullmäktige|utskott(?:et)?|beredningen|delegationen"
    r"|rådet|kommittén|presidium|presidiet|direktionen)"
)
_NO_TITLE = (
    r"(?!(?i:dagordning|föredragningslista|ärendelista|kallelse|protokoll|sammanträde\w*"
    r"|möte|tid|plats)\b)"
)
_ORGAN = (
    rf"(?P<organ>(?:{_NO_TITLE}(?:[A-ZÅÄÖ][\w-]*,?|och|för|i)\s){{0,6}}{_BODY}"
    rf"(?P<of>s?)(?:\s(?:i|för|inom|vid)?\s?(?:Region(?:en)?\s|[A-ZÅÄÖ]\w+s\s)?{_NO_TITLE}[A-ZÅÄÖ]\w+(?:\s(?:kommun|stad|län|region))?)?)"
)
_ORGAN_LINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:(?:organ|nämnd|instans)\s*[:\t]\s*)(?-i:{_ORGAN})",
        rf"{_ORGAN}",
        rf"(?i:(?:[Kk]allelse|.*\bsammanträde(?:t)?|möte)(?:\s(?:till|med|i|för|av))?(?:\ssammanträde\s(?:med|i|för))?)\s(?-i:{_ORGAN})\b.{{0,80}}",
        rf"(?i:(?:föredragningslista|dagordning|ärendelista|kallelse)[,:]?(?:\s(?:till|för|vid|med|–|-))?)\s(?-i:{_ORGAN})\b.{{0,80}}",
        rf"{_ORGAN}\b[\s,–:]+(?i:kallelse|föredragningslista|dagordning|sammanträde).{{0,80}}",
    )
)
_WHEN = (
    "tid och plats",
    "plats och tid",
    "datum och tid",
    "tid",
    "datum",
    "sammanträdesdatum",
    "sammanträdestid",
    "när",
    "dag",
    "sammanträdesdag",
)
_WHERE = ("plats", "lokal", "mötesplats", "sammanträdesplats", "var", "sammanträdeslokal")
_NEXT_LABEL = re.compile(rf"\t(?=(?:{'|'.join((*_WHEN, *_WHERE))})\s*:)", re.IGNORECASE)
_ROLE = r"(?P<role>ordförande|(?:nämnd|region|mötes|styrelse)?sekreterare)"
_HAS_ROLE = re.compile(r"ordförande|sekreterare", re.IGNORECASE)
_PARTY = r"(?:\s?\([A-ZÅÄÖ]{1,3}\))?"
_NAME_AND_ROLE = re.compile(rf"(?P<name>{NAME}){_PARTY}\s?[,\t–-]?\s?(?i:{_ROLE})\b.{{0,60}}")
_ROLE_AND_NAME = re.compile(rf"(?i:{_ROLE})\s?[:\t ]\s?(?P<name>{NAME}){_PARTY}.{{0,60}}")
_ROLE_ALONE = re.compile(rf"{_ROLE}(?:\s.{{0,60}})?", re.IGNORECASE)
_ONE_NAME = re.compile(rf"(?P<name>{NAME}){_PARTY}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found; «» or None where nothing was."""

    organ: str
    day: date | None
    from_time: str
    to_time: str
    plats: str
    ordförande: str
    sekreterare: str
    doubts: tuple[Doubt, ...]


def read_facts(
    before: Sequence[Line], head: Sequence[Line], foot: Sequence[Line], first_tid: str
) -> Facts:
    """Return the facts.

    Args:
        before: a few lines before the title, where a letterhead can stand.
        head: from the title to the first punkt.
        foot: the lines after the last punkt, with the signatures.
        first_tid: the time of the first punkt, for want of another.
    """
    short_head = [one for line in head if len(line.text) <= _MAX for one in _side_by_side(line)]
    letterhead = [line for line in before if len(line.text) <= _MAX]
    where = head[0].index if head else 0
    written = _day(short_head, letterhead)
    from_time, to_time = _times(short_head)
    plats = _plats(short_head)
    found: list[Doubt] = _date_doubts(written, where)
    if not from_time and first_tid:
        from_time = first_tid
        found.append(doubts.time_of_first(where, first_tid))
    elif not from_time:
        found.append(doubts.missing(where, "Klockslag"))
    if not plats:
        found.append(doubts.missing(where, "Plats"))
    people = [line for line in (*short_head, *foot) if len(line.text) <= _MAX]
    return Facts(
        _organ([*short_head, *letterhead]),
        written[1].day if written else None,
        from_time,
        to_time,
        plats,
        _holder("ordförande", people),
        _holder("sekreterare", people),
        tuple(found),
    )


def _side_by_side(line: Line) -> list[Line]:
    """Divide «Datum: 5 april⇥Plats: Vik» into the lines it would be, one below the other."""
    return [replace(line, text=text) for text in _NEXT_LABEL.split(line.text)]


def is_organ(text: str) -> bool:
    """Tell whether a line is the name of a nämnd and nothing else."""
    return len(text) <= _MAX and re.fullmatch(_ORGAN, text) is not None


def _organ(lines: Sequence[Line]) -> str:
    for pattern in _ORGAN_LINES:
        for line in lines:
            for cell in (line.plain, *line.text.split("\t")):
                found = pattern.fullmatch(_lowered(cell.strip(" :")))
                if found:
                    return _organ_name(found["organ"], genitive=bool(found["of"]))
    return ""


def _lowered(text: str) -> str:
    """Return «Regionstyrelsen» for «REGIONSTYRELSEN»."""
    return text.capitalize() if text.isupper() else text


def _organ_name(text: str, *, genitive: bool) -> str:
    name = text.strip(" ,")
    if genitive:  # «Regionstyrelsens sammanträde»
        name = re.sub(rf"({_BODY})s\b", r"\1", name)
    return name[:1].upper() + name[1:]


def _labelled(lines: Sequence[Line], labels: Iterable[str]) -> list[tuple[Line, str]]:
    """Return the values after labels: on the same line, else the line below a label alone."""
    pattern = re.compile(
        rf"(?:{'|'.join(labels)})(?:\s*[:\t]\s*|\s+(?=\S)|\s*$)(?P<value>.*)", re.IGNORECASE
    )
    out: list[tuple[Line, str]] = []
    for at, line in enumerate(lines):
        found = pattern.fullmatch(line.text)
        if not found:
            continue
        value = found["value"].replace("\t", " ").strip()
        if value:
            out.append((line, value))
        elif at + 1 < len(lines):
            out.append((line, lines[at + 1].plain))
    return out


def _day(head: Sequence[Line], letterhead: Sequence[Line]) -> tuple[Line, WrittenDate] | None:
    """Return the date of the sammanträde: after «Tid» or «Datum», else the first there is."""
    labelled = [
        (line, found) for line, value in _labelled(head, _WHEN) for found in dates_in(value)
    ]
    loose = [(line, found) for line in (*head, *letterhead) for found in dates_in(line.plain)]
    everything = labelled + loose
    with_year = [one for one in everything if one[1].day]
    return next(iter(with_year or everything), None)


def _date_doubts(written: tuple[Line, WrittenDate] | None, where: int) -> list[Doubt]:
    if written is None:
        return [doubts.missing(where, "Datum")]
    line, found = written
    if found.day is None:
        return [doubts.year_missing(line.index, found.text)]
    if found.weekday_wrong:
        return [doubts.weekday(line.index, found.text, found.weekday_wrong)]
    return []


def _times(head: Sequence[Line]) -> tuple[str, str]:
    labelled = [value for _, value in _labelled(head, (*_WHEN, "klockan", r"kl\.?", "start"))]
    loose = [line.plain for line in head if dates_in(line.plain) or "kl" in line.text.casefold()]
    for text in (*labelled, *loose):
        from_time, to_time, _ = times_in(text)
        if from_time:
            return from_time, to_time
    alone = [value for _, value in _labelled(head, (r"kl(?:ockan|\.)?",))]
    return times_in(f"kl {alone[0]}")[:2] if alone else ("", "")


def _plats(head: Sequence[Line]) -> str:
    for line, value in _labelled(head, _WHERE):
        if not value.casefold().startswith("och tid"):
            return _with_next(head, line, value)
    for _, value in _labelled(head, ("tid och plats", "plats och tid")):
        return _place_beside_time(value)
    return ""


def _with_next(head: Sequence[Line], line: Line, value: str) -> str:
    at = head.index(line)
    after = head[at + 1] if at + 1 < len(head) else None
    if after and value.endswith(",") and continues(line, after, 0) and not marker_of(after.text):
        return f"{value} {after.plain}"
    return value.rstrip(" ,.")


def _place_beside_time(value: str) -> str:
    """Return what is left of «Regionhuset, onsdag 27 juni 2018 kl. 09.00» without the time."""
    _, _, end = times_in(value)
    out = value[:end] + "\n" + value[end:] if end > 0 else value
    for found in reversed(dates_in(out)):
        out = out[: found.start] + "\n" + out[found.end :]
    pieces = re.split(
        r"\n|(?:,?\s?\bkl(?:ockan|\.)?\s?)?\b\d{1,2}[.:]\d\d\b(?:\s?[-–]\s?\d{1,2}[.:]\d\d)?", out
    )
    words = [piece.strip(" ,.;–-") for piece in pieces]
    return max(
        (word for word in words if word.casefold() not in {"kl", "den"}), key=len, default=""
    )


def _holder(role: str, lines: Sequence[Line]) -> str:
    """Return the name with a role: beside it, or above it (also in two columns)."""
    for line in reversed(lines):
        for pattern in (_NAME_AND_ROLE, _ROLE_AND_NAME):
            marker = marker_of(line.plain)
            for cell in (marker.rest if marker else line.plain, *line.text.split("\t")):
                found = pattern.fullmatch(cell)
                if found and found["role"].casefold().endswith(role) and _is_name(found["name"]):
                    return found["name"].strip()
    for at in range(len(lines) - 1, 0, -1):
        name = _name_above(role, lines[at - 1], lines[at])
        if name:
            return name
    return ""


def _name_above(role: str, above: Line, line: Line) -> str:
    roles, names = line.text.split("\t"), above.text.split("\t")
    if len(roles) == 1 and " " in line.text and _ROLE_ALONE.fullmatch(line.text.split(" ", 1)[1]):
        roles = line.text.split(" ", 1)
    for place, cell in enumerate(roles):
        found = _ROLE_ALONE.fullmatch(cell)
        if found and found["role"].casefold().endswith(role) and place < len(names):
            named = _ONE_NAME.fullmatch(names[place])
            if named and _is_name(named["name"]):
                return named["name"]
    return ""


def _is_name(text: str) -> bool:
    return text[:1].isupper() and not re.search(
        r"\b(?:vice|ersättare|enligt)\b", text, re.IGNORECASE
    )


_ENDING_WORDS = re.compile(
    r"(?:enligt\suppdrag|vid\s(?:protokollet|pennan))(?:\t.*)?", re.IGNORECASE
)


def is_signed(above: Line | None, line: Line) -> bool:
    """Tell whether a line is surely the foot of a document: a role alone under a name."""
    if _ENDING_WORDS.fullmatch(line.text):
        return True
    if above is None or max(len(line.text), len(above.text)) > _MAX:
        return False
    if not _HAS_ROLE.search(line.text):
        return False
    return any(_name_above(role, above, line) for role in ("ordförande", "sekreterare"))


def is_signature(above: Line | None, line: Line) -> bool:
    """Tell whether a line may be the foot of a document: «Välkomna!», «Anna Ek, ordförande»."""
    if is_signed(above, line) or _WELCOME.fullmatch(line.text):
        return True
    if above is None or len(line.text) > _MAX or not _HAS_ROLE.search(line.text):
        return False
    return _NAME_AND_ROLE.fullmatch(line.text) is not None and not marker_of(line.text)


_WELCOME = re.compile(r"välkom(?:na|men)!?", re.IGNORECASE)
