"""What is wrong with a bevakning before it is saved."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from nämnd.bevakning.calendars import calendar
from nämnd.bevakning.errors import BevakningError, BevakningFault
from nämnd.bevakning.rules import goes_round
from nämnd.bevakning.values import BevakningDraft, Förfaller, Relativt, VidSammanträde, Villkor
from nämnd.organisation.rules import one_line, reachable

_FARTHEST = 3660  # days
_MOST_REMINDERS = 10
_MOST_NUMMER = 99
_YEARS = range(1900, 3000)


def refuse(session: Session, nämnd_id: str, key: str, draft: BevakningDraft) -> None:
    """Refuse a draft that can't be saved.

    Raises:
        BevakningError: it has no rubrik, its day can't be, its reminders or address can't.
    """
    refuse_words(draft)
    refuse_day(session, nämnd_id, key, draft.förfaller, draft.rubrik)


def refuse_words(draft: BevakningDraft) -> None:
    """Refuse a draft that can't be saved whenever it is due.

    Raises:
        BevakningError.
    """
    for fault in _of_draft(draft):
        raise BevakningError(fault, draft.rubrik)


def refuse_day(
    session: Session, nämnd_id: str, key: str, förfaller: Förfaller, rubrik: str
) -> None:
    """Refuse a day that can't be.

    Raises:
        BevakningError.
    """
    for fault in _of_day(förfaller):
        raise BevakningError(fault, rubrik)
    if not isinstance(förfaller, Relativt):
        return
    known = calendar(session, nämnd_id)
    if förfaller.till == key or goes_round(key, förfaller, known):
        raise BevakningError(BevakningFault.ITSELF, rubrik)
    if known.möte(förfaller.till) is None and förfaller.till not in known.bevakningar:
        raise BevakningError(BevakningFault.GONE, rubrik)


def _of_draft(draft: BevakningDraft) -> Iterator[BevakningFault]:
    if not one_line(draft.rubrik):
        yield BevakningFault.RUBRIK_MISSING
    if draft.ansvarig_epost and not reachable(draft.ansvarig_epost.strip()):
        yield BevakningFault.EPOST
    steps = draft.påminnelser
    if len(steps) > _MOST_REMINDERS or not all(0 <= one <= _FARTHEST for one in steps):
        yield BevakningFault.PÅMINNELSER


def _of_day(förfaller: Förfaller) -> Iterator[BevakningFault]:
    match förfaller:
        case Villkor(text) if not one_line(text):
            yield BevakningFault.VILLKOR_MISSING
        case VidSammanträde(nummer, år):
            if not 0 < nummer <= _MOST_NUMMER:
                yield BevakningFault.NUMMER
            if år not in _YEARS:
                yield BevakningFault.ÅR
        case Relativt(_, dagar, _) if abs(dagar) > _FARTHEST:
            yield BevakningFault.DAGAR
        case _:
            pass
