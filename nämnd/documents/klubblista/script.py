"""What the ordförande asks about a § or punkt, what is expected, and what is said then.

Source: PRACTICE.md section 5 (Göteborg's politikerhandbok): question, «Ja», «Nämnden har beslutat
enligt …», some seconds' wait for votering, klubbslag. KL 5:53–56.
"""

from collections.abc import Iterator
from itertools import groupby

from nämnd.documents.klubblista.standing import standing
from nämnd.protokoll.beslutsgång import propositionsordning
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.propositions import Step, steps
from nämnd.protokoll.questions import Question, questions
from nämnd.protokoll.rounds import next_round
from nämnd.protokoll.values import ParagrafRow, Protokoll

Cue = tuple[str, str]
ASK, ANSWER, SAY, WAIT = "Fråga", "Väntat svar", "Säg", "Paus"
PAUSE = "Några sekunder: begär någon omröstning? Klubbslag."
_PAIR = 2


def cues(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[tuple[Cue, ...], ...]:
    """Return the cues, a group for each decision; none when nothing is known to be decided."""
    asked = questions(protokoll, paragraf)
    found = list(_groups(protokoll, paragraf, asked))
    if not asked:
        found = [tuple(_plain(standing(protokoll, paragraf)))]
    return tuple(one for one in (*found, tuple(_at_once(protokoll, paragraf))) if one)


def _groups(
    protokoll: Protokoll, paragraf: ParagrafRow, asked: tuple[Question, ...]
) -> Iterator[tuple[Cue, ...]]:
    plan = steps(protokoll, paragraf)
    first = ()
    if propositionsordning(protokoll, plan):
        first = ((ASK, "Godkänns propositionsordningen?"), (ANSWER, "Ja"))
    for place, group in groupby(asked, key=lambda one: one.step):
        yield (*first, *_step(plan[place], tuple(group)))
        first = ()


def _plain(rows: tuple[Cue, ...]) -> Iterator[Cue]:
    yield from rows
    if any(cue == SAY for cue, _ in rows):
        yield WAIT, PAUSE


def _step(step: Step, asked: tuple[Question, ...]) -> Iterator[Cue]:
    for one in asked:
        yield ASK, one.text
        yield ANSWER, one.answer or "Ja eller Nej"
    likely, *others = asked
    yield SAY, likely.outcome
    if likely.answer is None:  # nobody knows which
        yield from (("eller", one.outcome) for one in others)
    voting = _voting(step)
    if voting:
        yield "Om omröstning", voting
    yield WAIT, PAUSE


def _voting(step: Step) -> str:
    """Return what Ja and Nej mean when somebody asks for omröstning; «» with one proposal."""
    first = next_round(step, ())
    if first is None:
        return ""
    said = f"Ja för {first.ja_betyder}. Nej för {first.nej_betyder}."
    if len(step.proposals) == _PAIR:
        return said
    return f"Huvudförslag är {step.proposals[0].name}. Utse motförslag: {said}"


def _at_once(protokoll: Protokoll, paragraf: ParagrafRow) -> Iterator[Cue]:
    """Yield what omedelbar justering takes: the text is read out before it is declared."""
    if paragraf.omedelbart_justerad:
        yield "Läs upp", "Paragrafens text, som ska finnas skriftligt."
        yield SAY, phrase(protokoll.nämnd.frasbank, "omedelbar justering")
