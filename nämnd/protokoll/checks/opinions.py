"""Reservationer, anteckningar, deltar inte and jäv: by those who may.

Source: KL 4:25 (avstå), 4:27 (reservation), 6:17 st 3 (an ersättare's opinion), 6:30 (jäv);
RULES.md 4: avstår, deltar inte, jäv and frånvarande are four different things.
"""

from collections.abc import Iterator

from nämnd.protokoll.ballot import may_vote
from nämnd.protokoll.findings import Finding, Part, Rule, about
from nämnd.protokoll.values import ParagrafRow, Protokoll


def opinion_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield opinions by people who may not have them there, and states that exclude each other."""
    if not protokoll.närvaro:
        return
    there = {row.person_id for row in protokoll.närvaro}
    for paragraf in protokoll.paragrafer:
        serve = {seat.person_id for seat in may_vote(protokoll, paragraf, None)}
        yield from _reservationer(paragraf, serve)
        yield from _meningar(paragraf, serve)
        yield from _deltar_inte(paragraf, serve)
        for one in paragraf.jäv:
            if one.person_id not in there:
                yield about(
                    paragraf, Rule.JÄV_NOT_THERE, Part.JÄV, key=one.id, persons=(one.person_id,)
                )


def _reservationer(paragraf: ParagrafRow, serve: set[str]) -> Iterator[Finding]:
    for one in paragraf.reservationer:
        others = tuple(key for key in one.av if key not in serve)
        both = tuple(key for key in one.av if key in serve and key in paragraf.deltar_inte)
        for rule, persons in (
            (Rule.RESERVATION_BY_OTHER, others),
            (Rule.RESERVATION_AND_DELTAR_INTE, both),
        ):
            if persons:
                yield about(paragraf, rule, Part.RESERVATION, key=one.id, persons=persons)


def _meningar(paragraf: ParagrafRow, serve: set[str]) -> Iterator[Finding]:
    for one in paragraf.anteckningar:
        serving = tuple(key for key in one.av if key in serve)
        if one.slag == "ersättares mening" and serving:
            yield about(
                paragraf, Rule.MENING_BY_SERVING, Part.ANTECKNING, key=one.id, persons=serving
            )


def _deltar_inte(paragraf: ParagrafRow, serve: set[str]) -> Iterator[Finding]:
    jäv = {one.person_id for one in paragraf.jäv if one.punkt is None}
    both = tuple(key for key in paragraf.deltar_inte if key in jäv)
    others = tuple(key for key in paragraf.deltar_inte if key not in serve | jäv)
    if both:
        yield about(paragraf, Rule.JÄV_AND_DELTAR_INTE, Part.DELTAR_INTE, persons=both)
    if others:
        yield about(paragraf, Rule.DELTAR_INTE_BY_OTHER, Part.DELTAR_INTE, persons=others)
