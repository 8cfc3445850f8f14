"""The structures of real documents are read as a reader would: the answers were made by hand first.

Counted row by row: the same lines, kind and level. The numbers held here are what is reached.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from nämnd.documents.content import as_text
from nämnd.documents.parts import Sender
from nämnd.documents.redovisning import build_redovisning
from nämnd.organisation.rules import NämndDraft
from nämnd.redovisning.reading import ReadRow, annexes, read_rows
from nämnd.redovisning.values import Fråga, RedovisningDraft, RedovisningView

ANSWERS = sorted((Path(__file__).parent / "svar").glob("*.json"))


def answer(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.fixture(params=ANSWERS, ids=lambda path: path.stem)
def wanted(request) -> dict[str, Any]:
    return answer(request.param)


@pytest.fixture
def lines(wanted, seed) -> list[str]:
    return seed(wanted["seed"]).read_text(encoding="utf-8").split("\n")


@pytest.fixture
def rows(wanted, lines) -> tuple[ReadRow, ...]:
    return read_rows("\n".join(lines[wanted["från"] - 1 : wanted["till"]]))


def facts(row: ReadRow, first: int) -> tuple[Any, ...]:
    begins, ends = row.lines
    return (begins + first - 1, ends + first - 1, row.draft.slag, row.draft.nivå)


def test_every_row_is_read_with_its_lines_its_kind_and_its_level(wanted, rows):
    found = [facts(row, wanted["från"]) for row in rows]
    expected = [(*one["rader"], one["slag"], one["nivå"]) for one in wanted["rader"]]
    missing = [one for one in expected if one not in found]
    extra = [one for one in found if one not in expected]
    assert (missing, extra) == ([], [])


def test_the_columns_of_a_table_are_named_with_the_words_that_stand_over_them(wanted, lines, rows):
    expected = [
        ["".join("".join(lines[a - 1 : b]).replace("-", "").split()) for a, b in one["kolumner"]]
        for one in wanted["rader"]
        if one["slag"] == "tabell"
    ]
    found = [
        ["".join(name.replace("-", "").split()) for name in row.draft.kolumner]
        for row in rows
        if row.draft.slag == "tabell"
    ]
    assert found == expected


def test_an_annex_is_found_in_the_whole_document_by_its_heading(wanted, lines, rows):
    whole = "\n".join(lines)
    heading = lines[wanted["från"] - 1].strip()
    assert any(one.startswith(heading) for one in annexes(whole))
    inside = [row.draft.text for row in rows]
    found = [row.draft.text for row in read_rows(whole, heading)]
    assert found == inside


def test_no_word_is_lost(wanted, lines, rows):
    said = "".join("".join((row.draft.text, *row.draft.kolumner)) for row in rows)
    for row in wanted["rader"]:
        for line in lines[row["rader"][0] - 1 : row["rader"][1]]:
            for word in line.strip("•\u2212- \n").split():
                assert word.strip("-") in said


def test_everything_the_sender_wrote_stands_in_the_redovisning_in_the_order_of_the_sender(rows):
    frågor = tuple(Fråga(one.draft) for one in rows)
    view = RedovisningView("r", "n", RedovisningDraft("Redovisning"), frågor)
    said = as_text(build_redovisning(Sender(NämndDraft("Nämnden")), view))
    at = 0
    for row in rows:
        at = said.index(row.draft.text, at) + len(row.draft.text)
