"""What is watched, with what the calendar says today. A constant number of statements each."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from nämnd.bevakning import writing
from nämnd.bevakning.calendars import calendar_with, rule_words
from nämnd.bevakning.reports import Told, told
from nämnd.bevakning.rules import Calendar, due, reminder_is_due
from nämnd.bevakning.secrecy import hidden
from nämnd.bevakning.sources import källa_texts
from nämnd.bevakning.values import BevakningRow, Läge
from nämnd.core.errors import GoneError
from nämnd.core.swedish import sort_key
from nämnd.store.rows import load, rows_where
from nämnd.tables import (
    Bevakning,
    Delprojekt,
    Handling,
    Paragraf,
    Punkt,
    Redovisning,
    Sammanträde,
    Överenskommelse,
)


def bevakningar(
    session: Session, nämnd_id: str, today: date, *, closed: bool = False
) -> tuple[BevakningRow, ...]:
    """Return what a nämnd watches in the order it is due; what has no day last.

    `closed`: those too that somebody has said the end of, the newest first, after the open ones.
    """
    rows = _rows(session, nämnd_id, today)
    still = sorted((one for one in rows if one.avslutad is None), key=due_order)
    if not closed:
        return tuple(still)
    done = [one for one in rows if one.avslutad is not None]
    return (*still, *sorted(done, key=lambda one: (one.avslutad, one.id), reverse=True))


def bevakning(session: Session, key: str, today: date) -> BevakningRow:
    """Return one bevakning.

    Raises:
        GoneError: it is not there.
    """
    nämnd_id = load(session, Bevakning, key).nämnd_id
    for one in _rows(session, nämnd_id, today, only={key}):
        return one
    raise GoneError("bevakning", key)


def of_källa(  # noqa: PLR0913 - one of them is given
    session: Session,
    *,
    today: date,
    paragraf_id: str | None = None,
    ärende_id: str | None = None,
    delprojekt_id: str | None = None,
    överenskommelse_id: str | None = None,
    redovisning_id: str | None = None,
    handling_id: str | None = None,
) -> tuple[BevakningRow, ...]:
    """Return the bevakningar that come from something, the open ones first.

    Those of an ärende are those of its handlingar, §§, delprojekt, överenskommelser and
    redovisningar too; those of an överenskommelse those of its redovisningar.
    """
    given = (
        (Bevakning.paragraf_id, paragraf_id),
        (Bevakning.delprojekt_id, delprojekt_id),
        (Bevakning.redovisning_id, redovisning_id),
        (Bevakning.handling_id, handling_id),
    )
    wanted = [column == key for column, key in given if key is not None]
    if ärende_id is not None:
        wanted.append(of_any_ärende(ärende_id))
    if överenskommelse_id is not None:
        wanted.append(_of_överenskommelse(överenskommelse_id))
    if not wanted:
        return ()
    found = session.execute(select(Bevakning.id, Bevakning.nämnd_id).where(*wanted)).all()
    rows = [
        one
        for nämnd_id in sorted({row.nämnd_id for row in found})
        for one in _rows(session, nämnd_id, today, only={row.id for row in found})
    ]
    return tuple(sorted(rows, key=lambda one: (one.avslutad is not None, *due_order(one))))


def of_any_ärende(key: str) -> ColumnElement[bool]:
    """Return the condition that a bevakning comes from an ärende, or from something of it."""
    of_punkt = select(Paragraf.id).join(Punkt, Punkt.id == Paragraf.punkt_id)
    return (
        (Bevakning.ärende_id == key)
        | Bevakning.handling_id.in_(select(Handling.id).where(Handling.ärende_id == key))
        | Bevakning.paragraf_id.in_(of_punkt.where(Punkt.ärende_id == key))
        | Bevakning.delprojekt_id.in_(select(Delprojekt.id).where(Delprojekt.ärende_id == key))
        | Bevakning.överenskommelse_id.in_(
            select(Överenskommelse.id).where(Överenskommelse.ärende_id == key)
        )
        | Bevakning.redovisning_id.in_(select(Redovisning.id).where(Redovisning.ärende_id == key))
    )


def _of_överenskommelse(key: str) -> ColumnElement[bool]:
    of_redovisning = select(Redovisning.id).where(Redovisning.överenskommelse_id == key)
    return (Bevakning.överenskommelse_id == key) | Bevakning.redovisning_id.in_(of_redovisning)


def due_at(session: Session, sammanträde_id: str, today: date) -> tuple[BevakningRow, ...]:
    """Return the open bevakningar due at a sammanträde, or one before it, on no dagordning.

    Raises:
        GoneError: the sammanträde is not there.
    """
    nämnd_id = load(session, Sammanträde, sammanträde_id).nämnd_id
    known = calendar_with(session, nämnd_id, {})
    here = known.möte(sammanträde_id)
    if here is None:
        return ()
    rows = bevakningar(session, nämnd_id, today)
    return tuple(one for one in rows if is_due_by(one, here.dag))


def is_due_by(row: BevakningRow, day: date) -> bool:
    """Say whether it is due at a sammanträde by `day` and waits for a dagordning."""
    at_one = row.sammanträde_id is not None and row.due is not None and row.due <= day
    return at_one and row.läge is Läge.ÖPPEN


def to_ask(session: Session, nämnd_id: str, today: date) -> tuple[BevakningRow, ...]:
    """Return those reported at a sammanträde that was held: they are finished, or come back."""
    rows = bevakningar(session, nämnd_id, today)
    return tuple(one for one in rows if one.läge is Läge.ÅTERRAPPORTERAD)


def reminders_due(session: Session, nämnd_id: str, today: date) -> tuple[BevakningRow, ...]:
    """Return the open bevakningar whose responsible is to be reminded now."""
    return tuple(one for one in bevakningar(session, nämnd_id, today) if wants_reminder(one, today))


def wants_reminder(row: BevakningRow, today: date) -> bool:
    """Say whether a step of its reminders has come; what is on a dagordning needs none."""
    if row.läge is not Läge.ÖPPEN:
        return False
    return reminder_is_due(row.draft, row.due, [day for day, _ in row.påmint], today)


def responsible(session: Session, nämnd_id: str) -> tuple[tuple[str, str | None], ...]:
    """Return the names used before with the last address of each, by name."""
    found = session.execute(
        select(Bevakning.ansvarig, Bevakning.ansvarig_epost)
        .where(Bevakning.nämnd_id == nämnd_id, Bevakning.ansvarig.is_not(None))
        .order_by(Bevakning.skapad, Bevakning.id)
    )
    names: dict[str, str | None] = {}
    for name, epost in found:
        names[str(name)] = epost or names.get(str(name))
    return tuple(sorted(names.items(), key=lambda one: sort_key(one[0])))


def due_order(row: BevakningRow) -> tuple[date, str, str]:
    """Return what bevakningar are put in order by: the day, then the rubrik."""
    return row.due or date.max, sort_key(row.draft.rubrik), row.id


def _rows(
    session: Session, nämnd_id: str, today: date, *, only: Collection[str] | None = None
) -> list[BevakningRow]:
    """Return rows of a nämnd. All of them are read: days may be counted from each other."""
    kept = rows_where(session, Bevakning, Bevakning.nämnd_id == nämnd_id)
    if not kept:
        return []
    rubriker, secret = {one.id: one.rubrik for one in kept}, hidden(session, nämnd_id)
    maker = _Maker(
        calendar_with(session, nämnd_id, {one.id: writing.read(one.förfaller) for one in kept}),
        rubriker,
        secret,
        {**rubriker, **secret},
        källa_texts(session, nämnd_id),
        told(session, nämnd_id, today),
        today,
    )
    return [maker.row(one) for one in kept if only is None or one.id in only]


@dataclass(frozen=True, slots=True)
class _Maker:
    """What rows are made with."""

    calendar: Calendar
    rubriker: Mapping[str, str]
    hidden: Mapping[str, str]
    open_rubriker: Mapping[str, str]  # with what is said instead of a hidden one
    källor: Mapping[str, str]
    told: Mapping[str, Sequence[Told]]
    today: date

    def row(self, kept: Bevakning) -> BevakningRow:
        draft = writing.draft_of(kept)
        when = due(draft.förfaller, self.calendar)
        reports = self.told.get(kept.id, ())
        return BevakningRow(
            id=kept.id,
            nämnd_id=kept.nämnd_id,
            draft=draft,
            due=when.dag,
            hinder=when.hinder,
            days_left=(when.dag - self.today).days if when.dag else None,
            läge=_läge(kept, reports),
            källa_text=self.källor.get(kept.id, ""),
            regel=rule_words(draft.förfaller, self.calendar, self.rubriker),
            sammanträde_id=when.sammanträde_id,
            rapporter=tuple(one.rapport for one in reports),
            historik=writing.historik_of(kept),
            påmint=writing.påmint_of(kept),
            avslutad=kept.avslutad,
            avslut=kept.avslut,  # pyright: ignore[reportArgumentType] - one of them, or a file's own
            avslutad_hur=kept.avslutad_hur,
            dolt=self.hidden.get(kept.id),
            regel_utåt=rule_words(draft.förfaller, self.calendar, self.open_rubriker),
        )


def _läge(kept: Bevakning, reports: Iterable[Told]) -> Läge:
    if kept.avslutad is not None:
        return Läge.AVSLUTAD
    held = {one.holds for one in reports}
    for läge in (Läge.PÅ_DAGORDNINGEN, Läge.ÅTERRAPPORTERAD):
        if läge in held:
            return läge
    return Läge.ÖPPEN
