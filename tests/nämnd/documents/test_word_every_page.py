"""What stands on every page of a Word file: the word utkast, and places to sign."""

import io

import docx
from docx.oxml.ns import qn

from nämnd.documents.content import Document, Heading
from nämnd.documents.word import word_bytes
from nämnd.documents.word.nodes import node_of
from tests.nämnd.documents.samples import CREATED, HEAD
from tests.nämnd.documents.word_reading import TEMPLATES, opened

SIGNED = Document("Protokoll", HEAD, (Heading("Protokoll", 1),), signs=("Sign", "Bestyrkande"))


def own_template(tmp_path, change):
    """Return a nämnd's own template: that of the kallelse with something changed in Word."""
    word = docx.Document(str(TEMPLATES / "kallelse.docx"))
    change(word)
    path = tmp_path / "egen.docx"
    word.save(str(path))
    return path


def written(document, template=None, *, draft=False):
    return opened(word_bytes(document, created=CREATED, template=template, draft=draft))


def feet(word):
    (section,) = word.sections
    return [
        [one.text for one in foot.paragraphs]
        for foot in (section.footer, section.first_page_footer)
    ]


def test_there_is_a_line_and_a_label_for_each_place_to_sign_on_every_page():
    for foot in feet(written(SIGNED)):
        assert foot[:2] == ["\t\t\t", "Sign\tBestyrkande"]


def test_a_template_without_a_place_for_them_has_them_first_in_every_foot():
    for foot in feet(written(SIGNED, TEMPLATES / "kallelse.docx")):
        assert foot[:2] == ["\t\t\t", "Sign\tBestyrkande"]
        assert len(foot) == 3


def test_what_is_not_signed_has_no_lines():
    plain = Document("Kallelse", HEAD, (Heading("Kallelse", 1),))
    assert all(len(foot) == 1 for foot in feet(written(plain)))
    assert all(len(foot) == 1 for foot in feet(written(plain, TEMPLATES / "protokoll.docx")))


def heads(word):
    (section,) = word.sections
    kinds = (section.header, section.first_page_header, section.even_page_header)
    return [
        "".join(one.text for one in head.paragraphs)
        for head in kinds
        if not head.is_linked_to_previous
    ]


def remove(control):
    around = control.getparent()
    assert around is not None
    around.remove(control)


def test_a_draft_says_so_in_the_head_and_on_the_first_page():
    word = written(SIGNED, draft=True)
    assert all("UTKAST" in one for one in heads(word))
    assert any("UTKAST" in one.text for one in word.paragraphs[:2])
    assert not any("UTKAST" in one for one in heads(written(SIGNED)))


def test_a_head_that_does_not_name_the_paper_says_utkast_all_the_same(tmp_path):
    def bare(word):
        for one in word.sections[0].header.paragraphs:
            for control in list(node_of(one).iter(qn("w:sdt"))):
                remove(control)
        word.settings.odd_and_even_pages_header_footer = True

    found = heads(written(SIGNED, own_template(tmp_path, bare), draft=True))
    assert len(found) == 2
    assert all(one.startswith("UTKAST") for one in found)


def test_a_first_page_that_does_not_name_the_paper_says_utkast_too(tmp_path):
    def moved(word):
        (body,) = node_of(word).iter(qn("w:body"))
        for control in list(body.iter(qn("w:sdt"))):
            tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            if tag is not None and tag.get(qn("w:val")) == "slag":
                remove(control)

    found = heads(written(SIGNED, own_template(tmp_path, moved), draft=True))
    assert len(found) == 2
    assert all("UTKAST" in one for one in found)


def test_the_file_can_be_read_again():
    data = word_bytes(SIGNED, created=CREATED, draft=True)
    assert docx.Document(io.BytesIO(data)).core_properties.title == "Protokoll"
