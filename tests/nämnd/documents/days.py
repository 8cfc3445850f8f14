"""An invented meeting day, for the papers that the ordförande and the room use."""

from dataclasses import replace

from nämnd.core import paragrafer
from nämnd.documents.parts import Sender
from nämnd.närvaro.values import InkalladRow, JusteringRow
from nämnd.protokoll.values import Protokoll
from tests.builders import bilaga_row, punkt_row
from tests.protokoll_values import (
    deltagare_row,
    frånvaro_row,
    jäv_row,
    paragraf_row,
    protokoll_of,
    yrkande_row,
)

_YRKANDEN = (
    yrkande_row("y1", "p3", slag=("återremiss",), text="återremiss för ytterligare beredning"),
    yrkande_row("y2", "p2", slag=("ändring",), text="att priserna räknas upp med 2 procent"),
    yrkande_row("y3", "p4", text="avslag på ordförandens förslag"),
    yrkande_row("y4", "p4", slag=("tillägg",), text="att frågan följs upp"),
    yrkande_row("y5", "p9", slag=("tillägg",), text="att inget sker", återtaget=True),
)
_PUNKTER = (
    punkt_row(1, "Val av justerare", slag="formalia", förslag=()),
    punkt_row(2, "Fastställande av dagordning", slag="formalia", förslag=()),
    punkt_row(
        3,
        "Samverkansdirektören informerar",
        slag="information",
        förslag=("Att lägga informationen till handlingarna",),
        föredragande="Henrik Astrand, samverkansdirektör",
        tid="09.15",
    ),
    punkt_row(
        4,
        "Uppföljning av gemensam ögonsjukvård",
        förslag=("Att godkänna uppföljningen", "Att följa upp på nytt nästa år"),
        föredragande="Britta Ekstam",
        tid="09.45",
        bilagor=(bilaga_row("4A"), bilaga_row("4B")),
    ),
    punkt_row(5, "Priser och ersättningar", förslag=("Att godkänna priserna",)),
    punkt_row(6, "Ny mottagning", utgår="underlaget är inte klart"),
    punkt_row(7, "Yttrande över remiss", förslag=(), tillkom_efter_kallelsen=True),
    punkt_row(8, "Anmälningsärenden", slag="anmälan", förslag=()),
    punkt_row(9, "Övriga frågor", slag="formalia", förslag=()),
)
_PEOPLE = {
    "p40": deltagare_row(
        "p40", "Nils Modig", parti=None, titel="regiondirektör", roll="tjänsteman",
        huvudman_id=None, huvudman=None,
    ),
    "p41": deltagare_row(
        "p41", "Gäst Gästsson", parti=None, roll=None, huvudman_id=None, huvudman=None
    ),
}  # fmt: skip


def a_day() -> Protokoll:
    """Return a day with § 59 decided, § 60 before its propositions, and the rest to come.

    p6 and p8 are absent; p18 comes for p6, p20 has not answered. A seat of h4 is vacant.
    """
    made = protokoll_of(
        paragraf_row(59, "Val av justerare", punkt_id="k1", slag="formalia"),
        paragraf_row(
            60,
            "Priser och ersättningar",
            punkt_id="k5",
            klar=False,
            beslutspunkter=(),
            yrkanden=_YRKANDEN,
            jäv=(jäv_row("p5", ersätts_av="p17"),),
            omedelbart_justerad=True,
        ),
        punkter=_PUNKTER,
        frånvaro=(
            frånvaro_row("p6", inkallade=(asked("p17", "nej"), asked("p18", "ja"))),
            frånvaro_row("p8", inkallade=(asked("p20", None),)),
        ),
        justeringar=(
            JusteringRow("j1", paragrafer.ALL, "Regionhuset", "2026-04-07", None, "planerad"),
        ),
    )
    people = {key: one for key, one in made.deltagare.items() if key != "p12"}
    return replace(made, deltagare={**people, **_PEOPLE})


def asked(person_id: str, svar: str | None) -> InkalladRow:
    """Return an ersättare who was asked."""
    return InkalladRow(person_id, svar, None)


def sender(protokoll: Protokoll) -> Sender:
    """Return who sends, without a logo."""
    return Sender(protokoll.nämnd)
