"""What is said of a delprojekt."""

from nämnd.core.swedish import counted, short_date
from nämnd.delprojekt.values import (
    Beslut,
    DelprojektDraft,
    DelprojektView,
    RapportRow,
    Satsläge,
)
from ui.toolkit.palette import Role

LÄGE: tuple[tuple[Satsläge, str], ...] = (
    ("gjort", "Gjort"),
    ("pågår", "Pågår"),
    ("inte påbörjat", "Inte påbörjat"),
)
LÄGE_ROLE: dict[Satsläge, Role] = {
    "gjort": Role.GOOD,
    "pågår": Role.WARN,
    "inte påbörjat": Role.QUIET,
}


def named(draft: DelprojektDraft) -> str:
    """Return a delprojekt by its number, as a log tells of it."""
    return f"delprojekt {draft.nummer}"


def heading(view: DelprojektView) -> str:
    """Return what stands over the rubrik: number, program, dnr."""
    parts = (f"Delprojekt {view.draft.nummer}", view.draft.program, view.dnr or "")
    return " · ".join(filter(None, parts))


def beslut_heading(one: Beslut) -> str:
    """Return «Beslut 7 juni 2018, § 34», with who decided when it was somebody else."""
    who = f" av {one.organ}" if one.organ else ""
    number = f", § {one.paragraf}" if one.paragraf is not None else ""
    return f"Beslut{who} den {short_date(one.datum)}{number}"


def progress_text(view: DelprojektView) -> str:
    """Return how far what was decided has come: «2 av 3 att-satser är gjorda»."""
    satser = [sats for one in view.draft.beslut for sats in one.satser]
    done = sum(one.läge == "gjort" for one in satser)
    if not satser:
        return "Inget beslut är inskrivet"
    return f"{done} av {counted(len(satser), 'att-sats är gjord', 'att-satser är gjorda')}"


def rapport_title(one: RapportRow) -> str:
    """Return «Rapport 2, 31 oktober 2019»."""
    day = f", {short_date(one.draft.datum)}" if one.draft.datum else ", utan datum"
    return f"Rapport {one.ordning}{day}"


def rapport_state(one: RapportRow) -> str:
    """Return for which sammanträde a report is, and where it stands."""
    day = one.dag or one.draft.uppföljning_datum
    meeting = f"till sammanträdet {short_date(day)}" if day else "inget sammanträde valt"
    return f"{meeting} · {'registrerad' if one.registrerad else 'utkast'}"


def chips(view: DelprojektView, *, late: bool) -> tuple[tuple[str, Role], ...]:
    """Return what is said in pills beside the rubrik."""
    if view.avslutat is not None:
        return ((f"avslutat {short_date(view.avslutat)}", Role.QUIET),)
    state = ("försenat", Role.LATE) if late else ("pågår", Role.GOOD)
    return (state, (progress_text(view), Role.NOTE if view.draft.beslut else Role.WARN))
