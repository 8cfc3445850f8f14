"""Days that are pasted or written as lines are read, and what is not is said."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.organisation.rules import HuvudmanDraft
from nämnd.årsplan.frist_lines import frist_line, read_frist_lines
from nämnd.årsplan.pasting import read_spärrdagar
from nämnd.årsplan.values import Mötesfrist, SpärrdagDraft

SKÅNE, HALLAND = HuvudmanDraft("s", "Region Skåne"), HuvudmanDraft("h", "Region Halland")
BOTH = (SKÅNE, HALLAND)


def day(month: int, number: int, vad: str = "fullmäktige", owner: str | None = None):
    return SpärrdagDraft(date(2019, month, number), vad, owner)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-02-20 Region Skåne", (day(2, 20, owner="s"),)),
        ("20190220", (day(2, 20),)),
        ("20 februari 2019, Region Skåne budget", (day(2, 20, "budget", "s"),)),
        ("onsdag 20 februari Region Skåne", (day(2, 20, owner="s"),)),
        ("den 20 feb. konferens", (day(2, 20, "konferens"),)),
        ("20/2 2019 Region Halland", (day(2, 20, owner="h"),)),
        ("20/2 Region Halland", (day(2, 20, owner="h"),)),
        ("Region Halland: 13 mars, 24 april", (day(3, 13, owner="h"), day(4, 24, owner="h"))),
        ("region halland\n2019-03-13\n2019-04-24", (day(3, 13, owner="h"), day(4, 24, owner="h"))),
        ("Budget:\n13 mars och 14 mars", (day(3, 13, "Budget"), day(3, 14, "Budget"))),
        ("2019-02-20\n2019-02-20", (day(2, 20),)),
        ("2020-02-20", (SpärrdagDraft(date(2020, 2, 20)),)),
    ],
)  # fmt: skip
def test_days_are_read_as_people_write_them(text: str, expected: tuple[SpärrdagDraft, ...]) -> None:
    found = read_spärrdagar(text, 2019, BOTH)
    assert found.rows == expected
    assert found.unread == ()


@pytest.mark.parametrize(
    "text", ["hej hopp", "2019-02-30", "kl. 09.00", "31 juni", "99/99", "rum 12"]
)
def test_a_line_without_a_day_is_told_with_its_number(text: str) -> None:
    found = read_spärrdagar(f"2019-02-20\n{text}", 2019, BOTH)
    assert found.rows == (day(2, 20),)
    assert found.unread == ((2, text),)


def test_a_name_above_ends_with_an_empty_line() -> None:
    found = read_spärrdagar("Region Skåne\n2019-02-20\n\n2019-03-20", 2019, BOTH)
    assert found.rows == (day(2, 20, owner="s"), day(3, 20))


@given(st.text(max_size=400), st.integers(1, 9999))
def test_nothing_that_is_pasted_can_break_it(text: str, år: int) -> None:
    found = read_spärrdagar(text, år, BOTH)
    assert all(one.vad for one in found.rows)


@given(st.dates(date(1900, 1, 1), date(2999, 12, 31)))
def test_every_day_that_is_written_as_iso_is_read(dag: date) -> None:
    assert read_spärrdagar(f"{dag.isoformat()} x", 2019).rows == (SpärrdagDraft(dag, "x"),)


@given(
    st.builds(
        Mötesfrist,
        vad=st.sampled_from(("Stoppdag", "Beredning med presidiet", "Utskick 2", "Ö")),
        dagar=st.integers(-366, 366).filter(bool),
        slag=st.sampled_from(("kalenderdagar", "arbetsdagar")),
    )
)
def test_a_counted_day_is_read_as_it_is_written(one: Mötesfrist) -> None:
    assert read_frist_lines(frist_line(one)) == ((one,), ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Stoppdag 21", Mötesfrist("Stoppdag", -21)),
        ("stoppdag: 21 dagar", Mötesfrist("stoppdag", -21)),
        ("Beredning – 10 arbetsdagar före", Mötesfrist("Beredning", -10, "arbetsdagar")),
        ("Expediering 1 dag efter.", Mötesfrist("Expediering", 1)),
    ],
)
def test_a_counted_day_can_be_written_shorter(line: str, expected: Mötesfrist) -> None:
    assert read_frist_lines(line) == ((expected,), ())


@pytest.mark.parametrize(
    "line", ["Stoppdag", "21 dagar", "Stoppdag: 9999 dagar före", "Stoppdag tre dagar"]
)
def test_a_counted_day_without_name_or_number_is_not_read(line: str) -> None:
    assert read_frist_lines(line) == ((), (line,))
