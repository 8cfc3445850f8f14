"""The voteringslista: who voted what in every open votering of the sammanträde.

Source: KL 5:67 p 5; PRACTICE.md section 3, the shared skeleton 7.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nämnd.core.richtext import Paragraph, Run, Runs
from nämnd.documents.content import Block, Facts, Subheading, Table, text
from nämnd.documents.protokoll.marks import mark
from nämnd.documents.protokoll.omröstning import meanings, round_name
from nämnd.protokoll.ballot import ballot
from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import ParagrafRow, Protokoll, VoteringRow

_BESIDE = 7  # voteringar in one table
_SIGNS = {
    "ja": "Ja",
    "nej": "Nej",
    "avstår": "Avstår",
    "deltar inte": "Deltar ej",
    "jäv": "Jäv",
    "ej röstat": "Saknas",
}
_NOT_THERE = "–"
_LEGEND = (
    "Ja och Nej betyder olika saker i varje votering, se nedan. Avstår: deltar i beslutet men "
    "lägger ner sin röst. Deltar ej: deltar inte i beslutet. Jäv: får inte delta och är inte i "
    "rummet. –: frånvarande eller tjänstgör inte."
)


@dataclass(frozen=True, slots=True)
class _Column:
    """One votering: its heading, what it was about, and a sign for each person."""

    head: str
    name: str
    votering: VoteringRow
    signs: dict[str, str]


def voteringslista(protokoll: Protokoll, *, level: int) -> Iterator[Block]:
    """Yield the tables, some voteringar in each, and what Ja and Nej meant."""
    columns = [
        column for paragraf in protokoll.paragrafer for column in _columns(protokoll, paragraf)
    ]
    yield Paragraph(text(_LEGEND))
    for start in range(0, len(columns), _BESIDE):
        yield _table(protokoll, columns[start : start + _BESIDE])
    yield Subheading("Vad Ja och Nej betyder", level)
    yield Facts(tuple((one.name, meanings(one.votering)) for one in columns))


def _columns(protokoll: Protokoll, paragraf: ParagrafRow) -> Iterator[_Column]:
    rounds = sorted(paragraf.voteringar, key=lambda one: one.omgång)
    for one in rounds:
        if one.sluten:
            continue
        several = len(rounds) > 1
        where = mark(protokoll, paragraf)
        voters = ballot(protokoll, paragraf, one)
        signs = {
            voter.person_id: _SIGNS.get(voter.röst or voter.läge, _NOT_THERE) for voter in voters
        }
        name = where + _rest(round_name(one, several=several))
        head = f"{where} omg. {one.omgång}" if several else where
        yield _Column(head, name, one, signs)


def _rest(name: str) -> str:
    return f", {name[:1].lower()}{name[1:]}" if name else ""


def _table(protokoll: Protokoll, columns: Sequence[_Column]) -> Table:
    head: tuple[Runs, ...] = (text("Namn"), *(text(one.head) for one in columns))
    people = [
        key
        for key in _in_order(protokoll)
        if any(one.signs.get(key, _NOT_THERE) != _NOT_THERE for one in columns)
    ]
    rows = [
        (text(protokoll.name(key)), *(text(one.signs.get(key, _NOT_THERE)) for one in columns))
        for key in people
    ]
    totals = [counts(one.votering) for one in columns]
    sums = (
        ("Summa Ja", [one.ja for one in totals]),
        ("Summa Nej", [one.nej for one in totals]),
        ("Summa avstår", [one.avstår for one in totals]),
    )
    for word, numbers in sums:
        rows.append(((Run(word, bold=True),), *(text(str(number)) for number in numbers)))
    return Table((head, *rows), tight=True)


def _in_order(protokoll: Protokoll) -> Iterator[str]:
    """Yield everybody in the order of seats; those whom nobody knows last."""
    yield from protokoll.deltagare
    known = set(protokoll.deltagare)
    for paragraf in protokoll.paragrafer:
        for votering in paragraf.voteringar:
            for key in votering.röster:
                if key not in known:
                    known.add(key)
                    yield key
