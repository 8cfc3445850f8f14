"""The lines of a file from elsewhere: text, PDF or Word."""

import stat
from pathlib import Path

from nämnd.core.disk import reason
from nämnd.core.errors import (
    FileMissingError,
    FileUnreadableError,
    ForeignFileError,
    NotAFileError,
    Unreadable,
)
from nämnd.core.progress import Progress, Work, finish
from nämnd.läsning.decoding import decode, split_lines, tidy_lines
from nämnd.läsning.kinds import Kind, kind_of

MAX_BYTES = 200 * 1024 * 1024  # a packet of 200 scanned pages is about 100 MB


def read_lines(path: Path) -> tuple[str, ...]:
    """Return the lines of a text file, PDF or Word file, told apart by content.

    A page break is a line of one form feed. At most `decoding.MAX_LINES` lines are read.

    Raises:
        FileMissingError: there is no file at the path.
        NotAFileError: the path is a folder or a device.
        FileUnreadableError: the operating system refuses.
        ForeignFileError: the content can't be read; `why` says why.
    """
    return finish(reading(path))


def reading(path: Path) -> Work[tuple[str, ...]]:
    """Do as `read_lines`, telling how far it has come (a step is a page of a PDF)."""
    name = path.name
    data = file_bytes(path)
    kind = kind_of(data, name)
    yield Progress(0, 1, f"Läser {name}")
    match kind:
        case Kind.TEXT:
            lines = tidy_lines(split_lines(decode(data)))
        case Kind.PDF:
            from nämnd.läsning.pdf import pdf_lines

            lines = tidy_lines((yield from pdf_lines(data, name)))
        case Kind.WORD:
            from nämnd.läsning.word import word_lines

            lines = tidy_lines(word_lines(data, name))
    if not any(line.strip() for line in lines):
        raise ForeignFileError(name, Unreadable.NO_TEXT if kind is Kind.PDF else Unreadable.EMPTY)
    return lines


def file_bytes(path: Path) -> bytes:
    """Return the content of the file at `path`.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: as `read_lines`.
        ForeignFileError: the file is larger than `MAX_BYTES`.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NotAFileError(path)
        if found.st_size > MAX_BYTES:
            raise ForeignFileError(path.name, Unreadable.TOO_LARGE)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise FileMissingError(path) from error
    except ValueError as error:  # a zero byte in the path: no file can have it
        raise FileMissingError(path) from error
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error
