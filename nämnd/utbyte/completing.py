"""Completes the short forms that a file may use about what is followed up.

Those are: whom a question is put to as ids only, rows of money without a table, a § by its number
and sammanträde. What is malformed is left to the reader.
"""

from collections.abc import Iterator
from typing import TypeAlias, cast

from nämnd.utbyte.tree import JsonValue

Tree: TypeAlias = dict[str, JsonValue]


def complete(tree: JsonValue) -> None:
    """Put what follows from the short forms into `tree`, a file as JSON has it."""
    numbers = dict(_paragrafer(tree))
    for one in _objects(tree, "bevakningar"):
        _find_paragraf(one.get("källa"), numbers)
    for one in _objects(tree, "delprojekt"):
        if "behov" in one:
            one["behov"] = _behov(one["behov"])
    for one in _objects(tree, "överenskommelser"):
        _give_table(one)
    for one in _objects(tree, "redovisningar"):
        for fråga in _objects(one, "frågor"):
            _give_answers(fråga)


def _behov(given: JsonValue) -> JsonValue:
    if not isinstance(given, list):
        return given
    return [{"text": each} if isinstance(each, str) else each for each in _list(given)]


def _list(given: JsonValue) -> list[JsonValue]:
    return cast("list[JsonValue]", given) if isinstance(given, list) else []


def _find_paragraf(källa: JsonValue, numbers: dict[tuple[str, int], str]) -> None:
    if not isinstance(källa, dict):
        return
    said = cast("Tree", källa)
    meeting, number = said.get("sammanträde"), said.get("paragraf")
    if said.get("paragraf_id") is None and isinstance(meeting, str) and isinstance(number, int):
        found = numbers.get((meeting, number))
        said |= {"paragraf_id": found} if found else {}


def _give_table(one: Tree) -> None:
    """Let rows without a table be in the only one, or in one that is made of their purposes."""
    rows = [row for row in _objects(one, "fördelning") if row.get("tabell") is None]
    tables = list(_objects(one, "tabeller"))
    if not rows or not isinstance(one.get("id"), str) or len(tables) > 1:
        return
    key: JsonValue = tables[0].get("id") if tables else f"{one['id']}-tabell"[-64:]
    if not tables:
        found: dict[str, None] = {}
        for row in rows:
            poster = row.get("poster")
            found |= dict.fromkeys(cast("Tree", poster) if isinstance(poster, dict) else ())
        one["tabeller"] = [{"id": key, "poster": list(found)}]
    for row in rows:
        row["tabell"] = key


def _give_answers(fråga: Tree) -> None:
    asked = _list(fråga.get("svaras_av"))
    if asked and fråga.get("svarande") is None:
        fråga["svarande"] = [{"huvudman": key} for key in asked if isinstance(key, str)]


def _paragrafer(tree: JsonValue) -> Iterator[tuple[tuple[str, int], str]]:
    for meeting in _objects(tree, "sammanträden"):
        for one in _objects(meeting, "paragrafer"):
            key, number, own = meeting.get("id"), one.get("nummer"), one.get("id")
            if isinstance(key, str) and isinstance(number, int) and isinstance(own, str):
                yield (key, number), own


def _objects(tree: JsonValue, key: str) -> Iterator[Tree]:
    found = cast("Tree", tree).get(key) if isinstance(tree, dict) else None
    for one in _list(found):
        if isinstance(one, dict):
            yield one
