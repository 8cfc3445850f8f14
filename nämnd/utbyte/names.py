"""What a reader calls the objects of a file, and what is in them: for the list of differences."""

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from nämnd.utbyte.objects import (
    AnslagObject,
    AnteckningObject,
    BeslutspunktObject,
    ErsättaresMeningObject,
    FrånvarandeObject,
    HuvudmannabeslutObject,
    JsonObject,
    JusterareObject,
    JusteringObject,
    JävObject,
    NärvaroObject,
    OrdförandeObject,
    ParagrafObject,
    ReservationObject,
    VoteringObject,
    YrkandeObject,
)
from nämnd.utbyte.objects.base import dumped
from nämnd.utbyte.references_protokoll import PERSON_KEYS
from nämnd.utbyte.tree import printable

Name = Callable[[str], str]  # from an id to a name; of an unknown id to itself
_WORDS = {True: "ja", False: "nej", None: "–"}
_PEOPLE = PERSON_KEYS | {"sekreterare", "ersätter"}
_KINDS: dict[type[JsonObject], str] = {
    NärvaroObject: "närvaro",
    FrånvarandeObject: "frånvaro",
    OrdförandeObject: "ordförande",
    JusterareObject: "justerare",
    JusteringObject: "justering",
    AnslagObject: "anslag",
    BeslutspunktObject: "beslutspunkt",
    YrkandeObject: "yrkande",
    VoteringObject: "omröstning",
    JävObject: "jäv",
    ReservationObject: "reservation",
    AnteckningObject: "anteckning",
    ErsättaresMeningObject: "ersättares mening",
    HuvudmannabeslutObject: "huvudmans beslut",
}


def id_of(one: JsonObject) -> str:
    """Return the id of an object that has one."""
    return str(getattr(one, "id"))  # noqa: B009 - not every object has one


def name_of(one: JsonObject, name: Name = str) -> str:
    """Return what a reader calls `one`: «Priser nästa år», «jäv: Anna Ek», «§ 62 Priser»."""
    match one:
        case ParagrafObject():
            return printable(f"§ {one.nummer} {one.rubrik}")
        case _ if type(one) in _KINDS:
            return printable(": ".join(filter(None, (_KINDS[type(one)], _about(one, name)))))
        case _:
            return _title(one)


def said(value: object) -> str:
    """Return a value of the format for a reader, on one line."""
    match value:
        case None | bool():
            return _WORDS[value]
        case str() | int():
            return printable(str(value).replace("\n", " "))
        case date():
            return value.isoformat()
        case tuple() | dict() if not value:
            return "–"
        case _:
            return printable(json.dumps(dumped(value), ensure_ascii=False))


def said_of(key: str, value: object, name: Name) -> str:
    """Return what is under `key` for a reader: people by name, §§ in words."""
    match value:
        case None if key == "paragrafer":
            return "alla paragrafer"
        case str() if key in _PEOPLE:
            return said(name(value))
        case tuple() if value and key in _PEOPLE:
            return said(_names(cast("tuple[str, ...]", value), name))
        case dict() if value and key == "röster":
            votes = cast("dict[str, str]", value)
            return said(", ".join(f"{name(person)} {vote}" for person, vote in votes.items()))
        case _:
            return said(value)


def _title(one: JsonObject) -> str:
    for key in ("rubrik", "namn", "dnr", "text", "roll", "datum", "dagar"):
        match getattr(one, key, None):
            case str() as text if text:
                return printable(text)
            case date() as day:
                return day.isoformat()
            case (first, *_):
                return _title(first)
            case _:
                continue
    return id_of(one)


def _about(one: JsonObject, name: Name) -> str:
    match one:
        case BeslutspunktObject():
            return one.text or one.nummer
        case VoteringObject():
            return one.ja_betyder
        case JusteringObject() | AnslagObject():
            return said_of("paragrafer", one.paragrafer, name)
        case HuvudmannabeslutObject():
            return name(one.huvudman)
        case YrkandeObject() | ReservationObject():
            return _names((*one.av, *one.av_partier), name)
        case AnteckningObject():
            return _names(one.av, name)
        case _:
            return name(getattr(one, "person", None) or "")


def _names(keys: Iterable[str], name: Name) -> str:
    return ", ".join(map(name, keys))
