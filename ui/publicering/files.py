"""Making the public files from the window: where to, in the helper process, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nämnd.core.errors import NämndError
from nämnd.core.swedish import counted
from nämnd.error_messages import message_for
from nämnd.paket.public.making import PublicMade, make_public, make_public_files, public_utgåvor
from nämnd.paket.public.planning import What, plan_public
from nämnd.paket.public.sentences import not_published_texts
from nämnd.paket.sending import cache_of
from nämnd.publicering.commands import RecordPublished
from ui.toolkit.jobs import Job

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from nämnd.paket.public.planning import PublicOrder
    from nämnd.paket.public.reviewing import Review
    from ui.desk import Desk


def make_files(
    desk: Desk,
    parent: QWidget,
    found: Review,
    what: frozenset[What],
    forms: tuple[str, ...],
    done: Callable[[], None],
) -> Job | None:
    """Ask where, make the public files there, record them, and call `done`.

    None when nothing was begun; the user has then been told why, or thought better of it.
    """
    try:
        order = plan_public(
            found, desk.files, what, forms=forms, cache=cache_of(desk.store.place),
            created=desk.clock(),
        )  # fmt: skip
    except NämndError as error:
        desk.messages.error(message_for(error))
        return None
    folder = desk.messages.choose_folder("Välj mapp för den offentliga versionen")
    if folder is None or not _agreed(desk, folder, order):
        return None

    def made(result: PublicMade) -> None:
        _record(desk, found.papers.dagordning.sammanträde.id, result)
        done()

    work = make_public(
        lambda one, conversions, half: desk.heavy.run(make_public_files, one, conversions, half),
        order,
        folder,
    )
    return desk.jobs.run(work, parent, made, label="Gör den offentliga versionen")


def _agreed(desk: Desk, folder: Path, order: PublicOrder) -> bool:
    there = [name for name in order.names if (folder / name).exists()]
    if not there:
        return True
    listing = "\n".join(f"• {name}" for name in there)
    return desk.messages.confirm(
        f"De här filerna finns redan i mappen. Ersätta dem?\n{listing}", yes="Ersätt"
    )


def _record(desk: Desk, sammanträde_id: str, made: PublicMade) -> None:
    """Keep the files, and tell what was made. It is no step of undo: the files are there."""
    try:
        utgåvor = public_utgåvor(made, desk.files)
        command = RecordPublished(sammanträde_id=sammanträde_id, utgåvor=utgåvor, when=desk.clock())
        outcome = desk.store.do(command, "gör offentlig version")
    except NämndError as error:
        desk.messages.error(message_for(error))
        return
    desk.editor.changed.emit(outcome.topics)
    names = "\n".join(f"• {one.path.name}" for one in made.files)
    told = "\n\n".join(not_published_texts(made.to_tell))
    if told:
        desk.messages.tell(
            f"Den offentliga versionen är klar:\n{names}\n\nSe över det här:\n{told}"
        )
    else:
        files = counted(len(made.files), "fil", "filer")
        desk.messages.notice(f"Den offentliga versionen är klar: {files}.")
