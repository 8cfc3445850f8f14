"""The case a punkt belongs to."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Ärende(Row):
    """A case with its diarienummer. Any text is a dnr; it is never read as a number."""

    __tablename__ = "ärende"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    dnr: Mapped[str]
    rubrik: Mapped[str] = mapped_column(default="")
    öppnat: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="öppet")
