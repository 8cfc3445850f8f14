"""Names from elsewhere: no deception on the screen, no harm on the disk."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.bilaga.names import MOST, MOST_BYTES, safe_name, shown_name, suffix_of, title_of

RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{device}{number}" for device in ("com", "lpt") for number in "0123456789¹²³"
}
HOSTILE = (
    "../../x", "..\\..\\x", "C:\\x", "\\\\srv\\x", "/etc/passwd", "CON", "CON.pdf", "con .txt",
    "nul.tar.gz", "COM1", "lpt¹.doc", "a.pdf.exe", "faktura\u202efdp.exe", "x...", "x. . .", " x ",
    "a:b", "a\x00b", "a\nb", "-rf", "~", ".dold", "x" * 300, "å" * 300, "🙂" * 200, "漢" * 200,
    "a\u030a" * 200, "e\u200b\u0301", "", ".", "..", "   ", "\u3164", "\u200b", "\ud800", '*?<>|"',
    "con." + "x" * 200, "\N{NO-BREAK SPACE}a\N{NO-BREAK SPACE}b", "a\t\r\nb", "\u2066x\u2069",
)  # fmt: skip
WORST = st.one_of(
    st.text(max_size=200),
    st.text(alphabet='./\\:*?"<>| \t\n\x00-~coCONnul1¹å🙂\u0301\u202e\u200b', max_size=300),
    st.sampled_from(HOSTILE),
    st.builds(
        "{}{}".format, st.sampled_from(sorted(RESERVED)), st.sampled_from(["", ".", ".x", " "])
    ),
)
SUFFIXES = st.sampled_from(["", ".pdf", ".docx", ".eml"])


def faults(name):
    """Return what is wrong with a file name on Windows, macOS or Linux."""
    found = {
        "forbidden": any(char in '<>:"/\\|?*' for char in name),
        "not shown": not name.isprintable() or "\ufffd" in name,
        "not NFC": not unicodedata.is_normalized("NFC", name),
        "reserved": name.split(".")[0].strip().casefold() in RESERVED,
        "edge": name != name.strip(". ") or name.startswith(("-", "~")),
        "long": len(name) > MOST or len(name.encode()) > MOST_BYTES,
        "empty": not name,
    }
    return [fault for fault, there in found.items() if there]


@given(WORST, SUFFIXES)
def test_a_written_name_is_safe_on_every_system_and_stays_as_it_is(title, suffix):
    name = safe_name(title, suffix)
    assert faults(name) == []
    assert name.endswith(suffix)
    assert safe_name(name) == name


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_a_written_name_can_really_be_written_and_lies_in_its_folder(tmp_path, title):
    folder = tmp_path / "ut"
    folder.mkdir()
    path = folder / safe_name(title, ".pdf")
    path.touch()
    assert path.resolve().parent == folder.resolve()
    assert [one.name for one in folder.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Bilaga 3A – Översyn av vården", "Bilaga 3A – Översyn av vården.pdf"),
        ("Dnr 2019/123: yttrande", "Dnr 2019 123 yttrande.pdf"),
        ("Förslag till budget 1.0", "Förslag till budget 1.0.pdf"),
        ("CON", "_CON.pdf"),
        ("..\\..\\x", "x.pdf"),
        ("", "namnlös.pdf"),
        ("Fråga\N{NO-BREAK SPACE}1", "Fråga 1.pdf"),
        ("a\u030arsbudget", "årsbudget.pdf"),
        ("faktura\u202efdp", "fakturafdp.pdf"),
    ],
)
def test_a_written_name_reads_like_its_title(title, name):
    assert safe_name(title, ".pdf") == name


@given(WORST)
def test_a_shown_name_is_one_line_and_hides_nothing(name):
    shown = shown_name(name)
    assert shown.isprintable()
    assert shown.strip()
    assert unicodedata.is_normalized("NFC", shown)
    assert shown_name(shown) == shown
    assert shown.encode()


def test_a_shown_name_shows_where_something_was_hidden():
    assert shown_name("faktura\u202efdp.exe") == "faktura\ufffdfdp.exe"
    assert shown_name("a\nb\N{NO-BREAK SPACE}c") == "a b c"
    assert shown_name("\u3164") == "\ufffd"
    assert shown_name(" ") == "namnlös"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Missiv_till_nämnden.pdf", "Missiv till nämnden"),
        ("Budget 1.0.docx", "Budget 1.0"),
        ("a.b", "a"),
        (".pdf", "Namnlös"),
        ("___", "Namnlös"),
        ("protokoll", "protokoll"),
        ("Sammanträde 2019.11.22", "Sammanträde 2019.11"),
    ],
)
def test_a_rubrik_is_made_of_the_name(name, title):
    assert title_of(name) == title


@given(WORST)
def test_a_rubrik_is_never_empty_and_always_one_line(name):
    assert title_of(name).strip()
    assert title_of(name).isprintable()


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("a.PDF", ".pdf"),
        ("a.pdf.exe", ".exe"),
        ("a", ""),
        ("a.", ""),
        ("a.något", ""),
        ("a.pdf\u202e", ""),
        ("a.p/df", ""),
        ("a.verylong", ""),
        ("a.7z", ".7z"),
    ],
)
def test_a_suffix_is_what_looks_like_one(name, suffix):
    assert suffix_of(name) == suffix


@given(WORST)
def test_a_suffix_makes_no_name_unsafe(name):
    assert faults(safe_name(title_of(name), suffix_of(name))) == []
