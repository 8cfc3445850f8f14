"""The parts of a set's card. Each hides when it has nothing to show.

None is told to show: it has no parent yet, and would be a window of its own for a moment.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal, TypeAlias

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from nämnd.justering.values import (
    JusteringView,
    KommentarRow,
    KommentarSvar,
    PaketRow,
    RättelseRow,
)
from ui.justering.places import place
from ui.justering.steps import PersonRow, person_rows
from ui.justering.words import (
    KOMMENTAR_CHIP,
    after_text,
    kommentar_text,
    names_of,
    paket_text,
    person_chip,
    person_text,
    rättelse_text,
)
from ui.toolkit.chips import Chip
from ui.toolkit.small import Kind, Label, button, column, label, line, row
from ui.toolkit.theme import Theme

Answer: TypeAlias = KommentarSvar | Literal["igen"]
"""What becomes of a comment; «igen»: it is open once more."""
_WHERE = 52  # the design's pixels: «Hela» and «§ 164» take the same room
_TOP = Qt.AlignmentFlag.AlignTop
_ANSWERS: tuple[tuple[KommentarSvar, str, str], ...] = (
    ("antagen", "Anta", "Anta kommentaren"),
    ("avvisad", "Avvisa …", "Avvisa kommentaren"),
    ("besvarad", "Svara …", "Svara på kommentaren"),
)


class Part(QWidget):
    """A heading with lines under it."""

    def __init__(self, theme: Theme, heading: str) -> None:
        """Show the heading."""
        super().__init__()
        self.theme = theme
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(8))
        self._lines.addWidget(line())
        self.heading = label(heading, Label.STRONG)
        self._lines.addWidget(self.heading)
        self.setAccessibleName(heading)

    def add(self, part: QWidget | QHBoxLayout | QVBoxLayout) -> None:
        """Put a line under those there are."""
        if isinstance(part, QWidget):
            self._lines.addWidget(part)
        else:
            self._lines.addLayout(part)


class People(QWidget):
    """Who answers for the set, and how each stands."""

    def __init__(self, theme: Theme, view: JusteringView) -> None:
        """Show them."""
        super().__init__()
        self.rows = person_rows(view)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(6))
        for at, one in enumerate(self.rows):
            self._put(grid, at, one)
        if not self.rows:
            grid.addWidget(label(_NOBODY, Label.PROBLEM, wrap=True), 0, 0)
        grid.setColumnStretch(2, 1)

    def _put(self, grid: QGridLayout, at: int, one: PersonRow) -> None:
        grid.addWidget(label(person_text(one), wrap=False), at, 0)
        grid.addWidget(Chip(*person_chip(one)), at, 1)
        grid.addWidget(label(after_text(one), Label.CAPTION), at, 2)


_NOBODY = "Ingen ordförande och ingen justerare är utsedd. Ange dem på mötesdagen."


class Comments(Part):
    """What those who were asked have said, each with what became of it.

    Attributes:
        buttons: by the comment's id and what they do.
    """

    def __init__(
        self,
        theme: Theme,
        view: JusteringView,
        jump: Callable[[int | None], object],
        answer: Callable[[KommentarRow, Answer], object],
    ) -> None:
        """Show them, the newest version's first."""
        super().__init__(theme, "Kommentarer")
        self._jump, self._answer, self._names = jump, answer, names_of(view)
        self._locked = view.locked
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        rows = sorted(view.kommentarer, key=lambda one: (-one.version, one.paragraf or 0))
        for one in rows:
            self.add(self._line(one))
        if not rows:
            self.hide()

    def _line(self, one: KommentarRow) -> QFrame:
        theme, frame = self.theme, QFrame()
        where = self._button(one, "till", _where(one), Kind.LINK)
        where.setToolTip("Gå till paragrafen i protokollet" if one.paragraf else "")
        where.setEnabled(one.paragraf is not None)
        where.setMinimumWidth(theme.px(_WHERE))
        where.clicked.connect(lambda: self._jump(one.paragraf))
        who = label(kommentar_text(one, self._names.get(one.person_id, "")), Label.CAPTION)
        said = label(one.text, wrap=True)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = [who, said]
        if one.svarstext:
            words.append(label(f"Svar: {one.svarstext}", Label.MUTED, wrap=True))
        text = column(*words, spacing=theme.px(2))
        layout = QHBoxLayout(frame)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(10))
        layout.addWidget(where, 0, _TOP)
        layout.addLayout(text, 1)
        for each in self._right(one):
            layout.addWidget(each, 0, _TOP)
        frame.setAccessibleName(f"Kommentar: {one.text}")
        return frame

    def _right(self, one: KommentarRow) -> Sequence[QWidget]:
        if one.svar is not None:
            again = self._button(one, "igen", "Ändra", Kind.LINK)
            again.setAccessibleName("Ändra svaret på kommentaren")
            again.clicked.connect(lambda: self._answer(one, "igen"))
            return (Chip(*KOMMENTAR_CHIP[one.svar]), again)
        made: list[QWidget] = []
        for svar, text, name in _ANSWERS:
            each = self._button(one, svar, text, Kind.NORMAL)
            each.setAccessibleName(name)
            each.clicked.connect(partial(_call, partial(self._answer, one), svar))
            made.append(each)
        return made

    def _button(self, one: KommentarRow, what: str, text: str, kind: Kind) -> QPushButton:
        made = self.buttons[one.id, what] = place(button(text, kind), f"{one.id} {what}")
        return made


class Rättelser(Part):
    """What has been put right in what is justerat."""

    def __init__(
        self,
        theme: Theme,
        view: JusteringView,
        jump: Callable[[int | None], object],
        save: Callable[[RättelseRow], object],
    ) -> None:
        """Show them, oldest first."""
        super().__init__(theme, "Rättelser")
        self.saves: list[QPushButton] = []
        for one in view.rättelser:
            where = place(button(f"§ {one.paragraf}", Kind.LINK), f"{one.id} till")
            where.clicked.connect(partial(_call, jump, one.paragraf))
            keep = place(button("Spara som PDF …", Kind.LINK), f"{one.id} spara")
            keep.setAccessibleName(f"Spara rättelsen av § {one.paragraf} som PDF")
            keep.clicked.connect(partial(_call, save, one))
            self.saves.append(keep)
            words = label(rättelse_text(one), wrap=True)
            each = row(where, words, keep, spacing=theme.px(10))
            each.setStretch(1, 1)
            self.add(each)
        if not view.rättelser:
            self.hide()


class History(Part):
    """What has been sent, the newest first; hidden behind its button when it is long ago."""

    def __init__(
        self, theme: Theme, view: JusteringView, save: Callable[[PaketRow], object]
    ) -> None:
        """Show every package."""
        super().__init__(theme, "Utskickat")
        self.saves: dict[str, QPushButton] = {}
        for one in reversed(view.paket):
            self.add(self._line(one, save, current=one is view.latest))
        if not view.paket:
            self.hide()

    def _line(
        self, one: PaketRow, save: Callable[[PaketRow], object], *, current: bool
    ) -> QVBoxLayout:
        keep = place(button("Spara filen igen …", Kind.LINK), f"{one.id} spara")
        keep.setAccessibleName(f"Spara justeringsfilen version {one.version} igen")
        keep.clicked.connect(partial(_call, save, one))
        self.saves[one.id] = keep
        words = label(paket_text(one), wrap=True)
        top = row(words, keep, spacing=self.theme.px(10))
        top.setStretch(0, 1)
        why = label("" if current else f"Gäller inte: {one.kastat}.", Label.CAPTION, wrap=True)
        (why if current else keep).hide()
        return column(top, why, spacing=0)


def _where(one: KommentarRow) -> str:
    return f"§ {one.paragraf}" if one.paragraf is not None else "Hela"


def _call(act: Callable[..., object], what: object, _checked: object = None) -> None:
    """Leave behind what Qt says with a click."""
    act(what)
