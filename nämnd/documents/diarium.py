"""The diarium as a list: a table for a spreadsheet, and a document.

For everybody: what may be secret in the register is hidden in it (OSL 5:2 second paragraph), and
what is only the nämnd's own working notes (parties, gallring, what waits) is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from nämnd.core.richtext import Paragraph, Runs
from nämnd.documents.content import (
    Block,
    Document,
    Heading,
    Table,
    text,
)
from nämnd.documents.listing import Listing, ListWords, list_document, said_in_short
from nämnd.documents.parts import Sender
from nämnd.documents.sheet import Cell, Sheet
from nämnd.ärende.rules import HIDDEN, beteckning
from nämnd.ärende.values import HandlingDraft, HandlingRow, ÄrendeView

TITLE = "Diarium"
_FOR_ALL = "För alla: uppgifter som kan omfattas av sekretess är dolda."
_COLUMNS = (
    "Beteckning", "Datum", "Post", "Från/till", "Rubrik", "Handläggare", "Status",
    "Andras beteckningar",
)  # fmt: skip
_OWN = ("Parter", "Gallring", "Väntar på dagordning", "Sekretess")
_SHARES = (7, 16, 29, 48)


@dataclass(frozen=True, slots=True)
class ListedÄrende:
    """An ärende with its handlingar."""

    ärende: ÄrendeView
    handlingar: tuple[HandlingRow, ...]


def for_everybody(one: ListedÄrende) -> ListedÄrende:
    """Return an ärende as everybody may see it in the register.

    An ärende whose rubrik is hidden has the rubriker of its handlingar hidden too: they say the
    same. The reason of an annulment may name what is hidden, and goes with it.
    """
    draft = one.ärende.draft
    shown = replace(
        draft,
        rubrik=HIDDEN if draft.dölj_rubrik else draft.rubrik,
        parter=(),
        gallring=None,
        väntar=None,
        sekretess=None,
    )
    reason = _reason(one.ärende.makulerat, hidden=draft.dölj_rubrik)
    return ListedÄrende(
        replace(one.ärende, draft=shown, makulerat=reason),
        tuple(_shown(row, hidden=draft.dölj_rubrik) for row in one.handlingar),
    )


def diarium_sheet(namn: str, rows: Sequence[ListedÄrende], listing: Listing) -> Sheet:
    """Return the diarium as a table: a line for each ärende, then one for each of its handlingar.

    Args:
        namn: the nämnd's.
        rows: in the order they are to stand.
        listing: what is said of it; when it is for everybody, so are the rows.
    """
    shown = _for(rows, listing)
    columns = _COLUMNS if listing.public else (*_COLUMNS, *_OWN)
    lines = (line for one in shown for line in _lines(one, listing))
    return Sheet(listing.title(TITLE), columns, tuple(lines), _about(namn, shown, listing))


def build_diarium(sender: Sender, rows: Sequence[ListedÄrende], listing: Listing) -> Document:
    """Return the diarium as a document, ärende by ärende."""
    shown = _for(rows, listing)
    facts = _about(sender.nämnd.namn, shown, listing)[:-1]
    words = ListWords(TITLE, facts, listing.extent(_FOR_ALL))
    blocks = tuple(block for one in shown for block in _ärende(one))
    none = (Paragraph(text("Det finns inga ärenden.")),)
    return list_document(sender, listing, words, blocks if shown else none)


def _for(rows: Sequence[ListedÄrende], listing: Listing) -> Sequence[ListedÄrende]:
    return tuple(map(for_everybody, rows)) if listing.public else rows


def _shown(row: HandlingRow, *, hidden: bool) -> HandlingRow:
    draft = row.draft
    shown = replace(
        draft,
        rubrik=HIDDEN if hidden or draft.dölj_rubrik else draft.rubrik,
        från_till=HIDDEN if draft.dölj_från_till and draft.från_till else draft.från_till,
        sekretess=None,
    )
    reason = _reason(row.makulerad, hidden=HIDDEN in (shown.rubrik, shown.från_till))
    return replace(row, draft=shown, versioner=(), makulerad=reason)


def _reason(skäl: str | None, *, hidden: bool) -> str | None:
    return HIDDEN if skäl is not None and hidden else skäl


def _about(
    namn: str, rows: Sequence[ListedÄrende], listing: Listing
) -> tuple[tuple[str, str], ...]:
    return (
        ("Nämnd", namn),
        ("Antal ärenden", str(len(rows))),
        ("Antal handlingar", str(sum(len(one.handlingar) for one in rows))),
        ("Framställt", listing.made.isoformat()),
        ("Omfattning", listing.extent(_FOR_ALL)),
    )


def _lines(one: ListedÄrende, listing: Listing) -> Iterator[tuple[Cell, ...]]:
    ärende, draft = one.ärende, one.ärende.draft
    own = (
        ", ".join(draft.parter),
        draft.gallring,
        "" if draft.väntar is None else draft.väntar or "ja",
        draft.sekretess.lagrum if draft.sekretess else "",
    )
    yield (
        ärende.dnr, draft.öppnat, "ärende", "", draft.rubrik, draft.handläggare,
        _status(ärende), _externa(ärende), *(() if listing.public else own),
    )  # fmt: skip
    for row in one.handlingar:
        mark = row.draft.sekretess
        own = ("", None, "", mark.lagrum if mark else "")
        yield (
            beteckning(ärende.dnr, row.löpnr), row.draft.datum, row.draft.riktning,
            row.draft.från_till, row.draft.rubrik, "", _annulled(row.makulerad), "",
            *(() if listing.public else own),
        )  # fmt: skip


def _status(ärende: ÄrendeView) -> str:
    if ärende.makulerat is not None:
        return f"makulerat: {ärende.makulerat}"
    return f"{ärende.status} {ärende.avslutat}" if ärende.avslutat else ärende.status


def _annulled(skäl: str | None) -> str:
    return "" if skäl is None else f"makulerad: {skäl}"


def _externa(ärende: ÄrendeView) -> str:
    rows = ärende.draft.externa_beteckningar
    return ", ".join(f"{one.hos} {one.beteckning}".strip() for one in rows)


def _ärende(one: ListedÄrende) -> Iterator[Block]:
    ärende, draft = one.ärende, one.ärende.draft
    said = (
        f"Öppnat {draft.öppnat}" if draft.öppnat else "",
        _status(ärende),
        f"handläggare {draft.handläggare}" if draft.handläggare else "",
        _externa(ärende),
        f"parter {', '.join(draft.parter)}" if draft.parter else "",
        f"gallring {draft.gallring}" if draft.gallring else "",
        f"sekretess {draft.sekretess.lagrum}" if draft.sekretess else "",
    )
    yield Heading(f"{ärende.dnr} {draft.rubrik}", 2, anchor=f"arende-{ärende.id}")
    yield said_in_short(said)
    if one.handlingar:
        yield Table(
            (tuple(map(text, ("Nr", "Datum", "Från/till", "Handling"))), *_table(one.handlingar)),
            shares=_SHARES,
        )


def _table(rows: Iterable[HandlingRow]) -> Iterator[tuple[Runs, ...]]:
    for row in rows:
        draft = row.draft
        what = (
            draft.rubrik,
            _slag(draft),
            f"sekretess {draft.sekretess.lagrum}" if draft.sekretess else "",
            _annulled(row.makulerad),
        )
        yield (
            text(str(row.löpnr)),
            text(draft.datum.isoformat()),
            text(_from_or_to(draft)),
            text(" · ".join(filter(None, what))),
        )


def _slag(draft: HandlingDraft) -> str:
    """Return what kind it is, when the rubrik does not say so."""
    slag = draft.slag or ""
    return "" if slag.casefold() in draft.rubrik.casefold() else slag


def _from_or_to(draft: HandlingDraft) -> str:
    """Return «Från Socialstyrelsen», «Till Region Norr», «Upprättad»."""
    word = {"inkommen": "Från", "utgående": "Till"}.get(draft.riktning)
    if word is None or not draft.från_till:
        return draft.riktning.capitalize()
    return f"{word} {draft.från_till}"
