"""Who leads, who checks, and the plan of the justering, with what is wrong said at once."""

import pytest

from nämnd.närvaro.task_commands import PlanJustering, SetJusterare
from tests.conftest import TODAY
from tests.nämnd.närvaro.conftest import Doing
from tests.ui.närvaro.conftest import pick
from ui.närvaro.justering import open_justering
from ui.närvaro.presiding import open_presiding


@pytest.fixture
def presiding(called):
    called.handle("Budget", "Taxor", "Rapport")

    def opened():
        open_presiding(called.desk, called.holder, called.now)
        return called.dialog()

    return opened


@pytest.fixture
def justering(called):
    called.handle("Budget", "Taxor", "Rapport")

    def opened():
        open_justering(called.desk, called.holder, called.now)
        return called.dialog()

    return opened


def tasks(rows):
    return [(row.person_id, row.paragrafer.text) for row in rows]


def test_several_lead_and_several_check(called, presiding):
    dialog = presiding()
    dialog.ordförande.lines[0].paragrafer.setText("1-2")
    dialog.ordförande.more.click()
    line = dialog.ordförande.lines[1]
    pick(line.person, "Cilla")
    line.paragrafer.setText("3–")
    pick(dialog.justerare.lines[0].person, "Dag")
    assert not dialog.ordförande.faults.isVisible()
    assert not dialog.justerare.faults.isVisible()
    called.save()
    assert tasks(called.now.ordförande) == [(called["Anna"], "1–2"), (called["Cilla"], "3–")]
    assert tasks(called.now.justerare) == [(called["Dag"], None)]
    called.desk.editor.undo()
    assert tasks(called.now.ordförande) == [(called["Anna"], None)]
    assert called.now.justerare == ()


def test_what_is_wrong_is_said_while_it_is_written(called, presiding):
    dialog = presiding()
    dialog.ordförande.lines[0].paragrafer.setText("1")
    assert dialog.ordförande.faults.text() == "Ingen leder §§ 2–3."
    pick(dialog.justerare.lines[0].person, "Bo")
    assert dialog.justerare.faults.text() == "Bo Alm (S) justerar §§ 1–3 men tjänstgör inte där."
    pick(dialog.justerare.lines[0].person, "Anna")
    assert dialog.justerare.faults.text().startswith("Anna Ek (M) justerar")
    assert dialog.keep.isEnabled()  # said, never forbidden


def test_a_set_that_can_not_be_read_waits(presiding):
    dialog = presiding()
    dialog.justerare.lines[0].paragrafer.setText("alla")
    assert "59–64" in dialog.problem.text()
    assert not dialog.keep.isEnabled()


def test_a_line_is_taken_away(called, presiding):
    command = SetJusterare(sammanträde_id=called.key, rows=((called["Dag"], None),))
    called.desk.editor.do(command, "justerare")
    dialog = presiding()
    dialog.justerare.lines[0].remove.click()
    called.save()
    assert called.now.justerare == ()


def test_nothing_changed_is_nothing_saved(called, presiding):
    presiding()
    steps = called.desk.editor.undo_stack.count()
    called.save()
    assert called.desk.editor.undo_stack.count() == steps


def test_the_justering_is_planned_and_some_paragrafer_at_once(called, justering):
    dialog = justering()
    first = dialog.plans[0]
    first.paragrafer.setText("1–2")
    first.plats.setText("Ådala")
    first.day.setText("2026-03-09")
    dialog.more.click()
    dialog.plans[1].paragrafer.setText("3")
    dialog.plans[1].day.setText(TODAY.isoformat())
    dialog.plans[1].at_once.setChecked(True)
    assert not dialog.warning.isVisible()
    called.save()
    rows = called.now.justeringar
    assert [(row.paragrafer.text, row.plats, row.planerat_datum) for row in rows] == [
        ("1–2", "Ådala", "2026-03-09"),
        ("3", None, TODAY.isoformat()),
    ]
    assert [one.omedelbart_justerad for one in called.now.paragrafer] == [False, False, True]


def test_what_is_odd_about_the_plan_is_said(justering):
    dialog = justering()
    dialog.plans[0].paragrafer.setText("1–2")
    assert dialog.warning.text() == "Ingen del har § 3."
    dialog.more.click()
    dialog.plans[1].paragrafer.setText("2–")
    assert dialog.warning.text() == "Flera delar har § 2."
    dialog.plans[1].paragrafer.setText("3")
    dialog.plans[1].day.setText("2026-03-17")
    assert dialog.warning.text() == "Protokollet ska justeras senast 2026-03-16 (KL 5:69)."


def test_a_plan_is_changed_and_another_removed(called, justering):
    for key, set_ in (("j1", "1–2"), ("j2", "3")):
        plan = PlanJustering(
            sammanträde_id=called.key,
            justering_id=key,
            paragrafer=set_,
            plats=None,
            planerat_datum=None,
        )
        called.desk.editor.do(plan, "plan")
    dialog = justering()
    dialog.plans[1].remove.click()
    dialog.plans[0].paragrafer.setText("")
    called.save()
    (row,) = called.now.justeringar
    assert (row.id, row.paragrafer.text) == ("j1", None)


def test_what_is_justerat_is_shown_and_not_changed(called, justering):
    from nämnd.tables import Justering

    done = Justering(sammanträde_id=called.key, paragrafer="1", läge="justerat", version=1)
    called.desk.store.do(Doing((done,)))
    dialog = justering()
    assert not dialog.plans[0].isEnabled()
    dialog.more.click()
    dialog.plans[1].paragrafer.setText("2–3")
    called.save()
    assert [row.läge for row in called.now.justeringar] == ["justerat", "utkast"]
