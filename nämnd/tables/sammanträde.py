"""The sammanträde and its dagordning.

`ajourneringar`: [{"från": "10.45", "till": "11.30", "datum": ISO date or None}].
`vakanta_platser`: [{"parti": "M", "huvudman": id or None}].

`nummer`, `beteckning`, `sista_nummer` and `sista_bokstav` are empty until the kallelse has gone
out: till then beteckningar are derived from the order. After that they stand.
"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import OrderedRow, Row, ref


class Sammanträde(Row):
    """A meeting of a nämnd."""

    __tablename__ = "sammanträde"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    plats: Mapped[str] = mapped_column(default="")
    nummer_i_året: Mapped[int | None]
    beteckning: Mapped[str | None]
    slag: Mapped[str] = mapped_column(default="ordinarie")
    inställt: Mapped[str | None]  # the reason, when it was cancelled
    flyttningar: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    ordförande: Mapped[str | None] = mapped_column(ref("person.id"))
    sekreterare: Mapped[str | None] = mapped_column(ref("person.id"))
    sista_nummer: Mapped[int | None]  # highest number of a punkt that has gone out
    första_paragraf: Mapped[int | None]  # its first § when the count can't tell; None: it can
    ajourneringar: Mapped[list[dict[str, object]]] = mapped_column(
        default=list, server_default="[]"
    )
    vakanta_platser: Mapped[list[dict[str, object]]] = mapped_column(
        default=list, server_default="[]"
    )


class Sammanträdesdag(Row):
    """One day of a sammanträde. `tider`: spans as [["08.30", "12.00"]]; an open end is null."""

    __tablename__ = "sammanträdesdag"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    datum: Mapped[date] = mapped_column(index=True)
    tider: Mapped[list[list[str | None]]] = mapped_column(default=list)
    öppnat: Mapped[str | None]  # «08.31», when it really began
    avslutat: Mapped[str | None]


class Punkt(OrderedRow):
    """An item of the dagordning. Everything but the rubrik is optional."""

    __tablename__ = "punkt"

    sammanträde_id: Mapped[str] = mapped_column(ref("sammanträde.id"), index=True)
    nummer: Mapped[int | None]
    rubrik: Mapped[str]
    slag: Mapped[str] = mapped_column(default="beslut")
    grupp: Mapped[str | None]
    sammanfattning: Mapped[str] = mapped_column(default="")  # nämnd.core.richtext
    föredragande: Mapped[str | None]
    tid: Mapped[str | None]
    ärende_id: Mapped[str | None] = mapped_column(ref("ärende.id"), index=True)
    återupptar: Mapped[str | None] = mapped_column(index=True)  # the § that sent it back: its id
    tillkom_efter_kallelsen: Mapped[bool] = mapped_column(default=False)
    utgår: Mapped[str | None]  # the reason, when it was withdrawn
    sista_bokstav: Mapped[int | None]  # bilagor that have gone out: 1 for «4» or «4A», 2 for «4B»
    publicering: Mapped[str | None]  # of its text: ja, nej, maskerad; None: not reviewed
    maskeringar: Mapped[list[str]] = mapped_column(default=list, server_default="[]")  # words
    granskat: Mapped[str | None]  # sha256 of the text that was reviewed


class Underpunkt(OrderedRow):
    """A numbered line under a punkt's rubrik."""

    __tablename__ = "underpunkt"

    punkt_id: Mapped[str] = mapped_column(ref("punkt.id"), index=True)
    rubrik: Mapped[str]


class Attsats(OrderedRow):
    """One sentence of a förslag; numbered by its order. `slag`: förslag or missivförslag."""

    __tablename__ = "attsats"

    punkt_id: Mapped[str] = mapped_column(ref("punkt.id"), index=True)
    slag: Mapped[str] = mapped_column(default="förslag")
    text: Mapped[str]
