"""The rounds of voting in a §: what Ja and Nej mean, who voted what, and the result.

Source: KL 5:67 p 3 and 5 (results, and how each voted in open omröstningar), 5:54–56.
"""

from collections.abc import Iterator

from nämnd.core.richtext import Paragraph, Run, Runs
from nämnd.documents.content import Block, Subheading, Table, Together, text
from nämnd.protokoll.ballot import Voter, ballot
from nämnd.protokoll.beslutsgång import vote_words
from nämnd.protokoll.meanings import decision, outcome
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import ParagrafRow, Protokoll, VoteringRow
from nämnd.protokoll.votering import meaning

LEVEL = 4  # of the heading of a round
VOTES = {"ja": "Ja", "nej": "Nej", "avstår": "Avstår"}
ASIDE = {
    "deltar inte": "Deltar inte",
    "jäv": "Jäv",
    "frånvarande": "Frånvarande",
    "ej röstat": "Röst saknas",
}
_SHARES = (7, 4, 29)  # of the width: the vote, how many, names
_SETTLED = {
    "utslagsröst": "Lika röstetal: ordförandens utslagsröst avgör.",
    "lottning": "Lika röstetal: lotten avgör.",
}


def omröstning(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[Block, ...]:
    """Return every round of a §."""
    rounds = sorted(paragraf.voteringar, key=lambda one: one.omgång)
    return tuple(
        block
        for one in rounds
        for block in _round(protokoll, paragraf, one, several=len(rounds) > 1)
    )


def round_name(votering: VoteringRow, *, several: bool) -> str:
    """Return what a round is called: «Omgång 1, kontraproposition»; «» for a lone omröstning."""
    about = f"punkt {votering.punkt}" if votering.punkt else ""
    kind = "" if votering.slag == "omröstning" else votering.slag
    number = f"omgång {votering.omgång}" if several else ""
    words = ", ".join(filter(None, (number, kind, about)))
    return words[:1].upper() + words[1:]


def _round(
    protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow, *, several: bool
) -> Iterator[Block]:
    name = round_name(votering, several=several)
    head = (Subheading(name, LEVEL),) if name else ()
    asked = meanings(votering)
    if votering.sluten:
        asked = f"{phrase(protokoll.nämnd.frasbank, 'sluten omröstning')} {asked}"
        table = Table(tuple(_counted(votering)))
    else:
        table = Table(tuple(_named(protokoll, paragraf, votering)), shares=_SHARES)
    result = Paragraph(tuple(_result(votering)))
    yield Together((*head, Paragraph(text(asked)), table, result))


def meanings(votering: VoteringRow) -> str:
    """Return what Ja and Nej mean: «Ja för avslag. Nej för bifall till ordförandens förslag.»."""
    ja, nej = (words.rstrip(". ") for words in (votering.ja_betyder, votering.nej_betyder))
    return f"Ja för {ja}. Nej för {nej}."


def _named(
    protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow
) -> Iterator[tuple[Runs, ...]]:
    """Yield a row for each way to vote, and for each way not to, with the names."""
    yield tuple(map(text, ("Röst", "Antal", "Namn")))
    voters = ballot(protokoll, paragraf, votering)
    for röst, word in VOTES.items():
        mine = [one for one in voters if one.röst == röst]
        if mine or röst != "avstår":
            yield _row(protokoll, word, mine)
    for läge, word in ASIDE.items():
        mine = [one for one in voters if one.läge == läge and one.röst is None]
        if mine:
            yield _row(protokoll, word, mine)


def _row(protokoll: Protokoll, word: str, voters: list[Voter]) -> tuple[Runs, ...]:
    names = ", ".join(protokoll.name(one.person_id) for one in voters)
    return text(word), text(str(len(voters))), text(names)


def _counted(votering: VoteringRow) -> Iterator[tuple[Runs, ...]]:
    yield tuple(map(text, ("Röst", "Antal")))
    count = counts(votering)
    yield text("Ja"), text(str(count.ja))
    yield text("Nej"), text(str(count.nej))
    if count.avstår:
        yield text("Avstår"), text(str(count.avstår))


def _result(votering: VoteringRow) -> Iterator[Run]:
    words = vote_words(votering)
    said = ", ".join(filter(None, (words["ja"], words["nej"], words["avstår"])))
    yield Run("Resultat: ", bold=True)
    yield Run(f"{said}.")
    if votering.avgjord_av in _SETTLED:
        yield Run(f" {_SETTLED[votering.avgjord_av]}")
    won = meaning(votering)
    if won and votering.slag == "kontraproposition":
        yield Run(f" Vidare till nästa omgång: {won.rstrip('.')}.")
    elif won:
        name_alone = votering.slag == "val" and decision(won).startswith("enligt ")
        yield Run(f" {outcome(f'val av {won}' if name_alone else won)}")
