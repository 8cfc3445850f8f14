"""A rättelse as a PDF of its own."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from nämnd.core.errors import NämndError
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll import build_rättelse
from nämnd.error_messages import message_for
from nämnd.justering.values import RättelseRow
from nämnd.paket.justering.sending import draw
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk
from ui.justering.saving import PDF, write_bytes


def save_rättelse(desk: Desk, parent: QWidget, protokoll: Protokoll, row: RättelseRow) -> None:
    """Ask where, draw the paper and save it there."""
    name = f"Rättelse {protokoll.sammanträde.day_text} § {row.paragraf}.pdf"
    target = desk.messages.save_file("Spara rättelsen", name, PDF)
    if target is None:
        return
    logo = protokoll.nämnd.logotyp
    picture = desk.files.read(logo, "") if logo and desk.files.has(logo) else None
    paper = build_rättelse(Sender(protokoll.nämnd, picture), protokoll, row)

    def drawn(data: bytes) -> None:
        _write(desk, target, data)

    work = desk.heavy.run(draw, paper, desk.clock())
    desk.jobs.run(work, parent, drawn, label=f"Skapar {target.name}")


def _write(desk: Desk, target: Path, data: bytes) -> None:
    try:
        write_bytes(target, data)
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    desk.editor.note_export(f"spara {target.name}")
    desk.messages.notice(f"{target.name} är sparad.")
