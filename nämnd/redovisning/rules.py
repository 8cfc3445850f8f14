"""What a structure may look like, and how answers become one text. Pure."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from nämnd.core.richtext import Paragraph, Run, TextBlock, parse, plain_text, write
from nämnd.core.swedish import sort_key
from nämnd.redovisning.errors import RedovisningFault
from nämnd.redovisning.values import Fråga, FrågaDraft, Rader, RedovisningDraft, Svar

MOST_ROWS, MOST_COLUMNS = 500, 20
_MOST_LEVEL = 4


def draft_problem(draft: RedovisningDraft) -> RedovisningFault | None:
    """Return what is wrong with the facts, if anything."""
    if not draft.rubrik.strip():
        return RedovisningFault.RUBRIK_MISSING
    if draft.senast and draft.svar_senast and draft.svar_senast > draft.senast:
        return RedovisningFault.ANSWERS_TOO_LATE
    return None


def structure_problem(frågor: Sequence[FrågaDraft]) -> tuple[RedovisningFault, str] | None:
    """Return the first thing that is wrong with a structure, and the words of the row it is in."""
    if len(frågor) > MOST_ROWS:
        return RedovisningFault.TOO_MANY, ""
    for one in frågor:
        if not one.text.strip():
            return RedovisningFault.TEXT_MISSING, ""
        if one.slag == "tabell" and not any(map(str.strip, one.kolumner)):
            return RedovisningFault.KOLUMNER_MISSING, one.text
        if len(one.kolumner) > MOST_COLUMNS:
            return RedovisningFault.TOO_MANY, one.text
    return None


def level(nivå: int) -> int:
    """Return a level that a structure can have: 1 to 4."""
    return max(1, min(nivå, _MOST_LEVEL))


def clean_table(rader: Iterable[Sequence[str]], columns: int) -> Rader:
    """Return the rows of a table with as many cells as it has columns, without the empty ones."""
    rows = (tuple(cell.strip() for cell in row[:columns]) for row in rader)
    return tuple(row + ("",) * (columns - len(row)) for row in rows if any(row))


def is_empty(text: str, rader: Rader) -> bool:
    """Say whether nothing is answered."""
    return not plain_text(text).strip() and not rader


def proposal(fråga: Fråga) -> str:
    """Return the answers as one text: each under the name of who gave it, in Swedish order.

    A single answer stands without a name. Several of one huvudman stand under its name once. Who
    has not answered is left out: nothing is said for them.
    """
    given = [one for one in answers_in_order(fråga.svaras_av) if plain_text(one.text).strip()]
    if len(given) == 1:
        return given[0].text
    blocks: list[TextBlock] = []
    for vem, of_one in groupby(given, key=lambda one: one.vem):
        blocks.append(Paragraph((Run(vem, bold=True),)))
        for svar in of_one:
            blocks.extend(parse(svar.text))
    return write(tuple(blocks))


def proposed_rows(fråga: Fråga) -> Rader:
    """Return the rows of all answers to a table, in the same order as their texts."""
    columns = len(fråga.draft.kolumner)
    rows = [row for svar in answers_in_order(fråga.svaras_av) for row in svar.rader]
    return clean_table(rows, columns)


def answers_in_order(svar: Iterable[Svar]) -> list[Svar]:
    """Return answers by who gives them; the nämnd's own last."""
    return sorted(svar, key=lambda one: (one.huvudman_id is None, sort_key(one.vem), one.id))


def waits_for(frågor: Iterable[Fråga]) -> tuple[str, ...]:
    """Return who has not answered everything they were asked, each once, in Swedish order."""
    late = {one.vem for fråga in frågor for one in fråga.svaras_av if one.besvarad is None}
    return tuple(sorted(late, key=sort_key))


def same_question(one: FrågaDraft) -> tuple[str, str]:
    """Return what makes a question the same at the next occasion: its kind and its words."""
    return one.slag, " ".join(one.text.casefold().split())
