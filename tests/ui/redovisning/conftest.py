"""A redovisning with two huvudmän, and its page shown."""

import pytest

from nämnd.store import Store
from tests.builders import a_nämnd
from tests.nämnd.redovisning.making import a_redovisning, an_ärende, spread, view_of
from ui.redovisning.page import RedovisningPage


class It:
    """The redovisning of a test."""

    def __init__(self, store: Store) -> None:
        """Enter it, in an ärende."""
        self.store, self.nämnd = store, a_nämnd(store)
        self.ärende = an_ärende(store, self.nämnd)
        self.id = a_redovisning(store, self.nämnd, ärende_id=self.ärende)

    @property
    def view(self):
        """Return it as it is now."""
        return view_of(self.store, self.id)

    def fråga(self, key: str):
        """Return one of its questions as it is now."""
        return next(one for one in self.view.frågor if one.draft.id == key)


@pytest.fixture
def it(store: Store) -> It:
    return It(store)


@pytest.fixture
def page(qtbot, desk, go, it) -> RedovisningPage:
    page = RedovisningPage(desk, go)
    qtbot.addWidget(page)
    page.resize(1300, 900)
    page.show()
    qtbot.waitExposed(page)
    desk.editor.changed.connect(page.reload)
    page.show_redovisning(it.id)
    return page


@pytest.fixture
def spread_out(page, it, store, desk):
    spread(store)
    page.show_redovisning(it.id)
    return page
