"""What a user may ask for of överenskommelser that can be taken back: one function per command."""

from nämnd.core.changes import Command
from nämnd.store import Store
from nämnd.överenskommelse.commands import (
    AddBlankett,
    AddÖverenskommelse,
    ChangeBlankett,
    ChangeÖverenskommelse,
    MarkSent,
    RemoveBlankett,
    RemoveÖverenskommelse,
)
from nämnd.överenskommelse.values import (
    BlankettDraft,
    Kostnad,
    Rad,
    Tabell,
    ÖverenskommelseDraft,
)
from tests.nämnd.store.choosing import DAY, WORDS, Action, needs, one_of


def _draft(store: Store, a: int, b: int) -> ÖverenskommelseDraft:
    posts = tuple(f"Post {n}" for n in range(a % 3))
    rader = tuple(
        Rad(f"rad{a}{b}{n}", WORDS[b] or "Norr", dict.fromkeys(posts, n), n) for n in range(b % 4)
    )
    return ÖverenskommelseDraft(
        WORDS[a].strip() or "Medel",
        parter=tuple(WORDS[: b % 3]),
        ärende_id=one_of(store, "ärende", b) if a % 2 else None,
        från=DAY if b % 2 else None,
        totalt=a or None,
        tabeller=(Tabell(f"tabell{a}{b}", WORDS[b], posts, rader),) if b % 3 else (),
    )


def add(store: Store, key: str, a: int, b: int) -> Command:
    return AddÖverenskommelse(nämnd_id=key, draft=_draft(store, a, b))


def change(store: Store, key: str, a: int, b: int) -> Command:
    return ChangeÖverenskommelse(överenskommelse_id=key, draft=_draft(store, b, a))


def _blankett(a: int, b: int) -> BlankettDraft:
    return BlankettDraft(
        ("rekvisition", "ekonomisk redovisning")[a % 2],
        WORDS[b].strip() or "Region Norr",
        DAY if a % 3 else None,
        b or None,
        {"kontaktperson": WORDS[a]},
        tuple(Kostnad(WORDS[b], n) for n in range(a % 3)),
        WORDS[a] if b % 2 else None,
    )


ÖVERENSKOMMELSE_ACTIONS: dict[str, Action] = {
    "AddÖverenskommelse": needs("nämnd", add),
    "ChangeÖverenskommelse": needs("överenskommelse", change),
    "RemoveÖverenskommelse": needs(
        "överenskommelse",
        lambda _store, key, _a, _b: RemoveÖverenskommelse(överenskommelse_id=key),
    ),
    "AddBlankett": needs(
        "överenskommelse",
        lambda _store, key, a, b: AddBlankett(överenskommelse_id=key, draft=_blankett(a, b)),
    ),
    "ChangeBlankett": needs(
        "blankett",
        lambda _store, key, a, b: ChangeBlankett(blankett_id=key, draft=_blankett(b, a)),
    ),
    "RemoveBlankett": needs(
        "blankett", lambda _store, key, _a, _b: RemoveBlankett(blankett_id=key)
    ),
    "MarkSent": needs(
        "blankett",
        lambda _store, key, a, _b: MarkSent(blankett_id=key, datum=DAY if a % 2 else None),
    ),
}
