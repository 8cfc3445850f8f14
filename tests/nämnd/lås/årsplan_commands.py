"""The commands of the year: they change no §."""

from datetime import date

from nämnd.årsplan.commands import AddSpärrdagar, PlanYear, RemoveSpärrdag, SaveMötesfrister
from nämnd.årsplan.values import Mötesfrist, PlannedMeeting, SpärrdagDraft
from tests.nämnd.lås.conftest import Locked
from tests.nämnd.lås.every_command import Case, done

_ROW = SpärrdagDraft(date(2027, 2, 17))


def _added(locked: Locked) -> str:
    return done(AddSpärrdagar(nämnd_id=locked.nämnd_id, rows=(_ROW,), keys=("dag",)), locked).keys[
        0
    ]


ÅRSPLAN: dict[type, Case] = {
    AddSpärrdagar: Case(lambda locked, _: AddSpärrdagar(nämnd_id=locked.nämnd_id, rows=(_ROW,))),
    RemoveSpärrdag: Case(lambda _, key: RemoveSpärrdag(spärrdag_id=key), _added),
    SaveMötesfrister: Case(
        lambda locked, _: SaveMötesfrister(
            nämnd_id=locked.nämnd_id, mötesfrister=(Mötesfrist("Stoppdag", -21),)
        )
    ),
    PlanYear: Case(
        lambda locked, _: PlanYear(
            nämnd_id=locked.nämnd_id, möten=(PlannedMeeting(date(2027, 2, 19)),)
        )
    ),
}
