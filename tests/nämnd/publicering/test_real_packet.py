"""The real packet's punkt 6: a course list with private addresses, published without them."""

import pypdfium2

from nämnd.bilaga.files import FileStore
from nämnd.core.progress import finish
from nämnd.paket.plan import Conversions
from nämnd.paket.public.making import make_public, make_public_files
from nämnd.paket.public.planning import What, plan_public
from nämnd.paket.public.reviewing import review
from nämnd.paket.public.texts import read_texts
from nämnd.paket.sending import plan_utskick
from nämnd.publicering.commands import SavePublicering
from nämnd.publicering.values import Fynd
from nämnd.store import Store
from tests.builders import a_bilaga, a_punkt, a_sammanträde
from tests.conftest import NOW, TODAY
from tests.nämnd.paket.attacker import found_in

FIRST, LAST = "Värnamo sjukhus", "Till \nSödra Regionvårdsnämnden"


def test_the_course_list_is_published_without_private_addresses(
    store: Store, files: FileStore, seed, tmp_path
):
    text = seed("002").read_text(encoding="utf-8")
    start = text.index(FIRST)
    course = text[start : text.index(LAST, start)]
    file = files.keep_bytes(course.encode(), "6.txt")
    key = a_sammanträde(store)
    punkt = a_punkt(store, key, "Delprojekt 8")
    a_bilaga(store, punkt, "Kursdeltagare", file=file)
    found = review(store, files, key, today=TODAY)
    created = NOW.astimezone()
    plan = plan_utskick(found.papers, files, cache=tmp_path / "cache", created=created)
    said = finish(read_texts(plan, Conversions(), found.known))
    words = tuple(dict.fromkeys(one.words for one in said[file.sha256].found))
    kinds = {one.kind for one in said[file.sha256].found}
    assert kinds >= {Fynd.EPOST, Fynd.TELEFON, Fynd.NAMN}
    for one in found.items:
        file_row = one.granskning.vad == "bilaga"
        store.do(
            SavePublicering(
                vad=one.granskning.vad, key=one.granskning.key, granskat=one.sha256,
                val="maskerad" if file_row else "ja", maskeringar=words if file_row else (),
            )
        )  # fmt: skip
    order = plan_public(
        review(store, files, key, today=TODAY), files, frozenset({What.UTSKICK}),
        cache=tmp_path / "cache", created=created,
    )  # fmt: skip
    made = finish(make_public(make_public_files, order, tmp_path / "ut"))
    assert made.to_tell == ()
    path = made.files[0].path
    assert found_in(path, *words) == []
    # whole domains: five letters in a row turn up by chance in what is compressed
    domains = ("gmail.com", "hotmail.se", "yahoo.com")
    assert all(one in course for one in domains)
    assert found_in(path, *domains) == []
    left = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    assert "Anmälan ok" in left
    assert "Verksamhetschef" in left
