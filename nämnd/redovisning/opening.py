"""Rows that a command may change: refused when the redovisning is approved or registered."""

from collections.abc import Iterable, Sequence
from typing import NoReturn

from sqlalchemy.orm import Session

from nämnd.redovisning.errors import RedovisningError, RedovisningFault
from nämnd.store.rows import load
from nämnd.tables import (
    Huvudman,
    Redovisning,
    Redovisningsfråga,
    Redovisningssvar,
    Ärende,
    Överenskommelse,
)


def refuse(problem: RedovisningFault, of: str = "") -> NoReturn:
    """Raise the error that says `problem`."""
    raise RedovisningError(problem, of)


def open_redovisning(session: Session, redovisning_id: str) -> Redovisning:
    """Return a redovisning that can be changed.

    Raises:
        GoneError; RedovisningError: it is approved or registered.
    """
    row = load(session, Redovisning, redovisning_id)
    if row.handling_id is not None:
        refuse(RedovisningFault.REGISTERED)
    if row.godkänd is not None:
        refuse(RedovisningFault.APPROVED)
    return row


def open_questions(session: Session, fråga_ids: Iterable[str]) -> list[Redovisningsfråga]:
    """Return questions of redovisningar that can be changed.

    Raises:
        GoneError; RedovisningError: one is approved or registered.
    """
    rows = [load(session, Redovisningsfråga, key) for key in fråga_ids]
    for redovisning_id in {one.redovisning_id for one in rows}:
        open_redovisning(session, redovisning_id)
    return rows


def open_answers(session: Session, svar_ids: Sequence[str]) -> list[Redovisningssvar]:
    """Return answers of redovisningar that can be changed.

    Raises:
        GoneError; RedovisningError: one is approved or registered.
    """
    rows = [load(session, Redovisningssvar, key) for key in svar_ids]
    open_questions(session, {one.fråga_id for one in rows})
    return rows


def refuse_foreign(session: Session, nämnd_id: str, ärende: str | None, mother: str | None) -> None:
    """Refuse an ärende or an överenskommelse of another nämnd."""
    found = [load(session, Ärende, ärende).nämnd_id] if ärende else []
    if mother:
        found.append(load(session, Överenskommelse, mother).nämnd_id)
    if any(one != nämnd_id for one in found):
        refuse(RedovisningFault.OTHER_NÄMND)


def huvudman_of(session: Session, huvudman_id: str, nämnd_id: str) -> None:
    """Refuse a huvudman of another nämnd."""
    if load(session, Huvudman, huvudman_id).nämnd_id != nämnd_id:
        refuse(RedovisningFault.OTHER_NÄMND)
