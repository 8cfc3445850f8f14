"""What the ordförande asks, step by step, and the answer that is expected. Pure functions.

Source: PRACTICE.md section 5 (Göteborg's politikerhandbok): «Bifalls förvaltningens förslag?» –
«Ja» – «Nämnden har beslutat enligt …». KL 5:53: it can be answered with ja or nej.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.protokoll.meanings import outcome
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.propositions import (
    AVSLAG,
    FORMAL,
    I_DAG,
    Proposal,
    Step,
    handled_punkt,
    steps,
)
from nämnd.protokoll.values import ParagrafRow, Protokoll


@dataclass(frozen=True, slots=True)
class Question:
    """One proposition: what is asked, what is expected, what is said when it is so.

    `step` is the place of its step in the order. `answer`: Ja, Nej, or None when nobody can know.
    """

    step: int
    text: str
    answer: str | None
    outcome: str


def questions(
    protokoll: Protokoll, paragraf: ParagrafRow, huvudförslag: str | None = None
) -> tuple[Question, ...]:
    """Return the questions in order; none for a § with neither förslag nor yrkanden."""
    plan = steps(protokoll, paragraf, huvudförslag)
    punkt = handled_punkt(protokoll, paragraf)
    plain = punkt.slag if punkt and not paragraf.yrkanden else ""
    found: list[Question] = []
    for place, step in enumerate(plan):
        if plain in ("information", "anmälan"):
            text = phrase(protokoll.nämnd.frasbank, f"fråga {plain}")
            found.append(Question(place, text, "Ja", phrase(protokoll.nämnd.frasbank, plain)))
        else:
            found += _of_step(protokoll, place, step)
    return tuple(found)


def _of_step(protokoll: Protokoll, place: int, step: Step) -> Iterator[Question]:
    for number, one in enumerate(step.proposals):
        answer = "Nej" if number else "Ja"
        expected = None if step.slag == "tillägg" else answer
        yield Question(place, _asked(protokoll, step, one), expected, outcome(one.meaning))


def _asked(protokoll: Protokoll, step: Step, one: Proposal) -> str:
    frasbank = protokoll.nämnd.frasbank
    if one.key == I_DAG:
        return phrase(frasbank, "fråga avgörs i dag", vad=step.what)
    if one.key in FORMAL:
        return phrase(frasbank, f"fråga {one.key}", vad=step.what)
    if one.meaning.startswith("val av "):
        return phrase(frasbank, "fråga val", namn=one.name)
    if one.key == AVSLAG:
        return phrase(frasbank, "fråga avslag", förslag=one.meaning.removeprefix("avslag på "))
    return phrase(frasbank, "fråga bifall", förslag=one.name)
