"""A thing that can be found, as the index takes it in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nämnd.sök.fold import fold, words_in
from nämnd.sök.forms import PARAGRAF, forms_in
from nämnd.sök.values import Kind


@dataclass(frozen=True, slots=True)
class Doc:
    """One thing with its words.

    `precis`: the forms by which it itself is found (`nämnd.sök.forms`). `nämnder`: whose it is.
    `open`: anybody may see it; `file_open`: the words of its file too. `open_body`: what anybody
    may see of `body`, when that is not all.
    """

    kind: Kind
    key: str
    title: str
    place: str = ""
    body: str = ""
    day: date | None = None
    precis: tuple[str, ...] = ()
    nämnder: tuple[str, ...] = ()
    ärende_id: str | None = None
    sammanträde_id: str | None = None
    sekretess: bool = False
    open: bool = True
    open_body: str | None = None
    file_open: bool = False
    sha256: str | None = None


def groups(doc: Doc) -> str:
    """Return the words by which docs of a kind, and of a nämnd, are told from others.

    And by which a § is found among other words: «§ 62/2019 ambulans».
    """
    own = (form for form in doc.precis if form.startswith(PARAGRAF))
    return " ".join((kind_word(doc.kind), *(nämnd_word(one) for one in doc.nämnder), *own))


def kind_word(kind: Kind) -> str:
    """Return the word that every doc of a kind has."""
    return f"_k{kind.value}"


def nämnd_word(nämnd_id: str) -> str:
    """Return the word that every doc of a nämnd has."""
    return "_nämnd" + "".join(f"{ord(sign):x}" for sign in nämnd_id)


def indexed(group: str, texts: Iterable[str]) -> str:
    """Return what the index takes in of `texts`: group, words and the forms of dnr and §§."""
    parts = [group]
    for text in texts:
        folded = fold(text)
        parts += words_in(folded)
        parts += forms_in(folded)
    return " ".join(parts)
