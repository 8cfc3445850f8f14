"""A redovisning in the sender's order, and the form in which a huvudman answers its questions.

Source: the «Redovisningsstruktur» of Socialstyrelsen (annexes of the reports of 2018 and 2022): the
sender's headings, questions and tables stand word for word, the answers under each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nämnd.core.richtext import Paragraph, Run
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Letterhead,
    Note,
    Subheading,
    Table,
    plain,
    text,
)
from nämnd.documents.parts import Sender, running_text
from nämnd.redovisning.recipients import Asked
from nämnd.redovisning.values import Fråga, FrågaDraft, Rader, RedovisningView

KIND, FORM = "Redovisning", "Frågeformulär"
NOT_WRITTEN = "Inte skrivet än."
PLACE = "\u2063svar\u2063"  # a paragraph that says so is where an answer goes
_ROWS_TO_FILL = 3
_QUESTION_LEVEL = 3
_MOST_NAME = 80  # letters of a huvudman's name over its answer
_HELP = (
    "Skriv svaren i rutorna och skicka tillbaka filen. Flytta eller ta inte bort rutorna: svaren "
    "läses in ur dem. Det som inte är aktuellt lämnas tomt."
)


@dataclass(frozen=True, slots=True)
class AnswerPlace:
    """Where an answer goes in a form, in the order of the places."""

    svar_id: str
    label: str  # for a screen reader
    table: bool  # its rows; else words


def build_redovisning(sender: Sender, view: RedovisningView) -> Document:
    """Return the redovisning as it stands."""
    draft = view.draft
    day = view.godkänd.isoformat() if view.godkänd else ""
    return Document(
        title=draft.rubrik,
        head=Letterhead(sender.nämnd.namn, KIND, day, sender.nämnd.adress, sender.logo),
        blocks=(
            Heading(draft.rubrik, 1),
            Facts(tuple(_facts(view))),
            *running_text(draft.inledning),
            *_questions(view.frågor),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
    )


def build_form(sender: Sender, view: RedovisningView, asked: Asked) -> Document:
    """Return the questions somebody is to answer, with a place for each answer."""
    draft = view.draft
    known = {fråga.draft.id for fråga, _ in asked.svar}
    return Document(
        title=f"{draft.rubrik}: frågor till {asked.vem}",
        head=Letterhead(sender.nämnd.namn, FORM, "", sender.nämnd.adress, sender.logo),
        blocks=(
            Heading(draft.rubrik, 1),
            Facts(tuple(_form_facts(view, asked))),
            Note(text(_HELP)),
            *_form_questions(_with_context(view.frågor, known), asked),
        ),
        author=sender.nämnd.namn,
        subject=FORM,
    )


def answer_places(asked: Asked) -> tuple[AnswerPlace, ...]:
    """Return the places of a form in order: a table has one for its rows and one for words."""
    found: list[AnswerPlace] = []
    for fråga, svar in asked.svar:
        label = fråga.draft.text
        if fråga.draft.slag == "tabell":
            found.append(AnswerPlace(svar.id, f"Tabell: {label}", table=True))
            label = f"Kommentar till tabellen: {label}"
        found.append(AnswerPlace(svar.id, label, table=False))
    return tuple(found)


def _facts(view: RedovisningView) -> Iterator[tuple[str, str]]:
    draft = view.draft
    if draft.mottagare:
        yield "Till", draft.mottagare
    if view.överenskommelse:
        yield "Överenskommelse", view.överenskommelse
    if view.ärende:
        yield "Dnr", view.ärende
    if draft.senast:
        yield "Redovisas senast", draft.senast.isoformat()
    if view.godkänd:
        yield "Godkänd", ", ".join(filter(None, (view.godkänd.isoformat(), view.godkänd_av)))


def _questions(frågor: Sequence[Fråga]) -> Iterator[Block]:
    for one in frågor:
        yield from _asked_words(one.draft)
        if one.draft.answered:
            yield from _answer(one)


def _asked_words(draft: FrågaDraft) -> Iterator[Block]:
    """Yield the sender's words: headings of two levels, questions under them, texts apart."""
    if draft.slag == "rubrik":
        yield Heading(draft.text, min(1 + draft.nivå, _QUESTION_LEVEL))
    elif draft.slag == "text":
        yield Paragraph((Run(draft.text, italic=True),))
    else:
        yield Subheading(draft.text, _level(draft))


def _level(draft: FrågaDraft) -> int:
    return _QUESTION_LEVEL + min(draft.nivå, 2) - 1


def _answer(fråga: Fråga) -> Iterator[Block]:
    rows = tuple(_table(fråga.draft.kolumner, fråga.rader)) if fråga.rader else ()
    level = _level(fråga.draft) + 1
    words = tuple(_named(block, level) for block in running_text(fråga.svar))
    yield from (*rows, *words)
    if not rows and not words:
        yield Note(text(NOT_WRITTEN))


def _named(block: Block, level: int) -> Block:
    """Return a line that is all bold as the heading it is: who gave the answer that follows."""
    if not isinstance(block, Paragraph) or not all(run.bold for run in block.runs):
        return block
    words = plain(block.runs)
    return Subheading(words, level) if len(words) <= _MOST_NAME else block


def _table(names: Sequence[str], rader: Rader) -> Iterator[Block]:
    head = tuple(text(name) for name in names)
    if head:
        yield Table((head, *(tuple(text(cell) for cell in row) for row in rader)))


def _form_facts(view: RedovisningView, asked: Asked) -> Iterator[tuple[str, str]]:
    draft = view.draft
    who = asked.vem
    if asked.ansvarig and asked.ansvarig != asked.vem:
        who = f"{asked.vem}, {asked.ansvarig}"
    yield "Svaras av", who
    if draft.svar_senast:
        yield "Svara senast", draft.svar_senast.isoformat()
    if draft.mottagare:
        yield "Redovisas till", draft.mottagare
    if view.överenskommelse:
        yield "Överenskommelse", view.överenskommelse


def _with_context(frågor: Sequence[Fråga], known: set[str]) -> list[Fråga]:
    """Return the questions somebody answers with the headings and texts that lead to them.

    A heading or text stands when a question of theirs comes before the next heading of its level.
    """
    kept: list[Fråga] = []
    waiting: list[Fråga] = []
    for one in frågor:
        if one.draft.slag == "rubrik":
            waiting = [w for w in waiting if w.draft.slag == "rubrik"]
            waiting = [w for w in waiting if w.draft.nivå < one.draft.nivå]
            waiting.append(one)
        elif one.draft.slag == "text":
            waiting.append(one)
        elif one.draft.id in known:
            kept += [*waiting, one]
            waiting = []
        elif one.draft.nivå == 1:
            waiting = [w for w in waiting if w.draft.slag == "rubrik"]
    return kept


def _form_questions(frågor: Sequence[Fråga], asked: Asked) -> Iterator[Block]:
    given = {fråga.draft.id: svar for fråga, svar in asked.svar}
    for one in frågor:
        yield from _asked_words(one.draft)
        svar = given.get(one.draft.id)
        if svar is None:
            continue
        if one.draft.slag == "tabell":
            yield Paragraph(text(PLACE))
            rows = svar.rader or one.förra_rader
            blank = (("",) * len(one.draft.kolumner),) * _ROWS_TO_FILL
            yield from _table(one.draft.kolumner, (*rows, *blank))
            yield Paragraph(text("Kommentar:"))
        yield Paragraph(text(PLACE))
