"""Dialogs about one person's uppdrag: enter or change it, end it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from nämnd.core.errors import Draft
from nämnd.core.swedish import sort_key
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.address import clean_address, is_address
from nämnd.organisation.queries import UppdragRow
from nämnd.organisation.rules import (
    ROLLER,
    HuvudmanDraft,
    PersonDraft,
    UppdragDraft,
    problems_in_uppdrag,
    reachable,
)
from ui.desk import Desk
from ui.organisation.form import Form, number_input
from ui.organisation.people_words import NOT_REACHABLE
from ui.toolkit.controls import Check, Choice
from ui.toolkit.dates import read_date
from ui.toolkit.inputs import MalformedError, ParsedInput
from ui.toolkit.small import Label, label

_LAST = 999  # ordning
_NOT_AN_ADDRESS = "E-postadressen ska vara som namn@region.se. Lämna rutan tom om den är okänd."


@dataclass(frozen=True, slots=True)
class Entry:
    """What a dialog holds: a person and one uppdrag of theirs."""

    person_id: str
    person: PersonDraft
    uppdrag: UppdragDraft


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who is there already. `what`: how to tell them from a namesake."""

    person_id: str
    person: PersonDraft
    what: str


class PersonDialog(QDialog):
    """Person and uppdrag together, as they are appointed. Saves through `save`.

    When the name of a new person is known, the user is asked whether it is the same person.
    """

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        entry: Entry,
        *,
        huvudmän: tuple[HuvudmanDraft, ...],
        save: Callable[[Entry], bool],
        known: tuple[Known, ...] = (),
    ) -> None:
        """Show `entry`; `known` are the people that a new person may turn out to be."""
        super().__init__(parent)
        self._entry, self._known = entry, known
        self._match: Known | None = None
        theme, person, uppdrag = desk.theme, entry.person, entry.uppdrag
        self.namn, self.parti = QLineEdit(person.namn), QLineEdit(person.parti or "")
        self.titel, self.epost = QLineEdit(person.titel or ""), QLineEdit(person.epost or "")
        self.same = Check(theme, "&Samma person som redan finns:")
        self.who = label("", Label.CAPTION, wrap=True)
        self.odd = label(NOT_REACHABLE, Label.CAPTION, wrap=True)
        self.roll = Choice(theme, [(one, one.capitalize()) for one in _roles(uppdrag.roll)])
        self.roll.choose(uppdrag.roll)
        offered = [(None, "–"), *((one.id, one.namn) for one in huvudmän)]
        self.huvudman: Choice[str | None] = Choice(theme, offered)
        self.huvudman.choose(uppdrag.huvudman_id)
        self.ordning = number_input(uppdrag.ordning, most=_LAST)
        self.från, self.till = date_input(uppdrag.från), date_input(uppdrag.till)
        self.form = Form(
            self, theme, problems=self._problems, save=lambda: save(self.entry()), width=520
        )
        self._build(many=bool(huvudmän))

    def entry(self) -> Entry:
        """Return what is written.

        Raises:
            MalformedError: a date or the number can't be read.
        """
        person = PersonDraft(
            namn=self.namn.text(),
            parti=self.parti.text(),
            titel=self.titel.text(),
            epost=clean_address(self.epost.text()),
        )
        uppdrag = UppdragDraft(
            roll=self.roll.value() or ROLLER[0],
            huvudman_id=self.huvudman.value(),
            ordning=self.ordning.value() or 0,
            från=self.från.value(),
            till=self.till.value(),
            ersätter=self._entry.uppdrag.ersätter,
        )
        match = self._match if self.same.isChecked() else None
        return Entry(match.person_id if match else self._entry.person_id, person, uppdrag)

    def _build(self, *, many: bool) -> None:
        self.parti.setPlaceholderText("till exempel S")
        self.titel.setPlaceholderText("till exempel Nämndsekreterare")
        self.ordning.setToolTip(
            "Var i listan bland dem med samma uppdrag, och för ersättare i vilken ordning de "
            "tjänstgör."
        )
        form = self.form
        form.add("&Namn", self.namn)
        form.add("", self.same)
        form.add("", self.who)
        form.add("&Parti", self.parti)
        form.add("Ti&tel", self.titel)
        form.add("&E-post", self.epost)
        form.add("", self.odd)
        form.add("&Uppdrag", self.roll)
        form.add("Utsedd a&v", self.huvudman)
        form.add("&Ordning", self.ordning)
        form.add("&Från och med", self.från)
        form.add("Til&l och med", self.till)
        form.show_row(self.huvudman, shown=many)
        self._show_match(None)
        self._show_odd()
        self.epost.textChanged.connect(self._show_odd)
        for field in (self.epost, self.ordning, self.från, self.till):
            field.textChanged.connect(form.check)
        self.namn.textChanged.connect(self._look_up)
        self.same.toggled.connect(self._fill_in)
        form.begin()

    def _look_up(self, name: str) -> None:
        """Ask whether a new person is one who is there already."""
        wanted = sort_key(" ".join(name.split()))
        found = (one for one in self._known if sort_key(one.person.namn) == wanted)
        self._show_match(next(found, None))
        self._fill_in()
        self.form.check()

    def _show_match(self, match: Known | None) -> None:
        self._match = match
        self.same.setChecked(match is not None)
        self.who.setText(match.what if match else "")
        for part in (self.same, self.who):
            self.form.show_row(part, shown=match is not None)

    def _fill_in(self) -> None:
        """Fill in what is known of the person and not written."""
        if self._match is None or not self.same.isChecked():
            return
        person = self._match.person
        known = ((self.parti, person.parti), (self.titel, person.titel), (self.epost, person.epost))
        for field, value in known:
            if value and not field.text():
                field.setText(value)

    def _show_odd(self) -> None:
        """Tell that an address which is saved all the same can't be used in the letter."""
        epost = clean_address(self.epost.text())
        self.form.show_row(self.odd, shown=is_address(epost) and not reachable(epost))

    def _problems(self) -> tuple[str, ...]:
        found = [] if self.namn.text().strip() else [DRAFT_TEXT[Draft.NAMN_MISSING]]
        epost = clean_address(self.epost.text())
        if epost and not is_address(epost):
            found.append(_NOT_AN_ADDRESS)
        try:
            uppdrag = self.entry().uppdrag
        except MalformedError as malformed:
            return (*found, str(malformed))
        return (*found, *(DRAFT_TEXT[one] for one in problems_in_uppdrag(uppdrag)))


class EndDialog(QDialog):
    """The last day of an uppdrag. Saves through `save`."""

    def __init__(
        self, desk: Desk, parent: QWidget, one: UppdragRow, save: Callable[[UppdragDraft], bool]
    ) -> None:
        """Suggest today."""
        super().__init__(parent)
        self.setWindowTitle(f"Avsluta uppdraget för {one.person.namn}")
        self._uppdrag = one.uppdrag
        self.till = date_input(one.uppdrag.till or desk.today)
        self.form = Form(
            self, desk.theme, problems=self._problems, save=lambda: save(self.draft()), width=400
        )
        self.form.add("&Sista dag", self.till)
        self.till.textChanged.connect(self.form.check)
        self.till.selectAll()
        self.form.begin()

    def draft(self) -> UppdragDraft:
        """Return the uppdrag with its last day.

        Raises:
            MalformedError: the date can't be read.
        """
        return replace(self._uppdrag, till=self.till.value())

    def _problems(self) -> tuple[str, ...]:
        try:
            draft = self.draft()
        except MalformedError as malformed:
            return (str(malformed),)
        if draft.till is None:
            return (_DATE,)
        return tuple(DRAFT_TEXT[one] for one in problems_in_uppdrag(draft))


_DATE = "Skriv datum som 2026-03-17."


def date_input(day: date | None) -> ParsedInput[date]:
    """Return a line for a day; empty is None."""
    made = ParsedInput(read_date, date.isoformat, problem=_DATE, placeholder="åååå-mm-dd")
    made.show_value(day)
    return made


def _roles(own: str) -> tuple[str, ...]:
    """Return the roles to choose from; one that came from elsewhere can stay."""
    return ROLLER if own in ROLLER else (*ROLLER, own)
