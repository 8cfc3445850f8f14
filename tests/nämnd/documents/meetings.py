"""Invented meetings that the documents are built from."""

from datetime import date

from nämnd.core.richtext import from_plain
from nämnd.documents.parts import Sender
from nämnd.organisation.rules import NämndDraft
from nämnd.sammanträde.dagordning import Dag, Dagordning, Flyttning
from tests.builders import bilaga_row, called_of, dagordning_of, head_row, punkt_row, uppdrag_row

SENDER = Sender(
    NämndDraft("Vårdnämnden i Ådalen", adress=("Nämndens kansli", "Ågatan 4, 800 00 Ådala"))
)

PLAIN = dagordning_of(
    punkt_row(1, "Val av justerare", förslag=()),
    punkt_row(2, "Maria Sten presenterar sig", förslag=()),
    punkt_row(
        3,
        "Högspecialiserad vård",
        förslag=("Att lägga informationen till handlingarna",),
        sammanfattning="Remissen har besvarats.",
        bilagor=(bilaga_row("3A", "Remissvar, första"), bilaga_row("3B", "Remissvar, andra")),
    ),
    punkt_row(4, "Uppföljning", bilagor=(bilaga_row("4", "Rapport"),)),
)

_RICH = """\
Förhandlingsgruppen är **enig**. Se [avtalet](https://exempel.se/avtal).

- priserna räknas upp
- *inga* nya tjänster

1. först Norr
2. sedan Syd

| Tjänst | Pris |
| --- | --- |
| Besök | 2 450 kr |
"""

EVERYTHING = Dagordning(
    head_row(
        Dag(date(2026, 12, 3), (("09.00", "12.00"), ("13.00", "16.30"))),
        Dag(date(2026, 12, 4), (("08.30", None),)),
        inställt="lokalen kan inte användas",
        flyttningar=(
            Flyttning("2026-11-20", "Ordföranden är sjuk."),
            Flyttning("2026-11-27", "ny lokal"),
        ),
        ordförande=None,
        sekreterare=None,
    ),
    (
        punkt_row(1, "Upprop", slag="formalia", förslag=()),
        punkt_row(
            2,
            "Priser 2027",
            grupp="Beslutsärenden",
            dnr="VÅN 2026/0012",
            tid="09.15–09.45",
            föredragande="Anna Ek, controller",
            underpunkter=("Prislista", "Avtal"),
            förslag=("Att godkänna priserna", " ", "Att föreslå\nregionerna"),
            sammanfattning=_RICH,
            bilagor=(
                bilaga_row("2A", "Prislista", anmärkning="reviderad"),
                bilaga_row("2B", "Avtal", i_utskicket=False),
                bilaga_row("2C", "Missiv", anmärkning="ny tid bokas", i_utskicket=False),
            ),
        ),
        punkt_row(3, "Lokaler", grupp="Beslutsärenden", utgår="underlaget är inte klart"),
        punkt_row(
            17,
            "Yttrande",
            grupp="Beslutsärenden",
            tillkom_efter_kallelsen=True,
            sammanfattning=from_plain("# Inte en rubrik"),
        ),
        punkt_row(
            4,
            "Anmälningsärenden",
            slag="anmälan",
            grupp="Anmälan",
            förslag=(),
            sammanfattning=" ",
            bilagor=(
                bilaga_row("A", "Protokoll", i_utskicket=False),
                bilaga_row("B", "Beslut", i_utskicket=False),
            ),
        ),
        punkt_row(5, "Nästa sammanträde", slag="formalia", förslag=()),
    ),
)

_REGIONS = ("Region Norr", "Region Mitt", "Region Kust", "Region Syd")
_FIRST = ("Åsa", "Bo", "Cia", "Dan", "Eva", "Finn", "Gun", "Hans", "Ida", "Jan", "Kaj", "Lo")
_LAST = [
    "Ahl",
    "Berg",
    "Dahl",
    "Ek",
    "Falk",
    "Grahn",
    "Hed",
    "Ivarsson",
    "Juhlin",
    "Kvist",
    "Lund",
    "Molin",
]
_PARTIES = ("S", "M", "C", "V", "L", "KD")
_ROLES = ("ordförande", "1:e vice ordförande", "2:e vice ordförande") + ("ledamot",) * 9

CALLED = called_of(
    *(
        uppdrag_row(
            f"{_FIRST[n]} {_LAST[n]}",
            _ROLES[n],
            parti=_PARTIES[n % 6],
            epost=f"ledamot{n}@exempel.se",
            huvudman=_REGIONS[n % 4],
        )
        for n in range(12)
    ),
    *(
        uppdrag_row(
            f"{_FIRST[n]} {_LAST[(n + 5) % 12]}",
            "ersättare",
            parti=_PARTIES[(n + 1) % 6],
            epost=f"ersattare{n}@exempel.se" if n else None,
            huvudman=_REGIONS[n % 4],
        )
        for n in range(12)
    ),
    uppdrag_row("Örjan Berg", "sekreterare", epost="orjan.berg@exempel.se"),
    uppdrag_row("Maria Sten", "tjänsteman", titel="regiondirektör", epost="maria@exempel"),
    uppdrag_row("Nils Modig", "personalföreträdare"),
    uppdrag_row("Vera Ask", "tjänsteman"),
)
