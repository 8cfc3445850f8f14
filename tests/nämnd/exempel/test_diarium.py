"""The example's diarium has one of everything that a newcomer is to see."""

from contextlib import closing
from datetime import datetime

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.exempel import make_example
from nämnd.post.reading import read_mail
from nämnd.store import Store, place_of
from nämnd.ärende.handling_queries import beteckning_slips, handlingar
from nämnd.ärende.queries import diarium, skrivelser, ärende_view
from nämnd.ärende.series import read_dnr
from tests.conftest import NOW


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Hold the example for all tests here: nothing changes it."""
    path = tmp_path_factory.mktemp("exempel") / "namnd.db"
    with closing(Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)) as store:
        yield store


@pytest.fixture(scope="module")
def files(store):
    return FileStore(store.place.files)


@pytest.fixture(scope="module")
def rows(store, files):
    nämnd_id = make_example(store, files, now=NOW)
    return store.ask(lambda session: diarium(session, nämnd_id))


def of(store, rows, part):
    """Return the handlingar of the ärende whose rubrik has `part` in it."""
    key = next(row.id for row in rows if part in row.rubrik)
    return store.ask(lambda session: handlingar(session, key))


def test_every_ärende_has_a_number_of_the_own_series(rows):
    numbers = [read_dnr("ÖVSN {år}/{löpnr:04d}", row.dnr) for row in rows]
    assert None not in numbers
    assert len(set(numbers)) == len(rows) == 10


def test_there_is_one_annulled_one_secret_and_one_that_waits(store, rows):
    assert [row.rubrik for row in rows if row.makulerat] == ["Remiss om brännskador"]
    assert [row.rubrik for row in rows if row.väntar] == [
        "Gemensam rutin vid utskrivning till kommunerna"
    ]
    [secret] = [row for row in rows if row.sekretess]
    view = store.ask(lambda session: ärende_view(session, secret.id))
    assert view.draft.dölj_rubrik
    [brev] = of(store, rows, secret.rubrik)
    assert (brev.draft.dölj_från_till, brev.draft.dölj_rubrik) == (True, True)
    assert brev.draft.sekretess is not None


def test_one_beteckning_is_a_slip_of_another(store, rows):
    nämnd_id = store.ask(lambda session: ärende_view(session, rows[0].id)).nämnd_id
    [slip] = store.ask(lambda session: beteckning_slips(session, nämnd_id))
    assert (slip.skriven, slip.trolig) == ("3047/2025-12", "30417/2025-12")


def test_older_versions_are_there_and_an_annulled_handling_keeps_its_number(store, rows):
    avtal, offert, begäran = of(store, rows, "ambulanshelikopter")
    assert [one.nummer for one in avtal.versioner] == [1, 2]
    assert (offert.löpnr, offert.makulerad is not None) == (2, True)
    assert begäran.draft.riktning == "utgående"


def test_a_mail_can_be_read_and_every_file_is_there(store, files, rows):
    first, *_ = of(store, rows, "svåra brännskador")
    assert first.fil is not None
    mail = read_mail(files.read(first.fil.sha256, first.fil.filnamn), first.fil.filnamn)
    assert mail.subject == "E-post med remiss om vård vid svåra brännskador"
    assert "Svara senast den 30 april" in mail.body
    for row in rows:
        for one in store.ask(lambda session, key=row.id: handlingar(session, key)):
            assert all(files.has(version.sha256) for version in one.versioner)


def test_a_skrivelse_is_written_whose_förslag_is_the_punkts(store, rows):
    key = next(row.id for row in rows if "svåra brännskador" in row.rubrik)
    [skrivelse] = store.ask(lambda session: skrivelser(session, key))
    assert skrivelse.draft.förslag == ("Att ställa sig bakom förslaget till yttrande",)
    assert not skrivelse.registrerad


@pytest.mark.parametrize("now", [datetime(2026, 1, 5, 8), datetime(2031, 6, 2, 8)])  # noqa: DTZ001
def test_it_can_be_made_whatever_the_clock_says(tmp_path, now):
    place = place_of(str(tmp_path / "annan.db"))
    with closing(Store(place, who="Eva Lind", clock=lambda: now)) as store:
        nämnd_id = make_example(store, FileStore(place.files), now=now)
        found = store.ask(lambda session: diarium(session, nämnd_id))
        assert all(row.senast is None or row.senast <= now.date() for row in found)
