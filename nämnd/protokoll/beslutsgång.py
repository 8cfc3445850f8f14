"""Propositionsordning and beslutsgång in words, from the phrase bank. Pure functions.

Source: KL 5:67 p 2–3 (the order of propositions, omröstningar and their results); PRACTICE.md
section 3, the wording bank.
"""

from collections.abc import Iterator

from nämnd.core import richtext
from nämnd.core.swedish import counted, listed
from nämnd.protokoll.meanings import decision, finding
from nämnd.protokoll.names import people
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.propositions import FÖRSLAG, I_DAG, Proposal, Step
from nämnd.protokoll.rounds import Decided, assigned
from nämnd.protokoll.rules import counts
from nämnd.protokoll.values import ParagrafRow, Protokoll, VoteringRow
from nämnd.protokoll.votering import meaning

_PAIR = 2


def propositionsordning(protokoll: Protokoll, plan: tuple[Step, ...]) -> str:
    """Return the order as text (nämnd.core.richtext); «» when there is only one way to put it."""
    if len(plan) < _PAIR and all(len(one.proposals) <= _PAIR for one in plan):
        return ""
    order = ", ".join(f"{_when(place)}{_described(step)}" for place, step in enumerate(plan))
    text = phrase(protokoll.nämnd.frasbank, "propositionsordning", ordning=order)
    return richtext.from_plain(text)


def _when(place: int) -> str:
    return "därefter " if place else "först "


def _described(step: Step) -> str:
    if step.formal:
        return f"om {step.what} ska avgöras i dag eller {_passive(step)}"
    names = [one.name for one in step.proposals]
    if step.slag == "tillägg" or len(names) == 1:
        return names[0]
    if len(names) == _PAIR:
        return f"{names[0]} mot {names[1]}"
    return f"{listed(names)} mot varandra, med {names[0]} som huvudförslag"


def _passive(step: Step) -> str:
    return "återremitteras" if step.slag == "återremiss" else "bordläggas"


def beslutsgång(protokoll: Protokoll, paragraf: ParagrafRow, found: tuple[Decided, ...]) -> str:
    """Return how the decision was reached, as text (nämnd.core.richtext), a paragraph a step.

    «» when nobody moved anything and nobody voted: then there is only the beslut.
    """
    if not (paragraf.voteringar or any(not one.återtaget for one in paragraf.yrkanden)):
        return ""
    writer = _Writer(protokoll, paragraf)
    put = [one for one in found if one.put]
    parts = [writer.step(place, one, len(put)) for place, one in enumerate(put)]
    parts += writer.fallen(found)
    _, loose = assigned(tuple(one.step for one in found), paragraf.voteringar)
    parts += [writer.voted(one) for one in loose]
    return richtext.from_plain("\n\n".join(part for part in parts if part))


class _Writer:
    """Sentences in the words of the nämnd."""

    def __init__(self, protokoll: Protokoll, paragraf: ParagrafRow) -> None:
        self._protokoll, self._paragraf = protokoll, paragraf

    def step(self, place: int, one: Decided, count: int) -> str:
        when = "" if count < _PAIR else _when(place).strip()
        return " ".join((self._put(one, when), *self._rounds(one)))

    def fallen(self, found: tuple[Decided, ...]) -> list[str]:
        """Return the sentence about yrkanden that were never come to."""
        rest = [one for step in found if not step.put for one in step.step.proposals]
        names = [one.name for one in rest if one.yrkanden and one.key != FÖRSLAG]
        if any(one.put and one.winner and one.winner.key == one.step.slag for one in found):
            return [self._say("övriga yrkanden prövas inte")] if any(map(_moved, rest)) else []
        return [self._say("yrkande faller", yrkanden=listed(names))] if names else []

    def voted(self, votering: VoteringRow, *, last: bool = True, requested: bool = True) -> str:
        """Return one round: that it is asked for, what Ja and Nej mean, and the result."""
        parts = [self._say("omröstning begärs")] if requested else []
        if votering.sluten:
            parts.append(self._say("sluten omröstning"))
        parts.append(
            self._say("voteringsproposition", ja=votering.ja_betyder, nej=votering.nej_betyder)
        )
        return " ".join((*parts, *self._result(votering, last=last)))

    def _put(self, one: Decided, when: str) -> str:
        step = one.step
        # with a votering: what the ordförande found before somebody asked for it
        won = step.proposals[0] if one.rounds or one.winner is None else one.winner
        names = [each.name for each in step.proposals]
        if step.formal:
            key, utfall = f"proposition om {step.slag}", _found(step, won)
            return self._say(key, när=when, vad=step.what, utfall=utfall)
        utfall = finding(won.meaning)
        if step.slag == "tillägg":
            return self._say("proposition på tillägg", när=when, förslag=names[0], utfall=utfall)
        if len(names) == 1:
            return self._say("en proposition", när=when, förslag=names[0], utfall=utfall)
        if len(names) == _PAIR:
            words = {"förslag": names[0], "motförslag": names[1], "utfall": utfall}
            return self._say("två propositioner", när=when, **words)
        return self._say("flera propositioner", när=when, förslag=listed(names), utfall=utfall)

    def _rounds(self, one: Decided) -> Iterator[str]:
        if not one.rounds:
            return
        yield self._say("omröstning begärs")
        if any(each.slag == "kontraproposition" for each in one.rounds):
            yield self._say("huvudförslag", förslag=one.step.proposals[0].name)
        kontra = [each for each in one.rounds if each.slag == "kontraproposition"]
        for each in one.rounds:
            yield self.voted(each, last=each in kontra[-1:], requested=False)

    def _result(self, votering: VoteringRow, *, last: bool) -> Iterator[str]:
        won = meaning(votering)
        if won is None:
            return
        values = vote_words(votering)
        if votering.slag == "kontraproposition" and votering.avgjord_av == "röster":
            key = "kontraproposition" if last else "kontraproposition går vidare"
            yield self._say(key, vinnare=_as_thing(won), **values)
            return
        keys = {"utslagsröst": "utslagsröst", "lottning": "lottning"}
        key = keys.get(votering.avgjord_av or "", "röstresultat")
        yield self._say(key, beslut=decision(won), **values)

    def _say(self, key: str, **values: str) -> str:
        return phrase(self._protokoll.nämnd.frasbank, key, **values)


def vote_words(votering: VoteringRow) -> dict[str, str]:
    """Return the count in words: «7 Ja-röster», «5 Nej-röster», «1 som avstår» («» for none)."""
    count = counts(votering)
    return {
        "ja": counted(count.ja, "Ja-röst", "Ja-röster"),
        "nej": counted(count.nej, "Nej-röst", "Nej-röster"),
        "avstår": f"{count.avstår} som avstår" if count.avstår else "",
    }


def roll_call(protokoll: Protokoll, votering: VoteringRow) -> tuple[str, ...]:
    """Return who voted what, a sentence each: «Anna Ek (M) och Bo Alm (S) röstar Ja (2).».

    Nobody is named in a closed votering. Source: KL 5:67 p 5.
    """
    if votering.sluten:
        return ()
    found: list[str] = []
    for röst, key in (("ja", "röstar ja"), ("nej", "röstar nej"), ("avstår", "avstår")):
        names = [one for one in votering.röster if votering.röster[one] == röst]
        if names:
            words = {"personer": people(protokoll, names), "antal": str(len(names))}
            found.append(phrase(protokoll.nämnd.frasbank, key, **words))
    return tuple(found)


def _moved(proposal: Proposal) -> bool:
    return bool(proposal.yrkanden)


def _found(step: Step, won: Proposal) -> str:
    what = step.what
    return f"{what} ska {'avgöras i dag' if won.key == I_DAG else _passive(step)}"


def _as_thing(meaning_: str) -> str:
    """Return a proposition as the thing that goes on: «bifall till X» is X."""
    for start in ("bifall till ", "val av "):
        if meaning_.startswith(start):
            return meaning_.removeprefix(start)
    return meaning_
