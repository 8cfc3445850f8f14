"""Missiv, dagordning and beslut about the same punkt, compared."""

from dataclasses import replace

import pytest

from nämnd.core.wording import Change
from nämnd.protokoll.differences import (
    Paper,
    beslut_difference,
    differences,
    missiv_difference,
    punkt_differences,
)
from nämnd.sammanträde.dagordning import SatsRow
from tests.builders import dagordning_of, punkt_row
from tests.protokoll_values import beslutspunkt_row, paragraf_row, protokoll_of


def punkt(missiv, förslag, nummer=4, **facts):
    satser = tuple(SatsRow(f"m{n}", text) for n, text in enumerate(missiv))
    return replace(punkt_row(nummer, förslag=förslag, **facts), missivförslag=satser)


def beslut(*rows):
    return paragraf_row(62, punkt_id="k4", beslutspunkter=rows)


def bordlagt(nummer):
    return beslutspunkt_row("", id=f"b{nummer}", nummer=nummer, utfall="bordläggning")


def test_a_förslag_that_says_what_the_missiv_does_is_no_difference():
    assert (
        missiv_difference(punkt(("godkänna,", "lägga ned."), ("Att godkänna", "Att lägga ned")))
        is None
    )


@pytest.mark.parametrize(
    "one",
    [punkt((), ("Att godkänna",)), punkt(("Avslå",), ("Att godkänna",), utgår="Dras tillbaka")],
    ids=["no missiv", "withdrawn"],
)
def test_without_a_missiv_or_after_a_withdrawal_there_is_nothing_to_compare(one):
    assert missiv_difference(one) is None


def test_a_missiv_whose_proposal_did_not_come_along_is_a_difference():
    found = missiv_difference(punkt(("Avslå",), ()))
    assert found is not None
    assert [piece.change for sats in found.satser for piece in sats.pieces] == [Change.REMOVED]


def test_differences_of_a_dagordning_come_in_its_order():
    agenda = dagordning_of(
        punkt(("A",), ("B",), 1), punkt(("A",), ("A",), 2), punkt(("A",), ("C",), 3)
    )
    assert [(one.nummer, one.was, one.now) for one in punkt_differences(agenda)] == [
        (1, Paper.MISSIV, Paper.FÖRSLAG),
        (3, Paper.MISSIV, Paper.FÖRSLAG),
    ]


def test_a_beslut_is_compared_with_the_förslag_and_without_one_with_the_missiv():
    row = beslut(beslutspunkt_row("Att avslå"))
    one = beslut_difference(punkt(("Att ändra",), ("Att godkänna",)), row)
    other = beslut_difference(punkt(("Att ändra",), ()), row)
    assert one is not None
    assert other is not None
    assert (one.was, one.now, one.paragraf_id) == (Paper.FÖRSLAG, Paper.BESLUT, "g62")
    assert other.was is Paper.MISSIV


@pytest.mark.parametrize("utfall", ["bordläggning", "återremiss", "avslag", "utgår", "information"])
def test_what_was_not_decided_as_a_text_is_not_compared(utfall):
    row = beslut(beslutspunkt_row("Ärendet läggs undan", utfall=utfall))
    assert beslut_difference(punkt((), ("Att godkänna",)), row) is None


def test_of_a_split_paragraf_only_what_was_decided_is_compared():
    one = punkt((), ("Att godkänna", "Att höja", "Att sänka"))
    same = beslut(beslutspunkt_row("Att godkänna"), bordlagt("2–3"))
    other = beslut(beslutspunkt_row("Att godkänna", nummer="1"), bordlagt("2"))
    assert beslut_difference(one, same) is None
    found = beslut_difference(one, other)
    assert found is not None
    assert [(sats.before, sats.after, sats.changed) for sats in found.satser] == [
        (1, 1, False),
        (3, None, True),
    ]


def test_a_protokoll_tells_both_ways_in_the_order_of_the_punkter():
    protokoll = protokoll_of(
        beslut(beslutspunkt_row("Att avslå")),
        punkter=(punkt(("A",), ("B",), 1), punkt(("Att ändra",), ("Att godkänna",))),
    )
    assert [(one.nummer, one.now, one.paragraf_id) for one in differences(protokoll)] == [
        (1, Paper.FÖRSLAG, None),
        (4, Paper.FÖRSLAG, "g62"),
        (4, Paper.BESLUT, "g62"),
    ]
