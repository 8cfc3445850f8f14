"""Sums of a table of money, and which rows of it are the nämnd's huvudmän. Pure functions.

Source: RULES.md 15; the annexes of the överenskommelser of 2017 and 2020.
"""

from collections.abc import Iterable, Iterator, Sequence

from nämnd.organisation.rules import HuvudmanDraft, one_line
from nämnd.överenskommelse.errors import ÖverenskommelseFault
from nämnd.överenskommelse.money import MOST
from nämnd.överenskommelse.names import recipient_key
from nämnd.överenskommelse.values import (
    Andel,
    BlankettDraft,
    Postandel,
    Rad,
    Summafel,
    Tabell,
    ÖverenskommelseDraft,
)

MOST_ROWS, MOST_POSTS = 1000, 60
"""No table has more: what does is no table."""


def wrong_sums(tabell: Tabell) -> tuple[Summafel, ...]:
    """Return the sums of the paper that are not right: of rows, of columns, of everything.

    Only what the paper says a sum of is counted; an amount that is not there is nothing.
    """
    return (*_wrong_rows(tabell), *_wrong_columns(tabell), *_wrong_total(tabell))


def row_total(rad: Rad) -> int:
    """Return what a row is in all: what its amounts add up to, or else what the paper says."""
    return sum(rad.belopp.values()) if rad.belopp else rad.summa or 0


def table_total(tabell: Tabell) -> int:
    """Return what a table is in all: what the paper says, or else what its rows add up to."""
    if tabell.totalsumma is not None:
        return tabell.totalsumma
    return sum(map(row_total, tabell.rader))


def counted(tabeller: Sequence[Tabell], totalt: int | None) -> tuple[Tabell, ...]:
    """Return the tables that share out the money, without those that only break another one down.

    They can't share out more than there is: a table that would is a breakdown. Without a `totalt`
    all of them count.
    """
    if totalt is None:
        return tuple(tabeller)
    kept: list[Tabell] = []
    left = totalt
    for one in tabeller:
        if table_total(one) <= left or not kept:
            kept.append(one)
            left -= table_total(one)
    return tuple(kept)


def share(
    tabeller: Sequence[Tabell], huvudmän: Iterable[HuvudmanDraft], totalt: int | None = None
) -> tuple[Andel, ...]:
    """Return what each huvudman gets, of each post and in all, in the order of the huvudmän.

    A huvudman that no table has is there with nothing. `totalt`: what the överenskommelse is in
    all; see `counted`.
    """
    tables = counted(tabeller, totalt)
    return tuple(_andel(one, tables) for one in huvudmän)


def is_recipient(rad: Rad, huvudman: HuvudmanDraft) -> bool:
    """Say whether a row is that of a huvudman: by its id, or else by its name."""
    if rad.huvudman_id:
        return rad.huvudman_id == huvudman.id
    key = recipient_key(rad.mottagare)
    return bool(key) and key == recipient_key(huvudman.namn)


def draft_problems(draft: ÖverenskommelseDraft) -> tuple[ÖverenskommelseFault, ...]:
    """Return what keeps an överenskommelse from being saved, its tables apart."""
    found: list[ÖverenskommelseFault] = []
    if not one_line(draft.rubrik):
        found.append(ÖverenskommelseFault.RUBRIK_MISSING)
    if draft.från and draft.till and draft.till < draft.från:
        found.append(ÖverenskommelseFault.PERIOD_BACKWARDS)
    if abs(draft.totalt or 0) > MOST:
        found.append(ÖverenskommelseFault.TOO_LARGE)
    return tuple(found)


def table_problems(tabell: Tabell) -> tuple[ÖverenskommelseFault, ...]:
    """Return what keeps a table from being saved. Wrong sums do not: the paper may be wrong."""
    found: list[ÖverenskommelseFault] = []
    names = [one_line(post).casefold() for post in tabell.poster]
    if not all(names):
        found.append(ÖverenskommelseFault.POST_MISSING)
    if len(set(names)) < len(names):
        found.append(ÖverenskommelseFault.POST_TWICE)
    if not all(one_line(rad.mottagare) for rad in tabell.rader):
        found.append(ÖverenskommelseFault.MOTTAGARE_MISSING)
    if len(tabell.rader) > MOST_ROWS or len(names) > MOST_POSTS:
        found.append(ÖverenskommelseFault.TOO_MANY)
    if any(abs(one) > MOST for one in _amounts(tabell)):
        found.append(ÖverenskommelseFault.TOO_LARGE)
    return tuple(found)


def blankett_problems(draft: BlankettDraft) -> tuple[ÖverenskommelseFault, ...]:
    """Return what keeps a form from being saved. What is not filled in yet does not."""
    found: list[ÖverenskommelseFault] = []
    if not one_line(draft.mottagare):
        found.append(ÖverenskommelseFault.MOTTAGARE_MISSING)
    if any(abs(one) > MOST for one in (draft.belopp or 0, *(k.belopp for k in draft.kostnader))):
        found.append(ÖverenskommelseFault.TOO_LARGE)
    return tuple(found)


def costs(draft: BlankettDraft) -> int:
    """Return what the costs are in all."""
    return sum(one.belopp for one in draft.kostnader)


def left_over(draft: BlankettDraft) -> int | None:
    """Return what is not used of the money: «Bidrag – kostnader»; None: nobody has said how much.

    Below zero when more was spent than was given.
    """
    return None if draft.belopp is None else draft.belopp - costs(draft)


def _wrong_rows(tabell: Tabell) -> Iterator[Summafel]:
    for rad in tabell.rader:
        added = sum(rad.belopp.values())
        if rad.summa is not None and rad.belopp and added != rad.summa:
            yield _fel(tabell, rad.id, None, (rad.summa, added), len(rad.belopp))


def _wrong_columns(tabell: Tabell) -> Iterator[Summafel]:
    for post in tabell.poster:
        said = tabell.summor.get(post)
        added = sum(rad.belopp.get(post, 0) for rad in tabell.rader)
        if said is not None and added != said:
            yield _fel(tabell, None, post, (said, added), len(tabell.rader))


def _wrong_total(tabell: Tabell) -> Iterator[Summafel]:
    """Yield the total when it is not what the rows are in all, by their own sums where said."""
    said = tabell.totalsumma
    if said is None:
        return
    added = sum(row_total(rad) if rad.summa is None else rad.summa for rad in tabell.rader)
    across = sum(tabell.summor.get(post, 0) for post in tabell.poster)
    whole = all(post in tabell.summor for post in tabell.poster) and bool(tabell.poster)
    if added != said:
        yield _fel(tabell, None, None, (said, added), len(tabell.rader))
    elif whole and across != said:
        yield _fel(tabell, None, None, (said, across), len(tabell.poster))


def _fel(
    tabell: Tabell, rad: str | None, post: str | None, sums: tuple[int, int], terms: int
) -> Summafel:
    """Return a wrong sum. Each of so many terms may be half a krona off by rounding."""
    said, added = sums
    return Summafel(rad, post, said, added, tabell.id, 2 * abs(said - added) <= terms)


def _andel(huvudman: HuvudmanDraft, tabeller: Sequence[Tabell]) -> Andel:
    poster = tuple(one for tabell in tabeller for one in _postandelar(huvudman, tabell))
    return Andel(huvudman.id, huvudman.namn, poster, sum(one.belopp for one in poster))


def _postandelar(huvudman: HuvudmanDraft, tabell: Tabell) -> Iterator[Postandel]:
    rader = [rad for rad in tabell.rader if is_recipient(rad, huvudman)]
    for post in tabell.poster:
        amounts = [rad.belopp[post] for rad in rader if post in rad.belopp]
        if amounts:
            yield Postandel(tabell.id, tabell.rubrik, post, sum(amounts))
    only = [rad.summa for rad in rader if not rad.belopp and rad.summa is not None]
    if only:
        yield Postandel(tabell.id, tabell.rubrik, "", sum(only))


def _amounts(tabell: Tabell) -> Iterator[int]:
    yield from tabell.summor.values()
    yield tabell.totalsumma or 0
    for rad in tabell.rader:
        yield from rad.belopp.values()
        yield rad.summa or 0
