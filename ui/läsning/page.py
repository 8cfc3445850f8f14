"""Review of what was read: source and result side by side, before anything is saved."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from nämnd.core.changes import Topic
from nämnd.core.swedish import counted
from nämnd.läsning.found import FoundDagordning, FoundPunkt
from nämnd.sammanträde.import_command import ImportDagordning
from ui.desk import Desk
from ui.läsning.head import HeadCard
from ui.läsning.punkt_card import PunktCard
from ui.läsning.source import SourceView
from ui.toolkit.chips import Card
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Kind, Label, button, label, row


class ReviewPage(QWidget):
    """What was found in a file. Nothing is saved until the user says so.

    Signals:
        saved: the ids of the new sammanträde and its nämnd.
        given_up: the user wants none of it.
    """

    saved = Signal(str, str)
    given_up = Signal()

    def __init__(self, desk: Desk, found: FoundDagordning, name: str, nämnd_id: str | None) -> None:
        """Show `found`, read from the file called `name`; `nämnd_id`: the one now shown."""
        super().__init__()
        self._desk, self._found, self._name = desk, found, name
        self._punkter: dict[str, FoundPunkt] = {
            str(place): punkt for place, punkt in enumerate(found.punkter)
        }
        self._left_out: set[str] = set()
        theme = desk.theme
        self.head = HeadCard(desk, found, nämnd_id)
        self.list = RowList(theme, name="Punkter som hittades", reorder=False)
        self.punkt = PunktCard(theme)
        self.source = SourceView(theme, found)
        self.save = button("&Spara som sammanträde", Kind.PRIMARY)
        self.give_up = button("Avbryt")
        self._build()
        self._show_list()
        self.list.choose("0")

    def reload(self, topics: frozenset[Topic]) -> None:
        """Nothing here comes from the database."""

    def _build(self) -> None:
        theme = self._desk.theme
        top = row(
            label("Granska det som lästes in", Label.TITLE),
            None,
            self.give_up,
            self.save,
            spacing=theme.px(8),
        )
        parts = QSplitter(Qt.Orientation.Horizontal)
        found = Card(theme, band=True)
        if found.head is not None:
            found.head.addWidget(label(self._summary(), Label.MUTED))
        found.add(self.list)
        source = Card(theme, f"Källan: {self._name}")
        source.add(self.source, 1)
        for part in (found, self.punkt, source):
            parts.addWidget(part)
        parts.setSizes([theme.px(330), theme.px(430), theme.px(480)])
        layout = QVBoxLayout(self)
        margin = theme.px(24)
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(theme.px(12))
        layout.addLayout(top)
        layout.addWidget(self.head)
        layout.addWidget(parts, 1)
        self._connect()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.removal_wanted.connect(self._toggle)
        self.punkt.changed.connect(self._changed)
        self.punkt.include.toggled.connect(self._include)
        self.save.clicked.connect(self._save)
        self.give_up.clicked.connect(self.given_up)

    def _summary(self) -> str:
        punkter = counted(len(self._punkter), "punkt", "punkter")
        bilagor = sum(len(one.bilagor) for one in self._punkter.values())
        doubts = sum(len(one.doubts) for one in self._punkter.values()) + len(self._found.doubts)
        tail = f" · {doubts} att kontrollera" if doubts else ""
        return f"{punkter} · {counted(bilagor, 'bilaga', 'bilagor')}{tail}"

    def _show_list(self) -> None:
        self.list.show_rows([self._row(key, one) for key, one in self._punkter.items()])

    def _row(self, key: str, one: FoundPunkt) -> ListRow:
        if key in self._left_out:
            return ListRow(key, one.number or "–", one.rubrik, "tas inte med")
        if one.doubts:
            return ListRow(key, one.number or "–", one.rubrik, "kontrollera", Role.WARN)
        info = str(len(one.bilagor)) if one.bilagor else ""
        return ListRow(key, one.number or "–", one.rubrik, info)

    def _choose(self, key: object) -> None:
        if isinstance(key, str) and key in self._punkter:
            one = self._punkter[key]
            self.punkt.show_punkt(key, one, included=key not in self._left_out)
            self.source.show_punkt(one, self._after(key))

    def _after(self, key: str) -> int:
        """Return the source line where the next punkt begins."""
        following = self._punkter.get(str(int(key) + 1))
        return following.line if following else self._found.last_line + 1

    def _changed(self, key: str, punkt: FoundPunkt) -> None:
        self._punkter[key] = punkt
        self._show_list()

    def _include(self, included: bool) -> None:  # noqa: FBT001 - a signal's
        key = self.list.current()
        if key is not None:
            (self._left_out.discard if included else self._left_out.add)(key)
            self._show_list()

    def _toggle(self, keys: tuple[str, ...]) -> None:
        self._left_out.symmetric_difference_update(keys)
        self._show_list()
        self._choose(self.list.current())

    def _save(self) -> None:
        self.punkt.flush()
        if not self.head.complete():
            return
        kept = tuple(one for key, one in self._punkter.items() if key not in self._left_out)
        found = replace(self.head.found(), punkter=kept)
        command = ImportDagordning(found=found, nämnd_id=self.head.nämnd_id(), when=self._desk.when)
        if self._desk.editor.do(command, f"läs in {self._name}") is None:
            return
        key = command.sammanträde_id
        self.saved.emit(key, _nämnd_of(self._desk, key))


def _nämnd_of(desk: Desk, sammanträde_id: str) -> str:
    from nämnd.sammanträde.queries import dagordning

    return desk.store.ask(lambda session: dagordning(session, sammanträde_id)).sammanträde.nämnd_id
