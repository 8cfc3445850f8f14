"""What the user is told when a redovisning can't be saved, approved or sent."""

import pytest

from nämnd.error_messages import message_for
from nämnd.redovisning.errors import (
    NotFinishedError,
    NotOurFormError,
    RedovisningError,
    RedovisningFault,
)


@pytest.mark.parametrize("fault", RedovisningFault)
def test_every_fault_has_a_sentence_that_says_what_to_do(fault):
    said = message_for(RedovisningError(fault))
    assert said.endswith(".")
    assert "_" not in said


def test_a_question_is_named_in_short_where_it_is_about_one():
    said = message_for(RedovisningError(RedovisningFault.HAS_ANSWERS, "Vad " * 40))
    assert said.startswith("«Vad Vad")
    assert "…»: " in said


def test_the_questions_that_are_not_finished_are_counted_and_some_are_named():
    assert message_for(NotFinishedError(("A?",))).startswith("1 fråga är inte klar: «A?».")
    many = message_for(NotFinishedError(("A?", "B?", "C?", "D?", "E?")))
    assert many.startswith("5 frågor är inte klara: «A?», «B?», «C?» och 2 till.")


def test_a_file_that_is_no_form_is_named():
    assert message_for(NotOurFormError("svar.docx")).startswith("«svar.docx» är inget")
