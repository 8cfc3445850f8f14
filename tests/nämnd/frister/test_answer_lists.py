"""What «Hitta frister» finds in the five real documents, counted against the answer lists."""

from datetime import date

import pytest

from nämnd.frister.reading import document_day, find_frister
from tests.nämnd.frister.answers import (
    ANNEXES,
    SEEDS,
    Score,
    annex_text,
    read_answers,
    score,
    seed_text,
)

pytestmark = pytest.mark.skipif(
    not SEEDS.exists(), reason="the real documents are not beside the project (../shared/seeds)"
)
_DOCUMENTS = ("000", "001", "002", "003", "004")
_ANNEX_DAY = date(2021, 5, 1)


def _whole(seed: str) -> Score:
    answers, day = read_answers(seed)
    return score(find_frister([seed_text(seed)], dag=day), answers)


def _annex(seed: str) -> Score:
    answers, _ = read_answers(seed)
    return score(find_frister([annex_text(seed)], dag=_ANNEX_DAY), answers, embedded=True)


def _everything() -> Score:
    together = Score()
    for seed in _DOCUMENTS:
        together.add(_whole(seed))
    for seed in ANNEXES:
        together.add(_annex(seed))
    return together


def _told(counted: Score) -> str:
    return (
        f"recall {counted.recall:.0%}, precision {counted.precision:.0%}, vem "
        f"{counted.share('vem'):.0%}, till {counted.share('till'):.0%}, förverkande "
        f"{counted.share('förverkande'):.0%}\nmissed {counted.missed}\nwrong {counted.wrong}"
    )


def _show(name: str, counted: Score) -> None:
    print(name, _told(counted))  # noqa: T201 - shown by pytest -s: how good it is


@pytest.mark.parametrize("seed", _DOCUMENTS)
def test_what_binds_is_found_and_little_else(seed: str):
    counted = _whole(seed)
    _show(seed, counted)

    assert counted.recall >= 0.95, _told(counted)
    assert counted.precision >= 0.85, _told(counted)


@pytest.mark.parametrize("seed", ANNEXES)
def test_an_annex_read_by_itself_gives_what_it_demands(seed: str):
    counted = _annex(seed)
    _show(seed, counted)

    assert counted.recall >= 0.95, _told(counted)
    assert counted.precision >= 0.85, _told(counted)


def test_all_together_say_who_to_whom_and_what_is_lost():
    counted = _everything()
    _show("together", counted)

    assert counted.recall >= 0.95, _told(counted)
    assert counted.precision >= 0.85, _told(counted)
    assert counted.share("vem") >= 0.9, _told(counted)
    assert counted.share("till") >= 0.9, _told(counted)
    assert counted.share("förverkande") >= 1, _told(counted)


@pytest.mark.parametrize("seed", ["003", "004"])
def test_a_document_that_prints_its_day_is_of_that_day(seed: str):
    _, day = read_answers(seed)

    assert document_day([seed_text(seed)]) == day


@pytest.mark.parametrize("seed", _DOCUMENTS)
def test_the_lines_hold_the_sentence(seed: str):
    _, day = read_answers(seed)
    text = seed_text(seed)
    lines = text.split("\n")
    for frist in find_frister([text], dag=day):
        assert _letters(frist.mening) in _letters("".join(lines[frist.rad - 1 : frist.rad_till]))


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum())
