"""A bevakning on a dagordning: reported, asked about, and waiting again."""

from datetime import date
from typing import Any

import pytest

from nämnd.bevakning.commands import (
    AddBevakning,
    CloseBevakning,
    LinkPunkt,
    MoveBevakning,
    Report,
    UnlinkPunkt,
)
from nämnd.bevakning.errors import (
    BevakningError,
    BevakningFault,
)
from nämnd.bevakning.queries import bevakning, bevakningar, due_at, to_ask
from nämnd.bevakning.values import (
    BevakningDraft,
    BevakningRow,
    Förfaller,
    Läge,
    VidSammanträde,
)
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.punkt_commands import RemovePunkter
from nämnd.store import Store
from tests.builders import a_nämnd, a_punkt, a_sammanträde

TODAY = date(2018, 6, 7)
FOURTH = VidSammanträde(4, 2019)
DAYS = (date(2019, 2, 15), date(2019, 5, 10), date(2019, 9, 13), date(2019, 11, 22))


class Watch:
    """A nämnd and what it watches."""

    def __init__(self, store: Store) -> None:
        self.store, self.nämnd = store, a_nämnd(store)

    def add(
        self, förfaller: Förfaller = FOURTH, rubrik: str = "Följ upp delprojekt 8", **facts: Any
    ) -> str:
        draft = BevakningDraft(rubrik, förfaller, **facts)
        new = AddBevakning(nämnd_id=self.nämnd, draft=draft, today=TODAY)
        self.store.do(new)
        return new.bevakning_id

    def plan(self, *days: date) -> list[str]:
        return [a_sammanträde(self.store, self.nämnd, day) for day in days]

    def row(self, key: str, today: date = TODAY) -> BevakningRow:
        return self.store.ask(lambda session: bevakning(session, key, today))

    def rows(self, *, closed: bool = False, today: date = TODAY) -> tuple[BevakningRow, ...]:
        return self.store.ask(lambda s: bevakningar(s, self.nämnd, today, closed=closed))

    def move(self, key: str, till: Förfaller, skäl: str = "Rapporten dröjer") -> None:
        self.store.do(MoveBevakning(bevakning_id=key, förfaller=till, skäl=skäl, today=TODAY))

    def close(self, key: str, hur: str = "Rapporten är inlämnad", today: date = TODAY) -> None:
        self.store.do(CloseBevakning(bevakning_id=key, avslut="gjord", hur=hur, today=today))

    def link(self, key: str, punkt_id: str) -> None:
        self.store.do(LinkPunkt(bevakning_id=key, punkt_id=punkt_id))

    def asked(self, today: date) -> list[str]:
        return [one.id for one in self.store.ask(lambda s: to_ask(s, self.nämnd, today))]

    def lacking(self, sammanträde_id: str, today: date = TODAY) -> list[str]:
        return [one.id for one in self.store.ask(lambda s: due_at(s, sammanträde_id, today))]


@pytest.fixture
def watch(store: Store) -> Watch:
    return Watch(store)


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
