"""Export, import into an empty database, export: the same file, byte for byte."""

import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.bilaga.files import FileStore
from nämnd.core.changes import Command, Together
from nämnd.core.ids import new_id
from nämnd.organisation.commands import SaveHuvudmän, SaveNämnd, SavePerson, SaveUppdrag
from nämnd.organisation.rules import (
    ROLLER,
    HuvudmanDraft,
    NämndDraft,
    PersonDraft,
    StåendePunkt,
    UppdragDraft,
)
from nämnd.sammanträde.bilaga_commands import AddBilagor, MoveBilaga, RemoveBilaga, ReplaceFile
from nämnd.sammanträde.commands import CancelSammanträde, MoveSammanträde, PlanSammanträde
from nämnd.sammanträde.dagordning import Dag, UnderpunktRow
from nämnd.sammanträde.drafts import (
    BilagaDraft,
    NewBilaga,
    PunktDraft,
    SammanträdeDraft,
    satser,
)
from nämnd.sammanträde.punkt_commands import AddPunkt, MovePunkter, RemovePunkter, WithdrawPunkt
from nämnd.sammanträde.utskick_commands import RecordUtskick
from nämnd.store import Store
from nämnd.ärende.commands import SaveÄrende
from tests.builders import (
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    an_uppdrag,
    dagordning_in,
    send,
)
from tests.nämnd.utbyte.making import (
    WHEN,
    another_store,
    export,
    exported,
    files_of,
    full,
    small,
    take_in,
    write,
)


def there_and_back(store: Store, folder: Path, nämnd_id: str) -> None:
    """Export, import elsewhere, export: assert that nothing is different, and nothing is new."""
    first = export(store, folder / "ut", nämnd_id)
    with another_store(folder / "annan") as other:
        take_in(other, first)
        second = export(other, folder / "igen", nämnd_id)
        assert second.read_text(encoding="utf-8") == first.read_text(encoding="utf-8")
        names = [
            sorted(p.name for p in (f / "utbyte-filer").glob("*"))
            for f in (first.parent, second.parent)
        ]
        assert names[0] == names[1]
        assert take_in(other, first).changes == ()
    assert take_in(store, first).changes == ()


def test_a_hand_made_file_with_every_key_comes_back_with_every_value(store, tmp_path):
    tree = full()
    take_in(store, write(tmp_path, tree))
    out = exported(store, tmp_path / "ut")
    logo = out["nämnd"].pop("logotyp")
    assert logo.startswith("utbyte-filer/logotyp-")
    assert logo.endswith(".png")
    del tree["nämnd"]["logotyp"]
    assert out["nämnd"] == tree["nämnd"]
    assert out["personer"] == tree["personer"]
    assert out["uppdrag"] == tree["uppdrag"]
    [meeting], [wanted] = out["sammanträden"], tree["sammanträden"]
    unknown = {"öppnat": None, "avslutat": None}
    assert meeting["dagar"] == [dag | unknown for dag in wanted["dagar"]]
    for key in ("plats", "nummer_i_året", "beteckning", "slag", "inställt", "utskick"):
        assert meeting[key] == wanted[key]
    assert meeting["flyttningar"] == wanted["flyttningar"]
    [presiding] = meeting["ordförande"]
    assert (presiding["person"], presiding["paragrafer"]) == ("p1", None)
    assert meeting["sekreterare"] == "p30"
    punkt, paper = meeting["punkter"][0], meeting["punkter"][0]["bilagor"][0]
    for key, value in wanted["punkter"][0].items():
        if key != "bilagor":
            assert punkt[key] == value, key
    for key, value in wanted["punkter"][0]["bilagor"][0].items():
        if key not in ("fil", "versioner"):
            assert paper[key] == value, key
    assert [one["filnamn"] for one in paper["versioner"]] == ["7A.pdf"]
    assert [one["beteckning"] for one in meeting["punkter"][1]["bilagor"]] == ["A"]
    [ärende] = out["ärenden"]
    for key, value in tree["ärenden"][0].items():
        assert ärende[key] == value, key


def test_a_hand_made_file_goes_there_and_back(store, tmp_path):
    take_in(store, write(tmp_path, full()))
    there_and_back(store, tmp_path, "n1")


def test_the_least_there_can_be_goes_there_and_back(store, tmp_path):
    take_in(store, write(tmp_path, small()))
    there_and_back(store, tmp_path, "n1")


def test_what_has_gone_out_and_what_came_after_go_there_and_back(store, tmp_path):
    nämnd_id = a_nämnd(store)
    person_id = a_person(store)
    sammanträde_id = a_sammanträde(store, nämnd_id)
    first, second, third = (
        a_punkt(store, sammanträde_id, bilagor=n, slag=slag)
        for n, slag in ((2, "beslut"), (1, "anmälan"), (0, "beslut"))
    )
    send(store, sammanträde_id, person_id)
    a_bilaga(store, first)
    a_bilaga(store, second)
    a_punkt(store, sammanträde_id, bilagor=1, at=1)
    store.do(RemovePunkter(punkt_ids=(third,)))
    paper = dagordning_in(store, sammanträde_id).punkter[1].bilagor[0].id
    store.do(RemoveBilaga(bilaga_id=paper))
    there_and_back(store, tmp_path, nämnd_id)
    punkter = exported(store, tmp_path / "ut", nämnd_id)["sammanträden"][0]["punkter"]
    assert [(one["nummer"], one["står"]) for one in punkter] == [(4, False), (1, True), (2, True)]
    assert [one["beteckning"] for one in punkter[1]["bilagor"]] == ["1B", "1C"]


def test_later_additions_get_the_same_numbers_here_and_there(store, tmp_path):
    nämnd_id = a_nämnd(store)
    sammanträde_id = a_sammanträde(store, nämnd_id)
    a_punkt(store, sammanträde_id, bilagor=2)
    last = a_punkt(store, sammanträde_id, bilagor=1)
    send(store, sammanträde_id, a_person(store))
    store.do(RemovePunkter(punkt_ids=(last,)))
    with another_store(tmp_path / "annan") as other:
        take_in(other, export(store, tmp_path / "ut", nämnd_id))
        for each in (store, other):
            first = dagordning_in(each, sammanträde_id).punkter[0].id
            a_bilaga(each, first)
            a_punkt(each, sammanträde_id)
        here, there = (
            [
                (p.nummer, [b.beteckning for b in p.bilagor], p.tillkom_efter_kallelsen)
                for p in dagordning_in(each, sammanträde_id).punkter
            ]
            for each in (store, other)
        )
    assert here == there == [(1, ["1A", "1B", "1C"], False), (3, [], True)]


def test_one_sammanträde_goes_there_and_back_alone_with_those_who_serve_on_its_day(store, tmp_path):
    take_in(store, write(tmp_path, full()))
    a_sammanträde(store, "n1", date(2020, 1, 10))
    gone = a_person(store, "Har slutat")
    an_uppdrag(store, "n1", gone, till=date(2018, 12, 31))
    first = export(store, tmp_path / "ut", "n1", "s1")
    tree = json.loads(first.read_text(encoding="utf-8"))
    assert [one["id"] for one in tree["sammanträden"]] == ["s1"]
    assert {one["id"] for one in tree["personer"]} == {"p1", "p30"}
    with another_store(tmp_path / "annan") as other:
        take_in(other, first)
        again = export(other, tmp_path / "igen", "n1", "s1")
        assert again.read_bytes() == first.read_bytes()
    assert take_in(store, first).changes == ()


def test_the_same_content_lies_once_whatever_it_is_called(store, tmp_path):
    nämnd_id = a_nämnd(store)
    punkt_id = a_punkt(store, a_sammanträde(store, nämnd_id))
    for name in ("missiv.pdf", "Bilaga ÅÄÖ.PDF", "..\\..\\nul", "x" * 300 + ".docx"):
        a_bilaga(store, punkt_id, file=a_file(files_of(store), "samma", name))
    there_and_back(store, tmp_path, nämnd_id)
    assert len(list((tmp_path / "ut" / "utbyte-filer").iterdir())) == 1


# Databases built by chance, through the commands that the window uses

HARD = st.sampled_from([*'aå ÄÖ"\\/{}[]|*_#<&\n\t\v«–', "\u00ad", "o\u0308", "😀", "\u2028"])
WORDS = st.lists(HARD | st.characters(exclude_categories=["Cs"]), max_size=8).map("".join)
TITLES = WORDS.map(lambda text: f"T{text}")
MAYBE = st.none() | WORDS
DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))
TIMES = st.sampled_from(["08.30", "09.15", "23.59"])
PLACES = st.none() | st.integers(1, 3)
SLAG = st.sampled_from(["beslut", "information", "anmälan", "val", "formalia"])


@st.composite
def punkt_drafts(draw, ärenden: tuple[str, ...]) -> PunktDraft:
    return PunktDraft(
        rubrik=draw(TITLES),
        slag=draw(SLAG),
        grupp=draw(MAYBE),
        sammanfattning=draw(WORDS),
        föredragande=draw(MAYBE),
        tid=draw(MAYBE),
        ärende_id=draw(st.none() | st.sampled_from(ärenden)),
        underpunkter=tuple(
            UnderpunktRow(new_id(), one) for one in draw(st.lists(WORDS, max_size=2))
        ),
        förslag=satser(tuple(draw(st.lists(WORDS, max_size=2)))),
        missivförslag=satser(tuple(draw(st.lists(WORDS, max_size=2)))),
    )


@st.composite
def organisations(draw, nämnd_id: str, people: tuple[str, ...]) -> list[Command]:
    draft = NämndDraft(
        namn=draw(TITLES) + nämnd_id,
        kortnamn=draw(MAYBE),
        adress=tuple(draw(st.lists(WORDS, max_size=2))),
        kallelsetid_dagar=draw(st.integers(0, 60)),
        justeringssätt=tuple(
            draw(st.lists(st.sampled_from(["papper", "godkännande"]), max_size=2))
        ),
        stående_punkter=(
            StåendePunkt(draw(TITLES), draw(SLAG), (draw(WORDS),), draw(st.booleans())),
        ),
    )
    huvudmän = tuple(
        HuvudmanDraft(new_id(), draw(TITLES), draw(st.integers(0, 9)), 1, draw(st.booleans()))
        for _ in range(draw(st.integers(0, 2)))
    )
    commands: list[Command] = [
        SaveNämnd(nämnd_id=nämnd_id, draft=draft),
        SaveHuvudmän(nämnd_id=nämnd_id, drafts=huvudmän),
    ]
    for person in people:
        facts = PersonDraft(draw(TITLES), draw(MAYBE), draw(MAYBE), draw(MAYBE))
        commands.append(SavePerson(person_id=person, draft=facts))
        if draw(st.booleans()):
            huvudman = draw(st.sampled_from(huvudmän)).id if huvudmän else None
            start = draw(st.none() | DAYS)
            end = start and draw(st.none() | st.just(start + timedelta(days=400)))
            serving = UppdragDraft(draw(st.sampled_from(ROLLER)), huvudman, 1, start, end)
            commands.append(
                SaveUppdrag(uppdrag_id=new_id(), nämnd_id=nämnd_id, person_id=person, draft=serving)
            )
    return commands


@st.composite
def plans(draw, people: tuple[str, ...]) -> SammanträdeDraft:
    day, more = draw(DAYS), draw(st.booleans())
    dag = Dag(day, ((draw(TIMES), draw(st.none() | TIMES)),) * draw(st.integers(0, 2)))
    return SammanträdeDraft(
        dagar=(dag, Dag(day + timedelta(days=1))) if more else (dag,),
        plats=draw(WORDS),
        nummer_i_året=draw(st.none() | st.integers(0, 20)),
        beteckning=draw(MAYBE),
        slag=draw(st.sampled_from(["ordinarie", "extra"])),
        ordförande=draw(st.none() | st.sampled_from(people)),
        sekreterare=draw(st.none() | st.sampled_from(people)),
    )


class Desk:
    """A secretary at work on one nämnd: draws what to do next, and remembers what there is."""

    def __init__(self, files: FileStore, data: st.DataObject) -> None:
        self.files, self.data = files, data
        self.nämnd_id, self.people, self.ärenden = new_id(), (new_id(), new_id()), (new_id(),)
        self.punkter: list[str] = []
        self.papers: list[str] = []
        self.commands: list[Command] = data.draw(organisations(self.nämnd_id, self.people))
        for key in self.ärenden:
            dnr = data.draw(TITLES)
            self.commands.append(SaveÄrende(ärende_id=key, nämnd_id=self.nämnd_id, dnr=dnr))

    def meet(self) -> None:
        """Plan a sammanträde and work on its dagordning."""
        self.meeting, self.punkter, self.papers = new_id(), [], []
        draft = self.data.draw(plans(self.people))
        self.commands.append(
            PlanSammanträde(sammanträde_id=self.meeting, nämnd_id=self.nämnd_id, draft=draft)
        )
        acts = [self.add, self.attach, self.send, self.move, self.remove, self.withdraw, self.put]
        for act in self.data.draw(st.lists(st.sampled_from(acts), max_size=9)):
            if act == self.add or self.punkter:
                act()

    def add(self) -> None:
        draft, at = self.data.draw(punkt_drafts(self.ärenden)), self.data.draw(PLACES)
        self.punkter.append(new_id())
        self.commands.append(
            AddPunkt(punkt_id=self.punkter[-1], sammanträde_id=self.meeting, draft=draft, at=at)
        )

    def attach(self) -> None:
        new = tuple(self._paper() for _ in range(self.data.draw(st.integers(1, 3))))
        self.papers += [one.bilaga_id for one in new]
        self.commands.append(AddBilagor(punkt_id=self._punkt(), new=new, when=WHEN))

    def send(self) -> None:
        till = tuple(self.data.draw(st.lists(st.sampled_from(self.people), max_size=2)))
        self.commands.append(
            RecordUtskick(sammanträde_id=self.meeting, when=WHEN, till=till, utgåvor=())
        )

    def move(self) -> None:
        to = self.data.draw(PLACES) or 1
        self.commands.append(MovePunkter(punkt_ids=(self._punkt(),), to=to))
        for paper in self.papers[:1]:
            self.commands.append(MoveBilaga(bilaga_id=paper, punkt_id=self._punkt(), to=to))

    def remove(self) -> None:
        if self.papers:
            self.commands.append(RemoveBilaga(bilaga_id=self.papers.pop()))
        elif len(self.punkter) > 1:
            self.commands.append(RemovePunkter(punkt_ids=(self.punkter.pop(),)))

    def withdraw(self) -> None:
        why, day = self.data.draw(st.none() | TITLES), Dag(self.data.draw(DAYS))
        self.commands += [
            WithdrawPunkt(punkt_id=self._punkt(), skäl=why),
            CancelSammanträde(sammanträde_id=self.meeting, skäl=why),
            MoveSammanträde(sammanträde_id=self.meeting, dagar=(day,), skäl="T"),
        ]

    def put(self) -> None:
        for paper in self.papers[:1]:
            file = replace(a_file(self.files, self.data.draw(WORDS), "ny.docx"), pages=3)
            self.commands.append(ReplaceFile(bilaga_id=paper, file=file, when=WHEN))

    def _punkt(self) -> str:
        return self.data.draw(st.sampled_from(self.punkter))

    def _paper(self) -> NewBilaga:
        draw = self.data.draw
        draft = BilagaDraft(draw(TITLES), draw(MAYBE), draw(st.booleans()))
        content = draw(st.none() | WORDS)
        file = None if content is None else a_file(self.files, content, draw(TITLES))
        return NewBilaga(draft, file)


@settings(max_examples=12)
@given(st.data())
def test_whatever_a_secretary_has_done_goes_there_and_back(data):
    with TemporaryDirectory() as name, another_store(Path(name) / "här") as store:
        desk = Desk(files_of(store), data)
        for _ in range(data.draw(st.integers(1, 2))):
            desk.meet()
        store.do(Together(tuple(desk.commands)))
        there_and_back(store, Path(name), desk.nämnd_id)
