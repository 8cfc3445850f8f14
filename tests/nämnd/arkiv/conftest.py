"""A database where a sammanträde is justerat. What it costs to try codes is not tested here."""

import pytest

from nämnd.justeringsfil import codes, secrecy
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
