"""The year as a wheel: January at the top, the months clockwise, each post on its day.

From the rim inwards: the months; the sammanträden with the weeks that belong to each as an arc;
what is counted from them; what is watched; the days that are taken. The labels stand in two columns
beside it, in the order of the days, so that the lines to them never cross and no two overlap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import cos, hypot, pi, sin

from nämnd.core.swedish import counted
from nämnd.årsplan.picture import (
    Box,
    Circle,
    Ink,
    Line,
    Paper,
    Picture,
    Pill,
    Point,
    Polygon,
    Shape,
    Spot,
    Words,
)
from nämnd.årsplan.symbols import legend, symbol, tone
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import day_of_year, days_in, label_text, short_month

_TEXT, _SMALL, _YEAR = 12.5, 12, 34  # design pixels
_ROW, _PILL = 25, 21  # from label to label; the height of one
_WIDEST, _AWAY = 265, 30  # the wheel leaves so much room for a label; from the rim to the labels
_LEAST = 0.2  # of the width: the radius is no smaller for the sake of labels
_LANE = 2.2  # between lines that run along the rim
_STEP = pi / 180  # of a curve
_TRACK = {
    Slag.SAMMANTRÄDE: 0.765,
    Slag.KALLELSE: 0.635,
    Slag.MÖTESFRIST: 0.635,
    Slag.JUSTERING: 0.635,
    Slag.BEVAKNING: 0.525,
    Slag.ÅTERKOMMANDE: 0.525,
    Slag.SPÄRRDAG: 0.435,
}
_MONTHS, _INSIDE = 0.865, 0.385  # of the radius: the inner edge of the months, the middle
_ARC = (0.725, 0.805)
_FIRST = (Slag.SAMMANTRÄDE, Slag.BEVAKNING, Slag.ÅTERKOMMANDE, Slag.KALLELSE)
_SIZE = {Slag.SAMMANTRÄDE: 7.0, Slag.SPÄRRDAG: 5.0}


def wheel(poster: Sequence[Årspost], år: int, today: date, paper: Paper) -> Picture:
    """Return the posts of `år` as a wheel in the whole of `paper`.

    Where there is not room for all labels, sammanträden and what is watched come first; the rest
    is marks only, and it is said how many.
    """
    return _Wheel(tuple(poster), år, today, paper).drawn()


@dataclass(slots=True)
class _Label:
    """A post beside the wheel: where its line leaves the rim, and how high up it stands."""

    number: int
    post: Årspost
    angle: float
    y: float = 0


@dataclass(slots=True)
class _Wheel:
    poster: tuple[Årspost, ...]
    år: int
    today: date
    paper: Paper
    shapes: list[Shape] = field(default_factory=list[Shape])
    marks: dict[int, Box] = field(default_factory=dict[int, Box])
    labels: dict[int, Box] = field(default_factory=dict[int, Box])

    def drawn(self) -> Picture:
        chosen = [(n, one) for n, one in enumerate(self.poster) if one.dag.year == self.år]
        shown = tuple(one for _, one in chosen)
        _, keys_high = legend(shown, self.paper, 0, arcs=True)
        self.shapes = []
        keys, _ = legend(shown, self.paper, self.paper.height - keys_high, arcs=True)
        self._face()
        self._arcs(shown)
        self._hand()
        sides = self._sides(chosen, keys_high)
        for right, side in sides.items():
            self._leaders(side, right=right)
        for number in range(1, 13):
            self._month_name(number)
        self._put_marks(chosen)
        for right, side in sides.items():
            self._put_labels(side, right=right)
        self._middle(shown, len([one for one in chosen if one[0] not in self.labels]))
        spots = (Spot(n, self.marks[n], self.labels.get(n)) for n, _ in chosen)
        size = self.paper.width, self.paper.height
        return Picture(*size, (*self.shapes, *keys), tuple(spots))

    def _u(self, design: float) -> float:
        return design * self.paper.unit

    @property
    def _radius(self) -> float:
        _, keys = legend(self.poster, self.paper, 0, arcs=True)
        high = (self.paper.height - keys) / 2 - self._u(12)
        labels = (label_text(one) for one in self.poster if one.slag is not Slag.SPÄRRDAG)
        size, pads = self._u(_TEXT), self._u(20)
        widths = [self.paper.measure(text, size, True) + pads for text in labels]  # noqa: FBT003 - bold
        side = min(max(widths, default=0), self._u(_WIDEST)) + self._u(_AWAY)
        wide = max(self.paper.width / 2 - side, self.paper.width * _LEAST)
        return max(min(high, wide, self._u(330)), self._u(60))

    @property
    def _centre(self) -> Point:
        _, keys = legend(self.poster, self.paper, 0, arcs=True)
        return self.paper.width / 2, (self.paper.height - keys) / 2

    def _at(self, angle: float, part: float) -> Point:
        """Return the point at `angle` from the top, clockwise, `part` of the radius out."""
        x, y = self._centre
        return x + sin(angle) * part * self._radius, y - cos(angle) * part * self._radius

    def _angle(self, dag: date) -> float:
        return (day_of_year(dag) + 0.5) / days_in(self.år) * 2 * pi

    def _month(self, number: int) -> float:
        if number > 12:  # noqa: PLR2004 - months
            return 2 * pi
        return day_of_year(date(self.år, number, 1)) / days_in(self.år) * 2 * pi

    def _face(self) -> None:
        """Draw the months, each a field of the ring and a sector within it."""
        x, y = self._centre
        self.shapes.append(Circle(x, y, self._radius, Ink.SURFACE, Ink.BORDER, self._u(1)))
        for number in range(1, 13):
            start, end = self._month(number), self._month(number + 1)
            fill = Ink.NOTE_FILL if number % 2 else Ink.BAND
            self.shapes.append(self._sector(start, end, _MONTHS, 1, fill, Ink.BORDER))
            if number % 2 == 0:
                self.shapes.append(self._sector(start, end, _INSIDE, _MONTHS, Ink.BAND))
        for track in sorted({*_TRACK.values()} - {_TRACK[Slag.SAMMANTRÄDE]}):
            self.shapes.append(Circle(x, y, track * self._radius, None, Ink.SEPARATOR, self._u(1)))
        for number in range(1, 13):
            angle = self._month(number)
            ends = self._at(angle, _INSIDE), self._at(angle, _MONTHS)
            self.shapes.append(Line(ends, Ink.SEPARATOR, self._u(1)))

    def _month_name(self, number: int) -> None:
        size = self._u(_TEXT)
        middle = (self._month(number) + self._month(number + 1)) / 2
        x, y = self._at(middle, (_MONTHS + 1) / 2)
        text = short_month(number)
        wide = self.paper.measure(text, size, True)  # noqa: FBT003 - bold
        room = (1 - _MONTHS) * self._radius * 1.6
        if wide <= room:
            high, pad = size * 1.3, size * 0.3
            fill = Ink.NOTE_FILL if number % 2 else Ink.BAND
            ground = Pill(x - wide / 2 - pad, y - high / 2, wide + 2 * pad, high, high / 3, fill)
            words = Words(x - wide / 2, y + size * 0.34, text, size, Ink.MUTED, bold=True)
            self.shapes += (ground, words)  # lines to labels pass under it

    def _sector(
        self,
        start: float,
        end: float,
        inner: float,
        outer: float,
        fill: Ink,
        edge: Ink | None = None,
    ) -> Polygon:
        steps = max(1, round((end - start) / _STEP))
        angles = [start + (end - start) * at / steps for at in range(steps + 1)]
        out = (self._at(one, outer) for one in angles)
        back = (self._at(one, inner) for one in reversed(angles))
        return Polygon((*out, *back), fill, edge, self._u(1))

    def _arcs(self, shown: Sequence[Årspost]) -> None:
        """Draw the time that belongs to each sammanträde: from its first day to its last."""
        for key in dict.fromkeys(one.sammanträde_id for one in shown if one.sammanträde_id):
            own = [
                one.dag
                for one in shown
                if one.sammanträde_id == key and one.slag not in (Slag.BEVAKNING, Slag.ÅTERKOMMANDE)
            ]
            if len(own) > 1:
                start, end = self._angle(min(own)), self._angle(max(own))
                self.shapes.append(self._sector(start, end, *_ARC, Ink.NOTE_EDGE))

    def _hand(self) -> None:
        """Point at today."""
        if self.today.year != self.år:
            return
        angle = self._angle(self.today)
        ends = self._at(angle, _INSIDE), self._at(angle, _MONTHS)
        self.shapes.append(Line(ends, Ink.ACCENT, self._u(2)))
        tip, left, right = (
            self._at(angle, _MONTHS),
            self._at(angle - 0.025, _MONTHS - 0.045),
            self._at(angle + 0.025, _MONTHS - 0.045),
        )
        self.shapes.append(Polygon((tip, left, right), Ink.ACCENT))

    def _put_marks(self, chosen: Sequence[tuple[int, Årspost]]) -> None:
        """Draw the marks; those that would lie on each other stand beside each other."""
        for number, post in sorted(chosen, key=lambda one: one[1].slag is Slag.SAMMANTRÄDE):
            r = self._u(_SIZE.get(post.slag, 4.8))
            x, y = self._free(post, r)
            if post.slag is Slag.SPÄRRDAG:
                self._tick(post)
            else:
                self.shapes += symbol(post, x, y, r)
            self.marks[number] = Box(x - r, y - r, 2 * r, 2 * r)

    def _free(self, post: Årspost, r: float) -> Point:
        """Return where a mark goes: on its track, or a little further in when that is taken."""
        angle, part = self._angle(post.dag), _TRACK[post.slag]
        step = 2.5 * r / self._radius
        place = self._at(angle, part)
        for inwards in (0, step, -step, 2 * step, -2 * step):
            x, y = self._at(angle, part - inwards)
            box = Box(x - r * 0.8, y - r * 0.8, 1.6 * r, 1.6 * r)
            if not any(one.meets(box) for one in self.marks.values()):
                return x, y
        return place

    def _tick(self, post: Årspost) -> None:
        angle, part = self._angle(post.dag), _TRACK[post.slag]
        ends = self._at(angle, part - 0.03), self._at(angle, part + 0.03)
        self.shapes.append(Line(ends, tone(post).ink, self._u(2)))

    def _sides(
        self, chosen: Sequence[tuple[int, Årspost]], keys: float
    ) -> dict[bool, list[_Label]]:
        """Return the labels of the right and the left side, each from the top down."""
        wanted = [one for one in chosen if one[1].slag is not Slag.SPÄRRDAG]
        room = max(1, int((self.paper.height - keys - self._u(8)) // self._u(_ROW)))
        found: dict[bool, list[_Label]] = {}
        for right in (True, False):
            side = [
                _Label(number, post, self._angle(post.dag))
                for number, post in wanted
                if (self._angle(post.dag) < pi) is right
            ]
            kept = sorted(side, key=_weight)[:room]
            kept.sort(key=lambda one: (one.post.dag, one.number), reverse=not right)
            self._spread(kept, keys)
            found[right] = kept
        return found

    def _spread(self, labels: Sequence[_Label], keys: float) -> None:
        """Set each label as near its mark's height as the others let it."""
        row, top = self._u(_ROW), self._u(4) + self._u(_PILL) / 2
        bottom = self.paper.height - keys - self._u(8) - self._u(_PILL) / 2
        for one in labels:
            one.y = self._at(one.angle, 1.04)[1]
        for _ in range(40):
            last = top - row
            for one in labels:
                one.y = max(one.y, last + row)
                last = one.y
            last = bottom + row
            for one in reversed(labels):
                one.y = min(one.y, last - row)
                last = one.y
        last = top - row
        for one in labels:  # at last whatever happens: no two overlap
            one.y = max(one.y, last + row)
            last = one.y

    def _leaders(self, labels: Sequence[_Label], *, right: bool) -> None:
        """Draw a line from each mark to its label, round the wheel where it would cross it.

        Lines that run along the rim have lanes: the one that comes the longest way is outermost.
        """
        edge = self._label_edge(right=right)
        bend = edge + self._u(-5 if right else 5)
        lanes = {True: 0, False: 0}
        round_: dict[int, float] = {}
        for down, run in ((True, reversed(labels)), (False, iter(labels))):
            for one in run:
                goes_down = one.y > self._at(one.angle, 1)[1]
                if goes_down is down and self._crosses(self._at(one.angle, 1.02), (bend, one.y)):
                    lanes[down] += 1
                    round_[one.number] = 1.02 + lanes[down] * self._u(_LANE) / self._radius
        for one in labels:
            start = self._at(one.angle, _TRACK[one.post.slag])
            part = min(round_.get(one.number, 1.02), 1 + self._u(_AWAY - 8) / self._radius)
            way = self._round(one, part, (bend, one.y)) if one.number in round_ else ()
            points = (start, self._at(one.angle, part), *way, (bend, one.y), (edge, one.y))
            ink = Ink.ACCENT if one.post.slag is Slag.SAMMANTRÄDE else Ink.QUIET_EDGE
            self.shapes.append(Line(points, ink, self._u(1)))

    def _round(self, one: _Label, part: float, end: Point) -> tuple[Point, ...]:
        """Return the points along the rim until the way to `end` is free."""
        level = pi / 2 if one.angle < pi else 3 * pi / 2
        step = _STEP if level > one.angle else -_STEP
        if (end[1] > self._at(one.angle, 1)[1]) is not (step > 0) and one.angle < pi:
            step = -step
        if (end[1] > self._at(one.angle, 1)[1]) is not (step < 0) and one.angle >= pi:
            step = -step
        found: list[Point] = []
        angle = one.angle
        for _ in range(180):
            angle += step
            found.append(self._at(angle, part))
            if not self._crosses(found[-1], end):
                break
        return tuple(found)

    def _crosses(self, start: Point, end: Point) -> bool:
        """Say whether the way from `start` to `end` goes over the wheel."""
        x, y = self._centre
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = dx * dx + dy * dy or 1.0
        along = max(0.0, min(1.0, ((x - start[0]) * dx + (y - start[1]) * dy) / length))
        near = hypot(start[0] + along * dx - x, start[1] + along * dy - y)
        return near < self._radius * 1.005

    def _label_edge(self, *, right: bool) -> float:
        """Return where the labels of a side begin, on the side of the wheel."""
        x, _ = self._centre
        away = self._radius + self._u(_AWAY)
        return x + away if right else x - away

    def _put_labels(self, labels: Sequence[_Label], *, right: bool) -> None:
        size, high, pad = self._u(_TEXT), self._u(_PILL), self._u(9)
        edge = self._label_edge(right=right)
        room = (self.paper.width - edge if right else edge) - 2 * pad - self._u(2)
        for one in labels:
            bold, now = one.post.slag is Slag.SAMMANTRÄDE, tone(one.post)
            text = self.paper.short(label_text(one.post), size, room, bold=bold)
            wide = self.paper.measure(text, size, bold) + 2 * pad
            left = edge if right else edge - wide
            top = one.y - high / 2
            pill = Pill(left, top, wide, high, high / 2, now.fill, now.edge, self._u(1))
            words = Words(left + pad, one.y + size * 0.34, text, size, now.ink, bold=bold)
            self.shapes += (pill, words)
            self.labels[one.number] = Box(left, top, wide, high)

    def _middle(self, shown: Sequence[Årspost], without: int) -> None:
        """Write the year and what it holds in the middle."""
        x, y = self._centre
        self.shapes.append(
            Circle(x, y, _INSIDE * self._radius, Ink.SURFACE, Ink.BORDER, self._u(1))
        )
        scale = min(1.0, _INSIDE * self._radius / self._u(78))
        lines = [(str(self.år), _YEAR * scale, Ink.TEXT, True)]
        lines += [(text, _SMALL * scale, Ink.MUTED, False) for text in _counts(shown, without)]
        height = sum(self._u(size) * 1.3 for _, size, _, _ in lines)
        top = y - height / 2
        for text, design, ink, bold in lines:
            size = self._u(design)
            wide = self.paper.measure(text, size, bold)
            self.shapes.append(Words(x - wide / 2, top + size, text, size, ink, bold=bold))
            top += size * 1.3


def _counts(shown: Sequence[Årspost], without: int) -> Iterator[str]:
    met = sum(1 for one in shown if one.slag is Slag.SAMMANTRÄDE and not one.inställt)
    watched = sum(1 for one in shown if one.slag in (Slag.BEVAKNING, Slag.ÅTERKOMMANDE))
    taken = sum(1 for one in shown if one.slag is Slag.SPÄRRDAG)
    yield counted(met, "sammanträde", "sammanträden")
    yield counted(watched, "bevakning", "bevakningar")
    late = sum(1 for one in shown if one.sen and not one.klar)
    if late:
        yield counted(late, "försenad", "försenade")
    if without > taken:
        yield counted(without - taken, "utan etikett", "utan etikett")


def _weight(one: _Label) -> tuple[bool, int, date]:
    """Return what decides which labels are kept: late ones, then by kind."""
    order = _FIRST.index(one.post.slag) if one.post.slag in _FIRST else len(_FIRST)
    return not (one.post.sen or one.post.förverkande), order, one.post.dag
