"""A guest or a tjänsteman who is there: one who is known, or a new person by name and title."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from nämnd.core.changes import Command, Together
from nämnd.core.errors import Draft
from nämnd.core.ids import new_id
from nämnd.core.paragrafer import ALL, Paragrafer, between
from nämnd.core.swedish import sort_key
from nämnd.error_messages import DRAFT_TEXT
from nämnd.närvaro.commands import SaveNärvaro
from nämnd.närvaro.drafts import NärvaroDraft
from nämnd.organisation.commands import SavePerson
from nämnd.organisation.queries import everybody
from nämnd.organisation.rules import PersonDraft, one_line
from ui.desk import Desk
from ui.närvaro.fields import set_input, set_of, time_input, unread
from ui.närvaro.frame import Frame
from ui.närvaro.place import Place
from ui.toolkit.controls import Choice
from ui.toolkit.inputs import LineInput

_ROLES = (
    ("tjänsteman", "Tjänsteman"),
    ("gäst", "Gäst"),
    ("personalföreträdare", "Personalföreträdare"),
)


class GuestDialog(Frame):
    """Name, title, as what, and for which §§."""

    def __init__(self, desk: Desk, parent: QWidget, place: Place) -> None:
        """Ask for somebody who is there for the § where the user is and on."""
        super().__init__(desk.theme, parent, "Tjänsteman eller gäst", width=440)
        self._desk, self._place = desk, place
        self._known = _known(desk, place)
        self.namn = LineInput("för- och efternamn")
        self.titel = LineInput("till exempel Hälso- och sjukvårdsdirektör")
        self.roll: Choice[str] = Choice(desk.theme, _ROLES)
        self.roll.choose(_ROLES[0][0])
        self.paragrafer = set_input(_here(place))
        self.tid = time_input(None)
        self._complete()
        self.add("&Namn", self.namn)
        self.add("&Titel", self.titel)
        self.add("&Som", self.roll)
        self.add("&Paragrafer", self.paragrafer)
        self.add("&Klockan", self.tid)
        self.namn.textChanged.connect(self._look_up)
        for field in (self.paragrafer, self.tid):
            field.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Lägg till")
        self.problem.hide()  # an empty form explains itself

    def _complete(self) -> None:
        names = sorted((one.namn for one in self._known.values()), key=sort_key)
        completer = QCompleter(names, self.namn)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.namn.setCompleter(completer)

    def _match(self) -> str | None:
        wanted = sort_key(one_line(self.namn.text()))
        found = (key for key, one in self._known.items() if sort_key(one.namn) == wanted)
        return next(found, None)

    def _look_up(self) -> None:
        key = self._match()
        if key and self._known[key].titel and not self.titel.text():
            self.titel.setText(self._known[key].titel or "")
        self.check()

    def _wrong(self) -> tuple[str, ...]:
        named = () if self.namn.text().strip() else (DRAFT_TEXT[Draft.NAMN_MISSING],)
        return (*named, *unread(self.paragrafer, self.tid))

    def _save(self) -> bool:
        known = self._match()
        person_id = known or new_id()
        commands: list[Command] = []
        draft = PersonDraft(self.namn.text(), titel=self.titel.text() or None)
        if known is None:
            commands.append(SavePerson(person_id=person_id, draft=draft))
        commands.append(
            SaveNärvaro(
                sammanträde_id=self._place.sammanträde_id,
                närvaro_id=new_id(),
                draft=NärvaroDraft(
                    person_id,
                    self.roll.value() or _ROLES[0][0],
                    paragrafer=set_of(self.paragrafer).text,
                    från_tid=self.tid.value(),
                ),
            )
        )
        label = f"lägg till {one_line(self.namn.text())}"
        return self._desk.editor.do(Together(tuple(commands)), label) is not None


def _known(desk: Desk, place: Place) -> dict[str, PersonDraft]:
    """Return everybody who is known by name."""
    found = {one.person_id: one.person for one in desk.store.ask(everybody)}
    for one in place.protokoll.deltagare.values():
        found.setdefault(one.person_id, PersonDraft(one.namn, one.parti, one.titel))
    return found


def _here(place: Place) -> Paragrafer:
    return ALL if place.nummer is None else between(place.nummer, None)
