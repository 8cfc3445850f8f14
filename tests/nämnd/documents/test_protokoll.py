"""The protokoll, snabbprotokoll and utdrag as whole papers: PDF and Word."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from nämnd.core.paragrafer import read
from nämnd.documents.content import Document, as_text
from nämnd.documents.protokoll import (
    build_protokoll,
    build_snabbprotokoll,
    build_utdrag,
    by_recipient,
    is_draft,
)
from nämnd.närvaro.values import JusteringRow
from nämnd.protokoll.values import ExpedieringRow, Protokoll, TidigareRow
from nämnd.sammanträde.dagordning import Ajournering, Dag
from tests.builders import DAY, head_row
from tests.nämnd.documents.days import sender
from tests.nämnd.documents.test_pdf import drawn, faults, page_texts, spoken
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import opened, part, written
from tests.nämnd.protokoll.fault_making import but, stands_in
from tests.nämnd.protokoll.generated import protokoll as any_protokoll
from tests.protokoll_values import (
    anteckning_row,
    beslutspunkt_row,
    for_paragrafer,
    frånvaro_row,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    reservation_row,
    votering_row,
    yrkande_row,
)

JUSTERAT = (JusteringRow("t1", read(None), "Ådala", None, "2026-04-08", "justerat"),)


def plain() -> Protokoll:
    return protokoll_of(
        paragraf_row(59, "Val av justerare", slag="formalia",
                     beslutspunkter=(beslutspunkt_row("Att utse Bo Alm (S) att justera"),)),
        paragraf_row(60, "Verksamhetsberättelse", dnr=("VN 2026/14",),
                     sammanfattning="Året har varit *bra*.", beslutsunderlag=("2A. Missiv",)),
    )  # fmt: skip


def everything() -> Protokoll:
    voted = paragraf_row(
        61,
        "Priser och ersättningar",
        dnr=("VN 2026/15",),
        ingress="Nämnden föreslår regionerna",
        sammanfattning="Priserna räknas om varje år.\n\n- vård\n- resor",
        beslutsunderlag=("3A. Missiv", "3B. Prislista"),
        tidigare_behandling=(TidigareRow("bordlagt", "2026-02-06", 12, None),),
        upphäver="§ 76/2015",
        propositionsordning="Ordföranden ställer först proposition på återremiss.",
        beslutsgång="Omröstning begärs.",
        deltar_inte=("p12",),
        jäv=(jäv_row("p5", grund="anställd i bolaget", ersätts_av="p17"),),
        yrkanden=(
            yrkande_row("y1", "p2", text="avslag"),
            yrkande_row("y2", "p3", text="återremiss", slag=("återremiss",)),
            yrkande_row("y3", "p4", text="inget", återtaget=True),
        ),
        voteringar=(
            votering_row("p1 p3 p4", "p2 p6", "p7 p8 p9 p17"),
            votering_row("p1 p3 p4 p6 p7", "p2 p8 p9 p17", id="v2", omgång=2,
                         slag="huvudvotering"),
        ),
        reservationer=(reservation_row("p2", till_förmån_för="y1", text="Vi vill *annat*."),),
        anteckningar=(
            anteckning_row("protokollsanteckning", "p3"),
            anteckning_row("särskilt yttrande", "p4"),
            anteckning_row("ersättares mening", "p20"),
        ),
        expedieringar=(ExpedieringRow("Region Öster", "RÖ 2026/14-3"),),
        omedelbart_justerad=True,
    )  # fmt: skip
    split = paragraf_row(
        62,
        "Tolv frågor",
        beslutspunkter=(
            beslutspunkt_row("Att göra det första", id="d1", nummer="1"),
            beslutspunkt_row("", id="d2", nummer="2–12", utfall="bordläggning"),
        ),
    )
    return protokoll_of(
        paragraf_row(59, "Upprop", slag="formalia", beslutspunkter=()),
        paragraf_row(60, "Anmälningar", slag="anmälan",
                     anmälningar=tuple(f"Skrivelse {n}" for n in range(1, 21))),
        voted,
        split,
        närvaro=but("p10", "p11", and_=(
            stands_in("p22", "p10"), närvaro_row("p11", "60–", från_tid="09.41", på_distans=True),
            närvaro_row("p20", roll="ersättare"), närvaro_row("p17", roll="ersättare"),
        )),
        frånvaro=(frånvaro_row("p10"),),
        vakanta_platser=("M",),
    )  # fmt: skip


def two_days() -> Protokoll:
    days = (Dag(DAY, (("08.30", None),), "08.31", "16.00"),
            Dag(date(2026, 3, 28), (("08.30", None),), "08.35", "11.00"))  # fmt: skip
    head = head_row(*days, ajourneringar=(Ajournering("10.45", "11.30", DAY),))
    return protokoll_of(
        paragraf_row(59, tid="08.40"), paragraf_row(60, tid="08.50"), sammanträde=head
    )


def two_chairs() -> Protokoll:
    return protokoll_of(
        paragraf_row(59),
        paragraf_row(60, jäv=(jäv_row("p1", ersätts_av="p13"),)),
        paragraf_row(61),
        ordförande=(for_paragrafer("p1", "59, 61"), for_paragrafer("p7", "60")),
        justerare=(for_paragrafer("p2", "59–60"), for_paragrafer("p3", "61")),
    )


def whole(protokoll: Protokoll) -> Document:
    return build_protokoll(sender(protokoll), protokoll)


def utdrag(protokoll: Protokoll) -> Document:
    return build_utdrag(sender(protokoll), protokoll, ("g61",), "Region Öster")


def snabb(protokoll: Protokoll) -> Document:
    return build_snabbprotokoll(sender(protokoll), protokoll)


PAPERS = {
    "protokoll": lambda: whole(plain()),
    "protokoll_med_allt": lambda: whole(everything()),
    "protokoll_tva_dagar": lambda: whole(two_days()),
    "protokoll_tva_ordforande": lambda: whole(two_chairs()),
    "utdrag": lambda: utdrag(everything()),
    "snabbprotokoll": lambda: snabb(everything()),
}


@pytest.mark.parametrize("name", PAPERS)
def test_what_the_paper_says(golden, name):
    golden(f"{name}.txt", as_text(PAPERS[name]()))


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_as_word(golden, name):
    xml = part(written(PAPERS[name]()), "word/document.xml")
    golden(f"{name}.document.xml", re.sub(r"(?=<w:(?:p|tbl|tr|sectPr)[ >])", "\n", xml) + "\n")


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_as_pdf(golden, name):
    text = "\f".join(page_texts(drawn(PAPERS[name](), draft=True)))
    golden(f"{name}.pdf.txt", text.replace("\r\n", "\n") + "\n")


@pytest.mark.parametrize("name", PAPERS)
def test_the_paper_is_accessible_and_lasts(name):
    one = PAPERS[name]()
    assert faults(drawn(one, draft=True)) == []
    assert word_faults(written(one)) == []


def test_a_screen_reader_says_who_voted_what_and_who_reserved_themselves():
    said = "".join(spoken(drawn(whole(everything()))).split())
    for words in ("AnnaEk(M),CeciliaÖst(C),DavidÅkerö(V)", "BoAlm(S)reserverarsigmotbeslutet"):
        assert words in said


def test_utkast_stands_on_every_page_until_every_paragraf_is_justerad():
    protokoll = everything()
    assert is_draft(protokoll)
    assert all("UTKAST" in page for page in page_texts(drawn(whole(protokoll), draft=True)))
    done = replace(protokoll, justeringar=JUSTERAT)
    assert not is_draft(done)
    assert not any("UTKAST" in page for page in page_texts(drawn(whole(done))))
    some = (replace(JUSTERAT[0], paragrafer=read("59–61")),)
    assert is_draft(replace(protokoll, justeringar=some))
    assert not is_draft(replace(protokoll, justeringar=some), ["g61"])


def test_utkast_stands_in_the_head_of_the_word_file_too():
    from nämnd.documents.word import word_bytes
    from tests.nämnd.documents.samples import CREATED

    word = opened(word_bytes(whole(plain()), created=CREATED, draft=True))
    assert "UTKAST" in "".join(one.text for one in word.sections[0].header.paragraphs)


def test_an_utdrag_goes_to_a_recipient_under_their_own_number_and_is_certified():
    text = as_text(utdrag(replace(everything(), justeringar=JUSTERAT)))
    assert "Till: Region Öster" in text
    assert "Er beteckning: RÖ 2026/14-3" in text
    assert "Justering: 2026-04-08" in text
    assert "[Rätt utdraget intygas]" in text
    assert "§ 62" not in text


def test_an_utdrag_of_what_is_not_justerat_says_so():
    text = as_text(utdrag(everything()))
    assert "UTKAST: § 61 är inte justerad. Utdraget gäller inte och ska inte skickas." in text


def test_the_paragrafer_of_each_recipient_are_known():
    assert by_recipient(everything()) == {"Region Öster": ("g61",)}


def test_a_snabbprotokoll_has_the_beslut_and_not_how_they_came_about():
    text = as_text(snabb(everything()))
    assert "Punkt 2–12 bordläggs." in text
    assert "yrkar" not in text
    assert "Omröstning" not in text


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_protokoll())
def test_any_protokoll_can_be_written_and_its_structure_hangs_together(protokoll: Protokoll):
    assert faults(drawn(whole(protokoll), draft=is_draft(protokoll))) == []
