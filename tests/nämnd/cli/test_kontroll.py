"""`namnd kontrollera` and `namnd exportera arkiv`: without a screen."""

import io
import json

import pytest

from nämnd.cli import main
from nämnd.store import Store, place_of
from tests.conftest import NOW
from tests.nämnd.arkiv.archiving import ARCHIVED, Archive
from tests.nämnd.arkiv.conftest import cheap_keys  # noqa: F401 - used by name

LATER = ARCHIVED.astimezone()


@pytest.fixture
def archive(store, files, tmp_path, cheap_keys):  # noqa: F811
    folder = tmp_path / "annat"
    folder.mkdir()
    return Archive(store, files, folder)


def run(*words, now=LATER):
    out, err = io.StringIO(), io.StringIO()
    code = main(words, now=now, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def database(archive):
    archive.store.close()
    return archive.store.place.path


def test_a_sammanträde_is_archived_checked_and_recorded(database, tmp_path):
    where = ("--databas", str(database))
    code, out, err = run("exportera", "arkiv", *where, "--till", str(tmp_path / "ut"))
    assert code == 0
    folder = out.strip()
    assert folder == str(tmp_path / "ut" / "Arkiv VÅN 2026-03-27")
    assert "är inte PDF/A" in err
    assert "Saknas: Offentlig version: ingen har gjorts." in err

    code, out, err = run("kontrollera", folder, *where)
    assert (code, err) == (0, "")
    assert out.startswith("Arkiv VÅN 2026-03-27. Arkivmappen: inget fel.")
    assert "Stämmer: Listan med kontrollsummor är exakt den som programmet skrev." in out
    assert "protokoll/Protokoll 2026-03-27 § 1.pdf" in out

    code, out, err = run("kontrollera", folder, *where, "--format", "json")
    told = json.loads(out)
    assert (told["slag"], told["stämmer"], told["databas"]) == ("arkiv", True, True)
    assert [one["namn"] for one in told["underskrifter"]] == ["Anna Ek", "Bo Alm"]
    assert [one["oförändrad"] for one in told["underskrifter"]] == [True, True]

    code, out, _ = run("exportera", "arkiv", *where, "--till", str(tmp_path / "ut"))
    assert code == 1

    code, out, _ = run("kontrollera", "logg", *where)
    assert code == 0
    assert "inget fel" in out


def test_something_wrong_gives_exit_code_1(database, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7 /ByteRange trasig")
    code, out, _ = run("kontrollera", str(path), "--databas", str(database))
    assert code == 1
    assert "Fel: Filen är skadad" in out
    code, out, _ = run("kontrollera", str(path), "--databas", str(database), "--format", "json")
    assert code == 1
    assert not json.loads(out)["stämmer"]


def test_it_works_without_a_database(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "hem"))
    from tests.nämnd.arkiv.archiving import a_pdf

    path = tmp_path / "a.pdf"
    path.write_bytes(a_pdf("Något"))
    code, out, err = run("kontrollera", str(path))
    assert (code, err) == (0, "")
    assert "Kontrollen gjordes utan databas" in out


def test_a_database_that_is_named_must_be_there(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    code, out, err = run("kontrollera", str(path), "--databas", str(tmp_path / "borta.db"))
    assert (code, out) == (1, "")
    assert err


def test_what_is_not_justerat_is_not_archived(tmp_path, now):
    from tests.nämnd.justering.sets import Set

    place = place_of(str(tmp_path / "namnd.db"))
    store = Store(place, who="Eva Lind", clock=lambda: NOW)
    Set(store)
    store.close()
    till = ("--databas", str(place.path), "--till", str(tmp_path / "ut"))
    code, out, err = run("exportera", "arkiv", *till)
    assert (code, out) == (1, "")
    assert "är inte justerade än" in err
    assert not (tmp_path / "ut").exists()


def test_an_archive_has_no_format_to_choose(database, tmp_path):
    where = ("--databas", str(database), "--till", str(tmp_path / "ut"))
    code, _, err = run("exportera", "arkiv", "--format", "pdf", *where)
    assert code == 1
    assert "Välj mapp" in err
