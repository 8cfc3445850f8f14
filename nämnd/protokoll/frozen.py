"""A protokoll as it was when it went out: kept as JSON, so that it is never read anew from rows."""

from dataclasses import replace
from functools import cache

from nämnd.core.paragrafer import Paragrafer
from nämnd.protokoll.values import Protokoll


def to_json(protokoll: Protokoll) -> str:
    """Return `protokoll` as JSON: the same text for the same values."""
    return _adapter().dump_json(protokoll).decode()


def from_json(text: str) -> Protokoll:
    """Return the protokoll that `to_json` wrote.

    Raises:
        ValueError: it is written otherwise.
    """
    return _adapter().validate_json(text)


def of_set(protokoll: Protokoll, chosen: Paragrafer) -> Protokoll:
    """Return just the §§ that a set touches, with those who served, presided and checked there.

    Why somebody was absent, and which ersättare were asked, is told to nobody outside: it is left
    out, as are the punkter that other §§ came from.
    """
    rows = tuple(one for one in protokoll.paragrafer if chosen.touches(one.nummer))
    numbers = [one.nummer for one in rows]
    handled = {one.punkt_id for one in rows}

    def here(found: Paragrafer) -> bool:
        return any(map(found.touches, numbers))

    return replace(
        protokoll,
        punkter=tuple(one for one in protokoll.punkter if one.id in handled),
        paragrafer=rows,
        närvaro=tuple(one for one in protokoll.närvaro if here(one.paragrafer)),
        frånvaro=tuple(
            replace(one, skäl=None, inkallade=(), tid=None) for one in protokoll.frånvaro
        ),
        ordförande=tuple(one for one in protokoll.ordförande if here(one.paragrafer)),
        justerare=tuple(one for one in protokoll.justerare if here(one.paragrafer)),
        justeringar=tuple(one for one in protokoll.justeringar if here(one.paragrafer)),
    )


@cache
def _adapter():  # noqa: ANN202 - the type is pydantic's, imported late for a quick start
    from pydantic import TypeAdapter

    return TypeAdapter(Protokoll)
