"""200 random mutations each of package and of answer: all are refused, with a reason.

First mutations of bytes, then of what is said, with all sums put right by somebody who knows the
formats but has neither code nor key.
"""

import copy
import json
from functools import lru_cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from nämnd.justeringsfil.codes import fits
from nämnd.justeringsfil.errors import PackageError, SvarError
from nämnd.justeringsfil.opening import open_package
from nämnd.justeringsfil.values import Paket
from nämnd.justeringsfil.verifying import read_answer
from tests.nämnd.justeringsfil.packages import (
    ANNA,
    BO,
    CODES,
    PAPER,
    SECRET,
    annas,
    answered,
    forged_answer,
    forged_package,
    package,
    packed,
    proved,
)

TWO_HUNDRED = settings(max_examples=200)
PASSPHRASES = pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"])


@lru_cache
def sent(passphrase) -> bytes:
    return packed(passphrase)


@lru_cache
def approved(passphrase) -> bytes:
    return answered(open_package(sent(passphrase), passphrase), BO)


@lru_cache
def signed(passphrase) -> bytes:
    """Return an answer with both proofs and something put after the PDF."""
    paket = open_package(sent(passphrase), passphrase)
    facts = {"certificate": annas(), "signed_pdf": PAPER + b"some signature"}
    return answered(paket, ANNA, "godkänt och undertecknat", **facts)


@st.composite
def mutated(draw, data: bytes) -> bytes:
    """Return `data` with some bytes changed, removed, added, moved, doubled or cut off."""
    at, to = sorted(draw(st.tuples(*[st.integers(0, len(data))] * 2)))
    piece, some = data[at:to], draw(st.binary(min_size=1, max_size=8))
    bit = bytes([data[at % len(data)] ^ 1 << draw(st.integers(0, 7))])
    other = draw(
        st.sampled_from(
            [
                data[:at] + bit + data[at + 1 :],
                data[:at] + some + data[at + len(some) :],
                data[:at] + some + data[at:],
                data[:at] + data[to:],
                data[:to] + piece + data[to:],
                data[:at] + piece[::-1] + data[to:],
                data[to:] + data[:to],
                data[:at],
                data + some,
            ]
        )
    )
    assume(other != data)
    return other


@st.composite
def said_otherwise(draw, value):
    """Return a JSON value with one thing in it changed, removed or doubled."""
    changed = copy.deepcopy(value)
    place, key = draw(st.sampled_from(list(_places(changed))))
    match place[key]:
        case bool() | None:
            place[key] = draw(st.sampled_from([None, True, "x"]))
        case int() as number:
            place[key] = number + draw(st.integers(-3, 3))
        case str() as text:
            place[key] = draw(st.sampled_from([text + "0", text[1:], text.swapcase(), "bo", None]))
        case list() as rows:
            place[key] = draw(st.sampled_from([rows[1:], rows * 2, rows[::-1]]))
        case dict():
            del place[key]
    assume(changed != value)
    return changed


def _places(value):
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in pairs:
        yield value, key
        if isinstance(inner, dict | list):
            yield from _places(inner)


@PASSPHRASES
@TWO_HUNDRED
@given(st.data())
def test_every_mutation_of_a_package_is_refused(passphrase, data):
    file = data.draw(mutated(sent(passphrase)))
    with pytest.raises(PackageError):
        open_package(file, passphrase)


@PASSPHRASES
@pytest.mark.parametrize("made", [approved, signed], ids=["approved", "signed"])
@TWO_HUNDRED
@given(st.data())
def test_every_mutation_of_an_answer_is_refused(made, passphrase, data):
    file = data.draw(mutated(made(passphrase)))
    with pytest.raises(SvarError):
        read_answer(file, passphrase)


def opened(file: bytes) -> Paket | None:
    try:
        return open_package(file)
    except PackageError:
        return None


@TWO_HUNDRED
@given(st.data())
def test_a_package_that_says_something_else_is_refused_by_the_code_and_its_answer_by_us(data):
    other = data.draw(said_otherwise(_manifest()))
    assume({k: v for k, v in other.items() if k != "delar"} != _without_delar())
    forged = opened(forged_package(sent(None), manifest=lambda _: other))
    if forged is None:
        return
    assert not any(fits(forged, person, code) for person, code in CODES.items())
    try:
        file = answered(forged, forged.manifest.tillfrågade[0], code=None, certificate=annas())
    except SvarError:  # the clock is behind the day that it says
        return
    with pytest.raises(SvarError):
        proved(file, package(), known=[annas().info.der])


@pytest.mark.parametrize("made", [approved, signed], ids=["approved", "signed"])
@TWO_HUNDRED
@given(st.data())
def test_an_answer_that_says_something_else_is_refused(made, data):
    fields = json.loads(made(None))
    other = data.draw(said_otherwise({k: v for k, v in fields.items() if k != "kontroll"}))
    gone = dict.fromkeys(set(fields) - set(other))
    file = forged_answer(made(None), **(gone | other))
    with pytest.raises(SvarError):
        proved(file, package(), known=[annas().info.der])


@TWO_HUNDRED
@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", b"{", b'{"format": "namnd']))
def test_anything_at_all_is_refused_as_package_and_as_answer(data, start):
    with pytest.raises(PackageError):
        open_package(start + data, SECRET)
    with pytest.raises(SvarError):
        read_answer(start + data, SECRET)


def _manifest():
    from nämnd.justeringsfil.packing import MANIFEST
    from nämnd.justeringsfil.strict_zip import unzipped

    return json.loads(unzipped(sent(None), (MANIFEST,))[MANIFEST])


def _without_delar():
    return {k: v for k, v in _manifest().items() if k != "delar"}
