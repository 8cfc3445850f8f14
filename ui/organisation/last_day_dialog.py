"""The last day of an uppdrag: to end it, or to let it go on."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.rules import UppdragDraft, problems_in_uppdrag
from ui.desk import Desk
from ui.organisation.form import Form
from ui.organisation.inputs import DAY_PROBLEM, date_input
from ui.toolkit.inputs import MalformedError


class LastDayDialog(QDialog):
    """Asks for the last day. Saves through `save`."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        uppdrag: UppdragDraft,
        save: Callable[[UppdragDraft], bool],
        *,
        day: date | None,
        after: date | None,
    ) -> None:
        """Suggest `day`; it must be later than `after`."""
        super().__init__(parent)
        self._uppdrag, self._after = uppdrag, after
        self.till = date_input(day)
        self.form = Form(
            self, desk.theme, problems=self._problems, save=lambda: save(self.draft()), width=400
        )
        self.form.add("&Sista dag", self.till)
        self.till.textChanged.connect(self.form.check)
        self.till.selectAll()
        self.form.begin()

    def draft(self) -> UppdragDraft:
        """Return the uppdrag with its last day.

        Raises:
            MalformedError: the date can't be read.
        """
        return replace(self._uppdrag, till=self.till.value())

    def _problems(self) -> tuple[str, ...]:
        try:
            draft = self.draft()
        except MalformedError as malformed:
            return (str(malformed),)
        if draft.till is None:
            return (DAY_PROBLEM,)
        if self._after and draft.till <= self._after:
            return (f"Skriv en senare dag än {self._after.isoformat()}.",)
        return tuple(DRAFT_TEXT[one] for one in problems_in_uppdrag(draft))
