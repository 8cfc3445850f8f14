"""What a user may ask for of delprojekt that can be taken back: one function per command."""

from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.delprojekt.commands import (
    AddDelprojekt,
    AddRapport,
    ChangeDelprojekt,
    ChangeRapport,
    CloseDelprojekt,
    RemoveDelprojekt,
    RemoveRapport,
    ReopenDelprojekt,
    SetSatsläge,
)
from nämnd.delprojekt.values import (
    SATSLÄGEN,
    BehovRow,
    Beslut,
    DelprojektDraft,
    RapportDraft,
    Sats,
    ÅtgärdRow,
)
from nämnd.store import Store
from tests.nämnd.store.choosing import DAY, WORDS, Action, needs, one_of


def _draft(store: Store, a: int, b: int) -> DelprojektDraft:
    satser = tuple(Sats(f"sats{a}{n}", WORDS[n], SATSLÄGEN[b % 3]) for n in range(b % 4))
    åtgärder = tuple(ÅtgärdRow(f"åtgärd{b}{n}", WORDS[a], nivå=1 + n % 2) for n in range(a % 4))
    behov = tuple(BehovRow(f"behov{b}{n}", WORDS[n], löst=DAY) for n in range(b % 3))
    return DelprojektDraft(
        nummer=a + 1 if b else 0,
        rubrik=WORDS[b].strip() or "Hud",
        program=WORDS[b],
        ärende_id=one_of(store, "ärende", b) if a % 5 == 0 else None,
        målsättning=tuple(WORDS[: b % 3]),
        beslut=(Beslut(f"beslut{a}", DAY, satser),) if b % 3 else (),
        åtgärder=åtgärder,
        behov=behov,
    )


def _rapport(store: Store, a: int, b: int) -> RapportDraft:
    return RapportDraft(
        datum=DAY if a % 2 else None,
        sammanträde_id=one_of(store, "sammanträde", b) if a % 4 == 0 else None,
        punkt_id=one_of(store, "punkt", a) if b % 5 == 0 else None,
        förslag=tuple(WORDS[: b % 3]),
        underskrifter=((WORDS[a], WORDS[b]),),
    )


def now_and_then(number: int, command: Command) -> Command | None:
    """Return the command one time in four: what is removed at once can't be worked on."""
    return None if number % 4 else command


DELPROJEKT_ACTIONS: dict[str, Action] = {
    "AddDelprojekt": needs(
        "nämnd",
        lambda store, key, a, b: AddDelprojekt(
            nämnd_id=key, draft=_draft(store, a, b), delprojekt_id=new_id()
        ),
    ),
    "ChangeDelprojekt": needs(
        "delprojekt",
        lambda store, key, a, b: ChangeDelprojekt(delprojekt_id=key, draft=_draft(store, b, a)),
    ),
    "CloseDelprojekt": needs(
        "delprojekt",
        lambda _store, key, _a, _b: CloseDelprojekt(delprojekt_id=key, datum=DAY),
    ),
    "ReopenDelprojekt": needs(
        "delprojekt", lambda _store, key, _a, _b: ReopenDelprojekt(delprojekt_id=key)
    ),
    "RemoveDelprojekt": needs(
        "delprojekt",
        lambda _store, key, _a, b: now_and_then(b, RemoveDelprojekt(delprojekt_id=key)),
    ),
    "SetSatsläge": needs(
        "delprojektsats",
        lambda _store, key, a, b: SetSatsläge(
            sats_id=key, läge=SATSLÄGEN[a % 3], kommentar=WORDS[b]
        ),
    ),
    "AddRapport": needs(
        "delprojekt",
        lambda store, key, a, b: AddRapport(delprojekt_id=key, draft=_rapport(store, a, b)),
    ),
    "ChangeRapport": needs(
        "uppföljningsrapport",
        lambda store, key, a, b: ChangeRapport(rapport_id=key, draft=_rapport(store, b, a)),
    ),
    "RemoveRapport": needs(
        "uppföljningsrapport", lambda _store, key, _a, _b: RemoveRapport(rapport_id=key)
    ),
}
