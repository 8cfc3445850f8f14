"""Questions about nämnder and their people."""

from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import select
from sqlalchemy.orm import Session

from nämnd.core.swedish import sort_key
from nämnd.organisation.rules import (
    LEDAMÖTER,
    HuvudmanDraft,
    Mandatperiod,
    NämndDraft,
    PersonDraft,
    StåendePunkt,
    UppdragDraft,
    role_order,
    serves,
)
from nämnd.store.rows import load
from nämnd.tables import Huvudman, Nämnd, Person, Uppdrag


@dataclass(frozen=True, slots=True)
class NämndRow:
    """A nämnd to choose."""

    id: str
    namn: str
    kortnamn: str | None


@dataclass(frozen=True, slots=True)
class UppdragRow:
    """Somebody's role in a nämnd."""

    id: str
    person_id: str
    person: PersonDraft
    uppdrag: UppdragDraft
    huvudman: str | None


@dataclass(frozen=True, slots=True)
class Someone:
    """A person, and one place where they have an uppdrag: how to tell them from a namesake."""

    person_id: str
    person: PersonDraft
    roll: str
    nämnd_id: str
    nämnd: str


@dataclass(frozen=True, slots=True)
class Called:
    """Who is called to a sammanträde, each in the order a list prints them."""

    ledamöter: tuple[UppdragRow, ...]
    ersättare: tuple[UppdragRow, ...]
    övriga: tuple[UppdragRow, ...]

    @property
    def all(self) -> tuple[UppdragRow, ...]:
        """Return everybody, each person once, in the first of their roles."""
        first: dict[str, UppdragRow] = {}
        for row in (*self.ledamöter, *self.ersättare, *self.övriga):
            first.setdefault(row.person_id, row)
        return tuple(first.values())


def nämnder(session: Session) -> tuple[NämndRow, ...]:
    """Return every nämnd in Swedish order."""
    found = session.execute(select(Nämnd.id, Nämnd.namn, Nämnd.kortnamn))
    return tuple(sorted((NämndRow(*row) for row in found), key=lambda row: sort_key(row.namn)))


def nämnd_draft(session: Session, nämnd_id: str) -> NämndDraft:
    """Return the settings of a nämnd.

    Raises:
        GoneError: it is not there.
    """
    nämnd = load(session, Nämnd, nämnd_id)
    return NämndDraft(
        namn=nämnd.namn,
        kortnamn=nämnd.kortnamn,
        adress=tuple(nämnd.adress),
        logotyp=nämnd.logotyp,
        juridisk_form=nämnd.juridisk_form,
        paragrafform=nämnd.paragrafform,
        diarieserie=nämnd.diarieserie,
        kallelsetid_dagar=nämnd.kallelsetid_dagar,
        kallelsetid_slag=nämnd.kallelsetid_slag,
        ersättarordning=nämnd.ersättarordning,
        justeringssätt=tuple(nämnd.justeringssätt),
        stående_punkter=tuple(_stående(one) for one in nämnd.stående_punkter),
        rubrikordning=tuple(nämnd.rubrikordning),
        frasbank=tuple((str(one["nyckel"]), str(one["text"])) for one in nämnd.frasbank),
        mandatperioder=tuple(_period(one) for one in nämnd.mandatperioder),
        förvaring=nämnd.förvaring,
        förvaltningsrätt=nämnd.förvaltningsrätt,
    )


def huvudmän(session: Session, nämnd_id: str) -> tuple[HuvudmanDraft, ...]:
    """Return the huvudmän of a nämnd in order."""
    found = session.execute(
        select(
            Huvudman.id,
            Huvudman.namn,
            Huvudman.platser,
            Huvudman.ersättarplatser,
            Huvudman.anslagstavla,
        )
        .where(Huvudman.nämnd_id == nämnd_id)
        .order_by(Huvudman.ordning, Huvudman.id)
    )
    return tuple(HuvudmanDraft(*row) for row in found)


def uppdrag_rows(session: Session, nämnd_id: str) -> tuple[UppdragRow, ...]:
    """Return every uppdrag in a nämnd, by role, order of service and name."""
    found = session.execute(
        select(
            Uppdrag.id,
            Person.id,
            Person.namn,
            Person.parti,
            Person.titel,
            Person.epost,
            Uppdrag.roll,
            Uppdrag.huvudman_id,
            Uppdrag.ordning,
            Uppdrag.från,
            Uppdrag.till,
            Uppdrag.ersätter,
            Huvudman.namn,
        )
        .join(Person, Person.id == Uppdrag.person_id)
        .outerjoin(Huvudman, Huvudman.id == Uppdrag.huvudman_id)
        .where(Uppdrag.nämnd_id == nämnd_id)
    )
    rows = (_uppdrag_row(tuple(one)) for one in found)
    return tuple(sorted(rows, key=_print_order))


def called(session: Session, nämnd_id: str, day: date) -> Called:
    """Return who is to be called to a sammanträde on `day`.

    Ersättare are always called: KL 6:17 gives them tid and plats, and the right to be there.
    """
    rows = [
        row
        for row in uppdrag_rows(session, nämnd_id)
        if serves(row.uppdrag.från, row.uppdrag.till, day)
    ]
    ledamöter = tuple(row for row in rows if row.uppdrag.roll in LEDAMÖTER)
    ersättare = tuple(row for row in rows if row.uppdrag.roll == "ersättare")
    known = {*ledamöter, *ersättare}
    return Called(ledamöter, ersättare, tuple(row for row in rows if row not in known))


def everybody(session: Session) -> tuple[Someone, ...]:
    """Return everybody who has or had an uppdrag in any nämnd, each person once."""
    found: dict[str, Someone] = {}
    for nämnd in nämnder(session):
        for row in uppdrag_rows(session, nämnd.id):
            one = Someone(row.person_id, row.person, row.uppdrag.roll, nämnd.id, nämnd.namn)
            found.setdefault(row.person_id, one)
    return tuple(found.values())


def _uppdrag_row(values: tuple[Any, ...]) -> UppdragRow:
    person, uppdrag = PersonDraft(*values[2:6]), UppdragDraft(*values[6:12])
    return UppdragRow(values[0], values[1], person, uppdrag, huvudman=values[12])


def _print_order(row: UppdragRow) -> tuple[int, int, str]:
    return role_order(row.uppdrag.roll), row.uppdrag.ordning, sort_key(row.person.namn)


def _stående(kept: dict[str, object]) -> StåendePunkt:
    values = cast("dict[str, Any]", kept)
    return StåendePunkt(
        rubrik=values["rubrik"],
        slag=values.get("slag", "formalia"),
        förslag=tuple(values.get("förslag", ())),
        sist=bool(values.get("sist")),
    )


def _period(kept: dict[str, object]) -> Mandatperiod:
    till = kept.get("till")
    return Mandatperiod(
        date.fromisoformat(str(kept["från"])), date.fromisoformat(str(till)) if till else None
    )
