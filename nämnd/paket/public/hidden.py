"""What a PDF says where nobody reads: names, properties, descriptions, addresses.

Imports pikepdf: import it late.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache

from pikepdf import (
    Array,
    ContentStreamInlineImage,
    Dictionary,
    Name,
    Object,
    Page,
    Pdf,
    Stream,
    String,
    parse_content_stream,
)

from nämnd.paket.foreign import FOREIGN
from nämnd.publicering.masks import Mask, letters_of, mask_of

_PICTURES = frozenset({"/DCTDecode", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode"})
_PARENTS = frozenset({"/Parent", "/P", "/Pg", "/StructParent", "/StructParents"})
_LEAST = 5  # letters of a word that can be told from noise in bytes
_ENCODINGS = ("utf-8", "utf-16-be", "utf-16-le", "latin-1")
_BESIDE = 16  # bytes beside a word that tell whether it is a part of a longer one
_NOISE = re.compile(r"[^A-Za-z0-9ÅÄÖÉÜåäöéü]")
_TEXT = frozenset({"Tj", "TJ", "'", '"'})  # what these show is read as text
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{8,})>")


class _UnreadableError(Exception):
    """Something can't be taken apart, so that nobody knows what it says."""


def hidden_hits(roots: Iterable[Object], mask: Mask) -> bool:
    """Say whether anything that hangs on `roots` has what is to be masked, but for drawn text.

    What can't be taken apart may have it: so it counts as if it had.
    """
    walker = _Walker(strict=True)
    try:
        return any(_hits(one, mask) for root in roots for one in walker.under(root))
    except _UnreadableError:
        return True


def everything_in(pdf: Pdf) -> Iterator[str | bytes]:
    """Yield every string, name and stream of a file; what is drawn is not put together."""
    walker = _Walker(strict=False)
    for one in (*pdf.objects, pdf.trailer):
        yield from walker.under(one)


class _Walker:
    """Goes through objects, each once, without being led in circles.

    `strict`: what can't be taken apart is an error, not passed over.
    """

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._seen: set[tuple[int, int]] = set()

    def under(self, root: Object) -> Iterator[str | bytes]:  # noqa: C901 one case per kind
        if isinstance(root, Dictionary) and root.get("/Type") == Name.Page:
            yield from self._reading(_marked(Page(root)))
        waiting: list[object] = [root]
        while waiting:
            one = waiting.pop()
            if isinstance(one, Object) and one.is_indirect:
                if one.objgen in self._seen:
                    continue
                self._seen.add(one.objgen)
            if isinstance(one, String | Name):
                yield str(one)
                if isinstance(one, String):
                    yield bytes(one)
            elif isinstance(one, Array):
                waiting += list(one)
            elif isinstance(one, Dictionary | Stream):
                if one is not root and one.get("/Type") == Name.Page:
                    continue  # where a link leads
                waiting += [value for key, value in one.items() if key not in _PARENTS]
                yield from one.keys()
            if isinstance(one, Stream):
                yield from self._reading(_said_in(one))

    def _reading(self, said: Iterator[str | bytes]) -> Iterator[str | bytes]:
        try:
            yield from said
        except (*FOREIGN, zlib.error) as error:
            if self._strict:
                raise _UnreadableError from error


def _said_in(stream: Stream) -> Iterator[str | bytes]:
    kind = stream.get("/Filter")
    kinds = {str(one) for one in (kind if isinstance(kind, Array) else [kind])}
    picture = bool(kinds & _PICTURES)
    data = stream.read_raw_bytes() if picture else stream.read_bytes()
    if stream.get("/Subtype") == Name.Image and not picture:
        return  # nothing but dots
    yield data
    if picture or "/Length1" in stream or "/N" in stream:  # a font, colours
        return
    yield from (bytes.fromhex(_even(one)) for one in _HEX.findall(data))
    if stream.get("/Subtype") == Name.Form or "/PatternType" in stream:
        yield from _marked(stream)


def _even(digits: bytes) -> str:
    bare = b"".join(digits.split())
    return (bare + b"0" * (len(bare) % 2)).decode()


def _marked(drawing: Page | Stream) -> Iterator[str | bytes]:
    """Yield the strings of what is drawn that are not shown as text: ActualText, Alt, E."""
    for step in parse_content_stream(drawing):
        if isinstance(step, ContentStreamInlineImage) or str(step.operator) in _TEXT:
            continue
        for operand in step.operands:
            if isinstance(operand, Dictionary | Array | String):
                yield from _Walker(strict=True).under(operand)


def _hits(said: str | bytes, mask: Mask) -> bool:
    if isinstance(said, bytes):
        return _in_bytes(said, mask)
    if said.startswith("/"):
        return _long(mask.words).hits_hidden(said)
    if said.isalpha() or any(map(str.isspace, said)):  # words: a title, a bookmark
        return mask.hits(said)
    return mask.hits_hidden(said)


def _in_bytes(data: bytes, mask: Mask) -> bool:
    low = data.lower()
    for form, encoding in _forms(mask.words):
        at = low.find(form)
        while at >= 0:
            if mask.hits(_around(data, at, at + len(form), encoding)):
                return True
            at = low.find(form, at + 1)
    return False


def _around(data: bytes, start: int, end: int, encoding: str) -> str:
    """Return some bytes as text, with a little of what stands beside them."""
    before = data[max(0, start - _BESIDE) : start].decode(encoding, "ignore")
    after = data[end : end + _BESIDE].decode(encoding, "ignore")
    word = data[start:end].decode(encoding, "ignore")
    return f"{_NOISE.sub(' ', before)}{word}{_NOISE.sub(' ', after)}"


def hits_anywhere(said: str | bytes, mask: Mask) -> bool:
    """Say whether a string or the bytes of a stream have what is to be masked."""
    return _hits(said, mask)


@lru_cache(maxsize=8)
def _long(words: tuple[str, ...]) -> Mask:
    """Return a mask of the words that can be told from a PDF's own names: «/Li», «/Ed»."""
    return mask_of(one for one in words if len(letters_of(one)) >= _LEAST)


@lru_cache(maxsize=8)
def _forms(words: tuple[str, ...]) -> tuple[tuple[bytes, str], ...]:
    """Return the words as bytes, in the ways in which a file may write them."""
    found: dict[bytes, str] = {}
    for word in _long(words).words:
        for form in (word.casefold(), word.lower(), word.upper(), word):
            for encoding in _ENCODINGS:
                with suppress(UnicodeEncodeError):
                    found.setdefault(form.encode(encoding).lower(), encoding)
    return tuple(found.items())
