"""The dagordning: the form of Södra regionvårdsnämnden's own, 2019-11-22."""

from nämnd.documents.content import Document, Heading
from nämnd.documents.parts import (
    Sender,
    letterhead,
    notices,
    punkt_blocks,
    signatures,
    time_and_place,
)
from nämnd.sammanträde.dagordning import Dagordning


def build_dagordning(sender: Sender, dagordning: Dagordning, *, linked: bool = False) -> Document:
    """Return the dagordning. `linked`: beteckningar are links, for the front of an utskick."""
    head = dagordning.sammanträde
    return Document(
        title=f"Dagordning {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, "Dagordning", head),
        blocks=(
            Heading(f"Sammanträde {sender.nämnd.namn}", 1),
            time_and_place(head),
            *notices(head),
            *punkt_blocks(dagordning.punkter, level=2, linked=linked),
            *signatures(head),
        ),
        author=sender.nämnd.namn,
        subject="Dagordning",
    )
