"""The register of beslut and the diarium as lists: what stands where, what everybody may see."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.documents.beslutsregister import beslut_sheet, build_beslutsregister
from nämnd.documents.content import Contents, Heading, as_text, every_block
from nämnd.documents.diarium import ListedÄrende, build_diarium, diarium_sheet
from nämnd.documents.listing import Listing
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.word import word_bytes
from nämnd.justering.values import RättelseRow
from nämnd.organisation.rules import NämndDraft
from nämnd.register.values import BeslutRow, Uppföljning
from nämnd.ärende.rules import HIDDEN
from nämnd.ärende.values import (
    ExternBeteckning,
    HandlingDraft,
    HandlingRow,
    Sekretess,
    ÄrendeDraft,
    ÄrendeView,
)

DAY, NOW = date(2026, 3, 27), datetime(2026, 11, 25)  # noqa: DTZ001 - local time
PUBLIC, WHOLE = (Listing(NOW.date(), public, 2026) for public in (True, False))
SENDER = Sender(NämndDraft("Vårdnämnden i Ådalen", kortnamn="VNÅ"))


def a_row(nummer=1, rubrik="Priser", **facts) -> BeslutRow:
    row = BeslutRow(
        paragraf_id=f"p{nummer}",
        sammanträde_id="s1",
        nämnd="Vårdnämnden i Ådalen",
        datum=DAY,
        paragraf=f"§ {nummer}",
        rubrik=rubrik,
        dnr=(f"VNÅ 2026/{nummer:04d}",),
        ärende_id=f"a{nummer}",
        utfall=("enligt förslag",),
        beslut=("att godkänna priserna",),
        läge="justerat",
        uppföljning=Uppföljning.EXPEDIERAT,
        sekretess=False,
        nummer=nummer,
    )
    return row._replace(**facts)


def an_ärende(key="a1", **facts) -> ÄrendeView:
    draft = ÄrendeDraft(**{"rubrik": "Priser", "öppnat": DAY, **facts})
    return ÄrendeView(key, "n1", "VNÅ 2026/0001", draft, "öppet", None, None, None)


def a_handling(löpnr=1, makulerad=None, **facts) -> HandlingRow:
    draft = HandlingDraft(**{"datum": DAY, "rubrik": "Remiss", **facts})
    return HandlingRow(f"h{löpnr}", "a1", löpnr, draft, (), None, makulerad, None)


def lines(document) -> list[str]:
    return as_text(document).splitlines()


def test_a_beslut_is_a_line_with_its_att_satser_numbered_when_there_are_several():
    rows = [a_row(laga_kraft=date(2026, 5, 2)), a_row(2, beslut=("att sänka", "att höja"))]
    sheet = beslut_sheet("VNÅ", rows, PUBLIC)
    assert sheet.columns == (
        "Datum", "Paragraf", "Rubrik", "Dnr", "Beslut", "Utfall", "Justering", "Uppföljning",
        "Laga kraft",
    )  # fmt: skip
    assert sheet.rows[0] == (
        DAY, "§ 1", "Priser", "VNÅ 2026/0001", "att godkänna priserna", "enligt förslag",
        "justerat", "expedierat", date(2026, 5, 2),
    )  # fmt: skip
    assert sheet.rows[1][4] == "1. att sänka\n2. att höja"
    assert dict(sheet.about)["Antal beslut"] == "2"


def test_several_nämnder_have_a_column_of_their_own():
    rows = [a_row(), a_row(2, nämnd="Patientnämnden")]
    sheet = beslut_sheet("Alla", rows, PUBLIC)
    assert sheet.columns[0] == "Nämnd"
    assert [row[0] for row in sheet.rows] == ["Vårdnämnden i Ådalen", "Patientnämnden"]


def test_what_is_under_sekretess_is_marked_in_the_nämnds_own_list_only():
    rows = [a_row(), a_row(2, sekretess=True)]
    own = beslut_sheet("VNÅ", rows, WHOLE)
    assert own.columns[-1] == "Sekretess"
    assert [row[-1] for row in own.rows] == ["", "ja"]
    assert "Sekretess" not in beslut_sheet("VNÅ", rows, PUBLIC).columns


def test_the_year_has_its_beslut_by_ärende_and_by_paragraf():
    rows = [
        a_row(3, "Budget", dnr=("VNÅ 2026/0001",), datum=date(2026, 6, 1), sammanträde_id="s2"),
        a_row(2, "Val av justerare", dnr=()),
        a_row(1, uppföljning=Uppföljning.VÄNTAR_PÅ_HUVUDMÄN, huvudmän=(1, 4)),
    ]
    paper = build_beslutsregister(SENDER, rows, PUBLIC)
    (contents,) = [one for one in paper.blocks if isinstance(one, Contents)]
    assert [(one.number, one.text, one.note) for one in contents.entries] == [
        ("VNÅ 2026/0001", "Priser", "§ 1"),
        ("VNÅ 2026/0001", "Budget", "§ 3"),
        ("Utan dnr", "Val av justerare", "§ 2"),
    ]
    headings = [one.text for one in every_block(paper.blocks) if isinstance(one, Heading)]
    assert headings == [
        "Beslutsregister 2026",
        "Beslut efter ärende",
        "Beslut efter paragraf",
        "27 mars 2026",
        "§ 1 Priser",
        "§ 2 Val av justerare",
        "1 juni 2026",
        "§ 3 Budget",
    ]
    assert "Dnr VNÅ 2026/0001 · enligt förslag · 1 av 4 huvudmän har beslutat" in lines(paper)


def test_every_entry_leads_to_a_heading():
    rows = [a_row(number, dnr=("A", "B")) for number in range(1, 5)]
    paper = build_beslutsregister(SENDER, rows, PUBLIC)
    anchors = {one.anchor for one in every_block(paper.blocks) if isinstance(one, Heading)}
    (contents,) = [one for one in paper.blocks if isinstance(one, Contents)]
    assert len(contents.entries) == 8
    assert {one.anchor for one in contents.entries} <= anchors


def test_an_empty_list_says_so():
    assert "Det finns inga beslut." in lines(build_beslutsregister(SENDER, (), PUBLIC))
    assert "Det finns inga ärenden." in lines(build_diarium(SENDER, (), PUBLIC))


def test_the_diarium_has_a_line_for_the_ärende_and_one_for_each_handling():
    view = an_ärende(
        handläggare="Karin Sjö",
        externa_beteckningar=(ExternBeteckning("Socialstyrelsen", "12391/2018-20"),),
    )
    rows = (a_handling(från_till="Socialstyrelsen"), a_handling(2, "Dubbel"))
    sheet = diarium_sheet("VNÅ", [ListedÄrende(view, rows)], PUBLIC)
    assert sheet.rows == (
        ("VNÅ 2026/0001", DAY, "ärende", "", "Priser", "Karin Sjö", "öppet",
         "Socialstyrelsen 12391/2018-20"),
        ("VNÅ 2026/0001-1", DAY, "inkommen", "Socialstyrelsen", "Remiss", "", "", ""),
        ("VNÅ 2026/0001-2", DAY, "inkommen", None, "Remiss", "", "makulerad: Dubbel", ""),
    )  # fmt: skip


HIDING = (
    (an_ärende(rubrik="HEMLIGT", dölj_rubrik=True), a_handling()),
    (an_ärende(rubrik="x", dölj_rubrik=True), a_handling(rubrik="HEMLIGT")),
    (replace(an_ärende(dölj_rubrik=True), makulerat="HEMLIGT"), a_handling()),
    (an_ärende(parter=("HEMLIGT",)), a_handling()),
    (an_ärende(gallring="HEMLIGT"), a_handling()),
    (an_ärende(väntar="HEMLIGT"), a_handling()),
    (an_ärende(sekretess=Sekretess("HEMLIGT")), a_handling()),
    (an_ärende(), a_handling(rubrik="HEMLIGT", dölj_rubrik=True)),
    (an_ärende(), a_handling(från_till="HEMLIGT", dölj_från_till=True)),
    (an_ärende(), a_handling(sekretess=Sekretess("HEMLIGT"))),
    (an_ärende(), a_handling(makulerad="HEMLIGT", dölj_från_till=True, från_till="Anna")),
    (an_ärende(), a_handling(makulerad="HEMLIGT", dölj_rubrik=True)),
)


@pytest.mark.parametrize("number", range(len(HIDING)))
def test_what_may_be_secret_is_not_in_the_list_for_everybody(number):
    view, row = HIDING[number]
    listed = [ListedÄrende(view, (row,))]
    said = f"{diarium_sheet('VNÅ', listed, PUBLIC)}{as_text(build_diarium(SENDER, listed, PUBLIC))}"
    assert "HEMLIGT" not in said
    assert "HEMLIGT" in str(diarium_sheet("VNÅ", listed, WHOLE))


def test_what_is_hidden_is_seen_to_be_hidden_and_what_is_empty_stays_empty():
    view = an_ärende(dölj_rubrik=True)
    rows = (a_handling(dölj_från_till=True), a_handling(2, dölj_från_till=True, från_till="Anna"))
    lines = diarium_sheet("VNÅ", [ListedÄrende(view, rows)], PUBLIC).rows
    assert lines[0][4] == HIDDEN
    assert [line[3] for line in lines[1:]] == [None, HIDDEN]


def test_the_lists_can_be_drawn():
    view = ListedÄrende(an_ärende(), (a_handling(),))
    for paper in (
        build_beslutsregister(SENDER, [a_row()], PUBLIC),
        build_diarium(SENDER, [view], WHOLE),
    ):
        assert pdf_bytes(paper, created=NOW) == pdf_bytes(paper, created=NOW)
        assert word_bytes(paper, created=NOW)


def test_what_is_put_right_stands_after_the_att_satser():
    slip = RättelseRow("r", "2026-05-02", 1, "37", "73", "Eva", "Skrivfel")
    row = a_row(rättelser=(slip,))
    said = "Rättat 2026-05-02: «37» ska vara «73»."
    assert beslut_sheet("VNÅ", [row], PUBLIC).rows[0][4] == f"att godkänna priserna\n{said}"
    assert said in lines(build_beslutsregister(SENDER, [row], PUBLIC))


@given(st.tuples(*[st.booleans()] * 5))
def test_a_field_is_in_the_list_for_everybody_just_when_it_is_not_hidden(flags):
    rubrik, h_rubrik, från, annulled, ä_annulled = flags
    view = an_ärende(rubrik="ÄRUBRIK", dölj_rubrik=rubrik, parter=("PART",), väntar="VÄNTAN")
    view = replace(view, makulerat="ÄSKÄL" if ä_annulled else None)
    row = a_handling(
        1,
        "HSKÄL" if annulled else None,
        rubrik="HRUBRIK",
        dölj_rubrik=h_rubrik,
        från_till="AVSÄNDARE",
        dölj_från_till=från,
    )
    listed = [ListedÄrende(view, (row,))]
    shown = {
        "ÄRUBRIK": not rubrik,
        "ÄSKÄL": ä_annulled and not rubrik,
        "HRUBRIK": not (rubrik or h_rubrik),
        "AVSÄNDARE": not från,
        "HSKÄL": annulled and not (rubrik or h_rubrik or från),
        "PART": False,
        "VÄNTAN": False,
    }
    table = str(diarium_sheet("VNÅ", listed, PUBLIC).rows)
    paper = as_text(build_diarium(SENDER, listed, PUBLIC))
    for word, seen in shown.items():
        assert (word in table, word in paper) == (seen, seen), word


def test_what_is_under_sekretess_is_never_told_to_everybody_whoever_asks():
    row = a_row(rubrik="HEMLIGT", beslut=("HEMLIGT",), sekretess=True)
    for said in (
        str(beslut_sheet("VNÅ", [row], PUBLIC)),
        as_text(build_beslutsregister(SENDER, [row], PUBLIC)),
    ):
        assert "HEMLIGT" not in said
        assert HIDDEN in said
    assert "HEMLIGT" in str(beslut_sheet("VNÅ", [row], WHOLE))
