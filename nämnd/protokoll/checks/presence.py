"""Who served where: beslutsförhet, and presence that contradicts itself.

Source: KL 6:27 (more than half of the seats, per ärende), 6:30 (jäv), 4:22 and 4:24 (one vote
each), 5:66 and 5:67 p 5 (the protokoll tells who served), 6:16–17 (ersättarordning is the nämnd's).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from nämnd.närvaro.ersättare import Unusual, notes_on
from nämnd.närvaro.gaps import Gap, Why
from nämnd.närvaro.meeting import At, parts
from nämnd.närvaro.rules import beslutsför, platser
from nämnd.närvaro.values import TJÄNSTGÖR
from nämnd.protokoll.findings import Finding, Part, Place, Rule, about
from nämnd.protokoll.values import ParagrafRow, Protokoll

_NOTES = {
    Unusual.OTHER_HUVUDMAN: Rule.OTHER_HUVUDMAN,
    Unusual.OTHER_PARTI: Rule.OTHER_PARTY,
}


@dataclass(frozen=True, slots=True)
class _Sits:
    """Somebody on a seat, and whose it is when it is not their own."""

    person_id: str
    för: str | None


def presence_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield §§ without beslutsförhet, contradictions, and unusual ersättare."""
    if not protokoll.paragrafer:
        return
    if not any(row.roll in TJÄNSTGÖR for row in protokoll.närvaro):
        yield Finding(Rule.NOBODY_THERE, Place(Part.NÄRVARO))
        return
    for paragraf in protokoll.paragrafer:
        yield from _quorum(protokoll, paragraf)
    yield from _contradictions(protokoll)
    yield from _unusual(protokoll)
    yield from _absent(protokoll)


def _at(paragraf: ParagrafRow) -> At:
    return At(paragraf.nummer, paragraf.jäv)


def _quorum(protokoll: Protokoll, paragraf: ParagrafRow) -> Iterator[Finding]:
    found = beslutsför(protokoll, _at(paragraf))
    if found.seats and not found.ok:
        numbers = (found.serving, found.seats, found.needed)
        words = (found.punkt,) if found.punkt else ()
        yield about(paragraf, Rule.QUORUM, Part.NÄRVARO, numbers=numbers, words=words)


def _contradictions(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield one finding for each rule and the same people, with all the §§ that it holds for."""
    found: defaultdict[tuple[Rule, tuple[str, ...]], dict[int, ParagrafRow]] = defaultdict(dict)
    for paragraf in protokoll.paragrafer:
        for at in parts(protokoll, _at(paragraf)):
            for rule, persons in _clashes(protokoll, _sitting(protokoll, at)):
                found[rule, persons][paragraf.nummer] = paragraf
    for (rule, persons), places in found.items():
        first = next(iter(places.values()))
        yield about(first, rule, Part.NÄRVARO, persons=persons, numbers=tuple(places))


def _sitting(protokoll: Protokoll, at: At) -> list[_Sits]:
    """Return who sits where at a § or a punkt; at a whole § those who are there for all of it."""
    out = {one.person_id for one in at.out}
    rows = [
        _Sits(row.person_id, row.för)
        for row in protokoll.närvaro
        if row.roll in TJÄNSTGÖR
        and row.deltar_i != "beredning"
        and row.person_id not in out
        and row.paragrafer.covers(at.nummer, at.punkt)
    ]
    return [*rows, *(_Sits(one.ersätts_av, one.person_id) for one in at.out if one.ersätts_av)]


def _clashes(protokoll: Protokoll, sitting: list[_Sits]) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    there = {one.person_id for one in sitting}
    for one in sitting:
        if one.för is not None and one.för in there and one.för != one.person_id:
            yield Rule.REPLACED, (one.för, one.person_id)
    for one, other in combinations(sitting, 2):
        if one.person_id == other.person_id:
            yield Rule.SERVES_TWICE, (one.person_id,)
        elif one.för is not None and one.för == other.för:
            yield Rule.TWO_ERSÄTTARE, (one.för, one.person_id, other.person_id)
    if 0 < platser(protokoll) < len(there):
        yield Rule.TOO_MANY, ()


def _unusual(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield ersättare from elsewhere; one whose row says why is left alone."""
    for row in protokoll.närvaro:
        first = next((p for p in protokoll.paragrafer if row.paragrafer.touches(p.nummer)), None)
        if row.roll == TJÄNSTGÖR[1] and row.för and first and not (row.anmärkning or "").strip():
            yield from _notes(protokoll, first, Part.NÄRVARO, row.person_id, row.för)
    for paragraf in protokoll.paragrafer:
        for jäv in paragraf.jäv:
            if jäv.ersätts_av:
                yield from _notes(protokoll, paragraf, Part.JÄV, jäv.ersätts_av, jäv.person_id)


def _notes(
    protokoll: Protokoll, paragraf: ParagrafRow, part: Part, person_id: str, för: str
) -> Iterator[Finding]:
    ledamot = protokoll.deltagare.get(för)
    if ledamot is None or person_id not in protokoll.deltagare:
        return
    gap = Gap(för, ledamot.huvudman_id, ledamot.parti, Why.ABSENT)
    for note in notes_on(protokoll, gap, person_id, _at(paragraf)):
        rule = _NOTES.get(note.kind)
        if rule is not None:
            yield about(paragraf, rule, part, persons=(person_id, för))


def _absent(protokoll: Protokoll) -> Iterator[Finding]:
    for one in protokoll.frånvaro:
        mine = [
            row.paragrafer
            for row in protokoll.närvaro
            if row.person_id == one.person_id and row.roll in TJÄNSTGÖR
        ]
        if all(any(s.touches(p.nummer) for s in mine) for p in protokoll.paragrafer):
            yield Finding(
                Rule.ABSENT_AND_THERE, Place(Part.NÄRVARO, one.id), persons=(one.person_id,)
            )
