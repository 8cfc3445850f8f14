"""A nämnd that watches things."""

import pytest

from nämnd.store import Store
from tests.nämnd.bevakning.watch import Watch


@pytest.fixture
def watch(store: Store) -> Watch:
    return Watch(store)
