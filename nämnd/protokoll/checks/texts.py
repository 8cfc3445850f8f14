"""Every text of a protokoll with its place, for the checks that read."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nämnd.core.richtext import plain_text
from nämnd.protokoll.findings import Part, Place
from nämnd.protokoll.values import ParagrafRow


@dataclass(frozen=True, slots=True)
class Text:
    """A text where it stands. `running`: it tells what happened, in sentences."""

    place: Place
    text: str
    running: bool = True


def texts(paragraf: ParagrafRow) -> Iterator[Text]:
    """Yield every text of a § as it is read, without markup; withdrawn yrkanden are not printed."""
    yield Text(Place(Part.RUBRIK), paragraf.rubrik, running=False)
    yield Text(Place(Part.INGRESS), paragraf.ingress)
    for one in paragraf.beslutspunkter:
        yield Text(Place(Part.BESLUT, one.id), "\n".join((one.text, one.till or "")))
    yield Text(Place(Part.SAMMANFATTNING), _plain(paragraf.sammanfattning))
    yield Text(Place(Part.BESLUTSUNDERLAG), "\n".join(paragraf.beslutsunderlag), running=False)
    yield from _debate(paragraf)
    for one in paragraf.reservationer:
        yield Text(Place(Part.RESERVATION, one.id), _plain(one.text or ""))
    for one in paragraf.anteckningar:
        yield Text(Place(Part.ANTECKNING, one.id), _plain(one.text))
    yield Text(Place(Part.ANMÄLNINGAR), "\n".join(paragraf.anmälningar), running=False)
    till = "\n".join(one.till for one in paragraf.expedieringar)
    yield Text(Place(Part.EXPEDIERING), till, running=False)


@lru_cache(maxsize=4096)  # several checks read the same texts, and again after every change
def _plain(source: str) -> str:
    return plain_text(source)


def _debate(paragraf: ParagrafRow) -> Iterator[Text]:
    for one in paragraf.yrkanden:
        if not one.återtaget:
            yield Text(Place(Part.YRKANDE, one.id), one.text)
    yield Text(Place(Part.PROPOSITIONSORDNING), _plain(paragraf.propositionsordning))
    yield Text(Place(Part.BESLUTSGÅNG), _plain(paragraf.beslutsgång))
    for one in paragraf.voteringar:
        yield Text(Place(Part.VOTERING, one.id), f"{one.ja_betyder}\n{one.nej_betyder}")
