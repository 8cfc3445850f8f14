"""Who is asked in a package, who has answered, and whose turn it is. Nothing of Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.justering.rules import before_them
from nämnd.justering.values import Signer
from nämnd.justeringsfil.values import Asked, Manifest

SIGNS = "elektronisk underskrift"
SIGNED = "godkänt och undertecknat"


class State(Enum):
    """Where somebody stands, as the package tells it."""

    SIGNED = auto()
    APPROVED = auto()
    NOW = auto()  # can answer
    LATER = auto()  # others come first
    ELSEWHERE = auto()  # not asked in this package


@dataclass(frozen=True, slots=True)
class AskedRow:
    """One who has to do with the justering."""

    person_id: str
    namn: str
    roll: str
    state: State
    when: str = ""  # the day they answered


def rows_of(manifest: Manifest, signers: Sequence[Signer]) -> tuple[AskedRow, ...]:
    """Return everybody: those who have answered, those who are asked in turn, those who are not.

    `signers` is everybody who answers for the §§; none when the content can't be read.
    """
    given = {one.person_id: one for one in manifest.givna}
    names = {one.person_id: (one.namn, one.roll) for one in signers}
    names |= {one.person_id: (one.namn, one.roll) for one in manifest.tillfrågade}
    waiting = sorted(candidates(manifest), key=lambda one: one.ordning)
    required = [one.person_id for one in signers if one.required]
    order = dict.fromkeys([*given, *(one.person_id for one in waiting), *required])

    def row(key: str) -> AskedRow:
        namn, roll = names.get(key, ("Någon annan", ""))
        if any(one.person_id == key for one in waiting):
            state = State.LATER if before(manifest, key) else State.NOW
            return AskedRow(key, namn, roll, state)
        if key not in given:
            return AskedRow(key, namn, roll, State.ELSEWHERE)
        signed = given[key].slag == SIGNED
        state = State.SIGNED if signed else State.APPROVED
        return AskedRow(key, namn, roll, state, given[key].tid[:10])

    return tuple(map(row, order))


def candidates(manifest: Manifest) -> tuple[Asked, ...]:
    """Return those who are asked and have not given what they are asked for."""
    done = done_in(manifest)
    return tuple(one for one in manifest.tillfrågade if one.person_id not in done)


def before(manifest: Manifest, person_id: str) -> tuple[str, ...]:
    """Return the names of those who are to approve or sign before somebody."""
    turns = [(one.person_id, one.ordning) for one in manifest.tillfrågade]
    names = {one.person_id: one.namn for one in manifest.tillfrågade}
    return tuple(names[key] for key in before_them(turns, person_id, done_in(manifest)))


def done_in(manifest: Manifest) -> frozenset[str]:
    """Return those who had given what they are asked for when the package was made."""
    given = {one.person_id: one.slag for one in manifest.givna}
    return frozenset(
        one.person_id
        for one in manifest.tillfrågade
        if one.person_id in given and (one.sätt != SIGNS or given[one.person_id] == SIGNED)
    )
