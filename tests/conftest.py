"""Fixtures shared by all tests. No test needs a screen, the network or today's date."""

import gc
import os
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt is imported

import pytest
from hypothesis import HealthCheck, settings

from nämnd.bilaga.files import FileStore
from nämnd.store import Store
from tests.databases import new_database

settings.register_profile(
    "namnd", deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("namnd")

NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time, as the user's clock shows it
TODAY = NOW.date()
GOLDEN = Path(__file__).parent / "golden"
_YOUNGER = 200  # collections of what is young between those of everything
SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(autouse=True)
def collected_here():
    """Let garbage be collected between tests and on the main thread only.

    What a test with windows leaves could otherwise be collected on a thread of a later test.
    """
    gc.disable()
    yield
    gc.collect(2 if gc.get_count()[2] > _YOUNGER else 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def store(tmp_path: Path):
    store = Store(new_database(tmp_path / "namnd.db"), who="Eva Lind", clock=lambda: NOW)
    yield store
    store.close()


@pytest.fixture
def files(store: Store) -> FileStore:
    return FileStore(store.place.files)


@pytest.fixture
def seed():
    """Return the path of a real document; skip where the collection is absent."""

    def find(number: str) -> Path:
        found = sorted(SEEDS.glob(f"{number}_*.txt"))
        if not found:
            missing = f"{SEEDS} saknas: de riktiga dokumenten följer inte med projektet"
            if os.environ.get("CI"):
                pytest.fail(missing)
            pytest.skip(missing)
        return found[0]

    return find


@pytest.fixture
def golden(request: pytest.FixtureRequest):
    """Compare text with a stored file; `pytest --update-golden` rewrites it for review."""

    def check(name: str, actual: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(actual, encoding="utf-8", newline="\n")
        assert actual == path.read_text(encoding="utf-8")

    return check
