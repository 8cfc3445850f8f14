"""Which ärenden the list shows."""

from datetime import date

import pytest

from nämnd.ärende.values import DiariumRow
from ui.ärende.filtering import Read, Wanted, keeper, years


def a_row(dnr: str, rubrik: str = "Priser", **facts) -> DiariumRow:
    values = {
        "status": "öppet", "öppnat": date(2019, 5, 3), "handläggare": None, "handlingar": 0,
        "senast": None, "väntar": False, "sekretess": False, "makulerat": False,
    }  # fmt: skip
    return DiariumRow(dnr, dnr, rubrik, **{**values, **facts})


ROWS = (
    a_row("SRVN 2019/0088", "Nationell högspecialiserad vård", handläggare="Per Öst"),
    a_row("SRVN 2020/0007", "Priser", väntar=True, öppnat=date(2020, 1, 9)),
    a_row("SRVN 2020/0008", "Taxor", status="avslutat", öppnat=date(2020, 2, 1)),
    a_row("12391/2018-20", "Remiss", makulerat=True, öppnat=None),
)


def shown(wanted: Wanted) -> list[str]:
    keep = keeper(wanted, Read.of(ROWS).words)
    return [row.dnr for row in ROWS if keep is None or keep(row)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2019/88", ["SRVN 2019/0088"]),
        ("2019/0088", ["SRVN 2019/0088"]),
        ("srvn2019/0088", ["SRVN 2019/0088"]),
        ("12391", ["12391/2018-20"]),
        ("vård nationell", ["SRVN 2019/0088"]),
        ("öst", ["SRVN 2019/0088"]),
        ("PRISER", ["SRVN 2020/0007"]),
        ("finns inte", []),
    ],
    ids=["short", "whole", "no space", "foreign", "words", "who", "case", "none"],
)
def test_words_and_numbers_are_found_however_they_are_written(text, found):
    assert shown(Wanted(text)) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [row.dnr for row in ROWS]),
        (Wanted(läge="öppna"), ["SRVN 2019/0088", "SRVN 2020/0007"]),
        (Wanted(läge="väntar"), ["SRVN 2020/0007"]),
        (Wanted(läge="avslutat"), ["SRVN 2020/0008"]),
        (Wanted(läge="makulerat"), ["12391/2018-20"]),
        (Wanted(år="2020"), ["SRVN 2020/0007", "SRVN 2020/0008"]),
        (Wanted(år="2020", läge="öppna"), ["SRVN 2020/0007"]),
        (Wanted(handläggare="Per Öst"), ["SRVN 2019/0088"]),
    ],
    ids=["all", "open", "waits", "closed", "annulled", "year", "both", "who"],
)
def test_state_year_and_handläggare_narrow_the_list(wanted, found):
    assert shown(wanted) == found


def test_a_saved_filter_is_the_same_when_it_is_read_back():
    wanted = Wanted("vård", "öppna", "Per Öst", "2019")
    assert Wanted.of_villkor(wanted.as_villkor()) == wanted
    assert Wanted.of_villkor({"text": "a", "okänt": "b"}) == Wanted("a")


def test_the_years_are_offered_newest_first():
    assert years(ROWS) == (2020, 2019)
