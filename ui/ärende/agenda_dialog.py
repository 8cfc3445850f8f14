"""Putting an ärende on a dagordning: which sammanträde, and which handlingar go along."""

from PySide6.QtWidgets import QWidget

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.queries import coming_sammanträden, suggested_handlingar
from nämnd.beredning.values import Slag
from nämnd.core.ids import new_id
from nämnd.core.swedish import counted, short_date
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.ärende.values import HandlingRow, SkrivelseRow
from ui.desk import Desk, Go
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label
from ui.toolkit.ticked_list import TickedList
from ui.ärende.loaded import Loaded
from ui.ärende.words import kind_text, named

_WIDTH = 680
_ROWS = 3, 9  # least and most of the list
_TWICE = "Ärendet står redan på den dagordningen. Det får en punkt till."
_NO_MEETING = (
    "Det finns inget kommande sammanträde att lägga ärendet på. Planera ett under Sammanträden. "
    "Vill du låta ärendet vänta på nästa dagordning så länge?"
)


def put_on_dagordning(desk: Desk, go: Go, parent: QWidget, loaded: Loaded) -> None:
    """Let the user choose, or offer to let it wait when there is no sammanträde to come."""
    key, today = loaded.view.nämnd_id, desk.today
    coming = desk.store.ask(lambda session: coming_sammanträden(session, key, today))
    if coming:
        AgendaDialog(desk, go, parent, loaded, coming)
    elif desk.messages.confirm(_NO_MEETING, yes="Låt vänta"):
        from nämnd.ärende.commands import SetWaiting

        what = f"låt {named(loaded.view)} vänta på en dagordning"
        note = loaded.view.draft.väntar or ""
        desk.editor.do(SetWaiting(ärende_id=loaded.view.id, väntar=note), what)


class AgendaDialog(FormFrame):
    """The sammanträde, what the förslag is taken from, and the handlingar."""

    def __init__(
        self,
        desk: Desk,
        go: Go,
        parent: QWidget,
        loaded: Loaded,
        coming: tuple[SammanträdeListRow, ...],
    ) -> None:
        """Propose the next sammanträde and the handlingar that belong to the beslut."""
        super().__init__(desk.theme, parent, "Lägg på dagordningen", width=_WIDTH)
        self._desk, self._go, self._loaded = desk, go, loaded
        said = label(f"{loaded.view.dnr} {loaded.view.draft.rubrik}", Label.STRONG, wrap=True)
        self.body.addWidget(said)
        self.when: Choice[str] = Choice(desk.theme, ((one.id, meeting_text(one)) for one in coming))
        self.when.choose(coming[0].id)
        self.add("&Sammanträde", self.when)
        self.put_rows()
        self.body.addWidget(label(förslag_text(loaded.skrivelser), Label.MUTED, wrap=True))
        self.list = TickedList(desk.theme, "Handlingar som följer med")
        self._fill()
        self.when.activated.connect(self._look)
        self.begin(self._save, keep="&Lägg på dagordningen")
        self._look()
        self.when.setFocus()

    def _fill(self) -> None:
        there = [one for one in self._loaded.handlingar if one.fil and one.makulerad is None]
        key = self._loaded.view.id
        ticked = self._desk.store.ask(lambda session: suggested_handlingar(session, key))
        for one in there:
            self.list.add(one.id, handling_text(one), on=one.id in ticked)
        head = label("Handlingar som följer med som bilagor", Label.LABEL)
        empty = label("Ärendet har inga filer att ta med.", Label.MUTED)
        self.body.addWidget(head)
        self.body.addWidget(self.list.frame if there else empty)
        self.list.show_rows(*_ROWS)

    def _look(self) -> None:
        """Say when the ärende stands there already."""
        there = {
            one.sammanträde_id
            for one in self._loaded.gång
            if one.slag is Slag.PUNKT and not one.struken
        }
        self.warn(_TWICE if self.when.value() in there else "")
        self.fit()  # or the list would give way to it

    def _save(self) -> bool:
        meeting, punkt_id = self.when.value() or "", new_id()
        command = PutOnDagordning(
            sammanträde_id=meeting,
            ärende_id=self._loaded.view.id,
            handling_ids=self.list.chosen,
            when=self._desk.when,
            punkt_id=punkt_id,
        )
        what = f"lägg {named(self._loaded.view)} på dagordningen"
        if self._desk.editor.do(command, what) is None:
            return False
        self._desk.messages.notice("Ärendet ligger på dagordningen. Ctrl+Z ångrar.")
        self._go.to_sammanträde(meeting, punkt_id)
        return True


def meeting_text(one: SammanträdeListRow) -> str:
    """Return a sammanträde as it is chosen: day, place and how far it has come."""
    day = short_date(one.dagar[0]) if one.dagar else "datum saknas"
    sent = "kallelsen är skickad" if one.kallelse else counted(one.punkter, "punkt", "punkter")
    return " · ".join(filter(None, (day, one.plats, sent)))


def förslag_text(rows: tuple[SkrivelseRow, ...]) -> str:
    """Say where the punkt's förslag comes from."""
    with_förslag = [one for one in rows if one.draft.förslag]
    if not with_förslag:
        return "Ingen skrivelse har ett förslag till beslut: det skrivs då i punkten."
    newest = with_förslag[-1].draft
    what = counted(len(newest.förslag), "att-sats", "att-satser")
    return f"Punktens förslag tas ur skrivelsen «{newest.rubrik}» ({what})."


def handling_text(one: HandlingRow) -> str:
    """Return a handling as a line to tick."""
    said = (kind_text(one.fil) if one.fil else "", "sekretess" if one.draft.sekretess else "")
    return f"{one.löpnr}. {one.draft.rubrik} ({', '.join(filter(None, said))})"
