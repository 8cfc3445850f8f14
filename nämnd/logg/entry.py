"""Makes a log entry of a change."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from nämnd.core.changes import RowChange
from nämnd.logg.chain import HASHED, entry_hash
from nämnd.logg.values import LogHead
from nämnd.tables import Loggpost

REFUSED = "nekad"
"""How the line begins of what was not done, as it would have changed what is locked."""


def entry(
    changes: Sequence[RowChange],
    *,
    command: str,
    label: str,
    who: str,
    now: datetime,
    after: LogHead,
) -> Loggpost:
    """Return the row that records `changes`, every row before and after.

    `after`: the newest entry so far. No changes: something was made or refused.
    """
    rows = [
        {"tabell": one.table, "nyckel": one.key, "före": one.before, "efter": one.after}
        for one in changes
    ]
    made = Loggpost(
        nummer=after.nummer + 1,
        tid=now.isoformat(timespec="seconds"),
        vem=who,
        kommando=command,
        rubrik=label,
        ändringar=json.dumps(rows, ensure_ascii=False, default=_as_json),
        föregående=after.hash,
    )
    made.hash = entry_hash([getattr(made, name) for name in HASHED])
    return made


def _as_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
