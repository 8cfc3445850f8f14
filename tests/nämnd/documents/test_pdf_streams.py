"""Streams as PDF/A wants them."""

import io
import re
import zlib

import page
import pikepdf
import pytest

from nämnd.documents.pdf import pdf_bytes
from nämnd.documents.pdf.streams import saved, with_clear_line_ends
from tests.nämnd.documents.samples import CREATED, document

CRITICAL = b"\x0c"  # its check sum ends in a carriage return


def with_page(data: bytes) -> pikepdf.Pdf:
    """Return a valid document with `data` before what is on its only page."""
    pdf = pikepdf.open(io.BytesIO(pdf_bytes(document(), created=CREATED)))
    contents = pdf.pages[0].Contents
    contents.write(data + contents.read_bytes())
    return pdf


def with_stream(data: bytes) -> pikepdf.Pdf:
    """Return a valid document with one stream more in it."""
    pdf = with_page(b"")
    pdf.Root.Test = pdf.make_stream(data)
    return pdf


def doubts(data: bytes) -> list[str]:
    return [failure.message for failure in page.validate_pdf_bytes(data, profile="2a").failures]


def test_a_page_that_ends_in_a_carriage_return_ends_clearly():
    whole = with_page(b"")
    plain = whole.pages[0].Contents.read_bytes()
    tabs = next(n for n in range(256) if zlib.compress(b"\t" * n + plain).endswith(b"\r"))
    file = io.BytesIO()
    with_page(b"\t" * tabs).save(file, preserve_pdfa=True)
    doubtful = file.getvalue()
    assert doubts(doubtful) == ["a stream /Length does not match its raw content length"]
    clear = with_clear_line_ends(doubtful)
    assert doubts(clear) == []
    assert len(clear) == len(doubtful)


@pytest.mark.parametrize(
    "data", [CRITICAL, b"", b"word " * 200, b"\r", b"\n\r", b" obj\n<< /" * 9 + b"\r"]
)
def test_a_stream_reads_as_before_and_the_file_needs_no_repair(data: bytes):
    file = saved(with_stream(data))
    assert not re.search(rb"[^\r]\r\nendstream", file)
    with pikepdf.open(io.BytesIO(file)) as pdf:
        assert pdf.Root.Test.read_bytes() == data
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize(
    "data", [b"picture\r", b"x obj\n<< / y\r", b"a\r\nendstream b", b" obj\n<< /\r\nendstream\r"]
)
def test_a_picture_that_looks_like_the_end_of_a_stream_keeps_its_data(data: bytes):
    pdf = with_stream(b"")
    pdf.Root.Test.write(data, filter=pikepdf.Name.DCTDecode)
    file = saved(pdf)
    assert doubts(file) == []
    with pikepdf.open(io.BytesIO(file)) as again:
        assert again.Root.Test.read_raw_bytes() == data
