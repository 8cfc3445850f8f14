"""What is chosen in the list: where it comes from, when it is due, what has happened."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nämnd.bevakning.values import BevakningRow, Läge
from nämnd.bevakning.wording import hinder_words, återkommer_words
from nämnd.core.swedish import counted, long_date, short_date
from ui.bevakningar_card import state_chip
from ui.toolkit.chips import Card, Chip
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, column, label, reading_area, restyle, row
from ui.toolkit.theme import Icon, Theme
from ui.uppföljning.actions import source_name
from ui.uppföljning.draft_part import steps_text
from ui.uppföljning.words import Entry, history

if TYPE_CHECKING:
    from nämnd.delprojekt.values import DelprojektView, Satsläge

_NONE = "Välj något i listan, så står det här."
_MARK: dict[Satsläge, str] = {"gjort": "✓", "pågår": "◐", "inte påbörjat": "○"}
_MOST = 8  # lines of a list; the rest is on the page of the delprojekt
_HIGH, _FEW = 460, 3  # the design's pixels; buttons there is always room for
_SHOWN = 400  # characters of a quotation


class UppföljningPane(Card):
    """A card about one row.

    Signals:
        wanted: what the user wants done, by name.

    Attributes:
        heading, chip: what it is, and where it stands.
        where, source: what it comes from, and the link there.
        primary, buttons: what can be done, by name.
    """

    wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(theme)
        self._theme = theme
        self.setAccessibleName("Valt i uppföljningen")
        self.heading = label(_NONE, Label.HEADING, wrap=True)
        self.chip, self.forfeits = Chip(""), Chip("rätten går förlorad", Role.LATE)
        self.where, self.source = label("", Label.MUTED, wrap=True), button("", Kind.LINK)
        self._inside = QWidget()
        self._inside.setObjectName("scrolled")
        self._lines = QVBoxLayout()
        self._acts = QGridLayout()
        self.buttons = {name: button(text) for name, text in _BUTTONS}
        self._names: tuple[str, ...] = ()
        self._low = False
        self._build()
        self.show_entry(None)

    def show_entry(self, entry: Entry | None, view: DelprojektView | None = None) -> None:
        """Show a row; `view`: of its delprojekt, when it has one."""
        one = entry.bevakning if entry else None
        self.heading.setText(entry.rubrik if entry else _NONE)
        self.chip.setVisible(one is not None)
        if one is not None:
            self.chip.show_as(*state_chip(one))
        self.forfeits.setVisible(one is not None and one.draft.förverkande and one.avslutad is None)
        self._show_source(entry, view)
        self._clear()
        if view is not None:
            self._show_delprojekt(view)
        if one is not None:
            self._show_bevakning(one, entry)
        self._lines.addStretch()
        self._offer(entry)

    def _show_source(self, entry: Entry | None, view: DelprojektView | None) -> None:
        """Say where it comes from, and lead there."""
        one = entry.bevakning if entry else None
        where, leads = one.källa_text if one else "", source_name(one) if one else ""
        if entry is not None and entry.delprojekt is not None:
            dnr = f"ärende {view.dnr}" if view and view.dnr else ""
            where = " · ".join(filter(None, (entry.delprojekt.program, dnr)))
            leads = "delprojektet"
        self.where.setText(where)
        self.where.setVisible(bool(where))
        self.source.setText(f"Öppna {leads}")
        self.source.setVisible(bool(leads))

    def _show_bevakning(self, one: BevakningRow, entry: Entry | None) -> None:
        draft = one.draft
        if entry is not None and entry.delprojekt is not None:
            self._section("Bevakas", [draft.rubrik])
        when = [_sentence(one.regel)]
        if one.due is not None and one.regel != short_date(one.due):
            when.append(f"Betyder {long_date(one.due)}.")
        elif one.due is None:
            when.append(hinder_words(draft.förfaller, one.hinder))
        if draft.återkommer:
            when.append(f"Återkommer {återkommer_words(draft.återkommer)}.")
        self._section("Förfaller", when)
        if draft.förverkande and one.avslutad is None:
            self._add(label("Rätten går förlorad om dagen missas.", Label.PROBLEM, wrap=True))
        self._section("Att-sats", filter(None, (draft.källa.attsats or "",)))
        self._section("Vem", _who(one))
        self._section("Påminnelser", [_sentence(steps_text(draft.påminnelser))])
        if draft.citat:
            where = f" (sidan {draft.sida})" if draft.sida else ""
            cut = draft.citat[:_SHOWN] + ("…" if len(draft.citat) > _SHOWN else "")
            self._section("Så står det", [f"«{cut}»{where}"])
        self._section("Anteckning", filter(None, (draft.anteckning,)))
        self._section("Historik", history(one))

    def _show_delprojekt(self, view: DelprojektView) -> None:
        draft = view.draft
        for beslut in draft.beslut:
            head = f"Beslut {beslut.datum.isoformat()}"
            head = f"{head} § {beslut.paragraf}" if beslut.paragraf else head
            self._section(head, [f"{_MARK[one.läge]} {one.text}" for one in beslut.satser])
        done = [f"{_MARK[one.läge]} {one.kort or one.text}" for one in draft.åtgärder]
        self._section("Åtgärder", done)
        left = [one.text for one in draft.behov if one.löst is None]
        self._section("Behov som kvarstår", left)
        reports = [
            " ".join(filter(None, (each.dag and each.dag.isoformat(), f"rapport {each.ordning}")))
            for each in view.rapporter
        ]
        self._section("Rapporter", reports)

    def _offer(self, entry: Entry | None) -> None:
        """Show what can be done, the next thing first."""
        one = entry.bevakning if entry else None
        names = _offered(one) if one else ("ny",) if entry else ()
        self._names = names
        self._place_buttons()

    @property
    def left_out(self) -> tuple[str, ...]:
        """Return what there is no room for: it stands in the menu of «Mer»."""
        return self._names[1:-1] if self._low and len(self._names) > _FEW else ()

    def text_of(self, name: str) -> str:
        """Return what the button says, with its mnemonic."""
        return self.buttons[name].text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the next thing to do and «Mer» where it is low."""
        super().resizeEvent(event)
        low = event.size().height() < self._theme.px(_HIGH)
        if low != self._low:
            self._low = low
            self._place_buttons()

    def _place_buttons(self) -> None:
        """Show those that are offered; the one with the focus keeps it, else the first gets it."""
        there = self.window().focusWidget()
        focused = next((one for one in self.buttons.values() if one is there), None)
        self._lay_buttons()
        if focused is not None:
            (self.first_button() if focused.isHidden() else focused).setFocus()

    def _lay_buttons(self) -> None:
        left_out = self.left_out
        more = self.buttons["mer"]
        more.setText("" if left_out else "&Mer")
        narrow = QSizePolicy.Policy.Maximum if left_out else QSizePolicy.Policy.Expanding
        more.setSizePolicy(narrow, QSizePolicy.Policy.Fixed)
        for part in self.buttons.values():
            self._acts.removeWidget(part)
            part.hide()
        for at, name in enumerate(one for one in self._names if one not in left_out):
            part = self.buttons[name]
            restyle(part, "kind", (Kind.PRIMARY if at == 0 else Kind.NORMAL).value)
            if at == 0:
                self._acts.addWidget(part, 0, 0, 1, 1 if left_out else 2)
            elif left_out:
                self._acts.addWidget(part, 0, 1)  # «Mer», with its icon alone
            else:
                self._acts.addWidget(part, (at + 1) // 2, (at + 1) % 2)
            part.show()

    def _section(self, title: str, lines: Iterable[str]) -> None:
        texts = [one for one in lines if one]
        if not texts:
            return
        self._add(label(title, Label.CAPTION))
        for text in texts[:_MOST]:
            said = label(text, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._add(said)
        if len(texts) > _MOST:
            rest = counted(len(texts) - _MOST, "rad", "rader")
            self._add(label(f"… och {rest} till.", Label.MUTED))

    def _add(self, part: QWidget) -> None:
        self._lines.addWidget(part)

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _build(self) -> None:
        theme = self._theme
        self._lines.setSpacing(theme.px(5))
        top = column(
            self.heading,
            row(self.chip, self.forfeits, None, spacing=theme.px(8)),
            self.where,
            row(self.source, None, spacing=0),
            self._lines,
            spacing=theme.px(8),
        )
        top.setContentsMargins(0, 0, theme.px(8), 0)
        self._inside.setLayout(top)
        self.add(reading_area(self._inside, "Valt i uppföljningen"), 1)
        self._acts.setSpacing(theme.px(8))
        self.add(self._acts)
        for name, part in self.buttons.items():
            part.setParent(self)
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            part.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
        self.source.clicked.connect(lambda: self.wanted.emit("källa"))
        more = self.buttons["mer"]
        theme.dress(more, Icon.CHEVRON_DOWN, Role.MUTED)
        more.setAccessibleName("Mer")
        more.setToolTip("Mer som går att göra")

    def first_button(self) -> QWidget:
        """Return the next thing to do, when there is one."""
        first = self._acts.itemAtPosition(0, 0)
        return (first.widget() if first else None) or self.source

    def button_of(self, name: str) -> QPushButton:
        """Return a button by what it does."""
        return self.buttons[name]


_BUTTONS = (
    ("dagordning", "&Lägg på dagordningen"),
    ("rapport", "&Klar eller återkommer …"),
    ("flytta", "Fl&ytta …"),
    ("avsluta", "A&vsluta …"),
    ("påminn", "P&åminn …"),
    ("ändra", "&Ändra …"),
    ("öppna", "&Öppna igen"),
    ("punkt", "&Till punkten"),
    ("ny", "&Bevaka …"),
    ("mer", "&Mer"),
)


def _offered(one: BevakningRow) -> tuple[str, ...]:
    match one.läge:
        case Läge.AVSLUTAD:
            return ("öppna", "mer")
        case Läge.ÅTERRAPPORTERAD:
            return ("rapport", "flytta", "avsluta", "ändra", "punkt", "mer")
        case Läge.PÅ_DAGORDNINGEN:
            return ("punkt", "flytta", "avsluta", "ändra", "mer")
        case _:
            return ("dagordning", "flytta", "avsluta", "påminn", "ändra", "mer")


def _who(one: BevakningRow) -> list[str]:
    draft = one.draft
    mail = f" ({draft.ansvarig_epost})" if draft.ansvarig_epost else ""
    made = [f"Ansvarig: {draft.ansvarig}{mail}"] if draft.ansvarig else []
    return [*made, f"Mottagare: {draft.mottagare}"] if draft.mottagare else made


def _sentence(text: str) -> str:
    """Return words as a sentence."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}." if text else ""
