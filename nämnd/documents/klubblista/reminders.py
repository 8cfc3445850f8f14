"""What the ordförande keeps in mind, by rule: before, at a § and when it ends."""

from collections.abc import Iterator
from datetime import date

from nämnd.core.swedish import listed, short_date
from nämnd.documents.content import Item, ItemList, text
from nämnd.närvaro.meeting import At
from nämnd.närvaro.rules import beslutsför, platser, quorum
from nämnd.närvaro.values import FrånvaroRow
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow

FEWEST = 3  # seats: a nämnd with fewer has not been filled in yet
_JÄV = "Den som har jäv lämnar rummet, och räknas inte som närvarande i ärendet."
_VOTING = "En enda ledamot kan begära omröstning. Vänta därför några sekunder före klubbslaget."
_TIE = (
    "Vid lika röstetal avgör din röst, så du måste rösta när det behövs. I val avgör lotten, och "
    "omröstningen är sluten."
)
_RESERVATION = (
    "En reservation ska anmälas innan sammanträdet avslutas, av någon som har deltagit i beslutet."
)
_AT_ONCE = (
    "Ska något justeras omedelbart? Då ska texten vara klar och läsas upp innan du förklarar "
    "paragrafen omedelbart justerad."
)


def keep_in_mind(protokoll: Protokoll) -> ItemList:
    """Return what holds for the whole sammanträde.

    Source: KL 6:27 (beslutsförhet), 6:30 (jäv), 5:53–56 and 4:25 (votering), 4:27 (reservation);
    omedelbar justering is practice (RULES.md 6).
    """
    many = platser(protokoll)
    lines = [_quorum(many)] if many >= FEWEST else []
    lines += [_absent(protokoll, one) for one in protokoll.frånvaro]
    lines += [_JÄV, _VOTING, _TIE, _justerare(protokoll), _RESERVATION, _AT_ONCE]
    return ItemList(tuple(Item("•", text(line)) for line in lines))


def opening(protokoll: Protokoll) -> tuple[tuple[str, str], ...]:
    """Return the cues with which the sammanträde begins."""
    many = platser(protokoll)
    count = f" Minst {quorum(many)} ska tjänstgöra." if many >= FEWEST else ""
    return (
        ("Säg", "Välkomna. Jag förklarar sammanträdet öppnat."),
        ("Gör", "Klubbslag."),
        ("Gör", f"Upprop.{count}"),
        ("Fråga", "Har någon jäv i något av ärendena?"),
    )


def ending(protokoll: Protokoll) -> tuple[tuple[str, str], ...]:
    """Return the cues with which it ends."""
    when = justering(protokoll)
    planned = (("Påminn", f"Protokollet justeras {when}."),) if when else ()
    return (
        ("Fråga", "Vill någon anmäla en reservation, innan sammanträdet avslutas?"),
        *planned,
        ("Säg", "Tack för i dag. Jag förklarar sammanträdet avslutat."),
        ("Gör", "Klubbslag."),
    )


def about(protokoll: Protokoll, paragraf: ParagrafRow, punkt: PunktRow | None) -> Iterator[str]:
    """Yield what to keep in mind at one § or punkt."""
    if punkt and punkt.tillkom_efter_kallelsen:
        yield "Tillkom efter kallelsen. Fråga om ärendet får tas upp."
    if not paragraf.id or not protokoll.närvaro:
        return
    found = beslutsför(protokoll, At(paragraf.nummer, paragraf.jäv))
    if not found.ok:
        part = f" vid punkt {found.punkt}" if found.punkt else ""
        yield f"Nämnden är inte beslutsför{part}: {found.serving} tjänstgör, {found.needed} behövs."


def justering(protokoll: Protokoll) -> str:
    """Return when and where the protokoll is to be justerat, as far as that is known."""
    first = next((one for one in protokoll.justeringar if one.datum is None), None)
    if first is None:
        return ""
    day = f"den {_day(first.planerat_datum)}" if first.planerat_datum else ""
    return ", ".join(part for part in (day, (first.plats or "").strip()) if part)


def _day(iso: str) -> str:
    try:
        return short_date(date.fromisoformat(iso))
    except ValueError:  # «2026-04»: known in part
        return iso


def _quorum(many: int) -> str:
    needed = quorum(many)
    return f"Minst {needed} av {many} måste tjänstgöra vid varje ärende för att ni ska få besluta."


def _absent(protokoll: Protokoll, row: FrånvaroRow) -> str:
    called = [protokoll.name(one.person_id) for one in row.inkallade if one.svar == "ja"]
    instead = f"{listed(called)} kommer i stället." if called else "Ingen ersättare är klar än."
    state = "har anmält frånvaro" if row.anmäld else "är frånvarande"
    return f"{protokoll.name(row.person_id)} {state}. {instead}"


def _justerare(protokoll: Protokoll) -> str:
    if not protokoll.justerare:
        return "Justerare ska utses."
    names = listed(dict.fromkeys(protokoll.name(one.person_id) for one in protokoll.justerare))
    return f"Justerare: {names}."
