"""Who did what, when, and what it changed. Written by the store with every change."""

from sqlalchemy import text
from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Base


class Loggpost(Base):
    """One change: the command's name, its label and every row before and after.

    What changes no row (an export, a refusal) has no `ändringar`.
    """

    __tablename__ = "loggpost"

    nummer: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    tid: Mapped[str]  # ISO time
    vem: Mapped[str]
    kommando: Mapped[str]
    rubrik: Mapped[str]
    ändringar: Mapped[str]  # JSON: [{"tabell", "nyckel", "före", "efter"}]
    föregående: Mapped[str] = mapped_column(server_default=text("''"))  # of the one before
    hash: Mapped[str] = mapped_column(server_default=text("''"))  # nämnd.logg.chain
