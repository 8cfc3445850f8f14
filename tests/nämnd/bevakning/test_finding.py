"""What is found in a document becomes bevakningar to choose among."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.bevakning.commands import AddBevakningar
from nämnd.bevakning.finding import as_drafts, frister_in
from nämnd.bevakning.queries import bevakningar
from nämnd.bevakning.values import Källa, PåDatum, VidSammanträde, Återkommer
from nämnd.filtext.reading import read_text
from nämnd.filtext.values import FileText, TextState
from nämnd.frister.values import Frist, Slag
from tests.builders import a_nämnd
from tests.nämnd.läsning.making import write_docx, write_pdf

DAG = date(2021, 2, 1)
KÄLLA = Källa(handling_id="h")


def drafts(*pages: str):
    return as_drafts(frister_in(FileText(TextState.READ, pages), DAG), KÄLLA)


def test_a_day_becomes_a_bevakning_with_its_sentence_page_and_source():
    (one,) = drafts(
        "Första sidan.", "Regionerna ska lämna svar till Socialstyrelsen senast 2021-05-01."
    )

    assert one.rubrik == "Svara till Socialstyrelsen"
    assert one.förfaller == PåDatum(date(2021, 5, 1))
    assert (one.ansvarig, one.mottagare) == ("regionerna", "Socialstyrelsen")
    assert one.citat == "Regionerna ska lämna svar till Socialstyrelsen senast 2021-05-01."
    assert (one.sida, one.källa, one.återkommer) == (2, KÄLLA, None)


@pytest.mark.parametrize(
    ("text", "rubrik"),
    [
        (
            "Medel rekvireras hos Kammarkollegiet senast 2021-05-01.",
            "Rekvirera medel hos Kammarkollegiet",
        ),
        ("Svar lämnas till SKR senast 2021-05-01.", "Svara till SKR"),
        (
            "Beslutet ska rapporteras till nämnden senast 2021-05-01.",
            "Rapportera till nämnden",
        ),
        ("Avtalet med SKR ska sägas upp senast 2021-05-01.", "Säga upp avtalet"),
        ("Anmälan skickas till a@region.example senast 2021-05-01.", "Anmäla"),
    ],
)
def test_the_rubrik_says_where_it_goes_in_plain_words(text: str, rubrik: str):
    (one,) = drafts(text)

    assert one.rubrik == rubrik


def test_before_a_day_is_the_day_before():
    (one,) = drafts("Avtalet ska sägas upp före den 1 juli 2021.")

    assert one.förfaller == PåDatum(date(2021, 6, 30))


def test_a_sammanträde_stays_one():
    (one,) = drafts("Beslutet ska följas upp vid fjärde sammanträdet år 2022.")

    assert one.förfaller == VidSammanträde(4, 2022)


def test_every_year_comes_back():
    (one,) = drafts("Statistik lämnas årligen senast den 31 mars.")

    assert (one.förfaller, one.återkommer) == (PåDatum(date(2021, 3, 31)), Återkommer("år"))


def test_a_right_that_is_lost_is_reminded_of_earlier():
    lost, other = drafts(
        "Rekvisition ska ske senast den 1 maj 2021, annars förfaller rätten.\n\n"
        "Rapport lämnas senast den 1 maj 2021."
    )

    assert lost.förverkande
    assert max(lost.påminnelser) > max(other.påminnelser)


@given(
    st.builds(
        Frist,
        slag=st.just(Slag.DATUM),
        mening=st.text(max_size=3000),
        rad=st.integers(1, 9),
        rad_till=st.integers(10, 20),
        sida=st.integers(1, 9),
        datum=st.dates(date(1990, 1, 1), date(2090, 1, 1)),
        vad=st.text(min_size=1, max_size=90),
        vem=st.none() | st.text(max_size=20),
        till=st.none() | st.text(max_size=20),
        före=st.booleans(),
    )
)
def test_each_frist_becomes_one_draft_due_on_its_day_or_the_day_before(frist: Frist):
    (one,) = as_drafts([frist], KÄLLA)

    assert isinstance(one.förfaller, PåDatum)
    assert frist.datum is not None
    assert (frist.datum - one.förfaller.datum).days == frist.före
    assert one.rubrik.startswith(frist.vad)
    assert frist.mening.startswith(one.citat)


LINES = [
    "Regionerna ska lämna en ekonomisk redo-",
    "visning till Kammarkollegiet senast den",
    "31 mars 2022. Medel som inte har använts",
    "ska återbetalas.",
]


def test_a_pdf_with_broken_words_tells_the_page(tmp_path):
    path = write_pdf(tmp_path / "avtal.pdf", [["Överenskommelse"], ["Sida 2", "", *LINES]])
    (one,) = frister_in(read_text(path.read_bytes(), path.name), DAG)

    assert (one.datum, one.sida) == (date(2022, 3, 31), 2)
    assert (one.vad, one.vem, one.till) == (
        "Lämna ekonomisk redovisning",
        "regionerna",
        "Kammarkollegiet",
    )


def test_a_sentence_that_goes_on_over_the_page_is_one(tmp_path):
    pages = [["Regionerna ska redovisa arbetet senast"], ["2 (3)", "den 31 mars 2022."]]
    path = write_pdf(tmp_path / "avtal.pdf", pages)
    (one,) = frister_in(read_text(path.read_bytes(), path.name), DAG)

    assert (one.datum, one.sida) == (date(2022, 3, 31), 1)
    assert one.mening == "Regionerna ska redovisa arbetet senast den 31 mars 2022."


def test_a_word_document_is_read(tmp_path):
    path = write_docx(
        tmp_path / "avtal.docx", ["Svar lämnas senast den 31 mars 2022.", "Hälsningar"]
    )
    (one,) = frister_in(read_text(path.read_bytes(), path.name), DAG)

    assert one.datum == date(2022, 3, 31)


def test_whatever_is_found_can_be_saved_and_read_again(store):
    words = (*LINES, "\x1b[31m", "\u202eSvar senast 2022-01-01.", "x" * 3000, "Åter senast 1/3.")
    text = "\n\n".join(f"{one} Svar lämnas senast den 1 april 2022." for one in words)
    found = as_drafts(frister_in(FileText(TextState.READ, (text,)), DAG), Källa())
    nämnd_id = a_nämnd(store)

    store.do(AddBevakningar(nämnd_id=nämnd_id, drafts=found, today=DAG), "lägg till")
    kept = store.ask(lambda session: bevakningar(session, nämnd_id, DAG))

    assert len(kept) == len(found) >= len(words)
    assert {one.due for one in kept} >= {date(2022, 4, 1), date(2022, 1, 1)}
    assert not any("\x1b" in one.draft.citat or "\u202e" in one.draft.citat for one in kept)
