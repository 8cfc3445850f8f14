"""The menu bar of the chair's window: everything there is to do, each with its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QMenu, QVBoxLayout

from nämnd.bilaga.names import safe_name
from nämnd.core.errors import NämndError
from ui.justera import words
from ui.justera.kept import write_whole
from ui.toolkit.chips import Keycap
from ui.toolkit.small import Label, button, label, row
from ui.toolkit.theme import Scheme

if TYPE_CHECKING:  # the window makes its menu
    from ui.justera.page import JusteraPage
    from ui.justera.window import ChairWindow

_SCHEMES = (
    (Scheme.SYSTEM, "&Som datorn"),
    (Scheme.LIGHT, "&Ljust"),
    (Scheme.DARK, "&Mörkt"),
)
_SIZES = (("Större text", "Ctrl+Shift++", 1.1), ("Mindre text", "Ctrl+Shift+-", 1 / 1.1))
_KEYS = (
    ("Ctrl+↓, Ctrl+↑", "Nästa och föregående paragraf"),
    ("Enter", "I listan: skriv en kommentar till paragrafen"),
    ("Ctrl+F, F3", "Sök i protokollet, nästa träff"),
    ("F6", "Nästa del av fönstret: paragrafer, protokollet, kommentaren"),
    ("Ctrl++, Ctrl+-, Ctrl+0", "Större, mindre, hel bredd: protokollet"),
    ("Ctrl+Skift++, Ctrl+Skift+-", "Större och mindre text i hela fönstret"),
    ("Alt+G, Alt+S, Alt+B", "Godkänn, godkänn och signera, begär ändring"),
    ("Ctrl+O", "Öppna en annan justeringsfil"),
    ("Ctrl+P", "Skriv ut protokollet"),
    ("Ctrl+W", "Stäng fönstret"),
    ("F1", "Den här listan"),
)
_PDF = (("PDF", "*.pdf"),)
_WIDE = 520  # of the design's pixels


class ChairMenu:
    """Fills the menu bar of a ChairWindow. What is about the paper is on when there is one."""

    def __init__(self, window: ChairWindow) -> None:
        """Fill the menu bar of `window`."""
        self._window, self._tools = window, window.tools
        self._of_paper: list[QAction] = []
        bar = window.menuBar()
        self._file(bar.addMenu("&Arkiv"))
        self._go(bar.addMenu("Gå &till"))
        self._view(bar.addMenu("&Visa"))
        helping = bar.addMenu("&Hjälp")
        self._add(helping, "&Kortkommandon", self._show_keys, "F1")
        self._add(helping, "&Vad svaret visar, och inte", self._show_proof)
        self.follow(None)

    def follow(self, page: JusteraPage | None) -> None:
        """Be about the paper that is shown; None when there is none."""
        for one in self._of_paper:
            one.setEnabled(page is not None)
        self.copy.setEnabled(self._certificate() is not None)

    def _file(self, menu: QMenu) -> None:
        self._add(menu, "&Öppna justeringsfil …", self._window.choose_file, "Ctrl+O")
        menu.addSeparator()
        self._paper(menu, "&Spara protokollet som PDF …", self._save_pdf, "Ctrl+S")
        self._paper(menu, "Skriv &ut protokollet …", self._print, "Ctrl+P")
        menu.addSeparator()
        self.copy = self._add(menu, "Spara en &kopia av mitt certifikat …", self._save_copy)
        menu.addSeparator()
        self._add(menu, "S&täng", self._window.close, "Ctrl+W")

    def _go(self, menu: QMenu) -> None:
        for text, by, keys in (("&Nästa paragraf", 1, "Ctrl+Down"), ("&Föregående", -1, "Ctrl+Up")):
            self._paper(menu, text, partial(self._step, by), keys)
        self._paper(menu, "&Kommentaren", self._to_comment, "Ctrl+K")

    def _view(self, menu: QMenu) -> None:
        look = menu.addMenu("&Utseende")
        group = QActionGroup(look)
        for scheme, text in _SCHEMES:
            one = group.addAction(self._add(look, text, partial(self._dress, scheme)))
            one.setCheckable(True)
            one.setChecked(scheme is self._tools.theme.scheme)
        for text, keys, factor in _SIZES:
            self._add(menu, text, partial(self._scale, factor), keys)

    def _step(self, by: int) -> None:
        if self._window.page is not None:
            self._window.page.step(by)

    def _to_comment(self) -> None:
        if self._window.page is not None:
            self._window.page.side.comment.setFocus()

    def _save_pdf(self) -> None:
        page = self._window.page
        if page is None:
            return
        name = safe_name(page.opened.path.stem, ".pdf")
        path = self._tools.messages.save_file("Spara protokollet som PDF", name, _PDF)
        if path is not None:
            self._try(lambda: write_whole(path, page.opened.paket.pdf, private=False))

    def _print(self) -> None:
        from ui.toolkit.printing import print_pdf

        page = self._window.page
        if page is None:
            return
        title = words.heading(page.opened.paket.manifest)
        if not print_pdf(self._window, page.opened.shown, title):
            self._tools.messages.error("Skrivaren går inte att använda. Välj en annan.")

    def _save_copy(self) -> None:
        from ui.justera.done_dialog import save_copy

        certificate = self._certificate()
        if certificate is not None:
            save_copy(self._tools, certificate)

    def _certificate(self) -> Path | None:
        known = map(Path, self._tools.kept.memory().certificates)
        return next((one for one in known if one.is_file()), None)

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except NämndError as error:
            from nämnd.error_messages import message_for

            self._tools.messages.error(message_for(error))

    def _dress(self, scheme: Scheme) -> None:
        self._tools.theme.set_scheme(scheme)
        self._tools.settings.change(scheme=scheme)

    def _scale(self, factor: float) -> None:
        scale = min(2.0, max(0.8, self._tools.theme.font_scale * factor))
        self._tools.theme.set_font_scale(scale)
        self._tools.settings.change(font_scale=scale)

    def _show_keys(self) -> None:
        theme = self._tools.theme
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(8))
        for place, (keys, what) in enumerate(_KEYS):
            grid.addWidget(Keycap(keys), place, 0)
            grid.addWidget(label(what), place, 1)
        self._open("Kortkommandon", grid)

    def _show_proof(self) -> None:
        theme = self._tools.theme
        grid = QGridLayout()
        grid.setVerticalSpacing(theme.px(6))
        wide = theme.px(_WIDE)
        for place, (heading, text) in enumerate(words.PROOF):
            said = label(text, wrap=True)
            said.setFixedSize(wide, said.heightForWidth(wide))
            grid.addWidget(label(heading, Label.HEADING), 2 * place, 0)
            grid.addWidget(said, 2 * place + 1, 0)
        self._open("Vad svaret visar, och inte", grid)

    def _open(self, title: str, grid: QGridLayout) -> None:
        theme = self._tools.theme
        dialog = QDialog(self._window)
        dialog.setWindowTitle(title)
        dialog.setModal(True)
        close = button("Stäng")
        close.clicked.connect(dialog.accept)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(*(theme.px(20),) * 4)
        layout.setSpacing(theme.px(14))
        layout.addLayout(grid)
        layout.addLayout(row(None, close, spacing=0))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _paper(self, menu: QMenu, text: str, act: Callable[[], object], keys: str) -> None:
        self._of_paper.append(self._add(menu, text, act, keys))

    def _add(self, menu: QMenu, text: str, act: Callable[[], object], keys: str = "") -> QAction:
        action = QAction(text, menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: act())  # noqa: PLW0108 - Qt would pass «checked»
        menu.addAction(action)
        return action
