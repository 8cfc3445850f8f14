"""The people of a sammanträde as rows of a list: by huvudman, with what they are at a §."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from nämnd.core.paragrafer import NONE
from nämnd.närvaro.ersättare import ersättare, in_the_room
from nämnd.närvaro.gaps import Gap, gaps
from nämnd.närvaro.rules import ledamöter, owner, roll_there, serving
from nämnd.närvaro.values import DeltagareRow, NärvaroRow, Seat
from nämnd.organisation.rules import LEDAMÖTER
from ui.närvaro.place import Place
from ui.närvaro.words import VACANT, set_text
from ui.toolkit.palette import Role

CHAIRS = LEDAMÖTER[:-1]
_GUESTS = ("personalföreträdare", "tjänsteman", "gäst")


class Kind(Enum):
    """What a row is about."""

    HEADING = auto()
    LEDAMOT = auto()
    SERVING = auto()  # a tjänstgörande ersättare, under the ledamot
    ERSÄTTARE = auto()
    GUEST = auto()
    VACANT = auto()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row. `id` is the person's; `state` is drawn as a chip unless its role is MUTED."""

    id: str
    kind: Kind
    name: str
    below: str = ""
    state: str = ""
    role: Role = Role.MUTED
    gap: Gap | None = None

    @property
    def spoken(self) -> str:
        """Return what a screen reader says."""
        return ", ".join(filter(None, (self.name, self.below, self.state)))


def person_rows(place: Place) -> tuple[PersonRow, ...]:
    """Return everybody: ledamöter by huvudman with who replaces them, then the others."""
    found = _Rows(place)
    return (*found.seats(), *found.ersättare(), *found.guests())


class _Rows:
    """Makes the rows at one place."""

    def __init__(self, place: Place) -> None:
        self._place, self._meeting, self._at = place, place.protokoll, place.at
        self._seats = {seat.person_id: seat for seat in serving(self._meeting, self._at)}
        self._owners = {
            seat.person_id: owner(self._meeting, self._at, seat) for seat in self._seats.values()
        }
        self._gaps = gaps(self._meeting, self._at)
        self._shown: set[str] = set()
        self._of: dict[str, list[NärvaroRow]] = {}  # the presence of each person
        for row in place.protokoll.närvaro:
            self._of.setdefault(row.person_id, []).append(row)

    def seats(self) -> Iterator[PersonRow]:
        """Give the ledamöter of each huvudman, each followed by who replaces them."""
        known = ledamöter(self._meeting)
        groups = [(one.id, one.namn) for one in self._meeting.huvudmän]
        ids = {key for key, _ in groups}
        for key, name in (*groups, (None, "Ledamöter")):
            mine = [
                one for one in known if (one.huvudman_id if one.huvudman_id in ids else None) == key
            ]
            vacant = [gap for gap in self._gaps if not gap.person_id and gap.huvudman_id == key]
            taken = [seat for seat in self._seats.values() if self._on_vacant(seat, key, ids)]
            if mine or vacant or taken:
                yield PersonRow(f"heading/{key}", Kind.HEADING, name)
            for one in mine:
                yield from self._ledamot(one)
            for seat in taken:
                yield self._serving(seat, "på vakant plats")
            for number, gap in enumerate(vacant, 1):
                row_id = f"vakant/{key}/{number}"
                yield PersonRow(row_id, Kind.VACANT, VACANT, gap.parti or "", "tom", Role.WARN, gap)

    def ersättare(self) -> Iterator[PersonRow]:
        """Give those in the room who do not serve, and then those who are not there."""
        here = [key for key in in_the_room(self._meeting, self._at) if key not in self._shown]
        known = [one.person_id for one in ersättare(self._meeting)]
        away = [key for key in known if key not in (*here, *self._shown)]
        for key, name, people in (
            ("rummet", "Ersättare i rummet", here),
            ("borta", "Övriga ersättare", away),
        ):
            if people:
                yield PersonRow(f"heading/{key}", Kind.HEADING, name)
                yield from (self._plain(one, Kind.ERSÄTTARE) for one in people)

    def guests(self) -> Iterator[PersonRow]:
        """Give tjänstemän, personalföreträdare and guests, those with an uppdrag last."""
        there = [row.person_id for row in self._meeting.närvaro if row.roll in _GUESTS]
        due = [
            one.person_id
            for one in self._meeting.deltagare.values()
            if one.roll and one.roll not in LEDAMÖTER and roll_there(one.roll) in _GUESTS
        ]
        keys = [key for key in dict.fromkeys((*there, *due)) if key not in self._shown]
        if keys:
            yield PersonRow("heading/övriga", Kind.HEADING, "Tjänstemän och gäster")
            yield from (self._plain(key, Kind.GUEST) for key in keys)

    def _ledamot(self, one: DeltagareRow) -> Iterator[PersonRow]:
        self._shown.add(one.person_id)
        gap = next((gap for gap in self._gaps if gap.person_id == one.person_id), None)
        state, role = self._state(one.person_id)
        below = one.roll if one.roll in CHAIRS else ""
        name = one.name_and_party
        yield PersonRow(one.person_id, Kind.LEDAMOT, name, below or "", state, role, gap)
        for seat in self._seats.values():
            if seat.person_id != one.person_id and self._owners[seat.person_id] == one.person_id:
                yield self._serving(
                    seat, f"ersätter {self._meeting.name(seat.för or one.person_id)}"
                )

    def _serving(self, seat: Seat, below: str) -> PersonRow:
        self._shown.add(seat.person_id)
        row = next((one for one in self._rows(seat.person_id) if one.för == seat.för), None)
        if row is not None and row.anmärkning:
            below = f"{below} ({row.anmärkning})"
        state, role = self._state(seat.person_id)
        name = self._meeting.name(seat.person_id)
        return PersonRow(seat.person_id, Kind.SERVING, name, below, state, role)

    def _plain(self, key: str, kind: Kind) -> PersonRow:
        self._shown.add(key)
        one = self._meeting.deltagare.get(key)
        state, role = self._state(key)
        below = _below(one, kind) if one else ""
        return PersonRow(key, kind, self._meeting.name(key), below, state, role)

    def _on_vacant(self, seat: Seat, key: str | None, ids: set[str]) -> bool:
        one = self._meeting.deltagare.get(seat.person_id)
        return seat.vakant and (_of(one, ids) if one else None) == key

    def _rows(self, key: str) -> list[NärvaroRow]:
        return self._of.get(key, [])

    def _state(self, key: str) -> tuple[str, Role]:
        """Return where somebody is: the whole time, from a §, away, out for jäv."""
        if jäv := next((one for one in self._at.jäv if one.person_id == key), None):
            punkt = f" p. {jäv.punkt}" if jäv.punkt else ""
            return f"ej § {self._at.nummer}{punkt} (jäv)", Role.NOTE
        rows, there = self._rows(key), self._place.there(key)
        if there == NONE:
            return self._away(key)
        here = [row for row in rows if row.paragrafer.touches(self._at.nummer)]
        if not here:
            return set_text(there), Role.WARN
        if any(row.deltar_i == "beredning" for row in here):
            return "bara beredning", Role.NOTE
        if any(row.på_distans for row in here):
            return "på distans", Role.NOTE
        return set_text(there), Role.MUTED

    def _away(self, key: str) -> tuple[str, Role]:
        told = next((row for row in self._meeting.frånvaro if row.person_id == key), None)
        if told is not None:
            return ("anmält frånvaro" if told.anmäld else "frånvarande"), Role.LATE
        one = self._meeting.deltagare.get(key)
        expected = bool(self._meeting.närvaro) and one is not None and one.roll in LEDAMÖTER
        return ("frånvarande", Role.LATE) if expected else ("inte här", Role.MUTED)


def _of(one: DeltagareRow, ids: set[str]) -> str | None:
    return one.huvudman_id if one.huvudman_id in ids else None


def _below(one: DeltagareRow, kind: Kind) -> str:
    if kind is Kind.ERSÄTTARE:
        return one.huvudman or ""
    return one.titel or (one.roll if one.roll == "adjungerad" else "") or ""
