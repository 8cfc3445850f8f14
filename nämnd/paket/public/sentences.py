"""What the secretary is told of bilagor that are not in the public utskick as they should be."""

from collections.abc import Iterable

from nämnd.core.swedish import listed
from nämnd.paket.plan import LeftOut
from nämnd.paket.public.making import NotPublished
from nämnd.paket.reasons import sentences_for


def not_published_texts(rows: Iterable[NotPublished]) -> tuple[str, ...]:
    """Return a sentence for each, saying what happened and what to do."""
    return tuple(_sentence(one) for one in rows)


def _sentence(one: NotPublished) -> str:
    name = f"Bilaga {one.beteckning} «{one.rubrik}»"
    if one.reason is not None:
        return sentences_for((LeftOut(one.beteckning, one.rubrik, "", one.reason),))[0]
    if one.missing:
        words = listed(tuple(f"«{word}»" for word in one.missing))
        return (
            f"{name} är inte med: {words} skulle tas bort men finns inte i filens text. Står det i "
            "en bild går det inte att ta bort. Rätta orden i granskningen, eller välj «Nej»."
        )
    return f"{name}: {_pictures(one.pictures)}"


def _pictures(pages: tuple[int, ...]) -> str:
    if len(pages) == 1:
        return (
            f"sidan {pages[0]} är en bild och inte med, eftersom programmet inte kan söka i den. "
            "Byt ut filen mot en med text om den ska vara med."
        )
    return (
        f"sidorna {listed(map(str, pages))} är bilder och inte med, eftersom programmet inte kan "
        "söka i dem. Byt ut filen mot en med text om de ska vara med."
    )
