"""A finished PDF to bytes. Imports pikepdf: import it late."""

import hashlib
import warnings
from io import BytesIO

from pikepdf import ObjectStreamMode, PageCopyWarning, Pdf, StreamDecodeLevel
from pikepdf.settings import set_flate_compression_level

_STAND_IN = b"<31415926535897932384626433832795>"  # the library's fixed id
_QUICK, _USUAL = 1, -1


def saved(pdf: Pdf, identity: bytes) -> memoryview:
    """Return `pdf` as bytes: the same for the same objects and `identity`.

    The file's id comes from `identity`, not from its content: that saves hashing all of it (a third
    of the time), and on a full disk the library ends the process when it has to (pikepdf 10.18).
    What is new is packed quickly; it is little beside the bilagor, which stay as they are.
    """
    whole = BytesIO()
    set_flate_compression_level(_QUICK)
    try:
        with warnings.catch_warnings():
            # a damaged form may have widgets without a field: they show what they showed
            warnings.simplefilter("ignore", PageCopyWarning)
            pdf.save(
                whole,
                force_version="1.7",
                static_id=True,
                object_stream_mode=ObjectStreamMode.generate,
                stream_decode_level=StreamDecodeLevel.none,
            )
    finally:
        set_flate_compression_level(_USUAL)
    return _with_id(whole, hashlib.sha256(identity).hexdigest()[:32].encode())


def _with_id(whole: BytesIO, digits: bytes) -> memoryview:
    """Put the id in its two places at the end of the file, the first and the latest one."""
    data, view = whole.getvalue(), whole.getbuffer()
    pair = b"%s%s" % (_STAND_IN, _STAND_IN)
    at = data.rindex(pair)
    view[at : at + len(pair)] = b"<%s><%s>" % (digits, digits)
    return view
