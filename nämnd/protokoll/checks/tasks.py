"""Who presides over and who checks which §§.

Source: KL 5:65 and 6:22 (ordföranden), 5:69 through 6:35 (justering), 6:28–30 (jäv); RULES.md 6.
"""

from collections.abc import Iterator, Sequence

from nämnd.närvaro.meeting import At
from nämnd.närvaro.tasks import Amiss, TaskFault, justerare_faults, presiding_faults
from nämnd.närvaro.values import ForParagrafer
from nämnd.protokoll.findings import Finding, Part, Rule, about
from nämnd.protokoll.values import ParagrafRow, Protokoll

_ORDFÖRANDE = {
    Amiss.NOBODY: Rule.NO_ORDFÖRANDE,
    Amiss.SEVERAL: Rule.TWO_ORDFÖRANDE,
    Amiss.NOT_SERVING: Rule.ORDFÖRANDE_NOT_SERVING,
}
_JUSTERARE = {
    Amiss.NOBODY: Rule.NO_JUSTERARE,
    Amiss.NOT_SERVING: Rule.JUSTERARE_NOT_SERVING,
    Amiss.PRESIDES: Rule.JUSTERARE_PRESIDES,
}
_SERVING = (Rule.ORDFÖRANDE_NOT_SERVING, Rule.JUSTERARE_NOT_SERVING)


def task_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield §§ over which nobody, or the wrong one, presides, or that such a one is to check."""
    places = [At(one.nummer, one.jäv) for one in protokoll.paragrafer]
    presiding, justerare = protokoll.ordförande, protokoll.justerare
    for fault in presiding_faults(protokoll, presiding, places):
        yield from _of(protokoll, _ORDFÖRANDE.get(fault.kind), fault, Part.ORDFÖRANDE)
    for fault in justerare_faults(protokoll, justerare, places):
        yield from _of(protokoll, _JUSTERARE.get(fault.kind), fault, Part.JUSTERARE)
    yield from _with_jäv(protokoll, presiding, Rule.ORDFÖRANDE_JÄV, Part.ORDFÖRANDE)
    yield from _with_jäv(protokoll, justerare, Rule.JUSTERARE_JÄV, Part.JUSTERARE)


def _of(protokoll: Protokoll, rule: Rule | None, fault: TaskFault, part: Part) -> Iterator[Finding]:
    """Yield one finding with all the §§ of a fault. Not serving for jäv is told by itself."""
    if rule is None or (rule in _SERVING and not protokoll.närvaro):
        return
    found = [
        one
        for one in protokoll.paragrafer
        if fault.paragrafer.touches(one.nummer)
        and not (rule in _SERVING and _jäv(one, fault.person_id))
    ]
    if found:
        persons = (fault.person_id,) if fault.person_id else ()
        numbers = tuple(dict.fromkeys(one.nummer for one in found))
        yield about(found[0], rule, part, persons=persons, numbers=numbers)


def _with_jäv(
    protokoll: Protokoll, rows: Sequence[ForParagrafer], rule: Rule, part: Part
) -> Iterator[Finding]:
    for paragraf in protokoll.paragrafer:
        found = dict.fromkeys(
            jäv.person_id
            for jäv in paragraf.jäv
            for row in rows
            if row.person_id == jäv.person_id and _holds(row, paragraf, jäv.punkt)
        )
        for key in found:
            yield about(paragraf, rule, part, persons=(key,))


def _holds(row: ForParagrafer, paragraf: ParagrafRow, punkt: str | None) -> bool:
    """Say whether the task holds for the § or the punkt that a jäv is about."""
    if punkt is None:
        return row.paragrafer.touches(paragraf.nummer)
    return row.paragrafer.covers(paragraf.nummer, punkt)


def _jäv(paragraf: ParagrafRow, person_id: str | None) -> bool:
    return any(one.person_id == person_id for one in paragraf.jäv)
