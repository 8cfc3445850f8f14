"""Passphrases for the command line: in a file, since others can see the words themselves."""

from pathlib import Path

from nämnd.core.disk import reason
from nämnd.core.errors import FileUnreadableError


def passphrase_in(path: str | None) -> str | None:
    """Return the first line of a file; None when none is named.

    Raises:
        FileUnreadableError: it can't be read, or is no text.
    """
    if path is None:
        return None
    try:
        lines = Path(path).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        words = reason(error) if isinstance(error, OSError) else "den är inte text"
        raise FileUnreadableError(Path(path), words) from error
    return lines[0].strip() if lines else ""
