"""What counts as a difference between two wordings, and how it is divided."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.wording import Change, Piece, Sats, compared, same_wording

KEPT, GONE, NEW = Change.SAME, Change.REMOVED, Change.ADDED
WORDS = st.sampled_from(
    ["att", "Att", "och", "samt", "godkänna", "lägga", "Lägga", "till", "handlingarna.", "–", "(S)"]
)
SATSER = st.lists(st.lists(WORDS, max_size=8).map(" ".join), max_size=6)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), ()),
        (("Att godkänna",), ("godkänna",)),
        (("Att godkänna,", "att lägga ned"), ("Godkänna", "Lägga ned.")),
        (("godkänna samt", "lägga ned"), ("Att godkänna och", "Att lägga ned")),
        (("2019–2020",), ("2019-2020",)),
        (("«Vård i rörelse»",), ("vård i rörelse",)),
        (("ett – två",), ("ett, två",)),
        (("", "Att godkänna"), ("Att godkänna",)),
    ],
)
def test_case_signs_and_the_words_that_join_att_satser_are_no_difference(before, after):
    assert same_wording(before, after)
    assert not any(sats.changed for sats in compared(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Att godkänna",), ()),
        (("Att godkänna",), ("Att inte godkänna",)),
        (("Att godkänna", "Att lägga ned"), ("Att lägga ned", "Att godkänna")),
        (("Att ge 10 tkr",), ("Att ge 11 tkr",)),
    ],
)
def test_other_words_and_another_order_are_a_difference(before, after):
    assert not same_wording(before, after)
    assert any(sats.changed for sats in compared(before, after))


def test_a_reworded_sats_is_compared_word_by_word():
    (sats,) = compared(
        ("Lägga informationen till handlingarna",), ("Att godkänna och lägga till handlingarna",)
    )
    assert sats == Sats(
        1,
        1,
        (
            Piece(KEPT, "Att"),
            Piece(NEW, "godkänna och"),
            Piece(KEPT, "lägga"),
            Piece(GONE, "informationen"),
            Piece(KEPT, "till handlingarna"),
        ),
    )


def test_satser_with_little_in_common_are_taken_out_and_put_in_as_wholes():
    found = compared(
        ("ändra inriktningen samt", "ledningsgruppen fördelar projektmedel"),
        ("Att godkänna och lägga till handlingarna",),
    )
    assert found == (
        Sats(1, None, (Piece(GONE, "ändra inriktningen"),)),
        Sats(2, None, (Piece(GONE, "ledningsgruppen fördelar projektmedel"),)),
        Sats(None, 1, (Piece(NEW, "Att godkänna och lägga till handlingarna"),)),
    )


def test_a_sats_that_was_put_between_others_leaves_them_alone():
    found = compared(("Att godkänna", "Att lägga ned"), ("Att godkänna", "Att tacka", "Lägga ned"))
    assert [(one.before, one.after, one.changed) for one in found] == [
        (1, 1, False),
        (None, 2, True),
        (2, 3, False),
    ]


def keys(text: str) -> list[str]:
    return [word.casefold().strip(".()") for word in text.split() if word != "–"]


def told(found: tuple[Sats, ...], *kinds: Change) -> list[str]:
    return [
        word
        for sats in found
        for piece in sats.pieces
        if piece.change in kinds
        for word in keys(piece.text)
    ]


def essence(satser: list[str]) -> list[str]:
    """Return the words that count: no leading «att», no «och» last."""
    out: list[str] = []
    for text in satser:
        words = keys(text)
        words = words[1:] if words and words[0] == "att" else words
        out += words[:-1] if words and words[-1] in ("och", "samt") else words
    return out


@given(SATSER, SATSER)
def test_what_stays_and_what_was_added_is_the_new_wording(before, after):
    found = compared(before, after)
    assert [one for one in told(found, KEPT, NEW) if one != "att"] == [
        one for one in essence(after) if one != "att"
    ]
    assert [one for one in told(found, KEPT, GONE) if one != "att"] == [
        one for one in essence(before) if one != "att"
    ]


@given(SATSER, SATSER)
def test_something_is_changed_exactly_when_the_wordings_differ(before, after):
    assert any(one.changed for one in compared(before, after)) != same_wording(before, after)


@given(SATSER)
def test_a_wording_does_not_differ_from_itself(satser):
    assert same_wording(satser, satser)
    assert not any(one.changed for one in compared(satser, satser))


@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=30), max_size=5))
def test_any_text_can_be_compared(before, after):
    compared(before, after)
