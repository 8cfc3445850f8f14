"""What is told of bilagor that are not in an utskick as they should be."""

import pytest

from nämnd.paket.plan import LeftOut, Reason, Repaired
from nämnd.paket.reasons import REASON_TEXT, sentence_for, sentences_for, shortened


def left(beteckning: str, reason: Reason = Reason.NO_FILE) -> LeftOut:
    return LeftOut(beteckning, f"Handling {beteckning}", "handling.pdf", reason)


@pytest.mark.parametrize(
    ("beteckningar", "said"),
    [
        ((), ""),
        (("4",), "4"),
        (("3A", "3B", "3C", "3D", "3E", "3F", "4", "5", "6"), "3A–3F, 4, 5, 6"),
        (("7A", "7B", "8A", "8B"), "7A, 7B, 8A, 8B"),
        (("A", "B", "C"), "A–C"),
        (("2Y", "2Z", "2AA", "2AB"), "2Y–2AB"),
        (("3A", "3C", "3D", "3E"), "3A, 3C–3E"),
        (("3A", "4B", "5C"), "3A, 4B, 5C"),
    ],
    ids=["none", "one", "many", "pairs", "letters", "past Z", "a gap", "other punkter"],
)
def test_beteckningar_in_a_row_are_told_by_first_and_last(beteckningar, said):
    assert shortened(beteckningar) == said


def test_one_is_told_by_its_name():
    assert sentences_for([left("4")]) == (sentence_for(left("4")),)


def test_many_without_a_file_are_one_sentence():
    (said,) = sentences_for([left(f"3{letter}") for letter in "ABCDEF"])
    assert said.startswith("6 bilagor har ingen fil än: 3A–3F. Lägg till filerna ")


@pytest.mark.parametrize("reason", [one for one in Reason if one is not Reason.NO_FILE])
def test_any_other_reason_is_told_once_for_all_it_holds_for(reason):
    (said,) = sentences_for([left("4", reason), left("5", reason)])
    text = REASON_TEXT[reason]
    assert said == f"2 bilagor (4, 5): filen {text.what}. {text.remedy}"


def test_each_reason_has_its_sentence_in_the_order_they_came():
    found = (left("1"), left("2", Reason.PASSWORD), Repaired("3", "Tre", "tre.pdf"), left("4"))
    said = sentences_for(found)
    assert [one.split(":")[0] for one in said] == [
        "2 bilagor har ingen fil än",
        "Bilaga 2, Handling 2",
        "Bilaga 3, Tre",
    ]
