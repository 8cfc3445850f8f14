"""The numbers of the §§, and whether everything was handled.

Source: RULES.md 12 (practice: per nämnd and calendar year, in handling order; gaps are allowed,
duplicates are not); KL 5:65–66.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise

from nämnd.protokoll.findings import Finding, Part, Place, Rule, about
from nämnd.protokoll.values import Protokoll

_FEW = 50  # numbers of a gap that are told one by one


def number_findings(protokoll: Protokoll, others: Mapping[int, date]) -> Iterator[Finding]:
    """Yield gaps, duplicates and numbers out of order; and what was never handled or closed.

    Args:
        protokoll: the sammanträde.
        others: numbers of the other sammanträden of the year, and their first day.
    """
    yield from _duplicates(protokoll, others)
    yield from _gaps(protokoll, others)
    for before, after in pairwise(protokoll.paragrafer):
        if after.nummer < before.nummer:
            yield about(after, Rule.ORDER, Part.NUMMER, numbers=(before.nummer,))
    yield from _unhandled(protokoll)


def _duplicates(protokoll: Protokoll, others: Mapping[int, date]) -> Iterator[Finding]:
    counts = Counter(one.nummer for one in protokoll.paragrafer)
    seen: set[int] = set()
    for one in protokoll.paragrafer:
        if counts[one.nummer] > 1 and one.nummer in seen:
            yield about(one, Rule.DUPLICATE, Part.NUMMER)
        seen.add(one.nummer)
        if one.nummer in others:
            day = others[one.nummer].isoformat()
            yield about(one, Rule.DUPLICATE, Part.NUMMER, words=(day,))


def _gaps(protokoll: Protokoll, others: Mapping[int, date]) -> Iterator[Finding]:
    own = {one.nummer: one for one in protokoll.paragrafer}
    known = sorted({*own, *_earlier(protokoll, others)})
    for before, after in pairwise(known):
        between = [one for one in range(before + 1, min(after, before + _FEW)) if one not in others]
        if after in own and between:
            yield about(own[after], Rule.GAP, Part.NUMMER, numbers=tuple(between))


def _earlier(protokoll: Protokoll, others: Mapping[int, date]) -> Iterator[int]:
    """Yield the last number before this sammanträde, unless where it begins was set by hand."""
    day = protokoll.sammanträde.day
    if day is None or protokoll.sammanträde.första_paragraf is not None:
        return
    before = [nummer for nummer, when in others.items() if when < day]
    if before:
        yield max(before)


def _unhandled(protokoll: Protokoll) -> Iterator[Finding]:
    handled = {one.punkt_id for one in protokoll.paragrafer}
    left = [punkt for punkt in protokoll.punkter if punkt.id not in handled and punkt.utgår is None]
    if protokoll.paragrafer and left:
        yield Finding(
            Rule.UNHANDLED,
            Place(Part.DAGORDNING, left[0].id),
            numbers=tuple(one.nummer for one in left),
            words=tuple(one.rubrik for one in left),
        )
