"""What the page says about people: the columns of their table, the sums below it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from nämnd.core.swedish import counted, sort_key
from nämnd.documents.mail import without_address
from nämnd.organisation.queries import Called, UppdragRow
from nämnd.organisation.rules import reachable, role_order, serves
from nämnd.organisation.seats import Vacancy, VacantSeat
from ui.organisation.people_now import PeopleRow
from ui.toolkit.palette import Role
from ui.toolkit.table import Column

NOT_REACHABLE = (
    "Adressen sparas, men alla e-postprogram kan inte skicka till den, så den kommer inte med i "
    "brevet."
)
VACANT = "Vakant plats"
APPOINTER, ORDER, FROM, UNTIL, MAIL = 3, 4, 5, 6, 7  # places of columns


@dataclass(frozen=True, slots=True)
class PeopleWords:
    """What the table says, and how.

    Attributes:
        shown: gives the day; what does not hold on it is muted.
        name_of: names the ledamot with an id, for their personal ersättare.
    """

    shown: Callable[[], date]
    name_of: Callable[[str], str]

    def columns(self) -> tuple[Column[PeopleRow], ...]:
        """Return the columns of the table of people."""
        mail = Column(
            "E-post", _mail, lambda one: sort_key(_mail(one)), role=self._mail_role, tip=_mail_tip
        )
        return (
            self._column("Namn", _name, lambda one: sort_key(_name(one)), 19),
            self._column("Parti", _party, lambda one: sort_key(_party(one)), 5),
            self._column("Uppdrag", self._role_text, _role_key, 17),
            self._column("Utsedd av", _appointer, lambda one: sort_key(_appointer(one)), 15),
            self._column("Ordn.", _order, _order_key, 3),
            self._column("Från", _from, lambda one: _from(one) or date.min.isoformat(), 9),
            self._column("Till", _until, lambda one: _until(one) or date.max.isoformat(), 9),
            mail,
        )

    def _column(
        self,
        header: str,
        text: Callable[[PeopleRow], str],
        key: Callable[[PeopleRow], Any],
        width: int,
    ) -> Column[PeopleRow]:
        return Column(header, text, key, width, role=self._role, tip=self._tip)

    def _role(self, one: PeopleRow) -> Role:
        if isinstance(one, VacantSeat):
            return Role.WARN
        return Role.TEXT if holds(one, self.shown()) else Role.MUTED

    def _mail_role(self, one: PeopleRow) -> Role:
        if isinstance(one, VacantSeat) or reachable(one.person.epost):
            return self._role(one)
        return Role.WARN if holds(one, self.shown()) else Role.MUTED

    def _role_text(self, one: PeopleRow) -> str:
        own = None if isinstance(one, VacantSeat) else one.uppdrag.ersätter
        text = _roll(one).capitalize()
        return f"{text} för {self.name_of(own)}" if own else text

    def _tip(self, one: PeopleRow) -> str:
        own = isinstance(one, UppdragRow) and one.uppdrag.ersätter
        return f"{_tip(one)}\n{self._role_text(one)}" if own else _tip(one)


def needed(rows: Iterable[PeopleRow]) -> tuple[bool, ...]:
    """Return for each column whether any row has something to show in it."""
    known = tuple(rows)
    return (
        True,
        any(map(_party, known)),
        True,
        any(map(_appointer, known)),
        any(map(_order, known)),
        any(map(_from, known)),
        any(map(_until, known)),
        True,
    )


def holds(row: UppdragRow, day: date) -> bool:
    """Say whether the uppdrag holds on `day`."""
    return serves(row.uppdrag.från, row.uppdrag.till, day)


def found_by(row: PeopleRow, words: str) -> bool:
    """Say whether every word of `words` stands in what is shown of `row`."""
    if isinstance(row, VacantSeat):
        texts = (VACANT, row.roll, row.huvudman)
    else:
        person, roll = row.person, row.uppdrag.roll
        texts = (person.namn, person.parti, person.titel, person.epost, roll, row.huvudman)
    shown = sort_key(" ".join(filter(None, texts)))
    return all(word in shown for word in sort_key(words).split())


def summary(called: Called) -> str:
    """Return «12 ledamöter, 12 ersättare, 2 övriga; 3 saknar e-postadress».

    Those whose address can't be sent to are told apart: their address must be put right.
    """
    counts = (
        counted(len(called.ledamöter), "ledamot", "ledamöter"),
        f"{len(called.ersättare)} ersättare",
        f"{len(called.övriga)} övriga" if called.övriga else "",
    )
    unreached = without_address(called)
    lacking = sum(not one.person.epost for one in unreached)
    odd = len(unreached) - lacking
    mail = (
        f"{lacking} saknar e-postadress" if lacking else "",
        f"{odd} har en e-postadress som brevet inte kan skickas till" if odd else "",
    )
    return "; ".join(filter(None, (", ".join(filter(None, counts)), *mail)))


def vacancy_text(vacancy: Vacancy) -> str:
    """Return «Region Skåne: 1 ledamotsplats och 2 ersättarplatser är vakanta»."""
    empty = [
        counted(number, one, many)
        for number, one, many in (
            (vacancy.ledamöter, "ledamotsplats", "ledamotsplatser"),
            (vacancy.ersättare, "ersättarplats", "ersättarplatser"),
        )
        if number > 0
    ]
    crowded = [
        f"{counted(-number, one, many)} fler än platserna"
        for number, one, many in (
            (vacancy.ledamöter, "ledamot", "ledamöter"),
            (vacancy.ersättare, "ersättare", "ersättare"),
        )
        if number < 0
    ]
    alone = max(vacancy.ledamöter, 0) + max(vacancy.ersättare, 0) == 1
    parts = [f"{' och '.join(empty)} är {'vakant' if alone else 'vakanta'}"] if empty else []
    return f"{vacancy.huvudman}: {', '.join([*parts, *crowded])}"


def _name(one: PeopleRow) -> str:
    return VACANT if isinstance(one, VacantSeat) else one.person.namn


def _tip(one: PeopleRow) -> str:
    if isinstance(one, VacantSeat):
        return f"{VACANT}: {one.roll}, {one.huvudman}. Tryck Enter för att tillsätta den."
    period = f"{_from(one)} – {_until(one)}" if one.uppdrag.från or one.uppdrag.till else ""
    appointed = f"utsedd av {one.huvudman}" if one.huvudman else ""
    return ", ".join(filter(None, (one.person.namn, one.person.titel, appointed, period)))


def _party(one: PeopleRow) -> str:
    return "" if isinstance(one, VacantSeat) else one.person.parti or ""


def _roll(one: PeopleRow) -> str:
    return one.roll if isinstance(one, VacantSeat) else one.uppdrag.roll


def _role_key(one: PeopleRow) -> int:
    return role_order(_roll(one))


def _appointer(one: PeopleRow) -> str:
    return one.huvudman or ""


def _order(one: PeopleRow) -> str:
    return "" if isinstance(one, VacantSeat) else str(one.uppdrag.ordning or "")


def _order_key(one: PeopleRow) -> float:
    return float("inf") if isinstance(one, VacantSeat) else one.uppdrag.ordning


def _from(one: PeopleRow) -> str:
    if isinstance(one, VacantSeat) or one.uppdrag.från is None:
        return ""
    return one.uppdrag.från.isoformat()


def _until(one: PeopleRow) -> str:
    if isinstance(one, VacantSeat) or one.uppdrag.till is None:
        return ""
    return one.uppdrag.till.isoformat()


def _mail(one: PeopleRow) -> str:
    return "" if isinstance(one, VacantSeat) else one.person.epost or "saknas"


def _mail_tip(one: PeopleRow) -> str:
    if isinstance(one, VacantSeat):
        return _tip(one)
    if one.person.epost is None or reachable(one.person.epost):
        return _mail(one)
    return f"{one.person.epost}\n{NOT_REACHABLE}"
