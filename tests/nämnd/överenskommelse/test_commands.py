"""Överenskommelser and forms: saved, changed, registered, removed, and refused."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import event

from nämnd.bevakning.commands import AddBevakning
from nämnd.bevakning.values import BevakningDraft, Källa, PåDatum
from nämnd.bilaga.files import KeptFile
from nämnd.core.errors import GoneError
from nämnd.core.ids import new_id
from nämnd.error_messages import message_for
from nämnd.organisation.commands import SaveHuvudmän
from nämnd.organisation.rules import HuvudmanDraft
from nämnd.ärende.commands import AnnulÄrende, ChangeÄrende, RegisterÄrende
from nämnd.ärende.errors import ÄrendeError
from nämnd.ärende.handling_queries import handlingar
from nämnd.ärende.values import Sekretess, ÄrendeDraft
from nämnd.överenskommelse.commands import (
    AddBlankett,
    AddÖverenskommelse,
    ChangeBlankett,
    ChangeÖverenskommelse,
    MarkSent,
    RegisterBlankett,
    RemoveBlankett,
    RemoveÖverenskommelse,
)
from nämnd.överenskommelse.errors import (
    BlankettIncompleteError,
    MottagareUnknownError,
    ÖverenskommelseError,
    ÖverenskommelseUnknownError,
)
from nämnd.överenskommelse.queries import (
    blankett_row,
    find_mottagare,
    find_överenskommelse,
    mottagare,
    new_blankett,
    överenskommelse_rows,
    överenskommelse_view,
)
from tests.builders import WHEN, a_nämnd
from tests.conftest import TODAY
from tests.nämnd.överenskommelse.drafts import (
    IT,
    PRIMÄRVÅRD,
    RIGHT,
    ÖVERENSKOMMELSE,
    rekvisition,
)

FILE = KeptFile("a" * 64, "rekvisition.pdf", 1000, 1)


class Case:
    """A nämnd of two huvudmän with an överenskommelse in an ärende."""

    def __init__(self, store) -> None:
        self.store = store
        self.nämnd = a_nämnd(store, diarieserie="VNÅ {år}/{löpnr:04d}")
        rows = (HuvudmanDraft("h1", "Region Norr"), HuvudmanDraft("h2", "Region Söder"))
        store.do(SaveHuvudmän(nämnd_id=self.nämnd, drafts=rows))
        self.ärende = self.an_ärende(self.nämnd)
        self.key = self.add(replace(ÖVERENSKOMMELSE, ärende_id=self.ärende))

    def an_ärende(self, nämnd_id: str) -> str:
        new = RegisterÄrende(
            nämnd_id=nämnd_id, draft=ÄrendeDraft("Medel"), today=TODAY, dnr=new_id()
        )
        self.store.do(new)
        return new.ärende_id

    def add(self, draft=ÖVERENSKOMMELSE, nämnd_id=None) -> str:
        new = AddÖverenskommelse(nämnd_id=nämnd_id or self.nämnd, draft=draft)
        self.store.do(new)
        return new.överenskommelse_id

    def form(self, draft=None, key=None) -> str:
        new = AddBlankett(överenskommelse_id=key or self.key, draft=draft or rekvisition())
        self.store.do(new)
        return new.blankett_id

    def register(self, key: str, handling_id: str = "reg") -> None:
        self.store.do(
            RegisterBlankett(
                blankett_id=key, file=FILE, when=WHEN, today=TODAY, handling_id=handling_id
            )
        )

    def view(self, key=None):
        return self.store.ask(lambda session: överenskommelse_view(session, key or self.key))

    def row(self, key: str):
        return self.store.ask(lambda session: blankett_row(session, key))

    def rows(self):
        return self.store.ask(lambda session: överenskommelse_rows(session, self.nämnd, TODAY))

    def refused(self, command) -> list[str]:
        with pytest.raises(ÖverenskommelseError) as caught:
            self.store.do(command)
        assert message_for(caught.value)
        return [one.name for one in caught.value.problems]


@pytest.fixture
def case(store) -> Case:
    return Case(store)


def test_what_is_written_is_read_back(case):
    view = case.view()
    rader = tuple(
        replace(rad, huvudman_id=key) for rad, key in zip(RIGHT.rader, ("h1", "h2"), strict=True)
    )
    written = replace(
        ÖVERENSKOMMELSE, ärende_id=case.ärende, tabeller=(replace(RIGHT, rader=rader),)
    )
    assert view.draft == written
    assert view.fel == ()
    assert [one.summa for one in view.andelar] == [1020, 3080]


def test_rows_are_kept_by_their_id_and_those_that_are_left_out_are_gone(case):
    table = case.view().draft.tabeller[0]
    moved = replace(table, rader=(table.rader[1],), rubrik="Ny")
    case.store.do(
        ChangeÖverenskommelse(
            överenskommelse_id=case.key, draft=replace(case.view().draft, tabeller=(moved,))
        )
    )
    assert case.view().draft.tabeller == (moved,)
    assert [one.post for one in case.view().fel] == [PRIMÄRVÅRD, IT, None]


def test_a_row_can_be_moved_to_another_table(case):
    table = case.view().draft.tabeller[0]
    first = replace(table, rader=table.rader[:1])
    second = replace(table, id="t2", rader=table.rader[1:])
    draft = replace(case.view().draft, tabeller=(first, second))
    case.store.do(ChangeÖverenskommelse(överenskommelse_id=case.key, draft=draft))
    assert case.view().draft.tabeller == (first, second)


def test_a_copy_does_not_take_the_tables_of_the_first(case):
    copy = case.add(case.view().draft)
    assert case.view().draft.tabeller[0].id == RIGHT.id
    (table,) = case.view(copy).draft.tabeller
    assert table.id != RIGHT.id
    assert [one.belopp for one in table.rader] == [one.belopp for one in RIGHT.rader]


def test_the_list_says_our_share_what_is_wrong_and_what_is_due_first(case):
    source = Källa(överenskommelse_id=case.key)
    for rubrik, day in (("Sen", date(2027, 12, 1)), ("Rekvirera", date(2027, 11, 1))):
        draft = BevakningDraft(rubrik, PåDatum(day), källa=source)
        case.store.do(AddBevakning(nämnd_id=case.nämnd, draft=draft, today=TODAY))
    case.add(replace(ÖVERENSKOMMELSE, rubrik="Utan tabell", till=None, tabeller=()))
    without, first = case.rows()
    assert (first.rubrik, first.vår_del, first.fel) == (ÖVERENSKOMMELSE.rubrik, 4100, 0)
    assert (first.due, first.vad) == (date(2027, 11, 1), "Rekvirera")
    assert (without.vår_del, without.due, without.vad) == (None, None, "")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"rubrik": " "}, "RUBRIK_MISSING"),
        ({"från": date(2028, 1, 1)}, "PERIOD_BACKWARDS"),
        ({"tabeller": (replace(RIGHT, poster=("A", "a")),)}, "POST_TWICE"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_so_is_refused(case, change, fault):
    draft = replace(ÖVERENSKOMMELSE, **change)
    assert case.refused(AddÖverenskommelse(nämnd_id=case.nämnd, draft=draft)) == [fault]
    change_it = ChangeÖverenskommelse(överenskommelse_id=case.key, draft=draft)
    assert case.refused(change_it) == [fault]


def test_the_ärende_is_one_of_the_same_nämnd(case):
    other = case.an_ärende(a_nämnd(case.store, "En annan nämnd"))
    draft = replace(ÖVERENSKOMMELSE, ärende_id=other)
    assert case.refused(AddÖverenskommelse(nämnd_id=case.nämnd, draft=draft)) == ["OTHER_NÄMND"]


def test_a_form_can_be_begun_empty_and_filled_in_later(case):
    key = case.form(rekvisition(uppgifter={"giro": "  "}, belopp=None))
    assert case.row(key).draft.uppgifter == {}
    case.store.do(ChangeBlankett(blankett_id=key, draft=rekvisition()))
    assert case.row(key).draft == rekvisition()


def test_a_form_that_lacks_something_is_not_registered(case):
    key = case.form(rekvisition(belopp=None))
    with pytest.raises(BlankettIncompleteError) as caught:
        case.register(key)
    assert caught.value.missing == ("belopp",)
    assert message_for(caught.value) == "Fyll först i det som saknas: «Belopp som rekvireras»."


def test_registered_it_is_a_handling_that_goes_out_and_is_locked(case):
    key = case.form()
    case.register(key)
    (handling,) = case.store.ask(lambda session: handlingar(session, case.ärende))
    assert handling.draft.riktning == "utgående"
    assert handling.draft.från_till == "Betalningsverket"
    assert handling.draft.rubrik == "Rekvisition, Region Norr: Nära vård i Ådalen 2027"
    assert case.row(key).handling_id == handling.id
    for command in (
        ChangeBlankett(blankett_id=key, draft=rekvisition(belopp=1)),
        RemoveBlankett(blankett_id=key),
        RegisterBlankett(blankett_id=key, file=FILE, when=WHEN, today=TODAY),
    ):
        assert case.refused(command) == ["REGISTERED"]
    assert case.refused(RemoveÖverenskommelse(överenskommelse_id=case.key)) == ["HAS_REGISTERED"]
    case.store.do(MarkSent(blankett_id=key, datum=TODAY))
    assert case.row(key).sänd == TODAY


def test_without_an_ärende_there_is_nowhere_to_register(case):
    key = case.form(key=case.add())
    with pytest.raises(ÖverenskommelseError):
        case.register(key)
    assert case.row(key).handling_id is None


def test_an_annulled_ärende_takes_no_form(case):
    key = case.form()
    case.store.do(AnnulÄrende(ärende_id=case.ärende, skäl="Fel", datum=TODAY))
    with pytest.raises(ÄrendeError):
        case.register(key)
    assert case.row(key).handling_id is None


def test_removed_it_goes_with_its_tables_and_forms_and_comes_back_with_them(case):
    form, before = case.form(), case.view()
    outcome = case.store.do(RemoveÖverenskommelse(överenskommelse_id=case.key))
    with pytest.raises(GoneError):
        case.view()
    with pytest.raises(GoneError):
        case.row(form)
    assert outcome.inverse
    case.store.do(outcome.inverse)
    assert case.view().draft == before.draft
    assert [one.id for one in case.view().blanketter] == [form]


def test_a_new_form_knows_the_recipient_from_another_överenskommelse(case):
    case.form(key=case.add(replace(ÖVERENSKOMMELSE, rubrik="Förra året")))
    draft = case.store.ask(
        lambda session: new_blankett(session, case.key, "rekvisition", "Norrs län", TODAY)
    )
    assert draft.uppgifter["kontaktperson"] == "Eva Lind"
    assert (draft.belopp, draft.datum) == (1020, TODAY)


def test_the_recipients_stand_once_each_and_are_found_by_any_name(case):
    assert case.store.ask(lambda session: mottagare(session, case.key)) == (
        "Region Norr",
        "Söders län",
    )
    found = case.store.ask(lambda session: find_mottagare(session, case.key, "region söder"))
    assert found == "Söders län"
    with pytest.raises(MottagareUnknownError) as caught:
        case.store.ask(lambda session: find_mottagare(session, case.key, "Väst"))
    assert "Region Norr och Söders län" in message_for(caught.value)


@pytest.mark.parametrize("wanted", ["vnå 2027/0003", "S2027/00001", "nära VÅRD"])
def test_it_is_found_by_dnr_on_either_side_or_by_a_part_of_its_name(case, wanted):
    found = case.store.ask(lambda session: find_överenskommelse(session, case.nämnd, wanted))
    assert found == case.key


def test_a_name_that_several_have_is_asked_about(case):
    case.add(replace(ÖVERENSKOMMELSE, rubrik="Nära vård igen", dnr=None, motpartens_dnr=()))
    for wanted, known in (("nära vård", 2), ("finns inte", 0), ("", 2)):
        with pytest.raises(ÖverenskommelseUnknownError) as caught:
            case.store.ask(
                lambda session, wanted=wanted: find_överenskommelse(session, case.nämnd, wanted)
            )
        assert len(caught.value.known) == known
        assert message_for(caught.value)


def asked(store, question) -> int:
    """Return how many statements a question takes."""
    seen: list[str] = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    event.listen(store._engine, "before_cursor_execute", note)
    try:
        store.ask(question)
    finally:
        event.remove(store._engine, "before_cursor_execute", note)
    return len(seen)


def test_the_list_takes_as_many_statements_however_long_it_is(case):
    def rows(session):
        return överenskommelse_rows(session, case.nämnd, TODAY)

    draft = BevakningDraft(
        "Rekvirera", PåDatum(date(2027, 11, 1)), källa=Källa(överenskommelse_id=case.key)
    )
    case.store.do(AddBevakning(nämnd_id=case.nämnd, draft=draft, today=TODAY))
    few = asked(case.store, rows)
    for _ in range(5):
        case.add(case.view().draft)
    assert asked(case.store, rows) == few


def test_a_form_of_a_hidden_and_secret_ärende_is_registered_so(case):
    mark = Sekretess("OSL 25:1", TODAY)
    hidden = ÄrendeDraft("Medel", dölj_rubrik=True, sekretess=mark)
    case.store.do(ChangeÄrende(ärende_id=case.ärende, draft=hidden))
    case.register(case.form())
    (handling,) = case.store.ask(lambda session: handlingar(session, case.ärende))
    assert handling.draft.dölj_rubrik
    assert handling.draft.sekretess == mark
