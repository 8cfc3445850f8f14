"""The days that are counted from each sammanträde: stoppdag, beredning and others."""

from PySide6.QtWidgets import QWidget

from nämnd.årsplan.commands import SaveMötesfrister
from nämnd.årsplan.frist_lines import frist_line, read_frist_lines
from nämnd.årsplan.queries import frister
from ui.desk import Desk
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.inputs import TextInput
from ui.toolkit.small import label

_ABOUT = (
    "Skriv en rad för varje dag som räknas från sammanträdet. Kallelse och justering räknas alltid "
    "och behöver inte skrivas här: kallelsetiden ställs in på nämnden."
)
_EXAMPLE = "Stoppdag: 21 dagar före\nBeredning: 10 arbetsdagar före"


def begin_counted_days(desk: Desk, parent: QWidget, nämnd_id: str) -> "CountedDaysDialog":
    """Let the user say which days are counted from each sammanträde."""
    return CountedDaysDialog(desk, parent, nämnd_id)


class CountedDaysDialog(DialogFrame):
    """A line for each day. Attributes: `text` is written in."""

    def __init__(self, desk: Desk, parent: QWidget, nämnd_id: str) -> None:
        """Show the days there are."""
        super().__init__(desk.theme, parent, "Dagar före sammanträdet", width=520)
        self._desk, self._nämnd_id = desk, nämnd_id
        self.text = TextInput(_EXAMPLE, least=5, most=12)
        self.text.setAccessibleName("Dagar som räknas från sammanträdet, en på varje rad")
        there = desk.store.ask(lambda session: frister(session, nämnd_id)).mötesfrister
        self.text.show_value("\n".join(map(frist_line, there)))
        self.body.addWidget(label(_ABOUT, wrap=True))
        self.body.addWidget(self.text)
        self.text.typed.connect(self.check)
        self.begin(self._save, problems=self._wrong)
        self.text.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        _, unread = read_frist_lines(self.text.value())
        return tuple(
            f"«{line[:60]}» går inte att läsa. Skriv som: Stoppdag: 21 dagar före."
            for line in unread
        )

    def _save(self) -> bool:
        found, _ = read_frist_lines(self.text.value())
        command = SaveMötesfrister(nämnd_id=self._nämnd_id, mötesfrister=found)
        return self._desk.editor.do(command, "ändra dagarna före sammanträdet") is not None
