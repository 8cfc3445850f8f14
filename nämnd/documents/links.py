"""Which links in running text become links on paper. A hostile address becomes plain text."""

from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote, urlsplit

from nämnd.documents.content import Document, Heading, every_block

_OUTSIDE = frozenset({"http", "https", "mailto"})
BILAGA = "bilaga:"
_KEPT = "%/:?#[]@!$&'()*+,;=~-._"

Href: TypeAlias = Callable[[str | None], str]


def anchors_of(document: Document) -> frozenset[str]:
    """Return the names that links inside `document` can point at."""
    found = (one.anchor for one in every_block(document.blocks) if isinstance(one, Heading))
    return frozenset(name for name in found if name)


def usable(href: str | None, anchors: frozenset[str], *, keep_bilaga: bool) -> str:
    """Return the address to link to, in ASCII, or "" where the words stay plain text.

    «#name» points at a heading of the document. «bilaga:3A» is kept when `keep_bilaga`.
    """
    if not href:
        return ""
    if href.startswith("#"):
        return href if href[1:] in anchors else ""
    if href.startswith(BILAGA):
        return quote(href, safe=_KEPT) if keep_bilaga else ""
    return quote(href, safe=_KEPT) if _scheme(href) in _OUTSIDE else ""


def _scheme(href: str) -> str:
    try:
        return urlsplit(href).scheme
    except ValueError:  # «http://[» and the like
        return ""
