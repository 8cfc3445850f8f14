"""A protokoll that is justerat leaves in the bytes that were signed, a file for each set of §§."""

from contextlib import closing

import pytest
from pypdfium2 import PdfDocument

from nämnd.core.errors import FileDamagedError, FileMissingError
from nämnd.core.progress import finish
from nämnd.documents.content import Document, Heading, Letterhead, PageBreak, Subheading
from nämnd.documents.pdf import pdf_bytes
from nämnd.justering.commands import RecordPaper
from nämnd.justering.errors import NotNowError
from nämnd.paket.justering import justerat_pdf
from nämnd.paket.paper_kinds import PROTOKOLL_PDF, PROTOKOLL_WORD
from nämnd.paket.papers import gather, preview_kept, read_kept
from nämnd.paket.sending import Order, file_names, make_all, make_files, plan_utskick
from tests.nämnd.justering.sets import Set


@pytest.fixture
def set_(store):
    return Set(store)


def signed_on_paper(set_, files, text, justering_id=None, version=1):
    """Let a set be justerad; what was signed is the file that holds `text`."""
    key = justering_id or set_.id
    kept = files.keep_bytes(text, "protokoll.pdf")
    sending = set_.sending(pdf=kept.sha256, justering_id=key, paket=None, version=version)
    set_.store.do(sending)
    both = (set_.anna, set_.bo)
    set_.store.do(
        RecordPaper(justering_id=key, person_ids=both, datum="2026-04-01", today="2026-04-01")
    )


def exported(set_, files, folder, now, *kinds):
    papers = gather(set_.store, files, set_.sammanträde, today=now.date(), protokoll=True)
    plan = plan_utskick(papers, files, cache=folder / "cache", created=now)
    order = Order(papers, plan, kinds or (PROTOKOLL_PDF,), mail=False)
    names = file_names(order)
    made = finish(make_all(make_files, order, folder))
    assert names == tuple(one.path.name for one in made.files)
    return {one.path.name: one.path.read_bytes() for one in made.files}


def test_what_is_justerat_leaves_in_the_bytes_that_were_signed(set_, files, tmp_path, now):
    signed_on_paper(set_, files, b"det undertecknade")
    found = exported(set_, files, tmp_path / "ut", now)
    assert found == {"Protokoll 2026-03-27 §§ 1–2.pdf": b"det undertecknade"}
    assert justerat_pdf(set_.store, files, set_.id) == b"det undertecknade"


def test_each_set_has_a_file_of_its_own(set_, files, tmp_path, now):
    second = set_.plan("2")
    first = set_.plan("1")
    signed_on_paper(set_, files, b"tva", second)
    signed_on_paper(set_, files, b"ett", first)
    assert exported(set_, files, tmp_path / "ut", now) == {
        "Protokoll 2026-03-27 § 1.pdf": b"ett",
        "Protokoll 2026-03-27 § 2.pdf": b"tva",
    }


def test_as_long_as_one_paragraf_is_not_justerad_the_protokoll_is_drawn(set_, files, tmp_path, now):
    signed_on_paper(set_, files, b"ett", set_.plan("1"))
    (name,) = exported(set_, files, tmp_path / "ut", now)
    assert "UTKAST" in name
    with pytest.raises(NotNowError):
        justerat_pdf(set_.store, files, set_.id)


def test_the_word_file_is_drawn(set_, files, tmp_path, now):
    signed_on_paper(set_, files, b"det undertecknade")
    found = exported(set_, files, tmp_path / "ut", now, PROTOKOLL_WORD)
    assert list(found) == ["Protokoll 2026-03-27 §§ 1–2.docx"]


def test_a_signed_file_that_is_damaged_or_gone_does_not_leave(set_, files, tmp_path, now):
    signed_on_paper(set_, files, b"det undertecknade")
    path = files.path_of(set_.view().pdf)
    path.write_bytes(b"ett annat")
    with pytest.raises(FileDamagedError):
        exported(set_, files, tmp_path / "ut", now)
    path.unlink()
    with pytest.raises(FileMissingError):
        exported(set_, files, tmp_path / "ut", now)
    assert list((tmp_path / "ut").iterdir()) == []


def test_what_is_printed_is_what_was_signed(set_, files, now):
    def pages(text, count):
        return pdf_bytes(
            Document(text, Letterhead("Nämnden", "Protokoll", "2026-03-27"), text_of(text, count)),
            created=now,
        )

    signed_on_paper(set_, files, pages("Andra", 2), set_.plan("2"))
    signed_on_paper(set_, files, pages("Forsta", 1), set_.plan("1"))
    papers = gather(set_.store, files, set_.sammanträde, today=now.date(), protokoll=True)
    with closing(PdfDocument(finish(preview_kept(papers.kept)))) as found:
        said = [page.get_textpage().get_text_bounded() for page in found]
    assert ["Forsta" in words for words in said] == [True, False, False]
    (one,) = papers.kept[:1]
    assert finish(preview_kept((one,))) == read_kept(one)


def text_of(text, count):
    more = (PageBreak(), Subheading(text, 2)) * (count - 1)
    return (Heading(text, 1), *more)
