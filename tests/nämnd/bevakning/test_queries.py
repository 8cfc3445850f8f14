"""What is watched, as pages ask for it: by where it comes from, in few statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event

from nämnd.beredning.queries import waiting
from nämnd.bevakning.commands import AddBevakning, LinkPunkt
from nämnd.bevakning.queries import bevakning, bevakningar, of_källa, responsible
from nämnd.bevakning.values import BevakningDraft, BevakningRow, Källa, PåDatum, VidSammanträde
from nämnd.bilaga.files import FileStore
from nämnd.core.errors import GoneError
from nämnd.delprojekt.commands import AddDelprojekt
from nämnd.delprojekt.values import DelprojektDraft
from nämnd.organisation.commands import SaveNämnd
from nämnd.organisation.rules import NämndDraft
from nämnd.store import Store
from nämnd.översikt.morning import morning
from tests.builders import a_punkt
from tests.nämnd.beredning.making import MARCH, MAY, TODAY, Beredning

RULE = PåDatum(date(2026, 9, 30))


@pytest.fixture
def file(store: Store, files: FileStore) -> Beredning:
    return Beredning(store, files)


def watch(file: Beredning, källa: Källa, **facts: Any) -> str:
    draft = replace(BevakningDraft("Följ upp", RULE, källa), **facts)
    new = AddBevakning(nämnd_id=file.nämnd, draft=draft, today=TODAY)
    file.store.do(new)
    return new.bevakning_id


def row(file: Beredning, key: str) -> BevakningRow:
    return file.store.ask(lambda session: bevakning(session, key, TODAY))


def of(file: Beredning, **wanted: str) -> set[str]:
    rows = file.store.ask(lambda session: of_källa(session, today=TODAY, **wanted))
    return {one.id for one in rows}


def a_paragraf(file: Beredning, ärende: str) -> str:
    return file.klubba(file.put(file.sammanträde(MARCH), ärende))


def test_what_comes_from_an_ärende_is_also_what_comes_from_its_parts(file: Beredning) -> None:
    ärende = file.ärende()
    delprojekt = AddDelprojekt(
        nämnd_id=file.nämnd, draft=DelprojektDraft(8, "Kirurgi", ärende_id=ärende)
    )
    file.store.do(delprojekt)
    handling = file.handling(ärende)
    mine = {
        watch(file, Källa(ärende_id=ärende)),
        watch(file, Källa(handling_id=handling)),
        watch(file, Källa(delprojekt_id=delprojekt.delprojekt_id)),
        watch(file, Källa(paragraf_id=a_paragraf(file, ärende))),
    }
    watch(file, Källa(ärende_id=file.ärende()))
    watch(file, Källa())
    assert of(file, ärende_id=ärende) == mine
    assert len(of(file, delprojekt_id=delprojekt.delprojekt_id)) == 1
    assert len(of(file, handling_id=handling)) == 1
    assert of(file) == set()


def test_it_says_which_beslut_it_comes_from_as_the_nämnd_writes_it(file: Beredning) -> None:
    ärende = file.ärende()
    file.skrivelse(ärende)
    key = watch(file, Källa(paragraf_id=a_paragraf(file, ärende)))
    assert row(file, key).källa_text == "§ 1 den 27 mars 2026"
    form = NämndDraft("Vårdnämnden", paragrafform="{nr}/{år}")
    file.store.do(SaveNämnd(nämnd_id=file.nämnd, draft=form))
    assert row(file, key).källa_text == "1/26 den 27 mars 2026"


@pytest.mark.parametrize(
    ("källa", "said"),
    [
        (Källa(), ""),
        (
            Källa(beslutsdatum=date(2018, 6, 7), beslutsparagraf=62, attsats="2"),
            "§ 62 den 7 juni 2018, att-sats 2",
        ),
        (
            Källa(beslutsdatum=date(2018, 6, 7), attsats="att inrätta en grupp"),
            "beslut den 7 juni 2018",
        ),
        (Källa(beslutsparagraf=62), "§ 62"),
        (Källa(paragraf_id="borta", delprojekt_id="borta"), ""),
    ],
)
def test_a_beslut_that_is_not_in_the_file_is_told_too(
    file: Beredning, källa: Källa, said: str
) -> None:
    assert row(file, watch(file, källa)).källa_text == said


def test_one_that_is_gone_is_said_to_be(file: Beredning) -> None:
    with pytest.raises(GoneError):
        row(file, "borta")


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(*args: Any) -> None:
        seen.append(args[2])

    engine = store._engine  # pyright: ignore[reportPrivateUsage]
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(engine, "before_cursor_execute", note)


def _asked(file: Beredning) -> list[int]:
    """Return how many statements each question takes."""
    asked = (
        lambda s: bevakningar(s, file.nämnd, TODAY, closed=True),
        lambda s: waiting(s, file.nämnd, TODAY),
        lambda s: morning(s, file.nämnd, TODAY),
        lambda s: responsible(s, file.nämnd),
    )
    counts: list[int] = []
    for one in asked:
        with statements(file.store) as seen:
            file.store.ask(one)
        counts.append(len(seen))
    return counts


def _grow(file: Beredning, at: str) -> None:
    key = watch(file, Källa(ärende_id=file.ärende()), förfaller=VidSammanträde(1, 2026))
    watch(file, Källa(ärende_id=file.ärende()), förfaller=VidSammanträde(1, 2026))
    watch(file, Källa(beslutsdatum=TODAY), ansvarig="Eva Ek", förfaller=PåDatum(TODAY))
    file.store.do(LinkPunkt(bevakning_id=key, punkt_id=a_punkt(file.store, at, "Uppföljning")))


def test_questions_take_as_many_statements_however_much_is_watched(file: Beredning) -> None:
    at = file.sammanträde(MARCH)
    file.sammanträde(MAY)
    _grow(file, at)
    before = _asked(file)
    for _ in range(3):
        _grow(file, at)
    assert _asked(file) == before
