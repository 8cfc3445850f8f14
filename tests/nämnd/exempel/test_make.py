"""The example that a newcomer can try the program on."""

import hashlib
import io

import page
import pikepdf
import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.calendar import is_workday
from nämnd.documents.kallelse import build_kallelse
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.exempel import make_example
from nämnd.exempel.people import HUVUDMÄN, PEOPLE
from nämnd.logg.queries import latest
from nämnd.organisation.queries import called, huvudmän, nämnd_draft, nämnder
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.dagordning import from_json, to_json
from nämnd.sammanträde.queries import sammanträden
from nämnd.store import Store, place_of
from nämnd.översikt.queries import findings, next_sammanträde
from tests.builders import dagordning_in, shown
from tests.conftest import NOW


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Hold the example for all tests here: nothing changes it."""
    path = tmp_path_factory.mktemp("exempel") / "namnd.db"
    store = Store(place_of(str(path)), who="Eva Lind", clock=lambda: NOW)
    yield store
    store.close()


@pytest.fixture(scope="module")
def files(store):
    return FileStore(store.place.files)


@pytest.fixture(scope="module")
def example(store, files):
    return make_example(store, files, now=NOW)


@pytest.fixture
def meeting(store, example):
    (row,) = store.ask(lambda s: sammanträden(s, example))
    return row.id


def test_made_twice_it_is_one(store, files, example):
    assert make_example(store, files, now=NOW) == example
    assert len(store.ask(nämnder)) == 1
    assert len(store.ask(lambda s: sammanträden(s, example))) == 1


def test_it_is_one_step_in_the_log(store, example):
    (entry,) = store.ask(latest)
    assert entry.rubrik == "Lägg till exemplet"


def test_the_meeting_is_ahead_on_a_friday(store, today, example):
    (row,) = store.ask(lambda s: sammanträden(s, example))
    assert row.dagar[0].isoformat() == "2026-03-27"
    assert is_workday(row.dagar[0])
    found = store.ask(lambda s: next_sammanträde(s, example, today=today))
    assert found is not None
    assert found.dagordning.sammanträde.id == row.id


def test_it_shows_every_kind_of_beteckning(store, meeting):
    assert shown(store, meeting) == [
        "1",
        "2",
        "3",
        "4 4A 4B",
        "5 5A 5B 5C",
        "6 6",
        "7 7",
        "8 A B C",
        "9",
    ]


def test_every_file_is_there_and_is_what_it_is_said_to_be(store, files, meeting):
    kept = [bilaga.fil for bilaga in dagordning_in(store, meeting).bilagor if bilaga.fil]
    assert len(kept) == 9
    for fil in kept:
        data = files.read(fil.sha256, fil.filnamn)
        assert hashlib.sha256(data).hexdigest() == fil.sha256
        assert len(data) == fil.storlek
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert len(pdf.pages) == fil.sidor
        assert fil.filnamn.endswith(".pdf")
    assert len({fil.sha256 for fil in kept}) == len(kept)


def test_only_the_file_that_is_left_for_the_user_is_missing(store, today, meeting):
    found = store.ask(lambda s: findings(s, meeting, today=today))
    assert [(one.lack, one.where, one.what) for one in found] == [
        (Lack.KALLELSE_SOON, "2026-03-20", ""),
        (Lack.FIL, "7", "Tidplan för upphandlingen"),
    ]


def test_every_person_is_called_by_the_region_that_appointed_them(store, example):
    regions = {one.namn: one for one in store.ask(lambda s: huvudmän(s, example))}
    found = store.ask(lambda s: called(s, example, dagordning_day(store, example)))
    assert len(found.all) == len(PEOPLE)
    for name, region in regions.items():
        seats = sum(row.huvudman == name for row in found.ledamöter)
        deputies = sum(row.huvudman == name for row in found.ersättare)
        assert (seats, deputies) == (region.platser, region.ersättarplatser)
    assert [one.namn for one in HUVUDMÄN] == list(regions)


def dagordning_day(store, example):
    (row,) = store.ask(lambda s: sammanträden(s, example))
    return row.dagar[0]


def test_addresses_are_plain_and_nobody_can_get_mail_there(store, example):
    found = store.ask(lambda s: called(s, example, dagordning_day(store, example)))
    for row in found.all:
        assert row.person.epost is not None
        assert row.person.epost.isascii()
        assert row.person.epost.endswith("@exempel.se")


def test_its_dagordning_can_be_kept_as_json(store, meeting):
    dagordning = dagordning_in(store, meeting)
    assert from_json(to_json(dagordning)) == dagordning


def test_its_kallelse_is_a_valid_pdf(store, example, meeting):
    draft = store.ask(lambda s: nämnd_draft(s, example))
    people = store.ask(lambda s: called(s, example, dagordning_day(store, example)))
    document = build_kallelse(Sender(draft), dagordning_in(store, meeting), people)
    data = pdf_bytes(document, created=NOW)
    for profile in ("ua1", "2a"):
        assert page.validate_pdf_bytes(data, profile=profile).failures == []
