"""What is announced, as plain values."""

from datetime import date
from typing import Any

from nämnd.anslag.values import AnslagRow, ParagrafÖverklagande, Överklagande
from nämnd.anslag.view import AnslagView
from nämnd.core import paragrafer
from nämnd.delegation.values import (
    DelegationsbeslutDraft,
    DelegationsbeslutRow,
    DelegationsprotokollRow,
)
from nämnd.documents.anslag import Matter
from nämnd.documents.parts import Sender
from nämnd.organisation.rules import NämndDraft
from tests.builders import head_row

REGIONS = ("Region Skåne", "Region Halland", "Region Blekinge", "Region Kronoberg")
UP = date(2026, 4, 7)
SENDER = Sender(
    NämndDraft(
        "Södra regionvårdsnämnden",
        "SRVN",
        adress=("Rådhus Skåne", "291 89 Kristianstad"),
        juridisk_form="gemensam_nämnd",
        förvaltningsrätt="Förvaltningsrätten i Malmö\nBox 4522\n203 20 Malmö",
    )
)


def board(name: str | None = None, uppsatt: date | None = UP, **facts: Any) -> AnslagRow:
    """Return a notice on the board of a region, or on the nämnd's own."""
    made = {"id": name or "own", "huvudman_id": name, "huvudman": name, "tavla": None}
    return AnslagRow(**{**made, "demanded": True, "uppsatt": uppsatt, **facts})


def matter_of(*boards: AnslagRow, ways: dict[int, Överklagande] | None = None) -> Matter:
    """Return §§ 59–74 of 27 March 2026; `ways`: how some are appealed, else the usual way."""
    known = ways or {}
    view = AnslagView(
        nämnd_id="n1",
        justering_id="j1",
        delegationsprotokoll_id=None,
        sammanträde_id="s1",
        paragrafer=paragrafer.read("59–"),
        justerat=date(2026, 4, 2),
        is_justerat=True,
        boards=boards or (board(),),
        boardless=(),
        överklaganden=tuple(
            ParagrafÖverklagande(
                f"g{nummer}", nummer, "En fråga", known.get(nummer, "laglighetsprövning"),
                chosen=nummer in known,
            )
            for nummer in range(59, 75)
        ),
        förvaring="Nämndens kansli, Rådhus Skåne, Kristianstad",
    )  # fmt: skip
    return Matter(view, REGIONS, head=head_row())


def delegation_of(*boards: AnslagRow, signed: bool = True) -> Matter:
    """Return a delegationsprotokoll of two beslut."""
    view = AnslagView(
        nämnd_id="n1",
        justering_id=None,
        delegationsprotokoll_id="d1",
        sammanträde_id=None,
        paragrafer=None,
        justerat=date(2026, 4, 2) if signed else None,
        is_justerat=signed,
        boards=boards or (board(),),
        boardless=(),
        överklaganden=(),
        förvaring="Nämndens kansli, Rådhus Skåne, Kristianstad",
    )
    return Matter(view, REGIONS, delegation=delegationsprotokoll_row(signed=signed))


def delegationsprotokoll_row(*, signed: bool = True) -> DelegationsprotokollRow:
    """Return a delegationsprotokoll of two beslut."""
    drafts = (
        DelegationsbeslutDraft(
            date(2026, 3, 24),
            "Hälso- och sjukvårdsdirektören",
            "Yttrande över Socialstyrelsens remiss om nationell högspecialiserad vård",
            enligt="delegationsordningen 4.2",
            beslut="Att godkänna bifogat förslag.\nAtt sända det till Socialstyrelsen.",
        ),
        DelegationsbeslutDraft(
            date(2026, 3, 30), "Ordföranden", "Deltagande i konferens", beslut="Att anmäla två."
        ),
    )
    rows = (
        DelegationsbeslutRow("b1", drafts[0], "SRVN 2026/0012", None, "d1", fixed=signed),
        DelegationsbeslutRow("b2", drafts[1], None, None, "d1", fixed=signed),
    )
    return DelegationsprotokollRow(
        id="d1",
        nämnd_id="n1",
        datum=date(2026, 4, 1),
        undertecknat_av="Anna Ek" if signed else None,
        undertecknat=date(2026, 4, 2) if signed else None,
        beslut=rows,
    )
