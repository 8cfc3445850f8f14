"""A bevakning on a dagordning: reported, asked about, and waiting again."""

from datetime import date

import pytest

from nämnd.bevakning.commands import (
    Report,
    UnlinkPunkt,
)
from nämnd.bevakning.errors import (
    BevakningError,
    BevakningFault,
)
from nämnd.bevakning.values import (
    Läge,
    VidSammanträde,
)
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.punkt_commands import RemovePunkter
from tests.builders import a_punkt, a_sammanträde
from tests.nämnd.bevakning.watch import DAYS, Watch


def test_it_stands_on_the_dagordning_then_it_is_asked_about_then_it_is_closed(watch: Watch) -> None:
    key, fourth = watch.add(), watch.plan(*DAYS)[3]
    assert watch.lacking(fourth) == [key]
    watch.link(key, a_punkt(watch.store, fourth, "Uppföljning"))
    assert (watch.row(key).läge, watch.lacking(fourth)) == (Läge.PÅ_DAGORDNINGEN, [])
    after = date(2019, 11, 25)
    assert watch.row(key, after).läge is Läge.ÅTERRAPPORTERAD
    assert watch.asked(after) == [key]
    (rapport,) = watch.row(key, after).rapporter
    watch.store.do(Report(rapport_id=rapport.id, utfall="klar", text="", today=after))
    row = watch.row(key, after)
    assert (row.läge, row.avslutad_hur) == (
        Läge.AVSLUTAD,
        "återrapporterad vid sammanträdet",
    )
    assert watch.asked(after) == []


def test_what_is_reported_and_comes_back_is_due_the_next_time(watch: Watch) -> None:
    key, fourth = watch.add(), watch.plan(*DAYS)[3]
    watch.link(key, a_punkt(watch.store, fourth, "Uppföljning"))
    after = date(2019, 11, 25)
    (rapport,) = watch.row(key, after).rapporter
    said = Report(
        rapport_id=rapport.id,
        utfall="återkommer",
        text="Två behov är inte lösta",
        today=after,
        next=VidSammanträde(2, 2020),
    )
    watch.store.do(said)
    row = watch.row(key, after)
    assert (row.läge, row.draft.förfaller) == (Läge.ÖPPEN, VidSammanträde(2, 2020))
    assert row.historik[0].skäl == "återrapporterad vid sammanträdet: Två behov är inte lösta"
    with pytest.raises(BevakningError) as refused:
        watch.store.do(said)
    assert refused.value.why is BevakningFault.REPORTED


def test_a_punkt_that_is_removed_makes_it_wait_again(watch: Watch) -> None:
    key, fourth = watch.add(), watch.plan(*DAYS)[3]
    punkt = a_punkt(watch.store, fourth, "Uppföljning")
    watch.link(key, punkt)
    removed = watch.store.do(RemovePunkter(punkt_ids=(punkt,)))
    assert watch.row(key).läge is Läge.ÖPPEN
    assert watch.lacking(fourth) == [key]
    assert removed.inverse is not None
    watch.store.do(removed.inverse)
    assert watch.row(key).läge is Läge.PÅ_DAGORDNINGEN


def test_a_meeting_that_is_cancelled_makes_it_wait_again(watch: Watch) -> None:
    key, meetings = watch.add(VidSammanträde(2, 2019)), watch.plan(*DAYS)
    watch.link(key, a_punkt(watch.store, meetings[1], "Uppföljning"))
    watch.store.do(CancelSammanträde(sammanträde_id=meetings[1], skäl="Snö"))
    assert watch.lacking(meetings[2]) == [key]


def test_a_link_is_made_once_and_taken_away(watch: Watch) -> None:
    key, fourth = watch.add(), watch.plan(*DAYS)[3]
    punkt = a_punkt(watch.store, fourth, "Uppföljning")
    watch.link(key, punkt)
    watch.link(key, punkt)
    assert len(watch.row(key).rapporter) == 1
    watch.store.do(UnlinkPunkt(bevakning_id=key, punkt_id=punkt))
    assert watch.row(key).rapporter == ()


def test_a_punkt_of_another_nämnd_is_refused(watch: Watch) -> None:
    key = watch.add()
    punkt = a_punkt(watch.store, a_sammanträde(watch.store), "Annat")
    with pytest.raises(BevakningError) as refused:
        watch.link(key, punkt)
    assert refused.value.why is BevakningFault.OTHER_NÄMND
