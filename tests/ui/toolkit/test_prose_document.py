import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QTextCursor, QTextDocument

from nämnd.core.richtext import Paragraph, Run, TextList, TextTable, normalise, parse
from ui.toolkit.prose_document import Writer, read, read_selection

WRITER = Writer(link=QColor("blue"), line=QColor("gray"), head=QColor("white"))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cn"]), max_size=8)
RUNS = st.lists(
    st.builds(
        Run, TEXTS, st.booleans(), st.booleans(), st.sampled_from([None, "https://a.se/x?y=1"])
    ),
    max_size=4,
).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, RUNS),
    st.builds(TextList, st.lists(RUNS, min_size=1, max_size=4).map(tuple), st.booleans()),
    st.builds(
        TextTable,
        st.lists(st.lists(RUNS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3).map(
            tuple
        ),
    ),
)
SAID = parse(
    "Ett **fett** [ord](https://a.se)\n\n- a\n- b\n\n1. c\n\n| R | P |\n| --- | --- |\n| S | 1 |"
    "\n\nSlut"
)


@pytest.fixture
def document(qapp):
    return QTextDocument()


@settings(max_examples=60)
@given(st.lists(BLOCKS, max_size=5).map(tuple))
def test_what_is_shown_is_what_is_read(qapp, text):
    document = QTextDocument()
    WRITER.replace(document, normalise(text))
    assert read(document) == normalise(text)


def test_a_text_is_replaced_by_another_without_a_trace(document):
    for text in (SAID, (), SAID[3:4], SAID[1:3], SAID):
        WRITER.replace(document, text)
        assert read(document) == normalise(text)


@pytest.mark.parametrize("first", [SAID[0], SAID[1], SAID[3]], ids=["text", "list", "table"])
def test_text_is_inserted_last(document, first):
    WRITER.replace(document, (first,))
    cursor = QTextCursor(document)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    WRITER.insert(cursor, SAID)
    assert read(document) == (first, *SAID)


def test_one_paragraph_is_inserted_into_the_one_that_is_there(document):
    WRITER.replace(document, (Paragraph((Run("Före efter"),)),))
    cursor = QTextCursor(document)
    cursor.setPosition(5)
    WRITER.insert(cursor, (Paragraph((Run("mitt", bold=True), Run(" i "))),))
    assert read(document) == parse("Före **mitt** i efter")


def test_a_selection_is_read_as_a_text_of_its_own(document):
    WRITER.replace(document, SAID)
    cursor = QTextCursor(document)
    cursor.setPosition(4)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    assert read_selection(cursor) == parse("**fett**")
    cursor.select(QTextCursor.SelectionType.Document)
    assert read_selection(cursor) == SAID


def test_marks_that_qt_uses_for_itself_are_not_text(document):
    WRITER.replace(document, (Paragraph((Run("a\ufdd0b\ufffcc"),)),))
    assert read(document) == (Paragraph((Run("abc"),)),)
