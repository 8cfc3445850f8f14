"""A proposition in the forms that sentences need: «bifall till X», «bifalla X», «bifaller X».

What Ja and Nej mean is text that anyone may write; forms that are not known stand as they are.
"""

import re

_VERBS = (
    (r"bifall till (.+)", "bifalla", "bifaller"),
    (r"avslag på (.+)", "avslå", "avslår"),
    (r"återremiss av (.+)", "återremittera", "återremitterar"),
    (r"bordläggning av (.+)", "bordlägga", "bordlägger"),
    (r"val av (.+)", "utse", "utser"),
)
_ALONE = {
    "bifall": ("bifalla förslaget", "bifaller förslaget"),
    "avslag": ("avslå förslaget", "avslår förslaget"),
    "återremiss": ("återremittera ärendet", "återremitterar ärendet"),
    "bordläggning": ("bordlägga ärendet", "bordlägger ärendet"),
}
_PRESENT = {
    "bifalla": "bifaller", "avslå": "avslår", "återremittera": "återremitterar",
    "bordlägga": "bordlägger", "utse": "utser", "välja": "väljer", "godkänna": "godkänner",
}  # fmt: skip
_VOTER = re.compile(r"^(den|de) som vill\s+", re.IGNORECASE)


def decision(meaning: str) -> str:
    """Return what «nämnden beslutar»: «att bifalla X», «att ärendet avgörs i dag», «enligt Y»."""
    plain = _plain(meaning)
    infinitive, _ = _forms(plain)
    if infinitive:
        return f"att {infinitive}"
    return plain if plain.startswith("att ") else f"enligt {plain}"


def finding(meaning: str) -> str:
    """Return what «nämnden» does: «bifaller X», «beslutar att ärendet avgörs i dag»."""
    _, present = _forms(_plain(meaning))
    return present or f"beslutar {decision(meaning)}"


def outcome(meaning: str) -> str:
    """Return a whole sentence: «Ärendet avgörs i dag.», «Nämnden har beslutat enligt X.»."""
    plain = _plain(meaning)
    if plain.startswith("att ") and not _forms(plain)[0]:
        clause = plain.removeprefix("att ")
        return f"{clause[:1].upper()}{clause[1:]}."
    assented = re.fullmatch(r"bifall till (.+)", plain)
    return f"Nämnden har beslutat {f'enligt {assented[1]}' if assented else decision(meaning)}."


def _plain(meaning: str) -> str:
    text = _VOTER.sub("", " ".join(meaning.split()).rstrip("."))
    first = text.split(" ", 1)[0]
    known = first.casefold()
    return known + text[len(first) :] if _is_known(known) else text


def _is_known(word: str) -> bool:
    return word in _ALONE or word in _PRESENT or word in ("att", "val")


def _forms(plain: str) -> tuple[str, str]:
    """Return the infinitive and the present, «» for what is no verb of ours."""
    if plain in _ALONE:
        return _ALONE[plain]
    for pattern, infinitive, present in _VERBS:
        if found := re.fullmatch(pattern, plain):
            return f"{infinitive} {found[1]}", f"{present} {found[1]}"
    verb, _, rest = plain.removeprefix("att ").partition(" ")
    if verb in _PRESENT and rest:
        return f"{verb} {rest}", f"{_PRESENT[verb]} {rest}"
    return "", ""
