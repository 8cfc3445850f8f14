"""A whole sammanträde in the exchange format, with every key of närvaro and protokoll."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from tests.nämnd.utbyte.making import full

MEETING = "sammanträden[0]"
PEOPLE: list[dict[str, Any]] = [
    {"id": "p2", "namn": "Bo Alm", "parti": "S", "titel": None, "epost": None},
    {"id": "p3", "namn": "Cecilia Öst", "parti": "V", "titel": None, "epost": None},
    {"id": "p4", "namn": "David Åkerö", "parti": "C", "titel": None, "epost": None},
    {"id": "p17", "namn": "Elsa Lind", "parti": "M", "titel": None, "epost": None},
    {"id": "p18", "namn": "Fredrik Ås", "parti": "C", "titel": None, "epost": None},
]
AROUND: dict[str, Any] = {
    "ajourneringar": [
        {"från": "10.45", "till": "11.30", "datum": "2019-11-22"},
        {"från": "12.00", "till": None, "datum": None},
    ],
    "vakanta_platser": [{"parti": "M", "huvudman": "h1"}, {"parti": "L", "huvudman": None}],
    "närvaro": [
        {
            "id": "w1", "person": "p1", "roll": "ledamot", "för": None, "paragrafer": "59–62",
            "från_tid": None, "till_tid": "10.42", "deltar_i": "beredning och beslut",
            "på_distans": False, "delvis": False, "anmärkning": None,
        },
        {
            "id": "w2", "person": "p17", "roll": "tjänstgörande ersättare", "för": "p1",
            "paragrafer": "62 punkt 2, 63–", "från_tid": "10.42", "till_tid": None,
            "deltar_i": "beredning", "på_distans": True, "delvis": True,
            "anmärkning": "Avvikande ersättare",
        },
        {
            "id": "w3", "person": "p30", "roll": "tjänsteman", "för": None, "paragrafer": None,
            "från_tid": None, "till_tid": None, "deltar_i": "beredning och beslut",
            "på_distans": False, "delvis": False, "anmärkning": None,
        },
    ],
    "frånvarande": [
        {
            "id": "f1", "person": "p4", "anmäld": True, "tid": "2019-11-19T16:20:00",
            "skäl": "Sjuk",
            "inkallade": [
                {"person": "p18", "svar": "nej", "tid": "2019-11-20T08:00:00"},
                {"person": "p17", "svar": None, "tid": None},
            ],
        }
    ],
    "ordförande": [
        {"id": "o1", "person": "p1", "paragrafer": "–62"},
        {"id": "o2", "person": "p2", "paragrafer": "63–"},
    ],
    "justerare": [{"id": "q1", "person": "p2", "paragrafer": "59–61, 63"}],
    "första_paragraf": 59,
    "justeringar": [
        {
            "id": "j1", "paragrafer": "59–74", "plats": "Kansliet", "planerat_datum": "2019-12-04",
            "datum": "2019-12-06", "läge": "utkast", "version": 2, "sätt": "papper",
            "innehåll": "ab" * 32, "pdf": "cd" * 32,
            "underskrifter": [
                {
                    "person": "p1", "roll": "ordförande", "datum": "2019-12-06", "sätt": "papper",
                    "version": 2, "pdf": "cd" * 32, "bevis": "ef" * 32,
                }
            ],
            "kommentarer": [
                {
                    "id": "c1", "person": "p2", "paragraf": 62, "text": "Punkt saknas.",
                    "svar": "antagen", "svarstext": "Rättat.", "version": 1,
                    "datum": "2019-12-05T10:00:00",
                }
            ],
            "rättelser": [{"vad": "skrivfel", "när": [2019, 12.5, None], "av": {"namn": "Åsa"}}],
        }
    ],
    "anslag": [
        {
            "id": "b9", "huvudman": "h1", "tavla": "region.example/anslag", "paragrafer": "59–74",
            "uppsatt": "2019-12-09", "nedtaget": "2019-12-31", "förvaring": "Kansliet,\nNorrvik",
            "underskrift": "Örjan Berg", "överklagas_senast": "2019-12-30",
            "laga_kraft_bekräftad": "2020-01-07",
        }
    ],
}  # fmt: skip
PARAGRAF: dict[str, Any] = {
    "id": "g62",
    "nummer": 62,
    "punkt": "k7",
    "rubrik": "Priser nästa år",
    "slag": "val",
    "dnr": ["NVN 2018/0031"],
    "dag": "2019-11-22",
    "tid": "09.41",
    "klar": True,
    "ingress": "Nämnden beslutar",
    "beslutspunkter": [
        {
            "id": "d1", "nummer": "1", "text": "Att godkänna", "utfall": "enligt förslag",
            "till": None, "riktas_till": ["h1", "Regionfullmäktige"],
        },
        {
            "id": "d2", "nummer": "2–12", "text": "", "utfall": "bordläggning",
            "till": "nästa sammanträde", "riktas_till": [],
        },
    ],
    "sammanfattning": "Priserna **höjs**.\n\n- ett\n- två",
    "beslutsunderlag": ["7A. Prislista"],
    "tidigare_behandling": [
        {"organ": None, "datum": "2015-10-30", "paragraf": 43, "vad": "beslut"},
        {"organ": "Presidiet", "datum": "2019-08", "paragraf": None, "vad": "bordlagt"},
    ],
    "upphäver": "§ 43/15",
    "yrkanden": [
        {
            "id": "y1", "av": ["p3"], "av_partier": ["V", "MP"], "slag": ["avslag", "tillägg"],
            "hand": 1, "punkt": None, "text": "Avslag.", "återtaget": False,
        },
        {
            "id": "y2", "av": [], "av_partier": [], "slag": [], "hand": 2, "punkt": "1",
            "text": "", "återtaget": True,
        },
    ],
    "propositionsordning": "Först avslag.",
    "beslutsgång": "Ordföranden finner att förslaget antas.",
    "voteringar": [
        {
            "id": "v1", "omgång": 1, "slag": "huvudvotering", "punkt": "1", "sluten": False,
            "ja_betyder": "bifall", "nej_betyder": "avslag",
            "röster": {"p2": "ja", "p3": "nej", "p4": "avstår"}, "antal": None, "utfall": "ja",
            "avgjord_av": "utslagsröst",
        },
        {
            "id": "v2", "omgång": 2, "slag": "val", "punkt": None, "sluten": True,
            "ja_betyder": "Bo Alm", "nej_betyder": "Cecilia Öst", "röster": {},
            "antal": {"ja": 4, "nej": 4, "avstår": 1}, "utfall": None, "avgjord_av": "lottning",
        },
    ],
    "jäv": [
        {"id": "i1", "person": "p1", "punkt": "1", "grund": "Syskon", "ersätts_av": "p17"}
    ],
    "deltar_inte_i_beslutet": ["p4"],
    "reservationer": [
        {
            "id": "r1", "av": ["p3"], "av_partier": ["V"], "till_förmån_för": "y1",
            "text": "För dyrt.", "bilaga": "bilaga 1",
        }
    ],
    "protokollsanteckningar": [{"id": "t1", "av": ["p4"], "text": "Vi hade velat vänta."}],
    "särskilda_yttranden": [{"id": "t2", "av": ["p2", "p4"], "text": "Ett\nyttrande"}],
    "ersättares_mening": [{"id": "t3", "person": "p17", "med": ["p18"], "text": "Avslag."}],
    "anmälningar": ["Minnesanteckningar"],
    "omedelbart_justerad": True,
    "expedieringar": [{"till": "Region Åvik", "beteckning": "2019-12", "datum": "2019"}],
    "huvudmannabeslut": [
        {"id": "z1", "huvudman": "h2", "datum": "2020-01", "paragraf": "§ 8", "svar": "Godkänt"}
    ],
    "överklagande": "förvaltningsbesvär",
    "publicering": "maskerad",
    "maskeringar": ["Bo Alm", "bo@exempel.se"],
    "sekretess": {"lagrum": "OSL 25:1", "datum": "2019-11-01"},
}  # fmt: skip
BARE = {"id": "g63", "nummer": 63, "rubrik": "Övrigt"}


def whole(change: Callable[[dict[str, Any]], object] | None = None) -> dict[str, Any]:
    """Return the full example with närvaro and protokoll, changed."""
    tree = full()
    tree["personer"] += PEOPLE
    sammanträde = meeting(tree)
    sammanträde["dagar"][0] |= {"öppnat": "08.31", "avslutat": "15.02"}
    sammanträde |= AROUND | {"paragrafer": [PARAGRAF, BARE]}
    tree = deepcopy(tree)
    if change is not None:
        change(tree)
    return tree


def meeting(tree: dict[str, Any]) -> dict[str, Any]:
    return tree["sammanträden"][0]


def paragraf(tree: dict[str, Any]) -> dict[str, Any]:
    return meeting(tree)["paragrafer"][0]
