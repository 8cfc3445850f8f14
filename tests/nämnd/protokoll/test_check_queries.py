"""What the checks read besides the protokoll: the year's other numbers, and who is known."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from nämnd.core.changes import Topic
from nämnd.core.errors import GoneError
from nämnd.protokoll.check_queries import granskning
from nämnd.protokoll.findings import Rule
from nämnd.tables import Paragraf
from tests.builders import DAY, a_nämnd, a_person, a_sammanträde, an_uppdrag


@dataclass(frozen=True)
class WriteParagraf:
    """Write a § as it is kept; the commands that draw numbers are about other things."""

    facts: dict[str, Any]

    def run(self, session):
        session.add(Paragraf(**self.facts))
        return frozenset({Topic.PROTOKOLL})


def a_paragraf(store, sammanträde_id, nummer, **facts):
    values = {
        "id": f"g-{sammanträde_id}-{nummer}", "sammanträde_id": sammanträde_id, "nummer": nummer,
        "rubrik": "En fråga", "slag": "information", "ordning": nummer, "klar": True, **facts,
    }  # fmt: skip
    store.do(WriteParagraf(values))


def found(store, key, today=None):
    granskad = store.ask(lambda session: granskning(session, key, today))
    return [(one.rule, one.nummer, one.words) for one in granskad.findings]


@pytest.fixture
def nämnd_id(store):
    return a_nämnd(store)


def test_numbers_are_compared_with_the_other_sammanträden_of_the_year(store, nämnd_id):
    key = a_sammanträde(store, nämnd_id)
    for day, nummer in ((date(2026, 1, 30), 58), (date(2025, 11, 1), 60), (date(2026, 5, 8), 62)):
        a_paragraf(store, a_sammanträde(store, nämnd_id, day), nummer)
    other = a_sammanträde(store, None, date(2026, 2, 2))
    a_paragraf(store, other, 60)
    for nummer in (58, 60, 61, 62):
        a_paragraf(store, key, nummer)
    rules = [one for one in found(store, key) if one[0] in (Rule.DUPLICATE, Rule.GAP)]
    assert rules == [
        (Rule.DUPLICATE, 58, ("2026-01-30",)),
        (Rule.GAP, 60, ()),
        (Rule.DUPLICATE, 62, ("2026-05-08",)),
    ]


def test_everybody_who_ever_had_an_uppdrag_is_known(store, nämnd_id):
    key = a_sammanträde(store, nämnd_id)
    person = a_person(store, "Karl Nystig", parti="S")
    an_uppdrag(store, nämnd_id, person, till=date(2022, 12, 31))
    a_paragraf(store, key, 1, sammanfattning="Karl Nystig (S) och Eva Främling (S) har yttrat sig.")
    told = [words for rule, _, words in found(store, key) if rule is Rule.UNKNOWN_NAME]
    assert told == [("Eva Främling", "S")]


def test_deadlines_are_judged_by_the_day_that_is_given(store, nämnd_id):
    key = a_sammanträde(store, nämnd_id, DAY)
    a_paragraf(store, key, 1)
    late = [rule for rule, _, _ in found(store, key, date(2026, 4, 30))]
    assert Rule.JUSTERING_OVERDUE in late
    assert Rule.JUSTERING_OVERDUE not in [rule for rule, _, _ in found(store, key)]


def test_a_sammanträde_that_is_gone_is_refused(store):
    with pytest.raises(GoneError):
        found(store, "borta")
