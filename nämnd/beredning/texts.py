"""What a punkt takes over from its ärende, so that nothing is typed again.

The newest skrivelse says what is proposed, unless the ärende has been on a dagordning since: then
the punkt that was there does, and of a § that was put off in part only the att-satser that wait.
"""

from datetime import date

from sqlalchemy.orm import Session

from nämnd.beredning.sent_back import WHY
from nämnd.beredning.sources import Earlier
from nämnd.core.ids import new_id
from nämnd.sammanträde.dagordning import UnderpunktRow
from nämnd.sammanträde.drafts import PunktDraft, satser
from nämnd.store.rows import rows_where
from nämnd.tables import (
    Attsats,
    Beslutspunkt,
    Paragraf,
    Skrivelse,
    Underpunkt,
    Ärende,
)


def newest_skrivelse(session: Session, ärende_id: str) -> Skrivelse | None:
    """Return the skrivelse that is written last; one without a date is being written."""
    rows = rows_where(session, Skrivelse, Skrivelse.ärende_id == ärende_id)
    return max(rows, key=age, default=None)


def age(row: Skrivelse) -> tuple[date, str]:
    """Return what skrivelser are put in order by, the newest last."""
    return row.datum or date.max, row.id


def draft_for(session: Session, ärende: Ärende | None, earlier: Earlier | None) -> PunktDraft:
    """Return the punkt of an ärende, or of what is taken up again without one."""
    skrivelse = newest_skrivelse(session, ärende.id) if ärende else None
    missiv = tuple(skrivelse.förslag) if skrivelse else ()
    if skrivelse and (earlier is None or is_newer(skrivelse, earlier)):
        rubrik, förslag, text = skrivelse.rubrik, missiv, skrivelse.bakgrund
    elif earlier is not None:
        rubrik, förslag, text = _of_earlier(session, earlier)
    else:
        rubrik, förslag, text = "", (), ""
    if not missiv and earlier and earlier.punkt:
        missiv = _satser(session, earlier.punkt.id, "missivförslag")
    return PunktDraft(
        rubrik=_rubrik(ärende, rubrik),
        slag=_slag(earlier),
        sammanfattning=text,
        ärende_id=ärende.id if ärende else None,
        underpunkter=_underpunkter(session, earlier),
        förslag=satser(förslag),
        missivförslag=satser(missiv),
    )


def is_newer(skrivelse: Skrivelse, earlier: Earlier) -> bool:
    """Say whether a skrivelse was written after the sammanträde, or is being written."""
    return skrivelse.datum is None or skrivelse.datum > earlier.day


def _of_earlier(session: Session, earlier: Earlier) -> tuple[str, tuple[str, ...], str]:
    """Return rubrik, förslag and sammanfattning as they were."""
    punkt, paragraf = earlier.punkt, earlier.paragraf
    förslag = _left(session, paragraf) if paragraf else None
    if förslag is None:
        förslag = _satser(session, punkt.id, "förslag") if punkt else ()
    if punkt is not None:
        return punkt.rubrik, förslag, punkt.sammanfattning
    return (paragraf.rubrik, förslag, paragraf.sammanfattning) if paragraf else ("", (), "")


def _left(session: Session, paragraf: Paragraf) -> tuple[str, ...] | None:
    """Return the att-satser that wait; None when the punkt says them all.

    A § that was put off as a whole often says just that, instead of what it was about.
    """
    rows = rows_where(session, Beslutspunkt, Beslutspunkt.paragraf_id == paragraf.id)
    coming = [row for row in rows if row.utfall in WHY]
    if paragraf.punkt_id is not None and len(coming) in (0, len(rows)):
        return None
    return tuple(row.text for row in coming or rows if row.text.strip())


def _satser(session: Session, punkt_id: str, slag: str) -> tuple[str, ...]:
    rows = rows_where(session, Attsats, Attsats.punkt_id == punkt_id, Attsats.slag == slag)
    return tuple(row.text for row in rows)


def _underpunkter(session: Session, earlier: Earlier | None) -> tuple[UnderpunktRow, ...]:
    if earlier is None or earlier.punkt is None:
        return ()
    rows = rows_where(session, Underpunkt, Underpunkt.punkt_id == earlier.punkt.id)
    return tuple(UnderpunktRow(new_id(), row.rubrik) for row in rows)


def _slag(earlier: Earlier | None) -> str:
    if earlier is None:
        return "beslut"
    return (earlier.punkt or earlier.paragraf).slag  # pyright: ignore[reportOptionalMemberAccess] - one of them is there


def _rubrik(ärende: Ärende | None, found: str) -> str:
    """Return the rubrik for the dagordning, which is public: a hidden one is not told there.

    Source: OSL 5:2 second paragraph.
    """
    if ärende is not None and ärende.dölj_rubrik:
        return f"Ärende {ärende.dnr}"
    return found or (ärende.rubrik if ärende else "") or f"Ärende {ärende.dnr if ärende else ''}"
