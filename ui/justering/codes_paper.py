"""The one-time codes on paper, a page for each person."""

from PySide6.QtWidgets import QWidget

from nämnd.documents.justering_codes import build_codes
from nämnd.documents.parts import Sender
from nämnd.paket.papers import preview
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk

_NOT_PRINTED = (
    "Det gick inte att skriva ut. Kontrollera att skrivaren är på och ansluten, eller kopiera "
    "koderna i stället."
)


def print_codes(
    desk: Desk,
    parent: QWidget,
    protokoll: Protokoll,
    which: str,
    lines: tuple[tuple[str, str], ...],
    passphrase: str | None,
) -> None:
    """Let the user print a page for each person; `passphrase` stands on every page."""
    paper = build_codes(
        Sender(protokoll.nämnd), protokoll.sammanträde, which, lines, passphrase=passphrase
    )

    def drawn(data: bytes) -> None:
        from ui.toolkit.printing import print_pdf

        if not print_pdf(parent, data, paper.title):
            desk.messages.error(_NOT_PRINTED)

    work = desk.preview.run(preview, paper, created=desk.clock(), draft=False)
    desk.jobs.run(work, parent, drawn, label="Förbereder utskriften")
