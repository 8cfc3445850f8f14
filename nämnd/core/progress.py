"""How far long work has come. Long work is a generator that yields this between steps."""

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar


@dataclass(frozen=True, slots=True)
class Progress:
    """Steps done and steps in all; the unit is whatever the work counts."""

    done: int
    total: int
    what: str = ""  # what is under way now, in Swedish, for the progress line


T = TypeVar("T")
Work: TypeAlias = Generator[Progress, None, T]


def finish(work: Work[T]) -> T:
    """Drive `work` to its end, ignoring the progress; return its result."""
    try:
        while True:
            next(work)
    except StopIteration as end:
        return end.value
