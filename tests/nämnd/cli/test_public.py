"""`namnd exportera publik`: without a screen."""

import io
from pathlib import Path

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.cli import main
from nämnd.store import Store, place_of
from nämnd.tables import Utgåva
from tests.conftest import NOW
from tests.nämnd.paket.attacker import found_in
from tests.nämnd.publicering.published import SECRET, WORDS, Published


@pytest.fixture
def database(tmp_path: Path):
    """Return the path of a database with a sammanträde; `decide` says whether it is reviewed."""

    def made(*, decide: bool) -> Path:
        place = place_of(str(tmp_path / "namnd.db"))
        store = Store(place, who="Eva Lind", clock=lambda: NOW)
        published = Published(store, FileStore(place.files), tmp_path)
        if decide:
            published.decide_all()
        store.close()
        return tmp_path / "namnd.db"

    return made


def run(database: Path, *words: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    where = ("--databas", str(database), "--till", str(database.parent / "ut"))
    code = main(["exportera", *words, *where], now=NOW.astimezone(), out=out, err=err)
    return code, out.getvalue(), err.getvalue()


def test_the_public_files_are_written_and_recorded(database):
    path = database(decide=True)
    code, out, err = run(path, "publik")
    assert (code, err) == (0, "")
    made = [Path(line) for line in out.splitlines()]
    assert [one.suffix for one in made] == [".pdf", ".pdf"]
    for one in made:
        assert found_in(one, *WORDS, SECRET) == []
    store = Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW, read_only=True)
    assert store.ask(lambda session: session.query(Utgåva).count()) == 2
    store.close()


def test_one_of_them_can_be_asked_for_as_word(database):
    code, out, _ = run(database(decide=True), "publik", "--vad", "protokoll", "--format", "docx")
    assert code == 0
    assert out.strip().endswith("offentlig version UTKAST.docx")


def test_they_are_written_while_another_program_has_the_database(database):
    path = database(decide=True)
    store = Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)
    code, out, err = run(path, "publik", "--vad", "protokoll")
    store.close()
    assert code == 0
    assert out
    assert "står inte i historiken" in err


def test_nothing_is_written_before_all_is_reviewed(database):
    path = database(decide=False)
    code, out, err = run(path, "publik")
    assert (code, out) == (1, "")
    assert "Ingenting publiceras utan granskning" in err
    assert not (path.parent / "ut").exists()


def test_what_is_public_is_asked_for_only_there(database):
    code, _, err = run(database(decide=False), "dagordning", "--vad", "protokoll")
    assert code == 1
    assert "--vad" in err
