"""The deltagarlista: everybody who may come, to tick off and sign on the day.

Source: PRACTICE.md sections 2 and 3 (G: närvarolista as a table, with absent and vacant seats).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nämnd.core.richtext import Paragraph, Runs
from nämnd.core.swedish import listed, short_date
from nämnd.documents.content import Block, Document, Heading, Note, Table, text
from nämnd.documents.klubblista.reminders import FEWEST
from nämnd.documents.parts import Sender, letterhead, notices, time_and_place
from nämnd.närvaro.rules import platser, quorum
from nämnd.närvaro.values import DeltagareRow
from nämnd.organisation.rules import LEDAMÖTER, HuvudmanDraft
from nämnd.organisation.seats import seats_set
from nämnd.protokoll.values import Protokoll

_NAME, _ROLE, _SIGNATURE, _REMARK = 30, 24, 24, 26  # shares of the width
_ABSENT = "Frånvarande"
_VACANT = "Vakant plats"
_SEATS = ("ledamot", "ersättare")


def build_deltagarlista(sender: Sender, protokoll: Protokoll) -> Document:
    """Return the list, by huvudman where there are any, then everybody else."""
    head = protokoll.sammanträde
    return Document(
        title=f"Deltagarlista {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, "Deltagarlista", head),
        blocks=(
            Heading("Deltagarlista", 1),
            time_and_place(head, weekdays=True),
            *notices(head),
            *_needed(protokoll),
            *_groups(_List(protokoll)),
        ),
        author=sender.nämnd.namn,
        subject="Deltagarlista",
    )


def _needed(protokoll: Protokoll) -> Iterator[Block]:
    many = platser(protokoll)
    if many >= FEWEST:
        needed = quorum(many)
        yield Note(text(f"Nämnden är beslutsför när minst {needed} av {many} tjänstgör."))


def _groups(rows: "_List") -> Iterator[Block]:
    if not rows.protokoll.deltagare:
        yield Paragraph(text("Ingen har uppdrag i nämnden den här dagen."))
    for huvudman in rows.protokoll.huvudmän:
        yield from rows.table(huvudman.namn, rows.of(huvudman.id), rows.vacant(huvudman))
    title = "Utan huvudman" if rows.protokoll.huvudmän else "Ledamöter och ersättare"
    yield from rows.table(title, rows.of(None), rows.vacant(None))
    yield from rows.table("Övriga", rows.others(), ())


@dataclass(frozen=True, slots=True)
class _List:
    """Makes the tables of one sammanträde."""

    protokoll: Protokoll

    def of(self, huvudman_id: str | None) -> list[DeltagareRow]:
        """Return the ledamöter of a huvudman, then its ersättare."""
        known = {one.id for one in self.protokoll.huvudmän}
        mine = [
            one
            for one in self.protokoll.deltagare.values()
            if (one.huvudman_id if one.huvudman_id in known else None) == huvudman_id
        ]
        return [one for roll in _SEATS for one in mine if _seat(one) == roll]

    def others(self) -> list[DeltagareRow]:
        return [one for one in self.protokoll.deltagare.values() if _seat(one) is None]

    def vacant(self, huvudman: HuvudmanDraft | None) -> tuple[tuple[str, str], ...]:
        """Return the vacant seats as (what the seat is called, its role)."""
        if huvudman is None:
            counted = any(map(seats_set, self.protokoll.huvudmän))
            seats = () if counted else self.protokoll.vakanta_platser
            return tuple((f"{_VACANT} ({one})" if one else _VACANT, _SEATS[0]) for one in seats)
        if not seats_set(huvudman):
            return ()
        here = [_seat(one) for one in self.of(huvudman.id)]
        wanted = zip(_SEATS, (huvudman.platser, huvudman.ersättarplatser), strict=True)
        return tuple(
            (_VACANT, roll) for roll, many in wanted for _ in range(many - here.count(roll))
        )

    def table(
        self, title: str, people: Iterable[DeltagareRow], vacant: Iterable[tuple[str, str]]
    ) -> Iterator[Block]:
        """Yield a table of people, and of the vacant seats after those that are filled."""
        days = self._days()
        empty: tuple[Runs, ...] = ((),) * (len(days) + 1)
        rows = [(_seat(one), self._person(one, len(days))) for one in people]
        rows += [(roll, (text(name), text(roll.capitalize()), *empty)) for name, roll in vacant]
        rows.sort(key=lambda row: row[0] == _SEATS[1])
        if not rows:
            return
        head = ("Namn (parti)", "Uppdrag", *days, "Anmärkning")
        shares = (_NAME, _ROLE, *[_SIGNATURE] * len(days), _REMARK)
        yield Heading(title, 2)
        yield Table((tuple(map(text, head)), *(row for _, row in rows)), tall=True, shares=shares)

    def _days(self) -> tuple[str, ...]:
        """Return the heads of the columns to sign in: one for each day when there are several."""
        dagar = self.protokoll.sammanträde.dagar
        if len(dagar) < 2:  # noqa: PLR2004 - several
            return ("Närvarande, signatur",)
        return tuple(f"Närvarande {short_date(one.datum)}" for one in dagar)

    def _person(self, one: DeltagareRow, days: int) -> tuple[Runs, ...]:
        signed = text(_ABSENT) if self._absent(one.person_id) else ()
        remark = text(self._remark(one.person_id))
        return (text(one.name_and_party), text(self._role(one)), *[signed] * days, remark)

    def _role(self, one: DeltagareRow) -> str:
        if one.roll in (None, "tjänsteman"):
            what = one.titel or one.roll or "gäst"
        elif one.ersätter:
            what = f"{one.roll} för {self.protokoll.name(one.ersätter)}"
        else:
            what = one.roll
        return what[:1].upper() + what[1:]

    def _absent(self, person_id: str) -> bool:
        return any(one.person_id == person_id for one in self.protokoll.frånvaro)

    def _remark(self, person_id: str) -> str:
        """Return who comes instead, or for whom somebody comes; and who was asked."""
        name = self.protokoll.name
        mine = [one for one in self.protokoll.frånvaro if one.person_id == person_id]
        instead = [name(a.person_id) for one in mine for a in one.inkallade if a.svar == "ja"]
        if instead:
            return f"{listed(instead)} tjänstgör."
        asked = [
            (one.person_id, a.svar)
            for one in self.protokoll.frånvaro
            for a in one.inkallade
            if a.person_id == person_id
        ]
        serves = listed(name(key) for key, svar in asked if svar == "ja")
        if serves:
            return f"Tjänstgör för {serves}."
        waiting = any(svar is None for _, svar in asked)
        return "Tillfrågad, har inte svarat än." if waiting else ""


def _seat(one: DeltagareRow) -> str | None:
    if one.roll in LEDAMÖTER:
        return _SEATS[0]
    return _SEATS[1] if one.roll == _SEATS[1] else None
