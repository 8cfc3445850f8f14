"""Sets of §§: the notation of the field, what can be done with them, and new numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core import paragrafer
from nämnd.core.paragrafer import ALL, NONE, Paragrafer, Span, between, of, punkter, read

NUMBERS = st.integers(0, 40)


def part(nummer: int, first: int, length: int) -> Span:
    return Span(nummer, nummer, str(first) if length == 0 else f"{first}–{first + length}")


WHOLE = st.builds(
    lambda first, length: Span(first, None if length is None else first + length),
    NUMBERS,
    st.none() | st.integers(0, 5),
)
PART = st.builds(part, NUMBERS, st.integers(1, 6), st.integers(0, 3))
SETS = st.lists(WHOLE | PART, max_size=5).map(paragrafer.normalised)
WHOLE_SETS = st.lists(WHOLE, max_size=5).map(paragrafer.normalised)


def members(found: Paragrafer) -> set[int]:
    return {number for number in range(60) if found.covers(number)}


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (None, None),
        ("", ""),
        ("59", "59"),
        ("59–64", "59–64"),
        ("59-64", "59–64"),
        ("59 – 64", "59–64"),
        ("§§ 59–61, 63", "59–61, 63"),
        ("59–61 och 63", "59–61, 63"),
        ("63, 59, 60, 61", "59–61, 63"),
        ("59–61, 60–62", "59–62"),
        ("59–61, 62", "59–62"),
        ("14–", "14–"),
        ("fr.o.m. § 14", "14–"),
        ("–13", "–13"),
        ("t.o.m. § 13", "–13"),
        ("fr.o.m. 14 t.o.m. 20", "14–20"),
        ("0–", None),
        ("62 punkt 2", "62 punkt 2"),
        ("62 p. 2", "62 punkt 2"),
        ("62 punkt 2-12", "62 punkt 2–12"),
        ("62 punkt 3, 62 punkt 2", "62 punkt 2–3"),
        ("62 punkt 2, 60–62", "60–62"),
        ("62 punkt 2, 62 punkt 9, 60", "60, 62 punkt 2, 62 punkt 9"),
    ],
)
def test_a_set_is_written_as_the_field_writes_it(written, text):
    assert read(written).text == text


@pytest.mark.parametrize(
    "written",
    [
        "alla", "–", "59–61–63", "61–59", "59 61", ",", "59,", "62 punkt", "62 punkt a",
        "62–63 punkt 1", "62 punkt 5–2", "62– punkt 1", "9999999", "62 punkt 1–999999999",
    ],
)  # fmt: skip
def test_what_is_no_set_is_refused(written):
    with pytest.raises(ValueError):
        read(written)


@given(SETS)
def test_what_is_written_is_read_as_the_same_set(found):
    assert read(found.text) == found


@given(SETS, st.sampled_from(["-", " – "]))
def test_a_set_is_read_with_any_dash(found, dash):
    if found.text is not None:
        assert read(found.text.replace("–", dash)) == found


@given(WHOLE_SETS, WHOLE_SETS)
def test_sums_and_differences_are_those_of_the_numbers(one, other):
    assert members(one.plus(other)) == members(one) | members(other)
    assert members(one.minus(other)) == members(one) - members(other)


@given(SETS, SETS)
def test_nothing_is_in_what_was_taken_away(one, other):
    left = one.minus(other)
    assert left.plus(one) == one
    assert not any(left.covers(number) for number in members(other))


@given(SETS, NUMBERS)
def test_a_set_is_its_beginning_and_its_end(found, nummer):
    assert found.until(nummer).plus(found.since(nummer + 1)) == found
    assert not any(found.until(nummer).touches(later) for later in range(nummer + 1, 60))
    assert not any(found.since(nummer).touches(earlier) for earlier in range(nummer))


@given(SETS, SETS)
def test_equal_sets_hold_the_same(one, other):
    def held(found: Paragrafer) -> set[object]:
        keys = [str(key) for key in range(1, 12)]
        parts = ((n, k) for n in range(60) for k in keys if found.covers(n, k))
        return {*parts, *members(found)}

    assert (one == other) == (held(one) == held(other))


@pytest.mark.parametrize(
    ("text", "nummer", "punkt", "covers"),
    [
        ("59–64", 62, None, True),
        ("59–64", 62, "2", True),
        ("59–64", 62, "b", True),
        ("62 punkt 2", 62, None, False),
        ("62 punkt 2", 62, "2", True),
        ("62 punkt 2", 62, "2–3", False),
        ("62 punkt 2–4", 62, "2–3", True),
        ("62 punkt 2–4", 62, "b", False),
        ("62 punkt 2, 62 punkt 9", 62, "2 och 9", True),
        ("62 punkt 2", 63, "2", False),
    ],
)
def test_a_punkt_is_covered_by_its_part_or_by_the_whole(text, nummer, punkt, covers):
    assert read(text).covers(nummer, punkt) is covers


def test_a_part_touches_its_paragraf_and_is_named():
    found = read("60, 62 punkt 2, 62 punkt 5–6")
    assert found.touches(62)
    assert not found.touches(61)
    assert found.parts(62) == ("2", "5–6")
    assert found.parts(60) == ()


@pytest.mark.parametrize(
    ("text", "away", "left"),
    [
        ("62 punkt 2–4", "62 punkt 3", "62 punkt 2, 62 punkt 4"),
        ("62 punkt 2–4", "62", ""),
        ("60–62", "62 punkt 3", "60–62"),
        (None, "60–", "–59"),
        ("–62", "–59", "60–62"),
    ],
)
def test_parts_are_taken_from_parts(text, away, left):
    assert read(text).minus(read(away)).text == left


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (None, set()),
        ("", set()),
        ("2", {"2"}),
        ("2–4", {"2", "3", "4"}),
        ("1, 3", {"1", "3"}),
        ("A", {"a"}),
        ("4–2", set()),
    ],
)
def test_punkter_are_read_from_what_a_beslutspunkt_is_called(text, keys):
    assert punkter(text) == keys


SHIFTED = {59: 61, 60: 62, 61: 63, 62: 64}
LAST_FIRST = {59: 60, 60: 61, 61: 62, 62: 59}


@pytest.mark.parametrize(
    ("text", "numbers", "gone", "new"),
    [
        (None, SHIFTED, (), None),
        ("59–62", SHIFTED, (), "61–64"),
        ("–60", SHIFTED, (), "–62"),
        ("61–", SHIFTED, (), "63–"),
        ("63–", SHIFTED, (), "65–"),  # came when the last was over
        ("61 punkt 2", SHIFTED, (), "63 punkt 2"),
        ("59–60", LAST_FIRST, (), "60–61"),
        ("62", LAST_FIRST, (), "59"),
        ("61–", LAST_FIRST, (), "59, 62–"),
        ("–61", LAST_FIRST, (), "–58, 60–62"),
        ("59–70", {59: 59, 62: 61}, (), "59–69"),  # planned beyond what is handled
        ("59–62", {59: 59, 61: 61, 62: 62}, (), "59–62"),  # a gap stays inside
        ("60", {59: 60, 61: 62}, (), ""),  # there was none
        ("63–", {59: 59, 60: 60}, (), "63–"),
        ("61–", {59: 59, 60: 60}, (61,), "61–"),  # the last is taken back: they came at the next
        ("60–", {59: 59, 61: 60}, (60,), "60–"),
        ("–60", {59: 59, 61: 60}, (60,), "–59"),
        ("60", {59: 59, 61: 60}, (60,), ""),
        ("59–", {}, (59,), "59–"),
        ("59", {}, (59,), ""),
        ("60 punkt 1, 61", {59: 59, 61: 60}, (60,), "60"),
    ],
)
def test_a_set_follows_its_paragrafer_to_their_new_numbers(text, numbers, gone, new):
    assert read(text).renumbered(numbers, gone).text == new


@st.composite
def renumberings(draw):
    old = sorted(draw(st.sets(st.integers(1, 30), min_size=1, max_size=8)))
    start = draw(st.integers(1, 30))
    new = draw(st.permutations(range(start, start + len(old))))
    return dict(zip(old, new, strict=True))


@given(SETS, renumberings())
def test_new_numbers_keep_who_is_at_what(found, numbers):
    new = found.renumbered(numbers)
    for old, now in numbers.items():
        assert new.covers(now) == found.covers(old)
        assert new.parts(now) == found.parts(old)
    after, now_after = max(numbers) + 1, max(numbers.values()) + 1
    assert new.covers(now_after) == found.covers(after)


@given(WHOLE_SETS, renumberings())
def test_back_to_the_old_numbers_is_the_old_set(found, numbers):
    back = {now: old for old, now in numbers.items()}
    again = found.renumbered(numbers).renumbered(back)
    assert all(again.covers(old) == found.covers(old) for old in numbers)


@given(SETS, st.sets(st.integers(1, 30), min_size=1, max_size=8))
def test_what_moves_nowhere_stays(found, numbers):
    new = found.renumbered({one: one for one in numbers})
    assert all(new.covers(one) == found.covers(one) for one in numbers)


def test_no_paragrafer_no_change():
    assert between(59, None).renumbered({}) == between(59, None)
    assert of([59, 60]) == between(59, 60)
    assert NONE.text == ""
    assert ALL.covers(7)
