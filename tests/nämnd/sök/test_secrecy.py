"""What is secret is found by those who work with it, and by nobody else by any word of it."""

from datetime import date

import pytest

from nämnd.core.progress import finish
from nämnd.publicering.commands import SavePublicering
from nämnd.sök.catching_up import catch_up
from nämnd.sök.querying import search
from nämnd.tables import Bilaga
from nämnd.ärende.commands import ChangeÄrende
from nämnd.ärende.handling_commands import ChangeHandling
from nämnd.ärende.values import HandlingDraft, Sekretess, ÄrendeDraft
from tests.builders import a_bilaga, a_file, a_nämnd, a_punkt, a_sammanträde
from tests.nämnd.protokoll.meeting_day import Doing
from tests.nämnd.sök.indexes import a_handling, an_ärende, keys, shown, up_to_date


def publish(store, key, val, granskat):
    store.do(SavePublicering(vad="bilaga", key=key, val=val, granskat=granskat))


def link(store, bilaga_id, handling_id):
    def point(session):
        session.get(Bilaga, bilaga_id).handling_id = handling_id

    store.do(Doing(point))


SECRET = Sekretess("25 kap. 1 § OSL", date(2026, 3, 2))


@pytest.mark.parametrize("facts", [{"sekretess": SECRET}, {"dölj_rubrik": True}])
def test_an_ärende_that_hides_something_is_not_found_publicly_nor_what_is_in_it(
    store, files, facts
):
    ärende_id = an_ärende(store, rubrik="Zebra", **facts)
    handling_id = a_handling(store, ärende_id, rubrik="Zebra två")
    index = up_to_date(store, files)
    assert set(keys(index, "zebra")) == {ärende_id, handling_id}
    for word in ("zebra", "zeb", "VN 2026/7", "2026/0007-1"):
        assert keys(index, word, public=True) == []


@pytest.mark.parametrize(
    "facts",
    [{"sekretess": SECRET}, {"dölj_rubrik": True}, {"dölj_från_till": True, "från_till": "Zeb"}],
)
def test_a_handling_that_hides_something_is_not_found_publicly(store, files, facts):
    handling_id = a_handling(store, an_ärende(store), rubrik="Zebra", **facts)
    index = up_to_date(store, files)
    assert keys(index, "zebra") == [handling_id]
    assert keys(index, "zeb", public=True) == []


def test_what_is_secret_is_marked(store, files):
    an_ärende(store, rubrik="Zebra", sekretess=SECRET)
    (hit,) = search(up_to_date(store, files), "zebra").hits
    assert hit.sekretess


def test_the_words_of_a_handling_s_file_are_for_the_nämnd_only(store, files):
    file = a_file(files, "Om zebran", "brev.txt")
    handling_id = a_handling(store, an_ärende(store), file, rubrik="Öppet brev")
    index = up_to_date(store, files)
    assert keys(index, "zebra") == [handling_id]
    assert keys(index, "zebra", public=True) == []
    (hit,) = search(index, "öppet", public=True).hits
    assert "zebra" not in shown(hit)


def test_the_working_notes_of_an_ärende_are_for_the_nämnd_only(store, files):
    ärende_id = an_ärende(store, parter=("Zebra AB",), väntar="på zebran", gallring="zebra")
    index = up_to_date(store, files)
    assert keys(index, "zebra") == [ärende_id]
    assert keys(index, "zebra", public=True) == []
    (hit,) = search(index, "ambulans", public=True).hits
    assert "zebra" not in shown(hit).casefold()


def test_a_bilaga_is_found_publicly_when_it_is_reviewed_and_published(store, files):
    punkt_id = a_punkt(store, a_sammanträde(store))
    file = a_file(files, "Om zebran", "brev.txt")
    bilaga_id = a_bilaga(store, punkt_id, "Brevet", file=file)
    index = up_to_date(store, files)
    assert keys(index, "brevet", public=True) == []
    publish(store, bilaga_id, "ja", file.sha256)
    finish(catch_up(store, files, index))
    assert keys(index, "zebra", public=True) == [bilaga_id]
    publish(store, bilaga_id, "nej", file.sha256)
    finish(catch_up(store, files, index))
    assert keys(index, "zebra", public=True) == []


def test_what_becomes_secret_is_not_found_any_more(store, files):
    ärende_id = an_ärende(store, rubrik="Zebra")
    index = up_to_date(store, files)
    assert keys(index, "zebra", public=True) == [ärende_id]
    draft = ÄrendeDraft("Zebra", sekretess=SECRET)
    store.do(ChangeÄrende(ärende_id=ärende_id, draft=draft))
    finish(catch_up(store, files, index))
    assert keys(index, "zebra", public=True) == []


def test_a_bilaga_of_a_handling_that_is_marked_secret_later_is_not_found_publicly(store, files):
    handling_id = a_handling(store, an_ärende(store))
    punkt_id = a_punkt(store, a_sammanträde(store, a_nämnd(store, "Andra")))
    bilaga_id = a_bilaga(store, punkt_id, "Zebra")
    link(store, bilaga_id, handling_id)
    publish(store, bilaga_id, "ja", None)
    marked = HandlingDraft(datum=date(2026, 3, 2), rubrik="Yttrande", sekretess=SECRET)
    store.do(ChangeHandling(handling_id=handling_id, draft=marked))
    index = up_to_date(store, files)
    assert keys(index, "zebra", public=True) == []
    (hit,) = search(index, "zebra").hits
    assert hit.sekretess
