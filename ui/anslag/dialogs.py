"""The dialogs of a notice: its days, the answer of the court, how the beslut are appealed."""

from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.anslag.commands import ConfirmLagaKraft, SetAnslag, SetÖverklagande
from nämnd.anslag.values import AnslagDraft, AnslagRow, Överklagande
from nämnd.anslag.view import AnslagView, board_name
from nämnd.core.changes import Together
from nämnd.core.ids import new_id
from ui.anslag.words import SLAG_TEXT, capital
from ui.desk import Desk
from ui.toolkit.controls import Choice
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.form_frame import FormFrame, day_input, day_problem, words_in
from ui.toolkit.inputs import LineInput
from ui.toolkit.small import Label, label, reading_area


class AnslagDialog(FormFrame):
    """When a notice was put up and taken down, where the protokoll can be read, who signed."""

    def __init__(self, desk: Desk, parent: QWidget, view: AnslagView, row: AnslagRow) -> None:
        """Show what is known of a notice; a new one is put up today."""
        super().__init__(desk.theme, parent, f"Anslag: {board_name(row)}")
        self._desk, self._view, self._row = desk, view, row
        self.uppsatt = day_input(row.uppsatt or desk.today)
        self.nedtaget = day_input(row.nedtaget)
        self.förvaring, self.underskrift, self.tavla = LineInput(), LineInput(), LineInput()
        self.förvaring.show_value(row.förvaring or view.förvaring or "")
        self.underskrift.show_value(row.underskrift or "")
        self.tavla.show_value(row.tavla or "")
        self.add("&Uppsatt", self.uppsatt)
        self.add("&Nedtaget", self.nedtaget)
        self.add("Protokollet &finns hos", self.förvaring)
        self.add("Un&derskrift", self.underskrift)
        self.add("&Tavla eller webbadress", self.tavla)
        self.put_rows()
        for day in (self.uppsatt, self.nedtaget):
            day.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong)
        self.uppsatt.setFocus()
        self.uppsatt.selectAll()

    def _wrong(self) -> tuple[str, ...]:
        today = self._desk.today
        down = day_problem(self.nedtaget, latest=today, needed=False)
        return (*day_problem(self.uppsatt, latest=today), *down)

    def _save(self) -> bool:
        draft = AnslagDraft(
            uppsatt=self.uppsatt.value(),
            nedtaget=self.nedtaget.value(),
            förvaring=words_in(self.förvaring) or None,
            underskrift=words_in(self.underskrift) or None,
            tavla=words_in(self.tavla) or None,
        )
        return save_notice(self._desk, self._view, self._row, draft)


class ConfirmDialog(FormFrame):
    """On which day the court was asked."""

    def __init__(self, desk: Desk, parent: QWidget, view: AnslagView) -> None:
        """Propose today."""
        super().__init__(desk.theme, parent, "Bekräfta laga kraft")
        self._desk, self._view = desk, view
        self.body.addWidget(
            label(
                "Bekräfta när förvaltningsrätten har svarat att ingen har överklagat. Programmet "
                "kan inte se det.",
                wrap=True,
            )
        )
        self.day = day_input(desk.today)
        self.add("&Rätten svarade", self.day)
        self.put_rows()
        self.day.textChanged.connect(self.check)
        self.begin(self._save, problems=self._wrong, keep="&Bekräfta laga kraft")
        self.day.setFocus()

    def _wrong(self) -> tuple[str, ...]:
        return day_problem(self.day, latest=self._desk.today)

    def _save(self) -> bool:
        day = self.day.value() or self._desk.today
        command = ConfirmLagaKraft(key=self._view.key, datum=day, today=self._desk.today)
        return self._desk.editor.do(command, "bekräfta laga kraft") is not None


class ÖverklagandeDialog(DialogFrame):
    """How the beslut of each § are appealed."""

    def __init__(self, desk: Desk, parent: QWidget, view: AnslagView) -> None:
        """Show every § of the set."""
        super().__init__(desk.theme, parent, "Hur besluten överklagas", width=640)
        self._desk, self._view = desk, view
        self.body.addWidget(
            label(
                "De flesta beslut i en nämnd överklagas genom laglighetsprövning. Beslut mot en "
                "enskild enligt en speciallag överklagas ofta genom förvaltningsbesvär. Beslut som "
                "bara förbereder eller verkställer kan inte överklagas.",
                Label.CAPTION,
                wrap=True,
            )
        )
        options: tuple[tuple[Överklagande, str], ...] = tuple(SLAG_TEXT.items())
        self.choices: dict[str, Choice[Överklagande]] = {}
        grid = QGridLayout()
        grid.setSpacing(desk.theme.px(8))
        grid.setColumnStretch(0, 1)
        for place, one in enumerate(view.överklaganden):
            choice: Choice[Överklagande] = Choice(desk.theme, options)
            choice.choose(one.slag)
            name = f"§ {one.nummer} {one.rubrik}"
            choice.setAccessibleName(name)
            self.choices[one.paragraf_id] = choice
            grid.addWidget(label(name, wrap=True), place, 0)
            grid.addWidget(choice, place, 1)
        inside = QWidget()
        inside.setLayout(grid)
        area = reading_area(inside, "Paragrafer")
        area.setMinimumHeight(desk.theme.px(min(400, 44 * len(view.överklaganden) + 12)))
        self.body.addWidget(area)
        self.begin(self._save)

    def _save(self) -> bool:
        changed: dict[Överklagande, list[str]] = {}
        for one in self._view.överklaganden:
            now = self.choices[one.paragraf_id].value()
            if now is not None and now != one.slag:
                changed.setdefault(now, []).append(one.paragraf_id)
        if not changed:
            return True
        commands = tuple(
            SetÖverklagande(paragraf_ids=tuple(keys), slag=slag) for slag, keys in changed.items()
        )
        what = "ändra hur besluten överklagas"
        return self._desk.editor.do(Together(commands), what) is not None


def save_notice(desk: Desk, view: AnslagView, row: AnslagRow, draft: AnslagDraft) -> bool:
    """Record a notice; False when it was refused, and the user has been told why."""
    command = SetAnslag(
        key=view.key,
        huvudman_id=row.huvudman_id,
        draft=draft,
        today=desk.today,
        anslag_id=row.id or new_id(),
    )
    what = f"anslag på {board_name(row)}"
    return desk.editor.do(command, f"ändra {what}" if row.id else f"skriv in {what}") is not None


def title_of(row: AnslagRow) -> str:
    """Return a board as a line begins with it."""
    return capital(board_name(row))
