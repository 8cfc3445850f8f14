"""What can be said of decisions by delegates. Pure functions.

Source: KL 6:37–40, 7:5–8 (who may decide, what is reported), 8:10 (what stands on the board);
RULES.md 10.
"""

from collections.abc import Iterable
from datetime import date

from nämnd.delegation.errors import DelegationFault
from nämnd.delegation.values import DelegationsbeslutDraft, DelegationsbeslutRow
from nämnd.organisation.rules import one_line

NOT_REPORTED = ("bordläggning", "återremiss", "utgår")
"""Outcomes of a § (nämnd.protokoll.values.UTFALL) that leave what it tells of unreported."""


def problems(draft: DelegationsbeslutDraft, today: date) -> tuple[DelegationFault, ...]:
    """Return what keeps a delegationsbeslut from being saved."""
    found: list[DelegationFault] = []
    if not one_line(draft.rubrik):
        found.append(DelegationFault.RUBRIK_MISSING)
    if not one_line(draft.av):
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
    if row.punkt_id:
        return DelegationFault.ON_DAGORDNING
    if row.anmäls:
        return DelegationFault.ANMÄLS
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


def fits_anmäls(row: DelegationsbeslutRow, anmäls: bool | None) -> DelegationFault | None:  # noqa: FBT001 - three answers
    """Return why it can't be said of a beslut that it is to be reported, or not; None: it can.

    Source: KL 6:40 (the nämnd decides which are reported; a brådskande one always is).
    """
    if anmäls:
        return DelegationFault.IN_PROTOKOLL if row.delegationsprotokoll_id else None
    if row.anmält:
        return DelegationFault.ANMÄLT
    if row.punkt_id:
        return DelegationFault.ON_DAGORDNING
    return DelegationFault.BRÅDSKANDE if row.draft.brådskande and anmäls is False else None
