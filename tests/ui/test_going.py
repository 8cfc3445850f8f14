"""What is found elsewhere is shown in its place: another nämnd, a person, a delegationsbeslut."""

from datetime import date

import pytest

from nämnd.core.ids import new_id
from nämnd.delegation.commands import RegisterDelegationsbeslut
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.organisation.queries import UppdragRow
from tests.builders import a_nämnd, a_person, an_uppdrag
from ui.delegation.page import DelegationPage
from ui.organisation.page import NämndPage

DAY = date(2019, 5, 6)
LAST_YEAR = date(2018, 12, 31)


@pytest.fixture
def made(opener):
    def make(store):
        first, other = a_nämnd(store, "Vårdnämnden"), a_nämnd(store, "Annan nämnd")
        now, gone = a_person(store, "Åsa Ek"), a_person(store, "Bo Alm")
        an_uppdrag(store, first, now)
        an_uppdrag(store, first, now, till=LAST_YEAR)
        an_uppdrag(store, first, gone, till=LAST_YEAR)
        beslut = [new_id(), new_id()]
        for key, rubrik in zip(beslut, ("Yttrande", "Avtal"), strict=True):
            draft = DelegationsbeslutDraft(DAY, "Ordföranden", rubrik)
            store.do(
                RegisterDelegationsbeslut(nämnd_id=first, draft=draft, today=DAY, beslut_id=key)
            )
        return first, other, now, gone, beslut[1]

    made = opener.fill(make)
    opener.settings.change(nämnd=made[0])
    return made


@pytest.fixture
def program(opener, made):
    return opener()


def shown_person(program) -> UppdragRow:
    page = program.window.page
    assert isinstance(page, NämndPage)
    row = page.people.table.current()
    assert isinstance(row, UppdragRow)
    return row


def test_somebody_is_shown_with_the_uppdrag_of_today(program, made):
    program.to_person(made[2])
    assert shown_person(program).person_id == made[2]
    assert shown_person(program).uppdrag.till is None


def test_somebody_with_no_uppdrag_today_is_shown_too_whatever_was_looked_for(program, made):
    program.to_page("nämnd")
    program.window.page.people.search.setText("åsa")
    program.to_person(made[3])
    assert shown_person(program).person_id == made[3]
    assert program.window.page.people.everything.isChecked()


def test_somebody_unknown_leaves_the_page_as_it_is(program):
    program.to_person("ingen")
    assert program.window.page.people.table.current() is None


def test_a_delegationsbeslut_is_shown_whatever_was_looked_for(program, made):
    program.to_page("delegation")
    program.window.page.beslut.search.setText("yttrande")
    program.to_delegationsbeslut(made[4])
    page = program.window.page
    assert isinstance(page, DelegationPage)
    assert page.beslut.table.current().draft.rubrik == "Avtal"


def test_another_nämnd_is_shown_without_leaving_the_page(program, made):
    program.to_page("sammanträden")
    program.in_nämnd(made[1])
    assert program.window.nämnd_id == made[1]
    assert program.window.page is program.window._pages["sammanträden"]
