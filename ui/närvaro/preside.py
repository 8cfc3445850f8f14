"""Who leads from here on, or just here."""

from PySide6.QtWidgets import QWidget

from nämnd.core.paragrafer import ALL, Paragrafer, between, of
from nämnd.närvaro.task_commands import SetPresiding
from nämnd.närvaro.tasks import given
from ui.desk import Desk
from ui.närvaro.frame import Frame
from ui.närvaro.place import Place
from ui.toolkit.controls import Choice


class PresideDialog(Frame):
    """For which §§ somebody leads."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place, person_id: str) -> None:
        """Propose just the § where the user is."""
        super().__init__(desk.theme, parent, f"{place.protokoll.name(person_id)} leder", width=400)
        self._desk, self._place, self._person_id = desk, place, person_id
        nummer = place.nummer
        options: list[tuple[Paragrafer, str]] = [(ALL, "Hela sammanträdet")]
        if nummer is not None:
            here = (of([nummer]), f"Bara § {nummer}")
            options = [here, (between(nummer, None), f"Från och med § {nummer}"), *options]
        self.which: Choice[Paragrafer] = Choice(desk.theme, options)
        self.which.choose(options[0][0])
        self.add("&Paragrafer", self.which)
        self.begin(self._save, keep="&Leder")
        self.which.setFocus()

    def _save(self) -> bool:
        found = self.which.value()
        return found is not None and lead(self._desk, self._place, self._person_id, found)


def lead(desk: Desk, place: Place, person_id: str, found: Paragrafer) -> bool:
    """Let somebody lead those §§; the others stay with whoever has them."""
    rows = given(place.protokoll.ordförande, person_id, found, place.first or 0)
    command = SetPresiding(sammanträde_id=place.sammanträde_id, rows=rows)
    return desk.editor.do(command, f"{place.protokoll.name(person_id)} leder") is not None
