"""What a missiv proposes goes to the punkt that its title is about, or nowhere."""

import pytest

from nämnd.läsning.dagordning import find_dagordning
from nämnd.läsning.found import FoundBilaga, FoundPunkt
from nämnd.läsning.missiv import proposals, with_missiv
from tests.nämnd.läsning.making import lines

ORGAN = "Södra vårdnämnden"
PUNKTER = (
    FoundPunkt("1", "Delprojekt 8 kirurgi", "beslut"),
    FoundPunkt("2", "Delprojekt 11 skopi", "beslut", bilagor=(FoundBilaga("2", "Skopiutredning"),)),
    FoundPunkt("3", "Taxor och avgifter 2020", "beslut"),
)


def given(*texts: str, organ: str = ORGAN) -> list[tuple[str, ...]]:
    """Return what each punkt gets."""
    return [one.missivförslag for one in with_missiv(PUNKTER, lines(*texts), organ)]


def satser(*texts: str, organ: str = ORGAN) -> list[tuple[str, ...]]:
    return [one.satser for one in proposals(lines(*texts), organ)]


def test_a_missiv_is_placed_by_its_title():
    assert given(
        "Till", "Södra vårdnämnden", "", "Taxor och avgifter 2020", "",
        "Södra vårdnämnden beslutar att", "", "1. Fastställa taxorna", "2. Tacka", "", "Bakgrund",
    ) == [(), (), ("Fastställa taxorna", "Tacka")]  # fmt: skip


def test_a_title_over_two_lines_is_read_as_one():
    assert given(
        "Taxor och", "avgifter 2020", "Södra vårdnämnden beslutar att", "1. Höja dem", "Bakgrund"
    ) == [(), (), ("Höja dem",)]  # fmt: skip


def test_the_title_of_a_bilaga_counts_too():
    assert given("Skopiutredning", "Nämnden beslutar att", "1. Tacka", "Bakgrund")[1] == ("Tacka",)


def test_a_title_that_fits_two_punkter_as_well_gives_nothing():
    assert given("Delprojekt", "Nämnden beslutar att", "1. Tacka", "Bakgrund") == [(), (), ()]


def test_a_title_that_fits_no_punkt_gives_nothing():
    assert given("Något helt annat", "Nämnden beslutar att", "1. Tacka") == [(), (), ()]


def test_of_two_papers_on_the_same_punkt_the_one_whose_title_fits_best_counts():
    found = given(
        "Om taxor och avgifter", "Nämnden beslutar att", "1. Sänka dem", "Bakgrund",
        *[f"Rad {n} i en lång utredning om något annat." for n in range(30)],
        "Taxor och avgifter 2020", "Nämnden beslutar att", "1. Höja dem", "Bakgrund",
    )  # fmt: skip
    assert found[2] == ("Höja dem",)


def test_what_is_guessed_by_likeness_is_told():
    text = lines("Taxor och avgifter", "Nämnden beslutar att", "1. Höja dem")
    (doubt,) = with_missiv(PUNKTER, text, ORGAN)[2].doubts
    assert (doubt.line, "Taxor och avgifter" in doubt.text) == (0, True)


@pytest.mark.parametrize(
    ("organ", "who", "taken"),
    [
        ("Södra vårdnämnden", "Södra Vårdnämnden", True),
        ("Södra vårdnämnden", "Vårdnämnden", True),
        ("Södra vårdnämnden", "Nämnden", True),
        ("Södra vårdnämnden", "Regionstyrelsen", False),
        ("Regionstyrelsen", "Nämnden för kultur", False),
        ("", "Kulturnämnden", True),
        ("", "Ledningsgruppen", False),
    ],
)
def test_only_what_the_nämnd_itself_is_to_decide_is_a_missiv_to_it(organ, who, taken):
    found = satser(f"{who} beslutar att", "1. Tacka", "Bakgrund", organ=organ)
    assert found == ([("Tacka",)] if taken else [])


def test_one_sats_on_the_same_line_is_taken_under_its_heading():
    assert satser(
        "Förslag till beslut", "Nämnden föreslås besluta att godkänna rapporten", "Bakgrund"
    ) == [("att godkänna rapporten",)]  # fmt: skip
    assert satser("I korthet", "Nämnden beslutar att godkänna rapporten", "Bakgrund") == []


def test_satser_without_numbers_end_where_the_text_goes_on():
    assert satser(
        "Nämnden beslutar", "Att godkänna rapporten", "", "Att tacka", "", "Rapporten är lång."
    ) == [("Att godkänna rapporten", "Att tacka")]  # fmt: skip


def test_a_lead_with_nothing_under_it_is_no_proposal():
    assert satser("Nämnden beslutar att", "Bakgrund") == []
    assert satser("Nämnden beslutar att") == []


def test_a_missiv_after_the_dagordning_is_read_with_it():
    found = find_dagordning(
        [
            "DAGORDNING", "Sammanträde Södra vårdnämnden", "Tid: 2020-03-27 klockan 08.30",
            "1. Val av justerare", "2. Taxor", "Ordförandens förslag", "1. Att höja taxorna",
            "3. Övriga frågor", "Anna Ek", "Ordförande", "Bo Alm", "Sekreterare", "\f",
            "Till", "Södra vårdnämnden", "Taxor", "Södra vårdnämnden beslutar att",
            "1. sänka taxorna", "Bakgrund",
        ],
        "a.txt",
    )  # fmt: skip
    assert [one.missivförslag for one in found.punkter] == [(), ("sänka taxorna",), ()]
    assert found.punkter[1].förslag == ("Att höja taxorna",)
