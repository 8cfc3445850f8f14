"""Handlingar get their numbers, keep their versions, and are annulled, never removed."""

from datetime import date

import pytest

from nämnd.core.changes import Together
from nämnd.core.errors import GoneError
from nämnd.ärende.commands import AnnulÄrende, CloseÄrende, RegisterÄrende
from nämnd.ärende.errors import ÄrendeError, ÄrendeFault
from nämnd.ärende.handling_commands import (
    AddVersion,
    AnnulHandling,
    ChangeHandling,
    NewHandling,
    RegisterHandlingar,
)
from nämnd.ärende.handling_queries import by_content
from nämnd.ärende.values import HandlingDraft, Sekretess, ÄrendeDraft
from tests.builders import WHEN
from tests.nämnd.ärende.conftest import TODAY, a_kept

WHOLE = HandlingDraft(
    date(2026, 2, 27),
    "Remiss",
    "inkommen",
    "Socialstyrelsen",
    "remiss",
    anmäls=True,
    dölj_från_till=True,
    dölj_rubrik=True,
    sekretess=Sekretess("OSL 31:16", TODAY),
)


def refusing(*problems):
    return pytest.raises(ÄrendeError, check=lambda error: error.problems == problems)


def contents(diarium, *files):
    wanted = [file.sha256 for file in files]
    return diarium.store.ask(lambda session: by_content(session, wanted))


def test_handlingar_are_numbered_within_their_ärende_in_the_order_given(diarium):
    one, other = diarium.register(), diarium.register()
    diarium.take_in(one, "Brev", "Bilaga")
    diarium.take_in(other, "Remiss")
    diarium.take_in(one, "Svar")
    assert [(row.löpnr, row.draft.rubrik) for row in diarium.handlingar(one)] == [
        (1, "Brev"),
        (2, "Bilaga"),
        (3, "Svar"),
    ]
    assert [row.löpnr for row in diarium.handlingar(other)] == [1]


def test_everything_that_is_written_is_kept(diarium):
    key = diarium.register()
    new = NewHandling(WHOLE, a_kept(), ("makron",))
    outcome = diarium.do(RegisterHandlingar(ärende_id=key, new=(new,), when=WHEN, today=TODAY))
    assert outcome.inverse is None
    [row] = diarium.handlingar(key)
    assert (row.id, row.draft) == (new.handling_id, WHOLE)
    assert row.fil is not None
    assert (row.fil.sha256, row.fil.sidor, row.fil.varningar) == (a_kept().sha256, 2, ("makron",))
    assert diarium.handling(row.id) == row


def test_an_ärende_and_its_handlingar_are_one_step(diarium):
    new = RegisterÄrende(nämnd_id=diarium.nämnd_id, draft=ÄrendeDraft("Ny"), today=TODAY)
    papers = (NewHandling(HandlingDraft(TODAY, "Brev")), NewHandling(HandlingDraft(TODAY, " ")))
    both = Together(
        (
            new,
            RegisterHandlingar(ärende_id=new.ärende_id, new=papers, when=WHEN, today=TODAY),
        )
    )
    with refusing(ÄrendeFault.RUBRIK_MISSING):
        diarium.do(both)
    assert diarium.view(diarium.register()).dnr == "VN 2026/0001"  # no number was lost


@pytest.mark.parametrize(
    ("draft", "fault"),
    [
        (HandlingDraft(TODAY, " "), ÄrendeFault.RUBRIK_MISSING),
        (HandlingDraft(date(2026, 3, 3), "Brev"), ÄrendeFault.AHEAD),
        (HandlingDraft(TODAY, "Brev", sekretess=Sekretess("")), ÄrendeFault.LAGRUM_MISSING),
    ],
)
def test_the_one_that_can_not_be_registered_is_named_and_none_is(diarium, draft, fault):
    key = diarium.register()
    new = (NewHandling(WHOLE), NewHandling(draft))
    command = RegisterHandlingar(ärende_id=key, new=new, when=WHEN, today=TODAY)
    with pytest.raises(ÄrendeError) as refused:
        diarium.do(command)
    assert (refused.value.problems, refused.value.of) == ((fault,), draft.rubrik.strip())
    assert diarium.handlingar(key) == ()


def test_there_must_be_something_to_register(diarium):
    command = RegisterHandlingar(ärende_id=diarium.register(), new=(), when=WHEN, today=TODAY)
    with refusing(ÄrendeFault.NOTHING):
        diarium.do(command)


def test_a_closed_ärende_takes_what_comes_in(diarium):
    key = diarium.register()
    diarium.do(CloseÄrende(ärende_id=key, datum=TODAY))
    diarium.take_in(key, "Sent brev")
    assert len(diarium.handlingar(key)) == 1


def test_what_is_written_is_changed_and_that_is_undone(diarium):
    [key] = diarium.take_in(diarium.register(), "Brev")
    before = diarium.handling(key)
    outcome = diarium.do(ChangeHandling(handling_id=key, draft=WHOLE))
    assert diarium.handling(key).draft == WHOLE
    diarium.do(outcome.inverse)
    assert diarium.handling(key) == before
    with refusing(ÄrendeFault.RUBRIK_MISSING):
        diarium.do(ChangeHandling(handling_id=key, draft=HandlingDraft(TODAY, "")))


def test_older_versions_are_kept_and_the_newest_is_the_one_in_use(diarium):
    [key] = diarium.take_in(diarium.register(), "Avtal", file=a_kept(1))
    diarium.do(AddVersion(handling_id=key, file=a_kept(2, "nytt.pdf"), when=WHEN))
    outcome = diarium.do(
        AddVersion(handling_id=key, file=a_kept(3), when=WHEN, varningar=("makron",))
    )
    row = diarium.handling(key)
    assert outcome.inverse is None
    assert [one.nummer for one in row.versioner] == [1, 2, 3]
    assert [one.sha256 for one in row.versioner] == [a_kept(n).sha256 for n in (1, 2, 3)]
    assert row.fil is not None
    assert row.fil.varningar == ("makron",)


def test_the_same_file_again_is_no_new_version(diarium):
    [key] = diarium.take_in(diarium.register(), "Avtal", file=a_kept(1))
    assert diarium.do(AddVersion(handling_id=key, file=a_kept(1), when=WHEN)).changes == ()
    diarium.do(AddVersion(handling_id=key, file=a_kept(2), when=WHEN))
    diarium.do(AddVersion(handling_id=key, file=a_kept(1), when=WHEN))  # back to what it was
    assert [one.nummer for one in diarium.handling(key).versioner] == [1, 2, 3]


def test_a_handling_without_a_file_gets_one_later(diarium):
    [key] = diarium.take_in(diarium.register(), "På papper")
    assert diarium.handling(key).fil is None
    diarium.do(AddVersion(handling_id=key, file=a_kept(), when=WHEN))
    assert [one.nummer for one in diarium.handling(key).versioner] == [1]


def test_an_annulled_handling_keeps_its_number_and_its_file_and_can_not_be_changed(diarium):
    ärende_id = diarium.register()
    first, _ = diarium.take_in(ärende_id, "Fel brev", "Rätt brev", file=a_kept())
    outcome = diarium.do(AnnulHandling(handling_id=first, skäl=" Annat ärende ", datum=TODAY))
    assert outcome.inverse is None
    row, _ = diarium.handlingar(ärende_id)
    assert (row.löpnr, row.makulerad, row.makulerad_datum) == (1, "Annat ärende", TODAY)
    assert row.fil is not None
    diarium.take_in(ärende_id, "Nästa")
    assert [one.löpnr for one in diarium.handlingar(ärende_id)] == [1, 2, 3]
    for command in (
        ChangeHandling(handling_id=first, draft=WHOLE),
        AddVersion(handling_id=first, file=a_kept(2), when=WHEN),
        AnnulHandling(handling_id=first, skäl="Igen", datum=TODAY),
    ):
        with refusing(ÄrendeFault.ANNULLED):
            diarium.do(command)


def test_the_last_number_is_not_given_again_when_that_handling_is_annulled(diarium):
    ärende_id = diarium.register()
    [key] = diarium.take_in(ärende_id, "Fel")
    diarium.do(AnnulHandling(handling_id=key, skäl="Fel", datum=TODAY))
    diarium.take_in(ärende_id, "Rätt")
    assert [one.löpnr for one in diarium.handlingar(ärende_id)] == [1, 2]


def test_there_must_be_a_reason(diarium):
    [key] = diarium.take_in(diarium.register(), "Brev")
    with refusing(ÄrendeFault.SKÄL_MISSING):
        diarium.do(AnnulHandling(handling_id=key, skäl=" ", datum=TODAY))


def test_nothing_is_done_in_an_annulled_ärende(diarium):
    ärende_id = diarium.register()
    [key] = diarium.take_in(ärende_id, "Brev")
    diarium.do(AnnulÄrende(ärende_id=ärende_id, skäl="Fel", datum=TODAY))
    with refusing(ÄrendeFault.ÄRENDE_ANNULLED):
        diarium.take_in(ärende_id, "Ett till")
    with refusing(ÄrendeFault.ÄRENDE_ANNULLED):
        diarium.do(ChangeHandling(handling_id=key, draft=WHOLE))


def test_what_is_gone_is_told(diarium):
    with pytest.raises(GoneError):
        diarium.take_in("borta", "Brev")
    with pytest.raises(GoneError):
        diarium.handling("borta")


def test_the_same_content_is_found_by_any_of_its_versions(diarium):
    ärende_id = diarium.register()
    [first] = diarium.take_in(ärende_id, "Avtal", file=a_kept(1))
    diarium.do(AddVersion(handling_id=first, file=a_kept(2), when=WHEN))
    found = contents(diarium, a_kept(1), a_kept(2), a_kept(3))
    assert found.keys() == {a_kept(1).sha256, a_kept(2).sha256}
    assert {one.beteckning for one in found.values()} == {"VN 2026/0001-1"}
    assert found[a_kept(1).sha256].handling_id == first


def test_of_several_with_the_same_content_the_first_is_told_and_no_annulled_one(diarium):
    one, other, wrong = diarium.register(), diarium.register(), diarium.register()
    [annulled] = diarium.take_in(one, "Fel", file=a_kept())
    diarium.take_in(other, "Utan fil")
    [kept] = diarium.take_in(other, "Rätt", file=a_kept())
    diarium.take_in(wrong, "Också", file=a_kept())
    diarium.do(AnnulHandling(handling_id=annulled, skäl="Fel", datum=TODAY))
    assert contents(diarium, a_kept())[a_kept().sha256].handling_id == kept
    diarium.do(AnnulÄrende(ärende_id=other, skäl="Fel", datum=TODAY))
    assert contents(diarium, a_kept())[a_kept().sha256].beteckning == "VN 2026/0003-1"


def test_a_thousand_files_can_be_asked_about_at_once(diarium):
    diarium.take_in(diarium.register(), "Avtal", file=a_kept(1100))
    files = [a_kept(number) for number in range(1200)]
    assert contents(diarium, *files).keys() == {a_kept(1100).sha256}
    assert contents(diarium) == {}
