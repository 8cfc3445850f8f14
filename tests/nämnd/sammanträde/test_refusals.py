"""What a secretary reads when a change is refused."""

import pytest

from nämnd.core.errors import Draft, GoneError, InUseError, InvalidDraftError, TakenError
from nämnd.error_messages import message_for
from nämnd.organisation.commands import SaveHuvudmän, SaveNämnd
from nämnd.organisation.rules import HuvudmanDraft, NämndDraft
from nämnd.sammanträde.commands import RemoveSammanträde
from tests.builders import a_nämnd, a_person, a_sammanträde, an_uppdrag, send


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            TakenError("sammanträde", "2026-11-22"),
            (
                "Nämnden har redan ett sammanträde 2026-11-22. Välj en annan dag, eller ändra det "
                "som finns."
            ),
        ),
        (
            TakenError("nämnd", "Västra vårdnämnden"),
            "Det finns redan en nämnd som heter Västra vårdnämnden. Välj ett annat namn.",
        ),
        (
            GoneError("punkt", "k1"),
            (
                "Det du ändrade (punkt) finns inte längre eller har ändrats på annat håll. Sidan "
                "har lästs om; gör ändringen igen om den fortfarande behövs."
            ),
        ),
        (
            InvalidDraftError((Draft.DAYS_NOT_ASCENDING, Draft.TID_MALFORMED)),
            "Dagarna ska stå i ordning, och varje dag bara en gång.\nSkriv klockslag som 08.30.",
        ),
    ],
)
def test_the_sentence_says_what_happened_and_what_to_do(error, sentence):
    assert message_for(error) == sentence


def refusal(store, command):
    with pytest.raises((InUseError, TakenError)) as caught:
        store.do(command)
    return message_for(caught.value)


def test_a_meeting_that_has_been_called_to_is_cancelled_instead(store):
    there = a_sammanträde(store)
    send(store, there)
    assert refusal(store, RemoveSammanträde(sammanträde_id=there)) == (
        "Det går inte att ta bort sammanträdet, eftersom kallelsen har gått ut. Ställ in det i "
        "stället."
    )


def test_a_region_with_people_is_kept(store):
    nämnd_id = a_nämnd(store)
    store.do(SaveHuvudmän(nämnd_id=nämnd_id, drafts=(HuvudmanDraft("h1", "Region Norr"),)))
    an_uppdrag(store, nämnd_id, a_person(store), huvudman_id="h1")
    assert refusal(store, SaveHuvudmän(nämnd_id=nämnd_id, drafts=())) == (
        "Det går inte att ta bort huvudmannen Region Norr, eftersom det finns uppdrag som hör dit. "
        "Ändra eller ta bort dem först."
    )


def test_a_name_that_is_taken(store):
    a_nämnd(store, "Västra vårdnämnden")
    command = SaveNämnd(nämnd_id="n2", draft=NämndDraft("västra  vårdnämnden"))
    assert refusal(store, command) == (
        "Det finns redan en nämnd som heter västra vårdnämnden. Välj ett annat namn."
    )
