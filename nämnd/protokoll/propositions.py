"""In which order the propositions are put: steps made of the förslag and the yrkanden. Pure.

Formal yrkanden first (återremiss, bordläggning: shall the matter be decided today?), then the
huvudförslag against the others, last each tillägg on its own.

Source: RULES.md 4, points 1, 6 and 7 (KL 5:53; sammanträdespraxis); PRACTICE.md 4, cases 3 and 4.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from nämnd.protokoll.names import belongs
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.values import ParagrafRow, Protokoll, YrkandeRow
from nämnd.protokoll.votering import same
from nämnd.sammanträde.dagordning import PunktRow

Stegslag = Literal["återremiss", "bordläggning", "huvudförslag", "val", "tillägg"]
FORMAL: tuple[Stegslag, ...] = ("återremiss", "bordläggning")
FÖRSLAG = "förslag"
I_DAG = "i dag"
AVSLAG = "avslag"
_TODAY = re.compile(
    r"avgör\w* (i ?dag|nu)|avslag på (yrkandet om )?(återremiss|bordläggning)", re.IGNORECASE
)
_MAIN = ("ändring", "annat", "avslag", "bifall")  # of several slag the first here decides


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that can win a step.

    `name` stands in running text («Bo Alms (S) ändringsyrkande»), `meaning` is what a vote for it
    is for («bifall till Bo Alms (S) ändringsyrkande»). `yrkanden`: the ids that it takes up.
    `utfall` is what the beslut is called when it wins; None when that decides nothing by itself.
    """

    key: str  # FÖRSLAG, I_DAG, AVSLAG, or the id of its first yrkande
    name: str
    meaning: str
    yrkanden: tuple[str, ...] = ()
    utfall: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Proposals that are put against one another, the one that is expected to win first."""

    slag: Stegslag
    punkt: str | None
    proposals: tuple[Proposal, ...]

    @property
    def formal(self) -> bool:
        """Say whether it is about when the matter is decided."""
        return self.slag in FORMAL

    @property
    def what(self) -> str:
        """Return what the step is about: «ärendet» or «punkt 2»."""
        return f"punkt {self.punkt}" if self.punkt else "ärendet"


def steps(
    protokoll: Protokoll, paragraf: ParagrafRow, huvudförslag: str | None = None
) -> tuple[Step, ...]:
    """Return the steps in the order in which they are put. Withdrawn yrkanden are left out.

    Every other yrkande is taken up exactly once (once as each, when it is both a tillägg or a
    formal yrkande and something else).

    Args:
        protokoll: the sammanträde.
        paragraf: one of its §§, or one made up for a punkt that has none yet.
        huvudförslag: key of the proposal that the ordförande puts first; None: the förslag.
    """
    matter = _Matter(protokoll, paragraf)
    found = (*matter.formal(), *matter.contests(), *matter.additions())
    return tuple(_numbered([_led_by(step, huvudförslag) for step in found]))


def handled_punkt(protokoll: Protokoll, paragraf: ParagrafRow) -> PunktRow | None:
    """Return the punkt of the dagordning that a § handles."""
    return next((one for one in protokoll.punkter if one.id == paragraf.punkt_id), None)


def numbers(punkt: str | None) -> range:
    """Return the numbers in «2» or «2–12»; empty for what is no number."""
    found = re.fullmatch(r"\s*(\d{1,4})\s*(?:[–-]\s*(\d{1,4})\s*)?", punkt or "")
    return range(int(found[1]), int(found[2] or found[1]) + 1) if found else range(0)


class _Matter:
    """The yrkanden of a § and what they are put against."""

    def __init__(self, protokoll: Protokoll, paragraf: ParagrafRow) -> None:
        self._protokoll = protokoll
        self._live = [one for one in paragraf.yrkanden if not one.återtaget]
        punkt = handled_punkt(protokoll, paragraf)
        self._satser = len(punkt.förslag) if punkt else 0
        self._förslag = phrase(protokoll.nämnd.frasbank, "förslaget")
        self._today = {one.id for one in self._live if self._is_for_today(one)}

    def formal(self) -> Iterator[Step]:
        waiting = [one for one in self._live if one.id in self._today]
        for punkt in _places(one for one in self._live if set(one.slag) & set(FORMAL)):
            for slag in FORMAL:
                mine = [one for one in self._live if slag in one.slag and one.punkt == punkt]
                if mine:
                    yield _formal_step(slag, punkt, waiting, mine)
                    waiting = []

    def contests(self) -> Iterator[Step]:
        groups = {
            punkt: [one for one in self._live if one.punkt == punkt and self._role(one)]
            for punkt in _places(one for one in self._live if self._role(one))
        }
        covered = {number for punkt in groups for number in numbers(punkt)}
        if None not in groups and len(set(range(1, self._satser + 1)) - covered):
            groups = {None: [], **groups}
        for punkt, mine in groups.items():
            yield self._contest(punkt, mine, partly=len(groups) > 1)

    def additions(self) -> Iterator[Step]:
        mine = [one for one in self._live if "tillägg" in one.slag]
        for group in _alike(mine):
            proposal = self._own(group, "tilläggsyrkande")
            no = Proposal(AVSLAG, f"avslag på {proposal.name}", f"avslag på {proposal.name}")
            yield Step("tillägg", group[0].punkt, (proposal, no))

    def _is_for_today(self, one: YrkandeRow) -> bool:
        """Say whether it only wants the matter to be decided today."""
        others = any(set(other.slag) & set(FORMAL) for other in self._live)
        return others and set(one.slag) <= {"annat", "avslag"} and bool(_TODAY.search(one.text))

    def _role(self, one: YrkandeRow) -> str | None:
        """Return what it is in a contest; None: it is only taken up elsewhere."""
        if one.id in self._today:
            return None
        if "namnförslag" in one.slag:
            return "namnförslag"
        known = next((slag for slag in _MAIN if slag in one.slag), None)
        return known or (None if one.slag else "annat")

    def _contest(self, punkt: str | None, mine: list[YrkandeRow], *, partly: bool) -> Step:
        mine = sorted(mine, key=lambda one: one.hand)
        own = [one for one in mine if self._role(one) in ("ändring", "annat", "namnförslag")]
        rivals = [self._rival(group) for group in _alike(own)]
        against = [one for one in mine if self._role(one) == "avslag"]
        name = self._name_of_förslag(punkt, rest=partly and not (rivals or against))
        if against:
            meaning = f"avslag på {name}"
            rivals.append(Proposal(AVSLAG, "yrkandet om avslag", meaning, _ids(against), "avslag"))
        supporters = [one for one in mine if self._role(one) == "bifall"]
        for one in list(supporters):
            place = self._supported(one, rivals, own)
            if place is not None:
                supporters.remove(one)
                joined = (*rivals[place].yrkanden, one.id)
                rivals[place] = replace(rivals[place], yrkanden=joined)
        if self._satser or supporters or against:
            meaning = f"bifall till {name}"
            rivals.insert(0, Proposal(FÖRSLAG, name, meaning, _ids(supporters), "enligt förslag"))
        val = any(self._role(one) == "namnförslag" for one in mine)
        return Step("val" if val else "huvudförslag", punkt, tuple(rivals))

    def _name_of_förslag(self, punkt: str | None, *, rest: bool) -> str:
        if punkt:
            return f"{self._förslag} i punkt {punkt}"
        return f"{self._förslag} i övrigt" if rest else self._förslag

    def _rival(self, group: list[YrkandeRow]) -> Proposal:
        first = group[0]
        if self._role(first) == "namnförslag":
            name = first.text.strip().rstrip(".") or "den föreslagna"
            return Proposal(first.id, name, f"val av {name}", _ids(group), "enligt yrkande")
        if first.hand > 1:
            return self._own(group, "andrahandsyrkande")
        return self._own(group, "ändringsyrkande" if self._role(first) == "ändring" else "yrkande")

    def _own(self, group: list[YrkandeRow], what: str) -> Proposal:
        persons = tuple(dict.fromkeys(key for one in group for key in one.av))
        partier = tuple(dict.fromkeys(parti for one in group for parti in one.av_partier))
        name = belongs(self._protokoll, persons, partier, what)
        return Proposal(group[0].id, name, f"bifall till {name}", _ids(group), "enligt yrkande")

    def _supported(
        self, one: YrkandeRow, rivals: list[Proposal], own: list[YrkandeRow]
    ) -> int | None:
        """Return the place of the rival whose mover a bifallsyrkande names («Bo Alms yrkande»)."""
        by_id = {other.id: other for other in own}
        for place, rival in enumerate(rivals):
            movers = [key for yrkande in rival.yrkanden if yrkande in by_id
                      for key in by_id[yrkande].av]  # fmt: skip
            known = [self._protokoll.deltagare[key] for key in movers
                     if key in self._protokoll.deltagare and key not in one.av]  # fmt: skip
            if any(person.namn in one.text for person in known):
                return place
        return None


def _formal_step(
    slag: Stegslag, punkt: str | None, waiting: list[YrkandeRow], mine: list[YrkandeRow]
) -> Step:
    what = f"punkt {punkt}" if punkt else "ärendet"
    today = f"att {what} avgörs i dag"
    name = f"{slag} av punkt {punkt}" if punkt else slag
    return Step(
        slag,
        punkt,
        (
            Proposal(I_DAG, today, today, _ids(waiting)),
            Proposal(slag, name, name, _ids(mine), slag),
        ),
    )


def _led_by(step: Step, key: str | None) -> Step:
    """Let the proposal with `key` come first, unless the step is a question of today or later."""
    if step.slag not in ("huvudförslag", "val"):
        return step
    return replace(step, proposals=tuple(sorted(step.proposals, key=lambda one: one.key != key)))


def _numbered(found: list[Step]) -> Iterator[Step]:
    """Tell proposals apart that would be called the same: «Bo Alms (S) tilläggsyrkande nr 2»."""
    names = Counter(one.name for step in found for one in step.proposals if one.yrkanden)
    seen: Counter[str] = Counter()
    for step in found:
        first = step.proposals[0] if step.proposals else None
        renamed = list(step.proposals)
        for place, one in enumerate(step.proposals):
            own = one.key not in (FÖRSLAG, I_DAG, AVSLAG, *FORMAL)
            if own and names[one.name] > 1:
                seen[one.name] += 1
                renamed[place] = _renamed(one, one.name, seen[one.name])
        if step.slag == "tillägg" and first and renamed[0] != first:
            renamed[1] = _renamed(renamed[1], first.name, seen[first.name])
        yield replace(step, proposals=tuple(renamed))


def _renamed(one: Proposal, name: str, number: int) -> Proposal:
    new = f"{name} nr {number}"
    return replace(one, name=one.name.replace(name, new), meaning=one.meaning.replace(name, new))


def _places(rows: Iterable[YrkandeRow]) -> list[str | None]:
    """Return the punkter that yrkanden are about: the whole first, then by number."""
    found = dict.fromkeys(one.punkt for one in rows)
    return sorted(found, key=_place)


def _place(punkt: str | None) -> tuple[bool, int, str]:
    return punkt is not None, min(numbers(punkt), default=0), punkt or ""


def _alike(rows: Iterable[YrkandeRow]) -> list[list[YrkandeRow]]:
    """Return yrkanden in groups: those of the same punkt with the same words are one."""
    groups: list[list[YrkandeRow]] = []
    for one in rows:
        for group in groups:
            if same(group[0].text, one.text) and group[0].punkt == one.punkt:
                group.append(one)
                break
        else:
            groups.append([one])
    return groups


def _ids(rows: Iterable[YrkandeRow]) -> tuple[str, ...]:
    return tuple(one.id for one in rows)
