"""What a finding says."""

import pytest

from nämnd.sammanträde.checks import Finding, Lack
from nämnd.sammanträde.rules import Stage
from nämnd.översikt.stages import STAGE_TEXT
from nämnd.översikt.words import finding_chip, finding_text

DAY = "2026-03-20"


@pytest.mark.parametrize(
    ("finding", "sentence", "chip"),
    [
        (
            Finding(Lack.KALLELSE_SOON, DAY, days=3),
            "Kallelsen ska vara ute senast den 20 mars 2026.",
            "3 dagar kvar",
        ),
        (
            Finding(Lack.KALLELSE_SOON, DAY, days=1),
            "Kallelsen ska vara ute senast den 20 mars 2026.",
            "1 dag kvar",
        ),
        (
            Finding(Lack.KALLELSE_SOON, DAY, days=0),
            "Kallelsen ska vara ute senast den 20 mars 2026.",
            "i dag",
        ),
        (
            Finding(Lack.KALLELSE_LATE, DAY, days=1),
            "Kallelsen skulle ha gått ut senast den 20 mars 2026.",
            "1 dag sen",
        ),
        (
            Finding(Lack.FÖRSLAG, "7", "Priser"),
            "Punkt 7: «Priser» saknar förslag till beslut.",
            "saknas",
        ),
        (Finding(Lack.FIL, "7B", "Avtal"), "Bilaga 7B: «Avtal» har ingen fil än.", "saknas"),
        (Finding(Lack.SAME_FILE, "4, 7B"), "Bilagorna 4, 7B är samma fil.", "kontrollera"),
        (
            Finding(Lack.EMAIL, "1"),
            "1 kallad saknar en e-postadress som går att använda.",
            "saknas",
        ),
        (
            Finding(Lack.EMAIL, "3"),
            "3 kallade saknar en e-postadress som går att använda.",
            "saknas",
        ),
        (Finding(Lack.TID), "Sammanträdet har inget klockslag än.", "saknas"),
        (Finding(Lack.TID, DAY), "Klockslag saknas för den 20 mars 2026.", "saknas"),
        (Finding(Lack.PUNKTER), "Dagordningen är tom.", "saknas"),
    ],
)
def test_a_finding_as_a_sentence_and_in_short(finding, sentence, chip):
    assert finding_text(finding) == sentence
    assert finding_chip(finding) == chip


@pytest.mark.parametrize("lack", Lack)
def test_every_lack_has_its_sentence(lack):
    where = "1" if lack is Lack.EMAIL else DAY
    text = finding_text(Finding(lack, where, "Avtal"))
    assert text.endswith(".")
    assert text[0].isupper() or text[0].isdigit()


def test_every_stage_has_its_word():
    assert set(STAGE_TEXT) == set(Stage)
