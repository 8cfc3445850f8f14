"""The text of Word, PowerPoint and OpenDocument files."""

from dataclasses import replace

from nämnd.filtext.package import Package
from nämnd.filtext.xml_text import Rules, Text, add_xml, local, parsed

_FALLBACK = "Fallback"  # the same drawn a second time, for old programs
_WORD = Rules(
    text=frozenset(("t",)),
    lines=frozenset(("p",)),
    skipped=frozenset(("pPr", "rPr", "sectPr", "tblPr", "del", "moveFrom", _FALLBACK)),
    characters={"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"},
)
_SLIDE = Rules(
    text=frozenset(("t",)),
    lines=frozenset(("p",)),
    skipped=frozenset(("pPr", "rPr", _FALLBACK)),
    characters={"tab": "\t", "br": "\n"},
)
_ODF = Rules(
    text=frozenset(("p", "h")),
    lines=frozenset(("p", "h")),
    skipped=frozenset(("tracked-changes", "styles", "automatic-styles", "scripts")),
    characters={"tab": "\t", "line-break": "\n", "s": " "},
)
_ODF_PAGES = {b"presentation": "page", b"spreadsheet": "table", b"graphics": "page"}
_MOST_SLIDES = 2_000


def word_text(package: Package) -> Text:
    """Return all text as one page: headers, the document, notes, comments, footers."""
    text, pages = Text(), Text()
    for path in (
        *package.under("word/", r"header\d*\.xml"),
        *package.under("word/", r"document\d*\.xml"),
        *package.under("word/", r"(footnotes|endnotes|comments|footer\d*)\.xml"),
    ):
        _add(package, path, text, _WORD)
    pages.pages, pages.whole = ["\n".join(text.pages)], text.whole
    return pages


def slides_text(package: Package) -> Text:
    """Return a page for each slide, in the order they are shown, with its notes."""
    text = Text()
    for path in _slides(package)[:_MOST_SLIDES]:
        slide = Text()
        _add(package, path, slide, _SLIDE)
        for one in package.relations(path).values():
            if one.kind in ("notesSlide", "comments") and not one.external:
                _add(package, one.target, slide, _SLIDE)
        text.pages.append("\n".join(slide.pages))
        text.whole = text.whole and slide.whole
    return text


def odf_text(package: Package) -> Text:
    """Return a page for each slide or sheet; a text document is one page."""
    kind = (package.part("mimetype", 200) or b"").rsplit(b".", 1)[-1].strip()
    page = _ODF_PAGES.get(kind.removesuffix(b"-template"))
    rules = replace(_ODF, pages=frozenset((page,))) if page else _ODF
    text = Text()
    _add(package, "content.xml", text, rules)
    return text


def _slides(package: Package) -> list[str]:
    """Return the slides as the presentation lists them, else by their numbers."""
    xml = package.part("ppt/presentation.xml")
    relations = package.relations("ppt/presentation.xml")
    root = parsed(xml) if xml else None
    keys = [
        value
        for one in (root.iter() if root is not None else ())
        if local(one.tag) == "sldId"
        for name, value in one.attrib.items()
        if local(name) == "id" and name != "id"
    ]
    listed = [relations[key].target for key in keys if key in relations]
    return listed or package.under("ppt/slides/", r"slide\d+\.xml")


def _add(package: Package, path: str, text: Text, rules: Rules) -> None:
    xml = package.part(path)
    if xml is None:
        text.whole = text.whole and path not in package.names
    else:
        add_xml(text, xml, rules)
