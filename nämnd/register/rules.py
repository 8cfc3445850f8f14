"""What follows of a beslut, and what is found by words. Pure functions."""

import unicodedata
from collections.abc import Collection, Iterable

from nämnd.register.values import BeslutRow, Uppföljning
from nämnd.ärende.rules import HIDDEN


def uppföljning(
    *,
    justerat: bool,
    expedierat: Collection[bool],
    huvudmän: tuple[int, int] | None,
) -> Uppföljning:
    """Return how far what follows a beslut has come.

    Args:
        justerat: the § is.
        expedierat: for everybody who is to have it, whether they have got it.
        huvudmän: so many of so many have decided what is recommended to them; None: it is no
            recommendation.
    """
    if not justerat:
        return Uppföljning.INTE_JUSTERAT
    if not all(expedierat):
        return Uppföljning.INTE_EXPEDIERAT
    if huvudmän is not None:
        done, wanted = huvudmän
        waits = done < wanted
        return Uppföljning.VÄNTAR_PÅ_HUVUDMÄN if waits else Uppföljning.HUVUDMÄN_HAR_BESLUTAT
    return Uppföljning.EXPEDIERAT if expedierat else Uppföljning.INGET


def has_words(wanted: str, texts: Iterable[str]) -> bool:
    """Say whether every word of `wanted` stands somewhere in `texts`, whatever the case.

    Å, ä and ö are letters of their own.
    """
    there = folded("\n".join(texts))
    return all(word in there for word in folded(wanted).split())


def folded(text: str) -> str:
    """Return `text` as it is compared."""
    return unicodedata.normalize("NFC", text).casefold()


def hidden(row: BeslutRow) -> BeslutRow:
    """Return a beslut of which only § and dnr may be seen."""
    return row._replace(
        rubrik=HIDDEN,
        beslut=(HIDDEN,),
        utfall=(),
        rättelser=(),
        ärende_rubrik=HIDDEN if row.ärende_rubrik else "",
        dold=True,
    )
