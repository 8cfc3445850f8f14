"""Reads a file of the exchange format: all of it is right, or it is refused with every reason."""

from pathlib import Path
from typing import cast

from pydantic import ValidationError

from nämnd.bilaga.names import shown_name
from nämnd.core.disk import reason
from nämnd.core.errors import FileMissingError, FileUnreadableError, NotAFileError
from nämnd.utbyte.completing import complete
from nämnd.utbyte.errors import Finding, UtbyteError, refuse, utbyte_error
from nämnd.utbyte.given_ids import give_ids
from nämnd.utbyte.objects import FORMAT, VERSION, UtbyteFile
from nämnd.utbyte.references import broken_in
from nämnd.utbyte.sentences import findings_of
from nämnd.utbyte.tree import MOST_BYTES, JsonValue, brief, tree_of


def read_utbyte(path: Path) -> UtbyteFile:
    """Return what the file at `path` says.

    Raises:
        FileMissingError, NotAFileError, FileUnreadableError: it can't be read at all.
        UtbyteError: it is not of the format, with what is wrong where.
    """
    return file_of(_bytes(path), shown_name(path.name))


def file_of(data: bytes, name: str) -> UtbyteFile:
    """Return what the content of a file says. `name` is for the sentence.

    Raises:
        UtbyteError: it is not of the format.
    """
    tree = tree_of(data, name)
    _refuse_other_formats(tree, name)
    complete(tree)
    give_ids(tree)
    try:
        file = UtbyteFile.model_validate(tree)
    except ValidationError as error:
        raise utbyte_error(name, findings_of(error)) from error
    refuse(name, broken_in(file))
    return file


def _bytes(path: Path) -> bytes:
    if not path.exists():
        raise FileMissingError(path)
    if not path.is_file():
        raise NotAFileError(path)
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error


def _refuse_other_formats(tree: JsonValue, name: str) -> None:
    if not isinstance(tree, dict):
        raise utbyte_error(name, [Finding("", brief(tree), "ett objekt inom { }")])
    whole = cast("dict[str, JsonValue]", tree)
    if whole.get("format") != FORMAT:
        raise _unlike(name, whole, "format", f"«{FORMAT}»")
    version = whole.get("version")
    if type(version) is not int or version != VERSION:
        newer = f"{VERSION}. En nyare fil kräver ett nyare program"
        raise _unlike(name, whole, "version", newer)


def _unlike(name: str, whole: dict[str, JsonValue], key: str, expected: str) -> UtbyteError:
    found = brief(whole[key]) if key in whole else "ingenting"
    return utbyte_error(name, [Finding(key, found, expected)])
