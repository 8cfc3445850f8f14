"""One row of a list: what its cells mean, and what is wrong with them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto
from pathlib import Path

from nämnd.core.progress import Work
from nämnd.läsning.sheet import SheetRow, read_sheets
from nämnd.organisation.address import clean_address, is_address
from nämnd.organisation.people_import.cells import (
    closest_huvudman,
    closest_role,
    looks_like_a_day,
    read_day,
    read_huvudman,
    read_name,
    read_number,
    read_role,
)
from nämnd.organisation.people_import.columns import Column, FoundPeople, Heading, find_people
from nämnd.organisation.rules import HuvudmanDraft


class Problem(Enum):
    """What is wrong with a row."""

    NAMN_MISSING = auto()
    ROLL_MISSING = auto()
    ROLL_UNKNOWN = auto()
    HUVUDMAN_UNKNOWN = auto()
    HUVUDMAN_NONE_THERE = auto()
    NUMBER_MALFORMED = auto()
    DAY_MALFORMED = auto()
    DAY_IMPOSSIBLE = auto()
    PERIOD_BACKWARDS = auto()
    ADDRESS_MALFORMED = auto()
    FORMULA_BROKEN = auto()
    ERSÄTTER_UNKNOWN = auto()
    ERSÄTTER_SEVERAL = auto()
    ERSÄTTER_SELF = auto()
    ERSÄTTER_ROLL = auto()
    TWICE = auto()


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where. `hint`: the known word most like `written`, or another row."""

    row: int
    column: str  # its heading, as the file has it
    problem: Problem
    written: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """What a row says. An empty cell is None and changes nothing of what is there."""

    number: int
    namn: str
    parti: str | None
    titel: str | None
    epost: str | None
    roll: str
    huvudman_id: str | None
    ordning: int | None
    ersätter: str | None  # a name, as written
    från: date | None
    till: date | None
    findings: tuple[Finding, ...] = ()


def read_people(path: Path) -> Work[FoundPeople]:
    """Return the people in the file at `path`; fit for a helper process.

    Raises:
        NämndError: as `nämnd.läsning.sheet.read_sheets` and `find_people`.
    """
    sheets = yield from read_sheets(path)
    return find_people(sheets, path.name)


def read_row(
    row: SheetRow, headings: Iterable[Heading], huvudmän: tuple[HuvudmanDraft, ...]
) -> ReadRow:
    """Return what `row` says, with everything that is wrong with it."""
    return _Reader(row, tuple(headings), huvudmän).read()


class _Reader:
    """Reads the cells of one row and gathers what is wrong."""

    def __init__(
        self, row: SheetRow, headings: tuple[Heading, ...], huvudmän: tuple[HuvudmanDraft, ...]
    ) -> None:
        self._row, self._huvudmän = row, huvudmän
        self._headings = {one.column: one for one in headings}
        self._findings: list[Finding] = []

    def read(self) -> ReadRow:
        """Return the row."""
        self._refuse_broken()
        namn, parti = self._name()
        read = ReadRow(
            number=self._row.number,
            namn=namn,
            parti=self._cell(Column.PARTI) or parti or None,
            titel=self._cell(Column.TITEL) or None,
            epost=self._address(),
            roll=self._role(),
            huvudman_id=self._huvudman(),
            ordning=self._number(),
            ersätter=self._cell(Column.ERSÄTTER) or None,
            från=self._day(Column.FRÅN),
            till=self._day(Column.TILL),
            findings=tuple(self._findings),
        )
        backwards = read.från and read.till and read.till < read.från
        if not backwards:
            return read
        self._find(Column.TILL, Problem.PERIOD_BACKWARDS, str(read.från))
        return replace(read, findings=tuple(self._findings))

    def _refuse_broken(self) -> None:
        for column, heading in self._headings.items():
            if heading.place in self._row.broken:
                self._find(column, Problem.FORMULA_BROKEN)

    def _name(self) -> tuple[str, str]:
        if Column.NAMN in self._headings:
            namn, parti = read_name(self._cell(Column.NAMN))
        else:
            both = self._cell(Column.FÖRNAMN), self._cell(Column.EFTERNAMN)
            namn, parti = read_name(" ".join(filter(None, both)))
        if not namn:
            column = Column.NAMN if Column.NAMN in self._headings else Column.EFTERNAMN
            self._find(column, Problem.NAMN_MISSING)
        return namn, parti

    def _role(self) -> str:
        written = self._cell(Column.ROLL)
        role = read_role(written)
        if role is None:
            problem = Problem.ROLL_UNKNOWN if written else Problem.ROLL_MISSING
            self._find(Column.ROLL, problem, closest_role(written) if written else "")
        return role or written

    def _huvudman(self) -> str | None:
        written = self._cell(Column.HUVUDMAN)
        if not written:
            return None
        found = read_huvudman(written, self._huvudmän)
        if found is None and not self._huvudmän:
            self._find(Column.HUVUDMAN, Problem.HUVUDMAN_NONE_THERE)
        elif found is None:
            hint = closest_huvudman(written, self._huvudmän)
            self._find(Column.HUVUDMAN, Problem.HUVUDMAN_UNKNOWN, hint)
        return found

    def _number(self) -> int | None:
        written = self._cell(Column.ORDNING)
        found = read_number(written)
        if written and found is None:
            self._find(Column.ORDNING, Problem.NUMBER_MALFORMED)
        return found

    def _day(self, column: Column) -> date | None:
        written = self._cell(column)
        found = read_day(written)
        if written and found is None:
            there = looks_like_a_day(written)
            self._find(column, Problem.DAY_IMPOSSIBLE if there else Problem.DAY_MALFORMED)
        return found

    def _address(self) -> str | None:
        address = clean_address(self._cell(Column.EPOST))
        if address and not is_address(address):
            self._find(Column.EPOST, Problem.ADDRESS_MALFORMED)
        return address or None

    def _cell(self, column: Column) -> str:
        heading = self._headings.get(column)
        if heading is None or heading.place >= len(self._row.cells):
            return ""
        return self._row.cells[heading.place]

    def _find(self, column: Column, problem: Problem, hint: str = "") -> None:
        heading = self._headings[column]
        if heading.place in self._row.broken and problem is not Problem.FORMULA_BROKEN:
            return  # one thing is wrong with it, and that has been said
        written = self._cell(column)
        self._findings.append(Finding(self._row.number, heading.text, problem, written, hint))
