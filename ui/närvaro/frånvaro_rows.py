"""Who is not coming, and whom to call for them, as rows. Pure functions."""

from collections.abc import Iterator
from datetime import datetime

from nämnd.närvaro.ersättare import Proposal, call_order
from nämnd.närvaro.values import FrånvaroRow, InkalladRow
from nämnd.organisation.rules import LEDAMÖTER
from nämnd.protokoll.values import Protokoll
from ui.ersättare_words import reason_text
from ui.närvaro.rows import Kind, PersonRow
from ui.toolkit.palette import Role

ANSWERS: dict[str, str | None] = {"T": None, "J": "ja", "N": "nej", "I": "inget svar"}
"""What the letters of the list write down; T is asked without an answer yet."""
_SAID: dict[str | None, tuple[str, Role]] = {
    None: ("tillfrågad", Role.NOTE),
    "ja": ("ja", Role.GOOD),
    "nej": ("nej", Role.LATE),
    "inget svar": ("inget svar", Role.WARN),
}
_NEXT = "på tur"


def people_to_miss(protokoll: Protokoll) -> list[tuple[str, str]]:
    """Return those who can say that they are not coming, and have not."""
    told = {one.person_id for one in protokoll.frånvaro}
    return [
        (one.person_id, one.name_and_party)
        for one in protokoll.deltagare.values()
        if one.roll and one.person_id not in told
    ]


def frånvaro_rows(protokoll: Protokoll) -> tuple[PersonRow, ...]:
    """Return who is not coming, with when they said so and who steps in."""
    return tuple(_frånvaro(protokoll, one) for one in protokoll.frånvaro)


def call_rows(protokoll: Protokoll, person_id: str) -> tuple[PersonRow, ...]:
    """Return the ersättare for a ledamot: those asked first, then those to call, in order."""
    found = next((one for one in protokoll.frånvaro if one.person_id == person_id), None)
    return (
        () if found is None or not _is_ledamot(protokoll, found) else (*_calls(protokoll, found),)
    )


def _frånvaro(protokoll: Protokoll, one: FrånvaroRow) -> PersonRow:
    told = f"anmält {_when(one.tid)}" if one.anmäld else "inte anmält"
    below = " · ".join(filter(None, (told.strip(), one.skäl)))
    state, role = "", Role.MUTED
    if _is_ledamot(protokoll, one):
        yes = next((asked.person_id for asked in one.inkallade if asked.svar == "ja"), None)
        state, role = ("ersättare klar", Role.GOOD) if yes else ("saknar ersättare", Role.WARN)
    return PersonRow(one.person_id, Kind.LEDAMOT, protokoll.name(one.person_id), below, state, role)


def _calls(protokoll: Protokoll, found: FrånvaroRow) -> Iterator[PersonRow]:
    asked = {one.person_id for one in found.inkallade}
    order = call_order(protokoll, found)
    by_id = {one.person_id: one for one in order}
    for one in found.inkallade:
        yield _asked(protokoll, one, by_id.get(one.person_id))
    settled = any(one.svar in ("ja", None) for one in found.inkallade)
    rest = [one for one in order if one.person_id not in asked]
    for place, one in enumerate(rest):
        next_up = place == 0 and one.fits and not settled
        state, role = (_NEXT, Role.NOTE) if next_up else ("", Role.MUTED)
        name = protokoll.name(one.person_id)
        yield PersonRow(one.person_id, Kind.ERSÄTTARE, name, _reason(protokoll, one), state, role)


def _asked(protokoll: Protokoll, one: InkalladRow, known: Proposal | None) -> PersonRow:
    state, role = _SAID[one.svar]
    when = _when(one.tid)
    parts = (_reason(protokoll, known) if known else "", when)
    below = " · ".join(filter(None, parts))
    return PersonRow(
        one.person_id, Kind.ERSÄTTARE, protokoll.name(one.person_id), below, state, role
    )


def _reason(protokoll: Protokoll, one: Proposal) -> str:
    if one.fits:
        return reason_text(one)
    known = protokoll.deltagare.get(one.person_id)
    return f"annan huvudman: {known.huvudman}" if known and known.huvudman else "annan huvudman"


def _is_ledamot(protokoll: Protokoll, one: FrånvaroRow) -> bool:
    known = protokoll.deltagare.get(one.person_id)
    return known is not None and known.roll in LEDAMÖTER


def _when(tid: str | None) -> str:
    if not tid:
        return ""
    at = datetime.fromisoformat(tid)
    return f"{at.day}/{at.month} {at:%H.%M}"
