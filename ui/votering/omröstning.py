"""The omröstning of a §: rounds beside each other, what Ja and Nej mean, names or numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from nämnd.core.ids import new_id
from nämnd.protokoll.ballot import Voter, ballot
from nämnd.protokoll.meanings import outcome
from nämnd.protokoll.names import sentence
from nämnd.protokoll.rounds import NextRound
from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import RÖSTER, VOTERINGSSLAG, VoteringRow
from nämnd.protokoll.votering import meaning, result_of, settled, votering_findings
from ui.desk import Desk
from ui.toolkit.chips import Chip
from ui.toolkit.controls import Choice
from ui.toolkit.fields import Field, check_field, choice_field, line_field, parsed_field
from ui.toolkit.inputs import CheckInput, ChoiceInput, LineInput, ParsedInput
from ui.toolkit.small import Kind, Label, button, icon_button, label, row
from ui.toolkit.theme import Icon
from ui.votering.ballot_lines import ballot_line, chip_role, coming_rounds
from ui.votering.ballot_table import BallotTable
from ui.votering.flow import flow
from ui.votering.round_bar import RoundBar
from ui.votering.saving import DecisionSaver, Shown
from ui.votering.words import (
    ROUND_TEXT,
    RÖST_TEXT,
    WARNINGS,
    decided_by,
    punkt_choices,
    round_name,
)

_MOST = 999  # votes
_KEY_LINE = "J, N och A röstar · Skift: hela partiet · Ctrl+Skift: resten"


class OmröstningSection(QWidget):
    """One round at a time, chosen by the buttons above it."""

    def __init__(self, desk: Desk, saver: DecisionSaver) -> None:
        """Show nothing yet."""
        super().__init__()
        self._desk, self._saver = desk, saver
        self._round: str = ""
        theme = desk.theme
        self.rounds = RoundBar()
        self.remove = icon_button(theme, Icon.REMOVE, "Ta bort omröstningen")
        self.more = button("+ Omgång", Kind.LINK)
        self.slag: Field[ChoiceInput[str]] = choice_field(
            theme, "", [(one, ROUND_TEXT[one]) for one in VOTERINGSSLAG]
        )
        self.punkt: Choice[str | None] = Choice(theme)
        self.sluten: Field[CheckInput] = check_field(
            theme, "Sluten omröstning", hint="I val röstas med slutna sedlar: bara antalen skrivs."
        )
        self.ja: Field[LineInput] = line_field(theme, "Ja för …")
        self.nej: Field[LineInput] = line_field(theme, "Nej för …")
        self.table = BallotTable(theme)
        self.keys = label(_KEY_LINE, Label.CAPTION, wrap=True)
        self.many = button("Rösta för flera …", Kind.LINK)
        self.numbers = {one: _number_field(desk, RÖST_TEXT[one]) for one in RÖSTER}
        self.chips = {one: Chip("") for one in (*RÖSTER, "ej röstat")}
        self.result = label("", Label.STRONG, wrap=True)
        self.lot = tuple(button(f"Lotten: {RÖST_TEXT[one]}") for one in RÖSTER[:2])
        self.warning = label("", Label.PROBLEM, wrap=True)
        self._build()
        self._watch()

    @property
    def votering(self) -> VoteringRow | None:
        """Return the round that is shown."""
        rounds = self._saver.shown.paragraf.voteringar
        return next((one for one in rounds if one.id == self._round), None)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        """Return what can be written in."""
        return self.ja, self.nej, *self.numbers.values()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, from the top."""
        return (
            *(self.slag.input, self.punkt, self.sluten.input, self.more, self.remove),
            *self.rounds.buttons,
            *(self.ja.input, self.nej.input, self.table, self.many),
            *(field.input for field in self.numbers.values()),
            *self.lot,
        )

    def go_to(self, key: str | None) -> None:
        """Show a round; the one that is shown stays when it is not there."""
        rounds = self._saver.shown.paragraf.voteringar
        if any(one.id == key for one in rounds):
            self._pick(key or "")
            self.rounds.choose(self._round)

    def show_paragraf(self, shown: Shown, *, same: bool) -> None:
        """Show the rounds of a §; with `same` the round stays, and what is being written in it."""
        rounds = shown.paragraf.voteringar
        self.setVisible(bool(rounds))
        if not rounds:
            self._round = ""
            return
        known = same and any(one.id == self._round for one in rounds)
        if not known:
            self._round = rounds[-1].id
        self.rounds.show_rounds([(one.id, round_name(one, rounds)) for one in rounds], self._round)
        self._show_round(shown, same=known)

    def add(self) -> None:
        """Add the round that comes next by the rules; the user says which when there are more."""
        self._desk.editor.flush()
        coming = coming_rounds(self._saver.shown)
        if len(coming) == 1:
            self._begin(coming[0])
            return
        menu = self._menu()
        for one in coming:
            act = menu.addAction(f"{sentence(one.ja_betyder)} mot {one.nej_betyder}")
            act.triggered.connect(lambda _=False, one=one: self._begin(one))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.mapToGlobal(QPoint(0, 0)))

    def _menu(self) -> QMenu:
        menu = QMenu(self.parentWidget())  # this may be hidden
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _begin(self, coming: NextRound) -> None:
        shown = self._saver.shown
        new = VoteringRow(
            id=new_id(),
            omgång=len(shown.paragraf.voteringar) + 1,
            slag=coming.slag,
            punkt=coming.punkt,
            sluten=coming.slag == "val",
            ja_betyder=coming.ja_betyder,
            nej_betyder=coming.nej_betyder,
            röster={},
            antal={} if coming.slag == "val" else None,
            utfall=None,
            avgjord_av=None,
        )
        rows = (*shown.paragraf.voteringar, new)
        if self._saver.voteringar(rows, "ny omröstning"):
            self._go_to(new.id)

    def _go_to(self, key: str) -> None:
        self._round = key
        self.show_paragraf(self._saver.shown, same=True)
        votering = self.votering
        if votering is None:
            return
        empty = [field for field in (self.ja, self.nej) if not field.value()]
        if empty:
            empty[0].setFocus(Qt.FocusReason.OtherFocusReason)
        elif votering.sluten:
            self.numbers["ja"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.begin()

    def _pick(self, key: str) -> None:
        self._desk.editor.flush()
        self._round = key
        self._show_round(self._saver.shown, same=False)

    def _show_round(self, shown: Shown, *, same: bool) -> None:
        votering = self.votering
        if votering is None:
            return
        values: tuple[tuple[Field[Any], object], ...] = (
            (self.slag, votering.slag),
            (self.sluten, votering.sluten),
            (self.ja, votering.ja_betyder),
            (self.nej, votering.nej_betyder),
            *(
                (field, (votering.antal or {}).get(key))
                for key, field in self.numbers.items()
                if votering.sluten
            ),
        )
        for field, value in values:
            (field.show_value if same else field.load)(value)
        choices = punkt_choices(shown.paragraf.beslutspunkter)
        self.punkt.offer(choices)
        self.punkt.choose(votering.punkt)
        self.punkt.updateGeometry()
        self.punkt.setVisible(len(choices) > 1)
        closed, val = votering.sluten, votering.slag == "val"
        self.sluten.setVisible(closed or val)
        self.table.setVisible(not closed)
        self.keys.setVisible(not closed)
        self.many.setVisible(not closed)
        for field in self.numbers.values():
            field.setVisible(closed)
        lines = ballot(shown.protokoll, shown.paragraf, votering)
        if not closed:
            filled = {one.för for one in lines}  # whose seat an ersättare has: one line is enough
            seen = [one for one in lines if one.läge != "frånvarande" or one.röst]
            seen += [one for one in lines if one not in seen and one.person_id not in filled]
            self.table.show_lines([ballot_line(shown, one) for one in seen])
        self._show_result(shown, votering, lines)

    def _show_result(self, shown: Shown, votering: VoteringRow, lines: Sequence[Voter]) -> None:
        count = counts(votering)
        silent = 0 if votering.sluten else sum(one.läge == "ej röstat" for one in lines)
        numbers = {"ja": count.ja, "nej": count.nej, "avstår": count.avstår, "ej röstat": silent}
        for key, chip in self.chips.items():
            chip.show_as(
                f"{RÖST_TEXT.get(key, 'Inte röstat')} {numbers[key]}", chip_role(key, votering)
            )
        self.chips["ej röstat"].setVisible(silent > 0)
        found = result_of(shown.protokoll, shown.paragraf, votering)
        won = meaning(votering)
        said = outcome(won)[:-1] if won else f"{RÖST_TEXT.get(votering.utfall or '', '')} vinner"
        known = votering.utfall is not None
        self.result.setText(f"{said} ({decided_by(found, votering)})." if known else "")
        self.result.setVisible(known)
        tie = found.missing == "lottning" or votering.avgjord_av == "lottning"
        for one in self.lot:
            one.setVisible(tie)
        rules = votering_findings(shown.protokoll, shown.paragraf)
        mine = [one.rule for one in rules if one.votering_id == votering.id]
        if silent:  # nothing is to be said of the result before everybody has voted
            mine = [
                one for one in mine if one not in ("resultat saknas", "ordföranden måste rösta")
            ]
        text = "\n".join(WARNINGS[one] for one in mine if one in WARNINGS)
        self.warning.setText(text)
        self.warning.setVisible(bool(text))

    # What the user does

    def _vote(self, persons: Sequence[str], röst: str | None) -> None:
        votering, shown = self.votering, self._saver.shown
        if votering is None:
            return
        votes = dict(votering.röster) | dict.fromkeys(persons, röst or "")
        lines = ballot(shown.protokoll, shown.paragraf, votering)
        order = [one.person_id for one in lines]
        röster = {key: votes[key] for key in order if votes.get(key)}
        if röster != votering.röster:
            self._save("rösta", f"{votering.id}:röster", röster=röster)

    def _vote_many(self) -> None:
        """Let all who have not voted, or a whole party, vote alike."""
        menu = self._menu()
        for röst in RÖSTER:
            act = menu.addAction(f"Alla som inte har röstat: {RÖST_TEXT[röst]}")
            act.triggered.connect(lambda _=False, röst=röst: self.table.vote_rest(röst))
        for parti in self.table.parties():
            menu.addSeparator()
            for röst in RÖSTER:
                act = menu.addAction(f"Alla i {parti}: {RÖST_TEXT[röst]}")
                act.triggered.connect(
                    lambda _=False, parti=parti, röst=röst: self.table.vote_party(parti, röst)
                )
        menu.popup(self.many.mapToGlobal(QPoint(0, self.many.height())))

    def _set_aside(self, person_id: str) -> None:
        """Let somebody take no part in the decision, or take part again."""
        out = self._saver.shown.paragraf.deltar_inte
        if person_id in out:
            left = tuple(key for key in out if key != person_id)
            self._saver.paragraf("ändra vilka som deltar", deltar_inte=left)
            return
        self._vote((person_id,), None)
        self._saver.paragraf("ändra vilka som deltar", deltar_inte=(*out, person_id))

    def _draw_lot(self, utfall: str) -> None:
        self._save("lottning", None, utfall=utfall, avgjord_av="lottning")

    def _save(self, what: str, key: str | None, **values: object) -> None:
        votering, shown = self.votering, self._saver.shown
        if votering is None:
            return
        changed = replace(votering, **values)  # pyright: ignore[reportArgumentType] - fields of the row
        new = settled(shown.protokoll, shown.paragraf, changed)
        rows = tuple(new if one.id == new.id else one for one in shown.paragraf.voteringar)
        self._saver.voteringar(rows, what, key)

    def _save_slag(self, slag: str) -> None:
        closed = slag == "val"
        self._save("ändra omröstningens slag", None, slag=slag, **self._closed(closed=closed))

    def _save_sluten(self, sluten: bool) -> None:  # noqa: FBT001 - the value of a field
        self._save("ändra omröstningen", None, **self._closed(closed=sluten))

    def _closed(self, *, closed: bool) -> dict[str, object]:
        """Return what a closed round keeps, or an open: numbers or names, never both (KL 5:54)."""
        votering = self.votering
        kept: Mapping[str, int] = (votering.antal if votering else None) or {}
        return {"sluten": True, "antal": kept, "röster": {}} if closed else {
            "sluten": False, "antal": None,
        }  # fmt: skip

    def _save_number(self, key: str, number: int | None) -> None:
        votering = self.votering
        antal = dict(votering.antal or {}) if votering else {}
        self._save("ändra antalet röster", f"antal:{key}", antal=antal | {key: number or 0})

    def _save_meaning(self, **meaning_: str) -> None:
        plain = {key: " ".join(text.split()) for key, text in meaning_.items()}
        self._save("ändra propositionen", f"proposition:{'-'.join(plain)}", **plain)

    def _save_punkt(self) -> None:
        self._save("ändra vad omröstningen gäller", None, punkt=self.punkt.value())

    def _remove(self) -> None:
        self._desk.editor.flush()
        votering, shown = self.votering, self._saver.shown
        if votering is None:
            return
        names = votering.röster or votering.antal
        if names and not self._desk.messages.confirm(
            "Omröstningen har röster. Ska den tas bort?", yes="Ta bort"
        ):
            return
        rows = tuple(one for one in shown.paragraf.voteringar if one.id != votering.id)
        self._saver.voteringar(rows, "ta bort omröstning")

    def _watch(self) -> None:
        watch = self._desk.editor.watch
        watch(self.slag, self._save_slag)
        watch(self.sluten, self._save_sluten)
        watch(self.ja, lambda text: self._save_meaning(ja_betyder=text))
        watch(self.nej, lambda text: self._save_meaning(nej_betyder=text))
        for key, field in self.numbers.items():
            watch(field, lambda number, key=key: self._save_number(key, number))
        self.punkt.activated.connect(self._save_punkt)
        self.table.voted.connect(self._vote)
        self.table.aside_wanted.connect(self._set_aside)
        self.rounds.picked.connect(self._pick)
        self.more.clicked.connect(self.add)
        self.many.clicked.connect(self._vote_many)
        self.remove.clicked.connect(self._remove)
        for one, utfall in zip(self.lot, RÖSTER[:2], strict=True):
            one.clicked.connect(lambda _=False, utfall=utfall: self._draw_lot(utfall))

    def _build(self) -> None:
        gap = self._desk.theme.px(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(gap)
        title = label("Omröstning", Label.LABEL)
        self.slag.input.setAccessibleName("Omröstningens slag")
        self.punkt.setAccessibleName("Vad omröstningen gäller")
        head = (title, self.slag, self.punkt, self.sluten, self.more, self.remove)
        layout.addWidget(flow(head, gap))
        layout.addWidget(self.rounds)
        both = row(self.ja, self.nej, spacing=gap)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        layout.addLayout(both)
        layout.addWidget(self.table)
        below = row(self.keys, self.many, spacing=gap)
        below.setStretch(0, 1)
        layout.addLayout(below)
        layout.addLayout(row(*self.numbers.values(), None, spacing=gap))
        layout.addLayout(row(*self.chips.values(), *self.lot, None, spacing=gap))
        layout.addWidget(self.result)
        layout.addWidget(self.warning)


def _number_field(desk: Desk, text: str) -> Field[ParsedInput[int]]:
    def read(written: str) -> int | None:
        return int(written) if written.isdecimal() and int(written) <= _MOST else None

    return parsed_field(desk.theme, text, read, problem=f"Skriv ett tal, 0–{_MOST}.")
