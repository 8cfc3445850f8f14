"""What to decide before a set is sent: how, to whom, with which passphrase, and where to save."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from nämnd.core.swedish import counted
from nämnd.justering import rules
from nämnd.justering.queries import has_sekretess
from nämnd.justering.values import JusteringView, KommentarRow, Sätt
from nämnd.justeringsfil.codes import new_code
from nämnd.paket.justering import SendOrder
from nämnd.paket.justering.orders import LEAST_PASSPHRASE
from nämnd.protokoll.checks import findings
from ui.desk import Desk
from ui.justering.loaded import Loaded
from ui.justering.send_people import SendPeople
from ui.justering.words import SÄTT_HINT, SÄTT_TEXT, not_answered
from ui.toolkit.controls import Check, Choice
from ui.toolkit.inputs import LineInput, TextInput
from ui.toolkit.small import Label, button, column, label, row

_ORDER: tuple[Sätt, ...] = ("elektronisk underskrift", "godkännande", "papper")
_HIGH = 560  # the design's pixels that the form may take; the rest is scrolled
_SHARE = 0.6  # of the screen's height, at most
_BECAUSE = "Något här omfattas av sekretess, så filen måste låsas."
_NOBODY = "Välj minst en att fråga."


class SendForm(QScrollArea):
    """The first step of sending.

    Signals:
        changed: something is another.
    """

    changed = Signal()

    def __init__(self, desk: Desk, loaded: Loaded, view: JusteringView) -> None:
        """Propose what was done last, or the first way that the nämnd allows."""
        super().__init__()
        self._desk, self._view = desk, view
        options = _ways(loaded.ways)
        self.sätt: Choice[Sätt] = Choice(desk.theme, ((one, SÄTT_TEXT[one]) for one in options))
        self.sätt.choose(view.sätt if view.sätt in options else options[0])
        self.hint = label("", Label.MUTED, wrap=True)
        self.people = SendPeople(desk.theme, view)
        self.lock = Check(desk.theme, "&Lås filen med lösenord")
        self.phrase = LineInput()
        self.why_lock = label(_BECAUSE, Label.MUTED, wrap=True)
        self.message = TextInput("till dem som tillfrågas; syns när de öppnar filen", most=6)
        self.message.show_value(_answered(view))
        self.where = QLineEdit(str(Path.home()))
        self.browse = button("&Välj …")
        self.notes = label(_notes(loaded, view), Label.MUTED, wrap=True)
        self.problem = label("", Label.PROBLEM, wrap=True)
        self._build()
        self._begin()
        self._connect()

    def check(self) -> bool:
        """Say what is wrong, and whether nothing is."""
        text = self._wrong()
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        return not text

    def order(self) -> SendOrder:
        """Return what is chosen."""
        return SendOrder(
            sätt=self._sätt(),
            asked=self.people.orders(),
            passphrase=self.passphrase(),
            meddelande=self.message.value(),
        )

    def passphrase(self) -> str | None:
        """Return the passphrase, or None when the file is not locked."""
        return self.phrase.value().strip() if self.lock.isChecked() else None

    def folder(self) -> Path:
        """Return where to save; what is no whole path is meant from the home folder."""
        try:
            return Path.home() / Path(self.where.text().strip()).expanduser()
        except RuntimeError:  # ~ and a user there is none of
            return Path.home() / self.where.text().strip()

    def _sätt(self) -> Sätt:
        return self.sätt.value() or rules.PAPER

    def _wrong(self) -> str:
        if not self.people.orders():
            return "" if self._sätt() == rules.PAPER else _NOBODY
        phrase = self.passphrase()
        if phrase is not None and len(phrase) < LEAST_PASSPHRASE:
            return f"Lösenordet måste ha minst {LEAST_PASSPHRASE} tecken."
        return "" if self.where.text().strip() else "Välj en mapp att spara i."

    def _begin(self) -> None:
        view = self._view
        secret = self._desk.store.ask(
            lambda session: has_sekretess(session, view.sammanträde_id, view.paragrafer)
        )
        self.lock.setChecked(secret)
        self.lock.setEnabled(not secret)
        self.why_lock.setHidden(not secret)
        self.phrase.show_value(new_code())
        self.notes.setHidden(not self.notes.text())
        self.message.setAccessibleName("Meddelande")
        self._use()

    def _use(self) -> None:
        self.hint.setText(SÄTT_HINT[self._sätt()])
        self.people.use(self._sätt())
        self._show()

    def _show(self) -> None:
        self.phrase.setVisible(self.lock.isChecked())
        self.changed.emit()

    def _choose_folder(self) -> None:
        found = self._desk.messages.choose_folder("Välj mapp att spara i", self.folder())
        if found is not None:
            self.where.setText(str(found))

    def _connect(self) -> None:
        self.sätt.activated.connect(self._use)
        self.people.changed.connect(self.changed)
        self.lock.toggled.connect(self._show)
        self.phrase.textChanged.connect(self.changed)
        self.where.textChanged.connect(self.changed)
        self.browse.clicked.connect(self._choose_folder)

    def _build(self) -> None:
        theme = self._desk.theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        inside = QWidget()
        inside.setObjectName("scrolled")
        self.sätt.setAccessibleName("Hur de ska justera")
        self.phrase.setAccessibleName("Filens lösenord")
        self.where.setAccessibleName("Mapp att spara i")
        gap = theme.px(6)
        sections = (
            (label("Hur", Label.HEADING), row(self.sätt, None, spacing=0), self.hint),
            (label("Vilka som tillfrågas", Label.HEADING), self.people),
            (self.why_lock, row(self.lock, self.phrase, spacing=theme.px(12))),
            (label("Meddelande", Label.HEADING), self.message),
            (
                label("Spara i mappen", Label.HEADING),
                row(self.where, self.browse, spacing=theme.px(8)),
            ),
            (self.notes, self.problem),
        )
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, theme.px(8), 0)
        layout.setSpacing(theme.px(14))
        for parts in sections:
            layout.addLayout(column(*parts, spacing=gap))
        layout.addStretch()
        self.setWidget(inside)
        room = round(self.screen().availableGeometry().height() * _SHARE)
        self.setMinimumHeight(min(inside.sizeHint().height(), theme.px(_HIGH), room))


def _ways(setting: tuple[str, ...]) -> tuple[Sätt, ...]:
    """Return the ways that the nämnd allows; all of them when it allows none that is known."""
    found: list[Sätt] = [one for one in _ORDER if rules.allowed(one, setting)]
    return tuple(found) or _ORDER


def _notes(loaded: Loaded, view: JusteringView) -> str:
    """Return what is worth to know before it goes; nothing of it forbids."""
    about = [
        one
        for one in findings(loaded.protokoll)
        if one.nummer is None or one.nummer in view.numbers
    ]
    lines = [f"Granskningen av protokollet har {counted(len(about), 'sak', 'saker')} att se över."]
    if view.open_kommentarer:
        lines.append(not_answered(len(view.open_kommentarer)))
    return "\n".join(lines if about else lines[1:])


def _answered(view: JusteringView) -> str:
    """Return what became of the comments on the version before: it is proposed as the message."""
    now = max((one.version for one in view.kommentarer), default=0)
    lines = [_line(one) for one in view.kommentarer if one.svar and one.version == now]
    return "\n".join(["Svar på kommentarerna:", *lines]) if lines else ""


def _line(one: KommentarRow) -> str:
    where = f"§ {one.paragraf}" if one.paragraf else "Hela"
    answer = f": {one.svarstext}" if one.svarstext else ""
    return f"{where}: «{one.text}» {one.svar}{answer}"
