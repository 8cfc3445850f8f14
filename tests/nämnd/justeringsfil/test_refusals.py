import re

import pytest

from nämnd.error_messages import message_for
from nämnd.justeringsfil.errors import PackageError, PackageFault, SvarError, SvarFault

TID, MADE = "2027-03-27T19:05:00", "2026-03-27T14:05:00"


def whole(sentence):
    """Say whether a sentence says something, and says it to the end."""
    return re.search(r"[{}_]|\bNone\b|  |  $|«»", sentence) is None and sentence.endswith(".")


@pytest.mark.parametrize("why", PackageFault, ids=lambda why: why.name)
def test_each_fault_of_a_package_has_its_sentence(why):
    assert whole(message_for(PackageError(why, "protokoll.pdf")))


@pytest.mark.parametrize("why", SvarFault, ids=lambda why: why.name)
@pytest.mark.parametrize("namn", ["", "Anna {Ek} (M)"])
def test_each_fault_of_an_answer_has_its_sentence(why, namn):
    sentence = message_for(SvarError(why, namn, TID, MADE))
    assert whole(sentence.replace("{Ek}", "Ek"))


def test_no_two_faults_say_the_same():
    said = [message_for(PackageError(why)) for why in PackageFault]
    said += [message_for(SvarError(why)) for why in SvarFault]
    assert len(set(said)) == len(said)


def test_the_part_that_was_changed_is_named_in_words():
    sentence = message_for(PackageError(PackageFault.PART_CHANGED, "protokoll.pdf"))
    assert sentence.startswith("Protokollet (PDF-filen) har ändrats")


def test_a_foreign_name_is_shown_short_and_on_one_line():
    sentence = message_for(PackageError(PackageFault.EXTRA_PART, "../\n\x1b" + "x" * 500))
    assert "«../··xxx" in sentence
    assert len(sentence) < 250


def test_times_are_shown_as_we_write_them():
    sentence = message_for(SvarError(SvarFault.TIME_AHEAD, "Anna Ek (M)", TID))
    assert "Svaret från Anna Ek (M) är daterat 2027-03-27 19.05" in sentence
