"""What came in becomes handlingar, of an ärende that is there or of a new one, in one step."""

from datetime import date

from nämnd.core.changes import Command, Together
from nämnd.inkorg.values import Proposed
from nämnd.ärende.commands import RegisterÄrende
from nämnd.ärende.handling_commands import NewHandling, RegisterHandlingar


def new_handling(one: Proposed) -> NewHandling:
    """Return what is to be registered of a file, as it is proposed."""
    return NewHandling(draft=one.draft, file=one.file, varningar=one.warnings)


def taken_in(
    ärende: RegisterÄrende | str, new: tuple[NewHandling, ...], *, when: str, today: date
) -> Command:
    """Return the command that registers `new` in the ärende with that id, or in a new one.

    `when`: ISO time.
    """
    if isinstance(ärende, str):
        return RegisterHandlingar(ärende_id=ärende, new=new, when=when, today=today)
    handlingar = RegisterHandlingar(ärende_id=ärende.ärende_id, new=new, when=when, today=today)
    return Together((ärende, handlingar))
