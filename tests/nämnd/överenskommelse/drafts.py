"""Överenskommelser and forms to save and draw in the tests. All of it is made up."""

from dataclasses import replace
from datetime import date
from typing import Any

from nämnd.överenskommelse.values import (
    BlankettDraft,
    Kostnad,
    Rad,
    Tabell,
    ÖverenskommelseDraft,
)

PRIMÄRVÅRD, IT = "Primärvård", "It-stöd"


def a_table(
    *rader: tuple[str, int, int, int | None],
    key: str = "t1",
    summor: tuple[int, int] | None = None,
    totalsumma: int | None = None,
) -> Tabell:
    """Return a table with two posts; a row is a name, what it gets of each, and what is said."""
    rows = tuple(
        Rad(f"{key}r{n}", namn, {PRIMÄRVÅRD: first, IT: second}, said)
        for n, (namn, first, second, said) in enumerate(rader, start=1)
    )
    said = dict(zip((PRIMÄRVÅRD, IT), summor, strict=True)) if summor else {}
    return Tabell(key, "Fördelning", (PRIMÄRVÅRD, IT), rows, said, totalsumma)


RIGHT = a_table(
    ("Region Norr", 1000, 20, 1020),
    ("Söders län", 3000, 80, 3080),
    summor=(4000, 100),
    totalsumma=4100,
)
"""A table whose sums are right."""

ÖVERENSKOMMELSE = ÖverenskommelseDraft(
    rubrik="Nära vård i Ådalen 2027",
    parter=("Staten", "Regionförbundet"),
    dnr="VNÅ 2027/0003",
    motpartens_dnr=("S2027/00001",),
    utbetalning_dnr="S2027/00044",
    från=date(2027, 1, 1),
    till=date(2027, 12, 31),
    totalt=4100,
    utbetalas_av="Betalningsverket",
    tabeller=(RIGHT,),
)

CONTACT = {
    "organisationsnummer": "232100-0000",
    "kontaktperson": "Eva Lind",
    "postadress": "Box 1, 800 00 Ådala",
    "telefon": "060-12 34 56",
    "epost": "eva.lind@norr.example",
}
REFERENCES = {
    "överenskommelse_dnr": "S2027/00001",
    "utbetalning_dnr": "S2027/00044",
    "benämning": "Nära vård i Ådalen 2027",
    "period": "2027",
}


def rekvisition(**facts: Any) -> BlankettDraft:
    """Return a rekvisition with all it must say."""
    uppgifter = CONTACT | REFERENCES | {"giro": "123-4567", "betalningsreferens": "RN 77"}
    draft = BlankettDraft("rekvisition", "Region Norr", date(2027, 11, 2), 1020, uppgifter)
    return replace(draft, **facts)


def redovisning(**facts: Any) -> BlankettDraft:
    """Return an ekonomisk redovisning with all it must say."""
    uppgifter = (
        CONTACT
        | REFERENCES
        | {
            "bidrag_enligt_överenskommelsen": "1 020",
            "bidrag_utbetalat": "1 020 kronor",
            "granskare_namn": "Bo Alm",
            "granskare_befattning": "ekonomichef",
            "granskare_telefon": "060-12 34 00",
            "granskare_epost": "bo.alm@norr.example",
            "underskrift_namn": "Karin Sjö, regiondirektör",
        }
    )
    draft = BlankettDraft(
        "ekonomisk redovisning",
        "Region Norr",
        date(2028, 3, 20),
        1020,
        uppgifter,
        (Kostnad("Löner", 700), Kostnad("Utbildning", 250)),
    )
    return replace(draft, **facts)
