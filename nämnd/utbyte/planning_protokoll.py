"""Compares närvaro and protokoll of a file with what is there."""

from collections.abc import Iterator, Sequence
from datetime import date

from nämnd.utbyte.collecting import Collector, Pending, merged
from nämnd.utbyte.names import said
from nämnd.utbyte.objects import (
    JsonObject,
    OrdförandeObject,
    ParagrafObject,
    SammanträdeObject,
    UtbyteFile,
    VoteringObject,
)
from nämnd.utbyte.parts import OF_PARAGRAF, OF_SAMMANTRÄDE
from nämnd.utbyte.references_protokoll import repeated_number, votering_contradictions

_PRESIDING = "ordförande"
_PARAGRAFER = "paragrafer"


def plan_protokoll(
    work: Collector,
    one: SammanträdeObject,
    path: str,
    before: SammanträdeObject | None,
    pending: Pending,
) -> None:
    """Put who was there and what was decided. `before`: the sammanträde as it is now."""
    if _PRESIDING in one.model_fields_set:
        _presiding(work, one, path, before, pending)
    fixed: dict[str, object] = {"sammanträde_id": one.id}
    for part in OF_SAMMANTRÄDE:
        if part.key in one.model_fields_set and part.key != _PRESIDING:
            objects, was = getattr(one, part.key), before and getattr(before, part.key)
            made = work.put_list(objects, f"{path}.{part.key}", fixed, was, one.id)
            if part.key == _PARAGRAFER:
                _inside(work, one, f"{path}.{part.key}", made)
    _handled(work, one, path, before)


def plan_paragraf_numbers(work: Collector, file: UtbyteFile) -> None:
    """Find the numbers of §§ that another sammanträde of the nämnd has already in that year."""
    taken = dict(_numbers_there(work, file))
    placed = list(enumerate(file.sammanträden))
    for x, one in sorted(placed, key=lambda each: _PARAGRAFER in each[1].model_fields_set):
        path, day = f"sammanträden[{x}]", one.dagar[0].datum
        given = _PARAGRAFER in one.model_fields_set
        known = work.known(one)
        mine = one.paragrafer if given else _paragrafer(known and known.one)
        for y, paragraf in enumerate(mine):
            found = taken.get((day.year, paragraf.nummer))
            if found is not None:
                at = f"{path}.paragrafer[{y}].nummer" if given else f"{path}.dagar"
                work.findings.append(repeated_number(at, paragraf.nummer, day.year, found))
        taken |= {(day.year, paragraf.nummer): _whose(day) for paragraf in mine}


def _numbers_there(work: Collector, file: UtbyteFile) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield year and number of the §§ of sammanträden that the file does not name, with whose."""
    named = {one.id for one in file.sammanträden}
    for known in work.there.known.values():
        one = known.one
        if isinstance(one, SammanträdeObject) and one.id not in named:
            day = one.dagar[0].datum
            for paragraf in one.paragrafer:
                yield (day.year, paragraf.nummer), _whose(day)


def _whose(day: date) -> str:
    return f"en paragraf den {day.isoformat()}"


def _paragrafer(one: JsonObject | None) -> tuple[ParagrafObject, ...]:
    return one.paragrafer if isinstance(one, SammanträdeObject) else ()


def _presiding(
    work: Collector,
    one: SammanträdeObject,
    path: str,
    before: SammanträdeObject | None,
    pending: Pending,
) -> None:
    """Put who presides: one for all §§ is a column of the sammanträde, more are rows."""
    where, first = f"{path}.{_PRESIDING}", one.ordförande[0].person if one.ordförande else None
    rows, was = _rows(one.ordförande), before and _rows(before.ordförande)
    changed = pending.set(_PRESIDING, first)
    if changed and not rows and not was:
        there = before.ordförande[0] if before and before.ordförande else None
        names = (work.named(key) if key else None for key in (there and there.person, first))
        work.differ(where, one, *map(said, names))
    work.put_list(rows, where, {"sammanträde_id": one.id}, was, one.id)


def _rows(presiding: Sequence[OrdförandeObject]) -> Sequence[OrdförandeObject]:
    alone = len(presiding) == 1 and presiding[0].paragrafer is None
    return () if alone else presiding


def _inside(
    work: Collector, one: SammanträdeObject, path: str, made: Sequence[Pending | None]
) -> None:
    for place, (paragraf, pending) in enumerate(zip(one.paragrafer, made, strict=True)):
        if pending is not None:
            _paragraf(work, paragraf, f"{path}[{place}]", pending, one.id)


def _paragraf(
    work: Collector, paragraf: ParagrafObject, path: str, pending: Pending, owner: str
) -> None:
    known = work.known(paragraf)
    before = known.one if known is not None else None
    if before is None and "klar" not in paragraf.model_fields_set:
        pending.values["klar"] = _decided(paragraf)
    for part in OF_PARAGRAF:
        if part.key not in paragraf.model_fields_set:
            continue
        fixed: dict[str, object] = {"paragraf_id": paragraf.id}
        fixed |= {"slag": part.slag} if part.slag else {}
        objects, was = getattr(paragraf, part.key), before and getattr(before, part.key)
        work.put_list(objects, f"{path}.{part.key}", fixed, was, owner)
    for place, votering in enumerate(paragraf.voteringar):
        was = work.known(votering)
        if was is not None and isinstance(was.one, VoteringObject):
            whole = merged(was.one, votering)
            work.findings += votering_contradictions(whole, f"{path}.voteringar[{place}]")


def _decided(paragraf: ParagrafObject) -> bool:
    """Say whether a § that comes without a word on it is done: everything in it has an outcome."""
    return bool(paragraf.beslutspunkter) and all(one.utfall for one in paragraf.beslutspunkter)


def _handled(
    work: Collector, one: SammanträdeObject, path: str, before: SammanträdeObject | None
) -> None:
    """Find punkter that the file lacks though a § that it does not speak of has handled them."""
    given = one.model_fields_set
    if before is None or "punkter" not in given or _PARAGRAFER in given:
        return
    for paragraf in before.paragrafer:
        if paragraf.punkt is not None and paragraf.punkt not in work.ids:
            found = f"inte punkten «{paragraf.punkt}», som § {paragraf.nummer} behandlar"
            work.find(f"{path}.punkter", found, "den, eller paragraferna också")
