"""Bilagor that can't be included, or only in part: the rest of the utskick is right."""

import shutil
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from nämnd.core.progress import finish
from nämnd.documents.checks import structure_problems
from nämnd.paket.plan import Reason, Status
from nämnd.paket.reasons import REASON_TEXT, sentence_for
from nämnd.paket.utskick import make_utskick
from tests.nämnd.paket import raw
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import untagged
from tests.nämnd.paket.looking import addresses_in, links_on, page_led_to, text_on
from tests.nämnd.paket.material import locked, tagged, truncated, word_file


def _locked_word(path: Path) -> None:
    mark = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + mark + bytes(600))


def _bytes(data: bytes):
    return lambda path: path.write_bytes(data)


BAD = {
    "empty": ("a.pdf", _bytes(b""), Reason.EMPTY),
    "not-a-pdf": ("a.pdf", _bytes(b"PK\x03\x04 omdopt docx" * 99), Reason.DAMAGED),
    "text-called-pdf": ("a.pdf", _bytes(b"Hej"), Reason.DAMAGED),
    "only-the-start": ("a.pdf", _bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), Reason.DAMAGED),
    "no-pages": ("a.pdf", _bytes(raw.file_of([b"<</Type/Catalog/Pages 2 0 R>>"])), Reason.DAMAGED),
    "password": ("a.pdf", lambda path: locked(path, user="las"), Reason.PASSWORD),
    "table-bomb": ("a.pdf", _bytes(raw.table_bomb()), Reason.DAMAGED),
    "deep-page-tree": ("a.pdf", _bytes(raw.deep_page_tree()), Reason.DAMAGED),
    "endless-page-tree": ("a.pdf", _bytes(raw.endless_page_tree()), Reason.DAMAGED),
    "sound": ("a.mp3", _bytes(b"ID3\x03\x00\x00" + bytes(99)), Reason.UNKNOWN_KIND),
    "program": ("a.exe", _bytes(b"MZ\x90\x00" + bytes(99)), Reason.UNKNOWN_KIND),
    "web-page": ("a.html", _bytes(b"<!doctype html><img src=//x>"), Reason.UNKNOWN_KIND),
    "binary-called-text": ("a.txt", _bytes(bytes(999)), Reason.UNKNOWN_KIND),
    "password-word": ("a.docx", _locked_word, Reason.PASSWORD),
    "broken-word": ("a.docx", _bytes(b"PK\x03\x04trasig" * 50), Reason.DAMAGED),
    "broken-picture": ("a.png", _bytes(b"\x89PNG\r\n\x1a\n" + bytes(99)), Reason.DAMAGED),
    "long-text": ("a.txt", _bytes(b"rad\n" * 600_000), Reason.TOO_LARGE),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_becomes_a_page_that_says_why(make, tmp_path, kind):
    name, write, reason = BAD[kind]
    write(tmp_path / "bad")
    good = untagged(tmp_path / "god.pdf", 2)
    result = make(part(tmp_path / "bad", "1A", name), part(good, "1B"))
    assert [one.reason for one in result.left_out] == [reason]
    assert [(one.status, one.pages) for one in result.parts] == [
        (Status.REPLACED, 1),
        (Status.INCLUDED, 2),
    ]
    said = " ".join(text_on(result.path, result.parts[0].first_page).split())
    assert f"Filen «{name}» {REASON_TEXT[reason].what}." in said
    assert REASON_TEXT[reason].reader in said
    assert "Bilaga 1A · sida 1 (1)" in said
    assert "Handling 1A" in said
    assert structure_problems(result.path) == []


def test_a_file_that_is_gone_or_changed_is_not_included(make, tmp_path):
    kept = part(untagged(tmp_path / "kvar.pdf", 1), "1A")
    (tmp_path / "kvar.pdf").write_bytes(b"%PDF- annat")
    gone = part(tmp_path / "borta.pdf", "1B")
    folder = part(tmp_path, "2", "mapp.pdf")
    result = make(kept, gone, folder)
    reasons = [one.reason for one in result.left_out]
    assert reasons == [Reason.CHANGED, Reason.MISSING, Reason.UNREADABLE]


def test_a_bilaga_without_file_has_a_page_that_says_so(make):
    result = make(part(None, "3"))
    assert [one.reason for one in result.left_out] == [Reason.NO_FILE]
    assert "Handlingen har inte kommit än." in text_on(result.path, 2)


def test_a_bilaga_for_the_meeting_has_no_page_and_no_link(make, tmp_path):
    later = part(untagged(tmp_path / "a.pdf", 1), "16A", i_utskicket=False)
    result = make(part(untagged(tmp_path / "b.pdf", 1), "1"), later)
    assert [one.status for one in result.parts] == [Status.INCLUDED, Status.AT_THE_MEETING]
    assert result.left_out == ()
    assert result.pages == 2
    with pikepdf.open(result.path) as pdf:
        assert [page_led_to(pdf, link) for link in links_on(pdf.pages[0])] == [2, 2]
        assert addresses_in(pdf) == set()
        assert structure_problems(result.path) == []


def test_the_dagordning_links_to_the_page_that_stands_in(make, tmp_path):
    (tmp_path / "tom.pdf").touch()
    result = make(part(untagged(tmp_path / "a.pdf", 3), "1"), part(tmp_path / "tom.pdf", "2"))
    with pikepdf.open(result.path) as pdf:
        assert [page_led_to(pdf, link) for link in links_on(pdf.pages[0])] == [2, 2, 5, 5]


def test_a_cut_off_file_is_included_as_far_as_it_goes_and_told_of(make, tmp_path):
    result = make(part(truncated(tmp_path / "a.pdf"), "1"))
    assert [(one.status, one.pages) for one in result.parts] == [(Status.REPAIRED, 9)]
    assert result.left_out == ()
    sentence = sentence_for(result.repaired[0])
    assert sentence.startswith("Bilaga 1, Handling 1: filen «a.pdf» var skadad och är med så långt")


def test_tags_of_a_cut_off_file_are_kept_only_if_they_hang_together(make, tmp_path):
    whole = tagged(tmp_path / "a.pdf", 6).read_bytes()
    for number, cut in enumerate((0.5, 0.75, 0.9, 0.99)):
        (tmp_path / f"{number}.pdf").write_bytes(whole[: int(len(whole) * cut)])
    files = sorted(tmp_path.glob("[0-9].pdf"))
    result = make(*(part(path, str(n)) for n, path in enumerate(files, start=1)))
    assert not any(one.status is Status.INCLUDED for one in result.parts)
    with pikepdf.open(result.path) as pdf:
        assert len(pdf.pages) == result.pages
    problems = [one for one in structure_problems(result.path) if "differ" not in one]
    assert problems == []


def test_a_file_locked_against_changes_only_is_included(make, tmp_path):
    result = make(part(locked(tmp_path / "a.pdf", user=""), "1"))
    assert [(one.status, one.pages) for one in result.parts] == [(Status.INCLUDED, 7)]
    with pikepdf.open(result.path) as pdf:
        assert not pdf.is_encrypted


def test_a_page_that_unfolds_without_end_stays_folded(make, tmp_path):
    (tmp_path / "a.pdf").write_bytes(raw.content_bomb())
    result = make(part(tmp_path / "a.pdf", "1"))
    assert result.parts[0].status is Status.INCLUDED
    assert result.path.stat().st_size < 200_000


def test_a_chain_of_a_hundred_thousand_objects_does_not_end_the_process(make, tmp_path):
    (tmp_path / "a.pdf").write_bytes(raw.deep_chain())
    result = make(part(tmp_path / "a.pdf", "1"))
    assert result.parts[0].status is Status.INCLUDED


def test_broken_links_and_tags_cost_only_themselves(make, tmp_path):
    catalog = b"/StructTreeRoot<</K[4 0 R]/ParentTree 5>>/Outlines 6 0 R/AcroForm[1]/Names 3"
    page = raw.PAGE.replace(b">>", b"/Annots[7(x)null<</Subtype 3/Rect 4>>]/StructParents(a)>>")
    tops = (b"<</S/P/K 8/P 4 0 R>>", b"null", b"<</First 6 0 R>>")
    (tmp_path / "a.pdf").write_bytes(raw.one_page(page, *tops, catalog=catalog))
    result = make(part(tmp_path / "a.pdf", "1"))
    assert (result.parts[0].pages, result.left_out) == (1, ())
    assert structure_problems(result.path) == []


def test_strange_boxes_and_turns_are_put_right(make, tmp_path):
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 0 0]/CropBox(x)/Rotate 45/UserUnit -3>>"
    (tmp_path / "a.pdf").write_bytes(raw.one_page(page))
    result = make(part(tmp_path / "a.pdf", "1"))
    assert result.parts[0].pages == 1
    with pikepdf.open(result.path) as pdf:
        assert [float(edge) for edge in pdf.pages[1].mediabox] == [0, 0, 595.28, 841.89]
        assert pdf.pages[1].obj.keys().isdisjoint({"/Rotate", "/UserUnit", "/CropBox"})


def test_a_file_called_anything_is_shown_harmlessly(make, tmp_path):
    name = "..\\..\\\u202egpj.exe:" + "x" * 300 + "\n.pdf"
    (tmp_path / "a").touch()
    result = make(part(tmp_path / "a", "1", name))
    said = text_on(result.path, 2)
    assert "\u202e" not in said
    assert "är tom." in said


def test_every_reason_has_its_words():
    assert set(REASON_TEXT) == set(Reason)
    for text in REASON_TEXT.values():
        assert not text.what.endswith(".")
        assert text.remedy.endswith(".")
        assert text.reader.endswith(".")


def test_without_libreoffice_a_word_file_becomes_a_page_that_says_so(make, tmp_path):
    office = part(word_file(tmp_path / "brev.docx"), "1")
    plan = replace(make.plan(office), soffice=tmp_path / "finns" / "inte")
    result = finish(make_utskick(plan, tmp_path / "u.pdf"))
    assert [one.reason for one in result.left_out] == [Reason.NO_OFFICE]
    assert "Installera LibreOffice" in sentence_for(result.left_out[0])


def test_the_same_plan_gives_the_same_bytes(make, tmp_path):
    parts = [part(tagged(tmp_path / "a.pdf", 2), "1"), part(truncated(tmp_path / "b.pdf"), "2")]
    first = make(*parts).path
    shutil.copy(first, tmp_path / "first.pdf")
    assert make(*parts).path.read_bytes() == (tmp_path / "first.pdf").read_bytes()
