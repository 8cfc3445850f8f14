"""Files that were damaged at random: told as damaged, never believed, and never a fault of ours."""

from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import NämndError
from nämnd.kontroll.examining import examine
from tests.nämnd.arkiv.archiving import ARCHIVED
from tests.nämnd.kontroll.conftest import said
from tests.nämnd.paket.justering.playing import chair

_GOOD = {"KEPT", "JUSTERAT", "PAKET_SENT", "SVAR_PROVED"}


def changed(data: bytes, at: int, bit: int, cut: int) -> bytes:
    """Return the bytes with one bit turned; some of the end is gone when `cut` says so."""
    place = at % len(data)
    new = bytearray(data)
    new[place] ^= 1 << bit
    return bytes(new[: len(new) - cut])


@given(
    which=st.sampled_from(["pdf", "justering", "svar"]),
    at=st.integers(min_value=0, max_value=10**7),
    bit=st.integers(min_value=0, max_value=7),
    cut=st.sampled_from([0, 0, 0, 1, 100]),
)
@settings(max_examples=100)
def test_a_damaged_file_is_never_believed(world, tmp_path, which, at, bit, cut):
    path = tmp_path / f"fil.{which}"
    path.write_bytes(changed(good(world, which), at, bit, cut))
    try:
        report = world.check(path)
    except NämndError:
        return  # it says that it is locked, for instance
    assert not _GOOD & set(said(report))


def good(world, which):
    if which == "pdf":
        return world.signed.read_bytes()
    package = world.package(" omgång 2").read_bytes()
    if which == "justering":
        return package
    return chair(world.archive.secretary, world.archive.set.bo, package, hours=8).svar()


def test_the_undamaged_ones_are_believed(world, tmp_path):
    for which in ("pdf", "justering", "svar"):
        path = tmp_path / f"fil.{which}"
        path.write_bytes(good(world, which))
        assert _GOOD & set(said(world.check(path)))


def test_a_folder_that_is_named_by_a_dot_has_its_name(world, monkeypatch):
    from pathlib import Path

    from nämnd.core.progress import finish

    monkeypatch.chdir(world.made.folder)
    assert finish(examine(Path(), (), None, ARCHIVED)).name == world.made.folder.name
