"""The commands of delprojekt: they change no §."""

from datetime import date

from nämnd.bilaga.files import KeptFile
from nämnd.delprojekt.commands import (
    AddDelprojekt,
    AddRapport,
    ChangeDelprojekt,
    ChangeRapport,
    CloseDelprojekt,
    RegisterRapport,
    RemoveDelprojekt,
    RemoveRapport,
    ReopenDelprojekt,
    SetSatsläge,
)
from nämnd.delprojekt.values import Beslut, DelprojektDraft, RapportDraft, Sats, ÅtgärdRow
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import WHEN
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import LATER, TODAY, Case, done

_BESLUT = Beslut("beslut", date(2018, 6, 7), (Sats("sats", "Att pröva"),))
_DRAFT = DelprojektDraft(8, "Hud", beslut=(_BESLUT,), åtgärder=(ÅtgärdRow("å", "Prövat"),))


def _ärende(locked: Locked) -> str:
    new = RegisterÄrende(nämnd_id=locked.nämnd_id, draft=ÄrendeDraft("Hud"), today=TODAY, dnr="D 1")
    return done(new, locked).ärende_id


def _draft(locked: Locked) -> DelprojektDraft:
    return DelprojektDraft(
        8, "Hud", "Vård", _ärende(locked), beslut=_DRAFT.beslut, åtgärder=_DRAFT.åtgärder
    )


def _added(locked: Locked) -> str:
    new = AddDelprojekt(nämnd_id=locked.nämnd_id, draft=_draft(locked))
    return done(new, locked).delprojekt_id


def _closed(locked: Locked) -> str:
    return done(CloseDelprojekt(delprojekt_id=_added(locked), datum=TODAY), locked).delprojekt_id


def _rapport(locked: Locked) -> str:
    new = AddRapport(delprojekt_id=_added(locked), draft=RapportDraft(TODAY))
    return done(new, locked).rapport_id


DELPROJEKT: dict[type, Case] = {
    AddDelprojekt: Case(lambda locked, _: AddDelprojekt(nämnd_id=locked.nämnd_id, draft=_DRAFT)),
    ChangeDelprojekt: Case(
        lambda _, key: ChangeDelprojekt(delprojekt_id=key, draft=DelprojektDraft(9, "Öga")), _added
    ),
    CloseDelprojekt: Case(lambda _, key: CloseDelprojekt(delprojekt_id=key, datum=LATER), _added),
    ReopenDelprojekt: Case(lambda _, key: ReopenDelprojekt(delprojekt_id=key), _closed),
    RemoveDelprojekt: Case(lambda _, key: RemoveDelprojekt(delprojekt_id=key), _added),
    SetSatsläge: Case(lambda _, __: SetSatsläge(sats_id="sats", läge="gjort"), _added),
    AddRapport: Case(
        lambda _, key: AddRapport(delprojekt_id=key, draft=RapportDraft(TODAY)), _added
    ),
    ChangeRapport: Case(
        lambda _, key: ChangeRapport(rapport_id=key, draft=RapportDraft(LATER)), _rapport
    ),
    RemoveRapport: Case(lambda _, key: RemoveRapport(rapport_id=key), _rapport),
    RegisterRapport: Case(
        lambda _, key: RegisterRapport(
            rapport_id=key,
            missiv=KeptFile("4" * 64, "missiv.pdf", 10),
            rapport=KeptFile("5" * 64, "rapport.pdf", 10),
            when=WHEN,
            today=TODAY,
        ),
        _rapport,
    ),
}
