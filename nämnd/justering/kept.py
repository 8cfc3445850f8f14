"""What stands in the JSON columns of a justering, as rows and back."""

from collections.abc import Iterable
from typing import Any

from nämnd.justering.values import KommentarRow, RättelseRow, UnderskriftRow

Kept = dict[str, Any]


def underskrift_rows(kept: Iterable[Kept]) -> tuple[UnderskriftRow, ...]:
    """Return the approvals and signatures. What another program wrote may lack some of it."""
    return tuple(
        UnderskriftRow(
            person_id=str(one.get("person") or ""),
            roll=str(one.get("roll") or ""),
            datum=str(one.get("datum") or ""),
            sätt=one.get("sätt") or "papper",
            version=int(one.get("version") or 1),
            pdf=one.get("pdf"),
            bevis=one.get("bevis"),
        )
        for one in kept
    )


def keep_underskrift(row: UnderskriftRow) -> dict[str, object]:
    """Return an approval or signature as it is kept."""
    return {
        "person": row.person_id,
        "roll": row.roll,
        "datum": row.datum,
        "sätt": row.sätt,
        "version": row.version,
        "pdf": row.pdf,
        "bevis": row.bevis,
    }


def kommentar_rows(kept: Iterable[Kept]) -> tuple[KommentarRow, ...]:
    """Return the comments, oldest first."""
    return tuple(
        KommentarRow(
            id=str(one.get("id") or number),
            person_id=str(one.get("person") or ""),
            paragraf=one.get("paragraf"),
            text=str(one.get("text") or ""),
            svar=one.get("svar"),
            svarstext=str(one.get("svarstext") or ""),
            version=int(one.get("version") or 1),
            datum=one.get("datum"),
        )
        for number, one in enumerate(kept)
    )


def keep_kommentar(row: KommentarRow) -> dict[str, object]:
    """Return a comment as it is kept."""
    return {
        "id": row.id,
        "person": row.person_id,
        "paragraf": row.paragraf,
        "text": row.text,
        "svar": row.svar,
        "svarstext": row.svarstext,
        "version": row.version,
        "datum": row.datum,
    }


def rättelse_rows(kept: Iterable[Kept]) -> tuple[RättelseRow, ...]:
    """Return the rättelser, oldest first."""
    return tuple(
        RättelseRow(
            id=str(one.get("id") or number),
            datum=str(one.get("datum") or ""),
            paragraf=int(one.get("paragraf") or 0),
            stod=str(one.get("stod") or ""),
            ska_vara=str(one.get("ska_vara") or ""),
            av=str(one.get("av") or ""),
            skäl=str(one.get("skäl") or ""),
        )
        for number, one in enumerate(kept)
    )


def keep_rättelse(row: RättelseRow) -> dict[str, object]:
    """Return a rättelse as it is kept."""
    return {
        "id": row.id,
        "datum": row.datum,
        "paragraf": row.paragraf,
        "stod": row.stod,
        "ska_vara": row.ska_vara,
        "av": row.av,
        "skäl": row.skäl,
    }
