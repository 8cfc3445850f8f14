"""The commands of överenskommelser: they change no §."""

from dataclasses import replace

from nämnd.bilaga.files import KeptFile
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from nämnd.överenskommelse.commands import (
    AddBlankett,
    AddÖverenskommelse,
    ChangeBlankett,
    ChangeÖverenskommelse,
    MarkSent,
    RegisterBlankett,
    RemoveBlankett,
    RemoveÖverenskommelse,
)
from nämnd.överenskommelse.values import ÖverenskommelseDraft
from tests.builders import WHEN
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import LATER, TODAY, Case, done
from tests.nämnd.överenskommelse.drafts import ÖVERENSKOMMELSE, rekvisition


def _ärende(locked: Locked) -> str:
    new = RegisterÄrende(
        nämnd_id=locked.nämnd_id, draft=ÄrendeDraft("Medel"), today=TODAY, dnr="Ö 1"
    )
    return done(new, locked).ärende_id


def _added(locked: Locked) -> str:
    draft = replace(ÖVERENSKOMMELSE, ärende_id=_ärende(locked))
    return done(
        AddÖverenskommelse(nämnd_id=locked.nämnd_id, draft=draft), locked
    ).överenskommelse_id


def _form(locked: Locked) -> str:
    new = AddBlankett(överenskommelse_id=_added(locked), draft=rekvisition())
    return done(new, locked).blankett_id


AGREED: dict[type, Case] = {
    AddÖverenskommelse: Case(
        lambda locked, _: AddÖverenskommelse(nämnd_id=locked.nämnd_id, draft=ÖVERENSKOMMELSE)
    ),
    ChangeÖverenskommelse: Case(
        lambda _, key: ChangeÖverenskommelse(
            överenskommelse_id=key, draft=ÖverenskommelseDraft("En annan")
        ),
        _added,
    ),
    RemoveÖverenskommelse: Case(
        lambda _, key: RemoveÖverenskommelse(överenskommelse_id=key), _added
    ),
    AddBlankett: Case(
        lambda _, key: AddBlankett(överenskommelse_id=key, draft=rekvisition()), _added
    ),
    ChangeBlankett: Case(
        lambda _, key: ChangeBlankett(blankett_id=key, draft=rekvisition(belopp=1)), _form
    ),
    RemoveBlankett: Case(lambda _, key: RemoveBlankett(blankett_id=key), _form),
    RegisterBlankett: Case(
        lambda _, key: RegisterBlankett(
            blankett_id=key, file=KeptFile("3" * 64, "rekvisition.pdf", 10), when=WHEN, today=TODAY
        ),
        _form,
    ),
    MarkSent: Case(lambda _, key: MarkSent(blankett_id=key, datum=LATER), _form),
}
