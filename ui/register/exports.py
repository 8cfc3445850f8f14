"""Saving the register of beslut, as the filter on the screen lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nämnd.core.swedish import counted
from nämnd.register.values import BeslutRow
from ui.list_export import Exported, ListExport

if TYPE_CHECKING:
    from nämnd.paket.lists import BeslutList, List
    from nämnd.register.values import BeslutFilter
    from ui.desk import Desk

_HIDDEN = (
    "Bara justerade paragrafer är med. Av dem som är under sekretess, eller inte är granskade för "
    "publicering, syns bara paragraf och dnr."
)


def export_beslut(desk: Desk, parent: QWidget, nämnd_id: str, wanted: BeslutFilter) -> ListExport:
    """Let the user choose for whom and how, and write the file with what `wanted` lets through."""
    desk.editor.flush()

    def gathered(public: bool) -> BeslutList:  # noqa: FBT001 - one obvious meaning
        from nämnd.paket.lists import gather_beslut

        return gather_beslut(
            desk.store, desk.files, nämnd_id, wanted, today=desk.today, public=public
        )

    what = Exported("Exportera besluten", gathered, _HIDDEN, _about(wanted), _told)
    return ListExport(desk, parent, what)


def _about(wanted: BeslutFilter) -> str:
    """Return what will be in the file."""
    when = f"från {wanted.år}" if wanted.år else "från alla år"
    narrowed = wanted.ärende_id or wanted.utfall or wanted.uppföljning or wanted.text
    whose = "" if wanted.nämnd_id else " i alla nämnder"
    if narrowed:
        return f"Filen får de beslut {when}{whose} som stämmer med urvalet."
    return f"Filen får alla beslut {when}{whose}."


def _told(found: List) -> str:
    hidden = [one for one in found.rows if isinstance(one, BeslutRow) and one.dold]
    what = counted(len(hidden), "paragraf", "paragrafer")
    return f"Av {what} syns bara paragraf och dnr." if hidden else ""
