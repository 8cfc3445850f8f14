"""What is found in a text that may have to be masked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.publicering.finding import find, is_personnummer
from nämnd.publicering.values import Fynd


def found(text, kind, known=()):
    return [one.words for one in find(text, known) if one.kind is kind]


@pytest.mark.parametrize(
    "text",
    ["850709-9805", "8507099805", "19850709-9805", "198507099805", "850709+9805", "850709 9805"],
)
def test_a_personnummer_is_found_however_it_is_written(text):
    assert found(f"Patienten ({text}) har klagat", Fynd.PERSONNUMMER) == [text]


def test_a_samordningsnummer_is_found():
    assert is_personnummer("7010632391")
    assert found("nr 701063-2391", Fynd.PERSONNUMMER) == ["701063-2391"]


@pytest.mark.parametrize(
    "text",
    [
        "850709-9806",  # the control digit
        "851309-9805",  # no such month
        "850231-9809",  # no such day
        "232100-0255",  # an organisationsnummer: its month is at least 20
        "4850709-98051",
    ],
)
def test_other_numbers_are_no_personnummer(text):
    assert found(text, Fynd.PERSONNUMMER) == []


def test_what_only_looks_like_a_personnummer_is_found_as_that():
    assert found("nr 850709-9806", Fynd.LIKNAR) == ["850709-9806"]


@given(st.from_regex(r"\A[0-9]{9}\Z"))
def test_one_control_digit_of_ten_fits(nine):
    fits = [digit for digit in range(10) if is_personnummer(f"{nine}{digit}")]
    assert len(fits) <= 1


@pytest.mark.parametrize(
    "text",
    ["073-052 19 34", "0730521934", "0470 58 80 90", "+46 73 052 19 34", "040-17 10 00",
     "08-123 456 78", "+46 (0)40-17 10 00"],
)  # fmt: skip
def test_a_phone_number_is_found(text):
    assert found(f"Ring {text} före kl. 12", Fynd.TELEFON) == [text]


@pytest.mark.parametrize(
    "text",
    ["2019-11-22", "klockan 08.30–12.00", "SRVN 2018/0031", "1 200 000 kr", "075 132 164 0 8",
     "Bg 5050-1055", "12391/2018-20"],
)  # fmt: skip
def test_dates_times_and_sums_are_no_phone_numbers(text):
    assert found(text, Fynd.TELEFON) == []


def test_addresses_are_found_and_counted():
    text = "Skriv till Eva.Ek@example.com eller eva@exempel.se. Eva.Ek@example.com svarar."
    (first, second) = [one for one in find(text) if one.kind is Fynd.EPOST]
    assert (first.words, first.times) == ("Eva.Ek@example.com", 2)
    assert second.words == "eva@exempel.se"
    assert "Skriv till" in first.near


def test_names_of_people_who_are_there_for_themselves_are_found():
    text = "Sharon Isberg och Emma Mattsson vill gå kursen.\nTanase Claudia\nLjungby"
    assert found(text, Fynd.NAMN) == ["Sharon Isberg", "Emma Mattsson", "Tanase Claudia"]


def test_a_name_that_is_in_no_list_is_found_by_its_address():
    assert found("Qvintus Zorn\nqvintus.zorn@example.com", Fynd.NAMN) == ["Qvintus Zorn"]


@pytest.mark.parametrize(
    "text",
    [
        "Sven Oredsson\nDirektör",
        "Regiondirektör Sven Oredsson föredrar",
        "Sven Oredsson, direktör",
        "Sven Oredsson, biträdande regiondirektör",
        "Anna Ek (M) yrkar bifall",
        "Ulla Tholén\n\nVerksamhetschef",
        "Södra Regionvårdsnämnden och Region Skåne",
        "Best Western Grand Hotell",
    ],
)
def test_people_in_a_role_and_other_capitals_are_passed_over(text):
    assert found(text, Fynd.NAMN) == []


def test_people_with_an_uppdrag_are_passed_over():
    assert found("Anna Ek och Bo Alm", Fynd.NAMN, known=("Anna Ek",)) == ["Bo Alm"]


def test_the_real_packet_s_list_of_private_addresses_is_found(seed):
    text = seed("002").read_text(encoding="utf-8")
    addresses = found(text, Fynd.EPOST)
    for name in ("gmail.com", "hotmail.se", "yahoo.com"):
        assert any(one.endswith(name) for one in addresses), name
    assert "073-052 19 34" in found(text, Fynd.TELEFON)
    names = found(text, Fynd.NAMN)
    assert {"Sharon Isberg", "Emma Mattsson", "Marius Kaale", "Tanase Claudia"} <= set(names)
