"""A database for the tests of the exchange format."""

import pytest

from tests.nämnd.utbyte.making import full, take_in, write


@pytest.fixture
def there(store, tmp_path):
    """A database in which the full example is."""
    take_in(store, write(tmp_path, full()))
    return store
