"""Ersättarordning: in which order ersättare are called to step in. Data of the nämnd."""

from dataclasses import replace

from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import NämndDraft
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.fields import choice_field
from ui.toolkit.small import Label, label

_ORDERS: tuple[tuple[str | None, str], ...] = (
    (None, "Inte bestämd"),
    ("huvudman", "Samma huvudman"),
    ("parti", "Samma parti"),
    ("personlig", "Personliga ersättare"),
    ("fri", "Fri turordning"),
)
EXPLAINED: dict[str | None, str] = {
    None: "Ingen ordning är vald. Ersättare från samma huvudman föreslås först, och inget val "
    "räknas som ovanligt.",
    "huvudman": "En ersättare tjänstgör för en ledamot från samma huvudman. Bland dem går samma "
    "parti först, sedan ordningen i listan.",
    "parti": "En ersättare tjänstgör för en ledamot från samma parti, och annars de övriga. Bland "
    "lika går den först som står först i listan.",
    "personlig": "Varje ledamot har sin egen ersättare, som väljs hos ersättaren i listan. Är den "
    "förhindrad går turen till samma parti, samma huvudman och sedan de övriga.",
    "fri": "Ersättarna tjänstgör i den ordning de står i listan, oavsett parti och huvudman.",
}
_ALWAYS = (
    "Ordningen beslutas av fullmäktige eller av huvudmännen tillsammans. Programmet föreslår men "
    "hindrar aldrig ett annat val. Flytta ersättare i listan med Alt och pil upp eller ner."
)


class ServiceOrderCard(Card):
    """Which rule holds, with a sentence that explains it."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Ersättarnas ordning")
        self._desk, self._nämnd_id, self._draft = desk, "", NämndDraft("")
        self.order = choice_field(desk.theme, "Ersättare tjänstgör e&fter", _ORDERS)
        self.explained = label("", Label.BODY, wrap=True)
        for part in (self.order, self.explained, label(_ALWAYS, Label.CAPTION, wrap=True)):
            self.add(part)
        desk.editor.watch(self.order, self._save)

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self._show(load=True)

    def reload(self) -> None:
        """Show what is saved now."""
        self._show(load=False)

    def _show(self, *, load: bool) -> None:
        key = self._nämnd_id
        self._draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        order = self._draft.ersättarordning
        (self.order.load if load else self.order.show_value)(order)
        self.explained.setText(EXPLAINED[order])

    def _save(self, order: str | None) -> object:
        draft = replace(self._draft, ersättarordning=order)
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=draft)
        return self._desk.editor.do(command, "ändra ersättarnas ordning")
