"""The days to watch stand first under «Att göra nu», each with a button to its place."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from nämnd.core.changes import Topic
from nämnd.delegation.commands import RegisterDelegationsbeslut
from nämnd.ärende.commands import SetWaiting
from tests.builders import a_punkt, a_sammanträde
from tests.nämnd.anslag.announced import JUSTERAT, LAST, UP, Announced
from tests.nämnd.anslag.test_lagfrister import DRAFT
from tests.nämnd.beredning.making import MARCH, TODAY, Beredning
from ui.översikt.page import OverviewPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def shown(qtbot, desk, go):
    """Return the page of a nämnd as it is on some day."""
    from dataclasses import replace

    def show(nämnd: str, today) -> OverviewPage:
        at = datetime(today.year, today.month, today.day, 9)  # noqa: DTZ001 - local time
        page = OverviewPage(desk.theme, go, today=today, hour=9)
        qtbot.addWidget(page)
        page.attach(replace(desk, clock=lambda: at))
        page.show()
        page.show_nämnd(nämnd)
        return page

    return show


def acts(page) -> list[QPushButton]:
    return page.to_do.rows.buttons


def said(page) -> list[str]:
    return [one.text() for one in page.to_do.rows.findChildren(QLabel)]


def test_a_day_that_is_near_leads_to_the_justering(qtbot, shown, store, go):
    one = Announced(store).justera()
    page = shown(one.nämnd, JUSTERAT)
    (act,) = acts(page)
    assert act.text() == "Till anslaget"
    assert "5 dagar kvar" in said(page)
    qtbot.mouseClick(act, LEFT)
    assert go.went == [("justering", one.sammanträde, one.id)]


def test_the_days_stand_among_what_the_next_sammanträde_lacks_by_their_order(shown, store):
    one = Announced(store)
    a_punkt(store, a_sammanträde(store, one.nämnd, UP), "Budget", förslag=())
    texts = [act.text() for act in acts(shown(one.nämnd, JUSTERAT))]
    assert texts[:2] == ["Färdigställ kallelsen", "Till justeringen"]


def test_a_delegationsbeslut_leads_to_itself_in_its_register(qtbot, shown, store, go):
    one = Announced(store, juridisk_form="utskott")
    from dataclasses import replace

    urgent = replace(DRAFT, brådskande=True)
    store.do(RegisterDelegationsbeslut(nämnd_id=one.nämnd, draft=urgent, today=JUSTERAT))
    (act,) = acts(shown(one.nämnd, JUSTERAT))
    qtbot.mouseClick(act, LEFT)
    assert go.went[0][0] == "delegationsbeslut"


def test_it_is_read_again_when_a_notice_is_put_up(shown, store):
    one = Announced(store).justera()
    page = shown(one.nämnd, LAST + timedelta(days=1))
    assert [act.text() for act in acts(page)] == ["Till anslaget"]
    one.put_up()
    page.reload(frozenset({Topic.ANSLAG}))
    assert [act.text() for act in acts(page)] == ["Bekräfta laga kraft", "Till anslaget"]


def test_a_page_that_is_not_in_sight_is_read_when_it_is_shown(shown, store):
    one = Announced(store).justera()
    page = shown(one.nämnd, LAST + timedelta(days=1))
    page.hide()
    one.put_up()
    page.reload(frozenset({Topic.ANSLAG}))
    assert [act.text() for act in acts(page)] == ["Till anslaget"]
    page.show()
    assert [act.text() for act in acts(page)] == ["Bekräfta laga kraft", "Till anslaget"]


def test_what_waits_for_a_dagordning_stands_last_and_leads_to_the_next_one(
    qtbot, shown, store, files, go
):
    beredning = Beredning(store, files)
    key = beredning.sammanträde(MARCH)
    for rubrik in ("Avancerad vård", "Ambulansflyg"):
        store.do(SetWaiting(ärende_id=beredning.ärende(rubrik), väntar=""))
    beredning.beslut(anmäls=True)
    beredning.beslut(brådskande=True)  # has a line of its own
    page = shown(beredning.nämnd, TODAY)
    assert "Ett delegationsbeslut och 2 ärenden väntar på en dagordning." in said(page)
    (act,) = (one for one in acts(page) if one.text() == "Till dagordningen")
    assert act.y() == max(one.y() for one in acts(page))
    qtbot.mouseClick(act, LEFT)
    assert go.went[-1][:2] == ("sammanträde", key)


def test_without_a_coming_sammanträde_what_waits_leads_to_the_list(qtbot, shown, store, files, go):
    beredning = Beredning(store, files)
    store.do(SetWaiting(ärende_id=beredning.ärende(), väntar=""))
    page = shown(beredning.nämnd, TODAY)
    qtbot.mouseClick(acts(page)[-1], LEFT)
    assert go.went == [("page", "sammanträden")]
