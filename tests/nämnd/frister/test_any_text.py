"""Deadlines from any text: nothing raises, and what is told holds together."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.swedish import month_name, short_date
from nämnd.frister.lines import LONGEST, sentences
from nämnd.frister.reading import document_day, find_frister
from nämnd.frister.values import Slag

DAG = date(2021, 2, 1)
_WORDS = st.sampled_from(
    (
        *("senast", "den", "31", "mars", "2021", "före", "utgången av", "ska", "redovisa", "och"),
        *("fjärde", "sammanträdet", "år", "9999", "0", "99/99", "2021-02-30", "mellan", "till"),
        *("regionerna", "RSS", "-", "\n", "\n\n", ".", ":", "•", "(", "vecka 60 2021", "årligen"),
        *("1–", "29 februari", "februari", "i", "förfaller", "via", "SKR", "a@b.example", "\f"),
    )
)
_TEXTS = st.one_of(st.text(max_size=400), st.lists(_WORDS, max_size=60).map(" ".join))
_DAYS = st.dates(date(2021, 2, 1), date(2060, 12, 31))


@given(st.lists(_TEXTS, max_size=4), st.none() | st.dates(), st.none() | st.dates())
def test_no_text_raises_and_every_frist_stands_in_it(
    pages: list[str], dag: date | None, today: date | None
):
    lines = "\n".join(pages).split("\n")
    for one in find_frister(pages, dag=dag, today=today):
        assert (one.sammanträde is None) is (one.slag is not Slag.SAMMANTRÄDE)
        assert one.datum is not None or one.sammanträde is not None
        assert one.från is None or one.slag is not Slag.DATUM
        assert 1 <= one.rad <= one.rad_till <= len(lines)
        assert 1 <= one.sida <= len(pages)
        assert len(one.mening) <= LONGEST
        assert one.vad


@given(st.lists(_TEXTS, max_size=4))
def test_no_word_is_lost_between_the_sentences(pages: list[str]):
    said = "".join(one.text for one in sentences(pages))

    assert sum(one.isalpha() for one in said) <= sum(one.isalpha() for one in "".join(pages))
    assert document_day(pages) is None or isinstance(document_day(pages), date)


@given(_DAYS)
def test_any_day_that_is_written_out_is_found(day: date):
    (one,) = find_frister([f"Svar ska lämnas senast den {short_date(day)}."], dag=DAG)

    assert one.datum == day


@given(_DAYS)
def test_a_day_without_a_year_is_the_first_that_comes(day: date):
    if (day.month, day.day) == (2, 29):
        day += timedelta(days=1)
    text = f"Svar ska lämnas senast den {short_date(day).rsplit(' ', 1)[0]}."
    (one,) = find_frister([text], dag=DAG)

    assert one.datum is not None
    assert (one.datum.month, one.datum.day) == (day.month, day.day)
    assert DAG <= one.datum < date(DAG.year + 1, DAG.month, DAG.day)


@given(_DAYS, _DAYS)
def test_nothing_before_the_documents_own_day_is_proposed(day: date, own: date):
    found = find_frister([f"Svar ska lämnas senast {day.isoformat()}."], dag=own)

    assert bool(found) is (day >= own)


@given(_DAYS, _DAYS)
def test_what_is_over_today_is_marked(day: date, today: date):
    (one,) = find_frister([f"Svar ska lämnas senast {day}."], dag=DAG, today=today)

    assert one.passerad is (day < today)


@given(st.integers(1, 12), st.integers(2022, 2060))
def test_the_end_of_a_month_is_its_last_day(month: int, year: int):
    (one,) = find_frister([f"Rapport lämnas senast i {month_name(month)} {year}."], dag=DAG)

    assert one.datum is not None
    assert (one.datum + timedelta(days=1)).day == 1
    assert (one.datum.year, one.datum.month) == (year, month)


@given(
    st.sampled_from(
        [
            "den 1 ",
            "senast ",
            "a",
            "-\n",
            "1.",
            "2021-",
            "regionerna och ",
            "(",
            "ska:\n• ",
            "i mars ",
        ]
    )
)
def test_much_of_the_same_is_read_to_its_end(piece: str):
    find_frister([piece * 4_000], dag=DAG)
