"""The commands of bevakningar: they change no §."""

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
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import LATER, SKÄL, TODAY, Case, done


def _draft(locked: Locked, rubrik: str = "Följ upp beslutet") -> BevakningDraft:
    return BevakningDraft(rubrik, PåDatum(LATER), Källa(paragraf_id=locked.paragrafer[1]))


def _added(locked: Locked) -> str:
    new = AddBevakning(nämnd_id=locked.nämnd_id, draft=_draft(locked), today=TODAY)
    return done(new, locked).bevakning_id


def _closed(locked: Locked) -> str:
    key = _added(locked)
    done(CloseBevakning(bevakning_id=key, avslut="gjord", hur="Inlämnad", today=TODAY), locked)
    return key


def _linked(locked: Locked) -> tuple[str, str]:
    key = _added(locked)
    link = LinkPunkt(bevakning_id=key, punkt_id=locked.punkter[1])
    return key, done(link, locked).rapport_id


WATCHED: dict[type, Case] = {
    AddBevakning: Case(
        lambda locked, _: AddBevakning(nämnd_id=locked.nämnd_id, draft=_draft(locked), today=TODAY)
    ),
    AddBevakningar: Case(
        lambda locked, _: AddBevakningar(
            nämnd_id=locked.nämnd_id, drafts=(_draft(locked),), today=TODAY
        )
    ),
    ChangeBevakning: Case(
        lambda locked, key: ChangeBevakning(
            bevakning_id=key, draft=_draft(locked, "Något annat"), today=TODAY
        ),
        _added,
    ),
    MoveBevakning: Case(
        lambda _, key: MoveBevakning(
            bevakning_id=key, förfaller=PåDatum(TODAY), skäl=SKÄL, today=TODAY
        ),
        _added,
    ),
    CloseBevakning: Case(
        lambda _, key: CloseBevakning(
            bevakning_id=key, avslut="ersatt", hur="Av en annan", today=TODAY
        ),
        _added,
    ),
    ReopenBevakning: Case(lambda _, key: ReopenBevakning(bevakning_id=key), _closed),
    RemoveBevakning: Case(lambda _, key: RemoveBevakning(bevakning_id=key), _added),
    NoteReminded: Case(
        lambda _, key: NoteReminded(bevakning_ids=(key,), till="Eva Ek", today=TODAY), _added
    ),
    LinkPunkt: Case(
        lambda locked, key: LinkPunkt(bevakning_id=key, punkt_id=locked.punkter[1]), _added
    ),
    UnlinkPunkt: Case(
        lambda locked, keys: UnlinkPunkt(bevakning_id=keys[0], punkt_id=locked.punkter[1]),
        _linked,
    ),
    Report: Case(
        lambda _, keys: Report(rapport_id=keys[1], utfall="klar", text="", today=TODAY), _linked
    ),
}
