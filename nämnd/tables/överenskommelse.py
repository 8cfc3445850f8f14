"""Överenskommelser: parties, money per recipient and purpose, and the forms that go with them.

Money is whole kronor.
"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Överenskommelse(Row):
    """An agreement that gives money or duties, mostly between staten and SKR."""

    __tablename__ = "överenskommelse"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    rubrik: Mapped[str]
    parter: Mapped[list[str]] = mapped_column(default=list)
    dnr: Mapped[str | None]  # ours; usually that of `ärende_id`
    motpartens_dnr: Mapped[list[str]] = mapped_column(default=list)  # Regeringskansliets
    utbetalning_dnr: Mapped[str | None]  # of the regeringsbeslut about paying out
    ärende_id: Mapped[str | None] = mapped_column(ref("ärende.id"), index=True)
    handling_id: Mapped[str | None] = mapped_column(ref("handling.id"), index=True)  # the paper
    från: Mapped[date | None]
    till: Mapped[date | None]
    totalt: Mapped[int | None]  # kronor, as the paper says
    utbetalas_av: Mapped[str | None]  # Kammarkollegiet
    anteckning: Mapped[str] = mapped_column(default="")


class Fördelningstabell(OrderedRow):
    """A table of who gets how much for what.

    `poster`: the purposes in the order of the paper. `summor`: what the paper says each is in
    all; `totalsumma`: what it says everything is.
    """

    __tablename__ = "fördelningstabell"

    överenskommelse_id: Mapped[str] = mapped_column(ref("överenskommelse.id"), index=True)
    rubrik: Mapped[str] = mapped_column(default="")
    poster: Mapped[list[str]] = mapped_column(default=list)
    summor: Mapped[dict[str, int]] = mapped_column(default=dict)
    totalsumma: Mapped[int | None]
    sida: Mapped[int | None]  # of the paper, from 1


class Fördelningsrad(OrderedRow):
    """What one recipient gets. `summa`: what the paper says, right or wrong."""

    __tablename__ = "fördelningsrad"

    tabell_id: Mapped[str] = mapped_column(ref("fördelningstabell.id"), index=True)
    mottagare: Mapped[str]  # as the paper writes it
    huvudman_id: Mapped[str | None] = mapped_column(index=True)  # when it is one of the nämnd's
    belopp: Mapped[dict[str, int]] = mapped_column(default=dict)  # by post
    summa: Mapped[int | None]


class Blankett(Row):
    """A rekvisition or an ekonomisk redovisning of one recipient.

    `uppgifter`: what is written in its fields, by `nämnd.överenskommelse.values.FÄLT`.
    `kostnader`: [{"vad", "belopp"}].
    """

    __tablename__ = "blankett"

    överenskommelse_id: Mapped[str] = mapped_column(ref("överenskommelse.id"), index=True)
    slag: Mapped[str]  # rekvisition, ekonomisk redovisning
    mottagare: Mapped[str]
    datum: Mapped[date | None]
    belopp: Mapped[int | None]  # asked for, or received
    uppgifter: Mapped[dict[str, str]] = mapped_column(default=dict)
    kostnader: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    avvikelser: Mapped[str | None]  # why the ekonomichef can't certify; None: it is right
    handling_id: Mapped[str | None] = mapped_column(ref("handling.id"), index=True)  # registered as
    sänd: Mapped[date | None]
