"""What is changed in the diarium after it was put on a dagordning is told of and followed."""

import pytest

from nämnd.beredning.commands import PutOnDagordning
from nämnd.beredning.following import FollowÄrende, of_diarium
from nämnd.sammanträde.bilaga_commands import ReplaceFile
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.punkt_commands import WithdrawPunkt
from nämnd.sammanträde.queries import dagordning
from nämnd.ärende.commands import AnnulÄrende, ChangeÄrende
from nämnd.ärende.handling_commands import AddVersion, AnnulHandling
from nämnd.ärende.skrivelse_commands import SaveSkrivelse
from nämnd.ärende.values import SkrivelseDraft, ÄrendeDraft
from nämnd.översikt.words import finding_chip, finding_text
from tests.builders import WHEN, a_file, dagordning_in
from tests.nämnd.beredning.making import MARCH, TODAY


@pytest.fixture
def put(beredning):
    """An ärende with a skrivelse and a handling, on a dagordning."""
    beredning.e = beredning.ärende()
    beredning.skrivelse_id = beredning.skrivelse(beredning.e, ("Att godkänna",))
    beredning.l = beredning.handling(beredning.e, "Rapport")
    beredning.s = beredning.sammanträde(MARCH)
    beredning.store.do(
        PutOnDagordning(
            sammanträde_id=beredning.s,
            when=WHEN,
            ärende_id=beredning.e,
            handling_ids=(beredning.l,),
        )
    )
    return beredning


def findings(put):
    return put.store.ask(lambda session: of_diarium(session, dagordning(session, put.s)))


def lacks(put) -> list[Lack]:
    return [one.lack for one in findings(put)]


def punkt(put):
    return dagordning_in(put.store, put.s).punkter[0]


def new_version(put, text: str = "ny") -> str:
    file = a_file(put.files, text, "Rapport 2.pdf")
    put.store.do(AddVersion(handling_id=put.l, file=file, when=WHEN))
    return file.sha256


def test_nothing_is_told_of_what_is_as_it_was(put):
    assert findings(put) == ()
    outcome = put.store.do(FollowÄrende(punkt_id=punkt(put).id, when=WHEN))
    assert outcome.changes == ()


def test_a_newer_version_is_told_of_and_fetched(put):
    sha256 = new_version(put)
    (found,) = findings(put)
    assert (found.lack, found.bilaga_id) == (Lack.FIL_BEHIND, punkt(put).bilagor[0].id)
    assert finding_text(found) == "Bilaga 1: «Rapport» har en nyare version i diariet."
    outcome = put.store.do(FollowÄrende(punkt_id=punkt(put).id, when=WHEN))
    assert punkt(put).bilagor[0].fil.sha256 == sha256
    assert findings(put) == ()
    put.store.do(outcome.inverse)
    assert lacks(put) == [Lack.FIL_BEHIND]


def test_a_file_that_was_replaced_by_hand_stays(put):
    other = a_file(put.files, "för hand", "Egen.pdf")
    put.store.do(ReplaceFile(bilaga_id=punkt(put).bilagor[0].id, file=other, when=WHEN))
    new_version(put)
    assert findings(put) == ()


def test_a_förslag_that_was_changed_is_told_of(put):
    draft = SkrivelseDraft("Rapport", datum=MARCH, förslag=("Att avslå",))
    put.store.do(SaveSkrivelse(skrivelse_id=put.skrivelse_id, ärende_id=put.e, draft=draft))
    (found,) = findings(put)
    assert found.lack is Lack.FÖRSLAG_BEHIND
    assert finding_chip(found) == "kontrollera"


def test_what_is_annulled_in_the_diarium_is_told_of_while_it_stands_on_a_dagordning(put):
    put.store.do(AnnulHandling(handling_id=put.l, skäl="fel fil", datum=TODAY))
    assert lacks(put) == [Lack.HANDLING_ANNULLED]
    put.store.do(AnnulÄrende(ärende_id=put.e, skäl="dubblett", datum=TODAY))
    assert lacks(put) == [Lack.ÄRENDE_ANNULLED, Lack.HANDLING_ANNULLED]


def test_the_texts_of_an_ärende_whose_rubrik_is_hidden_are_to_be_read_through(put):
    put.store.do(ChangeÄrende(ärende_id=put.e, draft=ÄrendeDraft("Klagomål", dölj_rubrik=True)))
    assert lacks(put) == [Lack.HIDDEN_RUBRIK]


def test_what_utgår_is_left_alone(put):
    new_version(put)
    put.store.do(WithdrawPunkt(punkt_id=punkt(put).id, skäl="tas senare"))
    assert findings(put) == ()
