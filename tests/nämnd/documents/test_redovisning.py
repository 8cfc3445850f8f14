"""A redovisning on paper, the form of a huvudman and back, and the mails that go with them."""

import email
import io
import zipfile
from datetime import datetime
from email.policy import default

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from nämnd.core.errors import ForeignFileError
from nämnd.documents.content import as_text
from nämnd.documents.form_answers import FormAnswer, read_answers
from nämnd.documents.redovisning import answer_places, build_form
from nämnd.documents.redovisning_mail import chasing_mail, question_mail, sending_mail
from nämnd.documents.word.nodes import node_of
from nämnd.paket.paper_file import WORD
from nämnd.paket.redovisning import form_bytes, gather_redovisning, make_redovisning
from nämnd.redovisning.answering import PutTogether
from nämnd.redovisning.commands import ApproveRedovisning
from nämnd.redovisning.errors import NotOurFormError
from nämnd.redovisning.recipients import recipients
from tests.conftest import GOLDEN
from tests.nämnd.documents.test_pdf import faults as pdf_faults
from tests.nämnd.documents.word_faults import faults
from tests.nämnd.redovisning.making import (
    NORR,
    TODAY,
    a_redovisning,
    answer,
    finish,
    spread,
    svar_id,
    view_of,
)

NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time
NÄMND = "Vårdnämnden i Ådalen"


@pytest.fixture
def key(store):
    found = a_redovisning(store, inledning="Redovisningen gäller **första halvåret**.")
    spread(store)
    return found


@pytest.fixture
def paper(store, files, key):
    return gather_redovisning(store, files, key)


@pytest.fixture
def norr(paper):
    return recipients(paper.view)[0]


def put_together(store):
    text = "**Region Norr**\n\nTre saker:\n\n- en\n- två"
    store.do(PutTogether(fråga_id="f3", text=text, klar=True))
    store.do(PutTogether(fråga_id="f4", text="Att börja tidigt.", klar=True))
    rader = (("Norr", "2025", "2026"), ("Syd", "2024", "")) * 2
    store.do(PutTogether(fråga_id="f6", text="Syd beslutar sist.", rader=rader, klar=True))


def test_it_says_everything_in_the_order_of_the_sender(store, files, key, request):
    put_together(store)
    store.do(ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY))
    said = as_text(gather_redovisning(store, files, key).document)
    golden = GOLDEN / "redovisning.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8")
    assert said == golden.read_text(encoding="utf-8")


def test_what_is_not_written_is_said_to_be_so(paper):
    assert as_text(paper.document).count("Inte skrivet än.") == 3


def test_the_pdf_is_accessible_and_archival(store, files, key):
    put_together(store)
    assert pdf_faults(make_redovisning(store, files, key, created=NOW)) == []


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_it_is_a_draft_until_it_is_approved_and_the_same_every_time(store, files, key, suffix):
    def made():
        return make_redovisning(store, files, key, created=NOW, suffix=suffix)

    draft = made()
    assert draft == made()
    finish(store, key)
    store.do(ApproveRedovisning(redovisning_id=key, av="Eva Lind", today=TODAY))
    assert draft != made()


def test_the_word_file_is_accessible(store, files, key):
    put_together(store)
    assert faults(make_redovisning(store, files, key, created=NOW, suffix=WORD)) == []


def test_a_form_has_only_the_questions_of_its_huvudman_with_the_headings_over_them(
    store, files, key
):
    other = a_redovisning(store, view_of(store, key).nämnd_id, frågor=_structure())
    spread(store, NORR, frågor=("g4",))
    found = gather_redovisning(store, files, other)
    said = as_text(build_form(found.sender, found.view, recipients(found.view)[0]))
    assert "Andra delen" in said
    assert "Fråga två?" in said
    assert "Första delen" not in said
    assert "Fråga ett?" not in said


def _structure():
    from nämnd.redovisning.values import FrågaDraft

    return (
        FrågaDraft("g1", "rubrik", "Första delen"),
        FrågaDraft("g2", "fråga", "Fråga ett?"),
        FrågaDraft("g3", "rubrik", "Andra delen"),
        FrågaDraft("g4", "fråga", "Fråga två?"),
    )


def test_a_form_has_a_named_place_for_each_answer(paper, norr):
    word = docx.Document(io.BytesIO(form_bytes(paper, norr, created=NOW)))
    names = [one.get(qn("w:val")) for one in word.element.body.iter(qn("w:alias"))]
    assert names == [one.label[:60] for one in answer_places(norr)]
    assert len(names) == 4  # two questions; a table and its comment


def test_a_form_that_comes_back_untouched_has_no_answers(paper, norr):
    read = read_answers(form_bytes(paper, norr, created=NOW))
    assert read == tuple(FormAnswer(one) for one in norr.svar_ids)


def filled(data: bytes, words: dict[int, list[str]], cells: list[str]) -> bytes:
    """Fill a form in as Word does: paragraphs in boxes, runs in cells."""
    word = docx.Document(io.BytesIO(data))
    tables = list(word.element.body.iter(qn("w:tbl")))
    for place, paragraphs in words.items():
        cell = next(tables[place].iter(qn("w:tc")))
        cell.remove(cell.find(qn("w:p")))
        for said in paragraphs:
            cell.append(node_of(word.add_paragraph(said)))
    row = list(tables[2].iter(qn("w:tr")))[1]
    for cell, said in zip(row.iter(qn("w:tc")), cells, strict=True):
        next(cell.iter(qn("w:p"))).append(parse_xml(_run(said)))
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def without_controls(data: bytes) -> bytes:
    """Return a form as LibreOffice saves it: what was in the controls, and no tags."""
    word = docx.Document(io.BytesIO(data))
    for control in list(word.element.body.iter(qn("w:sdt"))):
        for child in list(control.find(qn("w:sdtContent"))):
            control.addprevious(child)
        control.getparent().remove(control)
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _run(said: str) -> str:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:r xmlns:w="{space}"><w:t>{said}</w:t></w:r>'


def test_what_is_filled_in_is_read_back_to_the_answer_it_belongs_to(store, key, paper, norr):
    data = form_bytes(paper, norr, created=NOW)
    back = filled(data, {0: ["Vi har gjort tre saker.", "Och *en* till."]}, ["Norr", "2025", ""])
    read = {one.svar_id: one for one in read_answers(back)}
    first = read[svar_id(store, key, "f3", "Region Norr")]
    assert first.text == "Vi har gjort tre saker.\n\nOch \\*en\\* till."
    assert read[svar_id(store, key, "f6", "Region Norr")].rader == (("Norr", "2025", ""),)
    assert read[svar_id(store, key, "f4", "Region Norr")].text == ""


def test_a_form_whose_tags_were_dropped_is_read_by_the_bookmarks_over_its_boxes(paper, norr):
    back = filled(form_bytes(paper, norr, created=NOW), {0: ["Tre saker."]}, ["Norr", "2025", ""])
    assert read_answers(without_controls(back)) == read_answers(back)


def test_a_box_that_was_removed_leaves_the_answers_of_the_others(paper, norr):
    back = filled(form_bytes(paper, norr, created=NOW), {1: ["Mycket."]}, ["Norr", "", ""])
    word = docx.Document(io.BytesIO(without_controls(back)))
    table = node_of(word.tables[0])
    table.getparent().remove(table)
    file = io.BytesIO()
    word.save(file)
    read = {one.svar_id: one for one in read_answers(file.getvalue())}
    assert read[norr.svar_ids[1]].text == "Mycket."
    assert read[norr.svar_ids[2]].rader == (("Norr", "", ""),)
    assert norr.svar_ids[0] not in read


def test_what_is_answered_already_stands_in_the_form_and_comes_back_the_same(store, files, key):
    answer(store, key, "f3", "Region Norr", "Tre saker.")
    answer(store, key, "f6", "Region Norr", rader=(("Norr", "2025", "2026"),))
    paper = gather_redovisning(store, files, key)
    read = {one.svar_id: one for one in read_answers(_form_of(paper))}
    assert read[svar_id(store, key, "f3", "Region Norr")].text == "Tre saker."
    rows = read[svar_id(store, key, "f6", "Region Norr")].rader
    assert rows == (("Norr", "2025", "2026"),)


def _form_of(paper):
    return form_bytes(paper, recipients(paper.view)[0], created=NOW)


def test_a_file_that_is_no_form_is_refused(paper, store, files, key):
    other = make_redovisning(store, files, key, created=NOW, suffix=WORD)
    with pytest.raises(NotOurFormError):
        read_answers(other, "annat.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_a_damaged_file_is_refused(data):
    with pytest.raises((NotOurFormError, ForeignFileError)):
        read_answers(data, "svar.docx")


def test_a_form_with_a_trap_in_its_xml_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(NotOurFormError):
        read_answers(file.getvalue(), "svar.docx")


def test_questions_are_mailed_with_the_form_to_whoever_answers(paper, norr):
    form = (paper.form_name(norr), form_bytes(paper, norr, created=NOW))
    mail = email.message_from_bytes(
        question_mail(NÄMND, paper.view, norr, form, now=NOW), policy=default
    )
    assert mail["To"] == "Bo Alm <bo@norr.example>"
    body = mail.get_body().get_content()
    assert "3 frågor till Region Norr" in body
    assert "senast den 1 september 2026" in body
    (attached,) = mail.iter_attachments()
    assert attached.get_filename() == form[0]
    assert len(read_answers(attached.get_content())) == 3


def test_a_reminder_lists_only_what_is_not_answered(store, files, key):
    answer(store, key, "f3", "Region Norr", "Ja.")
    paper = gather_redovisning(store, files, key)
    norr = recipients(paper.view)[0]
    data = chasing_mail(NÄMND, paper.view, norr, ("f.docx", b"x"), now=NOW)
    body = email.message_from_bytes(data, policy=default).get_body().get_content()
    assert "– Vad har ni lärt er?" in body
    assert "– Ange tid för beslut." in body
    assert "Vad har ni gjort" not in body


def test_the_redovisning_is_mailed_to_the_recipient(paper):
    data = sending_mail(NÄMND, paper.view, ("r.pdf", b"x"), now=NOW)
    mail = email.message_from_bytes(data, policy=default)
    assert mail["To"] == "Tillsynsverket <redovisning@tillsyn.example>"
    assert "Delredovisning september 2026" in mail.get_body().get_content()
