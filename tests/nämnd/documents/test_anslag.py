"""The notice on the board, the proof that it was up, and the delegationsprotokoll."""

import io
from datetime import date
from typing import Any

import docx
import page
import pytest

from nämnd.documents.anslag import build_anslag, build_anslagsbevis
from nämnd.documents.content import as_text
from nämnd.documents.delegationsprotokoll import build_delegationsprotokoll
from nämnd.documents.parts import Sender
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.word import word_bytes
from nämnd.organisation.rules import NämndDraft
from tests.nämnd.documents.notices import (
    SENDER,
    board,
    delegation_of,
    delegationsprotokoll_row,
    matter_of,
)

SEVERAL = (
    board("Region Skåne", date(2026, 4, 2), underskrift="Siv Penna"),
    board("Region Halland"),
    board("Region Blekinge", None),
)


def anslag(*args, **kwargs) -> str:
    return as_text(build_anslag(SENDER, *args, **kwargs))


def test_a_notice_says_all_that_the_law_asks_for():
    words = anslag(matter_of())
    for said in (
        "Sammanträde: fredag 27 mars 2026",
        "Paragrafer: §§ 59–74",
        "Justerat: torsdag 2 april 2026",
        "Protokollet finns hos: Nämndens kansli, Rådhus Skåne, Kristianstad",
        "Anslaget sattes upp: tisdag 7 april 2026",
        "Kan överklagas till och med: tisdag 28 april 2026",
        "Anslaget tas ned tidigast: onsdag 29 april 2026",
        "senast tisdagen den 28 april 2026",
        "Förvaltningsrätten i Malmö, Box 4522, 203 20 Malmö",
        "varje medlem i Region Skåne, Region Halland, Region Blekinge eller Region Kronoberg",
    ):
        assert said in words


def test_a_notice_on_several_boards_gives_no_last_day_until_it_is_up_on_all():
    words = anslag(matter_of(*SEVERAL))
    assert "Uppsatt, Region Skåne: torsdag 2 april 2026" in words
    assert "Uppsatt, Region Blekinge: inte uppsatt än" in words
    assert "Kan överklagas till och med: löper inte än" in words
    assert "Tiden löper inte förrän dess." in words
    assert "tas ned tidigast" not in words


def test_a_notice_that_is_to_be_put_up_today_counts_from_today():
    words = anslag(matter_of(board(None, None)), date(2026, 4, 7))
    assert "Anslaget sattes upp: tisdag 7 april 2026" in words
    assert "Kan överklagas till och med: tisdag 28 april 2026" in words


def test_today_is_not_taken_for_the_day_of_several_boards():
    words = anslag(matter_of(*SEVERAL), date(2026, 4, 7))
    assert "Region Blekinge: inte uppsatt än" in words


def test_each_kind_of_beslut_has_its_own_way_to_appeal():
    words = anslag(matter_of(ways={59: "inte", 62: "förvaltningsbesvär"}))
    _, usual, other, none = words.split("\n## ")
    assert usual.startswith("Så överklagar du: §§ 60–61, 63–74\n")
    assert "laglighetsprövning" in usual
    assert other.startswith("Så överklagar du: § 62 (förvaltningsbesvär)\n")
    assert "Skicka till: Södra regionvårdsnämnden, Rådhus Skåne, 291 89 Kristianstad" in other
    assert "28 april" not in other
    assert none.startswith("Beslut som inte kan överklagas: § 59\n")


def test_what_can_not_be_appealed_has_no_last_day():
    ways: dict[int, Any] = dict.fromkeys(range(59, 75), "inte")
    for words in (
        anslag(matter_of(ways=ways)),
        as_text(build_anslagsbevis(SENDER, matter_of(ways=ways))),
    ):
        assert "Kan överklagas" not in words
        assert "Anslaget tas ned tidigast: onsdag 29 april 2026" in words


def test_one_beslut_is_spoken_of_as_one():
    words = anslag(matter_of(ways={59: "inte"}))
    assert "Beslutet kan inte överklagas, eftersom det bara är förberedande" in words
    assert "Besluten kan överklagas genom laglighetsprövning" in words


def test_a_nämnd_of_one_region_is_appealed_by_its_members_at_a_court_without_address():
    sender = Sender(NämndDraft("Vårdnämnden i Ådalen"))
    words = as_text(build_anslag(sender, matter_of()))
    assert "varje medlem i regionen göra" in words
    assert "Skicka till: Förvaltningsrätten\n" in words


def test_a_bevis_has_a_row_for_each_board_with_what_is_known():
    words = as_text(build_anslagsbevis(SENDER, matter_of(*SEVERAL)))
    assert "Region Skåne | 2026-04-02 |  | Siv Penna" in words
    assert "Region Halland | 2026-04-07 |  | \n" in words
    assert "Region Blekinge |  |  | \n" in words
    assert "Kan överklagas till och med" not in words


def test_a_bevis_says_when_laga_kraft_was_confirmed():
    done = board(nedtaget=date(2026, 4, 29), laga_kraft=date(2026, 5, 4))
    words = as_text(build_anslagsbevis(SENDER, matter_of(done)))
    assert "Nämndens anslagstavla | 2026-04-07 | 2026-04-29" in words
    assert "Laga kraft: bekräftad måndag 4 maj 2026" in words
    assert "togs ned innan" not in words


def test_a_bevis_does_not_hide_that_it_was_taken_down_too_early():
    early = board(nedtaget=date(2026, 4, 28))
    words = as_text(build_anslagsbevis(SENDER, matter_of(early)))
    assert "togs ned innan tiden för överklagande hade gått ut" in words


def test_a_delegationsprotokoll_has_each_beslut_and_a_line_to_sign_on():
    words = as_text(build_delegationsprotokoll(SENDER, delegationsprotokoll_row()))
    for said in (
        "## 1. Yttrande över Socialstyrelsens remiss",
        "Av: Hälso- och sjukvårdsdirektören",
        "Enligt: delegationsordningen 4.2",
        "Dnr: SRVN 2026/0012",
        "Att sända det till Socialstyrelsen.",
        "## 2. Deltagande i konferens",
        "Anna Ek, Undertecknat 2026-04-02",
    ):
        assert said in words


def test_an_unsigned_delegationsprotokoll_has_an_empty_line():
    paper = build_delegationsprotokoll(SENDER, delegationsprotokoll_row(signed=False))
    assert as_text(paper).rstrip().endswith("[] , Undertecknas")


def test_the_notice_of_a_delegationsprotokoll_lists_its_beslut():
    words = anslag(delegation_of())
    assert "Undertecknat: torsdag 2 april 2026" in words
    assert "Deltagande i konferens | 2026-03-30 | " in words
    assert "Så överklagar du\n" in words


PAPERS = {
    "anslag": build_anslag(
        SENDER, matter_of(*SEVERAL, ways={59: "inte", 62: "förvaltningsbesvär"})
    ),
    "anslagsbevis": build_anslagsbevis(SENDER, matter_of(*SEVERAL)),
    "delegationsprotokoll": build_delegationsprotokoll(SENDER, delegationsprotokoll_row()),
    "delegationsanslag": build_anslag(SENDER, delegation_of()),
}


@pytest.mark.parametrize("profile", ["PDF/UA-1", "PDF/A-2a"])
@pytest.mark.parametrize("which", PAPERS)
def test_each_is_a_pdf_for_all_and_for_ever(which, profile, now):
    data = pdf_bytes(PAPERS[which], created=now)
    assert page.validate_pdf_bytes(data, profile=profile).is_compliant


@pytest.mark.parametrize("which", PAPERS)
def test_the_word_file_says_the_same(which, now):
    data = word_bytes(PAPERS[which], created=now)
    made = docx.Document(io.BytesIO(data))
    headings = [
        one.text for one in made.paragraphs if one.style and "Heading" in (one.style.name or "")
    ]
    said = [line.lstrip("# ") for line in as_text(PAPERS[which]).splitlines() if "## " in line]
    for heading in said:
        assert any(one and one in heading for one in headings)
