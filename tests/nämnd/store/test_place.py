"""What the user may write after --databas."""

from contextlib import closing

import pytest
from sqlalchemy import select

from nämnd.core.errors import DatabaseUnreachableError, FolderNotWritableError, NotAFileError
from nämnd.error_messages import message_for
from nämnd.store import Store, default_place, place_of
from nämnd.tables import Person
from tests.builders import a_person
from tests.conftest import NOW


def names(session):
    return session.scalars(select(Person.namn)).all()


NAMES = ("nämnd åäö.db", "100 %.db", "frågan?.db", "nr #3.db", "a%20b.db", "=.db", "x.sqlite", "x")
FORMS = ("path", "relative", "url")


@pytest.mark.parametrize(
    ("name", "form"),
    # a question mark in a URL begins its settings: that is the next test
    [(name, form) for name in NAMES for form in FORMS if form != "url" or "?" not in name],
)
def test_any_name_of_a_file_is_that_file(tmp_path, monkeypatch, name, form):
    monkeypatch.chdir(tmp_path)
    address = {
        "path": str(tmp_path / name),
        "url": f"sqlite:///{tmp_path / name}",
        "relative": name,
    }
    place = place_of(address[form])
    assert place.path == tmp_path / name
    with closing(Store(place, who="Eva", clock=lambda: NOW)) as store:
        a_person(store)
    with closing(Store(place, who="Eva", clock=lambda: NOW, read_only=True)) as store:
        assert store.ask(names) == ["Anna Ek"]
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([name, f"{name}.lock"])


def test_settings_in_an_address_of_sqlite_are_refused_rather_than_taken_for_a_name(tmp_path):
    with pytest.raises(DatabaseUnreachableError) as caught:
        place_of(f"sqlite:///{tmp_path}/namnd.db?timeout=5")
    assert "ange bara sökvägen" in message_for(caught.value)


def test_a_tilde_is_the_users_own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert place_of("~/namnd.db").path == tmp_path / "namnd.db"
    unknown = place_of("~ingen-sådan/namnd.db").path
    assert unknown is not None
    assert unknown.parts[-2:] == ("~ingen-sådan", "namnd.db")


def test_two_ways_to_one_file_are_one_place(tmp_path):
    (tmp_path / "mapp").mkdir()
    (tmp_path / "genväg").symlink_to(tmp_path / "mapp")
    assert place_of(f"{tmp_path}/genväg/namnd.db") == place_of(f"{tmp_path}/mapp/../mapp/namnd.db")


def test_databases_beside_each_other_share_nothing(tmp_path):
    places = [place_of(str(tmp_path / name)) for name in ("a.db", "a.sqlite", "a")]
    folders = [folder for place in places for folder in (place.files, place.backups, place.lock)]
    assert len(set(folders)) == 9


@pytest.mark.parametrize("address", ["/", "", ".", "sqlite://", "sqlite:///"])
def test_an_address_that_is_only_a_folder_is_refused(address):
    with pytest.raises(NotAFileError):
        Store(place_of(address), who="Eva", clock=lambda: NOW)


def test_a_drive_letter_is_no_kind_of_database():
    assert place_of("C://Users/Eva/namnd.db").path is not None


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("postgresql+psycopg://eva:hemligt@filer.exempel/namnd", "psycopg"),
        ("postgresql+psycopg://eva:hem@ligt@filer.exempel/namnd", "psycopg"),
        ("postgresql+psycopg://filer.exempel/namnd?password=hemligt", "psycopg"),
        ("finnsinte://eva:hemligt@filer.exempel/namnd", "inte en form som programmet känner"),
        ("postgresql+psycopg://eva:hemligt@filer.exempel:port/namnd", "inte en form"),
    ],
)
def test_a_server_that_can_not_be_asked_is_named_without_its_password(address, why):
    with pytest.raises(DatabaseUnreachableError) as caught:
        Store(place_of(address), who="Eva", clock=lambda: NOW)
    said = message_for(caught.value)
    assert "filer.exempel" in said
    assert why in said
    assert "ligt" not in said
    assert "ligt" not in repr(caught.value)


def test_the_default_place_lies_in_the_users_own_folder_and_is_made(tmp_path, monkeypatch):
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "a" / "b"))
    place = default_place()
    assert place.path == tmp_path / "a" / "b" / "namnd.db"
    with closing(Store(place, who="Eva", clock=lambda: NOW)):
        pass


def test_a_default_place_that_can_not_be_made_is_named(tmp_path, monkeypatch):
    (tmp_path / "fil").touch()
    monkeypatch.setattr("platformdirs.user_data_dir", lambda *_, **__: str(tmp_path / "fil" / "b"))
    with pytest.raises(FolderNotWritableError) as caught:
        default_place()
    assert str(tmp_path / "fil" / "b") in message_for(caught.value)
