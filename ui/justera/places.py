"""Where an answer is written, what it is called, and the mail draft beside it. No Qt here."""

import os
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from nämnd.bilaga.names import safe_name
from nämnd.core.disk import reason
from nämnd.core.errors import FileMissingError, FileUnreadableError, FolderNotWritableError
from nämnd.justeringsfil.values import ANSWER_SUFFIX, Asked, Manifest
from ui.justera.kept import Sent, write_whole

_PASSING = ("content.outlook", "inetcache", "temporary internet files", "mail downloads")
_MOST_SAME = 100  # answers of the same name beside each other


def answer_name(package: Path, asked: Asked) -> str:
    """Return the file name of an answer: that of the package and who answers."""
    return safe_name(f"{package.stem} svar {asked.namn}", ANSWER_SUFFIX)


def free_path(folder: Path, name: str) -> Path:
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


def write_mail(manifest: Manifest, sent: Sent, *, now: datetime) -> Path:
    """Write a mail draft with an answer to a package, beside the answer, and return where.

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
    mail = answer_mail(manifest, sent.namn, answer.name, data, now=now)
    path = answer.with_suffix(".eml")
    write_whole(path, mail, private=False)
    return path
