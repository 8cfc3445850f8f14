"""What is asked for, taken apart: words, phrases, dnr and §§. Any text at all can be asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nämnd.sök.fold import fold, tidy, words
from nämnd.sök.forms import Asked, asked, beteckning_form, name_form

_PHRASE = re.compile('[«»"”“]([^«»"”“]*)[«»"”“]')
_MOST = 24  # terms that are looked for; what is more adds nothing
_LONGEST = 2_000  # letters that are read of what is asked for


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that must be there.

    `words`: one word, or a phrase of several. `forms`: a dnr or § instead, in any of these.
    `typing`: it is the last word, and may go on.
    """

    words: tuple[str, ...]
    exact: bool = False
    forms: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()  # or all of these
    typing: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All that must be there, and the forms by which a thing itself may be asked for."""

    terms: tuple[Term, ...]
    precis: tuple[str, ...]


def query_of(text: str) -> Query:
    """Return what `text` asks for."""
    tidied = tidy(text[:_LONGEST])
    terms = list(_terms(tidied))[:_MOST]
    if terms and _goes_on(tidied) and not terms[-1].exact:
        last = terms[-1]
        terms[-1] = replace(last, typing=True)
    return Query(tuple(terms), _precis(tidied, terms) if terms else ())


def _goes_on(text: str) -> bool:
    return bool(text) and (text[-1].isalnum() or text[-1] in "/-")


def _precis(text: str, terms: list[Term]) -> tuple[str, ...]:
    found = [form for one in terms if one.forms for form in one.forms] if len(terms) == 1 else []
    return (*found, name_form(text), beteckning_form(text))


def _terms(text: str) -> Iterator[Term]:
    """Yield phrases, dnr and §§, and words, in order."""
    end = 0
    for one in _PHRASE.finditer(text):
        yield from _plain(text[end : one.start()])
        inside = tuple(words(one[1]))
        if inside:
            yield Term(inside, exact=True)
        end = one.end()
    yield from _plain(text[end:])


def _plain(text: str) -> Iterator[Term]:
    folded, end = fold(text), 0
    for one in asked(folded):
        yield from _words(folded[end : one.start])
        yield _form_term(folded, one)
        end = one.end
    yield from _words(folded[end:])


def _form_term(folded: str, one: Asked) -> Term:
    return Term(tuple(words(folded[one.start : one.end])), forms=one.forms, loose=one.loose)


def _words(folded: str) -> Iterator[Term]:
    return (Term((word,)) for word in words(folded))
