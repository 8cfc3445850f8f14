"""The bilagor of a protokoll: reservationer with a text, and the voteringslista.

Numbered through the whole protokoll, so that an utdrag says the same number.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.documents.content import Block, Heading, Rule
from nämnd.documents.parts import running_text
from nämnd.documents.protokoll.marks import mark
from nämnd.documents.protokoll.voteringslista import voteringslista
from nämnd.protokoll.names import movers
from nämnd.protokoll.values import ParagrafRow, Protokoll, ReservationRow


@dataclass(frozen=True, slots=True)
class Bilaga:
    """One bilaga; without a reservation it is the voteringslista."""

    nummer: int
    title: str
    reservation: ReservationRow | None = None

    @property
    def name(self) -> str:
        """Return «bilaga 1»."""
        return f"bilaga {self.nummer}"

    @property
    def anchor(self) -> str:
        """Return the name that links lead to."""
        return f"bilaga-{self.nummer}"


def bilagor(protokoll: Protokoll) -> tuple[Bilaga, ...]:
    """Return the bilagor of a protokoll, in order."""
    found = [
        Bilaga(nummer, _title(protokoll, paragraf, one), one)
        for nummer, (paragraf, one) in enumerate(_written(protokoll), start=1)
    ]
    if any(not one.sluten for row in protokoll.paragrafer for one in row.voteringar):
        found.append(Bilaga(len(found) + 1, "Voteringslista"))
    return tuple(found)


def bilaga_blocks(protokoll: Protokoll, chosen: tuple[Bilaga, ...]) -> Iterator[Block]:
    """Yield some bilagor, each with its heading."""
    for place, one in enumerate(chosen):
        if place:
            yield Rule()
        yield Heading(f"Bilaga {one.nummer}. {one.title}", 2, anchor=one.anchor)
        if one.reservation is None:
            yield from voteringslista(protokoll, level=3)
        else:
            yield from running_text(one.reservation.text or "")


def _written(protokoll: Protokoll) -> Iterator[tuple[ParagrafRow, ReservationRow]]:
    for paragraf in protokoll.paragrafer:
        for one in paragraf.reservationer:
            if (one.text or "").strip():
                yield paragraf, one


def _title(protokoll: Protokoll, paragraf: ParagrafRow, one: ReservationRow) -> str:
    who = movers(protokoll, one.av, one.av_partier)
    return f"Reservation, {mark(protokoll, paragraf)}{f', {who}' if who else ''}"
