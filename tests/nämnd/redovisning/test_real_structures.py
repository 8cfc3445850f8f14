"""The structures of real documents are read as a reader would: the answers were made by hand first.

Counted row by row: the same lines, kind and level. The numbers held here are what is reached.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from nämnd.redovisning.reading import ReadRow, annexes, read_rows
from tests.conftest import SEEDS

ANSWERS = sorted((Path(__file__).parent / "svar").glob("*.json"))
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the real documents are not here")


def answer(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


def lines_of(seed: str) -> list[str]:
    return next(SEEDS.glob(f"{seed}_*.txt")).read_text(encoding="utf-8").split("\n")


def read(wanted: dict[str, Any]) -> tuple[ReadRow, ...]:
    part = lines_of(wanted["seed"])[wanted["från"] - 1 : wanted["till"]]
    return read_rows("\n".join(part))


def facts(row: ReadRow, first: int) -> tuple[Any, ...]:
    begins, ends = row.lines
    return (begins + first - 1, ends + first - 1, row.draft.slag, row.draft.nivå)


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_every_row_is_read_with_its_lines_its_kind_and_its_level(path):
    wanted = answer(path)
    found = [facts(row, wanted["från"]) for row in read(wanted)]
    expected = [(*one["rader"], one["slag"], one["nivå"]) for one in wanted["rader"]]
    missing = [one for one in expected if one not in found]
    extra = [one for one in found if one not in expected]
    assert (missing, extra) == ([], [])


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_the_columns_of_a_table_are_named_with_the_words_that_stand_over_them(path):
    wanted = answer(path)
    lines = lines_of(wanted["seed"])
    expected = [
        ["".join("".join(lines[a - 1 : b]).replace("-", "").split()) for a, b in one["kolumner"]]
        for one in wanted["rader"]
        if one["slag"] == "tabell"
    ]
    found = [
        ["".join(name.replace("-", "").split()) for name in row.draft.kolumner]
        for row in read(wanted)
        if row.draft.slag == "tabell"
    ]
    assert found == expected


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_an_annex_is_found_in_the_whole_document_by_its_heading(path):
    wanted = answer(path)
    whole = "\n".join(lines_of(wanted["seed"]))
    heading = lines_of(wanted["seed"])[wanted["från"] - 1].strip()
    assert any(one.startswith(heading) for one in annexes(whole))
    inside = [row.draft.text for row in read(wanted)]
    found = [row.draft.text for row in read_rows(whole, heading)]
    assert found == inside


@pytest.mark.parametrize("path", ANSWERS, ids=lambda path: path.stem)
def test_no_word_is_lost(path):
    wanted = answer(path)
    lines = lines_of(wanted["seed"])
    rows = read(wanted)
    said = "".join("".join((row.draft.text, *row.draft.kolumner)) for row in rows)
    for row in wanted["rader"]:
        for line in lines[row["rader"][0] - 1 : row["rader"][1]]:
            for word in line.strip("•\u2212- \n").split():
                assert word.strip("-") in said
