"""One punkt as it was read, to be put right."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nämnd.läsning.found import FoundBilaga, FoundPunkt
from nämnd.sammanträde.rules import SLAG
from ui.toolkit.chips import Card
from ui.toolkit.controls import Check
from ui.toolkit.fields import Field, choice_field, line_field, list_field, prose_field, text_field
from ui.toolkit.list_input import ListInput, ListItem
from ui.toolkit.small import Label, label, reading_area
from ui.toolkit.theme import Theme


class PunktCard(Card):
    """What will be saved of a punkt.

    Signals:
        changed: the key that the punkt was shown with, and the punkt as it is written now.
    """

    changed = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        """Show nothing yet."""
        super().__init__(theme, "Så här blir det")
        self._key = ""
        self._punkt: FoundPunkt | None = None
        self._bilagor: tuple[FoundBilaga, ...] = ()  # as shown: the rows' keys are places in it
        self.include = Check(theme, "Ta med punkten")
        self.doubts = label("", Label.PROBLEM, wrap=True)
        self.rubrik = text_field(theme, "&Rubrik", least=1, single=True)
        self.slag = choice_field(theme, "T&yp", ((one, one.capitalize()) for one in SLAG))
        self.föredragande = line_field(theme, "Föredragande")
        self.underpunkter = list_field(theme, "Underpunkter", placeholder="Lägg till rad …")
        self.förslag = list_field(
            theme, "Ordförandens &förslag", placeholder="Lägg till att-sats …"
        )
        self.sammanfattning = prose_field(theme, "Sa&mmanfattning")
        self.bilagor = list_field(theme, "Handlingar", placeholder="Lägg till handling …")
        self.later = label("", Label.CAPTION, wrap=True)
        self._fields = (
            self.rubrik,
            self.slag,
            self.föredragande,
            self.underpunkter,
            self.förslag,
            self.sammanfattning,
            self.bilagor,
        )
        self._build(theme)

    def show_punkt(self, key: str, punkt: FoundPunkt, *, included: bool) -> None:
        """Show another punkt; what was written in the one before is told first."""
        self.flush()
        self._punkt = None
        self._key, self._bilagor = key, punkt.bilagor
        was = self.include.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.include.setChecked(included)
        self.include.blockSignals(was)
        self.rubrik.load(punkt.rubrik)
        self.slag.load(punkt.slag)
        self.föredragande.load(punkt.föredragande)
        self.underpunkter.load(_items(punkt.underpunkter))
        self.förslag.load(_items(punkt.förslag))
        self.sammanfattning.load(punkt.sammanfattning)
        self.bilagor.load(tuple(_bilaga_item(n, one) for n, one in enumerate(punkt.bilagor)))
        self.later.setText(_later(punkt))
        self.later.setVisible(bool(self.later.text()))
        self.doubts.setText("\n".join(f"Kontrollera: {one.text}" for one in punkt.doubts))
        self.doubts.setVisible(bool(punkt.doubts))
        self._punkt = punkt

    def flush(self) -> None:
        """Tell what is being written, now."""
        for field in self._fields:
            field.flush()

    def _build(self, theme: Theme) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, theme.px(8), 0)
        layout.setSpacing(theme.px(10))
        for part in (self.include, self.doubts, *self._fields, self.later):
            layout.addWidget(part)
        layout.addStretch()
        self.add(reading_area(inside, "Punkten som lästes in"), 1)
        for field in self._fields:
            field.edited.connect(self._tell)

    def _tell(self) -> None:
        if self._punkt is None:
            return
        punkt = self._punkt
        self._punkt = replace(
            punkt,
            rubrik=str(self.rubrik.value()),
            slag=str(self.slag.value()),
            föredragande=str(self.föredragande.value()),
            underpunkter=tuple(one.text for one in _rows(self.underpunkter)),
            förslag=tuple(one.text for one in _rows(self.förslag)),
            sammanfattning=str(self.sammanfattning.value()),
            bilagor=tuple(_bilaga(self._bilagor, one) for one in _rows(self.bilagor)),
        )
        self.changed.emit(self._key, self._punkt)


def _rows(field: Field[ListInput]) -> tuple[ListItem, ...]:
    return cast("tuple[ListItem, ...]", field.value())


def _items(texts: tuple[str, ...]) -> tuple[ListItem, ...]:
    return tuple(ListItem(text) for text in texts)


def _bilaga_item(place: int, one: FoundBilaga) -> ListItem:
    return ListItem(one.rubrik, str(place))


def _bilaga(shown: tuple[FoundBilaga, ...], item: ListItem) -> FoundBilaga:
    if item.key:
        return replace(shown[int(item.key)], rubrik=item.text)
    return FoundBilaga("", item.text)


def _later(punkt: FoundPunkt) -> str:
    notes = [f"{one.label}: {one.anmärkning}" for one in punkt.bilagor if one.anmärkning]
    if punkt.bilagor and not any(one.i_utskicket for one in punkt.bilagor):
        notes.append("Handlingarna finns under mötet och följer inte med utskicket.")
    if punkt.missivförslag:
        satser = (f"{n}. {text}" for n, text in enumerate(punkt.missivförslag, start=1))
        notes.append(f"Missivet föreslår: {' '.join(satser)}")
    return "\n".join(notes)
