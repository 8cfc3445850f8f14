"""A whole nämnd in the exchange format, with every key of what is followed up."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from tests.nämnd.utbyte.diarium import with_diarium

DELPROJEKT: dict[str, Any] = {
    "id": "r8", "nummer": 8, "rubrik": "Höftkirurgi", "program": "Vård tillsammans",
    "ärende": "e1", "bakgrund": "Det **behövs**.", "målsättning_ingress": "Utredningen ska:",
    "målsättning": ["Räkna volymerna", "Föreslå noder"], "kontakt": "Åsa Ek",
    "ansvarig": "Örjan Berg", "mer_information": "Läs mer på vårdtillsammans.example.",
    "avslutat": "2020-05-05",
    "beslut": [
        {
            "id": "rb1", "datum": "2018-06-07", "organ": "Norra vårdnämnden", "paragraf": 31,
            "paragraf_id": "g62", "text": "Nämnden beslutade följande.",
            "satser": [
                {"id": "rs1", "text": "Att planera", "läge": "gjort", "kommentar": "Klart i maj"},
                {"id": "rs2", "text": "Att följa upp", "läge": "pågår", "kommentar": None},
            ],
        }
    ],
    "åtgärder": [
        {
            "id": "rå1", "text": "Arbetsgrupp som möts två gånger", "kort": "Arbetsgrupp",
            "nivå": 1, "läge": "gjort", "rapport": "rr1",
        },
        {
            "id": "rå2", "text": "Kurs", "kort": None, "nivå": 2, "läge": "inte påbörjat",
            "rapport": None,
        },
    ],
    "behov": [{"id": "rn1", "text": "Fler platser", "rapport": "rr1", "löst": "2020-01-02"}],
    "rapporter": [
        {
            "id": "rr1", "datum": "2019-10-31", "missiv_datum": "2019-11-01", "sammanträde": "s1",
            "punkt": "k7", "uppföljning_datum": "2019-11-22", "avsändare": "Åsa Ek",
            "förslag": ["Lägga informationen till handlingarna"], "ingress": "Nuläge",
            "missiv_bakgrund": "Beslutet skulle följas upp.",
            "underskrifter": [{"namn": "Örjan Berg", "titel": "Direktör"}],
            "missiv_handling": "l1", "rapport_handling": "l2",
        }
    ],
}  # fmt: skip
KÄLLA: dict[str, Any] = {
    "sammanträde": "s1", "beslutsdatum": "2018-06-07", "paragraf": 31, "attsats": "Att följa upp",
    "paragraf_id": "g62", "beslutspunkt": "d1", "ärende": "e1", "handling": "l1",
    "delprojekt": "r8", "överenskommelse": "c1", "redovisning": "re1",
}  # fmt: skip
WHOLE: dict[str, Any] = {
    "id": "bw1", "rubrik": "Följ upp delprojekt 8", "källa": KÄLLA,
    "förfaller": {"sammanträde": {"nummer": 4, "år": 2019}},
    "återkommer": {"varje": "år", "till": "2025-12-31"}, "påminnelser": [30, 7, 1],
    "ansvarig": "Örjan Berg", "ansvarig_epost": "orjan@exempel.se", "mottagare": "Nämnden",
    "förverkande": True, "anteckning": "Ring först", "citat": "Ska följas upp.", "sida": 3,
    "läge": "avslutad", "skapad": "2018-06-08", "avslutad": "2019-11-22", "avslut": "gjord",
    "avslutad_hur": "Återrapporterad",
    "historik": [
        {"datum": "2019-01-02", "från": "2019-05-24", "till": "2019-11-22", "skäl": "Senarelagd"}
    ],
    "påmint": [{"datum": "2019-11-01", "till": "orjan@exempel.se"}],
    "rapporter": [
        {
            "id": "wr1", "punkt": "k7", "utfall": "klar", "text": "Godkändes",
            "datum": "2019-11-23",
        }
    ],
}  # fmt: skip
DUE: list[dict[str, Any]] = [
    {"datum": "2020-09-30"},
    {"relativt": {"till": "s1", "dagar": -7, "slag": "arbetsdagar"}},
    {"villkor": "när rapporten är klar"},
]
AGREEMENT: dict[str, Any] = {
    "id": "c1", "rubrik": "Nära vård 2020", "parter": ["staten", "SKR"], "dnr": "NVN 2020/0001",
    "motpartens_dnr": ["19/01702"], "utbetalning_dnr": "S2020/1", "ärende": "e1",
    "handling": "l1", "period": ["2020-01-01", "2020-12-31"], "totalt": 6250500000,
    "utbetalas_av": "Kammarkollegiet", "anteckning": "Se avsnitt 7",
    "tabeller": [
        {
            "id": "ct1", "rubrik": "Bilaga 2", "poster": ["Nära vård", "E-hälsa"],
            "summor": {"Nära vård": 30, "E-hälsa": 4}, "totalsumma": 34, "sida": 40,
        },
        {
            "id": "ct2", "rubrik": "Bilaga 3", "poster": ["Kommuner"], "summor": {},
            "totalsumma": None, "sida": None,
        },
    ],
    "fördelning": [
        {
            "id": "cf1", "tabell": "ct1", "mottagare": "Region Norrvik", "huvudman": "h1",
            "poster": {"Nära vård": 20, "E-hälsa": 3}, "summa": 23,
        },
        {
            "id": "cf2", "tabell": "ct1", "mottagare": "Region Åvik", "huvudman": None,
            "poster": {"Nära vård": 10, "E-hälsa": 1}, "summa": 11,
        },
        {
            "id": "cf3", "tabell": "ct2", "mottagare": "Åviks län", "huvudman": None,
            "poster": {"Kommuner": 5}, "summa": None,
        },
    ],
    "blanketter": [
        {
            "id": "cb1", "slag": "rekvisition", "mottagare": "Region Norrvik",
            "datum": "2020-11-02", "belopp": 23, "uppgifter": {"organisationsnummer": "232100-1"},
            "kostnader": [{"vad": "Löner", "belopp": 20}], "avvikelser": "Inga medel kvar",
            "handling": "l2", "sänd": "2020-11-03",
        }
    ],
    "rapportering": ["bw1"],
}  # fmt: skip
REDOVISNING: dict[str, Any] = {
    "id": "re1", "rubrik": "Delredovisning 2020", "överenskommelse": "c1", "ärende": "e1",
    "handling": "l1", "mottagare": "Socialstyrelsen", "epost": "svar@exempel.se",
    "senast": "2020-09-30", "svar_senast": "2020-09-01", "inledning": "Vi **svarar**.",
    "frågor": [
        {
            "id": "re1a", "text": "Beskriv utvecklingen", "slag": "fråga", "nivå": 2,
            "kolumner": [], "svaras_av": ["h1"],
            "svarande": [
                {
                    "id": "is1", "huvudman": None, "ansvarig": "Åsa Ek", "epost": None,
                    "text": None, "rader": [], "besvarad": None, "frågad": None, "påmint": [],
                },
                {
                    "id": "is2", "huvudman": "h1", "ansvarig": "Örjan Berg",
                    "epost": "orjan@exempel.se", "text": "Bra", "rader": [["a", None]],
                    "besvarad": "2020-08-20", "frågad": "2020-06-01",
                    "påmint": [{"datum": "2020-08-01", "till": "orjan@exempel.se"}],
                },
            ],
            "svar": "Det går bra", "rader": [], "läge": "besvarad",
        },
        {
            "id": "re1b", "text": "Målbild", "slag": "tabell", "nivå": 1,
            "kolumner": ["Län", "Träder i kraft"], "svaras_av": [], "svarande": [], "svar": None,
            "rader": [["Norrvik", "2021"], ["Åvik", None]], "läge": "öppen",
        },
    ],
    "godkänd": "2020-09-20", "godkänd_av": "Åsa Ek", "sänd": "2020-09-21",
}  # fmt: skip
TAKEN: list[dict[str, Any]] = [
    {"id": "sp1", "datum": "2020-02-26", "huvudman": "h2", "vad": "fullmäktige"},
    {"id": "sp2", "datum": "2020-05-04", "huvudman": None, "vad": "konferens"},
]
MÖTESFRISTER: list[dict[str, Any]] = [
    {"vad": "Stoppdag", "dagar": -21, "slag": "kalenderdagar"},
    {"vad": "Beredning", "dagar": -10, "slag": "arbetsdagar"},
]


def with_follow_up(change: Callable[[dict[str, Any]], object] | None = None) -> dict[str, Any]:
    """Return the full example with everything that is followed up, changed."""
    short = [
        {"id": f"bw{number}", "rubrik": "Kort", "förfaller": due, "skapad": "2020-01-01"}
        for number, due in enumerate(DUE, start=2)
    ]
    tree = deepcopy(
        with_diarium()
        | {
            "delprojekt": [DELPROJEKT],
            "bevakningar": [WHOLE, *short],
            "överenskommelser": [AGREEMENT],
            "redovisningar": [REDOVISNING],
            "spärrdagar": TAKEN,
        }
    )
    tree["nämnd"]["mötesfrister"] = deepcopy(MÖTESFRISTER)
    if change is not None:
        change(tree)
    return tree
