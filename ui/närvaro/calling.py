"""The roll call as values: who is asked, what they answer, and who is there then."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from enum import Enum

from nämnd.core.changes import Command
from nämnd.core.paragrafer import ALL, NONE, normalised
from nämnd.närvaro.commands import CallRoll
from nämnd.närvaro.movement_commands import StandDown
from nämnd.närvaro.rules import ledamöter, roll_there
from nämnd.närvaro.values import TJÄNSTGÖR, DeltagareRow, NärvaroRow
from nämnd.protokoll.values import Protokoll
from ui.närvaro.rows import CHAIRS, Kind, PersonRow
from ui.närvaro.words import set_text
from ui.toolkit.palette import Role

_CALLED = (*TJÄNSTGÖR, "ersättare")


class Mark(Enum):
    """What somebody answered, or was answered for them."""

    HERE = "här"
    AFAR = "på distans"
    AWAY = "frånvarande"


Marks = Mapping[str, Mark]
_ROLES = {Mark.HERE: Role.GOOD, Mark.AFAR: Role.NOTE, Mark.AWAY: Role.LATE}


def first_marks(protokoll: Protokoll) -> dict[str, Mark]:
    """Return what is known before anybody is asked: the notices, or an earlier roll call."""
    marks = {row.person_id: Mark.AWAY for row in protokoll.frånvaro}
    for row in protokoll.närvaro:
        if row.paragrafer == ALL:
            marks[row.person_id] = Mark.AFAR if row.på_distans else Mark.HERE
    return marks


def call_rows(protokoll: Protokoll, marks: Marks) -> tuple[PersonRow, ...]:
    """Return everybody to ask, in order: ledamöter by huvudman, ersättare, the others."""
    return tuple(_rows(protokoll, marks))


def with_all_here(protokoll: Protokoll, marks: Marks) -> dict[str, Mark]:
    """Return the marks when everybody who has not been asked is there."""
    keys = [row.id for row in call_rows(protokoll, marks) if row.kind is not Kind.HEADING]
    return {key: marks.get(key, Mark.HERE) for key in keys}


def count_text(protokoll: Protokoll, marks: Marks) -> str:
    """Return «9 av 12 ledamöter här · 2 frånvarande · 1 inte svarat»."""
    partly = {row.person_id for row in protokoll.närvaro if row.paragrafer != ALL}
    found = [
        marks.get(key, Mark.HERE if key in partly else None)
        for key in (one.person_id for one in ledamöter(protokoll))
    ]
    here = sum(mark in {Mark.HERE, Mark.AFAR} for mark in found)
    away, silent = found.count(Mark.AWAY), found.count(None)
    parts = [f"{here} av {len(found)} ledamöter här", f"{away} frånvarande" if away else ""]
    return " · ".join(filter(None, (*parts, f"{silent} inte svarat" if silent else "")))


def as_called(protokoll: Protokoll, marks: Marks) -> Protokoll:
    """Return the sammanträde as it will be once the roll is saved, before anybody steps in."""
    here = _here(marks)
    stop = set(_relieved(protokoll, marks))
    rows: list[NärvaroRow] = []
    for row in protokoll.närvaro:
        whole = row.paragrafer == ALL and row.roll in _CALLED
        if whole and row.person_id not in here:
            continue
        if whole and row.person_id in stop:
            rows.append(replace(row, roll="ersättare", för=None))
        else:
            rows.append(row)
    known = {row.person_id for row in rows}
    rows += [_row(protokoll, key, marks[key]) for key in here if key not in known]
    return replace(protokoll, närvaro=tuple(rows))


def call_commands(protokoll: Protokoll, marks: Marks) -> tuple[Command, ...]:
    """Return the commands that save the roll call."""
    key = protokoll.sammanträde.id
    present = tuple(one for one, mark in marks.items() if mark is Mark.HERE)
    afar = tuple(one for one, mark in marks.items() if mark is Mark.AFAR)
    call = CallRoll(sammanträde_id=key, present=present, på_distans=afar)
    stop = (
        StandDown(sammanträde_id=key, person_id=one, nummer=None)
        for one in _relieved(protokoll, marks)
    )
    return (call, *stop)


def _here(marks: Marks) -> list[str]:
    return [key for key, mark in marks.items() if mark is not Mark.AWAY]


def _relieved(protokoll: Protokoll, marks: Marks) -> Iterator[str]:
    """Give the ersättare who served for one who is there after all."""
    here = _here(marks)
    for row in protokoll.närvaro:
        if row.för in here and row.person_id in here and row.paragrafer == ALL:
            yield row.person_id


def _row(protokoll: Protokoll, key: str, mark: Mark) -> NärvaroRow:
    return NärvaroRow(
        id=key,
        person_id=key,
        roll=roll_there(protokoll.deltagare[key].roll),
        för=None,
        paragrafer=ALL,
        från_tid=None,
        till_tid=None,
        deltar_i="beredning och beslut",
        på_distans=mark is Mark.AFAR,
        delvis=False,
        anmärkning=None,
    )


def _rows(protokoll: Protokoll, marks: Marks) -> Iterator[PersonRow]:
    people = protokoll.deltagare.values()
    seated = ledamöter(protokoll)
    ids = {one.id for one in protokoll.huvudmän}
    groups = [
        (one.namn, [each for each in seated if each.huvudman_id == one.id])
        for one in protokoll.huvudmän
    ]
    groups.append(("Ledamöter", [one for one in seated if one.huvudman_id not in ids]))
    groups.append(("Ersättare", [one for one in people if one.roll == "ersättare"]))
    known = {one.person_id for _, group in groups for one in group}
    others = [one for one in people if one.roll and one.person_id not in known]
    groups.append(("Tjänstemän och andra", others))
    for name, group in groups:
        if group:
            yield PersonRow(f"heading/{name}", Kind.HEADING, name)
            yield from (_person(protokoll, one, marks.get(one.person_id)) for one in group)


def _person(protokoll: Protokoll, one: DeltagareRow, mark: Mark | None) -> PersonRow:
    told = next((row for row in protokoll.frånvaro if row.person_id == one.person_id), None)
    below = [one.roll or "" if one.roll in CHAIRS else ""]
    if one.roll == "ersättare":
        below = [one.huvudman or ""]
    elif roll_there(one.roll) not in TJÄNSTGÖR:
        below = [one.titel or one.roll or ""]
    if told is not None and told.anmäld:
        below.append(f"har anmält frånvaro{f': {told.skäl}' if told.skäl else ''}")
    there = normalised(
        span
        for row in protokoll.närvaro
        if row.person_id == one.person_id
        for span in row.paragrafer.spans
    )
    state = mark.value if mark else "–" if there == NONE else set_text(there)
    role = _ROLES[mark] if mark else Role.MUTED
    text = " · ".join(filter(None, below))
    return PersonRow(one.person_id, Kind.LEDAMOT, one.name_and_party, text, state, role)
