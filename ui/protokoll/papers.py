"""The papers of a protokoll, and from whom they come."""

from nämnd.documents.content import Document
from nämnd.documents.klubblista import build_klubblista
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll import build_protokoll
from nämnd.protokoll.values import Protokoll
from ui.desk import Desk

PAPERS = (("protokoll", "Protokoll"), ("klubblista", "Klubblista"))


def sender_of(desk: Desk, protokoll: Protokoll) -> Sender:
    """Return who sends the papers of a protokoll, with the logo when its file is there."""
    logo = protokoll.nämnd.logotyp
    there = logo is not None and desk.files.has(logo)
    return Sender(protokoll.nämnd, desk.files.read(logo, "") if logo and there else None)


def build(what: str, sender: Sender, protokoll: Protokoll, _paragraf_id: str | None) -> Document:
    """Return a paper by its name in `PAPERS`."""
    if what == "klubblista":
        return build_klubblista(sender, protokoll)
    return build_protokoll(sender, protokoll)
