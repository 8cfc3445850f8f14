"""What can be said of decisions by delegates. Pure functions.

Source: KL 6:37–40, 7:5–8 (who may decide, what is reported), 8:10 (what stands on the board);
RULES.md 10.
"""

from collections.abc import Iterable
from datetime import date

from nämnd.delegation.errors import DelegationFault
from nämnd.delegation.values import DelegationsbeslutDraft, DelegationsbeslutRow


def problems(draft: DelegationsbeslutDraft, today: date) -> tuple[DelegationFault, ...]:
    """Return what keeps a delegationsbeslut from being saved."""
    found: list[DelegationFault] = []
    if not draft.rubrik.strip():
        found.append(DelegationFault.RUBRIK_MISSING)
    if not draft.av.strip():
        found.append(DelegationFault.AV_MISSING)
    if draft.datum > today:
        found.append(DelegationFault.AHEAD)
    return tuple(found)


def fits_protokoll(row: DelegationsbeslutRow) -> DelegationFault | None:
    """Return why a beslut can't stand in a delegationsprotokoll; None: it can.

    What is reported to the nämnd stands in the protokoll of that sammanträde, and a brådskande
    beslut must be reported at the next one.

    Source: KL 6:40.
    """
    if row.draft.brådskande:
        return DelegationFault.BRÅDSKANDE
    if row.anmält:
        return DelegationFault.ANMÄLT
    return DelegationFault.IN_PROTOKOLL if row.delegationsprotokoll_id else None


def anmäls_senast(datum: date, sammanträden: Iterable[date]) -> date | None:
    """Return the day of the sammanträde where a brådskande beslut of `datum` must be reported.

    It is the next one after the beslut; one on the same day too, for it may be later that day.
    None: no sammanträde is planned.

    Args:
        datum: when it was decided.
        sammanträden: the first day of each that is not cancelled.

    Source: KL 6:40 second paragraph.
    """
    return min((day for day in sammanträden if day >= datum), default=None)
