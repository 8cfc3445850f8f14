"""Who is asked, who has answered, whose turn it is."""

from dataclasses import replace

from nämnd.core.paragrafer import ALL
from nämnd.justering.rules import signers
from nämnd.justeringsfil.values import Given
from tests.ui.justera.packages import ANNA, APPROVES, BO, content, manifest
from ui.justera.asked import State, before, candidates, rows_of


def states(said, people=()):
    return [(row.namn, row.state) for row in rows_of(said, people)]


def test_those_with_the_same_turn_are_asked_at_once():
    both = manifest(APPROVES, replace(BO, ordning=1, sätt="godkännande"))
    assert states(both) == [("Anna Ek (M)", State.NOW), ("Bo Alm (S)", State.NOW)]


def test_one_whose_turn_is_later_waits_for_those_before():
    in_turn = manifest(ANNA, BO)
    assert states(in_turn) == [("Anna Ek (M)", State.NOW), ("Bo Alm (S)", State.LATER)]
    assert before(in_turn, BO.person_id) == ("Anna Ek (M)",)
    assert before(in_turn, ANNA.person_id) == ()


def test_when_the_first_has_signed_it_is_the_next_ones_turn():
    signed = Given("p1", "godkänt och undertecknat", "2026-03-27T15:00:00")
    said = manifest(ANNA, BO, givna=(signed,))
    assert states(said) == [("Anna Ek (M)", State.SIGNED), ("Bo Alm (S)", State.NOW)]
    assert candidates(said) == (BO,)
    assert before(said, BO.person_id) == ()


def test_an_approval_is_not_the_signature_that_is_asked_for():
    said = manifest(ANNA, BO, givna=(Given("p1", "godkänt", "2026-03-27"),))
    assert candidates(said) == (ANNA, BO)
    assert before(said, BO.person_id) == ("Anna Ek (M)",)


def test_one_who_must_approve_but_is_not_asked_here_is_told():
    people = signers(content(), ALL)
    assert states(manifest(APPROVES), people) == [
        ("Anna Ek (M)", State.NOW),
        ("Bo Alm (S)", State.ELSEWHERE),
    ]


def test_one_who_answered_before_has_a_name_when_the_content_can_be_read():
    said = manifest(BO, givna=(Given("p1", "godkänt", "2026-03-27T15:00:00"),))
    (first, *_) = rows_of(said, signers(content(), ALL))
    assert (first.namn, first.when, first.state) == ("Anna Ek (M)", "2026-03-27", State.APPROVED)
    (unknown, *_) = rows_of(said, ())
    assert unknown.namn == "Någon annan"
