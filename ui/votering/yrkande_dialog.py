"""The dialog about one yrkande: who moves, what, and whether it still stands."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from nämnd.core.ids import new_id
from nämnd.protokoll.sentences import proposed_text
from nämnd.protokoll.values import YRKANDESLAG, YrkandeRow
from ui.desk import Desk
from ui.toolkit.controls import Check, Choice
from ui.toolkit.inputs import TextInput
from ui.toolkit.small import Label, label
from ui.votering.frame import Frame
from ui.votering.people_picker import PeoplePicker
from ui.votering.saving import Shown
from ui.votering.words import divided, joined, others, party_groups, punkt_choices, serving

_NOT_SERVING = "tjänstgör inte"
_MNEMONICS = {"bifall": "&Bifall", "avslag": "A&vslag", "återremiss": "Återre&miss"}


def new_yrkande() -> YrkandeRow:
    """Return a yrkande that nobody has made yet."""
    return YrkandeRow(new_id(), (), (), ("bifall",), 1, None, "", återtaget=False)


class YrkandeDialog(Frame):
    """Person and slag first: then the text is proposed, until the user writes another."""

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        shown: Shown,
        yrkande: YrkandeRow,
        save: Callable[[YrkandeRow], bool],
    ) -> None:
        """Show `yrkande`."""
        new = all(one.id != yrkande.id for one in shown.paragraf.yrkanden)
        super().__init__(desk.theme, parent, "Nytt yrkande" if new else "Yrkande")
        theme = desk.theme
        self._shown, self._yrkande = shown, yrkande
        options = (*serving(shown), *party_groups(shown), *others(shown, _NOT_SERVING))
        self.who = PeoplePicker(theme, options, joined(yrkande.av, yrkande.av_partier))
        self.slag = {
            one: Check(theme, _MNEMONICS.get(one, one.capitalize())) for one in YRKANDESLAG
        }
        self.hand: Choice[int] = Choice(theme, [(1, "I första hand"), (2, "I andra hand")])
        choices = punkt_choices(shown.paragraf.beslutspunkter)
        self.punkt: Choice[str | None] = Choice(theme, choices)
        self.text = TextInput("till exempel: att ärendet återremitteras för ytterligare beredning")
        self.withdrawn = Check(theme, "Åter&taget: står kvar i loggen men skrivs inte ut")
        self._fill()
        self._build(new=new)
        self.begin(lambda: save(self.yrkande()))

    def yrkande(self) -> YrkandeRow:
        """Return what is written."""
        av, partier = divided(self.who.chosen)
        return replace(
            self._yrkande,
            av=av,
            av_partier=partier,
            slag=self._slag(),
            hand=self.hand.value() or 1,
            punkt=self.punkt.value(),
            text=self.text.value().strip(),
            återtaget=self.withdrawn.isChecked(),
        )

    def _slag(self) -> tuple[str, ...]:
        return tuple(one for one, check in self.slag.items() if check.isChecked())

    def _fill(self) -> None:
        row = self._yrkande
        for one, check in self.slag.items():
            check.setChecked(one in row.slag)
        self.hand.choose(row.hand)
        self.punkt.choose(row.punkt)
        self.withdrawn.setChecked(row.återtaget)
        self._proposed = self._proposal()
        self.text.show_value(row.text or self._proposed)

    def _proposal(self) -> str:
        return proposed_text(self._shown.protokoll, self._slag(), punkt=self.punkt.value())

    def _propose(self) -> None:
        """Write what the slag says, unless the user has written something else."""
        before, self._proposed = self._proposed, self._proposal()
        if self.text.value().strip() in ("", before):
            self.text.show_value(self._proposed)

    def _check(self) -> None:
        self.warn("; ".join(dict.fromkeys(self.who.notes)).capitalize())

    def _build(self, *, new: bool) -> None:
        theme = self.theme
        self.add(self.who, "V&em yrkar")
        self.add(label("Vad", Label.LABEL))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(16))
        for place, check in enumerate(self.slag.values()):
            grid.addWidget(check, place // 4, place % 4, Qt.AlignmentFlag.AlignLeft)
            check.clicked.connect(self._propose)
        self.add(grid)
        self.add(self.text, "T&ext efter «yrkar»")
        below = QGridLayout()
        for at, part in enumerate((self.hand, self.punkt)):
            below.addWidget(part, 0, at)
        self.hand.setAccessibleName("I vilken hand")
        self.punkt.setAccessibleName("Vad yrkandet gäller")
        self.add(below)
        self.add(self.withdrawn)
        self.punkt.setVisible(self.punkt.count() > 1)
        self.withdrawn.setVisible(not new)
        self.punkt.activated.connect(self._propose)
        self.who.changed.connect(self._check)
        self._check()
        self.who.setFocus(Qt.FocusReason.OtherFocusReason)
