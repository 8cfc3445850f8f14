"""`namnd exportera arshjul`: the year without a screen."""

import io
import json
from datetime import date

import pytest
from icalendar import Calendar

from nämnd.cli import main
from nämnd.årsplan.commands import AddSpärrdagar, PlanYear
from nämnd.årsplan.values import PlannedMeeting, SpärrdagDraft
from tests.builders import a_nämnd
from tests.conftest import NOW


@pytest.fixture
def run(store, tmp_path):
    nämnd = a_nämnd(store, "Vårdnämnden")
    möten = tuple(PlannedMeeting(date(år, 11, 20), "08.30", "15.00") for år in (2026, 2027))
    store.do(PlanYear(nämnd_id=nämnd, möten=möten), "planera")
    rows = (SpärrdagDraft(date(2027, 2, 17), "Budget"),)
    store.do(AddSpärrdagar(nämnd_id=nämnd, rows=rows), "x")
    place = str(store.place.path)
    store.close()

    def export(*words):
        out, err = io.StringIO(), io.StringIO()
        asked = ("exportera", "arshjul", *words, "--databas", place, "--till", str(tmp_path))
        code = main(asked, now=NOW, out=out, err=err)
        return code, out.getvalue().strip(), err.getvalue()

    return export


def test_the_year_now_is_a_pdf_when_nothing_else_is_said(run, tmp_path):
    code, said, err = run()
    assert (code, err) == (0, "")
    assert said == str(tmp_path / "Årshjul 2026 Vårdnämnden.pdf")
    assert (tmp_path / "Årshjul 2026 Vårdnämnden.pdf").read_bytes().startswith(b"%PDF")


def test_as_data_every_post_has_its_day_and_its_words(run, tmp_path):
    assert run("--ar", "2027", "--format", "json")[0] == 0
    found = json.loads((tmp_path / "Årshjul 2027 Vårdnämnden.json").read_bytes())
    assert found["år"] == 2027
    assert [(one["slag"], one["dag"]) for one in found["poster"]][:1] == [
        ("spärrdag", "2027-02-17")
    ]
    assert "Lördag 20 november 2027: Sammanträde 1." in [one["i_ord"] for one in found["poster"]]


def test_a_calendar_file_has_only_the_year_s_sammanträden(run, tmp_path):
    assert run("--ar", "2027", "--format", "ics")[0] == 0
    data = (tmp_path / "Årshjul 2027 Vårdnämnden.ics").read_bytes()
    (event,) = Calendar.from_ical(data).walk("VEVENT")
    assert b"DTSTART;TZID=Europe/Stockholm:20271120T083000" in event.to_ical()


def test_a_form_there_is_not_is_refused_in_swedish(run):
    code, _, err = run("--format", "docx")
    assert code != 0
    assert "finns inte som docx" in err
