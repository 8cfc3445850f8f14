"""What has gone out is kept as it was."""

from datetime import date

import pytest

from nämnd.core.errors import GoneError
from nämnd.sammanträde.dagordning import from_json
from nämnd.sammanträde.queries import utgåva_rows, utskick_rows
from nämnd.sammanträde.utskick_commands import NewUtgåva
from tests.builders import a_punkt, a_sammanträde, dagordning_in, send, shown

KALLELSE = NewUtgåva("kallelse", "pdf", "ab", 100, "Kallelse.pdf", "1")
UTSKICK = NewUtgåva("utskick", "pdf", "cd", 900, "Utskick.pdf", "1")


@pytest.fixture
def meeting(store):
    there = a_sammanträde(store)
    a_punkt(store, there, bilagor=2)
    return there


def test_the_first_is_a_kallelse_and_the_next_an_addition(store, meeting):
    send(store, meeting, "p1", "p2", utgåvor=(KALLELSE, UTSKICK))
    send(store, meeting)
    one, two = store.ask(lambda s: utskick_rows(s, meeting))
    assert (one.slag, one.datum, one.till) == ("kallelse", date(2026, 3, 2), ("p1", "p2"))
    assert two.slag == "tillägg"


def test_the_dagordning_is_kept_as_it_went_out(store, meeting):
    before = dagordning_in(store, meeting)
    send(store, meeting)
    a_punkt(store, meeting, at=1)
    (row,) = store.ask(lambda s: utskick_rows(s, meeting))
    assert from_json(row.innehåll) == before


def test_the_documents_are_kept_with_their_checksums(store, meeting):
    send(store, meeting, utgåvor=(KALLELSE, UTSKICK))
    found = store.ask(lambda s: utgåva_rows(s, meeting))
    assert [(row.dokument, row.format, row.sha256, row.storlek, row.filnamn) for row in found] == [
        ("kallelse", "pdf", "ab", 100, "Kallelse.pdf"),
        ("utskick", "pdf", "cd", 900, "Utskick.pdf"),
    ]


def test_a_kallelse_cannot_be_unsent(store, meeting):
    assert send(store, meeting).inverse is None


def test_what_is_shown_does_not_change_when_it_goes_out(store, meeting):
    before = shown(store, meeting)
    send(store, meeting)
    assert shown(store, meeting) == before
    punkt = dagordning_in(store, meeting).punkter[0]
    assert punkt.står
    assert all(bilaga.står for bilaga in punkt.bilagor)


def test_nothing_goes_out_for_a_meeting_that_is_gone(store):
    with pytest.raises(GoneError):
        send(store, "s9")
