"""Sentences about a dagordning that was changed at the sammanträde. Pure functions."""

import re
from collections.abc import Iterator

from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow

_ABOUT_AGENDA = re.compile(r"dagordning|föredragningslista|ärendelista", re.IGNORECASE)


def is_about_agenda(paragraf: ParagrafRow) -> bool:
    """Say whether a § is the one in which the dagordning is settled."""
    return _ABOUT_AGENDA.search(paragraf.rubrik) is not None


def proposed(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[str, ...]:
    """Return att-satser about ärenden that came late or were withdrawn, but those written already.

    Only for the § in which the dagordning is settled.
    """
    if not is_about_agenda(paragraf):
        return ()
    written = " ".join(one.text for one in paragraf.beslutspunkter)
    sentences = (_sentence(one) for one in _changed(protokoll))
    return tuple(sentence for sentence in sentences if sentence not in written)


def _changed(protokoll: Protokoll) -> Iterator[PunktRow]:
    yield from (
        one for one in protokoll.punkter if one.tillkom_efter_kallelsen or one.utgår is not None
    )


def _sentence(punkt: PunktRow) -> str:
    rubrik = punkt.rubrik.rstrip(".")
    if punkt.utgår is not None:
        return f"Att ärendet «{rubrik}» utgår"
    return f"Att ärendet «{rubrik}» läggs till dagordningen"
