"""What must hold between the objects of the diarium in a file."""

from collections.abc import Iterator

from nämnd.utbyte.errors import Finding
from nämnd.utbyte.objects import HandlingObject, JsonObject, UtbyteFile, ÄrendeObject
from nämnd.utbyte.references_protokoll import missing

Placed = tuple[str, str]  # path, id


def handlingar_of(file: UtbyteFile) -> Iterator[tuple[str, HandlingObject]]:
    """Yield path and object of every handling."""
    for x, ärende in enumerate(file.ärenden):
        for y, handling in enumerate(ärende.handlingar):
            yield f"ärenden[{x}].handlingar[{y}]", handling


def identified_diarium(file: UtbyteFile) -> Iterator[Placed]:
    """Yield path and id of every object of the diarium, the ärenden too."""
    yield from _ids("ärenden", file.ärenden)
    for place, ärende in enumerate(file.ärenden):
        yield from _ids(f"ärenden[{place}].handlingar", ärende.handlingar)
        yield from _ids(f"ärenden[{place}].skrivelser", ärende.skrivelser)
    for path, handling in handlingar_of(file):
        yield from _ids(f"{path}.versioner", handling.versioner)
    yield from _ids("urval", file.urval)


def diarium_broken_in(file: UtbyteFile) -> Iterator[Finding]:
    """Yield every broken reference from or to the diarium, and every number that is there twice."""
    handlingar = {one.id for _, one in handlingar_of(file)}
    beslut = {one.id for one in file.delegationsbeslut}
    punkter = {one.id for sammanträde in file.sammanträden for one in sammanträde.punkter}
    yield from missing(_to_punkter(file), punkter, "sammanträden[].punkter")
    yield from missing(_to_handlingar(file), handlingar, "ärenden[].handlingar")
    yield from missing(_to_beslut(file), beslut, "delegationsbeslut")
    for place, ärende in enumerate(file.ärenden):
        yield from _inside(ärende, f"ärenden[{place}]")


def _inside(ärende: ÄrendeObject, path: str) -> Iterator[Finding]:
    first: dict[int, str] = {}
    for place, handling in enumerate(ärende.handlingar):
        at = f"{path}.handlingar[{place}]"
        if first.setdefault(handling.löpnr, at) != at:
            expected = "ett nummer som ingen annan handling i ärendet har"
            yield Finding(f"{at}.löpnr", str(handling.löpnr), expected)
    own = {one.id for one in ärende.handlingar}
    for place, skrivelse in enumerate(ärende.skrivelser):
        at = f"{path}.skrivelser[{place}]"
        if skrivelse.handling is not None and skrivelse.handling not in own:
            yield Finding(f"{at}.handling", f"«{skrivelse.handling}»", "en handling i ärendet")
        if skrivelse.registrerad and skrivelse.handling is None:
            yield Finding(f"{at}.handling", "ingenting", "handlingen, eftersom den är registrerad")


def _to_punkter(file: UtbyteFile) -> Iterator[Placed]:
    for path, handling in handlingar_of(file):
        if handling.punkt is not None:
            yield f"{path}.punkt", handling.punkt
    for place, beslut in enumerate(file.delegationsbeslut):
        if beslut.punkt is not None:
            yield f"delegationsbeslut[{place}].punkt", beslut.punkt


def _to_handlingar(file: UtbyteFile) -> Iterator[Placed]:
    yield from _of_bilagor(file, "handling")


def _to_beslut(file: UtbyteFile) -> Iterator[Placed]:
    yield from _of_bilagor(file, "delegationsbeslut")


def _of_bilagor(file: UtbyteFile, key: str) -> Iterator[Placed]:
    for x, sammanträde in enumerate(file.sammanträden):
        for y, punkt in enumerate(sammanträde.punkter):
            for z, bilaga in enumerate(punkt.bilagor):
                value: str | None = getattr(bilaga, key)
                if value is not None:
                    yield f"sammanträden[{x}].punkter[{y}].bilagor[{z}].{key}", value


def _ids(path: str, objects: tuple[JsonObject, ...]) -> Iterator[Placed]:
    for place, one in enumerate(objects):
        key: str | None = getattr(one, "id")  # noqa: B009 - not every object has one
        if key is not None:
            yield f"{path}[{place}].id", key
