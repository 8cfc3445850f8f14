"""Reads an answer: it is proved to be that person's answer to that package, or it is refused."""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.orm import Session

from nämnd.bilaga.files import FileStore
from nämnd.core.disk import reason
from nämnd.core.errors import (
    FileDamagedError,
    FileMissingError,
    FileUnreadableError,
    NotAFileError,
    NämndError,
)
from nämnd.documents.parts import TEMPLATE_VERSION
from nämnd.justering.commands import TakeSvar
from nämnd.justering.errors import SvarRefusal, SvarRefusedError
from nämnd.justering.queries import known_certificates, shared_certificates
from nämnd.justering.refusals import refusal_text
from nämnd.justering.svar_commands import HAS_SIGNED, refuse_svar, without_package
from nämnd.justeringsfil.errors import SvarError
from nämnd.justeringsfil.limits import CLOCKS_DIFFER, MOST_ANSWER
from nämnd.justeringsfil.refusals import refusal_text as file_text
from nämnd.justeringsfil.values import Paket, Svar
from nämnd.logg.entry import REFUSED
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store import Store
from nämnd.store.rows import rows_where
from nämnd.tables import Justeringspaket, Justeringssvar, Person
from nämnd.underskrift.values import CertificateInfo, FoundSignature


def read_answer_file(
    store: Store,
    files: FileStore,
    source: Path | bytes,
    *,
    now: datetime,
    passphrase: str | None = None,
) -> TakeSvar:
    """Return the command that takes an answer, proved and fit to be taken as things stand.

    Args:
        store: where its package was recorded.
        files: where the package is kept, and the signed file will be.
        source: the answer: a file or its bytes.
        now: local time.
        passphrase: of a package that is encrypted.

    Raises:
        SvarError: the answer is damaged, not proved, or of another package.
        SvarRefusedError: it is proved, but not to be taken, or its signature does not hold.
        PackageError: the passphrase is wrong or missing.
        FileMissingError, NotAFileError, FileUnreadableError, FileDamagedError: of the files.
    """
    data = source if isinstance(source, bytes) else _read(source)
    try:
        return _taking(store, files, data, now, passphrase)
    except (SvarError, SvarRefusedError) as error:
        name = "ett svar" if isinstance(source, bytes) else source.name
        with suppress(NämndError):  # the refusal is what the user is told, not a full disk
            store.note("Svar", f"{REFUSED}: läs in {name}. {_why(error)}")
        raise


def _why(error: SvarError | SvarRefusedError) -> str:
    """Return the first sentence of why an answer is refused."""
    words = refusal_text(error) if isinstance(error, SvarRefusedError) else file_text(error)
    return f"{words.partition('. ')[0].rstrip('.')}."


def _taking(
    store: Store, files: FileStore, data: bytes, now: datetime, passphrase: str | None
) -> TakeSvar:
    from nämnd.justeringsfil.opening import open_package
    from nämnd.justeringsfil.verifying import read_answer, verify

    svar = read_answer(data, passphrase)
    known = store.ask(lambda session: _known(session, svar))
    package = open_package(files.read(known.fil, known.filnamn), passphrase)
    if package.sha256 != known.manifest:
        raise FileDamagedError(known.filnamn)
    proof = verify(
        svar,
        manifest=package.manifest,
        manifest_sha256=package.sha256,
        key=known.key,
        known=known.certificates,
        now=now,
    )
    signed = signed_file(package, svar, known.namn, now)
    command = TakeSvar(
        justering_id=known.justering_id,
        paket_id=svar.paket_id,
        person_id=svar.person_id,
        slag=svar.slag,
        kommentarer=svar.kommentarer,
        bevis=proof.bevis,
        certificate=_info(proof.new_certificate),
        pdf=_utgåva(signed, known.filnamn) if signed is not None else None,
        tid=svar.tid,
        when=now.isoformat(timespec="seconds"),
        sha256=svar.sha256,
        also=store.ask(lambda session: _also(session, proof.bevis, svar.person_id)),
    )
    store.ask(lambda session: refuse_svar(session, command))
    if signed is not None:
        files.keep_bytes(signed, known.filnamn)
    return command


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known here of the package and of the person who says that they answer."""

    justering_id: str
    fil: str  # sha256
    filnamn: str
    manifest: str  # sha256
    namn: str
    key: bytes | None
    certificates: tuple[bytes, ...]


def _known(session: Session, svar: Svar) -> _Known:
    paket = session.get(Justeringspaket, svar.paket_id)
    if paket is None:
        raise SvarRefusedError(without_package(session, svar.paket_id))
    person = session.get(Person, svar.person_id)
    namn = person.namn if person else ""
    if rows_where(session, Justeringssvar, Justeringssvar.sha256 == svar.sha256):
        raise SvarRefusedError(SvarRefusal.USED, namn)
    keys = {str(one["person"]): str(one["nyckel"]) for one in paket.tillfrågade}
    key = keys.get(svar.person_id)
    return _Known(
        justering_id=paket.justering_id,
        fil=paket.fil,
        filnamn=paket.filnamn,
        manifest=paket.manifest,
        namn=namn,
        key=bytes.fromhex(key) if key else None,
        certificates=theirs_alone(session, svar.person_id),
    )


def _also(session: Session, bevis: str, person_id: str) -> tuple[str, ...]:
    """Return for whom else the certificate that proves an answer is noted."""
    found = shared_certificates(session, (bevis,))
    return found[0].others(person_id) if found else ()


def theirs_alone(session: Session, person_id: str) -> tuple[bytes, ...]:
    """Return the certificates that prove who somebody is.

    One that several people use (an organisation's) does not: they must have the code as well.
    """
    rows = known_certificates(session)
    others = {one.fingeravtryck for one in rows if one.person_id not in (None, person_id)}
    return tuple(
        one.der for one in rows if one.person_id == person_id and one.fingeravtryck not in others
    )


def signed_file(package: Paket, svar: Svar, namn: str, now: datetime) -> bytes | None:
    """Return the file with the signature of the one who answers; None when they did not sign.

    Raises:
        SvarRefusedError: it has none of theirs, it does not hold, or an earlier one is gone.
    """
    if svar.slag != HAS_SIGNED:
        return None
    from nämnd.underskrift.signing import joined

    if svar.tillägg is None or svar.certifikat is None:
        raise SvarRefusedError(SvarRefusal.SIGNATURE_MISSING, namn)
    whole = joined(package.pdf, svar.tillägg)
    why = _amiss(package, svar, whole, now)
    if why is not None:
        raise SvarRefusedError(why, namn)
    return whole


def _amiss(package: Paket, svar: Svar, whole: bytes, now: datetime) -> SvarRefusal | None:
    from nämnd.underskrift.checking import adds_only_signatures, check

    mine = svar.certifikat or b""
    before = check(package.pdf, (), now=now + CLOCKS_DIFFER).signatures
    after = check(whole, (mine,), now=now + CLOCKS_DIFFER).signatures
    earlier, last = after[: len(before)], after[len(before) :]
    if tuple(map(_identity, before)) != tuple(map(_identity, earlier)):
        return SvarRefusal.EARLIER_GONE
    if not all(one.intact for one in earlier):
        return SvarRefusal.EARLIER_GONE
    place = next(
        (one.fält for one in package.manifest.tillfrågade if one.person_id == svar.person_id), None
    )
    if [one.field for one in last] != [place]:
        return SvarRefusal.SIGNATURE_MISSING
    if last[0].fingerprint != hashlib.sha256(mine).hexdigest():
        return SvarRefusal.SIGNATURE_OTHER
    if last[0].problem is not None:
        return SvarRefusal.SIGNATURE_BROKEN
    # the signature covers whatever they did before it, so it says nothing of that
    if not adds_only_signatures(package.pdf, whole):
        return SvarRefusal.MORE_THAN_SIGNED
    return None


def _identity(one: FoundSignature) -> tuple[str, str, str]:
    return one.field, one.fingerprint, one.revision


def _info(der: bytes | None) -> CertificateInfo | None:
    if der is None:
        return None
    from nämnd.underskrift.certificates import info_of

    return info_of(der)


def _utgåva(data: bytes, filnamn: str) -> NewUtgåva:
    digest = hashlib.sha256(data).hexdigest()
    name = f"{filnamn.rsplit('.', 1)[0]}.pdf"
    return NewUtgåva("protokoll", "pdf", digest, len(data), name, TEMPLATE_VERSION)


def _read(path: Path) -> bytes:
    try:
        if not path.exists():
            raise FileMissingError(path)
        if not path.is_file():
            raise NotAFileError(path)
        with path.open("rb") as file:  # one byte more than allowed: the reader refuses that
            return file.read(MOST_ANSWER + 1)
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error
