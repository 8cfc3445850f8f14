"""The dates of RULES.md 8, and what follows of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.anslag import rules
from nämnd.anslag.rules import (
    anslås_senast,
    justeras_senast,
    tas_ned_tidigast,
    överklagas_senast,
)
from nämnd.anslag.values import AnslagLäge
from nämnd.core.calendar import is_workday
from nämnd.organisation.rules import HuvudmanDraft
from tests.nämnd.anslag.announced import notice

SKÅNE = HuvudmanDraft("h1", "Region Skåne", anslagstavla=True)
HALLAND = HuvudmanDraft("h2", "Region Halland", anslagstavla=True)
BLEKINGE = HuvudmanDraft("h3", "Region Blekinge")
DAYS = st.dates(date(1990, 1, 1), date(2080, 12, 31))


def _days(*written: str) -> list[date]:
    return [date.fromisoformat(one) for one in written]


TABLE = [
    _days("2019-11-22", "2019-12-06", "2019-12-06", "2019-12-09", "2019-12-09", "2019-12-30",
          "2019-12-31"),
    _days("2018-06-12", "2018-06-26", "2018-06-15", "2018-06-18", "2018-06-18", "2018-07-09",
          "2018-07-10"),
    _days("2024-12-10", "2024-12-27", "2024-12-20", "2024-12-23", "2024-12-23", "2025-01-13",
          "2025-01-14"),
    _days("2020-05-20", "2020-06-03", "2020-05-28", "2020-06-01", "2020-05-29", "2020-06-22",
          "2020-06-23"),
    _days("2026-03-27", "2026-04-10", "2026-04-02", "2026-04-07", "2026-04-07", "2026-04-28",
          "2026-04-29"),
]  # fmt: skip


@pytest.mark.parametrize("row", TABLE, ids=[str(row[0]) for row in TABLE])
def test_the_days_are_as_in_the_table_of_rules(row: list[date]):
    held, checked_by, justerat, announced_by, announced, appeal_by, down = row
    assert justeras_senast(held) == checked_by
    assert anslås_senast(justerat) == announced_by
    assert överklagas_senast([announced]) == appeal_by
    assert tas_ned_tidigast([announced]) == down


def test_the_day_counted_at_kramfors_is_the_one_that_was_printed():
    assert överklagas_senast([date(2018, 4, 3)]) == date(2018, 4, 24)
    assert tas_ned_tidigast([date(2018, 4, 3)]) == date(2018, 4, 25)


@pytest.mark.parametrize("uppsatta", [[], [None], [date(2026, 4, 7), None]])
def test_the_time_does_not_run_while_a_board_is_missing(uppsatta: list[date | None]):
    assert överklagas_senast(uppsatta) is None
    assert tas_ned_tidigast(uppsatta) is None


def test_the_time_counts_from_the_last_board():
    assert överklagas_senast(_days("2026-04-02", "2026-04-10")) == date(2026, 5, 4)


@given(DAYS)
def test_the_last_days_are_working_days_on_or_after_the_time_of_the_law(day: date):
    for last, least in ((justeras_senast(day), 14), (anslås_senast(day), 2)):
        assert is_workday(last)
        assert last >= day + timedelta(days=least)
        between = [day + timedelta(days=n) for n in range(least, (last - day).days)]
        assert not any(map(is_workday, between))


@given(st.lists(DAYS, min_size=1, max_size=5))
def test_no_board_can_be_taken_down_within_three_weeks_of_the_last(days: list[date]):
    last = överklagas_senast(days)
    assert last is not None
    assert is_workday(last)
    assert last >= max(days) + timedelta(weeks=3)
    assert (last - max(days)).days <= 21 + 5  # julafton on a Thursday, with the Sunday after
    assert tas_ned_tidigast(days) == last + timedelta(days=1)
    assert överklagas_senast(sorted(days)) == överklagas_senast(sorted(days, reverse=True))


@given(DAYS, st.integers(0, 400))
def test_a_later_notice_never_shortens_the_time(day: date, later: int):
    one, other = överklagas_senast([day]), överklagas_senast([day, day + timedelta(days=later)])
    assert one is not None
    assert other is not None
    assert one <= other


@given(st.dates())
def test_any_day_that_a_file_can_hold_can_be_counted_from(day: date):
    assert justeras_senast(day)
    assert tas_ned_tidigast([day])


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("nämnd", [None]),
        ("fullmäktige", [None]),
        ("gemensam_nämnd", ["Region Skåne", "Region Halland"]),
        ("kommunalförbund", ["Region Skåne", "Region Halland"]),
        ("samverkan", []),
        ("utskott", []),
    ],
)
def test_the_legal_form_decides_on_which_boards_it_must_stand(form: str, expected: list[str]):
    found = rules.boards(form, (SKÅNE, BLEKINGE, HALLAND))
    assert [one.namn if one else None for one in found] == expected


def test_a_body_of_several_without_boards_in_its_settings_has_its_own():
    assert rules.boards("gemensam_nämnd", (BLEKINGE,)) == (None,)


def test_a_member_region_without_a_board_is_told_of_a_gemensam_nämnd_only():
    assert rules.boardless("gemensam_nämnd", (SKÅNE, BLEKINGE)) == ("Region Blekinge",)
    assert rules.boardless("kommunalförbund", (SKÅNE, BLEKINGE)) == ()


def test_a_beslut_is_appealed_as_the_legal_form_says():
    assert rules.usual_överklagande("gemensam_nämnd") == "laglighetsprövning"
    assert rules.usual_överklagande("samverkan") == "inte"


UP = date(2026, 4, 7)


@pytest.mark.parametrize(
    ("rows", "justerat", "today", "expected"),
    [
        ([], True, "2026-04-07", AnslagLäge.NOT_DEMANDED),
        ([notice(UP, demanded=False)], True, "2026-04-07", AnslagLäge.NOT_DEMANDED),
        ([notice()], False, "2026-04-07", AnslagLäge.NOT_JUSTERAT),
        ([notice()], True, "2026-04-07", AnslagLäge.MISSING),
        ([notice(UP), notice()], True, "2026-06-07", AnslagLäge.MISSING),
        ([notice(UP), notice(demanded=False)], True, "2026-04-28", AnslagLäge.RUNS),
        ([notice(UP)], True, "2026-04-28", AnslagLäge.RUNS),
        ([notice(UP)], True, "2026-04-29", AnslagLäge.TIME_OVER),
        ([notice(UP, date(2026, 4, 28))], True, "2026-05-29", AnslagLäge.DOWN_TOO_EARLY),
        ([notice(UP, date(2026, 4, 29))], True, "2026-05-29", AnslagLäge.TIME_OVER),
        ([notice(UP, UP), notice()], True, "2026-05-29", AnslagLäge.DOWN_TOO_EARLY),
        ([notice(UP, laga_kraft=date(2026, 4, 30))], True, "2026-05-29", AnslagLäge.LAGA_KRAFT),
        (
            [notice(UP, laga_kraft=date(2026, 4, 30)), notice(UP)],
            True,
            "2026-05-29",
            AnslagLäge.LAGA_KRAFT,
        ),
        (
            [notice(UP, laga_kraft=date(2026, 4, 30)), notice()],
            True,
            "2026-05-29",
            AnslagLäge.LAGA_KRAFT,
        ),
        (
            [notice(UP), notice(UP, laga_kraft=date(2026, 4, 30), demanded=False)],
            True,
            "2026-05-29",
            AnslagLäge.TIME_OVER,
        ),
    ],
)
def test_where_the_announcing_stands(rows, justerat, today, expected):
    assert rules.läge(rows, justerat=justerat, today=date.fromisoformat(today)) is expected
