"""Åtgärder, behov and beslut as blocks that several papers share."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from nämnd.core.richtext import Paragraph, Run, Runs
from nämnd.core.swedish import short_date
from nämnd.delprojekt.rules import grouped
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektView,
    RapportRow,
    Sats,
    ÅtgärdRow,
)
from nämnd.documents.content import Block, Heading, Item, ItemList, Note, Subheading, Table, text
from nämnd.documents.parts import numbered, running_text, sentence

BULLET, DASH = "•", "–"
NEW = Run("Nytt: ", bold=True)
_SATS_SHARES = (13, 7)
_PART = 2  # the level of a heading with a bookmark


def åtgärd_blocks(
    åtgärder: Sequence[ÅtgärdRow],
    marked: Collection[str],
    *,
    level: int,
    short: bool = False,
    intro: Sequence[Block] = (),
) -> Iterator[Block]:
    """Yield what is done, and apart from it what is planned.

    Args:
        åtgärder: in order; one of level 2 stands under the one before it.
        marked: ids of those that are new.
        level: of the headings.
        short: in the words of the missiv, where it has its own.
        intro: what stands under the first heading.
    """
    groups = grouped(åtgärder)
    done = [one for one in groups if one[0].läge != "inte påbörjat"]
    planned = [one for one in groups if one[0].läge == "inte påbörjat"]
    for words, chosen in (("Utförda åtgärder", done), ("Planerade åtgärder", planned)):
        if chosen:
            yield Heading(words, level) if level == _PART else Subheading(words, level)
            yield from intro
            intro = ()
            yield ItemList(tuple(_items(chosen, marked, short=short)))


def behov_list(behov: Iterable[BehovRow], marked: Collection[str]) -> ItemList:
    """Return needs as a list; one that has been met says when."""
    return ItemList(tuple(Item(BULLET, (*_mark(one.id, marked), *_need(one))) for one in behov))


def beslut_blocks(beslut: Beslut) -> Iterator[Block]:
    """Yield what was decided: running text, then the satser.

    When it is known how far any of them has come, each has that beside it.
    """
    yield from running_text(beslut.text)
    if any(map(_is_known, beslut.satser)):
        yield _states(beslut)
    elif len(beslut.satser) == 1:
        yield Paragraph(text(beslut.satser[0].text))
    elif beslut.satser:
        yield numbered(sats.text for sats in beslut.satser)


def beslut_heading(beslut: Beslut, nämnd: str) -> str:
    """Return «Beslut SRVN 2018-06-07, § 34»."""
    number = f", § {beslut.paragraf}" if beslut.paragraf is not None else ""
    return f"Beslut {beslut.organ or nämnd} {beslut.datum}{number}"


def state_runs(sats: Sats) -> Runs:
    """Return how far a sats has come, and what is said about it."""
    state = Run(sats.läge.capitalize(), bold=True)
    return (state, Run(f". {sentence(sats.kommentar)}")) if sats.kommentar else (state,)


def news_note(view: DelprojektView, row: RapportRow) -> Note:
    """Return what the mark «Nytt» means in a report."""
    before = [one for one in view.rapporter if one.ordning < row.ordning]
    day = before[-1].draft.datum if before else None
    since = f" den {day}" if day else ""
    said = f"Det som har kommit till sedan den förra rapporten{since} är märkt "
    return Note((Run(said), Run("Nytt", bold=True), Run(".")))


def _items(
    groups: Iterable[Sequence[ÅtgärdRow]], marked: Collection[str], *, short: bool
) -> Iterator[Item]:
    for group in groups:
        for at, one in enumerate(group):
            words = (one.kort if short else None) or one.text
            said = _with_state(words, _how_far(one, group[0]))
            yield Item(DASH if at else BULLET, (*_mark(one.id, marked), Run(said)), 2 if at else 1)


def _how_far(one: ÅtgärdRow, top: ÅtgärdRow) -> str:
    """Return what the heading does not say of an åtgärd: it is under way, or not begun."""
    said = "inte påbörjat" if top.läge == "inte påbörjat" else "gjort"
    return "" if one.läge == said else one.läge


def _with_state(words: str, läge: str) -> str:
    """Return «Kursen har börjat (pågår).»: the state stands before the full stop."""
    if not läge:
        return words
    stop = "." if words.endswith(".") else ""
    return f"{words.removesuffix('.')} ({läge}){stop}"


def _mark(key: str, marked: Collection[str]) -> Runs:
    return (NEW,) if key in marked else ()


def _need(one: BehovRow) -> Runs:
    met = f" (löst {short_date(one.löst)})" if one.löst else ""
    return (Run(f"{one.text}{met}"),)


def _is_known(sats: Sats) -> bool:
    return sats.läge != "inte påbörjat" or bool(sats.kommentar)


def _states(beslut: Beslut) -> Table:
    head = (text(f"{beslut.organ or 'Nämnden'} beslutade"), text("Läge"))
    several = len(beslut.satser) > 1
    rows = tuple(
        (text(f"{number}. {sats.text}" if several else sats.text), state_runs(sats))
        for number, sats in enumerate(beslut.satser, start=1)
    )
    return Table((head, *rows), shares=_SATS_SHARES)
