"""The nämnd, who appoints to it, and who is what in it from when to when."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Nämnd(Row):
    """A body that meets. Several can share a file; a presidium is one of its own.

    `mötesfrister`: [{"vad": "Stoppdag", "dagar": -21, "slag": "kalenderdagar"}], the days that are
    counted from each sammanträde, beside those of the kallelse and the justering.
    """

    __tablename__ = "nämnd"

    namn: Mapped[str]
    kortnamn: Mapped[str | None]
    adress: Mapped[list[str]] = mapped_column(default=list)
    logotyp: Mapped[str | None]  # sha256 of a kept file
    juridisk_form: Mapped[str] = mapped_column(default="nämnd")
    paragrafform: Mapped[str] = mapped_column(default="§ {nr}")
    diarieserie: Mapped[str | None]
    kallelsetid_dagar: Mapped[int] = mapped_column(default=7)
    kallelsetid_slag: Mapped[str] = mapped_column(default="kalenderdagar")
    ersättarordning: Mapped[str | None]
    justeringssätt: Mapped[list[str]] = mapped_column(default=list)
    rubrikordning: Mapped[list[str]] = mapped_column(default=list)
    frasbank: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    mandatperioder: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    stående_punkter: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    mötesfrister: Mapped[list[dict[str, object]]] = mapped_column(default=list, server_default="[]")
    förvaring: Mapped[str | None]  # where a protokoll can be read, for the anslag
    förvaltningsrätt: Mapped[str | None]  # name and address, for how to appeal


class Huvudman(OrderedRow):
    """A region that appoints ledamöter and ersättare to a nämnd."""

    __tablename__ = "huvudman"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    namn: Mapped[str]
    platser: Mapped[int] = mapped_column(default=0)
    ersättarplatser: Mapped[int] = mapped_column(default=0)
    anslagstavla: Mapped[bool] = mapped_column(default=False)


class Person(Row):
    """Somebody with a name. What they are in a nämnd is an uppdrag."""

    __tablename__ = "person"

    namn: Mapped[str]
    parti: Mapped[str | None]
    titel: Mapped[str | None]
    epost: Mapped[str | None]


class Uppdrag(Row):
    """A role in a nämnd from one day to another (both included; None: open)."""

    __tablename__ = "uppdrag"

    person_id: Mapped[str] = mapped_column(ref("person.id"), index=True)
    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    roll: Mapped[str]
    huvudman_id: Mapped[str | None] = mapped_column(ref("huvudman.id"))
    ordning: Mapped[int] = mapped_column(default=0)
    ersätter: Mapped[str | None] = mapped_column(ref("person.id"))
    från: Mapped[date | None]
    till: Mapped[date | None]
