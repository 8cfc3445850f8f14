"""Whatever is written in a diarium comes back, and whatever is wrong in a file is refused whole."""

import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import NämndError
from nämnd.ärende.commands import AnnulÄrende, RegisterÄrende
from nämnd.ärende.handling_commands import (
    AddVersion,
    AnnulHandling,
    NewHandling,
    RegisterHandlingar,
)
from nämnd.ärende.skrivelse_commands import RegisterSkrivelse, SaveSkrivelse, UnlockSkrivelse
from nämnd.ärende.urval_commands import SaveUrval
from nämnd.ärende.values import (
    ExternBeteckning,
    HandlingDraft,
    Sekretess,
    SkrivelseDraft,
    Underskrift,
    ÄrendeDraft,
)
from tests.builders import a_nämnd
from tests.nämnd.utbyte.diarium import with_diarium
from tests.nämnd.utbyte.making import WHEN, another_store, exported, files_of, take_in, write
from tests.nämnd.utbyte.test_protokoll_chance import JUNK, places, spoil
from tests.nämnd.utbyte.test_round_trip import there_and_back

TODAY = date(2026, 3, 2)
WAYS: list[tuple[Any, ...]] = [
    way for way in places(with_diarium()) if way[0] in ("ärenden", "urval", "delegationsbeslut")
]
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=8)
MAYBE = st.none() | TEXT
DAYS = st.dates(date(1999, 1, 1), TODAY)
SEKRETESS = st.none() | st.builds(Sekretess, TEXT, st.none() | DAYS)
ÄRENDEN = st.builds(
    ÄrendeDraft,
    TEXT,
    st.none() | DAYS,
    MAYBE,
    st.lists(TEXT, max_size=2).map(tuple),
    st.lists(st.builds(ExternBeteckning, TEXT, TEXT), max_size=2).map(tuple),
    MAYBE,
    MAYBE,
    st.booleans(),
    SEKRETESS,
)
HANDLINGAR = st.builds(
    HandlingDraft,
    DAYS,
    TEXT,
    st.sampled_from(("inkommen", "utgående", "upprättad")),
    MAYBE,
    MAYBE,
    st.booleans(),
    st.booleans(),
    st.booleans(),
    SEKRETESS,
)
SKRIVELSER = st.builds(
    SkrivelseDraft,
    TEXT,
    st.sampled_from(("missiv", "tjänsteskrivelse")),
    st.none() | DAYS,
    st.lists(TEXT, max_size=2).map(tuple),
    st.lists(TEXT, max_size=2).map(tuple),
    TEXT,
    st.lists(st.builds(Underskrift, TEXT, TEXT), max_size=2).map(tuple),
)


class Writing:
    """What a user does, some of which is refused."""

    def __init__(self, store: Any, data: Any) -> None:
        self.store, self.data = store, data
        self.nämnd_id = a_nämnd(store, diarieserie="VN {år}/{löpnr}")
        self.files = files_of(store)

    def file(self) -> Any:
        content = self.data.draw(st.sampled_from((b"a", b"b")))
        return self.files.keep_bytes(content, self.data.draw(TEXT))

    def ärende(self) -> None:
        new = RegisterÄrende(
            nämnd_id=self.nämnd_id,
            draft=self.data.draw(ÄRENDEN),
            today=TODAY,
            dnr=self.data.draw(MAYBE),
        )
        if self.do(new):
            self.inside(new.ärende_id)
            if self.data.draw(st.booleans()):
                self.do(AnnulÄrende(ärende_id=new.ärende_id, skäl=self.text(), datum=TODAY))

    def inside(self, key: str) -> None:
        drafts = self.data.draw(st.lists(HANDLINGAR, max_size=2))
        new = tuple(NewHandling(one, self.file(), (self.text(),)) for one in drafts)
        if self.do(RegisterHandlingar(ärende_id=key, new=new, when=WHEN, today=TODAY)):
            first = new[0].handling_id
            self.do(AddVersion(handling_id=first, file=self.file(), when=WHEN))
            self.do(AnnulHandling(handling_id=first, skäl=self.text(), datum=TODAY))
        draft = self.data.draw(SKRIVELSER)
        if self.do(SaveSkrivelse(skrivelse_id=f"sk{key}", ärende_id=key, draft=draft)):
            register = RegisterSkrivelse(
                skrivelse_id=f"sk{key}", file=self.file(), when=WHEN, today=TODAY
            )
            self.do(register)
            self.do(UnlockSkrivelse(skrivelse_id=f"sk{key}"))

    def text(self) -> str:
        return self.data.draw(TEXT)

    def urval(self) -> None:
        villkor = self.data.draw(st.dictionaries(TEXT, TEXT, max_size=2))
        self.do(
            SaveUrval(
                urval_id="ur",
                nämnd_id=self.nämnd_id,
                lista="ärenden",
                namn=self.text(),
                villkor=villkor,
            )
        )

    def do(self, command: Any) -> bool:
        try:
            self.store.do(command)
        except NämndError:
            return False
        return True


@settings(max_examples=12)
@given(data=st.data())
def test_whatever_is_written_goes_there_and_back(data):
    with TemporaryDirectory() as name, another_store(Path(name) / "här") as store:
        writing = Writing(store, data)
        for _ in range(data.draw(st.integers(1, 3))):
            writing.ärende()
        writing.urval()
        there_and_back(store, Path(name), writing.nämnd_id)


@settings(max_examples=20)
@given(way=st.sampled_from(WAYS), junk=JUNK, act=st.sampled_from(["set", "drop", "twice", "add"]))
def test_a_spoilt_diarium_is_refused_whole_or_read_whole(way, junk, act):
    tree = with_diarium()
    owner: Any = tree
    for step in way[:-1]:
        owner = owner[step]
    spoil(owner, way[-1], junk, act)
    with TemporaryDirectory() as name, another_store(Path(name) / "här") as store:
        take_in(store, write(Path(name), with_diarium()))
        before = exported(store, Path(name) / "före")
        path = Path(name) / "fil.json"
        path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
        try:
            take_in(store, path, replace=True)
        except NämndError:
            assert exported(store, Path(name) / "efter") == before
        else:
            assert take_in(store, path, replace=True).changes == ()
            there_and_back(store, Path(name), "n1")
