"""Whatever is done to a signed file is noticed, and no damage breaks the program."""

import io
from collections.abc import Callable
from functools import lru_cache
from itertools import product

import pikepdf
import pytest
from asn1crypto import x509
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field
from pyhanko.sign.validation.dss import DocumentSecurityStore

from nämnd.underskrift.checking import adds_only_signatures, check
from nämnd.underskrift.values import Problem, SignatureReport
from tests.nämnd.underskrift.signers import (
    CHAIR,
    JUSTERARE,
    LATER,
    chair,
    issue,
    justerare,
    once,
    person,
    protokoll,
    signed,
    trusted,
    twice,
)


def report(data: bytes) -> SignatureReport:
    return check(data, trusted(), now=LATER)


def problems(data: bytes) -> list[tuple[str, Problem | None]]:
    return [(one.field, one.problem) for one in report(data).signatures]


def flipped(data: bytes, place: int, bits: int = 1) -> bytes:
    return data[:place] + bytes([data[place] ^ bits]) + data[place + 1 :]


def gap(data: bytes, number: int) -> tuple[int, int]:
    """Return where signature `number` (0 is first) stands in the file: its hexadecimal digits."""
    starts = [at for at in range(len(data)) if data.startswith(b"/Contents <", at)]
    start = starts[number] + len(b"/Contents ")
    return start, data.index(b">", start) + 1


def updated(data: bytes, change: Callable[[IncrementalPdfFileWriter], None]) -> bytes:
    """Return `data` with a change written after it, as an editor of PDF files does."""
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    writer._update_meta = lambda: None  # pyright: ignore[reportPrivateUsage] - as signing does
    change(writer)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def numbers(said: str) -> generic.ArrayObject:
    return generic.ArrayObject(map(generic.FloatObject, said.split()))


def first_page(writer: IncrementalPdfFileWriter) -> generic.DictionaryObject:
    return writer.root["/Pages"].raw_get("/Kids")[0].get_object()


def words_added(writer: IncrementalPdfFileWriter) -> None:
    page = first_page(writer)
    more = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    page[pdf_name("/Contents")] = generic.ArrayObject([page.raw_get("/Contents"), more])
    writer.update_container(page)


def words_replaced(writer: IncrementalPdfFileWriter) -> None:
    page = first_page(writer)
    page[pdf_name("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"BT ET"))
    writer.update_container(page)


def note_added(writer: IncrementalPdfFileWriter) -> None:
    page = first_page(writer)
    note = generic.DictionaryObject(
        {
            pdf_name("/Type"): pdf_name("/Annot"),
            pdf_name("/Subtype"): pdf_name("/Text"),
            pdf_name("/Rect"): numbers("50 50 70 70"),
            pdf_name("/Contents"): generic.TextStringObject("hej"),
        }
    )
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])
    writer.update_container(page)


def language_changed(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Lang")] = generic.TextStringObject("en")
    writer.update_root()


def tags_denied(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/MarkInfo")] = generic.DictionaryObject(
        {pdf_name("/Marked"): generic.BooleanObject(value=False)}
    )
    writer.update_root()


def title_changed(writer: IncrementalPdfFileWriter) -> None:
    info = writer.trailer["/Info"]
    assert isinstance(info, generic.DictionaryObject)
    info[pdf_name("/Title")] = generic.TextStringObject("Ett annat protokoll")
    writer.update_container(info)


def packet_changed(writer: IncrementalPdfFileWriter) -> None:
    writer.root[pdf_name("/Metadata")] = writer.add_object(
        generic.StreamObject(
            {pdf_name("/Type"): pdf_name("/Metadata"), pdf_name("/Subtype"): pdf_name("/XML")},
            stream_data=b"<?xpacket begin=''?><x/><?xpacket end='w'?>",
        )
    )
    writer.update_root()


def something_hidden(writer: IncrementalPdfFileWriter) -> None:
    writer.add_object(generic.StreamObject(stream_data=b"for another day"))


def nothing(writer: IncrementalPdfFileWriter) -> None:
    writer.update_root()


def field(writer: IncrementalPdfFileWriter, number: int) -> generic.DictionaryObject:
    return writer.root["/AcroForm"]["/Fields"][number].get_object()


def look_changed(writer: IncrementalPdfFileWriter) -> None:
    place = field(writer, 0)
    look = generic.StreamObject(
        {
            pdf_name("/Type"): pdf_name("/XObject"),
            pdf_name("/Subtype"): pdf_name("/Form"),
            pdf_name("/BBox"): numbers("0 0 9 9"),
        },
        stream_data=b"",
    )
    place[pdf_name("/AP")] = generic.DictionaryObject({pdf_name("/N"): writer.add_object(look)})
    writer.update_container(place)


def field_renamed(writer: IncrementalPdfFileWriter) -> None:
    field(writer, 0)[pdf_name("/T")] = generic.TextStringObject("någon annan")
    writer.update_container(field(writer, 0))


def signature_taken_out(writer: IncrementalPdfFileWriter) -> None:
    del field(writer, 1)["/V"]
    writer.update_container(field(writer, 1))


def signature_lent(writer: IncrementalPdfFileWriter) -> None:
    field(writer, 1)[pdf_name("/V")] = field(writer, 0).raw_get("/V")
    writer.update_container(field(writer, 1))


AFTERWARDS = [
    words_added,
    words_replaced,
    note_added,
    language_changed,
    tags_denied,
    title_changed,
    packet_changed,
    something_hidden,
    nothing,
    look_changed,
    field_renamed,
    signature_lent,
]


def test_the_untouched_file_is_whole():
    assert problems(twice()) == [(CHAIR, None), (JUSTERARE, None)]


@pytest.mark.parametrize(
    ("made", "change"),
    [*product((once, twice), AFTERWARDS), (twice, signature_taken_out)],
    ids=lambda one: getattr(one, "__name__", None),
)
def test_a_change_after_the_last_signature_is_noticed_on_all_of_them(made, change):
    found = report(updated(made(), change)).signatures
    assert found
    assert all(one.problem in (Problem.CHANGED_AFTER, Problem.UNREADABLE) for one in found)
    assert not any(one.intact for one in found)


@pytest.mark.parametrize(
    "change",
    [words_added, words_replaced, note_added, language_changed, tags_denied, look_changed],
    ids=lambda one: one.__name__,
)
def test_a_change_between_two_signatures_is_noticed_on_the_first(change):
    changed = updated(once(), change)
    data = signed(changed, justerare(), JUSTERARE)
    first, second = report(data).signatures
    assert first.problem is Problem.CHANGED_AFTER
    assert second.problem is None


@pytest.mark.parametrize(
    "tail", [b"\n", b" ", b"%", b"%%EOF\n", bytes(9), b"\nstartxref\n0\n%%EOF\n"]
)
def test_a_single_byte_after_the_end_is_noticed(tail):
    assert all(one.problem for one in report(twice() + tail).signatures)


def flip_in_page() -> bytes:
    return flipped(twice(), twice().index(b"stream\n") + 40)


def second_time_moved() -> bytes:
    return flipped(twice(), twice().rindex(b"202603") + 3)


def resaved() -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(twice())) as pdf:
        pdf.save(file)
    return file.getvalue()


def padding_used() -> bytes:
    _, end = gap(twice(), 1)
    return twice()[: end - 3] + b"ff>" + twice()[end:]


def other_signature_put_in() -> bytes:
    start, end = gap(once(), 0)
    mine = signed(protokoll(), person("Åsa Lindqvist Ek", years=4))
    there, here = gap(mine, 0)
    digits = mine[there:here].strip(b"<>").ljust(end - start - 2, b"0")
    return once()[: start + 1] + digits[: end - start - 2] + once()[end - 1 :]


def range_moved() -> bytes:
    at = once().index(b"/ByteRange")
    return once()[:at] + once()[at:].replace(b"[0 ", b"[1 ", 1)


BROKEN = [
    (flip_in_page, [(CHAIR, Problem.BROKEN), (JUSTERARE, Problem.BROKEN)]),
    (second_time_moved, [(CHAIR, None), (JUSTERARE, Problem.BROKEN)]),
    (padding_used, [(CHAIR, None), (JUSTERARE, Problem.BROKEN)]),
    (other_signature_put_in, [(CHAIR, Problem.BROKEN)]),
    (range_moved, [(CHAIR, Problem.BROKEN)]),
]


@pytest.mark.parametrize(("made", "expected"), BROKEN)
def test_a_change_of_what_is_signed_breaks_the_signature(made, expected):
    assert problems(made()) == expected


def test_a_file_that_was_saved_again_is_signed_by_nobody():
    found = report(resaved()).signatures
    assert found
    assert not any(one.intact for one in found)


def test_a_signature_that_was_cut_off_leaves_its_place_empty():
    """The file can't tell it was there: who needs both asks for both."""
    cut = twice()[: len(once())]
    assert problems(cut) == [(CHAIR, None)]
    assert report(cut).unsigned == (JUSTERARE,)


@pytest.mark.parametrize("key", [b"/AcroForm", b"/Fields", b"/Sig\n"])
def test_a_way_to_the_signatures_that_was_cut_off_is_noticed(key):
    data = twice().replace(key, key[:-2] + b"x" + key[-1:])
    found = report(data)
    assert found.signatures
    assert not any(one.intact for one in found.signatures)


def test_a_second_signature_by_a_stranger_is_unknown_and_harms_nobody():
    data = signed(once(), person("Någon Annan"), JUSTERARE)
    assert problems(data) == [(CHAIR, None), (JUSTERARE, Problem.UNKNOWN)]


def test_what_is_kept_to_check_certificates_by_is_no_change():
    issuer = x509.Certificate.load(issue("Utfärdare", ca=True).der)

    def kept(writer: IncrementalPdfFileWriter) -> None:
        DocumentSecurityStore.supply_dss_in_writer(writer, None, certs=[issuer])

    data = updated(twice(), kept)
    assert len(data) > len(twice())
    assert problems(data) == [(CHAIR, None), (JUSTERARE, None)]
    assert all(one.problem is Problem.CHANGED_AFTER for one in report(data + b"x").signatures)


@lru_cache(maxsize=1)
def signature_places() -> set[int]:
    return {at for number in (0, 1) for at in range(*gap(twice(), number))}


_PLACES = [at for at in range(len(twice())) if at not in signature_places()]


@settings(max_examples=150)
@given(place=st.sampled_from(_PLACES), bits=st.integers(1, 255))
def test_a_byte_that_was_changed_anywhere_is_noticed(place, bits):
    found = report(flipped(twice(), place, bits)).signatures
    assert found
    assert found[-1].problem is not None


@settings(max_examples=100)
@given(place=st.sampled_from(sorted(signature_places())), bits=st.integers(1, 255))
def test_a_byte_that_was_changed_in_a_signature_names_nobody_else(place, bits):
    data = flipped(twice(), place, bits)
    known = {chair().info.fingerprint, justerare().info.fingerprint}
    for one in report(data).signatures:
        assert one.problem is not None or one.fingerprint in known


@settings(max_examples=60)
@given(
    start=st.integers(0, len(twice()) - 1),
    length=st.integers(1, 3000),
    put=st.binary(max_size=40),
)
def test_a_piece_that_was_cut_out_or_put_in_is_noticed(start, length, put):
    data = twice()[:start] + put + twice()[start + length :]
    found = report(data)
    if data == twice()[: len(once())]:
        return
    assert found.signatures == () or not all(one.problem is None for one in found.signatures)
    assert found.signatures or b"/ByteRange" not in data


@settings(max_examples=100)
@given(data=st.binary(max_size=400), head=st.sampled_from([b"", b"%PDF-1.4\n", once()[-900:]]))
def test_no_file_breaks_the_program(data, head):
    found = report(head + data)
    assert not any(one.intact for one in found.signatures)


def test_a_file_that_came_back_signed_was_only_signed():
    assert adds_only_signatures(protokoll(), once())
    assert adds_only_signatures(once(), twice())
    assert adds_only_signatures(protokoll(), twice())


@pytest.mark.parametrize("change", AFTERWARDS[:8], ids=lambda one: one.__name__)
def test_a_text_that_the_first_to_sign_changed_is_noticed(change):
    """Their signature is whole: it covers the changed text."""
    data = signed(updated(protokoll(), change), chair())
    assert problems(data) == [(CHAIR, None)]
    assert not adds_only_signatures(protokoll(), data)


def test_a_place_of_ones_own_is_noticed():
    def made(writer: IncrementalPdfFileWriter) -> None:
        append_signature_field(writer, SigFieldSpec("egen", box=(10, 10, 90, 50)))

    data = signed(updated(protokoll(), made), chair(), "egen")
    assert not adds_only_signatures(protokoll(), data)


@pytest.mark.parametrize(
    "after",
    [
        lambda: b"",
        protokoll,
        lambda: protokoll() + b"\n",
        lambda: protokoll() + bytes(900),
        lambda: once()[:-9],
        lambda: flipped(once(), 20),
        lambda: once()[9:],
    ],
)
def test_what_is_not_the_file_with_more_after_it_was_not_only_signed(after):
    assert not adds_only_signatures(protokoll(), after())
