"""Reads the tables of a file. Runs in the helper process: nothing of Qt is imported here."""

from pathlib import Path

from nämnd.core.progress import Progress, Work
from nämnd.filtext.reading import read_text
from nämnd.överenskommelse.table_reading import read_tables
from nämnd.överenskommelse.values import Tabell


def tables_in(path: Path, name: str) -> Work[tuple[Tabell, ...]]:
    """Return the tables of money in a file; none when there are none, or it can't be read."""
    yield Progress(0, 1)
    return read_tables(read_text(path.read_bytes(), name).pages)
