"""Where one answers: the code, the certificate when one signs, and where the answer is saved."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from nämnd.bilaga.names import shown_name
from nämnd.core.errors import NämndError
from nämnd.core.progress import Progress
from nämnd.justeringsfil.codes import tidy_code
from nämnd.justeringsfil.values import Asked, Slag, SvarKommentar
from nämnd.underskrift.errors import WrongPassphraseError
from ui.justera import words
from ui.justera.answering import Made, Reply, make_answer
from ui.justera.asked import SIGNED, SIGNS, before, done_in
from ui.justera.certificate_fields import CertificateFields
from ui.justera.opening import Opened, person_of
from ui.justera.places import place_for_answers
from ui.justera.tools import Tools
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.fields import line_field
from ui.toolkit.jobs import Cancelled, Done, Failed, Job, JobEvent
from ui.toolkit.small import Kind, Label, button, column, label, restyle, row

_CODE = 12  # characters of a one-time code, without hyphens
_WIDE, _TALL = 560, 0.8  # of the design's pixels; of the screen


@dataclass(frozen=True, slots=True)
class Asking:
    """What is to be answered, and who hears of it.

    Attributes:
        opened: the package.
        slag: what is answered.
        kommentarer: what goes with it.
        person_id: who reads, as far as is known; «» when it is not.
        known: told whose code was written.
        done: told of the answer when it is written.
    """

    opened: Opened
    slag: Slag
    kommentarer: tuple[SvarKommentar, ...]
    person_id: str
    known: Callable[[Asked], None]
    done: Callable[[Made], None]


class AnswerDialog(DialogFrame):
    """Makes the answer, and stays while it can't be made."""

    def __init__(self, tools: Tools, parent: QWidget, asking: Asking) -> None:
        """Open the dialog over `parent`."""
        title = words.TITLE[asking.slag]
        super().__init__(tools.theme, parent, title, width=_WIDE)
        self._tools, self._asking = tools, asking
        self._manifest = asking.opened.paket.manifest
        self._folder = place_for_answers(
            asking.opened.path, tools.outside.documents, tools.outside.passing
        )
        self._owner: Asked | None = None  # of the code that is written
        self._checked = ""  # the code that `_owner` is of
        self._job: Job | None = None
        self._waiting = self._making = False
        self.code = line_field(
            tools.theme, "&Engångskod", placeholder="Till exempel K7PM-3XQD-9R2T"
        )
        self.said = label("", Label.CAPTION, wrap=True)
        self.folder = label("", Label.CAPTION, wrap=True)
        self.change = button("&Byt mapp …", Kind.LINK)
        signs = asking.slag == SIGNED
        self.certificate = CertificateFields(tools) if signs else None
        self._lay_out()
        self.code.input.textEdited.connect(self._look_at_code)
        self.change.clicked.connect(self._change_folder)
        self._show_folder()
        self._propose()
        self.begin(self._save, keep=words.SAVE[asking.slag])
        self.code.setFocus()
        self._fit()

    @property
    def busy(self) -> bool:
        """Whether the answer is being made."""
        return self._making

    def reject(self) -> None:
        if not self._making:  # what is begun is written or refused in a moment
            super().reject()

    def _save(self) -> bool:
        """Begin to make the answer; the dialog closes when it is there."""
        self.refuse("")
        if self._job is not None:
            self._waiting = True
            return False
        reply = self._reply()
        if isinstance(reply, str):
            self.refuse(reply)
            return False
        self._set_making(making=True)
        work = make_answer(self._asking.opened, self._tools.kept, reply, now=self._tools.clock())
        self._tools.jobs.start(work, self, self._hear)
        return False

    def _reply(self) -> Reply | str:
        """Return what to answer, or why it can't be answered yet."""
        asked = self._who()
        if isinstance(asked, str):
            self.code.setFocus()
            return asked
        certificate = self.certificate and self.certificate.chosen(self._manifest.nämnd)
        if isinstance(certificate, str):
            return certificate
        return Reply(
            asked=asked,
            slag=self._asking.slag,
            kommentarer=self._asking.kommentarer,
            folder=self._folder,
            code=self.code.input.text() or None,
            certificate=certificate,
        )

    def _who(self) -> Asked | str:
        """Return who answers: whose the code is, or, with a certificate alone, who was chosen."""
        if self.code.input.text().strip():
            if self._owner is not None:
                return self._unfit(self._owner) or self._owner
            short = len(tidy_code(self.code.input.text())) < _CODE
            return words.CODE_SHORT if short else words.CODE_AGAIN
        if self.certificate is None:
            return f"Skriv din engångskod. {words.CODE_SHORT}"
        asked = self._person()
        if asked is None:
            return "Skriv din engångskod, eller stäng rutan och välj ditt namn i listan «Jag är»."
        return self._unfit(asked) or asked

    def _person(self) -> Asked | None:
        wanted = self._asking.person_id
        return next((one for one in self._manifest.tillfrågade if one.person_id == wanted), None)

    def _unfit(self, asked: Asked) -> str:
        slag = self._asking.slag
        if asked.person_id in done_in(self._manifest):
            return f"{asked.namn} har redan gjort sitt. Det finns inget mer att svara."
        if slag == SIGNED and asked.sätt != SIGNS:
            return f"{asked.namn} är inte ombedd att skriva under. Välj «Godkänn» i stället."
        first = before(self._manifest, asked.person_id)
        return words.must_wait(first) if first and slag != "ändring begärd" else ""

    def _look_at_code(self) -> None:
        """Ask whose code it is as soon as it is whole."""
        text = self.code.input.text()
        if tidy_code(text) == self._checked:
            return
        self._owner, self._checked = None, tidy_code(text)
        self._say(self._hint())
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if len(self._checked) < _CODE:
            return
        code, work = self._checked, person_of(self._asking.opened.paket, text)
        self._job = self._tools.jobs.start(work, self, lambda event: self._told(code, event))

    def _told(self, code: str, event: JobEvent) -> None:
        if code != self._checked or isinstance(event, Progress | Cancelled):
            return
        self._job = None
        match event:
            case Done(Asked() as owner):
                self._owner = owner
                self._say(f"✓ Koden stämmer: {owner.namn}, {owner.roll}.")
                self._propose()
                self._asking.known(owner)
            case Done(_):
                self._say(words.WRONG_CODE, wrong=True)
            case Failed(error):
                raise error
        waiting, self._waiting = self._waiting, False
        if waiting:
            self._save()

    def _propose(self) -> None:
        owner = self._owner or self._person()
        if self.certificate is not None and owner is not None:
            self.certificate.propose_name(owner.namn.partition(" (")[0])

    def _hear(self, event: JobEvent) -> None:
        match event:
            case Progress(what=what):
                self.warn(f"{what} …" if what else "")
                return
            case Done(Made() as made):
                self._set_making(making=False)
                self.accept()
                self._asking.done(made)
            case Failed(NämndError() as error):
                self._set_making(making=False)
                self._show_refusal(error)
            case Failed(error):
                self._set_making(making=False)
                raise error
            case _:
                self._set_making(making=False)

    def _show_refusal(self, error: NämndError) -> None:
        from nämnd.error_messages import message_for

        self.refuse(message_for(error))
        if isinstance(error, WrongPassphraseError) and self.certificate is not None:
            self.certificate.show_wrong_passphrase()

    def _set_making(self, *, making: bool) -> None:
        self._making = making
        for one in (self.keep, self.cancel, self.inside):
            one.setDisabled(making)
        if not making:
            self.warn("")

    def _change_folder(self) -> None:
        chosen = self._tools.messages.choose_folder("Spara svaret i", self._folder)
        if chosen is not None:
            self._folder = chosen
            self._show_folder()

    def _show_folder(self) -> None:
        moved = self._folder != self._asking.opened.path.resolve().parent
        why = " (filen ligger i en mapp som töms eller inte går att skriva i)" if moved else ""
        chosen = self._folder != place_for_answers(
            self._asking.opened.path, self._tools.outside.documents, self._tools.outside.passing
        )
        text = "" if chosen else why
        self.folder.setText(f"Svaret sparas i {shown_name(str(self._folder))}{text}.")

    def _lay_out(self) -> None:
        theme, asking = self.theme, self._asking
        gap = theme.px(12)
        intro = words.intro(self._manifest, asking.slag, len(asking.kommentarer))
        proves = words.CODE_PROVES
        parts: list[QWidget] = [label(intro, wrap=True)]
        if asking.slag == "godkänt" and self._may_sign():
            parts.append(label(words.only_approves(), Label.MUTED, wrap=True))
        self._say(self._hint())
        with_hint = QWidget()
        with_hint.setLayout(column(self.code, self.said, spacing=theme.px(2)))
        parts.append(with_hint)
        if self.certificate is not None:
            proves = words.SIGNING_PROVES
            parts.append(self.certificate)
            self.certificate.resized.connect(self._fit)
        parts.append(label(proves, Label.CAPTION, wrap=True))
        self.inside = QWidget()
        self.inside.setObjectName("scrolled")
        where = row(self.folder, self.change, spacing=theme.px(8))
        where.setStretch(0, 1)
        self.inside.setLayout(column(*parts, where, None, spacing=gap))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        assert isinstance(self.body, QVBoxLayout)  # noqa: S101 - so it is made
        self.body.addWidget(self._scroll, 1)

    def _say(self, text: str, *, wrong: bool = False) -> None:
        """Say what is known of the code, also to a screen reader."""
        self.said.setText(text)
        restyle(self.said, "label", (Label.PROBLEM if wrong else Label.CAPTION).value)
        self.code.input.setAccessibleDescription(text)
        self.code.input.show_wrong(wrong)
        if text != self._hint():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.code.input, text))
        if self.isVisible():
            self._fit()

    def _hint(self) -> str:
        signs = self.certificate is not None
        return f"{words.CODE_HINT} {words.NO_CODE}" if signs else words.CODE_HINT

    def _may_sign(self) -> bool:
        mine = self._person()
        asked = (mine,) if mine else self._manifest.tillfrågade
        return any(one.sätt == SIGNS for one in asked)

    def _fit(self) -> None:
        """Be as high as the parts need, but no higher than the screen: then they scroll."""
        layout = self.inside.layout()
        assert layout is not None  # noqa: S101 - set when it was made
        layout.activate()
        wide = max(self.width(), self.minimumWidth()) - 2 * self.theme.px(20)
        needed = layout.heightForWidth(wide)
        screen = QGuiApplication.primaryScreen().availableGeometry().height()
        self._scroll.setMinimumHeight(min(needed, round(screen * _TALL) - self.theme.px(120)))
        self.adjustSize()
