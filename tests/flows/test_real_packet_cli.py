"""The same errand without a window: the real packet in, every paper out."""

import io
import json
from datetime import datetime
from pathlib import Path

import docx
import page as page_validation
import pikepdf
import pytest

from nämnd.cli import main
from nämnd.documents.checks import structure_problems

NOW = datetime(2019, 11, 12, 9, 30)  # noqa: DTZ001 - ten days before the meeting
BETECKNINGAR = [
    *("3A", "3B", "3C", "3D", "3E", "3F", "4", "5", "6", "7A", "7B", "8A", "8B", "9"),
    *("10A", "10B", "11", "12", "14A", "14B"),
    *"ABCDEFGHI",
]
pytestmark = pytest.mark.flow


def run(*words: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    assert main(words, now=NOW, out=out, err=err) == 0, err.getvalue()
    return out.getvalue().strip()


def test_the_real_packet_goes_in_and_every_paper_comes_out(seed, tmp_path):
    place = ("--databas", str(tmp_path / "x.db"))
    said = run("importera", str(seed("002")), *place)
    assert said == "Läste in 16 punkter och 29 bilagor till sammanträdet fredag 22 november 2019."

    def export(what: str, form: str) -> Path:
        words = ("--sammantrade", "2019-11-22", "--format", form, "--till", str(tmp_path / "ut"))
        return Path(run("exportera", what, *place, *words))

    check_pdf(export("kallelse", "pdf"))
    check_pdf(export("dagordning", "pdf"))
    check_pdf(export("klubblista", "pdf"))
    check_pdf(export("deltagarlista", "pdf"))
    word = docx.Document(str(export("kallelse", "docx")))
    assert any("Vård i rörelse 2020" in one.text for one in word.paragraphs)
    check_utskick(export("utskick", "pdf"))
    check_exchange(export("utbyte", "json"))
    words = ("granska", "--sammantrade", "2019-11-22", "--format", "json", *place)
    check_differences(json.loads(run(*words)))


def check_pdf(path: Path) -> None:
    for profile in ("ua1", "2a"):
        assert page_validation.validate_pdf(str(path), profile=profile).is_compliant, profile


def check_utskick(path: Path) -> None:
    assert structure_problems(path) == []
    with pikepdf.open(path) as pdf:
        labels = {pikepdf.Page(one).label for one in pdf.pages}
        assert len(pdf.pages) == 5 + 20  # the dagordning, and a page for each file that is not here
        assert {"1", "5"} <= labels
        assert all(any(one.startswith(b) for one in labels) for b in BETECKNINGAR[:20])


def check_exchange(path: Path) -> None:
    (meeting,) = json.loads(path.read_text(encoding="utf-8"))["sammanträden"]
    assert [punkt["nummer"] for punkt in meeting["punkter"]] == list(range(1, 17))
    found = [one["beteckning"] for punkt in meeting["punkter"] for one in punkt.get("bilagor", [])]
    assert found == BETECKNINGAR


def check_differences(found: list[dict[str, str]]) -> None:
    rule = "förslag skiljer sig från missivet"
    told = [one["text"] for one in found if one["regel"] == rule]
    assert [text.split(" är inte ")[0] for text in told] == [
        f"Förslaget i punkt {n}" for n in (4, 7, 8)
    ]
    assert told[1].endswith("Att [+ godkänna och] lägga [– informationen] till handlingarna")
