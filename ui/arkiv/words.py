"""What is said before a sammanträde is archived."""

from nämnd.arkiv.order import ArkivOrder, Drawn
from nämnd.arkiv.queries import ArkivRow
from nämnd.core.swedish import counted

INSIDE = (
    "I mappen läggs det undertecknade protokollet, den offentliga versionen, bilagorna, anslag, "
    "utdrag och allt innehåll som data. En förteckning (index.html) går att läsa utan programmet, "
    "och kontrollsummor visar om något ändras efteråt."
)
_MOST = 10  # lines about what is missing
_SEKRETESS = (
    "Sammanträdet har uppgifter under sekretess. Lägg mappen där bara behöriga kommer åt den."
)
_NO_OFFICE = "LibreOffice finns inte på datorn, så {files} från Office arkiveras bara som original."


def counted_text(order: ArkivOrder) -> str:
    """Return how much there is."""
    drawn = sum(isinstance(one, Drawn) for one in order.items)
    kept = counted(len(order.items) - drawn, "fil", "filer")
    made = counted(drawn, "fil", "filer")
    return f"{kept} läggs in som de är, och {made} görs nu. Det kan ta någon minut."


def before_text(earlier: tuple[ArkivRow, ...]) -> str:
    """Return when it was archived before; «» when it was not."""
    if not earlier:
        return ""
    last = earlier[-1]
    day = last.when[:10]
    return f"Sammanträdet arkiverades {day} i mappen «{last.name}». En ny mapp ersätter inte den."


def missing_text(order: ArkivOrder) -> str:
    """Return what should be there and is not, and what to think of."""
    found = [_SEKRETESS] if order.sekretess else []
    if order.office and order.soffice is None:
        found.append(_NO_OFFICE.format(files=counted(len(order.office), "fil", "filer")))
    if order.saknas:
        found.append("Det här saknas:\n" + "\n".join(f"• {one}" for one in _some(order.saknas)))
    return "\n\n".join(found)


def _some(missing: tuple[str, ...]) -> tuple[str, ...]:
    """Return as many as there is room for, and how many more there are."""
    if len(missing) <= _MOST:
        return missing
    left = len(missing) - _MOST + 1
    return (*missing[: _MOST - 1], f"{left} till, som alla står i förteckningen")
