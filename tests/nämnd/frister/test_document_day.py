"""The day that a document says it is of."""

from datetime import date

import pytest

from nämnd.frister.reading import document_day, find_frister

DAYS = {
    "MEDDELANDE FRÅN STYRELSEN\n\n  2020-01-31\n\nTill regionerna": date(2020, 1, 31),
    "Datum: 2021-03-04\nDnr RS 2021/12": date(2021, 3, 4),
    "DATUM 2021-03-04": date(2021, 3, 4),
    "Lund 2021-03-04\nHej": date(2021, 3, 4),
    "Lund den 4 mars 2021": date(2021, 3, 4),
    "Fastställd 2021-03-04": date(2021, 3, 4),
    "Avtal\n" * 80 + "Stockholm den 4 mars 2021  Stockholm den 6 mars 2021": date(2021, 3, 4),
    "Avtal\n" * 80 + "Kiruna den 4 mars 2021\nStockholm den 9 mars 2021": date(2021, 3, 9),
    "Svar lämnas senast den 4 mars 2021 till nämnden.": None,
    "senast den 4 mars 2021": None,
    "Redovisningen avser perioden 2021-01-01 till 2021-06-30.": None,
    "": None,
}


@pytest.mark.parametrize("text", DAYS)
def test_it_is_read_from_the_head_or_where_it_is_signed(text: str):
    assert document_day([text]) == DAYS[text]


def test_a_day_that_is_still_to_come_is_not_the_documents_own():
    text = "2021-05-20\n\nSvar lämnas senast den 4 maj 2021."

    assert len(find_frister([text], today=date(2021, 4, 1))) == 1
    assert find_frister([text], today=date(2021, 6, 1)) == ()


def test_a_document_without_a_day_keeps_what_is_over():
    (one,) = find_frister(["Svar lämnas senast den 4 maj 2020."], today=date(2021, 4, 1))

    assert one.passerad
