"""Beteckningar that look like a slip of another: «1239/2018-20» beside «12391/2018-20».

Pure functions. Numbers of a series differ by one figure all the time («1900521», «1900522»;
«12391/2018-19» and «-20»), so a changed figure alone is no slip: something else must speak for it
being the same number.

Source: RULES.md 11; seeds 002 (Kronoberg wrote 1239/2018-20, the others 12391/2018-20).
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))  # noqa: RUF001 - those that people write
_LOOKALIKE = str.maketrans("oil", "011")  # typed for a nought or a one
_LONG = 5  # figures from which a number that is nearly another hardly is one of its own
_WORD = 4  # letters from which one more or less hardly is another body
_GAP = re.compile(r"(?P<between>(?<=[0-9])[\s-]+(?=[0-9]))|[\s-]+")
_YEAR = re.compile(r"(19|20)[0-9]{2}")
_LABEL = re.compile(r"\b(dnr|diarienr|diarienummer)\b[.:]?")  # «Dnr 12391/2018-20»


def key_of(written: str) -> str:
    """Return a beteckning as it is compared: case, spaces, hyphens and the word «dnr» aside.

    Between two figures a space or a hyphen stays, as a hyphen: «1-12» is not «11-2».
    """
    text = unicodedata.normalize("NFC", written).casefold().translate(_DASHES)
    text = _LABEL.sub("", text).strip()
    return _GAP.sub(lambda gap: "-" if gap["between"] else "", text)


def same(a: str, b: str) -> bool:
    """Say whether two beteckningar are the same one, written alike."""
    return key_of(a) == key_of(b)


def slips(written: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return those of `known` that `written` looks like a slip of; itself is none."""
    return tuple(one for one in known if is_slip(written, one))


def is_slip(a: str, b: str) -> bool:
    """Say whether one of two beteckningar looks like a slip of the other."""
    one, other = key_of(a), key_of(b)
    if one == other or abs(len(one) - len(other)) > _LONG:
        return False
    words, others = _parts(one), _parts(other)
    if words == others:
        return True  # other separators
    if len(words) == len(others):
        return _one_part_slips(words, others)
    return one.translate(_LOOKALIKE) == other.translate(_LOOKALIKE)


def likely(written: Iterable[str], right: Collection[str] | None = None) -> dict[str, str]:
    """Return for each beteckning that looks like a slip the one that was likely meant.

    Of two that look alike the one that is used less is the slip; as often, the shorter. With
    `right`, which are known to be right, only those are compared with.

    Only beteckningar with a piece in common are compared, so thousands are no matter.
    """
    counts = Counter(written)
    pieces = {one: _pieces(one) for one in {*counts, *(right or ())}}
    near: dict[str, list[str]] = defaultdict(list)
    for one in counts if right is None else set(right):
        for piece in pieces[one]:
            near[piece].append(one)
    found: dict[str, str] = {}
    for one in counts:
        alike = {other for piece in pieces[one] for other in near.get(piece, ())} - {one}
        better = [
            other
            for other in alike
            if (right is not None or _weight(other, counts) > _weight(one, counts))
            and is_slip(one, other)
        ]
        if better:
            found[one] = max(better, key=lambda other: _weight(other, counts))
    return found


def letters_alike(a: str, b: str) -> bool:
    """Say quickly whether one may be a slip of the other, by their letters alone."""
    one, other = sorted((_letters(a), _letters(b)), key=len)
    return one == other or _one_edit(one, other)


def _letters(one: str) -> str:
    return "".join(char for char in key_of(one).translate(_LOOKALIKE) if char.isalpha())


def _weight(one: str, counts: Counter[str]) -> tuple[int, int, str]:
    return counts[one], len(key_of(one)), one


def _pieces(one: str) -> set[str]:
    """Return what two beteckningar that look alike have at least one of in common.

    That is all of it without one character: one edit apart, taking it away makes them the same.
    """
    joined = "".join(_parts(key_of(one))).translate(_LOOKALIKE)
    cuts = (joined[:place] + joined[place + 1 :] for place in range(len(joined)))
    return {joined, *cuts}


def _parts(key: str) -> tuple[str, ...]:
    """Return the words and the numbers, without noughts in front and without separators."""
    return tuple(
        part.lstrip("0") or "0" if part.isdecimal() else part
        for part in re.findall(r"[0-9]+|[^\W\d_]+", key)
    )


def _one_part_slips(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Say whether just one part differs, and in a way that speaks for a slip."""
    differing = [place for place, pair in enumerate(zip(words, others)) if pair[0] != pair[1]]  # noqa: B905 - as many
    if len(differing) != 1:
        return False
    place = differing[0]
    one, other = sorted((words[place], others[place]), key=len)
    if not _one_edit(one, other):
        return False
    if not (one.isdecimal() and other.isdecimal()):
        return len(other) >= _WORD
    return _number_slips(one, other, words, place)


def _number_slips(one: str, other: str, words: tuple[str, ...], place: int) -> bool:
    """Say whether two numbers that are one edit apart are likely to be the same."""
    rest = [part for at, part in enumerate(words) if at != place and part.isdecimal()]
    number = max((part for part in rest if not _YEAR.fullmatch(part)), key=len, default="")
    if _YEAR.fullmatch(one) or _YEAR.fullmatch(other):
        return len(number) >= _LONG  # the same long number in two years
    if place > 0 and len(number) >= len(other) and number:
        return False  # one of many in the same ärende: «…-20» and «…-21»
    if number:
        return True  # «1239/2018-20»: the last part speaks for it
    changed = len(one) == len(other) and sorted(one) != sorted(other)
    return len(other) >= _LONG and not changed


def _one_edit(one: str, other: str) -> bool:
    """Say whether one character added, changed or swapped with its neighbour makes the other.

    `one` is not the longer.
    """
    start = 0
    while start < len(one) and one[start] == other[start]:
        start += 1
    if len(one) < len(other):
        return len(one) + 1 == len(other) and one[start:] == other[start + 1 :]
    swapped = one[start : start + 2] == other[start : start + 2][::-1]
    return one[start + 1 :] == other[start + 1 :] or (
        swapped and one[start + 2 :] == other[start + 2 :]
    )
