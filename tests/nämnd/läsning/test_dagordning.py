import pickle
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nämnd.core.errors import FileMissingError, NoDagordningError
from nämnd.core.progress import Progress, finish
from nämnd.core.richtext import parse, plain_text
from nämnd.läsning.dagordning import find_dagordning, read_dagordning
from nämnd.läsning.found import FoundDagordning, FoundPunkt

SHORT = ("Dagordning", "Tid: 2022-10-14 kl. 09.00", "Plats: Vik", "", "1. Upprop", "2. Avslutning")
SLAG = {"beslut", "information", "anmälan", "val", "formalia"}


def rubriker(*lines: str) -> list[str]:
    return [punkt.rubrik for punkt in find_dagordning(lines, "a.txt").punkter]


def said(*lines: str) -> list[tuple[int, str]]:
    found = find_dagordning(lines, "a.txt")
    every = [*found.doubts, *(doubt for punkt in found.punkter for doubt in punkt.doubts)]
    return [(doubt.line, doubt.text) for doubt in every]


def test_reading_a_file_tells_how_far_it_has_come(tmp_path):
    path = tmp_path / "lista.txt"
    path.write_text("\n".join(SHORT), encoding="utf-8")
    work = read_dagordning(path)
    steps = []
    try:
        while True:
            steps.append(next(work))
    except StopIteration as end:
        found = end.value
    assert steps == [Progress(0, 1, "Läser lista.txt"), Progress(0, 1, "Söker dagordningen")]
    assert found == find_dagordning(SHORT, "lista.txt")


def _there_and_back(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - made on the line itself


def test_work_and_result_can_go_to_a_helper_process(tmp_path):
    path = tmp_path / "lista.txt"
    path.write_text("\n".join(SHORT), encoding="utf-8")
    work, argument = _there_and_back((read_dagordning, path))
    assert _there_and_back(finish(work(argument))).day == date(2022, 10, 14)


def test_a_file_that_is_gone_or_holds_no_list_is_refused_by_name(tmp_path):
    with pytest.raises(FileMissingError):
        finish(read_dagordning(tmp_path / "borta.txt"))
    (tmp_path / "brev.txt").write_text("Hej!\nVi ses den 3 maj.\n", encoding="utf-8")
    with pytest.raises(NoDagordningError) as caught:
        finish(read_dagordning(tmp_path / "brev.txt"))
    assert caught.value.name == "brev.txt"


@pytest.mark.parametrize(
    "lines",
    [
        (),
        ("Dagordning",),
        ("Dagordning", "1. Upprop"),
        ("Dagordning", "Vi träffas som vanligt.", "Ta med fika."),
        ("1. Inledning", "2. Metod", "3. Resultat", "4. Slutsats"),
        ("Kallelse", "1. Ta med pass", "2. Kom i tid", "3. Ring vid förhinder"),
        ("Sammanträdesprotokoll", "Dagordning", "1. Upprop", "2. Val av justerare"),
    ],
)
def test_what_is_no_dagordning_is_refused(lines):
    with pytest.raises(NoDagordningError):
        find_dagordning(lines, "a.txt")


def test_a_list_without_title_needs_several_standing_punkter():
    assert rubriker("1. Upprop", "2. Val av justerare", "3. Övriga frågor") == [
        "Upprop",
        "Val av justerare",
        "Övriga frågor",
    ]


def test_what_is_missing_is_said():
    assert said("Dagordning", "1. Upprop", "2. Avslutning") == [
        (0, "Datum för sammanträdet hittades inte."),
        (0, "Klockslag för sammanträdet hittades inte."),
        (0, "Plats för sammanträdet hittades inte."),
    ]


def test_a_missing_number_is_said():
    assert said(*SHORT[:4], "1. Upprop", "2. Val av justerare", "4. Avslutning") == [
        (6, "Numren går från 2 till 4. Kontrollera att ingen punkt saknas.")
    ]


def test_an_unmarked_end_is_said():
    prose = [f"Och sedan följde rad {n} av en lång text" for n in range(80)]
    assert "Det syns inte tydligt var dagordningen slutar. Kontrollera sista punkten." in [
        text for _, text in said(*SHORT, *prose)
    ]


def test_a_wrong_weekday_and_a_missing_year_are_said():
    lines = ("Dagordning", "{}", "Tid: kl. 9–12", "Plats: Vik", "1. Upprop", "2. Avslutning")
    wrong = [line.format("Datum: måndag 14 oktober 2022") for line in lines]
    assert said(*wrong) == [(1, "Det står måndag 14 oktober 2022, men dagen är en fredag.")]
    yearless = [line.format("Datum: den 14 oktober") for line in lines]
    assert said(*yearless) == [(1, "Datumet «14 oktober» saknar år.")]


def test_numbers_in_lists_are_not_punkter_even_when_they_would_follow_on():
    lines = (
        "Dagordning",
        "1. Upprop",
        "Ordförandens förslag",
        "2. Att godkänna uppropet",
        "2. Budget",
        "Ordförandens förslag",
        "1. Att godkänna budgeten",
        "2. Att sända den vidare",
        "3. Att tacka förvaltningen",
        "3. Avslutning",
    )
    found = find_dagordning(lines, "a.txt")
    assert [punkt.rubrik for punkt in found.punkter] == ["Upprop", "Budget", "Avslutning"]
    assert len(found.punkter[1].förslag) == 3


def test_the_list_ends_at_the_signatures():
    after = ("1. Bakgrund", "2. Analys", "3. Något annat")
    names = ("Anna Ek\tBo Lind", "Ordförande\tSekreterare")
    found = find_dagordning((*SHORT, *names, *after), "a.txt")
    assert [punkt.rubrik for punkt in found.punkter] == ["Upprop", "Avslutning"]
    assert (found.ordförande, found.sekreterare) == ("Anna Ek", "Bo Lind")
    assert found.last_line == 7


def test_a_new_page_ends_the_list_when_it_does_not_go_on():
    found = find_dagordning((*SHORT, "\f", "Till regionstyrelsen", "Hälsningar"), "a.txt")
    assert found.punkter[-1].sammanfattning == ""


def test_text_in_a_sammanfattning_is_never_markup():
    lines = ("Dagordning", "1. Upprop", "Sammanfattning", "*stjärnor* och [klamrar](x)", "2. Slut")
    found = find_dagordning(lines, "a.txt")
    assert plain_text(found.punkter[0].sammanfattning) == "*stjärnor* och [klamrar](x)"


def one(*texts: str) -> FoundPunkt:
    """Read a list of three punkter; return the middle one, with `texts` under its rubrik."""
    found = find_dagordning(
        ("Dagordning", "1. Upprop", "2. Vård", *texts, "3. Avslutning"), "a.txt"
    )
    assert len(found.punkter) == 3
    return found.punkter[1]


def test_times_dnr_and_presenters_may_stand_on_lines_of_their_own():
    punkt = one("Dnr HSN 2024/7", "Kl. 09.15", "Föredragande: Anna Ek", "Föredragande: Bo By")
    assert (punkt.dnr, punkt.tid, punkt.föredragande) == ("HSN 2024/7", "09.15", "Anna Ek; Bo By")
    punkt = one("(HSN 2024/7)", "Tid: 09.15–09.45", "Föredragande", "Anna Ek")
    assert (punkt.dnr, punkt.tid, punkt.föredragande) == ("HSN 2024/7", "09.15–09.45", "Anna Ek")


def test_a_second_heading_of_text_stays_in_the_text():
    punkt = one("Sammanfattning", "Allt är väl.", "Bakgrund", "Det började väl.", "• ett", "• två")
    assert punkt.sammanfattning == (
        "Allt är väl.\n\n**Bakgrund**\n\nDet började väl.\n\n- ett\n- två"
    )


def test_an_attsats_without_heading_is_a_förslag():
    punkt = one("a) Att godkänna planen", "b) Att sända den")
    assert punkt.förslag == ("Att godkänna planen", "Att sända den")
    assert one("Planen godkänns.").förslag == ("Planen godkänns.",)


def test_a_numbered_line_out_of_order_is_doubted():
    punkt = one("7. Något helt annat")
    assert punkt.underpunkter == ("Något helt annat",)
    assert [doubt.text for doubt in punkt.doubts] == [
        "Raden med nummer 7 har lästs som en underpunkt."
    ]


def test_a_very_long_rubrik_is_doubted():
    found = find_dagordning(("Dagordning", "1. " + "Vård " * 60, "2. Avslutning"), "a.txt")
    assert "ovanligt lång" in found.punkter[0].doubts[0].text


def test_a_programme_gives_times_by_number_and_by_rubrik():
    found = find_dagordning(
        (
            "Dagordning", "Tid\tPunkt\tFöredragande", "09.00\tPunkt 1", "09.10\t2. Budget\tAnna Ek",
            "10.00\tLunch", "11.00\tAvs", "11.30\tPunkt 9",
            "1. Upprop", "2. Ekonomi", "3. Avslutning",
        ),
        "a.txt",
    )  # fmt: skip
    assert [(p.tid, p.föredragande) for p in found.punkter] == [
        ("09.00", ""), ("09.10", "Anna Ek"), ("", ""),
    ]  # fmt: skip
    assert [doubt.line for doubt in found.doubts if "tidsplanen" in doubt.text] == [5, 6]


PIECES = (
    "Dagordning Föredragningslista Kallelse 1. 2. 3. 4. § 5 1) 6.1 6 a a) A. 3A. – • Att att "
    "Ordförandens förslag Ordförandes Sammanfattning Bilagor Bilaga I ärendet finns följande "
    "dokument Tid: Plats: 2019-11-22 kl. 09.00 09.15–09.45 Anna Berg Ordförande Sekreterare Dnr "
    "HSN 2019/12 ( ) Upprop Val av justerare _____________ \t \f nämnden föreslås besluta Lunch "
    "Tid\tÄmne 31 november måndag beslutar Enligt uppdrag Protokoll -"
)
WORDS = st.sampled_from(PIECES.split(" "))
TEXTS = st.lists(
    st.lists(WORDS, max_size=6).map(" ".join) | WORDS | st.text(max_size=30) | st.just(""),
    max_size=40,
)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
@example(["Dagordning", "1. " + "( " * 9000, "2. " + "och Anna " * 1500, "att " * 5000])
@example(["Dagordning", "1. A", "S" * 19_000 + "s förslag", "2. " + "2019/" * 3000])
@example(["Dagordning", *["1. Att godkänna"] * 3000])
def test_any_text_is_refused_or_read_as_something_whole(lines):
    try:
        found = find_dagordning(lines, "a.txt")
    except NoDagordningError:
        return
    assert isinstance(found, FoundDagordning)
    assert found.punkter
    assert 0 <= found.first_line <= found.last_line < len(lines)
    for punkt in found.punkter:
        assert punkt.rubrik.strip()
        assert punkt.slag in SLAG
        assert found.first_line <= punkt.line <= found.last_line
        assert all(text.strip() for text in (*punkt.förslag, *punkt.underpunkter))
        assert all(
            b.rubrik and found.first_line <= b.line <= found.last_line for b in punkt.bilagor
        )
        assert all(0 <= doubt.line < len(lines) for doubt in punkt.doubts)
        parse(punkt.sammanfattning)
    assert all(0 <= doubt.line < len(lines) for doubt in found.doubts)
