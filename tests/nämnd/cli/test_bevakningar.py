"""`namnd bevakningar`: what is watched without a screen."""

import io
import json
from datetime import date

import pytest

from nämnd.bevakning.commands import AddBevakning, CloseBevakning
from nämnd.bevakning.values import BevakningDraft, PåDatum, VidSammanträde, Villkor
from nämnd.cli import main
from tests.builders import a_nämnd, a_sammanträde
from tests.conftest import NOW

TODAY = NOW.date()


def run(*words):
    out, err = io.StringIO(), io.StringIO()
    code = main(("bevakningar", *words), now=NOW, out=out, err=err)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def place(store):
    nämnd = a_nämnd(store)
    a_sammanträde(store, nämnd, date(2026, 11, 20))

    def watch(rubrik, förfaller, **facts):
        draft = BevakningDraft(rubrik, förfaller, **facts)
        new = AddBevakning(nämnd_id=nämnd, draft=draft, today=TODAY, bevakning_id=rubrik)
        store.do(new)

    watch("Rekvirera", PåDatum(date(2026, 12, 1)), förverkande=True, mottagare="Kammarkollegiet")
    watch("Rapport", VidSammanträde(1, 2026), ansvarig="Eva Ek")
    watch("Försenad", PåDatum(date(2026, 2, 27)))
    watch("Villkor", Villkor("när regionerna har beslutat"))
    watch("Avslutad", PåDatum(date(2026, 5, 1)))
    end = CloseBevakning(bevakning_id="Avslutad", avslut="gjord", hur="Inskickad", today=TODAY)
    store.do(end)
    place = ("--databas", str(store.place.path))
    store.close()
    return place


def test_they_stand_in_the_order_they_are_due_with_what_is_lost(place):
    code, out, err = run(*place)
    assert (code, err) == (0, "")
    late, report, claim, waits = out.splitlines()
    assert late == "2026-02-27  Försenad; 3 dagar sen, öppen [Försenad]"
    assert report == "2026-11-20  Rapport; första sammanträdet 2026; Eva Ek; öppen [Rapport]"
    assert "rätten går annars förlorad; till Kammarkollegiet; öppen" in claim
    assert waits.startswith("utan dag  Villkor; när regionerna har beslutat; öppen")


def test_from_a_day_to_a_day_as_json(place):
    code, out, _ = run(*place, "--fran", "2026-11-20", "--till", "2026-12-01", "--format", "json")
    rows = json.loads(out)
    assert code == 0
    assert [(row["id"], row["dag"], row["förverkande"]) for row in rows] == [
        ("Rapport", "2026-11-20", False),
        ("Rekvirera", "2026-12-01", True),
    ]
    assert rows[0]["förfaller"] == {"sammanträde": {"nummer": 1, "år": 2026}}


def test_what_is_closed_is_shown_when_asked_for_with_how(place):
    assert "Avslutad" not in run(*place)[1]
    assert "gjord 2026-03-02: Inskickad" in run(*place, "--alla")[1]


def test_a_calendar_file_has_what_has_a_day(place):
    code, out, err = run(*place, "--format", "ics")
    assert code == 0
    assert out.startswith("BEGIN:VCALENDAR\r\n")
    assert out.count("BEGIN:VEVENT") == 3
    assert err == "1 bevakning har ingen dag och står inte i kalenderfilen.\n"


def test_nothing_then_is_said(place):
    assert run(*place, "--fran", "2030-01-01") == (0, "", "Inget bevakas då.\n")


def test_a_day_that_is_none_is_refused(place):
    code, out, err = run(*place, "--fran", "2026-13-01")
    assert (code != 0, out) == (True, "")
    assert "2026-13-01" in err
