"""How rows are filled from drafts, and read back."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from sqlalchemy.orm import Session

from nämnd.core.ids import new_id
from nämnd.core.richtext import clean_text, parse, write
from nämnd.organisation.rules import one_line
from nämnd.redovisning.rules import clean_table, level
from nämnd.redovisning.values import (
    FrågaDraft,
    Frågeslag,
    Rader,
    RedovisningDraft,
    Svar,
)
from nämnd.store.rows import rows_where
from nämnd.tables import Redovisning, Redovisningsfråga, Redovisningssvar

_GONE = "Tidigare huvudman"


def write_redovisning(row: Redovisning, draft: RedovisningDraft) -> None:
    """Fill `row` with what the user has written."""
    row.rubrik, row.mottagare = one_line(draft.rubrik), _some(draft.mottagare)
    row.epost, row.inledning = _some(draft.epost), clean(draft.inledning)
    row.överenskommelse_id, row.ärende_id = draft.överenskommelse_id, draft.ärende_id
    row.senast, row.svar_senast = draft.senast, draft.svar_senast


def redovisning_draft(row: Redovisning) -> RedovisningDraft:
    """Return what is written of a redovisning."""
    return RedovisningDraft(
        row.rubrik,
        row.överenskommelse_id,
        row.ärende_id,
        row.mottagare,
        row.epost,
        row.senast,
        row.svar_senast,
        row.inledning,
    )


def write_fråga(row: Redovisningsfråga, draft: FrågaDraft) -> None:
    """Fill `row` with a heading, text, question or table. Answers keep their columns' number."""
    row.slag, row.nivå, row.text = draft.slag, level(draft.nivå), one_line(draft.text)
    row.kolumner = [one_line(name) for name in draft.kolumner] if draft.slag == "tabell" else []
    if row.rader:
        row.rader = to_json(clean_table(rows_of(row.rader), len(row.kolumner)))


def fråga_draft(row: Redovisningsfråga) -> FrågaDraft:
    """Return the row as the sender's structure has it."""
    slag = cast("Frågeslag", row.slag)
    return FrågaDraft(row.id, slag, row.text, row.nivå, tuple(row.kolumner))


def copied(row: Redovisningsfråga, redovisning_id: str) -> Redovisningsfråga:
    """Return a new row with the same question, without answers."""
    new = Redovisningsfråga(id=new_id(), redovisning_id=redovisning_id, ordning=row.ordning)
    write_fråga(new, fråga_draft(row))
    return new


def svar_of(row: Redovisningssvar, names: Mapping[str, str], own: str) -> Svar:
    """Return an answer with the name of who gives it; `own`: what the nämnd itself is called."""
    gone = _GONE if row.huvudman_id else own  # a huvudman's answer is never the nämnd's
    name = names.get(row.huvudman_id or "") or row.ansvarig or gone
    return Svar(
        row.id,
        row.huvudman_id,
        name,
        row.ansvarig,
        row.epost,
        row.text,
        rows_of(row.rader),
        row.besvarad,
        row.frågad,
        tuple((date.fromisoformat(str(o["datum"])), str(o["till"])) for o in row.påmint),
    )


def question_rows(session: Session, redovisning_id: str) -> list[Redovisningsfråga]:
    """Return the rows of a structure in order."""
    return rows_where(
        session, Redovisningsfråga, Redovisningsfråga.redovisning_id == redovisning_id
    )


def answer_rows(session: Session, fråga_ids: Sequence[str]) -> list[Redovisningssvar]:
    """Return the answers to these questions."""
    return rows_where(session, Redovisningssvar, Redovisningssvar.fråga_id.in_(fråga_ids))


def rows_of(kept: list[list[str | None]]) -> Rader:
    """Return the rows of a table as they are read."""
    return tuple(tuple(cell or "" for cell in row) for row in kept)


def to_json(rader: Rader) -> list[list[str | None]]:
    """Return the rows of a table as they are kept."""
    return [[clean_text(cell) for cell in row] for row in rader]


def clean(text: str) -> str:
    """Return running text as it is kept."""
    return write(parse(text))


def _some(text: str | None) -> str | None:
    return one_line(text or "") or None
