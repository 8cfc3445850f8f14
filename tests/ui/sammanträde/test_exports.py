"""Saving one paper, printing it, and the exchange file."""

import json
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QWidget

from nämnd.logg.queries import latest
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.rules import NämndDraft
from nämnd.paket.paper_kinds import UTDRAG_WORD
from nämnd.sammanträde.commands import RemoveSammanträde
from tests.builders import a_nämnd, a_punkt, a_sammanträde, send
from tests.nämnd.protokoll.meeting_day import a_paragraf, justera
from ui.sammanträde.export_kinds import EXPORTS, OF_THE_DAY
from ui.sammanträde.exports import export, export_nämnd, print_paper
from ui.sammanträde.send_dialog import send_kallelse
from ui.sammanträde.utdrag_dialog import UtdragDialog

PATIENCE = 30_000  # ms
SAVED = tuple(one for one in (*EXPORTS, *OF_THE_DAY) if one.kind.what != "utdrag")


@pytest.fixture
def nämnd(store):
    return a_nämnd(store, "Vårdnämnden i Ådalen", kortnamn="VNÅ")


@pytest.fixture
def key(store, nämnd):
    key = a_sammanträde(store, nämnd)
    a_punkt(store, key, "Budget", bilagor=3)
    return key


@pytest.fixture
def case(qtbot, desk, nämnd, key, tmp_path):
    """Everything at once."""
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return SimpleNamespace(
        desk=desk, parent=parent, nämnd=nämnd, key=key, messages=desk.messages, folder=tmp_path
    )


def of_kind(words: str):
    return next(one for one in (*EXPORTS, *OF_THE_DAY) if words in one.text.replace("&", ""))


@pytest.mark.parametrize("what", SAVED, ids=lambda one: f"{one.kind.what}{one.kind.suffix}")
def test_each_kind_is_saved_where_the_user_wants_it(qtbot, case, what):
    send(case.desk.store, case.key)
    a_paragraf(case.desk.store, case.key)
    case.messages.files = [case.folder]
    export(case.desk, case.parent, case.key, what)
    qtbot.waitUntil(lambda: bool(case.messages.notices or case.messages.told), timeout=PATIENCE)
    (made,) = case.folder.glob("*2026-03-27*")
    assert made.suffix == what.kind.suffix
    beginning = b"%PDF-" if made.suffix == ".pdf" else b"PK\x03\x04"
    assert made.read_bytes().startswith(beginning)
    said = (case.messages.notices or case.messages.told)[0]
    assert said.startswith(f"{made.name} är klar")
    assert bool(case.messages.told) is (what.kind.what == "utskick")
    assert case.desk.store.ask(latest)[0].rubrik.startswith(f"spara {made.name}")


def test_what_is_left_out_is_told_in_one_sentence(qtbot, case):
    case.messages.files = [case.folder]
    export(case.desk, case.parent, case.key, of_kind("Utskick: en PDF"))
    qtbot.waitUntil(lambda: bool(case.messages.told), timeout=PATIENCE)
    assert "3 bilagor har ingen fil än: 1A–1C." in case.messages.told[0]


@pytest.mark.parametrize("agreed", [True, False])
def test_a_file_that_is_there_is_replaced_only_when_the_user_agrees(qtbot, case, agreed):
    old = case.folder / "Dagordning 2026-03-27 VNÅ.pdf"
    old.write_bytes(b"den gamla")
    case.messages.files, case.messages.confirm_with = [case.folder], [agreed]
    export(case.desk, case.parent, case.key, of_kind("Dagordning som PDF"))
    assert case.messages.asked[-1] == f"{old.name} finns redan i mappen. Ersätta den? [Ersätt]"
    qtbot.waitUntil(lambda: not case.desk.jobs.busy, timeout=PATIENCE)
    assert (old.read_bytes() == b"den gamla") is not agreed


def test_no_folder_no_file(case):
    export(case.desk, case.parent, case.key, of_kind("Dagordning som PDF"))
    assert not case.desk.jobs.busy
    assert case.messages.errors == []


def test_there_is_no_tilläggslista_before_a_kallelse(case):
    export(case.desk, case.parent, case.key, of_kind("Tilläggslista som PDF"))
    assert case.messages.errors == [
        "Det finns ingen tilläggslista att göra, eftersom ingen kallelse har gått ut än."
    ]
    assert case.messages.asked == []


@pytest.mark.parametrize("words", ["Protokoll som PDF", "Snabbprotokoll som Word", "utdrag som"])
def test_there_is_no_protokoll_before_a_paragraf_is_handled(case, words):
    export(case.desk, case.parent, case.key, of_kind(words))
    (said,) = case.messages.errors
    assert "eftersom ingen paragraf har behandlats än" in said
    assert case.messages.asked == []


def test_an_utdrag_asks_which_paragrafer(qtbot, case):
    a_paragraf(case.desk.store, case.key)
    justera(case.desk.store, case.key)
    export(case.desk, case.parent, case.key, of_kind("utdrag som Word"))
    dialog = case.parent.findChild(UtdragDialog)
    assert dialog.form.value() == UTDRAG_WORD
    dialog.reject()


def test_what_is_not_there_yet_is_not_printed(case):
    print_paper(case.desk, case.parent, case.key, "protokoll")
    assert "eftersom ingen paragraf har behandlats än" in case.messages.errors[0]


def test_a_folder_that_can_not_be_written_is_explained(qtbot, case):
    (case.folder / "fil").write_text("ingen mapp")
    case.messages.files = [case.folder / "fil" / "ut"]
    export(case.desk, case.parent, case.key, of_kind("Kallelse som PDF"))
    qtbot.waitUntil(lambda: bool(case.messages.errors), timeout=PATIENCE)
    assert "Det går inte att skriva i" in case.messages.errors[0]


ACTS = {
    "export": lambda desk, parent, key: export(desk, parent, key, EXPORTS[0]),
    "print": lambda desk, parent, key: print_paper(desk, parent, key, "dagordning"),
    "send": send_kallelse,
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
@pytest.mark.parametrize("why", ["removed", "damaged logo"])
def test_a_paper_that_can_not_be_made_is_explained(case, act, why):
    if why == "removed":
        case.desk.store.do(RemoveSammanträde(sammanträde_id=case.key))
    else:
        logo = case.desk.files.keep_bytes(b"\x89PNG en bild", "logo.png").sha256
        draft = NämndDraft("Vårdnämnden i Ådalen", logotyp=logo)
        case.desk.store.do(SaveNämnd(nämnd_id=case.nämnd, draft=draft))
        path = case.desk.files.path_of(logo)
        path.chmod(0o600)
        path.write_bytes(b"en annan bild")
    act(case.desk, case.parent, case.key)
    assert len(case.messages.errors) == 1
    assert QApplication.activeModalWidget() is None


QT_SAYS = pytest.mark.qt_log_ignore("^QPainter::begin", "^QPdfEngine", extend=True)


@pytest.mark.parametrize(
    "printed",
    [pytest.param(True, id="a printer"), pytest.param(False, id="no printer", marks=QT_SAYS)],
)
def test_a_paper_is_printed_or_it_is_told_why_not(qtbot, case, printed):
    path = case.folder / ("utskrift.pdf" if printed else "saknas/utskrift.pdf")

    def agree() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QPrintDialog):
            QTimer.singleShot(10, agree)
            return
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        dialog.done(1)

    print_paper(case.desk, case.parent, case.key, "kallelse" if printed else "dagordning")
    QTimer.singleShot(10, agree)
    qtbot.waitUntil(lambda: path.exists() or bool(case.messages.errors), timeout=PATIENCE)
    assert path.exists() is printed
    assert [one[:30] for one in case.messages.errors] == (
        [] if printed else ["Det gick inte att skriva ut. K"]
    )


def test_a_nämnd_goes_to_an_exchange_file(qtbot, case):
    folder = case.folder / "utbyte"
    folder.mkdir()
    case.messages.files = [folder]
    export_nämnd(case.desk, case.parent, case.nämnd)
    qtbot.waitUntil(lambda: bool(case.messages.notices), timeout=PATIENCE)
    (path,) = folder.glob("*.json")
    assert case.messages.notices == [f"{path.name} och filerna ligger i {path.parent}."]
    assert json.loads(path.read_text(encoding="utf-8"))["nämnd"]["namn"] == "Vårdnämnden i Ådalen"
