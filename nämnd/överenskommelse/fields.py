"""What a rekvisition and an ekonomisk redovisning must say, in the order of their annexes.

Source: bilaga 2 of the överenskommelse of 2017 and bilaga 1 of that of 2020 («Information som ska
ingå i rekvisition och ekonomisk redovisning»): both list the same; a fax is asked for by both, but
nobody has one any more, so it may be left out.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nämnd.överenskommelse.money import kronor
from nämnd.överenskommelse.values import BlankettDraft, Blankettslag


@dataclass(frozen=True, slots=True)
class Fält:
    """A field of a form.

    `namn`: its key in `BlankettDraft.uppgifter`, or the name of the draft's own field when `egen`.
    `pengar`: kronor are written there.
    """

    namn: str
    etikett: str
    krävs: bool = True
    egen: bool = False
    pengar: bool = False


@dataclass(frozen=True, slots=True)
class Avsnitt:
    """A numbered part of a form."""

    rubrik: str
    fält: tuple[Fält, ...]


REKVISITION: Blankettslag = "rekvisition"
EKONOMISK_REDOVISNING: Blankettslag = "ekonomisk redovisning"

_KONTAKT = Avsnitt(
    "Kontaktuppgifter",
    (
        Fält("mottagare", "Bidragsmottagare", egen=True),
        Fält("organisationsnummer", "Organisationsnummer"),
        Fält("kontaktperson", "Kontaktperson"),
        Fält("postadress", "Postadress"),
        Fält("telefon", "Telefon, med riktnummer"),
        Fält("fax", "Faxnummer", krävs=False),
        Fält("epost", "E-postadress"),
    ),
)
_BIDRAG = "Bidrag som ansökan avser"
_REFERENSER = (
    Fält("överenskommelse_dnr", "Regeringskansliets diarienummer för överenskommelsen"),
    Fält(
        "utbetalning_dnr",
        "Regeringskansliets diarienummer för regeringsbeslutet om utbetalning",
    ),
    Fält("benämning", "Överenskommelsens benämning"),
)
_NAMN = Fält("underskrift_namn", "Namnförtydligande", krävs=False)

AVSNITT: dict[Blankettslag, tuple[Avsnitt, ...]] = {
    REKVISITION: (
        _KONTAKT,
        Avsnitt(
            _BIDRAG,
            (
                *_REFERENSER,
                Fält("belopp", "Belopp som rekvireras", egen=True, pengar=True),
                Fält("period", "Period som rekvisitionen avser"),
            ),
        ),
        Avsnitt(
            "Uppgifter för utbetalning",
            (
                Fält("giro", "Bankgiro eller plusgiro"),
                Fält("betalningsreferens", "Önskad betalningsreferens", krävs=False),
            ),
        ),
        Avsnitt("Underskrift i original av behörig företrädare", (_NAMN,)),
    ),
    EKONOMISK_REDOVISNING: (
        _KONTAKT,
        Avsnitt(
            _BIDRAG,
            (
                *_REFERENSER,
                Fält(
                    "bidrag_enligt_överenskommelsen",
                    "Summa bidrag enligt överenskommelsen",
                    pengar=True,
                ),
                Fält("bidrag_utbetalat", "Summa bidrag som har betalats ut", pengar=True),
                Fält("period", "Period som den ekonomiska redovisningen avser"),
            ),
        ),
        Avsnitt(
            "Redovisning av verksamhet eller aktivitet",
            (Fält("belopp", "Bidrag som har erhållits", egen=True, pengar=True),),
        ),
        Avsnitt(
            "Ekonomichefens (eller motsvarandes) granskning av den ekonomiska redovisningen",
            (
                Fält("granskare_namn", "Namn"),
                Fält("granskare_befattning", "Befattning"),
                Fält("granskare_telefon", "Telefon, med riktnummer"),
                Fält("granskare_epost", "E-postadress"),
            ),
        ),
        Avsnitt("Underskrift i original av behörig företrädare", (_NAMN,)),
    ),
}
"""The parts of each form. Costs and signature lines stand in them too, but are no fields."""

FÄLT: dict[Blankettslag, tuple[Fält, ...]] = {
    slag: tuple(one for part in parts for one in part.fält) for slag, parts in AVSNITT.items()
}
"""The fields of each form, in order."""


AVVIKELSER = Fält("avvikelser", "Avvikelser och åtgärder", egen=True)
"""Asked for when the ekonomichef does not certify the costs."""


def field_value(draft: BlankettDraft, fält: Fält) -> str:
    """Return what is written in a field, empty when nothing is; kronor as they were written."""
    if fält.namn == "mottagare":
        return draft.mottagare.strip()
    if fält.namn == "belopp":
        return "" if draft.belopp is None else str(draft.belopp)
    return draft.uppgifter.get(fält.namn, "").strip()


def missing(draft: BlankettDraft) -> tuple[str, ...]:
    """Return the names of the fields that must be filled in and are not, in order.

    An amount that can't be read as kronor counts as missing, required or not.
    """
    return tuple(_missing(draft))


def label(slag: Blankettslag, namn: str) -> str:
    """Return what a field is called on the form; its name when the form has no such field."""
    return next((f.etikett for f in (*FÄLT.get(slag, ()), AVVIKELSER) if f.namn == namn), namn)


def _missing(draft: BlankettDraft) -> Iterator[str]:
    for one in FÄLT[draft.slag]:
        written = field_value(draft, one)
        unreadable = bool(written) and one.pengar and kronor(written) is None
        if unreadable or (one.krävs and not written):
            yield one.namn
    if draft.avvikelser is not None and not draft.avvikelser.strip():
        yield AVVIKELSER.namn
