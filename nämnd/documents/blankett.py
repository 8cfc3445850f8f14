"""A rekvisition or an ekonomisk redovisning, in the form that the överenskommelse asks for.

Source: bilaga 2 of the överenskommelse of 2017, bilaga 1 of that of 2020. The parts, their numbers
and their order are those of the annexes; of the two alternatives for the ekonomichef the chosen one
stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nämnd.core.richtext import Paragraph
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Letterhead,
    Note,
    Signature,
    Signatures,
    Table,
    Together,
    text,
)
from nämnd.överenskommelse.fields import (
    AVSNITT,
    EKONOMISK_REDOVISNING,
    REKVISITION,
    Avsnitt,
    field_value,
)
from nämnd.överenskommelse.money import kronor, money_text
from nämnd.överenskommelse.rules import costs, left_over
from nämnd.överenskommelse.values import BlankettDraft

_BY_HAND = "_" * 30  # a name that is not filled in yet can be written on paper
_HALVES, _AMOUNTS = (1, 1), (7, 3)  # how columns share the width
_USE = {
    REKVISITION: "Bidragstagaren intygar att lämnade uppgifter är riktiga samt försäkrar att "
    "bidraget kommer att användas enligt den gemensamma överenskommelsen.",
    EKONOMISK_REDOVISNING: "Bidragstagaren intygar att lämnade uppgifter är riktiga.",
}
_IN_ORIGINAL = "Blanketten ska vara undertecknad i original."


@dataclass(frozen=True, slots=True)
class BlankettFacts:
    """What a form says beside what is filled in."""

    till: str | None  # who pays
    dnr: str | None  # the nämnd's; who signs may have another
    author: str  # the nämnd


def build_blankett(draft: BlankettDraft, facts: BlankettFacts) -> Document:
    """Return the form. What is not filled in yet has a line to write on."""
    kind = draft.slag.capitalize()
    day = draft.datum.isoformat() if draft.datum else ""
    return Document(
        title=", ".join(filter(None, (kind, draft.mottagare, _benämning(draft)))),
        head=Letterhead(draft.mottagare, kind, day),
        blocks=tuple(_blocks(draft, facts)),
        author=facts.author,
        subject=kind,
    )


def _benämning(draft: BlankettDraft) -> str:
    return draft.uppgifter.get("benämning", "")


def _blocks(draft: BlankettDraft, facts: BlankettFacts) -> Iterator[Block]:
    yield Heading(f"{draft.slag.capitalize()}: {_benämning(draft) or draft.mottagare}", 1)
    dnr = f"{facts.dnr}, {facts.author}" if facts.dnr else None
    known = (("Till", facts.till), ("Diarienummer", dnr))
    rows = tuple((label, value) for label, value in known if value)
    if rows:
        yield Facts(rows)
    last = len(AVSNITT[draft.slag])
    for number, part in enumerate(AVSNITT[draft.slag], start=1):
        heading = Heading(part.rubrik, 2, str(number))
        if number == last:
            yield Together((heading, *_undertecknas(draft)))
        elif number == last - 1 and draft.slag == EKONOMISK_REDOVISNING:
            yield from _granskning(heading, part, draft)
        elif number == last - 2 and draft.slag == EKONOMISK_REDOVISNING:
            yield Together((heading, _kostnader(draft)))
        else:
            yield Together((heading, _filled(part, draft)))


def _filled(part: Avsnitt, draft: BlankettDraft) -> Table:
    """Return the fields of a part; what is missing has an empty cell to write in by hand."""
    rows = [("Uppgift", "Svar")]
    for one in part.fält:
        written = field_value(draft, one)
        amount = kronor(written) if one.pengar else None
        if amount is not None:
            written = f"{money_text(amount)} kronor"
        if written or one.krävs:
            rows.append((one.etikett, written))
    return _table(rows, _HALVES)


def _kostnader(draft: BlankettDraft) -> Table:
    left = left_over(draft)
    rows = [
        ("Post", "Kronor"),
        ("Bidrag som har erhållits", _money(draft.belopp)),
        *((f"Kostnad: {one.vad}", money_text(one.belopp)) for one in draft.kostnader),
        ("Summa kostnader", money_text(costs(draft))),
        ("Medel som inte har förbrukats (bidrag – kostnader)", _money(left)),
    ]
    return _table(rows, _AMOUNTS, right=(1,))


def _table(
    rows: Sequence[tuple[str, str]], shares: tuple[int, ...], right: tuple[int, ...] = ()
) -> Table:
    cells = tuple((text(what), text(said)) for what, said in rows)
    return Table(cells, tight=True, shares=shares, right=right)


def _money(belopp: int | None) -> str:
    return "" if belopp is None else money_text(belopp)


def _granskning(heading: Heading, part: Avsnitt, draft: BlankettDraft) -> Iterator[Block]:
    name = draft.uppgifter.get("granskare_namn", "") or _BY_HAND
    role = draft.uppgifter.get("granskare_befattning", "") or "ekonomichefen eller motsvarande"
    who = f"{name} ({role})"
    if draft.avvikelser is None:
        yield Together(
            (
                heading,
                Paragraph(
                    text(
                        f"Alternativ 1: {who} intygar att den ekonomiska redovisningen under "
                        "punkt 3 är korrekt."
                    )
                ),
                _filled(part, draft),
                _lines(draft.uppgifter.get("granskare_namn", "")),
            )
        )
        return
    yield heading
    yield Paragraph(
        text(
            f"Alternativ 2: {who} bedömer inte att den ekonomiska redovisningen under punkt 3 är "
            "korrekt. Avvikelser och åtgärder:"
        )
    )
    for words in filter(None, map(str.strip, draft.avvikelser.splitlines())):
        yield Paragraph(text(words))
    yield Together((_filled(part, draft), _lines(draft.uppgifter.get("granskare_namn", ""))))


def _undertecknas(draft: BlankettDraft) -> Iterator[Block]:
    yield Paragraph(text(_USE[draft.slag]))
    yield Note(text(_IN_ORIGINAL))
    yield _lines(draft.uppgifter.get("underskrift_namn", ""))


def _lines(name: str) -> Signatures:
    """Return the lines for the day and the name."""
    return Signatures((Signature("", "Datum"), Signature(name, "Underskrift, namnförtydligande")))
