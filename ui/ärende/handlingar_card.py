"""The handlingar of an ärende: a table, what there is to know of one, and what can be done."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from nämnd.core.swedish import counted, short_date
from nämnd.filtext.values import TextState
from nämnd.ärende.values import HandlingRow, VersionRow
from ui.desk import Desk
from ui.file_words import WARNING_TEXT, known_warnings
from ui.toolkit.chips import Card
from ui.toolkit.palette import Role
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.table import Column, RowTable
from ui.toolkit.theme import Icon
from ui.ärende.handling_actions import HandlingActions
from ui.ärende.loaded import Loaded
from ui.ärende.words import (
    RIKTNING_TEXT,
    file_text,
    handling_rubrik,
    remark,
    version_text,
)

_EMPTY = "Inga handlingar än. Ta in ett brev eller filer, eller dra dem hit."
_NONE = "Inga handlingar."
_LEAST_HEIGHT = 190  # the design's pixels


class HandlingarCard(Card):
    """Every handling, by number.

    Attributes:
        table: the list.
        add, take_in: a handling without file; files that come in.
        open, change, version, versions, save, follow, annul: what can be done with the chosen one.
        details: what there is to know of it.
    """

    def __init__(self, desk: Desk, actions: HandlingActions) -> None:
        """Show nothing yet."""
        super().__init__(desk.theme, "Handlingar", band=True)
        self._desk, self._actions = desk, actions
        self._loaded: Loaded | None = None
        self._states: Mapping[str, TextState] = {}
        self.count = label("", Label.MUTED)
        self.add_one, self.take_in = button("Utan &fil …"), button("&Ta in filer …")
        self.table: RowTable[HandlingRow] = RowTable(
            desk.theme, self._columns(), lambda one: one.id, name="Handlingar", empty=_EMPTY
        )
        self.details = label("", Label.CAPTION, wrap=True)
        self.open, self.change = button("&Öppna"), button("Än&dra …")
        self.version, self.versions = button("Ny &version …"), button("Versioner")
        self.save, self.annul = button("Spara &kopia …"), button("Makulera …")
        self.follow = button("Följ &upp")
        self.shown: QMenu | None = None
        self._build()

    def show_it(self, loaded: Loaded) -> None:
        """Show the handlingar of an ärende."""
        self._loaded = loaded
        self.table.show_rows(loaded.handlingar)
        self.count.setText(counted(len(loaded.handlingar), "handling", "handlingar"))
        there = loaded.view.makulerat is None
        self.table.set_empty(_EMPTY if there else _NONE)
        for one in (self.add_one, self.take_in):
            one.setEnabled(there)
        self._show_chosen()

    def show_states(self, states: Mapping[str, TextState]) -> None:
        """Say how far the words of each file could be read, by its checksum."""
        self._states = states
        if self._loaded is not None:
            self.table.show_rows(self._loaded.handlingar)

    def go_to(self, handling_id: str) -> None:
        """Go to a handling."""
        if self.table.choose(handling_id):
            self.table.scrollTo(self.table.currentIndex())
            self.table.setFocus()

    def _build(self) -> None:
        theme = self._desk.theme
        gap, side = theme.px(8), theme.px(12)
        assert self.head is not None  # noqa: S101 - it has a band
        for part in (self.count, None, self.add_one, self.take_in):
            self.head.addStretch() if part is None else self.head.addWidget(part)
        self.table.setMinimumHeight(theme.px(_LEAST_HEIGHT))
        self.add(self.table, 1)
        inside = QWidget()
        acts = row(
            self.open, self.change, self.version, self.versions, self.save, self.follow, None,
            self.annul,
            spacing=gap,
        )  # fmt: skip
        acts.setContentsMargins(side, gap // 2, side, 0)
        inside.setLayout(acts)
        self.details.setContentsMargins(side, 0, side, 0)
        self.add(self.details)
        self.add(inside)
        for part in (self.versions, self.follow):
            theme.dress(part, Icon.CHEVRON_DOWN, Role.MUTED)
        self._connect()

    def _connect(self) -> None:
        table, actions = self.table, self._actions
        table.chosen.connect(self._show_chosen)
        table.opened.connect(actions.open)
        table.removal_wanted.connect(self._annul)
        self.open.clicked.connect(lambda: self._on_chosen(actions.open))
        self.change.clicked.connect(lambda: self._on_chosen(actions.change))
        self.version.clicked.connect(lambda: self._on_chosen(actions.new_version))
        self.save.clicked.connect(lambda: self._on_chosen(actions.save_copy))
        self.annul.clicked.connect(lambda: self._on_chosen(actions.annul))
        self.versions.clicked.connect(self._offer_versions)
        self.follow.clicked.connect(self._offer_following)
        self.add_one.clicked.connect(actions.add_without_file)
        self.take_in.clicked.connect(actions.take_in)
        self.add_one.setToolTip(
            "Registrera en handling som inte är en fil, till exempel ett samtal"
        )

    def _annul(self, rows: tuple[HandlingRow, ...]) -> None:
        self._actions.annul(rows[0])

    def _on_chosen(self, act: Callable[[HandlingRow], object]) -> None:
        chosen = self.table.current()
        if chosen is not None:
            act(chosen)

    def _show_chosen(self, _: object = None) -> None:
        one = self.table.current()
        annulled = one is None or one.makulerad is not None
        live = not annulled and self._loaded is not None and self._loaded.view.makulerat is None
        file = one is not None and one.fil is not None
        for part in (self.open, self.save):
            part.setEnabled(file)
        for part in (self.change, self.version, self.annul, self.follow):
            part.setEnabled(live)
        self.version.setText("Ny &version …" if file else "Lägg till &fil …")
        self.versions.setVisible(one is not None and len(one.versioner) > 1)
        self.details.setText("\n".join(details(one)) if one else "")
        self.details.setVisible(bool(self.details.text()))

    def _offer_versions(self) -> None:
        one = self.table.current()
        if one is None:
            return
        self.shown = menu = QMenu(self.versions)
        menu.aboutToHide.connect(menu.deleteLater)
        for version in reversed(one.versioner):
            self._offer_version(menu, one, version)
        menu.popup(self.versions.mapToGlobal(QPoint(0, self.versions.height())))

    def _offer_following(self) -> None:
        one = self.table.current()
        if one is None:
            return
        self.shown = menu = QMenu(self.follow)
        menu.aboutToHide.connect(menu.deleteLater)
        find = menu.addAction("&Hitta frister …")
        find.setEnabled(one.fil is not None)
        find.triggered.connect(lambda: self._actions.find_deadlines(one))
        menu.addAction("&Bevaka …").triggered.connect(lambda: self._actions.watch(one))
        agreed = menu.addAction("Ny &överenskommelse …")
        agreed.triggered.connect(lambda: self._actions.new_överenskommelse(one))
        menu.popup(self.follow.mapToGlobal(QPoint(0, self.follow.height())))

    def _offer_version(self, menu: QMenu, one: HandlingRow, version: VersionRow) -> None:
        made = menu.addAction(version_text(version).replace("&", "&&"))
        made.triggered.connect(lambda: self._actions.open(one, version))

    def _columns(self) -> tuple[Column[HandlingRow], ...]:
        return (
            Column("Nr", lambda one: str(one.löpnr), lambda one: one.löpnr, width=3, right=True),
            Column("Dag", _day, _day, width=10),
            Column("Riktning", _riktning, _riktning, width=9, yields=2),
            Column("Från eller till", _who, _who, width=17),
            Column("Handling", handling_rubrik, handling_rubrik, role=_role, icon=_lock),
            Column("Fil", file_text, file_text, width=9, role=_file_role, yields=1),
            Column("Att veta", self._remark, self._remark, width=14, role=self._remark_role),
        )

    def _remark(self, one: HandlingRow) -> str:
        return remark(one, self._states.get(one.fil.sha256) if one.fil else None)

    def _remark_role(self, one: HandlingRow) -> Role:
        unsafe = one.fil is not None and known_warnings(one.fil.varningar)
        return Role.WARN if unsafe or one.draft.sekretess is not None else Role.MUTED


def details(one: HandlingRow) -> list[str]:
    """Return what there is to know of a handling, a sentence or two in a line."""
    said = [one.draft.rubrik]
    if one.makulerad is not None:
        day = f" {short_date(one.makulerad_datum)}" if one.makulerad_datum else ""
        said.append(f"Makulerad{day}: {one.makulerad}")
    if one.draft.sekretess is not None:
        said.append(f"Kan omfattas av sekretess: {one.draft.sekretess.lagrum}")
    hidden = [
        text
        for on, text in (
            (one.draft.dölj_rubrik, "vad det är"),
            (one.draft.dölj_från_till, "från vem eller till vem"),
        )
        if on
    ]
    if hidden:
        said.append(f"I det offentliga diariet döljs {' och '.join(hidden)}.")
    if one.fil is not None:
        said.append(version_text(one.fil))
        said += [WARNING_TEXT[each] for each in known_warnings(one.fil.varningar)]
    if one.draft.anmäls:
        said.append("Anmäld till nämnden." if one.punkt_id else "Ska anmälas till nämnden.")
    return said


def _day(one: HandlingRow) -> str:
    return one.draft.datum.isoformat()


def _riktning(one: HandlingRow) -> str:
    return RIKTNING_TEXT[one.draft.riktning]


def _who(one: HandlingRow) -> str:
    return one.draft.från_till or ""


def _role(one: HandlingRow) -> Role:
    return Role.MUTED if one.makulerad is not None else Role.TEXT


def _file_role(one: HandlingRow) -> Role:
    return Role.TEXT if one.fil is not None else Role.MUTED


def _lock(one: HandlingRow) -> Icon | None:
    return Icon.LOCK if one.draft.sekretess is not None else None
