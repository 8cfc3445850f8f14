"""A dagordning read out of a file becomes a sammanträde."""

from dataclasses import replace
from datetime import date

import pytest

from nämnd.core.errors import Draft, GoneError, InvalidDraftError, TakenError
from nämnd.läsning.found import FoundBilaga, FoundDagordning, FoundPunkt
from nämnd.organisation.queries import nämnder, uppdrag_rows
from nämnd.sammanträde.dagordning import Dag
from nämnd.sammanträde.import_command import ImportDagordning
from nämnd.sammanträde.queries import sammanträden
from nämnd.ärende.commands import SaveÄrende
from nämnd.ärende.queries import ärenden
from tests.builders import WHEN, a_nämnd, a_person, a_sammanträde, an_uppdrag, dagordning_in

FRIDAY = date(2019, 11, 22)
FOUND = FoundDagordning(
    organ="Västra vårdnämnden",
    day=FRIDAY,
    from_time="8:30",
    to_time="",
    plats="Grand Hotell",
    ordförande="Åsa Lindqvist Ek",
    sekreterare="Örjan Berg",
    punkter=(
        FoundPunkt("1", "Val av justerare", "val"),
        FoundPunkt(
            "3",
            "Priser 2020",
            "beslut",
            dnr="VVN 2019/7",
            tid="09.15–09.45",
            föredragande="Anna Ek",
            underpunkter=("Prislista", "Avtal"),
            förslag=("Att godkänna priserna", "Att föreslå regionerna"),
            sammanfattning="Ett stycke.\n\n- en punkt",
            bilagor=(
                FoundBilaga("3A", "Prislista"),
                FoundBilaga("3B", "Avtal", anmärkning="ny tid bokas"),
            ),
        ),
        FoundPunkt(
            "16",
            "Anmälningsärenden",
            "anmälan",
            dnr="VVN 2019/7",
            bilagor=(FoundBilaga("A", "Protokoll", i_utskicket=False),),
        ),
    ),
    source=("…",),
    first_line=0,
    last_line=0,
)


def save(store, found=FOUND, nämnd_id=None, key="s1"):
    command = ImportDagordning(found=found, nämnd_id=nämnd_id, when=WHEN, sammanträde_id=key)
    return store.do(command)


def people(store, nämnd_id):
    rows = store.ask(lambda s: uppdrag_rows(s, nämnd_id))
    return [(row.person.namn, row.uppdrag.roll) for row in rows]


def test_everything_found_is_kept(store):
    save(store)
    found = dagordning_in(store, "s1")
    head = found.sammanträde
    assert head.dagar == (Dag(FRIDAY, (("08.30", None),)),)
    assert (head.plats, head.nummer_i_året) == ("Grand Hotell", 1)
    assert head.ordförande is not None
    assert head.sekreterare is not None
    assert (head.ordförande.namn, head.sekreterare.namn) == ("Åsa Lindqvist Ek", "Örjan Berg")
    assert [(p.nummer, p.rubrik, p.slag) for p in found.punkter] == [
        (1, "Val av justerare", "val"),
        (2, "Priser 2020", "beslut"),
        (3, "Anmälningsärenden", "anmälan"),
    ]
    prices = found.punkter[1]
    assert (prices.dnr, prices.tid, prices.föredragande) == ("VVN 2019/7", "09.15–09.45", "Anna Ek")
    assert [one.rubrik for one in prices.underpunkter] == ["Prislista", "Avtal"]
    assert [one.text for one in prices.förslag] == [
        "Att godkänna priserna",
        "Att föreslå regionerna",
    ]
    assert prices.sammanfattning == "Ett stycke.\n\n- en punkt"
    assert [(b.beteckning, b.rubrik, b.anmärkning, b.i_utskicket) for b in found.bilagor] == [
        ("2A", "Prislista", None, True),
        ("2B", "Avtal", "ny tid bokas", True),
        ("A", "Protokoll", None, False),
    ]


def test_the_body_and_its_people_are_made_when_there_are_none(store):
    save(store)
    (nämnd,) = store.ask(nämnder)
    assert nämnd.namn == "Västra vårdnämnden"
    assert people(store, nämnd.id) == [
        ("Åsa Lindqvist Ek", "ordförande"),
        ("Örjan Berg", "sekreterare"),
    ]


@pytest.mark.parametrize("name", ["VÄSTRA VÅRDNÄMNDEN", " västra  vårdnämnden", "vvn"])
def test_the_body_is_known_by_its_name_or_short_name_whatever_the_case(store, name):
    nämnd_id = a_nämnd(store, "Västra Vårdnämnden", kortnamn="VVN")
    save(store, replace(FOUND, organ=name))
    assert [row.id for row in store.ask(nämnder)] == [nämnd_id]
    assert dagordning_in(store, "s1").sammanträde.nämnd_id == nämnd_id


def test_a_body_without_a_name_in_the_file_gets_one_to_change(store):
    save(store, replace(FOUND, organ=" "))
    assert [row.namn for row in store.ask(nämnder)] == ["Nämnden"]


def test_the_chosen_body_goes_before_the_name(store):
    nämnd_id = a_nämnd(store, "Presidiet")
    save(store, nämnd_id=nämnd_id)
    assert dagordning_in(store, "s1").sammanträde.nämnd_id == nämnd_id
    assert [row.namn for row in store.ask(nämnder)] == ["Presidiet"]
    with pytest.raises(GoneError):
        save(store, nämnd_id="n9", key="s2")


def test_people_are_not_made_twice(store):
    nämnd_id = a_nämnd(store, "Västra vårdnämnden")
    chair = a_person(store, "Åsa Lindqvist Ek", parti="M")
    an_uppdrag(store, nämnd_id, chair, "ordförande")
    save(store, replace(FOUND, ordförande="Åsa  Lindqvist Ek ", sekreterare="åsa lindqvist ek"))
    head = dagordning_in(store, "s1").sammanträde
    assert head.ordförande == head.sekreterare
    assert head.ordförande is not None
    assert head.ordförande.id == chair
    assert people(store, nämnd_id) == [("Åsa Lindqvist Ek", "ordförande")]


def test_a_second_meeting_uses_the_same_body_people_and_cases(store):
    save(store)
    save(store, replace(FOUND, day=date(2019, 12, 13)), key="s2")
    (nämnd,) = store.ask(nämnder)
    assert len(people(store, nämnd.id)) == 2
    assert [row.dnr for row in store.ask(lambda s: ärenden(s, nämnd.id))] == ["VVN 2019/7"]
    assert dagordning_in(store, "s2").sammanträde.nummer_i_året == 2


def test_an_ärende_is_known_however_its_dnr_is_written(store):
    nämnd_id = a_nämnd(store, "Västra vårdnämnden", diarieserie="VVN {år}/{löpnr:04d}")
    store.do(SaveÄrende(ärende_id="e1", nämnd_id=nämnd_id, dnr="VVN 2019/0007"))
    save(store)
    assert "e1" in [punkt.ärende_id for punkt in dagordning_in(store, "s1").punkter]
    assert [row.id for row in store.ask(lambda s: ärenden(s, nämnd_id))] == ["e1"]


def test_standing_punkter_are_not_added_to_what_was_read(store):
    from nämnd.organisation.rules import StåendePunkt

    a_nämnd(store, "Västra vårdnämnden", stående_punkter=(StåendePunkt("Upprop"),))
    save(store)
    assert len(dagordning_in(store, "s1").punkter) == 3


@pytest.mark.parametrize("days", [(FRIDAY,), (date(2019, 11, 21), FRIDAY)])
def test_a_day_that_is_taken_is_refused_and_nothing_changed(store, days):
    nämnd_id = a_nämnd(store, "Västra vårdnämnden")
    a_sammanträde(store, nämnd_id, *days)
    with pytest.raises(TakenError, check=lambda e: e.value == "2019-11-22"):
        save(store)
    assert len(store.ask(lambda s: sammanträden(s, nämnd_id))) == 1
    assert people(store, nämnd_id) == []


def test_without_a_day_it_is_refused_and_nothing_changed(store):
    with pytest.raises(InvalidDraftError, check=lambda e: e.problems == (Draft.DAG_MISSING,)):
        save(store, replace(FOUND, day=None))
    assert store.ask(nämnder) == ()


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("", "", ()),
        ("kl 9", "klockan 12.00", (("09.00", "12.00"),)),
        ("", "12.00", ()),
        ("efter lunch", "", ()),
    ],
)
def test_times_that_were_not_found_or_make_no_sense_are_left_out(store, start, end, expected):
    save(store, replace(FOUND, from_time=start, to_time=end))
    assert dagordning_in(store, "s1").sammanträde.dagar == (Dag(FRIDAY, expected),)


def test_nobody_named_is_nobody(store):
    save(store, replace(FOUND, ordförande="", sekreterare=" "))
    head = dagordning_in(store, "s1").sammanträde
    assert (head.ordförande, head.sekreterare) == (None, None)


def test_undo_takes_everything_away_again(store):
    outcome = save(store)
    store.do(outcome.inverse)
    assert store.ask(nämnder) == ()
    with pytest.raises(GoneError):
        dagordning_in(store, "s1")
    save(store)  # and it can be read again
    assert len(dagordning_in(store, "s1").punkter) == 3
