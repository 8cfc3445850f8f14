"""The commands of the diarium: no § says anything else by them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from nämnd.bilaga.files import KeptFile
from nämnd.ärende.commands import (
    AnnulÄrende,
    ChangeÄrende,
    CloseÄrende,
    RegisterÄrende,
    ReopenÄrende,
    SaveÄrende,
    SetWaiting,
)
from nämnd.ärende.handling_commands import (
    AddVersion,
    AnnulHandling,
    ChangeHandling,
    NewHandling,
    RegisterHandlingar,
)
from nämnd.ärende.skrivelse_commands import (
    RegisterSkrivelse,
    RemoveSkrivelse,
    SaveSkrivelse,
    UnlockSkrivelse,
)
from nämnd.ärende.urval_commands import RemoveUrval, SaveUrval
from nämnd.ärende.values import HandlingDraft, SkrivelseDraft, ÄrendeDraft
from tests.builders import WHEN
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import LATER, SKÄL, TODAY, Case, done

_DAY = date(2026, 3, 2)
_FILE = KeptFile("1" * 64, "brev.pdf", 10)
_DRAFT = HandlingDraft(_DAY, "Brev")


def _register(locked: Locked) -> RegisterÄrende:
    return RegisterÄrende(
        nämnd_id=locked.nämnd_id, draft=ÄrendeDraft("Priser", _DAY), today=TODAY, dnr="N 7"
    )


def _ärende(locked: Locked) -> str:
    return done(_register(locked), locked).ärende_id


def _closed(locked: Locked) -> str:
    return done(CloseÄrende(ärende_id=_ärende(locked), datum=LATER), locked).ärende_id


def _handling(locked: Locked) -> str:
    new = NewHandling(_DRAFT, _FILE)
    done(_registered(_ärende(locked), new), locked)
    return new.handling_id


def _registered(ärende_id: str, new: NewHandling) -> RegisterHandlingar:
    return RegisterHandlingar(ärende_id=ärende_id, new=(new,), when=WHEN, today=TODAY)


def _skrivelse(locked: Locked) -> str:
    return done(
        SaveSkrivelse(skrivelse_id="sk", ärende_id=_ärende(locked), draft=SkrivelseDraft("Svar")),
        locked,
    ).skrivelse_id


def _registered_skrivelse(locked: Locked) -> str:
    made = RegisterSkrivelse(skrivelse_id=_skrivelse(locked), file=_FILE, when=WHEN, today=TODAY)
    return done(made, locked).skrivelse_id


def _urval(locked: Locked) -> SaveUrval:
    return SaveUrval(
        urval_id="ur", nämnd_id=locked.nämnd_id, lista="ärenden", namn="Öppna", villkor={}
    )


def _of(kind: Any, key: str, beforehand: Callable[[Locked], str], **facts: Any) -> Case:
    return Case(lambda _, value: kind(**{key: value}, **facts), beforehand)


DIARIUM: dict[type, Case] = {
    AddVersion: _of(
        AddVersion, "handling_id", _handling, file=KeptFile("2" * 64, "nytt.pdf", 10), when=WHEN
    ),
    AnnulHandling: _of(AnnulHandling, "handling_id", _handling, skäl=SKÄL, datum=LATER),
    AnnulÄrende: _of(AnnulÄrende, "ärende_id", _ärende, skäl=SKÄL, datum=LATER),
    ChangeHandling: _of(
        ChangeHandling, "handling_id", _handling, draft=HandlingDraft(_DAY, "Ett annat brev")
    ),
    ChangeÄrende: _of(ChangeÄrende, "ärende_id", _ärende, draft=ÄrendeDraft("Andra priser")),
    CloseÄrende: _of(CloseÄrende, "ärende_id", _ärende, datum=LATER),
    RegisterHandlingar: Case(lambda _, key: _registered(key, NewHandling(_DRAFT, _FILE)), _ärende),
    RegisterSkrivelse: _of(
        RegisterSkrivelse, "skrivelse_id", _skrivelse, file=_FILE, when=WHEN, today=TODAY
    ),
    RegisterÄrende: Case(lambda locked, _: _register(locked)),
    RemoveSkrivelse: _of(RemoveSkrivelse, "skrivelse_id", _skrivelse),
    RemoveUrval: Case(
        lambda _, key: RemoveUrval(urval_id=key),
        lambda locked: done(_urval(locked), locked).urval_id,
    ),
    ReopenÄrende: _of(ReopenÄrende, "ärende_id", _closed),
    SaveSkrivelse: Case(
        lambda _, key: SaveSkrivelse(
            skrivelse_id="ny", ärende_id=key, draft=SkrivelseDraft("Ett svar")
        ),
        _ärende,
    ),
    SaveUrval: Case(lambda locked, _: _urval(locked)),
    SaveÄrende: Case(
        lambda locked, _: SaveÄrende(ärende_id="nytt", nämnd_id=locked.nämnd_id, dnr="N 1")
    ),
    SetWaiting: _of(SetWaiting, "ärende_id", _ärende, väntar="efter remissen"),
    UnlockSkrivelse: _of(UnlockSkrivelse, "skrivelse_id", _registered_skrivelse),
}
