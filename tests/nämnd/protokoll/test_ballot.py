from dataclasses import replace

from nämnd.protokoll.ballot import ballot, may_vote, ordförande_at
from tests.protokoll_values import (
    everybody_there,
    for_paragrafer,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
    votering_row,
)


def lägen(protokoll, paragraf, votering):
    return {one.person_id: one.läge for one in ballot(protokoll, paragraf, votering)}


def test_avstår_deltar_inte_jäv_and_frånvarande_are_four_different_things():
    paragraf = paragraf_row(62, jäv=(jäv_row("p4"),), deltar_inte=("p3",))
    present = tuple(row for row in everybody_there() if row.person_id != "p5")
    protokoll = protokoll_of(paragraf, närvaro=present)
    votering = votering_row("p1", "p2", "p6")
    found = lägen(protokoll, paragraf, votering)
    assert [found[key] for key in ("p1", "p2", "p6", "p3", "p4", "p5", "p7")] == [
        "ja", "nej", "avstår", "deltar inte", "jäv", "frånvarande", "ej röstat",
    ]  # fmt: skip


def test_a_jäv_about_one_punkt_keeps_nobody_from_voting_on_another():
    paragraf = paragraf_row(59, jäv=(jäv_row("p4", punkt="2", ersätts_av="p16"),))
    protokoll = protokoll_of(paragraf)
    assert lägen(protokoll, paragraf, votering_row(punkt="1"))["p4"] == "ej röstat"
    on_two = lägen(protokoll, paragraf, votering_row(punkt="2"))
    assert (on_two["p4"], on_two["p16"]) == ("jäv", "ej röstat")


def test_an_ersättare_votes_at_the_place_of_the_ledamot_and_those_without_a_vote_come_last():
    ersättare = närvaro_row("p16", roll="tjänstgörande ersättare", för="p4")
    present = (*(row for row in everybody_there() if row.person_id != "p4"), ersättare)
    paragraf = paragraf_row(62, jäv=(jäv_row("p3"),))
    lines = ballot(protokoll_of(paragraf, närvaro=present), paragraf, votering_row())
    order = [one.person_id for one in lines]
    # the presidium first, then the ledamöter in their order
    assert order == [
        "p1",
        "p7",
        "p2",
        "p16",
        "p5",
        "p6",
        "p8",
        "p9",
        "p10",
        "p11",
        "p12",
        "p3",
        "p4",
    ]
    assert [one.person_id for one in lines if not one.may_vote] == ["p3", "p4"]
    assert lines[3].för == "p4"


def test_a_vote_of_somebody_who_has_none_is_shown_as_the_contradiction_it_is():
    paragraf = paragraf_row(62, jäv=(jäv_row("p4"),))
    lines = ballot(protokoll_of(paragraf), paragraf, votering_row("p4 p20"))
    wrong = {one.person_id: (one.läge, one.röst) for one in lines if one.röst}
    assert wrong == {"p4": ("jäv", "ja"), "p20": ("frånvarande", "ja")}


def test_only_those_who_serve_at_the_paragraf_may_vote():
    present = (närvaro_row("p1"), närvaro_row("p2", "–61"), närvaro_row("p3", "62"))
    protokoll = protokoll_of(paragraf_row(62), närvaro=present)
    seats = may_vote(protokoll, paragraf_row(62), None)
    assert [one.person_id for one in seats] == ["p1", "p3"]


def test_who_presides_is_told_by_the_paragraf():
    protokoll = protokoll_of(
        ordförande=(for_paragrafer("p1", "–50, 52–"), for_paragrafer("p7", "51"))
    )
    found = [ordförande_at(protokoll, paragraf_row(number)) for number in (50, 51, 52)]
    assert found == ["p1", "p7", "p1"]
    assert ordförande_at(replace(protokoll, ordförande=()), paragraf_row(50)) is None
