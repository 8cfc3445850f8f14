import hashlib
import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.justeringsfil import packing
from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.justeringsfil.opening import is_encrypted, open_package
from nämnd.justeringsfil.packing import pack
from nämnd.justeringsfil.values import Part
from tests.nämnd.justeringsfil.packages import (
    ANNA,
    MANIFEST_OF_ANNA_AND_BO,
    PAPER,
    SECRET,
    WORDS,
    answered,
    keys,
    packed,
)

KNOWN = "ca85c1aa"  # of the bytes of a package: the same on every computer and in every version
_TEXT = st.text(st.characters(codec="utf-8"))


def test_what_is_packed_is_what_is_opened():
    file, digest = pack(MANIFEST_OF_ANNA_AND_BO, PAPER, WORDS, keys(), None)
    paket = open_package(file)
    delar = tuple(
        Part(name, len(data), hashlib.sha256(data).hexdigest())
        for name, data in (("protokoll.pdf", PAPER), ("innehall.json", WORDS.encode()))
    )
    assert paket.manifest == replace(MANIFEST_OF_ANNA_AND_BO, delar=delar)
    assert (paket.pdf, paket.innehåll, paket.sha256) == (PAPER, WORDS, digest)
    assert set(paket.sigill) == {"anna", "bo"}
    assert not paket.krypterat


@given(st.binary(), _TEXT, _TEXT, _TEXT)
def test_any_text_and_any_name_comes_back(pdf, innehåll, namn, meddelande):
    asked = (replace(ANNA, namn=namn),)
    manifest = replace(MANIFEST_OF_ANNA_AND_BO, tillfrågade=asked, meddelande=meddelande)
    paket = open_package(pack(manifest, pdf, innehåll, {}, None)[0])
    assert (paket.pdf, paket.innehåll) == (pdf, innehåll)
    assert paket.manifest.tillfrågade == asked
    assert paket.manifest.meddelande == meddelande


def test_the_same_input_gives_the_same_bytes_on_every_computer():
    assert packed() == packed()
    assert hashlib.sha256(packed()).hexdigest().startswith(KNOWN)


def test_a_package_is_an_ordinary_zip_that_any_program_can_unpack():
    with zipfile.ZipFile(io.BytesIO(packed())) as file:
        assert file.testzip() is None
        assert file.namelist() == ["manifest.json", "protokoll.pdf", "innehall.json", "sigill.json"]
        assert "Sydöstra regionvårdsnämnden".encode() in file.read("manifest.json")


def test_the_manifest_binds_every_part_and_what_came_before():
    digests = {
        pack(MANIFEST_OF_ANNA_AND_BO, PAPER, WORDS, keys(), None)[1],
        pack(MANIFEST_OF_ANNA_AND_BO, PAPER + b" ", WORDS, keys(), None)[1],
        pack(MANIFEST_OF_ANNA_AND_BO, PAPER, WORDS + " ", keys(), None)[1],
        pack(replace(MANIFEST_OF_ANNA_AND_BO, tidigare=()), PAPER, WORDS, keys(), None)[1],
    }
    assert len(digests) == 4


def test_under_a_passphrase_nothing_is_seen_of_what_is_in_it():
    file = packed(SECRET)
    assert is_encrypted(file)
    for word in (PAPER, b"Anna", b"manifest", b"paragraf", "Sydöstra".encode(), b"2026"):
        assert word not in file
    paket = open_package(file, SECRET)
    assert paket.krypterat
    assert replace(paket, krypterat=False) == open_package(packed())


def test_under_a_passphrase_each_file_is_another():
    assert packed(SECRET) != packed(SECRET)


def test_an_accent_typed_as_two_signs_opens_what_was_locked_with_one():
    assert open_package(packed("lösen å"), "lo\u0308sen a\u030a").krypterat


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x03\x04", b"{}", PAPER, packed(SECRET)[:20]],
    ids=["nothing", "half a mark", "the mark of a zip", "JSON", "a PDF", "the start of a package"],
)
def test_anything_can_be_asked_whether_it_is_encrypted(data):
    assert not is_encrypted(data)


def test_an_answer_is_encrypted_when_its_package_is():
    assert is_encrypted(answered(open_package(packed(SECRET), SECRET)))
    assert not is_encrypted(answered(open_package(packed())))


def test_a_package_larger_than_can_be_opened_is_not_made(monkeypatch):
    monkeypatch.setattr(packing, "MOST_FILE", 2_000)
    with pytest.raises(PackageError) as refused:
        packed(pdf=b"x" * 2_000)
    assert refused.value.why is PackageFault.TOO_LARGE
