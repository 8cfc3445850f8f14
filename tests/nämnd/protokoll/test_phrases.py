import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.protokoll.phrases import PHRASES, misfits, phrase


def test_a_phrase_is_in_our_words_until_the_nämnd_has_its_own():
    assert (
        phrase((), "yrkande", personer="Anna Ek (M)", vad="avslag") == "Anna Ek (M) yrkar avslag."
    )
    own = (("yrkande", "{personer} har yrkat {vad}."),)
    assert phrase(own, "yrkande", personer="Bo", vad="avslag") == "Bo har yrkat avslag."


def test_what_stands_in_brackets_is_left_out_without_a_value():
    whole = phrase((), "reservation", personer="Bo", yrkande="eget yrkande", bilaga="bilaga 1")
    assert whole == "Bo reserverar sig mot beslutet till förmån för eget yrkande enligt bilaga 1."
    assert phrase((), "reservation", personer="Bo") == "Bo reserverar sig mot beslutet."


@pytest.mark.parametrize(
    "text",
    [
        "Ärendet {sänds} om.",
        "{till.__class__}",
        "{till!r}",
        "{till:>9}",
        "{0}",
        "{",
        "}",
        "{till",
        " ",
    ],
)
def test_words_of_the_nämnd_that_do_not_fit_are_passed_over(text):
    assert phrase((("återremiss", text),), "återremiss") == "Ärendet återremitteras."


def test_words_of_the_nämnd_may_leave_fields_out_and_hold_brackets_of_their_own():
    assert phrase((("återremiss", "Åter [igen]."),), "återremiss", till="för x") == "Åter [igen]."


def test_a_value_is_never_read_as_a_field():
    assert phrase((), "utgår", skäl="{personer} [bort]") == "Ärendet utgår: {personer} [bort]."


def test_a_phrase_or_a_field_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        phrase((), "ingen sådan")
    with pytest.raises(KeyError):
        phrase((), "utgår", namn="x")


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_can_be_filled_with_and_without_values(key):
    known = PHRASES[key]
    assert known.use.endswith(".")
    assert not misfits(key, known.text)
    full = phrase((), key, **dict.fromkeys(known.fields, "ord"))
    for text in (full, phrase((), key)):
        assert not set("{}[]") & set(text)


@given(st.text(alphabet="a{}[]! :.tilå"))
def test_no_words_at_all_stop_a_protokoll_from_being_written(text):
    assert phrase((("återremiss", text),), "återremiss", till="nu")
