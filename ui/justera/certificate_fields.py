"""What one signs with: a certificate one has, or one that is made now."""

from enum import Enum, auto
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from nämnd.bilaga.names import shown_name
from ui.justera import words
from ui.justera.answering import CertificateFile, NewCertificate
from ui.justera.tools import Tools
from ui.toolkit.fields import Field, choice_field, line_field
from ui.toolkit.inputs import ChoiceInput, LineInput
from ui.toolkit.small import Label, column, label, row

_LEAST = 8  # characters of the passphrase of a new certificate; nämnd.underskrift refuses fewer
KINDS = (("Certifikat", "*.p12 *.pfx"),)


class Other(Enum):
    """What else than a certificate that was used before."""

    NEW = auto()
    FILE = auto()


Chosen: TypeAlias = Path | Other


class CertificateFields(QWidget):
    """Which certificate, and what opens it.

    Signals:
        resized: there are more or fewer fields.
    """

    resized = Signal()

    def __init__(self, tools: Tools) -> None:
        """Propose the certificate that was used last; else one that is made now."""
        super().__init__()
        self._tools = tools
        known = [Path(one) for one in tools.kept.memory().certificates]
        self._paths = [one for one in known if one.is_file()]
        self.which: Field[ChoiceInput[Chosen]] = choice_field(
            tools.theme, "&Certifikat att skriva under med", self._options()
        )
        self.namn = line_field(tools.theme, "Ditt &namn, som det ska stå i certifikatet")
        self.passphrase = line_field(tools.theme, "&Lösenord till certifikatet")
        self.repeated = line_field(tools.theme, "Samma lösenord &igen")
        self.explained = label(words.MADE_PROVES, Label.CAPTION, wrap=True)
        self._last: Chosen = self._paths[0] if self._paths else Other.NEW
        for one in (self.passphrase, self.repeated):
            one.input.setEchoMode(QLineEdit.EchoMode.Password)
        self._lay_out()
        self.which.input.choose(self._last)
        self.which.input.typed.connect(self._choose)
        self._show()

    def propose_name(self, namn: str) -> None:
        """Propose whose the new certificate is, unless a name is written."""
        if not self.namn.input.text():
            self.namn.load(namn)

    def chosen(self, organisation: str) -> NewCertificate | CertificateFile | str:
        """Return what to sign with; or what is missing, with the caret there.

        `organisation` is written into a new certificate.
        """
        passphrase = self.passphrase.input.text()
        if isinstance(self._last, Path):
            return CertificateFile(self._last, passphrase)
        wrong = self._missing()
        if wrong is not None:
            field, text = wrong
            field.setFocus()
            return text
        return NewCertificate(self.namn.input.text().strip(), organisation, passphrase)

    def show_wrong_passphrase(self) -> None:
        """Put the caret where the passphrase is to be written again."""
        self.passphrase.setFocus()
        self.passphrase.input.selectAll()

    def _missing(self) -> tuple[Field[LineInput], str] | None:
        passphrase = self.passphrase.input.text()
        if not self.namn.input.text().strip():
            return self.namn, "Skriv ditt namn."
        if len(passphrase) < _LEAST:
            return self.passphrase, f"Välj ett lösenord med minst {_LEAST} tecken."
        if passphrase != self.repeated.input.text():
            return self.repeated, "Lösenorden är inte lika. Skriv samma lösenord två gånger."
        return None

    def _options(self) -> list[tuple[Chosen, str]]:
        used: list[tuple[Chosen, str]] = [(one, shown_name(one.stem)) for one in self._paths]
        return [
            *used,
            (Other.NEW, "Skapa ett certifikat åt mig"),
            (Other.FILE, "Välj en certifikatfil (.p12, .pfx) …"),
        ]

    def _choose(self) -> None:
        chosen = self.which.input.value()
        if chosen is Other.FILE:
            path = self._tools.messages.open_file("Välj ditt certifikat", KINDS)
            if path is None:
                self.which.input.choose(self._last)
                return
            self._paths = [path, *(one for one in self._paths if one != path)]
            self.which.input.offer(self._options())
            self.which.input.choose(path)
            chosen = path
        self._last = chosen or Other.NEW
        self._show()

    def _show(self) -> None:
        new = self._last is Other.NEW
        for part in (self.namn, self.repeated, self.explained):
            part.setVisible(new)
        text = "Välj ett &lösenord" if new else "&Lösenord till certifikatet"
        self.passphrase.label.setText(text)
        self.passphrase.input.setAccessibleName(text.replace("&", ""))
        self.resized.emit()

    def _lay_out(self) -> None:
        gap = self._tools.theme.px(10)
        both = row(self.passphrase, self.repeated, spacing=gap)
        self.setLayout(column(self.which, self.explained, self.namn, both, spacing=gap))
