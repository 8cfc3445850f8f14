"""What is pointed out before a kallelse goes out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from nämnd.sammanträde.checks import Calling, Finding, Lack, before_kallelse
from nämnd.sammanträde.dagordning import Dag, FilRow
from nämnd.sammanträde.rules import NEW_RUBRIK
from tests.builders import DAY, bilaga_row, dagordning_of, head_row, punkt_row

READY = Calling(called=24, without_email=0, kallelsetid_dagar=7, kallelsetid_slag="kalenderdagar")
LAST = date(2026, 3, 20)  # a week before DAY

OF_DIARIUM = {
    Lack.FÖRSLAG_BEHIND,
    Lack.FIL_BEHIND,
    Lack.HANDLING_ANNULLED,
    Lack.ÄRENDE_ANNULLED,
    Lack.HIDDEN_RUBRIK,
}
"""Found by nämnd.beredning.following, and tried there."""


def found(*punkter, head=None, calling=READY, today=LAST):
    """Return the findings, but for the deadline that is always there."""
    rows = punkter or (punkt_row(1, bilagor=(bilaga_row("1A"), bilaga_row("1B"))),)
    deadline, *rest = before_kallelse(dagordning_of(*rows, head=head), calling, today=today)
    assert deadline.lack in (Lack.KALLELSE_SOON, Lack.KALLELSE_LATE)
    return rest


def lacks(*punkter, head=None, calling=READY):
    return [one.lack for one in found(*punkter, head=head, calling=calling)]


def test_when_all_is_well_only_the_last_day_is_told():
    (only,) = before_kallelse(
        dagordning_of(punkt_row(1, bilagor=(bilaga_row("1"),))), READY, today=date(2026, 3, 2)
    )
    assert only == Finding(Lack.KALLELSE_SOON, where="2026-03-20", days=18)


@pytest.mark.parametrize(
    ("today", "lack", "days"),
    [
        (LAST - timedelta(days=1), Lack.KALLELSE_SOON, 1),
        (LAST, Lack.KALLELSE_SOON, 0),
        (LAST + timedelta(days=1), Lack.KALLELSE_LATE, 1),
        (DAY, Lack.KALLELSE_LATE, 7),
    ],
)
def test_the_last_day_itself_is_in_time(today, lack, days):
    (first, *_) = before_kallelse(dagordning_of(punkt_row(1)), READY, today=today)
    assert (first.lack, first.days) == (lack, days)


def test_the_last_day_is_counted_as_the_body_has_settled():
    calling = Calling(24, 0, 5, "arbetsdagar")
    early = head_row(Dag(date(2026, 4, 10), (("08.30", None),)))
    (first, *_) = before_kallelse(dagordning_of(punkt_row(1), head=early), calling, today=DAY)
    assert first.where == "2026-04-01"  # långfredag and annandag påsk lie between


def test_without_a_day_there_is_no_last_day():
    rows = before_kallelse(dagordning_of(punkt_row(1), head=head_row(dagar=())), READY, today=DAY)
    assert [one.lack for one in rows] == [Lack.TID]


@pytest.mark.parametrize(
    ("facts", "lack"),
    [
        ({"dagar": (Dag(DAY),)}, Lack.TID),
        ({"plats": ""}, Lack.PLATS),
        ({"ordförande": None}, Lack.ORDFÖRANDE),
        ({"sekreterare": None}, Lack.SEKRETERARE),
    ],
)
def test_what_the_meeting_lacks_is_told(facts, lack):
    assert lacks(head=head_row(**facts)) == [lack]


def test_of_several_days_the_one_without_a_time_is_named():
    head = head_row(Dag(DAY, (("08.30", None),)), Dag(date(2026, 3, 28)))
    assert found(head=head) == [Finding(Lack.TID, where="2026-03-28")]


def test_a_dagordning_without_punkter_is_told():
    rows = before_kallelse(dagordning_of(), READY, today=LAST)
    assert [one.lack for one in rows[1:]] == [Lack.PUNKTER]


def test_nobody_to_call_and_missing_addresses_are_told():
    assert lacks(calling=Calling(0, 0, 7, "kalenderdagar")) == [Lack.CALLED]
    (only,) = found(calling=Calling(24, 3, 7, "kalenderdagar"))
    assert (only.lack, only.where) == (Lack.EMAIL, "3")


@pytest.mark.parametrize("förslag", [(), (" ",)])
def test_a_beslut_without_anything_to_decide_is_told(förslag):
    assert found(punkt_row(1), punkt_row(2, "Priser", förslag=förslag)) == [
        Finding(Lack.FÖRSLAG, "2", "Priser", "k2")
    ]


@pytest.mark.parametrize("slag", ["information", "anmälan", "val", "formalia"])
def test_only_a_beslut_needs_something_to_decide(slag):
    assert lacks(punkt_row(1, slag=slag, förslag=())) == []


def test_a_bilaga_that_should_go_out_without_a_file_is_told():
    bilagor = (
        bilaga_row("1A", "Avtal", fil=None),
        bilaga_row("1B", fil=None, i_utskicket=False),
        bilaga_row("1C"),
    )
    assert found(punkt_row(1, bilagor=bilagor)) == [Finding(Lack.FIL, "1A", "Avtal", "k1", "b1A")]


def test_the_same_file_in_two_places_is_told_at_the_second():
    same = FilRow("samma", "missiv.pdf", 1000, 2, 1)
    rows = (
        punkt_row(1, bilagor=(bilaga_row("1", fil=same),)),
        punkt_row(2, bilagor=(bilaga_row("2A"), bilaga_row("2B", "Avtal", fil=same))),
    )
    assert found(*rows) == [Finding(Lack.SAME_FILE, "1, 2B", "Avtal", "k2", "b2B")]


def test_nothing_is_asked_of_a_punkt_that_is_withdrawn():
    same = FilRow("samma", "missiv.pdf", 1000, 2, 1)
    withdrawn = punkt_row(
        1,
        utgår="Ej färdigberett",
        förslag=(),
        bilagor=(bilaga_row("1A", fil=None), bilaga_row("1B", fil=same)),
    )
    assert lacks(withdrawn, punkt_row(2, bilagor=(bilaga_row("2", fil=same),))) == []


def test_every_kind_of_lack_can_be_found():
    every = {
        *lacks(
            punkt_row(1, NEW_RUBRIK, förslag=(), bilagor=(bilaga_row("1", fil=None),)),
            punkt_row(
                2, bilagor=tuple(bilaga_row(f"2{n}", fil=FilRow("x", "", 1, 1, 1)) for n in "AB")
            ),
            head=head_row(Dag(DAY), plats="", ordförande=None, sekreterare=None),
            calling=Calling(0, 1, 7, "kalenderdagar", ("Inköp",), (("Följ upp", "§ 1"),)),
        ),
        Lack.PUNKTER,
        Lack.KALLELSE_LATE,
        Lack.KALLELSE_SOON,
    }
    assert every | OF_DIARIUM == set(Lack)


def test_a_punkt_that_nobody_has_given_a_rubrik_is_pointed_out():
    assert lacks(punkt_row(1, NEW_RUBRIK)) == [Lack.RUBRIK]


def test_a_brådskande_beslut_that_stands_nowhere_is_told_before_all_but_the_deadline():
    calling = replace(READY, unreported=("Inköp av ambulans",))
    first, *_ = found(punkt_row(1), head=head_row(plats=""), calling=calling)
    assert (first.lack, first.what) == (Lack.BRÅDSKANDE, "Inköp av ambulans")


def test_what_is_to_be_followed_up_and_stands_nowhere_is_told_with_where_it_comes_from():
    calling = replace(READY, to_follow_up=(("Uppföljning", "§ 62 den 7 juni 2018"),))
    first, *_ = found(punkt_row(1), head=head_row(plats=""), calling=calling)
    assert (first.lack, first.what, first.where) == (
        Lack.BEVAKNING,
        "Uppföljning",
        "§ 62 den 7 juni 2018",
    )
