"""What is said of an överenskommelse."""

from datetime import date

from nämnd.core.swedish import counted, short_date
from nämnd.överenskommelse.money import money_text
from nämnd.överenskommelse.values import (
    BlankettRow,
    Summafel,
    Tabell,
    ÖverenskommelseDraft,
    ÖverenskommelseView,
)
from ui.toolkit.palette import Role

CURRENCY = "kr"


def kr(amount: int | None) -> str:
    """Return «762 149 317 kr», or nothing."""
    return "" if amount is None else f"{money_text(amount)}\N{NO-BREAK SPACE}{CURRENCY}"


def period(first: date | None, last: date | None) -> str:
    """Return «2020-01-01 – 2020-12-31»; one end alone says so."""
    if first and last:
        return f"{first.isoformat()} – {last.isoformat()}"
    if first:
        return f"från {first.isoformat()}"
    return f"till {last.isoformat()}" if last else ""


def named(draft: ÖverenskommelseDraft) -> str:
    """Return an överenskommelse as a log tells of it."""
    return f"överenskommelsen «{draft.rubrik}»"


def heading(view: ÖverenskommelseView) -> str:
    """Return what stands over the rubrik: whose it is, dnr, period."""
    draft = view.draft
    dnr = draft.dnr or view.ärende_dnr or ""
    return " · ".join(filter(None, ("Överenskommelse", dnr, period(draft.från, draft.till))))


def chips(view: ÖverenskommelseView, today: date) -> tuple[tuple[str, Role], ...]:
    """Return what is said in pills beside the rubrik."""
    found: list[tuple[str, Role]] = []
    draft = view.draft
    if draft.till is not None and draft.till < today:
        found.append(("har löpt ut", Role.QUIET))
    elif draft.från is not None and draft.från > today:
        found.append(("gäller inte än", Role.NOTE))
    elif draft.till is not None:
        found.append(("gäller", Role.GOOD))
    if view.fel:
        found.append((wrong_count(len(view.fel)), Role.LATE))
    return tuple(found)


def wrong_count(number: int) -> str:
    """Return «2 summor stämmer inte»."""
    return counted(number, "summa stämmer inte", "summor stämmer inte")


def wrong_text(tabell: Tabell, fel: Summafel) -> str:
    """Say where a sum is wrong, what stands there and what it should be."""
    row = next((one.mottagare for one in tabell.rader if one.id == fel.rad), None)
    if row is not None:
        where = f"Raden {row}"
    elif fel.post is not None:
        where = f"Kolumnen {fel.post}"
    else:
        where = "Tabellen i sin helhet"
    rounded = ", kan vara avrundning" if fel.avrundning else ""
    return (
        f"{where}: summan är {kr(fel.skriven)} i papperet, men beloppen blir {kr(fel.räknad)} "
        f"(skillnad {kr(fel.räknad - fel.skriven)}{rounded})."
    )


def table_title(tabell: Tabell, number: int) -> str:
    """Return what a table is called, with the page it stands on."""
    name = tabell.rubrik or f"Tabell {number}"
    return f"{name} (sidan {tabell.sida})" if tabell.sida else name


def blankett_title(one: BlankettRow) -> str:
    """Return «Rekvisition, Region Skåne»."""
    return f"{one.draft.slag.capitalize()}, {one.draft.mottagare}"


def blankett_state(one: BlankettRow) -> tuple[str, Role]:
    """Return where a form stands."""
    if one.sänd is not None:
        return f"skickad {short_date(one.sänd)}", Role.GOOD
    if one.handling_id is not None:
        return "registrerad, inte skickad", Role.WARN
    return "utkast", Role.QUIET
