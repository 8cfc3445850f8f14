"""The calendar that days are counted from, as the file has it. A constant number of statements."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.bevakning.rules import Calendar, Möte
from nämnd.bevakning.values import Förfaller, PåDatum, Relativt
from nämnd.bevakning.wording import sammanträde_words, words
from nämnd.bevakning.writing import day, read
from nämnd.sammanträde.queries import all_days
from nämnd.tables import Bevakning, Sammanträde

ORDINARIE = "ordinarie"


def calendar(session: Session, nämnd_id: str) -> Calendar:
    """Return the sammanträden and bevakningar of a nämnd, to count from."""
    found = session.execute(
        select(Bevakning.id, Bevakning.förfaller).where(Bevakning.nämnd_id == nämnd_id)
    )
    return calendar_with(session, nämnd_id, {key: read(kept) for key, kept in found})


def calendar_with(
    session: Session, nämnd_id: str, bevakningar: Mapping[str, Förfaller]
) -> Calendar:
    """Return the sammanträden of a nämnd, with bevakningar that are read already."""
    days, _ = all_days(session, nämnd_id)
    rows = session.execute(
        select(
            Sammanträde.id,
            Sammanträde.slag,
            Sammanträde.nummer_i_året,
            Sammanträde.inställt.is_not(None),
            Sammanträde.flyttningar,
        ).where(Sammanträde.nämnd_id == nämnd_id)
    )
    möten = tuple(
        Möte(key, days[key][0], nummer, _year(days[key][0], moved), inställt, slag == ORDINARIE)
        for key, slag, nummer, inställt, moved in rows
        if days[key]
    )
    return Calendar(möten, bevakningar)


def _year(first: date, moved: Iterable[Mapping[str, object]]) -> int:
    """Return the year it was planned for before anybody moved it."""
    earlier = (day(one.get("från")) for one in moved)
    return next((one.year for one in earlier if one is not None), first.year)


def rule_words(förfaller: Förfaller, known: Calendar, rubriker: Mapping[str, str]) -> str:
    """Return when it is due in words, with what it is counted from.

    `rubriker`: of bevakningar, by id.
    """
    if not isinstance(förfaller, Relativt):
        return words(förfaller)
    möte = known.möte(förfaller.till)
    if möte is not None:
        return words(förfaller, sammanträde_words(möte.dag))
    rubrik = rubriker.get(förfaller.till)
    return words(förfaller, f"«{rubrik}»" if rubrik else "")


def history_words(förfaller: Förfaller, session: Session, nämnd_id: str) -> str:
    """Return when it is due as a line of the history has it."""
    if isinstance(förfaller, PåDatum):
        return förfaller.datum.isoformat()
    if not isinstance(förfaller, Relativt):
        return words(förfaller)
    found = select(Bevakning.id, Bevakning.rubrik).where(Bevakning.id == förfaller.till)
    rubriker = dict(session.execute(found).all())
    return rule_words(förfaller, calendar_with(session, nämnd_id, {}), rubriker)
