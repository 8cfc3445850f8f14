"""What a one-time code and a passphrase cost to try is not what is tested here."""

import pytest

from nämnd.justeringsfil import codes, secrecy


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch):
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)
