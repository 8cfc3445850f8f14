"""The next sammanträde and what it asks for."""

from datetime import date

from nämnd.organisation.commands import SavePerson
from nämnd.organisation.rules import PersonDraft
from nämnd.sammanträde.checks import Lack
from nämnd.sammanträde.commands import CancelSammanträde
from nämnd.sammanträde.rules import last_kallelse_day
from nämnd.översikt.queries import calling, findings, next_sammanträde
from tests.builders import (
    DAY,
    a_nämnd,
    a_person,
    a_punkt,
    a_sammanträde,
    an_uppdrag,
    dagordning_in,
    send,
)


def upcoming(store, nämnd_id, today):
    return store.ask(lambda s: next_sammanträde(s, nämnd_id, today=today))


def test_the_next_is_the_first_that_is_not_over_or_cancelled(store, today):
    nämnd_id = a_nämnd(store)
    a_sammanträde(store, nämnd_id, date(2026, 2, 20))
    cancelled = a_sammanträde(store, nämnd_id, date(2026, 3, 5))
    store.do(CancelSammanträde(sammanträde_id=cancelled, skäl="Inga ärenden"))
    a_sammanträde(store, nämnd_id, date(2026, 5, 1))
    wanted = a_sammanträde(store, nämnd_id, DAY)
    found = upcoming(store, nämnd_id, today)
    assert found.dagordning.sammanträde.id == wanted
    assert (found.days_left, found.kallelse_senast) == (25, date(2026, 3, 20))


def test_one_that_goes_on_today_is_still_the_next(store):
    nämnd_id = a_nämnd(store)
    there = a_sammanträde(store, nämnd_id, date(2026, 3, 1), date(2026, 3, 2))
    a_sammanträde(store, nämnd_id, date(2026, 4, 1))
    found = upcoming(store, nämnd_id, date(2026, 3, 2))
    assert found.dagordning.sammanträde.id == there
    assert found.days_left == -1


def test_with_nothing_ahead_there_is_no_next(store, today):
    nämnd_id = a_nämnd(store)
    assert upcoming(store, nämnd_id, today) is None
    a_sammanträde(store, nämnd_id, date(2026, 3, 1))
    assert upcoming(store, nämnd_id, today) is None


def test_until_the_kallelse_has_gone_out_it_says_what_is_missing(store, today):
    nämnd_id = a_nämnd(store, kallelsetid_dagar=5, kallelsetid_slag="arbetsdagar")
    there = a_sammanträde(store, nämnd_id)
    found = upcoming(store, nämnd_id, today)
    assert found.kallelse_senast == last_kallelse_day(DAY, days=5, slag="arbetsdagar")
    assert found.to_do == store.ask(lambda s: findings(s, there, today=today))
    assert {one.lack for one in found.to_do} >= {Lack.PUNKTER, Lack.CALLED}
    send(store, there)
    found = upcoming(store, nämnd_id, today)
    assert (found.to_do, found.sent) == ((), date(2026, 3, 2))


def test_those_without_a_usable_address_are_counted(store):
    nämnd_id = a_nämnd(store)
    for name, address in (
        ("Anna", "anna@exempel.se"),
        ("Bo", None),
        ("Cia", "cia.exempel.se"),
        ("Dan", "dan@exempel.se, ed@exempel.se"),
    ):
        person = a_person(store, name)
        store.do(SavePerson(person_id=person, draft=PersonDraft(name, epost=address)))
        an_uppdrag(store, nämnd_id, person)
    found = store.ask(lambda s: calling(s, nämnd_id, DAY))
    assert (found.called, found.without_email) == (4, 3)


def test_a_meeting_that_lacks_nothing_only_waits_for_its_day(store, today):
    nämnd_id = a_nämnd(store)
    people = [a_person(store, name, epost=f"{name}@exempel.se") for name in ("anna", "bo")]
    for person in people:
        an_uppdrag(store, nämnd_id, person)
    there = a_sammanträde(store, nämnd_id, ordförande=people[0], sekreterare=people[1])
    a_punkt(store, there, slag="information")
    (only,) = store.ask(lambda s: findings(s, there, today=today))
    assert (only.lack, only.where, only.days) == (Lack.KALLELSE_SOON, "2026-03-20", 18)
    assert dagordning_in(store, there).punkter
