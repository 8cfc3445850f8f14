"""Draws numbers: new §§ come last at their sammanträde, and later sammanträden make room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from nämnd.core.errors import AlreadyHandledError
from nämnd.protokoll.drafts import Moment, ParagrafDraft, beslut_from, draft_from, kept
from nämnd.protokoll.earlier import earlier_treatment
from nämnd.protokoll.numbering import Numbered, Numbers, next_number, numbers_of, pushed
from nämnd.protokoll.parts_commands import replace_parts
from nämnd.protokoll.renumbering import renumber_paragrafer, year_of
from nämnd.protokoll.values import BeslutspunktRow
from nämnd.sammanträde.dagordning import PunktRow
from nämnd.sammanträde.queries import dagordning
from nämnd.store.rows import load, rows_where
from nämnd.tables import Beslutspunkt, Paragraf, Punkt


@dataclass(frozen=True, slots=True)
class New:
    """A § to be drawn."""

    id: str
    punkt_id: str | None
    draft: ParagrafDraft
    beslut: tuple[BeslutspunktRow, ...]


def made_from(
    session: Session, punkter: Iterable[tuple[str, PunktRow]], moment: Moment
) -> tuple[New, ...]:
    """Return §§ (by id) that take over what their punkter say, and when it was put off before."""
    pairs = tuple(punkter)
    before = earlier_treatment(session, [punkt.id for _, punkt in pairs])
    return tuple(
        New(
            key,
            punkt.id,
            replace(draft_from(punkt, moment), tidigare_behandling=before[punkt.id]),
            beslut_from(punkt),
        )
        for key, punkt in pairs
    )


def unhandled(
    session: Session, sammanträde_id: str, punkt_ids: Iterable[str]
) -> tuple[PunktRow, ...]:
    """Return punkter that have no § yet, in the order asked for.

    Raises:
        AlreadyHandledError: one of them has.
        GoneError: one of them is not there.
    """
    wanted = tuple(dict.fromkeys(punkt_ids))
    for row in rows_where(session, Paragraf, Paragraf.punkt_id.in_(wanted)):
        raise AlreadyHandledError(row.rubrik, row.nummer)
    punkter = {one.id: one for one in dagordning(session, sammanträde_id).punkter}
    for key in wanted:
        load(session, Punkt, key)  # one that is gone is refused
    return tuple(punkter[key] for key in wanted)


def draw(session: Session, sammanträde_id: str, new: Sequence[New]) -> list[Paragraf]:
    """Add §§ with the next numbers, in order; later sammanträden make room."""
    before = year_of(session, sammanträde_id)
    year, rows = before, list[Paragraf]()
    for one in new:
        mine = numbers_of(year, sammanträde_id)
        nummer = next_number(year, sammanträde_id)
        row = Paragraf(
            id=one.id,
            sammanträde_id=sammanträde_id,
            punkt_id=one.punkt_id,
            ordning=len(mine.paragrafer) + 1,
            nummer=nummer,
            **kept(one.draft),
        )
        rows.append(row)
        year = _with(year, replace(mine, paragrafer=(*mine.paragrafer, Numbered(one.id, nummer))))
    session.add_all(rows)
    for one in new:
        replace_parts(session, Beslutspunkt, one.id, one.beslut)
    renumber_paragrafer(session, before, pushed(year, sammanträde_id))
    return rows


def make_room(
    session: Session, year: Sequence[Numbers], sammanträde_id: str, order: tuple[Numbered, ...]
) -> None:
    """Give the §§ of a sammanträde the numbers in `order`, and push later ones out of their way."""
    mine = replace(numbers_of(year, sammanträde_id), paragrafer=order)
    new = {one.id: one.nummer for one in order}
    renumber_paragrafer(session, year, new | pushed(_with(year, mine), sammanträde_id))


def _with(year: Sequence[Numbers], changed: Numbers) -> tuple[Numbers, ...]:
    return tuple(changed if one.sammanträde_id == changed.sammanträde_id else one for one in year)
