"""Opens a package and makes the answer to it. Work off the window's thread: nothing of Qt here."""

import hmac
import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nämnd.bilaga.names import safe_name
from nämnd.core.disk import reason
from nämnd.core.errors import (
    FileMissingError,
    FileUnreadableError,
    FolderNotWritableError,
    NotAFileError,
)
from nämnd.core.paragrafer import ALL
from nämnd.core.progress import Progress, Work
from nämnd.justering.rules import signers
from nämnd.justering.values import Signer
from nämnd.justeringsfil.values import ANSWER_SUFFIX, Asked, Paket, Slag, SvarKommentar
from nämnd.protokoll.values import Protokoll
from nämnd.underskrift.values import Certificate, CertificateInfo
from ui.justera.kept import Draft, Kept, Sent

_PASSING = ("content.outlook", "inetcache", "temporary internet files", "mail downloads")
_MOST_SAME = 100  # answers of the same name beside each other


@dataclass(frozen=True, slots=True)
class Opened:
    """A package, and what the window needs of it.

    Attributes:
        paket: the package.
        shown: its PDF as it is drawn on the screen, with earlier signatures seen.
        protokoll: its content; None when it is written by a newer program.
        signers: everybody who answers for the §§.
        broken: names in earlier signatures that do not hold.
        draft: what was written about it here before.
        passphrase: what opened it; None when it is not encrypted.
    """

    path: Path
    paket: Paket
    shown: bytes = field(repr=False)
    protokoll: Protokoll | None
    signers: tuple[Signer, ...]
    broken: tuple[str, ...]
    draft: Draft
    passphrase: str | None = field(repr=False)


@dataclass(frozen=True, slots=True)
class Locked:
    """The file is a package that needs its passphrase."""

    path: Path


def read_package(
    path: Path, kept: Kept, *, passphrase: str | None, now: datetime
) -> Work[Opened | Locked]:
    """Return the package in a file.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: the file can't be read.
        PackageError: it is no package, it is damaged, or the passphrase is another.
    """
    from nämnd.justeringsfil.opening import is_encrypted, open_package

    yield Progress(0, 2, "Läser filen")
    data = _bytes_of(path)
    if passphrase is None and is_encrypted(data):
        return Locked(path)
    paket = open_package(data, passphrase)
    yield Progress(1, 2, "Kontrollerar filen")
    protokoll = _content(paket)
    return Opened(
        path=path,
        paket=paket,
        shown=_to_look_at(paket.pdf),
        protokoll=protokoll,
        signers=signers(protokoll, ALL) if protokoll else (),
        broken=_broken(paket.pdf, now),
        draft=kept.draft(paket),
        passphrase=passphrase,
    )


def _bytes_of(path: Path) -> bytes:
    from nämnd.justeringsfil.limits import MOST_FILE

    if not path.exists():
        raise FileMissingError(path)
    if not path.is_file():
        raise NotAFileError(path)
    try:
        with path.open("rb") as file:
            return file.read(MOST_FILE + 1)  # one more than is taken: it is then said to be large
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error


def _content(paket: Paket) -> Protokoll | None:
    from nämnd.protokoll import frozen

    try:
        return frozen.from_json(paket.innehåll)
    except ValueError:
        return None


def _to_look_at(pdf: bytes) -> bytes:
    """Return what to show: Qt draws no signatures. What can't be redrawn is shown as it is."""
    from pikepdf import PdfError

    from nämnd.documents.pdf.appearance import with_signatures_drawn

    try:
        return with_signatures_drawn(pdf)
    except (PdfError, ValueError, KeyError, TypeError):
        return pdf


def _broken(pdf: bytes, now: datetime) -> tuple[str, ...]:
    if b"/ByteRange" not in pdf:
        return ()
    from nämnd.underskrift.checking import check

    found = check(pdf, (), now=now).signatures
    return tuple(one.name or "okänd" for one in found if not one.intact)


def person_of(paket: Paket, code: str) -> Work[Asked | None]:
    """Return whose one-time code it is; None when it is nobody's, or the package was changed."""
    from nämnd.justeringsfil.codes import key_of, seal

    yield Progress(0, 1)
    mine = seal(key_of(code, paket.manifest.paket_id), paket.sha256)
    for one in paket.manifest.tillfrågade:
        theirs = paket.sigill.get(one.person_id, "")
        if hmac.compare_digest(mine.encode(), theirs.encode()):
            return one
    return None


@dataclass(frozen=True, slots=True)
class NewCertificate:
    """A certificate to make before it is signed with."""

    namn: str
    organisation: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class CertificateFile:
    """A certificate in a file, and what opens it."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Reply:
    """What somebody answers. With a certificate the protokoll is signed, else it is not."""

    asked: Asked
    slag: Slag
    kommentarer: tuple[SvarKommentar, ...]
    folder: Path
    code: str | None = field(repr=False)
    certificate: NewCertificate | CertificateFile | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The answer that was written."""

    path: Path
    reply: Reply
    tid: str
    certificate: Path | None = None
    info: CertificateInfo | None = None
    new: bool = False  # the certificate was made now


def make_answer(opened: Opened, kept: Kept, reply: Reply, *, now: datetime) -> Work[Made]:
    """Write the answer and return where it is.

    Raises:
        NotACertificateError, WrongPassphraseError, CertificateExpiredError,
        PassphraseTooShortError, InvalidDraftError: of the certificate.
        FieldMissingError, FieldTakenError, UnsignableError: the PDF can't be signed there.
        FileMissingError, FileUnreadableError: the certificate's file can't be read.
        DiskFullError, FolderNotWritableError: the answer can't be written.
    """
    from nämnd.justeringsfil.answering import answer

    yield Progress(0, 3, "Förbereder")
    path = _free(reply.folder, answer_name(opened.path, reply.asked))
    certificate, where = _certificate(kept, reply, now)
    yield Progress(1, 3, "Skriver under" if certificate else "Gör svaret")
    signed = _signed(opened.paket, reply.asked, certificate, now) if certificate else None
    tid = now.isoformat(timespec="seconds")
    data = answer(
        opened.paket,
        reply.asked,
        reply.slag,
        reply.kommentarer,
        tid=tid,
        code=reply.code,
        certificate=certificate,
        signed_pdf=signed,
        passphrase=opened.passphrase,
    )
    yield Progress(2, 3, "Sparar svaret")
    kept.write(path, data)
    new = isinstance(reply.certificate, NewCertificate)
    return Made(path, reply, tid, where, certificate.info if certificate else None, new)


def _certificate(kept: Kept, reply: Reply, now: datetime) -> tuple[Certificate | None, Path | None]:
    from nämnd.underskrift.certificates import make_p12, open_p12

    match reply.certificate:
        case None:
            return None, None
        case CertificateFile(path, passphrase):
            return open_p12(certificate_bytes(path), passphrase, now=now), path
        case NewCertificate(namn, organisation, passphrase):
            p12 = make_p12(namn, organisation, passphrase, now=now)
            path = _free(kept.certificates, safe_name(namn, ".p12"))
            kept.write(path, p12)
            return open_p12(p12, passphrase, now=now), path


def certificate_bytes(path: Path) -> bytes:
    """Return what is in a certificate's file; more than any certificate has is cut off.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: it can't be read.
    """
    if not path.exists():
        raise FileMissingError(path)
    if not path.is_file():
        raise NotAFileError(path)
    try:
        with path.open("rb") as file:
            return file.read(_MOST_CERTIFICATE)
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error


_MOST_CERTIFICATE = 1_000_001  # bytes; one more than nämnd.underskrift takes


def _signed(paket: Paket, asked: Asked, certificate: Certificate, now: datetime) -> bytes:
    from nämnd.documents.pdf.appearance import appearance, field_sizes, signed_lines
    from nämnd.underskrift.errors import FieldMissingError
    from nämnd.underskrift.signing import sign

    size = field_sizes(paket.pdf).get(asked.fält or "")
    if asked.fält is None or size is None:
        raise FieldMissingError(asked.fält or "")
    seen = appearance(signed_lines(asked.namn, asked.roll, now), size)
    return sign(paket.pdf, certificate, asked.fält, seen, now=now)


def answer_name(package: Path, asked: Asked) -> str:
    """Return the file name of an answer: that of the package and who answers."""
    return safe_name(f"{package.stem} svar {asked.namn}", ANSWER_SUFFIX)


def _free(folder: Path, name: str) -> Path:
    """Return a path in `folder` where there is nothing: an earlier answer stays."""
    path = folder / name
    for number in range(2, _MOST_SAME):
        if not path.exists():
            return path
        stem, suffix = Path(name).stem, Path(name).suffix
        path = folder / safe_name(f"{stem} ({number})", suffix)
    raise FolderNotWritableError(folder, "det finns för många svar med samma namn")


def place_for_answers(
    package: Path, documents: Path, passing: Iterable[Path] | None = None
) -> Path:
    """Return the folder to write answers in: that of the package, if they are found again there.

    A package that is opened from a mail lies in a folder that is emptied, or can't be written.

    Args:
        package: the file that was opened.
        documents: the user's folder of documents, for when the other won't do.
        passing: folders that are emptied; None: the computer's own.
    """
    folder = package.resolve().parent
    emptied = [Path(tempfile.gettempdir())] if passing is None else list(passing)
    lost = any(folder.is_relative_to(one.resolve()) for one in emptied)
    lost = lost or any(part.casefold() in _PASSING for part in folder.parts)
    return documents if lost or not os.access(folder, os.W_OK) else folder


def write_mail(opened: Opened, sent: Sent, *, now: datetime) -> Path:
    """Write a mail draft with an answer, beside it, and return where.

    Raises:
        NämndError: it can't be written, or the answer is not there any more.
    """
    from nämnd.documents.answer_mail import answer_mail

    answer = Path(sent.fil)
    if not answer.exists():
        raise FileMissingError(answer)
    try:
        data = answer.read_bytes()
    except OSError as error:
        raise FileUnreadableError(answer, reason(error)) from error
    mail = answer_mail(opened.paket.manifest, sent.namn, answer.name, data, now=now)
    path = answer.with_suffix(".eml")
    Kept(path.parent).write(path, mail)
    return path


def copy_certificate(path: Path, target: Path) -> None:
    """Write a copy of a certificate at `target`.

    Raises:
        NämndError: it can't be read or written.
    """
    Kept(target.parent).write(target, certificate_bytes(path))
