"""A § with its parts, in the nämnd's own order and under its own headings.

Source: KL 5:67; PRACTICE.md section 3, the shared skeleton 5.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from nämnd.core.richtext import Paragraph, Run, Runs
from nämnd.core.swedish import month_name, short_date
from nämnd.documents.content import (
    Block,
    Facts,
    Heading,
    Item,
    ItemList,
    Note,
    Subheading,
    Together,
    text,
)
from nämnd.documents.parts import numbered, running_text
from nämnd.documents.protokoll.beslut import beslut, text_block, what_is_missing
from nämnd.documents.protokoll.bilagor import Bilaga
from nämnd.documents.protokoll.förslag import förslag, heading
from nämnd.documents.protokoll.marks import anchor, title
from nämnd.documents.protokoll.omröstning import omröstning
from nämnd.protokoll.headings import in_order
from nämnd.protokoll.names import people, sentence
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.sentences import (
    anteckning_sentence,
    jäv_sentence,
    reservation_sentence,
    yrkande_sentences,
)
from nämnd.protokoll.values import AnteckningRow, ParagrafRow, Protokoll, TidigareRow

LEVEL = 2  # of the heading of a §
_PART = LEVEL + 1
_LABEL = re.compile(
    r"(?P<label>[0-9]{1,3}[A-ZÅÄÖ]{0,2}|[A-ZÅÄÖ]{1,2})\.\s+(?P<rest>\S.*)", re.DOTALL
)
_MONTHS = tuple(f"{number:02d}" for number in range(1, 13))
_EARLIER = {"beslut": "Beslut", "bordlagt": "Bordlagt", "återremitterat": "Återremitterat"}


@dataclass(frozen=True, slots=True)
class Told:
    """A § and what else is needed to tell it: what happened before it, and the bilagor."""

    protokoll: Protokoll
    paragraf: ParagrafRow
    events: tuple[str, ...] = ()
    bilagor: Mapping[str, Bilaga] = field(default_factory=dict[str, Bilaga])  # by reservation id
    draft: bool = False  # say what is missing


def paragraf_blocks(told: Told) -> Iterator[Block]:
    """Yield a whole §. Parts without content are left out.

    Its heading never stands alone at the foot of a page with its dnr.
    """
    parts = list(_parts(told))
    lead = 1 if parts and isinstance(parts[0], Subheading) else 0
    yield Together((*_head(told), *parts[:lead]))
    yield from parts[lead:]


def _head(told: Told) -> Iterator[Block]:
    paragraf = told.paragraf
    yield Heading(title(told.protokoll, paragraf), LEVEL, anchor=anchor(paragraf))
    if told.events:
        yield Note(text(" ".join(told.events)))
    if paragraf.dnr:
        yield Facts((("Dnr", ", ".join(paragraf.dnr)),))
    if told.draft:
        yield from what_is_missing(paragraf)


def _parts(told: Told) -> Iterator[Block]:
    for part, name in in_order(told.protokoll.nämnd.rubrikordning):
        if part == "Yrkanden":  # what they are set against
            yield from _headed(heading(told.protokoll), förslag(told.protokoll, told.paragraf))
        yield from _headed(name, _PARTS[part](told))
        if part in _EXTRA:
            extra, make = _EXTRA[part]
            yield from _headed(extra, make(told))


def _headed(name: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    if blocks:
        yield Subheading(name, _PART)
        yield from blocks


def _beslut(told: Told) -> tuple[Block, ...]:
    return beslut(told.protokoll, told.paragraf)


def _sammanfattning(told: Told) -> tuple[Block, ...]:
    return tuple(running_text(told.paragraf.sammanfattning))


def _beslutsunderlag(told: Told) -> tuple[Block, ...]:
    return labelled(told.paragraf.beslutsunderlag)


def _tidigare(told: Told) -> tuple[Block, ...]:
    lines = [_earlier(one) for one in told.paragraf.tidigare_behandling]
    if len(lines) == 1:
        return (text_block(lines[0]),)
    return labelled(tuple(lines))


def _yrkanden(told: Told) -> tuple[Block, ...]:
    return tuple(map(text_block, yrkande_sentences(told.protokoll, told.paragraf)))


def _beslutsgång(told: Told) -> tuple[Block, ...]:
    order = running_text(told.paragraf.propositionsordning)
    return (*order, *running_text(told.paragraf.beslutsgång))


def _omröstning(told: Told) -> tuple[Block, ...]:
    return omröstning(told.protokoll, told.paragraf)


def _jäv(told: Told) -> tuple[Block, ...]:
    rows = told.paragraf.jäv
    return tuple(text_block(jäv_sentence(told.protokoll, one)) for one in rows)


def _deltar_inte(told: Told) -> tuple[Block, ...]:
    """Return who takes no part in the beslut: neither jäv nor a reservation (KL 4:25)."""
    if not told.paragraf.deltar_inte:
        return ()
    who = sentence(people(told.protokoll, told.paragraf.deltar_inte))
    return (text_block(_say(told, "deltar inte i beslutet", personer=who)),)


def _reservation(told: Told) -> tuple[Block, ...]:
    found: list[Block] = []
    for one in told.paragraf.reservationer:
        bilaga = told.bilagor.get(one.id)
        row = replace(one, bilaga=bilaga.name) if bilaga else one
        words = reservation_sentence(told.protokoll, told.paragraf, row)
        found.append(Paragraph(_linked(words, bilaga) if bilaga else text(words)))
    return tuple(found)


def _linked(words: str, bilaga: Bilaga) -> Runs:
    """Return a sentence with a link where it names the bilaga."""
    before, name, after = words.partition(bilaga.name)
    if not name:  # the words of the nämnd leave it out
        tail = Run(bilaga.name[:1].upper() + bilaga.name[1:], href=f"#{bilaga.anchor}")
        return (Run(f"{words} "), tail, Run("."))
    return tuple(
        run for run in (Run(before), Run(name, href=f"#{bilaga.anchor}"), Run(after)) if run.text
    )


def _notes(told: Told, slag: str) -> tuple[Block, ...]:
    rows = (one for one in told.paragraf.anteckningar if one.slag == slag)
    return tuple(block for one in rows for block in _note(told.protokoll, one))


def _note(protokoll: Protokoll, one: AnteckningRow) -> Iterator[Block]:
    blocks = tuple(running_text(one.text))
    yield Together((text_block(anteckning_sentence(protokoll, one)), *blocks[:1]))
    yield from blocks[1:]


def _särskilt_yttrande(told: Told) -> tuple[Block, ...]:
    return _notes(told, "särskilt yttrande")


def _protokollsanteckning(told: Told) -> tuple[Block, ...]:
    return _notes(told, "protokollsanteckning")


def _ersättares_mening(told: Told) -> tuple[Block, ...]:
    return _notes(told, "ersättares mening")


def _anmälningar(told: Told) -> tuple[Block, ...]:
    rows = told.paragraf.anmälningar
    if all(_LABEL.fullmatch(one.strip()) for one in rows):
        return labelled(rows)
    return (numbered(rows),) if any(one.strip() for one in rows) else ()


def _justering(told: Told) -> tuple[Block, ...]:
    if not told.paragraf.omedelbart_justerad:
        return ()
    return (text_block(_say(told, "omedelbar justering")),)


def _expedieras(told: Told) -> tuple[Block, ...]:
    rows = told.paragraf.expedieringar
    return labelled(
        tuple(f"{one.till} ({one.beteckning})" if one.beteckning else one.till for one in rows)
    )


_PARTS: Mapping[str, Callable[[Told], tuple[Block, ...]]] = {
    "Beslut": _beslut,
    "Sammanfattning": _sammanfattning,
    "Beslutsunderlag": _beslutsunderlag,
    "Tidigare behandling": _tidigare,
    "Yrkanden": _yrkanden,
    "Beslutsgång": _beslutsgång,
    "Omröstning": _omröstning,
    "Jäv": _jäv,
    "Reservation": _reservation,
    "Särskilt yttrande": _särskilt_yttrande,
    "Protokollsanteckning": _protokollsanteckning,
    "Anmälningar": _anmälningar,
    "Justering": _justering,
    "Expedieras till": _expedieras,
}
_EXTRA: Mapping[str, tuple[str, Callable[[Told], tuple[Block, ...]]]] = {
    "Jäv": ("Deltar inte i beslutet", _deltar_inte),
    "Protokollsanteckning": ("Ersättares mening", _ersättares_mening),
}
"""What follows a part under a name of its own, since it is something else."""


def labelled(lines: tuple[str, ...]) -> tuple[Block, ...]:
    """Return lines as a list: with their own labels («3A.») when all have one."""
    rows = [one.strip() for one in lines if one.strip()]
    found = [match for match in map(_LABEL.fullmatch, rows) if match]
    if not rows:
        return ()
    if len(found) == len(rows):
        return (ItemList(tuple(Item(f"{m['label']}.", text(m["rest"])) for m in found)),)
    return (ItemList(tuple(Item("•", text(one)) for one in rows)),)


def _earlier(one: TidigareRow) -> str:
    """Return «Bordlagt den 6 mars 2024, § 215»."""
    word = _EARLIER.get(one.vad, sentence(one.vad))
    organ = f" av {one.organ}" if one.organ else ""
    paragraf = f", § {one.paragraf}" if one.paragraf else ""
    return f"{word}{organ} {date_words(one.datum)}{paragraf}".replace("  ", " ")


def date_words(datum: str) -> str:
    """Return a date that may be known in part: «den 6 mars 2024», «mars 2024», «2024»."""
    try:
        return f"den {short_date(date.fromisoformat(datum))}"
    except ValueError:
        year, _, month = datum.partition("-")
        return f"{month_name(int(month))} {year}" if month in _MONTHS else datum


def _say(told: Told, key: str, **values: str) -> str:
    return phrase(told.protokoll.nämnd.frasbank, key, **values)
