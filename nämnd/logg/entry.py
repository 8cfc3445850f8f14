"""Makes a log entry of a change."""

import json
from collections.abc import Sequence
from datetime import date, datetime

from nämnd.core.changes import RowChange
from nämnd.tables import Loggpost


def entry(
    changes: Sequence[RowChange], *, command: str, label: str, who: str, now: datetime
) -> Loggpost:
    """Return the row that records `changes`, every row before and after."""
    rows = [
        {"tabell": one.table, "nyckel": one.key, "före": one.before, "efter": one.after}
        for one in changes
    ]
    return Loggpost(
        tid=now.isoformat(timespec="seconds"),
        vem=who,
        kommando=command,
        rubrik=label,
        ändringar=json.dumps(rows, ensure_ascii=False, default=_as_json),
    )


def _as_json(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value))
