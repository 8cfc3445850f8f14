"""Counts the pages of a file. Runs in the helper process: nothing of Qt is imported here."""

from pathlib import Path

from nämnd.core.progress import Progress, Work
from nämnd.paket.pages import pages_in


def count_pages(path: Path) -> Work[int | None]:
    """Return how many pages a PDF has; None for other files and those that can't be read."""
    yield Progress(0, 1)
    return pages_in(path)
