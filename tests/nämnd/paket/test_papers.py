"""What papers are made from, what they are called, and writing one."""

import pytest

from nämnd.core.errors import FileDamagedError, GoneError
from nämnd.core.progress import finish
from nämnd.paket.errors import NothingSentError
from nämnd.paket.papers import document, file_name, gather, preview, write_paper
from tests.builders import (
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    an_uppdrag,
    send,
)


@pytest.fixture
def nämnd(store):
    return a_nämnd(store, "Vårdnämnden i Ådalen", kortnamn="VNÅ")


@pytest.fixture
def key(store, nämnd):
    key = a_sammanträde(store, nämnd)
    a_punkt(store, key, "Budget")
    return key


@pytest.fixture
def papers(store, files, key, today):
    return lambda: gather(store, files, key, today=today)


def test_they_hold_the_sammanträde_the_nämnd_and_those_called(papers, store, nämnd):
    an_uppdrag(store, nämnd, a_person(store, "Anna Ek"))
    found = papers()
    assert found.nämnd.namn == "Vårdnämnden i Ådalen"
    assert [one.rubrik for one in found.dagordning.punkter] == ["Budget"]
    assert [one.person.namn for one in found.called.all] == ["Anna Ek"]
    assert (found.sent, found.logo) == ((), None)


def test_what_has_gone_out_is_there_as_it_was(papers, store, key, today):
    send(store, key)
    a_punkt(store, key, "Sen fråga")
    ((when, old),) = papers().sent
    assert when == today
    assert [one.rubrik for one in old.punkter] == ["Budget"]


def test_a_sammanträde_that_is_gone_is_refused(store, files, today):
    with pytest.raises(GoneError):
        gather(store, files, "finns inte", today=today)


@pytest.mark.parametrize("state", ["whole", "missing", "damaged"])
def test_the_logo_comes_from_the_file_store(papers, store, files, key, today, state):
    logo = files.keep_bytes(b"en bild", "logo.png").sha256
    other = a_sammanträde(store, a_nämnd(store, "Med logotyp", logotyp=logo))
    path = files.path_of(logo)
    if state == "missing":
        path.unlink()
    if state == "damaged":
        path.chmod(0o600)
        path.write_bytes(b"en annan")
        with pytest.raises(FileDamagedError):
            gather(store, files, other, today=today)
        return
    expected = b"en bild" if state == "whole" else None
    assert gather(store, files, other, today=today).logo == expected


def test_each_paper_is_built_from_them(papers, store, key):
    assert document(papers(), "kallelse").title.startswith("Kallelse")
    assert document(papers(), "dagordning").title.startswith("Dagordning")
    with pytest.raises(NothingSentError):
        document(papers(), "tillagg")
    send(store, key)
    assert document(papers(), "tillagg").title.startswith("Tillägg")


def test_a_file_is_named_by_paper_day_and_short_name(papers):
    assert file_name(papers(), "kallelse", ".pdf") == "Kallelse 2026-03-27 VNÅ.pdf"
    assert file_name(papers(), "tillagg", ".docx") == "Tilläggslista 2026-03-27 VNÅ.docx"


def test_a_name_from_hell_is_no_path(store, files, today):
    nämnd = a_nämnd(store, "..\\..\\x/y: " + "lång" * 90)
    found = gather(store, files, a_sammanträde(store, nämnd), today=today)
    name = file_name(found, "kallelse", ".pdf")
    assert not set('\\/:*?"<>|') & set(name)
    assert len(name.encode()) <= 255
    assert name.endswith(".pdf")


@pytest.mark.parametrize(("suffix", "beginning"), [(".pdf", b"%PDF-"), (".docx", b"PK\x03\x04")])
def test_a_paper_is_written_as_its_suffix_says(papers, now, tmp_path, suffix, beginning):
    target = tmp_path / f"papper{suffix}"
    paper = document(papers(), "dagordning")
    assert finish(write_paper(paper, target, created=now)) == target
    assert target.read_bytes().startswith(beginning)


def test_a_preview_is_the_same_paper_in_memory(papers, now, tmp_path):
    paper = document(papers(), "kallelse")
    target = finish(write_paper(paper, tmp_path / "k.pdf", created=now))
    assert finish(preview(paper, created=now)) == target.read_bytes()
