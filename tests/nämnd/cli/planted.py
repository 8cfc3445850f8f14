"""A database with a secret word in every field that can be secret, through the real commands."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from nämnd.anslag.commands import SetAnslag
from nämnd.anslag.values import AnslagDraft
from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RegisterDelegationsbeslut,
    SignDelegationsprotokoll,
)
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.publicering.commands import SavePublicering
from nämnd.publicering.values import Sekretess as Mark
from nämnd.store import Store
from nämnd.tables import Justering, Nämnd, Punkt
from nämnd.ärende.commands import AnnulÄrende, RegisterÄrende
from nämnd.ärende.handling_commands import (
    AddVersion,
    AnnulHandling,
    NewHandling,
    RegisterHandlingar,
)
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.urval_commands import SaveUrval
from nämnd.ärende.values import (
    ExternBeteckning,
    HandlingDraft,
    Sekretess,
    SkrivelseDraft,
    Underskrift,
    ÄrendeDraft,
)
from tests.builders import a_sammanträde
from tests.nämnd.protokoll.meeting_day import Doing, a_paragraf, add_rows, justera
from tests.nämnd.publicering.published import SECRET, WORDS, Published
from tests.nämnd.register.decided import decide

DAY, TODAY = date(2026, 3, 27), date(2026, 4, 10)
WHEN = datetime(2026, 4, 10, 9, 0)  # noqa: DTZ001 - local time
OSL = "25 kap. 1 § OSL"
OPEN_BESLUT = "att fastställa budgeten"
DNR = "VNÅ 2026/0001"


@dataclass(frozen=True)
class Words:
    """What is planted: words that stand nowhere else."""

    register: tuple[str, ...]  # in the diarium: in no paper at all
    papers: tuple[str, ...]  # in §§, punkter and bilagor: in nothing that is for everybody
    unreviewed: tuple[str, ...]  # in a § that nobody has reviewed: in no list
    withheld: tuple[str, ...]  # in a § under sekretess that is published masked: in no list


_numbers = iter(range(1_000))
_ONES = "bdfghjklmnprstv"
_register: list[str] = []


def hemligt() -> str:
    """Return a new word of the register's secrets, as no other word of any paper."""
    number = next(_numbers)
    word = f"kvarnsten{_ONES[number // 15]}a{_ONES[number % 15]}o"
    _register.append(word)
    return word


def plant(store: Store, folder: Path) -> Words:
    """Fill a database; return its secrets."""
    _register.clear()
    files = FileStore(store.place.files)
    published = Published(store, files, folder)
    _set_series(store, published.nämnd)
    ärende_id = _secret_ärende(store, files, published.nämnd)
    _of_ärende(store, published.open, ärende_id)
    _annulled(store, published.nämnd)
    masked = _beslut(store, published)
    _delegation(store, published.nämnd, ärende_id)
    return Words(tuple(_register), (*WORDS, SECRET, masked), ("Ogranskadal",), ("utdöma vite",))


def _set_series(store: Store, nämnd_id: str) -> None:
    def act(session):
        session.get(Nämnd, nämnd_id).diarieserie = "VNÅ {år}/{löpnr:04d}"

    store.do(Doing(act))


def _of_ärende(store: Store, punkt_id: str, ärende_id: str) -> None:
    def act(session):
        session.get(Punkt, punkt_id).ärende_id = ärende_id

    store.do(Doing(act))


def _secret_ärende(store: Store, files: FileStore, nämnd_id: str) -> str:
    """Register an ärende in which every field is secret but its dnr and days."""
    draft = ÄrendeDraft(
        rubrik=f"Klagomål från {hemligt()}",
        öppnat=DAY,
        handläggare="Karin Sjö",
        parter=(f"Anna {hemligt()}",),
        externa_beteckningar=(ExternBeteckning("Socialstyrelsen", "12391/2018-20"),),
        gallring=hemligt(),
        väntar=hemligt(),
        dölj_rubrik=True,
        sekretess=Sekretess(f"25 kap. 1 § {hemligt()}", DAY),
    )
    new = RegisterÄrende(nämnd_id=nämnd_id, draft=draft, today=TODAY)
    store.do(new)
    handlingar = (
        _handling(files, dölj_rubrik=True, rubrik=f"Brev om {hemligt()}", från_till="Region Norr"),
        _handling(files, dölj_från_till=True, från_till=f"Bo {hemligt()}", rubrik="Journal"),
        _handling(files, rubrik="Yttrande", sekretess=Sekretess(hemligt(), DAY)),
    )
    store.do(
        RegisterHandlingar(
            ärende_id=new.ärende_id, new=handlingar, when=WHEN.isoformat(), today=TODAY
        )
    )
    first = handlingar[1].handling_id
    store.do(AnnulHandling(handling_id=first, skäl=f"Hörde till {hemligt()}", datum=TODAY))
    version = files.keep_bytes(hemligt().encode(), f"{hemligt()}.txt")
    store.do(AddVersion(handling_id=handlingar[0].handling_id, file=version, when=WHEN.isoformat()))
    _skrivelse(store, new.ärende_id)
    store.do(
        SaveUrval(
            urval_id=new_id(), nämnd_id=nämnd_id, lista="ärenden", namn=hemligt(),
            villkor={"text": hemligt()},
        )
    )  # fmt: skip
    return new.ärende_id


def _handling(files: FileStore, **facts) -> NewHandling:
    file = files.keep_bytes(f"Det gäller {hemligt()}.".encode(), f"{hemligt()}.txt")
    return NewHandling(HandlingDraft(**{"datum": DAY, **facts}), file)


def _skrivelse(store: Store, ärende_id: str) -> None:
    draft = SkrivelseDraft(
        rubrik=hemligt(),
        datum=DAY,
        till=(hemligt(),),
        förslag=(f"att avslå begäran från {hemligt()}",),
        bakgrund=f"Den klagande är {hemligt()}.",
        underskrifter=(Underskrift(hemligt()),),
    )
    store.do(SaveSkrivelse(skrivelse_id=new_id(), ärende_id=ärende_id, draft=draft))


def _annulled(store: Store, nämnd_id: str) -> None:
    draft = ÄrendeDraft(f"Fel om {hemligt()}", öppnat=DAY, dölj_rubrik=True)
    new = RegisterÄrende(nämnd_id=nämnd_id, draft=draft, today=TODAY)
    store.do(new)
    store.do(AnnulÄrende(ärende_id=new.ärende_id, skäl=f"{hemligt()} fanns redan", datum=TODAY))


def _beslut(store: Store, published: Published) -> str:
    """Decide: masked, withheld, open, under sekretess, and never reviewed; all is justerat."""
    course, personal, open_ = published.paragrafer
    decide(store, course, f"att bevilja {WORDS[0]} kursen")
    decide(store, personal, f"att godkänna: {SECRET}")
    decide(store, open_, OPEN_BESLUT)
    secret = a_paragraf(store, published.key, "Ett vitesmål")
    decide(store, secret, "att utdöma vite av Svartholmen")
    add_rows(store, Justering(sammanträde_id=published.key, läge="justerat", datum="2026-04-01"))
    published.decide_all()
    one = published.item(secret)
    store.do(
        SavePublicering(
            vad="paragraf", key=secret, val="maskerad", maskeringar=("Svartholmen",),
            granskat=one.sha256, sekretess=Mark(OSL, DAY),
        )
    )  # fmt: skip
    other = a_sammanträde(store, published.nämnd, date(2026, 2, 6))
    decide(store, a_paragraf(store, other, "Om Ogranskadal"), "att hjälpa Ogranskadal")
    justera(store, other)
    return "Svartholmen"


def _delegation(store: Store, nämnd_id: str, ärende_id: str) -> None:
    """Decide by delegation in the secret ärende, and put it up on the board."""
    draft = DelegationsbeslutDraft(
        DAY, "Ordföranden", "Yttrande", beslut="Att yttra sig.", ärende_id=ärende_id
    )
    new = RegisterDelegationsbeslut(nämnd_id=nämnd_id, draft=draft, today=TODAY)
    store.do(new)
    make = MakeDelegationsprotokoll(nämnd_id=nämnd_id, beslut_ids=(new.beslut_id,), datum=DAY)
    store.do(make)
    store.do(
        SignDelegationsprotokoll(protokoll_id=make.protokoll_id, av="Eva", datum=DAY, today=TODAY)
    )
    up = AnslagDraft(DAY)
    store.do(SetAnslag(key=make.protokoll_id, huvudman_id=None, draft=up, today=TODAY))
