"""When each day really began and ended, and its breaks."""

from datetime import date

import pytest

from nämnd.core.errors import Draft, GoneError, InvalidDraftError
from nämnd.protokoll.meeting_commands import (
    CloseSammanträde,
    EndBreak,
    OpenSammanträde,
    SaveBreaks,
    StartBreak,
)
from nämnd.sammanträde.dagordning import Ajournering
from tests.builders import DAY, a_sammanträde
from tests.nämnd.protokoll.meeting_day import protokoll_in

SECOND = date(2026, 3, 28)


def head(store, sammanträde_id):
    return protokoll_in(store, sammanträde_id).sammanträde


def test_each_day_of_a_sammanträde_has_its_own_times(store):
    key = a_sammanträde(store, None, DAY, SECOND)
    for day, opened, closed in ((DAY, "08.31", "16.02"), (SECOND, "09.00", None)):
        store.do(OpenSammanträde(sammanträde_id=key, datum=day, tid=opened))
        store.do(CloseSammanträde(sammanträde_id=key, datum=day, tid=closed))
    times = [(dag.öppnat, dag.avslutat) for dag in head(store, key).dagar]
    assert times == [("08.31", "16.02"), ("09.00", None)]
    store.do(OpenSammanträde(sammanträde_id=key, datum=SECOND, tid=None))
    assert head(store, key).dagar[1].öppnat is None


def test_a_break_lasts_until_it_is_ended(store):
    key = a_sammanträde(store)
    store.do(StartBreak(sammanträde_id=key, datum=DAY, tid="10.45"))
    assert head(store, key).ajourneringar == (Ajournering("10.45", None),)
    again = store.do(StartBreak(sammanträde_id=key, datum=DAY, tid="10.50"))
    assert again.inverse is None
    store.do(EndBreak(sammanträde_id=key, tid="11.30"))
    store.do(StartBreak(sammanträde_id=key, datum=DAY, tid="14.00"))
    store.do(CloseSammanträde(sammanträde_id=key, datum=DAY, tid="14.20"))
    breaks = (Ajournering("10.45", "11.30"), Ajournering("14.00", "14.20"))
    assert head(store, key).ajourneringar == breaks
    assert store.do(EndBreak(sammanträde_id=key, tid="15.00")).inverse is None


def test_a_break_of_one_of_several_days_keeps_its_day(store):
    key = a_sammanträde(store, None, DAY, SECOND)
    store.do(StartBreak(sammanträde_id=key, datum=SECOND, tid="10.45"))
    assert head(store, key).ajourneringar == (Ajournering("10.45", None, SECOND),)


def test_breaks_are_corrected_afterwards(store):
    key = a_sammanträde(store, None, DAY, SECOND)
    breaks = (Ajournering("10.45", "11.30", DAY), Ajournering("12.00", "13.00", SECOND))
    store.do(SaveBreaks(sammanträde_id=key, rows=breaks))
    assert head(store, key).ajourneringar == breaks


@pytest.mark.parametrize(
    "command",
    [
        lambda key: OpenSammanträde(sammanträde_id=key, datum=DAY, tid="8:30"),
        lambda key: CloseSammanträde(sammanträde_id=key, datum=DAY, tid="sent"),
        lambda key: StartBreak(sammanträde_id=key, datum=DAY, tid="25.00"),
        lambda key: EndBreak(sammanträde_id=key, tid=""),
        lambda key: SaveBreaks(sammanträde_id=key, rows=(Ajournering("10.45", "11"),)),
    ],
)
def test_what_is_no_time_is_refused(store, command):
    key = a_sammanträde(store)
    with pytest.raises(InvalidDraftError) as caught:
        store.do(command(key))
    assert caught.value.problems == (Draft.TID_MALFORMED,)


def test_a_day_that_the_sammanträde_does_not_have_is_refused(store):
    key = a_sammanträde(store)
    with pytest.raises(GoneError):
        store.do(OpenSammanträde(sammanträde_id=key, datum=SECOND, tid="08.30"))
