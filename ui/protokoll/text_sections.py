"""The texts of a §: what holds something is shown, the rest when it is asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nämnd.protokoll.findings import Part
from nämnd.protokoll.values import ParagrafRow
from nämnd.sammanträde.rules import SLAG
from ui.desk import Desk
from ui.protokoll.paragraf_saving import ParagrafSaver
from ui.protokoll.references import earlier_text, recipient_text
from ui.toolkit.fields import (
    Field,
    choice_field,
    line_field,
    list_field,
    prose_field,
    text_field,
)
from ui.toolkit.list_input import ListItem
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, button, row
from ui.toolkit.theme import Icon, Theme

_LONGEST = 48  # characters of «Mer: …»: more would make the page wider than the window
_KINDS = tuple((slag, slag.capitalize()) for slag in SLAG)


@dataclass(frozen=True, slots=True)
class Section:
    """A field, what it shows of a §, how it is saved, and when it is there."""

    name: str  # as «Mer: …» says it
    field: Field[Any]
    value: Callable[[ParagrafRow], object]
    save: Callable[[Any], None]
    part: Part | None = None  # of findings that lead here
    always: bool = False


class TextSections(QWidget):
    """Fields under each other; those that are empty wait behind «Mer: …».

    Signals:
        typed: something was written that is not saved yet.
    """

    typed = Signal()

    def __init__(self, desk: Desk) -> None:
        """Show no § yet."""
        super().__init__()
        self._theme, self._opened = desk.theme, False
        self._saver = ParagrafSaver(desk)
        self._shown: ParagrafRow | None = None
        self._loaded: dict[str, object] = {}  # what each field holds, by name
        self.more = button("", Kind.LINK)
        self.sections = _sections(desk.theme, self._saver)
        self._build(desk)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in, from the top."""
        return tuple(one.field for one in self.sections)

    def show_paragraf(self, paragraf: ParagrafRow, name: str) -> None:
        """Show a §, or the same one read again: then what is being written stays."""
        same = self._shown is not None and self._shown.id == paragraf.id
        self._opened = self._opened and same
        self._shown = paragraf
        self._saver.about(paragraf.id, name)
        for section in self.sections:
            value = section.value(paragraf)
            if not same:
                if self._loaded.get(section.name) != value or section.field.pending:
                    section.field.load(value)
            elif self._loaded.get(section.name) != value or section.field.pending:
                section.field.show_value(value)
            self._loaded[section.name] = value
        self._show()

    def go_to(self, part: Part) -> Field[Any] | None:
        """Put the caret in the field that a finding is about; None when it is none of these."""
        for section in self.sections:
            if section.part is part:
                section.field.show()
                section.field.input.setFocus()
                return section.field
        return None

    def unsaved(self) -> Field[Any] | None:
        """Return the first field that holds something that could not be saved."""
        return next((one for one in self.fields if one.pending), None)

    def _show(self) -> None:
        focus = QApplication.focusWidget()
        hidden: list[str] = []
        for section in self.sections:
            filled = section.always or bool(self._loaded[section.name])
            field = section.field
            written_in = field.pending or (focus is not None and field.isAncestorOf(focus))
            field.setVisible(self._opened or filled or written_in)
            if not filled:
                hidden.append(section.name)
        self.more.setVisible(bool(hidden))
        text = "Färre fält" if self._opened else f"Mer: {', '.join(hidden)}"
        self.more.setText(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        self.more.setToolTip(text)
        icon = Icon.CHEVRON_DOWN if self._opened else Icon.CHEVRON_RIGHT
        self._theme.dress(self.more, icon, Role.ACCENT)

    def _toggle(self) -> None:
        self._opened = not self._opened
        self._show()

    def _build(self, desk: Desk) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(self._theme.px(10))
        rubrik, slag, dnr, tid, *rest = self.fields
        layout.addWidget(rubrik)
        facts = row(slag, dnr, tid, spacing=self._theme.px(12))
        for at, share in enumerate((3, 5, 2)):
            facts.setStretch(at, share)
        layout.addLayout(facts)
        for field in rest:
            layout.addWidget(field)
        layout.addWidget(self.more)
        self.more.clicked.connect(self._toggle)
        for section in self.sections:
            desk.editor.watch(section.field, section.save)
            section.field.input.typed.connect(self.typed)


def _sections(theme: Theme, saver: ParagrafSaver) -> tuple[Section, ...]:
    return (*_facts(theme, saver), *_texts(theme, saver), *_references(theme, saver))


def _facts(theme: Theme, saver: ParagrafSaver) -> tuple[Section, ...]:
    """Return what every § has: these are always there."""
    rubrik = text_field(theme, "Rubr&ik", least=1, single=True)
    tid = line_field(theme, "Kl&ockan", placeholder="09.41")
    return (
        Section(
            "rubrik", rubrik, lambda one: one.rubrik, saver.rubrik, Part.RUBRIK, always=True,
        ),
        Section(
            "typ", choice_field(theme, "&Typ", _KINDS), lambda one: one.slag, saver.slag,
            always=True,
        ),
        Section(
            "diarienummer", line_field(theme, "&Diarienummer"), lambda one: ", ".join(one.dnr),
            saver.dnr, always=True,
        ),
        Section("tid", tid, lambda one: one.tid or "", saver.tid, Part.TIDER, always=True),
    )  # fmt: skip


def _texts(theme: Theme, saver: ParagrafSaver) -> tuple[Section, ...]:
    """Return what is written out."""
    ingress = text_field(theme, "Ingress till beslutet", placeholder="Nämnden beslutar")
    underlag = list_field(theme, "&Beslutsunderlag", placeholder="Skriv nästa handling …")
    anmälningar = list_field(theme, "Anmälningar", placeholder="Skriv nästa anmälan …")
    return (
        Section("ingress", ingress, lambda one: one.ingress, saver.ingress, Part.INGRESS),
        Section(
            "sammanfattning", prose_field(theme, "Sa&mmanfattning"),
            lambda one: one.sammanfattning, saver.sammanfattning, Part.SAMMANFATTNING,
        ),
        Section(
            "beslutsunderlag", underlag, lambda one: _items(one.beslutsunderlag),
            saver.beslutsunderlag, Part.BESLUTSUNDERLAG,
        ),
        Section(
            "anmälningar", anmälningar, lambda one: _items(one.anmälningar),
            saver.anmälningar, Part.ANMÄLNINGAR,
        ),
    )  # fmt: skip


def _references(theme: Theme, saver: ParagrafSaver) -> tuple[Section, ...]:
    """Return what points at other decisions, and who gets this one."""
    earlier = list_field(
        theme, "Tidigare behandling", placeholder="Utskottet 2019-08-30 § 43 bordlagt"
    )
    recipients = list_field(theme, "E&xpedieras till", placeholder="Region Skåne · RS 2019/12")
    return (
        Section(
            "tidigare behandling", earlier,
            lambda one: _items(tuple(map(earlier_text, one.tidigare_behandling))),
            saver.tidigare_behandling,
        ),
        Section(
            "upphäver", line_field(theme, "Upphäver", placeholder="§ 76/2015"),
            lambda one: one.upphäver or "", saver.upphäver,
        ),
        Section(
            "expedieras till", recipients,
            lambda one: _items(tuple(map(recipient_text, one.expedieringar))),
            saver.expedieringar, Part.EXPEDIERING,
        ),
    )  # fmt: skip


def _items(texts: tuple[str, ...]) -> tuple[ListItem, ...]:
    return tuple(ListItem(text, str(place)) for place, text in enumerate(texts))
