"""What was decided about a delprojekt, att-sats by att-sats, with how far each has come."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from nämnd.core.richtext import plain_text
from nämnd.delprojekt.values import Beslut, Sats, Satsläge
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.words import LÄGE, beslut_heading
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.small import Kind, Label, button, icon_button, label, line, row
from ui.toolkit.theme import Icon
from ui.toolkit.walking import tab_through

_TAB = Qt.FocusPolicy.StrongFocus
_EMPTY = "Inget beslut är inskrivet än. Skriv in det med sina att-satser, så kan varje följas."


class SatsRow(QWidget):
    """One att-sats: its words, how far it has come, and a comment.

    Attributes:
        sats: what is shown.
        states: the choices, in the order of `LÄGE`.
        comment: leads to the comment.
    """

    def __init__(self, desk: Desk, number: int, sats: Sats, *, live: bool) -> None:
        """Show `sats`; `live`: it may be changed."""
        super().__init__()
        theme = desk.theme
        self.sats, self._number = sats, number
        text = label(sats.text, wrap=True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.states = tuple(QRadioButton(word) for _, word in LÄGE)
        self.comment = button("", Kind.LINK)
        for one in (*self.states, self.comment):
            one.setEnabled(live)
            one.setAccessibleDescription(sats.text)
        mark = label(f"{number}.", Label.MUTED)
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        mark.setFixedWidth(theme.px(22))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addLayout(row(mark, text, spacing=theme.px(8)))
        under = row(*self.states, self.comment, None, spacing=theme.px(14))
        under.setContentsMargins(theme.px(30), 0, 0, 0)
        layout.addLayout(under)
        self.show_sats(sats)

    def show_sats(self, sats: Sats) -> None:
        """Show how far it has come by now."""
        self.sats = sats
        for (läge, _), choice in zip(LÄGE, self.states, strict=True):
            choice.setChecked(sats.läge == läge)
            # Tab stops at the one that is chosen; the arrows lead to the others
            here = sats.läge == läge
            choice.setFocusPolicy(_TAB if here else Qt.FocusPolicy.ClickFocus)
        said = sats.kommentar or "Kommentera …"
        self.comment.setText(said.replace("&", "&&"))
        self.comment.setToolTip("Ändra kommentaren" if sats.kommentar else "Skriv en kommentar")
        self.comment.setAccessibleName(f"Kommentar till att-sats {self._number}: {said}")


class BeslutCard(Card):
    """Every beslut with its satser.

    Attributes:
        new: begins another beslut.
        satser: a row for each att-sats, in order.
        changes, ways: the buttons that change a beslut, and those that lead to its §.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        state: Callable[[Sats, Satsläge], object],
        comment: Callable[[Sats], object],
        change: Callable[[Beslut], object],
        open_paragraf: Callable[[Beslut], object],
    ) -> None:
        """Show nothing yet; tell what the user wants."""
        super().__init__(desk.theme, "Beslut", band=True)
        self._desk = desk
        self._state, self._comment = state, comment
        self._change, self._open = change, open_paragraf
        self.new = button("Nytt &beslut …")
        assert self.head is not None  # noqa: S101 - it has a band
        self.head.addStretch()
        self.head.addWidget(self.new)
        self.satser: tuple[SatsRow, ...] = ()
        self.changes: tuple[QPushButton, ...] = ()
        self.ways: tuple[QPushButton, ...] = ()
        self.empty = label(_EMPTY, Label.MUTED, wrap=True)
        self._rows = QVBoxLayout()
        side = desk.theme.px(16)
        self._rows.setContentsMargins(side, side // 2, side, 0)
        self._rows.addWidget(self.empty)
        self.add(self._rows)
        self._inside: QWidget | None = None
        self._stops: list[QWidget] = []  # where Tab stops, from the top
        self._now: dict[str, Beslut] = {}  # as they are; what is built may have other states
        self._built: tuple[bool, tuple[Beslut, ...]] | None = None

    def first(self) -> QWidget:
        """Return what takes the focus: the state of the first sats."""
        if not self.satser:
            return self.new
        states = self.satser[0].states
        return next((one for one in states if one.isChecked()), states[0])

    def show_it(self, loaded: Loaded) -> None:
        """Show the beslut of a delprojekt."""
        live = loaded.view.avslutat is None
        self._now = {one.id: one for one in loaded.view.draft.beslut}
        known = {sats.id: sats for one in loaded.view.draft.beslut for sats in one.satser}
        built = (live, _without_states(loaded.view.draft.beslut))
        if built == self._built:  # in place: the focus and the place on the page stay
            for one in self.satser:
                one.show_sats(known[one.sats.id])
            return
        self._built = built
        if self._inside is not None:
            self._rows.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._desk.theme.px(12))
        self.satser, self.changes, self.ways = (), (), ()
        self._stops.clear()
        for place, one in enumerate(loaded.view.draft.beslut):
            if place:
                layout.addWidget(line())
            self._add(layout, one, live=live)
        self._rows.addWidget(inside)
        self.empty.setVisible(not loaded.view.draft.beslut)
        inside.setVisible(bool(loaded.view.draft.beslut))
        self.new.setEnabled(live)
        tab_through(self.new, *self._stops)

    def _add(self, layout: QVBoxLayout, one: Beslut, *, live: bool) -> None:
        theme = self._desk.theme
        title = beslut_heading(one)
        change = icon_button(theme, Icon.EDIT, f"Ändra: {title}")
        change.setEnabled(live)
        change.clicked.connect(lambda: self._change(self._now[one.id]))
        self.changes = (*self.changes, change)
        self._stops.append(change)
        head = [label(title, Label.STRONG), change]
        if one.paragraf_id is not None:
            way = button("Visa paragrafen", Kind.LINK)
            way.clicked.connect(lambda: self._open(one))
            self.ways = (*self.ways, way)
            self._stops.append(way)
            head.append(way)
        layout.addLayout(row(*head, None, spacing=theme.px(8)))
        if one.text:
            layout.addWidget(label(plain_text(one.text), Label.MUTED, wrap=True))
        for number, sats in enumerate(one.satser, 1):
            made = SatsRow(self._desk, number, sats, live=live)
            for (läge, _), choice in zip(LÄGE, made.states, strict=True):
                choice.clicked.connect(partial(self._choose, made, läge))
            made.comment.clicked.connect(partial(self._ask, made))
            layout.addWidget(made)
            self.satser = (*self.satser, made)
            self._stops += (*made.states, made.comment)
        if not one.satser:
            layout.addWidget(label("Inga att-satser.", Label.CAPTION))

    def _choose(self, row: SatsRow, läge: Satsläge, _: object = None) -> None:
        if row.sats.läge != läge:
            self._state(row.sats, läge)
            row.show_sats(row.sats)  # as it was, if that was refused

    def _ask(self, row: SatsRow, _: object = None) -> None:
        self._comment(row.sats)


def _without_states(rows: tuple[Beslut, ...]) -> tuple[Beslut, ...]:
    """Return beslut with all that needs building anew when it changes."""
    return tuple(
        replace(one, satser=tuple(Sats(sats.id, sats.text) for sats in one.satser)) for one in rows
    )
