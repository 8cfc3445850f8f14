"""Makes the papers that go out, all of them or none, into a folder."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from nämnd.bilaga.files import FileStore
from nämnd.bilaga.names import safe_name
from nämnd.core import paragrafer
from nämnd.core.disk import make_folder, write_refused
from nämnd.core.progress import Progress, Work
from nämnd.documents.dagordning import build_dagordning
from nämnd.documents.mail import build_mail, build_utdrag_mail, write_mail
from nämnd.documents.parts import TEMPLATE_VERSION
from nämnd.documents.protokoll.draft import justerade
from nämnd.documents.protokoll.marks import listed
from nämnd.justering.errors import NotNow, NotNowError
from nämnd.paket.convert import convert_office
from nämnd.paket.paper_kinds import PROTOKOLL_PDF, UTDRAG_MAIL, UTSKICK_PDF, Kind
from nämnd.paket.papers import (
    KeptPaper,
    Papers,
    document,
    file_name,
    is_utkast,
    kept_name,
    read_kept,
    write_paper,
)
from nämnd.paket.plan import Conversions, LeftOut, Part, PunktRef, Repaired, UtskickPlan
from nämnd.paket.soffice import find_soffice
from nämnd.paket.utdrag import Utdrag, whole
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store.place import Place


@dataclass(frozen=True, slots=True)
class Order:
    """What to make, from what. It crosses to the helper process."""

    papers: Papers
    plan: UtskickPlan
    kinds: tuple[Kind, ...]
    mail: bool  # also a mail draft with the papers attached
    conversions: Conversions = field(default_factory=Conversions)  # of Office files
    utdrag: tuple[Utdrag, ...] = ()  # what is in each utdrag; none: one of every §


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file that was made."""

    kind: Kind
    path: Path
    size: int  # bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of an order."""

    files: tuple[MadeFile, ...]
    mail: Path | None
    to_tell: tuple[LeftOut | Repaired, ...]  # what is not in the utskick as it should be
    pages: int  # of the utskick, 0 when there is none


def cache_of(place: Place) -> Path:
    """Return the folder that keeps what LibreOffice made, so that the next time is quick."""
    return place.files.with_suffix(".cache")


def plan_utskick(
    papers: Papers, files: FileStore, *, cache: Path, created: datetime
) -> UtskickPlan:
    """Return the plan of the utskick of a sammanträde."""
    head = papers.dagordning.sammanträde
    return UtskickPlan(
        title=f"Handlingar till sammanträde {head.day_text}",
        organ=papers.nämnd.namn,
        day=head.day_text,
        dagordning=build_dagordning(papers.sender, papers.dagordning, linked=True),
        parts=tuple(
            Part(
                beteckning=bilaga.beteckning,
                rubrik=bilaga.rubrik,
                punkt=PunktRef(punkt.nummer, punkt.rubrik),
                path=files.path_of(bilaga.fil.sha256) if bilaga.fil else None,
                filnamn=bilaga.fil.filnamn if bilaga.fil else "",
                sha256=bilaga.fil.sha256 if bilaga.fil else "",
                i_utskicket=bilaga.i_utskicket,
            )
            for punkt in papers.dagordning.punkter
            if punkt.utgår is None
            for bilaga in punkt.bilagor
        ),
        created=created,
        cache=cache,
        soffice=find_soffice(),
    )


def make_all(run: Callable[[Order, Path], Work[Made]], order: Order, folder: Path) -> Work[Made]:
    """Make every file of `order` in `folder`, by way of `run` (here or in a helper process).

    They are made in a folder beside and moved at the end: when it is cancelled or fails, nothing
    of it is left.

    Raises:
        NotNowError: an utdrag has a § that is not justerad.
        DiskFullError, FolderNotWritableError: the files can't be written.
    """
    refuse_unjusterade(order)
    make_folder(folder)
    with _refusals(folder):
        half = Path(tempfile.mkdtemp(prefix=".namnd-", dir=folder))
    try:
        if UTSKICK_PDF in order.kinds:  # LibreOffice runs from here: whoever stops us stops it
            conversions = yield from convert_office(order.plan)
            order = replace(order, conversions=conversions)
        made = yield from run(order, half)
        with _refusals(folder):
            return _moved(made, folder)
    finally:
        shutil.rmtree(half, ignore_errors=True)


def refuse_unjusterade(order: Order) -> None:
    """Refuse an utdrag of what is not justerat (RULES.md 9).

    Raises:
        NotNowError: some § is not.
    """
    found = order.papers.protokoll
    if found is None or not any(kind.what == "utdrag" for kind in order.kinds):
        return
    wanted = {key for one in order.utdrag or (whole(found),) for key in one.paragraf_ids}
    done = justerade(found)
    left = [
        one.nummer for one in found.paragrafer if one.id in wanted and not done.covers(one.nummer)
    ]
    if left:
        raise NotNowError(NotNow.NO_UTDRAG, listed(paragrafer.of(left)))


def file_names(order: Order) -> tuple[str, ...]:
    """Return the names of every file that `order` makes, the mail last."""
    names = tuple(name for _, _, name in _wanted(order))
    return (*names, _mail_name(order.papers)) if order.mail else names


def make_files(order: Order, folder: Path) -> Work[Made]:
    """Make every file of `order` in `folder`. For a helper process."""
    files: list[MadeFile] = []
    to_tell: dict[LeftOut | Repaired, None] = {}
    pages = 0
    signed = {kept_name(order.papers, one): one for one in _kept(order)}
    for kind, utdrag, name in _wanted(order):
        target = folder / name
        if name in signed:
            yield Progress(0, 1, f"Skriver {name}")
            target.write_bytes(read_kept(signed[name]))
        elif kind == UTDRAG_MAIL:
            _write_utdrag_mail(order, utdrag, target)
        elif kind.what == "utskick":
            count, found = yield from _utskick(order, kind, target)
            pages = pages or count
            to_tell |= dict.fromkeys(found)
        else:
            paper = document(order.papers, kind.what, utdrag)
            draft = is_utkast(order.papers, kind.what, utdrag)
            yield from write_paper(paper, target, created=order.plan.created, draft=draft)
        files.append(_made(kind, target))
    mail = _write_mail(order, files, folder) if order.mail else None
    return Made(tuple(files), mail, tuple(to_tell), pages)


def utgåvor(made: Made, files: FileStore) -> tuple[NewUtgåva, ...]:
    """Keep what was made in the file store, as what the record of the utskick names."""
    return tuple(_utgåva(one, files) for one in made.files)


def _wanted(order: Order) -> Iterator[tuple[Kind, Utdrag | None, str]]:
    """Yield each paper with its name; a name that is taken gets a number."""
    taken: set[str] = set()
    for kind in order.kinds:
        if kind == PROTOKOLL_PDF and order.papers.kept:
            for one in order.papers.kept:
                yield kind, None, kept_name(order.papers, one)
            continue
        several = order.utdrag if kind.what == "utdrag" else ()
        for utdrag in several or (None,):
            first = name = file_name(order.papers, kind.what, kind.suffix, utdrag)
            number = 1
            while name.casefold() in taken:
                number += 1
                name = safe_name(f"{first.removesuffix(kind.suffix)} {number}", kind.suffix)
            taken.add(name.casefold())
            yield kind, utdrag, name


def _kept(order: Order) -> tuple[KeptPaper, ...]:
    return order.papers.kept if PROTOKOLL_PDF in order.kinds else ()


@contextmanager
def _refusals(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise write_refused(error, folder) from error


def _utskick(
    order: Order, kind: Kind, target: Path
) -> Work[tuple[int, tuple[LeftOut | Repaired, ...]]]:
    if kind.suffix == ".zip":
        from nämnd.paket.zip import make_zip

        zipped = yield from make_zip(order.plan, target)
        return 0, zipped.left_out
    from nämnd.paket.utskick import make_utskick

    result = yield from make_utskick(order.plan, target, order.conversions)
    return result.pages, (*result.left_out, *result.repaired)


def _write_mail(order: Order, files: list[MadeFile], folder: Path) -> Path:
    papers = order.papers
    attached = [
        (one.path.name, one.path.read_bytes()) for one in files if one.kind.suffix == ".pdf"
    ]
    mail = build_mail(
        papers.nämnd,
        papers.dagordning,
        papers.called,
        attached,
        now=order.plan.created,
        tillägg=bool(papers.sent),
    )
    path = folder / _mail_name(papers)
    write_mail(mail, path)
    return path


def _write_utdrag_mail(order: Order, utdrag: Utdrag | None, target: Path) -> None:
    """Write a draft with the utdrag that lies beside it, in every form it was made in."""
    found = order.papers.protokoll
    assert found is not None  # noqa: S101 - an utdrag is made of a protokoll
    chosen = utdrag or whole(found)
    beside = (target.with_suffix(suffix) for suffix in (".pdf", ".docx"))
    mail = build_utdrag_mail(
        order.papers.nämnd,
        found,
        chosen.paragraf_ids,
        chosen.till,
        [(one.name, one.read_bytes()) for one in beside if one.is_file()],
        now=order.plan.created,
    )
    write_mail(mail, target)


def _mail_name(papers: Papers) -> str:
    return safe_name(f"Brev till kallade {papers.dagordning.sammanträde.day_text}", ".eml")


def _made(kind: Kind, path: Path) -> MadeFile:
    data = path.read_bytes()
    return MadeFile(kind, path, len(data), hashlib.sha256(data).hexdigest())


def _moved(made: Made, folder: Path) -> Made:
    def move(path: Path) -> Path:
        return path.replace(folder / path.name)

    files = tuple(replace(one, path=move(one.path)) for one in made.files)
    return replace(made, files=files, mail=move(made.mail) if made.mail else None)


def _utgåva(one: MadeFile, files: FileStore) -> NewUtgåva:
    kept = files.keep(one.path)
    return NewUtgåva(
        dokument={"tillagg": "tilläggslista"}.get(one.kind.what, one.kind.what),
        format=one.kind.suffix.removeprefix("."),
        sha256=kept.sha256,
        storlek=kept.size,
        filnamn=one.path.name,
        mallversion=TEMPLATE_VERSION,
    )
