"""Each kind of block into Word. Imports python-docx: import it late."""

import copy
from collections.abc import Sequence
from dataclasses import dataclass

from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from nämnd.core.richtext import Paragraph, Run, Runs, TextTable
from nämnd.documents.content import (
    Block,
    Contents,
    Facts,
    Heading,
    ItemList,
    Note,
    PageBreak,
    Room,
    Rule,
    Script,
    Signature,
    Signatures,
    Subheading,
    Table,
    Together,
    plain,
    text,
)
from nämnd.documents.word.contents import add_contents
from nämnd.documents.word.lists import allow_sublist, new_list, put_in_list
from nämnd.documents.word.names import HEADINGS, Style
from nämnd.documents.word.nodes import node_of, qn
from nämnd.documents.word.paragraphs import Writer, forget_stops, hang
from nämnd.documents.word.tables import Look, add_table, look_of

_BULLET = "•"
_OVER_INTRO = Pt(36)  # away from the signature before it
_FACT_LABEL = 1701  # twips: the room that our style gives to the label of a fact
_CUE_LEAST = 2450  # so that the words of all scripts begin alike
_LETTER, _GAP = 130, 200  # twips: a letter of a label, on the generous side; what follows it


@dataclass(slots=True)
class Body:
    """Writes blocks one after the other. What waits goes with the next paragraph."""

    writer: Writer
    size: float = 1  # how large the text is set, times the usual
    level: int = 0
    rule_waits: bool = False
    break_waits: bool = False
    together: bool = False
    last: WordParagraph | None = None
    intro: WordParagraph | None = None  # the paragraph just before this block

    def add(self, block: Block) -> None:  # noqa: C901, PLR0912, PLR0915 one case per kind
        """Write one block."""
        intro, self.intro = self.intro, None
        match block:
            case Heading(words, level, number, anchor):
                self._add_heading(f"{number}. {words}" if number else words, level, anchor)
            case Subheading(words, level):
                self._add_heading(words, level, "")
            case Paragraph(runs):
                self.intro = self._add_text(Style.BODY, runs)
            case ItemList():
                if intro is not None and block.items:
                    intro.paragraph_format.keep_with_next = True  # «Nämnden beslutar»
                self._add_list(block)
            case TextTable(rows):
                self._add_table(rows, Look())
            case Table():
                self._add_table(block.rows, look_of(block))
            case Contents():
                self._begin_table()
                add_contents(self.writer, block)
                self._end_table()
            case Facts(rows):
                self._add_facts(rows)
            case Script(rows):
                self._add_script(rows)
            case Room(lines):
                for _ in range(lines + 1):  # a line over each, and one under the last
                    self._paragraph(Style.LINE, ())
            case Together(blocks):
                self._add_together(blocks)
            case Note(runs):
                self._add_text(Style.NOTE, runs)
            case Rule():
                self.rule_waits = True
            case PageBreak():
                self.break_waits = True
            case Signatures(lines):
                self._add_signatures(lines)

    def _paragraph(self, style: Style, runs: Runs) -> WordParagraph:
        paragraph = self.writer.paragraph(style, runs)
        if self.break_waits:
            paragraph.paragraph_format.page_break_before = True
        elif self.rule_waits:
            self._draw_rule_over(paragraph)
        self.rule_waits = self.break_waits = False
        if self.together:
            paragraph.paragraph_format.keep_with_next = True
            paragraph.paragraph_format.keep_together = True
        self.last = paragraph
        return paragraph

    def _add_together(self, blocks: Sequence[Block]) -> None:
        """Write blocks of paragraphs that stay on one page; a table in them may be parted."""
        self.together, self.last = True, None
        for block in blocks:
            self.add(block)
        self.together = False
        if self.last is not None:
            self.last.paragraph_format.keep_with_next = None

    def _add_text(self, style: Style, runs: Runs) -> WordParagraph | None:
        return self._paragraph(style, runs) if plain(runs).strip() else None

    def _draw_rule_over(self, paragraph: WordParagraph) -> None:
        """Give the paragraph the line of the style for lines: no empty paragraph to read."""
        line = node_of(self.writer.word.styles[Style.LINE.value])
        border = line.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        own = node_of(paragraph).find(qn("w:pPr"))
        if border is None or own is None:
            return
        before = [child for child in own if child.tag in _BEFORE_BORDER]
        own.insert(len(before), copy.deepcopy(border))

    def _add_heading(self, words: str, level: int, anchor: str) -> None:
        if not words.strip():
            return
        self.level = max(1, min(level, self.level + 1, len(HEADINGS)))
        paragraph = self._paragraph(HEADINGS[self.level - 1], text(words))
        self.writer.bookmarks.place(node_of(paragraph), anchor)

    def _add_list(self, block: ItemList) -> None:
        style = _list_style(block)
        number = None if style is Style.LABELLED else new_list(self.writer.word, style)
        if number and any(item.level > 1 for item in block.items):
            allow_sublist(self.writer.word, style)
        for item in block.items:
            label = () if number or not item.label else (Run(f"{item.label}\t"),)
            paragraph = self._paragraph(style, label + item.runs)
            if number:
                put_in_list(node_of(paragraph), number, item.level)

    def _add_facts(self, rows: Sequence[tuple[str, str]]) -> None:
        wide = self._label_width(rows)
        for label, value in rows:
            runs = (Run(label, bold=True), Run("\t"), Run(value))
            paragraph = self._paragraph(Style.FACT, runs)
            if wide > _FACT_LABEL:
                forget_stops(paragraph)
                hang(paragraph, wide)

    def _add_script(self, rows: Sequence[tuple[str, str]]) -> None:
        wide = max(self._label_width(rows), _CUE_LEAST)
        for cue, words in rows:
            runs = (Run(cue), Run("\t"), Run(words, bold=True))
            hang(self._paragraph(Style.BODY, runs), wide)

    def _label_width(self, rows: Sequence[tuple[str, str]]) -> int:
        longest = max((len(label) for label, _ in rows), default=0)
        return round(_LETTER * self.size * longest) + _GAP

    def _add_table(self, rows: Sequence[Sequence[Runs]], look: Look) -> None:
        if not any(rows):
            return
        self._begin_table()
        add_table(self.writer, rows, look)
        self._end_table()

    def _begin_table(self) -> None:
        if self.rule_waits or self.break_waits:
            self._paragraph(Style.BODY, ())

    def _end_table(self) -> None:
        after = self.writer.paragraph(Style.BODY)  # Word joins tables that touch
        after.paragraph_format.space_after = 0

    def _add_signatures(self, lines: Sequence[Signature]) -> None:
        """Write lines to sign on under each other, on one page as long as they fit."""
        for place, line in enumerate(lines):
            if line.intro:
                intro = self._paragraph(Style.SIGNATURE_TEXT, text(line.intro))
                intro.paragraph_format.keep_with_next = True
                intro.paragraph_format.space_before = _OVER_INTRO
            last = self._paragraph(Style.SIGNATURE, text(line.name))
            if line.role:
                last = self._paragraph(Style.SIGNATURE_TEXT, text(line.role))
            if place < len(lines) - 1:
                last.paragraph_format.keep_with_next = True


# what stands before w:pBdr in a paragraph's properties (ECMA-376, CT_PPrBase)
_BEFORE_BORDER = frozenset(
    qn(f"w:{name}")
    for name in (
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers",
    )
)  # fmt: skip


def _list_style(block: ItemList) -> Style:
    """Word numbers by itself only where it comes to the labels that the document has."""
    labels = [item.label for item in block.items if item.level == 1]
    if block.ordered and labels == [f"{number}." for number in range(1, len(labels) + 1)]:
        return Style.NUMBERED
    return Style.BULLETED if set(labels) == {_BULLET} else Style.LABELLED
