"""Gathers what is printed of what is announced, for the window and the command line alike."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from sqlalchemy.orm import Session

from nämnd.anslag.errors import AnslagError, AnslagFault
from nämnd.anslag.queries import anslag_view
from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.delegation.queries import delegationsprotokoll
from nämnd.documents.anslag import Matter, build_anslag, build_anslagsbevis
from nämnd.documents.content import Document
from nämnd.documents.delegationsprotokoll import build_delegationsprotokoll
from nämnd.documents.parts import Sender
from nämnd.organisation.queries import huvudmän, nämnd_draft
from nämnd.paket.paper_file import with_logo
from nämnd.publicering.announcing import announced_rubriker
from nämnd.sammanträde.queries import dagordning
from nämnd.store import Store

What: TypeAlias = Literal["anslag", "anslagsbevis", "delegationsprotokoll"]
_MOST_SET = 40  # letters of a set of §§ in a file's name


@dataclass(frozen=True, slots=True)
class Announced:
    """What is announced, and who announces it."""

    sender: Sender
    matter: Matter


def gather_announced(store: Store, files: FileStore, key: str) -> Announced:
    """Return what is printed of a justering or a delegationsprotokoll with that id.

    Raises:
        GoneError: there is none.
    """
    sender, matter = store.ask(lambda session: _gather(session, key))
    return Announced(with_logo(sender, files), matter)


def announced_paper(announced: Announced, what: What, *, today: date) -> Document:
    """Return the notice, its proof, or the delegationsprotokoll.

    Args:
        announced: what it is made from.
        what: which paper.
        today: when the notice is to be put up, if that is not recorded.

    Raises:
        AnslagError: it is not justerat (or signed), or such a body announces nothing.
    """
    sender, matter = announced.sender, announced.matter
    if what == "delegationsprotokoll" and matter.delegation is not None:
        return build_delegationsprotokoll(sender, matter.delegation)
    if not matter.view.boards:
        raise AnslagError(AnslagFault.NOT_DEMANDED)
    if not matter.view.is_justerat:
        raise AnslagError(AnslagFault.NOT_SIGNED if matter.delegation else AnslagFault.NOT_JUSTERAT)
    if what == "anslag":
        return build_anslag(sender, matter, today)
    return build_anslagsbevis(sender, matter)


def announced_name(announced: Announced, what: What, suffix: str) -> str:
    """Return the name it is saved under: «Anslag 2026-03-27 §§ 59–74 SRVN.pdf»."""
    nämnd, matter = announced.sender.nämnd, announced.matter
    body = nämnd.kortnamn or nämnd.namn
    which = "" if what == "delegationsprotokoll" else matter.which or "delegationsbeslut"
    words = (what.capitalize(), matter.day_text, which[:_MOST_SET].rstrip(" ,"), body)
    return safe_name(" ".join(filter(None, words)), suffix)


def _gather(session: Session, key: str) -> tuple[Sender, Matter]:
    view = anslag_view(session, key)
    sammanträde, delegation = view.sammanträde_id, view.delegationsprotokoll_id
    protokoll = delegationsprotokoll(session, delegation) if delegation else None
    beslut = protokoll.beslut if protokoll else ()
    matter = Matter(
        view=view,
        huvudmän=tuple(one.namn for one in huvudmän(session, view.nämnd_id)),
        head=dagordning(session, sammanträde).sammanträde if sammanträde else None,
        delegation=protokoll,
        rubriker=announced_rubriker(session, view.nämnd_id, beslut) if beslut else {},
    )
    return Sender(nämnd_draft(session, view.nämnd_id)), matter
