"""A review is saved, refused and taken back like every other change."""

from datetime import date

import pytest

from nämnd.publicering.commands import SavePublicering
from nämnd.publicering.errors import (
    MaskTooShortError,
    NothingMaskedError,
    SekretessPublishedError,
)
from nämnd.publicering.queries import granskningar, known_names
from nämnd.publicering.values import Sekretess
from nämnd.store import Store
from tests.builders import a_person, an_uppdrag
from tests.nämnd.publicering.published import Published

OSL = Sekretess("25 kap. 1 § OSL", date(2026, 3, 2))


def test_a_review_is_kept_for_punkt_bilaga_and_paragraf(published: Published):
    for key in (published.course, published.list, published.paragrafer[0]):
        published.decide(key, "maskerad", " Sharon  Isberg ", "Sharon Isberg", "")
        one = published.item(key)
        assert (one.val, one.granskning.maskeringar) == ("maskerad", ("Sharon Isberg",))
        assert not one.outdated


def test_a_review_can_be_taken_back(published: Published):
    before = published.store.ask(lambda session: granskningar(session, published.key))
    one = published.item(published.list)
    outcome = published.store.do(
        SavePublicering(vad="bilaga", key=published.list, val="ja", granskat=one.sha256)
    )
    assert outcome.inverse is not None
    published.store.do(outcome.inverse)
    assert published.store.ask(lambda session: granskningar(session, published.key)) == before


def test_what_is_under_sekretess_is_not_published_as_it_is(published: Published):
    with pytest.raises(SekretessPublishedError):
        published.decide(published.list, "ja", sekretess=OSL)
    published.decide(published.list, "nej", sekretess=OSL)
    assert published.item(published.list).granskning.sekretess == OSL
    assert published.item(published.list).val == "nej"


def test_masked_means_that_words_are_masked(published: Published):
    with pytest.raises(NothingMaskedError):
        published.decide(published.list, "maskerad", " ")
    with pytest.raises(MaskTooShortError):
        published.decide(published.list, "maskerad", "X")


def test_those_with_an_uppdrag_are_known(published: Published):
    store: Store = published.store
    person = a_person(store, "Qvintus Zorn")
    an_uppdrag(store, published.nämnd, person)
    assert "Qvintus Zorn" in store.ask(lambda session: known_names(session, published.key))
