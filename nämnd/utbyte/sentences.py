"""What pydantic says of a file, in Swedish."""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from nämnd.utbyte.errors import Finding
from nämnd.utbyte.objects import JsonObject, UtbyteFile
from nämnd.utbyte.objects.base import ERROR, NOT_YET, object_in
from nämnd.utbyte.tree import brief, printable, step_into

_EXPECTED = {
    "string_type": "text inom citattecken",
    "int_type": "ett heltal",
    "bool_type": "true eller false",
    "tuple_type": "en lista inom [ ]",
    "dict_type": "ett objekt inom {{ }}",
    "model_type": "ett objekt inom {{ }}",
    "string_too_short": "en text som inte är tom",
    "string_too_long": "högst {max_length} tecken",
    "too_long": "högst {max_length} värden",
    "greater_than_equal": "minst {ge}",
    "less_than_equal": "högst {le}",
    "string_pattern_mismatch": "en kontrollsumma: 64 tecken, 0–9 och a–f",
}


_KEY = "[key]"  # what pydantic adds to the path when a key, not its value, is wrong


def findings_of(error: ValidationError) -> Iterator[Finding]:
    """Yield what is wrong, in the order of the file."""
    for one in error.errors(include_url=False):
        yield _finding(one)


def _finding(error: ErrorDetails) -> Finding:
    path = ""
    for step in error["loc"]:
        if step == _KEY:
            continue
        path = step_into(path, step if isinstance(step, int) else printable(step))
    match error["type"]:
        case "missing":
            return Finding(path, "ingenting", "ett värde")
        case "extra_forbidden":
            return Finding(path, "en nyckel som inte finns i formatet", _known_keys(error))
        case kind if kind == NOT_YET:
            return Finding(path, brief(error["input"]), _not_yet(error))
        case _:
            return Finding(path, brief(error["input"]), _expected(error))


def _expected(error: ErrorDetails) -> str:
    context: dict[str, Any] = error.get("ctx", {})
    match error["type"]:
        case kind if kind == ERROR:
            return context["expected"]
        case "literal_error":
            return context["expected"].replace("'", "").replace(" or ", " eller ")
        case kind:
            return _EXPECTED[kind].format_map(context)


def _not_yet(error: ErrorDetails) -> str:
    what = error["loc"][-1]
    return (
        f"ingenting: den här versionen av Nämnd kan inte läsa {what} ännu; "
        "ingenting har importerats"
    )


def _known_keys(error: ErrorDetails) -> str:
    kind = _object_at(error["loc"][:-1])
    near = get_close_matches(str(error["loc"][-1]), kind.model_fields, n=1)
    known = ", ".join(kind.model_fields)
    return f"en nyckel ur formatet, kanske «{near[0]}»" if near else f"någon av {known}"


def _object_at(steps: tuple[int | str, ...]) -> type[JsonObject]:
    kind: type[JsonObject] = UtbyteFile
    for step in steps:
        if isinstance(step, str):
            kind = object_in(kind.model_fields[step].annotation) or kind
    return kind
