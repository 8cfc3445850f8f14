"""Delprojekt of a program: what was decided, what has been done, and every report to the nämnd."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Delprojekt(Row):
    """A numbered part of a program («Samarbete för bättre vård»)."""

    __tablename__ = "delprojekt"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    program: Mapped[str] = mapped_column(default="")
    nummer: Mapped[int]
    rubrik: Mapped[str]
    ärende_id: Mapped[str | None] = mapped_column(ref("ärende.id"), index=True)
    bakgrund: Mapped[str] = mapped_column(default="")  # nämnd.core.richtext
    målsättning_ingress: Mapped[str] = mapped_column(default="")
    målsättning: Mapped[list[str]] = mapped_column(default=list)
    kontakt: Mapped[str | None]
    ansvarig: Mapped[str | None]
    mer_information: Mapped[str] = mapped_column(default="")  # richtext, usually a link
    avslutat: Mapped[date | None]


class Delprojektbeslut(OrderedRow):
    """What a nämnd decided about it. `paragraf_id`: the §, when it is in the file."""

    __tablename__ = "delprojektbeslut"

    delprojekt_id: Mapped[str] = mapped_column(ref("delprojekt.id"), index=True)
    datum: Mapped[date]
    organ: Mapped[str | None]  # who decided; None: the nämnd itself
    paragraf: Mapped[int | None]
    paragraf_id: Mapped[str | None] = mapped_column(index=True)
    text: Mapped[str] = mapped_column(default="")  # richtext before the satser, maybe with a table


class Delprojektsats(OrderedRow):
    """One att-sats of the beslut, with how far it has come."""

    __tablename__ = "delprojektsats"

    beslut_id: Mapped[str] = mapped_column(ref("delprojektbeslut.id"), index=True)
    text: Mapped[str]
    läge: Mapped[str] = mapped_column(default="inte påbörjat")  # gjort, pågår, inte påbörjat
    kommentar: Mapped[str] = mapped_column(default="")


class Åtgärd(OrderedRow):
    """Something that is done. `rapport_id`: the report it was first in; None: in none yet."""

    __tablename__ = "åtgärd"

    delprojekt_id: Mapped[str] = mapped_column(ref("delprojekt.id"), index=True)
    text: Mapped[str]
    kort: Mapped[str | None]  # as the missiv has it, when shorter
    nivå: Mapped[int] = mapped_column(default=1)  # 2: under the one before
    läge: Mapped[str] = mapped_column(default="gjort")
    rapport_id: Mapped[str | None] = mapped_column(index=True)


class Behov(OrderedRow):
    """A need that is defined. `löst`: when it was met."""

    __tablename__ = "behov"

    delprojekt_id: Mapped[str] = mapped_column(ref("delprojekt.id"), index=True)
    text: Mapped[str]
    rapport_id: Mapped[str | None] = mapped_column(index=True)
    löst: Mapped[date | None]


class Uppföljningsrapport(OrderedRow):
    """One report to the nämnd: a missiv and an uppföljningsrapport.

    `underskrifter`: [{"namn", "titel"}]. A report that is registered stands as its handlingar are.
    """

    __tablename__ = "uppföljningsrapport"

    delprojekt_id: Mapped[str] = mapped_column(ref("delprojekt.id"), index=True)
    datum: Mapped[date | None]  # of the report
    missiv_datum: Mapped[date | None]
    sammanträde_id: Mapped[str | None] = mapped_column(index=True)
    punkt_id: Mapped[str | None] = mapped_column(index=True)
    uppföljning_datum: Mapped[date | None]  # the day of a sammanträde that is not in the file
    avsändare: Mapped[str | None]  # over the missiv: «Eva Ek»
    förslag: Mapped[list[str]] = mapped_column(default=list)  # of the missiv
    ingress: Mapped[str] = mapped_column(default="")  # richtext over the åtgärder
    missiv_bakgrund: Mapped[str] = mapped_column(default="")  # richtext
    underskrifter: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    missiv_handling_id: Mapped[str | None] = mapped_column(ref("handling.id"))
    rapport_handling_id: Mapped[str | None] = mapped_column(ref("handling.id"))
