"""Opens a package. Work off the window's thread: nothing of Qt here."""

import hmac
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from nämnd.core.disk import reason
from nämnd.core.errors import FileMissingError, FileUnreadableError, NotAFileError
from nämnd.core.paragrafer import ALL
from nämnd.core.progress import Progress, Work
from nämnd.justering.rules import signers
from nämnd.justering.values import Signer
from nämnd.justeringsfil.values import Asked, Paket
from nämnd.protokoll.values import Protokoll
from ui.justera.kept import Draft, Kept


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
