"""What is known of redovisningar."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.organisation.queries import huvudmän
from nämnd.redovisning.rules import answers_in_order, same_question, waits_for
from nämnd.redovisning.values import Fråga, RedovisningRow, RedovisningView, Svar
from nämnd.redovisning.writing import (
    answer_rows,
    fråga_draft,
    question_rows,
    redovisning_draft,
    rows_of,
    svar_of,
)
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Nämnd,
    Redovisning,
    Redovisningsfråga,
    Redovisningssvar,
    Ärende,
    Överenskommelse,
)


def redovisning_rows(
    session: Session, nämnd_id: str, *, överenskommelse_id: str | None = None
) -> tuple[RedovisningRow, ...]:
    """Return the redovisningar of a nämnd, or of one överenskommelse: what is due first, first.

    The number of statements is the same however many there are.
    """
    mine = [Redovisning.nämnd_id == nämnd_id]
    if överenskommelse_id is not None:
        mine.append(Redovisning.överenskommelse_id == överenskommelse_id)
    rows = rows_where(session, Redovisning, *mine)
    frågor = _all_questions(session, nämnd_id)
    mothers = _names(session, nämnd_id)
    found = (_row(one, frågor[one.id], mothers) for one in rows)
    return tuple(sorted(found, key=lambda one: (one.senast or date.max, one.rubrik, one.id)))


def redovisning_view(session: Session, redovisning_id: str) -> RedovisningView:
    """Return a redovisning with its questions, answers, and what was answered the last time.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Redovisning, redovisning_id)
    last = _occasion_before(session, row)
    frågor = _questions(session, row)
    if last is not None:
        frågor = tuple(_with_last(frågor, _questions(session, last)))
    return RedovisningView(
        row.id,
        row.nämnd_id,
        redovisning_draft(row),
        frågor,
        row.godkänd,
        row.godkänd_av,
        row.sänd,
        row.handling_id,
        _rubrik_of(session, row.överenskommelse_id),
        _dnr_of(session, row.ärende_id),
        last.rubrik if last is not None else None,
    )


def redovisning_of_fråga(session: Session, fråga_id: str) -> str:
    """Return the id of the redovisning a question belongs to.

    Raises:
        GoneError: the question is not there.
    """
    return load(session, Redovisningsfråga, fråga_id).redovisning_id


def addresses_used(session: Session, nämnd_id: str) -> dict[str, tuple[str, str]]:
    """Return who answered for a huvudman the last time, and their address, by the huvudman's id."""
    query = (
        select(Redovisningssvar.huvudman_id, Redovisningssvar.ansvarig, Redovisningssvar.epost)
        .join(Redovisningsfråga, Redovisningsfråga.id == Redovisningssvar.fråga_id)
        .join(Redovisning, Redovisning.id == Redovisningsfråga.redovisning_id)
        .where(Redovisning.nämnd_id == nämnd_id, Redovisningssvar.huvudman_id.is_not(None))
        .order_by(Redovisning.senast, Redovisningsfråga.ordning)
    )
    found = session.execute(query).all()
    return {str(key): (who or "", mail or "") for key, who, mail in found if who or mail}


def _row(row: Redovisning, frågor: Iterable[Fråga], mothers: Mapping[str, str]) -> RedovisningRow:
    asked = [one for one in frågor if one.draft.answered]
    return RedovisningRow(
        row.id,
        row.rubrik,
        mothers.get(row.överenskommelse_id or ""),
        row.mottagare,
        row.senast,
        len(asked),
        sum(one.klar for one in asked),
        waits_for(asked) if row.godkänd is None else (),
        row.godkänd,
        row.sänd,
        row.överenskommelse_id,
        row.svar_senast,
    )


def _all_questions(session: Session, nämnd_id: str) -> dict[str, list[Fråga]]:
    query = (
        select(Redovisningsfråga)
        .join(Redovisning, Redovisning.id == Redovisningsfråga.redovisning_id)
        .where(Redovisning.nämnd_id == nämnd_id)
        .order_by(Redovisningsfråga.ordning, Redovisningsfråga.id)
    )
    answers = (
        select(Redovisningssvar)
        .join(Redovisningsfråga, Redovisningsfråga.id == Redovisningssvar.fråga_id)
        .join(Redovisning, Redovisning.id == Redovisningsfråga.redovisning_id)
        .where(Redovisning.nämnd_id == nämnd_id)
    )
    rows = list(session.scalars(query))
    svar = _by_question(session, nämnd_id, session.scalars(answers))
    found: dict[str, list[Fråga]] = defaultdict(list)
    for row in rows:
        found[row.redovisning_id].append(_fråga(row, svar.get(row.id, ())))
    return found


def _questions(session: Session, row: Redovisning) -> tuple[Fråga, ...]:
    rows = question_rows(session, row.id)
    given = answer_rows(session, [one.id for one in rows])
    svar = _by_question(session, row.nämnd_id, given)
    return tuple(_fråga(one, svar.get(one.id, ())) for one in rows)


def _by_question(
    session: Session, nämnd_id: str, rows: Iterable[Redovisningssvar]
) -> dict[str, list[Svar]]:
    names = {one.id: one.namn for one in huvudmän(session, nämnd_id)}
    nämnd = load(session, Nämnd, nämnd_id)
    found: dict[str, list[Svar]] = defaultdict(list)
    for row in rows:
        found[row.fråga_id].append(svar_of(row, names, nämnd.kortnamn or nämnd.namn))
    return found


def _fråga(row: Redovisningsfråga, svar: Iterable[Svar]) -> Fråga:
    given = tuple(answers_in_order(svar))
    return Fråga(fråga_draft(row), given, row.svar, rows_of(row.rader), row.klar)


def _occasion_before(session: Session, row: Redovisning) -> Redovisning | None:
    """Return the last redovisning before this one with the same överenskommelse or recipient."""
    if row.senast is None:
        return None
    same = (
        Redovisning.överenskommelse_id == row.överenskommelse_id
        if row.överenskommelse_id
        else Redovisning.mottagare == row.mottagare
    )
    mine = (Redovisning.nämnd_id == row.nämnd_id, same, Redovisning.senast < row.senast)
    found = rows_where(session, Redovisning, *mine)
    return max(found, key=lambda one: (one.senast or date.min, one.id), default=None)


def _with_last(frågor: Iterable[Fråga], last: Iterable[Fråga]) -> Iterable[Fråga]:
    """Yield questions with what was answered to the same words the last time."""
    before = {same_question(one.draft): one for one in last if one.draft.answered}
    for one in frågor:
        old = before.get(same_question(one.draft)) if one.draft.answered else None
        yield one if old is None else replace(one, förra=old.svar, förra_rader=old.rader)


def _names(session: Session, nämnd_id: str) -> dict[str, str]:
    query = select(Överenskommelse.id, Överenskommelse.rubrik)
    found = session.execute(query.where(Överenskommelse.nämnd_id == nämnd_id)).all()
    return {str(key): str(rubrik) for key, rubrik in found}


def _rubrik_of(session: Session, key: str | None) -> str | None:
    row = session.get(Överenskommelse, key) if key else None
    return row.rubrik if row is not None else None


def _dnr_of(session: Session, key: str | None) -> str | None:
    row = session.get(Ärende, key) if key else None
    return row.dnr if row is not None else None
