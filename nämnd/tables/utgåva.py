"""What has left the program, kept as it was."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Utgåva(Row):
    """An immutable issue of a document: its content as data and its bytes by checksum."""

    __tablename__ = "utgåva"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    justering_id: Mapped[str | None] = mapped_column(index=True)  # of which set of §§
    dokument: Mapped[str]  # kallelse, utskick, tilläggslista, protokoll, utdrag, anslag, arkiv …
    format: Mapped[str]  # pdf, docx, zip
    sha256: Mapped[str]
    storlek: Mapped[int]
    filnamn: Mapped[str]
    innehåll: Mapped[str]  # JSON of the dagordning it was made from
    mallversion: Mapped[str]
    skapad: Mapped[str]  # ISO time


class Utskick(Row):
    """A kallelse or tillägg that went out: when, to whom, and which utgåva."""

    __tablename__ = "utskick"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    datum: Mapped[date]
    slag: Mapped[str]  # kallelse, tillägg
    sha256: Mapped[str | None]
    till: Mapped[list[str]] = mapped_column(default=list)  # person ids
    innehåll: Mapped[str | None]  # JSON of the dagordning as it was; None for one read from a file
