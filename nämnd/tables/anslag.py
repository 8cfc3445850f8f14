"""What is announced on the boards, and decisions by delegates."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Delegationsprotokoll(Row):
    """A protokoll of delegationsbeslut that are not reported to the nämnd (KL 7:8, 8:10)."""

    __tablename__ = "delegationsprotokoll"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    datum: Mapped[date]
    undertecknat_av: Mapped[str | None]
    undertecknat: Mapped[date | None]


class Delegationsbeslut(Row):
    """A decision that somebody made for the nämnd."""

    __tablename__ = "delegationsbeslut"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    datum: Mapped[date]
    av: Mapped[str]
    enligt: Mapped[str | None]  # where the right is given: «delegationsordningen 4.2»
    rubrik: Mapped[str]
    beslut: Mapped[str] = mapped_column(default="")
    ärende_id: Mapped[str | None] = mapped_column(ref("ärende.id"), index=True)
    brådskande: Mapped[bool] = mapped_column(default=False)  # KL 6:39
    anmäls: Mapped[bool | None]  # whether the nämnd wants it reported; None: not said yet
    punkt_id: Mapped[str | None] = mapped_column(ref("punkt.id"), index=True)  # where it is to be
    anmält: Mapped[str | None]  # the ISO date of the sammanträde where it was reported
    delegationsprotokoll_id: Mapped[str | None] = mapped_column(
        ref("delegationsprotokoll.id"), index=True
    )


class Anslag(Row):
    """A notice on one board: of a justering, or of a delegationsprotokoll (one of the two)."""

    __tablename__ = "anslag"

    sammanträde_id: Mapped[str | None] = mapped_column(ref("sammanträde.id"), index=True)
    delegationsprotokoll_id: Mapped[str | None] = mapped_column(
        ref("delegationsprotokoll.id"), index=True
    )
    paragrafer: Mapped[str | None]  # as the justering has them
    huvudman_id: Mapped[str | None] = mapped_column(ref("huvudman.id"))
    tavla: Mapped[str | None]  # a name or an address, when it is not just the huvudman's
    uppsatt: Mapped[date | None]
    nedtaget: Mapped[date | None]
    förvaring: Mapped[str | None]  # where the protokoll can be read
    underskrift: Mapped[str | None]
    överklagas_senast: Mapped[date | None]  # as another program counted it; ours is derived
    laga_kraft_bekräftad: Mapped[date | None]  # when the secretary had asked the court
