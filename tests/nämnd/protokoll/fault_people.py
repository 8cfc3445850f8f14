"""For each rule about people, times and texts: what breaks it, and what nearly does."""

from dataclasses import replace
from datetime import date

from nämnd.protokoll.checks import Around
from nämnd.protokoll.findings import Rule
from nämnd.protokoll.values import ExpedieringRow
from nämnd.sammanträde.dagordning import Ajournering, Dag
from tests.builders import DAY, head_row
from tests.nämnd.protokoll.fault_making import (
    HEAD,
    HELD,
    LATER,
    Case,
    breaks,
    but,
    justering,
    one,
    ordning,
    said,
    some,
    stands_in,
)
from tests.protokoll_values import (
    everybody_there,
    for_paragrafer,
    frånvaro_row,
    jäv_row,
    närvaro_row,
    paragraf_row,
    protokoll_of,
)

PEOPLE: dict[Rule, tuple[list[Case], list[Case]]] = {
    Rule.NOBODY_THERE: (
        [some(59, närvaro=()), some(59, närvaro=(närvaro_row("p13", roll="ersättare"),))],
        [some(59), protokoll_of(närvaro=())],
    ),
    Rule.QUORUM: (
        [some(59, närvaro=but("p7", "p8", "p9", "p10", "p11", "p12")),
         protokoll_of(paragraf_row(59, jäv=(jäv_row("p1"),)),
                      närvaro=but("p8", "p9", "p10", "p11", "p12"),
                      ordförande=(for_paragrafer("p3"),))],
        [some(59, närvaro=but("p8", "p9", "p10", "p11", "p12")),
         protokoll_of(paragraf_row(59, jäv=(jäv_row("p6", ersätts_av="p13"),)),
                      närvaro=but("p8", "p9", "p10", "p11", "p12"))],
    ),
    Rule.REPLACED: (
        [some(59, 60, närvaro=(*everybody_there(), stands_in("p13", "p12", "60")))],
        [some(59, 60, närvaro=but("p12", and_=(
            närvaro_row("p12", "59"), stands_in("p13", "p12", "60")))),
         some(59, närvaro=but("p12", and_=(
             närvaro_row("p12", deltar_i="beredning"), stands_in("p24", "p12")))),
         one(jäv=(jäv_row("p12", punkt="2", ersätts_av="p24"),))],
    ),
    Rule.TWO_ERSÄTTARE: (
        [some(59, närvaro=but("p12", and_=(stands_in("p23", "p12"), stands_in("p24", "p12"))))],
        [some(59, 60, närvaro=but("p12", and_=(
            stands_in("p23", "p12", "59"), stands_in("p24", "p12", "60")))),
         some(59, närvaro=but("p12", and_=(
             stands_in("p23", "p12", "59 punkt 1"), stands_in("p24", "p12", "59 punkt 2"))))],
    ),
    Rule.SERVES_TWICE: (
        [some(59, närvaro=but("p12", and_=(stands_in("p11", "p12"),)))],
        [some(59, 60, närvaro=but("p12", and_=(
            stands_in("p24", "p12", "59"), stands_in("p24", "p12", "60"))))],
    ),
    Rule.TOO_MANY: (
        [some(59, närvaro=(*everybody_there(), stands_in("p13", None)))],
        [some(59, närvaro=(*everybody_there(), närvaro_row("p13", roll="ersättare")))],
    ),
    Rule.OTHER_PARTY: (
        [some(59, nämnd=ordning("parti"), närvaro=but("p1", and_=(stands_in("p14", "p1"),)),
              ordförande=(for_paragrafer("p3"),)),
         protokoll_of(paragraf_row(59, jäv=(jäv_row("p6", ersätts_av="p14"),)),
                      nämnd=ordning("parti"))],
        [some(59, nämnd=ordning("parti"), närvaro=but("p6", and_=(stands_in("p18", "p6"),))),
         some(59, nämnd=ordning("parti"), närvaro=but("p6", and_=(
             stands_in("p14", "p6", anmärkning="Ingen annan kunde."),))),
         some(59, nämnd=ordning("huvudman"), närvaro=but("p6", and_=(stands_in("p14", "p6"),)))],
    ),
    Rule.OTHER_HUVUDMAN: (
        [some(59, nämnd=ordning("huvudman"), närvaro=but("p6", and_=(stands_in("p24", "p6"),)))],
        [some(59, nämnd=ordning("huvudman"), närvaro=but("p6", and_=(stands_in("p18", "p6"),))),
         some(59, nämnd=ordning("fri"), närvaro=but("p6", and_=(stands_in("p24", "p6"),)))],
    ),
    Rule.ABSENT_AND_THERE: (
        [some(59, frånvaro=(frånvaro_row("p12"),))],
        [some(59, frånvaro=(frånvaro_row("p24"),)),
         some(59, 60, frånvaro=(frånvaro_row("p12"),),
              närvaro=but("p12", and_=(närvaro_row("p12", "60"),)))],
    ),
    Rule.NO_ORDFÖRANDE: (
        [some(59, ordförande=()), some(59, 60, ordförande=(for_paragrafer("p1", "59"),))],
        [some(59)],
    ),
    Rule.TWO_ORDFÖRANDE: (
        [some(59, ordförande=(for_paragrafer("p1"), for_paragrafer("p7")))],
        [some(59, 60, ordförande=(for_paragrafer("p1", "59"), for_paragrafer("p7", "60")))],
    ),
    Rule.ORDFÖRANDE_NOT_SERVING: ([some(59, närvaro=but("p1"))], [some(59)]),
    Rule.ORDFÖRANDE_JÄV: (
        [one(jäv=(jäv_row("p1"),)), one(jäv=(jäv_row("p1", punkt="2"),))],
        [one(jäv=(jäv_row("p3"),)),
         protokoll_of(paragraf_row(59, jäv=(jäv_row("p1"),)), paragraf_row(60),
                      ordförande=(for_paragrafer("p1", "60"), for_paragrafer("p7", "59")))],
    ),
    Rule.NO_JUSTERARE: (
        [some(59, justerare=()), some(59, 60, justerare=(for_paragrafer("p2", "59"),))],
        [some(59)],
    ),
    Rule.JUSTERARE_NOT_SERVING: (
        [some(59, justerare=(for_paragrafer("p24"),))],
        [some(59), some(59, 60, justerare=(for_paragrafer("p2", "60"), for_paragrafer("p3", "59")),
                        närvaro=but("p2", and_=(närvaro_row("p2", "60"),)))],
    ),
    Rule.JUSTERARE_JÄV: (
        [one(jäv=(jäv_row("p2"),))],
        [one(jäv=(jäv_row("p3"),)),
         protokoll_of(paragraf_row(59, jäv=(jäv_row("p2"),)), paragraf_row(60),
                      justerare=(for_paragrafer("p2", "60"), for_paragrafer("p3", "59")))],
    ),
    Rule.JUSTERARE_PRESIDES: ([some(59, justerare=(for_paragrafer("p1"),))], [some(59)]),
    Rule.JUSTERING_LATE: (
        [some(59, justeringar=justering(planerat_datum="2026-04-11")),
         some(59, justeringar=justering(planerat_datum="2026-04-09", datum="2026-04-13"))],
        [some(59, justeringar=justering(planerat_datum="2026-04-10")),
         some(59, justeringar=justering(datum="2026-04"))],
    ),
    Rule.JUSTERING_OVERDUE: (
        [(some(59), Around(today=LATER))],
        [some(59), (some(59), Around(today=date(2026, 4, 10))),
         (some(59, justeringar=justering(datum="2026-04-10")), Around(today=LATER))],
    ),
    Rule.JÄV_NOT_THERE: (
        [one(jäv=(jäv_row("p24"),))],
        [one(jäv=(jäv_row("p3"),)),
         protokoll_of(paragraf_row(59, jäv=(jäv_row("p3"),)), paragraf_row(60),
                      närvaro=but("p3", and_=(närvaro_row("p3", "60"),)))],
    ),
    Rule.JÄV_AND_DELTAR_INTE: (
        [one(jäv=(jäv_row("p3"),), deltar_inte=("p3",))],
        [one(jäv=(jäv_row("p3", punkt="2"),), deltar_inte=("p3",))],
    ),
    Rule.PLACEHOLDER: (
        [one(rubrik="Ny punkt"), said("Justeras den xxx."), one(expedieringar=(
            ExpedieringRow("[namn]"),)), some(59, sammanträde=head_row(plats="[…]"))],
        [one(rubrik="Ny punktskatt"), said("Se bilaga 3.")],
    ),
    Rule.UNKNOWN_NAME: (
        [said("Karl Nystig (S) yrkar bifall."), said("Direktör Karl Nystig föredrar ärendet.")],
        [said("Anna Ek (M) yrkar bifall."), said("Södra Vårdnämnden (SVN) yrkar."),
         (said("Karl Nystig (S) yrkar."), Around(register=frozenset({("Karl Nystig", "S")})))],
    ),
    Rule.MISSPELT_NAME: ([said("Anna Eck (M) yrkar bifall.")], [said("Anna Eks (M) yrkande.")]),
    Rule.NAME_WITH_OTHER_PARTY: (
        [said("Anna Ek (S) yrkar bifall.")], [said("Ordföranden Anna Ek (M) yrkar bifall.")],
    ),
    Rule.ENDED_BEFORE_OPENED: (
        [some(59, sammanträde=head_row(replace(HELD, avslutat="08.00")))],
        [some(59, sammanträde=HEAD), some(59)],
    ),
    Rule.BREAK_BACKWARDS: (
        [breaks(Ajournering("10.45", "10.30"))], [breaks(Ajournering("10.30", "10.45"))],
    ),
    Rule.BREAK_OUTSIDE: (
        [breaks(Ajournering("08.00", "08.45")), breaks(Ajournering("11.50", "12.10"))],
        [breaks(Ajournering("08.31", "12.05")),
         breaks(Ajournering("07.00", "07.30"), dag=Dag(DAY))],
    ),
    Rule.BREAK_OPEN: (
        [breaks(Ajournering("10.30", None))],
        [breaks(Ajournering("10.30", None), dag=replace(HELD, avslutat=None))],
    ),
    Rule.PRESENCE_BACKWARDS: (
        [some(59, närvaro=but("p12", and_=(
            närvaro_row("p12", från_tid="10.00", till_tid="9.00"),)))],
        [some(59, närvaro=but("p12", and_=(
            närvaro_row("p12", från_tid="9.00", till_tid="10.00"),)))],
    ),
    Rule.TIME_OUTSIDE: (
        [protokoll_of(paragraf_row(59, tid="12.30"), sammanträde=HEAD)],
        [protokoll_of(paragraf_row(59, tid="08.31"), sammanträde=HEAD), one(tid="12.30")],
    ),
}  # fmt: skip
