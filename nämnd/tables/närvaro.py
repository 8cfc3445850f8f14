"""Who is at a sammanträde, for whom, and from § to §.

A set of §§ is kept as the field writes it («59–61, 63», «62 punkt 2», «14–»); None is all of them.
"""

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, ref


class Närvaro(OrderedRow):
    """One person in one role for a set of §§. Who steps in for jäv stands in `Jäv` instead."""

    __tablename__ = "närvaro"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    person_id: Mapped[str] = mapped_column(ref("person.id"), index=True)
    roll: Mapped[str]  # nämnd.närvaro.rules.ROLLER
    för: Mapped[str | None] = mapped_column(ref("person.id"))  # whose place an ersättare takes
    paragrafer: Mapped[str | None]
    från_tid: Mapped[str | None]  # «10.42»
    till_tid: Mapped[str | None]
    deltar_i: Mapped[str] = mapped_column(default="beredning och beslut")
    på_distans: Mapped[bool] = mapped_column(default=False)
    delvis: Mapped[bool] = mapped_column(default=False)  # a part that nobody has written down
    anmärkning: Mapped[str | None]


class Frånvaro(OrderedRow):
    """Somebody who is not there, and the ersättare who were asked.

    `inkallade`: [{"person": id, "svar": "ja" | "nej" | "inget svar" | None, "tid": ISO time}].
    """

    __tablename__ = "frånvaro"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    person_id: Mapped[str] = mapped_column(ref("person.id"), index=True)
    anmäld: Mapped[bool] = mapped_column(default=False)
    tid: Mapped[str | None]  # ISO time, when they told
    skäl: Mapped[str | None]
    inkallade: Mapped[list[dict[str, object]]] = mapped_column(default=list)


class Ordförandeskap(OrderedRow):
    """Who presides over which §§, when it is not one and the same for all of them.

    The first is the ordförande of the sammanträde. No rows: that one presides over everything.
    """

    __tablename__ = "ordförandeskap"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    person_id: Mapped[str] = mapped_column(ref("person.id"))
    paragrafer: Mapped[str | None]


class Justerare(OrderedRow):
    """Who checks and signs which §§ beside the ordförande."""

    __tablename__ = "justerare"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    person_id: Mapped[str] = mapped_column(ref("person.id"))
    paragrafer: Mapped[str | None]
