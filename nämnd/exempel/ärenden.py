"""The invented diarium: what is known of the ärenden on the dagordningar, and some others.

Any likeness is chance. One beteckning is a slip of another (3047 for 30417), one ärende was
registered twice and is annulled, one is under sekretess, one waits for a dagordning.
"""

from dataclasses import dataclass
from datetime import date

from nämnd.ärende.values import (
    ExternBeteckning,
    HandlingDraft,
    Sekretess,
    SkrivelseDraft,
    Underskrift,
    ÄrendeDraft,
)

_EVA = Underskrift("Eva Lind", "Nämndsekreterare")
_HENRIK = Underskrift("Henrik Astrand", "Samverkansdirektör")
_REGIONS = ("Region Norrvik", "Region Granhamn", "Region Sjöbygd")
_PATIENT = Sekretess("OSL 25 kap. 1 §", date(2026, 2, 16))


@dataclass(frozen=True, slots=True)
class Known:
    """A handling of the example with its file.

    `pages` of invented text; or a mail with `body`; or no file.
    """

    draft: HandlingDraft
    pages: int = 0
    body: str = ""
    versions: int = 1  # how many the file has had
    annulled: str = ""  # the reason


@dataclass(frozen=True, slots=True)
class ExampleÄrende:
    """An ärende of the example. `dnr` None: the next of the series."""

    draft: ÄrendeDraft
    dnr: str | None = None
    handlingar: tuple[Known, ...] = ()
    skrivelse: SkrivelseDraft | None = None
    annulled: str = ""


REMISS = ExampleÄrende(
    ÄrendeDraft(
        "Svar på remiss om högspecialiserad vård vid svåra brännskador",
        date(2026, 1, 19),
        handläggare="Henrik Astrand",
        parter=("Socialstyrelsen", *_REGIONS),
        externa_beteckningar=(
            ExternBeteckning("Socialstyrelsen", "30417/2025-12"),
            ExternBeteckning("Region Norrvik", "RNV 2026/0114"),
            ExternBeteckning("Region Sjöbygd", "2600037"),
        ),
    ),
    "ÖVSN 2026/0003",
    (
        Known(
            HandlingDraft(
                date(2026, 1, 19),
                "E-post med remiss om vård vid svåra brännskador",
                från_till="Socialstyrelsen",
                slag="e-post",
            ),
            body="Hej!\n\nHär kommer remissen om nationell högspecialiserad vård vid svåra "
            "brännskador. Svara senast den 30 april.\n\nVänliga hälsningar\nRegistrator\n",
        ),
        Known(
            HandlingDraft(
                date(2026, 1, 19),
                "Remiss, vård vid svåra brännskador",
                från_till="Socialstyrelsen",
                slag="remiss",
            ),
            pages=2,
        ),
        Known(
            HandlingDraft(
                date(2026, 2, 11),
                "Underlag till yttrande från Region Norrvik",
                från_till="Region Norrvik",
                slag="yttrande",
            ),
            pages=1,
        ),
        Known(
            HandlingDraft(
                date(2026, 2, 13),
                "Underlag till yttrande från Region Sjöbygd",
                från_till="Region Sjöbygd",
                slag="yttrande",
            ),
            pages=1,
            versions=2,
        ),
    ),
    SkrivelseDraft(
        "Svar på remiss om högspecialiserad vård vid svåra brännskador",
        datum=date(2026, 2, 25),
        till=("Östra vårdsamverkansnämnden",),
        förslag=("Att ställa sig bakom förslaget till yttrande",),
        bakgrund="Remissen gäller hur många enheter som ska bedriva vården i landet.\n\n"
        "Regionerna har lämnat underlag:\n\n"
        "- Region Norrvik förordar **två enheter**\n"
        "- Region Sjöbygd vill att avståndet vägs in",
        underskrifter=(_HENRIK, _EVA),
    ),
)

AVTAL = ExampleÄrende(
    ÄrendeDraft(
        "Avtal om gemensam ambulanshelikopter",
        date(2025, 9, 8),
        handläggare="Henrik Astrand",
        parter=_REGIONS,
        gallring="Bevaras",
    ),
    "ÖVSN 2025/0030",
    (
        Known(
            HandlingDraft(
                date(2025, 10, 2),
                "Förslag till avtal om ambulanshelikopter",
                "upprättad",
                slag="avtal",
            ),
            pages=2,
            versions=2,
        ),
        Known(
            HandlingDraft(
                date(2025, 10, 6),
                "Offert på medicinteknisk utrustning",
                från_till="Granhamns Medicinteknik AB",
                slag="offert",
            ),
            annulled="Hör till upphandlingen och är registrerad där",
        ),
        Known(
            HandlingDraft(
                date(2025, 10, 9),
                "Begäran om synpunkter på avtalet",
                "utgående",
                "Region Norrvik, Region Granhamn, Region Sjöbygd",
                "brev",
            ),
            pages=1,
        ),
    ),
)

OTHERS = (
    ExampleÄrende(
        ÄrendeDraft(
            "Kompletterande frågor om brännskadevården",
            date(2026, 2, 9),
            handläggare="Eva Lind",
            parter=("Socialstyrelsen",),
            externa_beteckningar=(ExternBeteckning("Socialstyrelsen", "3047/2025-12"),),
        ),
        handlingar=(
            Known(
                HandlingDraft(
                    date(2026, 2, 9),
                    "E-post med frågor om antalet vårdplatser",
                    från_till="Socialstyrelsen",
                    slag="e-post",
                ),
                body="Hej!\n\nHur många vårdplatser för brännskador finns i regionerna i dag?\n",
            ),
        ),
    ),
    ExampleÄrende(
        ÄrendeDraft(
            "Remiss om brännskador",
            date(2026, 2, 12),
            handläggare="Eva Lind",
            parter=("Socialstyrelsen",),
        ),
        annulled="Registrerat två gånger, se ÖVSN 2026/0003",
    ),
    ExampleÄrende(
        ÄrendeDraft(
            "Klagomål på bemötandet vid en sjukresa",
            date(2026, 2, 16),
            handläggare="Eva Lind",
            dölj_rubrik=True,
            sekretess=_PATIENT,
        ),
        handlingar=(
            Known(
                HandlingDraft(
                    date(2026, 2, 16),
                    "Brev om en sjukresa i januari",
                    från_till="Rut Qvarnvik",
                    slag="brev",
                    dölj_från_till=True,
                    dölj_rubrik=True,
                    sekretess=_PATIENT,
                ),
                pages=1,
            ),
        ),
    ),
    ExampleÄrende(
        ÄrendeDraft(
            "Gemensam rutin vid utskrivning till kommunerna",
            date(2026, 2, 18),
            handläggare="Henrik Astrand",
            parter=_REGIONS,
            väntar="när patientrådet har yttrat sig",
        ),
        handlingar=(
            Known(
                HandlingDraft(
                    date(2026, 2, 18),
                    "Förslag till rutin vid utskrivning",
                    "upprättad",
                    slag="rutin",
                ),
                pages=2,
            ),
        ),
        skrivelse=SkrivelseDraft(
            "Gemensam rutin vid utskrivning till kommunerna",
            till=("Östra vårdsamverkansnämnden",),
            förslag=(
                "Att anta rutinen",
                "Att följa upp den efter ett år",
            ),
            bakgrund="Regionerna skriver ut patienter till kommunerna på tre olika sätt. "
            "Rutinen gör dem lika.",
            underskrifter=(_HENRIK,),
        ),
    ),
)

ON_DAGORDNING = (REMISS, AVTAL)
