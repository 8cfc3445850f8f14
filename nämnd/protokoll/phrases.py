"""The phrase bank: how a protokoll says what happened. A nämnd can put its own words first.

A text holds fields («{personer}»); what stands in brackets is left out when a field in it has no
value («Ärendet bordläggs[ {till}].»).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from string import Formatter

from nämnd.protokoll.phrase_bank import BANK

_OPTIONAL = re.compile(r"\[([^\[\]]*\{[^\[\]]*)\]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: our words, what they are for, and the fields that the words may hold."""

    key: str
    text: str
    use: str
    fields: tuple[str, ...]


def phrase(frasbank: tuple[tuple[str, str], ...], key: str, **values: str) -> str:
    """Return a phrase with its values put in: the nämnd's own words, or else ours.

    Words of the nämnd with a field that the phrase doesn't have are passed over. A field without a
    value is empty.

    Raises:
        KeyError: there is no such phrase, or it has no such field.
    """
    known = PHRASES[key]
    for name in values:
        if name not in known.fields:
            raise KeyError(name)
    own = next((text for mine, text in frasbank if mine == key), "")
    text = own if own.strip() and not misfits(key, own) else known.text
    return _filled(text, dict.fromkeys(known.fields, "") | values)


def misfits(key: str, text: str) -> tuple[str, ...]:
    """Return the fields in `text` that the phrase doesn't have («{» for a brace without its pair).

    Raises:
        KeyError: there is no such phrase.
    """
    known = PHRASES[key].fields
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        return ("{",)
    return tuple(
        name
        for _, name, layout, conversion in parts
        if name is not None and (name not in known or layout or conversion)
    )


def _filled(text: str, values: Mapping[str, str]) -> str:
    def kept(part: re.Match[str]) -> str:
        inside = part[1]
        names = [name for _, name, _, _ in Formatter().parse(inside) if name]
        return inside if all(values[name] for name in names) else ""

    return _OPTIONAL.sub(kept, text).format(**values)


def _read(bank: str) -> dict[str, Phrase]:
    found: dict[str, Phrase] = {}
    for block in bank.strip().split("\n\n"):
        key, use, *lines = (line.strip() for line in block.splitlines())
        text = " ".join(lines)
        found[key] = Phrase(key, text, use, _fields(text))
    return found


def _fields(text: str) -> tuple[str, ...]:
    names: Iterable[str | None] = (name for _, name, _, _ in Formatter().parse(text))
    return tuple(dict.fromkeys(name for name in names if name))


PHRASES: dict[str, Phrase] = _read(BANK)
"""Every phrase by key, in the order in which a protokoll comes to them."""
