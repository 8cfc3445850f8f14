"""A justering as pages and documents read it."""

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from nämnd.core.paragrafer import Paragrafer

Läge: TypeAlias = Literal["utkast", "utskickat", "ändringar begärda", "godkänt", "justerat"]
LÄGEN: tuple[Läge, ...] = get_args(Läge)
"""As they are kept. «anslaget», «laga kraft» and «arkiverat» are derived: nämnd.anslag."""

Sätt: TypeAlias = Literal["papper", "godkännande", "elektronisk underskrift"]
SÄTT: tuple[Sätt, ...] = get_args(Sätt)
"""How a nämnd lets a protokoll be justerat (RULES.md 6): a setting of its own."""

KommentarSvar: TypeAlias = Literal["antagen", "avvisad", "besvarad"]


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose approval or signature a set of §§ needs, or (sekreterare) may have."""

    person_id: str
    namn: str  # «Anna Ek (M)»
    roll: str  # ordförande, justerare, sekreterare
    paragrafer: Paragrafer  # of the set, those they answer for
    epost: str | None = None

    @property
    def required(self) -> bool:
        """Say whether the set is not justerad without them (KL 5:69)."""
        return self.roll != "sekreterare"


@dataclass(frozen=True, slots=True)
class UnderskriftRow:
    """An approval or signature that holds."""

    person_id: str
    roll: str
    datum: str  # ISO date
    sätt: Sätt
    version: int
    pdf: str | None  # sha256 of the file it stands on
    bevis: str | None  # «kod», a certificate's fingerprint, sha256 of a scanned page


@dataclass(frozen=True, slots=True)
class KommentarRow:
    """What somebody said of a § (None: of the whole), and what became of it."""

    id: str
    person_id: str
    paragraf: int | None
    text: str
    svar: KommentarSvar | None
    svarstext: str
    version: int
    datum: str | None


@dataclass(frozen=True, slots=True)
class RättelseRow:
    """A slip in what is justerat, put right on a day. Both texts are kept (RULES.md 6)."""

    id: str
    datum: str  # ISO date
    paragraf: int
    stod: str
    ska_vara: str
    av: str
    skäl: str


@dataclass(frozen=True, slots=True)
class TillfrågadRow:
    """One who is asked in a package, and what they have answered."""

    person_id: str
    namn: str
    roll: str
    ordning: int
    sätt: str  # nämnd.justeringsfil.values.Sätt
    svar: str | None = None  # nämnd.justeringsfil.values.Slag
    tid: str | None = None  # when they answered


@dataclass(frozen=True, slots=True)
class PaketRow:
    """A package that went out."""

    id: str
    version: int
    skapat: str
    filnamn: str
    fil: str  # sha256
    manifest: str  # sha256
    pdf: str  # sha256
    innehåll: str  # sha256
    krypterat: bool
    kastat: str | None
    tillfrågade: tuple[TillfrågadRow, ...]


@dataclass(frozen=True, slots=True)
class SharedCertificate:
    """A certificate that is noted for somebody else too: it proves less of who has used it."""

    fingeravtryck: str
    names: tuple[tuple[str, str], ...]  # person id and name of all whom it is noted for

    def others(self, person_id: str) -> tuple[str, ...]:
        """Return the names of the others."""
        return tuple(name for key, name in self.names if key != person_id)


@dataclass(frozen=True, slots=True)
class JusteringView:
    """Everything about the justering of one set of §§."""

    id: str
    sammanträde_id: str
    paragrafer: Paragrafer
    numbers: tuple[int, ...]  # the §§ that are handled and in the set
    läge: Läge
    version: int
    sätt: Sätt | None
    plats: str | None
    planerat_datum: str | None
    datum: str | None
    pdf: str | None
    signers: tuple[Signer, ...]
    underskrifter: tuple[UnderskriftRow, ...]
    kommentarer: tuple[KommentarRow, ...]
    rättelser: tuple[RättelseRow, ...]
    paket: tuple[PaketRow, ...]  # oldest first
    changed: bool  # the §§ say something else than what was sent
    shared: tuple[SharedCertificate, ...] = ()  # those that the underskrifter are proved by

    @property
    def locked(self) -> bool:
        """Say whether no command can change its §§ (`nämnd.lås`)."""
        return self.läge in ("godkänt", "justerat")

    @property
    def latest(self) -> PaketRow | None:
        """Return the package whose answers are taken, if there is one."""
        return next((one for one in reversed(self.paket) if one.kastat is None), None)

    def also_of(self, underskrift: UnderskriftRow) -> tuple[str, ...]:
        """Return for whom else the certificate that proves an underskrift is noted."""
        mine = (one for one in self.shared if one.fingeravtryck == underskrift.bevis)
        return next((one.others(underskrift.person_id) for one in mine), ())

    @property
    def open_kommentarer(self) -> tuple[KommentarRow, ...]:
        """Return the comments that nobody has answered."""
        return tuple(one for one in self.kommentarer if one.svar is None)


@dataclass(frozen=True, slots=True)
class CertifikatRow:
    """A certificate that is believed to be a person's, or an issuer's (`person_id` None)."""

    id: str
    person_id: str | None
    namn: str  # as the certificate says it
    fingeravtryck: str
    der: bytes
    giltigt_till: str  # ISO time
    godkänt: str  # ISO time
    hur: str  # «kod», «för hand»
