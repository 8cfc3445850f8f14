"""When, where, who and which nämnd: what was found, to be put right."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QGridLayout

from nämnd.core.errors import Draft
from nämnd.error_messages import DRAFT_TEXT
from nämnd.läsning.found import FoundDagordning
from nämnd.organisation.queries import nämnder
from nämnd.sammanträde.import_command import nämnd_named
from nämnd.sammanträde.rules import read_time
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.fields import Field, choice_field, date_field, line_field, parsed_field
from ui.toolkit.inputs import MalformedError, ParsedInput
from ui.toolkit.small import Label, label
from ui.toolkit.theme import Theme

_NEW = ""


class HeadCard(Card):
    """The facts of the sammanträde."""

    def __init__(self, desk: Desk, found: FoundDagordning, nämnd_id: str | None) -> None:
        """Show what was found; the nämnd by its name, else the one now shown, else a new one."""
        super().__init__(desk.theme)
        self._found = found
        theme = desk.theme
        rows = desk.store.ask(nämnder)
        known = desk.store.ask(lambda session: nämnd_named(session, found.organ or "–"))
        new = f"Ny nämnd: {found.organ or 'Nämnden'}"
        options = [(row.id, row.namn) for row in rows]
        if known is None:
            options.append((_NEW, new))
        self.nämnd = choice_field(theme, "Nä&mnd", options)
        self.day = date_field(theme, "&Datum")
        self.start = _time_field(theme, "&Från", "08.30")
        self.end = _time_field(theme, "&Till", "12.00")
        self.plats = line_field(theme, "&Plats")
        self.ordförande = line_field(theme, "&Ordförande")
        self.sekreterare = line_field(theme, "S&ekreterare")
        chosen = known or (_NEW if found.organ or not rows else nämnd_id or rows[0].id)
        for field, value in (
            (self.nämnd, chosen),
            (self.day, found.day),
            (self.start, found.from_time or None),
            (self.end, found.to_time or None),
            (self.plats, found.plats),
            (self.ordförande, found.ordförande),
            (self.sekreterare, found.sekreterare),
        ):
            field.load(value)
        self._lay_out(theme.px(10), found)

    def found(self) -> FoundDagordning:
        """Return what was found, as put right here; a date or time that can't be read is none."""
        day = _read(self.day)
        return replace(
            self._found,
            day=day if isinstance(day, date) else None,
            from_time=str(_read(self.start) or ""),
            to_time=str(_read(self.end) or ""),
            plats=str(self.plats.value()),
            ordförande=str(self.ordförande.value()),
            sekreterare=str(self.sekreterare.value()),
        )

    def complete(self) -> bool:
        """Say whether date and times can be read; go to the first that can't, and say why."""
        for field in (self.day, self.start, self.end):
            field.flush()
            try:
                missing = field.value() is None and field is self.day
            except MalformedError as malformed:
                field.set_problem(str(malformed))
                missing = True
            else:
                field.set_problem(DRAFT_TEXT[Draft.DAG_MISSING] if missing else "")
            if missing:
                field.setFocus()
                return False
        return True

    def nämnd_id(self) -> str | None:
        """Return the chosen nämnd; None: the one that is named in the file, made if need be."""
        return str(self.nämnd.value() or "") or None

    def _lay_out(self, gap: int, found: FoundDagordning) -> None:
        grid = QGridLayout()
        grid.setSpacing(gap)
        places = (
            (self.nämnd, 0, 0, 1, 2),
            (self.day, 0, 2, 1, 1),
            (self.start, 0, 3, 1, 1),
            (self.end, 0, 4, 1, 1),
            (self.plats, 1, 0, 1, 2),
            (self.ordförande, 1, 2, 1, 2),
            (self.sekreterare, 1, 4, 1, 1),
        )
        for field, *place in places:
            grid.addWidget(field, *place)
        for column, stretch in enumerate((2, 2, 1, 1, 2)):
            grid.setColumnStretch(column, stretch)
        self.add(grid)
        if found.doubts:
            text = "\n".join(f"Kontrollera: {doubt.text}" for doubt in found.doubts)
            self.add(label(text, Label.PROBLEM, wrap=True))


def _read(field: Field[ParsedInput[date]] | Field[ParsedInput[str]]) -> object:
    try:
        return field.value()
    except MalformedError:
        return None


def _time_field(theme: Theme, text: str, example: str) -> Field[ParsedInput[str]]:
    problem = DRAFT_TEXT[Draft.TID_MALFORMED]
    return parsed_field(theme, text, read_time, problem=problem, placeholder=example)
