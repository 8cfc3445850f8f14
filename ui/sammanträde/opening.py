"""Opens the file of a bilaga in the program the computer has for it: a copy that can't be changed.

Only documents are opened, never what the computer would run.
"""

import stat
from pathlib import Path

from PySide6.QtCore import QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name, shown_name, suffix_of
from nämnd.sammanträde.dagordning import BilagaRow

OPENED = frozenset(
    {
        *(".pdf", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".csv"),
        *(".ppt", ".pptx", ".odp", ".txt", ".md"),
        *(".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp"),
    }
)


class Opener:
    """Keeps the copies until the program ends."""

    def __init__(self, files: FileStore) -> None:
        """Copy out of `files`; nothing is copied yet."""
        self._files = files
        self._folder: QTemporaryDir | None = None

    def open(self, bilaga: BilagaRow) -> str:
        """Open the file; return «», or why it is not opened.

        Raises:
            FileMissingError, FileDamagedError: the store does not have it whole.
        """
        if bilaga.fil is None:
            return f"Bilaga {bilaga.beteckning} har ingen fil än."
        name = shown_name(bilaga.fil.filnamn)
        if suffix_of(bilaga.fil.filnamn) not in OPENED:
            return (
                f"«{name}» öppnas inte härifrån: det är inte säkert att det är ett dokument. "
                "Spara en kopia och öppna den själv om du litar på filen."
            )
        path = self._copy(bilaga)
        if path is None:
            return "Det gick inte att lägga en tillfällig kopia på datorn. Är disken full?"
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            return ""
        return f"Datorn har inget program som öppnar «{name}»."

    def _copy(self, bilaga: BilagaRow) -> Path | None:
        assert bilaga.fil is not None  # noqa: S101 - asked just before
        data = self._files.read(bilaga.fil.sha256, bilaga.fil.filnamn)
        self._folder = self._folder or QTemporaryDir()
        suffix = suffix_of(bilaga.fil.filnamn)
        title = safe_name(f"{bilaga.beteckning} {bilaga.rubrik}", suffix)
        folder = Path(self._folder.path()) / bilaga.fil.sha256[:12]
        path = folder / title
        try:
            folder.mkdir(exist_ok=True)
            if not path.exists():
                path.write_bytes(data)
                path.chmod(stat.S_IREAD)
        except OSError:
            return None
        return path
