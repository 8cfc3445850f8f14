"""Places to write answers in, which can be read back. Imports python-docx: import it late.

Each is a box (a table of one cell) or a table, in a content control whose tag says whose answer to
what it is. LibreOffice drops the tags when it saves but keeps bookmarks, so the words above each
have one of the same meaning.
"""

import io
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document as WordFile

from nämnd.documents.form_answers import ROWS_TAG, WORDS_TAG, bookmark_name
from nämnd.documents.redovisning import PLACE, AnswerPlace
from nämnd.documents.word.nodes import Node, drop, new, node_of, qn
from nämnd.documents.word.packing import packed
from nämnd.documents.word.paragraphs import xml_text

_FIRST_ID = 52_000
_MOST_LABEL = 60
_HIGH = 900  # twips: the least height of a box
_INSIDE = 80  # twips
_WHOLE = 5000  # fiftieths of a percent of the width
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def with_places(
    data: bytes, places: Sequence[AnswerPlace], given: Sequence[tuple[str, ...]]
) -> bytes:
    """Return a form with a control at each of its places.

    Args:
        data: the Word file of `build_form`.
        places: `answer_places` of the same form.
        given: the paragraphs that are answered already, a place each.
    """
    word = docx.Document(io.BytesIO(data))
    found = list(_places(word))
    for number, (mark, place, words) in enumerate(zip(found, places, given, strict=True)):
        table = _table_after(mark) if place.table else _box(mark, place, words)
        _bookmark_above(mark, place, number)
        mark.addprevious(_control(place, table, number))
        drop(mark)
    file = io.BytesIO()
    word.save(file)
    return packed(file.getvalue())


def _places(word: WordFile) -> Iterator[Node]:
    for paragraph in list(word.paragraphs):
        if paragraph.text == xml_text(PLACE):
            yield node_of(paragraph)


def _tag(place: AnswerPlace) -> str:
    return f"{ROWS_TAG if place.table else WORDS_TAG}{place.svar_id}"


def _table_after(mark: Node) -> Node:
    parent = mark.getparent()
    following = list(parent) if parent is not None else []
    return following[following.index(mark) + 1]


def _bookmark_above(mark: Node, place: AnswerPlace, number: int) -> None:
    """Put a bookmark around the words above: the question, or «Kommentar»."""
    parent = mark.getparent()
    before = list(parent) if parent is not None else []
    above = before[before.index(mark) - 1]
    name = bookmark_name(_tag(place))
    start = new("w:bookmarkStart", id=str(_FIRST_ID + number), name=name)
    properties = above.find(qn("w:pPr"))
    above.insert(0 if properties is None else 1, start)
    above.append(new("w:bookmarkEnd", id=str(_FIRST_ID + number)))


def _control(place: AnswerPlace, content: Node, number: int) -> Node:
    control, properties, inside = new("w:sdt"), new("w:sdtPr"), new("w:sdtContent")
    for name, value in (
        ("w:alias", xml_text(place.label)[:_MOST_LABEL]),
        ("w:tag", _tag(place)),
        ("w:id", str(_FIRST_ID + number)),
        ("w:lock", "sdtLocked"),
    ):
        properties.append(new(name, val=value))
    inside.append(content)
    control.append(properties)
    control.append(inside)
    return control


def _box(mark: Node, place: AnswerPlace, words: Sequence[str]) -> Node:
    """Return a box to write in, with what is answered already."""
    table, properties, grid = new("w:tbl"), new("w:tblPr"), new("w:tblGrid")
    properties.append(new("w:tblW", w=str(_WHOLE), type="pct"))
    properties.append(_frame())
    properties.append(_air())
    properties.append(new("w:tblCaption", val=xml_text(place.label)[:_MOST_LABEL]))
    grid.append(new("w:gridCol", w="9000"))
    row, sizes, cell, width = new("w:tr"), new("w:trPr"), new("w:tc"), new("w:tcPr")
    sizes.append(new("w:trHeight", val=str(_HIGH), hRule="atLeast"))
    width.append(new("w:tcW", w=str(_WHOLE), type="pct"))
    for part in (width, *(_paragraph(mark, said) for said in words or ("",))):
        cell.append(part)
    for part in (sizes, cell):
        row.append(part)
    for part in (properties, grid, row):
        table.append(part)
    return table


def _paragraph(mark: Node, words: str) -> Node:
    paragraph, run, said = new("w:p"), new("w:r"), new("w:t")
    style = mark.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    if style is not None:
        properties = new("w:pPr")
        properties.append(new("w:pStyle", val=style.get(qn("w:val"))))
        paragraph.append(properties)
    if words:
        said.text = xml_text(words)
        said.set(_SPACE, "preserve")
        run.append(said)
        paragraph.append(run)
    return paragraph


def _air() -> Node:
    """Return the room between a box and what is written in it."""
    made = new("w:tblCellMar")
    for side in ("w:top", "w:left", "w:bottom", "w:right"):
        made.append(new(side, w=str(_INSIDE), type="dxa"))
    return made


def _frame() -> Node:
    frame = new("w:tblBorders")
    for side in ("w:top", "w:left", "w:bottom", "w:right"):
        frame.append(new(side, val="single", sz="4", space="0", color="7F7F7F"))
    return frame
