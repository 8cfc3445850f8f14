"""What is due today is told once a day when the program starts."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QWidget

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, PåDatum
from nämnd.översikt.todo import Action, Todo
from tests.builders import a_nämnd
from tests.conftest import TODAY
from ui.toolkit.settings import NOT_TOLD, SettingsFile
from ui.översikt.notice import body_text, head_text, tell_of_today


@pytest.fixture
def settings(tmp_path) -> SettingsFile:
    return SettingsFile(tmp_path / "namnd.ini")


@pytest.fixture
def tell(qtbot, desk, store, settings):
    nämnd, window = a_nämnd(store), QWidget()
    qtbot.addWidget(window)

    def add(days: int) -> None:
        draft = BevakningDraft("Redovisning", PåDatum(TODAY + timedelta(days=days)))
        store.do(AddBevakning(nämnd_id=nämnd, draft=draft, today=TODAY))

    def tell() -> str:
        return tell_of_today(desk, window, settings, nämnd)

    return add, tell


def test_what_is_due_today_or_late_is_told_once(tell, messages):
    add, told = tell
    add(0)
    add(-3)
    assert told() == "1 sak ska göras i dag och 1 är försenad."
    assert messages.notices == ["1 sak ska göras i dag och 1 är försenad. Allt står på Översikt."]
    assert told() == ""


def test_nothing_is_told_when_nothing_is_due(tell, messages, settings):
    add, told = tell
    add(1)
    assert told() == ""
    assert settings.read().told == ""


def test_who_does_not_want_it_is_not_told(tell, settings):
    add, told = tell
    add(0)
    settings.change(unasked=frozenset({NOT_TOLD}))
    assert told() == ""


def todo(*, sen: bool) -> Todo:
    return Todo(TODAY, 0, "i dag", "Skicka.", "Visa", Action.TO_BEVAKNING, ("a",), sen=sen)


@pytest.mark.parametrize(
    ("late", "today", "said"),
    [
        (0, 1, "1 sak ska göras i dag."),
        (0, 2, "2 saker ska göras i dag."),
        (1, 0, "1 sak är försenad."),
        (2, 0, "2 saker är försenade."),
        (2, 1, "1 sak ska göras i dag och 2 är försenade."),
    ],
)
def test_how_much_it_is_stands_in_one_sentence(late, today, said):
    assert head_text([todo(sen=True)] * late + [todo(sen=False)] * today) == said


def test_the_first_three_are_named():
    assert body_text([todo(sen=False)] * 5) == "Skicka.\nSkicka.\nSkicka.\n… och 2 till."
