"""The marks of the year: a shape and a colour for each kind, so that neither says it alone."""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.årsplan.picture import Circle, Ink, Line, Paper, Pill, Polygon, Shape, Words
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wording import PLURAL

ORDER = (
    Slag.SAMMANTRÄDE,
    Slag.KALLELSE,
    Slag.MÖTESFRIST,
    Slag.JUSTERING,
    Slag.BEVAKNING,
    Slag.ÅTERKOMMANDE,
    Slag.SPÄRRDAG,
)
FORFEITS = "En rätt går förlorad"
LATE = "Försenad"
AROUND = "Tiden kring ett sammanträde"


@dataclass(frozen=True, slots=True)
class Tone:
    """The colours of a post: of its mark and words, behind them, and round them."""

    ink: Ink
    fill: Ink
    edge: Ink


_GOOD = Tone(Ink.GOOD, Ink.GOOD_FILL, Ink.GOOD_EDGE)
_WARN = Tone(Ink.WARN, Ink.WARN_FILL, Ink.WARN_EDGE)
_LATE = Tone(Ink.LATE, Ink.LATE_FILL, Ink.LATE_EDGE)
_NOTE = Tone(Ink.NOTE, Ink.NOTE_FILL, Ink.NOTE_EDGE)
_QUIET = Tone(Ink.QUIET, Ink.QUIET_FILL, Ink.QUIET_EDGE)
_TONES = {
    Slag.SAMMANTRÄDE: Tone(Ink.ON_ACCENT, Ink.ACCENT, Ink.ACCENT),
    Slag.MÖTESFRIST: _QUIET,
    Slag.KALLELSE: _NOTE,
    Slag.JUSTERING: _GOOD,
    Slag.BEVAKNING: _WARN,
    Slag.ÅTERKOMMANDE: _WARN,
    Slag.SPÄRRDAG: _QUIET,
}


def tone(post: Årspost) -> Tone:
    """Return the colours of a post: late before all, then what is done, then its kind."""
    if post.inställt:
        return _QUIET
    if post.sen and not post.klar:
        return _LATE
    if post.klar and post.slag in (Slag.BEVAKNING, Slag.ÅTERKOMMANDE):
        return _QUIET
    return _TONES[post.slag]


def symbol(post: Årspost, x: float, y: float, r: float) -> tuple[Shape, ...]:
    """Return the mark of a post round (x, y), `r` from its middle to its edge."""
    now = tone(post)
    ink = Ink.ACCENT if post.slag is Slag.SAMMANTRÄDE and now.ink is Ink.ON_ACCENT else now.ink
    if post.förverkande and not post.klar:
        return (_triangle(x, y, r, ink), *_exclamation(x, y, r))
    match post.slag:
        case Slag.SAMMANTRÄDE:
            return (Circle(x, y, r, ink, Ink.SURFACE, r / 4),)
        case Slag.KALLELSE:
            return (_diamond(x, y, r, ink),)
        case Slag.MÖTESFRIST:
            return (Circle(x, y, r * 0.8, Ink.SURFACE, ink, r * 0.35),)
        case Slag.JUSTERING:
            side = r * 1.6
            return (Pill(x - side / 2, y - side / 2, side, side, side / 6, ink),)
        case Slag.BEVAKNING:
            return (Circle(x, y, r * 0.85, ink),)
        case Slag.ÅTERKOMMANDE:
            return (
                Circle(x, y, r * 0.9, Ink.SURFACE, ink, r * 0.3),
                Circle(x, y, r * 0.35, ink),
            )
        case Slag.SPÄRRDAG:
            return (Line(((x, y - r), (x, y + r)), ink, r * 0.5),)


def legend(
    poster: tuple[Årspost, ...], paper: Paper, top: float, *, arcs: bool = False
) -> tuple[tuple[Shape, ...], float]:
    """Return what the marks in use mean, in as many rows as it takes, and how high that is.

    `arcs`: the days around each sammanträde are drawn as a band.
    """
    u = paper.unit
    size, row = 12 * u, 20 * u
    x, y = 2 * u, top + row / 2
    shapes: list[Shape] = []
    for post, text in _entries(poster, arcs=arcs):
        wide = 16 * u + paper.measure(text, size, False)  # noqa: FBT003 - not bold
        if x > 2 * u and x + wide > paper.width:
            x, y = 2 * u, y + row
        band = Pill(x, y - 3 * u, 12 * u, 6 * u, 0, Ink.NOTE_EDGE)
        shapes += symbol(post, x + 6 * u, y, 5 * u) if post else (band,)
        shapes.append(Words(x + 16 * u, y + 4 * u, text, size, Ink.MUTED))
        x += wide + 18 * u
    return tuple(shapes), (y + row / 2 - top if shapes else 0)


def _entries(poster: tuple[Årspost, ...], *, arcs: bool) -> Iterator[tuple[Årspost | None, str]]:
    """Yield a post that has the mark, None for the band, with what it means."""
    if not poster:
        return
    day = poster[0].dag
    used = {one.slag for one in poster}
    for slag in ORDER:
        if slag in used:
            yield Årspost(slag, day, ""), PLURAL[slag]
    if any(one.förverkande and not one.klar for one in poster):
        yield Årspost(Slag.BEVAKNING, day, "", förverkande=True), FORFEITS
    if any(one.sen and not one.klar for one in poster):
        yield Årspost(Slag.BEVAKNING, day, "", sen=True), LATE
    if arcs and Slag.SAMMANTRÄDE in used:
        yield None, AROUND


def _diamond(x: float, y: float, r: float, ink: Ink) -> Polygon:
    return Polygon(((x, y - r), (x + r, y), (x, y + r), (x - r, y)), ink)


def _triangle(x: float, y: float, r: float, ink: Ink) -> Polygon:
    high = r * 1.15
    return Polygon(((x, y - high), (x + high, y + r * 0.85), (x - high, y + r * 0.85)), ink)


def _exclamation(x: float, y: float, r: float) -> tuple[Shape, ...]:
    return (
        Line(((x, y - r * 0.45), (x, y + r * 0.2)), Ink.SURFACE, r * 0.28),
        Circle(x, y + r * 0.55, r * 0.15, Ink.SURFACE),
    )
