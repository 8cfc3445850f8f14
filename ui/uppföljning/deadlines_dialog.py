"""The deadlines found in a document: ticked ones become bevakningar."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nämnd.bevakning.commands import AddBevakningar
from nämnd.bevakning.rules import due
from nämnd.bevakning.values import BevakningDraft
from nämnd.bevakning.wording import words
from nämnd.core.swedish import counted, short_date
from nämnd.frister.values import Frist
from ui.desk import Desk
from ui.toolkit.chips import Card, Chip
from ui.toolkit.dialog_frame import DialogFrame
from ui.toolkit.palette import Role
from ui.toolkit.paper_search import PaperSearch
from ui.toolkit.preview import PagePreview
from ui.toolkit.small import Kind, Label, button, column, label, reading_area, row
from ui.toolkit.ticked_list import TickedList
from ui.uppföljning.counting import Counting, load_counting
from ui.uppföljning.deadlines import Found, with_anteckning
from ui.uppföljning.draft_part import DraftPart

_WIDE, _HIGH, _NARROW = 1180, 680, 900  # the design's pixels
_PDF = b"%PDF-"
_WORDS = 3  # of the sentence that are looked for on its page: they mostly stand in one line
_ABOUT = (
    "Det här verkar dokumentet kräva. Bocka ur det som inte ska bevakas, och rätta det som är fel. "
    "Läs ändå dokumentet: det som är ovanligt skrivet kan saknas."
)
_PASSED = (
    "Alla dagar i dokumentet har passerat, så inget är ikryssat. Bocka för det som ändå ska "
    "bevakas, och rätta dagen."
)


class DeadlinesDialog(DialogFrame):
    """A list to tick, the sentence of each, and the page where it stands.

    Attributes:
        list: what was found.
        drafts: what each becomes.
        sentence: how the document says it.
        change: corrects the one that is chosen.
        paper, search: the document, and the sentence marked in it, when it is a PDF.
    """

    def __init__(self, desk: Desk, parent: QWidget, nämnd_id: str, found: Found) -> None:
        """Tick all that has not gone by."""
        title = f"Frister i «{found.document.rubrik}»"
        super().__init__(desk.theme, parent, title, width=_NARROW)
        self._desk, self._nämnd_id, self._found = desk, nämnd_id, found
        self._over = parent.window()
        self._counting = load_counting(desk, nämnd_id)
        self.drafts = with_anteckning(found.drafts, found.document)
        self.list = TickedList(desk.theme, "Frister som hittades")
        self.sentence = label("", wrap=True)
        self.facts = label("", Label.MUTED, wrap=True)
        self.forfeits = Chip("rätten går förlorad", Role.LATE)
        self.change = button("Än&dra …")
        self.all, self.none = button("&Alla", Kind.LINK), button("&Inga", Kind.LINK)
        self.search: PaperSearch | None = None
        self.paper = self._open_paper()
        self._fill()
        self._build()

    def _open_paper(self) -> PagePreview | None:
        document = self._found.document
        data = self._desk.files.read(document.sha256, document.filnamn)
        if not data.startswith(_PDF):
            return None
        paper = PagePreview(self.theme, "Dokumentet")
        try:
            paper.show_pdf(data)
        except ValueError:  # damaged: its words could be read all the same
            paper.deleteLater()
            return None
        self.search = PaperSearch(self.theme, paper)
        paper.put_under_heading(self.search)
        return paper

    def _fill(self) -> None:
        for at, frist in enumerate(self._found.frister):
            self.list.add(str(at), self._line(at), on=not frist.passerad)

    def _line(self, at: int) -> str:
        frist, draft = self._found.frister[at], self.drafts[at]
        when = when_text(draft, self._counting)
        who = f" · {draft.ansvarig}" if draft.ansvarig else ""
        tail = "har passerat" if frist.passerad else ""
        forfeits = "rätten går förlorad" if draft.förverkande else ""
        more = ", ".join(filter(None, (tail, forfeits)))
        return f"{when} · {draft.rubrik}{who}{f' ({more})' if more else ''}"

    def _build(self) -> None:
        gap = self.theme.px(8)
        passed = all(one.passerad for one in self._found.frister)
        self.body.addWidget(label(_PASSED if passed else _ABOUT, Label.MUTED, wrap=True))
        inside = QWidget()
        inside.setObjectName("scrolled")
        inside.setLayout(column(self.sentence, self.facts, None, spacing=gap))
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card = Card(self.theme)
        card.add(reading_area(inside, "Så står det"), 1)
        card.add(row(self.forfeits, None, self.change, spacing=gap))
        card.setMinimumHeight(self.theme.px(150))
        left = QWidget()
        acts = row(self.all, self.none, None, spacing=gap)
        left.setLayout(column(self.list.frame, acts, card, spacing=gap))
        across = row(left, *((self.paper,) if self.paper else ()), spacing=self.theme.px(14))
        across.setStretch(0, 1)
        if self.paper is not None:
            across.setStretch(1, 1)
        self.body.addLayout(across, 1)
        self._connect()
        window = self._over.size()
        wide = _WIDE if self.paper else _NARROW
        self.setMinimumWidth(min(self.theme.px(_NARROW), window.width()))
        self.begin(self._save, problems=self._wrong)
        self.resize(
            min(self.theme.px(wide), window.width()), min(self.theme.px(_HIGH), window.height())
        )
        self._count()
        self._show_chosen()
        self.list.setFocus()

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_chosen)
        self.list.itemChanged.connect(self._count)
        self.change.clicked.connect(self._change)
        self.all.clicked.connect(lambda: self.list.set_all(on=True))
        self.none.clicked.connect(lambda: self.list.set_all(on=False))

    def _show_chosen(self, _: int = 0) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self.drafts):
            return
        frist, draft = self._found.frister[at], self.drafts[at]
        self.sentence.setText(f"«{frist.mening}»")
        self.facts.setText(facts_text(frist, draft, self._counting))
        self.forfeits.setVisible(draft.förverkande)
        self.change.setAccessibleDescription(draft.rubrik)
        if self.paper is not None and self.search is not None:
            self.paper.go_to(frist.sida)
            self.search.look_for(" ".join(frist.mening.split()[:_WORDS]), frist.sida)

    def _count(self, _: object = None) -> None:
        chosen = len(self.list.chosen)
        said = counted(chosen, "bevakning", "bevakningar") if chosen else ""
        self.keep.setText(f"Lägg till {said}".strip())
        self.check()

    def check(self) -> None:
        """Let it be saved when something is ticked: the button says how many."""
        self.keep.setEnabled(not self._wrong())

    def _wrong(self) -> tuple[str, ...]:
        return () if self.list.chosen else ("Bocka för det som ska bevakas.",)

    def _change(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self.drafts):
            dialog = DraftDialog(self._desk, self, self._counting, self.drafts[at])
            dialog.accepted.connect(lambda: self._changed(at, dialog.made))

    def _changed(self, at: int, made: BevakningDraft | None) -> None:
        if made is None:
            return
        self.drafts[at] = made
        item = self.list.item(at)
        item.setText(self._line(at))
        item.setToolTip(item.text())
        item.setCheckState(Qt.CheckState.Checked)
        self._show_chosen()
        self.list.setFocus()

    def _save(self) -> bool:
        drafts = tuple(self.drafts[int(key)] for key in self.list.chosen)
        command = AddBevakningar(nämnd_id=self._nämnd_id, drafts=drafts, today=self._desk.today)
        said = counted(len(drafts), "bevakning", "bevakningar")
        if self._desk.editor.do(command, f"lägg till {said}") is None:
            return False
        self._desk.messages.notice(f"{said} ur «{self._found.document.rubrik}». Ctrl+Z ångrar.")
        return True


class DraftDialog(DialogFrame):
    """One proposal, to be corrected before it is saved. `made`: what it became."""

    def __init__(
        self, desk: Desk, parent: QWidget, counting: Counting, draft: BevakningDraft
    ) -> None:
        """Show the draft as it was understood."""
        super().__init__(desk.theme, parent, "Ändra förslaget", width=820)
        self._källa, self.made = draft.källa, replace(draft)
        self.part = DraftPart(desk.theme, counting, draft)
        self.body.addWidget(self.part)
        self.part.changed.connect(self.check)
        self.begin(self._save, problems=self.part.problems, keep="&Klar")
        self.part.rubrik.setFocus()
        self.fit()

    def _save(self) -> bool:
        made = self.part.draft(self._källa)
        if made is None:
            return False
        self.made = made
        return True


def when_text(draft: BevakningDraft, counting: Counting) -> str:
    """Return the day, with the rule when it is another than a day."""
    found, rule = due(draft.förfaller, counting.calendar), words(draft.förfaller)
    if found.dag is None or short_date(found.dag) == rule:
        return rule
    return f"{rule} ({short_date(found.dag)})"


def facts_text(frist: Frist, draft: BevakningDraft, counting: Counting) -> str:
    """Return where it stands and what was understood."""
    to = "" if frist.rad == frist.rad_till else f"–{frist.rad_till}"
    parts = (
        f"Sidan {frist.sida}, rad {frist.rad}{to}",
        f"Förfaller: {when_text(draft, counting)}",
        f"Ansvarig: {draft.ansvarig}" if draft.ansvarig else "",
        f"Mottagare: {draft.mottagare}" if draft.mottagare else "",
    )
    return "\n".join(filter(None, parts))
