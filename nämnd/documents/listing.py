"""What is said of a list as a whole: which year, when it was made, and for whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nämnd.documents.content import Block, Document, Facts, Heading, Letterhead, Note, text
from nämnd.documents.parts import Sender

_WHOLE = "För nämndens egen del: uppgifter som kan omfattas av sekretess är med."


@dataclass(frozen=True, slots=True)
class Listing:
    """A list. `public`: for everybody; `år`: of which year, None of all."""

    made: date
    public: bool
    år: int | None = None

    def title(self, words: str) -> str:
        """Return «Diarium 2026»."""
        return f"{words} {self.år}" if self.år else words

    def extent(self, for_all: str) -> str:
        """Return whom it is for; `for_all` says what is hidden when it is for everybody."""
        return for_all if self.public else _WHOLE


@dataclass(frozen=True, slots=True)
class ListWords:
    """What a list says of itself. `extent`: whom it is for, below the `facts`."""

    title: str
    facts: tuple[tuple[str, str], ...]
    extent: str


def list_document(
    sender: Sender, listing: Listing, words: ListWords, blocks: Iterable[Block]
) -> Document:
    """Return a list as a document: what it is, then its `blocks`."""
    nämnd, title = sender.nämnd, listing.title(words.title)
    year = str(listing.år or "")
    return Document(
        title=f"{title}, {nämnd.namn}",
        head=Letterhead(nämnd.namn, words.title, year, nämnd.adress, sender.logo),
        blocks=(Heading(title, 1), Facts(words.facts), Note(text(words.extent)), *blocks),
        author=nämnd.namn,
        subject=words.title,
    )


def said_in_short(parts: Iterable[str]) -> Note:
    """Return a line with what there is to say of one thing: «Öppet · handläggare Eva Lind»."""
    words = " · ".join(filter(None, parts))
    return Note(text(words[:1].upper() + words[1:]))
