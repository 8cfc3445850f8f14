"""The protokoll of a sammanträde and what is made from it.

whole, cover, närvaro    the protokoll and its first page
paragraf, beslut, omröstning, händelser    each §, and what happened before it
bilagor, voteringslista  what follows
snabb, utdrag            the beslut alone; some §§ for somebody
rättelse                 a slip in what is justerat, put right
draft, marks             when it is an utkast; how §§ are written
"""

from nämnd.documents.protokoll.draft import is_draft
from nämnd.documents.protokoll.rättelse import build_rättelse
from nämnd.documents.protokoll.snabb import build_snabbprotokoll
from nämnd.documents.protokoll.utdrag import build_utdrag, by_recipient
from nämnd.documents.protokoll.whole import build_protokoll

__all__ = [
    "build_protokoll",
    "build_rättelse",
    "build_snabbprotokoll",
    "build_utdrag",
    "by_recipient",
    "is_draft",
]
