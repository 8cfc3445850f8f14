"""The settings of a nämnd. Each field saves by itself."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeAlias

from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.queries import nämnd_draft
from nämnd.organisation.rules import JURIDISKA_FORMER, NämndDraft
from nämnd.ärende.series import problems_in_pattern
from ui.desk import Desk
from ui.organisation.logo_field import LogoField
from ui.toolkit.chips import Card
from ui.toolkit.fields import Field, ParsedInput, choice_field, line_field, parsed_field, text_field
from ui.toolkit.small import row

_MOST_DAYS = 60
_PERIODS = (("kalenderdagar", "kalenderdagar före"), ("arbetsdagar", "arbetsdagar före"))
Put: TypeAlias = Callable[[NämndDraft, Any], NämndDraft]  # Any: what the field holds


class SettingsCard(Card):
    """What the nämnd is called, where it is, and how it works."""

    def __init__(self, desk: Desk) -> None:
        """Show nothing until a nämnd is chosen."""
        super().__init__(desk.theme, "Nämnden")
        self._desk = desk
        self._nämnd_id = ""
        self._draft = NämndDraft("")
        theme = desk.theme
        self.namn = line_field(theme, "&Namn")
        self.kortnamn = line_field(theme, "&Kortnamn", placeholder="SRVN")
        self.form = choice_field(theme, "&Juridisk form", JURIDISKA_FORMER.items())
        self.adress = text_field(theme, "&Adress, överst på varje handling", least=3)
        self.dagar = parsed_field(
            theme,
            "Kallelsen ska vara &ute",
            _read_days,
            problem=f"Skriv antal dagar, 0–{_MOST_DAYS}.",
        )
        self.slag = choice_field(theme, "&Räknat i", _PERIODS)
        self.serie = Field(
            theme,
            "&Diarieserie",
            ParsedInput(
                _read_series,
                str,
                problem="Skriv {år} och {löpnr} en gång var, som i SRVN {år}/{löpnr:04d}. Året "
                "eller en annan siffra får inte följa direkt efter löpnumret.",
                placeholder="till exempel SRVN {år}/{löpnr:04d}",
            ),
            hint="{år} blir året, och {löpnr:04d} ett löpnummer med fyra siffror.",
        )
        self.logo = LogoField(desk, self._save_logo)
        self._build()
        self._watch()

    def show_nämnd(self, nämnd_id: str) -> None:
        """Show another nämnd. What is being written is saved on the one before: flush first."""
        self._nämnd_id = nämnd_id
        self._show(load=True)

    def reload(self) -> None:
        """Show what is saved now; what is being written stays."""
        self._show(load=False)

    def _build(self) -> None:
        gap = self._desk.theme.px(8)
        names = row(self.kortnamn, self.form, spacing=gap)
        period = row(self.dagar, self.slag, spacing=gap)
        for both in (names, period):
            both.setStretch(0, 1)
            both.setStretch(1, 2)
        for part in (self.namn, names, self.adress, self.logo, period, self.serie):
            self.add(part)

    def _watch(self) -> None:
        for name, (field, put) in self._fields().items():
            self._desk.editor.watch(field, self._saver(name, put))

    def _fields(self) -> dict[str, tuple[Field[Any], Put]]:
        return {
            "namn": (self.namn, lambda draft, text: replace(draft, namn=text)),
            "kortnamn": (
                self.kortnamn,
                lambda draft, text: replace(draft, kortnamn=text.strip() or None),
            ),
            "adress": (self.adress, lambda draft, text: replace(draft, adress=_lines(text))),
            "form": (self.form, lambda draft, form: replace(draft, juridisk_form=form)),
            "dagar": (self.dagar, _put_days),
            "slag": (self.slag, lambda draft, slag: replace(draft, kallelsetid_slag=slag)),
            "serie": (self.serie, lambda draft, text: replace(draft, diarieserie=text)),
        }

    def _saver(self, name: str, put: Put) -> Callable[[Any], object]:
        def save(value: Any) -> object:  # noqa: ANN401 - what the field holds
            return self._save(name, put(self._draft, value))

        return save

    def _save(self, name: str, draft: NämndDraft) -> object:
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=draft)
        key = f"nämnd/{self._nämnd_id}/{name}"
        return self._desk.editor.do(command, "ändra nämndens uppgifter", merge_key=key)

    def _save_logo(self, sha256: str | None) -> object:
        command = SaveNämnd(nämnd_id=self._nämnd_id, draft=replace(self._draft, logotyp=sha256))
        what = "välj logotyp" if sha256 else "ta bort logotypen"
        return self._desk.editor.do(command, what)

    def _show(self, *, load: bool) -> None:
        key = self._nämnd_id
        draft = self._desk.store.ask(lambda session: nämnd_draft(session, key))
        self._draft = draft
        for field, value in self._values(draft):
            (field.load if load else field.show_value)(value)
        self.logo.show_logo(draft.logotyp)

    def _values(self, draft: NämndDraft) -> tuple[tuple[Field[Any], object], ...]:
        return (
            (self.namn, draft.namn),
            (self.kortnamn, draft.kortnamn or ""),
            (self.adress, "\n".join(draft.adress)),
            (self.form, draft.juridisk_form),
            (self.dagar, draft.kallelsetid_dagar),
            (self.slag, draft.kallelsetid_slag),
            (self.serie, draft.diarieserie),
        )


def _put_days(draft: NämndDraft, days: int | None) -> NämndDraft:
    return draft if days is None else replace(draft, kallelsetid_dagar=days)


def _read_series(text: str) -> str | None:
    pattern = text.strip()
    return None if problems_in_pattern(pattern) else pattern


def _read_days(text: str) -> int | None:
    return int(text) if text.isdecimal() and int(text) <= _MOST_DAYS else None


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
