"""How rows are filled from drafts, and drafts are read back from rows."""

from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, cast

from nämnd.bilaga.files import KeptFile
from nämnd.core.richtext import clean_lines
from nämnd.tables import Handling, Handlingsversion, Skrivelse, Ärende
from nämnd.ärende.rules import line, lines, some_line
from nämnd.ärende.values import (
    ExternBeteckning,
    HandlingDraft,
    Riktning,
    Sekretess,
    SkrivelseDraft,
    Skrivelseslag,
    Underskrift,
    VersionRow,
    ÄrendeDraft,
)

_Marked = TypeVar("_Marked", Ärende, Handling)


def write_ärende(row: Ärende, draft: ÄrendeDraft) -> None:
    """Fill `row` with what the user has written."""
    row.rubrik, row.öppnat = line(draft.rubrik), draft.öppnat
    row.handläggare, row.gallring = some_line(draft.handläggare), some_line(draft.gallring)
    row.parter = lines(draft.parter)
    row.externa_beteckningar = [
        {"hos": line(one.hos), "beteckning": line(one.beteckning)}
        for one in draft.externa_beteckningar
    ]
    row.väntar = None if draft.väntar is None else line(draft.väntar)
    row.dölj_rubrik = draft.dölj_rubrik
    _mark(row, draft.sekretess)


def ärende_draft(row: Ärende) -> ÄrendeDraft:
    """Return what is written of an ärende."""
    return ÄrendeDraft(
        rubrik=row.rubrik,
        öppnat=row.öppnat,
        handläggare=row.handläggare,
        parter=tuple(row.parter),
        externa_beteckningar=externa(row.externa_beteckningar),
        gallring=row.gallring,
        väntar=row.väntar,
        dölj_rubrik=row.dölj_rubrik,
        sekretess=sekretess(row.sekretess_lagrum, row.sekretess_datum),
    )


def externa(kept: list[dict[str, object]]) -> tuple[ExternBeteckning, ...]:
    """Return the external beteckningar as they are kept in a row."""
    return tuple(ExternBeteckning(str(one["hos"]), str(one["beteckning"])) for one in kept)


def write_handling(row: Handling, draft: HandlingDraft) -> None:
    """Fill `row` with what the user has written."""
    row.datum, row.riktning, row.anmäls = draft.datum, draft.riktning, draft.anmäls
    row.rubrik, row.slag = line(draft.rubrik), some_line(draft.slag)
    row.från_till = some_line(draft.från_till)
    row.dölj_från_till, row.dölj_rubrik = draft.dölj_från_till, draft.dölj_rubrik
    _mark(row, draft.sekretess)


def handling_draft(row: Handling) -> HandlingDraft:
    """Return what is written of a handling."""
    return HandlingDraft(
        datum=row.datum,
        rubrik=row.rubrik,
        riktning=cast("Riktning", row.riktning),
        från_till=row.från_till,
        slag=row.slag,
        anmäls=row.anmäls,
        dölj_från_till=row.dölj_från_till,
        dölj_rubrik=row.dölj_rubrik,
        sekretess=sekretess(row.sekretess_lagrum, row.sekretess_datum),
    )


def new_version(
    handling_id: str, nummer: int, file: KeptFile, when: str, varningar: tuple[str, ...]
) -> Handlingsversion:
    """Return a version of a handling's file. `when`: ISO time."""
    return Handlingsversion(
        handling_id=handling_id,
        nummer=nummer,
        sha256=file.sha256,
        filnamn=file.name,
        storlek=file.size,
        sidor=file.pages,
        tillagd=when,
        varningar=list(varningar),
    )


def version_row(row: Handlingsversion) -> VersionRow:
    """Return a version as a plain row."""
    return VersionRow(
        row.nummer,
        row.sha256,
        row.filnamn,
        row.storlek,
        row.sidor,
        row.tillagd,
        tuple(row.varningar),
    )


def write_skrivelse(row: Skrivelse, draft: SkrivelseDraft) -> None:
    """Fill `row` with what the user has written."""
    row.slag, row.datum, row.rubrik = draft.slag, draft.datum, line(draft.rubrik)
    row.till, row.förslag = lines(draft.till), lines(draft.förslag)
    row.bakgrund = clean_lines(draft.bakgrund)
    row.underskrifter = [
        {"namn": line(one.namn), "titel": line(one.titel)}
        for one in draft.underskrifter
        if line(one.namn)
    ]


def skrivelse_draft(row: Skrivelse) -> SkrivelseDraft:
    """Return what is written of a skrivelse."""
    signed: list[dict[str, Any]] = row.underskrifter
    return SkrivelseDraft(
        rubrik=row.rubrik,
        slag=cast("Skrivelseslag", row.slag),
        datum=row.datum,
        till=tuple(row.till),
        förslag=tuple(row.förslag),
        bakgrund=row.bakgrund,
        underskrifter=tuple(
            Underskrift(str(one["namn"]), str(one.get("titel") or "")) for one in signed
        ),
    )


def sekretess(lagrum: str | None, datum: date | None) -> Sekretess | None:
    """Return the mark that a row has; None: it has none."""
    return None if lagrum is None else Sekretess(lagrum, datum)


def under(ärende: Ärende, draft: HandlingDraft) -> HandlingDraft:
    """Return a handling that is hidden and secret as the ärende it is made in is."""
    mark = sekretess(ärende.sekretess_lagrum, ärende.sekretess_datum)
    return replace(draft, dölj_rubrik=ärende.dölj_rubrik, sekretess=mark)


def _mark(row: _Marked, mark: Sekretess | None) -> None:
    row.sekretess_lagrum = line(mark.lagrum) if mark else None
    row.sekretess_datum = mark.datum if mark else None
