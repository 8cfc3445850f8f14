"""How to appeal, by kind of beslut.

Source: KL 13:1–8 (laglighetsprövning), FL 40–44 §§ (förvaltningsbesvär); RULES.md 8.
"""

from collections.abc import Iterator
from datetime import date

from nämnd.anslag.rules import usual_överklagande
from nämnd.anslag.values import Överklagande
from nämnd.core import paragrafer
from nämnd.core.richtext import Paragraph
from nämnd.core.swedish import long_date
from nämnd.documents.anslag.matter import Matter, who_may_appeal
from nämnd.documents.content import Block, Facts, Heading, Item, ItemList, Together, text
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll.marks import listed

_COURT = "Förvaltningsrätten"
_WHAT = (
    "vilket beslut du överklagar: nämnden, datumet och paragrafen",
    "varför du anser att beslutet är olagligt",
    "vilka omständigheter du stöder det på",
    "ditt namn, din adress och ditt telefonnummer",
)
_GROUNDS = (
    "det inte har kommit till på lagligt sätt",
    "det rör något som inte är en angelägenhet för regionen",
    "den som har fattat beslutet inte har haft rätt att göra det",
    "det på något annat sätt strider mot lag eller annan författning",
)
_NEEDED = (
    "vilket beslut du överklagar: nämnden, datumet och paragrafen",
    "hur du vill att beslutet ska ändras, och varför",
    "ditt namn, din adress och ditt telefonnummer",
)


def how_to_appeal(sender: Sender, matter: Matter, last: date | None) -> Iterator[Block]:
    """Yield a part for each way in which some of the beslut are appealed.

    `last`: the last day for laglighetsprövning; None: the time does not run yet.
    """
    for slag in ("laglighetsprövning", "förvaltningsbesvär", "inte"):
        which = _which(sender, matter, slag)
        if which is not None:
            yield Together(tuple(_part(sender, matter, slag, which, last)))


def _which(sender: Sender, matter: Matter, slag: Överklagande) -> str | None:
    """Return the §§ that are appealed so; None: there are none."""
    if matter.delegation:
        usual = usual_överklagande(sender.nämnd.juridisk_form)
        return "" if slag == usual else None
    mine = [one.nummer for one in matter.view.överklaganden if one.slag == slag]
    if not mine:
        return None
    return matter.which if len(mine) == len(matter.view.överklaganden) else _listed(mine)


def _listed(numbers: list[int]) -> str:
    return listed(paragrafer.of(numbers))


def _part(
    sender: Sender, matter: Matter, slag: Överklagande, which: str, last: date | None
) -> Iterator[Block]:
    match slag:
        case "laglighetsprövning":
            yield from _laglighetsprövning(sender, matter, which, last)
        case "förvaltningsbesvär":
            yield from _förvaltningsbesvär(sender, which)
        case "inte":
            yield Heading(f"Beslut som inte kan överklagas{_of(which)}", 2)
            said = (
                "Beslutet kan inte överklagas, eftersom det"
                if _is_one(which)
                else "Besluten kan inte överklagas, eftersom de"
            )
            yield _paragraph(
                f"{said} bara är förberedande eller verkställande (13 kap. 2\u00a0§ kommunallagen)."
            )


def _laglighetsprövning(
    sender: Sender, matter: Matter, which: str, last: date | None
) -> Iterator[Block]:
    yield Heading(f"Så överklagar du{_of(which)}", 2)
    said = "Beslutet" if _is_one(which) else "Besluten"
    yield _paragraph(
        f"{said} kan överklagas genom laglighetsprövning enligt 13 kap. kommunallagen. "
        f"Det får {who_may_appeal(sender.nämnd, matter)} göra, till exempel den som är folkbokförd "
        "där."
    )
    yield _paragraph(f"Överklaga skriftligt till förvaltningsrätten. {_in_time(last)}")
    yield _court(sender)
    yield _paragraph("Skriv i överklagandet:")
    yield _list(_WHAT)
    yield _paragraph("Domstolen prövar bara om beslutet är lagligt. Det upphävs om:")
    yield _list(_GROUNDS)


def _in_time(last: date | None) -> str:
    if last is None:
        return (
            "Det ska ha kommit in inom tre veckor från den dag då justeringen finns tillkännagiven "
            "på alla anslagstavlor ovan. Tiden löper inte förrän dess."
        )
    weekday, rest = long_date(last).split(maxsplit=1)
    return f"Det ska ha kommit in senast {weekday}en den {rest}."


def _förvaltningsbesvär(sender: Sender, which: str) -> Iterator[Block]:
    yield Heading(f"Så överklagar du{_of(which)} (förvaltningsbesvär)", 2)
    yield _paragraph(
        "Den som beslutet angår får överklaga det om det har gått honom eller henne emot "
        "(42\u00a0§ förvaltningslagen). Överklaga skriftligt till förvaltningsrätten, men lämna "
        "eller skicka överklagandet till nämnden. Det ska ha kommit in inom tre veckor från den "
        "dag då du fick del av beslutet."
    )
    address = "\n".join((sender.nämnd.namn, *sender.nämnd.adress))
    yield Facts((("Skicka till", ", ".join(address.splitlines())),))
    yield _paragraph("Skriv i överklagandet:")
    yield _list(_NEEDED)


def _court(sender: Sender) -> Facts:
    lines = (sender.nämnd.förvaltningsrätt or _COURT).splitlines()
    return Facts((("Skicka till", ", ".join(one.strip() for one in lines if one.strip())),))


def _list(lines: tuple[str, ...]) -> ItemList:
    return ItemList(tuple(Item("•", text(one)) for one in lines))


def _paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


def _is_one(which: str) -> bool:
    return which.startswith("§ ")


def _of(which: str) -> str:
    return f": {which}" if which else ""
