"""A nämnd that prepares its ärenden."""

import pytest

from tests.nämnd.beredning.making import Beredning


@pytest.fixture
def beredning(store, files) -> Beredning:
    return Beredning(store, files)
