"""`namnd frister`: without a screen, and without a database."""

import io
import json

import pytest

from nämnd.bevakning.finding import frister_in
from nämnd.cli import main
from nämnd.cli.frister import read_words
from nämnd.core.progress import finish
from tests.conftest import NOW
from tests.nämnd.frister.answers import SEEDS, read_answers

LETTER = """Regionstyrelsen
2026-02-20

Till nämnden

Regionerna ska lämna en delrapport till Socialstyrelsen senast den 1 april 2026.
Rekvirering av medel ska ske före den 1 december 2026.
Rätten till bidrag förfaller om rekvisition inte inkommit i tid.
Beslutet följs upp vid fjärde sammanträdet år 2027.
Rapporten publicerades den 3 mars 2026.
"""


def run(*words: str, code: int = 0) -> tuple[str, str]:
    out, err = io.StringIO(), io.StringIO()
    assert main(["frister", *words], now=NOW, out=out, err=err) == code, err.getvalue()
    return out.getvalue(), err.getvalue()


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "brev.txt"
    path.write_text(LETTER, encoding="utf-8")
    return str(path)


def test_each_frist_is_told_with_who_to_whom_and_its_sentence(letter):
    out, err = run(letter)

    first, second, third = out.strip().split("\n\n")
    assert first == (
        "Senast 1 april 2026: Lämna delrapport\n"
        "   ansvarig: regionerna; till: Socialstyrelsen; sida 1, rad 6\n"
        "   «Regionerna ska lämna en delrapport till Socialstyrelsen senast den 1 april 2026.»"
    )
    assert second.startswith("Före 1 december 2026: Rekvirera medel\n")
    assert "rätten går förlorad om det blir för sent" in second
    assert third.startswith("Fjärde sammanträdet 2027: Följa upp beslutet\n")
    assert err == "3 frister i brev.txt. Läs handlingen: alla frister syns inte här.\n"


def test_json_has_what_another_program_needs(letter):
    first, second, third = json.loads(run(letter, "--format", "json")[0])

    assert first == {
        "slag": "datum",
        "datum": "2026-04-01",
        "från": None,
        "sammanträde": None,
        "regel": "senast 1 april 2026",
        "vad": "Lämna delrapport",
        "vem": "regionerna",
        "till": "Socialstyrelsen",
        "förverkande": False,
        "passerad": False,
        "mening": "Regionerna ska lämna en delrapport till Socialstyrelsen senast den "
        "1 april 2026.",
        "sida": 1,
        "rad": 6,
        "rad_till": 6,
    }
    assert (second["regel"], second["förverkande"]) == ("före 1 december 2026", True)
    assert third["sammanträde"] == {"nummer": 4, "år": 2027}


def test_what_was_to_be_done_before_the_day_of_the_document_is_left_out(letter):
    out, _ = run(letter, "--dag", "2026-05-01")

    assert "delrapport" not in out
    assert "Rekvirera" in out


def test_what_is_over_today_is_told_so(tmp_path):
    path = tmp_path / "old.txt"
    path.write_text("2025-01-07\n\nSvar ska lämnas senast den 1 februari 2026.", "utf-8")

    assert "dagen har varit" in run(str(path))[0]


def test_nothing_found_is_no_error(tmp_path):
    path = tmp_path / "tom.txt"
    path.write_text("Ingenting särskilt.", "utf-8")

    assert run(str(path)) == ("\n", "Inga frister hittades i tom.txt.\n")
    assert run(str(path), "--format", "json")[0] == "[]\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "är tom"), (b"%PDF-1.7 nothing", "skadad"), (b"\x89PNG\r\n\x1a\n0000", "bara bilder")],
)
def test_a_file_without_words_is_refused(tmp_path, content, said):
    path = tmp_path / "fil.bin"
    path.write_bytes(content)

    assert said in run(str(path), code=1)[1]


def test_what_is_not_there_and_what_is_no_day_are_refused(letter, tmp_path):
    assert "finns inte" in run(str(tmp_path / "borta.txt"), code=1)[1]
    assert "31/3" in run(letter, "--dag", "31/3", code=1)[1]


@pytest.mark.skipif(not SEEDS.exists(), reason="the real documents are not beside the project")
@pytest.mark.parametrize("seed", ["000", "001", "002", "003", "004"])
def test_the_real_documents_read_as_files_give_the_same(seed):
    answers, day = read_answers(seed)
    (path,) = SEEDS.glob(f"{seed}_*.txt")
    found = frister_in(finish(read_words(path)), day)

    by_day = {(one.datum, one.sammanträde) for one in found}
    demanded = [one for one in answers if one.binder and one.inbäddad is None]
    assert all((one.datum, one.sammanträde) in by_day for one in demanded)
    assert len(found) <= len(answers)
