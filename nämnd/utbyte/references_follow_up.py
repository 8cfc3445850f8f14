"""What must hold between what is followed up and the rest of a file."""

from collections.abc import Iterator
from itertools import chain

from nämnd.utbyte.errors import Finding
from nämnd.utbyte.objects import (
    BevakningObject,
    FördelningObject,
    JsonObject,
    UtbyteFile,
    ÖverenskommelseObject,
)
from nämnd.utbyte.parts import follow_up_in
from nämnd.utbyte.references_protokoll import missing

Placed = tuple[str, str]  # path, id

REFERENCES = {
    "ärende": "ärende",
    "handling": "handling",
    "missiv_handling": "handling",
    "rapport_handling": "handling",
    "delprojekt": "delprojekt",
    "överenskommelse": "överenskommelse",
    "redovisning": "redovisning",
    "sammanträde": "sammanträde",
    "punkt": "punkt",
    "paragraf_id": "paragraf",
    "beslutspunkt": "beslutspunkt",
    "huvudman": "huvudman",
    "rapport": "rapport",
    "tabell": "tabell",
}
"""Keys that hold an id, by the kind of thing it is the id of."""

_WHERE = {
    "ärende": "ärenden",
    "handling": "ärenden[].handlingar",
    "delprojekt": "delprojekt",
    "överenskommelse": "överenskommelser",
    "redovisning": "redovisningar",
    "sammanträde": "sammanträden",
    "punkt": "sammanträden[].punkter",
    "paragraf": "sammanträden[].paragrafer",
    "beslutspunkt": "sammanträden[].paragrafer[].beslutspunkter",
    "huvudman": "nämnd.huvudmän",
    "rapport": "delprojekt[].rapporter",
    "tabell": "överenskommelser[].tabeller",
}


def identified_follow_up(file: UtbyteFile) -> Iterator[Placed]:
    """Yield path and id of every object of what is followed up."""
    for path, one in follow_up_in(file):
        key: str | None = getattr(one, "id")  # noqa: B009 - each of them has one
        if key is not None:
            yield f"{path}.id", key


def follow_up_broken_in(file: UtbyteFile) -> Iterator[Finding]:
    """Yield every broken reference, and what contradicts itself."""
    known = _known(file)
    for path, one in follow_up_in(file):
        for at, kind, key in _references(one, path):
            yield from missing([(at, key)], known[kind], _WHERE[kind])
        yield from _contradictions(one, path)
    bevakningar = {one.id for one in file.bevakningar}
    for place, own in enumerate(file.överenskommelser):
        path = f"överenskommelser[{place}].rapportering"
        yield from missing(
            [(f"{path}[{number}]", key) for number, key in enumerate(own.rapportering)],
            bevakningar,
            "bevakningar",
        )


def _references(one: JsonObject, path: str) -> Iterator[tuple[str, str, str]]:
    for key, kind in REFERENCES.items():
        value: object = getattr(one, key, None)
        if isinstance(value, str):
            yield f"{path}.{key}", kind, value
    if isinstance(one, BevakningObject):
        yield from _references(one.källa, f"{path}.källa")


def _contradictions(one: JsonObject, path: str) -> Iterator[Finding]:
    match one:
        case BevakningObject():
            if one.läge == "avslutad" and one.avslutad is None:
                yield Finding(f"{path}.avslutad", "ingenting", "dagen, eftersom den är avslutad")
            if one.avslutad is not None and one.avslutad_hur is None:
                yield Finding(f"{path}.avslutad_hur", "ingenting", "hur den avslutades")
        case FördelningObject() if one.tabell is None:
            yield Finding(f"{path}.tabell", "ingenting", "tabellen som raden står i")
        case ÖverenskommelseObject() if len(one.period) == 2:  # noqa: PLR2004 - from and to
            first, last = one.period
            if first and last and last < first:
                expected = "en dag som inte ligger före den första"
                yield Finding(f"{path}.period[1]", last.isoformat(), expected)
        case _:
            return


def _known(file: UtbyteFile) -> dict[str, set[str]]:
    paragrafer = list(chain.from_iterable(one.paragrafer for one in file.sammanträden))
    handlingar = chain.from_iterable(one.handlingar for one in file.ärenden)
    punkter = chain.from_iterable(one.punkter for one in file.sammanträden)
    rapporter = chain.from_iterable(one.rapporter for one in file.delprojekt)
    tabeller = chain.from_iterable(one.tabeller for one in file.överenskommelser)
    return {
        "ärende": {one.id for one in file.ärenden},
        "handling": {one.id for one in handlingar},
        "delprojekt": {one.id for one in file.delprojekt},
        "överenskommelse": {one.id for one in file.överenskommelser},
        "redovisning": {one.id for one in file.redovisningar},
        "sammanträde": {one.id for one in file.sammanträden},
        "punkt": {one.id for one in punkter},
        "paragraf": {one.id for one in paragrafer},
        "beslutspunkt": {
            point.id for one in paragrafer for point in one.beslutspunkter if point.id
        },
        "huvudman": {one.id for one in file.nämnd.huvudmän},
        "rapport": {one.id for one in rapporter if one.id},
        "tabell": {one.id for one in tabeller},
    }
