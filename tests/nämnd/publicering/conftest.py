from pathlib import Path

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.store import Store
from tests.nämnd.publicering.published import Published


@pytest.fixture
def published(store: Store, files: FileStore, tmp_path: Path) -> Published:
    return Published(store, files, tmp_path)
