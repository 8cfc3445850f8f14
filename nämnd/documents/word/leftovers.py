"""What a template brings that must not go out with a document: names, comments, changes.

Imports python-docx: import it late.
"""

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as KIND
from docx.opc.part import Part
from docx.opc.rel import Relationships

from nämnd.documents.word.controls import stories_of
from nämnd.documents.word.nodes import Node, drop, node_of, qn

_PACKAGE = frozenset({KIND.OFFICE_DOCUMENT, KIND.CORE_PROPERTIES})
_PARTS = frozenset(
    {
        KIND.STYLES,
        KIND.NUMBERING,
        KIND.SETTINGS,
        KIND.FONT_TABLE,
        KIND.THEME,
        KIND.HEADER,
        KIND.FOOTER,
        KIND.IMAGE,
        KIND.HYPERLINK,
        KIND.FOOTNOTES,
        KIND.ENDNOTES,
        KIND.FONT,
    }
)
_ADDED = ("w:ins", "w:moveTo")
_REMOVED = (
    "w:del", "w:moveFrom", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart",
    "w:moveToRangeEnd", "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference",
    "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange",
    "w:tcPrChange", "w:tblGridChange", "w:numberingChange", "w:proofErr",
)  # fmt: skip
_SETTINGS = (
    "w:rsids", "w:docVars", "w:mailMerge", "w:attachedTemplate", "w:proofState",
    "w:trackRevisions", "w:documentProtection", "w:writeProtection", "w:saveSubsetFonts",
)  # fmt: skip
_RSID = "rsid"


def clean(word: WordFile) -> None:
    """Accept tracked changes; drop comments, names of people and machines, and other parts."""
    for story in stories_of(word):
        _accept_changes(story)
    settings = node_of(word.settings)
    for tag in _SETTINGS:
        for element in settings.findall(qn(tag)):
            drop(element)
    for root in (*stories_of(word), settings, node_of(word.styles)):
        _forget_sessions(root)
    if word.part.package is not None:
        _drop_relations(word.part.package.rels, _PACKAGE)
    for part in _parts_of(word):
        _drop_relations(part.rels, _PARTS)


def _parts_of(word: WordFile) -> list[Part]:
    related = (rel.target_part for rel in word.part.rels.values() if not rel.is_external)
    return [word.part, *related]


def _accept_changes(story: Node) -> None:
    for tag in _REMOVED:
        for element in list(story.iter(qn(tag))):
            drop(element)
    for tag in _ADDED:
        for element in list(story.iter(qn(tag))):
            for child in list(element):
                element.addprevious(child)
            drop(element)


def _forget_sessions(root: Node) -> None:
    """Drop the numbers with which Word remembers who wrote what when."""
    for element in root.iter():
        for name in [name for name in element.attrib if _RSID in name]:
            del element.attrib[name]
    for element in list(root.iter(qn("w:rsid"))):
        drop(element)


def _drop_relations(relations: Relationships, kept: frozenset[str]) -> None:
    for key in [key for key, rel in relations.items() if rel.reltype not in kept]:
        del relations[key]
