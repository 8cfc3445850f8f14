"""«Fraser»: how a protokoll says what happened, in the program's words or the nämnd's own."""

from dataclasses import replace

from nämnd.core.swedish import counted, sort_key
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import NämndDraft
from nämnd.protokoll.phrases import PHRASES, Phrase
from ui.desk import Desk
from ui.organisation.phrase_dialog import PhraseDialog
from ui.toolkit.chips import Card, SearchBox
from ui.toolkit.palette import Role
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Label, button, label, row

_MOST_SHOWN = 9  # rows; more scroll


class PhrasesCard(Card):
    """Every phrase by name; those with words of the nämnd's own are marked."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Fraser")
        self._desk, self._nämnd_id, self._draft = desk, "", NämndDraft("")
        self.search = SearchBox(desk.theme, "Sök fras …")
        self.list = RowList(desk.theme, name="Fraser", reorder=False)
        self.summary = label("", Label.CAPTION, wrap=True)
        self.change, self.restore = button("Ändra …"), button("Återställ")
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        key = self._nämnd_id
        self._draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        own = sum(key in PHRASES for key, _ in self._draft.frasbank)
        said = counted(own, "egen", "egna") if own else "alla som de följer med programmet"
        self.summary.setText(f"{len(PHRASES)} fraser, {said}.")
        self._show_rows()

    def _build(self) -> None:
        for part in (self.search, self.list, self.summary):
            self.add(part)
        self.add(row(self.change, None, self.restore, spacing=self._desk.theme.px(8)))
        self.search.textChanged.connect(self._show_rows)
        self.list.opened.connect(self._open)
        self.list.chosen.connect(self._enable)
        self.change.clicked.connect(lambda: self._open(self.list.current()))
        self.restore.clicked.connect(lambda: self._save(self.list.current(), ""))
        self._desk.theme.changed.connect(self._fit)

    def _show_rows(self) -> None:
        words = sort_key(self.search.text()).split()
        own = dict(self._draft.frasbank)
        rows = [_row(one, own.get(one.key)) for one in PHRASES.values()]
        self.list.show_rows([one for one in rows if all(w in sort_key(one.tip) for w in words)])
        self._fit()
        self._enable()

    def _fit(self) -> None:
        self.list.setFixedHeight(_MOST_SHOWN * max(1, self.list.sizeHintForRow(0)) + 2)

    def _enable(self) -> None:
        current = self.list.current()
        self.change.setEnabled(current is not None)
        self.restore.setEnabled(current in dict(self._draft.frasbank))

    def _open(self, key: str | None) -> None:
        if key is None:
            return
        own = dict(self._draft.frasbank).get(key, "")
        self._desk.editor.flush()
        PhraseDialog(self._desk, self, PHRASES[key], own, lambda text: self._save(key, text)).open()

    def _save(self, key: str | None, text: str) -> bool:
        """Keep the nämnd's own words for a phrase; nothing gives back the program's."""
        if key is None:
            return False
        kept = [(one, words) for one, words in self._draft.frasbank if one != key]
        bank = (*kept, (key, text)) if text and text != PHRASES[key].text else tuple(kept)
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=replace(self._draft, frasbank=bank))
        return self._desk.editor.do(command, f"ändra frasen «{key}»") is not None


def _row(one: Phrase, own: str | None) -> ListRow:
    name = f"{one.key[0].upper()}{one.key[1:]}"
    tip = f"{name}. {one.use}\n{own or one.text}"
    return ListRow(one.key, "", name, "egen" if own else "", Role.ACCENT, tip=tip)
