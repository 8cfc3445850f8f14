"""Putting a delprojekt on a dagordning: which sammanträde, and which papers go along."""

from PySide6.QtWidgets import QSizePolicy, QWidget

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.queries import coming_sammanträden
from nämnd.core.ids import new_id
from nämnd.core.swedish import short_date
from nämnd.sammanträde.list_row import SammanträdeListRow
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.values import HandlingRow
from ui.delprojekt.loaded import Loaded
from ui.delprojekt.rapport_form import meeting_text
from ui.delprojekt.words import heading, named
from ui.desk import Desk, Go
from ui.toolkit.controls import Choice
from ui.toolkit.form_frame import FormFrame
from ui.toolkit.small import Label, label
from ui.toolkit.ticked_list import TickedList

_WIDTH = 680
_ROWS = 2, 8  # least and most of the list
_NO_MEETING = (
    "Det finns inget kommande sammanträde att lägga delprojektet på. Planera ett under "
    "Sammanträden, eller planera hela året under Uppföljning."
)
_NO_WAY = (
    "Delprojektet hör inte till något ärende och inget bevakas av det, så det finns inget att "
    "lägga på dagordningen. Välj ärendet under «Ändra …» eller bevaka delprojektet."
)
_DRAFT = (
    "Den senaste rapporten är ett utkast. Registrera den först om missivet och rapporten ska "
    "följa med som bilagor."
)
_NONE = "Det finns ingen rapport än. Punkten läggs upp utan missiv och uppföljningsrapport."


def put_on_dagordning(desk: Desk, go: Go, parent: QWidget, loaded: Loaded) -> None:
    """Let the user choose a sammanträde, or say why there is none to choose."""
    key, today = loaded.view.nämnd_id, desk.today
    if loaded.open_bevakning is None and loaded.view.draft.ärende_id is None:
        desk.messages.error(_NO_WAY)
        return
    coming = desk.store.ask(lambda session: coming_sammanträden(session, key, today))
    if coming:
        AgendaDialog(desk, go, parent, loaded, coming)
    else:
        desk.messages.error(_NO_MEETING)


class AgendaDialog(FormFrame):
    """The sammanträde, and the handlingar of the ärende."""

    def __init__(
        self,
        desk: Desk,
        go: Go,
        parent: QWidget,
        loaded: Loaded,
        coming: tuple[SammanträdeListRow, ...],
    ) -> None:
        """Propose where it is due, and the papers of the newest report."""
        super().__init__(desk.theme, parent, "Lägg på dagordningen", width=_WIDTH)
        self._desk, self._go, self._loaded = desk, go, loaded
        view = loaded.view
        said = label(f"{heading(view)} {view.draft.rubrik}", Label.STRONG, wrap=True)
        self.body.addWidget(said)
        self.when: Choice[str] = Choice(desk.theme, ((one.id, meeting_text(one)) for one in coming))
        due = loaded.open_bevakning
        proposed = due.sammanträde_id if due is not None else None
        known = {one.id for one in coming}
        self.when.choose(proposed if proposed in known else coming[0].id)
        self.add("&Sammanträde", self.when)
        self.put_rows()
        if due is not None:
            what = f"Bevakningen «{due.draft.rubrik}» ({due.regel}) följer med och frågar efteråt "
            self.body.addWidget(label(f"{what}om den är klar.", Label.MUTED, wrap=True))
        self.list = TickedList(desk.theme, "Handlingar som följer med")
        self._fill()
        self.warn(self._remark())
        self.begin(self._save, keep="&Lägg på dagordningen")
        self.fit()
        self.when.setFocus()

    def _fill(self) -> None:
        key = self._loaded.view.draft.ärende_id
        rows: tuple[HandlingRow, ...] = ()
        if key is not None:
            rows = self._desk.store.ask(lambda session: handlingar(session, key))
        there = [one for one in rows if one.fil and one.makulerad is None]
        ticked = self._of_report()
        for one in there:
            day = short_date(one.draft.datum)
            text = f"{one.löpnr}. {one.draft.rubrik} ({day})"
            self.list.add(one.id, text, on=one.id in ticked)
        empty = label("Ärendet har inga filer att ta med.", Label.MUTED)
        self.body.addWidget(label("Handlingar som följer med som bilagor", Label.LABEL))
        self.body.addWidget(self.list.frame if there else empty)
        self.list.show_rows(*_ROWS)
        self.list.frame.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _of_report(self) -> set[str]:
        """Return the handlingar of the newest report that is registered."""
        done = [one for one in self._loaded.view.rapporter if one.registrerad]
        newest = done[-1] if done else None
        found = (newest.missiv_handling_id, newest.rapport_handling_id) if newest else ()
        return {one for one in found if one is not None}

    def _remark(self) -> str:
        rapporter = self._loaded.view.rapporter
        if not rapporter:
            return _NONE
        return "" if rapporter[-1].registrerad else _DRAFT

    def _save(self) -> bool:
        meeting, punkt_id = self.when.value() or "", new_id()
        due = self._loaded.open_bevakning
        command = PutOnDagordning(
            sammanträde_id=meeting,
            ärende_id=self._loaded.view.draft.ärende_id,
            bevakning_id=due.id if due is not None else None,
            handling_ids=self.list.chosen,
            when=self._desk.when,
            punkt_id=punkt_id,
        )
        what = f"lägg {named(self._loaded.view.draft)} på dagordningen"
        if self._desk.editor.do(command, what) is None:
            return False
        self._desk.messages.notice("Delprojektet ligger på dagordningen. Ctrl+Z ångrar.")
        self._go.to_sammanträde(meeting, punkt_id)
        return True
