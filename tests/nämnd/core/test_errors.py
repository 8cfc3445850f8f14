"""Every refusal there is: it has its sentence, and crosses to another process whole."""

import importlib
import pickle
import pkgutil
import re
import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

import pytest

import nämnd
from nämnd.core.errors import Draft, InvalidDraftError, NämndError, Unreadable
from nämnd.error_messages import DRAFT_TEXT, UNREADABLE_TEXT, message_for

MESSAGE_WORDS = re.compile(r"\b(None|Error|Traceback|errno|Path\(|\w+\.\w+\(|[a-z]+_[a-z]+)\b")


def every_error():
    for module in pkgutil.walk_packages(nämnd.__path__, "nämnd."):
        if "migrations" not in module.name:
            importlib.import_module(module.name)
    found, waiting = [], [NämndError]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        if kind is not NämndError and kind.__module__.startswith("nämnd."):
            found.append(kind)
    return sorted(found, key=lambda kind: kind.__name__)


ERRORS = every_error()


WRITTEN = {"day": "2026-03-27", "paragrafer": "59–61"}
"""Fields that hold text of a certain form."""


def sample(hint):
    """Return some value of a type."""
    known = {str: "värdet", int: 7, bool: True, float: 1.5, bytes: b"x"}
    known |= {Path: Path("/mapp/fil.db"), date: date(2026, 3, 2)}
    known[datetime] = datetime(2026, 3, 2, 14, 5)  # noqa: DTZ001 - local time
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in known:
        return known[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    if origin is tuple:
        return tuple(sample(one) for one in inner if one is not Ellipsis)
    if origin in (frozenset, set, list):
        return origin([sample(inner[0])])
    if origin in (types.UnionType, typing.Union):
        return sample(next(one for one in inner if one is not type(None)))
    if is_dataclass(hint):
        return instance(hint)
    msg = f"no sample of {hint}: add one here"
    raise NotImplementedError(msg)


def instance(kind):
    hints = typing.get_type_hints(kind)
    given = (field.name for field in fields(kind) if field.init)
    return kind(**{one: WRITTEN.get(one) or sample(hints[one]) for one in given})


def name(kind):
    return ascii(kind.__name__)[1:-1]


def test_there_are_errors_to_test():
    assert len(ERRORS) > 20


@pytest.mark.parametrize("kind", ERRORS, ids=name)
def test_every_error_is_data(kind):
    assert is_dataclass(kind), "a dataclass: its data must cross to another process"
    assert kind.__eq__ is object.__eq__ or kind.__eq__ is BaseException.__eq__  # pytest compares
    assert kind.__doc__


@pytest.mark.parametrize("kind", ERRORS, ids=name)
def test_every_error_has_its_swedish_sentence(kind):
    error = instance(kind)
    said = message_for(error)
    assert said == said.strip()
    assert said.splitlines()[0][-1] in ".!?:", said  # a list may follow
    assert " " in said
    assert not MESSAGE_WORDS.search(said.replace("/mapp/fil.db", "")), said


@pytest.mark.parametrize("kind", ERRORS, ids=name)
def test_every_error_names_what_it_is_about(kind):
    error = instance(kind)
    paths = [value for value in vars(error).values() if isinstance(value, Path)]
    assert all(str(path) in message_for(error) for path in paths)


@pytest.mark.parametrize("kind", ERRORS, ids=name)
def test_every_error_crosses_to_another_process_with_all_its_data(kind):
    error = instance(kind)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - made here
    assert type(again) is kind
    assert vars(again) == vars(error)
    assert message_for(again) == message_for(error)


def test_every_problem_of_a_draft_and_of_a_file_has_its_words():
    assert set(DRAFT_TEXT) == set(Draft)
    assert set(UNREADABLE_TEXT) == set(Unreadable)
    both = InvalidDraftError((Draft.NAMN_MISSING, Draft.DAG_MISSING))
    assert message_for(both).splitlines() == [
        DRAFT_TEXT[Draft.NAMN_MISSING],
        DRAFT_TEXT[Draft.DAG_MISSING],
    ]


def test_an_error_without_a_sentence_would_be_noticed():
    class NewError(NämndError):
        pass

    with pytest.raises(NotImplementedError):
        message_for(NewError())
