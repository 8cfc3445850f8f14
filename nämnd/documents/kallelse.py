"""The kallelse: who is called, when, where, and to what."""

from collections.abc import Iterator

from nämnd.core.richtext import Paragraph, Run, Runs, TextTable
from nämnd.documents.content import Block, Document, Heading, Note, Subheading, text
from nämnd.documents.parts import (
    Sender,
    letterhead,
    notices,
    punkt_blocks,
    signatures,
    time_and_place,
)
from nämnd.organisation.queries import Called, UppdragRow
from nämnd.organisation.rules import with_party
from nämnd.sammanträde.dagordning import Dagordning, SammanträdeRow

_ABSENCE = (
    "Kan du inte komma? Meddela sekreteraren så snart som möjligt, så att en ersättare kan "
    "tjänstgöra."
)
_GROUPS = ("Ledamöter", "Ersättare", "Övriga")


def build_kallelse(sender: Sender, dagordning: Dagordning, called: Called) -> Document:
    """Return the kallelse with its dagordning.

    Ersättare stand on it whether they serve or not: KL 6:17 gives them tid and plats.
    """
    head = dagordning.sammanträde
    return Document(
        title=f"Kallelse {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, "Kallelse", head),
        blocks=(
            Heading("Kallelse till sammanträde", 1),
            *_call(sender, head),
            time_and_place(head, weekdays=True),
            *notices(head),
            *_people(called),
            *_absence(head, called),
            Heading("Dagordning", 2),
            *punkt_blocks(dagordning.punkter, level=3, linked=False),
            *signatures(head),
        ),
        author=sender.nämnd.namn,
        subject="Kallelse",
    )


def _call(sender: Sender, head: SammanträdeRow) -> Iterator[Block]:
    if head.inställt is None:
        yield Paragraph(text(f"Du kallas till sammanträde med {sender.nämnd.namn}."))


def _people(called: Called) -> Iterator[Block]:
    if called.all:
        yield Heading("Kallade", 2)
    for title, rows in zip(
        _GROUPS, (called.ledamöter, called.ersättare, called.övriga), strict=True
    ):
        if rows:
            yield Subheading(title, 3)
            yield _table(rows)


def _table(rows: tuple[UppdragRow, ...]) -> TextTable:
    from_huvudman = any(row.huvudman for row in rows)
    header = ("Namn", "Uppdrag", "Utsedd av") if from_huvudman else ("Namn", "Uppdrag")
    body = (_person(row)[: len(header)] for row in rows)
    return TextTable((tuple(text(words) for words in header), *body))


def _person(row: UppdragRow) -> tuple[Runs, ...]:
    what = row.person.titel if row.uppdrag.roll == "tjänsteman" else row.uppdrag.roll
    what = what or row.uppdrag.roll
    return (
        text(with_party(row.person.namn, row.person.parti)),
        text(what[0].upper() + what[1:]),
        text(row.huvudman or ""),
    )


def _absence(head: SammanträdeRow, called: Called) -> Iterator[Block]:
    if not called.all or head.inställt is not None:
        return
    yield Note((Run(_ABSENCE), *_contact(head, called)))


def _contact(head: SammanträdeRow, called: Called) -> Runs:
    who = head.sekreterare
    address = next(
        (row.person.epost for row in called.all if who and row.person_id == who.id), None
    )
    if who is None or address is None:
        return ()
    return (Run(f" {who.namn}, "), Run(address, href=f"mailto:{address}"), Run("."))
