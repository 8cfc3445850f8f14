"""Names in running text that nobody at the sammanträde, and nobody known, goes by.

Only what is surely a person is looked at: a name with a party («Karl Ny (S)»), after a title
(«direktör Karl Ny») or before what only people do («Karl Ny reserverar sig»). A false alarm costs
more than a name that is passed over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeAlias

from nämnd.core.swedish import sort_key
from nämnd.protokoll.checks.texts import Text, texts
from nämnd.protokoll.findings import Finding, Rule
from nämnd.protokoll.values import ParagrafRow, Protokoll

Known: TypeAlias = tuple[str, str | None]
"""A name and its party."""

_CAPITAL = r"[A-ZÅÄÖÉÈÜØÆ][\w’'-]*"
_NAME = rf"{_CAPITAL}(?:\s(?:(?:von|af|de|der|van|la)\s)?{_CAPITAL}){{1,3}}"
_WITH_PARTY = re.compile(rf"(?<![\w.])(?P<name>{_NAME})\s\((?P<parti>[A-ZÅÄÖ]{{1,4}})\)")
_DOES = re.compile(
    rf"(?<![\w.])(?P<name>{_NAME})\s(?:yrkar|reserverar\ssig|anmäler\sjäv|deltar\sinte|tjänstgör"
    r"|utses|avstår|föredrar|redogör|informerar|rapporterar|presenterar|biträder)(?!\w)"
)
_TITLE = (
    r"(?i:\w*(?:direktör|ordförande|ledamot|sekreterare|chef|strateg|läkare|controller|handläggare"
    r"|samordnare|jurist|ekonom)(?:en|n)?)\s"
)
_TITLED = re.compile(rf"(?<!\w){_TITLE}(?P<name>{_NAME})")
_PARTIES = frozenset(("M", "S", "C", "V", "L", "KD", "MP", "SD", "FP", "FI"))
_BODY = re.compile(
    r"region|nämnd|styrels|kommun|landsting|fullmäktig|utskott|förvaltning|sjukhus|universitet"
    r"|skola|institut|styrelse|råd\b|bolag|förbund|avdelning|enhet|centrum|grupp|hotel|socialdep"
    r"|parti|demokrat|liberal|moderat|center|vänster|södra|norra|östra|västra|mellersta",
    re.IGNORECASE,
)
_NEAR = 0.84  # how alike two names are of which one is probably the other misspelt


@dataclass(frozen=True, slots=True)
class _People:
    """Everybody known, by folded name: the name as written and the parties seen with it."""

    names: dict[str, str] = field(default_factory=dict[str, str])
    parties: dict[str, set[str]] = field(default_factory=dict[str, set[str]])

    def add(self, namn: str, parti: str | None) -> None:
        key = _fold(namn)
        if key:
            self.names.setdefault(key, namn)
            self.parties.setdefault(key, set()).update(filter(None, (parti,)))

    def find(self, name: str) -> str | None:
        """Return the key of who is meant; words before the name, and an s after, don't count."""
        for form in (name, name.removesuffix("s")):
            words = _fold(form).split()
            for start in range(len(words) - 1):
                if (key := " ".join(words[start:])) in self.names:
                    return key
        return None

    def near(self, name: str) -> str | None:
        """Return the name as it is known that `name` is very like."""
        found = get_close_matches(_fold(name), self.names, n=1, cutoff=_NEAR)
        return self.names[found[0]] if found else None


def name_findings(protokoll: Protokoll, register: frozenset[Known]) -> Iterator[Finding]:
    """Yield unknown names, misspelt ones, and people with another party than theirs."""
    people = _people(protokoll, register)
    parties = _PARTIES | {party for known in people.parties.values() for party in known}
    said = {one.id: one.föredragande or "" for one in protokoll.punkter}
    for paragraf in protokoll.paragrafer:
        presented = _fold(said.get(paragraf.punkt_id or "", ""))
        for text in texts(paragraf):
            if text.running:
                yield from _in_text(paragraf, text, people, parties, presented)


def _people(protokoll: Protokoll, register: frozenset[Known]) -> _People:
    people = _People()
    for one in protokoll.deltagare.values():
        people.add(one.namn, one.parti)
    for namn, parti in sorted(register, key=lambda one: (one[0], one[1] or "")):
        people.add(namn, parti)
    head = protokoll.sammanträde
    for person in (head.ordförande, head.sekreterare):
        if person is not None:
            people.add(person.namn, None)
    return people


def _in_text(
    paragraf: ParagrafRow,
    text: Text,
    people: _People,
    parties: frozenset[str] | set[str],
    presented: str,
) -> Iterator[Finding]:
    for name, parti in _named(text.text, parties).items():
        key = people.find(name)
        known = people.parties.get(key, set()) if key else set[str]()
        rule, words = None, (name, parti or "")
        if key is None and _fold(name) not in presented:
            near = people.near(name)
            rule = Rule.MISSPELT_NAME if near else Rule.UNKNOWN_NAME
            words = (*words, near) if near else words
        elif key is not None and parti and known and parti not in known:
            rule, words = Rule.NAME_WITH_OTHER_PARTY, (*words, *sorted(known))
        if rule is not None:
            yield Finding(rule, text.place, paragraf.id, paragraf.nummer, words=words)


def _named(text: str, parties: frozenset[str] | set[str]) -> Mapping[str, str | None]:
    """Return the people that a text names, with their party where it says so."""
    found: dict[str, str | None] = {}
    for match in _WITH_PARTY.finditer(text):
        name = _without_title(match["name"])
        if match["parti"] in parties and " " in name:
            found[name] = match["parti"]
    for pattern in (_DOES, _TITLED):
        for match in pattern.finditer(text):
            name = _without_title(match["name"])
            told = any(name in one or one in name for one in found)
            if " " in name and not told and not _BODY.search(name):
                found[name] = None
    return found


def _without_title(name: str) -> str:
    return re.sub(f"^{_TITLE}", "", name)


def _fold(name: str) -> str:
    return " ".join(sort_key(name).replace("’", "'").split())
