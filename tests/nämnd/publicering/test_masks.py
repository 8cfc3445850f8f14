"""Words that must not be seen are found however they are written."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.publicering.masks import MASKED, letters_of, mask_of

WAYS = (
    ("Emma Mattsson", "Emma Mattsson"),
    ("Emma Mattsson", "EMMA MATTSSON"),
    ("Emma Mattsson", "emma mattsson"),
    ("Emma Mattsson", "Emma\u00a0Mattsson"),
    ("Emma Mattsson", "Emma  Mattsson"),
    ("Emma Mattsson", "Emma\nMattsson"),
    ("Emma Mattsson", "Emma Matts-\nson"),
    ("Emma Mattsson", "Emma Matts\u00ad\nson"),
    ("Emma Mattsson", "Em\u00adma Matts\u200bson"),
    ("Emma Mattsson", "Emma Matts\x02son"),
    ("Emma Mattsson", "Emma Matts\ufffeson"),
    ("Emma Mattsson", "EmmaMattsson"),
    ("Emma Mattsson", "emma.mattsson"),
    ("Emma Mattsson", "emma_mattsson85"),
    ("Emma Mattsson", "Emma Mattssons"),
    ("Emma Mattsson", "E m m a   M a t t s s o n"),
    ("Åsa Ek", unicodedata.normalize("NFD", "Åsa Ek")),
    ("Åsa Ek", "Asa Ek"),
    ("Ek", "Ek"),
    ("Ek", "Eks"),
    ("Öst", "ÖST"),
    ("Isberg", "I s b e r g"),
    ("ﬁna Filip", "fina filip"),
    ("850709-9805", "19850709-9805"),
    ("850709-9805", "198507099805"),
    ("19850709-9805", "850709-9805"),
    ("198507099805", "850709+9805"),
    ("073-052 19 34", "0730521934"),
    ("073-052 19 34", "+46 73 052 19 34"),
    ("+46730521934", "073-052 19 34"),
    ("eva@example.com", "eva@exam\nple.com"),
)


@pytest.mark.parametrize(("word", "written"), WAYS, ids=range(len(WAYS)))
def test_it_is_masked_however_it_is_written(word, written):
    said = mask_of([word]).masked(f"före {written} efter")
    assert said.removeprefix("före ").removeprefix("+46 ").removeprefix("+") == f"{MASKED} efter"


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("Ek", "Ekonomi och ekar"),
        ("Alm", "En almanacka"),
        ("Bo Ek", "Bo bodde vid en ek"),
        ("Isberg", "Isbergsgatan"),
        ("Anna", "Annan"),
    ],
)
def test_other_words_stay(word, text):
    assert mask_of([word]).masked(text) == text


def test_words_that_overlap_become_one():
    assert mask_of(["Emma Mattsson", "Mattsson Ek"]).masked("Emma Mattsson Ek") == MASKED


def test_words_without_letters_mask_nothing():
    assert mask_of(["", " – ", "!"]).words == ()


@pytest.mark.parametrize(
    "address",
    [
        "mailto:emma.mattsson@example.com",
        "https://example.com/Emma%20Mattsson.pdf",
        "https://example.com/?q=emma+mattsson",
        "xemmamattssonx",
    ],
)
def test_addresses_and_ids_are_searched_inside_longer_words_too(address):
    assert mask_of(["Emma Mattsson"]).hits_hidden(address)


def test_it_is_said_which_words_are_nowhere():
    assert mask_of(["Emma", "Åsa"]).missing(["Hej Emma", "Hej"]) == ("Åsa",)


WORD = st.text("abcdeåäöéABCÅÄÖ-' 0123456789@.", min_size=2, max_size=20).filter(
    lambda word: len(letters_of(word)) > 1
)
BETWEEN = st.sampled_from(("", "\u00ad", "-\n", "\n", "\u200b", "\x02"))


@given(WORD, st.data())
def test_nothing_of_a_word_is_left_wherever_lines_break(word, data):
    folded = "".join(sign.upper() if data.draw(st.booleans()) else sign for sign in word)
    if data.draw(st.booleans()):
        folded = unicodedata.normalize("NFD", folded)
    broken = "".join(
        sign + (data.draw(BETWEEN) if sign.isalnum() and after.isalnum() else "")
        for sign, after in zip(folded, folded[1:] + " ", strict=True)
    )
    text = f"xyz {broken} zyx"
    said = mask_of([word]).masked(text)
    assert mask_of([word]).hits(text)
    assert letters_of(word) not in letters_of(said.replace(MASKED, "|").replace("|", " § "))


@given(WORD, st.text(max_size=60))
def test_a_masked_text_has_nothing_left_to_mask(word, text):
    mask = mask_of([word])
    assert not mask.hits(mask.masked(text).replace(MASKED, "§§§§§§§§"))
