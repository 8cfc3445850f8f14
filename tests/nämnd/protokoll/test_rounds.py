from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nämnd.protokoll.propositions import steps
from nämnd.protokoll.rounds import assigned, decided, next_round, remaining, voted_winner
from tests.nämnd.protokoll.motions import (
    avslag,
    bordläggning,
    matter,
    namnförslag,
    tillägg,
    ändring,
    återremiss,
)
from tests.protokoll_values import votering_row

JA, NEJ = ("p1 p2", "p3"), ("p1", "p2 p3")


def round_of(step, proposal, against, votes=JA, **facts):
    """A round in which the first of two proposals of a step wins, or with NEJ the other."""
    one, other = step.proposals[proposal], step.proposals[against]
    utfall = "ja" if votes == JA else "nej"
    return votering_row(
        *votes, ja_betyder=one.meaning, nej_betyder=other.meaning, utfall=utfall, **facts
    )


def plan_of(*yrkanden, **facts):
    return steps(*matter(*yrkanden, **facts))


def test_a_round_belongs_to_the_step_whose_proposals_it_names():
    first, second = plan_of(återremiss("y1", "p2"), avslag("y2", "p3"))
    on_second = round_of(second, 1, 0, id="v1")
    on_first = round_of(first, 0, 1, id="v2")
    rounds, left = assigned((first, second), (on_second, on_first))
    assert (rounds, left) == (((on_first,), (on_second,)), ())


def test_a_round_in_words_of_its_own_belongs_to_the_first_step_without_one():
    plan = plan_of(återremiss("y1", "p2"), avslag("y2", "p3"))
    own = votering_row(ja_betyder="avgöra nu", nej_betyder="vänta")
    assert assigned(plan, (own,))[0] == ((own,), ())
    elsewhere = replace(own, punkt="7")
    assert assigned(plan, (elsewhere,)) == (((), ()), (elsewhere,))


def test_two_proposals_are_voted_on_once():
    (step,) = plan_of(avslag("y1", "p2"))
    coming = next_round(step, ())
    assert coming
    assert (coming.slag, coming.ja_betyder, coming.nej_betyder) == (
        "omröstning",
        "bifall till ordförandens förslag",
        "avslag på ordförandens förslag",
    )
    assert next_round(step, (round_of(step, 0, 1),)) is None
    assert next_round(plan_of()[0], ()) is None


def test_with_three_proposals_a_kontraproposition_finds_the_motförslag():
    (step,) = plan_of(ändring("y1", "p2"), avslag("y2", "p3"))
    kontra = next_round(step, ())
    assert kontra
    assert (kontra.slag, kontra.ja_betyder) == (
        "kontraproposition",
        "bifall till Bo Alms (S) ändringsyrkande",
    )
    done = round_of(step, 1, 2, NEJ, slag="kontraproposition")
    assert [one.name for one in remaining(step, (done,))] == [
        "ordförandens förslag",
        "yrkandet om avslag",
    ]
    huvud = next_round(step, (done,))
    assert huvud
    assert (huvud.slag, huvud.nej_betyder) == ("huvudvotering", "avslag på ordförandens förslag")
    assert voted_winner(step, (done,)) is None
    last = round_of(step, 0, 2, NEJ, slag="huvudvotering")
    won = voted_winner(step, (done, last))
    assert won
    assert won.key == "avslag"


def test_in_a_val_the_round_is_a_val():
    (step,) = plan_of(namnförslag("y1", "p2"), namnförslag("y2", "p3", text="Bo"), satser=())
    coming = next_round(step, ())
    assert coming
    assert (coming.slag, coming.ja_betyder) == ("val", "val av Elsa Lind (L)")


@given(st.integers(2, 7), st.data())
def test_rounds_come_to_an_end_with_one_winner_however_the_votes_fall(count, data):
    motions = [ändring(f"y{n}", "p2", text=f"att {n}") for n in range(count)]
    (step,) = plan_of(*motions)
    rounds = ()
    while coming := next_round(step, rounds):
        utfall = data.draw(st.sampled_from(["ja", "nej"]))
        rounds += (
            votering_row(
                id=f"v{len(rounds)}",
                slag=coming.slag,
                ja_betyder=coming.ja_betyder,
                nej_betyder=coming.nej_betyder,
                utfall=utfall,
            ),
        )
    assert len(rounds) == count  # count + 1 proposals: each round strikes out one
    assert [one.slag for one in rounds[:-1]] == ["kontraproposition"] * (count - 1)
    assert remaining(step, rounds) == (voted_winner(step, rounds),)


def winners(*yrkanden, chosen=None, **facts):
    found = decided(*matter(*yrkanden, **facts), chosen=chosen)
    return [one.winner.name if one.winner else None for one in found]


def test_before_anything_is_decided_the_expected_wins_and_no_tillägg():
    assert winners(avslag("y1", "p2"), tillägg("y2", "p3")) == [
        "ordförandens förslag",
        "avslag på Cecilia Östs (C) tilläggsyrkande",
    ]


def test_the_ordförande_finds_what_is_chosen():
    assert winners(avslag("y1", "p2"), chosen={0: "avslag"}) == ["yrkandet om avslag"]


def test_a_votering_decides_whatever_is_chosen():
    yrkande = avslag("y1", "p2")
    (step,) = plan_of(yrkande)
    found = winners(yrkande, chosen={0: "avslag"}, voteringar=(round_of(step, 0, 1),))
    assert found == ["ordförandens förslag"]


def test_what_stands_in_the_beslut_says_what_won():
    yrkanden = (återremiss("y1", "p2"), ändring("y2", "p3"), tillägg("y3", "p4"))

    def by_beslut(*utfall, text="Att godkänna rapporten"):
        _, paragraf = matter(*yrkanden)
        rows = tuple(
            replace(paragraf.beslutspunkter[0], id=f"d{n}", utfall=one, text=text)
            for n, one in enumerate(utfall)
        )
        return winners(*yrkanden, beslutspunkter=rows)

    assert by_beslut("återremiss") == ["återremiss", None, None]
    assert by_beslut("enligt yrkande")[1] == "Cecilia Östs (C) ändringsyrkande"
    assert by_beslut("enligt förslag")[1] == "ordförandens förslag"
    last = by_beslut("enligt förslag", "enligt yrkande", text="Att följa upp beslutet")[2]
    assert last == "David Åkerös (V) tilläggsyrkande"
    assert winners(avslag("y1", "p2"), beslutspunkter=matter()[1].beslutspunkter) == [
        "ordförandens förslag"
    ]


def test_what_waits_or_is_refused_leaves_nothing_more_to_decide():
    yrkanden = (bordläggning("y1", "p2"), avslag("y2", "p3"), tillägg("y3", "p4"))
    assert winners(*yrkanden, chosen={0: "bordläggning"}) == ["bordläggning", None, None]
    assert winners(*yrkanden, chosen={1: "avslag"})[2] is None
    one_punkt = återremiss("y1", "p2", punkt="2")
    found = winners(one_punkt, tillägg("y3", "p4"), satser=("A", "B"), chosen={0: "återremiss"})
    assert found[1:] == ["ordförandens förslag", "avslag på David Åkerös (V) tilläggsyrkande"]
