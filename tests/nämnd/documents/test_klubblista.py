"""The klubblista: what the ordförande asks, hears and says."""

from dataclasses import replace

import pytest

from nämnd.core.paragrafer import read
from nämnd.documents.content import Document, Script, Together, as_text, every_block
from nämnd.documents.klubblista import build_klubblista
from nämnd.documents.pdf import pdf_bytes
from nämnd.närvaro.values import JusteringRow
from tests.builders import head_row, punkt_row
from tests.nämnd.documents.days import a_day, sender
from tests.nämnd.documents.samples import CREATED
from tests.nämnd.documents.test_pdf import faults, page_texts
from tests.nämnd.documents.word_faults import faults as word_faults
from tests.nämnd.documents.word_reading import opened, written
from tests.protokoll_values import (
    deltagare_row,
    for_paragrafer,
    frånvaro_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    yrkande_row,
)


def built(protokoll=None) -> Document:
    protokoll = protokoll or a_day()
    return build_klubblista(sender(protokoll), protokoll)


def said(protokoll=None) -> str:
    return as_text(built(protokoll))


def cues_of(*punkter, **facts) -> list[tuple[str, str]]:
    """Return every cue between the opening and the ending."""
    blocks = every_block(built(protokoll_of(punkter=punkter, **facts)).blocks)
    _, *scripts, _ = [one for one in blocks if isinstance(one, Script)]
    return [cue for one in scripts for cue in one.rows]


def test_a_whole_day(golden):
    golden("klubblista.txt", said())


def test_a_plain_punkt_is_asked_answered_said_and_waited_for():
    assert cues_of(punkt_row(1)) == [
        ("Fråga", "Bifalls ordförandens förslag?"),
        ("Väntat svar", "Ja"),
        ("Säg", "Nämnden har beslutat enligt ordförandens förslag."),
        ("Paus", "Några sekunder: begär någon omröstning? Klubbslag."),
    ]


def test_the_words_are_those_of_the_nämnd():
    protokoll = protokoll_of(punkter=(punkt_row(1),))
    own = replace(protokoll.nämnd, frasbank=(("förslaget", "förvaltningens förslag"),))
    text = said(replace(protokoll, nämnd=own))
    assert "Fråga: Bifalls förvaltningens förslag?" in text
    assert "Säg: Nämnden har beslutat enligt förvaltningens förslag." in text


def test_with_three_proposals_a_votering_begins_with_the_motförslag():
    votings = [words for cue, words in day_cues() if cue == "Om omröstning"]
    assert votings[0] == "Ja för att ärendet avgörs i dag. Nej för återremiss."
    assert votings[1] == (
        "Huvudförslag är ordförandens förslag. Utse motförslag: Ja för bifall till Bo Alms (S) "
        "ändringsyrkande. Nej för avslag på ordförandens förslag."
    )


def day_cues() -> list[tuple[str, str]]:
    blocks = every_block(built().blocks)
    return [cue for one in blocks if isinstance(one, Script) for cue in one.rows]


def test_nobody_knows_how_a_tillägg_ends_so_both_are_there():
    cues = day_cues()
    at = cues.index(("Väntat svar", "Ja eller Nej"))
    assert cues[at + 3 : at + 5] == [
        ("Säg", "Nämnden har beslutat enligt David Åkerös (V) tilläggsyrkande."),
        ("eller", "Nämnden har beslutat att avslå David Åkerös (V) tilläggsyrkande."),
    ]


def test_what_was_withdrawn_is_not_read_out():
    assert "att inget sker" not in said()


def test_omedelbar_justering_takes_that_the_text_is_read_out():
    cues = day_cues()
    at = cues.index(("Läs upp", "Paragrafens text, som ska finnas skriftligt."))
    assert cues[at + 1] == ("Säg", "Paragrafen förklaras omedelbart justerad.")


@pytest.mark.parametrize(
    ("rubrik", "slag", "first"),
    [
        ("Val av justerare", "formalia", ("Fråga", "Utses Bo Alm (S) att jämte mig justera")),
        ("Val av justeringsperson", "beslut", ("Fråga", "Utses Bo Alm (S) att jämte mig")),
        ("Justering av taxan", "beslut", ("Gör", "Be om ett förslag till beslut.")),
        ("Godkännande av ärendelistan", "formalia", ("Fråga", "Vill någon lägga till")),
        ("Upprop", "formalia", ("Gör", "Ropa upp ledamöterna.")),
        ("Anmälan om jäv", "formalia", ("Fråga", "Har någon jäv")),
        ("Övriga frågor", "formalia", ("Fråga", "Finns det några övriga frågor?")),
        ("Direktören informerar", "information", ("Fråga", "Läggs informationen till")),
        ("Inkomna skrivelser", "anmälan", ("Fråga", "Läggs anmälningarna till")),
        ("Nytt avtal", "beslut", ("Gör", "Be om ett förslag till beslut.")),
    ],
)
def test_a_punkt_without_förslag_is_known_by_its_rubrik_or_slag(rubrik, slag, first):
    cue, words = cues_of(punkt_row(1, rubrik, slag=slag, förslag=()))[0]
    assert (cue, words[: len(first[1])]) == first


def test_a_rubrik_may_name_two_things():
    row = punkt_row(1, "Upprop och val av justerare", slag="formalia", förslag=())
    assert [cue for cue, _ in cues_of(row)] == ["Gör", "Fråga", "Väntat svar", "Säg", "Paus"]


def test_without_a_justerare_the_name_is_left_to_write():
    cues = cues_of(punkt_row(1, "Val av justerare", slag="formalia", förslag=()), justerare=())
    assert cues[0] == ("Fråga", "Vem föreslås att jämte mig justera protokollet?")
    assert cues[1][1].startswith("____")
    assert "Justerare ska utses." in said(protokoll_of(justerare=()))


def test_when_and_where_the_protokoll_is_justerat_is_said_with_the_justerare():
    planned = JusteringRow("j1", read(None), None, "2026-04", None, "planerad")
    val = punkt_row(1, "Val av justerare", slag="formalia", förslag=())
    cues = cues_of(val, justeringar=(planned,))
    assert cues[2][1] == "Bo Alm (S) utses att jämte ordföranden justera protokollet den 2026-04."
    done = replace(planned, datum="2026-04-01", läge="justerat")
    assert cues_of(val, justeringar=(done,))[2][1].endswith("justera protokollet.")


def test_something_that_only_is_presented_has_nothing_to_ask_but_room_for_notes():
    text = said(protokoll_of(punkter=(punkt_row(1, "Maria Sten", slag="formalia", förslag=()),)))
    assert "## 1. Maria Sten\n________\n________\n" in text


def test_a_sammanträde_that_is_not_beslutsfört_says_so_at_the_paragraf():
    few = tuple(närvaro_row(f"p{number}") for number in range(1, 7))
    open_ = paragraf_row(59, klar=False, beslutspunkter=())
    assert "Nämnden är inte beslutsför: 6 tjänstgör, 7 behövs." in said(
        protokoll_of(open_, närvaro=few)
    )
    assert "inte beslutsför" not in said(protokoll_of(open_, närvaro=()))  # nobody is ticked off


def test_several_who_preside_are_named_at_their_paragrafer():
    rows = [paragraf_row(nummer, klar=False, beslutspunkter=()) for nummer in (59, 60)]
    text = said(
        protokoll_of(*rows, ordförande=(for_paragrafer("p1", "59"), for_paragrafer("p7", "60")))
    )
    assert "## § 59 En fråga\nOrdförande: Anna Ek (M)\n" in text
    assert "## § 60 En fråga\nOrdförande: Gun Berg (M)\n" in text


def test_absence_tells_who_comes_instead():
    text = said()
    assert "• Fredrik Ås (KD) har anmält frånvaro. Sten Holm (KD) kommer i stället." in text
    assert "• Hans Dal (S) har anmält frånvaro. Ingen ersättare är klar än." in text
    unannounced = said(protokoll_of(frånvaro=(frånvaro_row("p6", anmäld=False),)))
    assert "• Fredrik Ås (KD) är frånvarande." in unannounced


def test_an_empty_dagordning_and_a_nämnd_without_people_make_a_list_too():
    nobody = replace(protokoll_of(), deltagare={}, huvudmän=(), närvaro=(), ordförande=())
    text = said(nobody) + said(replace(nobody, deltagare={"p1": deltagare_row()}))
    assert "Jag förklarar sammanträdet öppnat." in text
    assert "Minst" not in text


def test_what_is_cancelled_says_so_first():
    text = said(replace(protokoll_of(), sammanträde=head_row(inställt="snöstorm")))
    assert "Sammanträdet är inställt. Snöstorm." in text


def test_each_matter_stands_on_one_page():
    protokoll = protokoll_of(
        punkter=tuple(
            punkt_row(number, f"Fråga {number}", förslag=(f"Att först {number}", f"Sist {number}"))
            for number in range(1, 13)
        )
    )
    pages = page_texts(pdf_bytes(built(protokoll), created=CREATED))
    for number in range(1, 13):
        (there,) = [page for page in pages if f"Fråga {number}\r\n" in page]
        after = there[there.index(f"Fråga {number}\r\n") :]
        assert "Klubbslag." in after


def test_a_matter_that_is_longer_than_a_page_is_parted_between_its_decisions():
    yrkanden = tuple(
        yrkande_row(f"y{n}", f"p{n}", slag=("tillägg",), text=f"att {n} följs upp")
        for n in range(2, 10)
    )
    row = paragraf_row(59, punkt_id="k1", klar=False, beslutspunkter=(), yrkanden=yrkanden)
    blocks = built(protokoll_of(row, punkter=(punkt_row(1),))).blocks
    kept = [one for one in blocks if isinstance(one, Together)]
    assert len(kept) == 2 + 9  # opening and ending; the förslag and eight tillägg


@pytest.mark.parametrize("draft", [False, True])
def test_the_pdf_is_accessible_and_archival(draft):
    assert faults(pdf_bytes(built(), created=CREATED, draft=draft)) == []


def test_the_word_file_is_accessible_large_and_says_the_same():
    data = written(built())
    assert word_faults(data) == []
    paragraphs = opened(data).paragraphs
    lines = [one.text.replace("\t", ": ") for one in paragraphs]
    for line in said().splitlines():
        if line.startswith(("Fråga:", "Säg:", "Väntat svar:", "Paus:")):
            assert line in lines
    title = next(one for one in paragraphs if one.text == "Klubblista")
    name = (title.style.name if title.style else None) or ""
    assert 'w:val="5' in opened(data).styles[name].element.xml  # 26 points: 52 half-points
