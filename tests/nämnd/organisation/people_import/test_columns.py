"""Which column holds what, and what a cell means."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.errors import ForeignFileError, Unreadable
from nämnd.core.swedish import long_date, short_date
from nämnd.error_messages import message_for
from nämnd.läsning.sheet import Sheet, SheetRow
from nämnd.organisation.people_import.cells import (
    closest_huvudman,
    closest_role,
    looks_like_a_day,
    read_day,
    read_huvudman,
    read_name,
    read_number,
    read_role,
)
from nämnd.organisation.people_import.columns import Column, find_people, letter, meaning_of
from nämnd.organisation.people_import.errors import (
    ColumnMissingError,
    ColumnTwiceError,
    HeadingsMissingError,
    NoPeopleError,
)
from nämnd.organisation.rules import ROLLER, HuvudmanDraft
from tests.nämnd.organisation.people_import.reading import listed

SKÅNE, HALLAND = HuvudmanDraft("h1", "Region Skåne"), HuvudmanDraft("h2", "Region Halland")
KOMMUN = HuvudmanDraft("k", "Skånes kommuner")


def sheet(*rows):
    return Sheet(tuple(SheetRow(at, tuple(row)) for at, row in enumerate(rows, start=1)))


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Namn", Column.NAMN), ("NAMN:", Column.NAMN), ("Förnamn", Column.FÖRNAMN),
        ("Efternamn", Column.EFTERNAMN), ("Parti", Column.PARTI), ("Partibeteckning", Column.PARTI),
        ("Roll", Column.ROLL), ("Uppdrag", Column.ROLL), ("Region", Column.HUVUDMAN),
        ("Huvudman", Column.HUVUDMAN), ("Utsedd av", Column.HUVUDMAN), ("Ordning", Column.ORDNING),
        ("Nr.", Column.ORDNING), ("Ersätter", Column.ERSÄTTER),
        ("Personlig ersättare för", Column.ERSÄTTER), ("Från", Column.FRÅN),
        ("Fr.o.m.", Column.FRÅN), ("fr o m", None), ("From", Column.FRÅN), ("Till", Column.TILL),
        ("T.o.m.", Column.TILL), ("t o m", Column.TILL), ("E-post", Column.EPOST),
        ("e-postadress", Column.EPOST), ("E-mail", Column.EPOST), ("Titel", Column.TITEL),
        ("Telefon", None), ("", None), ("1", None),
    ],
)  # fmt: skip
def test_headings_are_known_by_the_words_people_use(heading, column):
    wanted = Column.FRÅN if heading == "fr o m" else column
    assert meaning_of(heading) is wanted


def test_columns_stand_in_any_order_under_any_title(tmp_path):
    found = find_people(
        [sheet(["Ledamöter 2019–2022"], ["Region", "Telefon", "E-post", "Uppdrag", "Namn"], ["x"])],
        "l.csv",
    )
    assert [(one.column, one.place) for one in found.headings] == [
        (Column.HUVUDMAN, 0),
        (Column.EPOST, 2),
        (Column.ROLL, 3),
        (Column.NAMN, 4),
    ]
    assert found.ignored == ("Telefon",)
    assert [row.number for row in found.rows] == [3]


def test_the_sheet_with_the_people_is_found():
    notes = sheet(["Anteckningar"], ["Namn på filen", "Roll"])
    people = sheet(["Förnamn", "Efternamn", "Roll", "Parti"], ["Anna", "Ek", "ledamot", "M"])
    assert find_people([notes, people], "l.xlsx").rows == people.rows[1:]


def test_a_name_beside_a_last_name_is_the_first_name(tmp_path):
    found = listed(tmp_path, "Anna;Ek;ledamot", head="Namn;Efternamn;Roll")
    assert [one.column for one in found.headings][:2] == [Column.FÖRNAMN, Column.EFTERNAMN]


@pytest.mark.parametrize(
    ("rows", "error", "told"),
    [
        ([["Anna Ek", "ledamot"]], HeadingsMissingError, "Första raden är: Anna Ek, ledamot."),
        ([["Namn", "Parti"], ["x"]], ColumnMissingError, "ingen kolumn för Roll."),
        ([["Förnamn", "Roll"], ["x"]], ColumnMissingError, "ingen kolumn för Efternamn."),
        (
            [["Namn", "Roll", "namn"], ["x"]],
            ColumnTwiceError,
            "flera kolumner för Namn: A («Namn») och C («namn»).",
        ),
        (
            [["Namn", "Roll", "Från", "Fr.o.m."], ["x"]],
            ColumnTwiceError,
            "flera kolumner för Från: C («Från») och D («Fr.o.m.»).",
        ),
        ([["Namn", "Roll"]], NoPeopleError, "har rubriker men inga personer"),
    ],
    ids=["none", "role", "last name", "twice", "two words", "nobody"],
)
def test_headings_that_do_not_do_are_refused_with_the_reason(rows, error, told):
    with pytest.raises(error) as refused:
        find_people([sheet(*rows)], "l.csv")
    assert told in message_for(refused.value)


def test_two_columns_that_are_not_read_may_be_alike():
    found = find_people([sheet(["Namn", "Roll", "Tel", "Tel"], ["x"])], "l.csv")
    assert found.ignored == ("Tel", "Tel")


def test_a_file_that_is_no_list_is_refused(tmp_path):
    path = tmp_path / "l.csv"
    path.write_bytes(b"")
    with pytest.raises(ForeignFileError, check=lambda error: error.why is Unreadable.EMPTY):
        listed(tmp_path, head="")


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_called_as_in_a_spreadsheet(place, name):
    assert letter(place) == name


def test_a_hundred_thousand_people_are_refused(tmp_path):
    with pytest.raises(ForeignFileError, check=lambda e: e.why is Unreadable.SHEET_TOO_LARGE):
        listed(tmp_path, *["Anna Ek;M;ledamot"] * 100_000, head="Namn;Parti;Roll")


# Cells


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Anna Ek", ("Anna Ek", "")),
        ("Ek, Anna", ("Anna Ek", "")),
        ("Anna Ek (M)", ("Anna Ek", "M")),
        ("af Ek, Anna Maria (KD)", ("Anna Maria af Ek", "KD")),
        ("Ek, Anna, jur. kand.", ("Ek, Anna, jur. kand.", "")),
        ("", ("", "")),
    ],
)
def test_a_name_is_read_with_its_party(written, expected):
    assert read_name(written) == expected


@pytest.mark.parametrize("role", ROLLER)
def test_every_role_is_known_whatever_the_case(role):
    assert read_role(role.upper()) == role


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("Ordf.", "ordförande"),
        ("1:e v. ordf.", "1:e vice ordförande"),
        ("1 vice ordförande", "1:e vice ordförande"),
        ("2:e vice ordf", "2:e vice ordförande"),
        ("Förste vice ordförande", "1:e vice ordförande"),
        ("Ers.", "ersättare"),
        ("Suppleant", "ersättare"),
        ("Ordinarie ledamot", "ledamot"),
        ("Nämndsekreterare", "sekreterare"),
        ("kassör", None),
        ("", None),
    ],
)
def test_roles_are_known_by_the_words_people_use(written, role):
    assert read_role(written) == role


def test_a_misspelt_role_is_guessed():
    assert closest_role("Ledamött") == "ledamot"
    assert closest_role("xyz") == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Region Skåne", "h1"), ("REGION  SKÅNE", "h1"), ("Skåne", "h1"), ("Skane", None),
        ("Skånes kommuner", "k"), ("Region Halland", "h2"), ("Halland", "h2"), ("Region", None),
    ],
)  # fmt: skip
def test_a_huvudman_is_known_by_the_whole_name_or_the_place(written, expected):
    assert read_huvudman(written, [SKÅNE, HALLAND, KOMMUN]) == expected


def test_a_place_that_two_huvudmän_share_is_not_guessed():
    two = [HuvudmanDraft("a", "Region Kalmar"), HuvudmanDraft("b", "Kalmar kommun")]
    assert read_huvudman("Kalmar", two) is None
    assert read_huvudman("Kalmar kommun", two) == "b"


@pytest.mark.parametrize("written", ["Skane", "Regoin Skåne", "region skane"])
def test_a_misspelt_huvudman_is_guessed(written):
    assert closest_huvudman(written, [HALLAND, SKÅNE]) == "Region Skåne"


def test_something_else_is_not_guessed():
    assert closest_huvudman("Västernorrland", [SKÅNE]) == ""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2019-01-31", date(2019, 1, 31)), ("20190131", date(2019, 1, 31)),
        ("2019-01-31 00:00:00", date(2019, 1, 31)), ("2019-01-31T08:30", date(2019, 1, 31)),
        ("2019/1/31", date(2019, 1, 31)), ("31/1 2019", date(2019, 1, 31)),
        ("31.1.2019", date(2019, 1, 31)), ("31 januari 2019", date(2019, 1, 31)),
        ("den 31 jan. 2019", date(2019, 1, 31)), ("2024-02-29", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_days_are_read_as_people_and_programs_write_them(written, expected):
    assert read_day(written) == expected


@pytest.mark.parametrize("written", ["2019-02-30", "2023-02-29", "31/4 2019", "2019-13-01"])
def test_days_that_do_not_exist_look_like_days(written):
    assert read_day(written) is None
    assert looks_like_a_day(written)


@pytest.mark.parametrize(
    "written", ["", "2019", "2019-01", "43466", "1/2/2019", "snart", "2019-01-01 – 2022"]
)
def test_what_can_not_be_told_is_not_guessed(written):
    assert read_day(written) is None
    assert not looks_like_a_day(written)


@given(st.dates())
def test_every_day_is_read_back(day):
    assert read_day(day.isoformat()) == day
    if day.year >= 1000:
        assert read_day(short_date(day)) == day
        assert read_day(long_date(day)) is None


@pytest.mark.parametrize(
    ("written", "expected"), [("0", 0), ("12", 12), ("999", 999), ("1000", None), ("-1", None),
                              ("1,5", None), ("", None), ("²", None)]
)  # fmt: skip
def test_an_order_is_a_whole_number(written, expected):
    assert read_number(written) == expected
