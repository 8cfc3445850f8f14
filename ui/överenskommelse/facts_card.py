"""What there is to know of an överenskommelse, to be read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout

from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, label
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import kr, period


class FactsCard(Card):
    """Labels and values, only those that there are.

    Attributes:
        change: leads to the dialog.
        ärende, handling, file: lead to the ärende, to the handling in it, and open the paper.
    """

    def __init__(self, desk: Desk) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Överenskommelsen", band=True)
        theme = desk.theme
        self.change = button("Ä&ndra …", Kind.PLAIN)
        self.ärende, self.file = button("", Kind.LINK), button("Öppna handlingen", Kind.LINK)
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.change)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(theme.px(14))
        self._form.setVerticalSpacing(theme.px(6))
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        inside = QVBoxLayout()
        inside.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(6))
        for part in (self.ärende, self.file):
            inside.addWidget(part)
        inside.addLayout(self._form)
        self.add(inside)

    def show_it(self, loaded: Loaded) -> None:
        """Show an överenskommelse."""
        while self._form.rowCount():
            self._form.removeRow(0)
        for name, text in facts(loaded):
            value = label(text, wrap=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setAccessibleName(f"{name}: {text}")
            said: QLabel = label(name, Label.CAPTION)
            self._form.addRow(said, value)
        dnr, paper = loaded.view.ärende_dnr, loaded.handling
        self.ärende.setText(f"Ärende {dnr}" if dnr else "")
        self.ärende.setVisible(dnr is not None)
        self.file.setVisible(paper is not None and paper.fil is not None)
        self.file.setToolTip(paper.draft.rubrik if paper else "")


def facts(loaded: Loaded) -> Iterator[tuple[str, str]]:
    """Yield name and value of each fact."""
    draft = loaded.view.draft
    if draft.parter:
        yield "Parter", "\n".join(draft.parter)
    if draft.från or draft.till:
        yield "Period", period(draft.från, draft.till)
    if draft.totalt is not None:
        yield "Pengar i allt", kr(draft.totalt)
    if draft.utbetalas_av:
        yield "Betalas ut av", draft.utbetalas_av
    if draft.dnr:
        yield "Vårt dnr", draft.dnr
    if draft.motpartens_dnr:
        yield "Motpartens dnr", "\n".join(draft.motpartens_dnr)
    if draft.utbetalning_dnr:
        yield "Dnr för utbetalning", draft.utbetalning_dnr
    if loaded.handling is not None:
        yield "Handling", f"{loaded.handling.löpnr}. {loaded.handling.draft.rubrik}"
    if draft.anteckning:
        yield "Anteckning", draft.anteckning
