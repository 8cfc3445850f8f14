"""The parts of a dagordning: the chain of punkter, their details, lists and facts."""

from datetime import date

import pytest

from nämnd.läsning.candidates import candidates
from nämnd.läsning.chain import Chain, Ends, best_chain
from nämnd.läsning.dates import dates_in, times_in
from nämnd.läsning.details import Details, details_of, dnr_alone, first_dnr, presenter_in
from nämnd.läsning.entries import read_bilagor, read_förslag
from nämnd.läsning.facts import is_organ, is_signature, read_facts
from nämnd.läsning.found import FoundBilaga
from nämnd.läsning.lines import (
    Line,
)
from nämnd.läsning.slag import slag_of
from tests.nämnd.läsning.making import lines


def chain(*texts: str, ends: Ends | None = None) -> list[int] | None:
    """Return the places of the punkter among lines that all may begin the list."""
    found = best_chain(candidates(lines(*texts)), set(range(len(texts))), ends or Ends())
    return [start.at for start in found.starts] if isinstance(found, Chain) else None


def test_signs_of_a_punkt_decide_between_two_lines_with_the_same_number():
    assert chain("1. Upprop", "2. Budget", "Bilagor", "2. Tabell", "3. Val av justerare") == [
        0,
        1,
        4,
    ]


def test_people_in_a_numbered_list_are_not_punkter():
    people = ("1 Eva Ek (S)", "2 Bo By (M)", "3 Cia Dal (V)")
    assert chain(*people, "1 Upprop", "2 Budget", "3 Slut") == [3, 4, 5]


def test_a_single_number_is_no_chain():
    assert chain("1. Upprop", "text") is None


def test_no_list_goes_on_beyond_a_signature():
    texts = ("1. Upprop", "2. Budget", "Anna Ek", "Ordförande", "3. Analys", "4. Metod")
    assert chain(*texts) == [0, 1, 4, 5]
    assert chain(*texts, ends=Ends(signed=(3,))) == [0, 1]


def test_a_list_that_begins_on_a_new_page_is_another():
    texts = ("1. Upprop", "2. Budget", "Rapport", "1. Information", "2. Metod", "3. Val", "4. Slut")
    assert chain(*texts, ends=Ends(turns=(2,))) == [3, 4, 5, 6]
    assert chain(*texts[:2], "Rapport", "3. Val", ends=Ends(turns=(2,))) == [0, 1, 3]


# Details


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Budget 2025", Details("Budget 2025")),
        ("Budget (HSN 2024/118)", Details("Budget", "HSN 2024/118")),
        ("HSN 2024/118 Budget", Details("Budget", "HSN 2024/118")),
        ("Budget, dnr 1900525", Details("Budget", "1900525")),
        ("Budget 19RGK1617", Details("Budget", "19RGK1617")),
        ("Budget SHS2018-0002", Details("Budget", "SHS2018-0002")),
        ("Budget 2019-POL000123", Details("Budget", "2019-POL000123")),
        ("Val (RS 2018/1) igen", Details("Val igen", "RS 2018/1")),
        ("Möte 2019-11-22", Details("Möte 2019-11-22")),
        ("Budget kl. 9.15", Details("Budget", tid="09.15")),
        ("Budget (10.00–10.30)", Details("Budget", tid="10.00–10.30")),
        ("Budget 10.00–10.30", Details("Budget", tid="10.00–10.30")),
        ("Budget – föredragande: Anna Berg", Details("Budget", föredragande="Anna Berg")),
        ("Budget, Anna Berg informerar", Details("Budget", föredragande="Anna Berg")),
        (
            "Budget (dnr RS 2024/7), kl. 10.00, föredragande Anna Berg",
            Details("Budget", "RS 2024/7", "10.00", "Anna Berg"),
        ),
        (
            "RS 2024/7\tBudget\tAnna Berg, chef\t09.15",
            Details("Budget", "RS 2024/7", "09.15", "Anna Berg, chef"),
        ),
        ("kl. 09.15", Details("kl. 09.15")),
        ("x" * 700, Details("x" * 700)),
    ],
)
def test_a_rubrik_is_freed_of_dnr_time_and_presenter(text, expected):
    assert details_of(text) == expected


def test_a_dnr_is_found_in_running_text_and_alone():
    assert first_dnr("Styrelsen har behandlat ärendet, dnr RV180114, i maj.") == "RV180114"
    assert first_dnr("Mötet 2019-11-22 i sal 4") == ""
    assert dnr_alone("Dnr: 2019/01804") == "2019/01804"
    assert dnr_alone("(RS191127)") == "RS191127"
    assert dnr_alone("Mötet") == ""


def test_who_presents_is_found_in_a_sentence():
    assert presenter_in("Héléne Pessah-Rasmussen kommer och rapporterar.") == (
        "Héléne Pessah-Rasmussen"
    )
    assert presenter_in("Anna Berg, ekonomichef, informerar om läget.") == "Anna Berg, ekonomichef"
    assert presenter_in("Ordföranden informerar.") == ""


# Slag


@pytest.mark.parametrize(
    ("rubrik", "förslag", "grupp", "slag"),
    [
        ("Val av justeringsperson", (), "", "val"),
        ("Protokollsjustering", (), "", "val"),
        ("Fyllnadsval till presidiet", (), "", "val"),
        ("Valfrihet i vården", (), "", "beslut"),
        ("Upprop", (), "", "formalia"),
        ("Godkännande av föredragningslista", (), "", "formalia"),
        ("Anmälan om jäv", (), "", "formalia"),
        ("Föregående mötes protokoll", (), "", "formalia"),
        ("Nästa möte", (), "", "formalia"),
        ("Anmälningsärenden", ("Att lägga informationen till handlingarna",), "", "anmälan"),
        ("Delegationsbeslut", (), "", "anmälan"),
        ("Vård", ("Att lägga informationen till handlingarna.",), "", "information"),
        ("Vård", ("Informationen läggs till handlingarna",), "", "information"),
        ("Information om vård", ("Att godkänna planen",), "", "beslut"),
        ("Vård", ("Att godkänna och lägga till handlingarna",), "", "beslut"),
        ("Halland informerar", (), "", "information"),
        ("Vård", (), "Informationsärenden", "information"),
        ("Vård", (), "Delegationsärenden", "anmälan"),
        ("Vård", (), "", "beslut"),
    ],
)
def test_slag_follows_from_rubrik_förslag_and_group(rubrik, förslag, grupp, slag):
    assert slag_of(rubrik, förslag, grupp) == slag


# Lists in a punkt


def test_attsatser_lose_their_numbers_and_their_and():
    found = read_förslag(lines("1. Att godkänna planen, och", "2. Att sända", "den vidare"), 0)
    assert found.förslag == ["Att godkänna planen", "Att sända den vidare"]
    assert not found.doubts


def test_attsatser_without_numbers_begin_with_att():
    found = read_förslag(lines("Att ge direktören i uppdrag", "att utreda", "Att godkänna"), 0)
    assert found.förslag == ["Att ge direktören i uppdrag att utreda", "Att godkänna"]
    found = read_förslag(lines("att godkänna planen,", "att sända den"), 0)
    assert found.förslag == ["att godkänna planen,", "att sända den"]


def test_text_after_a_numbered_list_is_not_part_of_it():
    found = read_förslag(lines("1. Att godkänna", "2. Att sända", "", "", "Anna kommer."), 0)
    assert found.förslag == ["Att godkänna", "Att sända"]
    assert [line.text for line in found.stray] == ["Anna kommer."]


def bilagor(*texts: str, note: str = "") -> list[FoundBilaga]:
    return read_bilagor(lines(*texts), 0, number="3", note=note).bilagor


def test_bilagor_have_labels_in_many_forms():
    found = bilagor("3A. Ett", "3 B Två", "C) Tre", "Bilaga 4 Fyra")
    assert [(b.label, b.rubrik) for b in found] == [
        ("3A", "Ett"), ("3B", "Två"), ("C", "Tre"), ("4", "Fyra"),
    ]  # fmt: skip
    assert [(b.label, b.rubrik) for b in bilagor("I korthet", "– Två")] == [
        ("", "I korthet"), ("", "Två"),
    ]  # fmt: skip


def test_a_remark_in_brackets_is_an_anmärkning_only_when_it_is_one():
    (one, two, three) = bilagor(
        "3A. Ett (skickas senare)", "3B. Två (Regional arbetsgrupp)", "3C. Tre (delas ut på mötet)"
    )
    assert (one.rubrik, one.anmärkning, one.i_utskicket) == ("Ett", "skickas senare", True)
    assert (two.rubrik, two.anmärkning) == ("Två (Regional arbetsgrupp)", "")
    assert (three.anmärkning, three.i_utskicket) == ("delas ut på mötet", False)


def test_a_remark_in_the_heading_is_about_all():
    assert [b.i_utskicket for b in bilagor("A. Ett", "B. Två", note="delas ut på mötet")] == [
        False,
        False,
    ]
    assert [b.anmärkning for b in bilagor("A. Ett", "B. Två", note="sekretess")] == [
        "sekretess"
    ] * 2


# The sammanträde


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-11-22", date(2019, 11, 22)),
        ("onsdagen den 27 juni 2018", date(2018, 6, 27)),
        ("3 feb. 2022", date(2022, 2, 3)),
        ("22/11 2019", date(2019, 11, 22)),
        ("3–4 december 2020", date(2020, 12, 3)),
        ("30 februari 2020", None),
        ("27 juni", None),
    ],
)
def test_dates_are_read_in_every_way_they_are_written(text, day):
    (found,) = dates_in(f"Tid: {text}, Halmstad")
    assert found.day == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2019-11-22 klockan 08.30", ("08.30", "")),
        ("kl. 09:00-16:00", ("09.00", "16.00")),
        ("kl 9–16", ("09.00", "16.00")),
        ("27 juni 2018, 13.00 till 14.30", ("13.00", "14.30")),
        ("den 4 maj 2020", ("", "")),
    ],
)
def test_times_of_day_are_read_beside_dates(text, expected):
    assert times_in(text)[:2] == expected


def facts(*texts: str):
    return read_facts([], lines(*texts), [], "")


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        ("Sammanträde Södra Regionvårdsnämnden", "Södra Regionvårdsnämnden"),
        ("Kallelse till Hälso- och sjukvårdsnämnden", "Hälso- och sjukvårdsnämnden"),
        ("Dagordning för regionstyrelsens sammanträde", "Regionstyrelsen"),
        ("REGIONFULLMÄKTIGE", "Regionfullmäktige"),
        ("Organ: Driftnämnden Närsjukvård", "Driftnämnden Närsjukvård"),
        ("Välkommen till mötet", ""),
    ],
)
def test_the_organ_is_found(text, organ):
    assert facts(text).organ == organ


def test_time_and_place_on_one_line_are_parted():
    found = facts("Tid och plats: Regionhuset, Vik, onsdag 27 juni 2018 kl. 09.00")
    assert (found.plats, found.from_time, found.day) == (
        "Regionhuset, Vik", "09.00", date(2018, 6, 27),
    )  # fmt: skip


def test_a_value_may_stand_below_its_label():
    found = facts("Plats", "Regionhuset", "Datum", "2018-06-27", "Kl.", "13–16")
    assert (found.plats, found.day) == ("Regionhuset", date(2018, 6, 27))
    assert (found.from_time, found.to_time) == ("13.00", "16.00")


def test_names_stand_beside_or_above_roles():
    found = facts(
        "Anna Ek (S), ordförande", "Ali Ask (M), vice ordförande", "Bo Lind", "Sekreterare"
    )
    assert (found.ordförande, found.sekreterare) == ("Anna Ek", "Bo Lind")
    assert facts("Nämndsekreterare: Bo Lind").sekreterare == "Bo Lind"
    assert facts("Anna Ek\tBo Lind", "Ordförande\tSekreterare").sekreterare == "Bo Lind"


def test_signatures_are_known():
    assert is_signature(Line("Anna Ek", 0), Line("Ordförande", 1))
    assert is_signature(None, Line("Enligt uppdrag", 0))
    assert not is_signature(Line("3. Val", 0), Line("Ordförandens förslag", 1))
    assert not is_signature(None, Line("Ordförande", 0))
    assert is_organ("Patientnämnden")
    assert not is_organ("Nämnden beslutar")
