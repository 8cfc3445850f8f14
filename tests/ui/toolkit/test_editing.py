from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QObject, Signal

from nämnd.core.changes import Topic
from nämnd.core.errors import DatabaseReadOnlyError, GoneError, InvalidDraftError, NämndError
from nämnd.core.ids import new_id
from nämnd.logg.queries import latest
from nämnd.organisation.commands import SavePerson
from nämnd.organisation.rules import PersonDraft
from nämnd.store import Store
from nämnd.tables import Person
from tests.builders import a_person
from ui.toolkit.editing import Editor, NotSaved, Saved, Saving


@dataclass(frozen=True)
class Sent:
    """Something with no way back."""

    command: SavePerson
    final = True

    def run(self, session):
        return self.command.run(session)


class Clock:
    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


class FakeField(QObject):
    """The least a watched field can be."""

    pending_changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pending, self.text, self.refusal = False, "", None
        self._save: Callable[[str], NämndError | None] = lambda _: None

    def save_with(self, save) -> None:
        self._save = save

    def write(self, text: str) -> None:
        self.text, self.pending = text, True
        self.pending_changed.emit()

    def flush(self) -> None:
        self.refusal = self._save(self.text)
        self.pending = self.refusal is not None
        self.pending_changed.emit()


@pytest.fixture
def editor(store, now, qapp):
    editor = Editor(store, Clock(now))
    yield editor
    editor.deleteLater()


@pytest.fixture
def person(store) -> str:
    return a_person(store, "Anna")


def name(store, person_id: str) -> str | None:
    def query(session):
        found = session.get(Person, person_id)
        return found and found.namn

    return store.ask(query)


def rename(person_id: str, namn: str) -> SavePerson:
    return SavePerson(person_id=person_id, draft=PersonDraft(namn))


def test_a_change_is_undone_and_done_again(store, editor, person):
    assert editor.do(rename(person, "Beata"), "byt namn")
    editor.undo()
    assert name(store, person) == "Anna"
    editor.redo()
    assert name(store, person) == "Beata"
    editor.undo()
    assert name(store, person) == "Anna"


def test_pages_hear_what_to_reload_at_every_step(qtbot, editor, person):
    for act in (lambda: editor.do(rename(person, "B"), "x"), editor.undo, editor.redo):
        with qtbot.waitSignal(editor.changed) as heard:
            act()
        assert Topic.PERSON in heard.args[0]


def test_a_refused_change_is_told_and_leaves_no_step(qtbot, store, editor, person):
    with qtbot.waitSignal(editor.refused) as refused:
        assert editor.do(rename(person, ""), "byt namn") is None
    assert isinstance(refused.args[0], InvalidDraftError)
    assert not editor.undo_stack.canUndo()
    assert name(store, person) == "Anna"


def test_an_export_is_noted_in_the_log_and_is_no_step(store, editor):
    editor.note_export("spara kallelse.pdf")
    [row] = store.ask(latest)
    assert (row.vem, row.rubrik) == ("Eva Lind", "spara kallelse.pdf")
    assert not editor.undo_stack.canUndo()


def test_an_export_that_can_not_be_noted_is_told(qtbot, store, now, qapp):
    reader = Store(store.place, who="Eva", clock=lambda: now, read_only=True)
    editor = Editor(reader, lambda: now)
    with closing(reader), qtbot.waitSignal(editor.refused) as refused:
        editor.note_export("spara kallelse.pdf")
    assert isinstance(refused.args[0], DatabaseReadOnlyError)


def test_what_changes_nothing_is_no_step(editor, person):
    editor.do(rename(person, "Anna"), "byt namn")
    assert not editor.undo_stack.canUndo()


def test_steps_with_the_same_key_are_one(store, editor, person):
    for text in ("An", "Ann", "Anne"):
        editor.do(rename(person, text), "byt namn", merge_key="namn")
    assert editor.undo_stack.count() == 1
    editor.undo()
    assert name(store, person) == "Anna"
    editor.redo()
    assert name(store, person) == "Anne"


@pytest.mark.parametrize("between", ["seal", "other", "pause"])
def test_a_new_step_begins_after_a_pause_or_something_else(editor, person, between):
    editor.do(rename(person, "B"), "byt namn", merge_key="namn")
    match between:
        case "seal":
            editor.seal()
        case "other":
            editor.do(rename(person, "C"), "annat")
        case _:
            editor._pause.timeout.emit()
    editor.do(rename(person, "D"), "byt namn", merge_key="namn")
    assert editor.undo_stack.count() == (3 if between == "other" else 2)


def test_nothing_merges_into_an_undone_step(store, editor, person):
    editor.do(rename(person, "B"), "byt namn", merge_key="namn")
    editor.undo()
    editor.do(rename(person, "C"), "byt namn", merge_key="namn")
    editor.undo()
    assert name(store, person) == "Anna"


def test_what_has_no_way_back_clears_the_steps(editor, person):
    editor.do(rename(person, "B"), "byt namn")
    editor.do(Sent(rename(person, "C")), "skicka")
    assert not editor.undo_stack.canUndo()
    editor.do(rename(person, "D"), "byt namn")
    assert editor.undo_stack.undoText() == "byt namn"


def test_a_step_that_can_no_longer_be_undone_is_dropped_and_everything_reloads(
    qtbot, store, editor, person
):
    editor.do(rename(person, "B"), "byt namn")
    store.do(rename(person, "Någon annans namn"))
    with qtbot.waitSignal(editor.refused) as refused, qtbot.waitSignal(editor.changed) as changed:
        editor.undo()
    assert isinstance(refused.args[0], GoneError)
    assert changed.args == [frozenset(Topic)]
    assert name(store, person) == "Någon annans namn"
    assert not editor.undo_stack.canUndo()
    assert not editor.undo_stack.canRedo()


def test_a_new_row_is_undone_and_keeps_its_id(store, editor):
    person = new_id()
    editor.do(rename(person, "Ny"), "ny person")
    editor.undo()
    assert name(store, person) is None
    editor.redo()
    assert name(store, person) == "Ny"


def test_the_log_tells_an_undo_from_a_change(store, editor, person):
    from nämnd.tables import Loggpost

    editor.do(rename(person, "B"), "byt namn")
    editor.undo()
    labels = store.ask(lambda session: [row.rubrik for row in session.query(Loggpost)])
    assert labels[-2:] == ["byt namn", "ångra: byt namn"]


def test_the_menu_says_what_it_would_undo(editor, person):
    undo, redo = editor.actions(editor)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    editor.do(rename(person, "B"), "byt namn på Anna")
    assert undo.text() == "Ångra: byt namn på Anna"
    undo.trigger()
    assert (undo.text(), undo.isEnabled()) == ("Ångra", False)
    assert (redo.text(), redo.isEnabled()) == ("Gör om: byt namn på Anna", True)


class TestTheStatusLine:
    @pytest.fixture
    def watched(self, editor, person):
        field = FakeField()
        editor.watch(field, lambda text: editor.do(rename(person, text), "byt namn"))
        return field

    def test_says_saved_at_the_time_of_the_last_change(self, editor, person, now):
        assert editor.state == Saved(now + timedelta(minutes=1))
        editor.do(rename(person, "B"), "byt namn")
        assert editor.state == Saved(now + timedelta(minutes=2))
        editor.do(rename(person, "B"), "byt namn")
        assert editor.state == Saved(now + timedelta(minutes=2))

    def test_says_saving_from_the_first_keystroke(self, qtbot, editor, watched):
        with qtbot.waitSignal(editor.state_changed) as heard:
            watched.write("Be")
        assert heard.args == [Saving()]

    def test_says_why_something_was_not_saved_until_it_is(self, qtbot, editor, watched):
        watched.write("")
        with qtbot.assertNotEmitted(editor.refused):
            assert not editor.flush()
        assert isinstance(editor.state, NotSaved)
        assert isinstance(watched.refusal, InvalidDraftError)
        watched.write("Beata")
        assert editor.flush()
        assert isinstance(editor.state, Saved)

    def test_never_says_saved_for_the_change_of_another_field(self, editor, watched, person):
        watched.write("")
        editor.flush()
        editor.do(rename(person, "Cecilia"), "byt namn")
        assert isinstance(editor.state, NotSaved)

    def test_undo_saves_first_and_then_takes_that_back(self, store, editor, watched, person):
        undo, _ = editor.actions(editor)
        watched.write("Beata")
        assert undo.isEnabled()
        undo.trigger()
        assert name(store, person) == "Anna"
        editor.redo()
        assert name(store, person) == "Beata"

    def test_leaving_a_field_ends_the_step(self, editor, watched, person):
        editor.do(rename(person, "B"), "byt namn", merge_key="namn")
        watched.left.emit()
        editor.do(rename(person, "C"), "byt namn", merge_key="namn")
        assert editor.undo_stack.count() == 2

    def test_a_field_that_is_gone_is_forgotten(self, qtbot, editor, watched):
        watched.write("")
        editor.flush()
        with qtbot.waitSignal(watched.destroyed):
            watched.deleteLater()
        assert editor.flush()
        assert isinstance(editor.state, Saved)
