"""An answer is made, read, and proves whose it is."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.justeringsfil.errors import SvarFault
from nämnd.justeringsfil.limits import MOST_COMMENT, MOST_COMMENTS
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.secrecy import encrypted
from nämnd.justeringsfil.values import SvarKommentar
from nämnd.justeringsfil.verifying import Proof, read_answer
from nämnd.underskrift.errors import UnsignableError
from nämnd.underskrift.signing import joined
from tests.nämnd.justeringsfil.packages import (
    ANNA,
    ANSWERED,
    BO,
    CODES,
    COMMENTS,
    MADE,
    PAPER,
    SECRET,
    STRANGER,
    annas,
    answered,
    fault,
    not_made,
    package,
    packed,
    proved,
)
from tests.nämnd.underskrift import signers

SIGNED = "godkänt och undertecknat"
YEAR = timedelta(days=365)


@pytest.mark.parametrize("passphrase", [None, SECRET])
@pytest.mark.parametrize("slag", ["godkänt", "ändring begärd"])
def test_what_is_answered_is_what_is_read_and_the_code_proves_who_it_is(slag, passphrase):
    paket = package(passphrase)
    data = answered(paket, BO, slag)
    svar = read_answer(data, passphrase)
    assert (svar.person_id, svar.slag, svar.kommentarer) == ("bo", slag, COMMENTS)
    assert (svar.paket_id, svar.manifest) == (paket.manifest.paket_id, paket.sha256)
    assert svar.tid == ANSWERED.isoformat(timespec="seconds")
    assert proved(data, paket, passphrase=passphrase) == Proof("kod", None)


def test_a_known_certificate_proves_who_it_is_without_a_code():
    data = answered(package(), code=None, certificate=annas())
    proof = proved(data, package(), known=[annas().info.der])
    assert proof == Proof(annas().info.fingerprint, None)


def test_an_rsa_certificate_of_an_organisation_proves_it_too():
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(65537, 2048)
    theirs = signers.issue("Anna Ek", key=key).opened()
    data = answered(package(), code=None, certificate=theirs)
    assert proved(data, package(), known=[theirs.info.der]).bevis == theirs.info.fingerprint


def test_a_new_certificate_is_to_be_remembered_when_the_code_vouches_for_it():
    data = answered(package(), certificate=annas())
    proof = proved(data, package())
    assert proof == Proof(annas().info.fingerprint, annas().info.der)
    assert proved(data, package(), known=[annas().info.der]).new_certificate is None


def test_an_unknown_certificate_alone_is_refused():
    data = answered(package(), code=None, certificate=annas())
    assert fault(data, package()) is SvarFault.UNKNOWN_CERTIFICATE
    others = [signers.person("Anna Ek", MADE - YEAR).info.der]
    assert fault(data, package(), known=others) is SvarFault.UNKNOWN_CERTIFICATE


@pytest.mark.parametrize("passphrase", [None, SECRET])
def test_a_signed_answer_carries_what_is_put_after_the_pdf_of_the_package(passphrase):
    paper = signers.protokoll()
    asked = replace(ANNA, fält=signers.CHAIR)
    paket = open_package(packed(passphrase, paper, tillfrågade=(asked, BO)), passphrase)
    signed = signers.signed(paper, annas())
    data = answered(paket, asked, SIGNED, certificate=annas(), signed_pdf=signed)
    svar = read_answer(data, passphrase)
    assert svar.tillägg is not None
    assert joined(paper, svar.tillägg) == signed
    assert proved(data, paket, passphrase=passphrase).new_certificate == annas().info.der


def test_to_sign_one_must_be_asked_and_have_a_certificate_and_a_signed_file():
    whole = {"certificate": annas(), "signed_pdf": PAPER + b"more"}
    assert answered(package(), ANNA, SIGNED, **whole)
    assert not_made(package(), BO, SIGNED, **whole) is SvarFault.NOT_ASKED_TO_SIGN
    for lacking in ({"certificate": None}, {"signed_pdf": None}, {"signed_pdf": PAPER}):
        why = not_made(package(), ANNA, SIGNED, **(whole | lacking))
        assert why is SvarFault.SIGNATURE_MISSING


def test_a_signed_file_that_is_not_the_packages_pdf_is_refused():
    with pytest.raises(UnsignableError):
        answered(package(), ANNA, SIGNED, certificate=annas(), signed_pdf=b"%PDF-1.7 another")


def test_an_answer_without_code_and_certificate_is_not_made():
    assert not_made(package(), code=None) is SvarFault.NO_PROOF
    assert not_made(package(), code="") is SvarFault.NO_PROOF


def test_a_wrong_code_is_told_to_the_one_who_answers():
    assert not_made(package(), code=STRANGER) is SvarFault.WRONG_CODE
    assert not_made(package(), code=CODES["bo"]) is SvarFault.WRONG_CODE


def test_one_who_is_not_in_the_package_can_not_answer_it():
    cilla = replace(BO, person_id="cilla")
    assert not_made(package(), cilla, code=CODES["bo"]) is SvarFault.NOT_ASKED


def test_an_answer_to_what_is_encrypted_is_never_in_the_clear():
    assert not_made(package(SECRET), passphrase=None) is SvarFault.PASSPHRASE_NEEDED


def test_an_empty_comment_is_left_out_and_what_can_not_be_seen_taken_away():
    comments = [
        SvarKommentar(59, " \n\t"),
        SvarKommentar(60, "  Ett\x00 \x1b[31mord\r\noch ett\u202e till  "),
        SvarKommentar(None, "A\N{COMBINING RING ABOVE}rs"),
    ]
    assert read_answer(answered(package(), comments=comments)).kommentarer == (
        SvarKommentar(60, "Ett [31mord\noch ett till"),
        SvarKommentar(None, "Års"),
    )


@given(st.lists(st.builds(SvarKommentar, st.none() | st.integers(1, 999), st.text()), max_size=5))
def test_any_comment_can_be_sent_and_read(comments):
    data = answered(package(), comments=comments)
    svar = read_answer(data)
    assert proved(data, package()) == Proof("kod", None)
    assert len(svar.kommentarer) <= len(comments)


def test_comments_have_a_longest_length():
    longest = [SvarKommentar(59, "å" * MOST_COMMENT)]
    assert read_answer(answered(package(), comments=longest)).kommentarer == tuple(longest)
    longer = [SvarKommentar(59, "å" * (MOST_COMMENT + 1))]
    assert not_made(package(), ANNA, "godkänt", longer) is SvarFault.COMMENTS_TOO_LONG
    many = [SvarKommentar(59, "x")] * (MOST_COMMENTS + 1)
    assert not_made(package(), ANNA, "godkänt", many) is SvarFault.COMMENTS_TOO_LONG


def test_the_same_answer_twice_is_known_by_its_sum_even_when_encrypted_anew():
    plain = answered(package())
    again = answered(package())
    assert read_answer(plain).sha256 == read_answer(again).sha256
    first, second = (encrypted(plain, SECRET, "svar") for _ in range(2))
    assert first != second
    assert read_answer(first, SECRET).sha256 == read_answer(second, SECRET).sha256
    assert read_answer(first, SECRET).sha256 == read_answer(plain).sha256


def test_the_same_answer_signed_anew_is_known_by_its_sum():
    """An EC signature is another each time, and anybody can make another out of one."""
    first, second = (answered(package(), certificate=annas()) for _ in range(2))
    assert first != second
    assert read_answer(first).sha256 == read_answer(second).sha256


def test_another_answer_has_another_sum():
    later = (ANSWERED + timedelta(seconds=1)).isoformat()
    assert (
        read_answer(answered(package())).sha256
        != read_answer(answered(package(), tid=later)).sha256
    )
