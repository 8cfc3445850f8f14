"""The Swedish of every reason why a bilaga is not among the pages of an utskick."""

from dataclasses import dataclass

from nämnd.bilaga.names import shown_name
from nämnd.paket.plan import LeftOut, Reason, Repaired


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


def page_sentences(left_out: LeftOut) -> tuple[str, str]:
    """Return what the page in its place says: what happened, and what the reader can do."""
    text = REASON_TEXT[left_out.reason]
    subject = _subject(left_out)
    return f"{subject[0].upper()}{subject[1:]} {text.what}.", text.reader


def _subject(one: LeftOut | Repaired) -> str:
    return f"filen «{shown_name(one.filnamn)}»" if one.filnamn else "handlingen"
