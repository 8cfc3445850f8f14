"""Who is to be reminded of what: everything of one person together."""

from collections.abc import Iterable
from dataclasses import dataclass

from nämnd.bevakning.secrecy import outward
from nämnd.bevakning.values import BevakningRow
from nämnd.core.swedish import sort_key


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one person is reminded of, in the order it is due."""

    ansvarig: str
    epost: str | None
    rows: tuple[BevakningRow, ...]


def by_responsible(rows: Iterable[BevakningRow]) -> tuple[Reminder, ...]:
    """Return one reminder for each responsible, by name; what has none is left out.

    The same name with two addresses is one person: the address said last is used. What may not be
    told in a mail is left out of its row.
    """
    names: dict[str, list[BevakningRow]] = {}
    for row in rows:
        if row.draft.ansvarig:
            names.setdefault(_same(row.draft.ansvarig), []).append(outward(row))
    found = (_reminder(of_one) for of_one in names.values())
    return tuple(sorted(found, key=lambda one: sort_key(one.ansvarig)))


def _same(name: str) -> str:
    return " ".join(name.casefold().split())


def _reminder(rows: list[BevakningRow]) -> Reminder:
    addresses = [one.draft.ansvarig_epost for one in rows if one.draft.ansvarig_epost]
    return Reminder(
        ansvarig=rows[0].draft.ansvarig or "",
        epost=addresses[-1] if addresses else None,
        rows=tuple(rows),
    )
