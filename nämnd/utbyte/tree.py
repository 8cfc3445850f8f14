"""JSON from elsewhere as plain values, with every oddity found and named by its path.

Python's own reader takes what JSON forbids (NaN, the same key twice, half a character) and what a
database can't hold. Those are found here, so that the objects meet clean values only.
"""

import json
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias, cast

from nämnd.core.swedish import counted
from nämnd.utbyte.errors import Finding, UtbyteError, refuse, utbyte_error

MOST_BYTES = 150_000_000
MOST_VALUES = 4_000_000  # a hundred years of a busy nämnd, with its diarium, are fewer
DEEPEST = 64
_LINE = 60  # characters of a value that are shown
_DIGITS = 18  # more don't fit in a database's integer

JsonValue: TypeAlias = Any  # what json.loads returns

_NOT_UTF8 = "text i UTF-8. Spara om filen med teckenkodningen UTF-8"
_TOO_DEEP = ("värden i värden i alltför många led", f"högst {DEEPEST} led")
_SAID = {
    "Expecting value": "ett värde",
    "Expecting ',' delimiter": "ett komma",
    "Expecting ':' delimiter": "ett kolon efter nyckeln",
    "Expecting property name enclosed in double quotes": "en nyckel inom citattecken",
    "Unterminated string starting at": "ett avslutande citattecken",
    "Invalid control character at": "text utan radbrytning inom citattecknen (skriv \\n)",
    "Invalid \\escape": "ett giltigt tecken efter \\",
    "Invalid \\uXXXX escape": "fyra hexadecimala siffror efter \\u",
    "Extra data": "filens slut",
    "Illegal trailing comma before end of object": "inget komma före }",
    "Illegal trailing comma before end of array": "inget komma före ]",
}


@dataclass(frozen=True, slots=True)
class _Odd:
    """Stands for a number that JSON or the database does not have."""

    text: str


class _Repeating(dict[str, JsonValue]):
    """An object in which keys came more than once."""

    repeated: tuple[str, ...] = ()


def tree_of(data: bytes, name: str) -> JsonValue:
    """Return the JSON value in `data`.

    Raises:
        UtbyteError: it is no JSON in UTF-8, or holds what JSON forbids.
    """
    if len(data) > MOST_BYTES:
        raise _whole(name, "en mycket stor fil", f"högst {MOST_BYTES // 1_000_000} MB")
    text = _decoded(data, name)
    if not text.strip():
        raise _whole(name, "en tom fil", "JSON")
    try:
        tree = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_Odd,
            parse_int=_integer,
            parse_float=_broken,
        )
    except json.JSONDecodeError as error:
        where = f"rad {error.lineno}, kolumn {error.colno}"
        expected = _SAID.get(error.msg.removesuffix(":"), "JSON")
        finding = Finding(where, _near(text, error.pos), expected)
        raise utbyte_error(name, [finding]) from error
    except RecursionError as error:
        raise _whole(name, *_TOO_DEEP) from error
    refuse(name, _oddities(tree))
    return tree


def step_into(path: str, step: str | int) -> str:
    """Return the path of what lies at `step` in what has `path`."""
    if isinstance(step, int):
        return f"{path}[{step}]"
    return f"{path}.{step}" if path else step


def brief(value: object) -> str:
    """Return `value` as the file has it, cut short, on one line."""
    match value:
        case dict():
            return "ett objekt" if value else "{}"
        case list() | tuple():
            many = len(cast("list[object]", value))
            return f"en lista med {counted(many, 'värde', 'värden')}" if many else "[]"
        case float() if not math.isfinite(value):
            return "ett tal som är för stort"
        case str():
            return f"«{printable(value)}»"
        case _:
            return json.dumps(value)


def printable(text: str) -> str:
    """Return the beginning of `text` without what the screen can't show."""
    shown = "".join(char if char.isprintable() else "�" for char in text[: _LINE + 1])
    return f"{shown[:_LINE]}…" if len(shown) > _LINE else shown


def _decoded(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in data[:4]:
        raise _whole(name, "text i UTF-16 eller UTF-32", _NOT_UTF8)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"ett tecken som inte är UTF-8 (byte {data[error.start]:02X})"
        raise utbyte_error(name, [Finding(f"rad {line}", found, _NOT_UTF8)]) from error


def _whole(name: str, found: str, expected: str) -> UtbyteError:
    return utbyte_error(name, [Finding("", found, expected)])


def _near(text: str, place: int) -> str:
    line = text[place : place + 20].partition("\n")[0].strip()
    return brief(line) if line else "slutet på raden eller filen"


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    # keys as the format spells them: a script on macOS may write «å» as two characters
    composed = [(unicodedata.normalize("NFC", key), value) for key, value in pairs]
    found = dict(composed)
    if len(found) == len(composed):
        return found
    counted = Counter(key for key, _ in composed)
    repeating = _Repeating(found)
    repeating.repeated = tuple(key for key, times in counted.items() if times > 1)
    return repeating


def _integer(text: str) -> int | _Odd:
    return int(text) if len(text) <= _DIGITS else _Odd(text)


def _broken(text: str) -> float | _Odd:
    value = float(text)
    return value if math.isfinite(value) else _Odd(text)


def _oddities(tree: JsonValue) -> Iterator[Finding]:
    """Walk without recursion: the depth is the sender's choice."""
    yield from _oddity("", tree)
    count, open_ones = 0, [("", _inner(tree))]
    while open_ones:
        path, inner = open_ones[-1]
        step, value = next(inner, (None, None))
        if step is None:
            open_ones.pop()
            continue
        count += 1
        where = step_into(path, step)
        if len(open_ones) > DEEPEST:
            yield Finding(where, *_TOO_DEEP)
            return
        if count > MOST_VALUES:
            yield Finding("", "alltför många värden", f"högst {MOST_VALUES} värden")
            return
        yield from _oddity(where, value)
        open_ones.append((where, _inner(value)))


def _inner(value: JsonValue) -> Iterator[tuple[str | int, JsonValue]]:
    match value:
        case dict():
            yield from cast("dict[str, JsonValue]", value).items()
        case list():
            yield from enumerate(cast("list[JsonValue]", value))
        case _:
            return


def _oddity(path: str, value: JsonValue) -> Iterator[Finding]:
    match value:
        case _Odd():
            yield Finding(path, value.text[:40], "ett vanligt tal")
        case _Repeating():
            for key in value.repeated:
                where = step_into(path, printable(key))
                yield Finding(where, "samma nyckel flera gånger", "varje nyckel en gång")
        case str() if _half(value):
            yield Finding(path, "ett halvt tecken (\\ud800–\\udfff)", "hela tecken")
        case dict():
            keys = cast("dict[str, JsonValue]", value)
            for key in filter(_half, keys):
                where = step_into(path, printable(key))
                yield Finding(where, "ett halvt tecken i nyckeln", "hela tecken")
        case _:
            return


def _half(text: str) -> bool:
    return any("\ud800" <= char <= "\udfff" for char in text)
