"""The hard cases of PRACTICE.md section 4, each as its protokoll says it."""

from dataclasses import replace

import pytest

from nämnd.core.paragrafer import read
from nämnd.documents.content import as_text
from nämnd.documents.protokoll import build_protokoll
from nämnd.närvaro.values import JusteringRow
from nämnd.protokoll.values import ExpedieringRow, Protokoll, TidigareRow
from tests.builders import punkt_row
from tests.nämnd.documents.days import sender
from tests.nämnd.protokoll.fault_making import but, stands_in
from tests.nämnd.protokoll.test_checks_hard_cases import CASES
from tests.protokoll_values import (
    anteckning_row,
    beslutspunkt_row,
    for_paragrafer,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    reservation_row,
    votering_row,
    yrkande_row,
)


def said(protokoll: Protokoll | str) -> str:
    known = CASES[protokoll][0] if isinstance(protokoll, str) else protokoll
    return as_text(build_protokoll(sender(known), known))


def line_with(text: str, *words: str) -> str:
    """Return the one line that holds every word."""
    [found] = [one for one in text.splitlines() if all(word in one for word in words)]
    return found


def row_of(text: str, name: str) -> str:
    """Return the line of a table that begins with a name."""
    [found] = [one for one in text.splitlines() if one.startswith(f"{name} |")]
    return found


def test_1_jäv_on_one_punkt_of_a_paragraf_with_a_replacement_for_that_punkt():
    text = said("1 away at a punkt")
    assert "Lars Hed (KD) anmäler jäv och deltar inte i handläggningen av punkt 2" in text
    assert "Åke Ro (KD)" in text
    assert row_of(text, "Åke Ro (KD)").endswith("| § 59 punkt 2")
    assert row_of(text, "Lars Hed (KD)").endswith("| ej § 59 punkt 2 på grund av jäv")


def test_2_a_paragraf_is_decided_in_one_punkt_and_put_off_in_the_others():
    text = said("2 split")
    assert "1. Att göra 1" in text
    assert "Punkt 2–12 bordläggs." in text


def test_3_ja_may_mean_avslag():
    text = said("3 ja is avslag")
    asked = "Ja för avslag på ordförandens förslag. Nej för bifall till ordförandens förslag."
    assert f"{asked}\nRöst | Antal | Namn\nJa | 7 |" in text
    assert "\nNej | 5 |" in text
    assert "7 Ja-röster, 5 Nej-röster. Nämnden har beslutat att avslå ordförandens förslag." in text


def test_3_ja_may_mean_that_the_ärende_is_decided_today():
    text = said("3 ja is today")
    assert "\nJa för att ärendet avgörs i dag. Nej för återremiss.\n" in text
    assert "\nJa | 7 |" in text
    assert "\nNej | 5 |" in text


def test_4_yrkanden_in_two_hands_and_rounds_and_nothing_of_what_was_withdrawn():
    text = said("4 hands and rounds")
    assert "i första hand" in text
    assert "i andra hand" in text
    assert "David Åkerö (V) yrkar" not in text
    assert "### Omröstning" in text
    for words in ("Omgång 1, kontraproposition", "Omgång 2, kontraproposition",
                  "Omgång 3, huvudvotering"):  # fmt: skip
        assert f"#### {words}" in text


def test_5_four_ways_not_to_vote_are_told_apart():
    paragraf = paragraf_row(
        59,
        deltar_inte=("p12",),
        jäv=(jäv_row("p11"),),
        voteringar=(votering_row("p1 p2 p3", "p4 p5", "p6 p7 p8 p9"),),
    )
    text = said(protokoll_of(paragraf, närvaro=but("p10")))
    assert line_with(text, "Avstår |").startswith("Avstår | 4 | Gun Berg (M), Fredrik Ås")
    assert line_with(text, "Deltar inte |").endswith("Lars Hed (KD)")
    assert line_with(text, "Jäv |").endswith("Karin Sjö (L)")
    assert line_with(text, "Frånvarande |").endswith("Jan Ström (V)")
    assert "3 Ja-röster, 2 Nej-röster, 4 som avstår" in text


def test_6_somebody_else_presides_over_one_paragraf_and_signs_it():
    text = said("6 another presides")
    assert "Ordförande: Anna Ek (M) § 59\nGun Berg (M) § 60" in text
    assert "Gun Berg (M) leder sammanträdet." in text.partition("## § 60")[2]
    assert "Gun Berg (M), Ordförande § 60" in text
    assert "Maria Fors (M)" in line_with(text, "Ersätter Anna Ek (M)")


def test_7_there_in_beredning_only_and_replaced_in_the_beslut():
    text = said("7 there in beredning only")
    assert "Ersätter Lars Hed (KD)" in line_with(text, "Åke Ro (KD)", "|")
    assert "beredning" in line_with(text, "Lars Hed (KD)", "deltar")


def test_7_two_ersättare_for_one_ledamot_each_with_their_paragrafer():
    both = but("p12", and_=(stands_in("p24", "p12", "59"), stands_in("p13", "p12", "60–")))
    text = said(protokoll_of(paragraf_row(59), paragraf_row(60), närvaro=both))
    assert line_with(text, "Åke Ro (KD) |").endswith("| § 59")
    assert line_with(text, "Maria Fors (M) |").endswith("| § 60")


def test_8_an_ersättare_who_does_not_serve_has_an_opinion_noted():
    text = said("8 an opinion without serving")
    assert "### Ersättares mening" in text
    assert "Åke Ro (KD)" in text.partition("### Ersättares mening")[2]
    assert "Ej tjänstgörande ersättare: Åke Ro (KD)" in text


def test_9_parts_are_justerade_on_days_of_their_own():
    text = said("9 justerat in parts")
    assert "Paragrafen förklaras omedelbart justerad." in text
    place = text[text.index("Justeringens plats och tid") :]
    assert "§ 59" in place
    assert "2026-03-27" in place
    assert "2026-04-09" in place


def test_10_two_days_and_an_ajournering():
    text = said("10 two days and a break")
    assert "fredag 27 mars 2026 klockan 08.31–12.05" in text
    assert "lördag 28 mars 2026 klockan 08.35–11.00" in text
    assert "Ajournering 10.45–11.30" in text


def test_11_a_vacant_seat_and_who_is_absent():
    text = said("11 a vacant seat and an absent member")
    assert "Frånvarande: Karin Sjö (L)" in text
    assert "akant" in line_with(text, "Åke Ro (KD) |")
    assert "M" in line_with(text, "Vakant")


def test_12_an_earlier_beslut_is_cancelled():
    assert "§ 76/2015 upphävs" in said("12 an earlier beslut is cancelled")


def test_13_information_a_list_of_anmälningar_and_nothing_more_to_ask():
    twenty = tuple(f"Skrivelse {n}" for n in range(1, 21))
    text = said(
        protokoll_of(
            paragraf_row(59, "Direktören informerar", slag="information", beslutspunkter=()),
            paragraf_row(60, "Anmälningar", slag="anmälan", anmälningar=twenty),
            paragraf_row(61, "Övriga frågor", slag="formalia", beslutspunkter=()),
        )
    )
    assert "Beslut saknas" not in text
    assert "20. Skrivelse 20" in text
    assert "Inga övriga frågor" in text


def test_14_an_open_omröstning_in_a_val_is_recorded_name_by_name():
    text = said("14 an open val")
    assert "\nJa för val av Elsa Lind (L). Nej för " in text
    assert "Ja | 7 | Anna Ek (M), Gun Berg (M), Bo Alm (S)" in text
    assert "Att utse Elsa Lind (L)" in text


def test_14_a_closed_val_has_counts_and_no_names():
    closed = votering_row(slag="val", sluten=True, antal={"ja": 7, "nej": 5, "avstår": 0})
    text = said(protokoll_of(paragraf_row(59, slag="val", voteringar=(closed,))))
    part = text.partition("### Omröstning")[2]
    assert "Ja | 7" in part
    assert "Anna Ek" not in part.partition("Resultat")[0]


def test_15_the_recipient_may_be_a_handling_of_another_body():
    assert "Region Öster (RÖ 2026/14-3)" in said("15 a handling as recipient")


def test_a_tie_and_what_settled_it_stand_beside_the_count():
    tied = votering_row(
        "p1 p2 p3 p4 p5 p6", "p7 p8 p9 p10 p11 p12", avgjord_av="utslagsröst", utfall="ja"
    )
    text = said(protokoll_of(paragraf_row(59, voteringar=(tied,))))
    assert "6 Ja-röster, 6 Nej-röster. Lika röstetal: ordförandens utslagsröst avgör." in text


def test_who_came_and_left_is_told_where_it_happened():
    närvaro = but(
        "p11", "p12", and_=(
            närvaro_row("p12", "59", till_tid="09.40"), stands_in("p24", "p12", "60–"),
            närvaro_row("p11", "60–", från_tid="09.41"),
        ),
    )  # fmt: skip
    text = said(protokoll_of(paragraf_row(59), paragraf_row(60), närvaro=närvaro))
    before = text.partition("## § 60 En fråga\n")[2].partition("### Beslut")[0]
    assert "Karin Sjö (L)" in before
    assert "09.41" in before
    assert "Lars Hed (KD)" in before
    assert "Åke Ro (KD)" in before


def test_parts_stand_in_the_order_and_under_the_names_of_the_nämnd():
    paragraf = paragraf_row(59, sammanfattning="Kort sagt.", beslutsunderlag=("1A. Missiv",))
    protokoll = protokoll_of(paragraf)
    order = ("Beslutsunderlag", "Sammanfattning = Ärendebeskrivning", "Beslut")
    text = said(replace(protokoll, nämnd=replace(protokoll.nämnd, rubrikordning=order)))
    places = [text.index(f"### {name}") for name in ("Beslutsunderlag", "Ärendebeskrivning")]
    assert sorted([*places, text.index("### Beslut\n")]) == [*places, text.index("### Beslut\n")]
    assert "### Sammanfattning" not in text
    assert "### Yrkanden" not in text


@pytest.mark.parametrize(
    ("form", "shown"), [("§ {nr}", "§ 59 En fråga"), ("{nr}/{år:02d}", "59/26 En fråga")]
)
def test_numbers_are_written_as_the_nämnd_does(form, shown):
    protokoll = protokoll_of(paragraf_row(59))
    assert shown in said(replace(protokoll, nämnd=replace(protokoll.nämnd, paragrafform=form)))


def test_earlier_treatment_recipients_and_anteckningar_are_there():
    paragraf = paragraf_row(
        59,
        dnr=("VN 2026/14",),
        tidigare_behandling=(TidigareRow("bordlagt", "2024-03-06", 215, None),),
        expedieringar=(ExpedieringRow("Region Öster"),),
        yrkanden=(yrkande_row("y1", "p2"),),
        reservationer=(reservation_row("p2", till_förmån_för="y1", text="Vi vill annat."),),
        anteckningar=(
            anteckning_row("protokollsanteckning", "p3", text="Frågan är svår."),
            anteckning_row("särskilt yttrande", "p4", text="Det tog tid."),
        ),
    )
    text = said(protokoll_of(paragraf))
    assert "Bordlagt den 6 mars 2024, § 215" in text
    assert "Region Öster" in text.partition("### Expedieras till")[2]
    assert "Bo Alm (S) reserverar sig mot beslutet till förmån för eget yrkande" in text
    assert "Vi vill annat." in text.partition("Bilaga 1.")[2]
    assert "Frågan är svår." in text
    assert "Det tog tid." in text


def test_an_utkast_says_what_is_missing_and_what_is_not_handled():
    open_ = paragraf_row(59, beslutspunkter=(beslutspunkt_row(utfall=None),), klar=False)
    text = said(protokoll_of(open_, punkter=(punkt_row(5, "Budget"),)))
    assert "Beslut saknas." in text
    assert "1. Budget (punkt 5)" in text


def test_a_justerat_protokoll_says_nothing_of_what_is_missing():
    done = (JusteringRow("t1", read(None), "Ådala", None, "2026-04-08", "justerat"),)
    protokoll = protokoll_of(paragraf_row(59), justeringar=done, punkter=(punkt_row(5, "Budget"),))
    assert "Ej behandlade" not in said(protokoll)


def test_justerare_for_some_paragrafer_sign_for_those():
    two = (for_paragrafer("p2", "59"), for_paragrafer("p3", "60"))
    text = said(protokoll_of(paragraf_row(59), paragraf_row(60), justerare=two))
    assert "Bo Alm (S), Justerare § 59" in text
    assert "Cecilia Öst (C), Justerare § 60" in text


@pytest.mark.parametrize(
    ("datum", "shown"),
    [
        ("2024-03-06", "Bordlagt den 6 mars 2024"),
        ("2024-03", "Bordlagt mars 2024"),
        ("2024", "Bordlagt 2024"),
        ("2024-13", "Bordlagt 2024-13"),
    ],
)
def test_a_day_known_in_part_is_told_as_far_as_it_is_known(datum, shown):
    earlier = (TidigareRow("bordlagt", datum, 215, None),)
    text = said(protokoll_of(paragraf_row(59, tidigare_behandling=earlier)))
    assert f"\n{shown}, § 215\n" in text
