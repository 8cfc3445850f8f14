"""The files of an utskick as a zip."""

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePosixPath, PureWindowsPath

import pypdfium2
from hypothesis import given
from hypothesis import strategies as st

from nämnd.bilaga.names import MOST
from nämnd.core.progress import finish
from nämnd.paket.plan import Part, PunktRef, Reason
from nämnd.paket.zip import make_zip, tidy_names
from tests.nämnd.paket.conftest import part
from tests.nämnd.paket.drawn import untagged
from tests.nämnd.paket.material import locked, signed, truncated, word_file

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{name}{n}" for name in ("COM", "LPT") for n in "123")}


def named(*rubriker: tuple[str, str, str]) -> list[Part]:
    """Return parts by beteckning, rubrik and file name."""
    return [
        Part(beteckning, rubrik, PunktRef(16, "Anmälningar"), None, filnamn)
        for beteckning, rubrik, filnamn in rubriker
    ]


def test_files_are_as_they_came_with_names_in_order(make, tmp_path):
    files = {
        "3A": untagged(tmp_path / "x.pdf", 1),
        "3B": word_file(tmp_path / "y.docx"),
        "4": signed(tmp_path / "z.pdf"),
        "10": locked(tmp_path / "å.pdf", user="las"),
        "11": truncated(tmp_path / "trunc.pdf"),
    }
    rubriker = (
        "Avancerad rekonstruktiv kirurgi",
        "Kalkyl: 2020/2021",
        "Avtal",
        "Hemligt",
        "Skadad",
    )
    parts = [
        replace(part(path, beteckning), rubrik=rubrik)
        for (beteckning, path), rubrik in zip(files.items(), rubriker, strict=True)
    ]
    result = finish(make_zip(make.plan(*parts), tmp_path / "u.zip"))
    assert result.names == (
        "00 Dagordning.pdf",
        "03A Avancerad rekonstruktiv kirurgi.pdf",
        "03B Kalkyl 2020 2021.docx",
        "04 Avtal.pdf",
        "10 Hemligt.pdf",
        "11 Skadad.pdf",
    )
    assert result.left_out == ()
    with zipfile.ZipFile(tmp_path / "u.zip") as package:
        assert tuple(package.namelist()) == result.names == tuple(sorted(result.names))
        assert package.testzip() is None
        for name, path in zip(result.names[1:], files.values(), strict=True):
            assert package.read(name) == path.read_bytes()
        assert {entry.date_time for entry in package.infolist()} == {(2026, 3, 2, 9, 41, 0)}
        with pypdfium2.PdfDocument(package.read("00 Dagordning.pdf")) as dagordning:
            assert "Avtal" in dagordning[0].get_textpage().get_text_bounded()


def test_the_same_plan_gives_the_same_bytes(make, tmp_path):
    plan = make.plan(part(untagged(tmp_path / "a.pdf", 1), "1"))
    for name in ("a", "b"):
        finish(make_zip(plan, tmp_path / name))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_what_is_missing_is_listed_and_what_is_for_the_meeting_is_not(make, tmp_path):
    changed = part(untagged(tmp_path / "a.pdf", 1), "2")
    (tmp_path / "a.pdf").write_bytes(b"annat")
    later = part(untagged(tmp_path / "b.pdf", 1), "5", i_utskicket=False)
    parts = (part(None, "1"), changed, part(tmp_path / "borta", "3"), part(tmp_path, "4"), later)
    result = finish(make_zip(make.plan(*parts), tmp_path / "u.zip"))
    assert [(one.beteckning, one.reason) for one in result.left_out] == [
        ("1", Reason.NO_FILE),
        ("2", Reason.CHANGED),
        ("3", Reason.MISSING),
        ("4", Reason.UNREADABLE),
    ]
    assert result.names == ("00 Dagordning.pdf",)


def test_letters_alone_get_the_number_of_their_punkt():
    parts = named(("A", "Protokoll", "a.pdf"), ("B", "Skrivelse", "b.pdf"))
    assert tidy_names(parts) == ["16A Protokoll.pdf", "16B Skrivelse.pdf"]


def test_past_z_a_running_number_keeps_the_order():
    letters = [chr(ord("A") + n) for n in range(26)] + ["AA", "AB"]
    names = tidy_names(named(*((letter, "Fil", "a.pdf") for letter in letters)))
    assert names[0] == "001 A Fil.pdf"
    assert names[-1] == "028 AB Fil.pdf"
    assert names == sorted(names)


def test_names_that_differ_in_capitals_only_are_told_apart():
    parts = named(("4", "Plan", "a.pdf"), ("4", "PLAN", "b.PDF"), ("4", "plan", "c.pdf"))
    assert len({name.casefold() for name in tidy_names(parts)}) == 3


def test_a_moment_before_zips_began_is_moved_to_when_they_did(make, tmp_path):
    plan = replace(make.plan(part(None, "1")), created=datetime(1970, 1, 1, tzinfo=UTC))
    finish(make_zip(plan, tmp_path / "u.zip"))
    with zipfile.ZipFile(tmp_path / "u.zip") as package:
        assert package.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["1", "3A", "3B", "12", "16", "A", "AA", "../x"]),
            st.one_of(
                st.text(), st.sampled_from(["..\\..\\x", "CON", "a" * 300, "a:b", ". ", "/"])
            ),
            st.one_of(st.text(), st.sampled_from(["a.pdf", "b.DOCX", "../../c.sh", "d.\u202efdp"])),
        ),
        max_size=6,
    )
)
def test_every_name_is_safe_and_there_once(entries):
    names = tidy_names(named(*entries))
    assert len({name.casefold() for name in names}) == len(entries)
    for name in names:
        assert PurePosixPath(name).name == PureWindowsPath(name).name == name
        assert name.isprintable()
        assert not set(name) & set('<>:"/\\|?*')
        assert len(name) <= MOST + 10
        assert name.split(".")[0].upper() not in RESERVED
        assert name[-1] not in ". "
