"""What is said when the planning of a year is refused."""

from nämnd.core.errors import NämndError
from nämnd.core.swedish import short_date
from nämnd.årsplan.errors import MötesfristUnnamedError, NothingPlannedError, SameDayTwiceError

ÅRSPLAN_REFUSALS: tuple[type[NämndError], ...] = (
    MötesfristUnnamedError,
    NothingPlannedError,
    SameDayTwiceError,
)


def årsplan_text(error: NämndError) -> str:
    """Return what happened and what to do."""
    match error:
        case NothingPlannedError():
            return "Det finns inget sammanträde att skapa. Lägg till minst en dag."
        case SameDayTwiceError(dag):
            return f"Två sammanträden ligger den {short_date(dag)}. Ändra eller ta bort det ena."
        case MötesfristUnnamedError():
            return (
                "En dag före sammanträdet saknar namn. Skriv vad den heter, till exempel Stoppdag."
            )
        case _:
            raise TypeError(type(error))
