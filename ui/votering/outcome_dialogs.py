"""Dialogs about outcomes: let it wait, divide the beslut, recommend, take no part."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from nämnd.protokoll.propositions import numbers
from nämnd.protokoll.values import UTFALL
from ui.desk import Desk
from ui.toolkit.controls import Check, Choice
from ui.toolkit.small import Label, label
from ui.votering.frame import Frame
from ui.votering.people_picker import PeoplePicker
from ui.votering.saving import Shown
from ui.votering.words import UTFALL_TEXT, WAITS, serving

_TILL = {
    "bordläggning": ("till nästa sammanträde",),
    "återremiss": ("för ytterligare beredning", "för kompletterande uppgifter"),
}
_NO_PUNKT = "Skriv vilka punkter, till exempel 2 eller 2–12."


class WaitDialog(Frame):
    """To when, or for what, the matter waits."""

    def __init__(
        self, desk: Desk, parent: QWidget, utfall: str, till: str, save: Callable[[str], bool]
    ) -> None:
        """Ask about a bordläggning or an återremiss."""
        title, button = (
            ("Bordlägg", "&Bordlägg")
            if utfall == "bordläggning"
            else ("Återremittera", "Åter&remittera")
        )
        super().__init__(desk.theme, parent, title)
        self.till = till_input(utfall, till or _TILL[utfall][0])
        self.add(self.till, "Till när eller för vad (kan vara tomt)")
        line = self.till.lineEdit()
        if line is not None:
            line.selectAll()
        self.begin(lambda: save(self.till.currentText().strip()), keep=button)


class SplitDialog(Frame):
    """Some punkter get an outcome of their own: «2–12» bordläggs."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        shown: Shown,
        save: Callable[[str, str, str], bool],
    ) -> None:
        """Ask which punkter, and what becomes of them."""
        super().__init__(desk.theme, parent, "Dela beslutet")
        rows = shown.paragraf.beslutspunkter
        self.punkt = QLineEdit(_rest(rows_of(one.nummer for one in rows)))
        self.punkt.setPlaceholderText("2–12")
        offered = [(one, UTFALL_TEXT[one]) for one in UTFALL]
        self.utfall: Choice[str] = Choice(desk.theme, offered)
        self.utfall.choose("bordläggning")
        self.till = till_input("bordläggning", _TILL["bordläggning"][0])
        said = "Punkterna får ett eget utfall. De andra behåller sitt."
        self.add(label(said, Label.MUTED, wrap=True))
        self.add(self.punkt, "&Punkter")
        self.add(self.utfall, "&Utfall")
        self.add(self.till, "&Till när eller för vad")
        self.utfall.activated.connect(self._show_till)
        self.punkt.selectAll()
        self.begin(lambda: self._keep(save))

    def _show_till(self) -> None:
        self.till.setEnabled(self.utfall.value() in WAITS)

    def _keep(self, save: Callable[[str, str, str], bool]) -> bool:
        punkt = self.punkt.text().strip().replace("-", "–")
        if not numbers(punkt):
            self.refuse(_NO_PUNKT)
            return False
        utfall = self.utfall.value() or "bordläggning"
        till = self.till.currentText().strip() if utfall in WAITS else ""
        return save(punkt, utfall, till)


class RecommendDialog(Frame):
    """To whom the beslut is directed: huvudmän, or another body that decides."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        shown: Shown,
        save: Callable[[tuple[str, ...]], bool],
    ) -> None:
        """Show to whom it is directed now; every huvudman when to nobody."""
        super().__init__(desk.theme, parent, "Rekommendation till huvudmännen")
        chosen = {key for one in shown.paragraf.beslutspunkter for key in one.riktas_till}
        self.huvudmän = {one.id: Check(desk.theme, one.namn) for one in shown.protokoll.huvudmän}
        free = [key for key in chosen if key not in self.huvudmän]
        self.other = QLineEdit(", ".join(sorted(free)))
        self.other.setPlaceholderText("till exempel Regionfullmäktige")
        for key, check in self.huvudmän.items():
            check.setChecked(not chosen or key in chosen)
            self.add(check)
        self.add(self.other, "&Annat organ")
        self.begin(lambda: save(self.chosen()))

    def chosen(self) -> tuple[str, ...]:
        """Return the huvudmän by id, then other bodies by name."""
        free = [part.strip() for part in self.other.text().split(",")]
        checked = [key for key, check in self.huvudmän.items() if check.isChecked()]
        return (*checked, *(one for one in free if one))


class DeltarInteDialog(Frame):
    """Who takes no part in the decision."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        shown: Shown,
        save: Callable[[tuple[str, ...]], bool],
    ) -> None:
        """Show who does not, now."""
        super().__init__(desk.theme, parent, "Deltar inte i beslutet")
        self.who = PeoplePicker(desk.theme, serving(shown), shown.paragraf.deltar_inte)
        self.add(self.who, "V&em avstår från att delta")
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin(lambda: save(self.who.chosen))


def till_input(utfall: str, till: str) -> QComboBox:
    """Return a line with proposals for when or why something waits."""
    made = QComboBox(editable=True)
    made.addItems(["", *_TILL.get(utfall, ())])
    made.setEditText(till)
    return made


def rows_of(numbered: Iterable[str]) -> set[int]:
    """Return the numbers of the rows of a beslut."""
    return {number for one in numbered for number in numbers(one)}


def _rest(there: set[int]) -> str:
    """Return all but the first: what most often waits."""
    last = max(there, default=0)
    return "" if last < 2 else "2" if last == 2 else f"2–{last}"  # noqa: PLR2004 - the second
