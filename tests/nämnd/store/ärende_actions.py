"""What a user may ask for in the diarium that can be taken back: one function per command."""

from nämnd.beredning.commands import PutOnDagordning
from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.store import Store
from nämnd.ärende.commands import ChangeÄrende, CloseÄrende, ReopenÄrende, SaveÄrende, SetWaiting
from nämnd.ärende.skrivelse_commands import RemoveSkrivelse, SaveSkrivelse
from nämnd.ärende.urval_commands import RemoveUrval, SaveUrval
from nämnd.ärende.values import (
    ExternBeteckning,
    Sekretess,
    SkrivelseDraft,
    Underskrift,
    ÄrendeDraft,
)
from tests.builders import WHEN
from tests.nämnd.store.choosing import DAY, WORDS, Action, needs, one_of


def save_ärende(store: Store, key: str, a: int, b: int) -> Command:
    ärende_id = one_of(store, "ärende", b) if a % 2 else None
    return SaveÄrende(ärende_id=ärende_id or new_id(), nämnd_id=key, dnr=WORDS[a], rubrik=WORDS[b])


def change_ärende(_store: Store, key: str, a: int, b: int) -> Command:
    draft = ÄrendeDraft(
        WORDS[a],
        DAY if b % 2 else None,
        WORDS[b] or None,
        parter=tuple(WORDS[: a % 3]),
        externa_beteckningar=tuple(ExternBeteckning(WORDS[b], f"{n}") for n in range(b % 3)),
        väntar=WORDS[b] if a % 2 else None,
        dölj_rubrik=bool(b % 2),
        sekretess=Sekretess("OSL 25:1", DAY) if a % 3 == 0 else None,
    )
    return ChangeÄrende(ärende_id=key, draft=draft)


def save_skrivelse(store: Store, key: str, a: int, b: int) -> Command:
    skrivelse_id = one_of(store, "skrivelse", b) if a % 2 else None
    draft = SkrivelseDraft(
        WORDS[a],
        ("missiv", "tjänsteskrivelse")[b % 2],
        DAY if a % 2 else None,
        till=tuple(WORDS[: b % 3]),
        förslag=tuple(f"att {n}" for n in range(a % 3)),
        bakgrund=WORDS[b],
        underskrifter=(Underskrift(WORDS[a] or "Bo"),),
    )
    return SaveSkrivelse(skrivelse_id=skrivelse_id or new_id(), ärende_id=key, draft=draft)


def save_urval(store: Store, key: str, a: int, b: int) -> Command:
    urval_id = one_of(store, "urval", b) if a % 2 else None
    return SaveUrval(
        urval_id=urval_id or new_id(),
        nämnd_id=key,
        lista=("ärenden", "beslut")[b % 2],
        namn=WORDS[a],
        villkor={"text": WORDS[b]},
    )


def put_on_dagordning(store: Store, key: str, a: int, _b: int) -> Command | None:
    sammanträde_id = one_of(store, "sammanträde", a)
    if sammanträde_id is None:
        return None
    return PutOnDagordning(sammanträde_id=sammanträde_id, when=WHEN, ärende_id=key)


ÄRENDE_ACTIONS: dict[str, Action] = {
    "SaveÄrende": needs("nämnd", save_ärende),
    "ChangeÄrende": needs("ärende", change_ärende),
    "CloseÄrende": needs(
        "ärende", lambda _store, key, _a, _b: CloseÄrende(ärende_id=key, datum=DAY)
    ),
    "ReopenÄrende": needs("ärende", lambda _store, key, _a, _b: ReopenÄrende(ärende_id=key)),
    "SetWaiting": needs(
        "ärende",
        lambda _store, key, a, b: SetWaiting(ärende_id=key, väntar=WORDS[b] if a % 2 else None),
    ),
    "SaveSkrivelse": needs("ärende", save_skrivelse),
    "RemoveSkrivelse": needs(
        "skrivelse", lambda _store, key, _a, _b: RemoveSkrivelse(skrivelse_id=key)
    ),
    "SaveUrval": needs("nämnd", save_urval),
    "PutOnDagordning": needs("ärende", put_on_dagordning),
    "RemoveUrval": needs("urval", lambda _store, key, _a, _b: RemoveUrval(urval_id=key)),
}
