"""Tables as CSV."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.core.csv_text import csv_bytes


def test_it_opens_right_in_a_swedish_excel():
    rows = [("Namn", "Parti"), ("Åsa Öst", "S"), ('Bo "Bosse" Alm; Lund', "")]
    assert csv_bytes(rows) == (
        b"\xef\xbb\xbf" + 'Namn;Parti\r\nÅsa Öst;S\r\n"Bo ""Bosse"" Alm; Lund";\r\n'.encode()
    )


@pytest.mark.parametrize("cell", ["=1+1", "+46", "-1", "@sum", "\tx", "\r=1"])
def test_what_looks_like_a_formula_is_made_harmless(cell):
    ((found,),) = csv.reader(io.StringIO(csv_bytes([(cell,)]).decode("utf-8-sig"), newline=""))
    assert found == f"'{cell}"


@given(st.lists(st.lists(st.text(st.characters(codec="utf-8")), min_size=1), max_size=4))
def test_what_is_written_is_read_again(rows):
    text = csv_bytes(rows).decode("utf-8-sig")
    found = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    plain = [[cell.removeprefix("'") for cell in row] for row in found if row]
    assert plain == [[cell.removeprefix("'") for cell in row] for row in rows]
