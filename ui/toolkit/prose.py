"""A text editor that can hold what a running text can hold, and nothing else.

Bold Ctrl+B, italic Ctrl+I, bullets Ctrl+Shift+8, numbers Ctrl+Shift+7, link Ctrl+L, table
Ctrl+Shift+T. The tool bar shows and does the same; it takes no stop for Tab.
"""

import math
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextListFormat,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QTextEdit, QToolButton, QVBoxLayout

from nämnd.core.richtext import Paragraph, RichText, Run, parse, plain_text, write
from ui.toolkit.inputs import GlobalUndo, truly_left
from ui.toolkit.link_bar import LinkBar
from ui.toolkit.palette import Role
from ui.toolkit.pasted import from_html, from_lines
from ui.toolkit.prose_document import Writer, plain_format, read, read_selection
from ui.toolkit.prose_tables import add_row_below, next_cell, table_actions
from ui.toolkit.small import restyle
from ui.toolkit.theme import Icon, Theme

_BULLETS = QTextListFormat.Style.ListDisc
_NUMBERS = QTextListFormat.Style.ListDecimal
_PROSE_MIME = "application/x-namnd-prose"


class ProseInput(QFrame):
    """A tool bar and a text. Its value is a source of `nämnd.core.richtext`."""

    typed = Signal()
    left = Signal()

    def __init__(self, theme: Theme, placeholder: str = "") -> None:
        """Start empty."""
        super().__init__()
        self.setObjectName("fieldframe")
        self._theme = theme
        self.text = ProseEdit(theme, placeholder)
        self.link_bar = LinkBar(theme)
        self.buttons: dict[str, QToolButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(3), theme.px(3), theme.px(3), theme.px(3))
        layout.setSpacing(0)
        layout.addLayout(self._tool_bar())
        layout.addWidget(self.link_bar)
        layout.addWidget(self.text)
        self.setFocusProxy(self.text)
        self.text.typed.connect(self.typed)
        self.text.typed.connect(self._show_style)
        self.text.entered.connect(self._entered)
        self.text.left.connect(self._left)
        self.text.cursorPositionChanged.connect(self._show_style)
        self.text.currentCharFormatChanged.connect(self._show_style)
        self.link_bar.chosen.connect(self._set_link)
        self.link_bar.closed.connect(self.text.setFocus)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Go to the text, also where no proxy leads there."""
        self.text.setFocus(reason)

    def value(self) -> str:
        """Return the source of what is written."""
        return self.text.source()

    def show_value(self, value: object) -> None:
        """Show a source; the caret stays."""
        self.text.show_source(str(value or ""))

    def show_wrong(self, wrong: bool) -> None:  # noqa: FBT001 - see Input
        """Mark the text."""
        restyle(self, "wrong", "true" if wrong else None)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.text.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.text.setAccessibleDescription(description)

    def ask_for_link(self) -> None:
        """Let the user write where the marked text leads."""
        self.link_bar.ask(self.text.link_at_caret())

    def _set_link(self, href: str) -> None:
        self.text.set_link(href)
        self.text.setFocus()

    def _tool_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setSpacing(self._theme.px(1))
        edit = self.text
        tools: tuple[tuple[str, Icon, str, Callable[[], None]], ...] = (
            ("Fet", Icon.BOLD, "Ctrl+B", edit.toggle_bold),
            ("Kursiv", Icon.ITALIC, "Ctrl+I", edit.toggle_italic),
            ("Punktlista", Icon.BULLETS, "Ctrl+Shift+8", partial(edit.toggle_list, _BULLETS)),
            ("Numrerad lista", Icon.NUMBERS, "Ctrl+Shift+7", partial(edit.toggle_list, _NUMBERS)),
            ("Länk", Icon.LINK, "Ctrl+L", self.ask_for_link),
            ("Tabell", Icon.TABLE, "Ctrl+Shift+T", edit.insert_table),
        )
        for name, icon, keys, act in tools:
            bar.addWidget(self._tool(name, icon, keys, act))
        bar.addStretch()
        return bar

    def _tool(self, name: str, icon: Icon, keys: str, act: Callable[[], None]) -> QToolButton:
        action = QAction(name, self.text)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - the signal's bool is not for it
        self.text.addAction(action)
        made = QToolButton()
        self._theme.dress(made, icon, Role.MUTED)
        made.setToolTip(f"{name} ({keys})")
        made.setAccessibleName(name)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setCheckable(name in {"Fet", "Kursiv", "Punktlista", "Numrerad lista"})
        made.clicked.connect(lambda: act())  # noqa: PLW0108 - the signal's bool is not for it
        self.buttons[name] = made
        return made

    def _show_style(self) -> None:
        style, there = self.text.currentCharFormat(), self.text.textCursor().currentList()
        kind = there.format().style() if there else None
        self.buttons["Fet"].setChecked(style.fontWeight() >= 600)  # noqa: PLR2004 - as prose_document
        self.buttons["Kursiv"].setChecked(style.fontItalic())
        self.buttons["Punktlista"].setChecked(kind == _BULLETS)
        self.buttons["Numrerad lista"].setChecked(kind == _NUMBERS)

    def _entered(self) -> None:
        restyle(self, "active", "true")

    def _left(self) -> None:
        if not self.link_bar.isVisible():
            restyle(self, "active", None)
            self.left.emit()


class ProseEdit(QTextEdit):
    """The text. Grows with its content; what is pasted is cleaned."""

    typed = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, theme: Theme, placeholder: str) -> None:
        """Start empty."""
        super().__init__()
        self._theme, self._showing = theme, False
        self.setPlaceholderText(placeholder)
        self.setProperty("frame", "none")
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._tell)
        self.cursorPositionChanged.connect(self._leave_link)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        theme.changed.connect(self._redraw)
        GlobalUndo(self)
        self._grow()

    def source(self) -> str:
        """Return what is written."""
        return write(read(self.document()))

    def show_source(self, source: str) -> None:
        """Show a source without telling anybody; the caret stays."""
        if source == self.source():
            return
        caret = self.textCursor().position()
        self._replace(parse(source))
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def toggle_bold(self) -> None:
        """Make what is marked bold, or no longer."""
        bold = self.currentCharFormat().fontWeight() >= 600  # noqa: PLR2004 - as prose_document
        self.setFontWeight(400 if bold else 700)

    def toggle_italic(self) -> None:
        """Make what is marked italic, or no longer."""
        self.setFontItalic(not self.currentCharFormat().fontItalic())

    def toggle_list(self, style: QTextListFormat.Style) -> None:
        """Make the marked paragraphs a list of `style`, or paragraphs again."""
        cursor = self.textCursor()
        there = cursor.currentList()
        if there and there.format().style() == style:
            self._out_of_list(cursor)
        elif not cursor.currentTable():
            form = QTextListFormat()
            form.setStyle(style)
            cursor.createList(form)
        self._tell()

    def link_at_caret(self) -> str:
        """Return where the text at the caret leads; empty for nowhere."""
        return self.textCursor().charFormat().anchorHref()

    def set_link(self, href: str) -> None:
        """Let the marked text, or the link at the caret, lead to `href`; empty: nowhere."""
        cursor, writer = self.textCursor(), self._writer()
        if not cursor.hasSelection() and self.link_at_caret():
            _mark_link(cursor)
        if not cursor.hasSelection():
            if href:
                cursor.insertText(href, writer.style(Run(href, href=href)))
            return
        if href:
            cursor.mergeCharFormat(writer.style(Run("x", href=href)))
        else:
            selected = read_selection(cursor)
            writer.insert(cursor, _without_links(selected))
        cursor.clearSelection()
        cursor.setCharFormat(plain_format(cursor.charFormat()))
        self.setTextCursor(cursor)

    def insert_table(self) -> None:
        """Insert a table of two columns and a head; in a table: a row below."""
        cursor = self.textCursor()
        if cursor.currentTable():
            add_row_below(cursor)
        else:
            if cursor.currentList():
                self._out_of_list(cursor)
            table = self._writer().table(cursor, 3, 2)
            self.setTextCursor(table.cellAt(0, 0).firstCursorPosition())

    def keyPressEvent(self, e: QKeyEvent) -> None:
        cursor = self.textCursor()
        empty_item = bool(cursor.currentList()) and not cursor.block().text()
        match Qt.Key(e.key()):
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab if cursor.currentTable():
                moved = next_cell(cursor, -1 if e.key() == Qt.Key.Key_Backtab else 1)
                self.setTextCursor(moved)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Backspace if empty_item:
                self._out_of_list(cursor)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                cursor.insertBlock()  # never Shift+Enter's line break: a running text has none
                self.setTextCursor(cursor)
            case _:
                super().keyPressEvent(e)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - named by Qt
        cursor = self.textCursor()
        table = cursor.currentTable()
        if table and (next or table.cellAt(cursor) != table.cellAt(0, 0)):
            return False  # Tab walks between the cells
        return super().focusNextPrevChild(next)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasHtml() or source.hasText() or source.hasFormat(_PROSE_MIME)

    def insertFromMimeData(self, source: QMimeData) -> None:
        text = _pasted(source)
        cursor = self.textCursor()
        if cursor.currentTable() or cursor.currentList():
            text = _flat(text)
        self._writer().insert(cursor, text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def createMimeDataFromSelection(self) -> QMimeData:
        data, source = QMimeData(), write(read_selection(self.textCursor()))
        data.setData(_PROSE_MIME, source.encode())
        data.setHtml(self.textCursor().selection().toHtml())
        data.setText(plain_text(source))
        return data

    def contextMenuEvent(self, e: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        for action in menu.actions()[:3]:  # undo, redo and a line: the program has its own
            menu.removeAction(action)
        if self.textCursor().currentTable():
            menu.addSeparator()
            menu.addActions(table_actions(self.textCursor(), menu))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(e.globalPos())

    def focusInEvent(self, e: QFocusEvent) -> None:
        super().focusInEvent(e)
        self.entered.emit()

    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if truly_left(e):
            self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(30 * self.fontMetrics().averageCharWidth(), self.height())

    def _writer(self) -> Writer:
        colour = self._theme.colour
        return Writer(
            link=colour(Role.ACCENT), line=colour(Role.BUTTON_EDGE), head=colour(Role.BAND)
        )

    def _replace(self, text: RichText) -> None:
        self._showing = True
        self.document().setIndentWidth(self._theme.px(22))
        self._writer().replace(self.document(), text)
        self._showing = False

    def _redraw(self) -> None:
        """Draw links and tables in today's colours."""
        caret = self.textCursor().position()
        self._replace(read(self.document()))
        cursor = self.textCursor()
        cursor.setPosition(min(caret, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def _out_of_list(self, cursor: QTextCursor) -> None:
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            if there := block.textList():
                there.remove(block)
                QTextCursor(block).setBlockFormat(QTextBlockFormat())
            block = block.next()

    def _leave_link(self) -> None:
        """Write on in plain text after the end of a link."""
        cursor = self.textCursor()
        if cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return
        after = QTextCursor(cursor)
        at_end = not after.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if at_end or after.charFormat().anchorHref() != cursor.charFormat().anchorHref():
            self.setCurrentCharFormat(plain_format(cursor.charFormat()))

    def _tell(self) -> None:
        if not self._showing:
            self.typed.emit()

    def _grow(self) -> None:
        line = self.fontMetrics().lineSpacing()
        content = math.ceil(self.document().size().height())
        around = self.height() - self.maximumViewportSize().height()  # frame and padding
        self.setFixedHeight(max(3 * line, min(content, 24 * line)) + around)


def _mark_link(cursor: QTextCursor) -> None:
    """Select the whole of the link at the caret."""
    href, block = cursor.charFormat().anchorHref(), cursor.block()
    at = block.begin()
    while not at.atEnd():
        part = at.fragment()
        inside = part.position() <= cursor.position() <= part.position() + part.length()
        if inside and part.charFormat().anchorHref() == href:
            cursor.setPosition(part.position())
            end = part.position() + part.length()
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            return
        at += 1


def _without_links(text: RichText) -> RichText:
    return tuple(
        Paragraph(tuple(Run(run.text, run.bold, run.italic) for run in block.runs))
        if isinstance(block, Paragraph)
        else block
        for block in text
    )


def _flat(text: RichText) -> RichText:
    """Return `text` as one paragraph, for a place where no more can stand."""
    if len(text) == 1 and isinstance(text[0], Paragraph):
        return text
    lines = [Run(line.replace("\t", " ") + " ") for line in plain_text(write(text)).splitlines()]
    return (Paragraph(tuple(lines)),)


def _pasted(source: QMimeData) -> RichText:
    if source.hasFormat(_PROSE_MIME):
        return parse(bytes(source.data(_PROSE_MIME).data()).decode(errors="replace"))
    if source.hasHtml():
        return from_html(source.html())
    return from_lines(source.text())
