"""A secretary with a set of §§. What it costs to try codes is not what is tested here."""

import pytest

from nämnd.justeringsfil import codes, secrecy
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import Secretary


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)


@pytest.fixture
def secretary(store, files):
    return Secretary(Set(store, kortnamn="VÅN"), files)


@pytest.fixture
def set_(secretary):
    return secretary.set
