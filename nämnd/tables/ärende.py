"""The diarium: ärenden with their handlingar, and what is written in them.

Nothing is deleted from it: a mistake is annulled with a reason, and stays visible (OSL 5:1–2,
RULES.md 11).
"""

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Ärende(Row):
    """A case with its diarienummer. Any text is a dnr; it is never read as a number.

    `serie_år` and `serie_nr` are kept beside a dnr of the nämnd's own series, for the next one.
    `externa_beteckningar`: [{"hos": "Socialstyrelsen", "beteckning": "12391/2018-20"}].
    """

    __tablename__ = "ärende"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    dnr: Mapped[str] = mapped_column(index=True)
    serie_år: Mapped[int | None] = mapped_column(index=True)
    serie_nr: Mapped[int | None]
    rubrik: Mapped[str] = mapped_column(default="")
    öppnat: Mapped[date | None]
    avslutat: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="öppet")
    handläggare: Mapped[str | None]
    parter: Mapped[list[str]] = mapped_column(default=list, server_default="[]")
    externa_beteckningar: Mapped[list[dict[str, object]]] = mapped_column(
        default=list, server_default="[]"
    )
    gallring: Mapped[str | None]
    väntar: Mapped[str | None]  # waits for a dagordning: a note, or empty; None: it does not wait
    dölj_rubrik: Mapped[bool] = mapped_column(default=False, server_default="0")  # OSL 5:2
    sekretess_lagrum: Mapped[str | None]
    sekretess_datum: Mapped[date | None]
    makulerat: Mapped[str | None]  # the reason
    makulerat_datum: Mapped[date | None]


class Handling(Row):
    """A paper of an ärende as the register has it. `löpnr` counts within the ärende from 1."""

    __tablename__ = "handling"
    # with the day, so that the diarium counts without reading the rows
    __table_args__ = (Index(None, "ärende_id", "datum"),)

    ärende_id: Mapped[str] = mapped_column(ref("ärende.id"))
    löpnr: Mapped[int]
    datum: Mapped[date] = mapped_column(index=True)
    riktning: Mapped[str] = mapped_column(default="inkommen")  # inkommen, utgående, upprättad
    från_till: Mapped[str | None]
    rubrik: Mapped[str]  # in short what it is
    slag: Mapped[str | None]  # missiv, tjänsteskrivelse, e-post …
    anmäls: Mapped[bool] = mapped_column(  # to be reported
        default=False, server_default="0", index=True
    )
    punkt_id: Mapped[str | None] = mapped_column(ref("punkt.id"), index=True)  # where it is
    dölj_från_till: Mapped[bool] = mapped_column(default=False, server_default="0")  # OSL 5:2
    dölj_rubrik: Mapped[bool] = mapped_column(default=False, server_default="0")
    sekretess_lagrum: Mapped[str | None]
    sekretess_datum: Mapped[date | None]
    makulerad: Mapped[str | None]  # the reason
    makulerad_datum: Mapped[date | None]


class Handlingsversion(Row):
    """One version of a handling's file; the highest `nummer` is the one in use, all are kept."""

    __tablename__ = "handlingsversion"

    handling_id: Mapped[str] = mapped_column(ref("handling.id"), index=True)
    nummer: Mapped[int]
    sha256: Mapped[str] = mapped_column(index=True)
    filnamn: Mapped[str]
    storlek: Mapped[int]  # bytes
    sidor: Mapped[int | None]  # pages, when the file could be counted
    tillagd: Mapped[str]  # ISO time
    varningar: Mapped[list[str]] = mapped_column(default=list, server_default="[]")  # nämnd.filtext


class Skrivelse(Row):
    """A missiv or tjänsteskrivelse that is written here. `underskrifter`: [{"namn", "titel"}]."""

    __tablename__ = "skrivelse"

    ärende_id: Mapped[str] = mapped_column(ref("ärende.id"), index=True)
    slag: Mapped[str] = mapped_column(default="tjänsteskrivelse")
    datum: Mapped[date | None]
    till: Mapped[list[str]] = mapped_column(default=list)
    rubrik: Mapped[str]
    förslag: Mapped[list[str]] = mapped_column(default=list)  # att-satser
    bakgrund: Mapped[str] = mapped_column(default="")  # nämnd.core.richtext
    underskrifter: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    handling_id: Mapped[str | None] = mapped_column(ref("handling.id"), index=True)  # registered as
    registrerad: Mapped[bool] = mapped_column(default=False, server_default="0")  # as it stands


class Urval(Row):
    """A filter that somebody has saved for a list. `villkor`: what the list's filter is made of."""

    __tablename__ = "urval"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    lista: Mapped[str]  # ärenden, beslut
    namn: Mapped[str]
    villkor: Mapped[dict[str, str]] = mapped_column(default=dict)
