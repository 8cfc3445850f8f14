"""The beslut of a § in words: att-satser, and what was put off, rejected or sent on."""

from dataclasses import replace

import pytest

from nämnd.core.paragrafer import read
from nämnd.documents.content import Together, as_text
from nämnd.documents.protokoll import build_protokoll, build_snabbprotokoll
from nämnd.närvaro.values import JusteringRow
from nämnd.protokoll.values import Protokoll
from tests.builders import punkt_row
from tests.nämnd.documents.days import sender
from tests.protokoll_values import (
    beslutspunkt_row,
    paragraf_row,
    protokoll_of,
    reservation_row,
    votering_row,
    yrkande_row,
)


def said(protokoll: Protokoll) -> str:
    return as_text(build_protokoll(sender(protokoll), protokoll))


def beslut(*rows, **facts) -> str:
    """Return what stands under «Beslut»."""
    text = said(protokoll_of(paragraf_row(59, beslutspunkter=rows, **facts)))
    return text.partition("### Beslut\n")[2].partition("\n##")[0].strip()


def sats(nummer: str, utfall: str | None = "enligt förslag", text: str = "Att göra det", **facts):
    return beslutspunkt_row(text, id=f"d{nummer}", nummer=nummer, utfall=utfall, **facts)


ALL = ("h1", "h2", "h3", "h4")


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ((sats("1"), sats("2")), "Nämnden beslutar\n1. Att göra det\n2. Att göra det"),
        ((sats("1", riktas_till=ALL),), "Nämnden rekommenderar huvudmännen\n1. Att göra det"),
        (
            (sats("1", riktas_till=("h1", "h3")),),
            "Nämnden rekommenderar Region Ådalen och Region Väster\n1. Att göra det",
        ),
        (
            (sats("1", riktas_till=("regionfullmäktige",)),),
            "Nämnden föreslår regionfullmäktige besluta\n1. Att göra det",
        ),
        (
            (sats("1"), sats("2", riktas_till=ALL)),
            "Nämnden beslutar\n1. Att göra det\nNämnden rekommenderar huvudmännen\n2. Att göra det",
        ),
        ((sats("1", "avslag"), sats("2", "avslag")), "Nämnden avslår ordförandens förslag."),
        (
            (sats("1"), sats("2", "avslag")),
            "Nämnden beslutar\n1. Att göra det\nNämnden avslår ordförandens förslag i punkt 2.",
        ),
        (
            (sats("1", "bordläggning", till="till nästa sammanträde"),),
            "Ärendet bordläggs till nästa sammanträde.",
        ),
        (
            (sats("1", "återremiss", till="för ytterligare beredning"),),
            "Ärendet återremitteras för ytterligare beredning.",
        ),
        (
            (
                sats("1"),
                sats("2", "återremiss"),
                sats("3", "återremiss"),
                sats("4–6", "återremiss"),
            ),
            "Nämnden beslutar\n1. Att göra det\nPunkt 2–6 återremitteras.",
        ),
        (
            (sats("1", "utgår", till="underlaget är inte klart"),),
            "Ärendet utgår: underlaget är inte klart.",
        ),
        ((sats("1"), sats("2", "utgår")), "Nämnden beslutar\n1. Att göra det\nPunkt 2 utgår."),
        ((sats("", "information", ""),), "Informationen läggs till handlingarna."),
    ],
)
def test_each_outcome_in_words(rows, words):
    assert beslut(*rows) == words


def test_anmälningar_are_laid_to_the_papers():
    row = sats("", "information", "")
    assert beslut(row, slag="anmälan") == "Anmälningarna läggs till handlingarna."


def test_the_words_of_the_nämnd_come_before_its_att_satser():
    words = "Nämnden rekommenderar regionerna"
    assert beslut(sats("1", riktas_till=ALL), ingress=words) == f"{words}\n1. Att göra det"


def test_what_is_not_decided_does_not_stand_under_beslut():
    rows = (sats("1"), sats("2", None), sats("3", None))
    text = said(protokoll_of(paragraf_row(59, beslutspunkter=rows, klar=False)))
    assert "Beslut saknas i punkt 2–3." in text
    assert "2. Att göra det" not in text


def test_a_closed_val_tells_how_many_abstained_and_none_by_name():
    closed = votering_row(slag="val", sluten=True, antal={"ja": 6, "nej": 5, "avstår": 1})
    text = said(protokoll_of(paragraf_row(59, slag="val", voteringar=(closed,))))
    part = text.partition("### Omröstning")[2]
    assert "Röst | Antal\nJa | 6\nNej | 5\nAvstår | 1\n" in part
    assert "Voteringslista" not in text


def test_a_reservation_leads_to_its_bilaga_also_in_words_that_do_not_name_it():
    row = paragraf_row(59, reservationer=(reservation_row("p2", text="Vi vill annat."),))
    made = protokoll_of(row)
    own = (("reservation", "{personer} reserverar sig."),)
    text = said(replace(made, nämnd=replace(made.nämnd, frasbank=own)))
    assert "Bo Alm (S) reserverar sig. Bilaga 1." in text


def test_a_snabbprotokoll_of_what_is_justerat_says_so():
    done = (JusteringRow("t1", read(None), None, None, "2026-04-08", "justerat"),)
    made = protokoll_of(paragraf_row(59), justeringar=done)
    text = as_text(build_snabbprotokoll(sender(made), made))
    assert "Besluten återges i korthet. Protokollet är justerat." in text


@pytest.mark.parametrize("form", ["{fel}", "{", "{nr:q}", "{nr.x}"])
def test_a_form_of_numbers_that_cannot_be_filled_is_passed_over(form):
    made = protokoll_of(paragraf_row(59))
    assert "## § 59 En fråga" in said(replace(made, nämnd=replace(made.nämnd, paragrafform=form)))


FÖRSLAG = "\n### Ordförandens förslag\n1. Att göra det\n"


def of_punkt(**facts) -> str:
    """Return what is said of a § whose punkt proposes «Att göra det»."""
    punkt = punkt_row(1, förslag=("Att göra det",))
    return said(protokoll_of(paragraf_row(59, punkt_id=punkt.id, **facts), punkter=(punkt,)))


@pytest.mark.parametrize(
    "facts",
    [
        {"beslutspunkter": (sats("1", "avslag"),)},
        {"beslutspunkter": (sats("1", "återremiss"),)},
        {"beslutspunkter": (sats("1", text="Att göra något annat"),)},
        {"beslutspunkter": (sats("1"),), "yrkanden": (yrkande_row("y1", "p2"),)},
        {"beslutspunkter": (sats("1"),), "voteringar": (votering_row("p1", "p2"),)},
    ],
    ids=["rejected", "sent back", "other words", "moved against", "voted on"],
)
def test_the_förslag_is_told_when_something_was_put_against_it_or_it_fell(facts):
    assert FÖRSLAG in of_punkt(**facts)


@pytest.mark.parametrize(
    "facts",
    [
        {"beslutspunkter": (sats("1"),)},
        {"beslutspunkter": (sats("1", "utgår"),)},
        {"beslutspunkter": (sats("1"),), "yrkanden": (yrkande_row("y1", "p2", återtaget=True),)},
    ],
    ids=["as proposed", "taken off", "withdrawn"],
)
def test_a_förslag_that_the_beslut_repeats_is_not_told_twice(facts):
    assert "Ordförandens förslag" not in of_punkt(**facts)


def test_in_a_snabbprotokoll_a_heading_and_its_dnr_stay_with_the_beslut():
    made = protokoll_of(paragraf_row(59, dnr=("VN 2026/14",)))
    kept = [
        one.blocks
        for one in build_snabbprotokoll(sender(made), made).blocks
        if isinstance(one, Together)
    ]
    assert [[type(block).__name__ for block in one] for one in kept] == [
        ["Heading", "Facts", "Paragraph"]
    ]


@pytest.mark.parametrize("ja", ["val av Karin Sjö (KD)", "Karin Sjö (KD)"])
def test_the_one_who_is_chosen_in_a_closed_val_is_said_to_be(ja):
    val = votering_row(
        slag="val", sluten=True, antal={"ja": 7, "nej": 5}, ja_betyder=ja, nej_betyder="Lars Hed"
    )
    text = said(protokoll_of(paragraf_row(59, voteringar=(val,))))
    assert "7 Ja-röster, 5 Nej-röster. Nämnden har beslutat att utse Karin Sjö (KD)." in text
