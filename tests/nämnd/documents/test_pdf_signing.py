"""Places to sign electronically in a PDF, and what is seen there."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from itertools import count

import docx
import page
import pikepdf
import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nämnd.documents.checks import reading_order, structure_problems
from nämnd.documents.content import Block, Document, Signature, Signatures, Together, as_text
from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.pdf.appearance import (
    appearance,
    field_sizes,
    signed_lines,
    with_signatures_drawn,
)
from nämnd.documents.pdf.xmp import Archival
from nämnd.documents.word import word_bytes
from nämnd.underskrift.errors import UnsignableError
from tests.nämnd.documents.generated import DOCUMENTS, SHORT
from tests.nämnd.documents.samples import ALL_BLOCKS, CREATED, document, read_aloud

TWO = (
    Signature("Åsa Lindqvist Ek (M)", "Ordförande §§ 59–64", field="ordförande"),
    Signature("Eva Lind", "Sekreterare", "Enligt uppdrag", field="sekreterare"),
)
TO_SIGN = document(Signatures(TWO))
WHEN = datetime(2026, 3, 27, 14, 5)  # noqa: DTZ001 - local time


def drawn(one: Document, archival: Archival = "1a") -> bytes:
    return pdf_bytes(one, created=CREATED, archival=archival)


def faults(data: bytes, archival: str = "1a") -> list[str]:
    found = [
        f"{profile} {failure.rule_id}: {failure.message}"
        for profile in ("ua1", archival)
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]
    return found + structure_problems(io.BytesIO(data))


@pytest.mark.parametrize("archival", ["1a", "2a"])
@pytest.mark.parametrize("one", [ALL_BLOCKS, TO_SIGN])
def test_a_document_is_accessible_and_archival_in_either_way(one, archival):
    data = drawn(one, archival)
    assert faults(data, archival) == []
    assert data.startswith(b"%PDF-1.4" if archival == "1a" else b"%PDF-1.7")


def test_a_file_claims_only_the_standard_it_was_made_for():
    assert faults(drawn(TO_SIGN, "2a"), "1a") != []
    assert faults(drawn(TO_SIGN, "1a"), "2a") != []


def test_a_place_to_sign_is_read_aloud_between_what_stands_over_and_under_it():
    with pikepdf.open(io.BytesIO(drawn(TO_SIGN))) as pdf:
        fields = list(pdf.Root.AcroForm.Fields)
        assert [str(one.T) for one in fields] == ["ordförande", "sekreterare"]
        assert [str(one.TU) for one in fields] == [
            "Underskrift av Åsa Lindqvist Ek (M), ordförande §§ 59–64",
            "Underskrift av Eva Lind, sekreterare",
        ]
        annotations = {one.objgen for one in pdf.pages[0].Annots}
        assert annotations == {one.objgen for one in fields}
        assert all("/V" not in one for one in fields)
        kinds = [_kind(one.K) for one in pdf.Root.StructTreeRoot.K.K]
    # the place and the name; «Enligt uppdrag», the place and the name
    assert kinds[-5:] == ["/Form", "text", "text", "/Form", "text"]
    assert reading_order(io.BytesIO(drawn(TO_SIGN)))[-4:] == [
        "uppdrag",
        "Eva",
        "Lind",
        "Sekreterare",
    ]


def _kind(kid) -> str:
    first = kid[0] if isinstance(kid, pikepdf.Array) else kid
    return str(first.S) if isinstance(first, pikepdf.Dictionary) else "text"


def test_nothing_to_sign_electronically_leaves_no_form():
    plain = document(Signatures((Signature("Eva Lind", "Sekreterare"),)))
    with pikepdf.open(io.BytesIO(drawn(plain))) as pdf:
        assert "/AcroForm" not in pdf.Root
    assert field_sizes(drawn(plain)) == {}


def test_places_stand_over_their_lines_inside_the_page():
    with pikepdf.open(io.BytesIO(drawn(TO_SIGN))) as pdf:
        rects = [[float(edge) for edge in one.Rect] for one in pdf.Root.AcroForm.Fields]
    (left, bottom, right, top), (other, *_) = rects
    assert 0 < left < right < other
    assert 0 < bottom < top
    sizes = field_sizes(drawn(TO_SIGN))
    assert sizes["ordförande"] == (round(right - left, 2), round(top - bottom, 2))


def test_word_has_just_the_lines():
    bare = document(Signatures(tuple(replace(one, field="") for one in TWO)))
    assert as_text(TO_SIGN) == as_text(bare)
    with_places, without = (
        [line.text for line in docx.Document(io.BytesIO(made)).paragraphs]
        for made in (word_bytes(TO_SIGN, created=CREATED), word_bytes(bare, created=CREATED))
    )
    assert with_places == without


def with_fields(one: Document) -> Document:
    """Return the document with a field for everybody who signs."""
    numbers = count(1)

    def changed(blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Signatures(lines):
                    yield Signatures(
                        tuple(replace(line, field=f"fält {next(numbers)}") for line in lines)
                    )
                case Together(inner):
                    yield Together(tuple(changed(inner)))
                case _:
                    yield block

    return replace(one, blocks=tuple(changed(one.blocks)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(DOCUMENTS.map(with_fields), st.sampled_from(["1a", "2a"]))
def test_any_document_with_places_to_sign_is_accessible_and_archival(one, archival):
    data = drawn(one, archival)
    assert faults(data, archival) == []
    assert "".join(reading_order(io.BytesIO(data))) == read_aloud(one)


def text_of(data: bytes) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        assert len(pdf) == 1
        return pdf[0].get_textpage().get_text_bounded().splitlines()


def test_what_is_seen_where_somebody_has_signed():
    lines = signed_lines("Åsa Lindqvist Ek (M)", "Ordförande §§ 59–64", WHEN)
    assert lines == (
        "Elektroniskt undertecknad",
        "Åsa Lindqvist Ek (M), ordförande §§ 59–64",
        "2026-03-27 klockan 14.05",
    )
    look = appearance(lines, (210, 39))
    assert text_of(look) == list(lines)
    assert look == appearance(lines, (210, 39))


def test_a_role_may_be_left_out():
    assert signed_lines("Åsa Ek", "", WHEN)[1] == "Åsa Ek"


def words_outside(data: bytes, size: tuple[float, float]) -> list[str]:
    with pypdfium2.PdfDocument(data) as pdf:
        words = pdf[0].get_textpage()
        boxes = [words.get_charbox(at) for at in range(words.count_chars())]
        return [
            words.get_text_range(at, 1)
            for at, (left, bottom, right, top) in enumerate(boxes)
            if right > left and not (left >= -1 and bottom >= -1 and right <= size[0] + 1)
        ] + [words.get_text_range(at, 1) for at, box in enumerate(boxes) if box[3] > size[1] + 1]


@settings(max_examples=60)
@given(
    st.lists(SHORT, min_size=1, max_size=4),
    st.tuples(st.floats(60, 400), st.floats(30, 80)),
)
def test_what_is_seen_fits_in_its_place(lines, size):
    assert words_outside(appearance(lines, size), size) == []


def test_a_name_that_is_too_long_gets_smaller_type_and_is_then_cut():
    name = "Anna-Elisabeth Strömberg-Magnusson af Lillienfält (KD)"
    wide, narrow = (" ".join(text_of(appearance((name,), (w, 39)))) for w in (240, 90))
    assert wide == name
    assert narrow.endswith("…")
    assert name.startswith(narrow.rstrip("… "))


def test_characters_that_the_font_lacks_do_no_harm():
    assert text_of(appearance(("Åsa 委員\nEk\u0000",), (200, 39))) == ["Åsa □□ Ek"]


def test_a_file_without_places_is_shown_as_it_is():
    plain = drawn(document())
    assert with_signatures_drawn(plain) is plain


def test_links_are_kept_in_the_copy_to_look_at():
    both = replace(ALL_BLOCKS, blocks=(*ALL_BLOCKS.blocks, Signatures(TWO)))
    copy = with_signatures_drawn(drawn(both))
    with pikepdf.open(io.BytesIO(copy)) as pdf:
        kinds = [str(one.Subtype) for one in pdf.pages[0].get("/Annots", [])]
    assert kinds == ["/Link"] * 3


@pytest.mark.parametrize("data", [b"", b"/AcroForm", drawn(TO_SIGN)[:900]])
def test_a_damaged_file_has_no_places_and_is_shown_as_it_is(data):
    with pytest.raises(UnsignableError):
        field_sizes(data)
    assert with_signatures_drawn(data) is data
