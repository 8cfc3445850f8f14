from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import RÖSTER
from nämnd.protokoll.votering import (
    SOURCES,
    Result,
    lost,
    meaning,
    result,
    same,
    settled,
    votering_findings,
)
from tests.protokoll_values import jäv_row, paragraf_row, protokoll_of, votering_row

TWELVE = [f"p{number}" for number in range(1, 13)]
CLOSED = {"slag": "val", "sluten": True}


def voted(ja, nej, avstår=0, **facts):
    """A round in which p1, p2 … vote in that order."""
    names = iter(TWELVE)
    parts = [" ".join(next(names) for _ in range(count)) for count in (ja, nej, avstår)]
    return votering_row(*parts, **facts)


def rules(*voteringar, **facts):
    paragraf = paragraf_row(62, voteringar=voteringar, **facts)
    return [one.rule for one in votering_findings(protokoll_of(paragraf), paragraf)]


@pytest.mark.parametrize(
    ("votering", "expected"),
    [
        (voted(7, 5), Result("ja", "röster")),
        (voted(5, 7), Result("nej", "röster")),
        (voted(4, 3, 5), Result("ja", "röster")),  # avstår more than ja: case 5
        (voted(6, 6), Result("ja", "utslagsröst")),  # p1 presides and votes ja
        (voted(0, 0, 12), Result(None, None, "utslagsröst")),
        (voted(6, 6, slag="val", utfall=None, avgjord_av=None), Result(None, None, "lottning")),
        (voted(6, 6, slag="val", utfall="nej", avgjord_av="lottning"), Result("nej", "lottning")),
        (voted(0, 0), Result(None, None, "röster")),
    ],
)
def test_the_majority_decides_and_a_tie_the_ordförande_or_the_lot(votering, expected):
    assert result(votering, silent=0, ordförande="p1") == expected


def test_an_ordförande_who_abstains_leaves_a_tie_open():
    tie = votering_row("p2 p3", "p4 p5", "p1")
    assert result(tie, silent=0, ordförande="p1") == Result(None, None, "utslagsröst")
    assert result(tie, silent=0, ordförande=None) == Result(None, None, "utslagsröst")


def test_nothing_is_decided_while_votes_are_missing():
    assert result(voted(7, 4), silent=1, ordförande="p1").missing == "röster"


def test_a_closed_val_has_counts_without_names():
    closed = votering_row(
        slag="val", sluten=True, antal={"ja": 5, "nej": 6, "avstår": 1}, utfall=None
    )
    assert result(closed, silent=12, ordförande="p1") == Result("nej", "röster")
    tie = replace(closed, antal={"ja": 6, "nej": 6})
    assert result(tie, silent=12, ordförande="p1").missing == "lottning"


def test_what_was_settled_before_a_vote_was_changed_does_not_stay():
    paragraf = paragraf_row(62)
    protokoll = protokoll_of(paragraf)
    done = settled(protokoll, paragraf, voted(7, 5))
    assert (done.utfall, done.avgjord_av) == ("ja", "röster")
    open_again = settled(protokoll, paragraf, replace(done, röster={"p1": "ja"}))
    assert (open_again.utfall, open_again.avgjord_av) == (None, None)


def test_ja_means_what_the_proposition_says():
    won = voted(7, 5, ja_betyder="avslag", nej_betyder="bifall till förslaget")
    assert (meaning(won), lost(won)) == ("avslag", "bifall till förslaget")
    assert meaning(replace(won, utfall=None)) is lost(replace(won, utfall=None)) is None


def test_propositions_are_compared_by_their_words():
    assert same("Bifall  till X.", "bifall till x")
    assert not same("", "")
    assert not same(None, "x")


@given(
    st.dictionaries(st.sampled_from(TWELVE), st.sampled_from(RÖSTER)),
    st.sampled_from(["omröstning", "kontraproposition", "huvudvotering", "val"]),
    st.sampled_from([None, "ja", "nej"]),
    st.sampled_from([None, "röster", "utslagsröst", "lottning"]),
)
def test_the_count_and_the_result_never_disagree_with_the_names(röster, slag, utfall, by):
    paragraf = paragraf_row(62)
    protokoll = protokoll_of(paragraf)
    given_ = votering_row(slag=slag, utfall=utfall, avgjord_av=by)
    done = settled(protokoll, paragraf, replace(given_, röster=röster))
    count = counts(done)
    assert count.ja + count.nej + count.avstår == len(röster)
    assert settled(protokoll, paragraf, done) == done
    if len(röster) < len(TWELVE):
        assert done.utfall is None
    elif count.ja != count.nej:
        assert (done.utfall, done.avgjord_av) == (count.winner, "röster")
    elif slag == "val":
        assert done.avgjord_av in (None, "lottning")
    else:
        assert done.utfall == (röster["p1"] if röster["p1"] != "avstår" else None)
    found = votering_findings(protokoll, replace(paragraf, voteringar=(done,)))
    assert "resultat mot rösterna" not in [one.rule for one in found]


@pytest.mark.parametrize(
    ("votering", "rule"),
    [
        (voted(7, 5, slag="val"), "öppet val"),
        (votering_row(sluten=True, antal={"ja": 7, "nej": 5}), "sluten omröstning"),
        (voted(7, 5, **CLOSED, antal={"ja": 7, "nej": 5}), "namn i sluten omröstning"),
        (votering_row(**CLOSED, antal={"ja": 9, "nej": 5}), "fler röster än röstande"),
        (voted(7, 4), "röster saknas"),
        (votering_row("p1 p20", "p2"), "röstar utan att tjänstgöra"),
        (voted(5, 7), "resultat mot rösterna"),
        (voted(7, 5, utfall=None), "resultat saknas"),
        (votering_row("", "", "", utfall=None), "resultat saknas"),
        (voted(7, 5, avgjord_av="utslagsröst"), "fel avgörande"),
        (voted(6, 6, avgjord_av="lottning"), "fel avgörande"),
        (votering_row("p2", "p3", "p1"), "ordföranden måste rösta"),
        (voted(6, 6, slag="val", avgjord_av="utslagsröst"), "lottning saknas"),
        (voted(7, 5, nej_betyder=" "), "proposition saknas"),
        (voted(7, 5, ja_betyder="avslag", nej_betyder="Avslag."), "samma proposition"),
    ],
)  # fmt: skip
def test_what_is_unusual_is_said_and_never_forbidden(votering, rule):
    assert rule in rules(votering)
    assert SOURCES[rule]


def test_an_ordinary_votering_has_nothing_unusual():
    assert rules(voted(7, 5)) == []
    assert rules(voted(6, 6, avgjord_av="utslagsröst")) == []
    closed = votering_row(slag="val", sluten=True, antal={"ja": 7, "nej": 5})
    assert rules(closed) == []


def test_votes_of_those_with_jäv_or_who_take_no_part_are_told_with_their_names():
    paragraf = paragraf_row(
        62, jäv=(jäv_row("p2"),), deltar_inte=("p3",), voteringar=(voted(7, 5),)
    )
    found = votering_findings(protokoll_of(paragraf), paragraf)
    assert {one.rule: one.persons for one in found} == {
        "röstar trots jäv": ("p2",),
        "röstar men deltar inte": ("p3",),
    }
    assert {one.source for one in found} == {"KL 6:30", "KL 4:25"}


def test_a_kontraproposition_is_followed_by_a_huvudvotering():
    kontra = voted(7, 5, id="v1", slag="kontraproposition", ja_betyder="B", nej_betyder="C")
    huvud = voted(7, 5, id="v2", slag="huvudvotering", ja_betyder="A", nej_betyder="B")
    assert rules(kontra, huvud) == []
    assert rules(kontra) == ["huvudvotering saknas"]
    assert "kontraproposition efter huvudvotering" in rules(huvud, kontra)
    loser = replace(huvud, nej_betyder="c.")
    assert rules(kontra, loser) == ["utslaget förslag kommer igen"]
    assert rules(replace(kontra, punkt="1"), huvud) == ["huvudvotering saknas"]
