"""Lists in the forms of other bodies. The samples and what is expected of them are made up."""

from functools import cache
from pathlib import Path

import pytest
from docx import Document

from nämnd.core.errors import NoDagordningError
from nämnd.läsning.dagordning import find_dagordning
from nämnd.läsning.text import read_lines
from tests.nämnd.läsning.making import SEED, told, write_pdf

SAMPLES = Path(__file__).parent / "samples"
ANSWERED = sorted(path.name.removesuffix(".svar.txt") for path in SAMPLES.glob("*.svar.txt"))


@pytest.mark.parametrize("name", ANSWERED)
def test_each_form_is_read_as_expected(name):
    path = SAMPLES / f"{name}.txt"
    expected = (SAMPLES / f"{name}.svar.txt").read_text(encoding="utf-8")
    assert told(find_dagordning(read_lines(path), path.name)) == expected


REPORT = (
    "Rapport om vård i rörelse",
    "Förord",
    "Uppdraget gavs av styrelsen den 3 maj 2019 och har genomförts av en arbetsgrupp med",
    "företrädare för samtliga regioner.",
    *(
        line
        for number in range(1, 30)
        for line in (
            f"{number}. Kapitel om {'budget' if number % 2 else 'vårdens innehåll'}",
            "Bakgrund",
            "Arbetsgruppen har gått igenom underlaget och konstaterar att läget är gott.",
            "",
            "Sammanfattning",
            "Det mesta fungerar. Några saker återstår att göra under nästa år.",
        )
    ),
    "Anna Projektledare",
    "Sekreterare",
)


@cache
def attachments() -> dict[str, tuple[str, ...]]:
    seeds = sorted(SEED.parent.glob("*.txt")) if SEED.exists() else []
    read = {path.name[:3]: read_lines(path) for path in seeds}
    real = {name: lines[460 if name == "002" else 0 :][:1200] for name, lines in read.items()}
    return {"made up": REPORT} | real


@pytest.mark.parametrize("apart", [("\f",), ("", "")], ids=["new page", "empty lines"])
@pytest.mark.parametrize("name", ANSWERED)
def test_nothing_from_what_is_attached_gets_in(name, apart):
    unsure = "Det syns inte tydligt var dagordningen slutar. Kontrollera sista punkten."
    lines = read_lines(SAMPLES / f"{name}.txt")
    alone = find_dagordning(lines, name)
    for attached in attachments().values():
        whole = find_dagordning((*lines, *apart, *attached), name)
        assert whole.punkter == alone.punkter
        assert [d for d in whole.doubts if d.text != unsure] == list(alone.doubts)
        assert whole.last_line == alone.last_line
        assert (whole.ordförande, whole.sekreterare) == (alone.ordförande, alone.sekreterare)


@pytest.mark.parametrize("name", ANSWERED)
def test_a_list_after_other_papers_is_found(name):
    lines = read_lines(SAMPLES / f"{name}.txt")
    wanted = [punkt.rubrik for punkt in find_dagordning(lines, name).punkter]
    for before in attachments().values():
        found = find_dagordning((*before[:300], "\f", *lines), name)
        assert [punkt.rubrik for punkt in found.punkter] == wanted


def test_there_is_a_sample_for_each_form():
    assert len(ANSWERED) == 15


def test_minutes_are_not_taken_for_a_dagordning():
    with pytest.raises(NoDagordningError):
        find_dagordning(read_lines(SAMPLES / "protokoll.txt"), "protokoll.txt")


def test_a_timetable_drawn_in_a_pdf_is_read(tmp_path):
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(tmp_path / "a.pdf"))
    y = 800
    for cells in (
        ("Föredragningslista",),
        ("Datum: 5 april 2023 kl. 08.30", "Plats: Sal Storön"),
        ("Tid", "Ämne", "Föredragande"),
        ("08.40", "Lägesrapport bredband", "Ida Norgren"),
        ("09.30", "Paus", ""),
        ("1", "Upprop", ""),
        ("2", "Lägesrapport bredband", ""),
    ):
        for x, cell in zip((60, 250, 430), cells, strict=False):
            canvas.drawString(x, y, cell)
        y -= 16
    canvas.save()
    found = find_dagordning(read_lines(tmp_path / "a.pdf"), "a.pdf")
    assert [(p.number, p.rubrik, p.tid, p.föredragande) for p in found.punkter] == [
        ("1", "Upprop", "", ""),
        ("2", "Lägesrapport bredband", "08.40", "Ida Norgren"),
    ]
    assert (str(found.day), found.from_time, found.plats) == ("2023-04-05", "08.30", "Sal Storön")


def test_a_list_numbered_by_word_is_read(tmp_path):
    document = Document()
    document.add_heading("Dagordning")
    document.add_paragraph("Samverkansnämnden Mellanbygden")
    document.add_paragraph("Tid: 14 oktober 2022 klockan 09.00")
    for rubrik, förslag in (
        ("Val av justerare", ()),
        ("Årsplan 2023", ("Att fastställa planen", "Att sända den till regionerna")),
        ("Nästa möte", ()),
    ):
        document.add_paragraph(rubrik, style="List Number")
        if förslag:
            document.add_paragraph("Ordförandens förslag")
        for text in förslag:
            document.add_paragraph(text, style="List Bullet")
    document.save(str(tmp_path / "a.docx"))
    found = find_dagordning(read_lines(tmp_path / "a.docx"), "a.docx")
    assert found.organ == "Samverkansnämnden Mellanbygden"
    assert [(p.number, p.rubrik, p.slag, p.förslag) for p in found.punkter] == [
        ("1", "Val av justerare", "val", ()),
        ("2", "Årsplan 2023", "beslut", ("Att fastställa planen", "Att sända den till regionerna")),
        ("3", "Nästa möte", "formalia", ()),
    ]


def test_a_table_in_word_is_read_as_a_list(tmp_path):
    document = Document()
    document.add_paragraph("Föredragningslista 2024-05-06")
    rows = (
        ("Nr", "Ärende", "Dnr", "Tid", "Föredragande"),
        ("1", "Upprop", "", "", ""),
        ("2", "Budget 2025", "HSN 2024/118", "09.15", "Ida Norgren"),
        ("3", "Övriga frågor", "", "10.00", ""),
    )
    table = document.add_table(rows=len(rows), cols=5)
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.save(str(tmp_path / "a.docx"))
    found = find_dagordning(read_lines(tmp_path / "a.docx"), "a.docx")
    assert [(p.number, p.rubrik, p.dnr, p.tid, p.föredragande) for p in found.punkter] == [
        ("1", "Upprop", "", "", ""),
        ("2", "Budget 2025", "HSN 2024/118", "09.15", "Ida Norgren"),
        ("3", "Övriga frågor", "", "10.00", ""),
    ]


def test_page_numbers_and_heads_inside_a_pdf_are_left_out(tmp_path):
    head = ["Samverkansnämnden", "Kallelse"]
    pages = [
        [
            *(*head, "Sida 1 (2)", "", "Dagordning", "Tid: 2022-10-14 kl. 09.00", "", "1. Upprop"),
            "2. En punkt vars rubrik inte får plats på en enda rad utan fortsätter på",
        ],
        [*head, "Sida 2 (2)", "", "nästa sida", "3. Avslutning"],
    ]
    found = find_dagordning(read_lines(write_pdf(tmp_path / "a.pdf", pages)), "a.pdf")
    assert [punkt.rubrik for punkt in found.punkter] == [
        "Upprop",
        "En punkt vars rubrik inte får plats på en enda rad utan fortsätter på nästa sida",
        "Avslutning",
    ]
