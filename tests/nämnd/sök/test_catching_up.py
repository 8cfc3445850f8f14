"""The index follows the database: whatever is done, and whatever happens to it."""

import shutil
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import NämndError
from nämnd.core.progress import finish
from nämnd.core.worker import Worker
from nämnd.delegation.commands import RegisterDelegationsbeslut, RemoveDelegationsbeslut
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.filtext.values import TextState
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.rules import NämndDraft
from nämnd.sammanträde.bilaga_commands import RemoveBilaga
from nämnd.sammanträde.commands import RemoveSammanträde
from nämnd.sammanträde.punkt_commands import RemovePunkter
from nämnd.store import Store, place_of
from nämnd.store.backup import back_up, put_back
from nämnd.sök.catching_up import Left, catch_up, file_state, left
from nämnd.sök.errors import SökindexUnwritableError, SökUnavailableError
from nämnd.sök.index import open_index, remember
from nämnd.sök.querying import search
from nämnd.sök.reading import read_kept
from nämnd.sök.values import Kind
from nämnd.tables import (
    Bevakning,
    Delprojekt,
    Redovisning,
    Överenskommelse,
)
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.handling_commands import AddVersion
from nämnd.ärende.skrivelse_commands import RemoveSkrivelse, SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, ÄrendeDraft
from tests.builders import (
    DAY,
    WHEN,
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
)
from tests.conftest import NOW
from tests.nämnd.protokoll.meeting_day import a_paragraf, add_rows
from tests.nämnd.store.test_undo import ACTIONS, CHOICE, a_store
from tests.nämnd.sök.dumps import dump
from tests.nämnd.sök.indexes import (
    a_doc,
    a_handling,
    an_ärende,
    anew,
    index_of,
    keys,
    shown,
    up_to_date,
)
from tests.processes import room_for


@pytest.fixture
def index(store, files):
    return up_to_date(store, files)


def kinds(index, text, **how):
    return {hit.kind for hit in search(index, text, **how).hits}


def test_everything_of_every_kind_is_found(store, files):
    nämnd_id = a_nämnd(store)
    ärende_id = an_ärende(store, nämnd_id, rubrik="Zebra ett")
    a_handling(store, ärende_id, rubrik="Zebra två")
    draft = SkrivelseDraft("Zebra tre", förslag=("att godkänna",))
    store.do(SaveSkrivelse(skrivelse_id="s", ärende_id=ärende_id, draft=draft))
    sammanträde_id = a_sammanträde(store, nämnd_id, plats="Zebra fyra")
    a_bilaga(store, a_punkt(store, sammanträde_id, "Zebra fem"), "Zebra sex")
    a_paragraf(store, sammanträde_id, "Zebra sju")
    beslut = DelegationsbeslutDraft(DAY, "Bo Alm", "Zebra åtta")
    store.do(RegisterDelegationsbeslut(nämnd_id=nämnd_id, draft=beslut, today=DAY))
    a_person(store, "Zebra Nio")
    add_rows(
        store,
        Bevakning(nämnd_id=nämnd_id, rubrik="Zebra tio", förfaller={"villkor": "sedan"}),
        Delprojekt(nämnd_id=nämnd_id, nummer=8, rubrik="Zebra elva"),
        Överenskommelse(nämnd_id=nämnd_id, rubrik="Zebra tolv"),
        Redovisning(nämnd_id=nämnd_id, rubrik="Zebra tretton"),
    )
    assert kinds(up_to_date(store, files), "zebra") == set(Kind)


def test_an_index_that_is_up_to_date_takes_nothing_in(store, files, index):
    an_ärende(store)
    assert left(store, index) == Left(changes=2, files=0)
    assert finish(catch_up(store, files, index)) == Left(0, 0)
    before = dump(index)
    assert finish(catch_up(store, files, index)) == Left(0, 0)
    assert dump(index) == before


def test_what_is_changed_is_found_by_its_new_words_only(store, files, index):
    ärende_id = an_ärende(store, rubrik="Ambulans")
    finish(catch_up(store, files, index))
    assert keys(index, "ambulans") == [ärende_id]
    store.do(ChangeÄrende(ärende_id=ärende_id, draft=ÄrendeDraft("Helikopter")))
    finish(catch_up(store, files, index))
    assert (keys(index, "ambulans"), keys(index, "helikopter")) == ([], [ärende_id])


def test_a_change_that_is_undone_is_followed_back(store, files, index):
    ärende_id = an_ärende(store, rubrik="Ambulans")
    outcome = store.do(ChangeÄrende(ärende_id=ärende_id, draft=ÄrendeDraft("Helikopter")))
    finish(catch_up(store, files, index))
    store.do(outcome.inverse)
    finish(catch_up(store, files, index))
    assert (keys(index, "ambulans"), keys(index, "helikopter")) == ([ärende_id], [])


def test_what_shows_something_of_another_follows_it(store, files, index):
    nämnd_id = a_nämnd(store)
    sammanträde_id = a_sammanträde(store, nämnd_id)
    ärende_id = an_ärende(store, nämnd_id, dnr="VN 2026/0007")
    punkt_id = a_punkt(store, sammanträde_id, "Fråga", ärende_id=ärende_id)
    finish(catch_up(store, files, index))
    assert punkt_id in keys(index, "VN 2026/7")
    store.do(SaveNämnd(nämnd_id=nämnd_id, draft=NämndDraft("Nya nämnden")))
    finish(catch_up(store, files, index))
    hit = next(hit for hit in search(index, "fråga").hits if hit.key == punkt_id)
    assert hit.place == "Nya nämnden, 27 mars 2026"


def test_what_is_removed_is_not_found(store, files, index):
    nämnd_id = a_nämnd(store)
    ärende_id = an_ärende(store, nämnd_id, rubrik="Annat")
    draft = SkrivelseDraft("Zebra")
    store.do(SaveSkrivelse(skrivelse_id="s", ärende_id=ärende_id, draft=draft))
    sammanträde_id = a_sammanträde(store, nämnd_id)
    other_id = a_sammanträde(store, nämnd_id, DAY + timedelta(days=7), plats="Zebra")
    punkt_id = a_punkt(store, sammanträde_id, "Zebra")
    bilaga_id = a_bilaga(store, a_punkt(store, sammanträde_id), "Zebra")
    draft = DelegationsbeslutDraft(DAY, "Bo", "Zebra")
    beslut = RegisterDelegationsbeslut(nämnd_id=nämnd_id, draft=draft, today=DAY)
    store.do(beslut)
    finish(catch_up(store, files, index))
    assert len(keys(index, "zebra")) == 5
    for command in (
        RemoveSkrivelse(skrivelse_id="s"),
        RemovePunkter(punkt_ids=(punkt_id,)),
        RemoveBilaga(bilaga_id=bilaga_id),
        RemoveSammanträde(sammanträde_id=other_id),
        RemoveDelegationsbeslut(beslut_id=beslut.beslut_id),
    ):
        store.do(command)
    finish(catch_up(store, files, index))
    assert keys(index, "zebra") == []


def test_the_words_of_a_file_are_found_with_their_page(store, files, index):
    handling_id = a_handling(store, an_ärende(store), a_file(files, "Mer om zebran", "brev.txt"))
    finish(catch_up(store, files, index))
    (hit,) = search(index, "zebra").hits
    assert (hit.key, hit.sida, shown(hit)) == (handling_id, 1, "Mer om [zebran]")


def test_words_of_the_title_and_of_the_file_are_found_together(store, files, index):
    file = a_file(files, "Mer om zebran", "brev.txt")
    handling_id = a_handling(store, an_ärende(store), file, rubrik="Yttrande från Halland")
    finish(catch_up(store, files, index))
    assert keys(index, "halland zebra") == [handling_id]


def test_only_the_version_in_use_is_found(store, files, index):
    handling_id = a_handling(store, an_ärende(store), a_file(files, "Mer om zebran", "brev.txt"))
    finish(catch_up(store, files, index))
    newer = a_file(files, "Mer om giraffen", "brev.txt")
    store.do(AddVersion(handling_id=handling_id, file=newer, when=WHEN))
    finish(catch_up(store, files, index))
    assert (keys(index, "zebra"), keys(index, "giraff")) == ([], [handling_id])


def test_how_far_the_reading_of_a_file_came_is_told(store, files, index):
    text, picture = a_file(files, "Mer", "brev.txt"), files.keep_bytes(b"\x00\x01", "x.bin")
    ärende_id = an_ärende(store)
    a_handling(store, ärende_id, text)
    a_handling(store, ärende_id, picture)
    assert file_state(index, [text.sha256]) == {}
    finish(catch_up(store, files, index))
    assert file_state(index, [text.sha256, picture.sha256, "0" * 64]) == {
        text.sha256: TextState.READ,
        picture.sha256: TextState.UNKNOWN_KIND,
    }


def test_a_file_that_is_not_in_its_place_is_tried_again(store, files, index):
    file = a_file(files, "Mer om zebran", "brev.txt")
    handling_id = a_handling(store, an_ärende(store), file)
    path = files.path_of(file.sha256)
    path.rename(path.with_name("borta"))
    assert finish(catch_up(store, files, index)) == Left(0, 1)
    path.with_name("borta").rename(path)
    assert finish(catch_up(store, files, index)) == Left(0, 0)
    assert keys(index, "zebra") == [handling_id]


def test_a_damaged_file_is_unreadable_and_its_handling_found_by_its_rubrik(store, files, index):
    file = a_file(files, "Mer om zebran", "brev.txt")
    handling_id = a_handling(store, an_ärende(store), file, rubrik="Skadat brev")
    files.path_of(file.sha256).write_bytes(b"Mer om giraff")
    finish(catch_up(store, files, index))
    assert file_state(index, [file.sha256]) == {file.sha256: TextState.UNREADABLE}
    assert (keys(index, "skadat"), keys(index, "giraff")) == ([handling_id], [])


def test_an_index_that_is_deleted_comes_back(store, files, index):
    ärende_id = an_ärende(store)
    finish(catch_up(store, files, index))
    index.path.unlink()
    assert not index.is_there()
    assert keys(index, "ambulans") == []
    finish(catch_up(store, files, index))
    assert keys(index, "ambulans") == [ärende_id]


@pytest.mark.parametrize("content", [b"", b"junk" * 1000, b"SQLite format 3\x00" + b"x" * 5000])
def test_an_index_that_is_damaged_is_made_anew(store, files, index, content):
    ärende_id = an_ärende(store)
    index.path.write_bytes(content)
    assert keys(index, "ambulans") == []
    finish(catch_up(store, files, index))
    assert keys(index, "ambulans") == [ärende_id]


def test_an_index_of_another_form_is_made_anew_words_of_files_and_all(store, files, index):
    handling_id = a_handling(store, an_ärende(store), a_file(files, "Mer om zebran", "brev.txt"))
    finish(catch_up(store, files, index))
    with index.writing() as link:
        remember(link, "form", "0")
    later = open_index(store.place)
    assert keys(later, "zebra") == []
    finish(catch_up(store, files, later))
    assert keys(later, "zebra") == [handling_id]


def test_after_a_backup_is_put_back_nothing_of_what_came_later_is_found(store, files, index):
    place, early = store.place, an_ärende(store, rubrik="Zebra tidig")
    backup = back_up(place, now=NOW, why="daglig")
    nämnd_id = a_nämnd(store, "Andra")
    an_ärende(store, nämnd_id, rubrik="Zebra sen")
    finish(catch_up(store, files, index))
    store.close()
    put_back(place, backup, now=NOW)
    again = Store(place, who="Eva Lind", clock=lambda: NOW)
    try:
        # as many changes as were lost: only the hash of the entry tells
        nämnd_id = a_nämnd(again, "Tredje")
        new = an_ärende(again, nämnd_id, rubrik="Zebra ny")
        finish(catch_up(again, files, index))
        assert set(keys(index, "zebra")) == {early, new}
    finally:
        again.close()


def test_a_database_on_a_server_has_no_index():
    with pytest.raises(SökUnavailableError):
        open_index(place_of("postgresql://server/nämnd"))


def test_a_folder_that_takes_no_index_is_told(store, files, tmp_path):
    index = open_index(place_of(str(tmp_path / "saknas" / "namnd.db")))
    with pytest.raises(SökindexUnwritableError):
        finish(catch_up(store, files, index))
    assert keys(index, "ambulans") == []


def test_work_that_is_stopped_in_the_middle_has_done_nothing_of_it(store, files, tmp_path):
    an_ärende(store)
    index = open_index(store.place)
    work = catch_up(store, files, index)
    next(work)
    work.close()
    assert keys(index, "ambulans") == []
    finish(catch_up(store, files, index))
    assert dump(index) == dump(anew(store, files, tmp_path))


def test_a_copy_of_the_database_with_its_index_goes_on(store, files, index, tmp_path):
    ärende_id = an_ärende(store)
    finish(catch_up(store, files, index))
    index.close()
    store.close()
    folder = tmp_path / "flyttad"
    folder.mkdir()
    for path in tmp_path.glob("namnd.db*"):
        if path.is_file():
            shutil.copy(path, folder / path.name)
    moved = Store(place_of(str(folder / "namnd.db")), who="x", clock=lambda: NOW)
    try:
        index = open_index(moved.place)
        assert left(moved, index) == Left(0, 0)
        assert keys(index, "ambulans") == [ärende_id]
    finally:
        moved.close()


@settings(max_examples=15)
@given(steps=st.lists(CHOICE, min_size=5, max_size=30))
def test_an_index_that_followed_is_the_same_as_one_made_anew(tmp_path, files, steps):
    with a_store(tmp_path) as store:
        index = open_index(store.place)
        for number, (name, a, b) in enumerate(steps):
            command = ACTIONS[name](store, a, b)
            if command is not None:
                try:
                    store.do(command)
                except NämndError:
                    continue
            if number % 3 == 0:
                finish(catch_up(store, files, index))
        finish(catch_up(store, files, index))
        other = anew(store, files, tmp_path)
        try:
            assert dump(index) == dump(other)
        finally:
            index.close()
            other.remove()


def test_an_index_without_trigrams_finds_words_inside_words_too(tmp_path):
    index = index_of(tmp_path, a_doc("p", body="Södra regionvårdsnämnden"))
    assert keys(index, "vårdsnämnd") == ["p"]
    with index.writing() as link:
        link.execute("DROP TABLE inuti")
    assert keys(index, "vårdsnämnd") == ["p"]
    assert keys(index, "nvårdsnä") == ["p"]


def test_an_index_on_a_share_keeps_no_files_of_its_own_beside_it(store, files, monkeypatch):
    monkeypatch.setattr("nämnd.sök.index.on_network", lambda _: True)
    ärende_id = an_ärende(store)
    index = up_to_date(store, files)
    assert keys(index, "ambulans") == [ärende_id]
    index.close()
    assert [path.name for path in index.path.parent.glob("*.sok*")] == [index.path.name]


def test_while_another_program_makes_the_index_anew_all_is_still_left(store, files, index):
    an_ärende(store)
    with index.writing() as other:
        other.execute("BEGIN IMMEDIATE")
        assert finish(catch_up(store, files, index)).changes == 2
        other.execute("ROLLBACK")
    assert finish(catch_up(store, files, index)) == Left(0, 0)


def test_a_file_that_takes_too_long_is_unreadable_and_the_next_is_read(files):
    worker, file = Worker(), a_file(files, "Mer om zebran", "brev.txt")
    try:
        slow = finish(read_kept(worker, files, file.sha256, "brev.txt", longest=0))
        assert slow is not None
        assert slow.state is TextState.UNREADABLE
        text = finish(read_kept(worker, files, file.sha256, "brev.txt"))
        assert text is not None
        assert text.text == "Mer om zebran"
    finally:
        worker.close()


def test_a_disk_that_is_full_is_told_and_the_index_is_as_it_was(store, files, index):
    for number in range(40):
        an_ärende(store, a_nämnd(store, f"N{number}"), f"Ambulans {'vård ' * 200}", f"VN {number}")
    before = dump(index)
    with room_for(8192), pytest.raises(SökindexUnwritableError):
        finish(catch_up(store, files, index))
    assert dump(index) == before
    finish(catch_up(store, files, index))
    assert len(keys(index, "ambulans", limit=100)) == 40
