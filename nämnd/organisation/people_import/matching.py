"""Which person and which uppdrag that are there a row is about."""

from collections.abc import Collection, Iterable

from nämnd.core.swedish import sort_key
from nämnd.organisation.people_import.reading import ReadRow
from nämnd.organisation.queries import Someone, UppdragRow
from nämnd.organisation.rules import LEDAMÖTER, UppdragDraft, overlap

ANOTHER = ""  # the answer «another person» to the question whether it is the same


def who(namn: str, parti: str | None) -> str:
    """Return what makes two rows of a list the same person: name and party, whatever the case."""
    return f"{sort_key(namn)}|{sort_key(parti or '')}"


def same_person(
    namn: str, parti: str | None, known: Iterable[Someone], nämnd_id: str
) -> str | tuple[Someone, ...]:
    """Return the id of the person that is meant, `ANOTHER` when none is there with that name.

    Where it can't be told, those it may be are returned: the same name with another party, or
    several alike. Who has an uppdrag in the nämnd goes before others.
    """
    alike = [one for one in known if sort_key(one.person.namn) == sort_key(namn)]
    if not alike:
        return ANOTHER
    fits = [one for one in alike if parti is None or _party(one) == sort_key(parti)]
    if not fits and len(alike) == 1 and not alike[0].person.parti:
        fits = alike  # the party was not known before
    here = [one for one in fits if one.nämnd_id == nämnd_id]
    for found in (fits, here):
        if len(found) == 1:
            return found[0].person_id
    return tuple(fits or alike)


def same_uppdrag(
    row: ReadRow, rows: Iterable[UppdragRow], taken: Collection[str]
) -> UppdragRow | None:
    """Return which of a person's uppdrag the row is about; None when it is a new one.

    That is one with the same role at the same time, the same first day before
    others; else the seat of a ledamot from that first day, which may change its role.
    """
    own = [one for one in rows if one.id not in taken]
    said = UppdragDraft(row.roll, från=row.från, till=row.till)
    now = [one for one in own if overlap(one.uppdrag, said)]
    same = [one for one in now if one.uppdrag.roll == row.roll]
    same.sort(key=lambda one: one.uppdrag.från != row.från)
    seats = [
        one
        for one in now
        if one.uppdrag.roll in LEDAMÖTER
        and row.roll in LEDAMÖTER
        and row.från in {None, one.uppdrag.från}
    ]
    return next(iter((*same, *seats)), None)


def _party(one: Someone) -> str:
    return sort_key(one.person.parti or "")
