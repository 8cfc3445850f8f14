"""Utdrag that have been sent: to whom, when, and the very file.

Source: RULES.md 9. The law has no rule; the log answers «fick vi beslutet, och när?».
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core import paragrafer
from nämnd.core.changes import Topic
from nämnd.core.swedish import sort_key
from nämnd.justering.errors import NotNow, NotNowError
from nämnd.justering.kept_text import justerade
from nämnd.justering.wording import which
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store.rows import load
from nämnd.tables import Paragraf, Sammanträde, Utgåva

UTDRAG = "utdrag"


@dataclass(frozen=True, slots=True)
class Sent:
    """An utdrag that was sent. `till` None: nobody in particular is named."""

    till: str | None
    paragraf_ids: tuple[str, ...]
    utgåvor: tuple[NewUtgåva, ...]


@dataclass(frozen=True, slots=True)
class ExpedieringLogRow:
    """A file that went to somebody. `which`: «§§ 60, 62»; `when`: ISO time."""

    when: str
    till: str | None
    which: str
    filnamn: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class RecordExpediering:
    """Record that utdrag have been sent, with their files. There is no way back."""

    sammanträde_id: str
    sent: tuple[Sent, ...]
    when: str  # ISO time

    final = True

    def run(self, session: Session) -> frozenset[Topic]:
        """Note the day at each § and recipient, and keep the files.

        Raises:
            GoneError: a § is not there.
            NotNowError: a § is not justerad.
        """
        load(session, Sammanträde, self.sammanträde_id)
        for one in self.sent:
            rows = [load(session, Paragraf, key) for key in one.paragraf_ids]
            _refuse_unjusterade(session, self.sammanträde_id, rows)
            for row in rows:
                row.expedieringar = _with_day(row.expedieringar, one.till, self.when[:10])
            for new in one.utgåvor:
                session.add(_utgåva(new, self.sammanträde_id, one, rows, self.when))
        return frozenset({Topic.PROTOKOLL, Topic.UTSKICK})


def expediering_log(session: Session, sammanträde_id: str) -> tuple[ExpedieringLogRow, ...]:
    """Return what has been sent of a sammanträde, the newest first, then by recipient."""
    found = session.execute(
        select(Utgåva.skapad, Utgåva.innehåll, Utgåva.filnamn, Utgåva.sha256).where(
            Utgåva.sammanträde_id == sammanträde_id, Utgåva.dokument == UTDRAG
        )
    )
    rows = sorted((_log_row(*row) for row in found), key=lambda one: sort_key(one.till or ""))
    return tuple(sorted(rows, key=lambda one: one.when, reverse=True))


def _refuse_unjusterade(session: Session, sammanträde_id: str, rows: Iterable[Paragraf]) -> None:
    done = justerade(session, sammanträde_id)
    left = [row.nummer for row in rows if not done.covers(row.nummer)]
    if left:
        raise NotNowError(NotNow.NO_UTDRAG, which(paragrafer.of(left).text))


def _with_day(kept: list[dict[str, object]], till: str | None, day: str) -> list[dict[str, object]]:
    """Return who gets the §, with the day; somebody who was not in the list is put last."""
    if till is None:
        return kept
    if all(one.get("till") != till for one in kept):
        return [*kept, {"till": till, "beteckning": None, "datum": day}]
    return [{**one, "datum": day} if one.get("till") == till else one for one in kept]


def _utgåva(
    new: NewUtgåva, sammanträde_id: str, sent: Sent, rows: Iterable[Paragraf], when: str
) -> Utgåva:
    numbers = paragrafer.of(row.nummer for row in rows).text
    content = {"till": sent.till, "paragrafer": numbers, "id": list(sent.paragraf_ids)}
    return Utgåva(
        sammanträde_id=sammanträde_id,
        dokument=UTDRAG,
        format=new.format,
        sha256=new.sha256,
        storlek=new.storlek,
        filnamn=new.filnamn,
        innehåll=json.dumps(content, ensure_ascii=False),
        mallversion=new.mallversion,
        skapad=when,
    )


def _log_row(when: str, content: str, filnamn: str, sha256: str) -> ExpedieringLogRow:
    kept: dict[str, Any] = json.loads(content)
    return ExpedieringLogRow(when, kept["till"], which(kept["paragrafer"]), filnamn, sha256)
