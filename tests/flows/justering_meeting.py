"""A gemensam nämnd whose sammanträde is over: what the secretary has before the justering."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.core.richtext import Paragraph, Run
from nämnd.documents.content import Document, Heading, Letterhead
from nämnd.documents.pdf import pdf_bytes
from nämnd.närvaro.commands import CallRoll
from nämnd.närvaro.task_commands import PlanJustering, SetJusterare, SetPresiding
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.protokoll.drafts import draft_of
from nämnd.protokoll.meeting_commands import CloseSammanträde, OpenSammanträde
from nämnd.protokoll.paragraf_commands import KlubbaPunkter, SaveParagraf
from nämnd.protokoll.parts_commands import SaveReservationer
from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import ExpedieringRow, ReservationRow
from nämnd.sammanträde.drafts import satser
from nämnd.store import Store, place_of
from tests.builders import a_bilaga, a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from ui.toolkit.settings import SettingsFile

DAY = date(2019, 11, 22)  # the first line of the table in RULES.md 8
PRIVATE = ("karin.hemmavid@privat.example", "olof.ensam@privat.example")
NORR, SYD = "Region Norr", "Region Syd"
DEAR, RIGHT = "Att avgiften ska vara 120 kronor", "Att avgiften ska vara 100 kronor"
SECRETARY = "Siv Penna"
PEOPLE = (
    ("Anna Ek", "M", "ordförande", NORR),
    ("Gun Berg", "S", "1:e vice ordförande", SYD),
    ("Bo Alm", "S", "ledamot", NORR),
    ("Cecilia Öst", "C", "ledamot", SYD),
)
PUNKTER = (  # rubrik, slag, förslag, who gets an utdrag
    ("Val av justerare", "formalia", "Att utse Gun Berg (S) att justera protokollet", ()),
    ("Avtal om helikopter", "beslut", "Att godkänna avtalet", (NORR, SYD)),
    ("Avgift för sjukresor", "beslut", DEAR, (SYD,)),
    ("Direktören informerar", "information", "Att lägga informationen till handlingarna", ()),
)


def fill(folder: Path, before: datetime) -> str:
    """Save it as the database in a folder, before the justering; return the sammanträde's id."""
    SettingsFile(folder / "namnd.ini").change(who=SECRETARY)
    store = Store(place_of(str(folder / "namnd.db")), who=SECRETARY, clock=lambda: before)
    try:
        return _Filling(store, FileStore(store.place.files)).fill()
    finally:
        store.close()


class _Filling:
    def __init__(self, store: Store, files: FileStore) -> None:
        self.store, self.files = store, files
        self.people: dict[str, str] = {}

    def fill(self) -> str:
        nämnd = self._nämnd()
        key = a_sammanträde(
            self.store, nämnd, DAY, ordförande=self.people["Anna Ek"],
            sekreterare=self.people[SECRETARY],
        )  # fmt: skip
        punkter = tuple(
            a_punkt(self.store, key, rubrik, slag=slag, förslag=satser((sats,)))
            for rubrik, slag, sats, _ in PUNKTER
        )
        kept = self.files.keep_bytes(_letter(), f"yttrande från {PRIVATE[0]}.pdf")
        a_bilaga(self.store, punkter[2], "Yttrande från en patient", file=kept)
        self._hold(key, punkter)
        for one, (*_, to) in zip(self._paragrafer(key), PUNKTER, strict=True):
            self._write(one, to)
        self._justering(key)
        return key

    def _nämnd(self) -> str:
        store = self.store
        nämnd = a_nämnd(
            store,
            "Vårdnämnden",
            kortnamn="VÅN",
            juridisk_form="gemensam_nämnd",
            justeringssätt=("elektronisk underskrift", "papper"),
            förvaring="Region Norrs kansli, Storgatan 1",
            förvaltningsrätt="Förvaltningsrätten i Ådalen\nBox 1, 100 00 Ådala",
        )
        regions = {name: new_id() for name in (NORR, SYD)}
        drafts = (HuvudmanDraft(key, name, 2, anslagstavla=True) for name, key in regions.items())
        store.do(SaveHuvudmän(nämnd_id=nämnd, drafts=tuple(drafts)))
        for namn, parti, roll, region in PEOPLE:
            self.people[namn] = a_person(store, namn, parti=parti)
            an_uppdrag(store, nämnd, self.people[namn], roll, huvudman_id=regions[region])
        siv = a_person(store, SECRETARY, titel="nämndsekreterare", epost="siv@norr.example")
        self.people[SECRETARY] = siv
        an_uppdrag(store, nämnd, siv, "sekreterare")
        return nämnd

    def _hold(self, key: str, punkter: tuple[str, ...]) -> None:
        do = self.store.do
        present = tuple(self.people[namn] for namn, *_ in PEOPLE)
        do(OpenSammanträde(sammanträde_id=key, datum=DAY, tid="09.00"))
        do(CallRoll(sammanträde_id=key, present=present))
        do(KlubbaPunkter(sammanträde_id=key, punkt_ids=punkter, tid="09.10"))
        do(CloseSammanträde(sammanträde_id=key, datum=DAY, tid="11.30"))

    def _paragrafer(self, key: str):
        return self.store.ask(lambda session: protokoll(session, key)).paragrafer

    def _write(self, one, to: tuple[str, ...]) -> None:
        """Write who gets an utdrag; § 3 has a reservation, and the addresses of others."""
        draft = replace(draft_of(one), expedieringar=tuple(map(ExpedieringRow, to)))
        if one.nummer == 3:
            draft = replace(draft, sammanfattning=f"En patient har skrivit från {PRIVATE[0]}.")
            cecilia = (self.people["Cecilia Öst"],)
            words = f"Avgiften är för hög, se brevet från {PRIVATE[1]}."
            row = ReservationRow(new_id(), cecilia, (), None, words, None)
            self.store.do(SaveReservationer(paragraf_id=one.id, rows=(row,)))
        self.store.do(SaveParagraf(paragraf_id=one.id, draft=draft))

    def _justering(self, key: str) -> None:
        do = self.store.do
        do(SetPresiding(sammanträde_id=key, rows=((self.people["Anna Ek"], None),)))
        do(SetJusterare(sammanträde_id=key, rows=((self.people["Gun Berg"], None),)))
        do(
            PlanJustering(
                sammanträde_id=key, justering_id=new_id(), paragrafer=None, plats=None,
                planerat_datum=None,
            )
        )  # fmt: skip


def _letter() -> bytes:
    """Return a letter to the nämnd, with the address of the one who wrote it."""
    head = Letterhead("Vårdnämnden", "Yttrande", "2019-11-01")
    words = (
        "Sjukresorna är för dyra för den som reser ofta.",
        f"Svara mig på {PRIVATE[0]} eller ring.",
    )
    parts = tuple(Paragraph((Run(one),)) for one in words)
    paper = Document("Yttrande", head, (Heading("Yttrande om sjukresor", 1), *parts))
    return pdf_bytes(paper, created=datetime(2019, 11, 1, 9, 0))  # noqa: DTZ001
