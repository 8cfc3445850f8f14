"""How rows are filled from drafts, and drafts are read back from rows."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from sqlalchemy.orm import Session

from nämnd.core.ids import new_id
from nämnd.core.richtext import clean_lines
from nämnd.organisation.queries import huvudmän
from nämnd.organisation.rules import HuvudmanDraft, one_line
from nämnd.store.rows import rows_where
from nämnd.tables import Blankett, Fördelningsrad, Fördelningstabell, Överenskommelse
from nämnd.överenskommelse.rules import is_recipient
from nämnd.överenskommelse.values import (
    BlankettDraft,
    Blankettslag,
    Kostnad,
    Rad,
    Tabell,
    ÖverenskommelseDraft,
)


def write_överenskommelse(row: Överenskommelse, draft: ÖverenskommelseDraft) -> None:
    """Fill `row` with what the user has written, its tables apart."""
    row.rubrik, row.dnr = one_line(draft.rubrik), _some(draft.dnr)
    row.parter, row.motpartens_dnr = _lines(draft.parter), _lines(draft.motpartens_dnr)
    row.utbetalning_dnr, row.utbetalas_av = _some(draft.utbetalning_dnr), _some(draft.utbetalas_av)
    row.ärende_id, row.handling_id = draft.ärende_id, draft.handling_id
    row.från, row.till, row.totalt = draft.från, draft.till, draft.totalt
    row.anteckning = clean_lines(draft.anteckning)


def write_tables(session: Session, row: Överenskommelse, tabeller: Sequence[Tabell]) -> None:
    """Give the överenskommelse these tables, in this order.

    Tables and rows are kept by their id; one whose id is taken, by another överenskommelse or
    twice, gets a new one.
    """
    tables = {one.id: one for one in table_rows(session, row.id)}
    mine = Fördelningsrad.tabell_id.in_(list(tables))
    lines = {one.id: one for one in rows_where(session, Fördelningsrad, mine)}
    people = huvudmän(session, row.nämnd_id)
    for place, tabell in enumerate(tabeller, start=1):
        table = tables.pop(tabell.id, None)
        if table is None:
            key = _free_id(session, Fördelningstabell, tabell.id)
            table = Fördelningstabell(id=key, överenskommelse_id=row.id)
            session.add(table)
        _write_table(table, tabell, place)
        for number, rad in enumerate(tabell.rader, start=1):
            line = lines.pop(rad.id, None)
            if line is None:
                line = Fördelningsrad(id=_free_id(session, Fördelningsrad, rad.id))
                session.add(line)
            line.tabell_id, line.ordning = table.id, number
            _write_line(line, tabell, rad, people)
    for gone in (*lines.values(), *tables.values()):
        session.delete(gone)


def delete_table(session: Session, table: Fördelningstabell) -> None:
    """Remove a table with its lines."""
    for line in rows_where(session, Fördelningsrad, Fördelningsrad.tabell_id == table.id):
        session.delete(line)
    session.delete(table)


def table_rows(session: Session, överenskommelse_id: str) -> list[Fördelningstabell]:
    """Return the tables of an överenskommelse in order."""
    mine = Fördelningstabell.överenskommelse_id == överenskommelse_id
    return rows_where(session, Fördelningstabell, mine)


def tabell_of(table: Fördelningstabell, lines: Iterable[Fördelningsrad]) -> Tabell:
    """Return a table as it is read."""
    return Tabell(
        table.id,
        table.rubrik,
        tuple(table.poster),
        tuple(
            Rad(one.id, one.mottagare, dict(one.belopp), one.summa, one.huvudman_id)
            for one in lines
        ),
        dict(table.summor),
        table.totalsumma,
        table.sida,
    )


def write_blankett(row: Blankett, draft: BlankettDraft) -> None:
    """Fill `row` with what the user has written; empty lines of costs are left out."""
    row.slag, row.mottagare = draft.slag, one_line(draft.mottagare)
    row.datum, row.belopp = draft.datum, draft.belopp
    row.uppgifter = {
        name: one_line(words) for name, words in draft.uppgifter.items() if one_line(words)
    }
    row.kostnader = [
        {"vad": one_line(one.vad), "belopp": one.belopp}
        for one in draft.kostnader
        if one_line(one.vad) or one.belopp
    ]
    row.avvikelser = None if draft.avvikelser is None else clean_lines(draft.avvikelser)


def blankett_draft(row: Blankett) -> BlankettDraft:
    """Return what is written in a form."""
    lines: list[dict[str, Any]] = row.kostnader
    return BlankettDraft(
        slag=cast("Blankettslag", row.slag),
        mottagare=row.mottagare,
        datum=row.datum,
        belopp=row.belopp,
        uppgifter=dict(row.uppgifter),
        kostnader=tuple(Kostnad(str(one["vad"]), int(one["belopp"])) for one in lines),
        avvikelser=row.avvikelser,
    )


def _write_table(table: Fördelningstabell, tabell: Tabell, place: int) -> None:
    table.ordning, table.rubrik, table.sida = place, one_line(tabell.rubrik), tabell.sida
    table.poster = [one_line(post) for post in tabell.poster]
    table.summor = _by_post(tabell, tabell.summor)
    table.totalsumma = tabell.totalsumma


def _write_line(
    line: Fördelningsrad, tabell: Tabell, rad: Rad, people: Sequence[HuvudmanDraft]
) -> None:
    line.mottagare, line.summa = one_line(rad.mottagare), rad.summa
    line.belopp = _by_post(tabell, rad.belopp)
    line.huvudman_id = _huvudman(rad, people)


def _free_id(session: Session, kind: type[Fördelningstabell | Fördelningsrad], key: str) -> str:
    """Return the id, or a new one when a row has it."""
    taken = session.get(kind, key) or any(
        isinstance(one, kind) and one.id == key for one in session.new
    )
    return new_id() if taken else key


def _huvudman(rad: Rad, people: Sequence[HuvudmanDraft]) -> str | None:
    """Return which huvudman a row is: the chosen one, or else the one with that name."""
    return next((one.id for one in people if is_recipient(rad, one)), None)


def _by_post(tabell: Tabell, amounts: dict[str, int]) -> dict[str, int]:
    """Return the amounts in the order of the posts, under names as they are kept."""
    return {one_line(post): amounts[post] for post in tabell.poster if post in amounts}


def _lines(texts: Iterable[str]) -> list[str]:
    return [kept for kept in map(one_line, texts) if kept]


def _some(text: str | None) -> str | None:
    return one_line(text or "") or None
