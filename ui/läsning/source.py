"""The source text, with the lines of the chosen punkt marked."""

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from nämnd.läsning.found import FoundDagordning, FoundPunkt
from ui.toolkit.palette import Role
from ui.toolkit.theme import Theme

_AROUND = 40  # lines shown after the dagordning, to see that it ends there
_LEAD = 3  # lines above the punkt when it is scrolled to


class SourceView(QPlainTextEdit):
    """What stood in the file. It can be read and copied, not changed."""

    def __init__(self, theme: Theme, found: FoundDagordning) -> None:
        """Show the part of the source where the dagordning was found."""
        super().__init__()
        self._theme = theme
        self._doubtful = {one.line for punkt in found.punkter for one in punkt.doubts}
        self._doubtful |= {one.line for one in found.doubts}
        lines = found.source[: found.last_line + _AROUND]
        self.setReadOnly(True)
        self.setPlainText("\n".join(line.replace("\f", "") for line in lines))
        self.setAccessibleName("Källan, rad för rad")
        self.setTabChangesFocus(True)

    def show_punkt(self, punkt: FoundPunkt, end: int) -> None:
        """Mark the lines of `punkt` (up to `end`, exclusive) and go there."""
        marks = [self._mark(line, Role.SELECTED) for line in range(punkt.line, end)]
        marks += [self._mark(line, Role.WARN_FILL) for line in self._doubtful]
        self.setExtraSelections(marks)
        block = self.document().findBlockByNumber(max(0, punkt.line - _LEAD))
        self.setTextCursor(QTextCursor(block))
        self.verticalScrollBar().setValue(block.firstLineNumber())

    def _mark(self, line: int, role: Role) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        form = QTextCharFormat()
        form.setBackground(self._theme.colour(role))
        form.setProperty(QTextCharFormat.Property.FullWidthSelection, True)  # noqa: FBT003 - Qt's own
        mark.format = form  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        mark.cursor = QTextCursor(self.document().findBlockByNumber(line))  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        return mark
