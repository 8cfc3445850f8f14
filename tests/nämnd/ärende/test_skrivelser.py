"""Skrivelser are drafts until they are registered; then they stand, and a new version follows."""

from datetime import date

import pytest

from nämnd.ärende.commands import AnnulÄrende
from nämnd.ärende.errors import ÄrendeError, ÄrendeFault
from nämnd.ärende.handling_commands import AnnulHandling
from nämnd.ärende.queries import skrivelse_row, skrivelser
from nämnd.ärende.skrivelse_commands import (
    RegisterSkrivelse,
    RemoveSkrivelse,
    SaveSkrivelse,
    UnlockSkrivelse,
)
from nämnd.ärende.values import Sekretess, SkrivelseDraft, Underskrift
from tests.builders import WHEN
from tests.nämnd.ärende.conftest import TODAY, a_kept

DRAFT = SkrivelseDraft(
    "Svar på remiss",
    "missiv",
    date(2026, 2, 27),
    till=("Vårdnämnden i Ådalen",),
    förslag=("att anta yttrandet", "att skicka det till Socialstyrelsen"),
    bakgrund="Remissen **gäller** vården.\n\n- ett\n- två",
    underskrifter=(Underskrift("Eva Lind", "Nämndsekreterare"), Underskrift("Bo Alm")),
)


def refusing(*problems):
    return pytest.raises(ÄrendeError, check=lambda error: error.problems == problems)


def written(diarium, draft=DRAFT, key="sk", **facts):
    ärende_id = diarium.register(**facts)
    diarium.do(SaveSkrivelse(skrivelse_id=key, ärende_id=ärende_id, draft=draft))
    return ärende_id


def register(diarium, number=1, key="sk"):
    return diarium.do(
        RegisterSkrivelse(skrivelse_id=key, file=a_kept(number), when=WHEN, today=TODAY)
    )


def row(diarium, key="sk"):
    return diarium.store.ask(lambda session: skrivelse_row(session, key))


def test_everything_that_is_written_is_kept_and_a_change_is_undone(diarium):
    ärende_id = written(diarium)
    assert row(diarium).draft == DRAFT
    change = SaveSkrivelse(skrivelse_id="sk", ärende_id=ärende_id, draft=SkrivelseDraft("Kort"))
    outcome = diarium.do(change)
    assert row(diarium).draft == SkrivelseDraft("Kort")
    diarium.do(outcome.inverse)
    assert row(diarium).draft == DRAFT


def test_empty_lines_are_left_out(diarium):
    written(
        diarium,
        SkrivelseDraft(
            " Svar ", till=("", " A "), förslag=(" ",), underskrifter=(Underskrift(" ", "x"),)
        ),
    )
    assert row(diarium).draft == SkrivelseDraft("Svar", till=("A",))


def test_half_a_character_is_left_out(diarium):
    written(diarium, SkrivelseDraft("Svar\ud83d", bakgrund="Vården\ud83d och\tmer\n\n- å"))
    assert row(diarium).draft.rubrik == "Svar"
    assert row(diarium).draft.bakgrund == "Vården och\tmer\n\n- å"


def test_a_draft_is_thrown_away_and_that_is_undone(diarium):
    written(diarium)
    outcome = diarium.do(RemoveSkrivelse(skrivelse_id="sk"))
    diarium.do(outcome.inverse)
    assert row(diarium).draft == DRAFT


def test_registered_it_is_a_handling_of_its_slag(diarium):
    ärende_id = written(diarium)
    outcome = register(diarium)
    [handling] = diarium.handlingar(ärende_id)
    assert outcome.inverse is None
    assert (handling.draft.riktning, handling.draft.slag) == ("upprättad", "missiv")
    assert (handling.draft.datum, handling.draft.rubrik) == (DRAFT.datum, "Svar på remiss")
    assert handling.draft.från_till == "Vårdnämnden i Ådalen"
    assert handling.fil is not None
    assert handling.fil.sha256 == a_kept().sha256
    assert (row(diarium).handling_id, row(diarium).registrerad) == (handling.id, True)


@pytest.mark.parametrize("datum", [None, date(2026, 5, 1)])
def test_one_without_a_date_or_dated_ahead_is_registered_today(diarium, datum):
    ärende_id = written(diarium, SkrivelseDraft("Svar", datum=datum))
    register(diarium)
    assert diarium.handlingar(ärende_id)[0].draft.datum == TODAY


def test_what_the_ärende_keeps_secret_the_handling_does_too(diarium):
    mark = Sekretess("OSL 25:1", TODAY)
    ärende_id = written(diarium, dölj_rubrik=True, sekretess=mark)
    register(diarium)
    draft = diarium.handlingar(ärende_id)[0].draft
    assert (draft.dölj_rubrik, draft.sekretess) == (True, mark)


def test_registered_it_stands(diarium):
    ärende_id = written(diarium)
    register(diarium)
    for command in (
        SaveSkrivelse(skrivelse_id="sk", ärende_id=ärende_id, draft=DRAFT),
        RemoveSkrivelse(skrivelse_id="sk"),
        RegisterSkrivelse(skrivelse_id="sk", file=a_kept(2), when=WHEN, today=TODAY),
    ):
        with refusing(ÄrendeFault.REGISTERED):
            diarium.do(command)


def test_a_new_version_of_it_is_the_next_version_of_the_same_handling(diarium):
    ärende_id = written(diarium)
    register(diarium)
    diarium.do(UnlockSkrivelse(skrivelse_id="sk"))
    assert not row(diarium).registrerad
    changed = SkrivelseDraft("Svar på remiss, ändrat")
    diarium.do(SaveSkrivelse(skrivelse_id="sk", ärende_id=ärende_id, draft=changed))
    register(diarium, 2)
    [handling] = diarium.handlingar(ärende_id)
    assert [one.sha256 for one in handling.versioner] == [a_kept(1).sha256, a_kept(2).sha256]
    assert row(diarium).registrerad
    assert (row(diarium).handling_id, handling.löpnr) == (handling.id, 1)


def test_one_that_is_being_written_anew_is_not_thrown_away(diarium):
    written(diarium)
    register(diarium)
    outcome = diarium.do(UnlockSkrivelse(skrivelse_id="sk"))
    with refusing(ÄrendeFault.REGISTERED):
        diarium.do(RemoveSkrivelse(skrivelse_id="sk"))
    diarium.do(outcome.inverse)
    assert row(diarium).registrerad


def test_only_a_registered_one_is_unlocked(diarium):
    written(diarium)
    with refusing(ÄrendeFault.NOT_REGISTERED):
        diarium.do(UnlockSkrivelse(skrivelse_id="sk"))


def test_of_an_annulled_handling_there_is_no_new_version(diarium):
    ärende_id = written(diarium)
    register(diarium)
    [handling] = diarium.handlingar(ärende_id)
    diarium.do(AnnulHandling(handling_id=handling.id, skäl="Fel", datum=TODAY))
    with refusing(ÄrendeFault.ANNULLED):
        diarium.do(UnlockSkrivelse(skrivelse_id="sk"))


def test_it_stays_in_its_ärende_and_needs_a_rubrik(diarium):
    ärende_id = written(diarium)
    with refusing(ÄrendeFault.OTHER_ÄRENDE):
        diarium.do(SaveSkrivelse(skrivelse_id="sk", ärende_id=diarium.register(), draft=DRAFT))
    with refusing(ÄrendeFault.RUBRIK_MISSING):
        diarium.do(SaveSkrivelse(skrivelse_id="sk", ärende_id=ärende_id, draft=SkrivelseDraft(" ")))


def test_nothing_is_written_in_an_annulled_ärende(diarium):
    ärende_id = written(diarium)
    diarium.do(AnnulÄrende(ärende_id=ärende_id, skäl="Fel", datum=TODAY))
    with refusing(ÄrendeFault.ANNULLED):
        diarium.do(SaveSkrivelse(skrivelse_id="ny", ärende_id=ärende_id, draft=DRAFT))
    with refusing(ÄrendeFault.ANNULLED):
        register(diarium)


def test_the_oldest_comes_first_and_those_without_a_date_last(diarium):
    ärende_id = written(diarium, SkrivelseDraft("Utan"), "a")
    for key, day in (("b", date(2026, 2, 2)), ("c", date(2026, 1, 2))):
        draft = SkrivelseDraft(key, datum=day)
        diarium.do(SaveSkrivelse(skrivelse_id=key, ärende_id=ärende_id, draft=draft))
    found = diarium.store.ask(lambda session: skrivelser(session, ärende_id))
    assert [one.id for one in found] == ["c", "b", "a"]
