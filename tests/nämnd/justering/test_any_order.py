"""Whatever is done to a set of §§ in whatever order, what is locked stands and is answered for."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nämnd.core.errors import NämndError
from nämnd.justering.commands import RecordJusterat, RecordPaper, StepBack
from nämnd.justering.rules import ELECTRONIC, SIGNED
from nämnd.store import Store
from tests.databases import new_database
from tests.nämnd.justering.sets import Set

PERSONS = st.sampled_from(["anna", "bo", "cecilia"])
STEPS = st.one_of(
    st.tuples(st.just("send"), st.sampled_from(["papper", "godkännande", ELECTRONIC])),
    st.tuples(st.just("answer"), PERSONS, st.sampled_from(["godkänt", "ändring begärd"])),
    st.tuples(st.just("old answer"), PERSONS),
    st.tuples(st.just("sign"), PERSONS),
    st.tuples(st.just("paper"), PERSONS),
    st.tuples(st.just("change")),
    st.tuples(st.just("confirm")),
    st.tuples(st.just("back")),
)


class Playing:
    """A set of §§ to which anything is done; a refusal is no error."""

    def __init__(self, store: Store) -> None:
        self.set = Set(store)
        self.set.allow("papper", "godkännande", ELECTRONIC)
        self.count = 0

    def person(self, name: str) -> str:
        return getattr(self.set, name)

    def do(self, step: tuple[str, ...]) -> None:
        self.count += 1
        what, *facts = step
        with suppress(NämndError):
            getattr(self, what.replace(" ", "_"))(*facts)

    def send(self, sätt: str) -> None:
        way = ELECTRONIC if sätt == ELECTRONIC else "godkännande"
        view = self.set.view()
        same = not view.changed and view.pdf is not None
        pdf = view.pdf if same else f"{self.count:064d}"
        version = view.version + (bool(view.paket) and not same)
        everybody = (self.set.anna, self.set.bo, self.set.cecilia)
        self.set.send(*everybody, sätt=sätt, way=way, pdf=pdf, version=version)

    def answer(self, name: str, slag: str) -> None:
        latest = self.set.view().latest
        key = latest.id if latest else "0" * 16
        self.set.answer(key, self.person(name), slag, tid=self.time())

    def old_answer(self, name: str) -> None:
        paket = self.set.view().paket
        self.set.answer(paket[0].id if paket else "0" * 16, self.person(name), tid=self.time())

    def sign(self, name: str) -> None:
        latest = self.set.view().latest
        pdf = f"{self.count:064d}"
        self.set.sign(latest.id if latest else "", self.person(name), pdf, tid=self.time())

    def paper(self, name: str) -> None:
        person = self.person(name)
        self.set.store.do(
            RecordPaper(
                justering_id=self.set.id,
                person_ids=(person,),
                datum="2026-04-01",
                today="2026-04-01",
            )
        )

    def change(self) -> None:
        self.set.change(rubrik=f"Rubrik {self.count}")

    def confirm(self) -> None:
        self.set.store.do(
            RecordJusterat(justering_id=self.set.id, datum="2026-04-02", today="2026-04-02")
        )

    def back(self) -> None:
        when = "2026-04-02T10:00:00"
        self.set.store.do(StepBack(justering_id=self.set.id, skäl="Fel", when=when))

    def time(self) -> str:
        return f"2026-03-29T08:{self.count:02d}:00"


def faults(playing):
    """Yield what must never be, however it came about."""
    set_, view = playing.set, playing.set.view()
    given_ = {one.person_id for one in view.underskrifter}
    signed = {one.person_id for one in view.underskrifter if one.sätt in SIGNED}
    must = {set_.anna, set_.bo}
    yield "changed though locked", view.locked and view.changed
    yield "locked without all", view.locked and not must <= given_
    yield "justerat without a day", (view.läge == "justerat") != (view.datum is not None)
    yield (
        "godkänt though all have signed",
        view.läge == "godkänt" and must <= signed,
    )
    yield "several packages hold", sum(one.kastat is None for one in view.paket) > 1
    yield "an utkast is approved", view.läge == "utkast" and bool(given_ or view.latest)
    yield (
        "an approval of another version",
        any(one.version != view.version for one in view.underskrifter),
    )
    yield "an approval of a changed text", view.changed and bool(given_)
    yield (
        "approved twice in one way",
        len({(one.person_id, one.sätt) for one in view.underskrifter}) < len(view.underskrifter),
    )


@given(st.lists(STEPS, min_size=4, max_size=14))
@settings(max_examples=25)
def test_what_is_locked_stands_and_is_answered_for(tmp_path_factory, now, steps):
    path = tmp_path_factory.mktemp("set") / "namnd.db"
    store = Store(new_database(path), who="Eva Lind", clock=lambda: now)
    try:
        playing = Playing(store)
        for number, step in enumerate(steps):
            playing.do(step)
            found = [words for words, fault in faults(playing) if fault]
            if found:
                pytest.fail(f"{found} after {steps[: number + 1]}")
    finally:
        store.close()


def test_the_steps_reach_what_they_are_to_try(store):
    playing = Playing(store)
    for step in (("send", "papper"), ("answer", "anna", "godkänt"), ("answer", "bo", "godkänt")):
        playing.do(step)
    assert playing.set.view().läge == "godkänt"
    playing.do(("change",))
    playing.do(("confirm",))
    assert playing.set.view().läge == "justerat"
    playing.do(("back",))
    playing.do(("back",))
    playing.do(("send", ELECTRONIC))
    for name in ("anna", "bo"):
        playing.do(("sign", name))
        playing.do(("send", ELECTRONIC))
    assert playing.set.view().läge == "justerat"
