"""What the diarium knows of an ärende, to be read."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel

from nämnd.core.swedish import short_date
from nämnd.ärende.values import Slip, ÄrendeView
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, label
from ui.ärende.loaded import Loaded


class FactsCard(Card):
    """Labels and values, only those that there are.

    Attributes:
        change: leads to the dialog of the ärende.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Ärendet", band=True)
        theme = desk.theme
        self.change = button("Ä&ndra …", Kind.PLAIN)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.change)
        self._form = QFormLayout()
        self._form.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(6))
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(6))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self.add(self._form)

    def show_it(self, loaded: Loaded, slips: Sequence[Slip] = ()) -> None:
        """Show an ärende; `slips`: its beteckningar that look like slips of others."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, text, kind in facts(loaded, slips):
            value = label(text, kind, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {text}")
            said: QLabel = label(name, Label.CAPTION)
            self._form.addRow(said, value)
        self.change.setEnabled(loaded.view.makulerat is None)


def facts(loaded: Loaded, slips: Sequence[Slip] = ()) -> Iterator[tuple[str, str, Label]]:
    """Yield name, value and look of each fact."""
    view, draft = loaded.view, loaded.view.draft
    if view.makulerat is not None:
        yield "Makulerat", _annulled(view), Label.PROBLEM
    if draft.väntar is not None:
        yield "Väntar", draft.väntar or "på en dagordning", Label.BODY
    yield "Handläggare", draft.handläggare or "ingen angiven", Label.BODY
    if draft.öppnat:
        yield "Öppnat", short_date(draft.öppnat), Label.BODY
    if view.avslutat:
        yield "Avslutat", short_date(view.avslutat), Label.BODY
    if draft.parter:
        yield "Parter", "\n".join(draft.parter), Label.BODY
    yield from _beteckningar(loaded, slips)
    if draft.gallring:
        yield "Gallring", draft.gallring, Label.BODY
    if draft.sekretess:
        since = f", {short_date(draft.sekretess.datum)}" if draft.sekretess.datum else ""
        yield "Sekretess", f"{draft.sekretess.lagrum}{since}", Label.BODY
    if draft.dölj_rubrik:
        yield "Offentligt", "rubriken döljs i det offentliga diariet", Label.BODY


def _annulled(view: ÄrendeView) -> str:
    day = f", {short_date(view.makulerat_datum)}" if view.makulerat_datum else ""
    return f"{view.makulerat}{day}"


def _beteckningar(loaded: Loaded, slips: Sequence[Slip]) -> Iterator[tuple[str, str, Label]]:
    likely = {(one.hos, one.skriven): one.trolig for one in slips}
    for one in loaded.view.draft.externa_beteckningar:
        trolig = likely.get((one.hos, one.beteckning))
        asked = f" (är det {trolig}?)" if trolig else ""
        kind = Label.PROBLEM if trolig else Label.BODY
        yield one.hos or "Beteckning", f"{one.beteckning}{asked}", kind
