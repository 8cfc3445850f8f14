"""What is read in texts: what is left to fill in, and names that nobody goes by."""

import pytest

from nämnd.protokoll.checks import Around, findings
from nämnd.protokoll.checks.placeholders import placeholders
from nämnd.protokoll.findings import Part, Rule
from tests.nämnd.protokoll.fault_making import one
from tests.protokoll_values import anteckning_row, beslutspunkt_row, protokoll_of, yrkande_row

TASK = "TO" + "DO"
REGISTER = Around(register=frozenset({("Héléne Pessah-Rasmussen", None), ("Sven Ek", "L")}))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Klicka eller tryck här för att ange text.", "Klicka eller tryck här för att ange text"),
        ("Klicka här", "Klicka här"),
        ("xxx och yyy utses att justera", "xxx yyy"),
        ("Justeras den XXXX", "XXXX"),
        ("Ordförande NN yrkar", "NN"),
        ("N.N. (S) yrkar", "N.N."),
        ("Beslutet […] gäller", "[…]"),
        ("[namn] och [ datum ]", "[namn] [ datum ]"),
        ("lorem ipsum dolor", "lorem ipsum"),
        ("TODO: skriv", "TODO"),
        ("senast åååå-mm-dd", "åååå-mm-dd"),
        ("senast ÅÅÅÅ", "ÅÅÅÅ"),
        ("år 20XX", "20XX"),
        ("Namn: ______", "______"),
        ("Belopp: ??? kronor", "???"),
        ("Skriv text här", "Skriv text här"),
    ],
)
def test_what_is_left_of_a_template_is_found(text, found):
    assert " ".join(placeholders(text)) == found


@pytest.mark.parametrize(
    "text",
    [
        "", "Taxorna höjs.", "Maxxxtaxan", "Se [bilaga 3].", "ANN och FINN", "Vad händer nu?",
        "§ 43 [2015]", "år 2026", "Inn- och utfart", "Att göra: se bilagan", "exxon", "a_b",
    ],
)  # fmt: skip
def test_other_text_is_left_alone(text):
    assert placeholders(text) == ()


def names(text: str, around: Around = REGISTER) -> list[tuple[Rule, str]]:
    found = findings(one(sammanfattning=text, yrkanden=()), around)
    return [(finding.rule, finding.words[0]) for finding in found]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Ek (M) yrkar bifall.",
        "Därefter Anna Ek (M) och Bo Alm (S).",
        "Anna Eks (M) yrkande.",
        "Ordföranden Anna Ek yrkar bifall.",
        "Héléne Pessah-Rasmussen föredrar ärendet.",
        "Sven Ek (L) deltar inte.",
        "Region Skåne utses till värd.",
        "Södra Regionvårdsnämnden presenterar resultatet.",
        "Best Western Grand Hotell i Halmstad.",
        "Socialstyrelsen (SoS) informerar.",
        "Avtal (2019) gäller.",
        "direktören Anna Ek redogör.",
        "Ledamoten Nystig (S) yrkar bifall.",
    ],
)
def test_who_is_known_and_what_is_no_person_is_left_alone(text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "rule", "name"),
    [
        ("Karl Nystig (S) yrkar bifall.", Rule.UNKNOWN_NAME, "Karl Nystig"),
        ("Karl Nystig reserverar sig.", Rule.UNKNOWN_NAME, "Karl Nystig"),
        ("Överläkare Karl von Ny föredrar.", Rule.UNKNOWN_NAME, "Karl von Ny"),
        ("Helene Pessah-Rasmusen föredrar.", Rule.MISSPELT_NAME, "Helene Pessah-Rasmusen"),
        ("Cecilia Ost (C) yrkar.", Rule.MISSPELT_NAME, "Cecilia Ost"),
        ("Anna Ek (S) yrkar.", Rule.NAME_WITH_OTHER_PARTY, "Anna Ek"),
    ],
)
def test_a_name_that_nobody_goes_by_is_found(text, rule, name):
    assert names(text) == [(rule, name)]


def test_who_presents_the_punkt_is_known():
    from tests.builders import punkt_row
    from tests.protokoll_values import paragraf_row

    punkt = punkt_row(1, förslag=(), föredragande="Karl Nystig, direktör")
    row = paragraf_row(59, punkt_id="k1", sammanfattning="Karl Nystig föredrar ärendet.")
    assert findings(protokoll_of(row, punkter=(punkt,))) == ()


@pytest.mark.parametrize(
    ("part", "facts"),
    [
        (Part.RUBRIK, {"rubrik": "xxx"}),
        (Part.INGRESS, {"ingress": "xxx"}),
        (Part.BESLUT, {"beslutspunkter": (beslutspunkt_row("Att xxx"),)}),
        (Part.BESLUTSUNDERLAG, {"beslutsunderlag": ("Missiv xxx",)}),
        (Part.PROPOSITIONSORDNING, {"propositionsordning": "**xxx**"}),
        (Part.ANTECKNING, {"anteckningar": (anteckning_row("särskilt yttrande", text="xxx"),)}),
        (Part.ANMÄLNINGAR, {"anmälningar": ("Beslut xxx",)}),
    ],
    ids=str,
)
def test_every_text_of_a_paragraf_is_read(part, facts):
    (finding,) = findings(one(**facts))
    assert (finding.rule, finding.place.part) == (Rule.PLACEHOLDER, part)


def test_a_withdrawn_yrkande_is_not_printed_and_not_read():
    assert findings(one(yrkanden=(yrkande_row("y1", "p2", text="xxx", återtaget=True),))) == ()
