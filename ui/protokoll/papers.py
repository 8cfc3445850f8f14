"""The papers of a protokoll as they are drawn beside it."""

from nämnd.documents.content import Document
from nämnd.organisation.queries import Called
from nämnd.paket.papers import Papers, document, is_utkast
from nämnd.paket.utdrag import Utdrag, for_each
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Dagordning
from ui.desk import Desk

PAPERS = (
    ("protokoll", "Protokoll"),
    ("snabbprotokoll", "Snabbprotokoll"),
    ("utdrag", "Utdrag av paragrafen"),
    ("klubblista", "Klubblista"),
    ("deltagarlista", "Deltagarlista"),
)


def papers_of(desk: Desk, protokoll: Protokoll) -> Papers:
    """Return what the papers of a protokoll are made from, with the logo when it is there."""
    logo = protokoll.nämnd.logotyp
    there = logo is not None and desk.files.has(logo)
    return Papers(
        nämnd=protokoll.nämnd,
        dagordning=Dagordning(protokoll.sammanträde, protokoll.punkter),
        called=Called((), (), ()),
        sent=(),
        logo=desk.files.read(logo, "") if logo and there else None,
        protokoll=protokoll,
    )


def drawn(papers: Papers, what: str, paragraf_id: str | None) -> tuple[Document, bool]:
    """Return a paper by its name in `PAPERS`, and whether it is an utkast.

    Raises:
        NothingHandledError: no § is handled yet.
    """
    utdrag = Utdrag((paragraf_id,)) if what == "utdrag" and paragraf_id else None
    return document(papers, what, utdrag), is_utkast(papers, what, utdrag)


def utdrag_of(protokoll: Protokoll, ids: tuple[str, ...]) -> tuple[Utdrag, ...]:
    """Return the utdrag to make of some §§: one for each who gets them, or one for nobody."""
    return for_each(protokoll, ids) or ((Utdrag(ids),) if ids else ())
