"""What must hold inside närvaro and protokoll, and between them and the rest of a file."""

from collections.abc import Iterator
from typing import cast

from nämnd.utbyte.errors import Finding
from nämnd.utbyte.objects import (
    AnslagObject,
    ErsättaresMeningObject,
    JsonObject,
    ParagrafObject,
    SammanträdeObject,
    UtbyteFile,
    VoteringObject,
)
from nämnd.utbyte.parts import OF_PARAGRAF, OF_SAMMANTRÄDE
from nämnd.utbyte.tree import step_into

Placed = tuple[str, str]  # path, id
PERSON_KEYS = frozenset({"person", "för", "ersätts_av", "av", "med", "deltar_inte_i_beslutet"})
_VOTES = "röster"  # a person's id is the key there


def protokoll_broken_in(file: UtbyteFile) -> Iterator[Finding]:
    """Yield every broken reference and contradiction in närvaro and protokoll."""
    yield from _dangling(file)
    yield from _repeated_numbers(file)
    for path, one in paragrafer_of(file):
        for place, votering in enumerate(one.voteringar):
            at = f"{path}.voteringar[{place}]"
            yield from votering_contradictions(votering, at)
            if votering.omgång not in (None, place + 1):
                expected = f"{place + 1}, som är omgångens plats i listan"
                yield Finding(f"{at}.omgång", str(votering.omgång), expected)
        for place, mening in enumerate(one.ersättares_mening):
            yield from _alone(mening, f"{path}.ersättares_mening[{place}]")


def votering_contradictions(one: VoteringObject, path: str) -> Iterator[Finding]:
    """Yield what speaks against itself in a votering: names are counted, or there are none."""
    if one.sluten and one.röster:
        found = f"röster med namn i en sluten omröstning ({len(one.röster)})"
        yield Finding(f"{path}.{_VOTES}", found, "inga namn; antalet står i «antal»")
    if one.antal is not None and not one.sluten:
        expected = "null; antalet räknas ur «röster» när omröstningen inte är sluten"
        yield Finding(f"{path}.antal", "ett antal i en öppen omröstning", expected)


def paragrafer_of(file: UtbyteFile) -> Iterator[tuple[str, ParagrafObject]]:
    """Yield path and object of every §."""
    for x, sammanträde in enumerate(file.sammanträden):
        for y, paragraf in enumerate(sammanträde.paragrafer):
            yield f"sammanträden[{x}].paragrafer[{y}]", paragraf


def identified_protokoll(file: UtbyteFile) -> Iterator[Placed]:
    """Yield path and id of every object of närvaro and protokoll."""
    for x, sammanträde in enumerate(file.sammanträden):
        for part in OF_SAMMANTRÄDE:
            yield from _ids(f"sammanträden[{x}].{part.key}", getattr(sammanträde, part.key))
    for path, paragraf in paragrafer_of(file):
        for part in OF_PARAGRAF:
            yield from _ids(f"{path}.{part.key}", getattr(paragraf, part.key))


def _ids(path: str, objects: tuple[JsonObject, ...]) -> Iterator[Placed]:
    for place, one in enumerate(objects):
        yield f"{path}[{place}].id", getattr(one, "id")  # noqa: B009 - not every object has one


def _dangling(file: UtbyteFile) -> Iterator[Finding]:
    personer = {one.id for one in file.personer}
    huvudmän = {one.id for one in file.nämnd.huvudmän}
    for x, sammanträde in enumerate(file.sammanträden):
        path = f"sammanträden[{x}]"
        yield from missing(_people_at(sammanträde, path), personer, "personer")
        for y, vacant in enumerate(sammanträde.vakanta_platser):
            if vacant.huvudman is not None:
                at = f"{path}.vakanta_platser[{y}].huvudman"
                yield from missing([(at, vacant.huvudman)], huvudmän, "nämnd.huvudmän")
        yield from missing(boards_of(sammanträde.anslag, path), huvudmän, "nämnd.huvudmän")
        punkter = {one.id for one in sammanträde.punkter}
        for y, paragraf in enumerate(sammanträde.paragrafer):
            at = f"{path}.paragrafer[{y}]"
            if paragraf.punkt is not None:
                where = f"{path}.punkter"
                yield from missing([(f"{at}.punkt", paragraf.punkt)], punkter, where)
            yield from _dangling_inside(paragraf, at, huvudmän)


def boards_of(anslag: tuple[AnslagObject, ...], path: str) -> Iterator[Placed]:
    """Yield the huvudmän whose boards are named."""
    for place, one in enumerate(anslag):
        if one.huvudman is not None:
            yield f"{path}.anslag[{place}].huvudman", one.huvudman


def _dangling_inside(paragraf: ParagrafObject, path: str, huvudmän: set[str]) -> Iterator[Finding]:
    moved = {one.id for one in paragraf.yrkanden}
    for place, one in enumerate(paragraf.reservationer):
        if one.till_förmån_för is not None:
            ref = (f"{path}.reservationer[{place}].till_förmån_för", one.till_förmån_för)
            yield from missing([ref], moved, f"{path}.yrkanden")
    for place, beslut in enumerate(paragraf.huvudmannabeslut):
        ref = (f"{path}.huvudmannabeslut[{place}].huvudman", beslut.huvudman)
        yield from missing([ref], huvudmän, "nämnd.huvudmän")


def missing(
    refs: list[Placed] | Iterator[Placed], known: set[str], where: str
) -> Iterator[Finding]:
    """Yield the references to what is not in the file's list `where`."""
    for path, key in refs:
        if key not in known:
            yield Finding(path, f"«{key}»", f"ett id som finns i filens lista {where}")


def _people_at(sammanträde: SammanträdeObject, path: str) -> Iterator[Placed]:
    for part in OF_SAMMANTRÄDE:
        for place, one in enumerate(getattr(sammanträde, part.key)):
            yield from _people_in(one, f"{path}.{part.key}[{place}]")


def _people_in(one: JsonObject, path: str) -> Iterator[Placed]:
    """Yield every reference to a person in `one` and in what it holds."""
    for key in type(one).model_fields:
        value, at = getattr(one, key), f"{path}.{key}"
        match value:
            case str() if key in PERSON_KEYS:
                yield at, value
            case dict() if key == _VOTES:
                yield from ((step_into(at, person), person) for person in cast("list[str]", value))
            case tuple():
                for place, inner in enumerate(cast("tuple[object, ...]", value)):
                    if isinstance(inner, JsonObject):
                        yield from _people_in(inner, f"{at}[{place}]")
                    elif key in PERSON_KEYS:
                        yield f"{at}[{place}]", str(inner)
            case _:
                continue


def _repeated_numbers(file: UtbyteFile) -> Iterator[Finding]:
    first: dict[tuple[int, int], str] = {}
    for x, sammanträde in enumerate(file.sammanträden):
        year = sammanträde.dagar[0].datum.year
        for y, one in enumerate(sammanträde.paragrafer):
            path = f"sammanträden[{x}].paragrafer[{y}].nummer"
            if first.setdefault((year, one.nummer), path) != path:
                yield repeated_number(path, one.nummer, year, first[year, one.nummer])


def repeated_number(path: str, nummer: int, year: int, taken_by: str) -> Finding:
    """Return the finding that another § of the nämnd has the number in that year."""
    found = f"{nummer}, som redan är {taken_by}"
    return Finding(path, found, f"ett nummer som ingen annan paragraf har {year}")


def _alone(mening: ErsättaresMeningObject, path: str) -> Iterator[Finding]:
    if mening.person is None and mening.med:
        yield Finding(f"{path}.person", "ingenting", "den första av dem som är av samma mening")
