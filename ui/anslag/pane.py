"""The notices of a set of §§ or a delegationsprotokoll: where it is up, until when, what then."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nämnd.anslag.commands import RemoveAnslag, TakeBackLagaKraft
from nämnd.anslag.queries import anslag_view
from nämnd.anslag.values import AnslagDraft, AnslagLäge, AnslagRow
from nämnd.anslag.view import AnslagView, board_name
from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.organisation.queries import nämnd_draft
from ui.anslag.dialogs import (
    AnslagDialog,
    ConfirmDialog,
    ÖverklagandeDialog,
    save_notice,
    title_of,
)
from ui.anslag.papers import save_announced
from ui.anslag.words import CHIP, board_text, lacking_text, state_text, överklagande_text
from ui.desk import Desk, Go
from ui.toolkit.chips import Chip
from ui.toolkit.small import Kind, Label, button, column, label, line, row

SHOWS = frozenset({Topic.ANSLAG, Topic.JUSTERING, Topic.NÄMND, Topic.DELEGATION, Topic.PROTOKOLL})
"""What the pane shows: reload it when one of these changes."""


class AnslagPane(QWidget):
    """Every board with its days, the papers, and the confirming of laga kraft.

    Attributes:
        chip, state: where it stands.
        buttons: by what they do («up/<huvudman>», «confirm», «anslag» …), those that are there.
    """

    def __init__(self, desk: Desk, go: Go) -> None:
        """Show nothing until a key is given."""
        super().__init__()
        self._desk, self._go = desk, go
        self._key = ""
        self._shown: tuple[object, ...] = ()
        self.chip, self.state = Chip(""), label("", wrap=True)
        self.buttons: dict[str, QPushButton] = {}
        self.setAccessibleName("Anslag")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._body = QWidget()
        self._layout.addWidget(self._body)

    def show_key(self, key: str) -> None:
        """Show the notices of a justering or a delegationsprotokoll with that id."""
        self._key = key
        self.reload()

    def reload(self) -> None:
        """Show what is there now."""
        key, store = self._key, self._desk.store
        try:
            view = store.ask(lambda session: anslag_view(session, key))
        except GoneError:  # undone; who placed the pane will take it away
            self.hide()
            return
        settings = store.ask(lambda session: nämnd_draft(session, view.nämnd_id))
        shown = (view, bool(settings.förvaltningsrätt), self._desk.today)
        if shown != self._shown:
            self._shown = shown
            self._draw(view, court=bool(settings.förvaltningsrätt))

    def _draw(self, view: AnslagView, *, court: bool) -> None:
        focused = next((name for name, one in self.buttons.items() if one.hasFocus()), None)
        self.buttons = {}
        old, self._body = self._body, self._made(view, court=court)
        self._layout.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        if focused is not None and self.buttons:
            (self.buttons.get(focused) or next(iter(self.buttons.values()))).setFocus()

    def _made(self, view: AnslagView, *, court: bool) -> QWidget:
        theme, läge = self._desk.theme, view.läge(self._desk.today)
        self.chip = Chip(*CHIP[läge])
        self.state = label(state_text(view, self._desk.today), Label.MUTED, wrap=True)
        head = row(label("Anslag", Label.STRONG), self.chip, None, spacing=theme.px(8))
        body = QWidget()
        layout = column(line(), head, self.state, spacing=theme.px(8))
        layout.setContentsMargins(0, 0, 0, 0)
        body.setLayout(layout)
        if läge in (AnslagLäge.NOT_DEMANDED, AnslagLäge.NOT_JUSTERAT):
            return body
        layout.addLayout(self._boards(view))
        if view.överklaganden:
            layout.addLayout(self._appeal(view))
        if lacking := lacking_text(view, court=court):
            layout.addLayout(self._lacking(lacking))
        layout.addLayout(self._acts(view, läge))
        return body

    def _boards(self, view: AnslagView) -> QGridLayout:
        theme = self._desk.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        grid.setColumnStretch(1, 1)
        for place, one in enumerate(view.boards):
            grid.addWidget(label(title_of(one)), place, 0)
            grid.addWidget(label(board_text(one), Label.MUTED), place, 1)
            grid.addLayout(row(None, *self._board_acts(view, one), spacing=theme.px(6)), place, 2)
        return grid

    def _board_acts(self, view: AnslagView, one: AnslagRow) -> list[QPushButton]:
        key, name = one.huvudman_id or one.id or "", board_name(one)
        made: list[QPushButton] = []
        if one.uppsatt is None:
            up = self._button(f"up/{key}", "Uppsatt i dag", lambda: self._up(view, one))
            up.setAccessibleName(f"Uppsatt i dag på {name}")
            made.append(up)
        elif one.nedtaget is None and self._may_go(view):
            down = self._button(f"down/{key}", "Nedtaget i dag", lambda: self._down(view, one))
            down.setAccessibleName(f"Nedtaget i dag från {name}")
            made.append(down)
        text = "Ändra …" if one.id else "Annan dag …"
        change = self._button(f"change/{key}", text, lambda: self._change(view, one))
        change.setAccessibleName(f"{text.removesuffix(' …')}: anslaget på {name}")
        made.append(change)
        if one.id and view.laga_kraft is None:
            gone = self._button(
                f"remove/{key}", "Ta bort", lambda: self._remove(view, one), Kind.PLAIN
            )
            gone.setAccessibleName(f"Ta bort anslaget på {name}")
            made.append(gone)
        return made

    def _may_go(self, view: AnslagView) -> bool:
        first = view.tas_ned_tidigast
        return first is not None and self._desk.today >= first

    def _appeal(self, view: AnslagView) -> QHBoxLayout:
        act = self._button(
            "överklagande",
            "Hur besluten överklagas …",
            lambda: ÖverklagandeDialog(self._desk, self, view),
            Kind.LINK,
        )
        return self._said(överklagande_text(view), act)

    def _lacking(self, words: str) -> QHBoxLayout:
        act = self._button(
            "settings", "Till nämndens uppgifter", lambda: self._go.to_page("nämnd"), Kind.LINK
        )
        return self._said(words, act)

    def _said(self, words: str, act: QPushButton) -> QHBoxLayout:
        """Return words with what can be done about them beside them."""
        made = row(label(words, Label.MUTED, wrap=True), act, spacing=self._desk.theme.px(10))
        made.setStretch(0, 1)
        return made

    def _acts(self, view: AnslagView, läge: AnslagLäge) -> QHBoxLayout:
        papers = row(
            self._paper("anslag", "Spara anslaget …"),
            self._paper("anslagsbevis", "Spara anslagsbeviset …"),
            None,
            spacing=self._desk.theme.px(8),
        )
        if läge is AnslagLäge.TIME_OVER:
            confirm = self._button(
                "confirm",
                "Bekräfta laga kraft …",
                lambda: ConfirmDialog(self._desk, self, view),
                Kind.PRIMARY,
            )
            papers.addWidget(confirm)
        if läge is AnslagLäge.LAGA_KRAFT:
            papers.addWidget(
                self._button("back", "Ta tillbaka laga kraft …", lambda: self._take_back(view))
            )
        return papers

    def _paper(self, what: str, text: str) -> QPushButton:
        return self._button(
            what,
            text,
            lambda: save_announced(self._desk, self, self._key, what),  # pyright: ignore[reportArgumentType] - one of two
        )

    def _button(
        self, name: str, text: str, act: Callable[[], object], kind: Kind = Kind.NORMAL
    ) -> QPushButton:
        made = button(text, kind)
        made.clicked.connect(act)
        self.buttons[name] = made
        return made

    def _up(self, view: AnslagView, one: AnslagRow) -> None:
        draft = AnslagDraft(self._desk.today, tavla=one.tavla, förvaring=one.förvaring)
        save_notice(self._desk, view, one, draft)

    def _down(self, view: AnslagView, one: AnslagRow) -> None:
        save_notice(self._desk, view, one, replace(draft_of(one), nedtaget=self._desk.today))

    def _change(self, view: AnslagView, one: AnslagRow) -> None:
        self._desk.editor.flush()
        AnslagDialog(self._desk, self, view, one)

    def _remove(self, view: AnslagView, one: AnslagRow) -> None:
        question = (
            f"Ta bort att anslaget har satts upp på {board_name(one)}? Gör det bara om det aldrig "
            "har suttit uppe. Tiden för överklagande löper då inte."
        )
        if one.id and self._desk.messages.confirm(question, yes="Ta bort"):
            command = RemoveAnslag(key=view.key, anslag_id=one.id)
            self._desk.editor.do(command, f"ta bort anslag på {board_name(one)}")

    def _take_back(self, view: AnslagView) -> None:
        question = (
            "Ta tillbaka att besluten har fått laga kraft? Anslagets datum står kvar, och du får "
            "frågan till förvaltningsrätten igen bland det som ska göras."
        )
        if self._desk.messages.confirm(question, yes="Ta tillbaka"):
            self._desk.editor.do(TakeBackLagaKraft(key=view.key), "ta tillbaka laga kraft")


def draft_of(one: AnslagRow) -> AnslagDraft:
    """Return a notice as the user could have written it."""
    return AnslagDraft(one.uppsatt, one.nedtaget, one.förvaring, one.underskrift, one.tavla)
