"""Redovisningar: a sender's questions, spread over those who know, answered and put together."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Redovisning(Row):
    """One occasion to report: «Delredovisning september 2021»."""

    __tablename__ = "redovisning"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    överenskommelse_id: Mapped[str | None] = mapped_column(ref("överenskommelse.id"), index=True)
    ärende_id: Mapped[str | None] = mapped_column(ref("ärende.id"), index=True)
    rubrik: Mapped[str]
    mottagare: Mapped[str | None]  # Socialstyrelsen
    epost: Mapped[str | None]  # where it is sent
    senast: Mapped[date | None]  # to the mottagare
    svar_senast: Mapped[date | None]  # to us
    inledning: Mapped[str] = mapped_column(default="")  # richtext
    godkänd: Mapped[date | None]
    godkänd_av: Mapped[str | None]
    sänd: Mapped[date | None]
    handling_id: Mapped[str | None] = mapped_column(ref("handling.id"), index=True)  # registered as


class Redovisningsfråga(OrderedRow):
    """A heading, a question or a table of the sender's structure, in the sender's order.

    `kolumner`: of a table. `svar` and `rader`: what is put together from the answers.
    """

    __tablename__ = "redovisningsfråga"

    redovisning_id: Mapped[str] = mapped_column(ref("redovisning.id"), index=True)
    slag: Mapped[str] = mapped_column(default="fråga")  # rubrik, text, fråga, tabell
    nivå: Mapped[int] = mapped_column(default=1)
    text: Mapped[str]
    kolumner: Mapped[list[str]] = mapped_column(default=list)
    svar: Mapped[str] = mapped_column(default="")  # richtext
    rader: Mapped[list[list[str | None]]] = mapped_column(default=list)
    klar: Mapped[bool] = mapped_column(default=False)


class Redovisningssvar(Row):
    """One huvudman's answer, asked for or given. Without huvudman: the nämnd's own staff."""

    __tablename__ = "redovisningssvar"

    fråga_id: Mapped[str] = mapped_column(ref("redovisningsfråga.id"), index=True)
    huvudman_id: Mapped[str | None] = mapped_column(index=True)
    ansvarig: Mapped[str | None]
    epost: Mapped[str | None]
    text: Mapped[str] = mapped_column(default="")  # richtext
    rader: Mapped[list[list[str | None]]] = mapped_column(default=list)
    besvarad: Mapped[date | None]
    frågad: Mapped[date | None]  # when the question was sent
    påmint: Mapped[list[dict[str, object]]] = mapped_column(default=list)  # [{"datum", "till"}]
