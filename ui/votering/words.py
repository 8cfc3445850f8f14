"""Words of the sections and dialogs of a §, and whom they offer."""

from collections.abc import Iterator

from nämnd.core.swedish import counted
from nämnd.organisation.rules import LEDAMÖTER
from nämnd.protokoll.ballot import may_vote
from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import BeslutspunktRow, VoteringRow
from nämnd.protokoll.votering import Result, VoteringRule
from ui.votering.people_picker import Option
from ui.votering.saving import Shown

PARTY = "parti:"
"""Begins the key of a party group among the people to choose."""

UTFALL_TEXT: dict[str | None, str] = {
    None: "Inte beslutat",
    "enligt förslag": "Enligt förslag",
    "enligt yrkande": "Enligt yrkande",
    "avslag": "Avslag",
    "bordläggning": "Bordläggs",
    "återremiss": "Återremitteras",
    "utgår": "Utgår",
    "information": "Information",
    "annat": "Annat",
}
WAITS = ("bordläggning", "återremiss", "utgår")
"""Outcomes with «till»: when, for what or why."""

ROUND_TEXT = {
    "omröstning": "Omröstning",
    "kontraproposition": "Kontraproposition",
    "huvudvotering": "Huvudvotering",
    "val": "Val",
}
RÖST_TEXT = {"ja": "Ja", "nej": "Nej", "avstår": "Avstår"}
WARNINGS: dict[VoteringRule, str] = {
    "öppet val": "Val ska vara slutna (KL 5:54). Ordföranden avgör hur det görs.",
    "sluten omröstning": "En omröstning som inte är val ska vara öppen (KL 5:54).",
    "namn i sluten omröstning": "I ett slutet val ska inga namn stå (KL 5:54).",
    "fler röster än röstande": "Det finns fler röster än tjänstgörande (KL 4:24).",
    "röstar utan att tjänstgöra": "Någon som inte tjänstgör har röstat (KL 4:24).",
    "röstar trots jäv": "Någon med jäv har röstat (KL 6:30).",
    "röstar men deltar inte": "Någon som inte deltar i beslutet har röstat (KL 4:25).",
    "ordföranden måste rösta": (
        "Lika röstetal: ordföranden måste rösta för att beslut ska kunna fattas (KL 4:25, 5:56)."
    ),
    "lottning saknas": "Lika röstetal: lotten avgör i ett val (KL 5:56).",
    "resultat mot rösterna": "Resultatet stämmer inte med rösterna (KL 5:55).",
    "fel avgörande": "Resultatet är inte avgjort så som rösterna säger (KL 5:55–56).",
    "samma proposition": "Ja och Nej betyder samma sak.",
    "huvudvotering saknas": "Efter en kontraproposition följer en huvudvotering.",
    "kontraproposition efter huvudvotering": "Kontrapropositionen kommer efter huvudvoteringen.",
    "utslaget förslag kommer igen": "Ett förslag som redan är utslaget ställs igen.",
}
"""What is unusual about a round. Votes that are still missing show in the chips instead."""


def serving(shown: Shown) -> Iterator[Option]:
    """Yield those who serve at the §, in the order of their seats."""
    there = {seat.person_id for seat in may_vote(shown.protokoll, shown.paragraf, None)}
    known = shown.protokoll.deltagare
    for key in [*known, *(one for one in there if one not in known)]:
        if key in there:
            yield Option(key, shown.protokoll.name(key))


def party_groups(shown: Shown) -> Iterator[Option]:
    """Yield the parties of those who serve, as groups."""
    known = shown.protokoll.deltagare
    parties = dict.fromkeys(
        known[one.key].parti for one in serving(shown) if one.key in known and known[one.key].parti
    )
    for parti in parties:
        yield Option(f"{PARTY}{parti}", f"samtliga ledamöter för {parti}")


def others(shown: Shown, note: str) -> Iterator[Option]:
    """Yield everybody else with a mandate, with `note` about what is unusual."""
    there = {one.key for one in serving(shown)}
    for key, one in shown.protokoll.deltagare.items():
        if key not in there and one.roll in (*LEDAMÖTER, "ersättare"):
            yield Option(key, one.name_and_party, note)


def divided(keys: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the persons and the parties among the keys chosen."""
    persons = tuple(key for key in keys if not key.startswith(PARTY))
    parties = tuple(key.removeprefix(PARTY) for key in keys if key.startswith(PARTY))
    return persons, parties


def joined(av: tuple[str, ...], partier: tuple[str, ...]) -> tuple[str, ...]:
    """Return persons and parties as the keys of a picker."""
    return (*av, *(f"{PARTY}{parti}" for parti in partier))


def punkt_choices(rows: tuple[BeslutspunktRow, ...]) -> tuple[tuple[str | None, str], ...]:
    """Return what a yrkande, a votering or a jäv can be about: the whole, or one punkt."""
    punkter = [one.nummer for one in rows if one.nummer] if len(rows) > 1 else []
    return ((None, "Hela ärendet"), *((one, f"Punkt {one}") for one in dict.fromkeys(punkter)))


def round_name(votering: VoteringRow, rounds: tuple[VoteringRow, ...]) -> str:
    """Return what a round is called among the others: «Kontraproposition 2»."""
    name = ROUND_TEXT.get(votering.slag, votering.slag.capitalize())
    alike = [one.id for one in rounds if one.slag == votering.slag]
    return f"{name} {alike.index(votering.id) + 1}" if len(alike) > 1 else name


def decided_by(found: Result, votering: VoteringRow) -> str:
    """Return how a round was decided: «7 mot 5», «6 mot 6, ordförandens utslagsröst»."""
    count = counts(votering)
    score = f"{count.ja} Ja mot {count.nej} Nej"
    if count.avstår:
        score += f", {counted(count.avstår, 'avstår', 'avstår')}"
    match found.avgjord_av:
        case "utslagsröst":
            return f"{score}, ordförandens utslagsröst avgör"
        case "lottning":
            return f"{score}, lotten avgör"
        case _:
            return score
