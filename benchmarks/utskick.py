"""A full utskick of 28 files, 245 pages, against qpdf's bare merge of the same files.

    python -m benchmarks.utskick

Floor: the dagordning (16 punkter) drawn, then the program qpdf putting all pages after each other:
no tags, bookmarks, stamps, labels or links. The utskick has all of these, and its files are checked
against their checksums and cleaned. Goal: at most 1.5 times as long, in a warm process. The merge
by qpdf alone is shown as well; it gets the dagordning as a file.
"""

import hashlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.kit import interleave, ratio, table
from benchmarks.preview import dagordning
from nämnd.core.progress import finish
from nämnd.core.richtext import Run
from nämnd.documents.content import Document, Heading, Item, ItemList
from nämnd.documents.pdf import pdf_bytes, write_pdf
from nämnd.paket.plan import Part, PunktRef, UtskickPlan
from nämnd.paket.utskick import make_utskick
from tests.nämnd.paket.material import CREATED, clean_files

GOAL = 1.5
PUNKTER = 16
FLOOR = "the dagordning drawn, pages merged by qpdf"
MERGE = "of which the merge by qpdf"
UTSKICK = "utskick"


def plan_of(files: list[Path], cache: Path) -> UtskickPlan:
    """Return the plan of an utskick of these files, two to a punkt."""
    parts = tuple(_part(number, path) for number, path in enumerate(files))
    return UtskickPlan(
        title="Handlingar till sammanträde 2026-03-12",
        organ="Vårdnämnden i Ådalen",
        day="2026-03-12",
        dagordning=_linked(dagordning(PUNKTER), parts),
        parts=parts,
        created=CREATED,
        cache=cache,
    )


def _part(number: int, path: Path) -> Part:
    nummer = number // 2 + 1
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    punkt = PunktRef(nummer, f"Ärende {nummer}")
    return Part(f"{nummer}{'AB'[number % 2]}", path.stem, punkt, path, path.name, checksum)


def _linked(document: Document, parts: tuple[Part, ...]) -> Document:
    """Return the dagordning with a link to each part instead of its made-up documents."""
    blocks = list(document.blocks)
    at = [n for n, block in enumerate(blocks) if isinstance(block, Heading) and block.number]
    for nummer, start in enumerate(at, start=1):
        lists = (n for n in range(start, len(blocks)) if isinstance(blocks[n], ItemList))
        place = list(lists)[1]
        items = (
            Item(f"{part.beteckning}.", (Run(part.rubrik, href=f"bilaga:{part.beteckning}"),))
            for part in parts
            if part.punkt.nummer == nummer
        )
        blocks[place] = ItemList(tuple(items))
    return Document(document.title, document.head, tuple(blocks))


def variants(folder: Path, qpdf: str) -> dict[str, Callable[[], object]]:
    """Return what is measured."""
    files = clean_files(folder / "filer")
    plan = plan_of(files, folder / "cache")
    first = folder / "dagordning.pdf"
    write_pdf(plan.dagordning, first, created=CREATED)
    merge = [qpdf, "--empty", "--pages", str(first), *map(str, files), "--"]
    draw = partial(pdf_bytes, plan.dagordning, created=CREATED, keep_bilaga_links=True)

    def merge_alone() -> None:
        subprocess.run([*merge, str(folder / "q.pdf")], check=True)

    def draw_and_merge() -> None:
        draw()
        merge_alone()

    return {
        FLOOR: draw_and_merge,
        MERGE: merge_alone,
        UTSKICK: lambda: finish(make_utskick(plan, folder / "utskick.pdf")),
    }


def main() -> int:
    """Measure and print; return 1 when the goal is missed."""
    qpdf = shutil.which("qpdf")
    if qpdf is None:
        print("qpdf is not installed: there is no floor to measure against (apt install qpdf)")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        measured = interleave(variants(Path(folder), qpdf))
    print(table(measured, FLOOR))
    found = ratio(measured, UTSKICK, FLOOR)
    alone = ratio(measured, UTSKICK, MERGE)
    print(f"\nutskick: {found:.2f} (goal: at most {GOAL}); against qpdf alone {alone:.2f}")
    return int(found > GOAL)


if __name__ == "__main__":
    raise SystemExit(main())
