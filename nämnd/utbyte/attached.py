"""The files that belong to a file of the exchange format: which, and what they are called there."""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.bilaga.names import safe_name, suffix_of
from nämnd.utbyte.objects import UtbyteFile

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
                if bilaga.fil or bilaga.sha256:
                    yield Attached(f"{path}.fil", bilaga.fil, bilaga.sha256)
                for place, one in enumerate(bilaga.versioner):
                    at = f"{path}.versioner[{place}].fil"
                    yield Attached(at, one.fil, one.sha256, one.filnamn)


def path_of(filnamn: str, sha256: str) -> str:
    """Return where a kept file lies beside the JSON file. `filnamn` is not trusted."""
    suffix = suffix_of(filnamn)
    stem = filnamn[: len(filnamn) - len(suffix)]
    return f"{FOLDER}/{safe_name(stem, f'-{sha256[:_DIGITS]}{suffix}')}"
