"""What is watched: when something is due, where that comes from, and how it ended.

`förfaller` is one of {"datum": ISO}, {"sammanträde": {"nummer": 4, "år": 2019}}, {"relativt":
{"till": id, "dagar": -7, "slag": "arbetsdagar"}}, {"villkor": "när rapporten är klar"}. The day it
means is derived whenever it is read, so a moved sammanträde moves it (RULES.md 15).
`återkommer`: {"varje": "år", "till": ISO date or None}.
`historik`: [{"datum", "från", "till", "skäl"}], a line for each time the day was moved.
`påmint`: [{"datum", "till"}], a line for each reminder that was made.

References to what a user can remove are plain ids: one that is gone is shown as gone, and taking
the removal back brings it back.
"""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from nämnd.tables.base import Row, ref


class Bevakning(Row):
    """Something that must have happened by a day. Open until somebody says how it ended."""

    __tablename__ = "bevakning"

    nämnd_id: Mapped[str] = mapped_column(ref("nämnd.id"), index=True)
    rubrik: Mapped[str]
    förfaller: Mapped[dict[str, object]] = mapped_column(default=dict)
    återkommer: Mapped[dict[str, object] | None]
    påminnelser: Mapped[list[int]] = mapped_column(default=list)  # days before
    ansvarig: Mapped[str | None]
    ansvarig_epost: Mapped[str | None]
    mottagare: Mapped[str | None]
    förverkande: Mapped[bool] = mapped_column(default=False)  # a right is lost when it is late
    anteckning: Mapped[str] = mapped_column(default="")
    paragraf_id: Mapped[str | None] = mapped_column(index=True)  # where it comes from
    beslutspunkt_id: Mapped[str | None]  # one att-sats of that §
    ärende_id: Mapped[str | None] = mapped_column(ref("ärende.id"), index=True)
    handling_id: Mapped[str | None] = mapped_column(ref("handling.id"), index=True)
    delprojekt_id: Mapped[str | None] = mapped_column(index=True)
    överenskommelse_id: Mapped[str | None] = mapped_column(index=True)
    redovisning_id: Mapped[str | None] = mapped_column(index=True)
    beslutsdatum: Mapped[date | None]  # of a beslut that is not in the file
    beslutsparagraf: Mapped[int | None]
    attsats: Mapped[str | None]
    citat: Mapped[str] = mapped_column(default="")  # the sentence it was found in
    sida: Mapped[int | None]  # of the handling, from 1
    skapad: Mapped[date | None]
    avslutad: Mapped[date | None] = mapped_column(index=True)
    avslut: Mapped[str | None]  # gjord, inte längre aktuell, ersatt
    avslutad_hur: Mapped[str | None]  # in words; there whenever `avslutad` is
    historik: Mapped[list[dict[str, object]]] = mapped_column(default=list)
    påmint: Mapped[list[dict[str, object]]] = mapped_column(default=list)


class Återrapport(Row):
    """That a bevakning is on a dagordning, and what came of it."""

    __tablename__ = "återrapport"

    bevakning_id: Mapped[str] = mapped_column(ref("bevakning.id"), index=True)
    punkt_id: Mapped[str] = mapped_column(index=True)
    utfall: Mapped[str | None]  # klar, återkommer; None: nobody has said
    text: Mapped[str] = mapped_column(default="")
    datum: Mapped[date | None]  # when somebody said
