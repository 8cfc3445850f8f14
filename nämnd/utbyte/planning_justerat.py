"""What is godkänt or justerat stands: a file that would change it is refused.

As for the commands (`nämnd.lås`), what the huvudmän decide afterwards, who gets an utdrag, how to
appeal and what may be published may change. So may the rättelser of a justering, which are made
afterwards.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.lås.guard import LOCKED
from nämnd.utbyte.collecting import Collector
from nämnd.utbyte.errors import Difference, Finding
from nämnd.utbyte.objects import JsonObject, JusteringObject, SammanträdeObject

_FREE = (
    "huvudmannabeslut", "expedieringar", "överklagande", "publicering", "maskeringar", "sekretess"
)  # fmt: skip
_BY_SET = ("närvaro", "ordförande", "justerare")
_OF_ANY = ("plats",)
_OF_ALL = ("dagar", "ajourneringar", "sekreterare", "frånvarande", "vakanta_platser")
_LATER = {"id", "paragrafer", "från_tid", "till_tid"}  # they may tell of what came afterwards
_STEP = re.compile(r"(\w+)(?:\[(\d+)\])?(?:\.(\w+))?")


@dataclass(frozen=True, slots=True)
class _Change:
    """A difference, by where in the sammanträde it is: «paragrafer[3].yrkanden…»."""

    difference: Difference
    key: str
    place: int | None
    inner: str | None


def refuse_justerat(
    work: Collector,
    one: SammanträdeObject,
    path: str,
    before: SammanträdeObject,
    differences: Sequence[Difference],
) -> None:
    """Find what the file would change of a sammanträde that is justerat, all of it or some §§.

    Args:
        work: gets the findings.
        one: the sammanträde in the file.
        path: where it stands there.
        before: the sammanträde as it is now.
        differences: between the two.
    """
    done = [one for one in before.justeringar if one.läge in LOCKED]
    if not done:
        return
    locked = paragrafer.normalised(
        span for each in done for span in paragrafer.read(each.paragrafer).spans
    )
    changes = [_change(each, path) for each in differences]
    work.findings += _paragrafer(one, before, changes, locked)
    work.findings += _justeringar(one, done, changes, path)
    work.findings += _sets(one, before, path, locked)
    whole = all(locked.touches(each.nummer) for each in before.paragrafer)
    around = (*_OF_ANY, *_OF_ALL) if whole else _OF_ANY
    work.findings += [_kept(each.difference) for each in changes if each.key in around]


def _change(difference: Difference, path: str) -> _Change:
    found = _STEP.match(difference.path.removeprefix(f"{path}."))
    key, place, inner = found.groups() if found else ("", None, None)
    return _Change(difference, key or "", None if place is None else int(place), inner)


def _paragrafer(
    one: SammanträdeObject, before: SammanträdeObject, changes: list[_Change], locked: Paragrafer
) -> Iterator[Finding]:
    numbers = {each.id: each.nummer for each in before.paragrafer}
    left = {each.id for each in one.paragrafer}
    lost = any(key not in left and locked.touches(nummer) for key, nummer in numbers.items())
    for each in changes:
        if each.key != "paragrafer" or each.inner in _FREE:
            continue
        if each.place is None:
            if lost or each.difference.in_file is not None:  # or another order
                yield _kept(each.difference)
            continue
        paragraf = one.paragrafer[each.place]
        if any(map(locked.touches, (paragraf.nummer, numbers.get(paragraf.id, paragraf.nummer)))):
            yield _kept(each.difference)


def _justeringar(
    one: SammanträdeObject, done: Iterable[JusteringObject], changes: list[_Change], path: str
) -> Iterator[Finding]:
    mine = {each.id: each for each in done}
    for each in changes:
        if each.key != "justeringar" or each.place is None or each.inner == "rättelser":
            continue
        if one.justeringar[each.place].id in mine:
            yield _kept(each.difference)
    if "justeringar" in one.model_fields_set:
        for key in mine.keys() - {each.id for each in one.justeringar}:
            found = f"ingen justering av {mine[key].paragrafer or 'alla paragrafer'}"
            yield Finding(f"{path}.justeringar", found, "den, eftersom den är klar (justerat)")


def _sets(
    one: SammanträdeObject, before: SammanträdeObject, path: str, locked: Paragrafer
) -> Iterator[Finding]:
    """Yield lists that say something else of the §§ that are justerade: who was there, who led."""
    numbers = [each.nummer for each in before.paragrafer if locked.touches(each.nummer)]
    for key in _BY_SET:
        if key not in one.model_fields_set:
            continue
        there, in_file = (_seen(getattr(each, key), numbers) for each in (before, one))
        if there != in_file:
            found = "en lista som säger något annat om paragrafer som är justerade"
            yield Finding(f"{path}.{key}", found, "detsamma som här om dem")


def _seen(objects: Sequence[JsonObject], numbers: Iterable[int]) -> Counter[tuple[object, ...]]:
    """Return what a list says of the §§ `numbers`, however it is divided into lines."""
    seen: Counter[tuple[object, ...]] = Counter()
    for one in objects:
        its = paragrafer.read(getattr(one, "paragrafer"))  # noqa: B009 - kinds of one list
        facts = one.model_dump(exclude=_LATER)
        seen.update(
            (number, its.parts(number), *facts.items()) for number in numbers if its.touches(number)
        )
    return seen


def _kept(difference: Difference) -> Finding:
    found = difference.in_file if difference.in_file is not None else "ingenting"
    there = difference.there if difference.there is not None else "ingenting"
    return Finding(difference.path, found, f"{there}, som här, eftersom det är justerat")
