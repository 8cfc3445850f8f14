"""Yrkanden: that each was put, by somebody who may move.

Source: KL 5:53 and 5:67 p 1–2 (through 6:33, 6:35): yrkanden that were not withdrawn, and the order
in which they were put, are in the protokoll; KL 4:22.
"""

import re
from collections.abc import Iterator

from nämnd.core.richtext import plain_text
from nämnd.protokoll.ballot import may_vote
from nämnd.protokoll.findings import Finding, Part, Rule, about
from nämnd.protokoll.rounds import decided
from nämnd.protokoll.values import ParagrafRow, Protokoll, YrkandeRow

_STEMS = {
    "avslag": r"\bavsl(?:ag|å)",
    "återremiss": r"återremi|avgörs? i ?dag|avgörs nu",
    "bordläggning": r"bordlägg|avgörs? i ?dag|avgörs nu",
    "tillägg": r"tillägg",
    "ändring": r"ändring",
}
_MUCH = 0.6  # share of the words of a yrkande from which a text is about it
_SHORT = 4  # letters; shorter words say nothing


def yrkande_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield yrkanden that no proposition took up, and those of people who don't serve."""
    for paragraf in protokoll.paragrafer:
        live = [one for one in paragraf.yrkanden if not one.återtaget]
        if not live:
            continue
        yield from _not_put(protokoll, paragraf, live)
        yield from _of_others(protokoll, paragraf, live)


def _not_put(
    protokoll: Protokoll, paragraf: ParagrafRow, live: list[YrkandeRow]
) -> Iterator[Finding]:
    """Look for each yrkande in what is written about the propositions.

    One who only wants bifall to the förslag is taken up with it; what was never come to, since a
    beslut before left nothing to decide, is not missing.
    """
    written = _written(paragraf)
    due, names = _due(protokoll, paragraf)
    for one in live:
        if one.id not in due or set(one.slag) == {"bifall"}:
            continue
        told = [*names[one.id], *_movers(protokoll, one)]
        if not _mentions(written, one, told):
            yield about(paragraf, Rule.YRKANDE_NOT_PUT, Part.YRKANDE, key=one.id, persons=one.av,
                        words=(one.text, *one.av_partier))  # fmt: skip


def _written(paragraf: ParagrafRow) -> str:
    rounds = (text for v in paragraf.voteringar for text in (v.ja_betyder, v.nej_betyder))
    running = map(plain_text, (paragraf.propositionsordning, paragraf.beslutsgång))
    return "\n".join((*running, *rounds)).casefold()


def _due(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[set[str], dict[str, list[str]]]:
    """Return the yrkanden that had to be put, and what a beslutsgång would call each."""
    due: set[str] = set()
    names: dict[str, list[str]] = {one.id: [] for one in paragraf.yrkanden}
    for one in decided(protokoll, paragraf):
        for proposal in one.step.proposals:
            for key in proposal.yrkanden:
                names[key].append(proposal.name.casefold())
                if one.put:
                    due.add(key)
    return due, names


def _movers(protokoll: Protokoll, one: YrkandeRow) -> list[str]:
    known = [protokoll.deltagare[key].namn for key in one.av if key in protokoll.deltagare]
    surnames = [name.split()[-1].casefold() for name in known if name.split()]
    return [*surnames, *(f"({parti})".casefold() for parti in one.av_partier if parti)]


def _mentions(written: str, one: YrkandeRow, told: list[str]) -> bool:
    if any(re.search(rf"(?<!\w){re.escape(name)}s?(?!\w)", written) for name in told):
        return True
    stems = (_STEMS[slag] for slag in one.slag if slag in _STEMS)
    if any(re.search(stem, written) for stem in stems):
        return True
    words = {word for word in re.findall(r"\w+", one.text.casefold()) if len(word) >= _SHORT}
    there = words & set(re.findall(r"\w+", written))
    return bool(words) and len(there) >= _MUCH * len(words)


def _of_others(
    protokoll: Protokoll, paragraf: ParagrafRow, live: list[YrkandeRow]
) -> Iterator[Finding]:
    if not protokoll.närvaro:
        return
    for one in live:
        serve = {seat.person_id for seat in may_vote(protokoll, paragraf, one.punkt)}
        others = tuple(key for key in one.av if key not in serve)
        if others:
            yield about(paragraf, Rule.YRKANDE_BY_OTHER, Part.YRKANDE, key=one.id, persons=others)
