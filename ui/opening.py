"""Opens a kept file in the program the computer has for it: a copy that can't be changed.

Only documents are opened, never what the computer would run.
"""

import stat
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name, shown_name, suffix_of

OPENED = frozenset(
    {
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv"),
        *(".ppt", ".pptx", ".odp", ".txt", ".md", ".eml", ".msg"),
        *(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"),
    }
)


class Opener:
    """Keeps the copies until the program ends."""

    def __init__(self, files: FileStore) -> None:
        """Copy out of `files`; nothing is copied yet."""
        self._files = files
        self._folder: QTemporaryDir | None = None

    def open(self, sha256: str, filename: str, title: str) -> str:
        """Open the file; return «», or why it is not opened. `title`: what the copy is called.

        Raises:
            FileMissingError, FileDamagedError: the store does not have it whole.
        """
        name, suffix = shown_name(filename), suffix_of(filename)
        if suffix not in OPENED:
            return (
                f"«{name}» öppnas inte härifrån: det är inte säkert att det är ett dokument. "
                "Spara en kopia och öppna den själv om du litar på filen."
            )
        path = self._copy(self._files.read(sha256, filename), sha256, safe_name(title, suffix))
        if path is None:
            return "Det gick inte att lägga en tillfällig kopia på datorn. Är disken full?"
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return ""
        return f"Datorn har inget program som öppnar «{name}»."

    def _copy(self, data: bytes, sha256: str, name: str) -> Path | None:
        self._folder = self._folder or QTemporaryDir()
        folder = Path(self._folder.path()) / sha256[:12]
        path = folder / name
        try:
            folder.mkdir(exist_ok=True)
            if not path.exists():
                path.write_bytes(data)
                path.chmod(stat.S_IREAD)
        except OSError:
            return None
        return path
