"""A sammanträde and its dagordning as plain values: what pages show and documents are made from.

Kept as JSON in an utgåva, so that a later tilläggslista compares with what really went out.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from nämnd.core.swedish import long_date
from nämnd.sammanträde.rules import spans_text


@dataclass(frozen=True, slots=True)
class Dag:
    """One day; `tider` are planned spans (from, to), an open end is None.

    `öppnat`, `avslutat`: when it really began and ended.
    """

    datum: date
    tider: tuple[tuple[str, str | None], ...] = ()
    öppnat: str | None = None
    avslutat: str | None = None


@dataclass(frozen=True, slots=True)
class Ajournering:
    """A break; `till` is None while it lasts. `datum`: which day, when there are several."""

    från: str
    till: str | None
    datum: date | None = None


@dataclass(frozen=True, slots=True)
class FilRow:
    """The file of a bilaga, in its version in use."""

    sha256: str
    filnamn: str
    storlek: int  # bytes
    sidor: int | None
    nummer: int  # version


@dataclass(frozen=True, slots=True)
class BilagaRow:
    """A bilaga at its place."""

    id: str
    beteckning: str
    rubrik: str
    anmärkning: str | None
    i_utskicket: bool
    fil: FilRow | None
    står: bool = False  # the beteckning has gone out


@dataclass(frozen=True, slots=True)
class SatsRow:
    """One att-sats of a förslag."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class UnderpunktRow:
    """A numbered line under the rubrik."""

    id: str
    rubrik: str


@dataclass(frozen=True, slots=True)
class PunktRow:
    """An item of the dagordning."""

    id: str
    nummer: int
    rubrik: str
    slag: str
    grupp: str | None
    sammanfattning: str
    föredragande: str | None
    tid: str | None
    ärende_id: str | None
    dnr: str | None
    ärende_rubrik: str | None
    tillkom_efter_kallelsen: bool
    utgår: str | None
    underpunkter: tuple[UnderpunktRow, ...]
    förslag: tuple[SatsRow, ...]
    missivförslag: tuple[SatsRow, ...]
    bilagor: tuple[BilagaRow, ...]
    står: bool = False  # the number has gone out


@dataclass(frozen=True, slots=True)
class PersonRef:
    """A person by name."""

    id: str
    namn: str


@dataclass(frozen=True, slots=True)
class Flyttning:
    """A move to another day."""

    från: str  # ISO date
    skäl: str


@dataclass(frozen=True, slots=True)
class SammanträdeRow:
    """When, where and who presides."""

    id: str
    nämnd_id: str
    dagar: tuple[Dag, ...]
    plats: str
    nummer_i_året: int | None
    beteckning: str | None
    slag: str
    inställt: str | None
    flyttningar: tuple[Flyttning, ...]
    ordförande: PersonRef | None
    sekreterare: PersonRef | None
    sista_nummer: int | None
    första_paragraf: int | None = None
    ajourneringar: tuple[Ajournering, ...] = ()

    @property
    def day(self) -> date | None:
        """Return the first day."""
        return self.dagar[0].datum if self.dagar else None

    @property
    def day_text(self) -> str:
        """Return the days as a document writes them: «2019-11-22», «2020-12-03–04»."""
        if not self.dagar:
            return "datum ej bestämt"
        first, last = self.dagar[0].datum, self.dagar[-1].datum
        if first == last:
            return first.isoformat()
        same_month = (first.year, first.month) == (last.year, last.month)
        return f"{first}–{last.day:02d}" if same_month else f"{first}–{last}"

    @property
    def long_day(self) -> str:
        """Return the days for a reader: «fredag 22 november 2019», «torsdag 3 – fredag 4 …»."""
        if not self.dagar:
            return "datum ej bestämt"
        first, last = self.dagar[0].datum, self.dagar[-1].datum
        if first == last:
            return long_date(first)
        same_month = (first.year, first.month) == (last.year, last.month)
        start = long_date(first).rsplit(" ", 2 if same_month else 0)[0]
        return f"{start} – {long_date(last)}"

    @property
    def time_text(self) -> str:
        """Return the times of the first day: «08.30», «08.30–12.00, 13.00–15.00»."""
        return spans_text(self.dagar[0].tider) if self.dagar else ""


def day_and_time(dag: Dag) -> str:
    """Return «fredag 22 november 2019 klockan 08.30»."""
    times = spans_text(dag.tider)
    return f"{long_date(dag.datum)} klockan {times}" if times else long_date(dag.datum)


@dataclass(frozen=True, slots=True)
class Dagordning:
    """A sammanträde with all its punkter, in order."""

    sammanträde: SammanträdeRow
    punkter: tuple[PunktRow, ...]

    @property
    def bilagor(self) -> tuple[BilagaRow, ...]:
        """Return every bilaga in order."""
        return tuple(bilaga for punkt in self.punkter for bilaga in punkt.bilagor)


def to_json(dagordning: Dagordning) -> str:
    """Return `dagordning` as JSON."""
    return _adapter().dump_json(dagordning).decode()


def from_json(text: str) -> Dagordning:
    """Return the dagordning that `to_json` wrote."""
    return _adapter().validate_json(text)


@cache
def _adapter():  # noqa: ANN202 - the type is pydantic's, imported late for a quick start
    from pydantic import TypeAdapter

    return TypeAdapter(Dagordning)
