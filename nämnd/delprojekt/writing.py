"""How rows are filled from drafts, and drafts are read back from rows."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from sqlalchemy.orm import Session

from nämnd.core.ids import new_id
from nämnd.core.richtext import clean_lines
from nämnd.delprojekt.rules import level
from nämnd.delprojekt.values import (
    BehovRow,
    Beslut,
    DelprojektDraft,
    RapportDraft,
    Sats,
    Satsläge,
    ÅtgärdRow,
)
from nämnd.organisation.rules import one_line
from nämnd.store.rows import rows_where
from nämnd.tables import (
    Behov,
    Delprojekt,
    Delprojektbeslut,
    Delprojektsats,
    Row,
    Uppföljningsrapport,
    Åtgärd,
)


def write_delprojekt(row: Delprojekt, draft: DelprojektDraft) -> None:
    """Fill `row` with what the user has written; its lists apart."""
    row.program, row.nummer, row.rubrik = (
        one_line(draft.program),
        draft.nummer,
        one_line(draft.rubrik),
    )
    row.ärende_id = draft.ärende_id
    row.bakgrund = clean_lines(draft.bakgrund)
    row.målsättning_ingress = one_line(draft.målsättning_ingress)
    row.målsättning = _lines(draft.målsättning)
    row.kontakt, row.ansvarig = _some(draft.kontakt), _some(draft.ansvarig)
    row.mer_information = clean_lines(draft.mer_information)


def write_lists(session: Session, row: Delprojekt, draft: DelprojektDraft) -> None:
    """Give the delprojekt its beslut, åtgärder and behov, in this order; rows are kept by id.

    In which report an åtgärd or a behov was first stays as it is: only a report sets that. A new
    one may say it, when the report is of this delprojekt.
    """
    reports = {one.id for one in rapport_rows(session, row.id)}
    _write_beslut(session, row.id, draft.beslut)
    _write_åtgärder(session, row.id, draft.åtgärder, reports)
    _write_behov(session, row.id, draft.behov, reports)


def rapport_rows(session: Session, delprojekt_id: str) -> list[Uppföljningsrapport]:
    """Return the reports of a delprojekt, the oldest first."""
    return rows_where(
        session, Uppföljningsrapport, Uppföljningsrapport.delprojekt_id == delprojekt_id
    )


def of_delprojekt(session: Session, delprojekt_id: str) -> tuple[list[Åtgärd], list[Behov]]:
    """Return its åtgärder and behov in order."""
    return (
        rows_where(session, Åtgärd, Åtgärd.delprojekt_id == delprojekt_id),
        rows_where(session, Behov, Behov.delprojekt_id == delprojekt_id),
    )


def delete_lists(session: Session, delprojekt_id: str) -> None:
    """Remove all that belongs to a delprojekt."""
    beslut = rows_where(session, Delprojektbeslut, Delprojektbeslut.delprojekt_id == delprojekt_id)
    for one in beslut:
        _delete_beslut(session, one)
    åtgärder, behov = of_delprojekt(session, delprojekt_id)
    for gone in (*åtgärder, *behov, *rapport_rows(session, delprojekt_id)):
        session.delete(gone)


def write_rapport(row: Uppföljningsrapport, draft: RapportDraft) -> None:
    """Fill `row` with what the user has written."""
    row.datum, row.missiv_datum = draft.datum, draft.missiv_datum
    row.sammanträde_id, row.punkt_id = draft.sammanträde_id, draft.punkt_id
    row.uppföljning_datum, row.avsändare = draft.uppföljning_datum, _some(draft.avsändare)
    row.förslag = _lines(draft.förslag)
    row.ingress = clean_lines(draft.ingress)
    row.missiv_bakgrund = clean_lines(draft.missiv_bakgrund)
    row.underskrifter = [
        {"namn": one_line(namn), "titel": one_line(titel)}
        for namn, titel in draft.underskrifter
        if one_line(namn)
    ]


def rapport_draft(row: Uppföljningsrapport) -> RapportDraft:
    """Return what is written of a report."""
    signed: list[dict[str, Any]] = row.underskrifter
    return RapportDraft(
        datum=row.datum,
        missiv_datum=row.missiv_datum,
        sammanträde_id=row.sammanträde_id,
        punkt_id=row.punkt_id,
        uppföljning_datum=row.uppföljning_datum,
        avsändare=row.avsändare,
        förslag=tuple(row.förslag),
        ingress=row.ingress,
        missiv_bakgrund=row.missiv_bakgrund,
        underskrifter=tuple((str(one["namn"]), str(one.get("titel") or "")) for one in signed),
    )


def beslut_of(row: Delprojektbeslut, satser: Iterable[Delprojektsats]) -> Beslut:
    """Return a beslut as it is read."""
    return Beslut(
        id=row.id,
        datum=row.datum,
        satser=tuple(
            Sats(one.id, one.text, cast("Satsläge", one.läge), one.kommentar) for one in satser
        ),
        organ=row.organ,
        paragraf=row.paragraf,
        paragraf_id=row.paragraf_id,
        text=row.text,
    )


def åtgärd_of(row: Åtgärd) -> ÅtgärdRow:
    """Return an åtgärd as it is read."""
    läge = cast("Satsläge", row.läge)
    return ÅtgärdRow(row.id, row.text, row.kort, row.nivå, läge, row.rapport_id)


def behov_of(row: Behov) -> BehovRow:
    """Return a need as it is read."""
    return BehovRow(row.id, row.text, row.rapport_id, row.löst)


def _write_beslut(session: Session, key: str, beslut: Sequence[Beslut]) -> None:
    mine = Delprojektbeslut.delprojekt_id == key
    kept = {one.id: one for one in rows_where(session, Delprojektbeslut, mine)}
    for place, one in enumerate(beslut, start=1):
        row = kept.pop(one.id, None) or Delprojektbeslut(
            id=_free_id(session, Delprojektbeslut, one.id), delprojekt_id=key
        )
        row.ordning, row.datum, row.organ = place, one.datum, _some(one.organ)
        row.paragraf, row.paragraf_id = one.paragraf, one.paragraf_id
        row.text = clean_lines(one.text)
        session.add(row)
        _write_satser(session, row.id, one.satser)
    for gone in kept.values():
        _delete_beslut(session, gone)


def _write_satser(session: Session, beslut_id: str, satser: Iterable[Sats]) -> None:
    mine = Delprojektsats.beslut_id == beslut_id
    kept = {one.id: one for one in rows_where(session, Delprojektsats, mine)}
    written = [one for one in satser if one_line(one.text)]
    for place, one in enumerate(written, start=1):
        row = kept.pop(one.id, None) or Delprojektsats(
            id=_free_id(session, Delprojektsats, one.id), beslut_id=beslut_id
        )
        row.ordning, row.text = place, one_line(one.text)
        row.läge, row.kommentar = one.läge, one_line(one.kommentar)
        session.add(row)
    for gone in kept.values():
        session.delete(gone)


def _write_åtgärder(
    session: Session, key: str, åtgärder: Sequence[ÅtgärdRow], reports: set[str]
) -> None:
    kept = {one.id: one for one in of_delprojekt(session, key)[0]}
    written = [one for one in åtgärder if one_line(one.text)]
    for place, one in enumerate(written, start=1):
        row = kept.pop(one.id, None)
        if row is None:
            row = Åtgärd(id=_free_id(session, Åtgärd, one.id), delprojekt_id=key)
            row.rapport_id = _known(one.rapport_id, reports)
        row.ordning, row.text, row.kort = place, one_line(one.text), _some(one.kort)
        row.nivå, row.läge = level(one.nivå) if place > 1 else 1, one.läge
        session.add(row)
    for gone in kept.values():
        session.delete(gone)


def _write_behov(session: Session, key: str, behov: Sequence[BehovRow], reports: set[str]) -> None:
    kept = {one.id: one for one in of_delprojekt(session, key)[1]}
    written = [one for one in behov if one_line(one.text)]
    for place, one in enumerate(written, start=1):
        row = kept.pop(one.id, None)
        if row is None:
            row = Behov(id=_free_id(session, Behov, one.id), delprojekt_id=key)
            row.rapport_id = _known(one.rapport_id, reports)
        row.ordning, row.text, row.löst = place, one_line(one.text), one.löst
        session.add(row)
    for gone in kept.values():
        session.delete(gone)


def _delete_beslut(session: Session, row: Delprojektbeslut) -> None:
    for sats in rows_where(session, Delprojektsats, Delprojektsats.beslut_id == row.id):
        session.delete(sats)
    session.delete(row)


def _free_id(session: Session, kind: type[Row], key: str) -> str:
    """Return `key`, or a new id when something else has it: what is copied from elsewhere."""
    return key if session.get(kind, key) is None else new_id()


def _known(rapport_id: str | None, reports: set[str]) -> str | None:
    return rapport_id if rapport_id in reports else None


def _lines(texts: Iterable[str]) -> list[str]:
    return [kept for kept in map(one_line, texts) if kept]


def _some(text: str | None) -> str | None:
    return one_line(text or "") or None
