"""A file at its place on a dagordning, with its versions. The bytes lie in the file store."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Bilaga(OrderedRow):
    """A paper that belongs to a punkt, with a file, without one yet, or only named."""

    __tablename__ = "bilaga"

    punkt_id: Mapped[str] = mapped_column(ref("punkt.id"), index=True)
    handling_id: Mapped[str | None] = mapped_column(ref("handling.id"), index=True)  # it comes from
    delegationsbeslut_id: Mapped[str | None] = mapped_column(
        ref("delegationsbeslut.id"), index=True
    )  # the line of an anmälan that tells of it
    beteckning: Mapped[str | None]  # stands once it has gone out
    rubrik: Mapped[str]
    anmärkning: Mapped[str | None]
    i_utskicket: Mapped[bool] = mapped_column(default=True)
    publicering: Mapped[str | None]  # ja, nej, maskerad; None: not reviewed
    maskeringar: Mapped[list[str]] = mapped_column(default=list, server_default="[]")  # words
    granskat: Mapped[str | None]  # sha256 of the file that was reviewed
    sekretess_lagrum: Mapped[str | None]
    sekretess_datum: Mapped[date | None]


class Bilageversion(Row):
    """One version of a bilaga's file; the highest `nummer` is the one in use."""

    __tablename__ = "bilageversion"

    bilaga_id: Mapped[str] = mapped_column(ref("bilaga.id"), index=True)
    nummer: Mapped[int]
    sha256: Mapped[str]
    filnamn: Mapped[str]
    storlek: Mapped[int]  # bytes
    sidor: Mapped[int | None]  # pages, when the file could be counted
    tillagd: Mapped[str]  # ISO time
