"""How lists and the search are at 10, 20 and 100 years of work.

    python -m benchmarks.scale [YEARS …] [--keep FOLDER]

Each list is measured as the page asks for it, and against the very same SQL fetched by raw sqlite3
in the same round. Milliseconds are of the processor, so that a busy machine does not change them.
With --keep what was made is kept in FOLDER, and used again if it is there. A century takes a
quarter of an hour to index.
"""

import argparse
import os
import pickle
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session

from benchmarks.scale_data import LAST, NOW, Century, make
from nämnd.beredning.queries import waiting, ärendegång
from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.filtext.values import FileText, TextState
from nämnd.register.queries import beslut
from nämnd.register.values import BeslutFilter
from nämnd.sammanträde.queries import dagordning, sammanträden
from nämnd.store import Store, place_of
from nämnd.store.uri import uri
from nämnd.sök import catching_up
from nämnd.sök.index import Index, open_index
from nämnd.sök.querying import search
from nämnd.sök.writing import Writer, unpack
from nämnd.tables import Sammanträde, Ärende
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.queries import diarium, ärende_view
from nämnd.ärende.values import ÄrendeDraft

ROUNDS = 9
LIST_GOAL, KEY_GOAL, RATIO_GOAL = 100.0, 50.0, 1.5  # ms, ms, times raw sqlite3
KEYS = (
    *("v", "vå", "vår", "vård", "nämnden beslut", "budget vård region", "patientsäkerhet plan"),
    *("beslut om re", "beslut om reg", "budget s", "2019/88", "srvn 2019/00", "§ 62", "§ 62 vård"),
    *("«och i att»", "och", "och i att", "anna ek", "regionvårdsnämnden", "xyzzy", "12"),
)
_BATCH = 500  # files a transaction


@dataclass(frozen=True, slots=True)
class Measured:
    """One thing: milliseconds of ours and of raw sqlite3, and what is aimed at."""

    what: str
    ms: float
    raw: float
    goal: float
    rows: int


def main() -> None:
    """Print a table for each number of years."""
    parser = argparse.ArgumentParser()
    parser.add_argument("years", nargs="*", type=int, default=[10, 20, 100])
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    for years in asked.years:
        if asked.keep:
            print("\n".join(report(asked.keep / str(years), years)), flush=True)
            continue
        with tempfile.TemporaryDirectory() as folder:
            print("\n".join(report(Path(folder), years)), flush=True)


def report(folder: Path, years: int) -> list[str]:
    """Return the lines about so many years, made in `folder` if they are not there."""
    century, built = _made(folder, years)
    place = place_of(str(folder / "namnd.db"))
    store = Store(place, who="mätning", clock=lambda: NOW)
    index = open_index(place)
    try:
        lists = [_list(store, *one) for one in _lists(store, century.nämnd_id)]
        keys = [_key(index, text) for text in KEYS]
        change = _change(store, index)
    finally:
        index.close()
        store.close()
    sizes = _sizes(folder, century)
    lines = [
        f"## {years} år",
        *([f"indexet byggt på {built:.0f} s (processortid)"] if built else []),
    ]
    lines += [*_table("lista", lists), "", *_table("tangent i sökrutan", keys), ""]
    lines += [f"- {name}: {value}" for name, value in (*sizes, *change, *_children(folder))]
    return [*lines, ""]


def _made(folder: Path, years: int) -> tuple[Century, float]:
    kept = folder / "century.pickle"
    if kept.exists():
        return pickle.loads(kept.read_bytes()), 0.0  # noqa: S301 - our own, from just before
    folder.mkdir(parents=True, exist_ok=True)
    century = make(folder, years)
    start = time.process_time()
    _index(folder, century)
    built = time.process_time() - start
    kept.write_bytes(pickle.dumps(century))
    return century, built


def _index(folder: Path, century: Century) -> None:
    """Index it all. The files are not on disk: their words are put in as if they had been read."""
    store = Store(place_of(str(folder / "namnd.db")), who="mätning", clock=lambda: NOW)
    index = open_index(store.place)
    try:
        finish(catching_up.catch_up(store, FileStore(store.place.files), index))
        with index.writing() as link:
            writer = Writer(link, much=True)
            texts = list(century.texts.items())
            for first in range(0, len(texts), _BATCH):
                part = texts[first : first + _BATCH]
                read = [(key, FileText(TextState.READ, (text,))) for key, text in part]
                catching_up.put_files(link, writer, read)
            link.execute("BEGIN")
            writer.settle()
            link.execute("COMMIT")
    finally:
        store.close()


Question = Callable[[Session], object]


def _lists(store: Store, nämnd_id: str) -> list[tuple[str, Question]]:
    """Return what pages ask for when they open."""
    day = NOW.date()
    ärende_id, sammanträde_id = store.ask(_middle)
    year = BeslutFilter(nämnd_id=nämnd_id, år=LAST - 1)
    return [
        ("diariet, alla ärenden", lambda s: diarium(s, nämnd_id)),
        ("ett ärende", lambda s: ärende_view(s, ärende_id)),
        ("dess handlingar", lambda s: handlingar(s, ärende_id)),
        ("dess gång", lambda s: ärendegång(s, ärende_id)),
        ("väntar på dagordning", lambda s: waiting(s, nämnd_id, day)),
        ("sammanträden", lambda s: sammanträden(s, nämnd_id)),
        ("en dagordning", lambda s: dagordning(s, sammanträde_id)),
        ("beslut, ett år", lambda s: beslut(s, year)),
        ("beslut, alla år", lambda s: beslut(s, BeslutFilter(nämnd_id=nämnd_id))),
    ]


def _middle(session: Session) -> tuple[str, str]:
    ärende = session.query(Ärende.id).filter(Ärende.id.like("m%")).order_by(Ärende.dnr).all()
    days = session.query(Sammanträde.id).filter(Sammanträde.id.like("m%")).all()
    return ärende[len(ärende) // 2][0], days[len(days) // 2][0]


def _list(store: Store, what: str, question: Question) -> Measured:
    statements = _statements(store, question)
    assert store.place.path is not None  # noqa: S101 - it is a file
    with closing(sqlite3.connect(uri(store.place.path, "mode=ro"), uri=True)) as link:

        def raw() -> None:
            for sql, values in statements:
                link.execute(sql, values).fetchall()

        ours, floor = _both(lambda: store.ask(question), raw)
    found = store.ask(question)
    rows = len(found) if isinstance(found, tuple) else 1
    return Measured(what, ours, floor, LIST_GOAL, rows)


def _statements(store: Store, question: Question) -> list[tuple[str, tuple[object, ...]]]:
    """Return the SQL that `question` runs."""
    seen: list[tuple[str, tuple[object, ...]]] = []

    def note(*about: object) -> None:
        sql, values = str(about[2]), about[3]
        if sql.startswith("SELECT") and isinstance(values, tuple):
            seen.append((sql, values))

    def run(session: Session) -> None:
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        question(session)
        event.remove(engine, "before_cursor_execute", note)

    store.ask(run)
    return seen


def _key(index: Index, text: str) -> Measured:
    seen: list[str] = []
    index.ask(lambda link: link.set_trace_callback(seen.append), otherwise=None)
    found = search(index, text)
    index.ask(lambda link: link.set_trace_callback(None), otherwise=None)

    def raw() -> None:
        index.ask(lambda link: [link.execute(sql).fetchall() for sql in seen], otherwise=[])

    ours, floor = _both(lambda: search(index, text), raw)
    return Measured(text, ours, floor, KEY_GOAL, len(found.hits))


def _both(ours: Callable[[], object], raw: Callable[[], object]) -> tuple[float, float]:
    """Return the median milliseconds of both, run by turns."""
    times: tuple[list[float], list[float]] = ([], [])
    for number in range(-2, ROUNDS):
        for work, kept in zip((ours, raw), times, strict=True):
            start = time.process_time()
            work()
            if number >= 0:
                kept.append(1000 * (time.process_time() - start))
    return statistics.median(times[0]), statistics.median(times[1])


def _change(store: Store, index: Index) -> list[tuple[str, str]]:
    """Measure taking in one change of an ärende, saved just before."""
    files, spent = FileStore(store.place.files), list[float]()
    finish(catching_up.catch_up(store, files, index))
    ärende_id, _ = store.ask(_middle)
    for number in range(ROUNDS):
        draft = ÄrendeDraft(f"Ambulanshelikopter {number}")
        store.do(ChangeÄrende(ärende_id=ärende_id, draft=draft))
        start = time.process_time()
        finish(catching_up.catch_up(store, files, index))
        spent.append(1000 * (time.process_time() - start))
    return [("en ändring inläst i indexet", f"{statistics.median(spent):.0f} ms")]


def _sizes(folder: Path, century: Century) -> list[tuple[str, str]]:
    database, index = (folder / name for name in ("namnd.db", "namnd.db.sok"))
    text = sum(len(one.encode()) for one in century.texts.values())
    with closing(sqlite3.connect(uri(index, "mode=ro"), uri=True)) as link:
        kept = link.execute("SELECT sum(length(text)) FROM filtext").fetchone()[0]
        tables = sum(
            link.execute(f"SELECT sum(length(block)) FROM {name}_data").fetchone()[0]  # noqa: S608
            for name in ("allt", "rubriker", "öppet")
        )
        indexed = _indexed(link, century)
    return [
        ("databasen", f"{database.stat().st_size / 1e6:.0f} MB"),
        ("filernas text", f"{text / 1e6:.0f} MB, sparad {kept / 1e6:.0f} MB"),
        ("indexet", f"{index.stat().st_size / 1e6:.0f} MB"),
        (
            "ordtabellerna ÷ den text som kan hittas",
            f"{tables / 1e6:.0f} MB ÷ {indexed / 1e6:.0f} MB = {tables / indexed:.2f} (mål 0,75)",
        ),
    ]


def _indexed(link: sqlite3.Connection, century: Century) -> int:
    """Return the bytes of text that can be found; a file in two places can be found in both."""
    found = 0
    for title, body, sha256 in link.execute("SELECT rubrik, text, sha256 FROM doc"):
        found += len(title.encode()) + len(unpack(body).encode())
        found += len(century.texts.get(sha256, "").encode())
    return found


def _children(folder: Path) -> list[tuple[str, str]]:
    """Measure in processes of their own: opening, and memory with a list and a search."""
    found = [_child(folder, what) for what in ("nothing", "open", "list", "search")]
    (none, base), (opened, _), (listed, with_list), (_, with_search) = found
    return [
        ("öppna databasen", f"{opened - none:.0f} ms utöver att importera"),
        ("öppna och visa sammanträdena", f"{listed - none:.0f} ms utöver att importera"),
        ("minne för listan", f"{with_list - base:.1f} MB"),
        ("minne för en sökning", f"{with_search - base:.1f} MB"),
    ]


_CHILD = """
import sys, time
from nämnd.store import place_of
from nämnd.store.store import Store
from nämnd.organisation.queries import nämnder
from nämnd.sammanträde.queries import sammanträden
from nämnd.sök.index import open_index
from nämnd.sök.querying import search
from benchmarks.scale_data import NOW
what, place = sys.argv[1], place_of(sys.argv[2])
start = time.process_time()
if what in ("open", "list"):
    store = Store(place, who="x", clock=lambda: NOW, read_only=True)
if what == "list":
    nämnd_id = store.ask(nämnder)[0].id
    rows = store.ask(lambda s: sammanträden(s, nämnd_id))
if what == "search":
    index = open_index(place)
    for text in ("v", "vå", "vår", "vård", "nämnden beslut"):
        search(index, text)
spent = 1000 * (time.process_time() - start)
with open("/proc/self/statm") as memory:
    print(spent, int(memory.read().split()[1]) * 4096 / 1e6)
"""


def _child(folder: Path, what: str) -> tuple[float, float]:
    words = [sys.executable, "-c", _CHILD, what, str(folder / "namnd.db")]
    runs = [
        subprocess.run(
            words,
            capture_output=True,
            text=True,
            check=True,
            cwd=Path(__file__).parents[1],
            env=os.environ,
        ).stdout.split()
        for _ in range(3)
    ]
    return statistics.median(float(a) for a, _ in runs), statistics.median(
        float(b) for _, b in runs
    )


def _table(what: str, rows: list[Measured]) -> list[str]:
    lines = [
        f"| {what} | rader | ms | mål | rå sqlite3 ms | ÷ rå |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    for one in rows:
        missed = " **missat**" if one.ms > one.goal else ""
        ratio = one.ms / one.raw if one.raw else 0.0
        lines.append(
            f"| {one.what} | {one.rows} | {one.ms:.1f}{missed} | {one.goal:.0f} | {one.raw:.1f}"
            f" | {ratio:.1f} |"
        )
    return lines


if __name__ == "__main__":
    main()
