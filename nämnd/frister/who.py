"""Who must do something, and for whom, as the sentence and what is round it say."""

import re
from collections.abc import Iterable, Sequence

from nämnd.frister.actors import Actor, in_words, read_groups

_PREPOSITION = re.compile(
    r"\b(?P<word>till|tillhanda|hos|för|från|av|mot|mellan|med|i|inom|åt|på|enligt|ur|via|om|vid)\s+"
    r"(?:(?:den|det|samtliga|alla|respektive|vår|berörda|en|ett|länets|länens|nämndens|övriga)\s+)*"
    r"(?:\w+(?:a|s)\s+){0,1}$",
    re.IGNORECASE,
)
_MODAL_AFTER = re.compile(
    r"\s*(?:\([^)]{0,80}\)\s*)?(?:\w+\s+){0,2}?(?:ska(?:ll)?|måste|bör|behöver|skulle|har\s+att|åtar\s+sig"
    r"|åligger|lämnar|redovisar|rapporterar|rekvirerar|inkommer|svarar|återkommer|ansöker|kan|får|vill"
    r"|förbinder|förväntas|ansvarar|är\s+skyldig|kommer\s+att|önskar|sänder|skickar)\b",
    re.IGNORECASE,
)
_HAS_TASK = re.compile(r"\s*(?:\w+\s+){0,9}?har\s+(?:fått\s+)?i\s+uppdrag\b", re.IGNORECASE)
_MODAL_BEFORE = re.compile(
    r"\b(?:ska(?:ll)?|måste|bör|behöver|skulle|uppmanas|ombeds|att|åligger|uppdras"
    r"|uppdrar\s+(?:åt|till))\s+"
    r"(?:(?:samtliga|alla|respektive|berörda|även|därför|också|sedan|den|det|varje)\s+)*$",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"\b(?:medel(?:n|s)?|medlens?|bidrag\w*|stöd\w*|utbetal\w*|betala\w*\s+ut)\s+"
    r"(?:(?!ställ|rekvi|redovis|återbetal|tillbaka)\S+\s+){0,6}$",
    re.IGNORECASE,
)
_LEFT_TO = re.compile(
    r"(?:lämna|inlämna|redovis|rapport|inkom|kom|skick|sänd|insänd|ställ|återbetal|betal|återrapport|anmäl"
    r"|ansök|inge|överlämn|återför|yttr|redogör|svar|mejl|återkoppl|rekvi|presenter|underlag|tillhanda"
    r"|avrapport|upp)\w*",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"\s*(?:har\s+)?(?:beslut\w*|fastställ\w*|bemyndig\w*)", re.IGNORECASE)
_DONE_BY = re.compile(r"\b\w+as\s+(?:gemensamt\s+)?av\s+(?:\w+\s+)?$", re.IGNORECASE)
_OWN_DUTY = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:redovisning|redogörelse|rapport|svar|yttrande|återrapport|delrapport"
    r"|slutrapport|handlingsplan|underlag|ansökan|rekvisition|betänkande|slutbetänkande)",
    re.IGNORECASE,
)
_AT_HAND = re.compile(r"\s+till\s?handa\b", re.IGNORECASE)
_NOT_ACTING = frozenset(
    {"till", "tillhanda", "hos", "för", "mot", "från", "enligt", "med", "mellan"}
    | {"i", "på", "ur", "om", "inom", "vid"}
)
_TO = frozenset({"till", "tillhanda", "hos", "för"})
_CLOSE = 45  # characters between who does it and the day
_BY, _MODAL, _OWNS, _NAMED, _FAR_BY, _NO = 8, 6, 4, 3, 2, 0  # how much a mention says
_MAIL = re.compile(r"\b(?:till|via)\s+(?P<mail>[\w.+-]{1,64}@[\w.-]{1,80}\w)")


def who(text: str, start: int, around: Sequence[str], floor: int = 0) -> str | None:
    """Return who must act by the day that begins at `start`, in plain words; None: nobody is named.

    Args:
        text: the sentence.
        start: where the day begins.
        around: the sentences before it, nearest first.
        floor: where another day ended: what stands before that is of less weight.
    """
    ranked = sorted(_acting(text, start, floor), key=lambda one: (-one[0], -one[1]))
    if ranked:
        return ranked[0][2]
    return next((found for other in around if (found := _in_context(other))), None)


def _acting(text: str, start: int, floor: int) -> Iterable[tuple[int, int, str]]:
    for group in read_groups(text):
        first, last = group[0], group[-1]
        word = _preposition(text, first.start)
        weight = _weight(text, first, last, word, start)
        if not weight:
            continue
        near = first.start if first.start < start else -first.start
        beyond = 1 if first.start < floor else 0
        yield weight - beyond, near, in_words(group)


def _weight(text: str, first: Actor, last: Actor, word: str, start: int) -> int:
    """Return how much it says that they act, after the word before them."""
    if word in _NOT_ACTING or _AT_HAND.match(text, last.end) or _DECIDES.match(text, last.end):
        return _NO
    if word == "av" and 0 <= start - last.end < _CLOSE and not first.genitive:
        return _BY
    modal = _MODAL_BEFORE.search(text[max(first.start - 60, 0) : first.start])
    if modal or _acts_after(text, last.end):
        return _MODAL
    if last.genitive:
        return _OWNS if _OWN_DUTY.match(text, last.end) else _NO
    return _FAR_BY if word == "av" else _NAMED


def _acts_after(text: str, end: int) -> bool:
    """Say whether whoever is named up to `end` is said to do something: «ska», «har i uppdrag»."""
    return bool(_MODAL_AFTER.match(text, end) or _HAS_TASK.match(text, end))


def _in_context(text: str) -> str | None:
    """Return who a sentence before is about: who acts there, else who receives the money."""
    groups = read_groups(text)
    for says in (_acts_there, _is_paid_there, _owns_there):
        for group in groups:
            if says(text, group):
                return in_words(group)
    return None


def _acts_there(text: str, group: Sequence[Actor]) -> bool:
    start = group[0].start
    word = _preposition(text, start)
    if word == "av":
        return _DONE_BY.search(text[max(start - 60, 0) : start]) is not None
    return not word and _acts_after(text, group[-1].end)


def _is_paid_there(text: str, group: Sequence[Actor]) -> bool:
    start = group[0].start
    before = re.sub(r"\btill\s+(?:\w+\s+)?$", "", text[max(start - 60, 0) : start])
    return _preposition(text, start) == "till" and _GIVEN_TO.search(before) is not None


def _owns_there(text: str, group: Sequence[Actor]) -> bool:
    last = group[-1]
    return (
        last.genitive
        and not _preposition(text, group[0].start)
        and _OWN_DUTY.match(text, last.end) is not None
    )


def heading_actor(heading: str) -> str | None:
    """Return whom what stands under a heading is about: «Medel till SKL», «Delprojekt 8 …»."""
    for group in read_groups(heading):
        if (
            not _DECIDES.match(heading, group[-1].end)
            and heading[: group[0].start].strip() != "Till"
        ):
            return in_words(group)
    return None


def is_delprojekt(name: str) -> bool:
    """Say whether it is a numbered delprojekt: «Delprojekt 8»."""
    return name.lower().startswith("delprojekt ")


def _preposition(text: str, at: int) -> str:
    found = _PREPOSITION.search(text[max(at - 50, 0) : at])
    return found["word"].lower() if found else ""


def whom(
    text: str, start: int, before: Sequence[str], after: Sequence[str], me: str | None
) -> str | None:
    """Return to or for whom it is done; None: nobody is named.

    `before`, `after`: the sentences round it, nearest first. `me`: who acts, and so does not
    receive.
    """
    found = _receiver(text, start, me)
    if found:
        return found
    places = [(one, 0) for one in after] + [(one, len(one)) for one in before]
    return next((told for one, at in places if (told := _receiver(one, at, me))), None)


def _receiver(text: str, start: int, me: str | None) -> str | None:
    """Return the receiver named nearest to a place; an address of mail is one too."""
    found = [(abs(start - one.start()), one["mail"]) for one in _MAIL.finditer(text)]
    for group in read_groups(text):
        first = group[0].start
        name, before = in_words(group), text[max(first - 80, 0) : first]
        at_hand = _AT_HAND.match(text, group[-1].end)
        asked = at_hand or (_preposition(text, first) in _TO and _LEFT_TO.search(before))
        if asked and name != me and not _is_given(before):
            found.append((abs(start - first), name))
    return min(found)[1] if found else None


def _is_given(before: str) -> bool:
    """Say whether money goes to them, so that they are no receiver of what is demanded."""
    stripped = re.sub(r"\b(?:till|för|hos)\s+(?:\w+\s+)?$", "", before)
    return _GIVEN_TO.search(stripped) is not None and not re.search(
        r"(?:återbetal|betala\w*\s+(?:\w+\s+){0,2}tillbaka|ställ|inkom|lämna|rekvirera)\w*\W+(?:\w+\W+){0,2}$",
        stripped,
        re.IGNORECASE,
    )
