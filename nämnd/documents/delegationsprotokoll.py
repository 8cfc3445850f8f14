"""The protokoll of delegationsbeslut that are not reported to the nämnd (KL 6:40, 7:8)."""

from collections.abc import Iterator

from nämnd.core.richtext import Paragraph
from nämnd.core.swedish import long_date
from nämnd.delegation.values import DelegationsbeslutRow, DelegationsprotokollRow
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Letterhead,
    Rule,
    Signature,
    Signatures,
    text,
)
from nämnd.documents.parts import Sender

KIND = "Delegationsbeslut"
_WHY = "Besluten är fattade för nämnden, på delegation, och anmäls inte till den."


def build_delegationsprotokoll(sender: Sender, protokoll: DelegationsprotokollRow) -> Document:
    """Return the protokoll, each beslut under its own heading, with a line to sign on."""
    nämnd, day = sender.nämnd, protokoll.datum.isoformat()
    return Document(
        title=f"Protokoll över delegationsbeslut {day}, {nämnd.namn}",
        head=Letterhead(nämnd.namn, KIND, day, nämnd.adress, sender.logo),
        blocks=(
            Heading("Protokoll över delegationsbeslut", 1),
            Facts(tuple(_facts(protokoll))),
            Paragraph(
                text("Besluten är fattade för nämnden, på delegation, och anmäls inte till den.")
            ),
            *(block for n, one in enumerate(protokoll.beslut, 1) for block in _beslut(n, one)),
            Rule(),
            Signatures((_signature(protokoll),)),
        ),
        author=nämnd.namn,
        subject="Protokoll över delegationsbeslut",
    )


def _facts(protokoll: DelegationsprotokollRow) -> Iterator[tuple[str, str]]:
    yield "Datum", long_date(protokoll.datum)
    yield "Antal beslut", str(len(protokoll.beslut))


def _beslut(number: int, row: DelegationsbeslutRow) -> Iterator[Block]:
    draft = row.draft
    rows = (
        ("Beslutat", long_date(draft.datum)),
        ("Av", draft.av),
        ("Enligt", draft.enligt or ""),
        ("Dnr", row.dnr or ""),
    )
    yield Rule()
    yield Heading(draft.rubrik, 2, number=str(number))
    yield Facts(tuple((label, value) for label, value in rows if value))
    for line in draft.beslut.splitlines():
        if line.strip():
            yield Paragraph(text(line.strip()))


def _signature(protokoll: DelegationsprotokollRow) -> Signature:
    when = f"Undertecknat {protokoll.undertecknat}" if protokoll.undertecknat else "Undertecknas"
    return Signature(protokoll.undertecknat_av or "", when)
