"""A long protokoll as PDF and Word: 72 §§, 62 members with sets of §§, 40 voteringar.

    python -m benchmarks.protokoll

Per page, against plain reportlab setting the same text: as many pages as each makes of it. Goal:
at most 2.5 times as long, in a warm process.
"""

import io
import statistics
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pikepdf

from benchmarks.kit import interleave, table
from benchmarks.meeting import a_long_meeting
from benchmarks.plain import plain, use_the_fonts
from nämnd.documents.content import Document
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.protokoll import build_protokoll
from nämnd.documents.word import word_bytes
from nämnd.protokoll.queries import protokoll
from nämnd.store import Store, place_of

GOAL = 2.5
CREATED = datetime(2026, 3, 28, 9, 30, tzinfo=UTC)
FLOOR, OURS = "plain reportlab, same text", "protokoll (tagged PDF)"


def long_protokoll(folder: Path) -> Document:
    """Return the protokoll of the long sammanträde."""
    store = Store(place_of(str(folder / "namnd.db")), who="mätning", clock=lambda: CREATED)
    try:
        key = a_long_meeting(store)
        known = store.ask(lambda session: protokoll(session, key))
    finally:
        store.close()
    return build_protokoll(Sender(known.nämnd), known)


def pages_in(data: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


def main() -> int:
    """Measure and print; return 1 when the goal is missed."""
    with tempfile.TemporaryDirectory() as folder:
        document = long_protokoll(Path(folder))
    ours = pages_in(pdf_bytes(document, created=CREATED))  # registers the fonts
    use_the_fonts()
    floor = pages_in(plain(document))
    measured = interleave(
        {
            FLOOR: lambda: plain(document),
            OURS: lambda: pdf_bytes(document, created=CREATED, draft=True),
            "Word": lambda: word_bytes(document, created=CREATED, draft=True),
        },
        rounds=9,
    )
    print(table(measured, FLOOR))
    pairs = zip(measured[OURS], measured[FLOOR], strict=True)
    found = statistics.median((one / ours) / (other / floor) for one, other in pairs)
    print(f"\n{ours} pages, plain {floor}. Per page: {found:.2f} (goal: at most {GOAL})")
    return int(found > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
