"""Which §§ an utdrag has and for whom: chosen by the user, or by who the §§ go to."""

from collections.abc import Iterable
from dataclasses import dataclass

from nämnd.core import paragrafer
from nämnd.core.errors import Draft, InvalidDraftError
from nämnd.core.paragrafer import Paragrafer
from nämnd.documents.protokoll import by_recipient
from nämnd.documents.protokoll.marks import listed, span
from nämnd.paket.errors import (
    NothingHandledError,
    ParagraferUnknownError,
    RecipientUnknownError,
)
from nämnd.protokoll.values import Protokoll


@dataclass(frozen=True, slots=True)
class Utdrag:
    """One utdrag: the ids of its §§, and who gets it (None: nobody in particular)."""

    paragraf_ids: tuple[str, ...]
    till: str | None = None


def whole(protokoll: Protokoll) -> Utdrag:
    """Return an utdrag of every §."""
    return Utdrag(tuple(one.id for one in protokoll.paragrafer))


def for_each(protokoll: Protokoll, paragraf_ids: Iterable[str]) -> tuple[Utdrag, ...]:
    """Return an utdrag for each recipient of some §§, with those that go to that recipient."""
    wanted = frozenset(paragraf_ids)
    found = (
        Utdrag(tuple(key for key in ids if key in wanted), till)
        for till, ids in by_recipient(protokoll).items()
    )
    return tuple(one for one in found if one.paragraf_ids)


def asked_for(protokoll: Protokoll, which: str | None, till: str | None) -> tuple[Utdrag, ...]:
    """Return the utdrag that words mean.

    Args:
        protokoll: all of it.
        which: a set of §§ («59–61, 63»); None: those that go to `till`, or to anybody.
        till: the recipient; None: one for each of them, or nobody in particular when `which`
            is given.

    Raises:
        NothingHandledError: there is no § yet.
        InvalidDraftError: `which` can't be read.
        ParagraferUnknownError: some of the §§ are not there.
        RecipientUnknownError: no § goes to `till`, or to anybody.
    """
    if not protokoll.paragrafer:
        raise NothingHandledError("utdrag")
    if which is not None:
        return (Utdrag(_ids(protokoll, _read(which)), till),)
    found = for_each(protokoll, whole(protokoll).paragraf_ids)
    mine = tuple(one for one in found if till is None or one.till == till)
    if not mine:
        raise RecipientUnknownError(till or "", tuple(one.till or "" for one in found))
    return mine


def _read(which: str) -> Paragrafer:
    try:
        found = paragrafer.read(which)
    except ValueError as error:
        raise InvalidDraftError((Draft.PARAGRAFER_MALFORMED,)) from error
    if found == paragrafer.NONE:
        raise InvalidDraftError((Draft.PARAGRAFER_MALFORMED,))
    return found


def _ids(protokoll: Protokoll, wanted: Paragrafer) -> tuple[str, ...]:
    """Return the ids of the §§ in a set; with an open end those that there are."""
    named = paragrafer.normalised(
        one for one in wanted.spans if one.last is not None and one.first > 0
    )
    missing = named.minus(paragrafer.of(one.nummer for one in protokoll.paragrafer))
    ids = tuple(one.id for one in protokoll.paragrafer if wanted.touches(one.nummer))
    if missing != paragrafer.NONE or not ids:
        raise ParagraferUnknownError(listed(missing) or f"§§ {wanted.text}", span(protokoll))
    return ids
