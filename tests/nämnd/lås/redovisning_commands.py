"""The commands of redovisningar: they change no §."""

from nämnd.bilaga.files import KeptFile
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
    ApproveRedovisning,
    ChangeRedovisning,
    MarkRedovisningSent,
    NextOccasion,
    RegisterRedovisning,
    RemoveRedovisning,
    ReopenRedovisning,
    SaveFrågor,
)
from nämnd.redovisning.values import FrågaDraft, Mottagare, RedovisningDraft
from nämnd.tables import Redovisningssvar
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.values import ÄrendeDraft
from tests.builders import WHEN
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import LATER, TODAY, Case, done

_FRÅGA = FrågaDraft("f1", "fråga", "Vad har ni gjort?")
_EVA = Mottagare(ansvarig="Eva Lind")


def _added(locked: Locked) -> str:
    ärende = RegisterÄrende(
        nämnd_id=locked.nämnd_id, draft=ÄrendeDraft("Medel"), today=TODAY, dnr="R 1"
    )
    new = AddRedovisning(
        nämnd_id=locked.nämnd_id,
        draft=RedovisningDraft("R", ärende_id=done(ärende, locked).ärende_id, senast=LATER),
        today=TODAY,
        frågor=(_FRÅGA,),
    )
    return done(new, locked).redovisning_id


def _svar(locked: Locked) -> str:
    _added(locked)
    done(Spread(fråga_ids=("f1",), mottagare=(_EVA,)), locked)
    return locked.store.ask(lambda session: session.query(Redovisningssvar).one().id)


def _finished(locked: Locked) -> str:
    key = _added(locked)
    done(PutTogether(fråga_id="f1", text="Allt.", klar=True), locked)
    return key


def _approved(locked: Locked) -> str:
    return done(
        ApproveRedovisning(redovisning_id=_finished(locked), av="Eva", today=TODAY), locked
    ).redovisning_id


REPORTED: dict[type, Case] = {
    AddRedovisning: Case(
        lambda locked, _: AddRedovisning(
            nämnd_id=locked.nämnd_id, draft=RedovisningDraft("R"), today=TODAY, frågor=(_FRÅGA,)
        )
    ),
    ChangeRedovisning: Case(
        lambda _, key: ChangeRedovisning(
            redovisning_id=key, draft=RedovisningDraft("En annan"), today=TODAY
        ),
        _added,
    ),
    SaveFrågor: Case(lambda _, key: SaveFrågor(redovisning_id=key, frågor=()), _added),
    ApproveRedovisning: Case(
        lambda _, key: ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY), _finished
    ),
    ReopenRedovisning: Case(lambda _, key: ReopenRedovisning(redovisning_id=key), _approved),
    RegisterRedovisning: Case(
        lambda _, key: RegisterRedovisning(
            redovisning_id=key, file=KeptFile("4" * 64, "r.pdf", 10), when=WHEN, today=TODAY
        ),
        _approved,
    ),
    MarkRedovisningSent: Case(
        lambda _, key: MarkRedovisningSent(redovisning_id=key, datum=LATER), _approved
    ),
    NextOccasion: Case(
        lambda _, key: NextOccasion(redovisning_id=key, rubrik="Nästa", senast=None, today=TODAY),
        _added,
    ),
    RemoveRedovisning: Case(
        lambda _, key: RemoveRedovisning(redovisning_id=key, today=TODAY), _added
    ),
    Spread: Case(lambda _, __: Spread(fråga_ids=("f1",), mottagare=(_EVA,)), _added),
    Unspread: Case(lambda _, key: Unspread(svar_ids=(key,)), _svar),
    Answer: Case(lambda _, key: Answer(svar_id=key, text="Allt.", today=TODAY), _svar),
    Answers: Case(
        lambda _, key: Answers(answers=(Answer(svar_id=key, text="Allt.", today=TODAY),)), _svar
    ),
    NoteAsked: Case(lambda _, key: NoteAsked(svar_ids=(key,), today=TODAY), _svar),
    NoteSvarReminded: Case(
        lambda _, key: NoteSvarReminded(svar_ids=(key,), till="Eva", today=TODAY), _svar
    ),
    PutTogether: Case(lambda _, __: PutTogether(fråga_id="f1", text="Allt."), _added),
}
