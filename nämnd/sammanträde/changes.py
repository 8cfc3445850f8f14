"""What differs between the dagordning that went out and the one there is now."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, PunktRow, day_and_time


class Kind(Enum):
    """What happened to something since it went out."""

    ADDED = auto()
    CHANGED = auto()
    REMOVED = auto()
    WITHDRAWN = auto()


class Aspect(Enum):
    """What of it changed."""

    RUBRIK = auto()
    FÖRSLAG = auto()
    SAMMANFATTNING = auto()
    UNDERPUNKTER = auto()
    FÖREDRAGANDE = auto()
    TID = auto()
    ÄRENDE = auto()
    ORDER = auto()
    FIL = auto()
    FIL_KOM = auto()
    FIL_BORTA = auto()
    ANMÄRKNING = auto()
    I_UTSKICKET = auto()
    EJ_I_UTSKICKET = auto()
    DAG = auto()
    PLATS = auto()
    INSTÄLLT = auto()
    BACK = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is not as it went out. `where`: «4», «7B», «» for the sammanträde itself."""

    kind: Kind
    where: str
    rubrik: str
    aspects: tuple[Aspect, ...] = ()
    before: str = ""
    after: str = ""
    bilaga: bool = False


def changes(old: Dagordning, new: Dagordning) -> tuple[Change, ...]:
    """Return every difference, in the order of the new dagordning, removed things last."""
    return (*_head(old, new), *_punkter(old, new))


def _head(old: Dagordning, new: Dagordning) -> Iterator[Change]:
    one, two = old.sammanträde, new.sammanträde
    if one.dagar != two.dagar:
        before, after = (", ".join(map(day_and_time, row.dagar)) for row in (one, two))
        yield Change(Kind.CHANGED, "", "", (Aspect.DAG,), before, after)
    if one.plats != two.plats:
        yield Change(Kind.CHANGED, "", "", (Aspect.PLATS,), one.plats, two.plats)
    if one.inställt != two.inställt:
        yield Change(Kind.CHANGED, "", "", (Aspect.INSTÄLLT,), "", two.inställt or "")


def _punkter(old: Dagordning, new: Dagordning) -> Iterator[Change]:
    before = {punkt.id: punkt for punkt in old.punkter}
    after = {punkt.id for punkt in new.punkter}
    moved = _moved(old, new)
    for punkt in new.punkter:
        was = before.get(punkt.id)
        if was is None:
            yield Change(Kind.ADDED, str(punkt.nummer), punkt.rubrik)
            yield from (_added(bilaga) for bilaga in punkt.bilagor)
        else:
            yield from _punkt(was, punkt, moved=punkt.id in moved)
    for punkt in old.punkter:
        if punkt.id not in after:
            yield Change(Kind.REMOVED, str(punkt.nummer), punkt.rubrik)


def _punkt(was: PunktRow, now: PunktRow, *, moved: bool) -> Iterator[Change]:
    number = str(now.nummer)
    if now.utgår is not None:
        if was.utgår != now.utgår:
            yield Change(Kind.WITHDRAWN, number, now.rubrik, after=now.utgår)
        return
    aspects = tuple(aspect for aspect, differs in _aspects(was, now, moved) if differs)
    if aspects:
        yield Change(Kind.CHANGED, number, now.rubrik, aspects)
    yield from _bilagor(was, now)


def _aspects(was: PunktRow, now: PunktRow, moved: bool) -> Iterator[tuple[Aspect, bool]]:  # noqa: FBT001 - one of many flags
    yield Aspect.BACK, was.utgår is not None
    yield Aspect.ORDER, moved
    yield Aspect.RUBRIK, was.rubrik != now.rubrik
    yield Aspect.FÖRSLAG, [one.text for one in was.förslag] != [one.text for one in now.förslag]
    yield Aspect.SAMMANFATTNING, was.sammanfattning != now.sammanfattning
    under_was = [one.rubrik for one in was.underpunkter]
    yield Aspect.UNDERPUNKTER, under_was != [one.rubrik for one in now.underpunkter]
    yield Aspect.FÖREDRAGANDE, was.föredragande != now.föredragande
    yield Aspect.TID, was.tid != now.tid
    yield Aspect.ÄRENDE, was.dnr != now.dnr


def _bilagor(was: PunktRow, now: PunktRow) -> Iterator[Change]:
    before = {bilaga.id: bilaga for bilaga in was.bilagor}
    after = {bilaga.id for bilaga in now.bilagor}
    for bilaga in now.bilagor:
        old = before.get(bilaga.id)
        if old is None:
            yield _added(bilaga)
            continue
        aspects = tuple(aspect for aspect, differs in _bilaga_aspects(old, bilaga) if differs)
        if aspects:
            yield Change(Kind.CHANGED, bilaga.beteckning, bilaga.rubrik, aspects, bilaga=True)
    for bilaga in was.bilagor:
        if bilaga.id not in after:
            yield Change(Kind.REMOVED, bilaga.beteckning, bilaga.rubrik, bilaga=True)


def _bilaga_aspects(was: BilagaRow, now: BilagaRow) -> Iterator[tuple[Aspect, bool]]:
    yield Aspect.RUBRIK, was.rubrik != now.rubrik
    if was.fil and now.fil:
        yield Aspect.FIL, was.fil.sha256 != now.fil.sha256
    yield Aspect.FIL_KOM, was.fil is None and now.fil is not None
    yield Aspect.FIL_BORTA, was.fil is not None and now.fil is None
    yield Aspect.ANMÄRKNING, was.anmärkning != now.anmärkning
    yield Aspect.I_UTSKICKET, now.i_utskicket and not was.i_utskicket
    yield Aspect.EJ_I_UTSKICKET, was.i_utskicket and not now.i_utskicket


def _added(bilaga: BilagaRow) -> Change:
    return Change(Kind.ADDED, bilaga.beteckning, bilaga.rubrik, bilaga=True)


def _moved(old: Dagordning, new: Dagordning) -> set[str]:
    """Return the punkter outside the longest run that keeps the order they went out in."""
    place = {punkt.id: number for number, punkt in enumerate(old.punkter)}
    both = [punkt.id for punkt in new.punkter if punkt.id in place]
    return set(both) - set(_longest_kept([place[key] for key in both], both))


def _longest_kept(places: list[int], keys: list[str]) -> list[str]:
    best: list[list[str]] = []
    lengths: list[int] = []
    for index, here in enumerate(places):
        fits = [k for k in range(index) if places[k] < here]
        last = max(fits, key=lambda k: lengths[k], default=None)
        best.append([*(best[last] if last is not None else []), keys[index]])
        lengths.append(len(best[index]))
    return max([*best, list[str]()], key=len)
