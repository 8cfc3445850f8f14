"""What the lines of the morning's list say."""

from datetime import date

from nämnd.bevakning.values import BevakningRow, VidSammanträde
from nämnd.core.swedish import counted, listed, short_date
from nämnd.redovisning.values import RedovisningRow
from nämnd.översikt.todo import Vikt

_NEAR = 7  # days
_SOON = 30


def days_chip(left: int) -> str:
    """Return «3 dagar kvar», «i dag», «2 dagar sen»."""
    if left == 0:
        return "i dag"
    days = counted(abs(left), "dag", "dagar")
    return f"{days} kvar" if left > 0 else f"{days} sen"


def vikt_of(left: int) -> Vikt:
    """Return how what has so many days left looks."""
    if left < 0:
        return Vikt.SEN
    if left <= _NEAR:
        return Vikt.NU
    return Vikt.SNART if left <= _SOON else Vikt.LUGN


def due_text(row: BevakningRow) -> str:
    """Return what is watched and by when, as a sentence. What is lost is `Todo.förverkande`."""
    verb = "skulle ha varit klar" if row.is_late else "ska vara klar"
    when = f" senast den {short_date(row.due)}" if row.due else ""
    if row.sammanträde_id is not None and row.due is not None:
        verb = "skulle ha tagits upp" if row.is_late else "ska tas upp"
        when = f" vid sammanträdet den {short_date(row.due)}"
    till = f" till {row.draft.mottagare}" if row.draft.mottagare and "upp" not in verb else ""
    if till:
        verb = "skulle ha lämnats" if row.is_late else "ska lämnas"
    return f"«{row.draft.rubrik}» {verb}{till}{when}."


def ask_text(row: BevakningRow) -> str:
    """Return the question to ask of what has been reported."""
    last = next((one for one in reversed(row.rapporter) if one.utfall is None), None)
    day = f" den {short_date(last.dag)}" if last and last.dag else ""
    return f"«{row.draft.rubrik}» togs upp{day}. Är den klar, eller återkommer den?"


def undated_text(row: BevakningRow) -> str:
    """Return why a bevakning that needs a day has none."""
    rule = row.draft.förfaller
    if isinstance(rule, VidSammanträde):
        return (
            f"«{row.draft.rubrik}» ska tas upp vid {row.regel}, men så många sammanträden är inte "
            f"planerade för {rule.år}."
        )
    return f"«{row.draft.rubrik}» räknas från något som inte finns längre. Välj en ny dag."


def remind_text(names: tuple[str, ...], count: int) -> str:
    """Return who is to be reminded of how much: «Anna Ek ska påminnas om 2 bevakningar.»."""
    return f"{listed(names)} ska påminnas om {counted(count, 'bevakning', 'bevakningar')}."


def redovisning_text(row: RedovisningRow, *, late: bool) -> str:
    """Return whose answers are not there, and when they should be."""
    verb = "skulle ha kommit" if late else "ska komma"
    when = f" Svaren {verb} senast den {short_date(row.svar_senast or date.min)}."
    return f"{listed(row.väntar_på)} har inte svarat på «{row.rubrik}».{when}"


def meeting_text(plats: str, nummer: int | None) -> str:
    """Return a sammanträde to come."""
    head = f"Sammanträde {nummer}" if nummer else "Sammanträde"
    return f"{head} i {plats}." if plats else f"{head}."
