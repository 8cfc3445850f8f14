"""Rekvisition and ekonomisk redovisning: what stands on them, and that anybody can read it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.documents.blankett import BlankettFacts, build_blankett
from nämnd.documents.content import Document, Heading, as_text, every_block
from nämnd.documents.pdf import pdf_bytes
from nämnd.överenskommelse.fields import FÄLT
from nämnd.överenskommelse.values import BLANKETTSLAG, BlankettDraft, Kostnad
from tests.nämnd.documents.samples import CREATED
from tests.nämnd.documents.test_pdf import faults, page_texts
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import opened, written
from tests.nämnd.överenskommelse.drafts import redovisning, rekvisition

FACTS = BlankettFacts("Betalningsverket", "VNÅ 2027/0003", "Vårdnämnden i Ådalen")
NOT_CERTIFIED = redovisning(avvikelser="Löner är bokförda på fel år.\nRättas i nästa bokslut.")
DRAFTS = {
    "rekvisition": rekvisition(),
    "ekonomisk_redovisning": redovisning(),
    "ekonomisk_redovisning_avvikelser": NOT_CERTIFIED,
    "rekvisition_tom": BlankettDraft("rekvisition", "Region Norr"),
}
every_draft = pytest.mark.parametrize("draft", DRAFTS.values(), ids=DRAFTS)


def built(draft: BlankettDraft) -> Document:
    return build_blankett(draft, FACTS)


@pytest.mark.parametrize("name", DRAFTS)
def test_what_stands_on_it(golden, name):
    golden(f"{name}.txt", as_text(built(DRAFTS[name])))


@every_draft
def test_the_pdf_is_accessible_and_archival(draft):
    assert faults(pdf_bytes(built(draft), created=CREATED)) == []


@every_draft
def test_the_word_file_is_accessible_and_says_the_same(draft):
    data = written(built(draft))
    assert word_faults(data) == []
    cells = [cell.text for table in opened(data).tables for row in table.rows for cell in row.cells]
    words = cells + [one.text for one in opened(data).paragraphs]
    for value in (*draft.uppgifter.values(), *(one.vad for one in draft.kostnader)):
        assert any(value.removesuffix(" kronor") in word.replace("\u00a0", " ") for word in words)


def test_a_rekvisition_is_one_page():
    assert len(page_texts(pdf_bytes(built(rekvisition()), created=CREATED))) == 1


@every_draft
def test_headings_do_not_skip_a_level(draft):
    blocks = every_block(built(draft).blocks)
    assert [one.level for one in blocks if isinstance(one, Heading)][:2] == [1, 2]


def test_only_the_alternative_that_was_chosen_stands_there():
    certified, not_certified = as_text(built(redovisning())), as_text(built(NOT_CERTIFIED))
    assert "Alternativ 1: Bo Alm (ekonomichef) intygar" in certified
    assert "Alternativ 2" not in certified
    assert "Alternativ 2: Bo Alm (ekonomichef) bedömer inte" in not_certified
    assert "Alternativ 1" not in not_certified


def test_the_costs_are_added_up_and_what_is_left_is_said():
    said = as_text(built(redovisning(kostnader=(Kostnad("Löner", 1500),))))
    assert "Summa kostnader | 1\u00a0500" in said
    assert "Medel som inte har förbrukats (bidrag – kostnader) | \N{MINUS SIGN}480" in said


_LINE = st.text(max_size=60)


@settings(max_examples=25)
@given(st.sampled_from(BLANKETTSLAG), _LINE, st.data())
def test_whatever_is_written_can_be_drawn(slag, mottagare, data):
    names = [one.namn for one in FÄLT[slag]]
    draft = BlankettDraft(
        slag,
        mottagare,
        belopp=data.draw(st.none() | st.integers(-(10**15), 10**15)),
        uppgifter=data.draw(st.dictionaries(st.sampled_from(names), _LINE)),
        kostnader=tuple(
            Kostnad(vad, belopp)
            for vad, belopp in data.draw(st.lists(st.tuples(_LINE, st.integers()), max_size=3))
        ),
        avvikelser=data.draw(st.none() | st.text(max_size=200)),
    )
    assert pdf_bytes(built(draft), created=CREATED).startswith(b"%PDF")
    assert written(built(draft)).startswith(b"PK")
