"""The drawn year: every post is there, on its day, and no two labels overlap."""

from datetime import date
from math import atan2, pi

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.årsplan.picture import Circle, Ink, Paper, Polygon, Shape, Words
from nämnd.årsplan.symbols import legend, symbol
from nämnd.årsplan.timeline import timeline
from nämnd.årsplan.values import Slag, Årspost
from nämnd.årsplan.wheel import wheel
from tests.nämnd.årsplan.pictures import POSTER, ÅR, check, measure, paper, real_year

TODAY = date(ÅR, 11, 12)
WIDTHS = st.floats(560, 1600)
UNITS = st.floats(0.5, 2)


@settings(max_examples=30)
@given(POSTER, WIDTHS, UNITS)
def test_no_two_labels_of_a_timeline_overlap_whatever_the_year_holds(poster, width, unit) -> None:
    drawn = timeline(poster, ÅR, TODAY, paper(width, unit))
    check(drawn, len(poster))
    labelled = [one for one in drawn.spots if one.label]
    assert len(labelled) == sum(1 for one in poster if one.slag is not Slag.SPÄRRDAG)


@settings(max_examples=30)
@given(POSTER, st.floats(700, 1600), st.floats(0.5, 1.5), st.floats(450, 1000))
def test_no_two_labels_of_a_wheel_overlap_whatever_the_year_holds(
    poster, width, unit, high
) -> None:
    check(wheel(poster, ÅR, TODAY, paper(width, unit, high)), len(poster))


@given(st.dates(date(ÅR, 1, 1), date(ÅR, 12, 31)))
def test_a_mark_of_the_timeline_stands_on_its_day(dag: date) -> None:
    drawn = timeline([Årspost(Slag.BEVAKNING, dag, "Svar", "k")], ÅR, TODAY, paper())
    mark = drawn.spots[0].mark
    expected = ((dag - date(ÅR, 1, 1)).days + 0.5) / 366 * 900
    assert mark.x + mark.width / 2 == pytest.approx(expected)


@given(st.dates(date(ÅR, 1, 1), date(ÅR, 12, 31)))
def test_a_mark_of_the_wheel_stands_at_the_angle_of_its_day(dag: date) -> None:
    drawn = wheel([Årspost(Slag.BEVAKNING, dag, "Svar", "k")], ÅR, TODAY, paper())
    mark = drawn.spots[0].mark
    _, keys = legend((Årspost(Slag.BEVAKNING, dag, "Svar", "k"),), paper(), 0)
    x, y = mark.x + mark.width / 2 - 450, (640 - keys) / 2 - (mark.y + mark.height / 2)
    expected = ((dag - date(ÅR, 1, 1)).days + 0.5) / 366 * 2 * pi
    assert atan2(x, y) % (2 * pi) == pytest.approx(expected)


def test_the_labels_of_each_side_of_the_wheel_stand_in_the_order_of_the_days() -> None:
    poster = real_year()
    drawn = wheel(poster, 2019, TODAY, paper())
    right = [one for one in drawn.spots if one.label and one.label.x > 450]
    by_height = sorted(right, key=lambda one: one.label.y if one.label else 0)
    assert [poster[one.number].dag for one in by_height] == sorted(
        poster[one.number].dag for one in right
    )


def test_where_there_is_no_room_for_all_labels_sammanträden_and_late_things_keep_theirs() -> None:
    many = [Årspost(Slag.MÖTESFRIST, date(2019, 1, 1 + n), f"Stoppdag {n}", "s") for n in range(30)]
    kept = Årspost(Slag.SAMMANTRÄDE, date(2019, 1, 31), "Sammanträde 1", "s")
    late = Årspost(Slag.BEVAKNING, date(2019, 2, 1), "Svar", "b", sen=True)
    drawn = wheel([*many, kept, late], 2019, TODAY, paper(height=450))
    assert drawn.spots[30].label is not None
    assert drawn.spots[31].label is not None
    without = sum(1 for one in drawn.spots if one.label is None)
    assert without > 0
    said = [one.text for one in drawn.shapes if isinstance(one, Words)]
    assert f"{without} utan etikett" in said


def test_posts_of_other_years_are_left_out() -> None:
    poster = [*real_year(2018), *real_year(2019)]
    for drawn in (timeline(poster, 2019, TODAY, paper()), wheel(poster, 2019, TODAY, paper())):
        assert {poster[one.number].dag.year for one in drawn.spots} == {2019}


def test_today_is_marked_only_in_its_own_year() -> None:
    for today, expected in ((date(2019, 11, 12), True), (date(2020, 11, 12), False)):
        drawn = timeline(real_year(), 2019, today, paper())
        assert ("i dag" in [one.text for one in drawn.shapes if isinstance(one, Words)]) is expected


def test_an_empty_year_is_drawn_too() -> None:
    assert timeline([], 2019, TODAY, paper()).spots == ()
    words = [one.text for one in wheel([], 2019, TODAY, paper()).shapes if isinstance(one, Words)]
    assert "2019" in words
    assert {"jan", "dec", "0 sammanträden"} <= set(words)


def test_a_label_that_is_too_long_is_cut_with_an_ellipsis_and_nothing_else_is() -> None:
    long = Årspost(Slag.BEVAKNING, date(2019, 6, 1), "Redovisning " * 30, "b")
    drawn = timeline([long], 2019, TODAY, paper(600))
    (text,) = [one.text for one in drawn.shapes if isinstance(one, Words) and "Redo" in one.text]
    assert text.endswith("…")
    assert Paper(100, 1, measure).short("kort", 12, 100) == "kort"


def outline(shape: Shape) -> tuple[str, bool, bool]:
    """Return what is left of a shape without its colour: form, whether hollow, whether large."""
    if not isinstance(shape, Circle):
        return type(shape).__name__, False, False
    return "Circle", shape.fill is Ink.SURFACE, shape.r >= 5


def test_each_kind_has_a_shape_of_its_own_so_that_colour_never_says_it_alone() -> None:
    day = date(2019, 1, 1)
    shapes = {slag: tuple(map(outline, symbol(Årspost(slag, day, ""), 0, 0, 5))) for slag in Slag}
    assert len(set(shapes.values())) == len(shapes)


def test_what_forfeits_a_right_has_the_mark_of_a_warning_until_it_is_done() -> None:
    post = Årspost(Slag.BEVAKNING, date(2019, 1, 1), "", förverkande=True)
    done = Årspost(Slag.BEVAKNING, date(2019, 1, 1), "", förverkande=True, klar=True)
    assert any(isinstance(one, Polygon) for one in symbol(post, 0, 0, 5))
    assert not any(isinstance(one, Polygon) for one in symbol(done, 0, 0, 5))
