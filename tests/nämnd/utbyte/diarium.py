"""A whole nämnd in the exchange format, with every key of the diarium."""

from collections.abc import Callable
from copy import deepcopy
from hashlib import sha256
from typing import Any

from tests.nämnd.utbyte.making import LOGO, PRISLISTA
from tests.nämnd.utbyte.whole import meeting, whole

FIRST: dict[str, Any] = {
    "id": "l1",
    "löpnr": 1,
    "datum": "2018-03-01",
    "riktning": "inkommen",
    "från_till": "Region Åvik",
    "rubrik": "Prislista",
    "slag": "e-post",
    "anmäls": True,
    "punkt": "k8",
    "dölj_från_till": True,
    "dölj_rubrik": True,
    "sekretess": {"lagrum": "OSL 31:16", "datum": "2018-03-01"},
    "makulerad": None,
    "makulerad_datum": None,
    "fil": "7A.pdf",
    "sha256": sha256(PRISLISTA).hexdigest(),
    "versioner": [
        {
            "id": "lv1", "nummer": 1, "fil": "bilder/märke.png",
            "sha256": sha256(LOGO).hexdigest(), "filnamn": "utkast.png", "sidor": None,
            "tillagd": "2018-03-01T08:00:00", "varningar": [],
        },
        {
            "id": "lv2", "nummer": 2, "fil": "7A.pdf", "sha256": sha256(PRISLISTA).hexdigest(),
            "filnamn": "prislista.pdf", "sidor": 2, "tillagd": "2018-03-02T08:00:00",
            "varningar": ["makron", "annat slag"],
        },
    ],
}  # fmt: skip
ANNULLED: dict[str, Any] = {
    "id": "l2",
    "löpnr": 3,
    "datum": "2018-03-05",
    "riktning": "upprättad",
    "från_till": None,
    "rubrik": "Missiv",
    "slag": "missiv",
    "anmäls": False,
    "dölj_från_till": False,
    "dölj_rubrik": False,
    "sekretess": None,
    "makulerad": "Fel ärende",
    "makulerad_datum": "2018-03-06",
    "fil": None,
    "sha256": None,
    "versioner": [],
}
SKRIVELSER: list[dict[str, Any]] = [
    {
        "id": "sk1", "slag": "missiv", "datum": "2018-03-05", "till": ["Vårdnämnden"],
        "rubrik": "Priser nästa år", "förslag": ["Att godkänna", "Att skicka vidare"],
        "bakgrund": "Priserna **höjs**.\n\n- ett\n- två",
        "underskrifter": [{"namn": "Örjan Berg", "titel": "Sekreterare"}], "handling": "l2",
        "registrerad": True,
    },
    {
        "id": "sk2", "slag": "tjänsteskrivelse", "datum": None, "till": [], "rubrik": "Ett utkast",
        "förslag": [], "bakgrund": None, "underskrifter": [], "handling": None,
        "registrerad": False,
    },
]  # fmt: skip
ÄRENDE: dict[str, Any] = {
    "id": "e1",
    "dnr": "NVN 2018/0031",
    "rubrik": "Priser",
    "öppnat": "2018-03-01",
    "avslutat": "2019-12-01",
    "handläggare": "Örjan Berg",
    "parter": ["Region Norrvik", "Region Åvik"],
    "status": "avslutat",
    "gallring": "Bevaras",
    "externa_beteckningar": [
        {"hos": "Socialstyrelsen", "beteckning": "12391/2018-20"},
        {"hos": "", "beteckning": "1900521"},
    ],
    "väntar": "efter yttrandet",
    "dölj_rubrik": True,
    "sekretess": {"lagrum": "OSL 25:1", "datum": "2018-03-01"},
    "makulerat": None,
    "makulerat_datum": None,
    "handlingar": [FIRST, ANNULLED],
    "skrivelser": SKRIVELSER,
}
SECOND: dict[str, Any] = {
    "id": "e2",
    "dnr": "1900526",
    "rubrik": "Registrerat två gånger",
    "väntar": "",
    "makulerat": "Dubblett",
    "makulerat_datum": "2018-04-02",
}
URVAL: list[dict[str, Any]] = [
    {"id": "ur2", "lista": "beslut", "namn": "Allt", "villkor": {}},
    {"id": "ur1", "lista": "ärenden", "namn": "Öppna", "villkor": {"status": "öppet"}},
]


def with_diarium(change: Callable[[dict[str, Any]], object] | None = None) -> dict[str, Any]:
    """Return the full example with närvaro, protokoll and diarium, changed."""
    tree = whole()
    tree |= {"ärenden": [ÄRENDE, SECOND], "urval": URVAL}
    tree = deepcopy(tree)
    punkt = meeting(tree)["punkter"][0]
    punkt["återupptar"] = "g12"
    punkt["bilagor"][0] |= {"handling": "l1", "delegationsbeslut": "dt2"}
    tree["delegationsbeslut"][0] |= {"anmäls": False}
    tree["delegationsbeslut"][1] |= {"anmäls": True, "punkt": "k8"}
    if change is not None:
        change(tree)
    return tree


def ärende(tree: dict[str, Any]) -> dict[str, Any]:
    return next(one for one in tree["ärenden"] if one["id"] == "e1")


def handling(tree: dict[str, Any]) -> dict[str, Any]:
    return ärende(tree)["handlingar"][0]
