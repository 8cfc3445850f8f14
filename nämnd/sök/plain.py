"""Running text without its markup."""

import re

from nämnd.core.richtext import plain_text

_MARKUP = re.compile(r"[*_|`~\[\]<>&#\\]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)


def plain(source: str) -> str:
    """Return the text of a source; most have no markup, and need not be parsed."""
    return plain_text(source) if _MARKUP.search(source) else source
