"""What has been sent of a protokoll, and the question whether new utdrag have been."""

from PySide6.QtWidgets import QWidget

from nämnd.core.swedish import sort_key
from nämnd.justering.expediering import (
    ExpedieringLogRow,
    RecordExpediering,
    Sent,
    expediering_log,
)
from nämnd.paket.sending import Made, utgåvor
from nämnd.paket.utdrag import Utdrag
from ui.desk import Desk
from ui.toolkit.chips import in_card
from ui.toolkit.table import Column, RowTable

_ROWS = 4  # seen at once
_ROW = 30  # the design's pixels
_MAIL = ".eml"


class SentTable(RowTable[ExpedieringLogRow]):
    """Utdrag that have been sent, the newest first. `card` is what to put on a page."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        columns: tuple[Column[ExpedieringLogRow], ...] = (
            Column("Skickat", lambda one: one.when[:10], lambda one: one.when, width=11),
            Column("Till", lambda one: one.till or "–", lambda one: sort_key(one.till or "")),
            Column("Paragrafer", lambda one: one.which, lambda one: one.which, width=14),
        )
        super().__init__(
            desk.theme,
            columns,
            lambda one: (one.when, one.till, one.sha256),
            name="Utdrag som har skickats",
            empty="Inga utdrag har skickats.",
        )
        self._desk = desk
        self.card: QWidget = in_card(desk.theme, self)

    def show_sent(self, sammanträde_id: str) -> None:
        """Show what has been sent of a sammanträde; the card is hidden when nothing has."""
        found = self._desk.store.ask(lambda session: expediering_log(session, sammanträde_id))
        self.show_rows(found)
        self.card.setVisible(bool(found))
        rows = min(len(found), _ROWS) + 1  # and the head
        self.setFixedHeight(rows * self._desk.theme.px(_ROW))


def ask_if_sent(desk: Desk, sammanträde_id: str, chosen: tuple[Utdrag, ...], made: Made) -> None:
    """Ask whether the utdrag that were made have been sent, and record them if so."""
    folder = made.files[0].path.parent
    several = len(chosen) > 1
    question = (
        f"{'Utdragen' if several else 'Utdraget'} ligger i {folder}.\n\nHar du skickat "
        f"{'dem' if several else 'det'}? Då antecknas dagen, mottagaren och filen, så att det går "
        "att se i efterhand vem som fick vad."
    )
    if desk.messages.confirm(question, yes="Ja, anteckna som skickat"):
        label = "anteckna utdrag som skickade" if several else "anteckna utdrag som skickat"
        desk.editor.do(_record(desk, sammanträde_id, chosen, made), label)


def _record(
    desk: Desk, sammanträde_id: str, chosen: tuple[Utdrag, ...], made: Made
) -> RecordExpediering:
    """Return the record. The files come in the order of the utdrag, once for each form."""
    papers = [one for one in made.files if one.path.suffix != _MAIL]
    kept = utgåvor(Made(tuple(papers), None, (), 0), desk.files)
    sent = (
        Sent(one.till, one.paragraf_ids, kept[place :: len(chosen)])
        for place, one in enumerate(chosen)
    )
    return RecordExpediering(sammanträde_id=sammanträde_id, sent=tuple(sent), when=desk.when)
