"""What is known of delprojekt: the list, the next report, a § as a delprojekt, a program."""

from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from nämnd.bevakning.commands import AddBevakning, CloseBevakning, LinkPunkt
from nämnd.bevakning.values import (
    BevakningDraft,
    Källa,
    PåDatum,
    VidSammanträde,
    Villkor,
)
from nämnd.delprojekt.commands import CloseDelprojekt
from nämnd.delprojekt.errors import (
    DelprojektUnknownError,
    ProgramUnknownError,
    RapportMissingError,
)
from nämnd.delprojekt.queries import (
    delprojekt_rows,
    find_delprojekt,
    from_paragraf,
    newest_rapport,
    next_rapport,
    program_report,
    programs,
    watched,
)
from nämnd.delprojekt.values import Beslut, Sats
from nämnd.error_messages import message_for
from tests.builders import a_nämnd, a_punkt, a_sammanträde
from tests.conftest import TODAY
from tests.nämnd.delprojekt.making import DECIDED, DRAFT, a_program
from tests.nämnd.protokoll.meeting_day import a_paragraf
from tests.nämnd.register.decided import a_beslut, decide

LATE, COMING = date(2026, 2, 1), date(2026, 5, 4)


@pytest.fixture
def made(store):
    return a_program(store)


def watch(made, förfaller, rubrik="Återrapport", **källa) -> str:
    draft = BevakningDraft(rubrik, förfaller, Källa(**källa), ansvarig="Bo Alm")
    new = AddBevakning(nämnd_id=made.nämnd_id, draft=draft, today=DECIDED)
    made.store.do(new)
    return new.bevakning_id


def rows(made):
    return made.store.ask(lambda session: delprojekt_rows(session, made.nämnd_id, TODAY))


def next_of(made, key, today=TODAY):
    return made.store.ask(lambda session: next_rapport(session, key, today))


def test_the_list_is_by_program_and_number_and_the_closed_are_last(made, store):
    made.delprojekt(nummer=11)
    closed = made.delprojekt(nummer=2)
    made.delprojekt(nummer=8)
    made.delprojekt(nummer=1, program="Ö")
    made.delprojekt(nummer=1, program="Å")
    store.do(CloseDelprojekt(delprojekt_id=closed, datum=TODAY))
    listed = [(one.program[:1], one.nummer) for one in rows(made)]
    assert listed == [("V", 8), ("V", 11), ("Å", 1), ("Ö", 1), ("V", 2)]


def test_a_line_says_what_was_decided_what_is_done_and_what_is_due_first(made):
    key = made.delprojekt()
    made.rapport(key)
    watch(made, PåDatum(COMING), delprojekt_id=key)
    (row,) = rows(made)
    assert (row.beslutat, row.gjort, row.satser) == (DECIDED, 1, 3)
    assert (row.rapporter, row.senast) == (1, date(2025, 3, 1))
    assert (row.due, row.förfaller, row.sen) == (COMING, "4 maj 2026", False)
    watch(made, PåDatum(LATE), delprojekt_id=key)
    (row,) = rows(made)
    assert (row.due, row.sen) == (LATE, True)


def test_what_is_watched_of_the_paragraf_that_decided_is_watched_of_the_delprojekt(made, store):
    meeting = a_sammanträde(store, made.nämnd_id, DECIDED)
    paragraf = a_beslut(store, meeting, "Delprojekt 3 Höft", "att inrätta en grupp")
    beslut = Beslut("b9", DECIDED, (Sats("s9", "Att inrätta"),), paragraf_id=paragraf)
    key = made.delprojekt(beslut=(beslut,))
    other = made.delprojekt(nummer=4, beslut=())
    mine = watch(made, PåDatum(COMING), paragraf_id=paragraf)
    own = watch(made, PåDatum(LATE), delprojekt_id=key)
    watch(made, PåDatum(LATE), paragraf_id=paragraf, delprojekt_id=other)
    found = store.ask(lambda session: watched(session, key, TODAY))
    assert [one.id for one in found] == [own, mine]
    report = store.ask(lambda session: program_report(session, made.nämnd_id, None, TODAY))
    assert [len(one.bevakningar) for one in report.delprojekt] == [2, 1]
    assert [one.due for one in rows(made)] == [LATE, LATE]


def test_the_list_asks_as_often_for_many_as_for_one(made):
    def asked() -> int:
        statements = []
        listen = lambda *arguments: statements.append(arguments[2])  # noqa: E731
        event.listen(Engine, "before_cursor_execute", listen)
        rows(made)
        event.remove(Engine, "before_cursor_execute", listen)
        return len(statements)

    key = made.delprojekt()
    made.rapport(key)
    watch(made, PåDatum(LATE), delprojekt_id=key)
    one = asked()
    for nummer in range(10, 20):
        watch(made, PåDatum(LATE), delprojekt_id=made.delprojekt(nummer=nummer))
    assert asked() == one


def test_the_first_report_is_filled_in_from_the_beslut_and_when_it_is_due(made):
    key = made.delprojekt()
    watch(made, VidSammanträde(4, 2026), delprojekt_id=key)
    draft = next_of(made, key)
    assert (draft.datum, draft.missiv_datum, draft.avsändare) == (TODAY, TODAY, "Sven Ås")
    assert draft.förslag == ("Att lägga informationen till handlingarna",)
    assert draft.missiv_bakgrund == (
        "Vårdnämnden i Ådalen beslutade 2024-06-07, § 41:\n\n"
        "- Att rekommendera huvudmännen att samla kirurgin vid två noder\n"
        "- Att inrätta en permanent arbetsgrupp\n"
        "- Att pröva en gemensam väntelista\n\n"
        "Beslutet skulle följas upp vid fjärde sammanträdet år 2026."
    )


@pytest.mark.parametrize(
    ("sats", "förfaller", "said"),
    [
        ("Att rekommendera en grupp.", None, "att rekommendera en grupp."),
        ("inrätta en grupp", PåDatum(COMING),
         "att inrätta en grupp. Beslutet skulle följas upp senast den 4 maj 2026."),
        ("Införa ny teknik", Villkor("när upphandlingen är klar"),
         "att införa ny teknik. Beslutet skulle följas upp när upphandlingen är klar."),
        ("IBD samlas", None, "att IBD samlas."),
    ],
)  # fmt: skip
def test_one_att_sats_stands_in_the_sentence(made, sats, förfaller, said):
    key = made.delprojekt(beslut=(Beslut("b", DECIDED, (Sats("s", sats),), organ="Styrgruppen"),))
    if förfaller:
        watch(made, förfaller, delprojekt_id=key)
    assert next_of(made, key).missiv_bakgrund == f"Styrgruppen beslutade 2024-06-07 {said}"


def test_the_next_report_is_signed_as_the_last_and_asks_for_the_same(made):
    key = made.delprojekt()
    made.rapport(key, förslag=("Att godkänna",), ingress="Som förut.")
    draft = next_of(made, key)
    assert (draft.avsändare, draft.förslag) == ("Eva Lind", ("Att godkänna",))
    assert (draft.underskrifter, draft.ingress) == ((("Sven Ås", "Direktör"),), "Som förut.")
    assert (draft.datum, draft.uppföljning_datum) == (TODAY, None)


def test_a_report_is_for_the_sammanträde_where_it_is_due_and_its_punkt(made, store):
    meeting = a_sammanträde(store, made.nämnd_id, COMING, nummer_i_året=1)
    key = made.delprojekt()
    due = watch(made, VidSammanträde(1, 2026), delprojekt_id=key)
    assert next_of(made, key).sammanträde_id == meeting
    punkt = a_punkt(store, meeting)
    store.do(LinkPunkt(bevakning_id=due, punkt_id=punkt))
    draft = next_of(made, key)
    assert (draft.sammanträde_id, draft.punkt_id) == (meeting, punkt)


def test_a_report_when_nothing_is_due_is_for_no_sammanträde(made, store):
    key = made.delprojekt()
    due = watch(made, PåDatum(COMING), delprojekt_id=key)
    store.do(CloseBevakning(bevakning_id=due, avslut="gjord", hur="rapporterat", today=TODAY))
    draft = next_of(made, key)
    assert (draft.sammanträde_id, draft.punkt_id) == (None, None)
    assert "följas upp" not in draft.missiv_bakgrund


@pytest.mark.parametrize(
    ("rubrik", "number", "program", "name"),
    [
        ("Delprojekt 8 Benign kirurgi", 8, "", "Benign kirurgi"),
        ("Samarbete för vård, uppföljning delprojekt 8, Benign kirurgi", 8,
         "Samarbete för vård", "Benign kirurgi"),
        ("Samarbete för vård: delprojekt 11 Skopi, uppföljning", 11, "Samarbete för vård", "Skopi"),
        ("Vård utan gränser – uppföljning av delprojekt nr 2: Hud", 2, "Vård utan gränser", "Hud"),
        ("Regionala priser", 0, "", "Regionala priser"),
    ],
)  # fmt: skip
def test_a_paragraf_says_number_program_and_what_it_is_about(
    made, store, rubrik, number, program, name
):
    made.delprojekt()  # so that the program is known
    meeting = a_sammanträde(store, made.nämnd_id, DECIDED)
    paragraf = a_beslut(store, meeting, rubrik, "att godkänna", ärende_id=made.ärende_id)
    draft = store.ask(lambda session: from_paragraf(session, paragraf))
    assert (draft.nummer, draft.program, draft.rubrik) == (number, program, name)


def test_a_paragraf_becomes_a_beslut_sats_by_sats(made, store):
    meeting = a_sammanträde(store, made.nämnd_id, DECIDED)
    paragraf = a_paragraf(store, meeting, "Delprojekt 8 Kirurgi", ärende_id=made.ärende_id)
    decide(store, paragraf, "att rekommendera", "att inrätta")
    draft = store.ask(lambda session: from_paragraf(session, paragraf))
    (beslut,) = draft.beslut
    assert [sats.text for sats in beslut.satser] == ["att rekommendera", "att inrätta"]
    assert {sats.läge for sats in beslut.satser} == {"inte påbörjat"}
    assert (beslut.datum, beslut.paragraf, beslut.paragraf_id) == (DECIDED, 1, paragraf)
    assert draft.ärende_id == made.ärende_id


@pytest.mark.parametrize("utfall", ["avslag", "bordläggning", "återremiss", "utgår"])
def test_what_was_not_decided_is_no_beslut_of_a_delprojekt(made, store, utfall):
    meeting = a_sammanträde(store, made.nämnd_id, DECIDED)
    paragraf = a_beslut(store, meeting, "Delprojekt 8 Kirurgi", "att inrätta", utfall=utfall)
    assert store.ask(lambda session: from_paragraf(session, paragraf)).beslut == ()


def test_a_delprojekt_is_found_by_number_and_program(made, store):
    key = made.delprojekt()
    other = made.delprojekt(program="Nära vård")
    ask = lambda number, program=None: store.ask(  # noqa: E731
        lambda session: find_delprojekt(session, made.nämnd_id, number, program)
    )
    assert ask(3, "VÅRD utan gränser") == key
    assert ask(3, "Nära vård") == other
    with pytest.raises(DelprojektUnknownError) as several:
        ask(3)
    assert several.value.known == ("Nära vård", "Vård utan gränser")
    with pytest.raises(DelprojektUnknownError) as nothing:
        ask(4)
    assert nothing.value.known == ()
    with pytest.raises(RapportMissingError) as missing:
        store.ask(lambda session: newest_rapport(session, key))
    for caught in (several, nothing, missing):
        assert message_for(caught.value).endswith(".")
    rapport = made.rapport(key)
    assert store.ask(lambda session: newest_rapport(session, key)) == rapport


def test_the_programs_are_told_once_each(made, store):
    made.delprojekt()
    made.delprojekt(nummer=4, program="vård utan gränser")
    made.delprojekt(nummer=4, program="Hud")
    made.delprojekt(nummer=4, program="")
    found = store.ask(lambda session: programs(session, made.nämnd_id))
    assert [one.casefold() for one in found] == ["hud", "vård utan gränser"]


def test_a_program_says_what_is_late_first_and_what_nobody_watches(made, store):
    early, late, closed = (made.delprojekt(nummer=nummer) for nummer in (3, 4, 5))
    watch(made, PåDatum(LATE), "Sent", delprojekt_id=early)
    watch(made, PåDatum(date(2025, 1, 1)), "Senast", delprojekt_id=early)
    watch(made, PåDatum(COMING), "Kommer", delprojekt_id=early)
    store.do(CloseDelprojekt(delprojekt_id=closed, datum=TODAY))
    made.delprojekt(program="Annat")
    report = store.ask(
        lambda session: program_report(session, made.nämnd_id, "vård utan gränser", TODAY)
    )
    assert [one.view.id for one in report.delprojekt] == [early, late, closed]
    assert [row.draft.rubrik for _, row in report.late] == ["Senast", "Sent"]
    assert [one.unwatched for one in report.delprojekt] == [False, True, False]
    assert report.program == DRAFT.program


def test_a_program_that_is_not_there_is_told_with_those_that_are(made, store):
    def ask(nämnd_id):
        return store.ask(lambda session: program_report(session, nämnd_id, "Hud", TODAY))

    made.delprojekt()
    with pytest.raises(ProgramUnknownError) as caught:
        ask(made.nämnd_id)
    assert message_for(caught.value) == (
        "Det finns inget program «Hud». Nämnden har «Vård utan gränser»."
    )
    with pytest.raises(ProgramUnknownError) as empty:
        ask(a_nämnd(store, "En tom nämnd"))
    assert message_for(empty.value) == (
        "Det finns inget program «Hud»: nämnden har inga delprojekt än."
    )


def test_the_follow_up_that_was_decided_in_2018_is_reported_at_the_fourth_meeting_of_2019(
    made, store
):
    decided = date(2018, 6, 7)
    meeting = a_sammanträde(store, made.nämnd_id, decided)
    paragraf = a_beslut(store, meeting, "Vård utan gränser, delprojekt 8 Kirurgi", "att inrätta")
    watch(made, VidSammanträde(4, 2019), paragraf_id=paragraf)
    draft = store.ask(lambda session: from_paragraf(session, paragraf))
    key = made.delprojekt(nummer=draft.nummer, rubrik=draft.rubrik, beslut=draft.beslut)
    assert next_of(made, key, decided).sammanträde_id is None  # 2019 has no meetings yet
    days = (date(2019, 2, 15), date(2019, 5, 10), date(2019, 9, 13), date(2019, 11, 22))
    *_, fourth = (
        a_sammanträde(store, made.nämnd_id, day, nummer_i_året=number)
        for number, day in enumerate(days, start=1)
    )
    (row,) = rows(made)
    assert (row.due, row.förfaller) == (date(2019, 11, 22), "fjärde sammanträdet 2019")
    rapport = next_of(made, key, date(2019, 10, 31))
    assert rapport.sammanträde_id == fourth
    assert rapport.missiv_bakgrund == (
        "Vårdnämnden i Ådalen beslutade 2018-06-07, § 1, att inrätta. "
        "Beslutet skulle följas upp vid fjärde sammanträdet år 2019."
    )
