"""What an import does with numbers and beteckningar."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from nämnd.tables import Bilaga, Punkt, Row, Sammanträde
from nämnd.utbyte.collecting import Collector, Pending
from nämnd.utbyte.names import said
from nämnd.utbyte.numbering import GivenBilaga, GivenPunkt, Numbers, contradictions, numbers
from nämnd.utbyte.objects import BilagaObject, JsonObject, PunktObject, SammanträdeObject

R = TypeVar("R", bound=Row)


def plan_numbers(
    work: Collector,
    one: SammanträdeObject,
    path: str,
    pending: Pending,
    made: Sequence[Pending | None],
    bilagor: dict[str, Pending],
) -> None:
    """Let stand what stands in the file. `made`: the punkter; `bilagor`: theirs, by id."""
    punkter = [_given(work, punkt) for punkt in one.punkter]
    row = _row(work, one, Sammanträde)
    exact = one.sista_nummer is not None
    last = one.sista_nummer if exact else row and row.sista_nummer
    sent = bool(one.utskick)
    found = numbers(punkter, sista_nummer=last, exact=exact, sent=sent)
    paths = dict(_paths(one, path))
    for key, given, derived in contradictions(punkter, found):
        expected = f"«{derived}», som följer av ordningen. Ta bort värdet, eller ange att det står"
        work.find(paths[key], f"«{given}»", expected)
    if pending.set("sista_nummer", found.sista_nummer) and exact:
        there = row and row.sista_nummer
        work.differ(f"{path}.sista_nummer", one, said(there), said(one.sista_nummer))
    for punkt, its in zip(one.punkter, made, strict=True):
        if its is not None:
            _punkt(work, punkt, its, found, paths[punkt.id])
        for bilaga in punkt.bilagor:
            if bilaga.id in bilagor:
                _bilaga(work, bilaga, bilagor[bilaga.id], found, paths[bilaga.id])


def _punkt(work: Collector, one: PunktObject, pending: Pending, found: Numbers, path: str) -> None:
    if pending.set("sista_bokstav", found.sista_bokstav[one.id]) and one.sista_bokstav is not None:
        at = path.removesuffix("nummer") + "sista_bokstav"
        work.differ(at, one, "ett annat", said(one.sista_bokstav))
    known = work.known(one)
    was = str(known.one.nummer) if known and isinstance(known.one, PunktObject) else None
    if pending.set("nummer", found.nummer[one.id]):
        _number(work, one, path, was, found.shown[one.id])


def _bilaga(
    work: Collector, one: BilagaObject, pending: Pending, found: Numbers, path: str
) -> None:
    known = work.known(one)
    was = known.one.beteckning if known and isinstance(known.one, BilagaObject) else None
    if pending.set("beteckning", found.beteckning[one.id]):
        _number(work, one, path, was, found.shown[one.id])


def _number(
    work: Collector, one: PunktObject | BilagaObject, path: str, was: str | None, now: str
) -> None:
    if was != now:
        work.differ(path, one, was, now)
    elif one.står is not None:
        at = path.rpartition(".")[0] + ".står"
        work.differ(at, one, said(not one.står), said(one.står))


def _given(work: Collector, punkt: PunktObject) -> GivenPunkt:
    row = _row(work, punkt, Punkt)
    last = punkt.sista_bokstav
    if last is None and row is not None:
        last = row.sista_bokstav
    bilagor = _bilagor(work, punkt)
    there = row and row.nummer
    return GivenPunkt(punkt.id, punkt.slag, punkt.nummer, punkt.står, there, last, tuple(bilagor))


def _bilagor(work: Collector, punkt: PunktObject) -> Iterator[GivenBilaga]:
    known = work.known(punkt)
    if "bilagor" in punkt.model_fields_set or known is None:
        for one in punkt.bilagor:
            row = _row(work, one, Bilaga)
            there = row.beteckning if row is not None and row.punkt_id == punkt.id else None
            yield GivenBilaga(one.id, one.beteckning, one.står, there)
    elif isinstance(known.one, PunktObject):
        for one in known.one.bilagor:
            row = _row(work, one, Bilaga)
            yield GivenBilaga(one.id, None, None, row and row.beteckning)


def _paths(one: SammanträdeObject, path: str) -> Iterator[tuple[str, str]]:
    for x, punkt in enumerate(one.punkter):
        yield punkt.id, f"{path}.punkter[{x}].nummer"
        for y, bilaga in enumerate(punkt.bilagor):
            yield bilaga.id, f"{path}.punkter[{x}].bilagor[{y}].beteckning"


def _row(work: Collector, one: JsonObject, kind: type[R]) -> R | None:
    known = work.known(one)
    return known.row if known is not None and isinstance(known.row, kind) else None
