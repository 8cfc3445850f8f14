"""Bevakningar as they are kept in rows, and back.

What is kept may come from elsewhere; what can't be read is a condition without words, which is on
no day.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast, get_args

from nämnd.bevakning.values import (
    BevakningDraft,
    Dagslag,
    Flytt,
    Förfaller,
    Källa,
    PåDatum,
    Relativt,
    Varje,
    VidSammanträde,
    Villkor,
    Återkommer,
)
from nämnd.core.richtext import clean_lines
from nämnd.organisation.rules import one_line
from nämnd.tables import Bevakning

_KÄLLA = (
    "paragraf_id",
    "beslutspunkt_id",
    "ärende_id",
    "handling_id",
    "delprojekt_id",
    "överenskommelse_id",
    "redovisning_id",
    "beslutsdatum",
    "beslutsparagraf",
    "attsats",
)


def kept(förfaller: Förfaller) -> dict[str, object]:
    """Return when it is due, as a row keeps it."""
    match förfaller:
        case PåDatum(datum):
            return {"datum": datum.isoformat()}
        case VidSammanträde(nummer, år):
            return {"sammanträde": {"nummer": nummer, "år": år}}
        case Relativt(till, dagar, slag):
            return {"relativt": {"till": till, "dagar": dagar, "slag": slag}}
        case Villkor(text):
            return {"villkor": one_line(text)}


def read(kept: Mapping[str, object]) -> Förfaller:
    """Return when it is due, of what a row keeps."""
    try:
        return _read(cast("Mapping[str, Any]", kept))
    except (ValueError, TypeError, KeyError, AttributeError):
        return Villkor("")


def _read(kept: Mapping[str, Any]) -> Förfaller:
    if kept.get("datum"):
        return PåDatum(date.fromisoformat(kept["datum"]))
    if kept.get("sammanträde"):
        given = kept["sammanträde"]
        return VidSammanträde(int(given["nummer"]), int(given["år"]))
    if kept.get("relativt"):
        given = kept["relativt"]
        slag: Dagslag = "arbetsdagar" if given.get("slag") == "arbetsdagar" else "kalenderdagar"
        return Relativt(str(given["till"]), int(given["dagar"]), slag)
    return Villkor(str(kept.get("villkor") or ""))


def kept_återkommer(återkommer: Återkommer | None) -> dict[str, object] | None:
    """Return how often it comes back, as a row keeps it."""
    if återkommer is None:
        return None
    till = återkommer.till.isoformat() if återkommer.till else None
    return {"varje": återkommer.varje, "till": till}


def read_återkommer(kept: Mapping[str, object] | None) -> Återkommer | None:
    """Return how often it comes back, of what a row keeps."""
    varje = kept.get("varje") if kept else None
    if kept is None or varje not in get_args(Varje):
        return None
    return Återkommer(cast("Varje", varje), day(kept.get("till")))


def day(kept: object) -> date | None:
    """Return a date that is kept in a list; None when there is none that can be read."""
    try:
        return date.fromisoformat(str(kept)) if kept else None
    except ValueError:
        return None


def write(row: Bevakning, draft: BevakningDraft) -> None:
    """Put a draft in its row."""
    row.rubrik = one_line(draft.rubrik)
    row.förfaller = kept(draft.förfaller)
    row.återkommer = kept_återkommer(draft.återkommer)
    row.påminnelser = sorted(set(draft.påminnelser), reverse=True)
    row.ansvarig = one_line(draft.ansvarig or "") or None
    row.ansvarig_epost = (draft.ansvarig_epost or "").strip() or None
    row.mottagare = one_line(draft.mottagare or "") or None
    row.förverkande = draft.förverkande
    row.anteckning = clean_lines(draft.anteckning)
    row.citat = clean_lines(draft.citat)
    row.sida = draft.sida
    for name in _KÄLLA:
        setattr(row, name, getattr(draft.källa, name))


def draft_of(row: Bevakning) -> BevakningDraft:
    """Return what the user wrote."""
    return BevakningDraft(
        rubrik=row.rubrik,
        förfaller=read(row.förfaller),
        källa=Källa(**{name: getattr(row, name) for name in _KÄLLA}),
        återkommer=read_återkommer(row.återkommer),
        påminnelser=tuple(row.påminnelser),
        ansvarig=row.ansvarig,
        ansvarig_epost=row.ansvarig_epost,
        mottagare=row.mottagare,
        förverkande=row.förverkande,
        anteckning=row.anteckning,
        citat=row.citat,
        sida=row.sida,
    )


def historik_of(row: Bevakning) -> tuple[Flytt, ...]:
    """Return each time it was moved, the first one first."""
    return tuple(
        Flytt(
            day(one.get("datum")),
            str(one.get("från") or ""),
            str(one.get("till") or ""),
            str(one.get("skäl") or ""),
        )
        for one in row.historik
    )


def påmint_of(row: Bevakning) -> tuple[tuple[date, str], ...]:
    """Return each reminder that was made: when, to whom."""
    found = ((day(one.get("datum")), str(one.get("till") or "")) for one in row.påmint)
    return tuple((when, till) for when, till in found if when is not None)
