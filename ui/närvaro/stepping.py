"""Letting an ersättare step in: the command for a gap, and what is unusual about the choice."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from nämnd.core.changes import Command
from nämnd.närvaro.ersättare import notes_on
from nämnd.närvaro.gaps import Gap, Why
from nämnd.närvaro.meeting import At
from nämnd.närvaro.movement_commands import Serve
from nämnd.protokoll.parts_commands import SaveJäv
from ui.ersättare_words import warning_text
from ui.närvaro.place import Place
from ui.närvaro.words import note_text


@dataclass(frozen=True, slots=True)
class Noted:
    """What is unusual about a choice: told to the user, and printed in the protokoll."""

    warning: str
    remark: str


def noted(
    place: Place, gap: Gap, person_id: str, at: At, there: Collection[str] | None = None
) -> Noted:
    """Return what is unusual about letting `person_id` sit there."""
    protokoll = place.protokoll
    notes = notes_on(protokoll, gap, person_id, at, there)
    return Noted(warning_text(protokoll, notes), note_text(protokoll, person_id, notes))


def step_in(
    place: Place, gap: Gap, person_id: str, nummer: int | None, tid: str | None, note: str
) -> Command:
    """Return the command that lets an ersättare take the seat.

    For jäv it is written in the § itself, and lasts for it (or for its punkt) alone.
    """
    if gap.why is Why.JÄV and place.paragraf is not None:
        out = gap.left or gap.person_id
        rows = tuple(
            replace(one, ersätts_av=person_id)
            if (one.person_id, one.punkt) == (out, gap.punkt or one.punkt)
            else one
            for one in place.paragraf.jäv
        )
        return SaveJäv(paragraf_id=place.paragraf.id, rows=rows)
    return Serve(
        sammanträde_id=place.sammanträde_id,
        person_id=person_id,
        för=gap.person_id,
        nummer=nummer,
        anmärkning=note or None,
        tid=tid,
    )
