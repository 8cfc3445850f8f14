"""Who sits on which seat at a §, and how many it takes. Pure functions."""

from collections.abc import Iterable
from dataclasses import dataclass

from nämnd.core.paragrafer import NONE
from nämnd.närvaro.meeting import At, Meeting, parts
from nämnd.närvaro.values import TJÄNSTGÖR, DeltagareRow, JävRow, NärvaroRow, Seat
from nämnd.organisation.rules import LEDAMÖTER


@dataclass(frozen=True, slots=True)
class Beslutsförhet:
    """How many serve, of how many seats, and how many it takes."""

    serving: int
    seats: int
    needed: int
    punkt: str | None = None  # the punkt of the § at which fewest serve, when it is just a part

    @property
    def ok(self) -> bool:
        """Say whether the nämnd may handle the matter."""
        return self.serving >= self.needed


def seats(
    närvaro: Iterable[NärvaroRow],
    jäv: Iterable[JävRow],
    nummer: int,
    punkt: str | None = None,
) -> tuple[Seat, ...]:
    """Return who serves at § `nummer`, or at a punkt of it, each person once.

    Ledamöter and tjänstgörande ersättare who are there, but those who left for jäv; and those who
    stepped in for them. Without `punkt` a jäv about a single punkt takes nobody away.

    Source: KL 6:27 (who counts), 6:30 (one with jäv must not even be there).
    """
    out = At(nummer, tuple(jäv), punkt).out
    gone = {one.person_id for one in out}
    found: dict[str, Seat] = {}
    for row in närvaro:
        if row.roll not in TJÄNSTGÖR or row.deltar_i == "beredning" or row.person_id in gone:
            continue
        there = row.paragrafer.covers(nummer, punkt) if punkt else row.paragrafer.touches(nummer)
        if there:
            vacant = row.roll == TJÄNSTGÖR[1] and row.för is None
            found.setdefault(row.person_id, Seat(row.person_id, row.för, vakant=vacant))
    for one in out:
        if one.ersätts_av and one.ersätts_av not in gone:
            found.setdefault(one.ersätts_av, Seat(one.ersätts_av, one.person_id))
    return tuple(found.values())


def serving(meeting: Meeting, at: At) -> tuple[Seat, ...]:
    """Return who serves there."""
    return seats(meeting.närvaro, at.jäv, at.nummer, at.punkt)


def quorum(platser: int) -> int:
    """Return how many must serve for a nämnd of `platser` seats to be beslutsför: 7 of 12.

    Source: KL 6:27, more than half of ledamöterna. Vacant seats count among the seats (RULES.md 2,
    general knowledge).
    """
    return platser // 2 + 1


def ledamöter(meeting: Meeting) -> tuple[DeltagareRow, ...]:
    """Return the ledamöter that day; also those who have no uppdrag here but served as such."""
    as_such = {row.person_id for row in meeting.närvaro if row.roll == TJÄNSTGÖR[0]}
    return tuple(
        one
        for one in meeting.deltagare.values()
        if one.roll in LEDAMÖTER or (one.roll is None and one.person_id in as_such)
    )


def platser(meeting: Meeting) -> int:
    """Return how many seats the nämnd has: those set for its huvudmän.

    When none are set, the ledamöter that day and the seats that are said to be vacant.
    """
    fixed = sum(one.platser for one in meeting.huvudmän)
    return fixed or len(ledamöter(meeting)) + len(meeting.vakanta_platser)


def beslutsför(meeting: Meeting, at: At) -> Beslutsförhet:
    """Return whether the nämnd is beslutsför at a §; of its punkter the weakest counts.

    Each seat counts once, also when two have been written down on it.

    Source: KL 6:27 (per ärende), 6:30 (one with jäv leaves); the exception for jäv in KL 5:46 is
    for fullmäktige only.
    """
    many = platser(meeting)
    found = [(len(_filled(meeting, one)), one.punkt) for one in parts(meeting, at)]
    count, punkt = min(found, key=lambda one: one[0])
    return Beslutsförhet(count, many, quorum(many), punkt)


def roll_there(roll: str | None) -> str:
    """Return as what somebody with an uppdrag is at a sammanträde, until an ersättare serves."""
    if roll in LEDAMÖTER:
        return TJÄNSTGÖR[0]
    if roll in ("ersättare", "personalföreträdare"):
        return roll
    return "tjänsteman" if roll in ("sekreterare", "tjänsteman") else "gäst"


def absent(meeting: Meeting) -> tuple[str, ...]:
    """Return the ledamöter who were never there, and others who said that they would not come."""
    there = {row.person_id for row in meeting.närvaro if row.paragrafer != NONE}
    told = [row.person_id for row in meeting.frånvaro]
    missing = dict.fromkeys((*(one.person_id for one in ledamöter(meeting)), *told))
    return tuple(key for key in missing if key not in there)


def broke_off(meeting: Meeting, person_id: str, nummer: int) -> bool:
    """Say whether a ledamot left before § `nummer` for another reason than jäv.

    They should not serve again the same day, where reglementet repeats KL 5:17–20 (RULES.md 2): a
    warning, no more. Who leaves for jäv has no row that ends.
    """
    return any(
        row.paragrafer.until(nummer - 1) != NONE and row.paragrafer.since(nummer) == NONE
        for row in meeting.närvaro
        if row.person_id == person_id and row.roll == TJÄNSTGÖR[0]
    )


def owner(meeting: Meeting, at: At, seat: Seat) -> str:
    """Return whose seat it is: the ledamot's, also when their ersättare left for jäv in turn."""
    key = seat.för or seat.person_id
    for row in meeting.närvaro:
        if row.person_id == key and row.för and row.paragrafer.touches(at.nummer):
            return row.för
    return key


def _filled(meeting: Meeting, at: At) -> set[str]:
    return {owner(meeting, at, seat) for seat in serving(meeting, at)}
