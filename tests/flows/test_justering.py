"""From a protokoll that is written to a folder that can be archived: three computers, only files.

The days are those of the first line of the table in RULES.md 8.
"""

import io
import json
from pathlib import Path

import page as page_validation
import pytest
from PySide6.QtCore import Qt

from nämnd.arkiv.queries import archives
from nämnd.cli import main
from nämnd.justering.expediering import expediering_log
from nämnd.justeringsfil import codes, secrecy
from nämnd.protokoll.values import ParagrafRow
from tests.flows.justering_meeting import DEAR, NORR, PRIVATE, RIGHT, SYD, fill
from tests.flows.justering_steps import Chair, Clock, Letter, Secretary, attached
from tests.flows.meeting_steps import CONTROL, SHIFT
from tests.flows.test_example import words_of
from tests.nämnd.paket.attacker import found_in
from ui.anslag.dialogs import ConfirmDialog
from ui.arkiv.dialog import ArkivDialog
from ui.kontroll.dialog import ControlDialog
from ui.protokoll.page import ProtokollPage
from ui.publicering.review import ReviewDialog
from ui.sammanträde.utdrag_dialog import UtdragDialog

Key = Qt.Key
COMMENT = "Vi sa 100 kronor."
pytestmark = pytest.mark.flow


@pytest.fixture(autouse=True)
def cheap_keys(monkeypatch):
    """What it costs to try codes is not what is tested here."""
    monkeypatch.setattr(codes, "COST", 2)
    monkeypatch.setattr(secrecy, "COST", 2)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def siv(qtbot, open_program, messages, clock, tmp_path) -> Secretary:
    folder = tmp_path / "sekreteraren"
    folder.mkdir()
    key = fill(folder, clock())
    siv = Secretary(qtbot, open_program("sekreteraren/namnd.db", clock), messages, folder)
    siv.sammanträde_id = key
    siv.press(Key.Key_2, mod=CONTROL)
    siv.press(Key.Key_Down, Key.Key_Return)
    return siv


@pytest.fixture
def new_chair(qtbot, siv, clock, tmp_path):
    made: list[Chair] = []

    def new_chair(name: str) -> Chair:
        made.append(Chair(qtbot, siv.program.shell.theme, clock, tmp_path / name))
        return made[-1]

    yield new_chair
    for one in made:
        one.window.put_away()


@pytest.fixture
def anna(new_chair) -> Chair:
    return new_chair("Annas dator")


@pytest.fixture
def gun(new_chair) -> Chair:
    return new_chair("Guns dator")


def fee(siv: Secretary) -> ParagrafRow:
    return siv.paragraf("Avgift för sjukresor")


def ask_for_a_change(siv: Secretary, anna: Chair, clock: Clock) -> Letter:
    """The first version goes to Anna, who comments § 3 and asks for a change."""
    first = siv.send()
    assert first.path.name == "VÅN 2019-11-22 §§ 1–4 v1.justering"
    assert siv.card.chip.text() == "utskickat"
    clock.be(11, 26)
    anna.get(first)
    anna.comment(3, COMMENT)
    mail = anna.answer("ändring begärd", first.code)
    anna.close()
    siv.back()
    siv.read(attached(mail, siv.folder / "post"))
    assert siv.card.chip.text() == "ändringar begärda"
    return first


def change_the_paragraf(siv: Secretary) -> None:
    """The comment stands at its §; it is accepted, and what it is about is changed."""
    assert siv.card.state.text().endswith("1 kommentar är inte besvarad.")
    (comment,) = siv.view.kommentarer
    assert (comment.paragraf, comment.text) == (3, COMMENT)
    siv.click(siv.card.comments.buttons[comment.id, "antagen"])
    (comment,) = siv.view.kommentarer
    assert comment.svar == "antagen"
    siv.click(siv.card.comments.buttons[comment.id, "till"])
    page = siv.program.window.page
    assert isinstance(page, ProtokollPage)
    assert page.row_id == fee(siv).id
    rewrite_the_fee(siv, RIGHT)
    assert [one.text for one in fee(siv).beslutspunkter] == [RIGHT]


def rewrite_the_fee(siv: Secretary, text: str) -> None:
    siv.press(Key.Key_F2)
    siv.tab_to("Att-sats")
    siv.press(Key.Key_A, mod=CONTROL)
    siv.write(text)
    siv.press(Key.Key_Escape)


def send_again(siv: Secretary, anna: Chair, first: Letter) -> Letter:
    """The new text goes out as version 2, and what is answered about the first is refused."""
    second = siv.send()
    assert second.path.name == "VÅN 2019-11-22 §§ 1–4 v2.justering"
    anna.get(first)
    late = anna.answer("ändring begärd", first.code)
    anna.close()
    siv.back()
    before = siv.view
    siv.read(attached(late, siv.folder / "post"))
    assert "äldre justeringsfil" in siv.messages.errors.pop()
    assert siv.view == before
    return second


def sign(siv: Secretary, chair: Chair, letter: Letter, clock: Clock, *when: int) -> None:
    """A chair reads, makes a certificate and signs; the answer is read in."""
    clock.be(*when)
    chair.get(letter)
    mail = chair.answer("godkänt och undertecknat", letter.code, new=True)
    chair.close()
    siv.back()
    siv.read(attached(mail, siv.folder / "post"))
    assert siv.messages.errors == []


def keep_what_is_signed(siv: Secretary) -> None:
    """A change would void Anna's signature: the program says so, and Siv thinks better of it."""
    open_the_fee(siv)
    siv.messages.confirm_with = [False]
    rewrite_the_fee(siv, DEAR)
    assert "Anna Ek" in siv.messages.asked[-1]
    assert [one.text for one in fee(siv).beslutspunkter] == [RIGHT]
    assert [one.text.value() for one in shown_rows(siv)] == [RIGHT]


def open_the_fee(siv: Secretary) -> None:
    siv.press(Key.Key_M, mod=CONTROL | SHIFT)
    siv.page.show_row(fee(siv).id)


def shown_rows(siv: Secretary):
    return [one for one in siv.page.editor.decision.beslut.rows if one.row_id]


def is_justerat_and_locked(siv: Secretary) -> None:
    """Both have signed: it is justerat on the day of the last, and no § can be changed."""
    assert (siv.card.chip.text(), siv.view.datum) == ("justerat", "2019-12-06")
    open_the_fee(siv)
    rewrite_the_fee(siv, DEAR)
    assert "justerad" in siv.messages.errors.pop()
    assert [one.text for one in fee(siv).beslutspunkter] == [RIGHT]
    assert [one.text.value() for one in shown_rows(siv)] == [RIGHT]
    siv.press(Key.Key_Z, mod=CONTROL)
    assert [one.text for one in fee(siv).beslutspunkter] == [RIGHT]


def announce(siv: Secretary, clock: Clock) -> None:
    """One board on the day it is justerat, the other on the last day: RULES.md 8, first line."""
    assert "anslås senast måndag 9 december 2019" in siv.board_state
    siv.put_up(NORR)
    assert f"löper inte: anslaget saknas på {SYD}" in siv.board_state
    clock.be(12, 9)
    siv.put_up(SYD)
    assert "till och med måndag 30 december 2019" in siv.board_state
    assert "tas ned tidigast tisdag 31 december 2019" in siv.board_state


def save_the_proof(siv: Secretary) -> None:
    """The anslagsbevis says on which boards it was, and from when."""
    proof = siv.folder / "anslagsbevis.pdf"
    siv.messages.files = [proof]
    siv.click(siv.anslag.buttons["anslagsbevis"])
    siv.wait(proof.exists)
    siv.at_rest()
    words = words_of(proof)
    assert all(one in words for one in (NORR, SYD, "2019-12-06", "2019-12-09"))


def wins_laga_kraft(siv: Secretary, clock: Clock) -> None:
    """The day after the last, the notices come down and the court has been asked."""
    clock.be(12, 31)
    for region in (NORR, SYD):
        siv.take_down(region)
    assert "gick ut den 30 december 2019. Fråga förvaltningsrätten" in siv.board_state
    siv.click(siv.anslag.buttons["confirm"])
    siv.dialog(ConfirmDialog)
    siv.press(Key.Key_Return)
    siv.back()
    assert siv.anslag.chip.text() == "laga kraft"


def send_utdrag(siv: Secretary) -> None:
    """Each recipient gets a file with their §§ and a mail draft; that they went is recorded."""
    folder = siv.folder / "utdrag"
    siv.messages.files, siv.messages.confirm_with = [folder], [True]
    siv.menu("Protokollsutdrag som PDF")
    dialog = siv.dialog(UtdragDialog)
    siv.tab_to("brevutkast")
    siv.press(Key.Key_Space)
    siv.click(dialog.make)
    siv.back()
    siv.wait(lambda: not siv.messages.confirm_with)
    siv.at_rest()
    begins = "Protokollsutdrag 2019-11-22"
    names = [f"{begins} § 2 {NORR}", f"{begins} §§ 2–3 {SYD}"]
    assert sorted(one.name for one in folder.iterdir()) == [
        f"{name}{suffix}" for name in names for suffix in (".eml", ".pdf")
    ]
    words = words_of(folder / f"{names[1]}.pdf")
    assert RIGHT.removeprefix("Att ") in words
    assert "Rätt utdraget" in words or "bestyrk" in words.casefold()
    sent = siv.ask(expediering_log)
    assert {(one.till, one.which) for one in sent} == {(NORR, "§ 2"), (SYD, "§§ 2–3")}


def publish(siv: Secretary) -> list[Path]:
    """What is found is masked, the rest published: the address is nowhere in the files."""
    folder = siv.folder / "offentligt"
    siv.messages.files = [folder]
    siv.menu("Publicering")
    dialog = siv.dialog(ReviewDialog)
    siv.wait(lambda: all(dialog.reader.text_of(one) or one.text for one in dialog.review.items))
    siv.click(dialog.all_clear)
    left = [one.label for one in dialog.review.items if dialog._is_open(one)]  # pyright: ignore[reportPrivateUsage] - what is left to decide
    assert left == ["Bilaga 3", "§ 3"]
    for label in left:
        siv.click(dialog.next)
        assert dialog.table.current().label == label
        siv.click(dialog.pane.buttons["maskerad"])
    siv.click(dialog.make)
    siv.wait(lambda: siv.messages.notices[-1].startswith("Den offentliga versionen"))
    dialog.reject()
    made = sorted(folder.iterdir())
    assert [found_in(one, *PRIVATE, "hemmavid") for one in made] == [[]] * len(made)
    return made


def save_what_is_signed(siv: Secretary) -> Path:
    """The file that both have signed is saved from the menu of its card, PDF/UA and PDF/A."""
    signed = siv.folder / "protokoll.pdf"
    siv.open_justering()
    siv.messages.files = [signed]
    siv.pick("Spara filen som PDF")
    siv.wait(signed.exists)
    for profile in ("ua1", "1a"):
        found = page_validation.validate_pdf_bytes(signed.read_bytes(), profile=profile)
        assert found.failures == []
    return signed


def archive(siv: Secretary) -> Path:
    """Everything of the sammanträde becomes a folder, by the button of the card."""
    place = siv.folder / "arkiv"
    siv.open_justering()
    siv.messages.files = [place]
    siv.click(siv.card.after.archive)
    siv.dialog(ArkivDialog)
    siv.press(Key.Key_Return)
    siv.back()
    siv.wait(
        lambda: any("Arkivmappen är klar" in o for o in siv.messages.told + siv.messages.notices)
    )
    (folder,) = place.iterdir()
    assert [one.name for one in siv.ask(archives)] == [folder.name]
    stages = [one.accessibleName() for one in siv.justering.header.stages.buttons]
    assert stages[-3:] == ["Anslag, klart", "Laga kraft, klart", "Arkiv, klart"]
    return folder


def check_in_the_window(siv: Secretary, signed: Path, folder: Path) -> None:
    """«Kontrollera underskrifter» says who has signed, «Kontrollera loggen» that it is whole."""
    siv.menu("Kontrollera underskrifter")
    dialog = siv.dialog(ControlDialog)
    for path, choose in ((signed, dialog.file), (folder, dialog.folder)):
        siv.messages.files = [path]
        siv.click(choose)
        siv.at_rest()
        assert dialog.view.report.name == path.name
        assert dialog.view.report.fits
        assert all(f"certifikat för {one}," in dialog.view.text for one in ("Anna Ek", "Gun Berg"))
    siv.click(dialog.close_it)
    siv.back()
    siv.menu("Kontrollera loggen")
    dialog = siv.dialog(ControlDialog)
    siv.at_rest()
    assert dialog.view.report.fits
    siv.click(dialog.close_it)
    siv.back()


def namnd(siv: Secretary, clock: Clock, *words: str, code: int = 0) -> str:
    """Do something by the command line, on the secretary's database."""
    out, err = io.StringIO(), io.StringIO()
    place = ["--databas", str(siv.folder / "namnd.db")]
    assert main([*words, *place], now=clock(), out=out, err=err) == code, err.getvalue()
    return out.getvalue()


def checked(siv: Secretary, clock: Clock, what: Path | str, *, whole: bool = True) -> set[str]:
    """Let `namnd kontrollera` tell what it finds."""
    words = ("kontrollera", str(what), "--format", "json")
    found = json.loads(namnd(siv, clock, *words, code=0 if whole else 1))
    assert found["stämmer"] is whole
    return {one["kod"] for one in found["fynd"]}


def check_everything(siv: Secretary, clock: Clock, signed: Path, folder: Path) -> None:
    """Everything is whole, and known by the database."""
    (package,) = siv.outbox.glob("*omgång 2.justering")
    (answer,) = (siv.folder / "inkommet").glob("*Gun Berg*")
    assert {"SIGNED", "JUSTERAT"} <= checked(siv, clock, signed)
    assert {"PAKET_WHOLE", "PAKET_SENT"} <= checked(siv, clock, package)
    assert {"SVAR_PROVED", "SVAR_TAKEN"} <= checked(siv, clock, answer)
    assert {"ARKIV_WHOLE", "ARKIV_RECORDED"} <= checked(siv, clock, folder)
    assert {"LOG_WHOLE", "LOG_HEADS"} <= checked(siv, clock, "logg")


def harm(path: Path) -> None:
    """Change one bit, a third into a file."""
    data = bytearray(path.read_bytes())
    data[len(data) // 3] ^= 1
    path.write_bytes(data)


def tell_what_is_harmed(siv: Secretary, clock: Clock, signed: Path, folder: Path) -> None:
    """One bit is enough, in the signed file and in the archive."""
    harm(signed)
    assert "SIGNED" not in checked(siv, clock, signed, whole=False)
    harm(next(folder.rglob("*.pdf")))
    assert "FILE_CHANGED" in checked(siv, clock, folder, whole=False)


def test_a_protokoll_from_its_last_word_to_the_archive(siv, anna, gun, clock, messages, tmp_path):
    first = ask_for_a_change(siv, anna, clock)
    change_the_paragraf(siv)
    clock.be(11, 27)
    second = send_again(siv, anna, first)
    sign(siv, anna, second, clock, 11, 28)
    keep_what_is_signed(siv)
    clock.be(12, 5)
    sign(siv, gun, siv.send(), clock, 12, 6)
    is_justerat_and_locked(siv)
    announce(siv, clock)
    save_the_proof(siv)
    send_utdrag(siv)
    publish(siv)
    wins_laga_kraft(siv, clock)
    signed, folder = save_what_is_signed(siv), archive(siv)
    check_in_the_window(siv, signed, folder)
    assert messages.errors == []
    check_everything(siv, clock, signed, folder)
    tell_what_is_harmed(siv, clock, signed, folder)
