"""Decisions by delegates: registered, reported, in a protokoll of their own; or refused."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from nämnd.anslag.commands import SetAnslag
from nämnd.anslag.values import AnslagDraft
from nämnd.core.errors import GoneError
from nämnd.delegation.commands import (
    MakeDelegationsprotokoll,
    RecordAnmält,
    RegisterDelegationsbeslut,
    RemoveDelegationsbeslut,
    RemoveDelegationsprotokoll,
    SaveDelegationsbeslut,
    SignDelegationsprotokoll,
    UnsignDelegationsprotokoll,
)
from nämnd.delegation.errors import DelegationError, DelegationFault
from nämnd.delegation.queries import (
    delegationsbeslut,
    delegationsprotokoll,
    delegationsprotokoll_rows,
)
from nämnd.delegation.rules import anmäls_senast
from nämnd.delegation.values import DelegationsbeslutDraft
from nämnd.error_messages import message_for
from nämnd.store import Store
from nämnd.ärende.commands import SaveÄrende
from tests.builders import a_nämnd

TODAY = date(2026, 4, 20)
DRAFT = DelegationsbeslutDraft(
    date(2026, 3, 30),
    "Hälso- och sjukvårdsdirektören",
    "Yttrande över remiss om högspecialiserad vård",
    enligt="delegationsordningen 4.2",
    beslut="Att godkänna bifogat förslag",
)


class Register:
    """A nämnd and its register of delegationsbeslut."""

    def __init__(self, store: Store) -> None:
        self.store, self.nämnd = store, a_nämnd(store)

    def add(self, **facts: Any) -> str:
        draft = replace(DRAFT, **facts)
        new = RegisterDelegationsbeslut(nämnd_id=self.nämnd, draft=draft, today=TODAY)
        self.store.do(new)
        return new.beslut_id

    def save(self, beslut_id: str, **facts: Any) -> None:
        draft = replace(DRAFT, **facts)
        self.store.do(SaveDelegationsbeslut(beslut_id=beslut_id, draft=draft, today=TODAY))

    def rows(self):
        return self.store.ask(lambda session: delegationsbeslut(session, self.nämnd))

    def protokoll(self, *beslut_ids: str, datum: date = date(2026, 4, 1)) -> str:
        make = MakeDelegationsprotokoll(nämnd_id=self.nämnd, beslut_ids=beslut_ids, datum=datum)
        self.store.do(make)
        return make.protokoll_id

    def sign(self, key: str, av: str = "Anna Ek", datum: date = date(2026, 4, 2)) -> None:
        self.store.do(SignDelegationsprotokoll(protokoll_id=key, av=av, datum=datum, today=TODAY))


@pytest.fixture
def register(store) -> Register:
    return Register(store)


def why(action) -> tuple[DelegationFault, ...]:
    with pytest.raises(DelegationError) as caught:
        action()
    assert message_for(caught.value)[0].isupper()
    return caught.value.problems


def test_the_register_has_the_newest_first_with_the_dnr_of_the_ärende(register):
    register.store.do(SaveÄrende(ärende_id="e1", nämnd_id=register.nämnd, dnr="SRVN 2026/0012"))
    register.add()
    register.add(datum=date(2026, 4, 3), rubrik="  Inköp  av\nväska ", ärende_id="e1")
    newest, oldest = register.rows()
    assert (newest.draft.rubrik, newest.dnr) == ("Inköp av väska", "SRVN 2026/0012")
    assert oldest.draft == DRAFT


def test_a_beslut_without_rubrik_or_name_or_from_the_future_is_refused(register):
    found = why(lambda: register.add(rubrik=" ", av="", datum=date(2026, 4, 21)))
    assert found == (
        DelegationFault.RUBRIK_MISSING,
        DelegationFault.AV_MISSING,
        DelegationFault.AHEAD,
    )
    assert register.rows() == ()


def test_what_can_not_be_stored_or_drawn_is_left_out(register):
    bad = "\ud83d\x00\uffff"
    texts = {"rubrik": f"In{bad}köp", "av": f"Anna{bad} Ek", "enligt": f"4{bad}.2"}
    beslut = f"Att{bad}\tköpa\r\n\nAtt sälja"
    key = register.add(**texts, beslut=beslut)
    register.save(key, **texts, beslut=beslut)
    (row,) = register.rows()
    assert (row.draft.rubrik, row.draft.av, row.draft.enligt) == ("Inköp", "Anna Ek", "4.2")
    assert row.draft.beslut == "Att\tköpa\n\nAtt sälja"


def test_what_nobody_can_see_is_no_rubrik_and_no_name(register):
    found = why(lambda: register.add(rubrik="\ud83d", av="\u200b"))
    assert found == (DelegationFault.RUBRIK_MISSING, DelegationFault.AV_MISSING)
    key = register.protokoll(register.add())
    assert why(lambda: register.sign(key, av="\ud83d")) == (DelegationFault.SIGNER_MISSING,)


def test_a_beslut_of_an_ärende_that_is_gone_is_refused(register):
    with pytest.raises(GoneError):
        register.add(ärende_id="nowhere")


def test_a_reported_beslut_says_at_which_sammanträde(register):
    key = register.add()
    register.store.do(RecordAnmält(beslut_ids=(key,), datum=date(2026, 4, 17)))
    assert register.rows()[0].anmält == "2026-04-17"
    early = RecordAnmält(beslut_ids=(key,), datum=date(2026, 3, 29))
    assert why(lambda: register.store.do(early)) == (DelegationFault.ANMÄLT_BEFORE,)
    remove = RemoveDelegationsbeslut(beslut_id=key)
    assert why(lambda: register.store.do(remove)) == (DelegationFault.ANMÄLT,)
    register.store.do(RecordAnmält(beslut_ids=(key,), datum=None))
    register.store.do(remove)
    assert register.rows() == ()


def test_a_protokoll_holds_its_beslut_oldest_first(register):
    second, first = register.add(datum=date(2026, 3, 31)), register.add()
    key = register.protokoll(second, first)
    made = register.store.ask(lambda session: delegationsprotokoll(session, key))
    assert [one.id for one in made.beslut] == [first, second]
    rows = register.store.ask(lambda s: delegationsprotokoll_rows(s, register.nämnd))
    assert rows == (made,)


def test_what_must_be_or_is_reported_can_not_stand_in_a_protokoll_of_its_own(register):
    urgent, reported, free = register.add(brådskande=True), register.add(), register.add()
    register.store.do(RecordAnmält(beslut_ids=(reported,), datum=date(2026, 4, 17)))
    assert why(lambda: register.protokoll(free, urgent)) == (DelegationFault.BRÅDSKANDE,)
    assert why(lambda: register.protokoll(reported)) == (DelegationFault.ANMÄLT,)
    assert why(register.protokoll) == (DelegationFault.NOTHING,)
    register.protokoll(free)
    assert why(lambda: register.protokoll(free)) == (DelegationFault.IN_PROTOKOLL,)
    later = register.add(datum=date(2026, 4, 5))
    assert why(lambda: register.protokoll(later)) == (DelegationFault.PROTOKOLL_BEFORE,)


def test_a_beslut_of_another_nämnd_can_not_stand_in_the_protokoll(register):
    theirs = register.add()
    register.nämnd = a_nämnd(register.store, "En annan nämnd")
    assert why(lambda: register.protokoll(theirs)) == (DelegationFault.OTHER_NÄMND,)


def test_beslut_stand_once_their_protokoll_is_signed_until_that_is_taken_back(register):
    key = register.add()
    protokoll = register.protokoll(key)
    register.save(key, rubrik="En annan rubrik")
    register.sign(protokoll)
    assert register.rows()[0].fixed
    assert why(lambda: register.save(key)) == (DelegationFault.FIXED,)
    for command in (
        RemoveDelegationsbeslut(beslut_id=key),
        RemoveDelegationsprotokoll(protokoll_id=protokoll),
    ):
        assert why(lambda command=command: register.store.do(command)) == (DelegationFault.FIXED,)
    report = RecordAnmält(beslut_ids=(key,), datum=TODAY)
    assert why(lambda: register.store.do(report)) == (DelegationFault.IN_PROTOKOLL,)
    register.store.do(UnsignDelegationsprotokoll(protokoll_id=protokoll))
    register.store.do(RemoveDelegationsprotokoll(protokoll_id=protokoll))
    assert register.rows()[0].delegationsprotokoll_id is None
    assert register.rows()[0].draft.rubrik == "En annan rubrik"


def test_a_signature_has_a_name_and_a_day_that_can_be(register):
    protokoll = register.protokoll(register.add())
    for av, datum, problem in (
        (" ", date(2026, 4, 2), DelegationFault.SIGNER_MISSING),
        ("Anna Ek", date(2026, 4, 21), DelegationFault.AHEAD),
        ("Anna Ek", date(2026, 3, 29), DelegationFault.SIGNED_BEFORE),
    ):
        sign = lambda av=av, datum=datum: register.sign(protokoll, av, datum)  # noqa: E731
        assert why(sign) == (problem,)


def test_a_beslut_in_a_protokoll_can_not_become_brådskande(register):
    key = register.add()
    register.protokoll(key)
    assert why(lambda: register.save(key, brådskande=True)) == (DelegationFault.BRÅDSKANDE,)


def test_an_announced_protokoll_is_not_taken_apart(register):
    protokoll = register.protokoll(register.add())
    register.sign(protokoll)
    draft = AnslagDraft(date(2026, 4, 7))
    register.store.do(SetAnslag(key=protokoll, huvudman_id=None, draft=draft, today=TODAY))
    for command in (
        UnsignDelegationsprotokoll(protokoll_id=protokoll),
        RemoveDelegationsprotokoll(protokoll_id=protokoll),
    ):
        action = lambda command=command: register.store.do(command)  # noqa: E731
        assert why(action) == (DelegationFault.ANSLAGET,)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], None),
        ([date(2026, 3, 29)], None),
        ([date(2026, 5, 1), date(2026, 4, 1), date(2026, 3, 1)], date(2026, 4, 1)),
        ([date(2026, 3, 30)], date(2026, 3, 30)),
    ],
)
def test_a_brådskande_beslut_is_reported_at_the_next_sammanträde(days, expected):
    assert anmäls_senast(date(2026, 3, 30), days) == expected
