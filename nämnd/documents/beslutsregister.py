"""The register of beslut: a table for a spreadsheet, and a year as a document to leaf through.

The document has its beslut twice: by ärende, with the page of each, and by § with the att-satser.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from nämnd.core.richtext import Paragraph
from nämnd.core.swedish import short_date, sort_key
from nämnd.documents.content import (
    Block,
    Contents,
    Document,
    Entry,
    Heading,
    Item,
    ItemList,
    text,
)
from nämnd.documents.listing import Listing, ListWords, list_document, said_in_short
from nämnd.documents.parts import Sender
from nämnd.documents.sheet import Cell, Sheet
from nämnd.register.rules import hidden
from nämnd.register.values import BeslutRow
from nämnd.register.wording import rättelse_texts, uppföljning_text

TITLE = "Beslutsregister"
_NO_DNR = "Utan dnr"
_FOR_ALL = (
    "För alla: bara justerade paragrafer är med. Det som omfattas av sekretess, eller inte är "
    "granskat för publicering, är dolt."
)
_COLUMNS = (
    "Datum", "Paragraf", "Rubrik", "Dnr", "Beslut", "Utfall", "Justering", "Uppföljning",
    "Laga kraft",
)  # fmt: skip


def beslut_sheet(namn: str, rows: Sequence[BeslutRow], listing: Listing) -> Sheet:
    """Return the register as a table, a line for each §.

    Args:
        namn: the nämnd's, or of what the rows are.
        rows: the beslut; for everybody those that are not published are hidden already.
        listing: what is said of it.
    """
    several = len({row.nämnd for row in rows}) > 1
    head = (*(("Nämnd",) if several else ()), *_COLUMNS)
    more = () if listing.public else ("Sekretess",)
    body = (
        (*((row.nämnd,) if several else ()), *_cells(row), *_secret(row, listing))
        for row in _seen(rows, listing)
    )
    return Sheet(listing.title(TITLE), (*head, *more), tuple(body), _about(namn, rows, listing))


def build_beslutsregister(sender: Sender, rows: Sequence[BeslutRow], listing: Listing) -> Document:
    """Return the register as a document, from the first § to the last."""
    ordered = sorted(_seen(rows, listing), key=lambda row: (row.datum, row.nummer))
    facts = _about(sender.nämnd.namn, rows, listing)[:-1]
    words = ListWords(TITLE, facts, listing.extent(_FOR_ALL))
    return list_document(sender, listing, words, (*_by_ärende(ordered), *_by_paragraf(ordered)))


def _seen(rows: Iterable[BeslutRow], listing: Listing) -> Iterator[BeslutRow]:
    """Yield the beslut; what is under sekretess is never told to everybody, whoever asks."""
    for row in rows:
        yield hidden(row) if listing.public and row.sekretess else row


def _about(namn: str, rows: Sequence[BeslutRow], listing: Listing) -> tuple[tuple[str, str], ...]:
    return (
        ("Nämnd", namn),
        ("Antal beslut", str(len(rows))),
        ("Framställt", listing.made.isoformat()),
        ("Omfattning", listing.extent(_FOR_ALL)),
    )


def _cells(row: BeslutRow) -> tuple[Cell, ...]:
    return (
        row.datum,
        row.paragraf,
        row.rubrik,
        ", ".join(row.dnr),
        "\n".join((*_numbered(row.beslut), *rättelse_texts(row))),
        ", ".join(row.utfall),
        row.läge,
        uppföljning_text(row),
        row.laga_kraft,
    )


def _secret(row: BeslutRow, listing: Listing) -> tuple[Cell, ...]:
    return () if listing.public else ("ja" if row.sekretess else "",)


def _numbered(satser: Sequence[str]) -> Iterator[str]:
    """Yield each att-sats, with its number when there are several."""
    for number, sats in enumerate(satser, start=1):
        yield f"{number}. {sats}" if len(satser) > 1 else sats


def _by_ärende(rows: Iterable[BeslutRow]) -> Iterator[Block]:
    found = [(dnr, row) for row in rows for dnr in row.dnr or (_NO_DNR,)]
    if not found:
        yield Paragraph(text("Det finns inga beslut."))
        return
    ordered = sorted(found, key=lambda one: (one[0] == _NO_DNR, sort_key(one[0]), one[1].datum))
    entries = (Entry(dnr, row.rubrik, row.paragraf, _anchor(row)) for dnr, row in ordered)
    yield Heading("Beslut efter ärende", 2)
    yield Contents(("Dnr", "Rubrik", "Paragraf", "Sida"), tuple(entries))


def _by_paragraf(rows: Sequence[BeslutRow]) -> Iterator[Block]:
    if rows:
        yield Heading("Beslut efter paragraf", 2)
    several = len({row.nämnd for row in rows}) > 1
    for (day, nämnd, _), some in groupby(rows, key=_meeting):
        where = f", {nämnd}" if several else ""
        yield Heading(f"{short_date(day)}{where}", 3)
        for row in some:
            yield from _beslut(row)


def _meeting(row: BeslutRow) -> tuple[date, str, str]:
    return row.datum, row.nämnd, row.sammanträde_id


def _beslut(row: BeslutRow) -> Iterator[Block]:
    yield Heading(f"{row.paragraf} {row.rubrik}", 4, anchor=_anchor(row))
    if row.beslut:
        many = len(row.beslut) > 1
        items = (Item(f"{number}.", text(sats)) for number, sats in enumerate(row.beslut, start=1))
        yield ItemList(tuple(items), ordered=True) if many else Paragraph(text(row.beslut[0]))
    for words in rättelse_texts(row):
        yield Paragraph(text(words))
    said = (
        f"Dnr {', '.join(row.dnr)}" if row.dnr else "",
        ", ".join(row.utfall),
        uppföljning_text(row),
        f"laga kraft {row.laga_kraft}" if row.laga_kraft else "",
    )
    yield said_in_short(said)


def _anchor(row: BeslutRow) -> str:
    return f"paragraf-{row.paragraf_id}"
