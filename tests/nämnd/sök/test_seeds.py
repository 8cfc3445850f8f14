"""Real queries on real documents: the five seeds as handlingar of five ärenden."""

import pytest

from nämnd.bilaga.files import FileStore
from nämnd.store import Store, place_of
from nämnd.sök.querying import search
from nämnd.sök.values import Kind
from tests.builders import a_nämnd
from tests.conftest import NOW, SEEDS
from tests.nämnd.sök.indexes import a_handling, an_ärende, shown, up_to_date

# 000 professionsmiljarden 2017 · 001 god och nära vård, rapport · 002 the packet of 2019-11-22
# 003 the agreement of 2017 · 004 god och nära vård 2020
QUERIES = (
    ("professionsmiljarden", "000", "professionsmiljarden"),
    ("bättre resursutnyttjande", "000 003", "bättre"),
    ("«bättre resursutnyttjande»", "000 003", "bättre"),
    ("resursutnyttjandet", "000 003", "resursutnyttjande"),
    ("primärvård", "001 004", "primärvård"),
    ("primärvårdens", "001 004", "primärvård"),
    ("nära vård", "001 004", "nära"),
    ("«god och nära vård»", "001 004", "nära"),
    ("regionvårdsnämnd", "002", "regionvårdsnämnd"),
    ("vårdsnämnd", "002", "regionvårdsnämnd"),
    ("justeringsperson", "002", "justeringsperson"),
    ("justering", "002", "justering"),
    ("sven oredsson", "002", "sven"),
    ("högspecialiserad vård", "002", "högspecialiserad"),
    ("hogspecialiserad", "", ""),
    ("remissvar", "002", "remissvar"),
    ("halmstad", "002", "halmstad"),
    ("19RGK1617", "002", "19rgk1617"),
    ("RS191127", "002", "rs191127"),
    ("12391/2018-20", "002", "12391"),
    ("7829/2018-74", "002", "7829"),
    ("19/01702", "004", "19"),
    ("2019/1702", "004", "01702"),
    ("§ 43", "002", ""),
    ("förbundsstyrelsens beslut", "004", "förbundsstyrelsens"),
    ("överenskommelse", "000 001 003 004", "överenskommelse"),
    ("socialstyrelsen", "000 001 002", "socialstyrelsen"),
    ("regleringsbrev", "000", "regleringsbrevet"),
    ("omställning av hälso- och sjukvården", "001 004", "omställning"),
    ("cancercentrum", "002", "cancercentrum"),
    ("regeringens besl", "003", "regeringens"),
    ("xylofon", "", ""),
)


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    if not SEEDS.is_dir():
        pytest.skip(f"{SEEDS} saknas: de riktiga dokumenten följer inte med projektet")
    place = place_of(str(tmp_path_factory.mktemp("sök") / "namnd.db"))
    store = Store(place, who="Eva Lind", clock=lambda: NOW)
    try:
        files = FileStore(place.files)
        nämnd_id = a_nämnd(store)
        for number, path in enumerate(sorted(SEEDS.glob("*.txt"))):
            ärende_id = an_ärende(store, nämnd_id, f"Fråga {number}", f"X {number}")
            a_handling(store, ärende_id, files.keep(path), rubrik=f"Dokument {path.name[:3]}")
        return up_to_date(store, files)
    finally:
        store.close()


@pytest.mark.parametrize(("asked", "expected", "word"), QUERIES, ids=[one[0] for one in QUERIES])
def test_the_right_documents_are_found_with_the_words_in_their_place(index, asked, expected, word):
    hits = search(index, asked, kinds=[Kind.HANDLING]).hits
    found = {hit.title.rpartition(" ")[2] for hit in hits}
    assert found >= set(expected.split())
    if not expected:
        assert found == set()
    for hit in hits:
        if word and hit.title.rpartition(" ")[2] in expected.split():
            assert any(piece.hit for piece in hit.snippet), shown(hit)
            assert word in shown(hit).casefold().replace("[", "").replace("]", "")
