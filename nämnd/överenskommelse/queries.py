"""What is asked of överenskommelser and their forms."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.bevakning.queries import bevakningar
from nämnd.core.swedish import sort_key
from nämnd.organisation.queries import huvudmän
from nämnd.organisation.rules import one_line
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Blankett,
    Fördelningsrad,
    Fördelningstabell,
    Ärende,
    Överenskommelse,
)
from nämnd.överenskommelse.errors import MottagareUnknownError, ÖverenskommelseUnknownError
from nämnd.överenskommelse.names import recipient_key
from nämnd.överenskommelse.prefill import first_draft
from nämnd.överenskommelse.rules import share, wrong_sums
from nämnd.överenskommelse.values import (
    Andel,
    BlankettDraft,
    BlankettRow,
    Blankettslag,
    Tabell,
    ÖverenskommelseDraft,
    ÖverenskommelseRow,
    ÖverenskommelseView,
)
from nämnd.överenskommelse.writing import blankett_draft, tabell_of

_NOTHING: tuple[date | None, str] = (None, "")


def överenskommelse_rows(
    session: Session, nämnd_id: str, today: date
) -> tuple[ÖverenskommelseRow, ...]:
    """Return the överenskommelser of a nämnd, the one that ends last first.

    A constant number of statements.
    """
    mine = Överenskommelse.nämnd_id == nämnd_id
    found = list(session.scalars(select(Överenskommelse).where(mine)))
    tables = _tables(session, (one.id for one in found))
    people = huvudmän(session, nämnd_id)
    due = _first_due(session, nämnd_id, today)
    rows = [
        ÖverenskommelseRow(
            id=one.id,
            rubrik=one.rubrik,
            parter=tuple(one.parter),
            från=one.från,
            till=one.till,
            totalt=one.totalt,
            vår_del=_ours(share(tables[one.id], people, one.totalt)) if tables[one.id] else None,
            fel=sum(len(wrong_sums(tabell)) for tabell in tables[one.id]),
            due=due.get(one.id, _NOTHING)[0],
            vad=due.get(one.id, _NOTHING)[1],
        )
        for one in found
    ]
    newest = sorted(rows, key=lambda one: sort_key(one.rubrik))
    return tuple(sorted(newest, key=lambda one: one.till or date.max, reverse=True))


def överenskommelse_view(session: Session, överenskommelse_id: str) -> ÖverenskommelseView:
    """Return an överenskommelse with its tables, what is wrong in them, shares and forms.

    Raises:
        GoneError: it is not there.
    """
    row = load(session, Överenskommelse, överenskommelse_id)
    tabeller = tuple(_tables(session, (row.id,))[row.id])
    ärende = session.get(Ärende, row.ärende_id) if row.ärende_id else None
    return ÖverenskommelseView(
        id=row.id,
        nämnd_id=row.nämnd_id,
        draft=_draft(row, tabeller),
        fel=tuple(fel for tabell in tabeller for fel in wrong_sums(tabell)),
        blanketter=_forms(session, Blankett.överenskommelse_id == row.id),
        andelar=share(tabeller, huvudmän(session, row.nämnd_id), row.totalt),
        ärende_dnr=ärende.dnr if ärende else None,
    )


def blankett_row(session: Session, blankett_id: str) -> BlankettRow:
    """Return a form.

    Raises:
        GoneError: it is not there.
    """
    return _form(load(session, Blankett, blankett_id))


def new_blankett(
    session: Session, överenskommelse_id: str, slag: Blankettslag, mottagare: str, today: date
) -> BlankettDraft:
    """Return a form with what is known of the överenskommelse and of the recipient.

    The amount is that of the first table with the recipient; who to contact is as in its last form
    in any överenskommelse of the nämnd. Nothing is saved.

    Raises:
        GoneError: the överenskommelse is not there.
    """
    row = load(session, Överenskommelse, överenskommelse_id)
    tabeller = tuple(_tables(session, (row.id,))[row.id])
    theirs = select(Överenskommelse.id).where(Överenskommelse.nämnd_id == row.nämnd_id)
    forms = _forms(session, Blankett.överenskommelse_id.in_(theirs))
    key = recipient_key(mottagare)
    earlier = [one.draft for one in forms if recipient_key(one.draft.mottagare) == key]
    return first_draft(_draft(row, tabeller), slag, mottagare, earlier, today)


def mottagare(session: Session, överenskommelse_id: str) -> tuple[str, ...]:
    """Return the recipients of an överenskommelse as its tables write them, each once, in order."""
    seen: dict[str, str] = {}
    for tabell in _tables(session, (överenskommelse_id,))[överenskommelse_id]:
        for rad in tabell.rader:
            seen.setdefault(recipient_key(rad.mottagare) or rad.mottagare, rad.mottagare)
    return tuple(seen.values())


def find_mottagare(session: Session, överenskommelse_id: str, wanted: str) -> str:
    """Return the recipient that is meant, as the first table that has it writes it.

    Raises:
        MottagareUnknownError: no table has it.
    """
    known = mottagare(session, överenskommelse_id)
    key = recipient_key(wanted)
    for one in known:
        if one.casefold() == wanted.strip().casefold() or (key and recipient_key(one) == key):
            return one
    raise MottagareUnknownError(wanted, known)


def find_överenskommelse(session: Session, nämnd_id: str, wanted: str) -> str:
    """Return the id of the överenskommelse with that id, dnr (on either side) or rubrik.

    A part of the rubrik is enough when only one has it; nothing, when there is only one.

    Raises:
        ÖverenskommelseUnknownError: there is none, or several could be meant.
    """
    mine = Överenskommelse.nämnd_id == nämnd_id
    rows = list(session.scalars(select(Överenskommelse).where(mine)))
    asked = one_line(wanted).casefold()
    exact = [one for one in rows if asked in _called(one)]
    found = exact or [one for one in rows if asked in one.rubrik.casefold()]
    if len(found) == 1:
        return found[0].id
    raise ÖverenskommelseUnknownError(wanted, tuple(one.rubrik for one in found))


def _called(row: Överenskommelse) -> set[str]:
    names = (row.id, row.rubrik, row.dnr or "", *row.motpartens_dnr)
    return {name.casefold() for name in names if name}


def _draft(row: Överenskommelse, tabeller: Sequence[Tabell]) -> ÖverenskommelseDraft:
    return ÖverenskommelseDraft(
        rubrik=row.rubrik,
        parter=tuple(row.parter),
        dnr=row.dnr,
        motpartens_dnr=tuple(row.motpartens_dnr),
        utbetalning_dnr=row.utbetalning_dnr,
        ärende_id=row.ärende_id,
        handling_id=row.handling_id,
        från=row.från,
        till=row.till,
        totalt=row.totalt,
        utbetalas_av=row.utbetalas_av,
        anteckning=row.anteckning,
        tabeller=tuple(tabeller),
    )


def _tables(session: Session, keys: Iterable[str]) -> dict[str, list[Tabell]]:
    """Return the tables of each överenskommelse, in two statements."""
    wanted = list(keys)
    tables = rows_where(
        session, Fördelningstabell, Fördelningstabell.överenskommelse_id.in_(wanted)
    )
    lines: dict[str, list[Fördelningsrad]] = defaultdict(list)
    mine = Fördelningsrad.tabell_id.in_([one.id for one in tables])
    for line in rows_where(session, Fördelningsrad, mine):
        lines[line.tabell_id].append(line)
    found: dict[str, list[Tabell]] = defaultdict(list)
    for table in tables:
        found[table.överenskommelse_id].append(tabell_of(table, lines[table.id]))
    return found


def _forms(session: Session, condition: ColumnElement[bool]) -> tuple[BlankettRow, ...]:
    """Return forms, the newest first."""
    found = rows_where(session, Blankett, condition)
    newest = sorted(found, key=lambda one: (one.datum or date.min, one.id), reverse=True)
    return tuple(map(_form, newest))


def _form(row: Blankett) -> BlankettRow:
    return BlankettRow(
        row.id, row.överenskommelse_id, blankett_draft(row), row.handling_id, row.sänd
    )


def _ours(andelar: Sequence[Andel]) -> int:
    return sum(one.summa for one in andelar)


def _first_due(session: Session, nämnd_id: str, today: date) -> dict[str, tuple[date | None, str]]:
    """Return day and rubrik of the first open bevakning of each överenskommelse."""
    found: dict[str, tuple[date | None, str]] = {}
    for one in bevakningar(session, nämnd_id, today):
        key = one.draft.källa.överenskommelse_id
        if key is not None:
            found.setdefault(key, (one.due, one.draft.rubrik))
    return found
