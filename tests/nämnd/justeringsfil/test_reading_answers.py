"""Files that no answer can be read from (bad input of issue 4): refused with the reason."""

import hashlib
import json
from datetime import timedelta

import pytest

from nämnd.justeringsfil.canonical import canonical
from nämnd.justeringsfil.errors import SvarFault
from nämnd.justeringsfil.limits import MOST_ANSWER
from nämnd.justeringsfil.secrecy import encrypted
from nämnd.justeringsfil.strict_zip import unzipped, zipped
from tests.nämnd.justeringsfil.packages import (
    SECRET,
    answered,
    fault,
    forged_answer,
    package,
    packed,
)

SIGNED = "godkänt och undertecknat"
YEAR = timedelta(days=365)


def test_a_wrong_or_missing_passphrase_is_told():
    data = answered(package(SECRET))
    for passphrase, why in (
        (None, SvarFault.PASSPHRASE_NEEDED),
        ("fel", SvarFault.WRONG_PASSPHRASE),
    ):
        assert fault(data, package(), passphrase=passphrase) is why


def test_an_answer_from_a_newer_version_says_so():
    newer = canonical({"format": "namnd.svar", "formatversion": 2, "nytt": 1})
    assert fault(newer, package()) is SvarFault.NEWER
    assert fault(encrypted(newer, SECRET, "svar"), package(), passphrase=SECRET) is SvarFault.NEWER


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"[]", b"\xff{", b'{"a": 1,', b"{}", b"null"])
def test_what_is_something_else_is_no_answer(data):
    assert fault(data, package()) in (SvarFault.NOT_AN_ANSWER, SvarFault.DAMAGED)


def test_a_package_is_told_from_an_answer():
    assert fault(packed(), package()) is SvarFault.IS_PACKAGE
    assert fault(packed(SECRET), package(), passphrase=SECRET) is SvarFault.IS_PACKAGE


def test_an_answer_of_more_than_20_mb_is_refused_unread():
    data = answered(package())
    assert fault(data + b" " * MOST_ANSWER, package()) is SvarFault.TOO_LARGE


def test_json_made_to_exhaust_a_reader_is_refused():
    for data in (
        b'{"format":' + b"[" * 1_000_000,
        b'{"format": "namnd.svar", "formatversion": ' + b"9" * 100_000 + b"}",
        b'{"format": "namnd.svar", "formatversion": 1, "tid": ' + b'{"a":' * 100_000,
    ):
        assert fault(data, package()) is SvarFault.DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        {"slag": "justerat"},
        {"tid": "i går"},
        {"tid": "2026-03-27"},
        {"tid": "2026-03-27T19:05:00+01:00"},
        {"tid": "0001-01-01T00:00:00+23:00"},
        {"formatversion": 1.0},
        {"formatversion": 0},
        {"kommentarer": [{"paragraf": 0, "text": "x"}]},
        {"kommentarer": [{"paragraf": True, "text": "x"}]},
        {"kommentarer": [{"paragraf": 59, "text": ""}]},
        {"kommentarer": [{"paragraf": 59, "text": "osynligt\x07"}]},
        {"kommentarer": [{"paragraf": 59, "text": "x", "mer": 1}]},
        {"tillägg": "AAAA"},
        {"certifikat": "AAAA"},
        {"underskrift": "AAAA"},
        {"mac": "å"},
        {"mac": 1},
        {"person_id": "\ud800"},
        {"mer": 1},
    ],
)
def test_an_answer_that_the_program_could_not_have_made_is_damaged(change):
    """Its control sum fits."""
    fields = json.loads(answered(package())) | change
    del fields["kontroll"]
    written = json.dumps(fields, ensure_ascii=True, indent=1).encode()
    total = hashlib.sha256(written).hexdigest()
    data = json.dumps(fields | {"kontroll": total}, ensure_ascii=True, indent=1).encode()
    assert fault(data, package()) is SvarFault.DAMAGED
    if "\\u" not in json.dumps(change, ensure_ascii=True):
        assert fault(forged_answer(answered(package()), **change), package()) is SvarFault.DAMAGED


def test_an_encrypted_answer_with_something_more_in_it_is_damaged():
    parts = unzipped(answered(package(SECRET)), ("kryptering.json",))
    data = zipped(parts | {"mer": b""})
    assert fault(data, package(), passphrase=SECRET) is SvarFault.DAMAGED
