"""Makes the answer to a package. Work off the window's thread: nothing of Qt here."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nämnd.bilaga.names import safe_name
from nämnd.core.disk import reason
from nämnd.core.errors import FileMissingError, FileUnreadableError, NotAFileError, NämndError
from nämnd.core.progress import Progress, Work
from nämnd.justeringsfil.values import Asked, Paket, Slag, SvarKommentar
from nämnd.underskrift.values import Certificate, CertificateInfo
from ui.justera.kept import Kept, write_whole
from ui.justera.opening import Opened
from ui.justera.places import answer_name, free_path


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

    A certificate that is made for it is kept only when the answer is.

    Raises:
        NotACertificateError, WrongPassphraseError, CertificateExpiredError,
        PassphraseTooShortError, InvalidDraftError: of the certificate.
        FieldMissingError, FieldTakenError, UnsignableError: the PDF can't be signed there.
        FileMissingError, FileUnreadableError: the certificate's file can't be read.
        DiskFullError, FolderNotWritableError: the answer can't be written.
    """
    from nämnd.justeringsfil.answering import answer

    yield Progress(0, 3, "Förbereder")
    path = free_path(reply.folder, answer_name(opened.path, reply.asked))
    certificate, where = _certificate(kept, reply, now)
    new = isinstance(reply.certificate, NewCertificate)
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
    _write(path, data, (where, certificate.p12) if new and where and certificate else None)
    return Made(path, reply, tid, where, certificate.info if certificate else None, new)


def _write(path: Path, data: bytes, made: tuple[Path, bytes] | None) -> None:
    """Write an answer, and the certificate that was made for it: both or neither."""
    if made is not None:
        write_whole(*made)
    try:
        write_whole(path, data, private=False)
    except NämndError:
        if made is not None:
            made[0].unlink(missing_ok=True)
        raise


def _certificate(kept: Kept, reply: Reply, now: datetime) -> tuple[Certificate | None, Path | None]:
    from nämnd.underskrift.certificates import make_p12, open_p12

    match reply.certificate:
        case None:
            return None, None
        case CertificateFile(path, passphrase):
            return open_p12(certificate_bytes(path), passphrase, now=now), path
        case NewCertificate(namn, organisation, passphrase):
            p12 = make_p12(namn, organisation, passphrase, now=now)
            path = free_path(kept.certificates, safe_name(namn, ".p12"))
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


def copy_certificate(path: Path, target: Path) -> None:
    """Write a copy of a certificate at `target`.

    Raises:
        NämndError: it can't be read or written.
    """
    write_whole(target, certificate_bytes(path))
