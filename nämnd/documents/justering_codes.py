"""The one-time codes of those who are asked to approve a protokoll, a page for each.

They are handed over apart from the package: whoever has both can answer in that person's name.
"""

from collections.abc import Iterator, Sequence

from nämnd.core.richtext import Paragraph
from nämnd.documents.content import Block, Document, Facts, Heading, PageBreak, text
from nämnd.documents.parts import Sender, letterhead
from nämnd.sammanträde.dagordning import SammanträdeRow

_KIND = "Kod för justering"
_WHAT_NOW = (
    "Du får en fil med protokollet för sig. Öppna den, läs, och svara. När programmet frågar efter "
    "koden skriver du den som den står här. Spara inte koden tillsammans med filen."
)


def build_codes(
    sender: Sender,
    head: SammanträdeRow,
    which: str,
    rows: Sequence[tuple[str, str]],
    *,
    passphrase: str | None = None,
) -> Document:
    """Return a page for each of `rows` (whose it is, the code).

    Args:
        sender: the nämnd.
        head: the sammanträde.
        which: «§§ 59–74».
        rows: whose it is, and the code.
        passphrase: of the file, when it has one.
    """
    return Document(
        title=f"{_KIND} {head.day_text}, {sender.nämnd.namn}",
        head=letterhead(sender, _KIND, head),
        blocks=tuple(_pages(which, rows, passphrase)),
        author=sender.nämnd.namn,
        subject=_KIND,
    )


def _pages(which: str, rows: Sequence[tuple[str, str]], passphrase: str | None) -> Iterator[Block]:
    phrase = (("Filens lösenord", passphrase),) if passphrase else ()
    for at, (name, code) in enumerate(rows):
        if at:
            yield PageBreak()
        yield Heading(name, 1)
        yield Facts((("Gäller", f"Justering av {which}"), ("Kod", code), *phrase))
        yield Paragraph(text(_WHAT_NOW))
