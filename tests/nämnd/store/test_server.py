"""A database that is asked through an address: no file of ours, no lock, no copies.

SQLite stands in for the server, spoken to by its address alone.
"""

from contextlib import closing

import pytest
from sqlalchemy import create_engine, select

from nämnd.core.errors import (
    DatabaseNewerError,
    DatabaseReadOnlyError,
    DatabaseUnreachableError,
    NotADatabaseError,
)
from nämnd.error_messages import message_for
from nämnd.store import Place, Store
from nämnd.store.schema import HEAD
from nämnd.tables import Person
from tests.builders import a_person
from tests.conftest import NOW
from tests.nämnd.store.later import NEXT, later_schema


@pytest.fixture
def server(tmp_path):
    return Place(f"sqlite:///{tmp_path}/server", None, tmp_path / "filer", tmp_path / "kopior")


def opened(place, **how):
    return closing(Store(place, who="Eva", clock=lambda: NOW, **how))


def write_version(place, version):
    engine = create_engine(place.url)
    with engine.begin() as link:
        link.exec_driver_sql("UPDATE alembic_version SET version_num = ?", (version,))
    engine.dispose()


def names(session):
    return session.scalars(select(Person.namn)).all()


def test_it_is_made_used_and_opened_again_by_several(server, tmp_path):
    with opened(server) as one, opened(server) as two:
        a_person(one, "Anna")
        assert two.ask(names) == ["Anna"]
    with opened(server, read_only=True) as reader:
        assert reader.ask(names) == ["Anna"]
        with pytest.raises(DatabaseReadOnlyError) as caught:
            a_person(reader, "Bo")
    assert "server" in message_for(caught.value)
    assert [path.name for path in tmp_path.iterdir()] == ["server"]


def test_its_schema_is_brought_up_to_date_without_a_copy_of_ours(server, tmp_path):
    with opened(server) as store:
        a_person(store, "Anna")
    with opened(server, schema=later_schema(tmp_path)) as store:
        assert store.ask(names) == ["Anna"]
    assert not server.backups.exists()
    with pytest.raises(DatabaseNewerError) as caught:
        Store(server, who="Eva", clock=lambda: NOW)
    assert (caught.value.found, caught.value.known) == (NEXT, HEAD)


def test_the_schema_of_another_program_is_not_touched(server):
    with opened(server):
        pass
    write_version(server, "1975ea83b712")
    with pytest.raises(NotADatabaseError):
        Store(server, who="Eva", clock=lambda: NOW)


@pytest.mark.parametrize("there", [False, True], ids=["empty", "older"])
def test_reading_brings_nothing_up_to_date(server, tmp_path, there):
    if there:
        with opened(server):
            pass
    with pytest.raises(DatabaseUnreachableError) as caught:
        Store(server, who="Eva", clock=lambda: NOW, read_only=True, schema=later_schema(tmp_path))
    assert "inte uppdaterad" in message_for(caught.value)


def test_one_that_does_not_answer_is_named(tmp_path):
    away = Place(f"sqlite:///{tmp_path}/borta/server", None, tmp_path, tmp_path)
    with pytest.raises(DatabaseUnreachableError) as caught:
        Store(away, who="Eva", clock=lambda: NOW)
    assert "borta/server" in message_for(caught.value)
