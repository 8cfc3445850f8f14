"""The example that a newcomer can try the program on."""

import hashlib
import io
from contextlib import closing

import page
import pikepdf
import pytest

from nämnd.bilaga.files import FileStore
from nämnd.core.calendar import is_workday
from nämnd.core.progress import finish
from nämnd.documents.kallelse import build_kallelse
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.exempel import make_example
from nämnd.exempel.people import HUVUDMÄN, PEOPLE
from nämnd.logg.queries import latest
from nämnd.närvaro.rules import seats
from nämnd.organisation.queries import called, huvudmän, nämnd_draft, nämnder
from nämnd.protokoll.check_queries import granskning
from nämnd.protokoll.queries import protokoll
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.dagordning import from_json, to_json
from nämnd.sammanträde.queries import sammanträden
from nämnd.store import Store, place_of
from nämnd.utbyte.export import build, write_utbyte
from nämnd.översikt.queries import findings, next_sammanträde
from tests.builders import dagordning_in, shown
from tests.conftest import NOW
from tests.nämnd.utbyte.making import another_store, export, take_in


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
    """The sammanträde to come."""
    return store.ask(lambda s: sammanträden(s, example))[0].id


@pytest.fixture
def held(store, example):
    """The sammanträde that has been."""
    return store.ask(lambda s: sammanträden(s, example))[1].id


def test_made_twice_it_is_one(store, files, example):
    assert make_example(store, files, now=NOW) == example
    assert len(store.ask(nämnder)) == 1
    assert len(store.ask(lambda s: sammanträden(s, example))) == 2


def test_it_is_one_step_in_the_log(store, example):
    (entry,) = store.ask(latest)
    assert entry.rubrik == "Lägg till exemplet"


def test_one_meeting_is_ahead_on_a_friday(store, today, example):
    row = store.ask(lambda s: sammanträden(s, example))[0]
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


def test_a_file_and_what_is_due_are_left_for_the_user(store, today, meeting):
    found = store.ask(lambda s: findings(s, meeting, today=today))
    due = "Delprojekt 3 Planerad höftkirurgi, beslut den 26 januari 2025"
    assert [(one.lack, one.where, one.what) for one in found] == [
        (Lack.KALLELSE_SOON, "2026-03-20", ""),
        (Lack.BEVAKNING, due, "Återrapport: planerad höftkirurgi"),
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
    return store.ask(lambda s: sammanträden(s, example))[0].dagar[0]


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


# The sammanträde that has been


def test_the_other_meeting_was_held_on_the_friday_before_with_a_kallelse_in_time(store, example):
    row = store.ask(lambda s: sammanträden(s, example))[1]
    assert row.dagar[0].isoformat() == "2026-02-27"
    assert row.kallelse is not None
    assert row.kallelse.isoformat() == "2026-02-18"
    assert (row.paragrafer, row.avslutat) == (row.punkter, True)


def test_it_has_all_that_a_meeting_day_has(store, held):
    found = store.ask(lambda s: protokoll(s, held))
    assert [one.nummer for one in found.paragrafer] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert all(one.klar for one in found.paragrafer)
    by_number = {one.nummer: one for one in found.paragrafer}
    [jäv] = by_number[4].jäv
    assert jäv.ersätts_av is not None
    assert found.name(jäv.ersätts_av) == "Per Ängfors (S)"
    voted = by_number[5]
    assert len(voted.yrkanden) == 2
    assert "5 Ja-röster mot 2 Nej-röster" in voted.beslutsgång
    assert [one.till_förmån_för for one in voted.reservationer] == [voted.yrkanden[0].id]
    assert {one.utfall for one in by_number[6].beslutspunkter} == {"bordläggning"}
    assert [found.name(one.person_id) for one in found.justerare] == ["Mats Öhlin (M)"]
    assert [one.läge for one in found.justeringar] == ["utkast"]
    assert [found.name(one.person_id) for one in found.frånvaro] == ["Tor Lindahl (M)"]
    assert [one.svar for one in found.frånvaro[0].inkallade] == ["nej", "ja"]


def test_seven_serve_all_day_whoever_comes_and_goes(store, held):
    found = store.ask(lambda s: protokoll(s, held))
    for one in found.paragrafer:
        serving = seats(found.närvaro, one.jäv, one.nummer)
        assert len(serving) == 7, one.nummer
    late = [row for row in found.närvaro if found.name(row.person_id) == "Ulla Ceder (KD)"]
    assert [(row.paragrafer.text, row.från_tid) for row in late] == [("4–", "09.50")]


def test_the_program_finds_nothing_to_remark_on_in_its_protokoll(store, held, today):
    assert store.ask(lambda s: granskning(s, held, today)).findings == ()


@pytest.mark.parametrize("now", [NOW, NOW.replace(month=1, day=3), NOW.replace(day=6)])
def test_the_meeting_was_some_days_ago_whenever_the_example_is_made(tmp_path, now):
    with closing(Store(place_of(str(tmp_path / "n.db")), who="Eva", clock=lambda: now)) as store:
        key = make_example(store, FileStore(store.place.files), now=now)
        ahead, past = store.ask(lambda s: sammanträden(s, key))
    assert 3 <= (now.date() - past.dagar[0]).days <= 9
    assert ahead.dagar[0].year == past.dagar[0].year or ahead.nummer_i_året == 1


def test_it_goes_out_and_in_again_as_it_is(store, files, example, tmp_path):
    path = finish(write_utbyte(build(store, files, example), files, tmp_path / "ut"))
    with another_store(tmp_path / "annan") as other:
        take_in(other, path)
        again = export(other, tmp_path / "igen", example)
        assert again.read_bytes() == path.read_bytes()
