"""The certificates that are believed: whose each is, until when, and how that came to be."""

import ssl
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nämnd.core.disk import reason
from nämnd.core.errors import FileUnreadableError, NämndError
from nämnd.error_messages import message_for
from nämnd.justering.commands import RemoveCertificate, TrustCertificate
from nämnd.justering.queries import known_certificates
from nämnd.justering.values import CertifikatRow
from ui.desk import Desk
from ui.toolkit.chips import in_card
from ui.toolkit.controls import Choice
from ui.toolkit.messages import Kinds
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.table import Column, RowTable

_FILES: Kinds = (("Certifikat", "*.cer *.crt *.pem *.der"),)
_MOST = 1 << 20  # bytes; a certificate is a few thousand
_WHAT = (
    "Ett svar som är undertecknat med ett av de här certifikaten tas emot utan kod. Certifikat "
    "kommer hit när någon svarar med både kod och certifikat, eller när du lägger till dem. Det "
    "som redan är undertecknat påverkas inte om du tar bort ett."
)
_HOW = {"kod": "kom med ett svar som hade rätt kod", "för hand": "tillagt för hand"}


class CertificatesDialog(QDialog):
    """The list, and adding and removing.

    Attributes:
        table: the certificates.
        whose: who a new one is said to be; None: an issuer's.
        add, remove: what can be done.
    """

    def __init__(self, desk: Desk, parent: QWidget, people: Iterable[tuple[str, str]]) -> None:
        """Show them. `people`: id and name of those a new one may be said to be."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Betrodda certifikat")
        self._desk, self._names = desk, dict(people)
        self.table: RowTable[CertifikatRow] = RowTable(
            desk.theme,
            self._columns(),
            lambda one: one.id,
            name="Betrodda certifikat",
            empty="Inga certifikat än.",
        )
        self.whose: Choice[str | None] = Choice(
            desk.theme, (*self._names.items(), (None, "en utfärdare"))
        )
        self.whose.choose(next(iter(self._names), None))
        self.whose.setAccessibleName("Vems certifikatet är")
        self.add = button("&Lägg till från fil …")
        self.remove = button("Ta &bort det valda", Kind.DANGER)
        self._build()
        self._show()
        self.open()

    def _columns(self) -> tuple[Column[CertifikatRow], ...]:
        return (
            Column("Vems", self._whose, self._whose, width=24, strong=True),
            Column("Namn i certifikatet", lambda one: one.namn, lambda one: one.namn),
            Column("Gäller till", lambda one: one.giltigt_till[:10], lambda one: one.giltigt_till),
            Column("Hur", lambda one: _HOW.get(one.hur, one.hur), lambda one: one.hur),
            Column("Fingeravtryck", _print, _print, width=20),
        )

    def _whose(self, one: CertifikatRow) -> str:
        if one.person_id is None:
            return "utfärdare"
        return self._names.get(one.person_id, one.namn)

    def _build(self) -> None:
        theme = self._desk.theme
        close = button("Stäng")
        close.clicked.connect(self.reject)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.chosen.connect(self._enable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.setSpacing(theme.px(10))
        layout.addWidget(label(_WHAT, Label.MUTED, wrap=True))
        layout.addWidget(in_card(theme, self.table), 1)
        new = row(self.whose, self.add, None, self.remove, close, spacing=theme.px(8))
        layout.addLayout(new)
        self.resize(theme.px(860), theme.px(400))

    def _show(self) -> None:
        self.table.show_rows(self._desk.store.ask(known_certificates))
        self._enable()

    def _enable(self) -> None:
        self.remove.setEnabled(self.table.current() is not None)

    def _add(self) -> None:
        path = self._desk.messages.open_file("Välj certifikat", _FILES)
        if path is None:
            return
        try:
            der = _der(path)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        command = TrustCertificate(person_id=self.whose.value(), der=der, when=self._desk.when)
        self._desk.editor.do(command, "lita på ett certifikat")
        self._show()

    def _remove(self) -> None:
        chosen = self.table.current()
        if chosen is not None:
            command = RemoveCertificate(certifikat_id=chosen.id)
            self._desk.editor.do(command, "ta bort ett certifikat")
            self._show()


def _print(one: CertifikatRow) -> str:
    return f"{one.fingeravtryck[:16]}…"


def _der(path: Path) -> bytes:
    """Return what a file holds as DER; what is no certificate is refused by the command."""
    try:
        with path.open("rb") as file:
            data = file.read(_MOST)
    except OSError as error:
        raise FileUnreadableError(path, reason(error)) from error
    if data.lstrip().startswith(b"-----BEGIN"):
        try:
            return ssl.PEM_cert_to_DER_cert(data.decode("ascii").strip())
        except ValueError:
            return data
    return data
