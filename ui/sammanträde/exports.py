"""Saving one paper where the user wants it, and printing."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nämnd.core.errors import NämndError
from nämnd.core.progress import Work
from nämnd.error_messages import message_for
from nämnd.paket.errors import NothingHandledError
from nämnd.paket.paper_kinds import OF_PARAGRAFER, OF_PROTOKOLL, PROTOKOLL_PDF, Kind
from nämnd.paket.papers import (
    Papers,
    document,
    gather,
    is_utkast,
    preview,
    preview_kept,
)
from nämnd.paket.reasons import sentences_for
from nämnd.paket.sending import (
    Made,
    Order,
    cache_of,
    file_names,
    make_all,
    make_files,
    plan_utskick,
)
from nämnd.paket.utdrag import Utdrag
from ui.desk import Desk
from ui.sammanträde.expediering import ask_if_sent
from ui.sammanträde.export_kinds import Export

_NOT_PRINTED = (
    "Det gick inte att skriva ut. Kontrollera att skrivaren är på och ansluten, eller spara "
    "papperet som PDF under Exportera och skriv ut det därifrån."
)


def order_for(
    desk: Desk,
    sammanträde_id: str,
    kinds: tuple[Kind, ...],
    *,
    mail: bool,
    utdrag: tuple[Utdrag, ...] = (),
) -> Order | None:
    """Return the order for some papers of a sammanträde, as it is now.

    None when they can't be made; the user has then been told why.
    """
    papers = _gathered(desk, sammanträde_id, kinds)
    if papers is None:
        return None
    plan = plan_utskick(papers, desk.files, cache=cache_of(desk.store.place), created=desk.clock())
    return Order(papers, plan, kinds, mail, utdrag=utdrag)


def _gathered(desk: Desk, sammanträde_id: str, kinds: tuple[Kind, ...]) -> Papers | None:
    needed = any(kind.what in OF_PROTOKOLL for kind in kinds)
    try:
        return gather(desk.store, desk.files, sammanträde_id, today=desk.today, protokoll=needed)
    except NämndError as error:  # the sammanträde is gone, or the logo's file is damaged
        desk.messages.error(message_for(error))
        return None


def agreed_to_replace(desk: Desk, folder: Path, names: tuple[str, ...]) -> bool:
    """Ask before files that are there are replaced; True when there are none."""
    there = [name for name in names if (folder / name).exists()]
    if not there:
        return True
    if len(there) == 1:
        return desk.messages.confirm(f"{there[0]} finns redan i mappen. Ersätta den?", yes="Ersätt")
    listing = "\n".join(f"• {name}" for name in there)
    return desk.messages.confirm(
        f"De här filerna finns redan i mappen. Ersätta dem?\n{listing}", yes="Ersätt"
    )


def in_worker(desk: Desk, order: Order, folder: Path) -> Work[Made]:
    """Make the papers in the helper process."""
    return make_all(lambda one, half: desk.heavy.run(make_files, one, half), order, folder)


def export(
    desk: Desk,
    parent: QWidget,
    sammanträde_id: str,
    what: Export,
    utdrag: tuple[Utdrag, ...] = (),
) -> None:
    """Ask where, make the paper there, and say what could not be included.

    `utdrag`: the §§ of each utdrag; none: the user is asked. When they are made, the user is asked
    whether they have been sent.
    """
    if what.kind.what == "utdrag" and not utdrag:
        from ui.sammanträde.utdrag_dialog import choose_utdrag

        choose_utdrag(desk, parent, sammanträde_id, what.kind)
        return
    order = order_for(desk, sammanträde_id, (what.kind, *what.also), mail=False, utdrag=utdrag)
    if order is None:
        return
    if why := _nothing_to_make(order, what):
        desk.messages.error(why)
        return
    folder = desk.messages.choose_folder("Välj mapp att spara i")
    if folder is None:
        return
    names = file_names(order)
    if not agreed_to_replace(desk, folder, names):
        return

    def done(made: Made) -> None:
        tell_made(desk, made)
        if utdrag:
            ask_if_sent(desk, sammanträde_id, utdrag, made)

    desk.jobs.run(in_worker(desk, order, folder), parent, done, label=f"Skapar {names[0]}")


def _nothing_to_make(order: Order, what: Export) -> str:
    if what.kind.what == "tillagg" and not order.papers.sent:
        return "Det finns ingen tilläggslista att göra, eftersom ingen kallelse har gått ut än."
    handled = order.papers.protokoll is not None and order.papers.protokoll.paragrafer
    if what.kind.what in OF_PARAGRAFER and not handled:
        return message_for(NothingHandledError(what.kind.what))
    return ""


def tell_made(desk: Desk, made: Made) -> None:
    """Say what was made, and what could not be included and why."""
    names = ", ".join(one.path.name for one in made.files)
    desk.editor.note_export(f"spara {names}")
    if made.to_tell:
        told = "\n\n".join(sentences_for(made.to_tell))
        desk.messages.tell(f"{names} är klar, men se över det här:\n\n{told}")
    else:
        desk.messages.notice(f"{names} är klar.")


def open_in_system(path: Path) -> None:
    """Open a file or folder that the program has made in the system's own program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def print_paper(desk: Desk, parent: QWidget, sammanträde_id: str, what: str) -> None:
    """Draw a paper («kallelse», «dagordning», «protokoll») and let the user print it."""
    papers = _gathered(desk, sammanträde_id, (Kind(what, ".pdf"),))
    if papers is None:
        return
    try:
        paper = document(papers, what)
    except NämndError as error:  # there is nothing to make it of yet
        desk.messages.error(message_for(error))
        return

    def noted() -> None:
        desk.editor.note_export(f"skriv ut {paper.title}")

    def drawn(data: bytes) -> None:
        from ui.toolkit.printing import print_pdf

        if not print_pdf(parent, data, paper.title, printed=noted):
            desk.messages.error(_NOT_PRINTED)

    if what == PROTOKOLL_PDF.what and papers.kept:  # as it was signed, not drawn again
        work = desk.preview.run(preview_kept, papers.kept)
    else:
        draft = is_utkast(papers, what)
        work = desk.preview.run(preview, paper, created=desk.clock(), draft=draft)
    desk.jobs.run(work, parent, drawn, label="Förbereder utskriften")


def export_nämnd(desk: Desk, parent: QWidget, nämnd_id: str) -> None:
    """Ask for a folder and write the exchange file of a nämnd there, with its files."""
    from nämnd.utbyte.export import build, write_utbyte

    folder = desk.messages.choose_folder("Välj mapp för utbytesfilen")
    if folder is None:
        return
    desk.editor.flush()

    def done(path: Path) -> None:
        desk.editor.note_export(f"spara {path.name} med filer")
        desk.messages.notice(f"{path.name} och filerna ligger i {path.parent}.")

    work = write_utbyte(build(desk.store, desk.files, nämnd_id), desk.files, folder)
    desk.jobs.run(work, parent, done, label="Skriver utbytesfilen")
