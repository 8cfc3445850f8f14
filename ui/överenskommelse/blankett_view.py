"""A form being filled in, with the paper beside it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.core.progress import Work
from nämnd.core.swedish import counted
from nämnd.paket.blankett import BlankettPaper, gather_blankett
from nämnd.paket.papers import preview
from nämnd.överenskommelse.fields import missing
from nämnd.överenskommelse.values import BlankettRow
from ui.desk import Desk, Go
from ui.toolkit.chips import Chip
from ui.toolkit.palette import Role
from ui.toolkit.paper_beside import PaperBeside
from ui.toolkit.preview import PagePreview, PreviewFeed
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through, walk_with_f6
from ui.överenskommelse.blankett_actions import BlankettActions
from ui.överenskommelse.blankett_form import BlankettForm
from ui.överenskommelse.loaded import Loaded
from ui.överenskommelse.words import blankett_state


class BlankettView(QWidget):
    """One form at a time.

    Attributes:
        form, view: what is filled in, and how it will look.
        acts: what the buttons do.
        lacks: says how much is missing, and leads there.
    """

    def __init__(self, desk: Desk, go: Go, leave: Callable[[], object]) -> None:
        """Show nothing until `show_it`; `leave` goes back to the överenskommelse."""
        super().__init__()
        self._desk, self._go, self._leave = desk, go, leave
        theme = desk.theme
        self.acts = BlankettActions(desk, self, leave)
        self.back = icon_button(theme, Icon.BACK, "Tillbaka till överenskommelsen")
        self.above = label("", Label.MUTED, wrap=True)
        self.title = label("", Label.TITLE)
        self.chip = Chip("utkast")
        self.lacks = button("", Kind.LINK)
        self.remove, self.print = button("Ta bort"), button("Skriv &ut …")
        self.save, self.sent = button("Spara &som …"), button("S&kickad …")
        self.handling = button("Visa handlingen", Kind.LINK)
        self.register = button("&Registrera …", Kind.PRIMARY)
        self.form = BlankettForm(desk)
        self.view = PagePreview(theme)
        self.panes = PaperBeside(theme, self.form, self.view, "blanketten")
        self.feed: PreviewFeed[BlankettPaper] = PreviewFeed(desk.jobs, self.view, self._draw)
        self._ärende_id: str | None = None
        self._build()

    @property
    def blankett_id(self) -> str | None:
        """Return the id of the form that is shown."""
        return self.acts.row.id if self.acts.row else None

    def show_it(self, loaded: Loaded, one: BlankettRow) -> None:
        """Show a form of an överenskommelse."""
        self.acts.row, self._ärende_id = one, loaded.view.draft.ärende_id
        self.above.setText(loaded.view.draft.rubrik)
        self.title.setText(one.draft.slag.capitalize())
        self.chip.show_as(*blankett_state(one))
        registered = one.handling_id is not None
        self.register.setVisible(not registered)
        self.remove.setVisible(not registered)
        self.handling.setVisible(registered)
        lacking = len(missing(one.draft)) if not registered else 0
        self.lacks.setVisible(bool(lacking))
        self.lacks.setText(f"{counted(lacking, 'uppgift', 'uppgifter')} saknas")
        self.form.show_it(one)
        tab_through(self.register, *self.form.stops(), self.view.tools[0])
        self.feed.request(gather_blankett(self._desk.store, one.id))

    def begin(self) -> None:
        """Go to what is to be filled in."""
        row = self.acts.row
        if row is not None and row.handling_id is None and missing(row.draft):
            self.form.go_to_missing(row.draft)
        else:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.above.setVisible(self.panes.fit(event.size().width()))

    def _draw(self, paper: BlankettPaper) -> Work[bytes]:
        return self._desk.preview.run(preview, paper.document, created=self._desk.clock())

    def _build(self) -> None:
        theme = self._desk.theme
        gap = theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        state = (self.chip, None, self.lacks, self.handling)
        layout.addLayout(row(self.back, self.title, *state, spacing=gap))
        acts = (self.panes.as_paper, self.remove, self.print, self.save, self.sent, self.register)
        line = row(self.above, None, *acts, spacing=gap)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(self.panes, 1)
        self._connect()

    def _connect(self) -> None:
        self._desk.theme.dress(self.lacks, Icon.WARNING, Role.WARN)
        self.lacks.setToolTip("Gå till det första fältet som saknas")
        self.back.clicked.connect(lambda: self._leave())  # noqa: PLW0108 - «checked»
        self.lacks.clicked.connect(self.begin)
        self.handling.clicked.connect(self._to_handling)
        for part, act in (
            (self.save, self.acts.save_as),
            (self.print, self.acts.print),
            (self.sent, self.acts.sent),
            (self.register, self.acts.register),
            (self.remove, self.acts.remove),
        ):
            part.clicked.connect(act)
        walk_with_f6(self, (self.form, self.form.first), (self.view, lambda: self.view.sheets))

    def _to_handling(self) -> None:
        row = self.acts.row
        if row is not None and self._ärende_id is not None:
            self._go.to_ärende(self._ärende_id, row.handling_id)
