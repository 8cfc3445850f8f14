"""The pane on the page of the meeting day: what is done in it is done to the § that is shown."""

from PySide6.QtCore import Qt

from nämnd.core.ids import new_id
from nämnd.närvaro.commands import CallRoll
from nämnd.protokoll.paragraf_commands import HandlePunkt
from nämnd.protokoll.queries import protokoll
from tests.builders import a_nämnd, a_person, a_punkt, a_sammanträde, an_uppdrag
from tests.conftest import TODAY
from tests.ui.keyboard import type_text
from tests.ui.opening import modal
from ui.närvaro.came import LeftDialog
from ui.protokoll.page import ProtokollPage
from ui.votering.jäv_dialog import JävDialog


def a_meeting(store):
    """Make a sammanträde in its second §, with Anna and Bo serving and Cia in the room."""
    nämnd = a_nämnd(store, "Vårdnämnden")
    roles = {"Anna": "ordförande", "Bo": "ledamot", "Cia": "ersättare"}
    people = {name: a_person(store, f"{name} Ek", parti="M") for name in roles}
    for order, (name, roll) in enumerate(roles.items(), 1):
        an_uppdrag(store, nämnd, people[name], roll, ordning=order)
    key = a_sammanträde(store, nämnd, TODAY, ordförande=people["Anna"])
    store.do(CallRoll(sammanträde_id=key, present=tuple(people.values())))
    paragrafer = [new_id(), new_id()]
    for paragraf_id, rubrik in zip(paragrafer, ("Budget", "Taxor"), strict=True):
        punkt = a_punkt(store, key, rubrik)
        store.do(HandlePunkt(paragraf_id=paragraf_id, punkt_id=punkt, tid="09.00"))
    return key, people, paragrafer[1]


def test_a_letter_in_the_pane_is_about_the_paragraf_that_is_shown(opener, qtbot):
    key, people, second = opener.fill(a_meeting)
    program = opener()
    program.to_protokoll(key, second)
    page = program.window.page
    assert isinstance(page, ProtokollPage)
    pane = page.side.närvaro
    qtbot.waitUntil(lambda: bool(pane.list.people.rows))
    desk = program.desk
    assert desk is not None

    def now():
        return desk.store.ask(lambda session: protokoll(session, key))

    pane.list.choose(people["Bo"])
    type_text(pane.list, "j")
    dialog = modal(JävDialog)
    assert dialog.ersättare.currentText().startswith("Cia Ek (M)")
    dialog.keep.click()
    (jäv,) = now().paragrafer[1].jäv
    assert (jäv.person_id, jäv.ersätts_av) == (people["Bo"], people["Cia"])
    qtbot.waitUntil(lambda: "jäv" in pane.list.people.rows[2].state)

    pane.list.choose(people["Anna"])
    type_text(pane.list, "g")
    left = modal(LeftDialog)
    assert left.nummer.text() == "1"
    qtbot.keyClick(left.nummer, Qt.Key.Key_Return)
    sets = [row.paragrafer.text for row in now().närvaro if row.person_id == people["Anna"]]
    assert sets == ["–1"]
    qtbot.waitUntil(lambda: pane.quorum.text() == "inte beslutsför")
