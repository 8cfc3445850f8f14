"""Rounds of voting on the steps of a §: which belong to which, what is left, what won. Pure.

Source: RULES.md 4, point 7: with more than two proposals a kontraproposition finds the one that
meets the huvudförslag in the huvudvotering.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from nämnd.protokoll.propositions import (
    AVSLAG,
    FÖRSLAG,
    Proposal,
    Step,
    handled_punkt,
    numbers,
    steps,
)
from nämnd.protokoll.values import (
    BeslutspunktRow,
    ParagrafRow,
    Protokoll,
    VoteringRow,
    YrkandeRow,
)
from nämnd.protokoll.votering import lost, meaning, same

_MANY = 2  # proposals that one round can decide between


@dataclass(frozen=True, slots=True)
class Decided:
    """A step with its rounds, and what won: `put` is False when it was never come to."""

    step: Step
    rounds: tuple[VoteringRow, ...]
    winner: Proposal | None
    put: bool = True


@dataclass(frozen=True, slots=True)
class NextRound:
    """What the next round of a step is about."""

    slag: str
    punkt: str | None
    ja_betyder: str
    nej_betyder: str


def assigned(
    plan: tuple[Step, ...], voteringar: Iterable[VoteringRow]
) -> tuple[tuple[tuple[VoteringRow, ...], ...], tuple[VoteringRow, ...]]:
    """Return the rounds of each step, and those that belong to none.

    A round belongs to the step whose proposals it names; one in words of its own to the first step
    about the same punkt that could be voted on and has no round yet.
    """
    rounds: list[list[VoteringRow]] = [[] for _ in plan]
    loose: list[VoteringRow] = []
    for one in voteringar:
        named = next((place for place, step in enumerate(plan) if _names(step, one)), None)
        (loose if named is None else rounds[named]).append(one)
    left = [one for one in loose if not _placed(plan, rounds, one)]
    return tuple(map(tuple, rounds)), tuple(left)


def _names(step: Step, votering: VoteringRow) -> bool:
    sides = (votering.ja_betyder, votering.nej_betyder)
    return step.punkt == votering.punkt and any(
        same(one.meaning, side) for one in step.proposals for side in sides
    )


def _placed(plan: tuple[Step, ...], rounds: list[list[VoteringRow]], one: VoteringRow) -> bool:
    for step, mine in zip(plan, rounds, strict=True):
        several = one.slag in ("kontraproposition", "huvudvotering")
        fits = len(step.proposals) > _MANY if several else len(step.proposals) >= _MANY
        free = not mine or several
        if (
            step.punkt == one.punkt
            and fits
            and free
            and (one.slag == "val") == (step.slag == "val")
        ):
            mine.append(one)
            return True
    return False


def remaining(step: Step, rounds: Iterable[VoteringRow]) -> tuple[Proposal, ...]:
    """Return the proposals of a step that no round has struck out."""
    gone = [lost(one) for one in rounds if one.utfall]
    return tuple(one for one in step.proposals if not any(same(one.meaning, out) for out in gone))


def next_round(step: Step, rounds: tuple[VoteringRow, ...]) -> NextRound | None:
    """Return what to vote on next in a step; None when there is nothing more to vote on.

    The huvudförslag waits while the others are set against one another, two and two.
    """
    left = remaining(step, rounds)
    if len(left) < _MANY or any(one.slag != "kontraproposition" for one in rounds):
        return None
    if len(left) > _MANY:
        return NextRound("kontraproposition", step.punkt, left[1].meaning, left[2].meaning)
    slag = "huvudvotering" if rounds else "val" if step.slag == "val" else "omröstning"
    return NextRound(slag, step.punkt, left[0].meaning, left[1].meaning)


def voted_winner(step: Step, rounds: tuple[VoteringRow, ...]) -> Proposal | None:
    """Return what won the last round of a step; None while that is open."""
    last = next((one for one in reversed(rounds) if one.slag != "kontraproposition"), None)
    if last is None or last.utfall is None:
        return None
    named = next((one for one in step.proposals if same(one.meaning, meaning(last))), None)
    left = remaining(step, [one for one in rounds if one is not last])
    if named is None and len(left) == _MANY:
        return left[0 if last.utfall == "ja" else 1]
    return named


def decided(
    protokoll: Protokoll,
    paragraf: ParagrafRow,
    huvudförslag: str | None = None,
    chosen: Mapping[int, str] | None = None,
) -> tuple[Decided, ...]:
    """Return the steps of a § with what won each.

    A votering decides; else what is `chosen` (place of the step → key of the proposal); else what
    the beslut in the § says; else the proposal that is put first, and none of the tillägg.

    What was never come to, after a beslut to wait or to say no, is not `put`.
    """
    plan = steps(protokoll, paragraf, huvudförslag)
    rounds, _ = assigned(plan, paragraf.voteringar)
    found: list[Decided] = []
    for place, (step, mine) in enumerate(zip(plan, rounds, strict=True)):
        put = not any(_ends(one, step) for one in found if one.put)
        key = (chosen or {}).get(place)
        wanted = next((one for one in step.proposals if one.key == key), None)
        winner = voted_winner(step, mine) or wanted or _written(protokoll, paragraf, plan, step)
        found.append(Decided(step, mine, winner if put else None, put))
    return tuple(found)


def _ends(earlier: Decided, later: Step) -> bool:
    """Say whether what won before leaves nothing to decide in a later step."""
    won = earlier.winner
    if won is None or earlier.step.punkt not in (None, later.punkt):
        return False
    if earlier.step.formal:
        return won.key == earlier.step.slag
    return earlier.step.slag != "tillägg" and won.key == AVSLAG


def _written(
    protokoll: Protokoll, paragraf: ParagrafRow, plan: tuple[Step, ...], step: Step
) -> Proposal | None:
    """Return what won a step by the beslut that stands in the §."""
    rows = _rows_of(paragraf, plan, step)
    utfall = {one.utfall for one in rows}
    yrkanden = {one.id: one for one in paragraf.yrkanden}
    texts = [one.text for one in rows if one.utfall == "enligt yrkande"]
    for one in step.proposals:
        if one.utfall == "enligt yrkande" and any(
            _says(text, [yrkanden[key] for key in one.yrkanden if key in yrkanden])
            for text in texts
        ):
            return one
    by_key = {one.key: one for one in step.proposals}
    if step.formal:
        return by_key.get(step.slag) if utfall == {step.slag} else step.proposals[0]
    if step.slag == "tillägg":
        return by_key.get(AVSLAG)
    if "avslag" in utfall and AVSLAG in by_key:
        return by_key[AVSLAG]
    rivals = [one for one in step.proposals if one.utfall == "enligt yrkande"]
    if texts and len(rivals) == 1:
        return rivals[0]
    kept = handled_punkt(protokoll, paragraf) and "enligt förslag" in utfall
    return by_key.get(FÖRSLAG, step.proposals[0]) if kept else step.proposals[0]


def _rows_of(
    paragraf: ParagrafRow, plan: tuple[Step, ...], step: Step
) -> tuple[BeslutspunktRow, ...]:
    """Return the rows of the beslut that a step is about."""
    if step.punkt:
        mine = set(numbers(step.punkt))
        return tuple(one for one in paragraf.beslutspunkter if mine & set(numbers(one.nummer)))
    if step.formal or step.slag == "tillägg":
        return paragraf.beslutspunkter
    others = {n for one in plan if one.slag == step.slag for n in numbers(one.punkt)}
    return tuple(
        one
        for one in paragraf.beslutspunkter
        if not (numbers(one.nummer) and set(numbers(one.nummer)) <= others)
    )


def _says(text: str, yrkanden: Iterable[YrkandeRow]) -> bool:
    return any(
        same(text, f"{start}{one.text}") for one in yrkanden for start in ("", "Att ", "Att utse ")
    )
