"""What the command line exports is in the log; where that can't be, it is said."""

import io
from contextlib import closing
from datetime import date

import pytest

from nämnd.cli import main
from nämnd.logg.queries import latest
from nämnd.store import Store, place_of
from tests.builders import a_punkt, a_sammanträde
from tests.conftest import NOW


@pytest.fixture
def place(tmp_path):
    place = place_of(str(tmp_path / "namnd.db"))
    with closing(Store(place, who="Eva Lind", clock=lambda: NOW)) as store:
        a_punkt(store, a_sammanträde(store, None, date(2026, 3, 27)))
    return place


def export(place, folder, *words):
    out, err = io.StringIO(), io.StringIO()
    asked = ["exportera", *words, "--till", str(folder), "--databas", place.shown]
    return main(asked, now=NOW, out=out, err=err), out.getvalue(), err.getvalue()


def newest(place):
    with closing(Store(place, who="Eva", clock=lambda: NOW, read_only=True)) as store:
        return store.ask(lambda session: latest(session, 1)[0].rubrik)


@pytest.mark.parametrize("what", ["kallelse", "utbyte"])
def test_an_export_is_in_the_log_with_where_it_went(place, tmp_path, what):
    code, out, err = export(place, tmp_path / "ut", what)
    assert (code, err, bool(out)) == (0, "", True)
    assert newest(place) == f"exportera {what} till {tmp_path / 'ut'}"


def test_what_was_refused_is_not_in_the_log_as_done(place, tmp_path):
    before = newest(place)
    code, _, err = export(place, tmp_path / "ut", "kallelse", "--sammantrade", "2020-01-01")
    assert code == 1
    assert err
    assert newest(place) == before


def test_while_the_window_has_it_open_the_export_is_made_and_it_is_said_that_it_is_not_noted(
    place, tmp_path
):
    before = newest(place)
    with closing(Store(place, who="Eva Lind", clock=lambda: NOW)):
        code, out, err = export(place, tmp_path / "ut", "kallelse")
    assert (code, out.strip().endswith(".pdf")) == (0, True)
    assert err == (
        "Exporten står inte i loggen, eftersom databasen är öppen i ett annat program.\n"
    )
    assert newest(place) == before
