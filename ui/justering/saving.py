"""Puts bytes where the user wants them."""

from pathlib import Path

from nämnd.core.disk import put_in_place, write_refused
from nämnd.core.errors import NämndError
from nämnd.error_messages import message_for
from ui.desk import Desk
from ui.toolkit.messages import Kinds

PDF: Kinds = (("PDF", "*.pdf"),)
PACKAGE: Kinds = (("Justeringsfil", "*.justering"),)


def write_bytes(target: Path, data: bytes) -> None:
    """Write `data` beside `target` and rename it, so that nothing half done is left.

    Raises:
        DiskFullError, FolderNotWritableError: it can't be written there.
    """
    half = target.with_name(f".{target.name}.half")
    try:
        half.write_bytes(data)
        put_in_place(half, target)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise write_refused(error, target.parent) from error


def save_kept(desk: Desk, sha256: str, name: str, title: str, kinds: Kinds) -> Path | None:
    """Ask where and put a kept file there; None when it was not done, and the user knows why."""
    target = desk.messages.save_file(title, name, kinds)
    if target is None:
        return None
    try:
        write_bytes(target, desk.files.read(sha256, name))
    except NämndError as error:
        desk.messages.error(message_for(error))
        return None
    desk.editor.note_export(f"spara {target.name}")
    desk.messages.notice(f"{target.name} är sparad.")
    return target
