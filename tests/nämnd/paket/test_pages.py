"""How many pages a file has, for the list of bilagor."""

import pytest

from nämnd.paket.pages import pages_in
from tests.nämnd.paket import raw
from tests.nämnd.paket.drawn import photo, untagged
from tests.nämnd.paket.material import locked, signed, truncated, word_file


def test_pages_of_a_pdf_are_counted(tmp_path):
    assert pages_in(untagged(tmp_path / "a.pdf", 7)) == 7
    assert pages_in(signed(tmp_path / "b.pdf")) == 2
    assert pages_in(truncated(tmp_path / "c.pdf")) == 9
    assert pages_in(locked(tmp_path / "d.pdf", user="")) == 7


def test_what_is_no_pdf_or_cannot_be_opened_has_no_number(tmp_path):
    assert pages_in(locked(tmp_path / "a.pdf", user="las")) is None
    assert pages_in(word_file(tmp_path / "b.docx")) is None
    assert pages_in(photo(tmp_path / "c.png")) is None
    assert pages_in(tmp_path / "borta.pdf") is None
    assert pages_in(tmp_path) is None


@pytest.mark.parametrize("kind", ["table_bomb", "deep_page_tree", "endless_page_tree"])
def test_a_hostile_pdf_has_no_number(tmp_path, kind):
    (tmp_path / "a.pdf").write_bytes(getattr(raw, kind)())
    assert pages_in(tmp_path / "a.pdf") is None
