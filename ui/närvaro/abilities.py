"""What can be done with the chosen person at a §, by the letter that does it. Pure functions."""

from nämnd.närvaro.rules import serving
from ui.närvaro.place import Place
from ui.närvaro.rows import Kind, PersonRow

LETTERS = {
    "K": "Kom",
    "G": "Gick",
    "E": "Ersättare",
    "D": "Distans",
    "O": "Leder",
    "J": "Jäv",
}
"""The letters of the list and what they are about."""


def why_not(place: Place, row: PersonRow | None, letter: str) -> str:
    """Return why a letter does nothing for `row`; «» when it does."""
    if row is None or row.kind is Kind.HEADING:
        return "Välj någon i listan först."
    vacant = row.kind is Kind.VACANT
    there = not vacant and place.there(row.id).touches(place.turning or 0)
    serves = any(seat.person_id == row.id for seat in serving(place.protokoll, place.at))
    match letter:
        case "E":
            return "" if row.gap or row.kind in _STEP_IN else _no_gap(row)
        case _ if vacant:
            return "Platsen är vakant. E låter en ersättare tjänstgöra på den."
        case "K":
            return f"{row.name} är redan här." if there else ""
        case "G" | "D":
            return "" if there else f"{row.name} är inte här."
        case "O":
            return "" if serves else f"{row.name} tjänstgör inte och kan inte leda."
        case "J" if place.paragraf is None:
            return "Välj den paragraf som jävet gäller."
        case _:
            return "" if serves or row.kind is Kind.LEDAMOT else f"{row.name} tjänstgör inte."


_STEP_IN = (Kind.ERSÄTTARE, Kind.SERVING)


def _no_gap(row: PersonRow) -> str:
    if row.kind is Kind.LEDAMOT:
        return f"{row.name} har sin plats, eller någon som ersätter. G när ledamoten går."
    return f"{row.name} är inte ersättare."
