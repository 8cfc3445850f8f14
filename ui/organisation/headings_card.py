"""«Rubriker i protokollet»: in which order the parts of a § stand, and what they are called."""

from dataclasses import replace

from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import NämndDraft, one_line
from nämnd.protokoll.headings import PRESETS, in_order
from ui.desk import Desk
from ui.toolkit.chips import Card
from ui.toolkit.controls import Choice
from ui.toolkit.row_list import ListRow, RowList
from ui.toolkit.small import Label, button, column, label, row

_OWN = "Egen ordning"


class HeadingsCard(Card):
    """The parts of a § in order. A preset gives an order; names of one's own stay."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Rubriker i protokollet")
        self._desk, self._nämnd_id, self._draft = desk, "", NämndDraft("")
        self._parts: tuple[tuple[str, str], ...] = ()  # part, and what is printed
        self.preset: Choice[str] = Choice(desk.theme)
        self.preset.setAccessibleName("Ordning som i")
        self.list = RowList(desk.theme, name="Rubriker i ordning")
        self.rename, self.restore = button("B&yt namn …"), button("Återställ namnet")
        self._build()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd."""
        self._nämnd_id = nämnd_id
        self.reload()

    def reload(self) -> None:
        """Show what is saved now."""
        key = self._nämnd_id
        self._draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        self._parts = in_order(self._draft.rubrikordning)
        order = tuple(part for part, _ in self._parts)
        preset = next((name for name, parts in PRESETS.items() if parts == order), _OWN)
        own = [(_OWN, _OWN)] if preset == _OWN else []
        self.preset.offer([*own, *((name, name) for name in PRESETS)])
        self.preset.choose(preset)
        self.list.show_rows([_row(at, *one) for at, one in enumerate(self._parts, start=1)])
        self._fit()
        self._enable()

    def _build(self) -> None:
        theme = self._desk.theme
        caption = label("&Ordning som i", Label.LABEL)
        caption.setBuddy(self.preset)
        said = "Dra för att ändra ordningen, eller använd Alt och pil upp eller ner. Delar som är"
        self.add(column(caption, self.preset, spacing=theme.px(4)))
        self.add(label(f"{said} tomma skrivs inte ut.", Label.CAPTION, wrap=True))
        self.add(self.list)
        self.add(row(self.rename, None, self.restore, spacing=theme.px(8)))
        self.preset.activated.connect(self._take_preset)
        self.list.moved.connect(self._move)
        self.list.opened.connect(self._rename)
        self.list.chosen.connect(self._enable)
        self.rename.clicked.connect(lambda: self._rename(self.list.current()))
        self.restore.clicked.connect(lambda: self._call(self.list.current(), ""))
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.list.setFixedHeight(len(self._parts) * max(1, self.list.sizeHintForRow(0)) + 2)

    def _enable(self) -> None:
        current, names = self.list.current(), dict(self._parts)
        self.rename.setEnabled(current is not None)
        self.restore.setEnabled(current is not None and names[current] != current)

    def _take_preset(self) -> None:
        name, names = self.preset.value(), dict(self._parts)
        if name in PRESETS:
            parts = tuple((part, names[part]) for part in PRESETS[name])
            self._save(parts, f"ordna rubrikerna som i {name}")

    def _move(self, ids: tuple[str, ...], to: int) -> None:
        names = dict(self._parts)
        order = [part for part in names if part not in ids]
        order[to - 1 : to - 1] = ids
        self._save(tuple((part, names[part]) for part in order), "flytta rubrik")

    def _rename(self, part: str | None) -> None:
        if part is None:
            return
        question = f"Vad ska rubriken «{part}» heta i protokollet?"
        name = self._desk.messages.ask_text("Byt namn på rubrik", question, dict(self._parts)[part])
        if name is not None:
            self._call(part, name)

    def _call(self, part: str | None, name: str) -> None:
        """Let a part be called `name`; nothing gives it its usual name."""
        if part is None:
            return
        named = one_line(name) or part
        parts = tuple((one, named if one == part else own) for one, own in self._parts)
        self._save(parts, f"byt namn på rubriken {part}")

    def _save(self, parts: tuple[tuple[str, str], ...], what: str) -> None:
        entries = tuple(part if part == name else f"{part} = {name}" for part, name in parts)
        command = SaveNämnd(
            nämnd_id=self._nämnd_id, draft=replace(self._draft, rubrikordning=entries)
        )
        self._desk.editor.do(command, what)


def _row(place: int, part: str, name: str) -> ListRow:
    return ListRow(part, str(place), name, "" if name == part else f"i stället för {part}")
