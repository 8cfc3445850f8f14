"""What the user can do to §§ and to the punkter that are left, each one step of undo."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.protokoll.drafts import Moment, draft_of
from nämnd.protokoll.meeting_commands import OpenSammanträde
from nämnd.protokoll.paragraf_commands import (
    Decide,
    HandlePunkt,
    Klubba,
    KlubbaPunkter,
    MoveParagraf,
    Reopen,
    SaveParagraf,
    UndrawParagraf,
)
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow
from nämnd.sammanträde.drafts import PunktDraft
from nämnd.sammanträde.punkt_commands import AddPunkt, MovePunkter, WithdrawPunkt
from ui.desk import Desk
from ui.protokoll.places import paragraf_moves, punkt_place
from ui.protokoll.rows import next_punkt, unhandled
from ui.protokoll.words import paragraf_name

_ASKED = {
    "bordläggning": ("Bordlägg", "Till när? Lämna tomt om det inte är bestämt.", "bordlägg"),
    "återremiss": ("Återremittera", "Varför? Lämna tomt om inget sägs.", "återremittera"),
}


class ParagrafActions:
    """Runs the commands. `now` is the protokoll on the screen."""

    def __init__(self, desk: Desk) -> None:
        """Work at `desk`."""
        self._desk = desk
        self.now: Protokoll | None = None

    def handle(self, punkt_id: str) -> str | None:
        """Begin to handle a punkt; return the id of its §, None when it was refused.

        On the very day the sammanträde is opened by it, if nobody has. A punkt that was withdrawn
        is done at once.
        """
        punkt = next((one for one in self._left() if one.id == punkt_id), None)
        if punkt is None or self.now is None:
            return None
        self._desk.editor.flush()
        moment, key = self.moment(), new_id()
        commands: list[Command] = [*self._opening(moment)]
        commands.append(
            HandlePunkt(paragraf_id=key, punkt_id=punkt_id, tid=moment.tid, dag=moment.dag)
        )
        if punkt.utgår is not None:
            commands.append(Klubba(paragraf_ids=(key,)))
        done = self._desk.editor.do(Together(tuple(commands)), f"behandla punkt {punkt.nummer}")
        return None if done is None else key

    def handle_next(self) -> str | None:
        """Begin to handle the next punkt; return the id of its §."""
        punkt = next_punkt(self.now) if self.now else None
        return self.handle(punkt.id) if punkt else None

    def klubba(self, ids: Sequence[str]) -> None:
        """Decide what is not decided among §§ and punkter, enligt förslag, in one step."""
        if self.now is None:
            return
        self._desk.editor.flush()
        paragrafer = tuple(one for one in self._paragrafer(ids) if not one.klar)
        punkter = tuple(one for one in self._left() if one.id in ids)
        moment = self.moment()
        commands: list[Command] = []
        if paragrafer:
            commands.append(Klubba(paragraf_ids=tuple(one.id for one in paragrafer)))
        if punkter:
            commands += self._opening(moment)
            commands.append(
                KlubbaPunkter(
                    sammanträde_id=self.now.sammanträde.id,
                    punkt_ids=tuple(one.id for one in punkter),
                    tid=moment.tid,
                    dag=moment.dag,
                )
            )
        if commands:
            self._desk.editor.do(Together(tuple(commands)), f"klubba {self._name(ids)}")
        elif ids:
            self._desk.messages.notice("Det valda är redan beslutat.")

    def decide(self, ids: Sequence[str], utfall: str) -> None:
        """Bordlägg or återremittera whole §§; punkter that are left are handled by it."""
        title, question, verb = _ASKED[utfall]
        name = self._name(ids)
        said = self._desk.messages.ask_text(f"{title} {name}", question)
        if said is not None:
            self._decide(ids, utfall, said.strip() or None, f"{verb} {name}")

    def let_go(self, ids: Sequence[str]) -> None:
        """Let §§ and punkter utgå, for a reason; punkter that all do come back."""
        left = [one for one in self._left() if one.id in ids]
        name = self._name(ids)
        if left and len(left) == len(ids) and all(one.utgår is not None for one in left):
            self._do(_withdrawn(left, None), f"ta upp {name} igen")
            return
        skäl = self._desk.messages.ask_text(f"Låt {name} utgå", "Varför?")
        if skäl is not None:
            keys = tuple(one.id for one in self._paragrafer(ids))
            decide = (Decide(paragraf_ids=keys, utfall="utgår", till=skäl.strip() or None),)
            self._do((*_withdrawn(left, skäl), *(decide if keys else ())), f"låt {name} utgå")

    def reopen(self, paragraf_id: str) -> None:
        """Let the handling of a § go on."""
        self._desk.editor.do(
            Reopen(paragraf_id=paragraf_id), f"återuppta {self._name([paragraf_id])}"
        )

    def justera_now(self, paragraf_id: str, *, now: bool) -> None:
        """Mark a § as justerad at the sammanträde, or not."""
        for row in self._paragrafer([paragraf_id]):
            self._desk.editor.flush()
            draft = replace(draft_of(row), omedelbart_justerad=now)
            label = f"{'omedelbar' if now else 'vanlig'} justering av {self._name([paragraf_id])}"
            self._desk.editor.do(SaveParagraf(paragraf_id=paragraf_id, draft=draft), label)

    def move(self, ids: Sequence[str], to: int) -> None:
        """Move §§ among the §§, or punkter among the punkter, so that the first is in row `to`."""
        if self.now is None:
            return
        self._desk.editor.flush()
        handled = [one.id for one in self.now.paragrafer]
        if all(one in handled for one in ids):
            moves = paragraf_moves(handled, ids, to)
            commands = tuple(MoveParagraf(paragraf_id=key, to=place) for key, place in moves)
            self._desk.editor.do(Together(commands), f"flytta {self._name(ids)}")
        elif not any(one in handled for one in ids):
            place = punkt_place(self.now, ids, to - len(handled))
            command = MovePunkter(punkt_ids=tuple(ids), to=place)
            self._desk.editor.do(command, f"flytta {self._name(ids)}")

    def undraw(self, ids: Sequence[str]) -> None:
        """Take §§ back: their punkter are then not handled."""
        paragrafer = self._paragrafer(ids)
        if not paragrafer:
            return
        self._desk.editor.flush()
        name = self._name([one.id for one in paragrafer])
        commands = tuple(UndrawParagraf(paragraf_id=one.id) for one in reversed(paragrafer))
        if self._desk.editor.do(Together(commands), f"ta tillbaka {name}") is not None:
            self._desk.messages.notice(f"{name} togs tillbaka. Ctrl+Z ångrar.")

    def add(self, after: str | None) -> str | None:
        """Add an ärende to the dagordning, after a punkt or last; return the id of its punkt."""
        if self.now is None:
            return None
        rubrik = self._desk.messages.ask_text("Lägg till ärende", "Rubrik:")
        if rubrik is None:
            return None
        self._desk.editor.flush()
        ids = [one.id for one in self.now.punkter]
        at = ids.index(after) + 2 if after in ids else None
        command = AddPunkt(
            punkt_id=new_id(),
            sammanträde_id=self.now.sammanträde.id,
            draft=PunktDraft(rubrik),
            at=at,
        )
        done = self._desk.editor.do(command, "lägg till ärende")
        return None if done is None else command.punkt_id

    def moment(self) -> Moment:
        """Return the time now, on a day of the sammanträde; nothing when it is written later."""
        days = [one.datum for one in self.now.sammanträde.dagar] if self.now else []
        clock = self._desk.clock()
        if clock.date() not in days:
            return Moment()
        return Moment(f"{clock:%H.%M}", clock.date() if len(days) > 1 else None)

    def _opening(self, moment: Moment) -> tuple[Command, ...]:
        today: date = self._desk.today
        days = self.now.sammanträde.dagar if self.now else ()
        unopened = any(one.datum == today and one.öppnat is None for one in days)
        if self.now is None or moment.tid is None or not unopened:
            return ()
        key = self.now.sammanträde.id
        return (OpenSammanträde(sammanträde_id=key, datum=today, tid=moment.tid),)

    def _decide(self, ids: Sequence[str], utfall: str, till: str | None, label: str) -> None:
        self._desk.editor.flush()
        moment = self.moment()
        fresh = {one.id: new_id() for one in self._left() if one.id in ids}
        commands: list[Command] = [*(self._opening(moment) if fresh else ())]
        commands += [
            HandlePunkt(paragraf_id=key, punkt_id=punkt_id, tid=moment.tid, dag=moment.dag)
            for punkt_id, key in fresh.items()
        ]
        keys = tuple(fresh.get(one, one) for one in ids)
        commands.append(Decide(paragraf_ids=keys, utfall=utfall, till=till))
        self._desk.editor.do(Together(tuple(commands)), label)

    def _do(self, commands: Sequence[Command], label: str) -> None:
        self._desk.editor.flush()
        self._desk.editor.do(Together(tuple(commands)), label)

    def _paragrafer(self, ids: Sequence[str]) -> tuple[ParagrafRow, ...]:
        rows = self.now.paragrafer if self.now else ()
        return tuple(one for one in rows if one.id in ids)

    def _left(self) -> tuple[PunktRow, ...]:
        return unhandled(self.now) if self.now else ()

    def _name(self, ids: Sequence[str]) -> str:
        """Return what an undo label calls them: «§ 62», «punkt 5», «3 paragrafer»."""
        paragrafer, punkter = self._paragrafer(ids), [one for one in self._left() if one.id in ids]
        if self.now is not None and len(paragrafer) == 1 and not punkter:
            return paragraf_name(self.now, paragrafer[0].nummer)
        if len(punkter) == 1 and not paragrafer:
            return f"punkt {punkter[0].nummer}"
        kind = "punkter" if not paragrafer else "paragrafer" if not punkter else "ärenden"
        return f"{len(paragrafer) + len(punkter)} {kind}"


def _withdrawn(punkter: Sequence[PunktRow], skäl: str | None) -> tuple[Command, ...]:
    return tuple(WithdrawPunkt(punkt_id=one.id, skäl=skäl) for one in punkter)
