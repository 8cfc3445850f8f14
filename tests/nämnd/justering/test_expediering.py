"""What has been sent to whom is kept, with the very file."""

import pytest

from nämnd.core.errors import GoneError
from nämnd.error_messages import message_for
from nämnd.justering.errors import NotNowError
from nämnd.justering.expediering import RecordExpediering, Sent, expediering_log
from nämnd.protokoll.drafts import ParagrafDraft
from nämnd.protokoll.paragraf_commands import SaveParagraf
from nämnd.protokoll.values import ExpedieringRow
from nämnd.sammanträde.utskick_commands import NewUtgåva
from tests.builders import a_sammanträde
from tests.nämnd.protokoll.meeting_day import a_paragraf, justera, paragrafer_in

WHEN = "2026-04-09T10:15:00"
FILE = NewUtgåva("utdrag", "pdf", "ab" * 32, 12_345, "Protokollsutdrag § 1.pdf", "1")


@pytest.fixture
def key(store):
    key = a_sammanträde(store)
    first = a_paragraf(store, key, "Priser")
    a_paragraf(store, key, "Avtal")
    draft = ParagrafDraft("Priser", expedieringar=(ExpedieringRow("Region Norr", "N 12"),))
    store.do(SaveParagraf(paragraf_id=first, draft=draft))
    return key


def record(store, key, till, *places):
    ids = tuple(paragrafer_in(store, key)[place].id for place in places)
    sent = (Sent(till, ids, (FILE,)),)
    store.do(RecordExpediering(sammanträde_id=key, sent=sent, when=WHEN))


def goes_to(store, key, place):
    return paragrafer_in(store, key)[place].expedieringar


def test_the_day_is_noted_at_each_paragraf_and_the_file_is_kept(store, key):
    justera(store, key)
    record(store, key, "Region Norr", 0, 1)
    assert goes_to(store, key, 0) == (ExpedieringRow("Region Norr", "N 12", "2026-04-09"),)
    assert goes_to(store, key, 1) == (ExpedieringRow("Region Norr", None, "2026-04-09"),)
    (row,) = store.ask(lambda session: expediering_log(session, key))
    assert (row.when, row.till, row.which) == (WHEN, "Region Norr", "§§ 1–2")
    assert (row.filnamn, row.sha256) == (FILE.filnamn, FILE.sha256)


def test_an_utdrag_for_nobody_in_particular_is_only_in_the_log(store, key):
    justera(store, key)
    record(store, key, None, 1)
    assert goes_to(store, key, 1) == ()
    (row,) = store.ask(lambda session: expediering_log(session, key))
    assert (row.till, row.which) == (None, "§ 2")


def test_what_is_not_justerat_has_not_been_sent(store, key):
    justera(store, key, "1")
    with pytest.raises(NotNowError) as refused:
        record(store, key, "Region Norr", 0, 1)
    assert message_for(refused.value).startswith("§ 2 är inte justerade än")
    assert goes_to(store, key, 0)[0].datum is None
    assert store.ask(lambda session: expediering_log(session, key)) == ()


def test_a_paragraf_that_is_gone_is_refused(store, key):
    justera(store, key)
    sent = (Sent("X", ("borta",), (FILE,)),)
    with pytest.raises(GoneError):
        store.do(RecordExpediering(sammanträde_id=key, sent=sent, when=WHEN))
