"""An utskick to build for the tests: a dagordning and what is put on it."""

import hashlib
import os
import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from filelock import FileLock

from nämnd.core.progress import finish
from nämnd.core.richtext import Run
from nämnd.documents.content import Document, Heading, Item, ItemList, Letterhead
from nämnd.paket.plan import Part, PunktRef, UtskickPlan, UtskickResult
from nämnd.paket.soffice import find_soffice
from nämnd.paket.utskick import make_utskick
from tests.nämnd.paket.drawn import words
from tests.nämnd.paket.material import CREATED, clean_files

ORGAN = "Vårdnämnden i Ådalen"


def part(path: Path | None, beteckning: str = "1", name: str = "", **more: object) -> Part:
    """Return a part whose file is `path`, as the store would have it."""
    data = path.read_bytes() if path is not None and path.is_file() else b""
    given = Part(
        beteckning=beteckning,
        rubrik=f"Handling {beteckning}",
        punkt=PunktRef(int("".join(filter(str.isdigit, beteckning)) or 1), words(4)),
        path=path,
        filnamn=name or (path.name if path else ""),
        sha256=hashlib.sha256(data).hexdigest() if path else "",
    )
    return replace(given, **more)


def parts_of(paths: Sequence[Path]) -> tuple[Part, ...]:
    """Return parts two to a punkt: 1A, 1B, 2A …."""
    return tuple(
        part(path, f"{number // 2 + 1}{'AB'[number % 2]}") for number, path in enumerate(paths)
    )


def dagordning(parts: Sequence[Part]) -> Document:
    """Return a dagordning that links to every part."""
    blocks: list[Heading | ItemList] = [Heading(f"Sammanträde {ORGAN}", 1)]
    for punkt in dict.fromkeys(part.punkt for part in parts):
        nummer = str(punkt.nummer)
        blocks.append(Heading(punkt.rubrik, 2, number=nummer, anchor=f"punkt-{nummer}"))
        here = [part for part in parts if part.punkt == punkt]
        items = (
            Item(f"{one.beteckning}.", (Run(one.rubrik, href=f"bilaga:{one.beteckning}"),))
            for one in here
        )
        blocks.append(ItemList(tuple(items)))
    return Document("Dagordning", Letterhead(ORGAN, "Dagordning", "2026-03-12"), tuple(blocks))


def plan_of(parts: Sequence[Part], cache: Path) -> UtskickPlan:
    """Return a plan with these parts."""
    return UtskickPlan(
        title="Handlingar till sammanträde 2026-03-12",
        organ=ORGAN,
        day="2026-03-12",
        dagordning=dagordning(parts),
        parts=tuple(parts),
        created=CREATED,
        cache=cache,
        soffice=find_soffice(),
    )


@dataclass(frozen=True)
class Make:
    """Makes utskick in a folder of its own."""

    folder: Path

    def plan(self, *parts: Part) -> UtskickPlan:
        return plan_of(parts, self.folder / "cache")

    def __call__(self, *parts: Part) -> UtskickResult:
        return finish(make_utskick(self.plan(*parts), self.folder / "utskick.pdf"))


@pytest.fixture
def make(tmp_path: Path) -> Make:
    return Make(tmp_path)


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> UtskickResult:
    """Return the utskick of the clean files; read it only. Made once for all test processes."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "whole"
    kept = folder / "result.pickle"
    folder.mkdir(exist_ok=True)
    with FileLock(folder / "lock"):
        if not kept.exists():
            result = Make(folder)(*parts_of(clean_files(folder / "filer", dpi=50)))
            kept.write_bytes(pickle.dumps(result))
    return pickle.loads(kept.read_bytes())  # noqa: S301 - our own
