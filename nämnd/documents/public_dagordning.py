"""The dagordning for everybody: without the punkter and bilagor that are not published."""

from collections.abc import Collection
from dataclasses import replace

from nämnd.documents.content import Document, Note, text
from nämnd.documents.dagordning import build_dagordning
from nämnd.documents.parts import Sender
from nämnd.sammanträde.dagordning import BilagaRow, Dagordning, PunktRow

KIND = "Offentliga handlingar"
WITHHELD = "Publiceras inte"
_ABOUT = (
    "Det här är den offentliga versionen av handlingarna. Det som inte publiceras är borttaget "
    "och märkt [maskerat]. Originalen finns hos nämnden."
)


def build_public_dagordning(
    sender: Sender,
    dagordning: Dagordning,
    withheld: Collection[str],
    *,
    linked: bool = False,
) -> Document:
    """Return the dagordning without what is in `withheld` (ids of punkter and bilagor).

    `linked`: beteckningar are links, for the front of a public utskick.
    """
    public = public_dagordning(dagordning, withheld)
    made = build_dagordning(sender, public, linked=linked)
    title, *rest = made.blocks
    return replace(
        made,
        title=f"{KIND}, {dagordning.sammanträde.day_text}, {sender.nämnd.namn}",
        head=replace(made.head, kind=KIND),
        blocks=(title, Note(text(_ABOUT)), *rest),
        subject=KIND,
    )


def public_dagordning(dagordning: Dagordning, withheld: Collection[str]) -> Dagordning:
    """Return a dagordning of which only the numbers are left of what is withheld."""
    return replace(dagordning, punkter=tuple(_punkt(one, withheld) for one in dagordning.punkter))


def _punkt(punkt: PunktRow, withheld: Collection[str]) -> PunktRow:
    if punkt.id not in withheld:
        return replace(punkt, bilagor=tuple(_bilaga(one, withheld) for one in punkt.bilagor))
    return replace(
        punkt,
        rubrik=WITHHELD,
        grupp=None,
        sammanfattning="",
        föredragande=None,
        dnr=None,
        ärende_rubrik=None,
        utgår=None,
        underpunkter=(),
        förslag=(),
        missivförslag=(),
        bilagor=(),
    )


def _bilaga(bilaga: BilagaRow, withheld: Collection[str]) -> BilagaRow:
    if bilaga.id not in withheld:
        return bilaga
    return replace(bilaga, rubrik=WITHHELD, anmärkning=None, fil=None)
