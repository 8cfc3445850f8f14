"""Signed bilagor: kept whole beside the pages, because merging would break the signature."""

import pikepdf
import pytest

from nämnd.documents.checks import structure_problems
from nämnd.paket.plan import Reason, Status
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.looking import outline_of, text_on
from tests.nämnd.paket.material import signed, tagged


@pytest.fixture
def result(make, tmp_path):
    avtal = part(signed(tmp_path / "avtal.pdf"), "2", "Avtal åäö.pdf")
    return make(part(tagged(tmp_path / "a.pdf", 2), "1"), avtal)


def test_it_is_attached_byte_for_byte(result, tmp_path):
    with pikepdf.open(result.path) as pdf:
        assert list(pdf.attachments) == ["Bilaga 2 Avtal åäö.pdf"]
        kept = pdf.attachments["Bilaga 2 Avtal åäö.pdf"]
        assert kept.get_file().read_bytes() == (tmp_path / "avtal.pdf").read_bytes()
        assert kept.get_file().mime_type == "application/pdf"
        assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Supplement"]


def test_a_page_in_its_place_says_so_and_opens_it(result):
    said = " ".join(text_on(result.path, 4).split())
    assert "är undertecknad elektroniskt" in said
    assert "Öppna filen: Avtal åäö.pdf (3 kB)" in said
    with pikepdf.open(result.path) as pdf:
        (link,) = pdf.pages[3].obj.Annots
        assert link.Subtype == "/FileAttachment"
        assert link.FS.objgen == pdf.Root.AF[0].objgen
        assert str(link.Contents) == "Avtal åäö.pdf (3 kB)"
        assert (4, "Handling 2") in [(page, title) for _, title, page in outline_of(pdf)]
    assert structure_problems(result.path) == []


def test_the_result_tells_of_it(result):
    assert [one.status for one in result.parts] == [Status.INCLUDED, Status.ATTACHED]
    assert [(one.beteckning, one.reason) for one in result.left_out] == [("2", Reason.SIGNED)]


def test_a_field_that_nobody_signed_is_no_signature(make, tmp_path):
    with pikepdf.open(signed(tmp_path / "a.pdf")) as pdf:
        del pdf.Root.AcroForm.Fields[0].Kids[0].V
        pdf.save(tmp_path / "b.pdf")
    result = make(part(tmp_path / "b.pdf", "1"))
    assert [one.status for one in result.parts] == [Status.INCLUDED]
