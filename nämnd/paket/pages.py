"""How many pages a PDF has, for showing. Nothing in it is run."""

from pathlib import Path

from nämnd.paket.kinds import HEAD, is_pdf


def pages_in(path: Path) -> int | None:
    """Return the number of pages of the PDF at `path`, None when it is none or can't be read."""
    try:
        with path.open("rb") as file:
            if not is_pdf(file.read(HEAD)):
                return None
    except OSError:
        return None
    from nämnd.paket.foreign import FOREIGN, set_limits
    from nämnd.paket.source import opened

    set_limits()
    try:
        with opened(path) as pdf:
            return len(pdf.pages) or None
    except FOREIGN:
        return None
