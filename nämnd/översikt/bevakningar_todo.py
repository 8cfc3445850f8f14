"""What is watched, as lines of the morning's list."""

from collections.abc import Iterator, Sequence
from datetime import date

from nämnd.bevakning.queries import is_due_by, wants_reminder
from nämnd.bevakning.values import BevakningRow, Hinder, Läge, VidSammanträde
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.översikt.todo import Action, Todo, Vikt
from nämnd.översikt.todo_words import (
    ask_text,
    days_chip,
    due_text,
    remind_text,
    undated_text,
    vikt_of,
)

_NOW, _LOST = 14, 30  # days; of what is lost when it is late


def now(
    rows: Sequence[BevakningRow], meetings: Sequence[SammanträdeListRow], today: date
) -> Iterator[Todo]:
    """Yield what is due, what is to be put on the next dagordning, what is to be asked.

    `meetings`: those to come, the next one first.
    """
    for row in rows:
        if row.läge is Läge.ÅTERRAPPORTERAD:
            yield _ask(row)
        elif _is_now(row, meetings):
            yield _due(row, meetings)
        elif _needs_day(row, today):
            yield _undated(row)
    yield from _reminders(rows, today)


def coming(
    rows: Sequence[BevakningRow],
    meetings: Sequence[SammanträdeListRow],
    ahead: int,
) -> Iterator[Todo]:
    """Yield what is due in so many days and is not to be done now; what is on a dagordning too."""
    for row in rows:
        if row.läge is Läge.ÅTERRAPPORTERAD or _is_now(row, meetings):
            continue
        if row.days_left is not None and 0 <= row.days_left <= ahead:
            yield _due(row, meetings)


def _is_now(row: BevakningRow, meetings: Sequence[SammanträdeListRow]) -> bool:
    if row.läge is not Läge.ÖPPEN or row.days_left is None:
        return False
    if row.days_left <= (_LOST if row.draft.förverkande else _NOW):
        return True
    return bool(meetings) and is_due_by(row, meetings[0].dagar[-1])


def _needs_day(row: BevakningRow, today: date) -> bool:
    """Say whether somebody must see to it that it gets a day."""
    if row.hinder is Hinder.BORTA:
        return True
    rule = row.draft.förfaller
    if row.hinder is not Hinder.FÖR_FÅ_SAMMANTRÄDEN or not isinstance(rule, VidSammanträde):
        return False
    return rule.år <= today.year


def _due(row: BevakningRow, meetings: Sequence[SammanträdeListRow]) -> Todo:
    left = row.days_left or 0
    button, action, keys = _act(row, meetings)
    on = row.läge is Läge.PÅ_DAGORDNINGEN and bool(row.rapporter)
    return Todo(
        row.due,
        row.days_left,
        row.rapporter[-1].punkt if on else days_chip(left),
        due_text(row),
        button,
        action,
        keys,
        Vikt.LUGN if on else vikt_of(left),
        row.is_late and not on,
        row.draft.förverkande,
        row.draft.ansvarig,
        row.källa_text,
    )


def _act(
    row: BevakningRow, meetings: Sequence[SammanträdeListRow]
) -> tuple[str, Action, tuple[str, ...]]:
    if row.läge is Läge.PÅ_DAGORDNINGEN and row.rapporter:
        last = row.rapporter[-1]
        return "Till dagordningen", Action.TO_SAMMANTRÄDE, (last.sammanträde_id, last.punkt_id)
    where = _where_to(row, meetings)
    if where is not None:
        return "Lägg på dagordningen", Action.PUT_ON_DAGORDNING, (row.id, where)
    return "Till bevakningen", Action.TO_BEVAKNING, (row.id,)


def _where_to(row: BevakningRow, meetings: Sequence[SammanträdeListRow]) -> str | None:
    """Return the sammanträde that should take it up: its own, or the next one when that is over."""
    if row.sammanträde_id is None:
        return None
    ahead = [one.id for one in meetings]
    if row.sammanträde_id in ahead:
        return row.sammanträde_id
    return ahead[0] if ahead and row.is_late else None


def _ask(row: BevakningRow) -> Todo:
    last = next(one for one in reversed(row.rapporter) if one.utfall is None)
    return Todo(
        None,
        None,
        "återrapporterad",
        ask_text(row),
        "Klar eller återkommer?",
        Action.ASK_OUTCOME,
        (row.id, last.id),
        Vikt.NU,
        vem=row.draft.ansvarig,
        källa=row.källa_text,
    )


def _undated(row: BevakningRow) -> Todo:
    return Todo(
        None,
        None,
        "utan dag",
        undated_text(row),
        "Till bevakningen",
        Action.TO_BEVAKNING,
        (row.id,),
        Vikt.NU,
        förverkande=row.draft.förverkande,
        vem=row.draft.ansvarig,
        källa=row.källa_text,
    )


def _reminders(rows: Sequence[BevakningRow], today: date) -> Iterator[Todo]:
    due = [one for one in rows if one.draft.ansvarig and wants_reminder(one, today)]
    if not due:
        return
    names = tuple(dict.fromkeys(one.draft.ansvarig or "" for one in due))
    yield Todo(
        None,
        None,
        "påminn",
        remind_text(names, len(due)),
        "Påminn …",
        Action.REMIND,
        tuple(one.id for one in due),
        Vikt.SNART,
    )
