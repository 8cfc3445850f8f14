"""Files damaged at random: an utskick comes out, whole, with all the others in it."""

import re
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.paket.plan import Part, Status
from tests.nämnd.paket import raw
from tests.nämnd.paket.conftest import Make, part
from tests.nämnd.paket.drawn import untagged
from tests.nämnd.paket.looking import NOT_IN_AN_UTSKICK, keys_used
from tests.nämnd.paket.material import tagged

PLACE = re.compile(rb"\d+ 0 R|/[A-Z][A-Za-z]+|\d+|\(.{0,20}?\)")
INSTEAD = (b"null", b"0", b"-1", b"[]", b"<<>>", b"(x)", b"/X", b"3 0 R", b"9999999999", b"1.5")


@pytest.fixture(scope="module")
def wholes(tmp_path_factory) -> Path:
    """Return a folder of whole files: one tagged and written openly, one hostile, one good."""
    folder = tmp_path_factory.mktemp("damage")
    with pikepdf.open(tagged(folder / "a.pdf", 2)) as pdf:
        pdf.save(
            folder / "plain",
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
        )
    (folder / "armed").write_bytes(raw.armed())
    untagged(folder / "good", 1)
    return folder


def damaged(data: bytes, changes: list[tuple[float, bytes]], cut: float) -> bytes:
    """Put something else in some places, and cut off the end."""
    for where, instead in changes:
        places = list(PLACE.finditer(data))
        found = places[int(where * len(places))]
        data = data[: found.start()] + instead + data[found.end() :]
    return data[: int(cut * len(data))]


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.floats(0, 0.999), st.sampled_from(INSTEAD)), min_size=1, max_size=4),
    st.one_of(st.just(1.0), st.floats(0.3, 1)),
)
def test_damage_costs_only_what_is_damaged(wholes, changes, cut):
    bad: list[Part] = []
    for number, name in enumerate(("plain", "armed"), start=1):
        spoiled = wholes / f"{name}.pdf"
        spoiled.write_bytes(damaged((wholes / name).read_bytes(), changes, cut))
        bad.append(part(spoiled, str(number)))
    result = Make(wholes)(*bad, part(wholes / "good", "3", "c.pdf"))
    assert result.parts[2].status is Status.INCLUDED
    with pikepdf.open(result.path) as pdf:
        assert len(pdf.pages) == result.pages
        assert pdf.check_pdf_syntax() == [] or result.repaired
        if all(one.status is not Status.ATTACHED for one in result.parts):
            assert keys_used(pdf).isdisjoint(NOT_IN_AN_UTSKICK)
