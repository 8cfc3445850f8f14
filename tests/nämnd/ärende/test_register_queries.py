"""The whole diarium for a list of it."""

from datetime import date

from nämnd.tables import Handling, Ärende
from nämnd.ärende.register_queries import whole_diarium
from tests.builders import a_nämnd
from tests.nämnd.protokoll.meeting_day import add_rows


def an_ärende(key, nämnd, dnr, **facts):
    return Ärende(id=key, nämnd_id=nämnd, dnr=dnr, rubrik=dnr, **facts)


def found(store, *asked):
    rows = store.ask(lambda session: whole_diarium(session, *asked))
    return [(view.dnr, [one.löpnr for one in handlingar]) for view, handlingar in rows]


def test_ärenden_stand_as_they_were_opened_and_their_handlingar_by_number(store):
    nämnd, other = a_nämnd(store), a_nämnd(store, "Patientnämnden")
    day = date(2026, 3, 2)
    add_rows(
        store,
        an_ärende("b", nämnd, "V 2026/10", öppnat=day, serie_år=2026, serie_nr=10),
        an_ärende("a", nämnd, "V 2026/9", öppnat=day, serie_år=2026, serie_nr=9),
        an_ärende("c", nämnd, "RS 17/5"),
        an_ärende("d", other, "P 1", öppnat=day),
        Handling(id="h2", ärende_id="a", löpnr=2, datum=day, rubrik="Svar"),
        Handling(id="h1", ärende_id="a", löpnr=1, datum=day, rubrik="Remiss"),
        Handling(id="h3", ärende_id="d", löpnr=1, datum=day, rubrik="Klagomål"),
    )
    assert found(store, nämnd) == [("RS 17/5", []), ("V 2026/9", [1, 2]), ("V 2026/10", [])]


def test_a_year_has_the_ärenden_of_its_series_and_those_opened_in_it_without_one(store):
    nämnd = a_nämnd(store)
    add_rows(
        store,
        an_ärende("a", nämnd, "V 2025/9", öppnat=date(2026, 1, 2), serie_år=2025, serie_nr=9),
        an_ärende("b", nämnd, "V 2026/1", öppnat=date(2026, 1, 3), serie_år=2026, serie_nr=1),
        an_ärende("c", nämnd, "RS 17/5", öppnat=date(2026, 5, 3)),
        an_ärende("d", nämnd, "RS 17/6"),
    )
    assert found(store, nämnd, 2026) == [("V 2026/1", []), ("RS 17/5", [])]
    assert found(store, nämnd, 2025) == [("V 2025/9", [])]
