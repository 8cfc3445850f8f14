"""The public files of a whole sammanträde keep to themselves what is masked or withheld."""

import io
from dataclasses import replace
from datetime import date

import page as page_validation
import pikepdf
import pypdfium2
import pytest
from sqlalchemy import text

from nämnd.bilaga.files import FileStore
from nämnd.core.ids import new_id
from nämnd.core.progress import finish
from nämnd.documents.checks import reading_order, structure_problems
from nämnd.documents.content import as_text
from nämnd.documents.parts import Sender
from nämnd.documents.protokoll.public import build_public_protokoll
from nämnd.error_messages import message_for
from nämnd.justering.commands import AddRättelse, RecordJusterat
from nämnd.paket.errors import NothingHandledError
from nämnd.paket.public.checking import refuse_what_is_left
from nämnd.paket.public.making import make_public, make_public_files, public_utgåvor
from nämnd.paket.public.planning import What, plan_public
from nämnd.paket.public.sentences import not_published_texts
from nämnd.protokoll.parts_commands import SaveReservationer
from nämnd.protokoll.values import ReservationRow
from nämnd.publicering.commands import RecordPublished
from nämnd.publicering.errors import NotReviewedError, StillThereError
from nämnd.publicering.masks import mask_of
from nämnd.publicering.values import Sekretess
from nämnd.sammanträde.bilaga_commands import ReplaceFile
from nämnd.store import Store
from nämnd.tables import Justering, Utgåva, Yrkande
from tests.builders import a_person, punkt_row
from tests.conftest import NOW
from tests.nämnd.justering.sets import Set
from tests.nämnd.paket.attacker import found_in
from tests.nämnd.paket.hostile import ADDRESS, NAME, NUMBER, OPEN
from tests.nämnd.protokoll.meeting_day import add_rows
from tests.nämnd.publicering.published import SECRET, WORDS, Published
from tests.protokoll_values import paragraf_row, protokoll_of

HIDDEN = (*WORDS, SECRET, "Hemlighetsson")


def text_of(data: bytes) -> str:
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def test_nothing_masked_or_withheld_is_in_any_public_file(published: Published):
    published.say(
        published.paragrafer[0],
        sammanfattning=f"Föredrogs av **Sharon** *Isbergsson*. [Skriv](mailto:{ADDRESS}).",
        beslutsunderlag=(f"3A. Anmälan {NAME}",),
        anmälningar=(f"Brev från {NAME} ({NUMBER})",),
    )
    add_rows(
        published.store,
        Yrkande(
            paragraf_id=published.paragrafer[0], ordning=1, slag=["annat"], text=f"Att {NAME} får"
        ),
    )
    published.say(published.paragrafer[1], sammanfattning=f"{SECRET}. {NAME}.")
    published.decide_all()
    made = published.make()
    assert [one.path.suffix for one in made.files] == [".pdf", ".docx", ".pdf"]
    assert made.to_tell == ()
    for one in made.files:
        assert found_in(one.path, *HIDDEN) == [], one.path.name


def test_what_a_reservation_says_is_reviewed_with_its_paragraf(published: Published):
    open_ = published.paragrafer[2]
    row = ReservationRow(new_id(), (a_person(published.store),), (), None, f"Se {NAME}.", None)
    published.store.do(SaveReservationer(paragraf_id=open_, rows=(row,)))
    assert f"Se {NAME}." in (published.item(open_).text or "")
    published.decide_all()
    published.decide(open_, "maskerad", NAME)
    made = published.make(What.PROTOKOLL)
    assert [found_in(one.path, NAME) for one in made.files] == [[], []]


def test_the_förslag_that_fell_stands_with_the_beslut_but_not_of_what_is_withheld():
    rows = (paragraf_row(number, punkt_id=f"k{number}") for number in (1, 2))
    punkter = (punkt_row(1, förslag=("Att avslå",)), punkt_row(2, förslag=("Att hemlighålla",)))
    whole = protokoll_of(*rows, punkter=(*punkter, punkt_row(3, förslag=("Att vänta",))))
    said = as_text(build_public_protokoll(Sender(whole.nämnd, None), whole, {"g2"}))
    assert "Ordförandens förslag\n1. Att avslå" in said
    assert "Att hemlighålla" not in said
    assert "Att vänta" not in said


def test_the_rest_is_there_and_says_that_something_is_gone(published: Published):
    published.decide_all()
    protokoll, word, utskick = published.make().files
    said = text_of(protokoll.path.read_bytes())
    for words in ("§ 1 Kurs i Halmstad för [maskerat]", "§ 2 Publiceras inte", "Budget för alla"):
        assert words in " ".join(said.split()), words
    papers = " ".join(text_of(utskick.path.read_bytes()).split())
    assert "2. Publiceras inte" in papers
    assert OPEN in papers
    assert "Bilaga 3 · sida 1" in papers
    assert "offentlig version" in word.path.name
    with pikepdf.open(utskick.path) as pdf, pdf.open_outline() as outline:
        titles = [child.title for one in outline.root for child in one.children]
    assert "Bilaga 1. Anmälan [maskerat]" in titles


def test_the_public_files_pass_the_checks_of_what_they_claim(published: Published):
    published.decide_all()
    protokoll, _, utskick = published.make().files
    for profile in ("pdfua1", "pdfa2a"):
        data = protokoll.path.read_bytes()
        assert page_validation.validate_pdf_bytes(data, profile=profile).is_compliant, profile
    assert structure_problems(utskick.path) == []
    read = " ".join(reading_order(utskick.path))
    assert "Anmälan av [maskerat], [maskerat], [maskerat], är mottagen" in read


def test_the_same_order_gives_the_same_bytes(published: Published):
    published.decide_all()
    first = [one.sha256 for one in published.make().files]
    assert first == [one.sha256 for one in published.make().files]


def test_a_protokoll_that_is_not_justerat_is_marked_utkast(published: Published):
    published.decide_all()
    (protokoll, *_) = published.make().files
    assert "UTKAST" in protokoll.path.name
    assert "UTKAST" in text_of(protokoll.path.read_bytes()).upper()


def test_nothing_is_published_before_all_of_it_is_reviewed(published: Published):
    with pytest.raises(NotReviewedError) as caught:
        published.make()
    assert "§ 1" in caught.value.what
    assert "Bilaga 1" in caught.value.what
    assert "Punkt 2" in caught.value.what
    assert not (published.folder / "ut").exists()
    assert "§ 1" in message_for(caught.value)


def test_what_belongs_to_a_punkt_that_is_withheld_need_not_be_reviewed(published: Published):
    published.decide_all()
    published.decide(published.secret, None)
    published.make(What.UTSKICK)


def test_a_new_version_of_a_file_makes_its_review_void(published: Published):
    published.decide_all()
    file = published.files.keep_bytes(b"annat", "annat.txt")
    published.store.do(ReplaceFile(bilaga_id=published.plan, file=file, when=NOW.isoformat()))
    assert published.item(published.plan).outdated
    with pytest.raises(NotReviewedError) as caught:
        published.order()
    assert caught.value.what == ("Bilaga 3",)


def test_a_changed_paragraf_is_to_be_reviewed_again_and_a_withheld_one_stays_withheld(
    published: Published,
):
    published.decide_all()
    published.say(published.paragrafer[0], sammanfattning="Nytt")
    published.say(published.paragrafer[1], sammanfattning="Nytt")
    with pytest.raises(NotReviewedError) as caught:
        published.order(What.PROTOKOLL)
    assert caught.value.what == ("§ 1",)


def test_what_another_program_published_in_spite_of_sekretess_is_to_be_reviewed(
    published: Published,
):
    published.decide_all()
    one = published.item(published.plan)
    kept = replace(one.granskning, sekretess=Sekretess("25 kap. 1 § OSL", date(2026, 3, 1)))
    assert kept.stands(one.sha256) is None


def test_a_bilaga_whose_masked_words_are_not_found_is_left_out_and_told(published: Published):
    published.decide_all()
    published.decide(published.plan, "maskerad", "Nobelpristagaren")
    made = published.make(What.UTSKICK)
    (told,) = made.to_tell
    assert told.missing == ("Nobelpristagaren",)
    (sentence,) = not_published_texts(made.to_tell)
    assert sentence.startswith("Bilaga 3 «Plan» är inte med")
    papers = text_of(made.files[0].path.read_bytes())
    assert "Handlingen finns inte med i den offentliga versionen." in papers


def test_a_finished_file_with_something_left_in_it_is_refused(published: Published):
    published.decide_all()
    order = published.order(What.PROTOKOLL, forms=(".pdf",))
    leaking = replace(order, mask=mask_of(["Budget för alla"]))
    with pytest.raises(StillThereError) as caught:
        finish(make_public(make_public_files, leaking, published.folder / "ut"))
    assert caught.value.words == ("Budget för alla",)
    assert list((published.folder / "ut").iterdir()) == []


def test_a_longer_word_than_the_masked_one_does_not_stop_a_file(published: Published):
    published.decide_all()
    published.decide(published.open, "maskerad", "Budge")
    for one in published.make(forms=(".pdf",)).files:
        assert "Budget för alla" in " ".join(text_of(one.path.read_bytes()).split())


@pytest.mark.parametrize("place", ["title", "bookmark", "attachment", "name"])
def test_the_last_search_looks_in_places_that_nobody_reads(place):
    pdf, file = pikepdf.Pdf.new(), io.BytesIO()
    pdf.add_blank_page()
    name = "fil.pdf"
    match place:
        case "title":
            pdf.docinfo["/Title"] = NAME
        case "bookmark":
            with pdf.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem(NAME, 0))
        case "attachment":
            pdf.attachments["a.txt"] = NAME.encode("utf-16-le")
        case _:
            name = f"{NAME}.pdf"
    pdf.save(file)
    with pytest.raises(StillThereError):
        refuse_what_is_left(file.getvalue(), name, mask_of(WORDS))


def test_a_protokoll_alone_needs_a_paragraf(store: Store, files: FileStore, tmp_path):
    published = Published(store, files, tmp_path)
    order = published.review()
    with pytest.raises(NothingHandledError):
        plan_public(
            replace(order, pieces=(), items=()), files, frozenset({What.PROTOKOLL}),
            cache=tmp_path, created=NOW,
        )  # fmt: skip


def test_what_was_made_is_kept_as_utgåvor(published: Published):
    published.decide_all()
    made = published.make()
    command = RecordPublished(
        sammanträde_id=published.key,
        utgåvor=public_utgåvor(made, published.files),
        when=NOW,
    )
    published.store.do(command)
    rows = published.store.ask(
        lambda session: [(one.dokument, one.format) for one in session.query(Utgåva)]
    )
    assert sorted(rows) == [
        ("protokoll offentligt", "docx"), ("protokoll offentligt", "pdf"),
        ("utskick offentligt", "pdf"),
    ]  # fmt: skip


class TestJusterat:
    """§§ that are justerade and locked: reviewed all the same, and published as they were kept."""

    @pytest.fixture
    def justerat(self, store: Store) -> Set:
        one = Set(store, justeringssätt=("godkännande",))
        paket = one.send(sätt="godkännande")
        one.answer(paket, one.anna)
        one.answer(paket, one.bo)
        store.do(RecordJusterat(justering_id=one.id, datum="2026-03-30", today="2026-03-30"))
        return one

    def reviewed(self, justerat: Set, files: FileStore, tmp_path) -> Published:
        made = Published.__new__(Published)
        made.store, made.files, made.folder, made.key = (
            justerat.store, files, tmp_path, justerat.sammanträde,
        )  # fmt: skip
        return made

    def test_they_are_reviewed_and_published_without_utkast(self, justerat, files, tmp_path):
        published = self.reviewed(justerat, files, tmp_path)
        for one in published.review().items:
            published.decide(one.granskning.key, "ja")
        published.decide(justerat.second, "maskerad", "Priser")
        (protokoll,) = published.make(What.PROTOKOLL, forms=(".pdf",)).files
        said = " ".join(text_of(protokoll.path.read_bytes()).split())
        assert "UTKAST" not in said
        assert "UTKAST" not in protokoll.path.name
        assert "Justerat av • Anna Ek (M), ordförande • Bo Alm (S), justerare" in said
        assert "justerat 2026-03-30" in said
        assert found_in(protokoll.path, "Priser") == []

    def test_a_rättelse_stands_at_its_paragraf_and_is_masked_too(self, justerat, files, tmp_path):
        published = self.reviewed(justerat, files, tmp_path)
        for one in published.review().items:
            published.decide(one.granskning.key, "ja")
        justerat.store.do(
            AddRättelse(
                justering_id=justerat.id, paragraf=2, stod="Prisre", ska_vara=f"Priser, {NAME}",
                av="Cecilia Öst", skäl="Skrivfel", datum="2026-03-31", today="2026-03-31",
            )
        )  # fmt: skip
        with pytest.raises(NotReviewedError):
            published.order(What.PROTOKOLL)
        published.decide(justerat.second, "maskerad", NAME)
        (protokoll,) = published.make(What.PROTOKOLL, forms=(".pdf",)).files
        said = " ".join(text_of(protokoll.path.read_bytes()).split())
        assert "Rättat 2026-03-31 av Cecilia Öst" in said
        assert "Priser, [maskerat]" in said
        assert found_in(protokoll.path, NAME) == []

    def test_they_are_published_as_they_were_kept(self, justerat, files, tmp_path):
        published = self.reviewed(justerat, files, tmp_path)
        with justerat.store._engine.begin() as connection:
            connection.execute(text("update paragraf set rubrik = 'Ändrat bakom ryggen'"))
        (piece,) = published.review().pieces
        assert [one.rubrik for one in piece.protokoll.paragrafer] == ["Val av justerare", "Priser"]
        assert not piece.draft

    def test_what_is_not_justerat_is_a_file_of_its_own(self, store, files, tmp_path):
        one = Set(store, justeringssätt=("godkännande",))
        published = self.reviewed(one, files, tmp_path)
        add_rows(
            store,
            Justering(sammanträde_id=one.sammanträde, paragrafer="1", läge="justerat"),
        )
        drafts = [
            (piece.draft, len(piece.protokoll.paragrafer)) for piece in published.review().pieces
        ]
        assert drafts == [(False, 1), (True, 1)]
