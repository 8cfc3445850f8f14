"""A set of §§ goes out for justering."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.changes import Topic
from nämnd.justering import rules
from nämnd.justering.errors import (
    AskedUnfitError,
    ChangedMeanwhileError,
    NoSignersError,
    NothingToJusteraError,
    NotNow,
    NotNowError,
    PassphraseDemandedError,
    SetsOverlapError,
    SättNotAllowedError,
)
from nämnd.justering.queries import (
    handled,
    has_sekretess,
    justering_signers,
    justeringssätt,
    läge_of,
)
from nämnd.justering.values import Signer, Sätt
from nämnd.justering.wording import which
from nämnd.lås.innehåll import innehåll
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store.rows import load, rows_where
from nämnd.tables import Justering, Justeringspaket, Justeringssvar, Utgåva

CHANGED = frozenset({Topic.JUSTERING, Topic.PROTOKOLL, Topic.SAMMANTRÄDE})
_REPLACED = "ersatt av en nyare justeringsfil"


@dataclass(frozen=True, slots=True)
class NewAsked:
    """One who is asked. `nyckel` (hex) is made from the one-time code."""

    person_id: str
    roll: str
    ordning: int
    sätt: str  # nämnd.justeringsfil.values.Sätt
    nyckel: str


@dataclass(frozen=True, slots=True)
class NewPaket:
    """A package that goes out; its files are in the file store."""

    paket_id: str
    manifest: str  # sha256 of manifest.json
    fil: str  # sha256 of the package
    filnamn: str
    krypterat: bool
    tillfrågade: tuple[NewAsked, ...]


@dataclass(frozen=True, slots=True)
class NewText:
    """The text that will stand: what is approved and signed."""

    version: int
    pdf: str  # sha256 in the file store
    innehåll: str  # sha256 of what the §§ say: nämnd.lås
    frozen: str  # JSON: nämnd.protokoll.frozen


@dataclass(frozen=True, kw_only=True)
class RecordSent:
    """Record that a set of §§ has gone out; without a package: to be signed on paper.

    Approvals and signatures that stand on the same file stay, others are void. Answers to earlier
    packages are not taken any more. There is no way back but `StepBack`.
    """

    justering_id: str
    sätt: Sätt
    text: NewText
    paket: NewPaket | None
    utgåvor: tuple[NewUtgåva, ...]
    when: str  # ISO time

    final = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep package and utgåvor.

        Raises:
            GoneError, NotNowError, NothingToJusteraError, NoSignersError, SetsOverlapError,
            SättNotAllowedError, PassphraseDemandedError, AskedUnfitError, ChangedMeanwhileError.
        """
        row = load(session, Justering, self.justering_id)
        refuse_sending(session, row, self.sätt)
        self._refuse_package(session, row)
        same = is_same(row, self.text)
        version = rules.version_after(row.version, sent=row.innehåll is not None, same=same)
        now = innehåll(session, row.sammanträde_id, row.paragrafer)
        if now != self.text.innehåll or version != self.text.version:
            raise ChangedMeanwhileError(which(row.paragrafer))
        throw_away(session, row, _REPLACED, answers=not same)
        if not same:
            row.underskrifter = []
        row.läge, row.sätt, row.version = "utskickat", self.sätt, version
        row.innehåll, row.pdf, row.datum = self.text.innehåll, self.text.pdf, None
        self._keep(session, row)
        return CHANGED

    def _refuse_package(self, session: Session, row: Justering) -> None:
        if self.paket is None:
            return
        known = {one.person_id for one in justering_signers(session, row)}
        asked = {one.person_id for one in self.paket.tillfrågade}
        if not asked or not asked <= known:
            raise AskedUnfitError(which(row.paragrafer))
        chosen = paragrafer.read(row.paragrafer)
        if not self.paket.krypterat and has_sekretess(session, row.sammanträde_id, chosen):
            raise PassphraseDemandedError(which(row.paragrafer))

    def _keep(self, session: Session, row: Justering) -> None:
        for new in self.utgåvor:
            session.add(new_utgåva(row, new, self.text.frozen, self.when))
        if self.paket is None:
            return
        paket = self.paket
        session.add(
            Justeringspaket(
                id=paket.paket_id,
                justering_id=row.id,
                version=self.text.version,
                skapat=self.when,
                manifest=paket.manifest,
                fil=paket.fil,
                filnamn=paket.filnamn,
                pdf=self.text.pdf,
                innehåll=self.text.innehåll,
                krypterat=paket.krypterat,
                tillfrågade=[_asked(one) for one in paket.tillfrågade],
            )
        )


def refuse_sending(session: Session, row: Justering, sätt: Sätt) -> tuple[Signer, ...]:
    """Refuse to send a set as it stands; return who answers for it.

    Raises:
        NotNowError, NothingToJusteraError, NoSignersError, SetsOverlapError, SättNotAllowedError.
    """
    words = which(row.paragrafer)
    if not rules.may_send(läge_of(row)):
        raise NotNowError(NotNow.ALREADY_LOCKED, words)
    numbers = handled(session, row)
    if not numbers:
        raise NothingToJusteraError(words)
    refuse_sätt(session, row, sätt)
    found = justering_signers(session, row)
    if not any(one.required for one in found):
        raise NoSignersError(words)
    others = rows_where(session, Justering, Justering.sammanträde_id == row.sammanträde_id)
    taken = rules.overlapping(
        numbers, ((läge_of(one), handled(session, one)) for one in others if one is not row)
    )
    if taken:
        raise SetsOverlapError(which(paragrafer.of(taken).text))
    return found


def refuse_sätt(session: Session, row: Justering, sätt: Sätt) -> None:
    """Refuse a way that the nämnd does not let its protokoll be justerade.

    Raises:
        SättNotAllowedError: it is not among them.
    """
    if not rules.allowed(sätt, justeringssätt(session, row.sammanträde_id)):
        raise SättNotAllowedError(sätt)


def is_same(row: Justering, text: NewText) -> bool:
    """Say whether it is the same text in the same file as was sent last."""
    return (row.innehåll, row.pdf) == (text.innehåll, text.pdf)


def throw_away(session: Session, row: Justering, why: str, *, answers: bool) -> None:
    """Take no more answers to the packages of a set; with `answers` those given are void too."""
    for paket in rows_where(session, Justeringspaket, Justeringspaket.justering_id == row.id):
        paket.kastat = paket.kastat or why
        if answers:
            for svar in rows_where(session, Justeringssvar, Justeringssvar.paket_id == paket.id):
                svar.kastat = svar.kastat or why


def new_utgåva(row: Justering, new: NewUtgåva, frozen: str, when: str) -> Utgåva:
    """Return the row of a document that leaves with a set of §§."""
    return Utgåva(
        sammanträde_id=row.sammanträde_id,
        justering_id=row.id,
        dokument=new.dokument,
        format=new.format,
        sha256=new.sha256,
        storlek=new.storlek,
        filnamn=new.filnamn,
        innehåll=frozen,
        mallversion=new.mallversion,
        skapad=when,
    )


def _asked(one: NewAsked) -> dict[str, object]:
    return {
        "person": one.person_id,
        "roll": one.roll,
        "ordning": one.ordning,
        "sätt": one.sätt,
        "nyckel": one.nyckel,
    }
