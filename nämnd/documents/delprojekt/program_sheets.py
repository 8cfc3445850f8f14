"""The report of a program as tables for a spreadsheet: beslut, åtgärder, behov, uppföljning."""

from collections.abc import Iterator

from nämnd.delprojekt.report import Followed, ProgramReport
from nämnd.delprojekt.values import Beslut, RapportRow, Sats
from nämnd.documents.delprojekt.program import name_of, state_text, title_of
from nämnd.documents.sheet import Cell, Sheet

_OF = ("Program", "Nr", "Delprojekt")
_BESLUT = (
    *_OF, "Beslutat av", "Beslutat", "Paragraf", "Att-sats", "Läge", "Kommentar", "Ansvarig", "Dnr",
    "Avslutat",
)  # fmt: skip
_ÅTGÄRDER = (*_OF, "Nivå", "Åtgärd", "Läge", "Först i rapporten")
_BEHOV = (*_OF, "Behov", "Löst", "Först i rapporten")
_UPPFÖLJNING = (
    *_OF, "Vad", "Regel", "Dag", "Dagar kvar", "Försenad", "Läge", "Ansvarig", "Mottagare",
    "Avslutad", "Hur",
)  # fmt: skip


def program_sheets(report: ProgramReport) -> tuple[Sheet, ...]:
    """Return the tables. The first has a line for each att-sats; a delprojekt without has one."""
    about = (
        ("Nämnd", report.nämnd),
        ("Rapport", title_of(report)),
        ("Läget den", report.dag.isoformat()),
        ("Delprojekt", "; ".join(map(name_of, report.delprojekt)) or "inga"),
    )
    every = report.delprojekt
    return (
        Sheet("Beslut", _BESLUT, tuple(row for one in every for row in _beslut(one)), about),
        Sheet("Åtgärder", _ÅTGÄRDER, tuple(row for one in every for row in _åtgärder(one))),
        Sheet("Behov", _BEHOV, tuple(row for one in every for row in _behov(one))),
        Sheet("Uppföljning", _UPPFÖLJNING, tuple(row for one in every for row in _watched(one))),
    )


def _of(one: Followed) -> tuple[Cell, ...]:
    return (one.view.draft.program, one.view.draft.nummer, one.view.draft.rubrik)


def _beslut(one: Followed) -> Iterator[tuple[Cell, ...]]:
    tail = (one.view.draft.ansvarig, one.view.dnr, one.view.avslutat)
    for beslut in one.view.draft.beslut:
        for sats in beslut.satser or (None,):
            yield (*_of(one), *_sats(beslut, sats), *tail)
    if not one.view.draft.beslut:
        yield (*_of(one), None, None, None, None, None, None, *tail)


def _sats(beslut: Beslut, sats: Sats | None) -> tuple[Cell, ...]:
    said = (sats.text, sats.läge, sats.kommentar) if sats else (None, None, None)
    return (beslut.organ or "nämnden", beslut.datum, beslut.paragraf, *said)


def _åtgärder(one: Followed) -> Iterator[tuple[Cell, ...]]:
    for row in one.view.draft.åtgärder:
        first = _first(one, row.rapport_id)
        yield (*_of(one), row.nivå, row.text, row.läge, first)


def _behov(one: Followed) -> Iterator[tuple[Cell, ...]]:
    for row in one.view.draft.behov:
        yield (*_of(one), row.text, row.löst, _first(one, row.rapport_id))


def _watched(one: Followed) -> Iterator[tuple[Cell, ...]]:
    for row in one.bevakningar:
        yield (
            *_of(one),
            row.draft.rubrik,
            row.regel,
            row.due,
            row.days_left if row.avslutad is None else None,
            "ja" if row.is_late else "nej",
            state_text(row),
            row.draft.ansvarig,
            row.draft.mottagare,
            row.avslutad,
            row.avslutad_hur,
        )


def _first(one: Followed, rapport_id: str | None) -> Cell:
    """Return which report something was first in: its day, or its number."""
    known: dict[str, RapportRow] = {row.id: row for row in one.view.rapporter}
    row = known.get(rapport_id or "")
    if row is None:
        return None
    return row.dag or row.draft.datum or f"Rapport {row.ordning}"
