"""From what waits to the change that puts it on a dagordning."""

from collections.abc import Sequence

from nämnd.beredning.commands import GatherAnmälningar, PutOnDagordning
from nämnd.beredning.values import Waiting, Waits
from nämnd.core.changes import Command, Together

_BESLUT = (Waits.BRÅDSKANDE, Waits.DELEGATION)
_PARAGRAF = (Waits.BORDLAGT, Waits.ÅTERREMITTERAT)
_PUNKT = (*_PARAGRAF, Waits.VÄNTAR, Waits.BEVAKNING)


def put(items: Sequence[Waiting], sammanträde_id: str, when: str) -> Command:
    """Return one step that puts `items` on a dagordning; what is reported under one punkt.

    Args:
        items: what to put there, in the order it is to stand.
        sammanträde_id: where.
        when: ISO time.
    """
    steps: list[Command] = [_step(one, sammanträde_id, when) for one in items if one.why in _PUNKT]
    beslut = tuple(one.key for one in items if one.why in _BESLUT)
    handlingar = tuple(one.key for one in items if one.why is Waits.ANMÄLAN)
    if beslut or handlingar or not steps:
        told = GatherAnmälningar(
            sammanträde_id=sammanträde_id, when=when, beslut_ids=beslut, handling_ids=handlingar
        )
        steps.append(told)
    return steps[0] if len(steps) == 1 else Together(tuple(steps))


def _step(one: Waiting, sammanträde_id: str, when: str) -> Command:
    paragraf_id = one.key if one.why in _PARAGRAF else None
    return PutOnDagordning(
        sammanträde_id=sammanträde_id,
        when=when,
        ärende_id=one.ärende_id,
        paragraf_id=paragraf_id,
        bevakning_id=one.key if one.why is Waits.BEVAKNING else None,
    )
