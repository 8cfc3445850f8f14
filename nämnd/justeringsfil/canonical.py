"""JSON that can be written in one way only, so that its bytes can be compared and signed."""

import json
from typing import cast

FORMAT, FORMAT_OF = "format", "formatversion"


def canonical(value: object) -> bytes:
    """Return `value` as JSON: keys in their order, a line for each, UTF-8."""
    return json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False).encode()


def format_of(raw: bytes) -> tuple[str, int] | None:
    """Return which of our formats `raw` says that it is and its version; None: it is none."""
    try:
        said: object = json.loads(raw.decode())
    except (ValueError, RecursionError):
        return None
    if not isinstance(said, dict):
        return None
    facts = cast("dict[str, object]", said)
    name, version = facts.get(FORMAT), facts.get(FORMAT_OF)
    if not isinstance(name, str) or not isinstance(version, int) or isinstance(version, bool):
        return None
    return name, version
