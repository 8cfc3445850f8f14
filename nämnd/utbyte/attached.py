"""The files that belong to a file of the exchange format: which, and what they are called there."""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.bilaga.names import safe_name, suffix_of
from nämnd.utbyte.objects import BilagaObject, HandlingObject, UtbyteFile

FOLDER = "utbyte-filer"
_DIGITS = 16  # of the checksum in a name: the same content has one name, another has another


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that an object refers to: by path, by checksum, or both."""

    path: str  # of the object's key, for findings
    fil: str | None
    sha256: str | None
    filnamn: str | None = None


def attached(file: UtbyteFile) -> Iterator[Attached]:
    """Yield every reference to a file, in the order of `file`."""
    if file.nämnd.logotyp is not None:
        yield Attached("nämnd.logotyp", file.nämnd.logotyp, None)
    for x, sammanträde in enumerate(file.sammanträden):
        for y, punkt in enumerate(sammanträde.punkter):
            for z, bilaga in enumerate(punkt.bilagor):
                path = f"sammanträden[{x}].punkter[{y}].bilagor[{z}]"
                yield from _versions(bilaga, path)
    for x, ärende in enumerate(file.ärenden):
        for y, handling in enumerate(ärende.handlingar):
            yield from _versions(handling, f"ärenden[{x}].handlingar[{y}]")


def _versions(one: BilagaObject | HandlingObject, path: str) -> Iterator[Attached]:
    if one.fil or one.sha256:
        yield Attached(f"{path}.fil", one.fil, one.sha256)
    for place, version in enumerate(one.versioner):
        at = f"{path}.versioner[{place}].fil"
        yield Attached(at, version.fil, version.sha256, version.filnamn)


def path_of(filnamn: str, sha256: str) -> str:
    """Return where a kept file lies beside the JSON file. `filnamn` is not trusted."""
    suffix = suffix_of(filnamn)
    stem = filnamn[: len(filnamn) - len(suffix)]
    return f"{FOLDER}/{safe_name(stem, f'-{sha256[:_DIGITS]}{suffix}')}"
