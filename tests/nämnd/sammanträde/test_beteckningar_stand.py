"""Whatever is done in whatever order: what has gone out keeps its beteckning, and no other has it.

Random changes run through the real commands; after each the dagordning is compared with the one
before and with all that has ever gone out.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from nämnd.core.changes import Outcome
from nämnd.sammanträde.bilaga_commands import MoveBilaga, RemoveBilaga
from nämnd.sammanträde.dagordning import Dagordning, PunktRow
from nämnd.sammanträde.drafts import draft_of
from nämnd.sammanträde.punkt_commands import MovePunkter, RemovePunkter, SavePunkt, WithdrawPunkt
from nämnd.store import Store
from tests.builders import a_bilaga, a_punkt, a_sammanträde, dagordning_in, send, shown

SLAG = ("beslut", "information", "anmälan")


Step = tuple[Callable[["Desk", Dagordning, int, int], None], int, int]


@dataclass
class Desk:
    """A dagordning being worked on, and all that was ever sent out from it."""

    store: Store
    sammanträde_id: str
    numbers: dict[int, str] = field(default_factory=dict)  # gone out: number -> punkt
    labels: dict[str, str] = field(default_factory=dict)  # gone out: beteckning -> bilaga
    moved: set[str] = field(default_factory=set)  # bilagor that went to another punkt, this step
    last: Outcome | None = None

    def step(self, before: Dagordning, change: Step) -> Dagordning:
        """Make the change, check what came of it and return it."""
        what, one, two = change
        self.moved = set()
        what(self, before, one, two)
        after = dagordning_in(self.store, self.sammanträde_id)
        self._check(before, after)
        return after

    # What a secretary does; `one` and `two` pick from what there is

    def add_punkt(self, now: Dagordning, one: int, two: int) -> None:
        at = 1 + one % (len(now.punkter) + 1)
        a_punkt(self.store, self.sammanträde_id, slag=SLAG[two % 3], bilagor=two % 4, at=at)
        self.last = None

    def add_bilaga(self, now: Dagordning, one: int, two: int) -> None:
        if now.punkter:
            a_bilaga(self.store, picked(now, one).id, at=1 + two % 5)
            self.last = None

    def move(self, now: Dagordning, one: int, two: int) -> None:
        if now.punkter:
            keys = {picked(now, one).id, picked(now, one * two).id}
            self._do(MovePunkter(punkt_ids=tuple(keys), to=1 + two % len(now.punkter)))

    def remove(self, now: Dagordning, one: int, _: int) -> None:
        if now.punkter:
            self._do(RemovePunkter(punkt_ids=(picked(now, one).id,)))

    def withdraw(self, now: Dagordning, one: int, two: int) -> None:
        if now.punkter:
            skäl = "Ej färdigberett" if two % 2 else None
            self._do(WithdrawPunkt(punkt_id=picked(now, one).id, skäl=skäl))

    def change_slag(self, now: Dagordning, one: int, two: int) -> None:
        if now.punkter:
            punkt = picked(now, one)
            draft = replace(draft_of(punkt), slag=SLAG[two % 3])
            self._do(SavePunkt(punkt_id=punkt.id, draft=draft))

    def move_bilaga(self, now: Dagordning, one: int, two: int) -> None:
        if now.bilagor:
            bilaga, punkt = now.bilagor[one % len(now.bilagor)], picked(now, two)
            if bilaga.id not in {own.id for own in punkt.bilagor}:
                self.moved = {bilaga.id}
            self._do(MoveBilaga(bilaga_id=bilaga.id, punkt_id=punkt.id, to=1 + two % 3))

    def remove_bilaga(self, now: Dagordning, one: int, _: int) -> None:
        if now.bilagor:
            self._do(RemoveBilaga(bilaga_id=now.bilagor[one % len(now.bilagor)].id))

    def undo(self, now: Dagordning, _: int, __: int) -> None:
        if self.last and self.last.inverse:
            self.moved = {bilaga.id for bilaga in now.bilagor}
            self.store.do(self.last.inverse)
            self.last = None

    def send(self, now: Dagordning, _: int, __: int) -> None:
        said = shown(self.store, self.sammanträde_id)
        send(self.store, self.sammanträde_id)
        assert shown(self.store, self.sammanträde_id) == said
        self.numbers |= {punkt.nummer: punkt.id for punkt in now.punkter}
        self.labels |= {bilaga.beteckning: bilaga.id for bilaga in now.bilagor}
        self.last = None

    def _do(self, command) -> None:
        self.last = self.store.do(command)

    # What must hold

    def _check(self, before: Dagordning, after: Dagordning) -> None:
        numbers = [punkt.nummer for punkt in after.punkter]
        labels = [bilaga.beteckning for bilaga in after.bilagor]
        assert len(set(numbers)) == len(numbers)
        assert len(set(labels)) == len(labels)
        if not self.numbers:
            assert numbers == list(range(1, len(numbers) + 1))
        for punkt in after.punkter:
            assert self.numbers.get(punkt.nummer, punkt.id) == punkt.id
        for bilaga in after.bilagor:
            assert self.labels.get(bilaga.beteckning, bilaga.id) == bilaga.id
        self._check_standing(before, after)

    def _check_standing(self, before: Dagordning, after: Dagordning) -> None:
        punkter = {punkt.id: punkt for punkt in after.punkter}
        for punkt in before.punkter:
            if punkt.står and punkt.id in punkter:
                assert punkter[punkt.id].nummer == punkt.nummer
        bilagor = {bilaga.id: bilaga for bilaga in after.bilagor}
        for bilaga in before.bilagor:
            if bilaga.står and bilaga.id in bilagor and bilaga.id not in self.moved:
                assert bilagor[bilaga.id].beteckning == bilaga.beteckning


def picked(now: Dagordning, which: int) -> PunktRow:
    return now.punkter[which % len(now.punkter)]


CHANGES = (
    Desk.add_punkt,
    Desk.add_bilaga,
    Desk.move,
    Desk.remove,
    Desk.withdraw,
    Desk.change_slag,
    Desk.move_bilaga,
    Desk.remove_bilaga,
    Desk.undo,
    Desk.send,
)
_STEPS = st.lists(
    st.tuples(st.sampled_from(CHANGES), st.integers(0, 11), st.integers(0, 11)),
    min_size=5,
    max_size=20,
)


@settings(max_examples=20)
@example(
    [(Desk.send, 0, 0), (Desk.remove, 1, 0), (Desk.add_bilaga, 1, 0)]
)  # a removed A, then a new A
@example([(Desk.send, 0, 0), (Desk.change_slag, 0, 2), (Desk.add_bilaga, 0, 0)])
@given(_STEPS)
def test_what_has_gone_out_keeps_its_beteckning_and_no_other_gets_it(store, steps):
    desk = Desk(store, a_sammanträde(store))
    for slag, bilagor in (("beslut", 0), ("anmälan", 2), ("anmälan", 0)):
        a_punkt(store, desk.sammanträde_id, slag=slag, bilagor=bilagor)
    now = dagordning_in(store, desk.sammanträde_id)
    for step in steps:
        now = desk.step(now, step)
