"""Whatever is done in any order: all that is to be taken up waits, is to come, or is done."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest

from nämnd.beredning.proposals import put
from nämnd.beredning.values import Waits
from nämnd.bilaga.files import FileStore
from nämnd.core.errors import NämndError
from nämnd.core.ids import new_id
from nämnd.protokoll.paragraf_commands import Decide, HandlePunkt, Klubba, UndrawParagraf
from nämnd.sammanträde.bilaga_commands import RemoveBilaga
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.punkt_commands import RemovePunkter, WithdrawPunkt
from nämnd.store import Store
from nämnd.store.rows import rows_where
from nämnd.tables import Beslutspunkt, Bilaga, Paragraf, Punkt, Sammanträde
from tests.builders import WHEN
from tests.nämnd.beredning.making import MARCH, MAY, SEPTEMBER, Beredning

_LATE = SEPTEMBER + timedelta(days=1)
_PUT_OFF = {"bordläggning", "återremiss"}
_ACTS = (
    "put",
    "put",
    "remove",
    "withdraw",
    "take up",
    "cancel",
    "klubba",
    "put off",
    "undraw",
    "bilaga",
)


class World:
    """Two ärenden, two beslut and a handling, three sammanträden; all of it waits at first."""

    def __init__(self, store: Store, files: FileStore) -> None:
        self.of = Beredning(store, files)
        self.days = [self.of.sammanträde(day) for day in (MARCH, MAY, SEPTEMBER)]
        self.ärenden = [self.of.ärende("Avtal"), self.of.ärende("Budget")]
        for one in self.ärenden:
            self.of.wait(one)
        self.beslut = [self.of.beslut(anmäls=True), self.of.beslut(brådskande=True)]
        self.handling = self.of.handling(self.ärenden[0], anmäls=True)

    def do(self, what: str, which: int, day: int) -> None:
        done: dict[str, Callable[[int, int], None]] = {
            "put": self._put,
            "remove": self._each(lambda key: RemovePunkter(punkt_ids=(key,))),
            "withdraw": self._each(lambda key: WithdrawPunkt(punkt_id=key, skäl="inte klart")),
            "take up": self._each(lambda key: WithdrawPunkt(punkt_id=key, skäl=None)),
            "cancel": self._cancel,
            "klubba": self._handle,
            "put off": self._handle_and_put_off,
            "undraw": self._undraw,
            "bilaga": self._remove_bilaga,
        }
        with suppress(NämndError):  # what is refused changes nothing
            done[what](which, day)

    def _put(self, which: int, day: int) -> None:
        waits = self.of.waiting(_LATE)
        if waits:
            step = put((waits[which % len(waits)],), self.days[day], WHEN)
            self.of.store.do(step)

    def _each(self, make: Callable[[str], object]) -> Callable[[int, int], None]:
        def act(which: int, day: int) -> None:
            punkter = self.of.dagordning(self.days[day]).punkter
            if punkter:
                self.of.store.do(make(punkter[which % len(punkter)].id))  # pyright: ignore[reportArgumentType]

        return act

    def _cancel(self, which: int, day: int) -> None:
        skäl = "få ärenden" if which % 2 else None
        self.of.store.do(CancelSammanträde(sammanträde_id=self.days[day], skäl=skäl))

    def _handle(self, which: int, day: int) -> None:
        self._drawn(which, day, lambda key: Klubba(paragraf_ids=(key,)))

    def _handle_and_put_off(self, which: int, day: int) -> None:
        utfall = sorted(_PUT_OFF)[which % 2]
        self._drawn(which, day, lambda key: Decide(paragraf_ids=(key,), utfall=utfall))

    def _drawn(self, which: int, day: int, then: Callable[[str], object]) -> None:
        punkter = self.of.dagordning(self.days[day]).punkter
        if punkter:
            key, punkt = new_id(), punkter[which % len(punkter)]
            self.of.store.do(HandlePunkt(paragraf_id=key, punkt_id=punkt.id))
            self.of.store.do(then(key))  # pyright: ignore[reportArgumentType]

    def _undraw(self, which: int, day: int) -> None:
        rows = self._rows(Paragraf, Paragraf.sammanträde_id == self.days[day])
        if rows:
            self.of.store.do(UndrawParagraf(paragraf_id=rows[which % len(rows)][0]))

    def _remove_bilaga(self, which: int, day: int) -> None:
        bilagor = self.of.dagordning(self.days[day]).bilagor
        if bilagor:
            self.of.store.do(RemoveBilaga(bilaga_id=bilagor[which % len(bilagor)].id))

    def _rows(self, kind, *where):
        return self.of.store.ask(
            lambda session: [(row.id,) for row in rows_where(session, kind, *where)]
        )

    def forgotten(self) -> list[str]:
        """Return what neither waits, nor stands on a dagordning that is to come, nor is done."""
        waits = self.of.waiting(_LATE)
        own = (Waits.ANMÄLAN, Waits.DELEGATION, Waits.BRÅDSKANDE)  # not the ärende that they are of
        keys = {one.key for one in waits} | {one.ärende_id for one in waits if one.why not in own}
        return [
            *(key for key in self.ärenden if key not in keys and not self._settled(key)),
            *(key for key in self.beslut if key not in keys and not self._told(key)),
        ]

    def _told(self, key: str) -> bool:
        row = self.of.registered(key)
        line = self._rows(
            Bilaga, Bilaga.delegationsbeslut_id == key, Bilaga.punkt_id == row.punkt_id
        )
        return row.anmält is not None or (bool(line) and self._stands(Punkt.id == row.punkt_id))

    def _settled(self, key: str) -> bool:
        return self._stands(Punkt.ärende_id == key)

    def _stands(self, mine) -> bool:
        """Say whether a punkt is to come, decided, or put off and waiting or taken up again."""

        def look(session):
            back = {one.key for one in self.of.waiting(_LATE)}
            for punkt in rows_where(session, Punkt, mine):
                paragrafer = rows_where(session, Paragraf, Paragraf.punkt_id == punkt.id)
                if session.get(Sammanträde, punkt.sammanträde_id).inställt or punkt.utgår:
                    continue
                if not paragrafer:
                    if not rows_where(
                        session, Paragraf, Paragraf.sammanträde_id == punkt.sammanträde_id
                    ):
                        return True  # nothing was handled there yet
                    continue
                own = Beslutspunkt.paragraf_id == paragrafer[0].id
                utfall = {row.utfall for row in rows_where(session, Beslutspunkt, own)}
                if not utfall & _PUT_OFF or paragrafer[0].id in back:
                    return True
                if rows_where(session, Punkt, Punkt.återupptar == paragrafer[0].id):
                    return True
            return False

        return self.of.store.ask(look)


@pytest.mark.parametrize("seed", range(4))
def test_nothing_that_is_to_be_taken_up_is_forgotten(store, files, seed):
    choose = random.Random(seed)  # noqa: S311 - the same walk every time
    world = World(store, files)
    assert world.forgotten() == []
    store.do(put(world.of.waiting(), world.days[0], WHEN))
    assert world.of.waiting() == ()
    for _ in range(40):
        what, which = choose.choice(_ACTS), choose.randrange(6)
        day = choose.choice((0, 0, 1, 2))  # the first sammanträde has all of it at the start
        world.do(what, which, day)
        assert world.forgotten() == [], (what, which, day)
