"""A table of money on the screen: what its cells say, and what becomes of what is written."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from nämnd.överenskommelse.money import money_text
from nämnd.överenskommelse.rules import wrong_sums
from nämnd.överenskommelse.values import Tabell
from tests.ui.överenskommelse.conftest import TABELL
from ui.överenskommelse.money_model import MoneyModel
from ui.överenskommelse.table_actions import renamed, with_post, without_post


@pytest.fixture
def model(qapp) -> MoneyModel:
    model = MoneyModel()
    model.edited.connect(model.show)
    model.show(TABELL)
    return model


def cells(model: MoneyModel, row: int) -> list[str]:
    return [model.text(row, at) for at in range(model.columnCount())]


def write(model: MoneyModel, row: int, column: int, text: str) -> bool:
    return model.setData(model.index(row, column), text)


def test_the_rows_the_posts_and_the_sums_are_shown(model):
    assert [model.column_name(at) for at in range(4)] == [
        "Mottagare", "Bredband", "Utbildning", "Summa",
    ]  # fmt: skip
    assert cells(model, 0) == ["Region Skåne", money_text(1000), "200", money_text(1200)]
    assert cells(model, 3) == ["Summa", money_text(3500), "550", money_text(4050)]


def test_an_empty_model_shows_nothing(qapp):
    model = MoneyModel()
    assert (model.rowCount(), model.columnCount()) == (0, 0)


@pytest.mark.parametrize("text", ["1 100", "1 100 kr", "1100", "1.100"])
def test_kronor_are_written_as_people_write_them(model, text):
    assert write(model, 0, 1, text)
    assert model.rader[0].belopp["Bredband"] == 1100


def test_what_is_no_amount_is_told_and_changes_nothing(model):
    told: list[str] = []
    model.refused.connect(told.append)
    assert not write(model, 0, 1, "tusen")
    assert told == ["tusen"]
    assert model.tabell == TABELL


def test_a_changed_amount_makes_both_its_sums_wrong_where_they_stand(model):
    write(model, 0, 1, "1 001")
    places = {(row, at) for row in range(4) for at in range(4) if model.wrong(row, at)}
    assert places == {(0, 3), (3, 1)}
    assert "men beloppen blir" in model.tip(0, 3)
    assert model.data(model.index(0, 3), Qt.ItemDataRole.AccessibleTextRole).count("skillnad") == 1


def test_a_sum_that_the_paper_lacks_is_counted_and_says_so(model):
    for row, column in ((0, 3), (3, 1)):
        write(model, row, column, "")
    assert model.text(0, 3) == money_text(1200)
    assert model.is_counted(0, 3)
    assert model.tip(3, 1).startswith("Räknad av programmet")
    assert not wrong_sums(model.tabell or TABELL)


def test_an_emptied_amount_is_no_amount(model):
    write(model, 0, 2, "")
    assert model.rader[0].belopp == {"Bredband": 1000}


def test_a_recipient_is_renamed_but_never_to_nothing(model):
    assert not write(model, 0, 0, "  ")
    assert write(model, 0, 0, "Skåne")
    assert model.rader[0].mottagare == "Skåne"


def test_the_total_is_written(model):
    write(model, 3, 3, "4 051")
    assert model.tabell == replace(TABELL, totalsumma=4051)
    assert model.wrong(3, 3)


def test_the_word_summa_can_t_be_written_over(model):
    assert not model.flags(model.index(3, 0)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(3, 1)) & Qt.ItemFlag.ItemIsEditable


def test_a_column_is_added_renamed_and_taken_away_with_its_money():
    added = with_post(TABELL, "Löner")
    assert added.poster == ("Bredband", "Utbildning", "Löner")
    assert with_post(TABELL, "Bredband") is TABELL
    other = renamed(TABELL, "Bredband", "Fiber")
    assert (other.poster[0], other.rader[0].belopp["Fiber"], other.summor["Fiber"]) == (
        "Fiber", 1000, 3500,
    )  # fmt: skip
    assert renamed(TABELL, "Bredband", "Utbildning") is TABELL
    less = without_post(TABELL, "Utbildning")
    assert (less.poster, less.rader[0].belopp, less.summor) == (
        ("Bredband",), {"Bredband": 1000}, {"Bredband": 3500},
    )  # fmt: skip


def test_a_table_without_rows_has_only_its_sum(qapp):
    model = MoneyModel()
    model.show(Tabell("t", "", ("A",), ()))
    assert model.rowCount() == 1
    assert [model.text(0, at) for at in range(3)] == ["Summa", "", ""]
