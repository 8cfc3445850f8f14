"""What is signed on paper, confirmed, taken back and put right."""

import unicodedata
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.changes import Topic
from nämnd.core.ids import new_id
from nämnd.justering import rules
from nämnd.justering.errors import (
    Amiss,
    ChangedMeanwhileError,
    JusteringDraftError,
    NotNow,
    NotNowError,
)
from nämnd.justering.kept import keep_rättelse, keep_underskrift, underskrift_rows
from nämnd.justering.queries import (
    handled,
    is_changed,
    justering_signers,
    justering_view,
    läge_of,
)
from nämnd.justering.sent_commands import CHANGED, refuse_sätt, throw_away
from nämnd.justering.svar_commands import keep_certificate
from nämnd.justering.values import RättelseRow, Sätt, UnderskriftRow
from nämnd.justering.wording import which
from nämnd.store.rows import load, rows_where
from nämnd.tables import Anslag, Certifikat, Justering, Person, Sammanträdesdag

_TAKEN_BACK = "taget tillbaka"


@dataclass(frozen=True, kw_only=True)
class RecordPaper:
    """Record who has signed on paper, on which day; `scan_sha256`: the scanned page, if any."""

    justering_id: str
    person_ids: tuple[str, ...]
    datum: str  # ISO date
    today: str  # ISO date: what is recorded has been
    scan_sha256: str | None = None

    final = True
    of_justering = True  # may change a set that is locked: nämnd.lås

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep the signatures; when all who must have signed the set is justerad.

        Raises:
            GoneError, NotNowError, SättNotAllowedError, ChangedMeanwhileError,
            JusteringDraftError.
        """
        row = load(session, Justering, self.justering_id)
        if läge_of(row) not in (*rules.OUT, "godkänt") or row.pdf is None:
            raise NotNowError(NotNow.NOT_SENT, which(row.paragrafer))
        refuse_sätt(session, row, rules.PAPER)
        if is_changed(session, row):
            raise ChangedMeanwhileError(which(row.paragrafer))
        refuse_date(session, row, self.datum, self.today)
        _refuse_before(row, self.datum, rules.ELECTRONIC, Amiss.DATE_BEFORE_SIGNED)
        found = justering_signers(session, row)
        roles = {one.person_id: one.roll for one in found}
        if not self.person_ids:
            raise JusteringDraftError(Amiss.NOBODY)
        if not set(self.person_ids) <= set(roles):
            raise JusteringDraftError(Amiss.STRANGER)
        given = [*self._others(row), *(self._new(row, key, roles[key]) for key in self.person_ids)]
        standing = rules.after_answer(found, given, läge_of(row), electronic=False)
        row.underskrifter = [keep_underskrift(one) for one in given]
        row.läge, row.datum = standing.läge, standing.datum
        return CHANGED

    def _others(self, row: Justering) -> list[UnderskriftRow]:
        return [
            one
            for one in underskrift_rows(row.underskrifter)
            if one.sätt != rules.PAPER or one.person_id not in self.person_ids
        ]

    def _new(self, row: Justering, person_id: str, roll: str) -> UnderskriftRow:
        return UnderskriftRow(
            person_id, roll, self.datum, rules.PAPER, row.version, row.pdf, self.scan_sha256
        )


@dataclass(frozen=True, kw_only=True)
class RecordJusterat:
    """Confirm that what all have approved is justerat, where godkännande alone is enough."""

    justering_id: str
    datum: str  # ISO date
    today: str  # ISO date: what is recorded has been

    final = True
    of_justering = True  # may change a set that is locked: nämnd.lås

    def run(self, session: Session) -> frozenset[Topic]:
        """Set läge and date.

        Raises:
            GoneError, NotNowError, SättNotAllowedError, JusteringDraftError.
        """
        row = load(session, Justering, self.justering_id)
        if läge_of(row) != "godkänt":
            raise NotNowError(NotNow.NOT_APPROVED, which(row.paragrafer))
        refuse_sätt(session, row, rules.APPROVED)
        refuse_date(session, row, self.datum, self.today)
        for sätt in (rules.APPROVED, *rules.SIGNED):
            _refuse_before(row, self.datum, sätt, Amiss.DATE_BEFORE_APPROVED)
        row.läge, row.datum = "justerat", self.datum
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class StepBack:
    """Take a set one step back: `nämnd.justering.rules.undone_by_step_back` says what goes."""

    justering_id: str
    skäl: str
    when: str  # ISO time

    final = True
    of_justering = True  # may change a set that is locked: nämnd.lås

    def run(self, session: Session) -> frozenset[Topic]:
        """Take it back.

        Raises:
            GoneError, NotNowError, JusteringDraftError.
        """
        row = load(session, Justering, self.justering_id)
        skäl = _tidy(self.skäl)
        if not skäl:
            raise JusteringDraftError(Amiss.SKÄL_MISSING)
        to = rules.step_back_to(justering_view(session, self.justering_id))
        if to is None:
            raise NotNowError(NotNow.NO_WAY_BACK, which(row.paragrafer))
        if row.läge == "justerat" and _on_a_board(session, row):
            raise NotNowError(NotNow.ON_A_BOARD, which(row.paragrafer))
        row.läge, row.datum = to, None
        if to == "utkast":
            throw_away(session, row, f"{_TAKEN_BACK} {self.when[:10]}: {skäl}", answers=True)
            row.underskrifter, row.pdf = [], None
        else:
            given = underskrift_rows(row.underskrifter)
            row.underskrifter = [
                keep_underskrift(one) for one in given if one.sätt == rules.APPROVED
            ]
        return CHANGED


@dataclass(frozen=True, kw_only=True)
class AddRättelse:
    """Put a slip right in what is justerat. What stood stays, and is shown beside it."""

    justering_id: str
    paragraf: int
    stod: str
    ska_vara: str
    av: str  # who put it right
    skäl: str
    datum: str  # ISO date
    today: str  # ISO date: what is recorded has been
    rättelse_id: str = field(default_factory=new_id)

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep the rättelse.

        Raises:
            GoneError, NotNowError, JusteringDraftError.
        """
        row = load(session, Justering, self.justering_id)
        if läge_of(row) != "justerat":
            raise NotNowError(NotNow.NOT_JUSTERAT, which(row.paragrafer))
        refuse_date(session, row, self.datum, self.today)
        if row.datum is not None and self.datum < row.datum:
            raise JusteringDraftError(Amiss.DATE_BEFORE_JUSTERAT)
        new = RättelseRow(
            id=self.rättelse_id,
            datum=self.datum,
            paragraf=self.paragraf,
            stod=_tidy(self.stod),
            ska_vara=_tidy(self.ska_vara),
            av=_tidy(self.av),
            skäl=_tidy(self.skäl),
        )
        self._refuse(session, new)
        row.rättelser = [*row.rättelser, keep_rättelse(new)]
        return CHANGED

    def _refuse(self, session: Session, new: RättelseRow) -> None:
        if not new.stod or not new.ska_vara:
            raise JusteringDraftError(Amiss.TEXT_MISSING)
        if new.stod == new.ska_vara:
            raise JusteringDraftError(Amiss.TEXT_SAME)
        if not new.skäl:
            raise JusteringDraftError(Amiss.SKÄL_MISSING)
        if new.paragraf not in handled(session, load(session, Justering, self.justering_id)):
            raise JusteringDraftError(Amiss.PARAGRAF_OUTSIDE)


@dataclass(frozen=True, kw_only=True)
class TrustCertificate:
    """Remember that a certificate is a person's (None: an issuer's), on the user's own word."""

    person_id: str | None
    der: bytes
    when: str  # ISO time

    def run(self, session: Session) -> frozenset[Topic]:
        """Keep it.

        Raises:
            GoneError: the person is not there.
            NotACertificateError: it is none.
        """
        from nämnd.underskrift.certificates import info_of

        if self.person_id is not None:
            load(session, Person, self.person_id)
        keep_certificate(session, info_of(self.der), self.person_id, self.when, "för hand")
        return frozenset({Topic.JUSTERING})


@dataclass(frozen=True, kw_only=True)
class RemoveCertificate:
    """Believe a certificate no more. What was signed with it stays as it is."""

    certifikat_id: str

    def run(self, session: Session) -> frozenset[Topic]:
        """Remove it."""
        session.delete(load(session, Certifikat, self.certifikat_id))
        return frozenset({Topic.JUSTERING})


def refuse_date(session: Session, row: Justering, datum: str, today: str) -> None:
    """Refuse a day that is none, has not come, or is before the sammanträde.

    Raises:
        JusteringDraftError: it is one of them.
    """
    try:
        day = date.fromisoformat(datum)
    except ValueError as error:
        raise JusteringDraftError(Amiss.DATE_MALFORMED) from error
    if day.isoformat() != datum:  # «20260327» is read as a day too
        raise JusteringDraftError(Amiss.DATE_MALFORMED)
    if day > date.fromisoformat(today):
        raise JusteringDraftError(Amiss.DATE_AHEAD)
    first = session.scalar(
        select(Sammanträdesdag.datum)
        .where(Sammanträdesdag.sammanträde_id == row.sammanträde_id)
        .order_by(Sammanträdesdag.datum)
        .limit(1)
    )
    if first is not None and day < first:
        raise JusteringDraftError(Amiss.DATE_BEFORE)


def _refuse_before(row: Justering, datum: str, sätt: Sätt, why: Amiss) -> None:
    """Refuse a day before what was given in the way `sätt`, on which the new thing builds.

    Somebody can sign on paper before another approves; but a file that is signed electronically
    is not printed before that.

    Raises:
        JusteringDraftError: it is before.
    """
    given = (one for one in underskrift_rows(row.underskrifter) if one.sätt == sätt)
    if any(datum < one.datum for one in given):
        raise JusteringDraftError(why)


def _on_a_board(session: Session, row: Justering) -> bool:
    """Say whether the justering of some of its §§ is announced."""
    mine = paragrafer.read(row.paragrafer)
    numbers = handled(session, row)
    return any(
        one.uppsatt is not None
        and (one.paragrafer == mine.text or any(map(_set(one).touches, numbers)))
        for one in rows_where(session, Anslag, Anslag.sammanträde_id == row.sammanträde_id)
    )


def _set(one: Anslag) -> paragrafer.Paragrafer:
    return paragrafer.read(one.paragrafer)


def _tidy(words: str) -> str:
    return unicodedata.normalize("NFC", words).strip()
