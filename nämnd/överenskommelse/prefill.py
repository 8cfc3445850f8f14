"""What a new form says before anybody has written in it. Pure functions."""

from collections.abc import Iterable, Sequence
from datetime import date

from nämnd.överenskommelse.fields import EKONOMISK_REDOVISNING, FÄLT, REKVISITION
from nämnd.överenskommelse.money import money_text
from nämnd.överenskommelse.names import recipient_key
from nämnd.överenskommelse.rules import row_total
from nämnd.överenskommelse.values import (
    BlankettDraft,
    Blankettslag,
    Tabell,
    ÖverenskommelseDraft,
)

_OF_THE_RECIPIENT = (
    "organisationsnummer", "kontaktperson", "postadress", "telefon", "fax", "epost", "giro",
    "granskare_namn", "granskare_befattning", "granskare_telefon", "granskare_epost",
    "underskrift_namn",
)  # fmt: skip
"""What is the same in the next form of the same recipient."""


def first_draft(
    draft: ÖverenskommelseDraft,
    slag: Blankettslag,
    mottagare: str,
    earlier: Sequence[BlankettDraft],
    today: date,
) -> BlankettDraft:
    """Return a form with what is known.

    Args:
        draft: the överenskommelse.
        slag: which form.
        mottagare: as a table or an earlier form names it.
        earlier: the recipient's other forms, the newest first.
        today: the day it is made.
    """
    asked = amount_of(draft.tabeller, mottagare)
    uppgifter = _of_the_recipient(earlier) | {
        "överenskommelse_dnr": ", ".join(draft.motpartens_dnr),
        "utbetalning_dnr": draft.utbetalning_dnr or "",
        "benämning": draft.rubrik,
        "period": period_text(draft.från, draft.till),
    }
    got = asked
    if slag == EKONOMISK_REDOVISNING:
        got = _paid(earlier, draft, asked)
        uppgifter["bidrag_enligt_överenskommelsen"] = "" if asked is None else money_text(asked)
        uppgifter["bidrag_utbetalat"] = "" if got is None else money_text(got)
    names = {one.namn for one in FÄLT[slag]}
    known = {name: words for name, words in uppgifter.items() if words and name in names}
    return BlankettDraft(slag, mottagare, today, got, known)


def amount_of(tabeller: Iterable[Tabell], mottagare: str) -> int | None:
    """Return what a recipient gets in all by the first table that has it, or None.

    The first only: the tables after it may break down what it says.
    """
    key = recipient_key(mottagare)
    for tabell in tabeller:
        found = [row_total(one) for one in tabell.rader if recipient_key(one.mottagare) == key]
        if found:
            return sum(found)
    return None


def period_text(first: date | None, last: date | None) -> str:
    """Return «2020», «2017–2018» or «2020-03-01–2020-12-31»; one day alone when one is missing."""
    if first is None or last is None:
        return str(first or last or "")
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if not whole_years:
        return f"{first}–{last}"
    return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"


def _of_the_recipient(earlier: Sequence[BlankettDraft]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in _OF_THE_RECIPIENT:
        written = (one.uppgifter.get(name) for one in earlier)
        found[name] = next(filter(None, written), "")
    return found


def _paid(
    earlier: Sequence[BlankettDraft], draft: ÖverenskommelseDraft, asked: int | None
) -> int | None:
    """Return what the recipient asked for in this överenskommelse; else what the table says."""
    own = (
        one.belopp
        for one in earlier
        if one.slag == REKVISITION and one.uppgifter.get("benämning") == draft.rubrik
    )
    return next((belopp for belopp in own if belopp is not None), asked)
