"""The deltagarlista: who may come, who does not, and where to sign."""

from dataclasses import replace
from datetime import date

from nämnd.documents.content import Table, as_text, plain
from nämnd.documents.deltagarlista import build_deltagarlista
from nämnd.documents.pdf import pdf_bytes
from nämnd.sammanträde.dagordning import Dag
from tests.builders import head_row
from tests.nämnd.documents.days import a_day, sender
from tests.nämnd.documents.samples import CREATED
from tests.nämnd.documents.test_pdf import faults
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import opened, written
from tests.protokoll_values import HUVUDMÄN, deltagare_row, protokoll_of


def built(protokoll=None):
    protokoll = protokoll or a_day()
    return build_deltagarlista(sender(protokoll), protokoll)


def said(protokoll=None) -> str:
    return as_text(built(protokoll))


def test_twelve_and_twelve_by_huvudman_with_absent_and_vacant(golden):
    golden("deltagarlista.txt", said())


def test_two_days_have_two_columns_to_sign_in():
    days = (Dag(date(2026, 12, 3)), Dag(date(2026, 12, 4)))
    (first, *_) = [
        one
        for one in built(replace(a_day(), sammanträde=head_row(*days))).blocks
        if isinstance(one, Table)
    ]
    assert [plain(cell) for cell in first.rows[0]] == [
        "Namn (parti)", "Uppdrag", "Närvarande 3 december 2026", "Närvarande 4 december 2026",
        "Anmärkning",
    ]  # fmt: skip
    (absent,) = [row for row in first.rows if plain(row[0]) == "Fredrik Ås (KD)"]
    assert [plain(cell) for cell in absent[2:]] == [
        "Frånvarande", "Frånvarande", "Sten Holm (KD) tjänstgör.",
    ]  # fmt: skip


def test_a_nämnd_without_huvudmän_has_one_list_and_its_vacant_seats():
    people = {"p1": deltagare_row(), "p2": deltagare_row("p2", "Bo Alm", roll="ersättare")}
    plain_nämnd = replace(
        protokoll_of(), huvudmän=(), deltagare=people, vakanta_platser=("M", ""), närvaro=()
    )
    assert said(plain_nämnd).endswith(
        "## Ledamöter och ersättare\n"
        "Namn (parti) | Uppdrag | Närvarande, signatur | Anmärkning\n"
        "Anna Ek (M) | Ledamot |  | \n"
        "Vakant plats (M) | Ledamot |  | \n"
        "Vakant plats | Ledamot |  | \n"
        "Bo Alm (M) | Ersättare |  | \n"
    )


def test_huvudmän_without_a_number_of_seats_have_no_vacant_ones():
    unset = tuple(replace(one, platser=0, ersättarplatser=0) for one in HUVUDMÄN)
    assert "Vakant" not in said(replace(a_day(), huvudmän=unset))
    given = replace(a_day(), huvudmän=unset, vakanta_platser=("V",))
    assert "## Utan huvudman\n" in said(given)
    assert "Vakant plats (V) | Ledamot" in said(given)


def test_a_personlig_ersättare_says_for_whom():
    people = {"p1": deltagare_row(), "p2": deltagare_row("p2", roll="ersättare", ersätter="p1")}
    assert "| Ersättare för Anna Ek (M) |" in said(replace(protokoll_of(), deltagare=people))


def test_without_people_it_says_so():
    assert "Ingen har uppdrag i nämnden den här dagen." in said(
        replace(protokoll_of(), deltagare={}, huvudmän=(), närvaro=())
    )


def test_the_pdf_is_accessible_and_archival():
    assert faults(pdf_bytes(built(), created=CREATED)) == []


def test_the_word_file_is_accessible_and_has_room_to_sign():
    data = written(built())
    assert word_faults(data) == []
    tables = opened(data).tables
    assert [one.rows[0].height for one in tables] == [None] * 5
    heights = [row.height for one in tables for row in one.rows[1:]]
    assert all(height is not None and height.pt >= 28 for height in heights)
