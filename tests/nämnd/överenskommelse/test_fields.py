"""What a form must say, and what it says before anybody has written in it."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.överenskommelse.fields import FÄLT, label, missing
from nämnd.överenskommelse.prefill import amount_of, first_draft, period_text
from nämnd.överenskommelse.values import BLANKETTSLAG, BlankettDraft
from tests.nämnd.överenskommelse.drafts import (
    CONTACT,
    RIGHT,
    ÖVERENSKOMMELSE,
    redovisning,
    rekvisition,
)

TODAY = date(2027, 11, 2)


@pytest.mark.parametrize(
    "draft", [rekvisition(), redovisning()], ids=["rekvisition", "redovisning"]
)
def test_a_form_that_is_filled_in_lacks_nothing(draft):
    assert missing(draft) == ()


@pytest.mark.parametrize("slag", BLANKETTSLAG)
def test_an_empty_form_lacks_all_that_must_be_there_in_order(slag):
    lacking = missing(BlankettDraft(slag, "Region Norr"))
    asked = [one.namn for one in FÄLT[slag] if one.krävs and one.namn != "mottagare"]
    assert list(lacking) == asked
    assert {"överenskommelse_dnr", "utbetalning_dnr"} < set(lacking)  # both references


@pytest.mark.parametrize("slag", BLANKETTSLAG)
def test_each_field_has_a_name_of_its_own(slag):
    names = [one.namn for one in FÄLT[slag]]
    assert len(set(names)) == len(names)
    assert all(label(slag, name) != name for name in names)


def test_an_amount_that_cannot_be_read_is_missing():
    draft = redovisning()
    draft = replace(draft, uppgifter=draft.uppgifter | {"bidrag_utbetalat": "drygt tusen"})
    assert missing(draft) == ("bidrag_utbetalat",)


def test_who_does_not_certify_must_say_why():
    assert missing(redovisning(avvikelser=" ")) == ("avvikelser",)
    assert missing(redovisning(avvikelser="Fel år.")) == ()


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 1, 1), date(2027, 12, 31), "2027"),
        (date(2027, 1, 1), date(2028, 12, 31), "2027–2028"),
        (date(2027, 3, 1), date(2027, 12, 31), "2027-03-01–2027-12-31"),
        (None, date(2027, 12, 31), "2027-12-31"),
        (None, None, ""),
    ],
)
def test_a_period_is_said_in_short(first, last, said):
    assert period_text(first, last) == said


def test_the_amount_is_that_of_the_first_table_with_the_recipient():
    other = replace(RIGHT, rader=(replace(RIGHT.rader[0], belopp={"It-stöd": 7}),))
    assert amount_of((RIGHT, other), "Norrs län") == 1020
    assert amount_of((RIGHT,), "Region Väst") is None


def test_a_rekvisition_is_prefilled_with_the_references_and_the_amount():
    draft = first_draft(ÖVERENSKOMMELSE, "rekvisition", "Region Norr", (), TODAY)
    assert draft == BlankettDraft(
        "rekvisition",
        "Region Norr",
        TODAY,
        1020,
        {
            "överenskommelse_dnr": "S2027/00001",
            "utbetalning_dnr": "S2027/00044",
            "benämning": "Nära vård i Ådalen 2027",
            "period": "2027",
        },
    )


def test_whom_to_ask_is_as_in_the_last_form_of_the_recipient():
    old = rekvisition(uppgifter=CONTACT | {"telefon": "1", "giro": "999-9"})
    draft = first_draft(ÖVERENSKOMMELSE, "rekvisition", "Region Norr", (rekvisition(), old), TODAY)
    assert draft.uppgifter["telefon"] == CONTACT["telefon"]
    assert draft.uppgifter["giro"] == "123-4567"
    assert "betalningsreferens" not in draft.uppgifter  # that of another time


def test_a_redovisning_takes_what_was_asked_for_as_what_was_paid():
    asked = rekvisition(belopp=1000)
    draft = first_draft(ÖVERENSKOMMELSE, "ekonomisk redovisning", "Region Norr", (asked,), TODAY)
    assert draft.belopp == 1000
    assert draft.uppgifter["bidrag_enligt_överenskommelsen"] == "1\u00a0020"
    assert draft.uppgifter["bidrag_utbetalat"] == "1\u00a0000"
    assert "giro" not in draft.uppgifter  # no field of that form
