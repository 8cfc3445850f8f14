"""What can be set of a §, and what a § takes over from its punkt."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import cast

from nämnd.core.errors import Draft
from nämnd.core.ids import new_id
from nämnd.core.richtext import Run, TextList, parse, write
from nämnd.organisation.rules import one_line
from nämnd.protokoll.values import BeslutspunktRow, ExpedieringRow, ParagrafRow, TidigareRow
from nämnd.sammanträde.beteckningar import ANMÄLAN
from nämnd.sammanträde.dagordning import BilagaRow, PunktRow

UTGÅR = "utgår"


@dataclass(frozen=True, slots=True)
class ParagrafDraft:
    """What can be set of a §, but the lists that have commands of their own."""

    rubrik: str
    slag: str = "beslut"
    dnr: tuple[str, ...] = ()
    ingress: str = ""
    sammanfattning: str = ""  # nämnd.core.richtext
    beslutsunderlag: tuple[str, ...] = ()
    tidigare_behandling: tuple[TidigareRow, ...] = ()
    upphäver: str | None = None
    propositionsordning: str = ""  # nämnd.core.richtext
    beslutsgång: str = ""  # nämnd.core.richtext
    deltar_inte: tuple[str, ...] = ()
    anmälningar: tuple[str, ...] = ()
    omedelbart_justerad: bool = False
    expedieringar: tuple[ExpedieringRow, ...] = ()
    tid: str | None = None
    dag: date | None = None  # on which day, when there are several


@dataclass(frozen=True, slots=True)
class Moment:
    """When a § begins to be handled: «09.41», and the day when there are several."""

    tid: str | None = None
    dag: date | None = None


def draft_of(row: ParagrafRow) -> ParagrafDraft:
    """Return what can be set of `row`, as it is now."""
    return ParagrafDraft(**{one.name: getattr(row, one.name) for one in fields(ParagrafDraft)})


def problems_in_paragraf(draft: ParagrafDraft) -> tuple[Draft, ...]:
    """Return what keeps a § from being saved."""
    return () if one_line(draft.rubrik) else (Draft.RUBRIK_MISSING,)


def draft_from(punkt: PunktRow, moment: Moment) -> ParagrafDraft:
    """Return what a § takes over from its punkt, so that nothing is typed again.

    The bilagor become beslutsunderlag, or the anmälningar when that is what they are.
    """
    papers = tuple(_paper(bilaga) for bilaga in punkt.bilagor)
    reported = punkt.slag == ANMÄLAN
    lines = tuple(one.rubrik for one in punkt.underpunkter)
    return ParagrafDraft(
        rubrik=punkt.rubrik,
        slag=punkt.slag,
        dnr=(punkt.dnr,) if punkt.dnr else (),
        sammanfattning=punkt.sammanfattning if reported else _with_lines(punkt, lines),
        beslutsunderlag=() if reported else papers,
        anmälningar=(*lines, *papers) if reported else (),
        tid=moment.tid,
        dag=moment.dag,
    )


def beslut_from(punkt: PunktRow) -> tuple[BeslutspunktRow, ...]:
    """Return the förslag of a punkt as what may be decided: nothing of it is, yet.

    A punkt that was withdrawn is decided at once: it utgår, for its reason.
    """
    if punkt.utgår is None:
        return tuple(_open(place, one.text) for place, one in enumerate(punkt.förslag, start=1))
    texts = [one.text for one in punkt.förslag] or [""]
    return tuple(
        BeslutspunktRow(new_id(), str(place) if text else "", text, UTGÅR, punkt.utgår)
        for place, text in enumerate(texts, start=1)
    )


def kept(draft: ParagrafDraft) -> dict[str, object]:
    """Return a draft as the columns of a § keep it."""
    values: dict[str, object] = {}
    for field in fields(draft):
        value = getattr(draft, field.name)
        plain = list(cast("tuple[object, ...]", value)) if isinstance(value, tuple) else value
        values[field.name] = plain
    values["rubrik"] = one_line(draft.rubrik)
    values["tidigare_behandling"] = [asdict(one) for one in draft.tidigare_behandling]
    values["expedieringar"] = [asdict(one) for one in draft.expedieringar]
    return values


def _open(place: int, text: str) -> BeslutspunktRow:
    return BeslutspunktRow(new_id(), str(place), text, None)


def _paper(bilaga: BilagaRow) -> str:
    return f"{bilaga.beteckning}. {bilaga.rubrik}"


def _with_lines(punkt: PunktRow, lines: tuple[str, ...]) -> str:
    if not lines:
        return punkt.sammanfattning
    listed = TextList(tuple((Run(line),) for line in lines), ordered=True)
    return write((*parse(punkt.sammanfattning), listed))
