"""What comes next for a set of §§, and how each person stands. Pure functions."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum, auto

from nämnd.justering import rules
from nämnd.justering.values import (
    JusteringView,
    PaketRow,
    Signer,
    TillfrågadRow,
    UnderskriftRow,
)
from nämnd.justering.wording import which

REQUEST = "ändring begärd"


class Step(StrEnum):
    """What the button of a set does."""

    SEND = auto()  # for the first time
    SEND_AGAIN = auto()  # the same text, to those who are left
    PASS_ON = auto()  # the file that somebody has signed, to the next
    SEND_CHANGED = auto()  # a new version
    CHANGE = auto()  # somebody has asked for it: to the protokoll
    READ = auto()  # an answer is waited for
    PAPER = auto()  # record who has signed
    CONFIRM = auto()  # godkännande is enough: say that it is justerat
    NOTHING = auto()


class Standing(StrEnum):
    """How somebody stands who answers for a set."""

    SIGNED = auto()
    ON_PAPER = auto()
    APPROVED = auto()
    REQUEST = auto()  # asks for a change
    WAITED_FOR = auto()
    LATER = auto()  # others come first
    NOT_ASKED = auto()
    NOT_YET = auto()  # nothing has been sent
    FREE = auto()  # need not


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who answers for a set; `tid` when they did, ISO; `after`: whom they wait for."""

    person_id: str
    namn: str
    roll: str
    which: str  # «§ 62» when they answer for some of the §§ only
    standing: Standing
    tid: str = ""
    after: tuple[str, ...] = ()
    also: tuple[str, ...] = ()  # for whom else the certificate is noted that proves it


_GIVEN = {
    "elektronisk underskrift": Standing.SIGNED,
    "papper": Standing.ON_PAPER,
    "godkännande": Standing.APPROVED,
}
_STRONGEST = ("elektronisk underskrift", "papper", "godkännande")


def next_step(view: JusteringView, ways: Collection[str]) -> Step:
    """Return what the secretary does next. `ways`: those the nämnd allows (none: usual)."""
    match view.läge:
        case "utkast":
            return Step.SEND
        case "utskickat" | "ändringar begärda":
            return _while_out(view)
        case "godkänt":
            on_paper = view.sätt == rules.PAPER and rules.allowed(rules.PAPER, ways)
            return Step.PAPER if on_paper else Step.CONFIRM
        case "justerat":
            return Step.NOTHING


def _while_out(view: JusteringView) -> Step:
    latest = view.latest
    if view.changed:
        return Step.SEND_CHANGED
    if view.läge == "ändringar begärda":
        return Step.CHANGE if view.open_kommentarer else Step.SEND_AGAIN
    if latest is None:
        return Step.PAPER if view.sätt == rules.PAPER else Step.SEND_AGAIN
    return Step.READ if waited_for(view) else Step.PASS_ON


def waited_for(view: JusteringView) -> tuple[TillfrågadRow, ...]:
    """Return those whose answer to the latest package can come now.

    Nobody's can who is asked to sign when another signature has been put on the file since.
    """
    latest = view.latest
    if latest is None or view.changed:
        return ()
    return tuple(
        one
        for one in latest.tillfrågade
        if not _has_given(view, one)
        and not _before(view, latest, one)
        and (one.sätt != rules.ELECTRONIC or latest.pdf == view.pdf)
    )


def person_rows(view: JusteringView) -> tuple[PersonRow, ...]:
    """Return how each stands who answers for the set, and others who are asked."""
    rows = [
        _row(view, one.person_id, one.namn, one.roll, required=one.required, part=_part(view, one))
        for one in view.signers
    ]
    known = {one.person_id for one in view.signers}
    latest = view.latest
    rows += [
        _row(view, one.person_id, one.namn, one.roll, required=False, part="")
        for one in (latest.tillfrågade if latest else ())
        if one.person_id not in known
    ]
    return tuple(rows)


def given(view: JusteringView, person_id: str) -> UnderskriftRow | None:
    """Return the strongest that somebody has given: a signature before an approval."""
    mine = [one for one in view.underskrifter if one.person_id == person_id]
    return min(mine, key=lambda one: _STRONGEST.index(one.sätt), default=None)


def _part(view: JusteringView, one: Signer) -> str:
    """Return which §§ somebody answers for; «» when it is all of the set."""
    if all(one.paragrafer.touches(nummer) for nummer in view.numbers):
        return ""
    return which(one.paragrafer.text)


def _row(
    view: JusteringView, person_id: str, namn: str, roll: str, *, required: bool, part: str
) -> PersonRow:
    done = given(view, person_id)
    latest = view.latest
    everyone = latest.tillfrågade if latest else ()
    asked = next((one for one in everyone if one.person_id == person_id), None)
    standing, tid, after = _standing(view, done, asked, required=required)
    also = view.also_of(done) if done else ()
    return PersonRow(person_id, namn, roll, part, standing, tid, after, also)


def _standing(
    view: JusteringView,
    done: UnderskriftRow | None,
    asked: TillfrågadRow | None,
    *,
    required: bool,
) -> tuple[Standing, str, tuple[str, ...]]:
    if done is not None:
        return _GIVEN[done.sätt], done.datum, ()
    if asked is not None and asked.svar == REQUEST:
        return Standing.REQUEST, (asked.tid or "")[:10], ()
    if asked is not None and view.latest is not None:
        first = _before(view, view.latest, asked)
        return (Standing.LATER, "", first) if first else (Standing.WAITED_FOR, "", ())
    if not required:
        return Standing.FREE, "", ()
    return (Standing.NOT_YET if view.läge == "utkast" else Standing.NOT_ASKED), "", ()


def _before(view: JusteringView, latest: PaketRow, asked: TillfrågadRow) -> tuple[str, ...]:
    return tuple(
        one.namn
        for one in latest.tillfrågade
        if one.ordning < asked.ordning and not _has_given(view, one)
    )


def _has_given(view: JusteringView, asked: TillfrågadRow) -> bool:
    wanted = rules.SIGNED if asked.sätt == rules.ELECTRONIC else (rules.APPROVED, *rules.SIGNED)
    return rules.given_by(view.underskrifter, asked.person_id, wanted)
