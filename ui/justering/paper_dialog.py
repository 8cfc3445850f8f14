"""Recording who has signed on paper, and the day when it is justerat."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from nämnd.justering import rules
from nämnd.justering.commands import RecordJusterat, RecordPaper
from nämnd.justering.values import JusteringView
from ui.desk import Desk
from ui.justering.words import set_text
from ui.toolkit.controls import Check
from ui.toolkit.form_frame import FormFrame, day_input, day_problem
from ui.toolkit.messages import Kinds
from ui.toolkit.small import Label, button, column, label, row

_SCANS: Kinds = (("Inläst sida", "*.pdf *.png *.jpg *.jpeg *.tif *.tiff"),)
_NOBODY = "Välj vilka som har skrivit under."
_PAPER = (
    "Här antecknas att de har skrivit under på papper. Papperet är originalet: spara det. En "
    "inläst sida sparas med anteckningen."
)
_CONFIRM = (
    "Alla har godkänt texten. Nämnden har bestämt att det räcker, så du kan bekräfta att "
    "paragraferna är justerade. Från den dagen räknas tiden för anslag."
)


class PaperDialog(FormFrame):
    """Who, which day, and a scanned page if there is one."""

    def __init__(self, desk: Desk, parent: QWidget, view: JusteringView) -> None:
        """Propose all who must sign and have not."""
        super().__init__(desk.theme, parent, f"Underskrifter på papper, {set_text(view)}")
        self._desk, self._view = desk, view
        self._scan: Path | None = None
        left = {
            one.person_id for one in rules.missing(view.signers, view.underskrifter, rules.SIGNED)
        }
        self.people: dict[str, Check] = {}
        self.body.addWidget(label(_PAPER, Label.MUTED, wrap=True))
        self.body.addLayout(self._people(left))
        self.day = day_input(desk.today)
        self.add("&Dag", self.day, "Dag då de skrev under")
        self.scan = label("ingen", Label.MUTED)
        self.choose = button("&Välj …")
        self.choose.setAccessibleName("Välj inläst sida")
        inside = QWidget()
        line = row(self.scan, self.choose, spacing=desk.theme.px(8))
        line.setStretch(0, 1)
        inside.setLayout(line)
        self.rows.addRow("Inläst sida", inside)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        self.choose.clicked.connect(self._choose)
        self.begin(self._save, problems=self._wrong, keep="&Anteckna")

    def _people(self, left: set[str]) -> QVBoxLayout:
        boxes: list[Check] = []
        for one in self._view.signers:
            box = Check(self.theme, f"{one.namn}, {one.roll}")
            box.setChecked(one.person_id in left)
            box.toggled.connect(self.check)
            self.people[one.person_id] = box
            boxes.append(box)
        return column(*boxes, spacing=self.theme.px(4))

    def _wrong(self) -> tuple[str, ...]:
        nobody = () if self._chosen() else (_NOBODY,)
        return (*nobody, *day_problem(self.day, latest=self._desk.today))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(key for key, box in self.people.items() if box.isChecked())

    def _choose(self) -> None:
        found = self._desk.messages.open_file("Välj inläst sida", _SCANS)
        if found is not None:
            self._scan = found
            self.scan.setText(found.name)

    def _save(self) -> bool:
        day = self.day.value()
        try:
            kept = self._desk.files.keep(self._scan) if self._scan else None
        except NämndError as error:
            self.refuse(message_for(error))
            return False
        command = RecordPaper(
            justering_id=self._view.id,
            person_ids=self._chosen(),
            datum=day.isoformat() if day else "",
            today=self._desk.today.isoformat(),
            scan_sha256=kept.sha256 if kept else None,
        )
        what = f"anteckna underskrifter på {set_text(self._view)}"
        return self._desk.editor.do(command, what) is not None


class ConfirmDialog(FormFrame):
    """The day when what all have approved is justerat."""

    def __init__(self, desk: Desk, parent: QWidget, view: JusteringView) -> None:
        """Propose the day of the last approval."""
        super().__init__(desk.theme, parent, f"Bekräfta justeringen av {set_text(view)}")
        self._desk, self._view = desk, view
        self.body.addWidget(label(_CONFIRM, wrap=True))
        self.day = day_input(None)
        self.day.setText(max((one.datum for one in view.underskrifter), default=""))
        self.add("&Justerat den", self.day)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Bekräfta")

    def _wrong(self) -> tuple[str, ...]:
        return day_problem(self.day, latest=self._desk.today)

    def _save(self) -> bool:
        day = self.day.value()
        command = RecordJusterat(
            justering_id=self._view.id,
            datum=day.isoformat() if day else "",
            today=self._desk.today.isoformat(),
        )
        what = f"bekräfta justeringen av {set_text(self._view)}"
        return self._desk.editor.do(command, what) is not None
