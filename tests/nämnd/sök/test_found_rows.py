"""What stands behind a hit: its newest file, its place, and that it is still there."""

from datetime import date

from nämnd.core.progress import finish
from nämnd.sammanträde.bilaga_commands import RemoveBilaga, ReplaceFile
from nämnd.sök.catching_up import catch_up
from nämnd.sök.found_rows import FoundFile, file_of, file_pages, is_there, nämnder_of, punkt_of
from nämnd.sök.index import open_index
from nämnd.sök.values import Kind
from tests.builders import (
    WHEN,
    a_bilaga,
    a_file,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    an_uppdrag,
)


def test_the_newest_version_of_a_file_is_the_one_found(store, files):
    punkt = a_punkt(store, a_sammanträde(store))
    key = a_bilaga(store, punkt, "Brev", file=a_file(files, "ett", "a.txt"))
    newest = a_file(files, "två", "b.txt")
    store.do(ReplaceFile(bilaga_id=key, file=newest, when=WHEN))
    found = store.ask(lambda session: file_of(session, Kind.BILAGA, key))
    assert found == FoundFile(newest.sha256, "b.txt", "Brev", punkt)
    assert store.ask(lambda session: punkt_of(session, key)) == punkt


def test_what_has_no_file_has_none(store):
    punkt = a_punkt(store, a_sammanträde(store))
    key = a_bilaga(store, punkt, "Brev")
    for kind, one in ((Kind.BILAGA, key), (Kind.HANDLING, "borta"), (Kind.PUNKT, punkt)):
        assert store.ask(lambda s, kind=kind, one=one: file_of(s, kind, one)) is None


def test_what_has_been_taken_away_is_not_there(store):
    key = a_bilaga(store, a_punkt(store, a_sammanträde(store)), "Brev")
    assert store.ask(lambda session: is_there(session, Kind.BILAGA, key))
    store.do(RemoveBilaga(bilaga_id=key))
    assert not store.ask(lambda session: is_there(session, Kind.BILAGA, key))
    assert store.ask(lambda session: punkt_of(session, key)) is None


def test_the_nämnder_of_somebody_are_told_once_the_newest_first(store):
    first, other = a_nämnd(store, "Första"), a_nämnd(store, "Andra")
    key = a_person(store)
    for nämnd, year in ((first, 2019), (other, 2023), (first, 2015)):
        an_uppdrag(store, nämnd, key, från=date(year, 1, 1))
    assert store.ask(lambda session: nämnder_of(session, key)) == (other, first)
    assert store.ask(lambda session: nämnder_of(session, "ingen")) == ()


def test_what_was_read_out_of_a_file_is_given_page_by_page(store, files):
    index = open_index(store.place)
    kept = a_file(files, "Om skärgårdstrafik", "brev.txt")
    assert file_pages(index, kept.sha256) == ()
    a_bilaga(store, a_punkt(store, a_sammanträde(store)), "Brev", file=kept)
    finish(catch_up(store, files, index))
    assert file_pages(index, kept.sha256) == ("Om skärgårdstrafik",)
    assert file_pages(index, "okänd") == ()
    index.close()
