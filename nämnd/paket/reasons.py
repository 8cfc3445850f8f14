"""The Swedish of every reason why a bilaga is not among the pages of an utskick."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nämnd.bilaga.names import shown_name
from nämnd.paket.plan import LeftOut, Reason, Repaired
from nämnd.sammanträde.beteckningar import letters


@dataclass(frozen=True, slots=True)
class ReasonText:
    """What happened (after «filen …»), what the secretary can do, and what a reader can do."""

    what: str
    remedy: str
    reader: str = "Be nämndens sekreterare om handlingen."


REASON_TEXT = {
    Reason.NO_FILE: ReasonText(
        "har inte kommit än",
        "Lägg till filen och gör utskicket på nytt, eller markera att bilagan finns tillgänglig "
        "under mötet.",
        "Den skickas senare eller finns under mötet. Nämndens sekreterare vet mer.",
    ),
    Reason.MISSING: ReasonText(
        "saknas bland de sparade filerna",
        "Lägg till den på nytt från originalet, eller återställ en säkerhetskopia.",
    ),
    Reason.CHANGED: ReasonText(
        "är inte längre den som lades till: innehållet har ändrats eller skadats",
        "Lägg till den på nytt från originalet.",
    ),
    Reason.UNREADABLE: ReasonText(
        "går inte att läsa från disken",
        "Stäng den i andra program och försök igen, eller lägg till den på nytt.",
    ),
    Reason.EMPTY: ReasonText("är tom", "Be om filen på nytt och byt ut den."),
    Reason.DAMAGED: ReasonText(
        "är så skadad att den inte går att öppna",
        "Öppna originalet, spara en ny PDF och byt ut filen.",
    ),
    Reason.PASSWORD: ReasonText(
        "är skyddad med lösenord",
        "Öppna den, spara en kopia utan lösenord och byt ut filen.",
    ),
    Reason.TOO_LARGE: ReasonText(
        "är för stor eller för invecklad för att tas med",
        "Dela den, eller spara en enklare kopia, och byt ut filen.",
    ),
    Reason.NO_OFFICE: ReasonText(
        "är ett Officedokument, och sådana kan inte göras om till PDF på den här datorn",
        "Installera LibreOffice, eller spara den som PDF i programmet den gjordes i och byt ut "
        "filen.",
    ),
    Reason.OFFICE_FAILED: ReasonText(
        "kunde inte göras om till PDF",
        "Öppna den i programmet den gjordes i, spara den som PDF och byt ut filen.",
    ),
    Reason.OFFICE_SLOW: ReasonText(
        "tog för lång tid att göra om till PDF",
        "Försök igen, eller spara den som PDF i programmet den gjordes i och byt ut filen.",
    ),
    Reason.UNKNOWN_KIND: ReasonText(
        "är av ett slag som inte kan visas som sidor",
        "Spara den som PDF och byt ut filen, eller skicka den för sig.",
        "Be nämndens sekreterare om filen.",
    ),
    Reason.SIGNED: ReasonText(
        "är undertecknad elektroniskt och ligger hel bredvid sidorna, för att underskriften ska "
        "gälla",
        "Ingenting behöver göras.",
        "Öppnas den inte när du klickar? Den ligger bland de bifogade filerna i det program du "
        "läser med, ofta bakom ett gem.",
    ),
}
_REPAIRED = ReasonText(
    "var skadad och är med så långt den gick att läsa",
    "Bläddra igenom dess sidor. Saknas något: spara en ny PDF av originalet och byt ut filen.",
)


def sentence_for(one: LeftOut | Repaired) -> str:
    """Return what happened to a bilaga and what the secretary can do."""
    text = REASON_TEXT[one.reason] if isinstance(one, LeftOut) else _REPAIRED
    return f"Bilaga {one.beteckning}, {one.rubrik}: {_subject(one)} {text.what}. {text.remedy}"


def sentences_for(found: Iterable[LeftOut | Repaired]) -> tuple[str, ...]:
    """Return a sentence for each, but one together for those of which the same is to be said."""
    alike: dict[Reason | None, list[LeftOut | Repaired]] = {}
    for one in found:
        reason = one.reason if isinstance(one, LeftOut) else None
        alike.setdefault(reason, []).append(one)
    return tuple(map(_together, alike.values()))


def shortened(beteckningar: Iterable[str]) -> str:
    """Return «3A–3F, 4, 5A, 5B»: three or more in a row are told by the first and the last."""
    runs: list[list[str]] = []
    for one in beteckningar:
        if runs and _next(runs[-1][-1]) == one:
            runs[-1].append(one)
        else:
            runs.append([one])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > _PAIR else ", ".join(run) for run in runs)


def _together(alike: list[LeftOut | Repaired]) -> str:
    if len(alike) == 1:
        return sentence_for(alike[0])
    first, names = alike[0], shortened(one.beteckning for one in alike)
    if isinstance(first, LeftOut) and first.reason is Reason.NO_FILE:
        return (
            f"{len(alike)} bilagor har ingen fil än: {names}. Lägg till filerna och gör utskicket "
            "på nytt, eller markera att bilagorna finns tillgängliga under mötet."
        )
    text = REASON_TEXT[first.reason] if isinstance(first, LeftOut) else _REPAIRED
    return f"{len(alike)} bilagor ({names}): filen {text.what}. {text.remedy}"


_PAIR = 2
_LETTERED = re.compile(r"([0-9]*)([A-Z]+)")


def _next(beteckning: str) -> str | None:
    """Return what follows «3A»: «3B»; after a lone number comes nothing."""
    parts = _LETTERED.fullmatch(beteckning)
    if parts is None:
        return None
    place = 0
    for letter in parts[2]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return parts[1] + letters(place + 1)


def page_sentences(left_out: LeftOut) -> tuple[str, str]:
    """Return what the page in its place says: what happened, and what the reader can do."""
    text = REASON_TEXT[left_out.reason]
    subject = _subject(left_out)
    return f"{subject[0].upper()}{subject[1:]} {text.what}.", text.reader


def _subject(one: LeftOut | Repaired) -> str:
    return f"filen «{shown_name(one.filnamn)}»" if one.filnamn else "handlingen"
