"""The dialog of a bevakning: a new one, from anywhere, or one that is changed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nämnd.bevakning.commands import AddBevakning, ChangeBevakning
from nämnd.bevakning.values import BevakningRow, Källa
from ui.desk import Desk, Go
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, label, row
from ui.uppföljning.counting import load_counting
from ui.uppföljning.draft_part import DraftPart, empty_draft

_WIDE = 820  # the design's pixels
_LONGEST = 50  # characters of a rubrik in an undo label


class BevakningDialog(DialogFrame):
    """What is watched, when, by whom.

    Attributes:
        part: the fields.
        why, skäl: why it is moved, shown when it is.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        nämnd_id: str,
        of: BevakningRow | Källa,
        rubrik: str = "",
    ) -> None:
        """Change the bevakning `of`, or write a new one that comes from there."""
        row_now = of if isinstance(of, BevakningRow) else None
        title = "Ändra bevakningen" if row_now else "Ny bevakning"
        super().__init__(desk.theme, parent, title, width=_WIDE)
        self._desk, self._nämnd_id, self._row = desk, nämnd_id, row_now
        self._källa = of.draft.källa if isinstance(of, BevakningRow) else of
        counting = load_counting(desk, nämnd_id, row_now.id if row_now else None)
        empty = empty_draft(rubrik, self._källa, counting)
        self._before = row_now.draft if row_now else empty
        self.part = DraftPart(desk.theme, counting, self._before)
        if row_now is None:
            self.part.due.day.clear()
        self.skäl = LineInput("till exempel regionerna behöver mer tid")
        self._build()

    def _build(self) -> None:
        where = self._row.källa_text if self._row else self._källa_text()
        if where:
            self.body.addWidget(label(f"Från {where}", Label.MUTED, wrap=True))
        self.body.addWidget(self.part)
        said = label("Varför den &flyttas")
        said.setBuddy(self.skäl)
        self.why = QWidget()
        self.why.setLayout(row(said, self.skäl, spacing=self.theme.px(8)))
        self.skäl.setAccessibleName("Varför den flyttas")
        self.body.addWidget(self.why)
        self.part.changed.connect(self._follow)
        self.skäl.textChanged.connect(self._follow)
        self.begin(self._save, problems=self._wrong, keep="" if self._row else "&Bevaka")
        self._follow()
        (self.part.due.first() if self._before.rubrik else self.part.rubrik).setFocus()
        self.fit()

    def _källa_text(self) -> str:
        from nämnd.bevakning.sources import källa_text

        return self._desk.store.ask(
            lambda session: källa_text(session, self._nämnd_id, self._källa)
        )

    @property
    def _moves(self) -> bool:
        """Whether it falls due another time than it did."""
        now = self.part.due.value()
        return self._row is not None and now is not None and now != self._before.förfaller

    def _follow(self) -> None:
        self.why.setVisible(self._moves)
        self.check()

    def _wrong(self) -> tuple[str, ...]:
        missing = self._moves and not self.skäl.value().strip()
        why = ("Skriv varför den flyttas. Skälet sparas i historiken.",) if missing else ()
        return (*self.part.problems(), *why)

    def _save(self) -> bool:
        draft = self.part.draft(self._källa)
        if draft is None:
            return False
        name, today = named(draft.rubrik), self._desk.today
        if self._row is None:
            command = AddBevakning(nämnd_id=self._nämnd_id, draft=draft, today=today)
            if self._desk.editor.do(command, f"bevaka {name}") is None:
                return False
            self._desk.messages.notice(f"{name} bevakas nu.")
            return True
        change = ChangeBevakning(
            bevakning_id=self._row.id, draft=draft, today=today, skäl=self.skäl.value().strip()
        )
        return self._desk.editor.do(change, f"ändra bevakningen {name}") is not None


def named(rubrik: str) -> str:
    """Return a rubrik in quotes, cut where it is long."""
    cut = rubrik if len(rubrik) <= _LONGEST else f"{rubrik[: _LONGEST - 1]}…"
    return f"«{cut}»"


def begin_bevakning(
    desk: Desk, go: Go, parent: QWidget, nämnd_id: str, källa: Källa, rubrik: str = ""
) -> BevakningDialog:
    """Let the user write a new bevakning that comes from `källa`."""
    del go  # it leads nowhere: the user stays where they are
    desk.editor.flush()
    return BevakningDialog(desk, parent, nämnd_id, källa, rubrik)


def change_bevakning(desk: Desk, parent: QWidget, one: BevakningRow) -> BevakningDialog:
    """Let the user change a bevakning."""
    desk.editor.flush()
    return BevakningDialog(desk, parent, one.nämnd_id, one)
