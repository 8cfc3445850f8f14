"""What changes a delprojekt and its reports, and what is refused."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.bilaga.files import KeptFile
from nämnd.delprojekt.commands import (
    AddDelprojekt,
    AddRapport,
    ChangeDelprojekt,
    ChangeRapport,
    CloseDelprojekt,
    RegisterRapport,
    RemoveDelprojekt,
    RemoveRapport,
    ReopenDelprojekt,
    SetSatsläge,
)
from nämnd.delprojekt.errors import DelprojektError, DelprojektFault
from nämnd.delprojekt.refusals import FAULT_TEXT
from nämnd.delprojekt.rules import in_rapport
from nämnd.delprojekt.values import BehovRow, Beslut, Sats, ÅtgärdRow
from nämnd.error_messages import message_for
from nämnd.paket.delprojekt import gather_rapport
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.values import Sekretess, ÄrendeDraft
from tests.builders import WHEN, a_nämnd, a_punkt, a_sammanträde
from tests.conftest import TODAY
from tests.nämnd.delprojekt.making import DECIDED, DRAFT, RAPPORT, a_program

MISSIV, PAPER = KeptFile("4" * 64, "missiv.pdf", 10), KeptFile("5" * 64, "rapport.pdf", 10)


@pytest.fixture
def made(store):
    return a_program(store)


def refused(store, command) -> tuple[DelprojektFault, ...]:
    """Return why a command is refused, which leaves everything as it is."""
    with pytest.raises(DelprojektError) as caught:
        store.do(command)
    assert message_for(caught.value)
    return caught.value.problems


def register(store, rapport_id) -> RegisterRapport:
    command = RegisterRapport(
        rapport_id=rapport_id, missiv=MISSIV, rapport=PAPER, when=WHEN, today=TODAY
    )
    store.do(command)
    return command


def told(made, delprojekt_id, rapport_id):
    found = in_rapport(made.view(delprojekt_id), rapport_id)
    return [one.id for one in found.åtgärder], sorted(found.marked)


def test_what_is_entered_is_read_back(made):
    view = made.view(made.delprojekt())
    assert view.draft == replace(DRAFT, ärende_id=made.ärende_id)
    assert (view.dnr, view.avslutat, view.rapporter) == ("VNÅ 2024/0021", None, ())


def test_rows_keep_their_id_when_they_change_and_move(made):
    key = made.delprojekt()
    satser = (Sats("s3", "Att pröva"), Sats("s1", "Att rekommendera", "pågår"))
    beslut = (Beslut("b2", date(2025, 1, 1)), Beslut("b1", DECIDED, satser, text="Så här:"))
    åtgärder = (ÅtgärdRow("ny", "Ny"), ÅtgärdRow("å1", "Möten", "M", 2, "pågår"))
    behov = (BehovRow("n2", "Regler"),)
    made.change(key, beslut=beslut, åtgärder=åtgärder, behov=behov)
    draft = made.view(key).draft
    assert (draft.beslut, draft.åtgärder, draft.behov) == (beslut, åtgärder, behov)


def test_the_first_åtgärd_stands_under_nothing(made):
    key = made.delprojekt(
        åtgärder=(ÅtgärdRow("a", "Först", nivå=2), ÅtgärdRow("b", "Sedan", nivå=9))
    )
    assert [one.nivå for one in made.view(key).draft.åtgärder] == [1, 2]


def test_a_delprojekt_can_be_copied_with_its_rows(made):
    first = made.delprojekt()
    second = made.delprojekt(nummer=4)
    texts = [[one.text for one in made.view(key).draft.åtgärder] for key in (first, second)]
    assert texts[0] == texts[1]
    made.change(second, åtgärder=(), beslut=(), behov=())
    assert made.view(first).draft.beslut == DRAFT.beslut


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"nummer": 0}, DelprojektFault.NUMMER_MISSING),
        ({"nummer": 10_000}, DelprojektFault.NUMMER_MISSING),
        ({"rubrik": "  "}, DelprojektFault.RUBRIK_MISSING),
    ],
)
def test_it_needs_a_number_and_a_rubrik(made, store, facts, why):
    command = AddDelprojekt(nämnd_id=made.nämnd_id, draft=replace(DRAFT, **facts))
    assert refused(store, command) == (why,)


def test_a_number_is_used_once_in_a_program_however_that_is_written(made, store):
    key = made.delprojekt()
    again = replace(DRAFT, program="  vård utan  GRÄNSER")
    command = AddDelprojekt(nämnd_id=made.nämnd_id, draft=again)
    assert refused(store, command) == (DelprojektFault.NUMMER_TAKEN,)
    other = made.delprojekt(program="Nära vård")
    back = ChangeDelprojekt(delprojekt_id=other, draft=replace(DRAFT, ärende_id=None))
    assert refused(store, back) == (DelprojektFault.NUMMER_TAKEN,)
    made.change(key, rubrik="Samma nummer")  # itself is no other


def test_the_ärende_is_of_the_same_nämnd(made, store):
    draft = replace(DRAFT, ärende_id=made.ärende_id)
    command = AddDelprojekt(nämnd_id=a_nämnd(store, "En annan nämnd"), draft=draft)
    assert refused(store, command) == (DelprojektFault.OTHER_NÄMND,)


def test_a_delprojekt_is_closed_and_opened_again(made, store):
    key = made.delprojekt()
    early = CloseDelprojekt(delprojekt_id=key, datum=date(2024, 6, 6))
    assert refused(store, early) == (DelprojektFault.CLOSED_BEFORE,)
    assert refused(store, ReopenDelprojekt(delprojekt_id=key)) == (DelprojektFault.NOT_CLOSED,)
    store.do(CloseDelprojekt(delprojekt_id=key, datum=TODAY))
    assert made.view(key).avslutat == TODAY
    again = CloseDelprojekt(delprojekt_id=key, datum=TODAY)
    rapport = AddRapport(delprojekt_id=key, draft=RAPPORT)
    assert refused(store, again) == refused(store, rapport) == (DelprojektFault.CLOSED,)
    store.do(ReopenDelprojekt(delprojekt_id=key))
    assert made.view(key).avslutat is None


def test_an_att_sats_says_how_far_it_has_come(made, store):
    key = made.delprojekt()
    store.do(SetSatsläge(sats_id="s3", läge="pågår", kommentar=" prövas \n i höst "))
    assert made.view(key).draft.beslut[0].satser[2] == Sats("s3", SATS_3, "pågår", "prövas i höst")


SATS_3 = DRAFT.beslut[0].satser[2].text


def test_what_is_in_no_report_is_the_news_of_the_next(made):
    key = made.delprojekt()
    first = made.rapport(key)
    assert told(made, key, first) == (["å1", "å2", "å3", "å4", "å5"], [])  # all is new: no marks
    made.add_åtgärd(key, "Kursen är hållen", "å6")
    second = made.rapport(key, datum=date(2026, 1, 1))
    assert told(made, key, first)[0] == ["å1", "å2", "å3", "å4", "å5"]
    assert told(made, key, second) == (["å1", "å2", "å3", "å4", "å5", "å6"], ["å6"])


def test_a_report_takes_what_comes_until_it_is_registered(made, store):
    key = made.delprojekt()
    made.rapport(key)
    second = made.rapport(key)
    made.add_åtgärd(key, "Mitt i allt", "å6")
    assert told(made, key, second)[1] == ["å6"]
    register(store, second)
    made.add_åtgärd(key, "För sent", "å7")
    assert told(made, key, second) == (["å1", "å2", "å3", "å4", "å5", "å6"], ["å6"])
    third = made.rapport(key)
    assert told(made, key, third)[1] == ["å7"]


def test_in_which_report_something_was_first_is_not_changed_by_an_old_page(made):
    key = made.delprojekt()
    before = made.view(key).draft
    first = made.rapport(key)
    made.change(key, åtgärder=before.åtgärder, behov=before.behov)
    draft = made.view(key).draft
    assert {one.rapport_id for one in (*draft.åtgärder, *draft.behov)} == {first}


def test_a_need_that_was_met_is_not_in_the_reports_after(made):
    key = made.delprojekt()
    early, late = made.rapport(key, datum=date(2024, 12, 1)), made.rapport(key)
    view = made.view(key)
    assert [one.id for one in in_rapport(view, early).behov] == ["n1", "n2"]
    assert [one.id for one in in_rapport(view, late).behov] == ["n1"]


def test_what_was_first_in_a_removed_report_is_first_in_the_next_or_in_none(made, store):
    key = made.delprojekt()
    first = made.rapport(key)
    second = made.rapport(key)
    store.do(RemoveRapport(rapport_id=first))
    assert {one.rapport_id for one in made.view(key).draft.åtgärder} == {second}
    store.do(RemoveRapport(rapport_id=second))
    assert {one.rapport_id for one in made.view(key).draft.åtgärder} == {None}


def test_a_report_is_for_a_sammanträde_of_the_nämnd_and_a_punkt_of_it(made, store):
    key = made.delprojekt()
    meeting = a_sammanträde(store, made.nämnd_id, date(2025, 3, 28))
    punkt = a_punkt(store, meeting)
    rapport = made.rapport(key, sammanträde_id=meeting, punkt_id=punkt, uppföljning_datum=None)
    (row,) = made.view(key).rapporter
    assert (row.dag, row.draft.punkt_id) == (date(2025, 3, 28), punkt)
    other = a_sammanträde(store)
    foreign = ChangeRapport(rapport_id=rapport, draft=replace(RAPPORT, sammanträde_id=other))
    assert refused(store, foreign) == (DelprojektFault.OTHER_NÄMND,)
    loose = ChangeRapport(rapport_id=rapport, draft=replace(RAPPORT, punkt_id=punkt))
    assert refused(store, loose) == (DelprojektFault.OTHER_SAMMANTRÄDE,)


def test_a_report_whose_sammanträde_is_gone_can_still_be_saved(made, store):
    key = made.delprojekt()
    rapport = made.rapport(key)
    gone = replace(RAPPORT, sammanträde_id="borta", punkt_id="borta", ingress="Nu")
    store.do(ChangeRapport(rapport_id=rapport, draft=gone))
    draft = made.view(key).rapporter[0].draft
    assert (draft.sammanträde_id, draft.punkt_id, draft.ingress) == (None, None, "Nu")


def test_a_registered_report_is_two_handlingar_and_stands(made, store):
    key = made.delprojekt()
    rapport = made.rapport(key, datum=date(2026, 4, 1))  # the day has not come
    done = register(store, rapport)
    missiv, paper = store.ask(lambda session: handlingar(session, made.ärende_id))
    assert (missiv.id, paper.id) == (done.missiv_id, done.rapport_handling_id)
    assert [one.draft.riktning for one in (missiv, paper)] == ["upprättad", "upprättad"]
    assert [one.draft.datum for one in (missiv, paper)] == [date(2025, 3, 2), TODAY]
    assert missiv.draft.rubrik == "Missiv, delprojekt 3 Planerad höftkirurgi"
    assert [one.fil.sha256 for one in (missiv, paper)] == ["4" * 64, "5" * 64]
    (row,) = made.view(key).rapporter
    assert (row.registrerad, row.missiv_handling_id) == (True, missiv.id)
    again = RegisterRapport(
        rapport_id=rapport, missiv=MISSIV, rapport=PAPER, when=WHEN, today=TODAY
    )
    change = ChangeRapport(rapport_id=rapport, draft=RAPPORT)
    remove = RemoveRapport(rapport_id=rapport)
    for command in (again, change, remove):
        assert refused(store, command) == (DelprojektFault.REGISTERED,)
    whole = RemoveDelprojekt(delprojekt_id=key)
    assert refused(store, whole) == (DelprojektFault.HAS_REGISTERED,)


def test_what_is_hidden_and_secret_of_the_ärende_is_so_of_the_handlingar(made, store):
    draft = ÄrendeDraft("Höftkirurgi", dölj_rubrik=True, sekretess=Sekretess("OSL 25:1", TODAY))
    store.do(ChangeÄrende(ärende_id=made.ärende_id, draft=draft))
    rapport = made.rapport(made.delprojekt())
    paper = gather_rapport(store, rapport)
    assert paper.missiv_name(".pdf") == "Missiv delprojekt 3.pdf"
    assert paper.rapport_name(".pdf") == "Uppföljning delprojekt 3.pdf"
    register(store, rapport)
    for one in store.ask(lambda session: handlingar(session, made.ärende_id)):
        assert one.draft.dölj_rubrik
        assert one.draft.sekretess == draft.sekretess


def test_a_report_needs_an_ärende_to_be_registered_in(made, store):
    rapport = made.rapport(made.delprojekt(ärende_id=None))
    command = RegisterRapport(
        rapport_id=rapport, missiv=MISSIV, rapport=PAPER, when=WHEN, today=TODAY
    )
    assert refused(store, command) == (DelprojektFault.NO_ÄRENDE,)


def test_a_delprojekt_is_removed_with_all_its_rows_and_comes_back_whole(made, store):
    key = made.delprojekt()
    made.rapport(key)
    before = made.view(key)
    outcome = store.do(RemoveDelprojekt(delprojekt_id=key))
    store.do(outcome.inverse)
    assert made.view(key) == before


def test_every_refusal_says_what_to_do():
    said = [FAULT_TEXT[fault] for fault in DelprojektFault]
    assert len(set(said)) == len(said)
    assert all(one.endswith(".") for one in said)
    both = DelprojektError((DelprojektFault.NUMMER_MISSING, DelprojektFault.RUBRIK_MISSING))
    assert message_for(both) == f"{said[0]}\n{said[1]}"
