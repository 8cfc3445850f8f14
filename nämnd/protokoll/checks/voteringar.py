"""Voteringar: what `nämnd.protokoll.votering` finds, and whether the beslut follows from them.

Source: KL 5:53–56, 5:67 p 3–5.
"""

import re
from collections.abc import Iterator

from nämnd.protokoll.findings import Finding, Part, Rule, about
from nämnd.protokoll.propositions import I_DAG, Step, numbers, steps
from nämnd.protokoll.values import ParagrafRow, Protokoll, VoteringRow
from nämnd.protokoll.votering import lost, meaning, same, votering_findings

_LATER = ("återremiss", "bordläggning")
_ADDS = re.compile(r"tillägg|ändring|yrkande", re.IGNORECASE)


def votering_rule_findings(protokoll: Protokoll) -> Iterator[Finding]:
    """Yield what is unusual about the voteringar, and where the beslut says otherwise."""
    for paragraf in protokoll.paragrafer:
        if not paragraf.voteringar:
            continue
        for one in votering_findings(protokoll, paragraf):
            rule = Rule(one.rule)
            yield about(paragraf, rule, Part.VOTERING, key=one.votering_id, persons=one.persons)
        plan = steps(protokoll, paragraf)
        for votering in paragraf.voteringar:
            if votering.slag != "kontraproposition" and _contradicted(paragraf, plan, votering):
                yield about(
                    paragraf,
                    Rule.VOTERING_AGAINST_BESLUT,
                    Part.VOTERING,
                    key=votering.id,
                    words=(meaning(votering) or "", *sorted(_utfall(paragraf, votering))),
                )


def _contradicted(paragraf: ParagrafRow, plan: tuple[Step, ...], votering: VoteringRow) -> bool:
    """Say whether the beslut is surely not what the round came to; in doubt it is."""
    won, utfall = meaning(votering), _utfall(paragraf, votering)
    if won is None or not utfall or "annat" in utfall:
        return False
    named = _named(plan, votering, won)
    if named == I_DAG:
        return len(utfall) == 1 and utfall <= set(_LATER) and _is_later(votering, min(utfall))
    if named == "avslag":
        return not utfall & {"avslag", "enligt yrkande"}
    return named is not None and named not in utfall


def _utfall(paragraf: ParagrafRow, votering: VoteringRow) -> set[str]:
    about_punkt = set(numbers(votering.punkt))
    rows = [
        one
        for one in paragraf.beslutspunkter
        if not about_punkt or about_punkt & set(numbers(one.nummer))
    ]
    found = {one.utfall for one in rows}
    return set() if None in found else {one for one in found if one is not None}


def _is_later(votering: VoteringRow, utfall: str) -> bool:
    """Say whether it is that utfall that lost."""
    return utfall[:7].casefold() in (lost(votering) or "").casefold()


def _named(plan: tuple[Step, ...], votering: VoteringRow, won: str) -> str | None:
    """Return the utfall that follows from what won; I_DAG: that it is decided today."""
    for step in plan:
        for proposal in step.proposals:
            if step.punkt == votering.punkt and same(proposal.meaning, won):
                return I_DAG if proposal.key == I_DAG else proposal.utfall
    return _read(won)


def _read(won: str) -> str | None:
    """Return the same of a proposition in somebody's own words; None when they don't tell."""
    text = won.casefold()
    if re.search(r"avgör\w* (?:i ?dag|nu)", text):
        return I_DAG
    if "avslag" not in text and "avsl" not in text:
        if "återremi" in text:
            return "återremiss"
        if "bordlägg" in text:
            return "bordläggning"
    if _ADDS.search(text) or "återremi" in text or "bordlägg" in text:
        return None
    if re.search(r"\bavsl(?:ag|å)", text):
        return "avslag"
    return "enligt förslag" if re.search(r"\bbifall?\w* .*förslag", text) else None
