"""Lines that stand for more than text: an earlier handling, and who gets an utdrag. Pure."""

import re

from nämnd.protokoll.values import ExpedieringRow, TidigareRow

_DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_PARAGRAF = re.compile(r"§\s*([0-9]+)")
_KINDS = ("bordlagt", "återremitterat", "beslut")
_BESLUT = "beslut"


def earlier_text(row: TidigareRow) -> str:
    """Return «Utskottet 2019-08-30 § 43 bordlagt»."""
    paragraf = f"§ {row.paragraf}" if row.paragraf is not None else ""
    return " ".join(filter(None, (row.organ, row.datum, paragraf, row.vad)))


def read_earlier(text: str) -> TidigareRow:
    """Return what a line says of an earlier handling; what is left over is who handled it.

    «2015-10-30 § 43» is a beslut; the day may be a month or a year.
    """
    day, paragraf = _DAY.search(text), _PARAGRAF.search(text)
    words = [word.strip(",;.") for word in text.casefold().split()]
    vad = next((kind for kind in _KINDS if kind in words), _BESLUT)
    left = _PARAGRAF.sub(" ", _DAY.sub(" ", text, count=1), count=1)
    organ = re.sub(rf"\b{vad}\b", " ", left, count=1, flags=re.IGNORECASE)
    return TidigareRow(
        vad=vad,
        datum=day[0] if day else "",
        paragraf=int(paragraf[1]) if paragraf else None,
        organ=" ".join(organ.split()).strip(" ,;") or None,
    )


def recipient_text(row: ExpedieringRow) -> str:
    """Return «Region Skåne · RS 2019/12»: who, and the matter's beteckning with them."""
    return " · ".join(filter(None, (row.till, row.beteckning)))


def read_recipient(text: str, before: ExpedieringRow | None) -> ExpedieringRow:
    """Return who a line names; when it went out is kept from `before`."""
    till, *rest = (part.strip() for part in re.split("[·;]", text, maxsplit=1))
    beteckning = "".join(rest) or None
    return ExpedieringRow(till, beteckning, before.datum if before else None)
