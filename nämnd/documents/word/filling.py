"""A template filled with a document. Imports python-docx: import it late."""

import io
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import cast

from docx.document import Document as WordFile
from docx.oxml.text.run import CT_R
from docx.shared import Mm
from docx.text.run import Run

from nämnd.documents.content import Document
from nämnd.documents.links import anchors_of, usable
from nämnd.documents.logo import Logo, png_of, usable_logo
from nämnd.documents.word.body import Body
from nämnd.documents.word.controls import (
    Place,
    controls_of,
    drop_with_paragraph,
    fill,
)
from nämnd.documents.word.foot import add_signs
from nämnd.documents.word.heads import mark_heads
from nämnd.documents.word.leftovers import clean
from nämnd.documents.word.names import Control
from nämnd.documents.word.nodes import drop, new, node_of, qn
from nämnd.documents.word.opening import SHIPPED, WITH_SIGNS, opened
from nämnd.documents.word.packing import packed
from nämnd.documents.word.paragraphs import Bookmarks, Writer, xml_text

LANGUAGE = "sv-SE"
DRAFT = "UTKAST"
LARGE = 1.3  # times the size of other documents

_LOGO_WIDTH, _LOGO_HEIGHT = 60, 17  # mm
_PER_INCH = 150  # a logo of few pixels is drawn no larger than this allows
_MM_PER_INCH = 25.4
_CORE_MOST = 255  # characters: a limit of the format for each property


def filled(
    document: Document, created: datetime, template: Path | None, *, draft: bool = False
) -> bytes:
    """Return the template (None: the program's own) with `document` in it."""
    word = opened(template, WITH_SIGNS if document.signs else SHIPPED)
    clean(word)
    if document.large:
        _enlarge(word)
    _add_content(word, document)
    add_signs(word, document.signs)
    _fill_letterhead(word, document, draft=draft)
    if draft:
        mark_heads(word, DRAFT)
    _set_properties(word, document, created)
    file = io.BytesIO()
    word.save(file)
    return packed(file.getvalue())


def _enlarge(word: WordFile) -> None:
    """Let every style be larger; distances given in lines follow."""
    for tag in ("w:sz", "w:szCs"):
        for size in node_of(word.styles).iter(qn(tag)):
            half_points = int(size.get(qn("w:val")) or 0)
            size.set(qn("w:val"), str(round(half_points * LARGE)))


def _add_content(word: WordFile, document: Document) -> None:
    places = [place for place in controls_of(word)[Control.CONTENT] if place.in_body]
    anchors = anchors_of(document)
    href = partial(usable, anchors=anchors, keep_bilaga=False)
    writer = Writer(word, places[0].element, href, Bookmarks(anchors))
    body = Body(writer, LARGE if document.large else 1)
    for block in document.blocks:
        body.add(block)
    for place in places:
        drop(place.element)


def _fill_letterhead(word: WordFile, document: Document, *, draft: bool) -> None:
    head = document.head
    kind = f"{head.kind.upper()}  {DRAFT}" if draft else head.kind.upper()
    words = {
        Control.ORGAN: head.organ,
        Control.KIND: kind,
        Control.DAY: head.day,
        Control.ADDRESS: " · ".join(head.address),
    }
    found = controls_of(word)
    for control, said in words.items():
        for place in found.get(control, []):
            if said:
                fill(place, xml_text(said))
            else:
                drop_with_paragraph(place)
    logo = usable_logo(head.logo)
    for place in found.get(Control.LOGO, []):
        if logo and place.in_body:
            _draw_logo(word, place, logo, head.organ)
        drop_with_paragraph(place)


def _draw_logo(word: WordFile, place: Place, logo: Logo, organ: str) -> None:
    run = new("w:r")
    place.element.addprevious(run)
    scale = min(_LOGO_WIDTH / logo.width, _LOGO_HEIGHT / logo.height, _MM_PER_INCH / _PER_INCH)
    drawn = Run(cast("CT_R", run), word)
    drawn.add_picture(io.BytesIO(png_of(logo)), width=Mm(logo.width * scale))
    for properties in run.iter(qn("wp:docPr")):  # python-docx has no alternative text
        properties.set("name", "Logotyp")
        properties.set("descr", xml_text(f"Logotyp för {organ}"))


def _set_properties(word: WordFile, document: Document, created: datetime) -> None:
    core = word.core_properties
    element = node_of(word.core_properties)
    for child in list(element):
        drop(child)
    moment = created.astimezone(UTC).replace(tzinfo=None) if created.tzinfo else created
    core.title = _short(document.title)
    core.author = _short(document.author)
    core.subject = _short(document.subject)
    core.keywords = _short("; ".join(document.keywords))
    core.language = LANGUAGE
    core.created = core.modified = moment


def _short(words: str) -> str:
    return " ".join(xml_text(words).split())[:_CORE_MOST]
