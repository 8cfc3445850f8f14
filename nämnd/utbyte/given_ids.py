"""Gives an id to what a file may leave without one: the same one each time the file is read.

It is made from what the object belongs to, its list, whom it is about, and which one of those it is
in the list. So a new line in the list leaves the ids of other people's lines as they were.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import TypeAlias, cast

from nämnd.utbyte.objects import JsonObject
from nämnd.utbyte.parts import (
    FOLLOW_UP,
    OF_DELEGATIONSPROTOKOLL,
    OF_FOLLOW_UP,
    OF_PARAGRAF,
    OF_SAMMANTRÄDE,
    Part,
)
from nämnd.utbyte.tree import JsonValue

Tree: TypeAlias = dict[str, JsonValue]
_DIGITS = 32


def derived_id(owner: str, key: str, about: str = "", place: int = 0) -> str:
    """Return the id of the object number `place` (from 0) about `about` in a list of `owner`."""
    words = "\0".join((owner, key, about, str(place)))
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


def give_ids(tree: JsonValue) -> None:
    """Put the ids into `tree`, a file as JSON has it. What is malformed is left to the reader."""
    used = set(_ids(tree))
    for sammanträde in _objects(tree, "sammanträden"):
        _fill(sammanträde, OF_SAMMANTRÄDE, used)
        for paragraf in _objects(sammanträde, "paragrafer"):
            _fill(paragraf, OF_PARAGRAF, used)
    for own in _objects(tree, "delegationsprotokoll"):
        _fill(own, OF_DELEGATIONSPROTOKOLL, used)
    for part in FOLLOW_UP:
        for one in _objects(tree, part.key):
            _fill_whole(one, part.kind, used)


def _fill_whole(owner: Tree, kind: type[JsonObject], used: set[str]) -> None:
    """Give ids in the lists of `owner`, and in the lists inside those."""
    parts = OF_FOLLOW_UP.get(kind, ())
    _fill(owner, parts, used)
    for part in parts:
        for one in _objects(owner, part.key):
            _fill_whole(one, part.kind, used)


def _fill(owner: Tree, parts: tuple[Part, ...], used: set[str]) -> None:
    if not isinstance(owner.get("id"), str):
        return
    for part in parts:
        if part.kind.model_fields["id"].is_required():
            continue
        places: Counter[str] = Counter()
        for one in _objects(owner, part.key):
            about = one.get("person", one.get("huvudman"))
            about = about if isinstance(about, str) else ""
            if one.get("id") is None:
                one["id"] = _free(owner["id"], part.key, about, places, used)
            places[about] += 1


def _free(owner: str, key: str, about: str, places: Counter[str], used: set[str]) -> str:
    """Return the derived id; one that something else in the file has already is passed over."""
    while (found := derived_id(owner, key, about, places[about])) in used:
        places[about] += 1
    used.add(found)
    return found


def _objects(tree: JsonValue, key: str) -> Iterator[Tree]:
    found = cast("Tree", tree).get(key) if isinstance(tree, dict) else None
    for one in cast("list[JsonValue]", found) if isinstance(found, list) else ():
        if isinstance(one, dict):
            yield one


def _ids(tree: JsonValue) -> Iterator[str]:
    match tree:
        case dict():
            whole = cast("Tree", tree)
            if isinstance(whole.get("id"), str):
                yield whole["id"]
            for one in whole.values():
                yield from _ids(one)
        case list():
            for one in cast("list[JsonValue]", tree):
                yield from _ids(one)
        case _:
            return
