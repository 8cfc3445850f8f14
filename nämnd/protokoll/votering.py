"""What a round of voting comes to, and what is unusual about it. Pure functions.

Nothing here forbids: whether a votering is lawful is for the ordförande (PRACTICE.md 4, case 14).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from nämnd.protokoll.ballot import Voter, ballot, may_vote, ordförande_at
from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import ParagrafRow, Protokoll, VoteringRow

Missing = Literal["röster", "utslagsröst", "lottning"]
VoteringRule = Literal[
    "öppet val",
    "sluten omröstning",
    "namn i sluten omröstning",
    "fler röster än röstande",
    "röster saknas",
    "röstar utan att tjänstgöra",
    "röstar trots jäv",
    "röstar men deltar inte",
    "ordföranden måste rösta",
    "lottning saknas",
    "resultat saknas",
    "resultat mot rösterna",
    "fel avgörande",
    "proposition saknas",
    "samma proposition",
    "huvudvotering saknas",
    "kontraproposition efter huvudvotering",
    "utslaget förslag kommer igen",
]
SOURCES: dict[str, str] = {
    "öppet val": "KL 5:54",
    "sluten omröstning": "KL 5:54",
    "namn i sluten omröstning": "KL 5:54",
    "fler röster än röstande": "KL 4:24",
    "röster saknas": "KL 5:67 p 5",
    "röstar utan att tjänstgöra": "KL 4:24, 6:27",
    "röstar trots jäv": "KL 6:30",
    "röstar men deltar inte": "KL 4:25",
    "ordföranden måste rösta": "KL 4:25, 5:56",
    "lottning saknas": "KL 5:56",
    "resultat saknas": "KL 5:67 p 3",
    "resultat mot rösterna": "KL 5:55",
    "fel avgörande": "KL 5:55–56",
    "proposition saknas": "KL 5:53",
    "samma proposition": "KL 5:53",
    "huvudvotering saknas": "sammanträdespraxis",
    "kontraproposition efter huvudvotering": "sammanträdespraxis",
    "utslaget förslag kommer igen": "sammanträdespraxis",
}
"""Where each rule stands (KL through 6:33 and 6:35 for a nämnd)."""
_VAL = "val"
_KONTRA = "kontraproposition"


@dataclass(frozen=True, slots=True)
class Result:
    """What a round came to: ja or nej and what decided it, or what is still missing."""

    utfall: str | None
    avgjord_av: str | None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class VoteringFinding:
    """Something unusual about the voteringar of a §, with whom it is about."""

    rule: VoteringRule
    votering_id: str
    persons: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Return where the rule stands: «KL 5:54»."""
        return SOURCES[self.rule]


def result(votering: VoteringRow, *, silent: int, ordförande: str | None) -> Result:
    """Return what the votes come to.

    Simple majority of the votes cast; a tie goes to the ordförande's own vote, and to the lot in a
    val or an anställning. The lot's outcome is what `votering` already says.

    Args:
        votering: the round.
        silent: how many may vote and have not said anything; ignored in a closed one.
        ordförande: person id of the one who presides.

    Source: KL 5:54–56 through 6:33; 4:25, the ordförande must vote when it takes that to decide.
    """
    count = counts(votering)
    nobody = not (count.ja or count.nej or count.avstår)
    if nobody or (silent and not votering.sluten):
        return Result(None, None, "röster")
    if count.winner:
        return Result(count.winner, "röster")
    if votering.slag == _VAL:
        drawn = votering.utfall if votering.avgjord_av == "lottning" else None
        return Result(drawn, "lottning") if drawn else Result(None, None, "lottning")
    return _by_ordförande(votering, ordförande)


def _by_ordförande(votering: VoteringRow, ordförande: str | None) -> Result:
    if votering.sluten:  # nobody's vote is known: what was written down stands
        cast = votering.utfall if votering.avgjord_av == "utslagsröst" else None
    else:
        cast = votering.röster.get(ordförande or "")
    if cast in ("ja", "nej"):
        return Result(cast, "utslagsröst")
    return Result(None, None, "utslagsröst")


def result_of(protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow) -> Result:
    """Return what a round in a § comes to, by who serves and presides there."""
    silent = sum(one.läge == "ej röstat" for one in ballot(protokoll, paragraf, votering))
    return result(votering, silent=silent, ordförande=ordförande_at(protokoll, paragraf))


def settled(protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow) -> VoteringRow:
    """Return a round with the outcome that follows from its votes."""
    found = result_of(protokoll, paragraf, votering)
    return replace(votering, utfall=found.utfall, avgjord_av=found.avgjord_av)


def meaning(votering: VoteringRow) -> str | None:
    """Return what won: the Ja- or the Nej-proposition; None while nothing has.

    Ja does not mean bifall: the proposition says what it means (RULES.md 4, point 5).
    """
    both = {"ja": votering.ja_betyder, "nej": votering.nej_betyder}
    return both.get(votering.utfall or "")


def lost(votering: VoteringRow) -> str | None:
    """Return what lost: the Ja- or the Nej-proposition; None while nothing has."""
    both = {"nej": votering.ja_betyder, "ja": votering.nej_betyder}
    return both.get(votering.utfall or "")


def same(one: str | None, other: str | None) -> bool:
    """Say whether two propositions are worded alike, but for case, spaces and a full stop."""
    return _plain(one) == _plain(other) != ""


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).rstrip(".").casefold()


def votering_findings(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[VoteringFinding, ...]:
    """Return what is unusual about the voteringar of a §, in their order."""
    found: list[VoteringFinding] = []
    for votering in paragraf.voteringar:
        lines = ballot(protokoll, paragraf, votering)
        found += (VoteringFinding(rule, votering.id) for rule in _of_the_proposition(votering))
        found += _of_the_names(votering, lines)
        if votering.sluten:
            voters = len(may_vote(protokoll, paragraf, votering.punkt))
            found += (VoteringFinding(rule, votering.id) for rule in _closed(votering, voters))
        found += _of_the_result(protokoll, paragraf, votering)
    return (*found, *_of_the_rounds(paragraf.voteringar))


def _of_the_proposition(votering: VoteringRow) -> Iterator[VoteringRule]:
    if votering.slag == _VAL and not votering.sluten:
        yield "öppet val"
    if votering.sluten and votering.slag != _VAL:
        yield "sluten omröstning"
    if not (votering.ja_betyder.strip() and votering.nej_betyder.strip()):
        yield "proposition saknas"
    elif same(votering.ja_betyder, votering.nej_betyder):
        yield "samma proposition"


def _closed(votering: VoteringRow, voters: int) -> Iterator[VoteringRule]:
    count = counts(votering)
    if votering.röster:
        yield "namn i sluten omröstning"
    if count.ja + count.nej + count.avstår > voters:
        yield "fler röster än röstande"


def _of_the_names(votering: VoteringRow, lines: tuple[Voter, ...]) -> Iterator[VoteringFinding]:
    if votering.sluten:
        return
    rows: dict[VoteringRule, list[str]] = {
        "röster saknas": [one.person_id for one in lines if one.läge == "ej röstat"],
        "röstar trots jäv": [one.person_id for one in lines if one.läge == "jäv" and one.röst],
        "röstar utan att tjänstgöra": [
            one.person_id for one in lines if one.läge == "frånvarande" and one.röst
        ],
    }
    for rule, persons in rows.items():
        if persons:
            yield VoteringFinding(rule, votering.id, tuple(persons))


def _of_the_result(
    protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow
) -> Iterator[VoteringFinding]:
    both = tuple(key for key in votering.röster if key in paragraf.deltar_inte)
    if both:
        yield VoteringFinding("röstar men deltar inte", votering.id, both)
    chair = ordförande_at(protokoll, paragraf)
    # names that are missing are told apart; what the others' votes come to is judged all the same
    found = result(votering, silent=0, ordförande=chair)
    persons = (chair,) if chair and found.missing == "utslagsröst" else ()
    for rule in _outcome_rules(votering, found):
        yield VoteringFinding(rule, votering.id, persons)


def _outcome_rules(votering: VoteringRow, found: Result) -> Iterator[VoteringRule]:
    match found.missing:
        case "utslagsröst":
            yield "ordföranden måste rösta"
        case "lottning":
            yield "lottning saknas"
        case "röster":
            yield "resultat saknas"
        case None if votering.utfall is None:
            yield "resultat saknas"
        case None if votering.utfall != found.utfall:
            yield "resultat mot rösterna"
        case None if (votering.avgjord_av or found.avgjord_av) != found.avgjord_av:
            yield "fel avgörande"
        case None:
            pass


def _of_the_rounds(rounds: tuple[VoteringRow, ...]) -> Iterator[VoteringFinding]:
    for punkt in dict.fromkeys(one.punkt for one in rounds):
        mine = [one for one in rounds if one.punkt == punkt]
        kontra = [one for one in mine if one.slag == _KONTRA]
        if kontra and not any(one.slag == "huvudvotering" for one in mine):
            yield VoteringFinding("huvudvotering saknas", kontra[-1].id)
        for before, after in pairwise(mine):
            if before.slag == "huvudvotering" and after.slag == _KONTRA:
                yield VoteringFinding("kontraproposition efter huvudvotering", after.id)
        yield from _returning(mine)


def _returning(rounds: list[VoteringRow]) -> Iterator[VoteringFinding]:
    """Yield the rounds in which a proposition comes back that a kontraproposition struck out."""
    out: list[str | None] = []
    for one in rounds:
        sides = (one.ja_betyder, one.nej_betyder)
        if any(same(side, gone) for side in sides for gone in out):
            yield VoteringFinding("utslaget förslag kommer igen", one.id)
        if one.slag == _KONTRA:
            out.append(lost(one))
