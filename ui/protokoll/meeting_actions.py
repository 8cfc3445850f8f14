"""What the user can do to the sammanträde as a whole: open and end it, breaks, the first number."""

from nämnd.protokoll.meeting_commands import (
    CloseSammanträde,
    EndBreak,
    OpenSammanträde,
    StartBreak,
)
from nämnd.protokoll.paragraf_commands import NumberFrom
from nämnd.protokoll.values import Protokoll
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.rules import read_time
from ui.desk import Desk
from ui.protokoll.words import day_now, open_day

_WRITE = "Skriv klockslaget som 08.30."


class MeetingActions:
    """Runs the commands. `now` is the protokoll on the screen."""

    def __init__(self, desk: Desk) -> None:
        """Work at `desk`."""
        self._desk = desk
        self.now: Protokoll | None = None

    def open(self) -> None:
        """Open the day: now if it is today, else at a time that is asked for."""
        day = day_now(self.now, self._desk.today) if self.now else None
        if self.now is None or day is None:
            return
        tid = self._time(day, "Öppna sammanträdet", "Hur dags öppnades det?")
        if tid is not None:
            key = self.now.sammanträde.id
            self._desk.editor.do(
                OpenSammanträde(sammanträde_id=key, datum=day.datum, tid=tid),
                "öppna sammanträdet",
            )

    def close(self) -> None:
        """End the open day: now if it is today, else at a time that is asked for."""
        day = open_day(self.now) or day_now(self.now, self._desk.today) if self.now else None
        if self.now is None or day is None:
            return
        tid = self._time(day, "Avsluta sammanträdet", "Hur dags avslutades det?")
        if tid is not None:
            self._desk.editor.flush()
            key = self.now.sammanträde.id
            self._desk.editor.do(
                CloseSammanträde(sammanträde_id=key, datum=day.datum, tid=tid),
                "avsluta sammanträdet",
            )

    def reopen(self) -> None:
        """Take back that the last day has been ended."""
        if self.now is None:
            return
        day = self.now.sammanträde.dagar[-1].datum
        command = CloseSammanträde(sammanträde_id=self.now.sammanträde.id, datum=day, tid=None)
        self._desk.editor.do(command, "fortsätt sammanträdet")

    def toggle_break(self) -> None:
        """Ajournera, or go on after a break."""
        day = day_now(self.now, self._desk.today) if self.now else None
        if self.now is None or day is None:
            return
        head = self.now.sammanträde
        if any(one.till is None for one in head.ajourneringar):
            tid = self._time(day, "Återuppta sammanträdet", "Hur dags återupptogs det?")
            if tid is not None:
                self._desk.editor.do(EndBreak(sammanträde_id=head.id, tid=tid), "återuppta")
            return
        tid = self._time(day, "Ajournera sammanträdet", "Hur dags ajournerades det?")
        if tid is not None:
            command = StartBreak(sammanträde_id=head.id, datum=day.datum, tid=tid)
            self._desk.editor.do(command, "ajournera")

    def number_from(self) -> None:
        """Ask which number the first § has."""
        if self.now is None:
            return
        head, rows = self.now.sammanträde, self.now.paragrafer
        first = str(rows[0].nummer if rows else head.första_paragraf or "")
        said = self._desk.messages.ask_text(
            "Första paragrafen",
            "Vilket nummer har sammanträdets första paragraf? Lämna tomt så räknar programmet "
            "från sammanträdet innan.",
            first,
        )
        if said is None:
            return
        words = said.replace("§", "").strip()
        if words and not words.isdecimal():
            self._desk.messages.error("Skriv numret med siffror, till exempel 59.")
            return
        command = NumberFrom(sammanträde_id=head.id, first=int(words) if words else None)
        self._desk.editor.do(command, "ändra första paragrafen")

    def _time(self, day: Dag, title: str, question: str) -> str | None:
        """Return the time now when `day` is today; else what the user says, read as a time."""
        clock = self._desk.clock()
        if clock.date() == day.datum:
            return f"{clock:%H.%M}"
        said = self._desk.messages.ask_text(f"{title} {day.datum}", question)
        if said is None:
            return None
        tid = read_time(said)
        if tid is None:
            self._desk.messages.error(_WRITE)
        return tid
