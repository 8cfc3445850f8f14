"""What was decided: the paragrafer of a sammanträde and all that stands in them."""

from datetime import date

from sqlalchemy import JSON, Index, Integer
from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Paragraf(OrderedRow):
    """A § of a protokoll, in the order in which the §§ were handled.

    Dates may be known in part («2019-08»). Persons in lists are ids.
    """

    __tablename__ = "paragraf"
    # with the number, so that the list of sammanträden counts §§ without reading the rows
    __table_args__ = (Index(None, "sammanträde_id", "nummer"),)

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"))
    punkt_id: Mapped[str | None] = mapped_column(ref("punkt.id"), index=True)
    nummer: Mapped[int] = mapped_column(Integer, index=True)
    rubrik: Mapped[str]
    slag: Mapped[str] = mapped_column(default="beslut")  # nämnd.sammanträde.rules.SLAG
    dnr: Mapped[list[str]] = mapped_column(default=list)
    ingress: Mapped[str] = mapped_column(default="")  # before the att-satser
    sammanfattning: Mapped[str] = mapped_column(default="")  # nämnd.core.richtext
    beslutsunderlag: Mapped[list[str]] = mapped_column(default=list)
    tidigare_behandling: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    upphäver: Mapped[str | None]
    propositionsordning: Mapped[str] = mapped_column(default="")  # nämnd.core.richtext
    beslutsgång: Mapped[str] = mapped_column(default="")  # nämnd.core.richtext
    deltar_inte: Mapped[list[str]] = mapped_column(default=list)
    anmälningar: Mapped[list[str]] = mapped_column(default=list)
    omedelbart_justerad: Mapped[bool] = mapped_column(default=False)
    expedieringar: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    klar: Mapped[bool] = mapped_column(default=False)  # klubbad: the handling is over
    tid: Mapped[str | None]  # «09.41», when the handling began
    dag: Mapped[date | None]  # on which day, when there are several
    överklagande: Mapped[str | None]  # nämnd.anslag.rules; None: what the legal form says
    publicering: Mapped[str | None]  # ja, nej, maskerad; None: not reviewed
    maskeringar: Mapped[list[str]] = mapped_column(default=list, server_default="[]")  # words
    granskat: Mapped[str | None]  # sha256 of the text that was reviewed
    sekretess_lagrum: Mapped[str | None]
    sekretess_datum: Mapped[date | None]


class Beslutspunkt(OrderedRow):
    """One att-sats that was decided, or several with the same outcome («2–12»)."""

    __tablename__ = "beslutspunkt"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    nummer: Mapped[str] = mapped_column(default="")
    text: Mapped[str] = mapped_column(default="")
    utfall: Mapped[str | None]  # nämnd.protokoll.values.UTFALL; None: not decided yet
    till: Mapped[str | None]  # to which sammanträde, or why: «för ytterligare beredning»
    riktas_till: Mapped[list[str]] = mapped_column(default=list)  # huvudman ids, or names


class Yrkande(OrderedRow):
    """What somebody moves. One that was withdrawn stays, and is not printed."""

    __tablename__ = "yrkande"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    av: Mapped[list[str]] = mapped_column(default=list)
    av_partier: Mapped[list[str]] = mapped_column(default=list)
    slag: Mapped[list[str]] = mapped_column(default=list)
    hand: Mapped[int] = mapped_column(default=1)  # 1: «i första hand»
    punkt: Mapped[str | None]
    text: Mapped[str] = mapped_column(default="")
    återtaget: Mapped[bool] = mapped_column(default=False)


class Votering(OrderedRow):
    """One round of voting. The count comes from the names, but in a closed val."""

    __tablename__ = "votering"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    slag: Mapped[str] = mapped_column(default="omröstning")
    punkt: Mapped[str | None]
    sluten: Mapped[bool] = mapped_column(default=False)
    ja_betyder: Mapped[str] = mapped_column(default="")
    nej_betyder: Mapped[str] = mapped_column(default="")
    röster: Mapped[dict[str, str]] = mapped_column(default=dict)
    antal: Mapped[dict[str, int] | None] = mapped_column(JSON(none_as_null=True))
    utfall: Mapped[str | None]
    avgjord_av: Mapped[str | None]


class Jäv(OrderedRow):
    """Somebody who leaves for jäv (KL 6:28–30), and who steps in meanwhile."""

    __tablename__ = "jäv"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    person_id: Mapped[str] = mapped_column(ref("person.id"))
    punkt: Mapped[str | None]
    grund: Mapped[str | None]
    ersätts_av: Mapped[str | None] = mapped_column(ref("person.id"))


class Reservation(OrderedRow):
    """A reservation against the decision (KL 4:27)."""

    __tablename__ = "reservation"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    av: Mapped[list[str]] = mapped_column(default=list)
    av_partier: Mapped[list[str]] = mapped_column(default=list)
    till_förmån_för: Mapped[str | None] = mapped_column(ref("yrkande.id"))
    text: Mapped[str | None]
    bilaga: Mapped[str | None]  # «bilaga 1»


class Anteckning(OrderedRow):
    """A protokollsanteckning, a särskilt yttrande, or how an ersättare would have voted."""

    __tablename__ = "anteckning"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    slag: Mapped[str]  # protokollsanteckning, särskilt yttrande, ersättares mening
    av: Mapped[list[str]] = mapped_column(default=list)
    text: Mapped[str] = mapped_column(default="")


class Huvudmannabeslut(Row):
    """What a huvudman decided about a recommendation of the nämnd."""

    __tablename__ = "huvudmannabeslut"

    paragraf_id: Mapped[str] = mapped_column(ref("paragraf.id"), index=True)
    huvudman_id: Mapped[str] = mapped_column(ref("huvudman.id"))
    datum: Mapped[str | None]
    paragraf: Mapped[str | None]
    svar: Mapped[str | None]
