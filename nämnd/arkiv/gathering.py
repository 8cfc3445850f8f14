"""Finds everything that the archive folder of a sammanträde is to hold, and what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.anslag.values import AnslagLäge
from nämnd.arkiv.errors import NotArchivableError
from nämnd.arkiv.lost import without_lost
from nämnd.arkiv.order import ArkivOrder, Drawn, Kept
from nämnd.arkiv.queries import holds_secrets
from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name, shown_name
from nämnd.core import paragrafer
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll import build_protokoll
from nämnd.documents.protokoll.draft import justerade
from nämnd.documents.protokoll.marks import listed, span
from nämnd.documents.protokoll.rättelse import build_rättelse
from nämnd.justering.kept_text import as_justerat
from nämnd.justering.queries import frozen_protokoll, justering_views
from nämnd.justering.values import JusteringView, Sätt
from nämnd.logg.queries import head
from nämnd.logg.values import LogHead
from nämnd.paket.anslag import announced_paper, gather_announced
from nämnd.paket.papers import Papers, gather
from nämnd.paket.soffice import find_soffice
from nämnd.protokoll.frozen import of_set
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import BilagaRow, SammanträdeRow
from nämnd.store import Store
from nämnd.tables import Utgåva
from nämnd.utbyte.export import Export, build

PROTOKOLL, PUBLIC, ANSLAG = "Protokoll", "Offentlig version", "Anslag"
SENT, BILAGOR, UTDRAG, JUSTERING = "Kallelse och utskick", "Bilagor", "Utdrag", "Justering"
_FOLDERS = {
    PROTOKOLL: "protokoll",
    PUBLIC: "offentligt",
    ANSLAG: "anslag",
    SENT: "utskick",
    BILAGOR: "bilagor",
    UTDRAG: "utdrag",
    JUSTERING: "justering",
}
_UTGÅVOR = {
    "kallelse": SENT,
    "utskick": SENT,
    "tilläggslista": SENT,
    "protokoll offentligt": PUBLIC,
    "utskick offentligt": PUBLIC,
    "utdrag": UTDRAG,
}
_NEWEST_ONLY = frozenset({"protokoll offentligt", "utskick offentligt"})
_OFFICE = frozenset({".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx"})
_DONE = (AnslagLäge.LAGA_KRAFT, AnslagLäge.NOT_DEMANDED)
_PICTURES = (
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"\xff\xd8\xff", ".jpg"),
    (b"II*\x00", ".tif"),
    (b"MM\x00*", ".tif"),
)
_MAGIC = 8  # bytes
_ON_PAPER = "papper"
_WAYS: dict[Sätt, str] = {
    "papper": "underskrift på papper",
    "godkännande": "godkännande",
    "elektronisk underskrift": "elektronisk underskrift",
}


@dataclass(frozen=True, slots=True)
class _Sent:
    """A kept utgåva."""

    dokument: str
    sha256: str
    filnamn: str
    skapad: str


@dataclass(frozen=True, slots=True)
class _Set:
    """A justerad set of §§ and what it said."""

    view: JusteringView
    text: Protokoll


@dataclass(slots=True)
class _Gathered:
    """What has been found, under names that are each used once."""

    files: FileStore
    items: list[Drawn | Kept] = field(default_factory=list[Drawn | Kept])
    saknas: list[str] = field(default_factory=list[str])
    taken: set[str] = field(default_factory=set[str])

    def path(self, grupp: str, stem: str, suffix: str) -> str:
        """Return a path that no other file has."""
        name, number = safe_name(stem, suffix), 1
        while f"{_FOLDERS[grupp]}/{name}".casefold() in self.taken:
            number += 1
            name = safe_name(f"{stem} {number}", suffix)
        self.taken.add(f"{_FOLDERS[grupp]}/{name}".casefold())
        return f"{_FOLDERS[grupp]}/{name}"

    def keep(self, grupp: str, sha256: str, name: str, rubrik: str, **more: object) -> None:
        """Put in a kept file, or note that it is gone."""
        if not self.files.has(sha256):
            self.saknas.append(f"{rubrik}: filen finns inte längre i programmets filarkiv")
            return
        shown = PurePosixPath(name)
        path = self.path(grupp, shown.stem, shown.suffix)
        source = self.files.path_of(sha256)
        self.items.append(Kept(path, grupp, rubrik, source, sha256, **more))  # pyright: ignore[reportArgumentType] - anmärkning, office


def order_of(
    store: Store, files: FileStore, sammanträde_id: str, *, who: str, now: datetime
) -> ArkivOrder:
    """Return what the archive folder of a sammanträde is to hold.

    Raises:
        GoneError: the sammanträde is not there.
        NotArchivableError: some § is not justerad, or there is none.
    """
    papers = gather(store, files, sammanträde_id, today=now.date(), protokoll=True)
    whole, sets, sent, logg, secret = store.ask(lambda session: _ask(session, sammanträde_id))
    _refuse_unfinished(whole)
    found = _gathered(store, files, papers, sets, sent, now)
    data = _data(found, store, papers.dagordning.sammanträde)
    day, body = papers.dagordning.sammanträde.day_text, papers.nämnd
    return ArkivOrder(
        name=safe_name(f"Arkiv {body.kortnamn or body.namn} {day}"),
        nämnd=body.namn,
        sammanträde_id=sammanträde_id,
        dag=day,
        paragrafer=span(whole),
        av=who,
        created=now,
        logg=logg,
        items=tuple(found.items),
        data=data,
        saknas=tuple(found.saknas),
        sekretess=secret,
        soffice=find_soffice(),
    )


def _gathered(
    store: Store,
    files: FileStore,
    papers: Papers,
    sets: tuple[_Set, ...],
    sent: tuple[_Sent, ...],
    now: datetime,
) -> _Gathered:
    """Find every file, in the order of the index."""
    found = _Gathered(files)
    for one in sets:
        _put_set(found, papers.sender, one)
    _put_utgåvor(found, sent, PUBLIC)
    if not any(one.grupp == PUBLIC for one in found.items):
        found.saknas.append("Offentlig version: ingen har gjorts")
    for one in sets:
        _put_anslag(found, store, files, one, now)
    for grupp in (SENT, UTDRAG):
        _put_utgåvor(found, sent, grupp)
    for one in sets:
        _put_packages(found, one.view)
    _put_bilagor(found, papers)
    return found


def _ask(
    session: Session, sammanträde_id: str
) -> tuple[Protokoll, tuple[_Set, ...], tuple[_Sent, ...], LogHead, bool]:
    whole = as_justerat(session, sammanträde_id)
    sets = tuple(
        _Set(view, frozen_protokoll(session, view.id) or of_set(whole, view.paragrafer))
        for view in justering_views(session, sammanträde_id)
        if view.läge == "justerat"
    )
    rows = session.execute(
        select(Utgåva.dokument, Utgåva.sha256, Utgåva.filnamn, Utgåva.skapad)
        .where(Utgåva.sammanträde_id == sammanträde_id)
        .order_by(Utgåva.skapad, Utgåva.filnamn, Utgåva.id)
    )
    sent = tuple(_Sent(*row) for row in rows)
    return whole, sets, sent, head(session), holds_secrets(session, sammanträde_id)


def _refuse_unfinished(whole: Protokoll) -> None:
    done = justerade(whole)
    left = [one.nummer for one in whole.paragrafer if not done.covers(one.nummer)]
    if left or not whole.paragrafer:
        raise NotArchivableError(listed(paragrafer.of(left)))


def _put_set(found: _Gathered, sender: Sender, one: _Set) -> None:
    """Put in the file that was signed, its Word source, signed pages and rättelser."""
    view, which = one.view, listed(paragrafer.of(one.view.numbers))
    stem = f"Protokoll {one.text.sammanträde.day_text} {which}"
    document = build_protokoll(sender, one.text)
    if view.pdf is not None and found.files.has(view.pdf):
        words = _justerat(view)
        found.keep(PROTOKOLL, view.pdf, f"{stem}.pdf", f"Protokoll {which}", anmärkning=words)
    else:
        words = "Ritad vid arkiveringen: det undertecknade originalet finns inte i programmet"
        path = found.path(PROTOKOLL, stem, ".pdf")
        drawn = Drawn(path, PROTOKOLL, f"Protokoll {which}", document, ".pdf", words)
        found.items.append(drawn)
    path = found.path(PROTOKOLL, stem, ".docx")
    rubrik = f"Protokoll {which} som Word"
    found.items.append(Drawn(path, PROTOKOLL, rubrik, document, ".docx", "Källa, utan underskrift"))
    for sha256 in _scans(view):
        name = f"Underskriven sida {which}{_suffix(found.files, sha256)}"
        found.keep(PROTOKOLL, sha256, name, f"Underskrift på papper {which}", anmärkning="Skannad")
    for rättelse in view.rättelser:
        paper = build_rättelse(sender, one.text, rättelse)
        path = found.path(PROTOKOLL, f"Rättelse {rättelse.datum} § {rättelse.paragraf}", ".pdf")
        rubrik = f"Rättelse av § {rättelse.paragraf}, {rättelse.datum}"
        found.items.append(Drawn(path, PROTOKOLL, rubrik, paper, ".pdf"))


def _suffix(files: FileStore, sha256: str) -> str:
    """Return the suffix of a scanned page, by how it begins: its name is not kept."""
    if not files.has(sha256):
        return ""
    with files.path_of(sha256).open("rb") as file:
        begins = file.read(_MAGIC)
    return next((suffix for magic, suffix in _PICTURES if begins.startswith(magic)), ".pdf")


def _justerat(view: JusteringView) -> str:
    """Return who has approved or signed it, and when: in fifty years the index alone may do."""
    names = {one.person_id: f"{one.namn}, {one.roll}" for one in view.signers}
    given = [
        f"{names.get(one.person_id, one.roll)} ({_WAYS[one.sätt]} {one.datum})"
        for one in view.underskrifter
    ]
    said = f"Originalet, justerat {view.datum}" if view.datum else "Originalet"
    return f"{said}: {'; '.join(given)}" if given else said


def _scans(view: JusteringView) -> Iterator[str]:
    """Yield each scanned page once: one page may hold the names of several."""
    on_paper = (one.bevis for one in view.underskrifter if one.sätt == _ON_PAPER and one.bevis)
    yield from dict.fromkeys(on_paper)


def _put_anslag(found: _Gathered, store: Store, files: FileStore, one: _Set, now: datetime) -> None:
    announced = gather_announced(store, files, one.view.id)
    if not announced.matter.view.boards:
        return
    paper = announced_paper(announced, "anslagsbevis", today=now.date())
    which = listed(paragrafer.of(one.view.numbers))
    if announced.matter.view.läge(now.date()) not in _DONE:
        found.saknas.append(f"Laga kraft {which}: inte bekräftad än")
    path = found.path(ANSLAG, f"Anslagsbevis {which}", ".pdf")
    found.items.append(Drawn(path, ANSLAG, f"Anslagsbevis {which}", paper, ".pdf"))


def _put_utgåvor(found: _Gathered, sent: tuple[_Sent, ...], grupp: str) -> None:
    rows = [one for one in sent if _UTGÅVOR.get(one.dokument) == grupp]
    newest = {one.dokument: one.skapad for one in rows}
    for one in rows:
        if one.dokument in _NEWEST_ONLY and newest[one.dokument] != one.skapad:
            continue
        words = f"Skapad {one.skapad[:16].replace('T', ' ')}"
        found.keep(grupp, one.sha256, one.filnamn, one.filnamn, anmärkning=words)


def _put_packages(found: _Gathered, view: JusteringView) -> None:
    for one in view.paket:
        words = f"Skickad för justering {one.skapat[:16].replace('T', ' ')}"
        more = ", krypterad: går bara att läsa med lösenordet" if one.krypterat else ", zip-fil"
        found.keep(JUSTERING, one.fil, one.filnamn, one.filnamn, anmärkning=words + more)


def _data(found: _Gathered, store: Store, head: SammanträdeRow) -> Export:
    whole = build(store, found.files, head.nämnd_id, head.id)
    export, lost = without_lost(whole, found.files)
    found.saknas += [f"Data: filen {shown_name(one)} finns inte längre" for one in lost]
    return export


def _put_bilagor(found: _Gathered, papers: Papers) -> None:
    for punkt in papers.dagordning.punkter:
        for bilaga in punkt.bilagor:
            _put_bilaga(found, bilaga)


def _put_bilaga(found: _Gathered, bilaga: BilagaRow) -> None:
    rubrik = f"{bilaga.beteckning} {bilaga.rubrik}".strip()
    if bilaga.fil is None:
        found.saknas.append(f"Bilaga {rubrik}: ingen fil är bifogad")
        return
    suffix = PurePosixPath(bilaga.fil.filnamn).suffix.lower()
    name = f"{rubrik}{suffix}"
    office = suffix in _OFFICE
    found.keep(BILAGOR, bilaga.fil.sha256, name, rubrik, anmärkning="Original", office=office)
