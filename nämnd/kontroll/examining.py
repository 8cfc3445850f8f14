"""Reads a file or an archive folder, and finds what can be found in it alone. No database.

For a helper process: signatures take seconds, and a file from elsewhere is kept apart.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from nämnd.arkiv.checking import ArkivReport, check_archive
from nämnd.arkiv.errors import NotAnArchiveError
from nämnd.arkiv.refusals import arkiv_text
from nämnd.core.disk import reason
from nämnd.core.errors import FileMissingError, FileUnreadableError, NotAFileError
from nämnd.core.progress import Progress, Work
from nämnd.justeringsfil.errors import PackageError, PackageFault, SvarError, SvarFault
from nämnd.justeringsfil.refusals import refusal_text
from nämnd.justeringsfil.values import Manifest, Svar
from nämnd.kontroll.pdfs import PdfFound, look_into
from nämnd.kontroll.values import Kind

_LARGEST = 300 << 20  # bytes: no protokoll and no package is larger
_BEGINNING = 1024  # bytes in which a PDF says what it is
_LOCKED = (PackageFault.PASSPHRASE_NEEDED, PackageFault.WRONG_PASSPHRASE)
_LOCKED_SVAR = (SvarFault.PASSPHRASE_NEEDED, SvarFault.WRONG_PASSPHRASE)
_NOT_OURS = (SvarFault.NOT_AN_ANSWER,)
_TOO_LARGE = "Filen är större än något som Nämnd gör, så den har inte öppnats."


@dataclass(frozen=True, slots=True)
class PaketFound:
    """A package that is whole."""

    manifest: Manifest
    sha256: str  # of the manifest


@dataclass(frozen=True, slots=True)
class Examined:
    """What a file or folder holds. `refused`: why it was not opened, in Swedish."""

    kind: Kind
    name: str
    sha256: str = ""  # of the file
    pdfs: tuple[PdfFound, ...] = ()
    paket: PaketFound | None = None
    svar: Svar | None = None
    arkiv: ArkivReport | None = None
    refused: str = ""


def examine(
    path: Path, trusted: tuple[bytes, ...], passphrase: str | None, now: datetime
) -> Work[Examined]:
    """Return what is in a file or an archive folder.

    Args:
        path: the file or folder.
        trusted: certificates (DER) that are known.
        passphrase: of a package or an answer that is locked.
        now: local time.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: it can't be read.
        PackageError, SvarError: it is locked and the passphrase is missing or wrong.
    """
    yield Progress(0, 0, f"Läser {path.name}")
    if path.is_dir():
        return (yield from _folder(path, trusted, now))
    data = _read(path)
    if len(data) > _LARGEST:
        return Examined(Kind.OTHER, path.name, refused=_TOO_LARGE)
    if b"%PDF-" in data[:_BEGINNING]:
        yield Progress(0, 0, "Kontrollerar underskrifter")
        pdf = look_into(data, trusted, now)
        return Examined(Kind.PDF, path.name, pdf.sha256, (pdf,))
    return _exchanged(path.name, data, trusted, passphrase, now)


def _folder(path: Path, trusted: tuple[bytes, ...], now: datetime) -> Work[Examined]:
    try:
        report = check_archive(path)
    except NotAnArchiveError as error:
        return Examined(Kind.ARKIV, _name(path), refused=arkiv_text(error))
    wrong = {one.path for one in report.findings}
    signed = [one.path for one in report.manifest.filer if _is_protokoll(one.path)]
    pdfs: list[PdfFound] = []
    for done, name in enumerate(signed):
        yield Progress(done, len(signed), f"Kontrollerar {Path(name).name}")
        data = b"" if name in wrong else _read(path / name)
        if 0 < len(data) <= _LARGEST:
            pdfs.append(look_into(data, trusted, now, name))
    return Examined(Kind.ARKIV, _name(path), pdfs=tuple(pdfs), arkiv=report)


def _name(path: Path) -> str:
    """Return what a folder is called; «.» has a name too."""
    return path.absolute().name or str(path)


def _is_protokoll(path: str) -> bool:
    return path.startswith("protokoll/") and path.lower().endswith(".pdf")


def _exchanged(
    name: str, data: bytes, trusted: tuple[bytes, ...], passphrase: str | None, now: datetime
) -> Examined:
    """Return what is in a package or an answer."""
    from nämnd.justeringsfil.opening import open_package

    digest = hashlib.sha256(data).hexdigest()
    try:
        paket = open_package(data, passphrase)
    except PackageError as error:
        if error.why in _LOCKED:
            raise
        if error.why in (PackageFault.IS_ANSWER, PackageFault.NOT_A_PACKAGE):
            return _svar(name, data, digest, passphrase)
        return Examined(Kind.PAKET, name, digest, refused=refusal_text(error))
    pdf = look_into(paket.pdf, trusted, now)
    return Examined(Kind.PAKET, name, digest, (pdf,), PaketFound(paket.manifest, paket.sha256))


def _svar(name: str, data: bytes, digest: str, passphrase: str | None) -> Examined:
    from nämnd.justeringsfil.verifying import read_answer

    try:
        return Examined(Kind.SVAR, name, digest, svar=read_answer(data, passphrase))
    except SvarError as error:
        if error.why in _LOCKED_SVAR:
            raise
        if error.why in _NOT_OURS:
            return Examined(Kind.OTHER, name, digest)
        return Examined(Kind.SVAR, name, digest, refused=refusal_text(error))


def _read(path: Path) -> bytes:
    try:
        if not path.exists():
            raise FileMissingError(path)
        if not path.is_file():
            raise NotAFileError(path)
        with path.open("rb") as file:  # one byte more than allowed shows that it is too large
            return file.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error


def heads_of(examined: Examined) -> Iterator[tuple[str, int, str]]:
    """Yield file, number and hash of each head of the log that a file carries."""
    for pdf in examined.pdfs:
        yield from ((pdf.path, one.nummer, one.hash) for one in pdf.heads)
    if examined.paket is not None:
        head = examined.paket.manifest.logg
        yield "", head.nummer, head.hash
    if examined.arkiv is not None:
        head = examined.arkiv.manifest.logg
        yield "", head.nummer, head.hash
