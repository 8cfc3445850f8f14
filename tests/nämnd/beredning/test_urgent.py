"""A brådskande beslut is pressed for until it stands on the next dagordning (KL 6:40)."""

from datetime import date

import pytest

from nämnd.anslag.lagfrister import lagfrister
from nämnd.anslag.values import Vad
from nämnd.beredning.queries import unreported
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.punkt_commands import WithdrawPunkt
from nämnd.översikt.queries import findings, next_sammanträde
from nämnd.översikt.watching import to_watch
from nämnd.översikt.words import finding_text
from tests.nämnd.beredning.making import MARCH, MAY, SEPTEMBER, TODAY


def lacks(beredning, at):
    found = beredning.store.ask(lambda session: findings(session, at, today=TODAY))
    return [one for one in found if one.lack is Lack.BRÅDSKANDE]


def watched(beredning, today=TODAY):
    found = beredning.store.ask(lambda session: to_watch(session, beredning.nämnd, today=today))
    return [one for one in found if one.vad is Vad.ANMÄLS]


def test_it_is_told_before_the_kallelse_goes_out_until_it_stands_there(beredning):
    at, beslut = beredning.sammanträde(), beredning.beslut("Inköp av ambulans", brådskande=True)
    beredning.beslut("Vanligt", anmäls=True)
    (one,) = lacks(beredning, at)
    assert finding_text(one) == (
        "Det brådskande beslutet «Inköp av ambulans» måste anmälas vid sammanträdet och står inte "
        "på dagordningen."
    )
    punkt_id = beredning.gather(at, (beslut,))
    assert lacks(beredning, at) == []
    beredning.store.do(WithdrawPunkt(punkt_id=punkt_id, skäl="inte klart"))
    assert lacks(beredning, at)


def test_a_beslut_that_was_made_later_is_no_matter_of_an_earlier_sammanträde(beredning):
    early = beredning.sammanträde(date(2026, 2, 5))
    beredning.beslut("Inköp", brådskande=True)  # 10 February
    beredning.sammanträde(MAY)
    assert lacks(beredning, early) == []


@pytest.mark.parametrize(
    ("day", "told"), [(MARCH, []), (MAY, ["Inköp"]), (SEPTEMBER, ["Inköp"])], ids=str
)
def test_it_must_be_reported_at_the_next_sammanträde_or_else_at_once_after(beredning, day, told):
    beredning.sammanträde(MAY)
    beredning.beslut("Inköp", brådskande=True)
    found = beredning.store.ask(lambda session: unreported(session, beredning.nämnd, day))
    assert list(found) == told


def test_on_the_dagordning_of_a_later_sammanträde_it_is_pressed_for_at_the_next(beredning):
    march, may = beredning.sammanträde(MARCH), beredning.sammanträde(MAY)
    beredning.gather(may, (beredning.beslut(brådskande=True),))
    assert len(lacks(beredning, march)) == 1
    assert lacks(beredning, may) == []


def test_it_is_watched_from_the_start_until_it_stands_on_a_dagordning(beredning):
    at, beslut = beredning.sammanträde(SEPTEMBER), beredning.beslut(brådskande=True)
    (one,) = watched(beredning)
    assert (one.day, one.delegationsbeslut_id) == (SEPTEMBER, beslut)
    beredning.gather(at, (beslut,))
    assert watched(beredning) == []


def test_it_is_watched_again_when_the_day_has_gone_and_nobody_was_told(beredning):
    at, beslut = beredning.sammanträde(MARCH), beredning.beslut(brådskande=True)
    punkt_id = beredning.gather(at, (beslut,))
    assert [one.day for one in watched(beredning, MAY)] == [MARCH]
    beredning.klubba(punkt_id)
    assert watched(beredning, MAY) == []


def test_the_first_page_tells_it_once(beredning):
    beredning.sammanträde()
    beredning.beslut(brådskande=True)
    coming = beredning.store.ask(
        lambda session: next_sammanträde(session, beredning.nämnd, today=TODAY)
    )
    assert coming
    assert not [one for one in coming.to_do if one.lack is Lack.BRÅDSKANDE]
    assert watched(beredning)


def test_the_days_to_watch_are_as_many_as_the_beslut_that_stand_nowhere(beredning):
    beredning.sammanträde()
    for number in range(3):
        beredning.beslut(f"Beslut {number}", brådskande=True)
    found = beredning.store.ask(lambda session: lagfrister(session, beredning.nämnd, TODAY))
    assert [one.vad for one in found] == [Vad.ANMÄLS] * 3
