"""What is to be sent for justering, to whom: as it is asked for, and what comes of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from nämnd.justering import rules
from nämnd.justering.commands import RecordSent
from nämnd.justering.values import JusteringView, Signer, Sätt
from nämnd.justeringsfil.values import Sätt as Way

LEAST_PASSPHRASE = 8  # letters


@dataclass(frozen=True, slots=True)
class AskOrder:
    """One who is asked. `ordning` from 1; those with the same are asked at once."""

    person_id: str
    ordning: int = 1
    sätt: Way = "godkännande"


@dataclass(frozen=True, slots=True)
class SendOrder:
    """How a set of §§ is to be justerad and who is asked; nobody: it is signed on paper only."""

    sätt: Sätt
    asked: tuple[AskOrder, ...]
    passphrase: str | None = field(default=None, repr=False)
    meddelande: str = ""  # to those who are asked


@dataclass(frozen=True, slots=True)
class Prepared:
    """What is to leave. Nothing has, until `command` has run: then write `file` and tell `codes`.

    `file` is None when it is to be signed on paper only: then `pdf` is what is printed.
    """

    command: RecordSent
    file: bytes | None = field(repr=False)
    filnamn: str
    pdf: bytes = field(repr=False)
    pdf_namn: str
    codes: Mapping[str, str] = field(repr=False)  # person id → one-time code; kept nowhere
    voided: tuple[str, ...] = ()  # names of those whose approval does not hold any more


def usual_order(view: JusteringView, sätt: Sätt, passphrase: str | None = None) -> SendOrder:
    """Return the order that asks all who must answer and have not.

    Godkännande is asked for at once, a signature in turn: each stands on the one before.
    """
    electronic = sätt == rules.ELECTRONIC
    given = () if view.changed or sätt != view.sätt else view.underskrifter
    wanted = rules.SIGNED if electronic else (rules.APPROVED, *rules.SIGNED)
    left = rules.missing(view.signers, given, wanted)
    asked = tuple(
        AskOrder(one.person_id, place, "elektronisk underskrift")
        if electronic
        else AskOrder(one.person_id)
        for place, one in enumerate(left, start=1)
    )
    return SendOrder(sätt, asked, passphrase)


def in_turn(asked: tuple[AskOrder, ...]) -> tuple[AskOrder, ...]:
    """Return those who are asked, with a turn of their own for each who signs electronically."""
    rows = sorted(asked, key=lambda one: one.ordning)
    found = [replace(one, ordning=1) for one in rows[:1]]
    for before, one in pairwise(rows):
        alone = rules.ELECTRONIC in (before.sätt, one.sätt)
        later = alone or before.ordning != one.ordning
        found.append(replace(one, ordning=found[-1].ordning + later))
    return tuple(found)


def places(signers: tuple[Signer, ...]) -> Iterator[tuple[str, str]]:
    """Yield the name of everybody's place to sign in the file: the same for the same text."""
    for number, one in enumerate(signers, start=1):
        yield one.person_id, f"underskrift{number}"
