"""When a protokoll is an utkast: until every § of it is justerat."""

from collections.abc import Iterable

from nämnd.core import paragrafer
from nämnd.core.paragrafer import Paragrafer
from nämnd.protokoll.values import ParagrafRow, Protokoll

JUSTERAT = "justerat"


def is_draft(protokoll: Protokoll, paragraf_ids: Iterable[str] | None = None) -> bool:
    """Say whether some § of it is not justerad, or there is no § yet.

    Args:
        protokoll: all of it.
        paragraf_ids: only these §§ count, for an utdrag; None: all of them.

    Source: RULES.md 6 (it becomes an allmän handling when justerat: TF 2:10).
    """
    done = justerade(protokoll)
    wanted = None if paragraf_ids is None else frozenset(paragraf_ids)
    numbers = [one.nummer for one in protokoll.paragrafer if wanted is None or one.id in wanted]
    return not numbers or not all(map(done.covers, numbers))


def is_justerad(protokoll: Protokoll, paragraf: ParagrafRow) -> bool:
    """Say whether a § is justerad."""
    return justerade(protokoll).covers(paragraf.nummer)


def justerade(protokoll: Protokoll) -> Paragrafer:
    """Return the §§ that are justerade."""
    done = (one for one in protokoll.justeringar if one.läge == JUSTERAT)
    return paragrafer.normalised(span for one in done for span in one.paragrafer.spans)
