"""How a nämnd lets its protokoll be justerade, and what its notices say. Each saves by itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from nämnd.justering.values import SÄTT, Sätt
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import NämndDraft
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.fields import Field, check_field, line_field, text_field
from ui.toolkit.inputs import CheckInput
from ui.toolkit.small import Label, label

_WAYS: dict[Sätt, str] = {
    "papper": "Underskrift på papper",
    "elektronisk underskrift": "Elektronisk underskrift",
    "godkännande": "Godkännande räcker, utan underskrift",
}


class JusteringCard(Card):
    """The ways that are allowed, where the protokoll can be read, and the court."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Justering och anslag")
        self._desk, self._nämnd_id = desk, ""
        self._draft = NämndDraft("")
        theme = desk.theme
        self.ways: dict[Sätt, Field[CheckInput]] = {
            sätt: check_field(theme, text) for sätt, text in _WAYS.items()
        }
        self.förvaring = line_field(
            theme,
            "Protokollen &finns hos",
            placeholder="till exempel Regionens hus, Kristianstad",
            hint="Står på anslaget, så att den som vill kan läsa protokollet.",
        )
        self.rätt = text_field(
            theme,
            "&Förvaltningsrätt, med adress",
            placeholder="Förvaltningsrätten i Malmö\nBox 4522\n203 20 Malmö",
            least=3,
        )
        self._build()
        self._watch()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd. What is being written is saved on the one before: flush first."""
        self._nämnd_id = nämnd_id
        self._show(load=True)

    def reload(self) -> None:
        """Show what is saved now; what is being written stays."""
        self._show(load=False)

    def _build(self) -> None:
        said = (
            "Så får protokollen justeras, enligt reglementet. Är inget valt gäller underskrift, på "
            "papper eller elektroniskt."
        )
        self.add(label(said, Label.CAPTION, wrap=True))
        for part in (*self.ways.values(), self.förvaring, self.rätt):
            self.add(part)

    def _watch(self) -> None:
        for sätt, field in self.ways.items():
            self._desk.editor.watch(field, self._way_saver(sätt))
        self._desk.editor.watch(
            self.förvaring,
            lambda text: self._save("förvaring", förvaring=str(text).strip() or None),
        )
        self._desk.editor.watch(
            self.rätt,
            lambda text: self._save("förvaltningsrätt", förvaltningsrätt=str(text).strip() or None),
        )

    def _way_saver(self, sätt: Sätt) -> Callable[[Any], object]:
        def save(on: bool) -> object:  # noqa: FBT001 - what the field holds
            chosen = {*self._draft.justeringssätt, sätt} if on else self._without(sätt)
            return self._save(sätt, justeringssätt=tuple(one for one in SÄTT if one in chosen))

        return save

    def _without(self, sätt: Sätt) -> set[str]:
        return set(self._draft.justeringssätt) - {sätt}

    def _save(self, name: str, **changed: Any) -> object:  # noqa: ANN401 - fields of the draft
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=replace(self._draft, **changed))
        key = f"nämnd/{self._nämnd_id}/{name}"
        return self._desk.editor.do(command, "ändra nämndens uppgifter", merge_key=key)

    def _show(self, *, load: bool) -> None:
        key = self._nämnd_id
        draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        self._draft = draft
        values: list[tuple[Field[Any], object]] = [
            *((field, sätt in draft.justeringssätt) for sätt, field in self.ways.items()),
            (self.förvaring, draft.förvaring or ""),
            (self.rätt, draft.förvaltningsrätt or ""),
        ]
        for field, value in values:
            (field.load if load else field.show_value)(value)
