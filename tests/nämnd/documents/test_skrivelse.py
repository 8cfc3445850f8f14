"""The missiv or tjänsteskrivelse: what stands on it, and what is left out while it is written."""

from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.documents.content import Heading, Signatures, Together, as_text, every_block
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.skrivelse import build_skrivelse
from nämnd.documents.word import word_bytes
from nämnd.organisation.rules import NämndDraft
from nämnd.ärende.values import (
    ExternBeteckning,
    SkrivelseDraft,
    SkrivelseRow,
    Underskrift,
    ÄrendeDraft,
    ÄrendeView,
)

NOW = datetime(2026, 3, 2, 9, 41)  # noqa: DTZ001 - local time
DRAFT = SkrivelseDraft(
    rubrik="Regionala priser 2027",
    datum=date(2026, 3, 2),
    till=("Vårdnämnden i Ådalen",),
    förslag=("Att godkänna priserna", " ", "Att följa upp utfallet"),
    bakgrund="Priserna höjs med **2,4 procent**.\n\n- utfall\n- index",
    underskrifter=(Underskrift("Sven Ås", "Direktör"), Underskrift("Karin Sjö", "Handläggare")),
)


def document(draft=DRAFT, **facts):
    ärende = ÄrendeView(
        id="a1",
        nämnd_id="n1",
        dnr="VNÅ 2026/0007",
        draft=ÄrendeDraft("Priser", **facts),
        status="öppet",
        avslutat=None,
        makulerat=None,
        makulerat_datum=None,
    )
    sender = Sender(NämndDraft("Vårdnämnden i Ådalen"))
    return build_skrivelse(sender, ärende, SkrivelseRow("s1", "a1", draft))


def test_it_says_to_whom_what_is_proposed_why_and_who_signs():
    facts = {
        "handläggare": "Karin Sjö",
        "externa_beteckningar": (ExternBeteckning("Socialstyrelsen", "12391/2018-20"),),
    }
    assert as_text(document(**facts)) == (
        "Vårdnämnden i Ådalen\n"
        "Tjänsteskrivelse 2026-03-02\n"
        "\n# Regionala priser 2027\n"
        "Till: Vårdnämnden i Ådalen\n"
        "Dnr: VNÅ 2026/0007\n"
        "Handläggare: Karin Sjö\n"
        "Dnr hos Socialstyrelsen: 12391/2018-20\n"
        "\n## Förslag till beslut\n"
        "Vårdnämnden i Ådalen beslutar\n"
        "1. Att godkänna priserna\n"
        "2. Att följa upp utfallet\n"
        "\n## Bakgrund\n"
        "Priserna höjs med 2,4 procent.\n"
        "• utfall\n"
        "• index\n"
        "---\n"
        "[] Sven Ås, Direktör\n"
        "[] Karin Sjö, Handläggare\n"
    )


@pytest.mark.parametrize(
    ("satser", "intro"),
    [
        (("Godkänna priserna", "Lägga informationen till handlingarna"), "beslutar att"),
        (("att godkänna", "att lägga till handlingarna"), "beslutar"),
    ],
)
def test_att_stands_once(satser, intro):
    lines = as_text(document(SkrivelseDraft("Priser", förslag=satser))).splitlines()
    assert f"Vårdnämnden i Ådalen {intro}" in lines


def test_what_is_not_written_yet_is_left_out():
    paper = document(SkrivelseDraft("Priser", slag="missiv"))
    assert as_text(paper) == "Vårdnämnden i Ådalen\nMissiv \n\n# Priser\nDnr: VNÅ 2026/0007\n"
    assert pdf_bytes(paper, created=NOW)


def test_a_short_last_paragraph_goes_with_the_signatures_to_their_page():
    paper = document(
        SkrivelseDraft("P", bakgrund="Ett.\n\nTvå.", underskrifter=(Underskrift("A"),))
    )
    (kept,) = [one for one in paper.blocks if isinstance(one, Together)]
    assert "Två." in str(kept)
    assert "Ett." not in str(kept)


def test_signatures_stand_two_in_a_row_so_that_names_have_room():
    people = tuple(Underskrift(f"Person {n}") for n in range(5))
    paper = document(SkrivelseDraft("Priser", underskrifter=people))
    rows = [len(one.lines) for one in every_block(paper.blocks) if isinstance(one, Signatures)]
    assert rows == [2, 2, 1]


def test_headings_do_not_skip_a_level():
    levels = [one.level for one in every_block(document().blocks) if isinstance(one, Heading)]
    assert levels == [1, 2, 2]


def test_word_and_pdf_are_the_same_every_time():
    paper = document()
    assert pdf_bytes(paper, created=NOW) == pdf_bytes(paper, created=NOW)
    assert word_bytes(paper, created=NOW) == word_bytes(paper, created=NOW)


_LINES = st.text(max_size=40)


@settings(max_examples=25)
@given(_LINES, st.lists(_LINES, max_size=4), st.text(max_size=300), st.lists(_LINES, max_size=3))
def test_whatever_is_written_can_be_drawn(rubrik, satser, bakgrund, namn):
    draft = SkrivelseDraft(
        rubrik=rubrik,
        till=tuple(namn),
        förslag=tuple(satser),
        bakgrund=bakgrund,
        underskrifter=tuple(Underskrift(one, one) for one in namn),
    )
    paper = document(draft, handläggare=rubrik)
    assert pdf_bytes(paper, created=NOW).startswith(b"%PDF")
    assert word_bytes(paper, created=NOW).startswith(b"PK")
