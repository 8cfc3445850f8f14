"""A list of ledamöter, read in from the command line."""

import argparse
from pathlib import Path
from typing import TextIO

from nämnd.cli.place import chosen_nämnd
from nämnd.core.progress import finish
from nämnd.core.worker import Worker
from nämnd.organisation.people_import.columns import FoundPeople
from nämnd.organisation.people_import.errors import PeopleRefusedError
from nämnd.organisation.people_import.plan import plan
from nämnd.organisation.people_import.planned import PlannedRow, State
from nämnd.organisation.people_import.reading import read_people
from nämnd.organisation.people_import.saving import saving
from nämnd.organisation.people_import.sentences import row_lines, summary_text
from nämnd.organisation.people_import.there import There, there
from nämnd.store import Store

SUFFIXES = (".csv", ".xlsx", ".xlsm")
_DOUBTFUL = (State.ERROR, State.QUESTION)
_MOST_TOLD = 30  # lines


def import_people(
    store: Store, path: Path, asked: argparse.Namespace, out: TextIO, err: TextIO
) -> None:
    """Read a list of ledamöter into a nämnd: all of it, or only the rows that can be read.

    Raises:
        PeopleRefusedError: some rows have errors or must be asked about, and were not to be
            left out.
    """
    nämnd_id = store.ask(lambda session: chosen_nämnd(session, asked.namnd))
    found = _read(path)
    now = store.ask(lambda session: there(session, nämnd_id))
    planned = plan(found, now)
    lines = [line for one in planned if one.state in _DOUBTFUL for line in row_lines(one)]
    if lines and not asked.hoppa_over_fel:
        more = len(lines) - _MOST_TOLD
        rest = (f"… och {more} till.",) if more > 0 else ()
        raise PeopleRefusedError(path.name, (*lines[:_MOST_TOLD], *rest))
    planned = _without_doubts(found, now, planned)
    store.do(saving(planned, nämnd_id), f"läs in {path.name}")
    print(f"Läste in {path.name}: {summary_text(planned)}.", file=out)
    for line in lines:
        print(line, file=err)


def _without_doubts(
    found: FoundPeople, now: There, planned: tuple[PlannedRow, ...]
) -> tuple[PlannedRow, ...]:
    """Leave out what can't be read; that may leave others without the ledamot they point to."""
    left_out: set[int] = set()
    while doubtful := {one.number for one in planned if one.state in _DOUBTFUL}:
        left_out |= doubtful
        planned = plan(found, now, left_out=left_out)
    return planned


def _read(path: Path) -> FoundPeople:
    worker = Worker()  # a foreign file is read in a process of its own, with limits
    try:
        return finish(worker.run(read_people, path))
    finally:
        worker.close()
