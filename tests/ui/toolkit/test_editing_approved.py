"""Before a change makes approvals void the user is asked; without a yes nothing has happened."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from nämnd.core.changes import Topic
from nämnd.core.errors import ApprovalsVoidedError, JusteratError
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.queries import paragraf_draft
from nämnd.tables import Justering
from tests.builders import a_person, a_sammanträde
from tests.nämnd.protokoll.meeting_day import add_rows, an_extra
from tests.ui.recording import RecordingMessages
from tests.ui.toolkit.writing import leave, write
from ui.toolkit.editing import Editor, Saved, Saving
from ui.toolkit.fields import line_field

QUESTION = (
    "Det som står i § 1 har godkänts av Bo Ek. Om det ändras gäller godkännandet inte längre, och "
    "en ny version måste skickas för justering. Vill du ändra ändå? [Ändra ändå]"
)


@pytest.fixture
def messages():
    return RecordingMessages()


@pytest.fixture
def editor(store, now, qapp, messages):
    editor = Editor(store, lambda: now, messages=messages)
    yield editor
    editor.deleteLater()


@pytest.fixture
def paragraf(store) -> str:
    """A § that Bo has approved."""
    sammanträde_id = a_sammanträde(store)
    paragraf_id = an_extra(store, sammanträde_id, "Gammal")
    given = {"person": a_person(store, "Bo Ek"), "sätt": "godkännande"}
    add_rows(
        store,
        Justering(sammanträde_id=sammanträde_id, läge="utskickat", underskrifter=[given]),
    )
    return paragraf_id


def draft(store, paragraf_id):
    return store.ask(lambda session: paragraf_draft(session, paragraf_id))


def rename(store, paragraf_id, rubrik):
    new = replace(draft(store, paragraf_id), rubrik=rubrik)
    return SaveParagraf(paragraf_id=paragraf_id, draft=new)


def approvals(store):
    return store.ask(lambda session: session.scalar(select(Justering.underskrifter)))


def lock(store):
    sammanträde_id = store.ask(lambda session: session.scalar(select(Justering.sammanträde_id)))
    add_rows(store, Justering(sammanträde_id=sammanträde_id, läge="justerat"))


def test_a_yes_makes_the_change_and_the_approvals_are_gone(store, editor, messages, paragraf):
    messages.confirm_with = [True]
    assert editor.do(rename(store, paragraf, "Ny"), "byt rubrik")
    assert messages.asked == [QUESTION]
    assert (draft(store, paragraf).rubrik, approvals(store)) == ("Ny", [])


def test_the_user_is_asked_once_and_not_at_every_change(store, editor, messages, paragraf):
    messages.confirm_with = [True]
    for rubrik in ("Ny", "Nyare"):
        assert editor.do(rename(store, paragraf, rubrik), "byt rubrik")
    assert len(messages.asked) == 1


def test_a_no_leaves_all_as_it_was_and_nothing_more_is_said(
    qtbot, store, editor, messages, paragraf
):
    with qtbot.assertNotEmitted(editor.refused), qtbot.waitSignal(editor.changed) as heard:
        assert editor.do(rename(store, paragraf, "Ny"), "byt rubrik") is None
    assert heard.args == [frozenset(Topic)]  # what the screen shows by now may not be so
    assert messages.asked == [QUESTION]
    assert (draft(store, paragraf).rubrik, len(approvals(store))) == ("Gammal", 1)
    assert not editor.undo_stack.canUndo()


def test_undo_gives_the_approvals_back_and_to_do_it_again_is_asked_anew(
    store, editor, messages, paragraf
):
    messages.confirm_with = [True]
    editor.do(rename(store, paragraf, "Ny"), "byt rubrik")
    editor.undo()
    assert (draft(store, paragraf).rubrik, len(approvals(store))) == ("Gammal", 1)
    editor.redo()
    assert messages.asked == [QUESTION, QUESTION]
    assert draft(store, paragraf).rubrik == "Gammal"
    assert len(approvals(store)) == 1


def test_what_nobody_can_be_asked_about_is_refused(qtbot, store, now, paragraf):
    editor = Editor(store, lambda: now)
    with qtbot.waitSignal(editor.refused) as refused:
        assert editor.do(rename(store, paragraf, "Ny"), "byt rubrik") is None
    assert isinstance(refused.args[0], ApprovalsVoidedError)
    assert len(approvals(store)) == 1


def test_what_is_locked_is_refused_without_a_question(qtbot, store, editor, messages, paragraf):
    lock(store)
    with qtbot.waitSignal(editor.refused) as refused:
        assert editor.do(rename(store, paragraf, "Ny"), "byt rubrik") is None
    assert isinstance(refused.args[0], JusteratError)
    assert messages.asked == []


class TestInAField:
    @pytest.fixture
    def rubrik(self, qtbot, theme, store, editor, paragraf):
        field = line_field(theme, "&Rubrik")
        qtbot.addWidget(field)
        field.load("Gammal")
        editor.watch(field, lambda text: editor.do(rename(store, paragraf, text), "byt rubrik"))
        field.show()
        return field

    def test_a_no_puts_back_what_was_there(self, qtbot, store, editor, messages, rubrik, paragraf):
        write(qtbot, rubrik, "Ny")
        leave(rubrik)
        assert messages.asked == [QUESTION]
        assert (rubrik.input.text(), rubrik.pending) == ("Gammal", False)
        assert not rubrik.problem.isVisible()
        assert isinstance(editor.state, Saved)
        assert draft(store, paragraf).rubrik == "Gammal"

    def test_after_a_no_the_same_can_be_written_again(self, qtbot, messages, rubrik, store):
        write(qtbot, rubrik, "Ny")
        leave(rubrik)
        messages.confirm_with = [True]
        write(qtbot, rubrik, "Ny")
        leave(rubrik)
        assert messages.asked == [QUESTION, QUESTION]
        assert rubrik.input.text() == "Ny"
        assert approvals(store) == []

    def test_a_yes_keeps_what_is_written(self, qtbot, store, messages, rubrik, paragraf):
        messages.confirm_with = [True]
        write(qtbot, rubrik, "Ny")
        leave(rubrik)
        assert (rubrik.input.text(), rubrik.pending) == ("Ny", False)
        assert draft(store, paragraf).rubrik == "Ny"

    def test_a_no_is_forgotten_when_something_else_is_written(
        self, qtbot, editor, messages, rubrik
    ):
        write(qtbot, rubrik, "Ny")
        leave(rubrik)
        assert messages.asked == [QUESTION]
        write(qtbot, rubrik, "Nyare")
        assert isinstance(editor.state, Saving)

    def test_what_is_locked_is_put_back_and_the_user_is_told(
        self, qtbot, store, editor, rubrik, paragraf
    ):
        lock(store)
        write(qtbot, rubrik, "Ny")
        with qtbot.waitSignal(editor.refused) as refused:
            leave(rubrik)
        assert isinstance(refused.args[0], JusteratError)
        assert (rubrik.input.text(), rubrik.pending) == ("Gammal", False)
        assert isinstance(editor.state, Saved)
        assert editor.flush()  # nothing keeps the user on the page
        assert draft(store, paragraf).rubrik == "Gammal"
