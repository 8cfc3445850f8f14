"""Who may vote in a round, and how each of them stands. Pure functions."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from nämnd.närvaro.meeting import At
from nämnd.närvaro.rules import seats
from nämnd.närvaro.tasks import presiding
from nämnd.närvaro.values import Seat
from nämnd.organisation.rules import LEDAMÖTER, role_order
from nämnd.protokoll.values import ParagrafRow, Protokoll, VoteringRow

Röstläge = Literal["ja", "nej", "avstår", "ej röstat", "deltar inte", "jäv", "frånvarande"]
RÖSTLÄGEN: tuple[str, ...] = get_args(Röstläge)
_LAST = {"jäv": 1, "frånvarande": 2}


@dataclass(frozen=True, slots=True)
class Voter:
    """One line of the voteringslista.

    `läge` is one of RÖSTLÄGEN. `röst` is what stands in the votering, even for somebody who may
    not vote: a contradiction to be shown. `för`: the ledamot whose seat an ersättare has.
    """

    person_id: str
    läge: str
    röst: str | None
    för: str | None = None

    @property
    def may_vote(self) -> bool:
        """Say whether this one has a vote: serves, and has not left for jäv (KL 4:24, 6:30)."""
        return self.läge not in _LAST


def ordförande_at(protokoll: Protokoll, paragraf: ParagrafRow) -> str | None:
    """Return who presides at a §: of those named the one who serves there."""
    return presiding(protokoll, At(paragraf.nummer, paragraf.jäv)).person_id


def may_vote(protokoll: Protokoll, paragraf: ParagrafRow, punkt: str | None) -> tuple[Seat, ...]:
    """Return the seats that have a vote in a § or a punkt of it.

    Source: KL 4:24 (one vote each), 4:22 (a tjänstgörande ersättare too), 6:30 (jäv).
    """
    return seats(protokoll.närvaro, paragraf.jäv, paragraf.nummer, punkt)


def ballot(protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow) -> tuple[Voter, ...]:
    """Return everybody who votes or could be expected to, each once and in the order of seats.

    Those who may vote first, then those with jäv, then ledamöter who are not there. Avstår, deltar
    inte, jäv and frånvarande are four different things (RULES.md 4; KL 4:25, 6:30).
    """
    rows = {one.person_id: one for one in _voters(protokoll, paragraf, votering)}
    places = {key: place for place, key in enumerate(sorted(rows, key=_seat_order(protokoll)))}

    def place(one: Voter) -> tuple[int, int]:
        return _LAST.get(one.läge, 0), places.get(one.för or "", places[one.person_id])

    return tuple(sorted(rows.values(), key=place))


def _voters(protokoll: Protokoll, paragraf: ParagrafRow, votering: VoteringRow) -> Iterator[Voter]:
    """Yield the lines; of two for one person the last counts."""
    röster = votering.röster
    for key in röster:
        yield Voter(key, "frånvarande", röster[key])
    for key, one in protokoll.deltagare.items():
        if one.roll in LEDAMÖTER and key not in röster:
            yield Voter(key, "frånvarande", None)
    for jäv in At(paragraf.nummer, paragraf.jäv, votering.punkt).out:
        yield Voter(jäv.person_id, "jäv", röster.get(jäv.person_id))
    for seat in may_vote(protokoll, paragraf, votering.punkt):
        röst = röster.get(seat.person_id)
        silent = "deltar inte" if seat.person_id in paragraf.deltar_inte else "ej röstat"
        yield Voter(seat.person_id, röst or silent, röst, seat.för)


def _seat_order(protokoll: Protokoll) -> Callable[[str], tuple[int, int, str]]:
    def key(person_id: str) -> tuple[int, int, str]:
        known = protokoll.deltagare.get(person_id)
        roll = known.roll if known and known.roll else ""
        return role_order(roll), known.ordning if known else 0, person_id

    return key
