"""What is justerat stands: no command changes it."""

from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.errors import JusteratError
from nämnd.core.paragrafer import Paragrafer
from nämnd.store.rows import load, rows_where
from nämnd.tables import Justering, Paragraf

JUSTERAT = "justerat"


def justerat(session: Session, sammanträde_id: str) -> Paragrafer:
    """Return the §§ of a sammanträde that are justerade."""
    found = rows_where(
        session,
        Justering,
        Justering.sammanträde_id == sammanträde_id,
        Justering.läge == JUSTERAT,
    )
    return paragrafer.normalised(
        span for row in found for span in paragrafer.read(row.paragrafer).spans
    )


def open_paragraf(session: Session, paragraf_id: str) -> Paragraf:
    """Return the row of a § that may be changed.

    Raises:
        GoneError: it is not there.
        JusteratError: it, or a punkt of it, is justerat.
    """
    row = load(session, Paragraf, paragraf_id)
    if justerat(session, row.sammanträde_id).touches(row.nummer):
        raise JusteratError(row.nummer)
    return row
