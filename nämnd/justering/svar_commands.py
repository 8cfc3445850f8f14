"""An answer is read in: all of it is taken, or it is refused and nothing is changed."""

import base64
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.core.ids import new_id
from nämnd.justering import rules
from nämnd.justering.errors import (
    Amiss,
    JusteringDraftError,
    SvarRefusal,
    SvarRefusedError,
)
from nämnd.justering.kept import (
    keep_kommentar,
    keep_underskrift,
    kommentar_rows,
    underskrift_rows,
)
from nämnd.justering.queries import frozen_text, handled, justering_signers, läge_of
from nämnd.justering.sent_commands import CHANGED, new_utgåva
from nämnd.justering.values import KommentarRow, KommentarSvar, Sätt, UnderskriftRow
from nämnd.justeringsfil.values import Slag, SvarKommentar
from nämnd.logg.queries import removed_row
from nämnd.lås.innehåll import innehåll
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store.rows import load, rows_where
from nämnd.tables import Certifikat, Justering, Justeringspaket, Justeringssvar, Person
from nämnd.underskrift.values import CertificateInfo

ASKS_CHANGE: Slag = "ändring begärd"
HAS_SIGNED: Slag = "godkänt och undertecknat"
_LATER = "senare svar"


@dataclass(frozen=True, kw_only=True)
class TakeSvar:
    """Take an answer that is proved to be somebody's (`nämnd.paket.justering` makes it).

    `bevis`: «kod», or the certificate's fingerprint. `certificate`: one that was not known, which
    the code vouches for. `also`: an organisation's certificate is shared, so this is not refused
    but told. `pdf`: the file with the new signature, when they signed.
    """

    justering_id: str
    paket_id: str
    person_id: str
    slag: Slag
    kommentarer: tuple[SvarKommentar, ...]
    bevis: str
    certificate: CertificateInfo | None
    pdf: NewUtgåva | None
    tid: str  # ISO time, by the clock of the one who answers
    when: str  # ISO time, by ours
    sha256: str  # of the answer file
    also: tuple[str, ...] = ()  # the names of others for whom their certificate is noted

    final = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep comments and approval or signature; lock the set when all is in.

        Raises:
            GoneError, SvarRefusedError.
        """
        refuse_svar(session, self)
        row = load(session, Justering, self.justering_id)
        self._throw_earlier(session)
        self._keep_kommentarer(row, handled(session, row))
        self._keep_certificate(session)
        given = underskrift_rows(row.underskrifter)
        if self.slag == ASKS_CHANGE:
            kept = [one for one in given if one.person_id != self.person_id]
            row.läge = "ändringar begärda"
        else:
            kept = [*given, self._underskrift(session, row)]
            self._advance(session, row, kept)
        row.underskrifter = [keep_underskrift(one) for one in kept]
        session.add(self._row())
        return CHANGED

    @property
    def _datum(self) -> str:
        """Return the ISO date: theirs, but not later than it was read (a clock can be ahead)."""
        return min(self.tid, self.when, key=_moment)[:10]

    def _underskrift(self, session: Session, row: Justering) -> UnderskriftRow:
        sätt: Sätt = rules.APPROVED
        if self.pdf is not None:
            sätt = rules.ELECTRONIC
            session.add(new_utgåva(row, self.pdf, frozen_text(session, row.id) or "", self.when))
            row.pdf = self.pdf.sha256
        asked = asked_in(load(session, Justeringspaket, self.paket_id))
        roll = next(str(one["roll"]) for one in asked if one["person"] == self.person_id)
        return UnderskriftRow(
            self.person_id, roll, self._datum, sätt, row.version, row.pdf, self.bevis
        )

    def _advance(self, session: Session, row: Justering, given: list[UnderskriftRow]) -> None:
        waiting = [
            one
            for one in _answers(session, self.paket_id)
            if one.slag == ASKS_CHANGE and one.person_id != self.person_id
        ]
        now = läge_of(row) if waiting else "utskickat"
        standing = rules.after_answer(
            justering_signers(session, row), given, now, electronic=row.sätt == rules.ELECTRONIC
        )
        row.läge, row.datum = standing.läge, standing.datum

    def _throw_earlier(self, session: Session) -> None:
        for one in _answers(session, self.paket_id):
            if one.person_id == self.person_id:
                one.kastat = _LATER

    def _keep_kommentarer(self, row: Justering, numbers: Collection[int]) -> None:
        new = [
            keep_kommentar(
                KommentarRow(
                    id=new_id(),
                    person_id=self.person_id,
                    paragraf=one.paragraf if one.paragraf in numbers else None,
                    text=unicodedata.normalize("NFC", one.text).strip(),
                    svar=None,
                    svarstext="",
                    version=row.version,
                    datum=self._datum,
                )
            )
            for one in self.kommentarer
            if one.text.strip()
        ]
        if new:
            row.kommentarer = [*row.kommentarer, *new]

    def _keep_certificate(self, session: Session) -> None:
        if self.certificate is not None:
            keep_certificate(session, self.certificate, self.person_id, self.when, "kod")

    def _row(self) -> Justeringssvar:
        return Justeringssvar(
            paket_id=self.paket_id,
            person_id=self.person_id,
            slag=self.slag,
            tid=self.tid,
            inläst=self.when,
            sha256=self.sha256,
            bevis=self.bevis,
        )


@dataclass(frozen=True, kw_only=True)
class AnswerKommentar:
    """Say what became of a comment; `svar` None: nothing yet."""

    justering_id: str
    kommentar_id: str
    svar: KommentarSvar | None
    svarstext: str = ""

    def run(self, session: Session) -> frozenset[Topic]:
        """Save the answer.

        Raises:
            GoneError: the set or the comment is not there.
            JusteringDraftError: it is said to be answered, without an answer.
        """
        words = unicodedata.normalize("NFC", self.svarstext).strip()
        if self.svar == "besvarad" and not words:
            raise JusteringDraftError(Amiss.KOMMENTAR_EMPTY)
        row = load(session, Justering, self.justering_id)
        rows = kommentar_rows(row.kommentarer)
        if self.kommentar_id not in {one.id for one in rows}:
            raise GoneError("kommentar", self.kommentar_id)
        row.kommentarer = [
            keep_kommentar(
                replace(one, svar=self.svar, svarstext=words)
                if one.id == self.kommentar_id
                else one
            )
            for one in rows
        ]
        return frozenset({Topic.JUSTERING})


def refuse_svar(session: Session, svar: TakeSvar) -> None:
    """Refuse an answer that is not to be taken as things stand.

    Raises:
        SvarRefusedError: with the reason.
    """
    person = session.get(Person, svar.person_id)
    why, names = _refusal(session, svar)
    if why is not None:
        raise SvarRefusedError(why, person.namn if person else "", names)


def _refusal(session: Session, svar: TakeSvar) -> tuple[SvarRefusal | None, tuple[str, ...]]:
    paket = session.get(Justeringspaket, svar.paket_id)
    if paket is None:
        return without_package(session, svar.paket_id), ()
    if paket.justering_id != svar.justering_id:
        return SvarRefusal.UNKNOWN_PACKAGE, ()
    row = load(session, Justering, paket.justering_id)
    found = (
        _used(session, svar)
        or _standing(session, row, paket, svar)
        or _answered(session, row, svar)
    )
    if found or svar.slag == ASKS_CHANGE:
        return found, ()
    first = _before(row, paket, svar.person_id)
    if first:
        persons = [session.get(Person, key) for key in first]
        return SvarRefusal.OUT_OF_TURN, tuple(one.namn for one in persons if one)
    if svar.pdf is not None and row.pdf != paket.pdf:
        return SvarRefusal.OTHER_PDF, ()
    return None, ()


def without_package(session: Session, paket_id: str) -> SvarRefusal:
    """Return why an answer to a package that is not there is refused."""
    gone = removed_row(session, Justeringspaket.__tablename__, paket_id)
    return SvarRefusal.UNKNOWN_PACKAGE if gone is None else SvarRefusal.REMOVED


def _used(session: Session, svar: TakeSvar) -> SvarRefusal | None:
    same = rows_where(session, Justeringssvar, Justeringssvar.sha256 == svar.sha256)
    return SvarRefusal.USED if same else None


def _standing(
    session: Session, row: Justering, paket: Justeringspaket, svar: TakeSvar
) -> SvarRefusal | None:
    """Return why the set, as it stands, takes no answer to that package."""
    if läge_of(row) in rules.LOCKED:
        return SvarRefusal.LOCKED
    if paket.kastat is not None or not rules.takes_answers(läge_of(row)):
        return SvarRefusal.REPLACED
    if svar.person_id not in {one["person"] for one in asked_in(paket)}:
        return SvarRefusal.NOT_ASKED
    now = innehåll(session, row.sammanträde_id, row.paragrafer)
    return SvarRefusal.CHANGED if now != paket.innehåll else None


def _answered(session: Session, row: Justering, svar: TakeSvar) -> SvarRefusal | None:
    """Return why the person can't answer so, after what they have answered before."""
    given = underskrift_rows(row.underskrifter)
    signed = rules.given_by(given, svar.person_id, rules.SIGNED)
    if svar.slag == ASKS_CHANGE and signed:
        return SvarRefusal.SIGNED
    approved = rules.given_by(given, svar.person_id, (rules.APPROVED,))
    if signed or (approved and svar.slag == "godkänt"):
        return SvarRefusal.ANSWERED
    mine = [one for one in _answers(session, svar.paket_id) if one.person_id == svar.person_id]
    late = any(_moment(one.tid) >= _moment(svar.tid) for one in mine)
    return SvarRefusal.OLDER if late else None


def _before(row: Justering, paket: Justeringspaket, person_id: str) -> tuple[str, ...]:
    given, asked = underskrift_rows(row.underskrifter), asked_in(paket)
    done = {
        str(one["person"])
        for one in asked
        if rules.given_by(
            given,
            str(one["person"]),
            rules.SIGNED if one["sätt"] == rules.ELECTRONIC else (rules.APPROVED, *rules.SIGNED),
        )
    }
    turns = [(str(one["person"]), int(str(one["ordning"]))) for one in asked]
    return rules.before_them(turns, person_id, done)


def keep_certificate(
    session: Session, info: CertificateInfo, person_id: str | None, when: str, hur: str
) -> None:
    """Remember a certificate as a person's, unless it is already."""
    known = rows_where(session, Certifikat, Certifikat.fingeravtryck == info.fingerprint)
    if any(one.person_id == person_id for one in known):
        return
    session.add(
        Certifikat(
            person_id=person_id,
            namn=info.name,
            fingeravtryck=info.fingerprint,
            der=base64.b64encode(info.der).decode(),
            giltigt_till=info.valid_till.isoformat(timespec="seconds"),
            godkänt=when,
            hur=hur,
        )
    )


def asked_in(paket: Justeringspaket) -> list[dict[str, object]]:
    """Return those who are asked in a package, as they are kept."""
    return paket.tillfrågade


def _answers(session: Session, paket_id: str) -> list[Justeringssvar]:
    """Return the answers to a package that hold."""
    return rows_where(
        session,
        Justeringssvar,
        Justeringssvar.paket_id == paket_id,
        Justeringssvar.kastat.is_(None),
    )


def _moment(tid: str) -> datetime:
    return datetime.fromisoformat(tid).replace(tzinfo=None)
