"""Whose approval a set of §§ needs, what may follow what, and when all is in. Pure functions.

Source: KL 5:69 through 6:35 (checked as fullmäktige has decided; usually by ordföranden and at
least one more); RULES.md section 6.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from nämnd.core import paragrafer
from nämnd.core.paragrafer import NONE, Paragrafer
from nämnd.justering.values import JusteringView, Läge, Signer, Sätt, UnderskriftRow
from nämnd.närvaro.values import ForParagrafer
from nämnd.protokoll.values import Protokoll

SIGNED: tuple[Sätt, ...] = ("papper", "elektronisk underskrift")
APPROVED: Sätt = "godkännande"
ELECTRONIC: Sätt = "elektronisk underskrift"
PAPER: Sätt = "papper"
OUT: tuple[Läge, ...] = ("utskickat", "ändringar begärda")
LOCKED: tuple[Läge, ...] = ("godkänt", "justerat")
_MAY_SEND: tuple[Läge, ...] = ("utkast", *OUT)


def signers(protokoll: Protokoll, chosen: Paragrafer) -> tuple[Signer, ...]:
    """Return who answers for the §§ of a set: chairs, justerare, and last the sekreterare.

    Each person once; one who both presided and checked is there as ordförande. Before any § is
    drawn the sets decide alone.
    """
    found: dict[str, Signer] = {}
    for roll, rows in (("ordförande", protokoll.ordförande), ("justerare", protokoll.justerare)):
        for row in rows:
            theirs = _theirs(protokoll, chosen, row.paragrafer)
            if theirs != NONE:
                _add(found, Signer(row.person_id, protokoll.name(row.person_id), roll, theirs))
    secretary = protokoll.sammanträde.sekreterare
    if found and secretary:
        everything = _theirs(protokoll, chosen, paragrafer.ALL)
        _add(found, Signer(secretary.id, secretary.namn, "sekreterare", everything))
    return tuple(found.values())


def numbers_of(protokoll: Protokoll, chosen: Paragrafer) -> tuple[int, ...]:
    """Return the §§ that are handled and in the set, ascending."""
    return tuple(sorted(one.nummer for one in protokoll.paragrafer if chosen.touches(one.nummer)))


def unanswered(protokoll: Protokoll, chosen: Paragrafer) -> Paragrafer:
    """Return the §§ of a set that nobody but the one who presided answers for, or nobody at all."""

    def has(rows: Iterable[ForParagrafer], nummer: int) -> bool:
        return any(row.paragrafer.touches(nummer) for row in rows)

    return paragrafer.of(
        nummer
        for nummer in numbers_of(protokoll, chosen)
        if not (has(protokoll.ordförande, nummer) and has(protokoll.justerare, nummer))
    )


def allowed(sätt: Sätt, justeringssätt: Collection[str]) -> bool:
    """Say whether a nämnd lets its protokoll be justerade that way.

    One that has not said which ways it has lets them be signed, on paper or electronically; that
    godkännande is enough is for it to say.

    Source: RULES.md section 6 (what is typed or clicked is not an underskrift).
    """
    return sätt in justeringssätt if justeringssätt else sätt in SIGNED


def may_send(läge: Läge) -> bool:
    """Say whether a package can go out."""
    return läge in _MAY_SEND


def takes_answers(läge: Läge) -> bool:
    """Say whether answers are taken."""
    return läge in OUT


def given_by(
    underskrifter: Iterable[UnderskriftRow], person_id: str, sätt: Collection[Sätt]
) -> bool:
    """Say whether somebody has approved or signed in one of the ways `sätt`."""
    return any(one.person_id == person_id and one.sätt in sätt for one in underskrifter)


def missing(
    all_signers: Iterable[Signer], underskrifter: Sequence[UnderskriftRow], sätt: Collection[Sätt]
) -> tuple[Signer, ...]:
    """Return those who must approve or sign in one of the ways `sätt`, and have not."""
    return tuple(
        one
        for one in all_signers
        if one.required and not given_by(underskrifter, one.person_id, sätt)
    )


def version_after(version: int, *, sent: bool, same: bool) -> int:
    """Return the version of what is sent: a text (or a file of it) that is another has the next.

    Args:
        version: the one that was sent last, or 1.
        sent: something has been sent before.
        same: it is the same text in the same file.
    """
    return version + 1 if sent and not same else version


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a set of §§ stands; `datum` (ISO) only when it is justerad."""

    läge: Läge
    datum: str | None = None


def after_answer(
    all_signers: Sequence[Signer],
    underskrifter: Sequence[UnderskriftRow],
    läge: Läge,
    *,
    electronic: bool,
) -> Standing:
    """Return where a set stands when somebody has approved or signed.

    All who must have signed → justerat, on the day of the last signature. All have approved, and
    the set is not to be signed electronically → godkänt. Nobody there who must → as it was.

    Args:
        all_signers: who answers for the set.
        underskrifter: what they have given.
        läge: where the set stands if nothing more is in.
        electronic: it is to be signed electronically.
    """
    if not any(one.required for one in all_signers):
        return Standing(läge)
    if not missing(all_signers, underskrifter, SIGNED):
        days = [one.datum for one in underskrifter if one.sätt in SIGNED]
        return Standing("justerat", max(days))
    if not electronic and not missing(all_signers, underskrifter, (APPROVED, *SIGNED)):
        return Standing("godkänt")
    return Standing(läge)


def before_them(
    asked: Iterable[tuple[str, int]], person_id: str, done: Collection[str]
) -> tuple[str, ...]:
    """Return those whose turn is before somebody's and who have not answered.

    Args:
        asked: person ids with their place in turn; those with the same place are asked at once.
        person_id: whose turn it may be.
        done: those who have given what they are asked for.
    """
    rows = tuple(asked)
    mine = next((place for key, place in rows if key == person_id), 0)
    return tuple(key for key, place in rows if place < mine and key not in done)


def overlapping(
    mine: Collection[int], others: Iterable[tuple[Läge, Collection[int]]]
) -> tuple[int, ...]:
    """Return the §§ of a set that are out or locked in another set too, ascending."""
    taken = {nummer for läge, numbers in others if läge != "utkast" for nummer in numbers}
    return tuple(sorted(taken & set(mine)))


class Undone(Enum):
    """What a step back undoes."""

    PACKAGES = auto()  # answers to what was sent are not taken any more
    APPROVALS = auto()  # persons
    SIGNATURES = auto()  # persons; on paper, or on a file that is not all signed
    DATE = auto()  # that it was justerat that day
    LOCK = auto()  # the §§ can be changed again


@dataclass(frozen=True, slots=True)
class UndoneRow:
    """One thing that a step back undoes, with the names it is about."""

    what: Undone
    names: tuple[str, ...] = ()


def step_back_to(view: JusteringView) -> Läge | None:
    """Return where a step back leads; None: there is no way back.

    What was recorded as justerat can have been recorded by mistake: then it is as it was before
    that. What all have signed electronically is justerat, whatever anybody records.
    """
    if view.läge in (*OUT, "godkänt"):
        return "utkast"
    if view.läge != "justerat" or view.pdf is None:
        return None
    if any(one.sätt == ELECTRONIC for one in view.underskrifter):
        return None
    return "utskickat" if missing(view.signers, view.underskrifter, (APPROVED,)) else "godkänt"


def undone_by_step_back(view: JusteringView) -> tuple[UndoneRow, ...]:
    """Return what a step back would undo; nothing when there is no way back."""
    to = step_back_to(view)
    if to is None:
        return ()
    names = _names(view)
    found = [UndoneRow(Undone.DATE)] if view.läge == "justerat" else []
    for what, sätt in ((Undone.SIGNATURES, SIGNED), (Undone.APPROVALS, (APPROVED,))):
        who = [one.person_id for one in view.underskrifter if one.sätt in sätt]
        stays = what is Undone.APPROVALS and to != "utkast"
        if who and not stays:
            found.append(UndoneRow(what, tuple(dict.fromkeys(map(names, who)))))
    if to == "utkast" and any(one.kastat is None for one in view.paket):
        found.append(UndoneRow(Undone.PACKAGES))
    if view.locked and to not in LOCKED:
        found.append(UndoneRow(Undone.LOCK))
    return tuple(found)


def _names(view: JusteringView) -> Callable[[str], str]:
    known = {one.person_id: one.namn for one in view.signers}
    known |= {one.person_id: one.namn for paket in view.paket for one in paket.tillfrågade}
    return lambda key: known.get(key, "okänd person")


def _add(found: dict[str, Signer], new: Signer) -> None:
    there = found.get(new.person_id)
    both = there.paragrafer.plus(new.paragrafer) if there else new.paragrafer
    found[new.person_id] = replace(there or new, paragrafer=both)


def _theirs(protokoll: Protokoll, chosen: Paragrafer, task: Paragrafer) -> Paragrafer:
    """Return what of a set somebody has a task for."""
    if not protokoll.paragrafer:
        return chosen.minus(chosen.minus(task))
    numbers = numbers_of(protokoll, chosen)
    return paragrafer.of(one for one in numbers if task.touches(one))
