"""The invented dagordningar: rubrik, slag, förslag, sammanfattning, föredragande and papers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A bilaga; `pages` of invented text, or no file when 0."""

    rubrik: str
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A punkt of the example."""

    rubrik: str
    slag: str
    förslag: tuple[str, ...] = ()
    sammanfattning: str = ""
    föredragande: str | None = None
    dnr: str | None = None
    papers: tuple[Paper, ...] = ()


PUNKTER = (
    Example(
        "Samverkansdirektören informerar",
        "information",
        ("Att lägga informationen till handlingarna",),
        föredragande="Henrik Astrand, samverkansdirektör",
    ),
    Example(
        "Uppföljning av delprojekt 3, gemensam ögonsjukvård",
        "beslut",
        (
            "Att godkänna uppföljningen och lägga den till handlingarna",
            "Att delprojektet följs upp på nytt vid nämndens andra sammanträde nästa år",
        ),
        "Nämnden beslutade förra våren att pröva en gemensam väntelista för starroperationer i de "
        "tre regionerna. Väntetiden har minskat från 94 till 61 dagar. Två frågor återstår:\n\n"
        "- ersättningen för resor över regiongränsen\n"
        "- gemensam journalåtkomst",
        "Britta Ekstam",
        "ÖVSN 2025/0014",
        (
            Paper("Tjänsteskrivelse, delprojekt 3"),
            Paper("Uppföljning av gemensam väntelista", 4),
        ),
    ),
    Example(
        "Priser och ersättningar mellan regionerna nästa år",
        "beslut",
        (
            "Att bekräfta överenskommelsen om priser och ersättningar",
            "Att föreslå respektive region att godkänna överenskommelsen",
        ),
        "Förhandlingsgruppen är enig. Prislistan räknas upp med **3,1 procent** enligt det "
        "landstingsprisindex som parterna använder.",
        dnr="ÖVSN 2025/0021",
        papers=(
            Paper("Tjänsteskrivelse, priser och ersättningar"),
            Paper("Prislista", 3),
            Paper("Förhandlingsprotokoll", 2),
        ),
    ),
    Example(
        "Svar på remiss om högspecialiserad vård vid svåra brännskador",
        "beslut",
        ("Att ställa sig bakom förslaget till yttrande",),
        "Remissen gäller hur många enheter som ska bedriva vården i landet.",
        dnr="ÖVSN 2026/0003",
        papers=(Paper("Förslag till yttrande", 2),),
    ),
    Example(
        "Medicinteknisk utrustning, information om upphandlingen",
        "information",
        ("Att lägga informationen till handlingarna",),
        papers=(Paper("Tidplan för upphandlingen", 0),),
    ),
    Example(
        "Anmälningsärenden",
        "anmälan",
        ("Att lägga anmälningarna till handlingarna",),
        papers=(
            Paper("Minnesanteckningar från ledningsgruppen"),
            Paper("Protokoll från patientrådet", 2),
            Paper("Delegationsbeslut, förteckning"),
        ),
    ),
)

INFORMATION, AVTAL, RESOR, JOURNAL, ANMÄLT = range(5)
"""Places in `LAST_TIME`."""

LAST_TIME = (
    Example(
        "Samverkansdirektören informerar",
        "information",
        ("Att lägga informationen till handlingarna",),
        föredragande="Henrik Astrand, samverkansdirektör",
    ),
    Example(
        "Avtal om gemensam ambulanshelikopter",
        "beslut",
        (
            "Att godkänna avtalet",
            "Att föreslå respektive region att godkänna avtalet",
        ),
        "Avtalet gäller i fyra år. Kostnaden fördelas efter invånarantal.",
        dnr="ÖVSN 2025/0030",
        papers=(Paper("Tjänsteskrivelse, ambulanshelikopter"),),
    ),
    Example(
        "Avgift för sjukresor över regiongränsen",
        "beslut",
        ("Att avgiften ska vara 120 kronor per resa från och med den 1 juli",),
        "I dag tar regionerna ut 80, 100 och 150 kronor. En gemensam avgift är en förutsättning "
        "för en gemensam väntelista.",
        "Leila Sandqvist",
        "ÖVSN 2025/0026",
        (Paper("Tjänsteskrivelse, avgift för sjukresor"),),
    ),
    Example(
        "Gemensam journalåtkomst",
        "beslut",
        ("Att uppdra åt samverkansdirektören att ta fram en tidplan",),
        dnr="ÖVSN 2025/0033",
    ),
    Example(
        "Anmälningsärenden",
        "anmälan",
        ("Att lägga anmälningarna till handlingarna",),
        papers=(Paper("Minnesanteckningar från ledningsgruppen i höstas"),),
    ),
)
"""The sammanträde that has been: what came of it is in `nämnd.exempel.day`."""
