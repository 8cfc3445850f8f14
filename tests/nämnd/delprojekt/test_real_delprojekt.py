"""Delprojekt 8, 11 and 14 of the real packet, entered whole: every word comes out again."""

import io
import re
from datetime import datetime

import docx
import pytest
from docx.table import Table as WordTable

from nämnd.delprojekt.commands import AddDelprojekt, AddRapport
from nämnd.delprojekt.queries import delprojekt_view
from nämnd.documents.content import Heading, Subheading
from nämnd.paket.delprojekt import gather_rapport, make_missiv, make_rapport
from nämnd.paket.paper_file import WORD
from tests.builders import a_nämnd
from tests.nämnd.delprojekt.real import Packet, delprojekt_8, delprojekt_11, delprojekt_14
from tests.nämnd.documents.test_pdf import faults, spoken
from tests.nämnd.documents.word_faults import faults as word_faults

NOW = datetime(2019, 10, 31, 9, 41)  # noqa: DTZ001 - local time
SRVN = "Södra regionvårdsnämnden"
REAL = {8: (delprojekt_8, 2964, 3221), 11: (delprojekt_11, 3222, 3384),
        14: (delprojekt_14, 3385, 3560)}  # fmt: skip
SAID_BY_THE_FORM = {
    "Till", "Södra Regionvårdsnämnden", "Södra regionvårdsnämnden beslutar att", "Bakgrund",
    "Utförda åtgärder:", "Målsättning med delprojektet", "Beslut SRVN 2018-06-07",
    "Uppföljning 2019-11-22", "Definierade behov", "Mer information", "2019-10-31",
    "Södra sjukvårdsregionen", "Samarbete för bättre vård",
    "Delprojekt 8 Benign kolorektal kirurgi, uppföljning", "Uppföljning - Delprojekt 8",
    "Delprojekt 11 Skopiutredning, uppföljning", "Uppföljning - Delprojekt 11",
    "https://sodrasjukvardsregionen.se/samarbete-for-battre-vard/om-samarbetet/",
    "Delprojekt 14: Spinal rehabilitering", "Ryggmärgskaderehabilitering", "Målbild",
    "Övergripande målbild", "Arbetsgruppen ytterligare mål med projektet", "Status", "Vinster",
    "Planer: fortsätta jobba för", "Önskemål",
}  # fmt: skip


@pytest.fixture(params=REAL, ids=lambda number: f"delprojekt-{number}")
def entered(request, store, seed):
    """Return a delprojekt with its report as it was entered, and the packet."""
    enter, first, last = REAL[request.param]
    packet = Packet(seed("002"))
    draft, rapport = enter(packet)
    nämnd_id = a_nämnd(store, SRVN, kortnamn="SRVN")
    add = AddDelprojekt(nämnd_id=nämnd_id, draft=draft)
    store.do(add)
    report = AddRapport(delprojekt_id=add.delprojekt_id, draft=rapport)
    store.do(report)
    return packet, packet.left(first, last), add, report.rapport_id


def letters(text: str) -> str:
    """Return the letters and digits of a text: where lines and words are parted says nothing."""
    return re.sub(r"[\W_]+", "", text.replace("\xad", ""))


def word_text(data: bytes) -> str:
    said = []
    for part in docx.Document(io.BytesIO(data)).iter_inner_content():
        if isinstance(part, WordTable):
            said += [cell.text for row in part.rows for cell in row.cells]
        else:
            said.append(part.text)
    return "\n".join(said)


def test_all_of_it_can_be_entered(entered, store):
    _, left, add, _ = entered
    assert set(left) <= SAID_BY_THE_FORM
    view = store.ask(lambda session: delprojekt_view(session, add.delprojekt_id))
    before = add.draft
    assert view.draft.målsättning == before.målsättning
    assert [one.text for one in view.draft.åtgärder] == [one.text for one in before.åtgärder]
    assert view.draft.beslut == before.beslut


@pytest.mark.parametrize("suffix", [".pdf", WORD])
def test_every_word_that_was_entered_stands_in_missiv_or_rapport(entered, store, suffix):
    packet, _, _, rapport_id = entered
    papers = (
        make(store, rapport_id, created=NOW, suffix=suffix) for make in (make_missiv, make_rapport)
    )
    read = word_text if suffix == WORD else spoken
    said = [letters(read(paper)) for paper in papers]
    missing = [piece for piece in packet.taken if not any(letters(piece) in one for one in said)]
    assert missing == []


def test_the_papers_are_faultless_files(entered, store):
    _, _, _, rapport_id = entered
    for make in (make_missiv, make_rapport):
        assert faults(make(store, rapport_id, created=NOW)) == []
        assert word_faults(make(store, rapport_id, created=NOW, suffix=WORD)) == []


def test_the_form_is_that_of_7b(entered, store):
    _, _, add, rapport_id = entered
    paper = gather_rapport(store, rapport_id).rapport
    headings = [one.text for one in paper.blocks if isinstance(one, Heading | Subheading)]
    expected = [
        "Bakgrund",
        "Målsättning med delprojektet",
        "Beslut SRVN 2018-06-07",
        "Uppföljning 2019-11-22",
        "Definierade behov",
        "Mer information",
    ]
    there = [one for one in expected if one in headings]
    assert [one for one in headings if one in expected] == there
    assert set(expected) - set(there) <= {"Beslut SRVN 2018-06-07", "Mer information"}
    assert headings[0] == f"Uppföljning – Delprojekt {add.draft.nummer} {add.draft.rubrik}"
