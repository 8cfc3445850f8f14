"""The förslag that a § had before it, where the beslut alone doesn't tell it.

Source: KL 5:67 p 1: the protokoll says which förslag have been put.
"""

from nämnd.documents.content import Block
from nämnd.documents.parts import numbered
from nämnd.protokoll.differences import beslut_difference
from nämnd.protokoll.names import sentence
from nämnd.protokoll.phrases import phrase
from nämnd.protokoll.values import ParagrafRow, Protokoll
from nämnd.sammanträde.dagordning import PunktRow

_SAME = (None, "enligt förslag", "information", "utgår")


def heading(protokoll: Protokoll) -> str:
    """Return what the nämnd calls it, as a heading: «Ordförandens förslag»."""
    return sentence(phrase(protokoll.nämnd.frasbank, "förslaget"))


def förslag(protokoll: Protokoll, paragraf: ParagrafRow) -> tuple[Block, ...]:
    """Return the förslag of the dagordning when something was put against it or it fell."""
    punkt = next((one for one in protokoll.punkter if one.id == paragraf.punkt_id), None)
    if punkt is None or not _is_worth_telling(punkt, paragraf):
        return ()
    satser = numbered(one.text for one in punkt.förslag)
    return (satser,) if satser.items else ()


def _is_worth_telling(punkt: PunktRow, paragraf: ParagrafRow) -> bool:
    return (
        bool(paragraf.voteringar)
        or any(not one.återtaget for one in paragraf.yrkanden)
        or any(one.utfall not in _SAME for one in paragraf.beslutspunkter)
        or beslut_difference(punkt, paragraf) is not None
    )
