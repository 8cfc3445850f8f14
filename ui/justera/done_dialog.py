"""What is left when the answer is saved: to send it, and to keep a new certificate safe."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nämnd.bilaga.names import safe_name, shown_name
from nämnd.core.errors import NämndError
from nämnd.justeringsfil.values import Manifest
from ui.justera import words
from ui.justera.answering import Made, copy_certificate
from ui.justera.certificate_fields import KINDS
from ui.justera.tools import Tools
from ui.toolkit.small import Kind, Label, button, label, line, row

_WIDE = 520  # of the design's pixels


class DoneDialog(QDialog):
    """Says that the answer is saved, where, and how it gets to the secretary."""

    def __init__(
        self,
        tools: Tools,
        parent: QWidget,
        manifest: Manifest,
        made: Made,
        mail: Callable[[], bool],
    ) -> None:
        """Open over `parent`. `mail` makes the mail draft and says whether it was made."""
        super().__init__(parent)
        self._tools, self._made, self._mail = tools, made, mail
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Svaret är sparat")
        self.setMinimumWidth(tools.theme.px(_WIDE))
        self.mail = button("&Gör ett e-postutkast", Kind.PRIMARY)
        self.folder = button("&Visa mappen")
        self.close_button = button("&Stäng")
        self.backup = button("Spara en &kopia av certifikatet …")
        self.said = label(self._text(manifest), wrap=True)
        self._lay_out()
        self.mail.setDefault(True)
        self.mail.clicked.connect(self._make_mail)
        self.folder.clicked.connect(self._show_folder)
        self.backup.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self.open()
        self._fit()
        self.mail.setFocus()

    def _text(self, manifest: Manifest) -> str:
        to = manifest.avsändare or "sekreteraren"
        return (
            f"Svaret finns i filen «{shown_name(self._made.path.name)}», i mappen "
            f"{shown_name(str(self._made.path.parent))}.\n\n"
            f"Skicka filen till {to}. Ett e-postutkast har den redan bifogad; du skickar det själv "
            "från ditt e-postprogram."
        )

    def _lay_out(self) -> None:
        theme = self._tools.theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addWidget(label(f"✓ {words.DONE[self._made.reply.slag]}", Label.TITLE, wrap=True))
        layout.addWidget(self.said)
        if self._made.new:
            layout.addWidget(line())
            kept = label(
                "Du har ett nytt certifikat på den här datorn. Utan filen, eller utan lösenordet, "
                "går det inte att skriva under med det igen. Spara gärna en kopia på ett säkert "
                "ställe.",
                wrap=True,
            )
            layout.addWidget(kept)
        layout.addLayout(row(self.backup, None, spacing=0))
        gap = theme.px(8)
        layout.addLayout(row(self.folder, None, self.close_button, self.mail, spacing=gap))
        self.backup.setVisible(self._made.new)

    def _fit(self) -> None:
        """Be as high as the words need; Qt's own guess is too low when the text is large."""
        layout = self.layout()
        assert layout is not None  # noqa: S101 - made in `_lay_out`
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _make_mail(self) -> None:
        if self._mail():
            self.accept()

    def _show_folder(self) -> None:
        folder = self._made.path.parent
        if not self._tools.outside.show(folder):
            self._tools.messages.tell(f"Datorn öppnar inte mappen. Den heter {folder}.")

    def _copy(self) -> None:
        assert self._made.certificate is not None  # noqa: S101 - it was made with the answer
        save_copy(self._tools, self._made.certificate)


def save_copy(tools: Tools, certificate: Path) -> bool:
    """Let the user say where a copy of a certificate goes; say whether it is there."""
    name = safe_name(certificate.stem, certificate.suffix)
    target = tools.messages.save_file("Spara en kopia av certifikatet", name, KINDS)
    if target is None:
        return False
    try:
        copy_certificate(certificate, target)
    except NämndError as error:
        from nämnd.error_messages import message_for

        tools.messages.error(message_for(error))
        return False
    tools.messages.notice(f"Kopian finns i {target}.")
    return True
