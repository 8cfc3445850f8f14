"""The first page, read by SQLite alone, says the same as the real queries."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.ids import new_id
from nämnd.organisation.queries import nämnder
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.meeting_commands import CloseSammanträde
from nämnd.protokoll.paragraf_commands import AddParagraf
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.queries import sammanträden
from nämnd.store import Store, place_of
from nämnd.store.schema import HEAD
from nämnd.tables import Justering
from nämnd.översikt.glimpse import KNOWN, Glimpse, glimpse
from tests.builders import a_nämnd, a_punkt, a_sammanträde, send
from tests.conftest import NOW
from tests.nämnd.protokoll.meeting_day import add_rows


def real(store: Store, nämnd_id: str | None) -> Glimpse | None:
    """Return what the real queries say."""
    rows = store.ask(nämnder)
    if not rows:
        return None
    row = next((row for row in rows if row.id == nämnd_id), rows[0])
    return Glimpse(row.id, row.namn, store.ask(lambda s: sammanträden(s, row.id)))


def seen(store: Store, nämnd_id: str | None = None) -> Glimpse | None:
    assert store.place.path is not None
    return glimpse(store.place.path, nämnd_id)


_MEETINGS = st.lists(
    st.fixed_dictionaries(
        {
            "days": st.lists(
                st.dates(date(2025, 1, 1), date(2025, 1, 9)), min_size=1, max_size=3, unique=True
            ).map(sorted),
            "plats": st.sampled_from(["", "Lund", "Sal «Å» 1"]),
            "slag": st.sampled_from(["ordinarie", "extra"]),
            "punkter": st.integers(0, 2),
            "sent": st.integers(0, 2),
            "cancelled": st.booleans(),
            "handled": st.integers(0, 2),
            "ended": st.booleans(),
            "justerade": st.lists(st.sampled_from([None, "1", "2–"]), max_size=2),
        }
    ),
    max_size=4,
)
_BODIES = st.dictionaries(
    st.sampled_from(["Örnnämnden", "Årnämnden", "Zonnämnden", "anämnden", "Ennämnden"]),
    _MEETINGS,
    max_size=3,
)


def fill(store: Store, bodies: dict) -> list[str]:
    made, sets = [], []
    for name, meetings in bodies.items():
        made.append(a_nämnd(store, name))
        for one in meetings:
            there = a_sammanträde(
                store, made[-1], *one["days"], plats=one["plats"], slag=one["slag"]
            )
            for _ in range(one["punkter"]):
                a_punkt(store, there)
            for _ in range(one["sent"]):
                send(store, there)
            for number in range(one["handled"]):
                draft = ParagrafDraft(f"Fråga {number}")
                store.do(AddParagraf(paragraf_id=new_id(), sammanträde_id=there, draft=draft))
            if one["ended"]:
                last = one["days"][-1]
                store.do(CloseSammanträde(sammanträde_id=there, datum=last, tid="16.00"))
            if one["cancelled"]:
                store.do(CancelSammanträde(sammanträde_id=there, skäl="Inga ärenden"))
            for läge, text in zip(("justerat", "godkänt"), one["justerade"], strict=False):
                sets.append(Justering(sammanträde_id=there, paragrafer=text, läge=läge))
    add_rows(store, *sets)  # last: what is justerat lets nothing else change
    return made


@settings(max_examples=8)
@given(_BODIES)
def test_the_glimpse_is_what_the_real_queries_say(tmp_path_factory, bodies):
    path = tmp_path_factory.mktemp("glimpse") / "å#?.db"
    store = Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)
    try:
        for nämnd_id in (None, "okänd", *fill(store, bodies)):
            assert seen(store, nämnd_id) == real(store, nämnd_id)
    finally:
        store.close()


def test_it_is_written_for_the_newest_schema():
    assert KNOWN == HEAD


def test_a_database_of_another_version_is_left_to_the_store(store):
    a_nämnd(store)
    assert seen(store) is not None
    path = store.place.path
    with closing(sqlite3.connect(path)) as link:
        link.execute("UPDATE alembic_version SET version_num = '9999'")
        link.commit()
    assert seen(store) is None


@pytest.mark.parametrize("content", [b"", b"ingen databas", b"SQLite format 3\x00" + b"\xff" * 99])
def test_what_is_no_database_is_left_to_the_store(tmp_path: Path, content):
    path = tmp_path / "namnd.db"
    path.write_bytes(content)
    assert glimpse(path, None) is None
    assert path.read_bytes() == content


def test_what_cannot_be_understood_is_left_to_the_store(store):
    a_sammanträde(store)
    with closing(sqlite3.connect(store.place.path)) as link:
        link.execute("UPDATE sammanträdesdag SET datum = 'snart'")
        link.commit()
    assert seen(store) is None


def test_no_file_and_a_folder_are_no_database(tmp_path):
    assert glimpse(tmp_path / "namnd.db", None) is None
    assert glimpse(tmp_path, None) is None
    assert not (tmp_path / "namnd.db").exists()
