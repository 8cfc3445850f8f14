"""The answer lists, and how what is found is held against them."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from nämnd.frister.values import Frist

SVAR = Path(__file__).parent / "svar"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
ANNEXES = {"001": (4093, 4462)}
"""Lines that were a document of their own: its answers are marked «inbäddad»."""

_SAME = {
    "regioner": r"(?<!sjukvårds)region(?!al|vård)|landsting",
    "rss": r"\bRSS\b",
    "skr": r"\bSK[RL]\b",
    "kommuner": r"kommun(?!er och reg)",
    "socialstyrelsen": r"socialstyrelsen",
    "regeringen": r"\bregeringen\b",
    "regeringskansliet": r"regeringskansliet|departementet",
    "kammarkollegiet": r"kammarkollegiet",
    "nämnden": r"nämnden",
    "delprojekt": r"delprojekt",
    "utredningen": r"utredning",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """One deadline as it was found by reading."""

    lines: tuple[int, int]
    datum: date | None
    sammanträde: tuple[int, int] | None
    vem: str
    till: str
    binder: bool
    förverkande: bool
    inbäddad: str | None


@dataclass(slots=True)
class Score:
    """What was found of what had to be, and what should not have been."""

    hit: list[tuple[Answer, Frist]] = field(default_factory=list)
    missed: list[Answer] = field(default_factory=list)
    wrong: list[Frist] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Count those of another document too."""
        self.hit += other.hit
        self.missed += other.missed
        self.wrong += other.wrong

    @property
    def recall(self) -> float:
        """The share of what binds that was found."""
        asked = len(self.hit) + len(self.missed)
        return len(self.hit) / asked if asked else 1.0

    @property
    def precision(self) -> float:
        """The share of what was proposed that binds."""
        proposed = len(self.hit) + len(self.wrong)
        return len(self.hit) / proposed if proposed else 1.0

    def share(self, what: str) -> float:
        """How often `vem`, `till` or `förverkande` is right among what was found."""
        right = {"vem": _same_vem, "till": _same_till, "förverkande": _same_loss}[what]
        return sum(right(answer, frist) for answer, frist in self.hit) / (len(self.hit) or 1)


def read_answers(seed: str) -> tuple[list[Answer], date]:
    """Return a seed's answers and the document's own day."""
    *rows, last = json.loads((SVAR / f"{seed}.json").read_text(encoding="utf-8"))
    return [_answer(row) for row in rows], date.fromisoformat(last["dokumentets_dag"])


def seed_text(seed: str) -> str:
    """Return the text of a seed."""
    return next(SEEDS.glob(f"{seed}_*.txt")).read_text(encoding="utf-8")


def annex_text(seed: str) -> str:
    """Return a seed's annex alone, on the lines where it stands in the whole."""
    first, last = ANNEXES[seed]
    lines = seed_text(seed).split("\n")
    return "\n" * (first - 1) + "\n".join(lines[first - 1 : last])


def score(found: Sequence[Frist], answers: Sequence[Answer], *, embedded: bool = False) -> Score:
    """Hold what is found against the answers, each to one at most, the closest lines first."""
    asked = [_as_demanded(one, embedded=embedded) for one in answers]
    pairs = sorted(
        (
            (_closeness(answer, frist), number, place)
            for number, answer in enumerate(asked)
            for place, frist in enumerate(found)
            if _is_same(answer, frist)
        ),
        reverse=True,
    )
    matched: dict[int, int] = {}
    for _, number, place in pairs:
        if number not in matched and place not in matched.values():
            matched[number] = place
    counted = Score()
    for number, answer in enumerate(asked):
        if not answer.binder:
            continue
        if number in matched:
            counted.hit.append((answer, found[matched[number]]))
        else:
            counted.missed.append(answer)
    taken = set(matched.values())
    counted.wrong = [one for place, one in enumerate(found) if place not in taken]
    return counted


def _as_demanded(answer: Answer, *, embedded: bool) -> Answer:
    """Return it so that only what is demanded of this text binds."""
    here = (answer.inbäddad is not None) is embedded
    return replace(answer, binder=answer.binder and here)


def _answer(row: dict[str, object]) -> Answer:
    lines, datum, meeting = row["lines"], row.get("datum"), row.get("sammanträde")
    assert isinstance(lines, list)
    return Answer(
        lines=(lines[0], lines[1]),
        datum=date.fromisoformat(datum) if isinstance(datum, str) else None,
        sammanträde=(meeting[0], meeting[1]) if isinstance(meeting, list) else None,
        vem=str(row.get("vem") or ""),
        till=str(row.get("till") or ""),
        binder=row["binder"] is True,
        förverkande=row.get("förverkande") is True,
        inbäddad=str(row["inbäddad"]) if "inbäddad" in row else None,
    )


def _is_same(answer: Answer, frist: Frist) -> bool:
    same = (answer.datum, answer.sammanträde) == (frist.datum, frist.sammanträde)
    return same and frist.rad <= answer.lines[1] and answer.lines[0] <= frist.rad_till


def _closeness(answer: Answer, frist: Frist) -> float:
    first, last = answer.lines
    both = min(last, frist.rad_till) - max(first, frist.rad) + 1
    return both / (max(last, frist.rad_till) - min(first, frist.rad) + 1)


def _families(text: str) -> set[str]:
    return {name for name, words in _SAME.items() if re.search(words, text, re.IGNORECASE)}


def _same_vem(answer: Answer, frist: Frist) -> bool:
    return _families(answer.vem) == _families(frist.vem or "")


def _same_till(answer: Answer, frist: Frist) -> bool:
    return _families(answer.till) == _families(frist.till or "")


def _same_loss(answer: Answer, frist: Frist) -> bool:
    return answer.förverkande is frist.förverkande
