"""The numbers Word shows before paragraphs: they are not in the text, Word counts them.

Source: ECMA-376 part 1, 17.9 (numbering) and 17.7 (styles).
"""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from nämnd.läsning.word_package import W, WordPackage

_LEVELS = 9
_MAX_CHAIN = 20  # styles based on styles; Word itself allows no circles
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
          (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MAX_ROMAN = 3999


@dataclass(frozen=True, slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Which list a paragraph belongs to, and how deep."""

    list_id: str
    level: int


@dataclass(slots=True)
class Numbering:
    """Counts through a document: `label` is called once for each paragraph, in order.

    Lists with different ids may count together: what they share is an abstract list.
    """

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict[str, dict[int, _Level]])
    shared: dict[str, str] = field(default_factory=dict[str, str])  # list id → what it counts with
    restarts: dict[str, dict[int, int]] = field(default_factory=dict[str, dict[int, int]])
    styles: dict[str, _Place] = field(default_factory=dict[str, _Place])
    counts: dict[str, list[int | None]] = field(default_factory=dict[str, list[int | None]])
    begun: set[tuple[str, int]] = field(default_factory=set[tuple[str, int]])

    def label(self, paragraph: ET.Element) -> str:
        """Return the label Word shows before `paragraph` («3.», «a)», «•»), or «»."""
        place = self._place(paragraph)
        levels = self.levels.get(place.list_id) if place else None
        if place is None or levels is None:
            return ""
        level = levels.get(place.level, _Level())
        counts = self._count(place, levels)
        if level.form == "bullet":
            return "•"
        if level.form == "none":
            return ""
        return _filled(level.pattern, counts, levels)

    def _count(self, place: _Place, levels: dict[int, _Level]) -> list[int | None]:
        counts = self.counts.setdefault(self.shared[place.list_id], [None] * _LEVELS)
        restart = self.restarts[place.list_id].get(place.level)
        key = (place.list_id, place.level)
        if restart is not None and key not in self.begun:
            counts[place.level] = None
        self.begun.add(key)
        start = levels.get(place.level, _Level()).start if restart is None else restart
        before = counts[place.level]
        counts[place.level] = start if before is None else before + 1
        counts[place.level + 1 :] = [None] * (_LEVELS - place.level - 1)
        return counts

    def _place(self, paragraph: ET.Element) -> _Place | None:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return None
        style = properties.find(f"{W}pStyle")
        inherited = self.styles.get(style.get(f"{W}val", "")) if style is not None else None
        return _own_place(properties, inherited)


def numbering_of(package: WordPackage) -> Numbering:
    """Return the numbering of a Word file; without lists one that gives no labels."""
    numbering = Numbering()
    root = package.part("word/numbering.xml")
    if root is None:
        return numbering
    abstract = {
        element.get(f"{W}abstractNumId", ""): _levels(element)
        for element in root.iter(f"{W}abstractNum")
    }
    for element in root.iter(f"{W}num"):
        _add_list(numbering, element, abstract)
    styles = package.part("word/styles.xml")
    if styles is not None:
        numbering.styles = _style_places(styles)
    return numbering


def _add_list(
    numbering: Numbering, element: ET.Element, abstract: dict[str, dict[int, _Level]]
) -> None:
    list_id, shared = element.get(f"{W}numId", ""), _value(element, "abstractNumId")
    levels = dict(abstract.get(shared, {}))
    restarts: dict[int, int] = {}
    for override in element.iter(f"{W}lvlOverride"):
        depth = _number(override.get(f"{W}ilvl"), 0)
        levels.update(_levels(override))
        start = override.find(f"{W}startOverride")
        if start is not None:
            restarts[depth] = _number(start.get(f"{W}val"), 1)
    numbering.levels[list_id] = levels
    numbering.shared[list_id] = shared
    numbering.restarts[list_id] = restarts


def _levels(element: ET.Element) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for level in element.iter(f"{W}lvl"):
        depth = _number(level.get(f"{W}ilvl"), 0)
        if depth < _LEVELS:
            found[depth] = _Level(
                _number(_value(level, "start"), 1),
                _value(level, "numFmt") or "decimal",
                _value(level, "lvlText"),
            )
    return found


def _style_places(styles: ET.Element) -> dict[str, _Place]:
    """Return the list that each paragraph style puts its paragraphs in, looking up its bases."""
    by_id = {style.get(f"{W}styleId", ""): style for style in styles.iter(f"{W}style")}
    found: dict[str, _Place] = {}
    for style_id, style in by_id.items():
        chain: list[ET.Element] = []
        at: ET.Element | None = style
        while at is not None and len(chain) < _MAX_CHAIN:
            chain.append(at)
            at = by_id.get(_value(at, "basedOn"))
        place: _Place | None = None
        for one in reversed(chain):
            properties = one.find(f"{W}pPr")
            if properties is not None:
                place = _own_place(properties, place)
        if place is not None:
            found[style_id] = place
    return found


def _own_place(properties: ET.Element, inherited: _Place | None) -> _Place | None:
    """Return the place `properties` names, each half inherited if not named; «0» ends it."""
    own = properties.find(f"{W}numPr")
    if own is None:
        return inherited
    list_id = _value(own, "numId") or (inherited.list_id if inherited else "")
    depth = _number(_value(own, "ilvl"), inherited.level if inherited else 0)
    if list_id in {"", "0"} or depth >= _LEVELS:
        return None
    return _Place(list_id, depth)


def _value(element: ET.Element, child: str) -> str:
    found = element.find(f"{W}{child}")
    return "" if found is None else found.get(f"{W}val", "")


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else otherwise  # noqa: PLR2004 - digits


def _filled(pattern: str, counts: list[int | None], levels: dict[int, _Level]) -> str:
    out = pattern
    for depth, count in enumerate(counts):
        level = levels.get(depth, _Level())
        out = out.replace(
            f"%{depth + 1}", _in_form(level.start if count is None else count, level.form)
        )
    return out.strip()


def _in_form(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return _letters(number)
        case "upperLetter":
            return _letters(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperRoman":
            return _roman(number).upper()
        case "decimalZero":
            return f"{number:02}"
        case _:
            return str(number)


def _letters(number: int) -> str:
    """Return Word's letters: a–z, then aa, bb, cc (not aa, ab)."""
    if number < 1:
        return ""
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * min(times + 1, 30)


def _roman(number: int) -> str:
    out = ""
    rest = number if number <= _MAX_ROMAN else 0
    for value, letters in _ROMAN:
        times, rest = divmod(rest, value)
        out += letters * times
    return out
