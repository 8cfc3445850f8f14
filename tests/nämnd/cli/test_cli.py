"""The command line: everything without a screen."""

import io
import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from nämnd.cli import main

NOW = datetime(2019, 11, 12, 9, 30)  # noqa: DTZ001 - local time, as the user's clock shows it
DAGORDNING = """\
DAGORDNING
Sammanträde Granhamns vårdnämnd
Tid: 2026-05-08 klockan 09.00
Plats: Stadshotellet, Granhamn

1. Val av justerare

2. Uppföljning av vårdval
Ordförandens förslag
1. Att godkänna uppföljningen
I ärendet finns följande dokument
2A. Missiv
2B. Uppföljning

Karin Åbrink
Ordförande

Eva Lind
Sekreterare
"""


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str


@pytest.fixture
def run(tmp_path: Path):
    def run(*words: str, database: bool = True) -> Said:
        out, err = io.StringIO(), io.StringIO()
        place = ["--databas", str(tmp_path / "x.db")] if database else []
        code = main([*words, *place], now=NOW, out=out, err=err)
        return Said(code, out.getvalue(), err.getvalue())

    return run


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "dagordning.txt"
    path.write_text(DAGORDNING, encoding="utf-8")
    return path


def test_a_dagordning_is_read_in_listed_and_written_as_every_paper(run, source, tmp_path):
    said = run("importera", str(source))
    assert (said.code, said.err) == (0, "")
    assert said.out == ("Läste in 2 punkter och 2 bilagor till sammanträdet fredag 8 maj 2026.\n")
    assert run("lista").out == (
        "Granhamns vårdnämnd\n  2026-05-08  Stadshotellet, Granhamn  2 punkter\n"
    )
    folder = tmp_path / "ut"
    for what, form in (("kallelse", "pdf"), ("kallelse", "docx"), ("dagordning", "pdf")):
        said = run(
            "exportera",
            what,
            "--sammantrade",
            "2026-05-08",
            "--format",
            form,
            "--till",
            str(folder),
        )
        written = Path(said.out.strip())
        assert (said.code, written.parent, written.suffix) == (0, folder, f".{form}")
        assert written.stat().st_size > 5000
    assert sorted(path.name for path in folder.iterdir()) == [
        "Dagordning 2026-05-08 Granhamns vårdnämnd.pdf",
        "Kallelse 2026-05-08 Granhamns vårdnämnd.docx",
        "Kallelse 2026-05-08 Granhamns vårdnämnd.pdf",
    ]


def test_an_utskick_says_what_could_not_be_included(run, source, tmp_path):
    run("importera", str(source))
    said = run("exportera", "utskick", "--till", str(tmp_path / "ut"))
    assert said.code == 0
    assert said.err.startswith("2 bilagor har ingen fil än: 2A, 2B.")
    with pikepdf.open(said.out.strip()) as pdf:
        assert len(pdf.pages) == 3  # the dagordning and a page for each bilaga without a file


def test_doubts_are_told_with_their_line(run, tmp_path):
    path = tmp_path / "d.txt"
    path.write_text(DAGORDNING.replace("Ordförandens förslag", "Ordförandes förslag"))
    said = run("importera", str(path))
    assert said.code == 0
    assert said.err.startswith("Kontrollera (rad 9): ")


def test_the_exchange_format_goes_out_and_in_again_without_change(run, source, tmp_path):
    run("importera", str(source))
    first = Path(run("exportera", "utbyte", "--till", str(tmp_path / "a")).out.strip())
    again = run("importera", str(first))
    assert again.out == "utbyte.json stämmer med det som redan finns. Ingenting ändrades.\n"
    out, err = io.StringIO(), io.StringIO()
    other = ["--databas", str(tmp_path / "y.db")]
    assert main(["importera", str(first), *other], now=NOW, out=out, err=err) == 0
    out = io.StringIO()
    words = ["exportera", "utbyte", "--till", str(tmp_path / "b"), *other]
    assert main(words, now=NOW, out=out, err=err) == 0
    assert Path(out.getvalue().strip()).read_bytes() == first.read_bytes()


def test_the_schema_is_json(run):
    said = run("schema", database=False)
    assert said.code == 0
    assert "sammanträden" in json.loads(said.out)["properties"]


def test_a_file_without_a_date_can_be_given_one(run, tmp_path):
    path = tmp_path / "d.txt"
    path.write_text(DAGORDNING.replace("Tid: 2026-05-08 klockan 09.00\n", ""), encoding="utf-8")
    refused = run("importera", str(path))
    assert (refused.code, refused.err.splitlines()[-1]) == (
        1,
        "Ange vilken dag sammanträdet är.",
    )
    assert run("importera", str(path), "--datum", "2026-05-09").code == 0
    assert "2026-05-09" in run("lista").out


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("importera", "finns-inte.txt"), "Filen finns-inte.txt finns inte."),
        (("exportera", "kallelse"), "Det finns ingen nämnd i databasen än."),
        (("exportera", "kallelse", "--format", "zip"), "«kallelse» finns inte som zip."),
        (("lista", "--namnd", "Okänd"), "Det finns ingen nämnd"),
    ],
    ids=["missing", "empty", "format", "unknown"],
)
def test_what_can_t_be_done_is_told_in_a_sentence(run, source, words, sentence):
    (source.parent / "x.db").unlink(missing_ok=True)
    run("importera", str(source.parent / "finns-inte-heller.txt"))  # makes the database
    said = run(*words)
    assert (said.code, said.out) == (1, "")
    assert said.err.startswith(sentence)


def test_the_nämnd_and_the_sammanträde_are_asked_for_when_there_are_several(run, source, tmp_path):
    run("importera", str(source))
    other = tmp_path / "annan.txt"
    other.write_text(
        DAGORDNING.replace("Granhamns", "Norrviks").replace("2026-05-08", "2026-06-05"),
        encoding="utf-8",
    )
    run("importera", str(other))
    assert "Ange vilken med --namnd" in run("exportera", "kallelse").err
    third = tmp_path / "tredje.txt"
    third.write_text(DAGORDNING.replace("2026-05-08", "2026-09-04"), encoding="utf-8")
    run("importera", str(third))
    said = run("exportera", "kallelse", "--namnd", "granhamns VÅRDNÄMND")
    assert said.err == (
        "Ange vilket sammanträde med --sammantrade. De som finns: 2026-09-04, 2026-05-08.\n"
    )


def test_reading_the_same_dagordning_twice_is_refused_and_changes_nothing(run, source):
    run("importera", str(source))
    before = run("lista").out
    said = run("importera", str(source))
    assert said.code == 1
    assert "2026-05-08" in said.err
    assert run("lista").out == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["exportera"], "det saknas: DOKUMENT"),
        (["exportera", "brev"], "går inte att välja här"),
        (["importera", "x", "--okand"], "okänt: --okand"),
        (["exportera", "kallelse", "--till"], "--till ska följas av ett värde"),
    ],
    ids=["missing", "choice", "unknown", "value"],
)
def test_wrong_words_are_told_in_swedish(words, said, capsys):
    with pytest.raises(SystemExit) as end:
        main(words, now=NOW)
    assert end.value.code == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.startswith("Så här: namnd ")


def test_help_and_version_are_swedish(capsys):
    for words in (["--help"], ["importera", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as end:
            main(words, now=NOW)
        assert end.value.code == 0
    said = capsys.readouterr().out
    assert "Så här: namnd" in said
    for english in ("usage", "optional", "positional", "show this"):
        assert english not in said


def test_no_words_at_all_show_the_help(run):
    said = run(database=False)
    assert (said.code, "importera" in said.out) == (0, True)
