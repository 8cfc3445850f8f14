"""Who presides, who checks, and what is amiss."""

import pytest

from nämnd.core.paragrafer import read
from nämnd.närvaro.meeting import At
from nämnd.närvaro.tasks import (
    Amiss,
    Chair,
    Presiding,
    TaskFault,
    given,
    justerare_faults,
    presiding,
    presiding_faults,
)
from tests.protokoll_values import (
    everybody_there,
    for_paragrafer,
    jäv_row,
    närvaro_row,
    protokoll_of,
)

PLACES = tuple(At(number) for number in (59, 60, 61, 62))
ROWS = everybody_there()


def test_the_ordförande_presides_when_there():
    assert presiding(protokoll_of(), At(62)) == Presiding("p1", Chair.THERE)


@pytest.mark.parametrize(("away", "proposed"), [((), "p7"), (("p7",), "p2"), (("p7", "p2"), None)])
def test_when_the_ordförande_is_away_the_vice_come_in_turn(away, proposed):
    rows = tuple(row for row in ROWS if row.person_id not in ("p1", *away))
    found = presiding(protokoll_of(närvaro=rows), At(62))
    assert found == Presiding("p1", Chair.AWAY, proposed)


def test_one_with_jäv_does_not_preside():
    found = presiding(protokoll_of(), At(62, (jäv_row("p1"),)))
    assert found == Presiding("p1", Chair.JÄV, "p7")


def test_another_may_be_named_for_a_paragraf():
    named = (for_paragrafer("p1", "–61"), for_paragrafer("p4", "62"))
    meeting = protokoll_of(ordförande=named)
    assert presiding(meeting, At(62)) == Presiding("p4", Chair.THERE)
    assert presiding(meeting, At(61)).person_id == "p1"
    assert presiding(meeting, At(63)) == Presiding(None, Chair.NOBODY, "p1")


@pytest.mark.parametrize(
    ("person", "to", "tasks"),
    [
        ("p4", "62", (("p1", "–61, 63–"), ("p4", "62"))),
        ("p4", "62–", (("p1", "–61"), ("p4", "62–"))),
        ("p4", None, (("p4", None),)),
        ("p1", "62", (("p1", None),)),
    ],
)
def test_who_takes_over_has_it_alone(person, to, tasks):
    assert given((for_paragrafer("p1"),), person, read(to)) == tasks


def test_nobody_leads_what_is_before_the_first_paragraf():
    rows = (for_paragrafer("p1"),)
    assert given(rows, "p4", read("59"), first=59) == (("p1", "60–"), ("p4", "59"))
    assert given(rows, "p4", read("59–"), first=59) == (("p4", "59–"),)
    assert given(rows, "p4", read("60"), first=59) == (("p1", "–59, 61–"), ("p4", "60"))


def test_giving_it_back_leaves_one_ordförande():
    rows = (for_paragrafer("p1", "–61, 63–"), for_paragrafer("p4", "62"))
    assert given(rows, "p1", read("62")) == (("p1", None),)


def test_paragrafer_with_nobody_or_several_presiding_are_amiss():
    rows = (for_paragrafer("p1", "59–60"), for_paragrafer("p7", "60–61"))
    assert presiding_faults(protokoll_of(), rows, PLACES) == (
        TaskFault(Amiss.NOBODY, read("62")),
        TaskFault(Amiss.SEVERAL, read("60")),
    )


def test_one_who_presides_without_serving_is_amiss():
    rows = (närvaro_row("p1", "59–61"), *ROWS[1:])
    found = presiding_faults(protokoll_of(närvaro=rows), (for_paragrafer("p1"),), PLACES)
    assert found == (TaskFault(Amiss.NOT_SERVING, read("62"), "p1"),)


def test_a_justerare_should_have_served_and_not_presided():
    meeting = protokoll_of(
        närvaro=(*ROWS[:1], närvaro_row("p2", "60–"), *ROWS[2:]),
        ordförande=(for_paragrafer("p1", "–61"), for_paragrafer("p2", "62–")),
    )
    found = justerare_faults(meeting, (for_paragrafer("p2", "59–61"),), PLACES)
    assert found == (
        TaskFault(Amiss.NOBODY, read("62")),
        TaskFault(Amiss.NOT_SERVING, read("59"), "p2"),
    )
    found = justerare_faults(meeting, (for_paragrafer("p2", "60–"),), PLACES)
    assert TaskFault(Amiss.PRESIDES, read("62"), "p2") in found


def test_nothing_is_amiss_in_a_plain_meeting():
    meeting = protokoll_of()
    assert presiding_faults(meeting, meeting.ordförande, PLACES) == ()
    assert justerare_faults(meeting, meeting.justerare, PLACES) == ()
