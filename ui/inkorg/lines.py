"""The lines of what comes in: each file with what will be registered of it. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nämnd.inkorg.commands import new_handling
from nämnd.inkorg.values import Gathered, Proposed
from nämnd.ärende.handling_commands import NewHandling
from nämnd.ärende.values import HandlingDraft


@dataclass(frozen=True, slots=True)
class Line:
    """One file. `taken`: it becomes a handling; `draft`: what the user has made of it."""

    number: int  # from 1, as they were found
    found: Proposed
    draft: HandlingDraft
    taken: bool

    @property
    def is_double(self) -> bool:
        """Say whether the same content is registered already, or comes here before."""
        return bool(self.found.doubles) or self.found.same_as is not None


def lines_of(gathered: Gathered) -> tuple[Line, ...]:
    """Return a line per file; doubles are left out until somebody takes them in."""
    return tuple(
        Line(number, one, one.draft, not (one.doubles or one.same_as is not None))
        for number, one in enumerate(gathered.proposed, start=1)
    )


def turned(lines: Sequence[Line], numbers: Iterable[int]) -> tuple[Line, ...]:
    """Return the lines with those of `numbers` taken in, or left out if all of them were in."""
    wanted = set(numbers)
    taken = not all(one.taken for one in lines if one.number in wanted)
    return tuple(replace(one, taken=taken) if one.number in wanted else one for one in lines)


def rewritten(lines: Sequence[Line], number: int, draft: HandlingDraft) -> tuple[Line, ...]:
    """Return the lines with another draft in one of them."""
    return tuple(replace(one, draft=draft) if one.number == number else one for one in lines)


def new_handlingar(lines: Iterable[Line]) -> tuple[NewHandling, ...]:
    """Return what is to be registered, in order."""
    return tuple(new_handling(replace(one.found, draft=one.draft)) for one in lines if one.taken)
