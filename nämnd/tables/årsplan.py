"""Days that are taken when a year is planned."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Spärrdag(Row):
    """A day on which the nämnd should not meet: a huvudman's fullmäktige, a conference."""

    __tablename__ = "spärrdag"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    datum: Mapped[date] = mapped_column(index=True)
    huvudman_id: Mapped[str | None] = mapped_column(index=True)
    vad: Mapped[str] = mapped_column(default="fullmäktige")
