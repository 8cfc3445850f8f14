"""Running text to the document of a text editor, and back. Nothing else in the document counts."""

from collections.abc import Iterator
from itertools import groupby

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrame,
    QTextFrameFormat,
    QTextLength,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from nämnd.core.richtext import (
    Paragraph,
    RichText,
    Run,
    Runs,
    TextBlock,
    TextList,
    TextTable,
    normalise,
)

_BOLD = 600  # this weight and above is bold
_ORDERED = QTextListFormat.Style.ListDecimal
_FRAME_MARKS = str.maketrans(dict.fromkeys("\ufdd0\ufdd1\ufffc"))  # Qt's own; never text
_FULL = QTextLength(QTextLength.Type.PercentageLength, 100)


class Writer:
    """Writes running text into a document at a cursor."""

    def __init__(self, *, link: QColor, line: QColor, head: QColor) -> None:
        """Draw links, the lines of tables and their heads in these colours."""
        self._link, self._line, self._head = link, line, head

    def replace(self, document: QTextDocument, text: RichText) -> None:
        """Let `document` say `text` and nothing else."""
        cursor = QTextCursor(document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(QTextBlockFormat())
        cursor.setCharFormat(QTextCharFormat())
        self.insert(cursor, text)

    def insert(self, cursor: QTextCursor, text: RichText) -> None:
        """Insert `text` at `cursor`: one paragraph goes into the one there, more make their own."""
        cursor.beginEditBlock()
        match text:
            case (Paragraph(runs),):
                self._runs(cursor, runs)
            case _:
                for at, block in enumerate(text):
                    self._block(cursor, block, first=at == 0)
        cursor.endEditBlock()

    def style(self, run: Run) -> QTextCharFormat:
        """Return how a run looks."""
        style = QTextCharFormat()
        if run.bold:
            style.setFontWeight(QFont.Weight.Bold)
        if run.italic:
            style.setFontItalic(True)
        if run.href:
            style.setAnchor(True)
            style.setAnchorHref(run.href)
            style.setForeground(QBrush(self._link))
            style.setFontUnderline(True)
        return style

    def table(self, cursor: QTextCursor, rows: int, columns: int) -> QTextTable:
        """Insert an empty table."""
        style = QTextTableFormat()
        style.setHeaderRowCount(1)
        style.setWidth(_FULL)
        style.setCellPadding(4)
        style.setCellSpacing(0)
        style.setBorder(1)
        style.setBorderCollapse(True)
        style.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        style.setBorderBrush(QBrush(self._line))
        style.setColumnWidthConstraints([QTextLength(_FULL.type(), 100 / columns)] * columns)
        made = cursor.insertTable(rows, columns, style)
        for column in range(columns):
            cell = made.cellAt(0, column)
            look = cell.format()
            look.setBackground(QBrush(self._head))
            cell.setFormat(look)
        return made

    def _block(self, cursor: QTextCursor, block: TextBlock, *, first: bool) -> None:
        match block:
            case Paragraph(runs):
                _new_block(cursor, first=first)
                self._runs(cursor, runs)
            case TextList(items, ordered):
                self._list(cursor, items, ordered=ordered, first=first)
            case TextTable(rows):
                self._table(cursor, rows, first=first)

    def _list(
        self, cursor: QTextCursor, items: tuple[Runs, ...], *, ordered: bool, first: bool
    ) -> None:
        style = QTextListFormat()
        style.setStyle(_ORDERED if ordered else QTextListFormat.Style.ListDisc)
        made = None
        for at, runs in enumerate(items):
            _new_block(cursor, first=first and at == 0)
            if made is None:
                made = cursor.createList(style)
            else:
                made.add(cursor.block())
            self._runs(cursor, runs)

    def _table(
        self, cursor: QTextCursor, rows: tuple[tuple[Runs, ...], ...], *, first: bool
    ) -> None:
        _new_block(cursor, first=first)
        made = self.table(cursor, len(rows), len(rows[0]))
        for at, row in enumerate(rows):
            for column, runs in enumerate(row):
                self._runs(made.cellAt(at, column).firstCursorPosition(), runs)
        cursor.setPosition(made.lastPosition() + 1)

    def _runs(self, cursor: QTextCursor, runs: Runs) -> None:
        for run in runs:
            cursor.insertText(run.text.translate(_FRAME_MARKS), self.style(run))


def _new_block(cursor: QTextCursor, *, first: bool) -> None:
    """Begin a paragraph of no list, using the empty one that is there where nothing is before."""
    empty = not cursor.block().text() and not cursor.block().textList()
    if not (first and empty) and not (empty and _after_table(cursor)):
        cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        if there := cursor.currentList():
            there.remove(cursor.block())
    cursor.setCharFormat(QTextCharFormat())


def _after_table(cursor: QTextCursor) -> bool:
    """Return whether this is the empty paragraph that Qt keeps below every table."""
    position = cursor.block().position()
    before = QTextCursor(cursor)
    before.setPosition(max(0, position - 1))
    return position > 0 and bool(before.currentTable()) and not cursor.currentTable()


def read(document: QTextDocument) -> RichText:
    """Return what a document says, normalised."""
    return normalise(tuple(_blocks(document.rootFrame())))


def read_selection(cursor: QTextCursor) -> RichText:
    """Return what is selected, as a document of its own would say it."""
    document = QTextDocument()
    QTextCursor(document).insertFragment(cursor.selection())
    return read(document)


def _blocks(root: QTextFrame) -> Iterator[TextBlock]:
    for index, group in groupby(_parts(root), key=_list_index):
        if index is None:
            yield from map(_block_of, group)
        else:
            blocks = [part for part in group if isinstance(part, QTextBlock)]
            ordered = blocks[0].textList().format().style() == _ORDERED
            yield TextList(tuple(map(_runs_of, blocks)), ordered)


def _parts(root: QTextFrame) -> Iterator[QTextBlock | QTextFrame]:
    at = root.begin()
    while not at.atEnd():
        yield at.currentFrame() or at.currentBlock()
        at += 1


def _list_index(part: QTextBlock | QTextFrame) -> int | None:
    if isinstance(part, QTextBlock) and (found := part.textList()):
        return found.objectIndex()
    return None


def _block_of(part: QTextBlock | QTextFrame) -> TextBlock:
    match part:
        case QTextTable():
            return TextTable(
                tuple(
                    tuple(_cell(part, row, column) for column in range(part.columns()))
                    for row in range(part.rows())
                )
            )
        case QTextBlock():
            return Paragraph(_runs_of(part))
        case _:
            return Paragraph(())


def _cell(table: QTextTable, row: int, column: int) -> Runs:
    cell = table.cellAt(row, column)
    block, last = cell.firstCursorPosition().block(), cell.lastCursorPosition().block()
    runs: Runs = _runs_of(block)
    while block != last:
        block = block.next()
        runs = (*runs, Run(" "), *_runs_of(block))
    return runs


def _runs_of(block: QTextBlock) -> Runs:
    runs: list[Run] = []
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        style = fragment.charFormat()
        text = fragment.text().translate(_FRAME_MARKS)
        href = style.anchorHref() or None
        runs.append(Run(text, style.fontWeight() >= _BOLD, style.fontItalic(), href))
        at += 1
    return tuple(runs)


def plain_format(style: QTextCharFormat) -> QTextCharFormat:
    """Return `style` without its link."""
    plain = QTextCharFormat()
    plain.setFontWeight(style.fontWeight())
    plain.setFontItalic(style.fontItalic())
    return plain
