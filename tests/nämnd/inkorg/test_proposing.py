"""What is proposed of a file, by table."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.filtext.kinds import FileKind
from nämnd.inkorg.proposing import (
    day_in,
    day_of_file,
    day_of_mail,
    rubrik_of,
    slag_of,
    subject_of,
)

TODAY = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("name", "heading", "title", "rubrik"),
    [
        ("Remissvar_Region_Å.pdf", "", "", "Remissvar Region Å"),
        ("Remissvar Region Å.pdf", "", "Protokoll 2012 från en mall", "Remissvar Region Å"),
        ("scan0001.pdf", "", "Yttrande över remiss", "Yttrande över remiss"),
        ("scan0001.pdf", "", "Microsoft Word - Dokument1.docx", "scan0001"),
        ("1900525.docx", "Tjänsteskrivelse om vård", "x", "Tjänsteskrivelse om vård"),
        ("Yttrande Region Norr.docx", "Yttrande", "", "Yttrande Region Norr"),
        ("a.docx", "Yttrande", "Dokument", "Yttrande"),
        ("Missiv vård (2).pdf", "", "", "Missiv vård"),
        ("Missiv vård - kopia.pdf", "", "", "Missiv vård"),
        ("yttrande-over-remiss-2026.pdf", "", "", "yttrande over remiss 2026"),
        ("Rapport.pdf", "", "Microsoft Word - Årsrapport för vården.docx", "Årsrapport för vården"),
        (".pdf", "", "", "Namnlös"),
        ("a\u202efdp.exe", "", "", "a\ufffdfdp"),
    ],
)
def test_a_rubrik_is_the_first_that_says_something(name, heading, title, rubrik):
    assert rubrik_of(name, heading, title) == rubrik


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("2019-02-11 Missiv.pdf", date(2019, 2, 11)),
        ("Missiv 20190211.pdf", date(2019, 2, 11)),
        ("missiv_2019_02_11_v2.pdf", date(2019, 2, 11)),
        ("190211 Missiv.pdf", date(2019, 2, 11)),
        ("Missiv 2019-13-40.pdf", None),
        ("Missiv 2027-01-01.pdf", None),
        ("dnr 1900525.pdf", None),
        ("SRVN 2019-0088.pdf", None),
        ("19-021188.pdf", None),
    ],
)
def test_a_date_is_found_in_a_name(name, day):
    assert day_in(name, TODAY) == day


def test_a_file_without_a_date_has_the_day_it_was_changed():
    changed = datetime(2026, 1, 15, 12, tzinfo=UTC).timestamp()
    assert day_of_file("a.pdf", changed, TODAY) == date(2026, 1, 15)
    assert day_of_file("a.pdf", 0, TODAY) == TODAY
    assert day_of_file("a.pdf", 1e300, TODAY) == TODAY


def test_a_mail_without_a_sensible_date_is_of_today():
    assert day_of_mail(datetime(2026, 2, 3, 12, tzinfo=UTC), TODAY) == date(2026, 2, 3)
    assert day_of_mail(datetime(1, 1, 1, tzinfo=UTC), TODAY) == TODAY
    assert day_of_mail(datetime(9999, 12, 31, 23, tzinfo=UTC), TODAY) == TODAY
    assert day_of_mail(None, TODAY) == TODAY


@pytest.mark.parametrize(
    ("subject", "cleaned"),
    [
        ("SV: VB: Re[2]: Remiss", "Remiss"),
        ("Svar på remiss", "Svar på remiss"),
        ("Fwd:Remiss", "Remiss"),
        ("Återremiss: vad nu?", "Återremiss: vad nu?"),
        ("Re: ", ""),
    ],
)
def test_a_subject_loses_what_the_mail_program_put_before_it(subject, cleaned):
    assert subject_of(subject) == cleaned


@pytest.mark.parametrize(
    ("rubrik", "slag"),
    [
        ("Tjänsteskrivelse om vård", "tjänsteskrivelse"),
        ("Remissvar från Region Å", "remissvar"),
        ("Remiss om vård", "remiss"),
        ("Yttrande över remiss", "yttrande"),
        ("Protokollsutdrag § 62", "protokollsutdrag"),
        ("Delårsrapport", "rapport"),
        ("Avtalsrörelsen", "avtal"),
        ("Om vården", None),
    ],
)
def test_a_slag_is_known_by_its_word(rubrik, slag):
    assert slag_of(rubrik, "a.pdf", FileKind.PDF) == slag


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_a_rubrik_is_always_one_line_with_something_in_it(name, heading, title):
    rubrik = rubrik_of(name, heading, title)
    assert rubrik == " ".join(rubrik.split()) != ""
    assert rubrik.isprintable()
