"""The first start: who are you, and what shall we begin with."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QStackedWidget, QWidget

from nämnd.core.changes import Topic
from nämnd.core.errors import NämndError
from nämnd.core.ids import new_id
from nämnd.core.progress import Progress, Work
from nämnd.error_messages import message_for
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnder
from nämnd.organisation.rules import NämndDraft
from ui.desk import Desk, Go
from ui.start.choice import BigChoice
from ui.start.question import Question
from ui.toolkit.chips import Card
from ui.toolkit.settings import SettingsFile
from ui.toolkit.small import Kind, Label, button, column, label
from ui.toolkit.theme import Icon, Theme

_WIDE = 560  # the design's pixels
_NAME, _CHOICES, _NÄMND = 0, 1, 2  # the steps
_CHOICE_TEXTS = (
    (
        Icon.EYE,
        "Prova med ett exempel",
        "En påhittad nämnd med ledamöter, en färdig dagordning och handlingar.",
    ),
    (
        Icon.IMPORT,
        "Läs in en dagordning",
        "Välj en kallelse eller dagordning som du har som PDF, Word eller text.",
    ),
    (
        Icon.PLUS,
        "Börja med en egen nämnd",
        "Skriv vad nämnden heter, och lägg till ledamöter och sammanträden.",
    ),
)
_NOT_KEPT = "Ditt namn kunde inte sparas på datorn. Programmet frågar igen nästa gång."


class StartPage(QScrollArea):
    """Asks for a name, and offers three ways to begin when there is no nämnd yet.

    The name is saved at once: whatever is done first is logged with it.

    Signals:
        named: the user's name, as it is logged from now on.
        done: id of the nämnd to show; the user is through.
    """

    named = Signal(str)
    done = Signal(str)

    def __init__(self, desk: Desk, go: Go, settings: SettingsFile, suggested: str = "") -> None:
        """Ask for the name; `suggested` is filled in when none is saved."""
        super().__init__()
        self._desk, self._go, self._settings = desk, go, settings
        theme = desk.theme
        self.name = Question(
            theme,
            "Vad heter du?",
            "Namnet skrivs i historiken, så att det går att se vem som har gjort vad.",
            "Fortsätt",
        )
        self.name.answer.setText(settings.read().who or suggested)
        self.name.answer.selectAll()
        self.nämnd = Question(
            theme,
            "Vad heter nämnden?",
            "Skriv namnet som det ska stå på kallelsen. Resten fyller du i efter hand.",
            "Skapa nämnden",
            back=True,
        )
        self.example, self.read, self.own = (BigChoice(theme, *one) for one in _CHOICE_TEXTS)
        self.back = button("Tillbaka", Kind.LINK)
        self.working = label("Exemplet läggs till, det tar några sekunder …", Label.MUTED)
        self.steps = QStackedWidget()
        self._build()

    def reload(self, topics: frozenset[Topic]) -> None:
        """Nothing here comes from the database."""

    def _build(self) -> None:
        theme = self._desk.theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for step in (_in_card(theme, self.name), self._choices(), _in_card(theme, self.nämnd)):
            self.steps.addWidget(step)
        middle = QWidget()
        middle.setLayout(
            column(
                label("Välkommen till Nämnd", Label.TITLE),
                label(
                    "Här gör du dagordningar, kallelser och utskick, från första punkten till "
                    "färdig PDF. Allt sparas medan du skriver, och Ctrl+Z ångrar.",
                    Label.MUTED,
                    wrap=True,
                ),
                self.steps,
                spacing=theme.px(6),
            )
        )
        self.steps.setContentsMargins(0, theme.px(16), 0, 0)
        middle.setMaximumWidth(theme.px(_WIDE))
        body = QWidget()
        body.setObjectName("scrolled")
        grid = QGridLayout(body)
        margin = theme.px(24)
        grid.setContentsMargins(margin, margin, margin, margin)
        grid.addWidget(middle, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 6)
        grid.setColumnStretch(2, 1)
        grid.setRowMinimumHeight(0, theme.px(64))
        grid.setRowStretch(1, 1)
        self.setWidget(body)
        self.setFocusProxy(self.name)
        self._connect()

    def _connect(self) -> None:
        self.name.answered.connect(self._keep_name)
        self.nämnd.answered.connect(self._make_nämnd)
        self.nämnd.given_up.connect(lambda: self._show(_CHOICES))
        self.back.clicked.connect(lambda: self._show(_NAME))
        self.example.clicked.connect(self._make_example)
        self.read.clicked.connect(self._go.import_file)
        self.own.clicked.connect(lambda: self._show(_NÄMND))

    def _choices(self) -> QWidget:
        theme = self._desk.theme
        self.working.hide()
        page = QWidget()
        page.setLayout(
            column(
                label("Hur vill du börja?", Label.HEADING),
                self.example,
                self.read,
                self.own,
                self.working,
                self.back,
                None,
                spacing=theme.px(10),
            )
        )
        return page

    def _show(self, step: int) -> None:
        self.steps.setCurrentIndex(step)
        first = (self.name, self.example, self.nämnd)[step]
        self.setFocusProxy(first)
        first.setFocus()

    def _keep_name(self, name: str) -> None:
        self._settings.change(who=name)
        self._desk.store.who = name
        self.named.emit(name)
        if self._settings.read().who != name:
            self._desk.messages.notice(_NOT_KEPT)
        rows = self._desk.store.ask(nämnder)
        if rows:
            self.done.emit(rows[0].id)
        else:
            self._show(_CHOICES)

    def _make_nämnd(self, name: str) -> None:
        nämnd_id = new_id()
        command = SaveNämnd(nämnd_id=nämnd_id, draft=NämndDraft(name))
        try:  # not through the editor: there is nothing to go back to by undoing it
            self._desk.store.do(command, f"lägg till {name}")
        except NämndError as error:
            self.nämnd.refuse(message_for(error))
            return
        self.done.emit(nämnd_id)

    def _make_example(self) -> None:
        self._show_working(working=True)
        self._desk.jobs.run(
            _example(self._desk),
            self,
            self.done.emit,
            label="Lägger till exemplet",
            otherwise=self._ask_again,
        )

    def _ask_again(self) -> None:
        self._show_working(working=False)
        self.example.setFocus()  # it was off, which took the focus from it

    def _show_working(self, *, working: bool) -> None:
        self.working.setVisible(working)
        self.back.setVisible(not working)
        for one in (self.example, self.read, self.own):
            one.setEnabled(not working)


def _in_card(theme: Theme, question: Question) -> QWidget:
    page, card = QWidget(), Card(theme)
    card.add(question)
    page.setLayout(column(card, None, spacing=0))
    return page


def _example(desk: Desk) -> Work[str]:
    from nämnd.exempel import make_example

    yield Progress(0, 1, "Lägger till exemplet …")
    return make_example(desk.store, desk.files, now=desk.clock())
