"""How §§ are written in a protokoll: headings and sets of §§."""

from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.protokoll.marking import written
from nämnd.protokoll.values import ParagrafRow, Protokoll


def mark(protokoll: Protokoll, paragraf: ParagrafRow) -> str:
    """Return a § as the nämnd writes it: «§ 62», «65/18».

    A form that can't be filled is passed over.
    """
    day = paragraf.dag or protokoll.sammanträde.day
    return written(protokoll.nämnd.paragrafform, paragraf.nummer, day)


def anchor(paragraf: ParagrafRow) -> str:
    """Return the name that links to a § lead to."""
    return f"paragraf-{paragraf.nummer}"


def title(protokoll: Protokoll, paragraf: ParagrafRow) -> str:
    """Return the heading of a §: «§ 62 Regionala priser»."""
    return f"{mark(protokoll, paragraf)} {paragraf.rubrik}"


def listed(chosen: Paragrafer) -> str:
    """Return «§ 61», «§§ 59–61, 63», «§ 62 punkt 2»; «» for none and for all."""
    text = chosen.text
    if not text:
        return ""
    (first, *more) = chosen.spans
    return f"§§ {text}" if more or first.first != first.last else f"§ {text}"


def part(protokoll: Protokoll, chosen: Paragrafer) -> str:
    """Return which of the §§ of the sammanträde are in a set; «» when all are.

    Open ends are closed: «63–» is «§§ 63–74». Before any § is drawn the set stands as it is.
    """
    numbers = [one.nummer for one in protokoll.paragrafer]
    whole = [one for one in numbers if chosen.covers(one)]
    if not numbers or len(whole) == len(numbers):
        return "" if numbers else listed(chosen)
    parts = (one for one in chosen.spans if one.punkt and one.first in numbers)
    return listed(paragrafer.normalised((*paragrafer.of(whole).spans, *parts)))


def touched(protokoll: Protokoll, chosen: Paragrafer) -> bool:
    """Say whether a set has any § of the sammanträde in it. Before any is drawn: any at all."""
    if not protokoll.paragrafer:
        return chosen != paragrafer.NONE
    return any(chosen.touches(one.nummer) for one in protokoll.paragrafer)


def span(protokoll: Protokoll) -> str:
    """Return all §§ of the sammanträde: «§§ 59–74»; «» when there is none yet."""
    return listed(paragrafer.of(one.nummer for one in protokoll.paragrafer))
