"""A word that must stand at the top of every page. Imports python-docx: import it late."""

from collections.abc import Iterator

from docx.document import Document as WordFile
from docx.section import Section, _Header  # pyright: ignore[reportPrivateUsage]  no public name

from nämnd.documents.word.nodes import Node, new, node_of, qn
from nämnd.documents.word.paragraphs import paragraph_of


def mark_heads(word: WordFile, mark: str) -> None:
    """Put `mark` first in every head that doesn't say it already.

    The first page needs no head where the letterhead on it says `mark`.
    """
    body = next(node_of(word).iter(qn("w:body")))
    for number, section in enumerate(word.sections):
        for head in _heads(word, section, first=mark not in _text(body)):
            inherited = number > 0 and head.is_linked_to_previous
            if not inherited and mark not in _text(node_of(head)):
                _add(word, node_of(head), mark)


def _heads(word: WordFile, section: Section, *, first: bool) -> Iterator[_Header]:
    yield section.header
    if section.different_first_page_header_footer and (
        first or not section.first_page_header.is_linked_to_previous
    ):
        yield section.first_page_header
    if word.settings.odd_and_even_pages_header_footer:
        yield section.even_page_header


def _text(story: Node) -> str:
    return "".join(node.text or "" for node in story.iter(qn("w:t")))


def _add(word: WordFile, head: Node, mark: str) -> None:
    node = new("w:p")
    head.insert(0, node)
    paragraph_of(node, word).add_run(mark).bold = True
