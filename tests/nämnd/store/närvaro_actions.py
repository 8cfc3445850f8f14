"""What a user may ask for about who is there: one function per command of närvaro."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.changes import Command
from nämnd.core.ids import new_id
from nämnd.närvaro import commands, frånvaro_commands, movement_commands, task_commands
from nämnd.närvaro.drafts import NärvaroDraft
from nämnd.närvaro.values import NÄRVAROROLLER, SVAR
from nämnd.store import Store
from nämnd.tables import Närvaro
from tests.nämnd.store.choosing import WORDS, Action, ids, needs, one_of

TIMES = ("08.30", "09.41", None, "12.00", "tolv")
SETS = (None, "59–61", "60", "61-", "62 punkt 2", "alla", "")


def call_roll(store: Store, key: str, a: int, b: int) -> Command:
    people = ids(store, "person")
    return commands.CallRoll(
        sammanträde_id=key, present=tuple(people[: a % 4]), på_distans=tuple(people[-1:][: b % 2])
    )


def save_närvaro(store: Store, key: str, a: int, b: int) -> Command | None:
    person = one_of(store, "person", b)
    if person is None:
        return None
    known = one_of(store, "närvaro", a) if b % 2 else None
    draft = NärvaroDraft(
        person,
        NÄRVAROROLLER[a % len(NÄRVAROROLLER)],
        paragrafer=SETS[b % len(SETS)],
        från_tid=TIMES[a % 5],
        anmärkning=WORDS[b],
    )
    return commands.SaveNärvaro(sammanträde_id=key, närvaro_id=known or new_id(), draft=draft)


def of_a_person(kind, **choose) -> Action:
    """Return the action of a command about a person at a §."""

    def act(store: Store, key: str, a: int, b: int) -> Command | None:
        person = one_of(store, "person", b)
        facts = {name: pick(store, a, b) for name, pick in choose.items()}
        if person is None:
            return None
        return kind(sammanträde_id=key, person_id=person, tid=TIMES[b % 5], nummer=58 + a, **facts)

    return needs("sammanträde", act)


def of_somebody_there(kind, *, serving: bool = False) -> Action:
    """Return the action of a command about somebody who is there, from a § where they are."""

    def act(store: Store, a: int, b: int) -> Command | None:
        rows = store.ask(_rows)
        there = [row for row in rows if not serving or row[2] == "tjänstgörande ersättare"]
        if not there:
            return None
        sammanträde_id, person_id, _ = there[a % len(there)]
        return kind(
            sammanträde_id=sammanträde_id, person_id=person_id, tid=TIMES[b % 5], nummer=b % 3
        )

    return act


def _rows(session: Session) -> list[tuple[str, str, str]]:
    found = session.execute(
        select(Närvaro.sammanträde_id, Närvaro.person_id, Närvaro.roll).order_by(Närvaro.id)
    )
    return [(row[0], row[1], row[2]) for row in found]


def set_tasks(kind) -> Action:
    def act(store: Store, key: str, a: int, b: int) -> Command:
        people = ids(store, "person")[: b % 3]
        rows = tuple((one, SETS[(a + n) % len(SETS)]) for n, one in enumerate(people))
        return kind(sammanträde_id=key, rows=rows)

    return needs("sammanträde", act)


def plan_justering(store: Store, key: str, a: int, b: int) -> Command:
    return task_commands.PlanJustering(
        sammanträde_id=key,
        justering_id=(one_of(store, "justering", a) if b % 2 else None) or new_id(),
        paragrafer=SETS[a % len(SETS)],
        plats=WORDS[b],
        planerat_datum=("2026-04-07", None)[b % 2],
    )


def save_frånvaro(store: Store, key: str, a: int, b: int) -> Command | None:
    person = one_of(store, "person", b)
    if person is None:
        return None
    return frånvaro_commands.SaveFrånvaro(
        sammanträde_id=key, person_id=person, anmäld=bool(a % 2), skäl=WORDS[b], tid=None
    )


def record_inkallad(store: Store, key: str, a: int, b: int) -> Command | None:
    person = one_of(store, "person", b)
    svar = (None, *SVAR)[a % 4]
    if person is None:
        return None
    return frånvaro_commands.RecordInkallad(
        frånvaro_id=key, person_id=person, svar=svar, tid="2026-03-02T09:41:00"
    )


NÄRVARO_ACTIONS: dict[str, Action] = {
    "CallRoll": needs("sammanträde", call_roll),
    "SaveNärvaro": needs("sammanträde", save_närvaro),
    "RemoveNärvaro": needs(
        "närvaro", lambda _store, key, _a, _b: commands.RemoveNärvaro(närvaro_id=key)
    ),
    "Arrive": of_a_person(movement_commands.Arrive, på_distans=lambda _store, a, _b: bool(a % 2)),
    "Leave": of_somebody_there(movement_commands.Leave),
    "Serve": of_a_person(
        movement_commands.Serve, för=lambda store, a, _b: one_of(store, "person", a)
    ),
    "StandDown": of_somebody_there(movement_commands.StandDown, serving=True),
    "SetPresiding": set_tasks(task_commands.SetPresiding),
    "SetJusterare": set_tasks(task_commands.SetJusterare),
    "PlanJustering": needs("sammanträde", plan_justering),
    "RemoveJustering": needs(
        "justering", lambda _store, key, _a, _b: task_commands.RemoveJustering(justering_id=key)
    ),
    "SaveFrånvaro": needs("sammanträde", save_frånvaro),
    "RemoveFrånvaro": needs(
        "frånvaro", lambda _store, key, _a, _b: frånvaro_commands.RemoveFrånvaro(frånvaro_id=key)
    ),
    "RecordInkallad": needs("frånvaro", record_inkallad),
}
