from dataclasses import replace

import pytest

from nämnd.protokoll.names import belongs, genitive, movers, sentence
from nämnd.protokoll.sentences import (
    anteckning_sentence,
    aside_sentences,
    jäv_sentence,
    proposed_text,
    reservation_sentence,
    yrkande_sentences,
)
from tests.nämnd.protokoll.motions import avslag, bifall, matter, namnförslag, återremiss
from tests.protokoll_values import (
    anteckning_row,
    jäv_row,
    paragraf_row,
    protokoll_of,
    reservation_row,
    yrkande_row,
)


def yrkanden(*rows):
    return yrkande_sentences(*matter(*rows))


def test_those_who_move_the_same_are_listed():
    assert yrkanden(bifall("y1", "p1", "p2", "p3")) == (
        "Anna Ek (M), Bo Alm (S) och Cecilia Öst (C) yrkar bifall till ordförandens förslag.",
    )


def test_party_groups_stand_after_persons():
    assert yrkanden(replace(avslag("y1"), av_partier=("V", "KD"))) == (
        "Samtliga ledamöter för V och KD yrkar avslag på ordförandens förslag.",
    )
    assert movers(protokoll_of(), ("p1",), ("V",)) == "Anna Ek (M) och samtliga ledamöter för V"


def test_första_and_andra_hand_of_the_same_persons_are_one_sentence():
    first = återremiss("y1", "p2")
    assert yrkanden(first, bifall("y2", "p1"), avslag("y3", "p2", hand=2)) == (
        (
            "Bo Alm (S) yrkar i första hand att ärendet återremitteras och i andra hand avslag på "
            "ordförandens förslag."
        ),
        "Anna Ek (M) yrkar bifall till ordförandens förslag.",
    )
    assert yrkanden(avslag("y3", "p2", hand=2)) == (
        "Bo Alm (S) yrkar i andra hand avslag på ordförandens förslag.",
    )


def test_what_is_withdrawn_is_not_printed():
    assert yrkanden(replace(avslag("y1", "p2"), återtaget=True)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Att punkt 2 stryks.", "Bo Alm (S) yrkar att punkt 2 stryks."),
        ("Bifall till förslaget", "Bo Alm (S) yrkar bifall till förslaget."),
        ("Region Norr ska utreda", "Bo Alm (S) yrkar Region Norr ska utreda."),
        ("Bo Alm (S) yrkar att x", "Bo Alm (S) yrkar att x."),
        ("att A,\natt B", "Bo Alm (S) yrkar att A, att B."),
    ],
)
def test_a_text_is_made_a_sentence_and_a_whole_sentence_left_alone(text, expected):
    assert yrkanden(yrkande_row("y1", "p2", text=text, slag=("annat",))) == (expected,)


def test_without_a_text_the_slag_says_it():
    rows = [
        replace(återremiss("y1", "p2"), text="", punkt="2"),
        replace(avslag("y2", "p3"), text=""),
        replace(namnförslag("y3", "p4")),
        yrkande_row("y4", text="", slag=("tillägg",)),
    ]
    assert yrkanden(*rows) == (
        "Bo Alm (S) yrkar att punkt 2 återremitteras.",
        "Cecilia Öst (C) yrkar avslag på ordförandens förslag.",
        "David Åkerö (V) föreslår Elsa Lind (L).",
        "Någon yrkar tillägg.",
    )


def test_the_text_is_proposed_from_slag_and_förslag():
    protokoll = protokoll_of()
    assert proposed_text(protokoll, ("bifall",), punkt="2") == (
        "bifall till ordförandens förslag i punkt 2"
    )
    assert proposed_text(protokoll, ("återremiss",), "för beredning") == (
        "att ärendet återremitteras för beredning"
    )
    assert proposed_text(protokoll, ("ändring",)) == ""


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "Bo Alm (S) reserverar sig mot beslutet."),
        (
            {"till_förmån_för": "y1", "bilaga": "bilaga 1"},
            "Bo Alm (S) reserverar sig mot beslutet till förmån för eget yrkande enligt bilaga 1.",
        ),
        (
            {"till_förmån_för": "y2"},
            "Bo Alm (S) reserverar sig mot beslutet till förmån för Cecilia Östs (C) yrkande.",
        ),
        ({"text": "Nej."}, "Bo Alm (S) reserverar sig mot beslutet och anför:"),
        (
            {"text": "Nej.", "bilaga": "bilaga 1"},
            "Bo Alm (S) reserverar sig mot beslutet enligt bilaga 1.",
        ),
    ],
)
def test_a_reservation(facts, expected):
    protokoll, paragraf = matter(avslag("y1", "p2"), avslag("y2", "p3"))
    assert reservation_sentence(protokoll, paragraf, reservation_row("p2", **facts)) == expected


def test_anteckningar_jäv_and_those_who_take_no_part():
    jäv = jäv_row("p3", punkt="2", grund="part", ersätts_av="p15")
    paragraf = paragraf_row(62, jäv=(jäv, jäv_row("p4")), deltar_inte=("p5", "p6"))
    protokoll = protokoll_of(paragraf)
    assert anteckning_sentence(protokoll, anteckning_row("ersättares mening", "p13")) == (
        "Maria Fors (M), som inte tjänstgör, får följande mening antecknad:"
    )
    assert list(aside_sentences(protokoll, paragraf)) == [
        ("Cecilia Öst (C) anmäler jäv och deltar inte i handläggningen av punkt 2. Olga Rask (C) "
        "tjänstgör i stället."),
        "David Åkerö (V) anmäler jäv och deltar inte i handläggningen av ärendet.",
        "Elsa Lind (L) och Fredrik Ås (KD) deltar inte i beslutet.",
    ]  # fmt: skip
    assert "anmäler jäv (part) och" in jäv_sentence(protokoll, jäv, with_grund=True)


def test_whose_it_is():
    assert genitive("Fredrik Ås") == "Fredrik Ås"
    protokoll = protokoll_of()
    assert belongs(protokoll, ("p2",), (), "yrkande") == "Bo Alms (S) yrkande"
    assert belongs(protokoll, ("p30",), (), "yrkande") == "Siv Pennas yrkande"
    assert belongs(protokoll, (), (), "yrkande") == "yrkandet"
    assert sentence("") == ""
