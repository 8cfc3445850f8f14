"""The report on empty seats and uppdrag that end soon: its columns, on the screen and as CSV."""

from collections.abc import Iterable
from datetime import date

from nämnd.core.swedish import counted, short_date, sort_key
from nämnd.organisation.coming import SOON, Coming
from nämnd.organisation.rules import role_order, with_party
from ui.toolkit.palette import Role
from ui.toolkit.table import Column

CSV_HEADINGS = (
    "Vad", "Uppdrag", "Utsedd av", "Namn", "Parti", "Sista dag", "Dagar kvar", "Därefter",
    "Tillträder", "Tomma dagar",
)  # fmt: skip
_URGENT = 30  # days


def columns() -> tuple[Column[Coming], ...]:
    """Return the columns of the table."""
    return (
        Column("Läge", state_text, lambda one: one.days_left or -1, 13, chip=_state_role),
        Column("Uppdrag", _role_text, lambda one: role_order(one.roll), 17),
        Column("Utsedd av", _appointer, lambda one: sort_key(_appointer(one)), 16),
        Column("Nu", _name, lambda one: sort_key(_name(one)), 20),
        Column("Sista dag", _last_day, _last_day, 9),
        Column("Därefter", follow_text, lambda one: sort_key(follow_text(one)), tip=follow_text),
    )


def key_of(one: Coming) -> tuple[object, ...]:
    """Return what tells a line from others; empty seats that are alike are one of them."""
    follower = one.follower.id if one.follower else ""
    return (one.huvudman_id, one.roll, one.ends.id if one.ends else "", follower)


def state_text(one: Coming) -> str:
    """Return «Vakant», «Sista dagen» or «36 dagar kvar»."""
    if one.days_left is None:
        return "Vakant"
    if one.days_left == 0:
        return "Sista dagen"
    return counted(one.days_left, "dag kvar", "dagar kvar")


def follow_text(one: Coming) -> str:
    """Return what becomes of the seat: «Bo Alm tillträder 2027-01-15; platsen är tom 14 dagar»."""
    if one.follower is None:
        if not one.vacant:
            return "Ingen behövs: de är fler än platserna"
        return "Ingen är utsedd"
    name = with_party(one.follower.person.namn, one.follower.person.parti)
    same = one.ends is not None and one.ends.person_id == one.follower.person_id
    who = "Fortsätter" if same else f"{name} tillträder"
    gap = f"; platsen är tom {counted(one.empty_days or 0, 'dag', 'dagar')}" if one.vacant else ""
    return f"{who} {one.follower.uppdrag.från}{gap}"


def summary_text(found: Iterable[Coming], day: date) -> str:
    """Return «2 platser är vakanta och 3 uppdrag går ut inom 90 dagar från 2 mars 2026»."""
    known = tuple(found)
    empty = sum(one.ends is None for one in known)
    ending = len(known) - empty
    when = short_date(day)
    if not known:
        return f"Den {when} är ingen plats vakant, och inget uppdrag går ut inom {SOON} dagar."
    vacant = counted(empty, "plats är vakant", "platser är vakanta") if empty else ""
    ends = f"{ending} uppdrag går ut inom {SOON} dagar" if ending else ""
    return f"Den {when}: {' och '.join(filter(None, (vacant, ends)))}."


def table_rows(found: Iterable[Coming]) -> list[tuple[str, ...]]:
    """Return headings and cells, for a file or the clipboard."""
    return [CSV_HEADINGS, *map(_cells, found)]


def _cells(one: Coming) -> tuple[str, ...]:
    person = one.ends.person if one.ends else None
    follower = one.follower
    return (
        "Vakant plats" if one.ends is None else "Uppdrag som går ut",
        _role_text(one),
        _appointer(one),
        person.namn if person else "",
        (person.parti or "") if person else "",
        _last_day(one),
        "" if one.days_left is None else str(one.days_left),
        with_party(follower.person.namn, follower.person.parti) if follower else "",
        str(follower.uppdrag.från) if follower else "",
        "" if one.empty_days is None else str(one.empty_days),
    )


def _state_role(one: Coming) -> Role:
    if not one.vacant:
        return Role.QUIET
    return Role.WARN if one.days_left is not None and one.days_left > _URGENT else Role.LATE


def _role_text(one: Coming) -> str:
    return one.roll.capitalize()


def _appointer(one: Coming) -> str:
    return one.huvudman or ""


def _name(one: Coming) -> str:
    return with_party(one.ends.person.namn, one.ends.person.parti) if one.ends else "–"


def _last_day(one: Coming) -> str:
    return str(one.ends.uppdrag.till) if one.ends else ""
