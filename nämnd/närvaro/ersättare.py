"""Which ersättare steps in: proposals with a reason, and what is unusual about a choice.

The program proposes and never forbids: any ersättare may be chosen. Source: KL 6:16–17
(fullmäktige decides the order: it is a setting of the nämnd), RULES.md section 2.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.paragrafer import NONE
from nämnd.närvaro.gaps import Gap, Why, gaps
from nämnd.närvaro.meeting import At, Meeting
from nämnd.närvaro.rules import serving
from nämnd.närvaro.values import TJÄNSTGÖR, DeltagareRow, FrånvaroRow

_LAST = 10_000  # where one without a place in the order of service stands


class Basis(Enum):
    """Why somebody is proposed."""

    SAID_YES = auto()  # was asked before the day
    OWN = auto()  # is the personlig ersättare
    HUVUDMAN_AND_PARTI = auto()
    HUVUDMAN = auto()
    PARTI = auto()
    ORDER = auto()  # next in the order of service
    OTHER = auto()


class Unusual(Enum):
    """What is unusual about a choice."""

    OTHER_HUVUDMAN = auto()
    OTHER_PARTI = auto()
    OUT_OF_ORDER = auto()
    BEGUN_PASSED_OVER = auto()  # one who has begun to serve keeps precedence
    TWO_FOR_ONE = auto()


@dataclass(frozen=True, slots=True)
class Note:
    """What is unusual, and who else it is about: the one passed over, or who served before."""

    kind: Unusual
    other: str | None = None  # person id


@dataclass(frozen=True, slots=True)
class Proposal:
    """An ersättare who may step in. `notes` is empty when the choice is just as the order says."""

    person_id: str
    basis: Basis
    begun: bool = False  # has served before at this sammanträde
    notes: tuple[Note, ...] = ()

    @property
    def fits(self) -> bool:
        """Say whether the program may propose it by itself: never one of another huvudman."""
        return all(note.kind is not Unusual.OTHER_HUVUDMAN for note in self.notes)


def proposals(
    meeting: Meeting, gap: Gap, at: At, there: Collection[str] | None = None
) -> tuple[Proposal, ...]:
    """Return every ersättare who can step in, the one to choose first.

    Args:
        meeting: the sammanträde.
        gap: the seat.
        at: where; the gap's punkt counts.
        there: who is in the room; None: those who are written down as there at that §.

    Nobody who serves already, has jäv or is absent is among them. The order is the nämnd's
    ersättarordning:

    - huvudman: the same huvudman; in it the same parti first;
    - parti: the same parti, then the others;
    - personlig: their own, the same parti, the same huvudman, the others;
    - fri: the order of service;
    - none set: as huvudman, and no choice is unusual.

    Before all comes who has said yes to stepping in for that ledamot; and among equals who has
    begun to serve at the sammanträde (as in KL 5:17–20, when reglementet repeats them).
    """
    order = _Order(meeting, gap, _room(meeting, _where(gap, at), there))
    ranked = sorted(order.candidates, key=order.rank)
    return tuple(order.proposal(one) for one in ranked)


def proposed(
    meeting: Meeting, at: At, there: Collection[str] | None = None
) -> tuple[tuple[Gap, Proposal | None], ...]:
    """Return each gap at a § with the ersättare to choose for it; nobody is proposed twice.

    Where two seats would have the same ersättare, the one they fit better gets them.
    """
    found = gaps(meeting, at)
    rooms = {where: _room(meeting, where, there) for where in {_where(gap, at) for gap in found}}
    orders = [_Order(meeting, gap, rooms[_where(gap, at)]) for gap in found]
    pairs = sorted(
        (order.tier(one), place, order.rank(one), one.person_id)
        for place, order in enumerate(orders)
        for one in order.candidates
        if order.fits(one)
    )
    chosen: dict[int, str] = {}
    for _, place, _, key in pairs:
        if place not in chosen and key not in chosen.values():
            chosen[place] = key
    return tuple(
        (gap, orders[place].proposal(meeting.deltagare[chosen[place]]) if place in chosen else None)
        for place, gap in enumerate(found)
    )


def call_order(meeting: Meeting, frånvaro: FrånvaroRow) -> tuple[Proposal, ...]:
    """Return the ersättare to call for somebody who is not coming, the one to call first.

    Those who have said no, or yes to another, or are not coming themselves, are left out. Who has
    not answered comes last.
    """
    answers = {
        one.person_id: (row.person_id, one.svar)
        for row in meeting.frånvaro
        for one in row.inkallade
    }
    taken = {
        key
        for key, (whom, svar) in answers.items()
        if svar == "nej" or (svar == "ja" and whom != frånvaro.person_id)
    }
    silent = {key for key, (_, svar) in answers.items() if svar == "inget svar"}
    there = {one.person_id for one in ersättare(meeting)} - taken
    ledamot = meeting.deltagare.get(frånvaro.person_id)
    huvudman_id, parti = (ledamot.huvudman_id, ledamot.parti) if ledamot else (None, None)
    gap = Gap(frånvaro.person_id, huvudman_id, parti, Why.ABSENT)
    found = proposals(meeting, gap, At(0), there)
    return tuple(sorted(found, key=lambda one: one.person_id in silent))


def notes_on(
    meeting: Meeting, gap: Gap, person_id: str, at: At, there: Collection[str] | None = None
) -> tuple[Note, ...]:
    """Return what is unusual about choosing `person_id`, whoever it is."""
    order = _Order(meeting, gap, _room(meeting, _where(gap, at), there))
    return order.notes(meeting.deltagare[person_id])


def ersättare(meeting: Meeting) -> tuple[DeltagareRow, ...]:
    """Return everybody with an uppdrag as ersättare that day, in order of service."""
    return tuple(one for one in meeting.deltagare.values() if one.roll == "ersättare")


def in_the_room(meeting: Meeting, at: At) -> tuple[str, ...]:
    """Return the ersättare who are there without serving."""
    serve = {seat.person_id for seat in serving(meeting, at)}
    found = dict.fromkeys(
        row.person_id
        for row in meeting.närvaro
        if row.roll in ("ersättare", TJÄNSTGÖR[1]) and row.paragrafer.touches(at.nummer)
    )
    return tuple(key for key in found if key not in serve and not at.has_jäv(key))


class _Order:
    """The order in which ersättare come for one seat."""

    def __init__(self, meeting: Meeting, gap: Gap, room: "_Room") -> None:
        self._meeting, self._gap, self._room = meeting, gap, room
        self._rule = meeting.nämnd.ersättarordning
        self._begun, self.candidates = room.begun, room.candidates
        self._yes = _said_yes(meeting, gap.person_id)

    def rank(self, one: DeltagareRow) -> tuple[int, bool, bool, int, int]:
        """Return what puts `one` before others."""
        return (
            self.tier(one),
            self._rule == "parti" and not self._same_huvudman(one),
            one.person_id not in self._begun,
            one.ordning or _LAST,
            self._room.place[one.person_id],
        )

    def tier(self, one: DeltagareRow) -> int:
        """Return how well `one` fits the seat; lower is better."""
        if one.person_id in self._yes:
            return -1
        return self._tier(one)

    def fits(self, one: DeltagareRow) -> bool:
        """Say whether the program may propose `one` by itself, as `Proposal.fits`."""
        return all(note.kind is not Unusual.OTHER_HUVUDMAN for note in self._from_elsewhere(one))

    def proposal(self, one: DeltagareRow) -> Proposal:
        """Return `one` with the reason, and what is unusual."""
        begun = one.person_id in self._begun
        return Proposal(one.person_id, self._basis(one), begun, self.notes(one))

    def notes(self, one: DeltagareRow) -> tuple[Note, ...]:
        """Return what is unusual about `one`."""
        found = [*self._from_elsewhere(one)]
        earlier = self._passed_over(one) if not found else None
        if earlier:
            begun = earlier in self._begun
            kind = Unusual.BEGUN_PASSED_OVER if begun else Unusual.OUT_OF_ORDER
            found.append(Note(kind, earlier))
        before = self._served_before(one)
        return (*found, Note(Unusual.TWO_FOR_ONE, before)) if before else tuple(found)

    def _tier(self, one: DeltagareRow) -> int:
        huvudman, parti = self._same_huvudman(one), self._same_parti(one)
        match self._rule:
            case "fri":
                return 0
            case "parti":
                return 0 if parti else 1
            case "personlig":
                own = one.ersätter is not None and one.ersätter == self._gap.person_id
                return 0 if own else 1 if parti else 2 if huvudman else 3
            case _:
                return 2 if not huvudman else 0 if parti else 1

    def _basis(self, one: DeltagareRow) -> Basis:
        if one.person_id in self._yes:
            return Basis.SAID_YES
        if self._rule == "fri":
            return Basis.ORDER
        if self._rule == "personlig" and self._tier(one) == 0:
            return Basis.OWN
        match self._same_huvudman(one), self._same_parti(one):
            case True, True:
                return Basis.HUVUDMAN_AND_PARTI
            case True, False:
                return Basis.HUVUDMAN
            case False, True:
                return Basis.PARTI
            case _:
                return Basis.OTHER

    def _same_huvudman(self, one: DeltagareRow) -> bool:
        return self._gap.huvudman_id is None or one.huvudman_id == self._gap.huvudman_id

    def _same_parti(self, one: DeltagareRow) -> bool:
        return self._gap.parti is None or one.parti == self._gap.parti

    def _from_elsewhere(self, one: DeltagareRow) -> list[Note]:
        if self._rule == "huvudman" and not self._same_huvudman(one):
            return [Note(Unusual.OTHER_HUVUDMAN)]
        own = self._rule == "personlig" and self._tier(one) == 0
        if self._rule in ("parti", "personlig") and not own and not self._same_parti(one):
            return [Note(Unusual.OTHER_PARTI)]
        return []

    def _passed_over(self, one: DeltagareRow) -> str | None:
        """Return who should have come before `one`."""
        if self._rule is None or one.person_id in self._begun | self._yes:
            return None
        for other in sorted(self.candidates, key=self.rank):
            if other.person_id != one.person_id and self._before(other, one):
                return other.person_id
        return None

    def _before(self, other: DeltagareRow, one: DeltagareRow) -> bool:
        if self._rule == "personlig" and self._tier(other) < self._tier(one):
            return True
        earlier = other.person_id in self._begun or 0 < other.ordning < (one.ordning or _LAST)
        return earlier and self.rank(other)[:2] <= self.rank(one)[:2]

    def _served_before(self, one: DeltagareRow) -> str | None:
        """Return another who serves for the same ledamot at other §§."""
        for row in self._meeting.närvaro:
            same = row.för is not None and row.för == self._gap.person_id
            if same and row.person_id != one.person_id and row.paragrafer != NONE:
                return row.person_id
        return None


@dataclass(frozen=True, slots=True)
class _Room:
    """Who can step in at a place, whichever the seat: worked out once for all seats there."""

    begun: frozenset[str]
    candidates: tuple[DeltagareRow, ...]
    place: Mapping[str, int]  # in the order of service


def _where(gap: Gap, at: At) -> At:
    return at.with_punkt(gap.punkt or at.punkt)


def _room(meeting: Meeting, at: At, there: Collection[str] | None) -> _Room:
    away = {row.person_id for row in meeting.frånvaro}
    here = set(in_the_room(meeting, at)) if there is None else set(there) - away
    free = here - {seat.person_id for seat in serving(meeting, at)}
    candidates = tuple(
        one for one in ersättare(meeting) if one.person_id in free and not at.has_jäv(one.person_id)
    )
    place = {key: place for place, key in enumerate(meeting.deltagare)}
    return _Room(_begun(meeting, at), candidates, place)


def _begun(meeting: Meeting, at: At) -> frozenset[str]:
    return frozenset(
        row.person_id
        for row in meeting.närvaro
        if row.roll == TJÄNSTGÖR[1] and row.paragrafer.until(at.nummer) != NONE
    )


def _said_yes(meeting: Meeting, person_id: str | None) -> frozenset[str]:
    return frozenset(
        one.person_id
        for row in meeting.frånvaro
        if row.person_id == person_id
        for one in row.inkallade
        if one.svar == "ja"
    )
