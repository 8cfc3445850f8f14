"""The dialog about one who leaves for jäv, and who steps in."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from nämnd.core.ids import new_id
from nämnd.närvaro.ersättare import Proposal, proposals
from nämnd.närvaro.gaps import Gap, Why
from nämnd.närvaro.meeting import At
from nämnd.närvaro.values import JävRow
from nämnd.protokoll.sentences import jäv_sentence
from ui.desk import Desk
from ui.ersättare_words import proposal_text, warning_text
from ui.toolkit.controls import Choice
from ui.toolkit.small import Label, label
from ui.votering.frame import Frame
from ui.votering.people_picker import PeoplePicker
from ui.votering.saving import Shown
from ui.votering.words import others, punkt_choices, serving

_GROUNDS = (
    "Part eller påverkas själv (KL 6:28 p 1)",
    "Ställföreträdare eller ombud (KL 6:28 p 2)",
    "Tillsyn över egen verksamhet (KL 6:28 p 3)",
    "Annan särskild omständighet (KL 6:28 p 4)",
)
_OTHER_NOTE = "tjänstgör inte"
_NOBODY = "Ingen går in"


def new_jäv() -> JävRow:
    """Return a jäv that nobody has yet."""
    return JävRow(new_id(), "", None, None, None)


class JävDialog(Frame):
    """Who leaves, from what, why, and who steps in; the text of the protokoll shows below."""

    def __init__(
        self, desk: Desk, parent: QWidget, shown: Shown, jäv: JävRow, save: Callable[[JävRow], bool]
    ) -> None:
        """Show `jäv`."""
        super().__init__(desk.theme, parent, "Jäv")
        self._shown, self._jäv = shown, jäv
        theme = desk.theme
        # one who has already left does not serve any more, but is the one it is about
        own = replace(shown, paragraf=replace(shown.paragraf, jäv=self._others()))
        options = (*serving(own), *others(own, _OTHER_NOTE))
        self.who = PeoplePicker(theme, options, (jäv.person_id,) if jäv.person_id else (), one=True)
        choices = punkt_choices(shown.paragraf.beslutspunkter)
        self.punkt: Choice[str | None] = Choice(theme, choices)
        self.punkt.choose(jäv.punkt)
        self.grund = QComboBox(editable=True)
        self.grund.addItems(["", *_GROUNDS])
        self.grund.setEditText(jäv.grund or "")
        self.ersättare: Choice[str | None] = Choice(theme)
        self.sentence = label("", Label.MUTED, wrap=True)
        self._build()
        self._offer(jäv.ersätts_av, keep=jäv in shown.paragraf.jäv)
        self.begin(self._save(save))

    def jäv(self) -> JävRow:
        """Return what is written; the person is empty while nobody is chosen."""
        return replace(
            self._jäv,
            person_id=next(iter(self.who.chosen), ""),
            punkt=self.punkt.value(),
            grund=self.grund.currentText().strip() or None,
            ersätts_av=self.ersättare.value(),
        )

    def _save(self, save: Callable[[JävRow], bool]) -> Callable[[], bool]:
        def kept() -> bool:
            jäv = self.jäv()
            if not jäv.person_id:
                self.refuse("Välj vem som anmäler jäv.")
                return False
            return save(jäv)

        return kept

    def _others(self) -> tuple[JävRow, ...]:
        return tuple(one for one in self._shown.paragraf.jäv if one.id != self._jäv.id)

    def _proposals(self) -> tuple[Proposal, ...]:
        jäv = self.jäv()
        protokoll = self._shown.protokoll
        person = protokoll.deltagare.get(jäv.person_id)
        if person is None:
            return ()
        rows = (*self._others(), replace(jäv, ersätts_av=None))
        at = At(self._shown.paragraf.nummer, rows, jäv.punkt)
        gap = Gap(person.person_id, person.huvudman_id, person.parti, Why.JÄV, jäv.punkt)
        there = proposals(protokoll, gap, at)
        known = {one.person_id for one in there}
        away = proposals(protokoll, gap, at, set(protokoll.deltagare))
        return (*there, *(one for one in away if one.person_id not in known))

    def _offer(self, chosen: str | None, *, keep: bool) -> None:
        """Offer those who can step in; without `keep` the first who fits is chosen."""
        found = self._proposals()
        protokoll = self._shown.protokoll
        rows: list[tuple[str | None, str]] = [(None, _NOBODY)]
        rows += ((one.person_id, proposal_text(protokoll, one)) for one in found)
        if chosen and all(key != chosen for key, _ in rows):
            rows.append((chosen, protokoll.name(chosen)))
        self.ersättare.offer(rows)
        room = [one for one in found if self._is_there(one.person_id)]
        first = next((one.person_id for one in room if one.fits), None)
        self.ersättare.choose(chosen if keep else first)
        self._show_sentence()

    def _is_there(self, key: str) -> bool:
        nummer = self._shown.paragraf.nummer
        rows = self._shown.protokoll.närvaro
        return any(one.person_id == key and one.paragrafer.touches(nummer) for one in rows)

    def _propose(self) -> None:
        self._offer(None, keep=False)

    def _show_sentence(self) -> None:
        jäv = self.jäv()
        self.sentence.setText(jäv_sentence(self._shown.protokoll, jäv) if jäv.person_id else "")
        self.refuse("")
        self.warn(self._unusual(jäv))

    def _unusual(self, jäv: JävRow) -> str:
        """Return what is unusual about who leaves, and about who steps in."""
        found = [f"{note.capitalize()}." for note in self.who.notes]
        found += (
            warning_text(self._shown.protokoll, one.notes)
            for one in self._proposals()
            if one.person_id == jäv.ersätts_av and one.notes
        )
        return " ".join(found)

    def _build(self) -> None:
        self.add(self.who, "V&em anmäler jäv")
        self.add(self.punkt, "&Gäller")
        self.add(self.grund, "G&rund (skrivs inte ut)")
        self.add(self.ersättare, "&Tjänstgör i stället")
        self.add(self.sentence)
        self.punkt.setEnabled(self.punkt.count() > 1)
        self.who.changed.connect(self._propose)
        self.punkt.activated.connect(self._propose)
        self.ersättare.activated.connect(self._show_sentence)
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
