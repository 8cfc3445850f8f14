"""What stands in a package and in an answer. Light: the chair's window begins with it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from nämnd.logg.values import LogHead

PACKAGE_SUFFIX = ".justering"
ANSWER_SUFFIX = ".svar"
FORMAT_VERSION = 1

Sätt: TypeAlias = Literal["godkännande", "elektronisk underskrift"]
"""What a person is asked for. Both can be asked of the same person: then it is the second."""

Slag: TypeAlias = Literal["godkänt", "godkänt och undertecknat", "ändring begärd"]
"""What a person answers."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One who is asked. `ordning` from 1; those with the same are asked at once.

    `fält`: the signature field of the PDF that is theirs, when they are asked to sign.
    """

    person_id: str
    namn: str  # «Anna Ek (M)»
    roll: Literal["ordförande", "justerare", "sekreterare"]
    ordning: int
    sätt: Sätt
    fält: str | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody has given already, when the package was made."""

    person_id: str
    slag: Slag
    tid: str  # ISO time


@dataclass(frozen=True, slots=True)
class Part:
    """A file in the package."""

    namn: str
    storlek: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a package says of itself."""

    paket_id: str
    justering_id: str
    nämnd_id: str
    nämnd: str
    sammanträde_id: str
    dag: str  # «2026-03-27», «2026-03-26–27»
    paragrafer: str  # «§§ 59–74», as it is shown
    version: int  # of the text; a changed text has another
    skapat: str  # ISO time
    avsändare: str  # who made it
    innehåll: str  # sha256 of what the §§ say in the database: nämnd.lås
    tillfrågade: tuple[Asked, ...]
    givna: tuple[Given, ...]
    tidigare: tuple[str, ...]  # sha256 of earlier packages' manifests, oldest first
    logg: LogHead
    delar: tuple[Part, ...]
    meddelande: str = ""  # from the secretary to those who are asked
    program: str = ""  # version of the program that made it
    epost: str = ""  # where the answers are to be sent; «»: not said


@dataclass(frozen=True, slots=True)
class Paket:
    """An opened package whose parts are what its manifest says."""

    manifest: Manifest
    sha256: str  # of manifest.json: what every answer is bound to
    pdf: bytes
    innehåll: str  # JSON: nämnd.protokoll.frozen
    sigill: dict[str, str]  # person id → HMAC of the manifest under that person's key, hex
    krypterat: bool


@dataclass(frozen=True, slots=True)
class SvarKommentar:
    """A comment on a §, or on the whole."""

    paragraf: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Svar:
    """An answer, as it stands in its file. Nothing in it is proved until `verify` has said so.

    `tillägg`: the bytes to put after the package's PDF to get the signed one.
    `mac`: HMAC under the key made from the one-time code; `certifikat`, `underskrift`: the
    certificate (DER) and its signature over the answer. At least one of the two proofs is there.
    """

    paket_id: str
    manifest: str  # sha256
    person_id: str
    slag: Slag
    tid: str  # ISO time, by the chair's clock
    kommentarer: tuple[SvarKommentar, ...]
    tillägg: bytes | None
    mac: str | None
    certifikat: bytes | None
    underskrift: bytes | None
    sha256: str  # of what is said, proofs aside: each answer is used once, however it is wrapped
