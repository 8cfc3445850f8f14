"""Sending a set and reading the answers, as the secretary does it, with real files."""

from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from nämnd.core.changes import Topic
from nämnd.justeringsfil.opening import is_encrypted, open_package
from nämnd.logg.queries import latest
from nämnd.tables import Paragraf
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.justering.playing import SECRET, Chair, a_certificate
from tests.nämnd.protokoll.meeting_day import Doing
from tests.ui.justering.conftest import Key, card_of, chips, dialog, pick
from ui.justering.words import after_text

LEFT = Qt.MouseButton.LeftButton
PATIENCE = 30_000  # ms


@dataclass
class Office:
    """The secretary at the page: sends, and reads in what comes back."""

    qtbot: Any
    page: Any
    set: Set
    messages: Any
    clock: Any
    folder: Path

    @property
    def card(self):
        return card_of(self.page)

    def click(self, button) -> None:
        self.qtbot.mouseClick(button, LEFT)

    def begin(self, sätt: str | None = None):
        """Open the dialog from the card's button."""
        self.click(self.card.next)
        asked = dialog()
        asked.form.where.setText(str(self.folder))
        if sätt is not None:
            asked.form.sätt.choose(sätt)
            asked.form.sätt.activated.emit(0)
        return asked

    def make(self, asked):
        """Press the button and wait for the file."""
        self.click(asked.make)
        done = lambda: asked.page is not None or bool(self.messages.errors)  # noqa: E731
        self.qtbot.waitUntil(done, timeout=PATIENCE)
        assert self.messages.errors == []
        return asked.page

    def close(self, asked) -> None:
        self.click(asked.page.copy)
        with self.qtbot.waitSignal(asked.finished):
            self.click(asked.page.close_button)

    def finish(self, asked):
        """Make the file and close; return the package and the code of each by their name."""
        before = set(self.folder.glob("*.justering"))
        codes = self.make(asked).codes.items()
        known = {name.split(",")[0]: shown.text() for name, shown in codes}
        self.close(asked)
        (path,) = set(self.folder.glob("*.justering")) - before
        self.clock.now += timedelta(hours=30)
        return path, known

    def send(self, sätt: str | None = None):
        return self.finish(self.begin(sätt))

    def take(self, name: str, data: bytes) -> Path:
        """Drop an answer on the page, and wait until it has been read."""
        path = self.folder / name
        path.write_bytes(data)
        self.page.take_files((path,))
        self.qtbot.waitUntil(lambda: not self.page._desk.jobs.busy, timeout=PATIENCE)
        return path


@pytest.fixture
def office(qtbot, page, set_, messages, clock):
    return Office(qtbot, page, set_, messages, clock, Path())


@pytest.fixture
def folder(tmp_path, office) -> Path:
    office.folder = tmp_path / "att skicka"
    return office.folder


def chair(office, sent, name, **facts) -> Chair:
    """Return somebody who got what was sent."""
    path, codes = sent
    person = next(one.person_id for one in office.set.view().signers if one.namn == name)
    return Chair(person, path.read_bytes(), codes.get(name), **{"hours": 25, **facts})


ANNA, BO = "Anna Ek (M)", "Bo Alm (S)"
pytestmark = pytest.mark.usefixtures("folder")


def test_the_dialog_proposes_those_who_must_and_says_what_each_way_means(office, set_):
    asked = office.begin()
    form = asked.form
    assert [form.sätt.itemText(at) for at in range(form.sätt.count())] == [
        "Elektronisk underskrift",
        "Underskrift på papper",
    ]  # godkännande alone is for the nämnd to allow
    ticked = {key: box.isChecked() for key, box in form.people.asked.items()}
    assert ticked == {set_.anna: True, set_.bo: True, set_.cecilia: False}
    assert form.people.in_turn.isChecked()
    assert not form.people.in_turn.isEnabled()
    assert "en i taget" in form.hint.text()
    assert not form.lock.isChecked()
    assert asked.make.isEnabled()


def test_somebody_must_be_asked_unless_it_is_signed_on_paper(office):
    asked = office.begin()
    for box in asked.form.people.asked.values():
        box.setChecked(False)
    assert asked.form.problem.text() == "Välj minst en att fråga."
    assert not asked.make.isEnabled()
    asked.form.sätt.choose("papper")
    asked.form.sätt.activated.emit(1)
    for box in asked.form.people.asked.values():
        box.setChecked(False)
    assert asked.make.isEnabled()


def test_two_never_have_the_same_turn(office, set_):
    people = office.begin().form.people
    people.turns[set_.bo].choose(1)
    people.turns[set_.bo].activated.emit(0)
    assert [(one.person_id, one.ordning) for one in people.orders()] == [
        (set_.bo, 1),
        (set_.anna, 2),
    ]


def test_what_is_printed_only_leaves_as_a_pdf_without_codes(office):
    asked = office.begin("papper")
    for box in asked.form.people.asked.values():
        box.setChecked(False)
    shown = office.make(asked)
    assert shown.codes == {}
    with office.qtbot.waitSignal(asked.finished):
        office.click(shown.close_button)
    (path,) = office.folder.iterdir()
    assert path.suffix == ".pdf"
    assert office.card.next.text() == "Anteckna &underskrifter …"


def test_what_is_under_sekretess_is_locked_with_a_passphrase(office, set_, store):
    def secret(session):
        session.get(Paragraf, set_.second).sekretess_lagrum = "OSL 25:1"

    store.do(Doing(secret))
    asked = office.begin()
    form = asked.form
    assert form.lock.isChecked()
    assert not form.lock.isEnabled()
    assert form.why_lock.isVisible()
    assert len(form.phrase.text()) == 14  # one is proposed
    form.phrase.setText("kort")
    assert form.problem.text() == "Lösenordet måste ha minst 8 tecken."
    form.phrase.setText(SECRET)
    shown = office.make(asked)
    assert shown.lines[-1] == ("Filens lösenord, till alla som ska läsa den", SECRET)
    office.close(asked)
    (path,) = office.folder.glob("*.justering")
    assert is_encrypted(path.read_bytes())


def test_the_codes_are_shown_once_and_copied(office, messages):
    asked = office.begin("papper")
    shown = office.make(asked)
    assert set(shown.codes) == {f"{ANNA}, ordförande", f"{BO}, justerare"}
    office.qtbot.keyClick(asked, Key.Key_Escape)
    assert messages.asked[-1] == "Koderna visas bara nu. Har du antecknat dem? [Ja, stäng]"
    assert asked.isVisible()
    office.click(shown.copy)
    assert QGuiApplication.clipboard().text() == shown.text()
    assert shown.text().startswith(f"{ANNA}, ordförande: ")
    with office.qtbot.waitSignal(asked.finished):
        office.click(shown.close_button)
    assert office.card.chip.text() == "utskickat"


def test_a_file_that_is_there_is_not_replaced_unasked(office, messages):
    path, _ = office.send("papper")
    name = f"{path.stem} omgång 2.justering"
    there = office.folder / name
    there.write_bytes(b"den finns redan")
    pick(office.page.actions_of.menu(office.set.view()), "Skicka igen")
    asked = dialog()
    asked.form.where.setText(str(office.folder))
    office.click(asked.make)
    office.qtbot.waitUntil(lambda: bool(messages.asked), timeout=PATIENCE)
    assert messages.asked == [f"{name} finns redan i mappen. Ersätta den? [Ersätt]"]
    assert there.read_bytes() == b"den finns redan"
    assert len(office.set.view().paket) == 1  # nothing has gone out


def test_answers_are_dropped_on_the_page_and_the_set_is_approved(office, messages):
    sent = office.send("papper")
    assert sent[0].name.endswith("2026-03-27 §§ 1–2 v1.justering")
    letter = message_from_bytes(sent[0].with_suffix(".eml").read_bytes(), policy=default)
    assert letter["To"] == '"Anna Ek (M)" <anna@example.se>'  # Bo has no address
    assert [one.get_filename() for one in letter.iter_attachments()] == [sent[0].name]
    assert not any(code in letter.as_string() for code in sent[1].values())
    for name in (ANNA, BO):
        office.take(f"{name}.svar", chair(office, sent, name).svar())
    assert messages.errors == []
    assert messages.notices[-1] == f"{BO}: godkänt. §§ 1–2 är nu godkända av alla."
    assert office.card.chip.text() == "godkänt"
    assert office.card.next.text() == "Anteckna &underskrifter …"
    assert chips(office.card)[0].startswith(f"{ANNA}: godkänt 2026-03-29")


def test_an_answer_that_is_refused_says_why_is_noted_and_changes_nothing(office, messages, store):
    anna = chair(office, office.send("papper"), ANNA).svar()
    office.take("a.svar", anna)
    before = office.set.view()
    office.take("samma igen.svar", anna)
    assert messages.errors[-1].startswith("samma igen.svar\n\nDet här svaret är redan inläst.")
    broken = bytearray(anna)
    broken[len(broken) // 2] ^= 1
    office.take("skadat.svar", bytes(broken))
    assert messages.errors[-1].startswith("skadat.svar\n\n")
    assert office.set.view() == before
    assert "nekad: läs in skadat.svar. " in store.ask(lambda session: latest(session, 1))[0].rubrik


def test_a_passphrase_is_asked_for_until_it_is_right(office, messages):
    asked = office.begin("papper")
    asked.form.lock.setChecked(True)
    asked.form.phrase.setText(SECRET)
    answer = chair(office, office.finish(asked), ANNA, passphrase=SECRET).svar()
    messages.texts = ["fel lösenord", None]
    path = office.take("a.svar", answer)
    office.qtbot.waitUntil(lambda: not messages.texts, timeout=PATIENCE)
    assert [one.split(": ")[1] for one in messages.asked[-2:]] == [
        "Filens lösenord:",
        "Lösenordet stämmer inte. Försök igen:",
    ]
    assert office.set.view().underskrifter == ()
    messages.texts = [SECRET]
    office.page.take_files((path,))
    office.qtbot.waitUntil(lambda: bool(office.set.view().underskrifter), timeout=PATIENCE)
    assert messages.errors == []


def test_other_files_are_no_answers(page, messages, tmp_path):
    other = tmp_path / "protokoll.pdf"
    other.write_bytes(b"%PDF-1.7")
    page.take_files((other,))
    assert messages.errors[0].startswith("Det var inget svar")


def test_a_change_is_asked_for_made_and_sent_as_the_next_version(office, messages):
    first = office.send("papper")
    anna = chair(office, first, ANNA)
    office.take("bo.svar", chair(office, first, BO).svar())
    office.take("anna.svar", anna.svar("ändring begärd", (2, "Fel pris.")))
    assert office.card.chip.text() == "ändringar begärda"
    (kommentar,) = office.set.view().kommentarer
    office.click(office.card.comments.buttons[kommentar.id, "antagen"])
    office.set.change()
    office.page.reload(frozenset({Topic.PROTOKOLL}))
    assert office.card.next.text() == "&Skicka den nya texten …"
    asked = office.begin("papper")
    assert asked.form.message.value() == "Svar på kommentarerna:\n§ 2: «Fel pris.» antagen"
    _, codes = office.finish(asked)
    assert set(codes) == {ANNA, BO}
    assert office.set.view().version == 2
    office.take("sent.svar", anna.svar())  # to the first version
    assert "äldre justeringsfil" in messages.errors[-1]


def test_another_persons_certificate_is_told_of_and_stands_on_the_card(office, messages):
    ours = a_certificate("Anna Ek")
    sent = office.send("papper")
    office.take("a.svar", chair(office, sent, ANNA, certificate=ours).svar())
    assert messages.told == []
    office.take("b.svar", chair(office, sent, BO, certificate=ours).svar())
    (told,) = messages.told
    assert "Certifikatet är också antecknat för Anna Ek." in told
    rows = {one.namn: after_text(one) for one in office.card.people.rows}
    assert rows[BO] == "certifikatet är också antecknat för Anna Ek"
    assert rows[ANNA] == "certifikatet är också antecknat för Bo Alm"


def test_two_sign_one_after_the_other_and_it_is_justerat(office, messages):
    sent = office.send()
    assert set(sent[1]) == {ANNA}  # Bo gets a file of his own when she has signed
    anna = chair(office, sent, ANNA, certificate=a_certificate("Anna Ek"))
    office.take("a.svar", anna.signature())
    assert messages.errors == []
    assert chips(office.card)[0].startswith(f"{ANNA}: undertecknat")
    assert office.card.next.text() == "&Skicka vidare …"
    sent = office.send()
    assert set(sent[1]) == {BO}
    paket = open_package(sent[0].read_bytes())
    assert [one.person_id for one in paket.manifest.givna] == [office.set.anna]
    bo = chair(office, sent, BO, certificate=a_certificate("Bo Alm"), hours=60)
    office.take("b.svar", bo.signature())
    assert messages.errors == []
    assert office.set.view().läge == "justerat"
    assert office.card.next.isHidden()
    assert office.card.after.isVisible()
