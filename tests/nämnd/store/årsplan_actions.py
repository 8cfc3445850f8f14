"""What a user may ask for of the year that can be taken back: one function per command."""

from datetime import timedelta

from nämnd.core.ids import new_id
from nämnd.årsplan.commands import AddSpärrdagar, PlanYear, RemoveSpärrdag, SaveMötesfrister
from nämnd.årsplan.values import Mötesfrist, PlannedMeeting, SpärrdagDraft
from tests.nämnd.store.choosing import DAY, WORDS, Action, needs

ÅRSPLAN_ACTIONS: dict[str, Action] = {
    "SaveMötesfrister": needs(
        "nämnd",
        lambda _store, key, a, b: SaveMötesfrister(
            nämnd_id=key,
            mötesfrister=tuple(Mötesfrist(WORDS[n], -a) for n in range(b % 3)),
        ),
    ),
    "AddSpärrdagar": needs(
        "nämnd",
        lambda _store, key, a, b: AddSpärrdagar(
            nämnd_id=key,
            rows=tuple(SpärrdagDraft(DAY + timedelta(days=a + n), WORDS[b]) for n in range(b % 4)),
            keys=tuple(new_id() for _ in range(b % 4)),
        ),
    ),
    "RemoveSpärrdag": needs(
        "spärrdag", lambda _store, key, _a, _b: RemoveSpärrdag(spärrdag_id=key)
    ),
    "PlanYear": needs(
        "nämnd",
        lambda _store, key, a, b: PlanYear(
            nämnd_id=key,
            möten=tuple(
                PlannedMeeting(DAY + timedelta(days=400 + 30 * a + 7 * n), plats=WORDS[b])
                for n in range(b % 3)
            ),
            keys=tuple(new_id() for _ in range(b % 3)),
        ),
    ),
}
