"""Deadlines found in a document, made into bevakningar to choose among."""

from collections.abc import Iterable
from datetime import date, timedelta

from nämnd.bevakning.values import (
    BevakningDraft,
    Förfaller,
    Källa,
    PåDatum,
    VidSammanträde,
    Återkommer,
)
from nämnd.filtext.values import FileText
from nämnd.frister.reading import find_frister
from nämnd.frister.values import Frist, Slag

_QUOTE = 1_000  # characters of the sentence that are kept
_TO = ("Lämna ", "Betala", "Redovisa", "Rapportera", "Återrapportera", "Svara", "Anmäla")
_WITH = frozenset({"Rekvirera medel", "Ansöka", "Begära förlängning"})
_LONG, _SHORT = (60, 30, 7, 1), (30, 7, 1)


def frister_in(
    text: FileText, dag: date | None = None, today: date | None = None
) -> tuple[Frist, ...]:
    """Return the deadlines in the words of a file.

    Args:
        text: the file as it was read.
        dag: the document's own day; None: the one it says itself.
        today: a deadline before it is marked `passerad`.
    """
    return find_frister(text.pages, dag=dag, today=today)


def as_drafts(frister: Iterable[Frist], källa: Källa) -> tuple[BevakningDraft, ...]:
    """Return a bevakning to correct for each: «före den 1 mars» falls due the day before."""
    return tuple(_draft(one, källa) for one in frister)


def _draft(frist: Frist, källa: Källa) -> BevakningDraft:
    return BevakningDraft(
        rubrik=_rubrik(frist),
        förfaller=_due(frist),
        källa=källa,
        återkommer=Återkommer("år") if frist.slag is Slag.ÅRLIGEN else None,
        påminnelser=_LONG if frist.förverkande else _SHORT,
        ansvarig=frist.vem,
        mottagare=frist.till,
        förverkande=frist.förverkande,
        citat=frist.mening[:_QUOTE],
        sida=frist.sida,
    )


def _rubrik(frist: Frist) -> str:
    """Return what is done and where it goes: «Rekvirera medel hos Kammarkollegiet»."""
    word = "till" if frist.vad.startswith(_TO) else "hos" if frist.vad in _WITH else ""
    if not word or not frist.till or "@" in frist.till:
        return frist.vad
    return f"{frist.vad} {word} {frist.till}"


def _due(frist: Frist) -> Förfaller:
    if frist.sammanträde is not None:
        nummer, år = frist.sammanträde
        return VidSammanträde(nummer, år)
    if frist.datum is None:
        message = "a deadline has a day or a sammanträde"
        raise ValueError(message)
    return PåDatum(frist.datum - timedelta(days=1) if frist.före else frist.datum)
