"""A structure that is pasted or read from a file, in other forms than the real ones."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.filtext.values import FileText, TextState
from nämnd.redovisning.reading import annexes, read_rows, read_structure
from nämnd.redovisning.rules import MOST_ROWS


def read(text):
    return [(one.slag, one.nivå, one.text) for one in read_structure(text)]


def test_a_list_of_short_questions_is_one_question_a_line():
    assert read("Vad har ni gjort?\nVad har ni lärt er?\nVad planerar ni?") == [
        ("fråga", 1, "Vad har ni gjort?"),
        ("fråga", 1, "Vad har ni lärt er?"),
        ("fråga", 1, "Vad planerar ni?"),
    ]


def test_numbered_questions_keep_their_numbers_and_lettered_ones_lie_under_them():
    assert read("1. Hur många har deltagit?\na) Kvinnor\nb) Män\n2. Beskriv resultatet.") == [
        ("fråga", 1, "1. Hur många har deltagit?"),
        ("fråga", 2, "a) Kvinnor"),
        ("fråga", 2, "b) Män"),
        ("fråga", 1, "2. Beskriv resultatet."),
    ]


def test_a_pasted_table_has_its_first_row_as_columns_and_keeps_what_stands_in_the_others():
    text = "Ekonomi\nRedovisa kostnaderna.\nPost\tBudget\tUtfall\nPersonal\t\t\nResor\t\t\n"
    (heading, table) = read_structure(text)
    assert (heading.slag, heading.text) == ("rubrik", "Ekonomi")
    assert (table.slag, table.kolumner) == ("tabell", ("Post", "Budget", "Utfall"))
    assert table.text == "Redovisa kostnaderna. (rader: Personal; Resor)"


def test_a_word_that_was_hyphenated_at_the_end_of_a_line_is_put_together():
    text = "• Beskriv arbetet med kompetens-\nförsörjning i år\n• Vår- och\nhösttermin?"
    assert [one[2] for one in read(text)] == [
        "Beskriv arbetet med kompetensförsörjning i år",
        "Vår- och hösttermin?",
    ]


def test_pages_follow_on_each_other():
    text = FileText(
        TextState.READ, ("• Beskriv arbetet med de", "åtgärder som gjorts.\n• Vad mer?")
    )
    assert [one.text for one in read_structure(text)] == [
        "Beskriv arbetet med de åtgärder som gjorts.",
        "Vad mer?",
    ]


def test_only_the_wanted_annex_is_read_and_the_list_of_contents_is_not_it():
    text = (
        "Innehåll\nBilaga 1. Frågor till regionerna\nBilaga 2. Pengar\n\nText som inte är med.\n\n"
        "Bilaga 1. Frågor till regionerna\n\nVad har ni gjort?\n\nBilaga 2. Pengar\n\nSumma"
    )
    assert [one.text for one in read_structure(text, "Bilaga 1")] == ["Vad har ni gjort?"]
    assert annexes(text) == ("Bilaga 1. Frågor till regionerna", "Bilaga 2. Pengar")


def test_an_annex_that_is_not_there_has_no_questions():
    assert read_structure("Vad har ni gjort?", "Bilaga 9") == ()


@pytest.mark.parametrize("junk", ["", " \n\n", "7", "mailto:x@y.example", "https://y.example/a"])
def test_what_says_nothing_gives_no_row(junk):
    assert read(junk) == []


def test_a_text_without_end_is_cut_into_rows_and_no_more_of_them_than_a_structure_can_have():
    rows = read_structure("ord och mer\n" * 60_000)
    assert len(rows) == MOST_ROWS
    assert all(len(one.text) < 2_000 for one in rows)


@given(st.text(alphabet="aB1 .?\n\t•\u2212-x()Å", max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_without_losing_a_letter(text):
    rows = read_rows(text)
    assert all(one.draft.text.strip() for one in rows)
    assert all(one.draft.kolumner for one in rows if one.draft.slag == "tabell")
    numbers = [one.lines[0] for one in rows]
    assert numbers == sorted(numbers)
