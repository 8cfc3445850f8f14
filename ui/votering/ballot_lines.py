"""What the omröstning shows: a line for each who votes, and the round that comes next."""

from dataclasses import replace

from nämnd.protokoll.ballot import Voter
from nämnd.protokoll.propositions import steps
from nämnd.protokoll.rounds import NextRound, assigned, next_round
from nämnd.protokoll.values import VoteringRow
from ui.toolkit.palette import Role
from ui.votering.ballot_table import BallotLine
from ui.votering.saving import Shown

_OPEN = NextRound("omröstning", None, "", "")


def coming_rounds(shown: Shown) -> tuple[NextRound, ...]:
    """Return what can be voted on next, at least one: of each step that is still open."""
    plan = steps(shown.protokoll, shown.paragraf)
    rounds, _ = assigned(plan, shown.paragraf.voteringar)
    found = [next_round(step, mine) for step, mine in zip(plan, rounds, strict=True)]
    alone = [step.proposals[0].meaning for step in plan[:1]]
    open_ = replace(_OPEN, ja_betyder=alone[0]) if alone and not any(rounds) else _OPEN
    return tuple(one for one in found if one) or (open_,)


def ballot_line(shown: Shown, one: Voter) -> BallotLine:
    """Return the line of one who votes, or could be expected to."""
    known = shown.protokoll.deltagare.get(one.person_id)
    name = shown.protokoll.name(one.person_id)
    if known and known.roll and "ordförande" in known.roll:
        name = f"{name}, {known.roll}"
    return BallotLine(
        one.person_id,
        name,
        (known.huvudman or "").removeprefix("Region ") if known else "",
        (known.parti or "") if known else "",
        one.läge,
        one.may_vote,
        _aside(shown, one),
        wrong=bool(one.röst) and not one.may_vote,
    )


def _aside(shown: Shown, one: Voter) -> str:
    if one.läge == "jäv":
        return f"jäv {shown.number}"
    if one.läge == "deltar inte":
        return "deltar inte i beslutet"
    return f"ersätter {shown.protokoll.name(one.för)}" if one.för else ""


def chip_role(key: str, votering: VoteringRow) -> Role:
    """Return the role of the chip that counts a vote: what won is good."""
    if key == "ej röstat":
        return Role.WARN
    return Role.GOOD if key == votering.utfall else Role.QUIET
