"""Every command of the program, and what it must not do to a set of §§ that is locked.

A command that is not here makes `test_every_command.py` fail. Put yours where it belongs:

CHANGES  it changes what a § says when nobody has locked it; locked, it is refused
REFUSED  it refuses by itself, for another reason or the same
FREE     it goes on as before, and no § says anything else afterwards
LEADS    a command of the justering: where the set stands may change, what it says may not

Each is made by a function of the sammanträde (`Locked`) and of what `beforehand` returned, which is
run before the set is locked. All §§ of the sammanträde are in the set.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from nämnd.core.changes import Command
from tests.nämnd.lås.conftest import Locked

LATER, TODAY = date(2026, 4, 1), date(2026, 6, 1)
SKÄL = "Fel uppgift"


@dataclass(frozen=True)
class Case:
    """How a command is made, and what comes before it."""

    make: Callable[[Locked, Any], Command]
    beforehand: Callable[[Locked], Any] = lambda _: None
    läge: str = "justerat"


def done(command: Any, locked: Locked) -> Any:
    locked.store.do(command)
    return command


def of_sammanträde(kind: Any, **facts: Any) -> Case:
    return Case(lambda locked, _: kind(sammanträde_id=locked.sammanträde_id, **facts))


def of_paragraf(kind: Any, **facts: Any) -> Case:
    return Case(lambda locked, _: kind(paragraf_id=locked.paragrafer[1], **facts))


def of_person(kind: Any, name: str, **facts: Any) -> Case:
    return Case(
        lambda locked, _: kind(
            sammanträde_id=locked.sammanträde_id, person_id=locked.people[name], **facts
        )
    )


def of_set(kind: Any, läge: str = "justerat", **facts: Any) -> Case:
    return Case(lambda locked, _: kind(justering_id=locked.keys["justering"], **facts), läge=läge)


def of_punkt(kind: Any, place: int, **facts: Any) -> Case:
    return Case(lambda locked, _: kind(punkt_id=locked.punkter[place], **facts))


def of_bilaga(kind: Any, **facts: Any) -> Case:
    return Case(lambda locked, _: kind(bilaga_id=locked.keys["bilaga"], **facts))
