"""Content controls of a template, found and filled. Imports python-docx: import it late."""

from collections.abc import Iterator
from dataclasses import dataclass

from docx.document import Document as WordFile

from nämnd.documents.word.names import Control
from nämnd.documents.word.nodes import Node, drop, node_of, qn

_TAGS = {control.value: control for control in Control}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a control stands."""

    element: Node
    in_body: bool


def stories_of(word: WordFile) -> Iterator[Node]:
    """Yield everything with text: the body, then each header and footer there is."""
    yield _body(word)
    for section in word.sections:
        for story in (
            section.header,
            section.first_page_header,
            section.even_page_header,
            section.footer,
            section.first_page_footer,
            section.even_page_footer,
        ):
            if not story.is_linked_to_previous:
                yield node_of(story)


def _body(word: WordFile) -> Node:
    return next(node_of(word).iter(qn("w:body")))


def controls_of(word: WordFile) -> dict[Control, list[Place]]:
    """Return the controls that the program fills, with all their places."""
    found: dict[Control, list[Place]] = {}
    for number, story in enumerate(stories_of(word)):
        for element in story.iter(qn("w:sdt")):
            tag = element.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            control = _TAGS.get(tag.get(qn("w:val"))) if tag is not None else None
            if control:
                found.setdefault(control, []).append(Place(element, in_body=number == 0))
    return found


def feet_of(word: WordFile) -> list[tuple[Node, Node | None]]:
    """Return the feet that the pages have, each with its control for places to sign."""
    found: list[tuple[Node, Node | None]] = []
    for section in word.sections:
        for foot in (section.footer, section.first_page_footer, section.even_page_footer):
            if not foot.is_linked_to_previous:
                node = node_of(foot)
                found.append((node, _control(node, Control.FOOT)))
    return found


def _control(story: Node, wanted: Control) -> Node | None:
    for element in story.iter(qn("w:sdt")):
        tag = element.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
        if tag is not None and tag.get(qn("w:val")) == wanted.value:
            return element
    return None


def fill(place: Place, words: str) -> None:
    """Write `words` in the control's first run, so that its looks stay; then free the text."""
    texts = list(place.element.iter(qn("w:t")))
    for text in texts:
        text.text = ""
    if texts:
        texts[0].text = words
        texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    free(place)


def free(place: Place) -> None:
    """Put the content of a control in the place of the control."""
    content = place.element.find(qn("w:sdtContent"))
    for child in list(content) if content is not None else []:
        place.element.addprevious(child)
    drop(place.element)


def drop_with_paragraph(place: Place) -> None:
    """Take a control out, and its paragraph if nothing else is in it."""
    paragraph = place.element.getparent()
    drop(place.element)
    if paragraph is None or paragraph.tag != qn("w:p"):
        return
    if all(child.tag == qn("w:pPr") for child in paragraph):
        drop(paragraph)
