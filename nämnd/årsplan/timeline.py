"""The year as a timeline: twelve columns, and each post on its day in a lane where it has room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from nämnd.årsplan.picture import (
    Box,
    Ink,
    Line,
    Paper,
    Picture,
    Pill,
    Polygon,
    Shape,
    Spot,
    Words,
)
from nämnd.årsplan.symbols import legend, symbol, tone
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import day_of_year, days_in, label_text, short_month

_GROUPS = (
    ("Sammanträden", (Slag.SAMMANTRÄDE,)),
    ("Kallelse, stoppdagar och justering", (Slag.KALLELSE, Slag.MÖTESFRIST, Slag.JUSTERING)),
    ("Bevakningar", (Slag.BEVAKNING, Slag.ÅTERKOMMANDE)),
    ("Upptagna dagar", (Slag.SPÄRRDAG,)),
)
_TEXT, _SMALL = 12.5, 11.5  # design pixels
_AXIS, _LANE, _PILL, _CAPTION, _TICKS = 28, 27, 22, 22, 20
_PAD, _RADIUS, _GAP = 6, 4.5, 7
_MOST = 0.46  # of the width that one label takes


def timeline(poster: Sequence[Årspost], år: int, today: date, paper: Paper) -> Picture:
    """Return the posts of `år` drawn along it. No two labels overlap; the height is what it takes.

    Args:
        poster: those of other years are left out.
        år: the year that is drawn.
        today: marked when it is in the year.
        paper: how wide, and how text is measured; its height is not used.
    """
    return _Timeline(tuple(poster), år, today, paper).drawn()


@dataclass(slots=True)
class _Placed:
    """A post in its lane: where its pill begins and ends, and where the mark is in it."""

    number: int
    post: Årspost
    day: float
    left: float
    right: float
    text: str
    text_x: float


@dataclass(slots=True)
class _Timeline:
    poster: tuple[Årspost, ...]
    år: int
    today: date
    paper: Paper
    shapes: list[Shape] = field(default_factory=list[Shape])
    spots: list[Spot] = field(default_factory=list[Spot])

    def drawn(self) -> Picture:
        y = self._u(_AXIS) + (self._u(_CAPTION) if self.today.year == self.år else self._u(4))
        for name, slag in _GROUPS:
            y = self._group(name, slag, y)
        bottom = y + self._u(6)
        shown = tuple(self.poster[one.number] for one in self.spots)
        keys, high = legend(shown, self.paper, bottom + self._u(8))
        edge = Pill(
            0.5, 0.5, self.paper.width - 1, bottom - 1, self._u(3), None, Ink.BORDER, self._u(1)
        )
        frame = (*self._columns(bottom), edge, *self._axis(), *self._today(bottom))
        whole = (*frame, *self.shapes, *keys)
        height = bottom + (self._u(10) + high if keys else 1)
        spots = tuple(sorted(self.spots, key=lambda one: one.number))
        return Picture(self.paper.width, height, whole, spots)

    def _u(self, design: float) -> float:
        return design * self.paper.unit

    def _x(self, dag: date) -> float:
        """Return the middle of a day."""
        return (day_of_year(dag) + 0.5) / days_in(self.år) * self.paper.width

    def _month(self, number: int) -> float:
        """Return where a month begins; 13: where the year ends."""
        if number > 12:  # noqa: PLR2004 - months
            return self.paper.width
        return day_of_year(date(self.år, number, 1)) / days_in(self.år) * self.paper.width

    def _columns(self, bottom: float) -> Iterator[Shape]:
        yield Pill(0.5, 0.5, self.paper.width - 1, bottom - 1, self._u(3), Ink.SURFACE)
        for number in range(1, 13):
            left, right = self._month(number), self._month(number + 1)
            if number % 2 == 0:
                edge = -1 if number == 12 else 0  # noqa: PLR2004 - months
                yield _band(left, right + edge, 1, bottom - 1)
            if number > 1:
                yield Line(((left, 1), (left, bottom - 1)), Ink.SEPARATOR, self._u(1))

    def _axis(self) -> Iterator[Shape]:
        size, y = self._u(_TEXT), self._u(18)
        for number in range(1, 13):
            left, right = self._month(number), self._month(number + 1)
            name = short_month(number)
            fits = self.paper.measure(name, size, False) <= right - left - self._u(8)  # noqa: FBT003 - not bold
            text = name if fits else name[:1]
            room = right - left - self.paper.measure(text, size, False)  # noqa: FBT003 - as above
            yield Words(left + min(self._u(7), room / 2), y, text, size, Ink.MUTED)

    def _today(self, bottom: float) -> Iterator[Shape]:
        if self.today.year != self.år:
            return
        x, top = self._x(self.today), self._u(_AXIS)
        size, text = self._u(_SMALL), "i dag"
        wide = self.paper.measure(text, size, True)  # noqa: FBT003 - bold
        left = min(max(x - wide / 2, self._u(4)), self.paper.width - wide - self._u(4))
        yield Line(((x, top + self._u(15)), (x, bottom - 1)), Ink.ACCENT, self._u(1.4))
        yield Words(left, top + self._u(11), text, size, Ink.ACCENT, bold=True)

    def _group(self, name: str, slag: tuple[Slag, ...], y: float) -> float:
        """Draw one group from `y` down; return where it ends."""
        chosen = [
            (number, post)
            for number, post in enumerate(self.poster)
            if post.slag in slag and post.dag.year == self.år
        ]
        if not chosen:
            return y
        chosen.sort(key=lambda one: (one[1].dag, one[0]))
        size = self._u(_SMALL)
        caption = self.paper.short(name, size, self.paper.width - self._u(16))
        self._caption(caption, size, y)
        y += self._u(_CAPTION)
        if slag == (Slag.SPÄRRDAG,):
            return self._ticks(chosen, y)
        lanes = _in_lanes([self._ways(*one) for one in chosen], self._u(_PAD))
        for lane in lanes:
            for one in lane:
                self._pill(one, y)
            y += self._u(_LANE)
        return y + self._u(4)

    def _caption(self, text: str, size: float, y: float) -> None:
        """Write the name of a group on a ground of its own, or today's line would go through it."""
        wide = self.paper.measure(text, size, False)  # noqa: FBT003 - not bold
        ground = Pill(
            self._u(4), y + self._u(2), wide + self._u(8), self._u(17), self._u(4), Ink.SURFACE
        )
        self.shapes += (ground, Words(self._u(8), y + self._u(14), text, size, Ink.MUTED))

    def _ways(self, number: int, post: Årspost) -> tuple[_Placed, ...]:
        """Return how a post can stand: its label right of its day, or left of it, if they fit."""
        day, edge = self._x(post.dag), self._u(_GAP)
        size, bold = self._u(_TEXT), post.slag is Slag.SAMMANTRÄDE
        inside = self._u(_RADIUS) + self._u(5)
        room = min(self.paper.width * _MOST, self.paper.width - inside - 2 * edge)
        text = self.paper.short(label_text(post), size, room, bold=bold)
        wide = self.paper.measure(text, size, bold)
        least, most = self._u(2), self.paper.width - self._u(2)
        after = max(day - edge, least), day + inside + wide + edge, day + inside
        before = day - inside - wide - edge, min(day + edge, most), day - inside - wide
        fits = [one for one in (after, before) if least <= one[0] and one[1] <= most]
        shift = least - before[0]  # hardly any width at all: the label stands where it can
        there = fits or [(least, max(before[1], before[1] + shift), before[2] + shift)]
        return tuple(_Placed(number, post, day, *one[:2], text, one[2]) for one in there)

    def _pill(self, one: _Placed, y: float) -> None:
        now, high = tone(one.post), self._u(_PILL)
        middle = y + high / 2
        wide = one.right - one.left
        pill = Pill(one.left, y, wide, high, high / 2, now.fill, now.edge, self._u(1))
        self.shapes.append(pill)
        mark = symbol(one.post, one.day, middle, self._u(_RADIUS))
        self.shapes += mark
        bold = one.post.slag is Slag.SAMMANTRÄDE
        size = self._u(_TEXT)
        self.shapes.append(
            Words(one.text_x, middle + size * 0.34, one.text, size, now.ink, bold=bold)
        )
        r = self._u(_RADIUS)
        box = Box(one.day - r, middle - r, 2 * r, 2 * r)
        self.spots.append(Spot(one.number, box, Box(one.left, y, wide, high)))

    def _ticks(self, chosen: Iterable[tuple[int, Årspost]], y: float) -> float:
        """Draw days that are taken as ticks: forty of them would drown the rest as labels."""
        middle, r = y + self._u(_TICKS) / 2, self._u(7)
        for number, post in chosen:
            x = self._x(post.dag)
            self.shapes += symbol(post, x, middle, r)
            side = self._u(4)
            self.spots.append(Spot(number, Box(x - side, middle - r, 2 * side, 2 * r)))
        return y + self._u(_TICKS)


def _in_lanes(posts: Iterable[tuple[_Placed, ...]], pad: float) -> list[list[_Placed]]:
    """Return the posts in lanes, each in the first with `pad` round one of its ways."""
    lanes: list[list[_Placed]] = []
    for ways in posts:
        found = ((lane, way) for way in ways for lane in lanes if _has_room(lane, way, pad))
        lane, way = next(found, (None, ways[0]))
        if lane is None:
            lanes.append([way])
        else:
            lane.append(way)
    return lanes


def _has_room(lane: Iterable[_Placed], one: _Placed, pad: float) -> bool:
    return all(one.left >= other.right + pad or other.left >= one.right + pad for other in lane)


def _band(left: float, right: float, top: float, bottom: float) -> Polygon:
    return Polygon(((left, top), (right, top), (right, bottom), (left, bottom)), Ink.BAND)
