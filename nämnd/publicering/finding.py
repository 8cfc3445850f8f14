"""What in a text may have to be masked: personnummer, addresses, phone numbers, private names.

It finds what to look at and decides nothing. Source: RULES.md 13.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from nämnd.publicering.names import private_names
from nämnd.publicering.values import Found, Fynd

_EPOST = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_PERSONNUMMER = re.compile(
    r"(?<![\d.,-])(?:19|20)?(?P<birth>\d{6})(?P<between>[-+–]|\s?)(?P<last>\d{4})(?![\d-])"
)
_TELEFON = re.compile(
    r"(?<![\w.,/+-])(?:(?:\+|00)46[ \u00a0]?(?:\(0\))?[ \u00a0-]?|0)[1-9]\d{0,3}"
    r"(?:[ \u00a0]?[-–/]?[ \u00a0]?\d{2,4}){2,4}(?![\w-]|[ \u00a0]\d)"
)
_FIGURES = range(8, 12)  # of a phone number, with its leading zero or country
_SAMORDNING = 60  # added to the day in a samordningsnummer
_CENTURIES = (19, 20)
_NEAR = 40  # letters around what was found


def find(text: str, known: Iterable[str] = ()) -> tuple[Found, ...]:
    """Return what in `text` may have to be masked, in the order in which it first stands there.

    `known`: names of förtroendevalda and of those who are there in their work; they are passed
    over.
    """
    counted: dict[tuple[Fynd, str], list[int]] = {}
    for kind, words, at in _all(text, known):
        counted.setdefault((kind, words), []).append(at)
    rows = [
        (places[0], Found(kind, words, len(places), _near(text, places[0], words)))
        for (kind, words), places in counted.items()
    ]
    return tuple(found for _, found in sorted(rows, key=lambda row: row[0]))


def is_personnummer(figures: str) -> bool:
    """Say whether ten figures are a personnummer or a samordningsnummer.

    The day is there in some year, and the control digit fits (folkbokföringslagen 18 §: the
    modulus-10 method).
    """
    return _is_born(figures[:6]) and _checks(figures)


def _all(text: str, known: Iterable[str]) -> Iterator[tuple[Fynd, str, int]]:
    taken: list[range] = []
    for found in _PERSONNUMMER.finditer(text):
        figures = found["birth"] + found["last"]
        if is_personnummer(figures):
            taken.append(range(*found.span()))
            yield Fynd.PERSONNUMMER, found[0], found.start()
        elif found["between"] in ("-", "+") and _is_born(found["birth"]):
            taken.append(range(*found.span()))
            yield Fynd.LIKNAR, found[0], found.start()
    for kind, pattern in ((Fynd.EPOST, _EPOST), (Fynd.TELEFON, _TELEFON)):
        for found in pattern.finditer(text):
            fits = kind is Fynd.EPOST or sum(map(str.isdigit, found[0])) in _FIGURES
            if fits and not any(found.start() in span for span in taken):
                yield kind, found[0].strip(), found.start()
    addresses = [(one[0], one.start()) for one in _EPOST.finditer(text)]
    for words, at in private_names(text, known, addresses):
        yield Fynd.NAMN, words, at


def _is_born(figures: str) -> bool:
    year, month, day = (int(figures[at : at + 2]) for at in (0, 2, 4))
    day -= _SAMORDNING if day > _SAMORDNING else 0
    return any(_is_day(century * 100 + year, month, day) for century in _CENTURIES)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _checks(figures: str) -> bool:
    doubled = (int(one) * (2 - at % 2) for at, one in enumerate(figures))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0


def _near(text: str, at: int, words: str) -> str:
    start, end = max(0, at - _NEAR), min(len(text), at + len(words) + _NEAR)
    around = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{around}{'…' if end < len(text) else ''}"
