"""Which database, which nämnd and which sammanträde the words mean."""

import getpass
from collections.abc import Generator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.orm import Session

from nämnd.core.errors import (
    NämndAmbiguousError,
    NämndUnknownError,
    SammanträdeUnknownError,
)
from nämnd.core.swedish import sort_key
from nämnd.organisation.queries import NämndRow, nämnder
from nämnd.sammanträde.queries import sammanträde_on, sammanträden
from nämnd.store import Store, default_place, place_of


@contextmanager
def opened(databas: str | None, *, now: datetime, read_only: bool) -> Generator[Store]:
    """Open the database the user named, or the user's own, for as long as the work takes."""
    place = place_of(databas) if databas else default_place()
    store = Store(place, who=getpass.getuser(), clock=lambda: now, read_only=read_only)
    try:
        yield store
    finally:
        store.close()


def chosen_nämnd(session: Session, wanted: str | None) -> str:
    """Return the id of the nämnd the user means: by name, short name or id, or the only one.

    Raises:
        NämndUnknownError, NämndAmbiguousError: it can't be told which.
    """
    rows = nämnder(session)
    names = tuple(row.namn for row in rows)
    if wanted is None:
        if len(rows) == 1:
            return rows[0].id
        raise NämndAmbiguousError(names) if rows else NämndUnknownError("", ())
    for row in rows:
        if _goes_by(row, wanted):
            return row.id
    raise NämndUnknownError(wanted, names)


def chosen_sammanträde(session: Session, nämnd_id: str, wanted: str | None) -> str:
    """Return the id of the sammanträde on a date or with an id; the only one when none is named.

    Raises:
        SammanträdeUnknownError: there is none, or several and none was named.
    """
    rows = sammanträden(session, nämnd_id)
    if wanted is None and len(rows) == 1:
        return rows[0].id
    found = sammanträde_on(session, nämnd_id, wanted) if wanted else None
    if found is None:
        days = tuple(row.dagar[0].isoformat() for row in rows if row.dagar)
        raise SammanträdeUnknownError(wanted or "", days)
    return found


def _goes_by(row: NämndRow, wanted: str) -> bool:
    names = (row.id, row.namn, row.kortnamn or row.namn)
    return sort_key(wanted) in {sort_key(name) for name in names}
