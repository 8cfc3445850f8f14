"""Makes what is sent for justering: the PDF of just that set of §§, and the package around it."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, cast

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core import paragrafer
from nämnd.core.ids import new_id
from nämnd.core.progress import Progress, Work
from nämnd.documents.content import Document
from nämnd.documents.parts import TEMPLATE_VERSION, Sender
from nämnd.documents.protokoll import build_protokoll
from nämnd.documents.protokoll.marks import listed
from nämnd.justering import rules
from nämnd.justering.commands import NewAsked, NewPaket, NewText, RecordSent
from nämnd.justering.errors import (
    AskedUnfitError,
    PassphraseDemandedError,
    PassphraseWeakError,
)
from nämnd.justering.queries import has_sekretess, justering_view
from nämnd.justering.sent_commands import refuse_sending
from nämnd.justering.values import JusteringView, Signer
from nämnd.justeringsfil.values import PACKAGE_SUFFIX, Asked, Given, Manifest, Slag
from nämnd.logg.queries import head
from nämnd.logg.values import LogHead
from nämnd.lås.innehåll import innehåll
from nämnd.paket.justering.orders import (
    LEAST_PASSPHRASE,
    Prepared,
    SendOrder,
    in_turn,
    places,
)
from nämnd.protokoll import frozen
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store import Store
from nämnd.store.rows import load
from nämnd.tables import Justering

Draw = Callable[[Document, datetime], Work[bytes]]
_STEPS = 4
_KINDS: dict[str, Slag] = {
    "godkännande": "godkänt",
    "papper": "godkänt och undertecknat",
    "elektronisk underskrift": "godkänt och undertecknat",
}


def draw(paper: Document, created: datetime) -> Work[bytes]:
    """Return a paper as the PDF that several people can sign. For a helper process."""
    from nämnd.documents.pdf import pdf_bytes

    yield Progress(0, 1)
    return pdf_bytes(paper, created=created, archival="1a")


def prepare_package(  # noqa: PLR0913 - one call, from the window and the command line
    store: Store,
    files: FileStore,
    justering_id: str,
    order: SendOrder,
    *,
    who: str,
    now: datetime,
    draw: Draw = draw,
) -> Work[Prepared]:
    """Make what is sent, as `order` says. Nothing has left until its command has run.

    The same text goes out in the same file, signed as far as it is; a changed text in a new one.

    Args:
        store: where the set is.
        files: where the bytes are kept.
        justering_id: which set.
        order: who is asked, and how.
        who: the sender, as those who are asked see it.
        now: local time.
        draw: makes the PDF; here, or in a helper process.

    Raises:
        GoneError, NotNowError, NothingToJusteraError, NoSignersError, SetsOverlapError,
        SättNotAllowedError, AskedUnfitError, PassphraseDemandedError, PassphraseWeakError: it
            can't be sent so.
        FileMissingError, FileDamagedError, DiskFullError, FolderNotWritableError: of the kept
            files.
    """
    order = replace(order, asked=in_turn(order.asked))
    yield Progress(0, _STEPS, "Hämtar paragraferna")
    facts = store.ask(lambda session: _gather(session, justering_id, order))
    _refuse(facts, order)
    yield Progress(1, _STEPS, "Gör protokollet")
    pdf = _kept(facts, files, order)
    if pdf is None:
        pdf = yield from draw(_document(facts, files, order), now)
    digest = hashlib.sha256(pdf).hexdigest()
    same = (facts.before, facts.view.pdf) == (facts.innehåll, digest)
    text = NewText(
        version=rules.version_after(facts.view.version, sent=facts.sent, same=same),
        pdf=digest,
        innehåll=facts.innehåll,
        frozen=frozen.to_json(facts.text),
    )
    yield Progress(2, _STEPS, "Gör justeringsfilen")
    made = _Making(facts, order, text, pdf, who, now)
    file, paket, codes = made.package(same=same) if order.asked else (None, None, {})
    yield Progress(3, _STEPS, "Sparar")
    kept = [(pdf, made.name(".pdf"), "protokoll", "pdf")]
    if file is not None:
        kept.append((file, made.name(PACKAGE_SUFFIX), "justering", "justering"))
    utgåvor = tuple(_utgåva(files, *one) for one in kept)
    return Prepared(
        command=RecordSent(
            justering_id=justering_id,
            sätt=order.sätt,
            text=text,
            paket=paket,
            utgåvor=utgåvor,
            when=now.isoformat(timespec="seconds"),
        ),
        file=file,
        filnamn=made.name(PACKAGE_SUFFIX),
        pdf=pdf,
        pdf_namn=made.name(".pdf"),
        codes=codes,
        voided=() if same else _voided(facts),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What a package is made from, as it was in one moment."""

    view: JusteringView
    sent: bool  # something has been sent before
    before: str | None  # sha256 of what the §§ said then
    innehåll: str  # sha256 of what they say now
    text: Protokoll  # just the set
    signers: tuple[Signer, ...]
    sekretess: bool
    logg: LogHead

    @property
    def which(self) -> str:
        """Return «§§ 59–74»."""
        return listed(paragrafer.of(self.view.numbers))


def _gather(session: Session, justering_id: str, order: SendOrder) -> _Facts:
    row = load(session, Justering, justering_id)
    signers = refuse_sending(session, row, order.sätt)
    chosen = paragrafer.read(row.paragrafer)
    return _Facts(
        view=justering_view(session, justering_id),
        sent=row.innehåll is not None,
        before=row.innehåll,
        innehåll=innehåll(session, row.sammanträde_id, row.paragrafer),
        text=frozen.of_set(protokoll(session, row.sammanträde_id), chosen),
        signers=signers,
        sekretess=has_sekretess(session, row.sammanträde_id, chosen),
        logg=head(session),
    )


def _refuse(facts: _Facts, order: SendOrder) -> None:
    persons = [one.person_id for one in order.asked]
    known = {one.person_id for one in facts.signers}
    signing = any(one.sätt == rules.ELECTRONIC for one in order.asked)
    if (
        not set(persons) <= known
        or len(set(persons)) < len(persons)
        or (signing and order.sätt != rules.ELECTRONIC)
        or (not persons and order.sätt != rules.PAPER)
    ):
        raise AskedUnfitError(facts.which)
    if not order.asked:
        return
    if facts.sekretess and not order.passphrase:
        raise PassphraseDemandedError(facts.which)
    if order.passphrase is not None and len(order.passphrase) < LEAST_PASSPHRASE:
        raise PassphraseWeakError(LEAST_PASSPHRASE)


def _kept(facts: _Facts, files: FileStore, order: SendOrder) -> bytes | None:
    """Return the file that was sent last, if it is of this text and all can sign in it."""
    view = facts.view
    if view.pdf is None or facts.before != facts.innehåll or view.sätt != order.sätt:
        return None
    if not files.has(view.pdf):
        return None
    from nämnd.documents.pdf.appearance import field_sizes

    pdf = files.read(view.pdf, f"{facts.which}.pdf")
    there = field_sizes(pdf)
    return pdf if all(place in there for place in _to_sign(facts, order).values()) else None


def _document(facts: _Facts, files: FileStore, order: SendOrder) -> Document:
    logo = facts.text.nämnd.logotyp
    picture = files.read(logo, "") if logo and files.has(logo) else None
    fields = _to_sign(facts, order)
    made = build_protokoll(Sender(facts.text.nämnd, picture), facts.text, fields=fields)
    return replace(made, keywords=(*made.keywords, facts.logg.text))


def _to_sign(facts: _Facts, order: SendOrder) -> Mapping[str, str]:
    """Return the place of each who is to sign electronically, now or later."""
    if order.sätt != rules.ELECTRONIC:
        return {}
    asked = {one.person_id for one in order.asked if one.sätt == rules.ELECTRONIC}
    asked |= {one.person_id for one in facts.signers if one.required}
    return {key: place for key, place in places(facts.signers) if key in asked}


def _voided(facts: _Facts) -> tuple[str, ...]:
    names = {one.person_id: one.namn for one in facts.signers}
    given = dict.fromkeys(one.person_id for one in facts.view.underskrifter)
    return tuple(names.get(key, facts.text.name(key)) for key in given)


@dataclass(frozen=True, slots=True)
class _Making:
    """A package while it is made."""

    facts: _Facts
    order: SendOrder
    text: NewText
    pdf: bytes
    who: str
    now: datetime

    def name(self, suffix: str) -> str:
        """Return «SRVN 2026-03-27 §§ 59–74 v2.justering»; the next of a version is «omgång 2»."""
        nämnd, day = self.facts.text.nämnd, self.facts.text.sammanträde.day_text
        body = nämnd.kortnamn or nämnd.namn
        words = f"{body} {day} {self.facts.which} v{self.text.version}"
        before = sum(one.version == self.text.version for one in self.facts.view.paket)
        again = before and suffix == PACKAGE_SUFFIX
        return safe_name(f"{words} omgång {before + 1}" if again else words, suffix)

    def package(self, *, same: bool) -> tuple[bytes, NewPaket, dict[str, str]]:
        """Return the package, what is recorded of it, and the codes."""
        from nämnd.justeringsfil.codes import key_of, new_code
        from nämnd.justeringsfil.packing import pack

        paket_id = new_id()
        codes = {one.person_id: new_code() for one in self.order.asked}
        keys = {key: key_of(code, paket_id) for key, code in codes.items()}
        manifest = self._manifest(paket_id, self._given() if same else ())
        file, digest = pack(manifest, self.pdf, self.text.frozen, keys, self.order.passphrase)
        paket = NewPaket(
            paket_id=paket_id,
            manifest=digest,
            fil=hashlib.sha256(file).hexdigest(),
            filnamn=self.name(PACKAGE_SUFFIX),
            krypterat=self.order.passphrase is not None,
            tillfrågade=tuple(
                NewAsked(one.person_id, one.roll, one.ordning, one.sätt, keys[one.person_id].hex())
                for one in manifest.tillfrågade
            ),
        )
        return file, paket, codes

    def _manifest(self, paket_id: str, givna: tuple[Given, ...]) -> Manifest:
        facts, text = self.facts, self.facts.text
        return Manifest(
            paket_id=paket_id,
            justering_id=facts.view.id,
            nämnd_id=text.sammanträde.nämnd_id,
            nämnd=text.nämnd.namn,
            sammanträde_id=facts.view.sammanträde_id,
            dag=text.sammanträde.day_text,
            paragrafer=facts.which,
            version=self.text.version,
            skapat=self.now.isoformat(timespec="seconds"),
            avsändare=self.who,
            innehåll=facts.innehåll,
            tillfrågade=self._asked(),
            givna=givna,
            tidigare=tuple(one.manifest for one in facts.view.paket),
            logg=facts.logg,
            delar=(),
            meddelande=self.order.meddelande.strip(),
            program=_program(),
            epost=self._answers_to(),
        )

    def _answers_to(self) -> str:
        secretary = self.facts.text.sammanträde.sekreterare
        mine = (one for one in self.facts.signers if secretary and one.person_id == secretary.id)
        return next((one.epost for one in mine if one.epost), "")

    def _asked(self) -> tuple[Asked, ...]:
        known = {one.person_id: one for one in self.facts.signers}
        to_sign = _to_sign(self.facts, self.order)
        return tuple(
            Asked(
                person_id=one.person_id,
                namn=known[one.person_id].namn,
                roll=cast("Any", known[one.person_id].roll),
                ordning=one.ordning,
                sätt=one.sätt,
                fält=to_sign.get(one.person_id) if one.sätt == rules.ELECTRONIC else None,
            )
            for one in self.order.asked
        )

    def _given(self) -> tuple[Given, ...]:
        return tuple(
            Given(one.person_id, _KINDS[one.sätt], one.datum)
            for one in self.facts.view.underskrifter
        )


def _utgåva(files: FileStore, data: bytes, name: str, dokument: str, form: str) -> NewUtgåva:
    kept = files.keep_bytes(data, name)
    return NewUtgåva(dokument, form, kept.sha256, kept.size, name, TEMPLATE_VERSION)


def _program() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"Nämnd {version('namnd')}"
    except PackageNotFoundError:
        return "Nämnd"
