"""Which dnr an ärende gets, and whether it is free. Asked inside the command's transaction.

So two who register at the same time can't get the same number: the second waits for the first.
"""

from collections.abc import Iterable

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from nämnd.tables import Nämnd, Ärende
from nämnd.ärende.errors import DnrTakenError, ÄrendeError, ÄrendeFault
from nämnd.ärende.series import next_dnr, problems_in_pattern, read_dnr


def own_dnr(session: Session, nämnd: Nämnd, år: int) -> str:
    """Return the next dnr of the nämnd's own series in `år`.

    Raises:
        ÄrendeError: it has no series, or one that can't be read.
    """
    pattern = nämnd.diarieserie or ""
    if not pattern.strip():
        raise ÄrendeError((ÄrendeFault.SERIE_MISSING,))
    if problems_in_pattern(pattern):
        raise ÄrendeError((ÄrendeFault.SERIE_MALFORMED,))
    numbers = set(_numbers(session, nämnd.id, pattern, år))
    while _holder(session, nämnd, made := next_dnr(pattern, år, numbers), ""):
        numbers.add(max(numbers, default=0) + 1)  # written by hand, in a series of before
    return made


def take_dnr(session: Session, nämnd: Nämnd, row: Ärende, dnr: str) -> None:
    """Give `row` that dnr, and its place in the own series when it is of it.

    Raises:
        DnrTakenError: another ärende of the nämnd has it.
    """
    taken = _holder(session, nämnd, dnr, row.id)
    if taken is not None:
        raise DnrTakenError(*taken)
    row.dnr = dnr
    read = read_dnr(nämnd.diarieserie or "", dnr)
    row.serie_år, row.serie_nr = read or (None, None)


def _numbers(session: Session, nämnd_id: str, pattern: str, år: int) -> Iterable[int]:
    """Return the highest number given in a year, and those of ärenden older than the series."""
    mine = Ärende.nämnd_id == nämnd_id
    highest = session.scalar(select(func.max(Ärende.serie_nr)).where(mine, Ärende.serie_år == år))
    yield highest or 0
    for dnr in session.scalars(select(Ärende.dnr).where(mine, Ärende.serie_år.is_(None))):
        read = read_dnr(pattern, dnr)
        if read and read[0] == år:
            yield read[1]


def _holder(session: Session, nämnd: Nämnd, dnr: str, own_id: str) -> tuple[str, str] | None:
    """Return dnr and rubrik of another ärende with that dnr, or that number of the series."""
    read = read_dnr(nämnd.diarieserie or "", dnr)
    alike = Ärende.dnr == dnr
    if read:
        alike = or_(alike, (Ärende.serie_år == read[0]) & (Ärende.serie_nr == read[1]))
    found = session.execute(
        select(Ärende.dnr, Ärende.rubrik)
        .where(Ärende.nämnd_id == nämnd.id, Ärende.id != own_id, alike)
        .limit(1)
    ).first()
    return (found[0], found[1]) if found else None
