"""The diarium as a list, what looks like a slip in it, and saved filters."""

from datetime import date

import pytest
from sqlalchemy import event

from nämnd.core.errors import GoneError, TakenError
from nämnd.ärende.commands import AnnulÄrende, CloseÄrende
from nämnd.ärende.errors import ÄrendeError, ÄrendeFault, ÄrendeUnknownError
from nämnd.ärende.handling_queries import beteckning_slips, handlingar
from nämnd.ärende.queries import diarium as all_of
from nämnd.ärende.queries import find_ärende, handläggare, urval
from nämnd.ärende.urval_commands import RemoveUrval, SaveUrval
from nämnd.ärende.values import DiariumRow, ExternBeteckning, Sekretess, Slip, UrvalRow
from tests.builders import a_nämnd
from tests.nämnd.ärende.conftest import TODAY, a_kept


def lines(diarium):
    return diarium.store.ask(lambda session: all_of(session, diarium.nämnd_id))


def statements(store, query):
    """Return how many statements a question takes."""
    asked: list[str] = []

    def note(*facts):
        asked.append(facts[2])

    def run(session):
        engine = session.get_bind()
        event.listen(engine, "before_cursor_execute", note)
        try:
            return query(session)
        finally:
            event.remove(engine, "before_cursor_execute", note)

    store.ask(run)
    return sum(one.startswith("SELECT") for one in asked)


def test_a_line_says_what_there_is_of_the_ärende(diarium):
    key = diarium.register(
        "Vård", handläggare="Eva Lind", väntar="", sekretess=Sekretess("OSL 25:1")
    )
    diarium.take_in(key, "Brev", "Svar", datum=date(2026, 2, 1))
    diarium.take_in(key, "Äldre", datum=date(2026, 1, 1))
    assert lines(diarium) == (
        DiariumRow(
            id=key,
            dnr="VN 2026/0001",
            rubrik="Vård",
            status="öppet",
            öppnat=TODAY,
            handläggare="Eva Lind",
            handlingar=3,
            senast=date(2026, 2, 1),
            väntar=True,
            sekretess=True,
            makulerat=False,
        ),
    )


def test_the_newest_comes_first_and_annulled_ones_are_there(diarium):
    days = (date(2026, 1, 5), TODAY, date(2026, 1, 5), None)
    keys = [diarium.register(f"{n}", öppnat=day) for n, day in enumerate(days)]
    diarium.do(AnnulÄrende(ärende_id=keys[1], skäl="Fel", datum=TODAY))
    diarium.do(CloseÄrende(ärende_id=keys[0], datum=TODAY))
    found = lines(diarium)
    assert [row.rubrik for row in found] == ["3", "1", "2", "0"]
    assert [row.makulerat for row in found] == [False, True, False, False]
    assert [row.status for row in found] == ["öppet", "öppet", "öppet", "avslutat"]


def test_only_the_own_ones_are_in_it(diarium):
    diarium.register()
    other = a_nämnd(diarium.store, "Andra")
    assert diarium.store.ask(lambda session: all_of(session, other)) == ()


def test_the_whole_diarium_is_one_statement_and_the_handlingar_are_two(diarium):
    keys = [diarium.register() for _ in range(5)]
    for key in keys:
        diarium.take_in(key, "Brev", "Svar", file=a_kept())
    assert statements(diarium.store, lambda s: all_of(s, diarium.nämnd_id)) == 1
    assert statements(diarium.store, lambda s: handlingar(s, keys[0])) == 2


@pytest.mark.parametrize("wanted", ["VN 2026/0001", "vn2026/0001", "VN 2026/1", "Dnr VN 2026/0001"])
def test_an_ärende_is_found_however_its_dnr_is_written(diarium, wanted):
    key = diarium.register()
    diarium.register()
    assert diarium.store.ask(lambda s: find_ärende(s, diarium.nämnd_id, wanted)) == key
    assert diarium.store.ask(lambda s: find_ärende(s, diarium.nämnd_id, key)) == key


def test_one_that_is_not_there_or_could_be_several_is_told(diarium):
    diarium.register(dnr="RS-2018 1")
    diarium.register(dnr="RS 2018-1")
    with pytest.raises(ÄrendeUnknownError, check=lambda e: e.known == ()):
        diarium.store.ask(lambda s: find_ärende(s, diarium.nämnd_id, "RS 2018-2"))
    with pytest.raises(ÄrendeUnknownError, check=lambda e: len(e.known) == 2):
        diarium.store.ask(lambda s: find_ärende(s, diarium.nämnd_id, "rs2018-1"))


def test_a_beteckning_that_looks_like_a_slip_of_another_is_pointed_out(diarium):
    right = ExternBeteckning("Socialstyrelsen", "12391/2018-20")
    wrong = ExternBeteckning("Socialstyrelsen", "1239/2018-20")
    one = diarium.register(externa_beteckningar=(right, ExternBeteckning("Skåne", "1900521")))
    two = diarium.register(externa_beteckningar=(ExternBeteckning("Skåne", "1900522"), wrong))
    diarium.register(dnr="RJL 2018/36")
    found = diarium.store.ask(lambda s: beteckning_slips(s, diarium.nämnd_id))
    assert found == (Slip(two, "VN 2026/0002", "Socialstyrelsen", "1239/2018-20", "12391/2018-20"),)
    diarium.do(AnnulÄrende(ärende_id=one, skäl="Fel", datum=TODAY))
    assert diarium.store.ask(lambda s: beteckning_slips(s, diarium.nämnd_id)) == ()


def test_a_dnr_that_looks_like_one_of_the_own_series_is_pointed_out(diarium):
    for _ in range(3):
        diarium.register()
    key = diarium.register(dnr="VN 2O26/0002")
    found = diarium.store.ask(lambda s: beteckning_slips(s, diarium.nämnd_id))
    assert found == (Slip(key, "VN 2O26/0002", "", "VN 2O26/0002", "VN 2026/0002"),)


def test_everybody_who_handles_an_ärende_is_listed_once_in_swedish_order(diarium):
    for name in ("Örjan Berg", "Eva Lind", "Åsa Ek", "Eva Lind", None):
        diarium.register(handläggare=name)
    found = diarium.store.ask(lambda s: handläggare(s, diarium.nämnd_id))
    assert found == ("Eva Lind", "Åsa Ek", "Örjan Berg")


def save(diarium, key, namn, lista="ärenden", **villkor):
    return diarium.do(
        SaveUrval(urval_id=key, nämnd_id=diarium.nämnd_id, lista=lista, namn=namn, villkor=villkor)
    )


def test_a_filter_is_saved_changed_and_forgotten(diarium):
    save(diarium, "u1", " Öppna ", status="öppet")
    save(diarium, "u2", "Avslutade", status="avslutat")
    save(diarium, "u3", "Öppna", lista="beslut")
    save(diarium, "u1", "Öppna", status="öppet", år="2026")

    def there():
        return diarium.store.ask(lambda s: urval(s, diarium.nämnd_id, "ärenden"))

    both = (
        UrvalRow("u2", "Avslutade", {"status": "avslutat"}),
        UrvalRow("u1", "Öppna", {"status": "öppet", "år": "2026"}),
    )
    assert there() == both
    outcome = diarium.do(RemoveUrval(urval_id="u2"))
    assert there() == both[1:]
    diarium.do(outcome.inverse)
    assert there() == both


def test_two_filters_of_a_list_are_not_called_the_same(diarium):
    save(diarium, "u1", "Öppna")
    with pytest.raises(TakenError):
        save(diarium, "u2", "Öppna")
    with pytest.raises(ÄrendeError, check=lambda e: e.problems == (ÄrendeFault.NAMN_MISSING,)):
        save(diarium, "u2", " ")
    with pytest.raises(GoneError):
        diarium.do(RemoveUrval(urval_id="borta"))
