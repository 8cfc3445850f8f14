"""Missiv, uppföljningsrapport and the report of a program: what stands in them, and the files."""

import io
import itertools
import re
from datetime import date

import openpyxl
import pytest

from nämnd.bevakning.commands import AddBevakning, CloseBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum, VidSammanträde
from nämnd.delprojekt.commands import CloseDelprojekt
from nämnd.delprojekt.queries import program_report
from nämnd.delprojekt.report import report_outward
from nämnd.delprojekt.values import RapportDraft
from nämnd.documents.content import Heading, ItemList, Together, as_text, every_block
from nämnd.documents.delprojekt.program import build_program
from nämnd.documents.parts import Sender
from nämnd.organisation.queries import nämnd_draft
from nämnd.paket.delprojekt import (
    EXCEL,
    draft_paper,
    gather_rapport,
    make_missiv,
    make_program_report,
    make_rapport,
    program_name,
)
from nämnd.paket.paper_file import PDF, WORD
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.values import Sekretess, ÄrendeDraft
from tests.conftest import NOW, TODAY
from tests.nämnd.delprojekt.making import DRAFT, RAPPORT, a_program
from tests.nämnd.documents.test_pdf import faults, page_texts
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import part


@pytest.fixture
def made(store):
    return a_program(store, adress=("Box 1", "291 89 Staden"))


@pytest.fixture
def second(made):
    """Return the second report of a delprojekt, with something new in it."""
    key = made.delprojekt()
    made.rapport(key)
    made.add_åtgärd(key, "Kursen är hållen med 19 deltagare.")
    draft = made.view(key).draft
    made.change(key, behov=(*draft.behov, type(draft.behov[0])("n3", "Handledare i alla regioner")))
    return made.rapport(
        key, datum=date(2026, 3, 2), missiv_datum=None, uppföljning_datum=date(2026, 3, 27)
    )


@pytest.fixture
def program(made, store):
    """Return a nämnd with a delprojekt that is late, one that is closed and one nobody watches."""
    key = made.delprojekt()
    made.rapport(key)
    closed = made.delprojekt(nummer=4, rubrik="Hud", behov=(), kontakt=None)
    made.delprojekt(nummer=5, rubrik="Sömn", åtgärder=(), behov=(), ärende_id=None)
    for rubrik, förfaller, of in (
        ("Återrapport om höften", PåDatum(date(2026, 2, 1)), key),
        ("Slutrapport", VidSammanträde(4, 2027), key),
        ("Återrapport om huden", PåDatum(date(2025, 2, 1)), closed),
    ):
        draft = BevakningDraft(rubrik, förfaller, Källa(delprojekt_id=of), ansvarig="Bo Alm")
        add = AddBevakning(nämnd_id=made.nämnd_id, draft=draft, today=date(2024, 6, 7))
        store.do(add)
    store.do(
        CloseBevakning(
            bevakning_id=add.bevakning_id, avslut="gjord", hur="rapporterat § 7", today=TODAY
        )
    )
    store.do(CloseDelprojekt(delprojekt_id=closed, datum=TODAY))
    return made


def report(made, program: str | None = DRAFT.program):
    def read(session):
        found = report_outward(program_report(session, made.nämnd_id, program, TODAY))
        return build_program(Sender(nämnd_draft(session, made.nämnd_id)), found)

    return made.store.ask(read)


def xml_lines(data: bytes) -> str:
    xml = part(data, "word/document.xml")
    return re.sub(r"(?=<w:(?:p|tbl|tr|sectPr)[ >])", "\n", xml) + "\n"


def test_the_missiv_as_text(store, second, golden):
    golden("delprojekt_missiv.txt", as_text(gather_rapport(store, second).missiv))


def test_the_rapport_as_text(store, second, golden):
    golden("delprojekt_rapport.txt", as_text(gather_rapport(store, second).rapport))


def test_the_program_as_text(program, golden):
    golden("uppfoljning.txt", as_text(report(program)))


def test_the_rapport_as_pdf(store, second, golden):
    text = "\f".join(page_texts(make_rapport(store, second, created=NOW)))
    golden("delprojekt_rapport.pdf.txt", text.replace("\r\n", "\n") + "\n")


def test_the_rapport_as_word(store, second, golden):
    data = make_rapport(store, second, created=NOW, suffix=WORD)
    golden("delprojekt_rapport.document.xml", xml_lines(data))


def test_the_papers_of_a_report_are_faultless_files(store, second):
    for make in (make_missiv, make_rapport):
        assert faults(make(store, second, created=NOW)) == []
        assert word_faults(make(store, second, created=NOW, suffix=WORD)) == []


def test_the_report_of_a_program_is_a_faultless_file(store, program):
    for suffix, check in ((PDF, faults), (WORD, word_faults)):
        data = make_program_report(store, program.nämnd_id, None, created=NOW, suffix=suffix)
        assert check(data) == []


@pytest.mark.parametrize("suffix", [PDF, WORD, EXCEL])
def test_the_same_report_is_the_same_bytes(store, program, suffix):
    made = [
        make_program_report(store, program.nämnd_id, None, created=NOW, suffix=suffix)
        for _ in range(2)
    ]
    assert made[0] == made[1]


def test_nothing_is_marked_as_new_in_a_first_report(made, store):
    paper = gather_rapport(store, made.rapport(made.delprojekt()))
    assert "Nytt" not in as_text(paper.rapport) + as_text(paper.missiv)


def test_a_rapport_of_which_nothing_is_written_says_so(made, store):
    key = made.delprojekt(
        program="", ärende_id=None, bakgrund="", målsättning_ingress="", målsättning=(),
        kontakt=None, ansvarig=None, mer_information="", beslut=(), åtgärder=(), behov=(),
    )  # fmt: skip
    paper = draft_paper(store, key, RapportDraft())
    assert as_text(paper.rapport) == (
        "Vårdnämnden i Ådalen\nDelprojekt 3 \n"
        "\n# Uppföljning – Delprojekt 3 Planerad höftkirurgi\n"
        "\n## Uppföljning\nInga åtgärder är redovisade.\n"
    )
    assert as_text(paper.missiv) == (
        "Vårdnämnden i Ådalen\nMissiv, delprojekt 3 \n"
        "\n# Delprojekt 3 Planerad höftkirurgi, uppföljning\n"
        "Till: Vårdnämnden i Ådalen\n"
    )


def test_att_satser_that_nobody_has_judged_are_a_list_as_they_were_decided(made, store):
    (beslut,) = DRAFT.beslut
    loose = tuple(type(one)(one.id, one.text) for one in beslut.satser)
    key = made.delprojekt(beslut=(type(beslut)(beslut.id, beslut.datum, loose),))
    said = as_text(draft_paper(store, key, RAPPORT).rapport)
    assert "1. Att rekommendera huvudmännen" in said
    assert "Läge" not in said
    assert "## Beslut VNÅ 2024-06-07\n" in said


def test_a_preview_says_what_the_saved_report_will(made, store):
    key = made.delprojekt()
    before = draft_paper(store, key, RAPPORT)
    after = gather_rapport(store, made.rapport(key))
    assert (before.missiv, before.rapport) == (after.missiv, after.rapport)


def test_the_lines_to_sign_on_are_not_alone_on_their_page(made, store):
    key = made.delprojekt()
    for number in range(12):
        made.add_åtgärd(key, f"Åtgärd {number}: " + "arbetet har gått framåt " * 9)
    blocks = gather_rapport(store, made.rapport(key)).missiv.blocks
    last = next(block for block in blocks[::-1] if isinstance(block, Together))
    assert isinstance(last.blocks[0], ItemList)
    lists = [one for one in every_block(blocks) if isinstance(one, ItemList)]
    assert sum(len(one.items) for one in lists[1:-1]) >= len(last.blocks[0].items)


def in_steps(document) -> bool:
    """Say whether a document has one title and skips no level of headings."""
    levels = [one.level for one in every_block(document.blocks) if isinstance(one, Heading)]
    steps = all(after - before <= 1 for before, after in itertools.pairwise(levels))
    return levels[0] == 1 and 1 not in levels[1:] and steps


def test_no_level_of_headings_is_skipped_in_a_report(store, second):
    paper = gather_rapport(store, second)
    assert in_steps(paper.missiv)
    assert in_steps(paper.rapport)


def test_no_level_of_headings_is_skipped_in_a_program(program):
    assert in_steps(report(program))


def test_the_spreadsheet_has_what_was_decided_done_and_is_late(store, program):
    data = make_program_report(store, program.nämnd_id, None, created=NOW, suffix=EXCEL)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Beslut", "Åtgärder", "Behov", "Uppföljning", "Om listan"]
    decided = list(book["Beslut"].iter_rows(min_row=2, values_only=True))
    assert len(decided) == 9
    assert decided[1][1:9] == (
        3, "Planerad höftkirurgi", "nämnden", decided[1][4], 41,
        "Att inrätta en permanent arbetsgrupp", "pågår", "gruppen utses i maj",
    )  # fmt: skip
    assert str(decided[1][4]).startswith("2024-06-07")
    assert book["Åtgärder"].max_row == 1 + 10
    late = [row for row in book["Uppföljning"].iter_rows(values_only=True) if row[7] == "ja"]
    assert [(row[3], row[6], row[8]) for row in late] == [
        ("Återrapport om höften", -29, "Försenad 29 dagar")
    ]


def test_what_begins_like_a_formula_is_a_text_in_the_spreadsheet(made, store):
    made.delprojekt(rubrik="=1+1")
    data = make_program_report(store, made.nämnd_id, None, created=NOW, suffix=EXCEL)
    cell = openpyxl.load_workbook(io.BytesIO(data))["Beslut"]["C2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_a_report_for_a_sammanträde_to_come_is_not_one_the_nämnd_has_had(made):
    key = made.delprojekt()
    made.rapport(key)
    made.rapport(key, uppföljning_datum=date(2026, 3, 27))
    said = as_text(report(made, None))
    assert "3. Planerad höftkirurgi | 2024-06-07 | 1 av 3 | 2025-03-28 | " in said
    assert "• Rapport 2 till sammanträdet 2026-03-27" in said
    assert "Program: Vård utan gränser" in said


@pytest.mark.parametrize(
    "facts", [{"dölj_rubrik": True}, {"sekretess": Sekretess("OSL 25:1", None)}]
)
def test_of_a_delprojekt_in_a_hidden_or_secret_ärende_nothing_is_told(made, store, facts):
    made.delprojekt()
    open_said = as_text(report(made))
    assert "höftkirurgi" in open_said
    assert "sekretessmarkerat i diariet" not in open_said
    hidden = ÄrendeDraft("Höft", **facts)
    store.do(ChangeÄrende(ärende_id=made.ärende_id, draft=hidden))
    said = as_text(report(made))
    assert "Ärendet är dolt eller sekretessmarkerat i diariet." in said
    assert "höftkirurgi" not in said
    assert "Kursen" not in said
    data = make_program_report(store, made.nämnd_id, None, created=NOW, suffix=EXCEL)
    book = openpyxl.load_workbook(io.BytesIO(data))
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row]
    assert not [one for one in cells if "höft" in one.casefold()]


def test_a_nämnd_without_delprojekt_says_so(made):
    assert "Nämnden har inga delprojekt." in as_text(report(made, None))


@pytest.mark.parametrize(
    ("program", "name"),
    [
        (None, "Uppföljning delprojekt.pdf"),
        ("Vård/omsorg", "Uppföljning Vård-omsorg.pdf"),
        ("../../" + "Mycket långt program " * 9, None),
    ],
)
def test_a_file_has_a_name_that_says_what_it_is_and_stays_in_its_folder(program, name):
    made = program_name(program, PDF)
    assert name in {None, made}
    assert "/" not in made
    assert len(made) < 100
