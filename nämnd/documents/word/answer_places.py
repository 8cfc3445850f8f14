"""Places to write answers in, which can be read back. Imports python-docx: import it late.

Each is a content control whose tag says whose answer to what it is. It can be filled in with Word
and LibreOffice; the control can't be removed by mistake, only what is in it.
"""

import io
from collections.abc import Iterator, Sequence

import docx
from docx.document import Document as WordFile

from nämnd.documents.form_answers import ROWS_TAG, WORDS_TAG
from nämnd.documents.redovisning import PLACE, AnswerPlace
from nämnd.documents.word.nodes import Node, drop, new, node_of, qn
from nämnd.documents.word.packing import packed
from nämnd.documents.word.paragraphs import xml_text

HINT = "Skriv svaret här."
_FIRST_ID = 52_000
_MOST_LABEL = 60


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
        if place.table:
            _around_table(mark, place, number)
        else:
            _for_words(mark, place, words, number)
    file = io.BytesIO()
    word.save(file)
    return packed(file.getvalue())


def _places(word: WordFile) -> Iterator[Node]:
    for paragraph in list(word.paragraphs):
        if paragraph.text == xml_text(PLACE):
            yield node_of(paragraph)


def _around_table(mark: Node, place: AnswerPlace, number: int) -> None:
    """Put the table after the mark into a control."""
    control, content = _control(place, ROWS_TAG, number)
    mark.addprevious(control)
    parent = mark.getparent()
    following = list(parent) if parent is not None else []
    table = following[following.index(mark) + 1]
    content.append(table)
    drop(mark)


def _for_words(mark: Node, place: AnswerPlace, words: tuple[str, ...], number: int) -> None:
    """Put a control in the place of the mark, with what is answered already or a hint."""
    control, content = _control(place, WORDS_TAG, number)
    if not words:
        hint = new("w:showingPlcHdr")
        properties = control.find(qn("w:sdtPr"))
        if properties is not None:
            properties.append(hint)
    mark.addprevious(control)
    for said in words or (HINT,):
        content.append(_paragraph(mark, said, faint=not words))
    drop(mark)


def _control(place: AnswerPlace, tag: str, number: int) -> tuple[Node, Node]:
    control, properties, content = new("w:sdt"), new("w:sdtPr"), new("w:sdtContent")
    for name, value in (
        ("w:alias", xml_text(place.label)[:_MOST_LABEL]),
        ("w:tag", f"{tag}{place.svar_id}"),
        ("w:id", str(_FIRST_ID + number)),
        ("w:lock", "sdtLocked"),
    ):
        properties.append(new(name, val=value))
    control.append(properties)
    control.append(content)
    return control, content


def _paragraph(mark: Node, words: str, *, faint: bool) -> Node:
    paragraph, run, said = new("w:p"), new("w:r"), new("w:t")
    style = mark.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    properties = new("w:pPr")
    if style is not None:
        properties.append(new("w:pStyle", val=style.get(qn("w:val"))))
    properties.append(_frame())
    paragraph.append(properties)
    if faint:
        looks = new("w:rPr")
        looks.append(new("w:i"))
        looks.append(new("w:color", val="595959"))  # 7:1 against white
        run.append(looks)
    said.text = xml_text(words)
    said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(said)
    paragraph.append(run)
    return paragraph


def _frame() -> Node:
    """Return lines around the paragraph: where to write is seen without clicking."""
    frame = new("w:pBdr")
    for side in ("w:top", "w:left", "w:bottom", "w:right"):
        frame.append(new(side, val="single", sz="4", space="4", color="7F7F7F"))
    return frame
