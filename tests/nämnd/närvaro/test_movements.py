"""Who came, left, stepped in and stepped down between two §§."""

from hypothesis import given
from hypothesis import strategies as st

from nämnd.närvaro.movements import Movement, Step, movements
from tests.protokoll_values import everybody_there, närvaro_row

FOUR = (59, 60, 61, 62)


def stands_in(person_id, för, set_, **facts):
    return närvaro_row(person_id, set_, roll="tjänstgörande ersättare", för=för, **facts)


def told(rows, nummer=FOUR):
    return [(one.efter, one.inför, one.step, one.person_id) for one in movements(rows, nummer)]


def test_when_all_stay_nothing_is_told():
    assert movements(everybody_there(), FOUR) == ()


def test_who_comes_late_and_who_leaves_are_told_with_the_time():
    rows = (
        närvaro_row("p1", "61–", från_tid="10.15"),
        närvaro_row("p2", "–60", till_tid="10.10", på_distans=True),
    )
    assert movements(rows, FOUR) == (
        Movement(Step.LEFT, "p2", 60, 61, "ledamot", None, "10.10", på_distans=True),
        Movement(Step.CAME, "p1", 60, 61, "ledamot", None, "10.15", på_distans=False),
    )


def test_who_returns_is_told_as_having_come():
    rows = (närvaro_row("p1", "59"), närvaro_row("p1", "61–"))
    assert told(rows) == [(59, 60, Step.LEFT, "p1"), (60, 61, Step.CAME, "p1")]


def test_an_ersättare_steps_in_and_down():
    rows = (
        närvaro_row("p13", "59, 62", roll="ersättare"),
        stands_in("p13", "p1", "60–61", från_tid="9.50"),
    )
    assert told(rows) == [(59, 60, Step.STEPPED_IN, "p13"), (61, 62, Step.STEPPED_DOWN, "p13")]
    assert [one.för for one in movements(rows, FOUR)] == ["p1", "p1"]


def test_an_ersättare_who_changes_seat_steps_in_again():
    rows = (stands_in("p13", "p1", "59–60"), stands_in("p13", "p2", "61–"))
    assert told(rows) == [(60, 61, Step.STEPPED_IN, "p13")]


def test_going_on_from_afar_is_told():
    rows = (närvaro_row("p1", "59–60"), närvaro_row("p1", "61–", på_distans=True))
    assert told(rows) == [(60, 61, Step.FROM_AFAR, "p1")]
    back = (närvaro_row("p1", "59–60", på_distans=True), närvaro_row("p1", "61–"))
    assert told(back) == [(60, 61, Step.TO_THE_ROOM, "p1")]


def test_a_guest_comes_and_goes():
    rows = (närvaro_row("p40", "60", roll="gäst"),)
    assert told(rows) == [(59, 60, Step.CAME, "p40"), (60, 61, Step.LEFT, "p40")]


def test_the_paragrafer_are_compared_in_the_order_given():
    rows = (närvaro_row("p1", "61"),)
    assert told(rows, (59, 61, 60)) == [(59, 61, Step.CAME, "p1"), (61, 60, Step.LEFT, "p1")]


SETS = st.sampled_from([None, "59", "60–", "–61", "59, 61", "62", ""])
ROWS = st.lists(
    st.tuples(st.sampled_from(["p1", "p2", "p3"]), SETS, st.sampled_from(["ledamot", "ersättare"])),
    max_size=6,
)


@given(ROWS)
def test_the_movements_lead_from_those_at_the_first_to_those_at_the_last(rows):
    found = tuple(närvaro_row(key, set_, roll=roll) for key, set_, roll in rows)

    def there(nummer):
        return {row.person_id for row in found if row.paragrafer.touches(nummer)}

    now = there(59)
    for one in movements(found, FOUR):
        if one.step is Step.CAME:
            assert one.person_id not in now
            now.add(one.person_id)
        elif one.step is Step.LEFT:
            now.remove(one.person_id)
    assert now == there(62)
