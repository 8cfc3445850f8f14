"""The editor of one punkt. Everything in it saves by itself."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from nämnd.protokoll.differences import missiv_difference
from nämnd.sammanträde.dagordning import PunktRow, SatsRow, UnderpunktRow
from nämnd.sammanträde.rules import SLAG
from ui.desk import Desk
from ui.sammanträde.bilaga_actions import BilagaActions
from ui.sammanträde.bilagor import BilagaPane
from ui.sammanträde.loaded import Loaded
from ui.sammanträde.optional_fields import OptionalFields
from ui.sammanträde.punkt_saving import PunktSaver, keys_for
from ui.toolkit.chips import Card, Chip
from ui.toolkit.difference_view import DifferenceNote
from ui.toolkit.fields import Field, choice_field, list_field, prose_field, text_field
from ui.toolkit.list_input import ListItem
from ui.toolkit.palette import Role
from ui.toolkit.small import Kind, Label, button, label, row
from ui.toolkit.theme import Icon, Theme
from ui.ärende_field import ÄrendeField

T = TypeVar("T")
_KINDS = tuple((slag, slag.capitalize()) for slag in SLAG)


class PunktEditor(Card):
    """Fields of the punkt that is chosen in the list.

    Signals:
        typed: something was written that is not saved yet; `live` has it.
        list_wanted: Escape: the user wants back to the list.
    """

    typed = Signal()
    list_wanted = Signal()

    def __init__(self, desk: Desk, bilaga_actions: BilagaActions) -> None:
        """Show no punkt yet."""
        super().__init__(desk.theme)
        self.setAccessibleName("Punkten")
        self._desk, self._punkt = desk, cast("PunktRow | None", None)
        self._saver = PunktSaver(desk)
        theme = desk.theme
        self.heading = label("", Label.HEADING)
        self.withdrawn = Chip("utgår", Role.WARN)
        self.late = Chip("tillkom efter kallelsen", Role.NOTE)
        self.show_preview = button("Förhandsvisning", Kind.LINK)
        self.show_preview.setToolTip("Visa hur papperet blir")
        self.show_preview.hide()
        theme.dress(self.show_preview, Icon.EYE, Role.ACCENT)
        self.reason = label("", Label.MUTED, wrap=True)
        self.hint = label("Här skriver du det som hör till en punkt.", Label.MUTED, wrap=True)
        self.rubrik = text_field(theme, "Rubri&k", least=1, single=True)
        self.ärende = ÄrendeField(theme, "Äre&nde")
        self.slag = choice_field(theme, "&Typ", _KINDS)
        self.optional = OptionalFields(theme)
        self.förslag = list_field(
            theme, "&Ordförandens förslag", placeholder="Skriv nästa att-sats …"
        )
        self.missiv = DifferenceNote(
            theme,
            "Skiljer sig från missivet",
            was="missivet",
            now="dagordningen",
            action="Använd missivets förslag",
        )
        self.newer = button("Ärendet har nyare texter eller filer: hämta dem", Kind.LINK)
        self.sammanfattning = prose_field(theme, "Sa&mmanfattning")
        self.bilagor = BilagaPane(desk, bilaga_actions)
        self.area, self._inside = QScrollArea(), QWidget()
        self._build(theme)
        self._watch()
        self.show_punkt(None, None)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in, from the top."""
        return (
            self.rubrik,
            self.ärende,
            self.slag,
            *self.optional.fields,
            self.förslag,
            self.sammanfattning,
        )

    def show_punkt(self, punkt: PunktRow | None, loaded: Loaded | None) -> None:
        """Show a punkt, or the same one read again: then what is being written stays."""
        same = punkt is not None and self._punkt is not None and punkt.id == self._punkt.id
        self._punkt = punkt
        self.area.setVisible(punkt is not None)
        self._show_head(punkt)
        if punkt is None or loaded is None:
            return
        self._saver.about(loaded.dagordning.sammanträde.id, punkt.id)
        self.ärende.combo.offer(loaded.ärenden)
        for field, value in zip(self.fields, _values(punkt), strict=True):
            if not same:
                field.load(value)
            elif not _only_spaces(field, value):
                field.show_value(value)
        if not same:
            self.missiv.close_difference()
        self._show_missiv()
        self.newer.setVisible(punkt.id in loaded.behind)
        self.bilagor.show_punkt(punkt, loaded.dagordning, loaded.last_sent)
        self.optional.show_punkt(punkt, same=same)
        if not same:
            self.area.verticalScrollBar().setValue(0)

    def live(self) -> PunktRow | None:
        """Return the punkt as it reads now, with what is not saved yet."""
        punkt = self._punkt
        if punkt is None or not any(field.pending for field in self.fields):
            return punkt
        written: dict[str, Any] = {
            "rubrik": " ".join(str(self.rubrik.value()).split()) or punkt.rubrik,
            "föredragande": self.optional.föredragande.value() or None,
            "tid": self.optional.tid.value() or None,
            "sammanfattning": self.sammanfattning.value(),
            "förslag": _rows(SatsRow, self.förslag, [one.id for one in punkt.förslag]),
            "missivförslag": _rows(
                SatsRow, self.optional.missivförslag, [one.id for one in punkt.missivförslag]
            ),
            "underpunkter": _rows(
                UnderpunktRow, self.optional.underpunkter, [one.id for one in punkt.underpunkter]
            ),
        }
        return replace(punkt, **written)

    def unsaved(self) -> Field[Any] | None:
        """Return the first field that holds something that could not be saved."""
        fields = (*self.fields, *self.bilagor.details.fields)
        return next((field for field in fields if field.pending), None)

    def begin(self) -> None:
        """Put the caret in the rubrik."""
        self.rubrik.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_new(self) -> None:
        """Put the caret in the rubrik of a new punkt, ready to be replaced."""
        self.begin()
        self.rubrik.input.selectAll()

    def go_to(self, part: QWidget) -> None:
        """Put the caret in one of the fields, in sight."""
        self.area.ensureWidgetVisible(part)
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Be wide enough for all that can be in it: nothing is cut off to the right."""
        bar, margins = self.area.verticalScrollBar().sizeHint(), self.body.contentsMargins()
        around = bar.width() + margins.left() + margins.right()
        least = self._inside.minimumSizeHint().width() + around
        return QSize(least, super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.list_wanted.emit()
            return
        super().keyPressEvent(event)

    def _show_missiv(self) -> None:
        """Say whether the förslag, as it reads now, is what the missiv proposes."""
        punkt = self.live()
        found = missiv_difference(punkt) if punkt else None
        self.missiv.show_difference(found.satser if found else ())

    def _show_details(self) -> None:
        """Bring a bilaga and what is written about it into sight, once they have their place."""
        QTimer.singleShot(0, self, self._scroll_to_bilaga)

    def _scroll_to_bilaga(self) -> None:
        view = self.bilagor.view
        row_area = view.visualRect(view.currentIndex())
        self.area.ensureWidgetVisible(self.bilagor.details)
        at = view.viewport().mapTo(self._inside, row_area.center())
        self.area.ensureVisible(at.x(), at.y(), 0, row_area.height())

    def _show_head(self, punkt: PunktRow | None) -> None:
        self.heading.setText(f"Punkt {punkt.nummer}" if punkt else "")
        self.hint.setVisible(punkt is None)
        self.withdrawn.setVisible(punkt is not None and punkt.utgår is not None)
        self.late.setVisible(punkt is not None and punkt.tillkom_efter_kallelsen)
        self.reason.setVisible(punkt is not None and punkt.utgår is not None)
        self.reason.setText(f"Utgår: {punkt.utgår}" if punkt and punkt.utgår else "")

    def _watch(self) -> None:
        saver, watch = self._saver, self._desk.editor.watch
        saves: Sequence[Callable[[Any], None]] = (
            saver.rubrik, saver.ärende, saver.slag, saver.föredragande, saver.tid, saver.grupp,
            saver.underpunkter, saver.missivförslag, saver.förslag, saver.sammanfattning,
        )  # fmt: skip
        for field, save in zip(self.fields, saves, strict=True):
            watch(field, save)
            field.input.typed.connect(self.typed)
        self.typed.connect(self._show_missiv)
        self.missiv.action_wanted.connect(saver.take_missiv)
        self.newer.clicked.connect(saver.follow_ärende)
        self.bilagor.details_shown.connect(self._show_details)

    def _build(self, theme: Theme) -> None:
        gap = theme.px(8)
        self.body.setContentsMargins(theme.px(16), theme.px(14), theme.px(4), theme.px(10))
        head = row(self.heading, self.withdrawn, self.late, None, self.show_preview, spacing=gap)
        head.setContentsMargins(0, 0, theme.px(12), 0)
        self.add(head)
        self.add(self.hint)
        self.add(self.reason)
        self.add(self.area, 1)
        self.body.addStretch()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside.setObjectName("scrolled")
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(0, 0, theme.px(12), theme.px(8))
        layout.setSpacing(theme.px(10))
        layout.addWidget(self.rubrik)
        layout.addLayout(self._pair(theme))
        parts = (self.optional, self.förslag, self.missiv, self.newer, self.sammanfattning)
        for part in (*parts, self.bilagor):
            layout.addWidget(part)
        layout.addStretch(1)
        self.area.setWidget(self._inside)

    def _pair(self, theme: Theme) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(12))
        for at, (part, share) in enumerate(((self.ärende, 3), (self.slag, 2))):
            grid.addWidget(part, 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, share)
        return grid


def _values(punkt: PunktRow) -> tuple[object, ...]:
    return (
        punkt.rubrik,
        punkt.dnr or "",
        punkt.slag,
        punkt.föredragande or "",
        punkt.tid or "",
        punkt.grupp or "",
        tuple(ListItem(one.rubrik, one.id) for one in punkt.underpunkter),
        tuple(ListItem(one.text, one.id) for one in punkt.missivförslag),
        tuple(ListItem(one.text, one.id) for one in punkt.förslag),
        punkt.sammanfattning,
    )


def _only_spaces(field: Field[Any], value: object) -> bool:
    """Say whether the field differs from what is saved only by a space being written."""
    if not (isinstance(value, str) and field.input.hasFocus()):
        return False
    written = str(field.value())
    return written != value and written.split() == value.split()


def _rows(
    kind: Callable[[str, str], Any], field: Field[Any], old: Sequence[str]
) -> tuple[Any, ...]:
    items = cast("tuple[ListItem, ...]", field.value())
    keys = keys_for(items, old)
    return tuple(kind(key, one.text) for key, one in zip(keys, items, strict=True))
