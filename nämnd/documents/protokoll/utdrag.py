"""Protokollsutdrag: some §§ of a protokoll, certified, for one recipient.

Source: RULES.md 6 (no utdrag from an unjusterad § goes out); PRACTICE.md section 5.
"""

from collections.abc import Iterable, Iterator, Sequence

from nämnd.core import paragrafer
from nämnd.core.richtext import Run
from nämnd.documents.content import (
    Block,
    Document,
    Facts,
    Heading,
    Note,
    PageBreak,
    Rule,
    Signature,
    Signatures,
)
from nämnd.documents.parts import Sender, letterhead
from nämnd.documents.protokoll.bilagor import bilaga_blocks, bilagor
from nämnd.documents.protokoll.draft import JUSTERAT, is_draft, is_justerad
from nämnd.documents.protokoll.händelser import events
from nämnd.documents.protokoll.marks import listed, part
from nämnd.documents.protokoll.paragraf import Told, paragraf_blocks
from nämnd.documents.protokoll.rättelse import rättelse_notes
from nämnd.justering.values import RättelseRow
from nämnd.närvaro.values import JusteringRow
from nämnd.protokoll.values import ParagrafRow, Protokoll

KIND = "Protokollsutdrag"
CERTIFIED = "Rätt utdraget intygas"
SIGNS = ("Utdragsbestyrkande",)
_NOT_JUSTERAT = "Ej justerat"


def build_utdrag(
    sender: Sender,
    protokoll: Protokoll,
    paragraf_ids: Iterable[str],
    till: str | None = None,
    rättelser: Sequence[RättelseRow] = (),
) -> Document:
    """Return an utdrag of some §§, in the order of the protokoll.

    Draw it with `draft=is_draft(protokoll, paragraf_ids)`. Bilagor keep the numbers they have in
    the protokoll.

    Args:
        sender: who sends.
        protokoll: all of it.
        paragraf_ids: of the §§ to take; those that aren't there are passed over.
        till: the recipient, as the §§ name it; None: nobody in particular.
        rättelser: what has been put right in the protokoll since it was justerat.
    """
    wanted = frozenset(paragraf_ids)
    rows = tuple(one for one in protokoll.paragrafer if one.id in wanted)
    which = listed(paragrafer.of(one.nummer for one in rows))
    head = protokoll.sammanträde
    return Document(
        title=f"{KIND} {which}, {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, KIND, head),
        blocks=(
            Heading(f"{KIND} {which}".rstrip(), 1),
            Facts(tuple(_facts(protokoll, rows, till))),
            *_warning(protokoll, rows),
            *_paragrafer(protokoll, rows, rättelser),
            Rule(),
            Signatures((Signature("Namnförtydligande", "Titel och datum", CERTIFIED),)),
            *_bilagor(protokoll, rows),
        ),
        author=sender.nämnd.namn,
        subject=KIND,
        signs=SIGNS,
    )


def by_recipient(protokoll: Protokoll) -> dict[str, tuple[str, ...]]:
    """Return the ids of the §§ that go to each recipient, in the order of the protokoll."""
    found: dict[str, list[str]] = {}
    for paragraf in protokoll.paragrafer:
        for till in dict.fromkeys(one.till for one in paragraf.expedieringar):
            found.setdefault(till, []).append(paragraf.id)
    return {till: tuple(ids) for till, ids in found.items()}


def _facts(
    protokoll: Protokoll, rows: tuple[ParagrafRow, ...], till: str | None
) -> Iterator[tuple[str, str]]:
    head = protokoll.sammanträde
    yield "Sammanträde", ", ".join(filter(None, (head.long_day, head.plats)))
    if till:
        yield "Till", till
        theirs = [
            one.beteckning
            for row in rows
            for one in row.expedieringar
            if one.till == till and one.beteckning
        ]
        if theirs:
            yield "Er beteckning", ", ".join(dict.fromkeys(theirs))
    yield "Justering", _justering(protokoll, rows)


def _justering(protokoll: Protokoll, rows: tuple[ParagrafRow, ...]) -> str:
    """Return when the §§ were justerade, and by whom, a line for each set; or that they are not.

    «2026-04-08 av Anna Ek (M), ordförande, och Bo Alm (S), justerare».
    """
    if not all(is_justerad(protokoll, one) for one in rows):
        return _NOT_JUSTERAT
    done = [
        one
        for one in protokoll.justeringar
        if one.läge == JUSTERAT and any(one.paragrafer.covers(row.nummer) for row in rows)
    ]
    return "\n".join(_done(protokoll, one, alone=len(done) == 1) for one in done)


def _done(protokoll: Protokoll, one: JusteringRow, *, alone: bool) -> str:
    which = "" if alone else f"{part(protokoll, one.paragrafer)} "
    signed = [
        f"{protokoll.name(each.person_id)}, {each.roll}"
        for each in one.underskrivet
        if each.roll != "sekreterare"
    ]
    by = f" av {'; '.join(signed)}" if signed else ""
    return f"{which}{one.datum or 'Justerat'}{by}"


def _warning(protokoll: Protokoll, rows: tuple[ParagrafRow, ...]) -> Iterator[Block]:
    left = [one.nummer for one in rows if not is_justerad(protokoll, one)]
    if not left:
        return
    verb = "är inte justerade" if len(left) > 1 else "är inte justerad"
    words = f"UTKAST: {listed(paragrafer.of(left))} {verb}. "
    yield Note((Run(words, bold=True), Run("Utdraget gäller inte och ska inte skickas.")))


def _paragrafer(
    protokoll: Protokoll, rows: tuple[ParagrafRow, ...], rättelser: Sequence[RättelseRow]
) -> Iterator[Block]:
    before, draft = events(protokoll), is_draft(protokoll, [one.id for one in rows])
    written = {one.reservation.id: one for one in bilagor(protokoll) if one.reservation}
    for one in rows:
        yield Rule()
        found = before.get(one.nummer, ())
        yield from paragraf_blocks(Told(protokoll, one, found, written, draft=draft))
        yield from rättelse_notes(rättelser, one.nummer)


def _bilagor(protokoll: Protokoll, rows: tuple[ParagrafRow, ...]) -> Iterator[Block]:
    mine = {one.id for row in rows for one in row.reservationer}
    chosen = tuple(
        one for one in bilagor(protokoll) if one.reservation and one.reservation.id in mine
    )
    if chosen:
        yield PageBreak()
        yield from bilaga_blocks(protokoll, chosen)
