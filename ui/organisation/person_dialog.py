"""The dialog about one person and one uppdrag of theirs: enter or change it."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from nämnd.core.errors import Draft
from nämnd.core.swedish import sort_key
from nämnd.error_messages import DRAFT_TEXT
from nämnd.organisation.address import clean_address, is_address
from nämnd.organisation.rules import (
    ROLLER,
    Mandatperiod,
    PersonDraft,
    UppdragDraft,
    problems_in_uppdrag,
    reachable,
)
from ui.desk import Desk
from ui.organisation.form import Form
from ui.organisation.inputs import date_input, number_input
from ui.organisation.people_now import PeopleNow, period_text
from ui.organisation.people_words import NOT_REACHABLE
from ui.toolkit.controls import Check, Choice
from ui.toolkit.inputs import MalformedError
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
        now: PeopleNow,
        save: Callable[[Entry], bool],
        known: tuple[Known, ...] = (),
    ) -> None:
        """Show `entry`, to be chosen for from what is there `now`.

        `known` are the people that a new person may turn out to be.
        """
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
        offered = [(None, "–"), *((one.id, one.namn) for one in now.huvudmän)]
        self.huvudman: Choice[str | None] = Choice(theme, offered)
        self.huvudman.choose(uppdrag.huvudman_id)
        self.ersätter: Choice[str | None] = Choice(theme, _to_stand_in_for(now, entry))
        self.ersätter.choose(uppdrag.ersätter)
        terms = [(one, period_text(one)) for one in now.nämnd.mandatperioder]
        self._terms = now.nämnd.mandatperioder
        self.period: Choice[Mandatperiod | None] = Choice(theme, [(None, "Egna datum"), *terms])
        self.ordning = number_input(uppdrag.ordning, most=_LAST)
        self.från, self.till = date_input(uppdrag.från), date_input(uppdrag.till)
        self.form = Form(
            self, theme, problems=self._problems, save=lambda: save(self.entry()), width=520
        )
        self._personal = now.nämnd.ersättarordning == "personlig" or bool(uppdrag.ersätter)
        self._build(many=bool(now.huvudmän), terms=bool(terms))

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
            ersätter=self.ersätter.value() if self.roll.value() == "ersättare" else None,
        )
        match = self._match if self.same.isChecked() else None
        return Entry(match.person_id if match else self._entry.person_id, person, uppdrag)

    def _build(self, *, many: bool, terms: bool) -> None:
        self._add_rows()
        form = self.form
        form.show_row(self.huvudman, shown=many)
        form.show_row(self.period, shown=terms)
        self._show_personal()
        self._show_period()
        self._show_match(None)
        self._show_odd()
        self.epost.textChanged.connect(self._show_odd)
        for field in (self.epost, self.ordning, self.från, self.till):
            field.textChanged.connect(form.check)
        self.namn.textChanged.connect(self._look_up)
        self.same.toggled.connect(self._fill_in)
        self.roll.currentIndexChanged.connect(self._show_personal)
        self.period.activated.connect(self._take_period)
        for field in (self.från, self.till):
            field.textChanged.connect(self._show_period)
        form.begin()

    def _add_rows(self) -> None:
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
        form.add("Pe&rsonlig ersättare för", self.ersätter)
        form.add("&Ordning", self.ordning)
        form.add("&Mandatperiod", self.period)
        form.add("&Från och med", self.från)
        form.add("Til&l och med", self.till)

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

    def _show_personal(self) -> None:
        """Ask whom an ersättare stands in for, where the nämnd has personliga ersättare."""
        shown = self._personal and self.roll.value() == "ersättare" and self.ersätter.count() > 1
        self.form.show_row(self.ersätter, shown=shown)

    def _take_period(self) -> None:
        """Let the uppdrag be as long as the term that is chosen."""
        period = self.period.value()
        if period is not None:
            self.från.show_value(period.från)
            self.till.show_value(period.till)

    def _show_period(self) -> None:
        """Show which term the days are, if they are one."""
        try:
            written = self.från.value(), self.till.value()
        except MalformedError:
            written = None, None
        terms = [period for period in self._terms if (period.från, period.till) == written]
        self.period.choose(next(iter(terms), None))

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


def _to_stand_in_for(now: PeopleNow, entry: Entry) -> list[tuple[str | None, str]]:
    """Return the ledamöter to choose among; one that came from elsewhere can stay."""
    ledamöter = [one for one in now.ledamöter() if one[0] != entry.person_id]
    own = entry.uppdrag.ersätter
    odd = [] if own in {None, *dict(ledamöter)} else [(own, "Någon som inte är ledamot")]
    return [(None, "–"), *ledamöter, *odd]


def _roles(own: str) -> tuple[str, ...]:
    """Return the roles to choose from; one that came from elsewhere can stay."""
    return ROLLER if own in ROLLER else (*ROLLER, own)
