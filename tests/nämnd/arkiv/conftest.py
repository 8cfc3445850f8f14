"""A database where a sammanträde is justerat. What it costs to try codes is not tested here."""

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.justeringsfil import codes, secrecy
from nämnd.store import Store, place_of
from tests.conftest import NOW
from tests.nämnd.arkiv.archiving import Archive


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)


@pytest.fixture
def archive(store, files, tmp_path):
    folder = tmp_path / "arkiv"
    folder.mkdir()
    return Archive(store, files, folder)


@pytest.fixture(scope="module")
def made_once(tmp_path_factory):
    """Make an archive folder that the tests of a file copy."""
    folder = tmp_path_factory.mktemp("gjort")
    place = place_of(str(folder / "namnd.db"))
    store = Store(place, who="Eva Lind", clock=lambda: NOW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(codes, "COST", 2)
        patch.setattr(secrecy, "COST", 2)
        made = Archive(store, FileStore(place.files), folder).make()
    store.close()
    return made
