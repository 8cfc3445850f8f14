"""Makes what is sent for justering: the PDF of just that set of §§, and the package around it."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import Progress, Work
from nämnd.documents.content import Document
from nämnd.documents.parts import TEMPLATE_VERSION, Sender
from nämnd.documents.protokoll import build_protokoll
from nämnd.justering import rules
from nämnd.justering.commands import NewText, RecordSent
from nämnd.justeringsfil.values import PACKAGE_SUFFIX
from nämnd.paket.justering.facts import Facts, gather_facts, refuse_order, to_sign, voided_by
from nämnd.paket.justering.making import Making, Package
from nämnd.paket.justering.orders import Prepared, SendOrder, in_turn
from nämnd.protokoll import frozen
from nämnd.sammanträde.utskick_commands import NewUtgåva
from nämnd.store import Store

Draw = Callable[[Document, datetime], Work[bytes]]
_STEPS = 4


def draw(paper: Document, created: datetime) -> Work[bytes]:
    """Return a paper as the PDF that several people can sign. For a helper process."""
    from nämnd.documents.pdf import pdf_bytes

    yield Progress(0, 1)
    return pdf_bytes(paper, created=created, archival="1a")


def prepare_package(  # noqa: PLR0913 - one call, from the window and the command line
    store: Store,
    files: FileStore,
    justering_id: str,
    order: SendOrder,
    *,
    who: str,
    now: datetime,
    draw: Draw = draw,
) -> Work[Prepared]:
    """Make what is sent, as `order` says. Nothing has left until its command has run.

    The same text goes out in the same file, signed as far as it is; a changed text in a new one.

    Args:
        store: where the set is.
        files: where the bytes are kept.
        justering_id: which set.
        order: who is asked, and how.
        who: the sender, as those who are asked see it.
        now: local time.
        draw: makes the PDF; here, or in a helper process.

    Raises:
        NämndError: it can't be sent so (`gather_facts`, `refuse_order`), or not be kept.
    """
    order = replace(order, asked=in_turn(order.asked))
    yield Progress(0, _STEPS, "Hämtar paragraferna")
    facts = store.ask(lambda session: gather_facts(session, justering_id, order))
    refuse_order(facts, order)
    yield Progress(1, _STEPS, "Gör protokollet")
    pdf = _kept(facts, files, order)
    if pdf is None:
        pdf = yield from draw(_document(facts, files, order), now)
    yield Progress(2, _STEPS, "Gör justeringsfilen")
    made = Making(facts, order, _text(facts, pdf), pdf, who, now)
    package = made.package() if order.asked else None
    yield Progress(3, _STEPS, "Sparar")
    return _prepared(made, package, files)


def _prepared(made: Making, package: Package | None, files: FileStore) -> Prepared:
    facts, text = made.facts, made.text
    file, paket, codes = package or (None, None, {})
    return Prepared(
        command=RecordSent(
            justering_id=facts.view.id,
            sätt=made.order.sätt,
            text=text,
            paket=paket,
            utgåvor=tuple(_utgåvor(files, made, file)),
            when=made.now.isoformat(timespec="seconds"),
        ),
        file=file,
        filnamn=made.name(PACKAGE_SUFFIX),
        pdf=made.pdf,
        pdf_namn=made.name(".pdf"),
        codes=codes,
        voided=() if facts.is_same(text.pdf) else voided_by(facts),
    )


def _text(facts: Facts, pdf: bytes) -> NewText:
    digest = hashlib.sha256(pdf).hexdigest()
    return NewText(
        version=rules.version_after(
            facts.view.version, sent=facts.sent, same=facts.is_same(digest)
        ),
        pdf=digest,
        innehåll=facts.innehåll,
        frozen=frozen.to_json(facts.text),
    )


def _kept(facts: Facts, files: FileStore, order: SendOrder) -> bytes | None:
    """Return the file that was sent last, if it is of this text and all can sign in it."""
    view = facts.view
    if view.pdf is None or facts.before != facts.innehåll or view.sätt != order.sätt:
        return None
    if not files.has(view.pdf):
        return None
    from nämnd.documents.pdf.appearance import field_sizes

    pdf = files.read(view.pdf, f"{facts.which}.pdf")
    there = field_sizes(pdf)
    return pdf if all(place in there for place in to_sign(facts, order).values()) else None


def _document(facts: Facts, files: FileStore, order: SendOrder) -> Document:
    logo = facts.text.nämnd.logotyp
    picture = files.read(logo, "") if logo and files.has(logo) else None
    fields = to_sign(facts, order)
    made = build_protokoll(Sender(facts.text.nämnd, picture), facts.text, fields=fields)
    return replace(made, keywords=(*made.keywords, facts.logg.text))


def _utgåvor(files: FileStore, made: Making, file: bytes | None) -> Iterator[NewUtgåva]:
    yield _utgåva(files, made.pdf, made.name(".pdf"), "protokoll", "pdf")
    if file is not None:
        yield _utgåva(files, file, made.name(PACKAGE_SUFFIX), "justering", "justering")


def _utgåva(files: FileStore, data: bytes, name: str, dokument: str, form: str) -> NewUtgåva:
    kept = files.keep_bytes(data, name)
    return NewUtgåva(dokument, form, kept.sha256, kept.size, name, TEMPLATE_VERSION)
