"""Bad input of issue 4 that is about the package: refused with its reason."""

import io
import json
import struct
import zipfile
import zlib

import pytest

from nämnd.justeringsfil import strict_zip
from nämnd.justeringsfil.canonical import canonical
from nämnd.justeringsfil.codes import fits
from nämnd.justeringsfil.errors import PackageError, PackageFault
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.packing import MANIFEST, PARTS
from nämnd.justeringsfil.strict_zip import unzipped, zipped
from tests.nämnd.justeringsfil.packages import (
    CODES,
    PAPER,
    SECRET,
    answered,
    forged_package,
    package,
    packed,
)

MB = 1_000_000


def refusal(data, passphrase=None):
    with pytest.raises(PackageError) as refused:
        open_package(data, passphrase)
    return refused.value


def fault(data, passphrase=None):
    return refusal(data, passphrase).why


def parts_of(file):
    return unzipped(file, PARTS)


def loose(parts, compression=zipfile.ZIP_STORED):
    """Return a zip as another program would make it; a list of pairs may name a part twice."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as file:
        for name, data in parts:
            file.writestr(name, data)
    return out.getvalue()


def test_an_altered_pdf_is_named():
    parts = parts_of(packed())
    error = refusal(zipped(parts | {"protokoll.pdf": PAPER.replace(b"P", b"p")}))
    assert (error.why, error.part) == (PackageFault.PART_CHANGED, "protokoll.pdf")


def test_an_altered_text_is_named():
    parts = parts_of(packed())
    error = refusal(zipped(parts | {"innehall.json": b"{}"}))
    assert (error.why, error.part) == (PackageFault.PART_CHANGED, "innehall.json")


@pytest.mark.parametrize(
    "sigill",
    [b"", b"[]", b"{", b'{"anna": 1}', b'{"anna":"ab"}', canonical({"cilla": "ab"}), b"\xff"],
)
def test_altered_seals_are_named(sigill):
    error = refusal(zipped(parts_of(packed()) | {"sigill.json": sigill}))
    assert (error.why, error.part) == (PackageFault.PART_CHANGED, "sigill.json")


def test_an_altered_pdf_with_all_sums_put_right_does_not_fit_the_code():
    forged = open_package(forged_package(packed(), pdf=b"%PDF-1.7 another text"))
    assert forged.pdf == b"%PDF-1.7 another text"
    assert not fits(forged, "anna", CODES["anna"])
    assert fits(package(), "anna", CODES["anna"])


@pytest.mark.parametrize(
    "change",
    [
        {"skapat": "i går"},
        {"skapat": "0001-01-01T00:00:00+23:00"},
        {"version": "2"},
        {"version": True},
        {"tillfrågade": []},
        {"tillfrågade": None},
        {"delar": []},
        {"paket_id": ""},
        {"logg": {"nummer": 1}},
        {"nytt": "fält"},
        {"nämnd": "\ud800"},
    ],
)
def test_a_manifest_that_the_program_could_not_have_made_is_damaged(change):
    raw = json.dumps(json.loads(parts_of(packed())[MANIFEST]) | change, indent=1)
    assert fault(zipped(parts_of(packed()) | {MANIFEST: raw.encode()})) is PackageFault.DAMAGED


def test_one_who_is_asked_twice_makes_the_manifest_damaged():
    def twice(facts):
        return facts | {"tillfrågade": facts["tillfrågade"] * 2}

    assert fault(forged_package(packed(), manifest=twice)) is PackageFault.DAMAGED


def test_a_manifest_written_in_another_way_is_damaged():
    raw = parts_of(packed())[MANIFEST]
    for other in (raw + b"\n", raw.replace(b'"version": 2', b'"version":  2'), b"[" * 100_000):
        assert fault(zipped(parts_of(packed()) | {MANIFEST: other})) is PackageFault.DAMAGED


def test_a_text_that_is_no_utf8_is_damaged():
    assert fault(forged_package(packed(), innehåll=b"\xff\xfe")) is PackageFault.DAMAGED


@pytest.mark.parametrize("passphrase", [None, SECRET])
def test_a_package_from_a_newer_version_says_so(passphrase):
    def newer(facts):
        return {"format": "namnd.justering", "formatversion": 2, "något": "annat"}

    file = forged_package(packed(), manifest=newer)
    if passphrase is not None:
        from nämnd.justeringsfil.secrecy import encrypted

        file = encrypted(file, passphrase, "paket")
    assert fault(file, passphrase) is PackageFault.NEWER


def test_a_newer_version_says_so_whatever_else_is_in_it_and_however_it_is_packed():
    parts = [(MANIFEST, b'{"format": "namnd.justering", "formatversion": 2}'), ("nytt.bin", b"x")]
    assert fault(loose(parts, zipfile.ZIP_DEFLATED)) is PackageFault.NEWER


def test_a_newer_encryption_says_so():
    parts = unzipped(packed(SECRET), ("kryptering.json",))
    facts = json.loads(parts["kryptering.json"]) | {"formatversion": 2}
    file = zipped(parts | {"kryptering.json": canonical(facts)})
    assert fault(file, SECRET) is PackageFault.NEWER


def test_a_zip_with_a_way_out_of_the_folder_is_refused_and_nothing_is_written(
    tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    parts = parts_of(packed())
    for name in ("../../etc/passwd", "/etc/passwd", "..\\x", "mapp/", "C:x"):
        error = refusal(loose([*parts.items(), (name, b"x")]))
        assert error.why in (PackageFault.EXTRA_PART, PackageFault.DAMAGED)
    error = refusal(loose([*parts.items(), ("../x", b"x")]))
    assert (error.why, error.part) == (PackageFault.EXTRA_PART, "../x")
    assert not list(tmp_path.parent.glob("x"))
    assert not list(tmp_path.iterdir())


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_is_there_twice_is_refused():
    parts = parts_of(packed())
    error = refusal(loose([*parts.items(), ("protokoll.pdf", b"%PDF another")]))
    assert (error.why, error.part) == (PackageFault.EXTRA_PART, "protokoll.pdf")


def test_names_are_exact():
    parts = parts_of(packed())
    renamed = [(name.replace("protokoll", "Protokoll"), data) for name, data in parts.items()]
    assert refusal(loose(renamed)).part == "Protokoll.pdf"


def test_a_name_with_a_zero_byte_is_not_read_as_the_name_before_it():
    file = packed().replace(b"sigill.json", b"sigill\0json")
    assert refusal(file).part == "sigill\0json"
    longer = loose([*parts_of(packed()).items(), ("protokoll.pdf_x", b"")])
    assert refusal(longer.replace(b".pdf_x", b".pdf\0x")).part == "protokoll.pdf\0x"


def test_a_part_that_is_missing_is_damage():
    for name in PARTS[1:]:
        parts = parts_of(packed())
        del parts[name]
        assert fault(zipped(parts)) is PackageFault.DAMAGED


def test_parts_in_another_order_or_packed_by_another_program_are_damage():
    parts = parts_of(packed())
    assert fault(zipped(dict(reversed(parts.items())))) is PackageFault.DAMAGED
    assert fault(loose(parts.items())) is PackageFault.DAMAGED
    assert fault(loose(parts.items(), zipfile.ZIP_DEFLATED)) is PackageFault.DAMAGED
    assert fault(loose(parts.items(), zipfile.ZIP_BZIP2)) is PackageFault.DAMAGED


def test_what_is_put_before_after_or_between_is_damage():
    file = packed()
    last = file.rindex(b"PK\x05\x06")
    for other in (file + b"x", file[:last] + b"x" + file[last:], file + file):
        assert fault(other) is PackageFault.DAMAGED
    assert fault(b"x" + file) is PackageFault.NOT_A_PACKAGE


def test_a_comment_of_the_zip_is_damage():
    file = packed()
    assert fault(file[:-2] + b"\x03\x00abc") is PackageFault.DAMAGED


def test_a_zip_bomb_is_refused_before_it_fills_the_memory():
    parts = parts_of(packed()) | {"protokoll.pdf": bytes(201 * MB)}
    bomb = loose(parts.items(), zipfile.ZIP_DEFLATED)
    assert len(bomb) < MB
    assert fault(bomb) is PackageFault.TOO_LARGE


def test_a_zip_bomb_that_says_it_is_small_is_refused():
    parts = parts_of(packed()) | {"protokoll.pdf": bytes(5 * MB)}
    bomb = loose(parts.items(), zipfile.ZIP_DEFLATED)
    lying = bomb.replace(struct.pack("<L", 5 * MB), struct.pack("<L", 10))
    assert lying != bomb
    assert fault(lying) is PackageFault.DAMAGED


def test_parts_are_counted_by_what_they_unpack_to(monkeypatch):
    monkeypatch.setattr(strict_zip, "_refuse_members", lambda *_: None)
    monkeypatch.setattr(strict_zip, "MOST_FILE", MB)
    parts = parts_of(packed()) | {"protokoll.pdf": bytes(2 * MB)}
    assert fault(loose(parts.items(), zipfile.ZIP_DEFLATED)) is PackageFault.TOO_LARGE


def test_a_member_that_says_it_is_two_gigabytes_is_refused():
    file = packed()
    size = struct.pack("<L", len(PAPER))
    said = struct.pack("<L", 2 << 30)
    assert fault(file.replace(size, said)) is PackageFault.TOO_LARGE


def test_a_file_of_more_than_200_mb_is_refused_unread():
    assert fault(packed() + bytes(200 * MB)) is PackageFault.TOO_LARGE


def test_a_zip_made_for_more_than_four_gigabytes_is_refused():
    file = packed()
    end = len(file) - 22
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, 0, 1)
    assert fault(file[:end] + locator + file[end:]) is PackageFault.TOO_LARGE


def test_a_zip_with_very_many_parts_is_refused_before_they_are_listed():
    many = loose([(f"{number}", b"") for number in range(3_000)])
    assert fault(many) is PackageFault.TOO_LARGE
    some = [*parts_of(packed()).items(), *((f"{number}", b"") for number in range(30))]
    assert fault(loose(some)) is PackageFault.EXTRA_PART


def test_a_file_that_was_cut_off_is_damaged_wherever_it_was_cut():
    file = packed()
    for length in range(4, len(file), 7):
        assert fault(file[:length]) is PackageFault.DAMAGED


@pytest.mark.parametrize(
    "data",
    [b"", b"P", PAPER, b"{}", b"\x00" * 100, loose([("word/document.xml", b"<w/>")])],
)
def test_what_is_something_else_is_no_package(data):
    assert fault(data) is PackageFault.NOT_A_PACKAGE


def test_an_answer_is_told_from_a_package():
    assert fault(answered(package())) is PackageFault.IS_ANSWER
    assert fault(answered(package(SECRET)), SECRET) is PackageFault.IS_ANSWER


def test_a_wrong_or_missing_passphrase_is_told_from_damage():
    file = packed(SECRET)
    assert fault(file) is PackageFault.PASSPHRASE_NEEDED
    assert fault(file, "") is PackageFault.PASSPHRASE_NEEDED
    assert fault(file, SECRET.lower()) is PackageFault.WRONG_PASSPHRASE
    assert fault(file, f"{SECRET} ") is PackageFault.WRONG_PASSPHRASE


def test_what_is_encrypted_and_altered_is_damaged_though_the_sums_of_the_zip_are_put_right():
    parts = unzipped(packed(SECRET), ("kryptering.json",))
    secret = parts["paket.bin"]
    altered = secret[:50] + bytes([secret[50] ^ 1]) + secret[51:]
    assert zlib.crc32(altered) != zlib.crc32(secret)
    assert fault(zipped(parts | {"paket.bin": altered}), SECRET) is PackageFault.DAMAGED


@pytest.mark.parametrize(
    "change",
    [{"salt": "ab"}, {"nonce": "x"}, {"prov": ""}, {"salt": None}, {"mer": 1}, {"format": "zip"}],
)
def test_what_stands_of_the_encryption_is_read_strictly(change):
    parts = unzipped(packed(SECRET), ("kryptering.json",))
    facts = canonical(json.loads(parts["kryptering.json"]) | change)
    assert fault(zipped(parts | {"kryptering.json": facts}), SECRET) is PackageFault.DAMAGED


def test_an_encrypted_package_with_one_more_part_is_refused():
    parts = unzipped(packed(SECRET), ("kryptering.json",))
    assert refusal(zipped(parts | {"../x": b""}), SECRET).part == "../x"
    del parts["paket.bin"]
    assert fault(zipped(parts), SECRET) is PackageFault.DAMAGED
