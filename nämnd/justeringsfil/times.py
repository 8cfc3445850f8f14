"""Times by two clocks, of which either may be wrong."""

from datetime import datetime

from nämnd.justeringsfil.answer_form import tidy_time
from nämnd.justeringsfil.limits import CLOCKS_DIFFER


def moment(tid: str) -> datetime:
    """Return an ISO time as local time. Raises ValueError when it is none."""
    return datetime.fromisoformat(tidy_time(tid))


def is_before(tid: str, other: str) -> bool:
    """Say whether a time is earlier than another by more than clocks may differ."""
    return moment(other) - moment(tid) > CLOCKS_DIFFER
