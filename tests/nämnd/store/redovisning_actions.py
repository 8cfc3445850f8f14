"""What a user may do to redovisningar next."""

from datetime import timedelta

from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.redovisning.answering import (
    Answer,
    Answers,
    NoteAsked,
    NoteSvarReminded,
    PutTogether,
    Spread,
    Unspread,
)
from nämnd.redovisning.commands import (
    AddRedovisning,
    ChangeRedovisning,
    NextOccasion,
    RemoveRedovisning,
    SaveFrågor,
)
from nämnd.redovisning.values import FrågaDraft, Mottagare, RedovisningDraft
from nämnd.store import Store
from tests.nämnd.store.choosing import DAY, WORDS, Action, ids, needs, one_of


def _draft(store: Store, a: int, b: int) -> RedovisningDraft:
    return RedovisningDraft(
        WORDS[a],
        överenskommelse_id=one_of(store, "överenskommelse", b) if b % 2 else None,
        ärende_id=one_of(store, "ärende", a) if a % 2 else None,
        mottagare=WORDS[b],
        senast=DAY + timedelta(days=a) if b % 3 else None,
    )


def _frågor(a: int, b: int) -> tuple[FrågaDraft, ...]:
    kinds = ("rubrik", "fråga", "tabell", "text")
    return tuple(
        FrågaDraft(
            new_id(), kinds[(a + n) % 4], WORDS[b] or "Vad?", 1 + n % 2, ("Vem", "När")[: 1 + n % 2]
        )
        for n in range(a % 4)
    )


def add(store: Store, key: str, a: int, b: int) -> Command:
    return AddRedovisning(nämnd_id=key, draft=_draft(store, a, b), today=DAY, frågor=_frågor(a, b))


def change(store: Store, key: str, a: int, b: int) -> Command:
    return ChangeRedovisning(redovisning_id=key, draft=_draft(store, b, a), today=DAY)


def restructure(_store: Store, key: str, a: int, b: int) -> Command:
    return SaveFrågor(redovisning_id=key, frågor=_frågor(b, a))


def spread(store: Store, key: str, a: int, b: int) -> Command:
    huvudman = one_of(store, "huvudman", b) if a % 2 else None
    people = (Mottagare(huvudman, WORDS[b]),)
    return Spread(fråga_ids=(key, *ids(store, "redovisningsfråga")[: b % 3]), mottagare=people)


def answer(_store: Store, key: str, a: int, b: int) -> Answer:
    rader = ((WORDS[a], WORDS[b]),) * (b % 3)
    return Answer(svar_id=key, text=WORDS[b], rader=rader, today=DAY)


def put_together(_store: Store, key: str, a: int, b: int) -> Command:
    return PutTogether(fråga_id=key, text=WORDS[b], rader=((WORDS[a],),), klar=bool(a % 2))


REDOVISNING_ACTIONS: dict[str, Action] = {
    "AddRedovisning": needs("nämnd", add),
    "ChangeRedovisning": needs("redovisning", change),
    "SaveFrågor": needs("redovisning", restructure),
    "NextOccasion": needs(
        "redovisning",
        lambda _s, key, a, _b: NextOccasion(
            redovisning_id=key, rubrik=WORDS[a], senast=DAY, today=DAY
        ),
    ),
    "RemoveRedovisning": needs(
        "redovisning", lambda _s, key, _a, _b: RemoveRedovisning(redovisning_id=key, today=DAY)
    ),
    "Spread": needs("redovisningsfråga", spread),
    "PutTogether": needs("redovisningsfråga", put_together),
    "Unspread": needs("redovisningssvar", lambda _s, key, _a, _b: Unspread(svar_ids=(key,))),
    "Answer": needs("redovisningssvar", answer),
    "Answers": needs(
        "redovisningssvar", lambda store, key, a, b: Answers(answers=(answer(store, key, a, b),))
    ),
    "NoteAsked": needs(
        "redovisningssvar", lambda _s, key, _a, _b: NoteAsked(svar_ids=(key,), today=DAY)
    ),
    "NoteSvarReminded": needs(
        "redovisningssvar",
        lambda _s, key, _a, b: NoteSvarReminded(svar_ids=(key,), till=WORDS[b], today=DAY),
    ),
}
