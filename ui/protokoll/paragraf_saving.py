"""Saves what the user writes about a §, each field a step of undo of its own."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from nämnd.core.errors import GoneError
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.queries import paragraf_draft
from nämnd.sammanträde.rules import read_time
from ui.desk import Desk
from ui.protokoll.references import read_earlier, read_recipient
from ui.toolkit.list_input import ListItem


class ParagrafSaver:
    """Writes to one §. It reads the § anew each time: the screen may be a moment behind."""

    def __init__(self, desk: Desk) -> None:
        """Save nothing until `about`."""
        self._desk = desk
        self._paragraf_id = self._name = ""

    def about(self, paragraf_id: str, name: str) -> None:
        """Save to another § from now on; `name` is what undo calls it."""
        self._paragraf_id, self._name = paragraf_id, name

    def rubrik(self, text: str) -> None:
        """Save the rubrik."""
        self._save("rubrik", rubrik=text)

    def slag(self, slag: str) -> None:
        """Save what kind of § it is."""
        self._save("typ", slag=slag)

    def dnr(self, text: str) -> None:
        """Save the diarienummer, with commas between."""
        self._save("diarienummer", dnr=tuple(one.strip() for one in text.split(",") if one.strip()))

    def tid(self, text: str) -> None:
        """Save when the handling began; what is no time of day stands as it is written."""
        self._save("tid", tid=read_time(text) or text.strip() or None)

    def ingress(self, text: str) -> None:
        """Save what stands before the att-satser."""
        self._save("ingress", ingress=text.strip())

    def sammanfattning(self, source: str) -> None:
        """Save the running text."""
        self._save("sammanfattning", sammanfattning=source)

    def beslutsunderlag(self, items: Sequence[ListItem]) -> None:
        """Save the list of papers."""
        self._save("beslutsunderlag", beslutsunderlag=tuple(one.text for one in items))

    def tidigare_behandling(self, items: Sequence[ListItem]) -> None:
        """Save where the matter has been before."""
        rows = tuple(read_earlier(one.text) for one in items)
        self._save("tidigare behandling", tidigare_behandling=rows)

    def upphäver(self, text: str) -> None:
        """Save which earlier beslut is repealed."""
        self._save("upphävande", upphäver=text.strip() or None)

    def anmälningar(self, items: Sequence[ListItem]) -> None:
        """Save what was reported."""
        self._save("anmälningar", anmälningar=tuple(one.text for one in items))

    def expedieringar(self, items: Sequence[ListItem]) -> None:
        """Save who gets an utdrag; when it went is kept."""
        draft = self._draft()
        if draft is not None:
            known = {str(n): one for n, one in enumerate(draft.expedieringar)}
            rows = tuple(read_recipient(one.text, known.get(one.key)) for one in items)
            self._save("expediering", expedieringar=rows)

    def _save(self, what: str, **changes: Any) -> None:  # noqa: ANN401 - the fields of ParagrafDraft
        draft = self._draft()
        if draft is not None:
            self._desk.editor.do(
                SaveParagraf(paragraf_id=self._paragraf_id, draft=replace(draft, **changes)),
                f"ändra {what} i {self._name}",
                merge_key=f"{self._paragraf_id}:{what}",
            )

    def _draft(self) -> ParagrafDraft | None:
        try:
            return self._desk.store.ask(lambda session: paragraf_draft(session, self._paragraf_id))
        except GoneError:
            return None
