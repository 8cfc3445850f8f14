"""The logo of the nämnd: shown as it is printed, chosen from a file, removed."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from nämnd.core.errors import NämndError
from nämnd.documents.errors import LogoTooLargeError
from nämnd.documents.logo import Logo, check_logo, usable_logo
from nämnd.error_messages import message_for
from ui.desk import Desk
from ui.toolkit.small import Kind, Label, button, column, label, row

_PICTURES = (("Bild", "*.png *.jpg *.jpeg"),)
_MOST_BYTES = 30_000_000  # a film chosen by mistake is not copied in first
_WIDE, _HIGH = 240, 56  # the design's pixels


class LogoField(QWidget):
    """A picture and two buttons. `save` keeps the checksum of the file, or None."""

    def __init__(self, desk: Desk, save: Callable[[str | None], object]) -> None:
        """Show no logo yet."""
        super().__init__()
        self._desk, self._save = desk, save
        self._shown: str | None = None
        theme = desk.theme
        self.picture = QLabel()
        self.picture.setObjectName("logo")
        self.picture.setAccessibleName("Nämndens logotyp")
        self.picture.hide()
        self.problem = label("", Label.PROBLEM, wrap=True)
        self.problem.hide()
        self.choose = button("Välj &logotyp …")
        self.remove = button("Ta bort logotypen", Kind.LINK)
        self.remove.hide()
        caption = label("Logotyp, överst på varje handling", Label.LABEL)
        buttons = row(self.choose, self.remove, None, spacing=theme.px(10))
        parts = (caption, self.picture, self.problem, buttons)
        self.setLayout(column(*parts, spacing=theme.px(6)))
        self.choose.clicked.connect(self._choose)
        self.remove.clicked.connect(lambda: self._save(None))

    def show_logo(self, sha256: str | None) -> None:
        """Show the logo with that checksum."""
        if sha256 == self._shown:
            return
        self._shown = sha256
        logo = self._read(sha256)
        if logo is not None:
            self.picture.setPixmap(self._scaled(logo))
        self.picture.setVisible(logo is not None)
        missing = sha256 is not None and logo is None
        self.problem.setText("Bilden går inte att visa. Välj den på nytt." if missing else "")
        self.problem.setVisible(missing)
        self.remove.setVisible(sha256 is not None)
        self.choose.setText("Byt &logotyp …" if sha256 else "Välj &logotyp …")

    def _read(self, sha256: str | None) -> Logo | None:
        if sha256 is None:
            return None
        try:
            return usable_logo(self._desk.files.read(sha256, "logotypen"))
        except NämndError:
            return None

    def _scaled(self, logo: Logo) -> QPixmap:
        kind = QImage.Format.Format_RGB888
        image = QImage(logo.rgb, logo.width, logo.height, 3 * logo.width, kind)
        ratio, theme = self.devicePixelRatioF(), self._desk.theme
        high = min(theme.px(_HIGH), round(theme.px(_WIDE) * logo.height / logo.width))
        picture = QPixmap.fromImage(image).scaledToHeight(
            max(1, round(high * ratio)), Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        return picture

    def _choose(self) -> None:
        path = self._desk.messages.open_file("Välj logotyp", _PICTURES)
        if path is None:
            return
        try:
            sha256 = self._keep(path)
        except NämndError as error:
            self._desk.messages.error(message_for(error))
            return
        self._save(sha256)

    def _keep(self, path: Path) -> str:
        if path.is_file() and path.stat().st_size > _MOST_BYTES:
            raise LogoTooLargeError(0, 0)
        kept = self._desk.files.keep(path)
        check_logo(self._desk.files.read(kept.sha256, kept.name))
        return kept.sha256
