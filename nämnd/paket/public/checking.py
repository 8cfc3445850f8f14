"""The finished public file searched once more for what is masked.

It reads the file as a stranger would, and knows nothing of how it was made. Imports pikepdf and
pypdfium2 when it is called.
"""
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pypdfium2 has no stubs.

import io
import re
import zipfile
from collections.abc import Iterator

from nämnd.publicering.errors import StillThereError
from nämnd.publicering.masks import Mask, mask_of

_TAGS = re.compile(r"<[^>]*>")


def refuse_what_is_left(data: bytes, name: str, mask: Mask) -> None:
    """Refuse a finished file that still has what is masked, in its text or anywhere else.

    Raises:
        StillThereError: it has.
    """
    if not mask.words:
        return
    left = tuple(words_left(data, mask)) if not mask.hits_hidden(name) else mask.words
    if left:
        raise StillThereError(mask.masked(name), left)


def words_left(data: bytes, mask: Mask) -> Iterator[str]:
    """Yield the words that are left in a PDF or a Word file."""
    said = _of_word(data) if data.startswith(b"PK") else _of_pdf(data)
    found: set[str] = set()
    for read, text in said:
        if _has(text, mask, read=read):
            here = {one for one in mask.words if _has(text, mask_of((one,)), read=read)}
            yield from sorted(here - found)
            found |= here


def _has(text: str | bytes, mask: Mask, *, read: bool) -> bool:
    from nämnd.paket.public.hidden import hits_anywhere

    return mask.hits(text) if read and isinstance(text, str) else hits_anywhere(text, mask)


def _of_pdf(data: bytes) -> Iterator[tuple[bool, str | bytes]]:
    """Yield what a PDF says, and whether it is text that is read."""
    import pypdfium2
    from pikepdf import Pdf

    from nämnd.paket.public.hidden import everything_in
    from nämnd.paket.public.letters import letters_on

    document = pypdfium2.PdfDocument(data)
    try:
        for at in range(len(document)):
            yield True, letters_on(document[at]).in_both_orders()
    finally:
        document.close()
    with Pdf.open(io.BytesIO(data)) as pdf:
        for said in everything_in(pdf):
            yield False, said


def _of_word(data: bytes) -> Iterator[tuple[bool, str | bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            yield False, name
            part = package.read(name)
            yield False, part
            if name.endswith((".xml", ".rels")):
                words = part.decode("utf-8", "replace")
                yield True, _TAGS.sub("", words)
                yield True, _TAGS.sub("\n", words)
