"""One thing to review: its text, what was found in it, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from nämnd.paket.public.reviewing import ToReview
from nämnd.publicering.masks import letters_of
from nämnd.publicering.values import Found, Sekretess, Val
from ui.publicering.paper_view import PaperView
from ui.publicering.words import VAL_TEXT, found_text
from ui.toolkit.controls import Check
from ui.toolkit.small import Kind, Label, button, column, label, restyle, row
from ui.toolkit.theme import Theme
from ui.toolkit.ticked_list import TickedList

_KEYS: dict[Val, str] = {"ja": "&Ja", "maskerad": "&Maskerad", "nej": "&Nej"}
_TIPS: dict[Val, str] = {
    "ja": "Publiceras som det är",
    "maskerad": "Publiceras utan det som ska tas bort",
    "nej": "Publiceras inte alls",
}
_LEAST, _MOST = 2, 7  # rows of the list of what was found
_PAUSE = 600  # ms without a keystroke after which more words are saved
_MORE_ROWS = 2.6  # lines of the field for more words


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decides about a thing."""

    val: Val
    maskeringar: tuple[str, ...]
    sekretess: Sekretess | None


class ItemPane(QWidget):
    """Shows one thing to review.

    Signals:
        decided: a Decision, whenever the user has made one that can be saved.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        """Show nothing yet."""
        super().__init__()
        self._theme, self._today = theme, today
        self._val: Val | None = None
        self._since: date | None = None
        self._showing = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.title = label("", Label.HEADING, wrap=True)
        self.notes = label("", Label.PROBLEM, wrap=True)
        self.buttons: dict[Val, QPushButton] = {val: button(_KEYS[val]) for val in _KEYS}
        self.found = TickedList(theme, "Det som hittades")
        self.all, self.none = button("Markera &alla"), button("A&vmarkera alla")
        self.more = QPlainTextEdit()
        self.add = button("Lägg &till markerad text")
        self.secret = Check(theme, "Omfattas av &sekretess")
        self.lagrum = QLineEdit()
        self.hint = label("", Label.MUTED, wrap=True)
        self.text = PaperView(theme, "Texten som granskas")
        self._build()
        self._connect()

    def show_item(self, item: ToReview, text: str, found: tuple[Found, ...], notes: str) -> None:
        """Show a thing to review, with its text and what was found in it."""
        self._showing = True
        self._pause.stop()
        granskning = item.granskning
        self.title.setText(f"{item.label}. {item.rubrik}")
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self._val = item.val
        known = {letters_of(one.words) for one in found}
        self.found.clear()
        masked = {letters_of(one) for one in granskning.maskeringar}
        for one in found:
            self.found.add(one.words, found_text(one), on=letters_of(one.words) in masked)
            self.found.item(self.found.count() - 1).setToolTip(one.near)
        self._show_found(any_=bool(found))
        extra = [one for one in granskning.maskeringar if letters_of(one) not in known]
        self.more.setPlainText("\n".join(extra))
        self._since = granskning.sekretess.datum if granskning.sekretess else None
        self.secret.setChecked(granskning.sekretess is not None)
        self.lagrum.setText(granskning.sekretess.lagrum if granskning.sekretess else "")
        for part in (self.secret, self.lagrum):
            part.setVisible(granskning.vad != "punkt")
        self.text.show_text(text, (one.words for one in found), self.words)
        self._showing = False
        self._show_choice()

    @property
    def words(self) -> tuple[str, ...]:
        """Return what is to be masked, as it stands on the screen."""
        lines = (one.strip() for one in self.more.toPlainText().splitlines())
        return tuple(dict.fromkeys((*self.found.chosen, *filter(None, lines))))

    @property
    def sekretess(self) -> Sekretess | None:
        """Return the sekretess as it stands on the screen."""
        if not self.secret.isChecked():
            return None
        return Sekretess(self.lagrum.text().strip(), self._since or self._today())

    def flush(self) -> None:
        """Let what is being written be saved now."""
        if self._pause.isActive():
            self._pause.stop()
            self._decide()

    def choose(self, val: Val) -> None:
        """Decide; to mask means all that was found, until something else is ticked."""
        if val == "maskerad" and not self.words:
            self._showing = True
            self.found.set_all(on=True)
            self._showing = False
        if val == "ja" and self.secret.isChecked():
            self.hint.setText(
                "Det som omfattas av sekretess kan inte publiceras som det är. Välj «Maskerad» "
                "eller «Nej»."
            )
            return
        if val == "ja":
            self._clear_words()
        self._val = val
        self._decide()

    def _clear_words(self) -> None:
        """Mask nothing: what is published as it is keeps all its words."""
        self._showing = True
        self.found.set_all(on=False)
        self.more.clear()
        self._showing = False
        self._pause.stop()

    def _chosen(self, val: Val, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.choose(val)

    def _build(self) -> None:
        theme = self._theme
        gap, small = theme.px(8), theme.px(4)
        self.more.setTabChangesFocus(True)
        self.more.setPlaceholderText("Ett ord eller namn på varje rad")
        self.more.setFixedHeight(round(self.fontMetrics().height() * _MORE_ROWS) + theme.px(12))
        self.lagrum.setPlaceholderText("Lagrum, till exempel 25 kap. 1 § OSL")
        self.lagrum.setAccessibleName("Lagrum för sekretessen")
        more = label("&Fler ord att ta bort", Label.LABEL)
        more.setBuddy(self.more)
        self.more.setAccessibleName("Fler ord att ta bort")
        for val, one in self.buttons.items():
            one.setCheckable(True)
            one.setToolTip(_TIPS[val])
            one.setAccessibleName(f"{VAL_TEXT[val]}: {_TIPS[val].lower()}")
        self._of_found = QWidget()
        self._of_found.setLayout(
            column(
                label("Det här hittades. Kryssa för det som ska tas bort.", Label.LABEL),
                self.found.frame,
                row(self.all, self.none, None, spacing=gap),
                spacing=small,
            )
        )
        choice = row(label("Publiceras", Label.LABEL), *self.buttons.values(), None, spacing=gap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        layout.addWidget(self.title)
        layout.addWidget(self.notes)
        layout.addLayout(choice)
        layout.addWidget(self.hint)
        layout.addWidget(self._of_found)
        layout.addLayout(column(row(more, None, self.add, spacing=gap), self.more, spacing=small))
        layout.addLayout(row(self.secret, self.lagrum, spacing=gap))
        layout.addWidget(self.text, 1)

    def _connect(self) -> None:
        for val, one in self.buttons.items():
            one.clicked.connect(partial(self._chosen, val))
        self.found.itemChanged.connect(self._words_changed)
        self.found.currentItemChanged.connect(self._show_place)
        self.more.textChanged.connect(self._words_written)
        self._pause.timeout.connect(self._decide)
        self.all.clicked.connect(lambda: self.found.set_all(on=True))
        self.none.clicked.connect(lambda: self.found.set_all(on=False))
        self.add.clicked.connect(self._add_selected)
        self.secret.toggled.connect(self._secret_changed)
        self.lagrum.editingFinished.connect(self._decide)

    def _show_found(self, *, any_: bool) -> None:
        self._of_found.setVisible(any_)
        self.found.show_rows(_LEAST, _MOST)

    def _show_place(self) -> None:
        words = self.found.current_key()
        if words and not self._showing and self.found.hasFocus():
            self.text.show_first(words)

    def _words_written(self) -> None:
        if not self._showing:
            self._take_words()
            self._pause.start()  # a word is seldom whole before the user stops to think

    def _words_changed(self) -> None:
        if not self._showing:
            self._take_words()
            self._decide()

    def _take_words(self) -> None:
        self.text.mark(self.found.keys, self.words)
        if self._val != "nej" and self.words:
            self._val = "maskerad"

    def _add_selected(self) -> None:
        words = self.text.selected_words()
        if words and words not in self.words:
            self.more.setPlainText("\n".join((*self.more.toPlainText().splitlines(), words)))
            self.flush()

    def _secret_changed(self) -> None:
        if self._showing:
            return
        if self.secret.isChecked() and self._val == "ja":
            self._val = "nej"
        self._decide()

    def _decide(self) -> None:
        if self._showing or self._val is None:
            return
        self._show_choice()
        words = self.words
        if self._val == "maskerad" and not any(len(letters_of(one)) > 1 for one in words):
            self.hint.setText("Kryssa för det som ska tas bort, eller skriv det nedanför.")
            return
        kept = tuple(one for one in words if len(letters_of(one)) > 1)
        self.decided.emit(Decision(self._val, kept, self.sekretess))

    def _show_choice(self) -> None:
        self.hint.setText(_TIPS[self._val] + "." if self._val else "Välj vad som ska publiceras.")
        for val, one in self.buttons.items():
            one.setChecked(val == self._val)
            restyle(one, "kind", (Kind.PRIMARY if val == self._val else Kind.NORMAL).value)
        self.lagrum.setEnabled(self.secret.isChecked())
        self.text.mark(self.found.keys, self.words if self._val == "maskerad" else ())
