"""The page of a sammanträde with three punkter, shown; the preview is hidden unless asked for."""

from types import SimpleNamespace

import pytest

from tests.builders import a_bilaga, a_punkt, a_sammanträde, dagordning_in
from ui.sammanträde.workspace import Workspace


@pytest.fixture
def key(store) -> str:
    """A sammanträde with «Budget» (one bilaga without file), «Taxor» and «Rapport» (two)."""
    key = a_sammanträde(store)
    budget = a_punkt(store, key, "Budget", förslag=())
    a_punkt(store, key, "Taxor", slag="information")
    a_bilaga(store, budget, "Missiv")
    a_punkt(store, key, "Rapport", slag="information", bilagor=2)
    return key


@pytest.fixture
def page(qtbot, desk, go, key):
    page = Workspace(desk, go)
    qtbot.addWidget(page)
    desk.editor.changed.connect(page.reload)  # as the main window does
    page.resize(1200, 800)
    page.panes.show_preview(shown=False)
    page.show()
    page.show_sammanträde(key)
    qtbot.waitExposed(page)
    page.activateWindow()
    return page


@pytest.fixture
def now(store, key):
    """Return what the database says now."""
    return lambda: dagordning_in(store, key)


@pytest.fixture
def case(page, desk, key, now):
    """Everything at once, for tests that need much of it."""
    return SimpleNamespace(
        page=page,
        view=page.editor.bilagor.view,
        desk=desk,
        store=desk.store,
        files=desk.files,
        messages=desk.messages,
        key=key,
        now=now,
    )
