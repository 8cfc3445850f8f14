"""Leads to what was found: to its page, or to the page of its file with the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.sök.found_rows import file_of, is_there, nämnder_of, punkt_of
from nämnd.sök.values import Hit, Kind
from ui.sök.lines import KIND_TEXT
from ui.sök.reader import FileReader, Reading

if TYPE_CHECKING:
    from nämnd.sök.index import Index
    from ui.desk import Desk, Go

_ONWARD = {Kind.HANDLING: "&Visa i ärendet", Kind.BILAGA: "&Visa på dagordningen"}


class HitOpener:
    """Opens hits.

    Attributes:
        reader: the file that was opened last, or None.
    """

    def __init__(self, desk: Desk, go: Go, parent: QWidget, index: Index | None) -> None:
        """Show files over `parent`."""
        self._desk, self._go, self._parent, self._index = desk, go, parent, index
        self.reader: FileReader | None = None

    def open(self, hit: Hit, shown: str | None) -> None:
        """Show what was found; `shown`: the nämnd on the screen."""
        self._desk.editor.flush()
        if not self._desk.store.ask(lambda session: is_there(session, hit.kind, hit.key)):
            what = KIND_TEXT[hit.kind].lower()
            self._desk.messages.notice(f"«{hit.title}» ({what}) finns inte längre.")
        elif not self._read(hit, shown):
            self._show(hit, shown)

    def _read(self, hit: Hit, shown: str | None) -> bool:
        """Show the page of a file; False when the words stand elsewhere."""
        if hit.sida is None or self._index is None or hit.kind not in _ONWARD:
            return False
        file = self._desk.store.ask(lambda session: file_of(session, hit.kind, hit.key))
        if file is None:
            return False
        reading = Reading(hit, file, _ONWARD[hit.kind], lambda: self._show(hit, shown))
        self.reader = FileReader(self._desk, self._parent, self._index, reading)
        return True

    def _show(self, hit: Hit, shown: str | None) -> None:
        if hit.kind is Kind.PERSON:
            self._show_person(hit, shown)
            return
        if hit.nämnd_id is not None:
            self._go.in_nämnd(hit.nämnd_id)
        match hit.kind:
            case Kind.ÄRENDE:
                self._go.to_ärende(hit.key)
            case Kind.HANDLING if hit.ärende_id:
                self._go.to_ärende(hit.ärende_id, hit.key)
            case Kind.SKRIVELSE:
                self._go.to_skrivelse(hit.key)
            case Kind.DELEGATIONSBESLUT:
                self._go.to_delegationsbeslut(hit.key)
            case Kind.BEVAKNING | Kind.DELPROJEKT | Kind.ÖVERENSKOMMELSE | Kind.REDOVISNING:
                self._show_followed(hit)
            case _:
                self._show_in_sammanträde(hit)

    def _show_followed(self, hit: Hit) -> None:
        match hit.kind:
            case Kind.BEVAKNING:
                self._go.to_bevakning(hit.key)
            case Kind.DELPROJEKT:
                self._go.to_delprojekt(hit.key)
            case Kind.ÖVERENSKOMMELSE:
                self._go.to_överenskommelse(hit.key)
            case _:
                self._go.to_redovisning(hit.key)

    def _show_in_sammanträde(self, hit: Hit) -> None:
        match hit.kind, hit.sammanträde_id:
            case Kind.SAMMANTRÄDE, _:
                self._go.to_sammanträde(hit.key)
            case Kind.PUNKT, str(key):
                self._go.to_sammanträde(key, hit.key)
            case Kind.PARAGRAF, str(key):
                self._go.to_protokoll(key, hit.key)
            case Kind.BILAGA, str(key):
                punkt = self._desk.store.ask(lambda session: punkt_of(session, hit.key))
                self._go.to_sammanträde(key, punkt)
            case _:
                pass

    def _show_person(self, hit: Hit, shown: str | None) -> None:
        nämnder = self._desk.store.ask(lambda session: nämnder_of(session, hit.key))
        if not nämnder:
            self._desk.messages.notice(f"{hit.title} har inget uppdrag i någon nämnd.")
            return
        self._go.in_nämnd(shown if shown in nämnder else nämnder[0])
        self._go.to_person(hit.key)
