"""One thing to do, as the first page shows it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto


class Action(Enum):
    """What the button of a thing to do does. In brackets: what `keys` holds, in that order."""

    TO_PROTOKOLL = auto()  # the meeting day (sammanträde)
    TO_SAMMANTRÄDE = auto()  # the dagordning (sammanträde, and maybe a punkt)
    TO_SAMMANTRÄDEN = auto()  # the list ()
    TO_PEOPLE = auto()  # the people of the nämnd ()
    TO_JUSTERING = auto()  # (sammanträde, and maybe a justering)
    TO_DELEGATION = auto()  # (maybe a delegationsbeslut)
    TO_BEVAKNING = auto()  # (bevakning)
    PUT_ON_DAGORDNING = auto()  # (bevakning, sammanträde)
    ASK_OUTCOME = auto()  # finished, or does it come back? (bevakning, återrapport)
    REMIND = auto()  # drafts to the responsible (bevakning …)
    TO_REDOVISNING = auto()  # (redovisning)


class Vikt(Enum):
    """How it looks: how near it is, not by colour alone; the chip says it in words."""

    SEN = auto()
    NU = auto()  # within a week, or it stops something
    SNART = auto()
    LUGN = auto()


@dataclass(frozen=True, slots=True)
class Todo:
    """One thing to do, with the button that does it.

    Attributes:
        when: by which day; None: there is none.
        days_left: below 0 when it has gone by.
        chip: «3 dagar kvar», «2 dagar sen», «saknas».
        text: a sentence.
        button: what the button says.
        action: what the button does.
        keys: of what, as `Action` says.
        vikt: how it looks.
        sen: it should have been done already.
        förverkande: a right is lost when it is late.
        vem: the responsible.
        källa: where it comes from: «§ 62 den 7 juni 2018».
    """

    when: date | None
    days_left: int | None
    chip: str
    text: str
    button: str
    action: Action
    keys: tuple[str, ...] = ()
    vikt: Vikt = Vikt.LUGN
    sen: bool = False
    förverkande: bool = False
    vem: str | None = None
    källa: str = ""


@dataclass(frozen=True, slots=True)
class Morning:
    """What must be done now, the most urgent first; and what comes in the next 90 days, by day."""

    now: tuple[Todo, ...]
    coming: tuple[Todo, ...]

    def within(self, days: int) -> tuple[Todo, ...]:
        """Return what comes in so many days."""
        return tuple(
            one for one in self.coming if one.days_left is not None and one.days_left <= days
        )

    @property
    def today(self) -> tuple[Todo, ...]:
        """Return what is due today or late: what a notification tells of."""
        return tuple(one for one in self.now if one.days_left is not None and one.days_left <= 0)
