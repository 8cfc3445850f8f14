"""What can be set of a sammanträde, a punkt and a bilaga; and what keeps it from being saved."""

from dataclasses import dataclass, field

from nämnd.bilaga.files import KeptFile
from nämnd.core.errors import Draft
from nämnd.core.ids import new_id
from nämnd.organisation.rules import one_line
from nämnd.sammanträde.dagordning import Dag, PunktRow, SatsRow, UnderpunktRow
from nämnd.sammanträde.rules import read_time


@dataclass(frozen=True, slots=True)
class SammanträdeDraft:
    """When, where and who presides."""

    dagar: tuple[Dag, ...] = ()
    plats: str = ""
    nummer_i_året: int | None = None
    beteckning: str | None = None
    slag: str = "ordinarie"
    ordförande: str | None = None  # person id
    sekreterare: str | None = None


@dataclass(frozen=True, slots=True)
class PunktDraft:
    """An item of the dagordning. Everything but the rubrik is optional."""

    rubrik: str
    slag: str = "beslut"
    grupp: str | None = None
    sammanfattning: str = ""
    föredragande: str | None = None
    tid: str | None = None
    ärende_id: str | None = None
    underpunkter: tuple[UnderpunktRow, ...] = ()
    förslag: tuple[SatsRow, ...] = ()
    missivförslag: tuple[SatsRow, ...] = ()


@dataclass(frozen=True, slots=True)
class BilagaDraft:
    """A paper at its place."""

    rubrik: str
    anmärkning: str | None = None
    i_utskicket: bool = True


@dataclass(frozen=True, slots=True)
class NewBilaga:
    """A paper to add, with its file or without one yet."""

    draft: BilagaDraft
    file: KeptFile | None = None
    bilaga_id: str = field(default_factory=new_id)


def draft_of(row: PunktRow) -> PunktDraft:
    """Return what can be set of `row`, as it is now."""
    return PunktDraft(
        rubrik=row.rubrik,
        slag=row.slag,
        grupp=row.grupp,
        sammanfattning=row.sammanfattning,
        föredragande=row.föredragande,
        tid=row.tid,
        ärende_id=row.ärende_id,
        underpunkter=row.underpunkter,
        förslag=row.förslag,
        missivförslag=row.missivförslag,
    )


def satser(texts: tuple[str, ...]) -> tuple[SatsRow, ...]:
    """Return att-satser with fresh ids for `texts`."""
    return tuple(SatsRow(new_id(), text) for text in texts)


def problems_in_days(dagar: tuple[Dag, ...]) -> tuple[Draft, ...]:
    """Return what is wrong with the days: none, not ascending, or a time that is no time."""
    if not dagar:
        return (Draft.DAG_MISSING,)
    days = [dag.datum for dag in dagar]
    found: list[Draft] = []
    if days != sorted(set(days)):
        found.append(Draft.DAYS_NOT_ASCENDING)
    times = [time for dag in dagar for span in dag.tider for time in span if time is not None]
    if any(read_time(time) != time for time in times):
        found.append(Draft.TID_MALFORMED)
    return tuple(found)


def problems_in_punkt(draft: PunktDraft) -> tuple[Draft, ...]:
    """Return what keeps a punkt from being saved."""
    return () if one_line(draft.rubrik) else (Draft.RUBRIK_MISSING,)
