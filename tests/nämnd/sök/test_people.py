"""Somebody is found by name, in the nämnder where they are, and in what they have done."""

from datetime import date

from nämnd.core.progress import finish
from nämnd.organisation.commands import SavePerson
from nämnd.organisation.rules import PersonDraft
from nämnd.protokoll.parts_commands import SaveYrkanden
from nämnd.protokoll.values import YrkandeRow
from nämnd.sök.catching_up import catch_up
from tests.builders import a_nämnd, a_person, a_sammanträde, an_uppdrag
from tests.nämnd.protokoll.meeting_day import a_paragraf
from tests.nämnd.sök.indexes import keys, up_to_date


def test_somebody_who_is_renamed_is_found_by_the_new_name_in_a_paragraf_too(store, files):
    index = up_to_date(store, files)
    person_id = a_person(store, "Anna Ek")
    paragraf_id = a_paragraf(store, a_sammanträde(store))
    row = YrkandeRow("y1", (person_id,), (), ("bifall",), 1, None, "Bifall", återtaget=False)
    store.do(SaveYrkanden(paragraf_id=paragraf_id, rows=(row,)))
    finish(catch_up(store, files, index))
    assert paragraf_id in keys(index, "Anna Ek")
    store.do(SavePerson(person_id=person_id, draft=PersonDraft("Anna Alm")))
    finish(catch_up(store, files, index))
    assert paragraf_id in keys(index, "Anna Alm")
    assert keys(index, "Anna Ek ") == []  # the space: it does not go on


def test_somebody_is_found_in_the_nämnd_they_have_an_uppdrag_in(store, files):
    index = up_to_date(store, files)
    one, other = a_nämnd(store, "Ena"), a_nämnd(store, "Andra")
    person_id = a_person(store, "Anna Ek")
    an_uppdrag(store, one, person_id, från=date(2023, 1, 1))
    finish(catch_up(store, files, index))
    assert keys(index, "anna", nämnd_id=one) == [person_id]
    assert keys(index, "anna", nämnd_id=other) == []
