"""What an archive folder holds, as plain values: its own list of itself."""

from dataclasses import dataclass

from nämnd.logg.values import LogHead

FORMAT = "namnd-arkiv"
FORMAT_VERSION = 1
MANIFEST = "manifest.json"
INDEX_HTML = "index.html"
INDEX_CSV = "index.csv"
CHECKSUMS = "checksummor.txt"
DATA = "Data"  # the group of the exchange file and what belongs to it


@dataclass(frozen=True, slots=True)
class ArkivFil:
    """A file in the folder.

    `path` is relative, with «/». `pdfa`: the conformance that a validator has found it to have
    («PDF/A-1a»), None: it is no PDF, or not PDF/A. `anmärkning`: what a reader should know of it.
    """

    path: str
    grupp: str  # «Protokoll», «Bilagor»: the heading it stands under in the index
    rubrik: str
    storlek: int  # bytes
    sha256: str
    pdfa: str | None = None
    anmärkning: str = ""


@dataclass(frozen=True, slots=True)
class ArkivManifest:
    """What the folder says of itself. `saknas`: what should be there and is not, and why."""

    nämnd: str
    sammanträde_id: str
    dag: str
    paragrafer: str  # «§§ 59–74»
    skapat: str  # ISO time
    av: str
    logg: LogHead
    filer: tuple[ArkivFil, ...]
    saknas: tuple[str, ...] = ()
    sekretess: bool = False  # something in it is secret
    format: str = FORMAT
    version: int = FORMAT_VERSION
