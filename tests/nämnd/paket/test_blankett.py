"""The forms of an överenskommelse as files: what they promise, what they are called."""

from dataclasses import replace

import page as page_validation
import pytest

from nämnd.core.errors import GoneError
from nämnd.documents.checks import structure_problems
from nämnd.documents.content import as_text
from nämnd.paket.blankett import draft_paper, gather_blankett, make_blankett
from nämnd.paket.paper_file import FORMS
from nämnd.överenskommelse.commands import AddBlankett, AddÖverenskommelse
from nämnd.överenskommelse.queries import överenskommelse_view
from tests.builders import a_nämnd
from tests.conftest import NOW
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.överenskommelse.drafts import ÖVERENSKOMMELSE, redovisning, rekvisition

WHEN = NOW.astimezone()


@pytest.fixture
def agreed(store) -> str:
    new = AddÖverenskommelse(nämnd_id=a_nämnd(store), draft=ÖVERENSKOMMELSE)
    store.do(new)
    return new.överenskommelse_id


def a_form(store, agreed: str, draft) -> str:
    new = AddBlankett(överenskommelse_id=agreed, draft=draft)
    store.do(new)
    return new.blankett_id


@pytest.mark.parametrize("draft", [rekvisition(), redovisning()], ids=lambda draft: draft.slag)
def test_a_form_is_a_pdf_that_keeps_what_it_promises(store, agreed, draft, tmp_path):
    data = make_blankett(store, a_form(store, agreed, draft), created=WHEN)
    for profile in ("pdfua1", "pdfa2a"):
        assert page_validation.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    (tmp_path / "x.pdf").write_bytes(data)
    assert structure_problems(tmp_path / "x.pdf") == []


@pytest.mark.parametrize("draft", [rekvisition(), redovisning()], ids=lambda draft: draft.slag)
def test_a_form_is_a_word_file_without_faults(store, agreed, draft):
    key = a_form(store, agreed, draft)
    assert word_faults(make_blankett(store, key, created=WHEN, suffix=".docx")) == []


@pytest.mark.parametrize("suffix", FORMS)
def test_the_same_form_is_the_same_file(store, agreed, suffix):
    key = a_form(store, agreed, rekvisition())
    first, second = (make_blankett(store, key, created=WHEN, suffix=suffix) for _ in range(2))
    assert first == second


def test_it_says_who_pays_and_whose_number_it_has(store, agreed):
    said = as_text(gather_blankett(store, a_form(store, agreed, rekvisition())).document)
    assert "Till: Betalningsverket" in said
    assert "Diarienummer: VNÅ 2027/0003, Vårdnämnden i Ådalen" in said


def test_its_name_is_safe_and_says_what_it_is(store, agreed):
    draft = rekvisition(mottagare="Region Norr/Söder")
    name = gather_blankett(store, a_form(store, agreed, draft)).name(".pdf")
    assert name == "Rekvisition Region Norr-Söder Nära vård i Ådalen 2027.pdf"


def test_what_is_not_saved_can_be_looked_at(store, agreed):
    draft = replace(rekvisition(), belopp=777)
    paper = store.ask(
        lambda session: draft_paper(session, överenskommelse_view(session, agreed), draft)
    )
    assert "777 kronor" in as_text(paper.document)


def test_a_form_that_is_gone_is_told(store):
    with pytest.raises(GoneError):
        make_blankett(store, "finns inte", created=WHEN)
