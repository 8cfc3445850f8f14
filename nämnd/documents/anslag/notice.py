"""The notice on the board: that a protokoll is justerat, and how its beslut are appealed.

Source: KL 8:12 (where the protokoll can be read, and which day it was announced).
"""

from collections.abc import Iterator
from datetime import date

from nämnd.anslag.rules import tas_ned_tidigast, överklagas_senast
from nämnd.core.swedish import long_date
from nämnd.documents.anslag.appeal import how_to_appeal
from nämnd.documents.anslag.matter import Matter, can_be_tried, days, head_of, known
from nämnd.documents.content import Block, Document, Facts, Heading, Table, text
from nämnd.documents.parts import Sender

KIND = "Anslag"
_NOT_YET = "inte uppsatt än"
_DOES_NOT_RUN = "löper inte än"


def build_anslag(sender: Sender, matter: Matter, day: date | None = None) -> Document:
    """Return the notice. `day`: when it is to be put up, where that is not recorded yet."""
    up = days(matter, day)
    last = överklagas_senast(one for _, one in up)
    what = "delegationsbeslut" if matter.delegation else matter.which
    return Document(
        title=f"{KIND} {matter.day_text} {what}, {sender.nämnd.namn}",
        head=head_of(sender, KIND, matter),
        blocks=(
            Heading(_title(matter), 1),
            Facts((*known(sender, matter), *_when(up, tried=can_be_tried(matter)))),
            *_beslut(matter),
            *how_to_appeal(sender, matter, last),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
    )


def _title(matter: Matter) -> str:
    if matter.delegation:
        return "Tillkännagivande av delegationsbeslut"
    return "Tillkännagivande av justerat protokoll"


def _when(up: tuple[tuple[str, date | None], ...], *, tried: bool) -> Iterator[tuple[str, str]]:
    for board, day in up:
        label = f"Uppsatt, {board}" if len(up) > 1 else "Anslaget sattes upp"
        yield label, long_date(day) if day else _NOT_YET
    known_days = [day for _, day in up]
    last, first = överklagas_senast(known_days), tas_ned_tidigast(known_days)
    if tried:
        yield "Kan överklagas till och med", long_date(last) if last else _DOES_NOT_RUN
    if first:
        yield "Anslaget tas ned tidigast", long_date(first)


def _beslut(matter: Matter) -> Iterator[Block]:
    if matter.delegation is None:
        return
    rows = [(text("Beslut"), text("Datum"), text("Dnr"))]
    for one in matter.delegation.beslut:
        draft = one.draft
        rubrik = matter.rubriker.get(one.id, draft.rubrik)
        rows.append((text(rubrik), text(draft.datum.isoformat()), text(one.dnr or "")))
    yield Heading("Besluten", 2)
    yield Table(tuple(rows), shares=(60, 18, 22))
