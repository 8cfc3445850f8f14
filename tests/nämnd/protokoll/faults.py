"""For each rule about what was decided: what breaks it, and what nearly does."""

from datetime import date

from nämnd.protokoll.checks import Around
from nämnd.protokoll.findings import Rule
from tests.builders import head_row, punkt_row
from tests.nämnd.protokoll.fault_making import (
    AVSLAG,
    BORDLAGT,
    EARLIER,
    GANG,
    NO,
    TIE,
    TILL,
    YES,
    ÅTER,
    Case,
    beslut,
    but,
    missiv,
    one,
    some,
    stands_in,
    voted,
    with_punkt,
)
from tests.protokoll_values import (
    anteckning_row,
    beslutspunkt_row,
    jäv_row,
    paragraf_row,
    protokoll_of,
    reservation_row,
    votering_row,
    yrkande_row,
)

DECISIONS: dict[Rule, tuple[list[Case], list[Case]]] = {
    Rule.GAP: (
        [some(59, 61), (some(60), EARLIER)],
        [some(59, 60), (some(59), EARLIER),
         (some(60, sammanträde=head_row(första_paragraf=60)), EARLIER),
         (some(59, 61), Around({60: date(2026, 5, 1)}))],
    ),
    Rule.DUPLICATE: (
        [some(59, 59), (some(58), EARLIER)],
        [some(59, 60), (some(59), EARLIER)],
    ),
    Rule.ORDER: ([some(60, 59)], [some(59, 60)]),
    Rule.OPEN: ([one(klar=False)], [one(), one(klar=False, beslutspunkter=())]),
    Rule.UNHANDLED: (
        [protokoll_of(paragraf_row(59), punkter=(punkt_row(1),))],
        [with_punkt(), protokoll_of(punkter=(punkt_row(1),)),
         protokoll_of(paragraf_row(59), punkter=(punkt_row(1, utgår="Dras tillbaka"),))],
    ),
    Rule.NO_BESLUT: (
        [one(beslutspunkter=()), one(slag="val", beslutspunkter=()),
         one(**beslut(beslutspunkt_row(" ", utfall=None)))],
        [one(), one(slag="information", beslutspunkter=()), one(**beslut(BORDLAGT))],
    ),
    Rule.NO_UTFALL: (
        [one(**beslut(beslutspunkt_row(utfall=None))), one(**beslut(beslutspunkt_row("")))],
        [one(), one(**beslut(beslutspunkt_row("", utfall="bordläggning")))],
    ),
    Rule.DIFFERS: (
        [with_punkt("Att avslå förslaget"), missiv("Att avslå"),
         with_punkt("Att avslå", yrkanden=(yrkande_row("y1", "p2", slag=("bifall",)),)),
         with_punkt("Att avslå", yrkanden=(yrkande_row("y1", "p2", återtaget=True),))],
        [with_punkt(), with_punkt("godkänna förslaget."), missiv("Att godkänna förslaget"),
         with_punkt("Att avslå", yrkanden=(yrkande_row("y1", "p2", slag=("ändring",)),)),
         with_punkt("Att avslå", slag="val"), with_punkt("Att avslå", **beslut(BORDLAGT)),
         with_punkt("Att godkänna förslaget", "Att lägga ned", **beslut(
             beslutspunkt_row(), beslutspunkt_row("", id="d2", nummer="2", utfall="bordläggning")
         ))],
    ),
    Rule.FÖRSLAG_DIFFERS: (
        [missiv("Avslå", förslag=("Att godkänna förslaget",)),
         missiv("Avslå", förslag=("Att godkänna",), handled=False)],
        [missiv("godkänna förslaget.", förslag=("Att godkänna förslaget",)), missiv("Avslå")],
    ),
    Rule.NO_YRKANDE: (
        [one(**beslut(AVSLAG)), one(**beslut(beslutspunkt_row(utfall="enligt yrkande")))],
        [one(**beslut(AVSLAG), yrkanden=(yrkande_row("y1", "p2"),)), one(**beslut(BORDLAGT))],
    ),
    Rule.NO_ADDRESSEE: (
        [one(**beslut(beslutspunkt_row("Att rekommendera huvudmännen att stödja intentionerna"))),
         one(**beslut(beslutspunkt_row("Att respektive region beslutar att godkänna"))),
         one(**beslut(beslutspunkt_row("Att föreslå regionfullmäktige att anta planen")))],
        [one(**beslut(beslutspunkt_row("Att rekommendera huvudmännen", riktas_till=("h1",)))),
         one(**beslut(beslutspunkt_row("Att anta föreslagna principer")))],
    ),
    Rule.NO_EXPEDIERING: (
        [one(**beslut(ÅTER)), one(**beslut(beslutspunkt_row("Att be", riktas_till=("h1",))))],
        [one(), one(**beslut(ÅTER), expedieringar=TILL)],
    ),
    Rule.YRKANDE_NOT_PUT: (
        [one(yrkanden=(yrkande_row("y1", "p2"),)),
         one(yrkanden=(yrkande_row("y1", "p3", text="att höja anslaget", slag=("tillägg",)),),
             beslutsgång="Ordföranden ställer proposition på ordförandens förslag."),
         one(yrkanden=(yrkande_row("y1", "p3", text="att höja anslaget", slag=("annat",)),),
             beslutsgång="Omröstning begärs.")],
        [one(yrkanden=(yrkande_row("y1", "p2"),), beslutsgång=GANG),
         one(yrkanden=(yrkande_row("y1", "p2", återtaget=True),)),
         one(yrkanden=(yrkande_row("y1", "p2", slag=("bifall",)),)),
         one(yrkanden=(yrkande_row("y1", "p3", slag=("tillägg",)),),
             propositionsordning="Först förslaget, sedan Cecilia Östs (C) tilläggsyrkande."),
         one(yrkanden=(yrkande_row("y1", "p3", text="att höja anslaget", slag=("annat",)),),
             beslutsgång="Ordföranden frågar om nämnden vill höja anslaget."),
         one(**beslut(ÅTER), expedieringar=TILL,
             beslutsgång="Ordföranden ställer proposition på återremiss.",
             yrkanden=(yrkande_row("y1", "p2", text="återremiss", slag=("återremiss",)),
                       yrkande_row("y2", "p3", text="att höja", slag=("ändring",))))],
    ),
    Rule.YRKANDE_BY_OTHER: (
        [one(yrkanden=(yrkande_row("y1", "p13"),), beslutsgång=GANG),
         one(yrkanden=(yrkande_row("y1", "p2"),), jäv=(jäv_row("p2"),), beslutsgång=GANG)],
        [one(yrkanden=(yrkande_row("y1", "p2"),), beslutsgång=GANG),
         one(yrkanden=(yrkande_row("y1", "p13", återtaget=True),))],
    ),
    Rule.VOTERING_AGAINST_BESLUT: (
        [voted(utfall="nej", ja=NO, nej=YES),
         voted(ja_betyder="avslag"), voted(ja_betyder="återremiss", nej_betyder="att avgöra"),
         voted(nej_betyder="avslag", paragraf=beslut(AVSLAG)),
         voted(ja_betyder="att ärendet avgörs i dag", nej_betyder="återremiss",
               paragraf=beslut(ÅTER) | {"expedieringar": TILL})],
        [voted(), voted(ja_betyder="avslag", nej_betyder="bifall", paragraf=beslut(AVSLAG)),
         voted(ja_betyder="att ärendet avgörs i dag", nej_betyder="återremiss"),
         voted(ja_betyder="att ärendet avgörs i dag", nej_betyder="återremiss",
               paragraf=beslut(BORDLAGT)),
         voted(ja_betyder="avslag på tilläggsyrkandet", nej_betyder="bifall till det"),
         voted(ja_betyder="återremiss", nej_betyder="att avgöra",
               paragraf=beslut(ÅTER) | {"expedieringar": TILL}),
         voted(ja_betyder="avslag", paragraf=beslut(beslutspunkt_row(utfall="annat"))),
         voted(ja_betyder="avslag", utfall=None)],
    ),
    Rule.OPEN_VAL: ([voted(slag="val")], [voted()]),
    Rule.CLOSED_OMRÖSTNING: (
        [voted("", "", sluten=True, antal={"ja": 7, "nej": 5})],
        [voted("", "", slag="val", sluten=True, antal={"ja": 7, "nej": 5})],
    ),
    Rule.NAMES_IN_CLOSED: (
        [voted(slag="val", sluten=True, antal={"ja": 7, "nej": 5})],
        [voted("", "", slag="val", sluten=True, antal={"ja": 7, "nej": 5})],
    ),
    Rule.MORE_VOTES_THAN_VOTERS: (
        [voted("", "", slag="val", sluten=True, antal={"ja": 8, "nej": 5})],
        [voted("", "", slag="val", sluten=True, antal={"ja": 7, "nej": 5})],
    ),
    Rule.VOTES_MISSING: (
        [voted(nej="p8 p9 p10 p11")],
        [voted(), voted(nej="p8 p9 p10 p11", avstår="p12"),
         voted(nej="p8 p9 p10 p11", paragraf={"deltar_inte": ("p12",)})],
    ),
    Rule.VOTES_WITHOUT_SERVING: ([voted(nej=f"{NO} p13")], [voted()]),
    Rule.VOTES_WITH_JÄV: (
        [voted(paragraf={"jäv": (jäv_row("p12"),)})],
        [voted(nej="p8 p9 p10 p11", paragraf={"jäv": (jäv_row("p12"),)})],
    ),
    Rule.VOTES_AND_DELTAR_INTE: (
        [voted(paragraf={"deltar_inte": ("p12",)})],
        [voted(nej="p8 p9 p10 p11", paragraf={"deltar_inte": ("p12",)})],
    ),
    Rule.ORDFÖRANDE_MUST_VOTE: (
        [voted("p2 p3 p4 p5 p6", "p7 p8 p9 p10 p11", "p1 p12", avgjord_av="utslagsröst")],
        [voted(**TIE, avgjord_av="utslagsröst")],
    ),
    Rule.LOT_MISSING: (
        [voted("", "", slag="val", sluten=True, antal={"ja": 6, "nej": 6}, utfall=None)],
        [voted("", "", slag="val", sluten=True, antal={"ja": 6, "nej": 6}, avgjord_av="lottning")],
    ),
    Rule.RESULT_MISSING: ([voted(utfall=None)], [voted()]),
    Rule.RESULT_AGAINST_VOTES: ([voted(ja=NO, nej=YES)], [voted()]),
    Rule.DECIDED_OTHERWISE: ([voted(avgjord_av="utslagsröst")], [voted()]),
    Rule.PROPOSITION_MISSING: ([voted(nej_betyder="")], [voted()]),
    Rule.SAME_PROPOSITION: ([voted(nej_betyder="Bifall till ordförandens förslag.")], [voted()]),
    Rule.HUVUDVOTERING_MISSING: (
        [voted(slag="kontraproposition")],
        [one(beslutsgång=GANG, voteringar=(
            votering_row(YES, NO, slag="kontraproposition", ja_betyder="A", nej_betyder="B"),
            votering_row(YES, NO, id="v2", omgång=2, slag="huvudvotering"),
        ))],
    ),
    Rule.KONTRAPROPOSITION_LATE: (
        [one(beslutsgång=GANG, voteringar=(
            votering_row(YES, NO, slag="huvudvotering"),
            votering_row(YES, NO, id="v2", omgång=2, slag="kontraproposition"),
        ))],
        [voted(slag="huvudvotering")],
    ),
    Rule.STRUCK_OUT_RETURNS: (
        [one(beslutsgång=GANG, voteringar=(
            votering_row(YES, NO, slag="kontraproposition", ja_betyder="A", nej_betyder="B"),
            votering_row(YES, NO, id="v2", omgång=2, slag="huvudvotering", nej_betyder="B"),
        ))],
        [one(beslutsgång=GANG, voteringar=(
            votering_row(YES, NO, slag="kontraproposition", ja_betyder="A", nej_betyder="B"),
            votering_row(YES, NO, id="v2", omgång=2, slag="huvudvotering", nej_betyder="A"),
        ))],
    ),
    Rule.RESERVATION_BY_OTHER: (
        [one(reservationer=(reservation_row("p13"),)),
         one(reservationer=(reservation_row("p2"),), jäv=(jäv_row("p2"),))],
        [one(reservationer=(reservation_row("p2"),)),
         one(reservationer=(reservation_row("p2"),), jäv=(jäv_row("p2", punkt="2"),)),
         protokoll_of(paragraf_row(59, reservationer=(reservation_row("p13"),)),
                      närvaro=but("p12", and_=(stands_in("p13", "p12"),)))],
    ),
    Rule.RESERVATION_AND_DELTAR_INTE: (
        [one(reservationer=(reservation_row("p2"),), deltar_inte=("p2",))],
        [one(reservationer=(reservation_row("p2"),), deltar_inte=("p3",))],
    ),
    Rule.MENING_BY_SERVING: (
        [one(anteckningar=(anteckning_row("ersättares mening", "p2"),))],
        [one(anteckningar=(anteckning_row("ersättares mening", "p13"),)),
         one(anteckningar=(anteckning_row("protokollsanteckning", "p2"),))],
    ),
    Rule.DELTAR_INTE_BY_OTHER: (
        [one(deltar_inte=("p13",))],
        [one(deltar_inte=("p2",)), one(deltar_inte=("p2",), jäv=(jäv_row("p2"),))],
    ),
}  # fmt: skip
