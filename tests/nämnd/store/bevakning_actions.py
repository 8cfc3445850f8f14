"""What a user may ask for of bevakningar that can be taken back: one function per command."""

from datetime import timedelta

from nämnd.bevakning.commands import (
    AddBevakning,
    AddBevakningar,
    ChangeBevakning,
    CloseBevakning,
    LinkPunkt,
    MoveBevakning,
    NoteReminded,
    RemoveBevakning,
    ReopenBevakning,
    Report,
    UnlinkPunkt,
)
from nämnd.bevakning.values import (
    AVSLUT,
    BevakningDraft,
    Förfaller,
    Källa,
    PåDatum,
    Relativt,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from nämnd.core.changes import Command
from nämnd.store import Store
from nämnd.store.rows import load
from nämnd.tables import Återrapport
from tests.nämnd.store.choosing import DAY, WORDS, Action, needs, one_of


def _when(store: Store, a: int, b: int) -> Förfaller:
    base = one_of(store, "sammanträde", b) or one_of(store, "bevakning", b)
    kinds: tuple[Förfaller, ...] = (
        PåDatum(DAY + timedelta(days=a * b)),
        VidSammanträde(1 + a % 4, DAY.year + b % 2),
        Relativt(base or "borta", a - b, "arbetsdagar" if b % 2 else "kalenderdagar"),
        Villkor(WORDS[a].strip() or "snarast"),
    )
    return kinds[(a + b) % len(kinds)]


def _draft(store: Store, a: int, b: int) -> BevakningDraft:
    källa = Källa(
        ärende_id=one_of(store, "ärende", a) if b % 2 else None,
        paragraf_id=one_of(store, "paragraf", b) if a % 2 else None,
    )
    return BevakningDraft(
        WORDS[a].strip() or "Följ upp",
        _when(store, a, b),
        källa,
        Återkommer("halvår") if a % 3 == 0 else None,
        påminnelser=(30, a % 5),
        ansvarig=WORDS[b] or None,
        förverkande=bool(b % 2),
    )


def _why(a: int) -> str:
    return WORDS[a].strip() or "Rapporten dröjer"


def link(store: Store, key: str, a: int, _b: int) -> Command | None:
    punkt = one_of(store, "punkt", a)
    return LinkPunkt(bevakning_id=key, punkt_id=punkt) if punkt else None


def unlink(store: Store, key: str, _a: int, _b: int) -> Command:
    """Take away a link that there is."""
    row = store.ask(lambda session: load(session, Återrapport, key))
    return UnlinkPunkt(bevakning_id=row.bevakning_id, punkt_id=row.punkt_id)


def report(store: Store, key: str, a: int, b: int) -> Command:
    coming = _when(store, b, a) if a % 2 else None
    return Report(
        rapport_id=key,
        utfall="återkommer" if coming else "klar",
        text=WORDS[b],
        today=DAY,
        next=coming,
    )


BEVAKNING_ACTIONS: dict[str, Action] = {
    "AddBevakning": needs(
        "nämnd",
        lambda store, key, a, b: AddBevakning(nämnd_id=key, draft=_draft(store, a, b), today=DAY),
    ),
    "AddBevakningar": needs(
        "nämnd",
        lambda store, key, a, b: AddBevakningar(
            nämnd_id=key, drafts=(_draft(store, a, b), _draft(store, b, a)), today=DAY
        ),
    ),
    "ChangeBevakning": needs(
        "bevakning",
        lambda store, key, a, b: ChangeBevakning(
            bevakning_id=key,
            draft=_draft(store, b, a),
            today=DAY,
            skäl=_why(a),
        ),
    ),
    "MoveBevakning": needs(
        "bevakning",
        lambda store, key, a, b: MoveBevakning(
            bevakning_id=key,
            förfaller=_when(store, a, b),
            skäl=_why(b),
            today=DAY,
        ),
    ),
    "CloseBevakning": needs(
        "bevakning",
        lambda _store, key, a, b: CloseBevakning(
            bevakning_id=key,
            avslut=AVSLUT[a % len(AVSLUT)],
            hur=_why(b),
            today=DAY,
        ),
    ),
    "ReopenBevakning": needs(
        "bevakning", lambda _store, key, _a, _b: ReopenBevakning(bevakning_id=key)
    ),
    "RemoveBevakning": needs(
        "bevakning", lambda _store, key, _a, _b: RemoveBevakning(bevakning_id=key)
    ),
    "NoteReminded": needs(
        "bevakning",
        lambda _store, key, a, _b: NoteReminded(bevakning_ids=(key,), till=WORDS[a], today=DAY),
    ),
    "LinkPunkt": needs("bevakning", link),
    "UnlinkPunkt": needs("återrapport", unlink),
    "Report": needs("återrapport", report),
}
