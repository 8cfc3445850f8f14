"""A § says by itself when its matter was put off or sent back."""

import pytest

from nämnd.protokoll.queries import protokoll
from nämnd.protokoll.values import TidigareRow
from tests.builders import a_punkt
from tests.nämnd.beredning.making import MARCH, MAY, SEPTEMBER, Beredning


def said(beredning, at):
    found = beredning.store.ask(lambda session: protokoll(session, at))
    return [one.tidigare_behandling for one in found.paragrafer]


@pytest.mark.parametrize("has_ärende", [True, False], ids=["arende", "alone"])
def test_every_time_it_was_put_off_is_told_oldest_first(beredning, has_ärende):
    first, second, third = (beredning.sammanträde(day) for day in (MARCH, MAY, SEPTEMBER))
    ärende = beredning.ärende() if has_ärende else None
    punkt = beredning.put(first, ärende) if ärende else a_punkt(beredning.store, first, "Budget")
    put_off = beredning.decide(punkt, "bordläggning")
    again = beredning.put(second, ärende, paragraf_id=put_off)
    sent_back = beredning.decide(again, "återremiss")
    beredning.klubba(beredning.put(third, ärende, paragraf_id=sent_back))
    march = TidigareRow("bordlagt", "2026-03-27", 1, None)
    may = TidigareRow("återremitterat", "2026-05-29", 2, None)
    assert said(beredning, second) == [(march,)]
    assert said(beredning, third) == [(march, may)]


def test_what_another_nämnd_put_off_or_this_one_decided_is_not_told(beredning):
    ärende = beredning.ärende()
    presidium = Beredning(beredning.store, beredning.files, "Presidiet")
    presidium.decide(presidium.put(presidium.sammanträde(MARCH), ärende), "bordläggning")
    beredning.klubba(beredning.put(beredning.sammanträde(MAY), ärende))
    at = beredning.sammanträde(SEPTEMBER)
    beredning.klubba(beredning.put(at, ärende))
    assert said(beredning, at) == [()]


def test_a_punkt_that_is_new_says_nothing(beredning):
    at = beredning.sammanträde()
    beredning.klubba(a_punkt(beredning.store, at, "Budget"))
    assert said(beredning, at) == [()]
