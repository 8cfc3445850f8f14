"""Protokollsutdrag: which §§, for whom, one file or one for each; and what has been sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from nämnd.core import paragrafer
from nämnd.core.errors import NämndError
from nämnd.core.swedish import counted, listed
from nämnd.documents.protokoll.draft import is_justerad
from nämnd.documents.protokoll.marks import listed as marked
from nämnd.documents.protokoll.marks import span, title
from nämnd.error_messages import message_for
from nämnd.justering.errors import NotNow, NotNowError
from nämnd.justering.kept_text import as_justerat
from nämnd.paket.errors import NothingHandledError
from nämnd.paket.paper_kinds import UTDRAG_MAIL, UTDRAG_PDF, UTDRAG_WORD, Kind
from nämnd.paket.utdrag import Utdrag, for_each
from ui.desk import Desk
from ui.sammanträde.expediering import SentTable
from ui.sammanträde.export_kinds import Export
from ui.sammanträde.exports import export
from ui.toolkit.controls import Check, Choice
from ui.toolkit.small import Kind as ButtonKind
from ui.toolkit.small import Label, button, column, label, row
from ui.toolkit.ticked_list import TickedList

if TYPE_CHECKING:
    from nämnd.protokoll.values import ParagrafRow, Protokoll

_EACH, _ONE = "each", "one"
_LEAST_ROWS, _MOST_ROWS = 3, 10  # of the list, seen at once


def choose_utdrag(
    desk: Desk, parent: QWidget, sammanträde_id: str, kind: Kind = UTDRAG_PDF
) -> UtdragDialog | None:
    """Open the dialog, with all justerade §§ that go to somebody chosen, and the form of `kind`.

    None when it can't be made; the user has then been told why.
    """
    desk.editor.flush()
    try:
        found = desk.store.ask(lambda session: as_justerat(session, sammanträde_id))
    except NämndError as error:  # the sammanträde is gone
        desk.messages.error(message_for(error))
        return None
    if not found.paragrafer:
        desk.messages.error(message_for(NothingHandledError("utdrag")))
        return None
    if not any(is_justerad(found, one) for one in found.paragrafer):
        desk.messages.error(message_for(NotNowError(NotNow.NO_UTDRAG, span(found))))
        return None
    dialog = UtdragDialog(desk, parent, found, kind)
    dialog.open()
    return dialog


class UtdragDialog(QDialog):
    """The §§ to tick off with space, who gets them, and how many files that makes."""

    def __init__(self, desk: Desk, parent: QWidget, found: Protokoll, kind: Kind) -> None:
        """Show every § that is justerad, and what has been sent already."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._protokoll, self._parent = desk, found, parent
        self.setWindowTitle("Protokollsutdrag")
        self.list = TickedList(desk.theme, "Paragrafer i utdraget")
        self.all, self.none = button("Markera &alla"), button("Avmarkera a&lla")
        self.recipients = label("", Label.MUTED, wrap=True)
        theme = desk.theme
        self.files: Choice[str] = Choice(theme)
        self.till = QLineEdit()
        self.form: Choice[Kind] = Choice(theme, ((UTDRAG_PDF, "PDF"), (UTDRAG_WORD, "Word")))
        self.mail = Check(theme, "Skapa också ett &brevutkast med varje utdrag")
        self.left_out = label(_not_justerat(found), Label.MUTED, wrap=True)
        self.log = SentTable(desk)
        self.close_first, self.make = button("Avbryt"), button("", ButtonKind.PRIMARY)
        self._fill(kind)
        self._build()
        self._connect()
        self._show()
        self.list.setFocus()

    @property
    def utdrag(self) -> tuple[Utdrag, ...]:
        """Return what is chosen now: none when no § is."""
        ids = self.list.chosen
        if self.files.value() == _EACH:
            return for_each(self._protokoll, ids)
        return (Utdrag(ids, self.till.text().strip() or None),) if ids else ()

    def _fill(self, kind: Kind) -> None:
        for one in filter(partial(is_justerad, self._protokoll), self._protokoll.paragrafer):
            self.list.add(one.id, _line(self._protokoll, one), on=bool(one.expedieringar))
        self.form.choose(kind)

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        self.list.show_rows(_LEAST_ROWS, _MOST_ROWS)
        self.till.setPlaceholderText("till exempel en region eller en förvaltning")
        self.make.setDefault(True)
        fields = (("&Filer", self.files), ("&Till", self.till), ("F&ormat", self.form))
        layout = QVBoxLayout(self)
        margin = theme.px(20)
        layout.setContentsMargins(margin, margin, margin, margin)
        head = label("&Paragrafer", Label.LABEL)
        head.setBuddy(self.list)
        layout.addLayout(column(head, self.list.frame, spacing=theme.px(4)))
        layout.addLayout(row(self.all, self.none, None, spacing=gap))
        layout.addWidget(self.left_out)
        layout.addWidget(self.recipients)
        for text, widget in fields:
            layout.addLayout(column(_named(text, widget), widget, spacing=theme.px(4)))
        layout.addWidget(self.mail)
        layout.addWidget(self.log.card)
        layout.addLayout(row(None, self.close_first, self.make, spacing=gap))
        layout.setSpacing(theme.px(12))
        self.setMinimumWidth(theme.px(620))
        self.left_out.setVisible(bool(self.left_out.text()))
        self.log.show_sent(self._protokoll.sammanträde.id)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._show)
        self.all.clicked.connect(lambda: self.list.set_all(on=True))
        self.none.clicked.connect(lambda: self.list.set_all(on=False))
        self.files.currentIndexChanged.connect(self._show)
        self.close_first.clicked.connect(self.reject)
        self.make.clicked.connect(self._make)

    def _show(self) -> None:
        """Say who gets what, and offer what can be made of it."""
        ids = self.list.chosen
        each = for_each(self._protokoll, ids)
        self.recipients.setText(_told(self._protokoll, each))
        many = f"En fil till varje mottagare ({len(each)})"
        one = (_ONE, "En fil med alla valda paragrafer")
        self.files.offer(((_EACH, many), one) if each else (one,))
        if self.files.value() is None:
            self.files.choose(_EACH if each else _ONE)
        self.till.setEnabled(self.files.value() == _ONE)
        made = len(self.utdrag)
        self.make.setText("&Skapa utdraget" if made < 2 else f"&Skapa {made} utdrag")  # noqa: PLR2004 - several
        self.make.setEnabled(made > 0)

    def _make(self) -> None:
        kind, key = self.form.value() or UTDRAG_PDF, self._protokoll.sammanträde.id
        chosen = self.utdrag
        mail = (UTDRAG_MAIL,) if self.mail.isChecked() else ()
        self.accept()
        export(self._desk, self._parent, key, Export("", kind, mail), chosen)


def _named(text: str, widget: QWidget) -> QWidget:
    made = label(text, Label.LABEL)
    made.setBuddy(widget)
    widget.setAccessibleName(text.replace("&", ""))
    return made


def _line(found: Protokoll, one: ParagrafRow) -> str:
    to = listed(dict.fromkeys(each.till for each in one.expedieringar))
    return f"{title(found, one)}  →  {to}" if to else title(found, one)


def _told(found: Protokoll, each: tuple[Utdrag, ...]) -> str:
    """Return «2 mottagare: Region Norr (§ 60) och Region Syd (§§ 61–62)»."""
    if not each:
        return "De valda paragraferna expedieras inte till någon."
    numbers = {one.id: one.nummer for one in found.paragrafer}
    names = [
        f"{one.till} ({marked(paragrafer.of(numbers[key] for key in one.paragraf_ids))})"
        for one in each
    ]
    return f"{counted(len(each), 'mottagare', 'mottagare')}: {listed(names)}."


def _not_justerat(found: Protokoll) -> str:
    rows = [one for one in found.paragrafer if not is_justerad(found, one)]
    if not rows:
        return ""
    are = "är inte justerad" if len(rows) == 1 else "är inte justerade"
    which = marked(paragrafer.of(one.nummer for one in rows))
    return f"{which} {are} än. Utdrag görs bara av det som är justerat."
