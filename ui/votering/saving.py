"""Saves what is decided in one §, each part a step of undo of its own."""

from dataclasses import dataclass, replace
from typing import Any

from nämnd.core.changes import Command, Together
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.drafts import draft_of
from nämnd.protokoll.paragraf_commands import Decide, SaveParagraf
from nämnd.protokoll.parts_commands import (
    SaveAnteckningar,
    SaveBeslut,
    SaveHuvudmannabeslut,
    SaveJäv,
    SaveReservationer,
    SaveVoteringar,
    SaveYrkanden,
)
from nämnd.protokoll.values import (
    AnteckningRow,
    BeslutspunktRow,
    HuvudmannabeslutRow,
    ParagrafRow,
    Protokoll,
    ReservationRow,
    VoteringRow,
    YrkandeRow,
)
from ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the screen: a § of a sammanträde."""

    protokoll: Protokoll
    paragraf: ParagrafRow

    @property
    def number(self) -> str:
        """Return «§ 62»."""
        return f"§ {self.paragraf.nummer}"


class DecisionSaver:
    """Writes to the § that is shown. Every method returns False when it was refused."""

    def __init__(self, desk: Desk) -> None:
        """Save nothing until `about`."""
        self._desk = desk
        self._shown: Shown | None = None

    @property
    def shown(self) -> Shown:
        """Return the § that is written to.

        Raises:
            LookupError: none is shown.
        """
        if self._shown is None:
            raise LookupError
        return self._shown

    def about(self, shown: Shown | None) -> None:
        """Save to another §, or to the same one as it is now."""
        self._shown = shown

    def yrkanden(self, rows: tuple[YrkandeRow, ...], what: str) -> bool:
        """Save the yrkanden."""
        return self._do(SaveYrkanden(paragraf_id=self._id, rows=rows), what)

    def beslut(self, rows: tuple[BeslutspunktRow, ...], what: str, key: str | None = None) -> bool:
        """Save the beslut; steps with the same `key` are one step of undo."""
        return self._do(SaveBeslut(paragraf_id=self._id, rows=rows), what, key)

    def decide(self, utfall: str, till: str | None, what: str) -> bool:
        """Let the whole § have one outcome; its handling is then over."""
        return self._do(Decide(paragraf_ids=(self._id,), utfall=utfall, till=till), what)

    def voteringar(self, rows: tuple[VoteringRow, ...], what: str, key: str | None = None) -> bool:
        """Save the rounds of voting."""
        return self._do(SaveVoteringar(paragraf_id=self._id, rows=rows), what, key)

    def jäv(self, rows: tuple[JävRow, ...], what: str) -> bool:
        """Save who left for jäv."""
        return self._do(SaveJäv(paragraf_id=self._id, rows=rows), what)

    def reservationer(self, rows: tuple[ReservationRow, ...], what: str) -> bool:
        """Save the reservationer."""
        return self._do(SaveReservationer(paragraf_id=self._id, rows=rows), what)

    def anteckningar(self, rows: tuple[AnteckningRow, ...], what: str) -> bool:
        """Save protokollsanteckningar and their kin."""
        return self._do(SaveAnteckningar(paragraf_id=self._id, rows=rows), what)

    def huvudmannabeslut(
        self, rows: tuple[HuvudmannabeslutRow, ...], what: str, key: str | None = None
    ) -> bool:
        """Save what the huvudmän decided afterwards."""
        return self._do(SaveHuvudmannabeslut(paragraf_id=self._id, rows=rows), what, key)

    def paragraf(self, what: str, *, key: str | None = None, **changes: Any) -> bool:  # noqa: ANN401 - the fields of ParagrafDraft
        """Change what the § itself says."""
        return self._do(self._paragraf(**changes), what, key)

    def written(
        self,
        rows: tuple[BeslutspunktRow, ...] | None,
        what: str,
        **changes: Any,  # noqa: ANN401 - the fields of ParagrafDraft
    ) -> bool:
        """Change what the § says and, with `rows`, its beslut, in one step."""
        save: list[Command] = [self._paragraf(**changes)]
        if rows is not None:
            save.append(SaveBeslut(paragraf_id=self._id, rows=rows))
        return self._do(Together(tuple(save)), what)

    @property
    def _id(self) -> str:
        return self.shown.paragraf.id

    def _paragraf(self, **changes: Any) -> SaveParagraf:  # noqa: ANN401 - the fields of ParagrafDraft
        draft = replace(draft_of(self.shown.paragraf), **changes)
        return SaveParagraf(paragraf_id=self._id, draft=draft)

    def _do(self, command: Command, what: str, key: str | None = None) -> bool:
        merge = f"{self._id}:{key}" if key else None
        label = f"{what} i {self.shown.number}"
        return self._desk.editor.do(command, label, merge_key=merge) is not None
